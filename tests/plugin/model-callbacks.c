// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The model says that a member of a struct is called with what came from outside.
 */
// model: model.yaml
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned int u32;

struct hdr {
	u32 type;
	u32 id;
};

struct device {
	u8 frame[64];
	u32 kind;
};

struct driver {
	const char *name;
	int (*on_frame)(struct device *d, const u8 *data, int size);
	int (*on_name)(struct device *d, const u8 *data, int size);
};

static int keep_frame(struct device *d, const u8 *data, int size)
{
	if (size < 1)
		return 0;
	memcpy(d->frame, data, size); // warning: reaches as far into 'd->frame' as 'size' says, which comes from outside [lc-unchecked-length]
	return 0;
}

static int keep_frame_that_fits(struct device *d, const u8 *data, int size)
{
	if (size < 1 || size > (int)sizeof(d->frame))
		return 0;
	memcpy(d->frame, data, size);
	return 0;
}

/* How many bytes of data there are, it says itself. */
static int last_that_is_set(struct device *d, const u8 *data, int size)
{
	int i = size;

	while (--i > 1)
		if (data[i])
			d->kind = (u32)i;
	return 0;
}

static int keep_all_but_one(struct device *d, const u8 *data, int size)
{
	if (size > (int)sizeof(d->frame))
		return 0;
	if (d->kind)
		memcpy(d->frame, data + 1, size - 1);
	return 0;
}

/* One byte at least is handed over, not two. */
static int keep_all_but_two(struct device *d, const u8 *data, int size)
{
	if (size > (int)sizeof(d->frame))
		return 0;
	memcpy(d->frame, data + 2, size - 2); // warning: the size 'size - 2' may wrap below 0 [lc-unchecked-length]
	return 0;
}

/* Another member: who calls it knows. */
static int keep_name(struct device *d, const u8 *data, int size)
{
	if (size < 1)
		return 0;
	memcpy(d->frame, data, size);
	return 0;
}

const struct driver in_a_table = { "one", keep_frame, keep_name };
const struct driver others[] = { { "two", last_that_is_set, NULL }, { "three", keep_all_but_one, NULL }, { "four", keep_all_but_two, NULL } };

/* The address is stored, by a function, before or behind. */
static int kind_of_frame(struct device *d, const u8 *data, int size)
{
	d->kind = ((const struct hdr *)data)->id; // warning: needs 8 bytes of 'data'.*'size' is not compared [lc-short-buffer]
	return 0;
}

static int kind_of_name(struct device *d, const u8 *data, int size)
{
	d->kind = ((const struct hdr *)data)->id; // verdict: overlay struct hdr open lc-short-buffer
	return 0;
}

void set_up(struct driver *driver)
{
	driver->on_frame = kind_of_frame;
	driver->on_name = kind_of_name;
}

void set_up_another(struct driver *driver)
{
	driver->on_frame = keep_frame_that_fits;
}
