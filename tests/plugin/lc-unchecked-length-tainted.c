// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-unchecked-length: attribute tainted_args says that arguments come from
 * outside: of a function, and of what is called through a member of a table.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned int u32;

struct hdr {
	u32 type;
	u32 id;
};

struct device {
	u8 name[64];
	u32 kind;
};

__attribute__((tainted_args))
void set_name(struct device *d, const u8 *from, size_t n)
{
	memcpy(d->name, from, n); // warning: 'memcpy \(.*' reaches as far into 'd->name' as 'n' says, which comes from outside [lc-unchecked-length]
}

__attribute__((tainted_args))
void set_name_compared(struct device *d, const u8 *from, size_t n)
{
	if (n > sizeof(d->name))
		return;
	memcpy(d->name, from, n);
}

/* Nothing is said of it: who calls knows. */
void set_name_trusted(struct device *d, const u8 *from, size_t n)
{
	memcpy(d->name, from, n);
}

__attribute__((tainted_args))
u32 letter(struct device *d, u32 i)
{
	return d->name[i]; // warning: reaches as far into 'd->name' as 'i' says [lc-unchecked-length]
}

__attribute__((tainted_args))
u32 letter_masked(struct device *d, u32 i)
{
	return d->name[i & 63];
}

struct operations {
	u32 (*write)(struct device *d, const u8 *buf, size_t len) __attribute__((tainted_args));
	u32 (*parse)(struct device *d, const u8 *buf, size_t len);
};

/* Nobody compares its length before. */
static u32 on_write(struct device *d, const u8 *buf, size_t len)
{
	return ((const struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf'.*'len' is not compared [lc-short-buffer]
}

static u32 on_write_compared(struct device *d, const u8 *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A member without the attribute: who calls it may have compared it. */
static u32 on_parse(struct device *d, const u8 *buf, size_t len)
{
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
}

const struct operations operations = { .write = on_write, .parse = on_parse };
struct operations others[2] = { { on_write_compared, NULL } };
