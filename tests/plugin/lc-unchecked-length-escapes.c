// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-unchecked-length: a length in an object of the function's own stays what it
 * was compared as, as long as nobody else can have its address.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned int u32;

long read(int fd, void *buf, size_t count);
void somebody(void);
void somebody_with(void *);
extern void *kept;
u32 *elsewhere(void);

struct hdr {
	u32 type, len;
};

int calls_in_between(int fd, u8 *out, const u8 *in)
{
	struct hdr h;
	u8 name[32];

	if (read(fd, &h, sizeof(h)) != sizeof(h) || h.len > sizeof(name))
		return -1;
	somebody();
	*elsewhere() = 1;
	memset(name, *in, h.len); // verdict: length u32 proven lc-unchecked-length
	memcpy(out, name, sizeof(name));
	return 0;
}

/* Whoever was handed the address may write there, now or later. */
int hands_it_over(int fd, u8 *out, const u8 *in)
{
	struct hdr h;
	u8 name[32];

	if (read(fd, &h, sizeof(h)) != sizeof(h) || h.len > sizeof(name))
		return -1;
	somebody_with(&h);
	memset(name, *in, h.len); // verdict: length u32 open lc-unchecked-length
	memcpy(out, name, sizeof(name));
	return 0;
}

int keeps_the_address(int fd, u8 *out, const u8 *in)
{
	struct hdr h;
	u8 name[32];

	kept = &h;
	if (read(fd, &h, sizeof(h)) != sizeof(h) || h.len > sizeof(name))
		return -1;
	somebody();
	memset(name, *in, h.len); // verdict: length u32 open lc-unchecked-length
	memcpy(out, name, sizeof(name));
	return 0;
}

/* By way of a pointer to a member, and of a choice. */
int keeps_it_in_a_roundabout_way(int fd, u8 *out, const u8 *in, u32 *other)
{
	struct hdr h;
	u8 name[32];
	u32 *p = other ? other : &h.len;

	if (read(fd, &h, sizeof(h)) != sizeof(h) || h.len > sizeof(name))
		return -1;
	*p = 64;
	memset(name, *in, h.len); // verdict: length u32 open lc-unchecked-length
	memcpy(out, name, sizeof(name));
	return 0;
}

/* Filled anew: what was compared is another length. */
int reads_again(int fd, u8 *out, const u8 *in)
{
	struct hdr h;
	u8 name[32];

	if (read(fd, &h, sizeof(h)) != sizeof(h) || h.len > sizeof(name))
		return -1;
	if (read(fd, &h, sizeof(h)) != sizeof(h))
		return -1;
	memset(name, *in, h.len); // verdict: length u32 open lc-unchecked-length
	memcpy(out, name, sizeof(name));
	return 0;
}
