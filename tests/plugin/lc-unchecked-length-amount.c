// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-unchecked-length: how much came says how much is written to an array of
 * declared size; each beside what has room for it.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned int u32;

struct urb {
	void *context;
	void *transfer_buffer;
	u32 transfer_buffer_length;
	u32 actual_length;
};

struct firmware {
	size_t size;
	const u8 *data;
};

struct device {
	u8 used;
	u8 answer[64];
	u8 *large;
	u32 room;
};

void *kmalloc(size_t size, u32 flags) __attribute__((malloc, alloc_size(1)));

void keeps_all(struct urb *urb)
{
	struct device *d = urb->context;

	memcpy(d->answer, urb->transfer_buffer, urb->actual_length); // warning: which is how much came and is not compared with the room there [lc-unchecked-length]
}

void keeps_what_has_room(struct urb *urb)
{
	struct device *d = urb->context;

	if (urb->actual_length <= sizeof(d->answer))
		memcpy(d->answer, urb->transfer_buffer, urb->actual_length);
}

void keeps_the_lesser(struct urb *urb)
{
	struct device *d = urb->context;
	u32 n = urb->actual_length < sizeof(d->answer) ? urb->actual_length : sizeof(d->answer);

	memcpy(d->answer, urb->transfer_buffer, n);
}

void keeps_behind_the_first(const struct firmware *fw, struct device *d)
{
	if (fw->size < 4)
		return;
	memcpy(d->answer, fw->data + 4, fw->size - 4); // warning: 'fw->size' says, which is how much came [lc-unchecked-length]
}

/* Of an array that is compared with more than it has room for. */
void keeps_too_much(const struct firmware *fw, struct device *d)
{
	if (fw->size > 128)
		return;
	memcpy(d->answer, fw->data, fw->size); // warning: is compared with too much [lc-unchecked-length]
}

/* Nothing is known of how much there is room for. */
void keeps_somewhere(struct urb *urb)
{
	struct device *d = urb->context;

	memcpy(d->large, urb->transfer_buffer, urb->actual_length);
}

void *keeps_a_copy(const struct firmware *fw)
{
	u8 *copy = kmalloc(fw->size, 0);

	return copy ? memcpy(copy, fw->data, fw->size) : NULL;
}

/* Who says himself how much it is knows it. */
void sends(struct urb *urb, struct device *d)
{
	urb->actual_length = d->room;
	memcpy(d->answer, urb->transfer_buffer, urb->actual_length);
}

int sums(const struct urb *urb)
{
	const u8 *at = urb->transfer_buffer;
	int sum = 0;

	for (u32 i = 0; i < urb->actual_length; i++)
		sum += at[i];
	return sum;
}

int looks_up(const struct urb *urb, const struct device *d)
{
	return urb->actual_length < sizeof(d->answer) ? d->answer[urb->actual_length] : 0;
}
