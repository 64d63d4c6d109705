// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: what is evidence that bytes are missing, and what only looks like it.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct hdr {
	u32 type;
	u32 id;
};

/* A member that others reckon offsets from: what is viewed lies far behind it. */
struct message {
	u16 length;
	u8 protocol[4];
	u8 command;
	u16 offset;
};

u32 reckoned_from_a_member(struct message *m)
{
	const struct hdr *h = (const struct hdr *)((u8 *)&m->protocol + m->offset); // verdict: overlay struct hdr open lc-short-buffer

	return m->offset >= 4 ? h->id : 0;
}

/* A view that begins in the member and is larger than it. */
u32 larger_than_the_member(struct message *m)
{
	return ((const struct hdr *)m->protocol)->id; // warning: needs 8 bytes of 'm->protocol'.*only 4 [lc-short-buffer]
}

/* What is loaded through a view is no view itself. */
struct node {
	struct node *next;
	u32 size;
	u8 control[8];
	u32 more[8];
};

struct control {
	struct node *next;
};

u32 a_list_in_control_bytes(struct node *n)
{
	u32 sum = 0;

	while (n) {
		struct node *next = ((struct control *)n->control)->next; // verdict: overlay struct control proven lc-short-buffer

		sum += n->more[7];
		n = next;
	}
	return sum;
}

/* The bound of a loop over a field's elements is no comparison of the length. */
struct table {
	u32 count;
	u32 entries[4];
};

struct out {
	u8 *data;
	unsigned int len;
};

u32 elements_of_a_field(const u8 *buf, size_t length_of_all, size_t unrelated)
{
	const struct table *t = (const struct table *)buf;
	u32 sum = 0;

	for (u32 i = 0; i < 4; i++)
		sum += t->entries[i];
	return sum + length_of_all * 0 + unrelated;
}

/* No end was given: there is nothing to compare with. */
u32 no_end(const u8 *begin, const u8 *end)
{
	if (!end)
		return ((const struct hdr *)begin)->id;
	return 0;
}

u32 some_end(const u8 *begin, const u8 *end)
{
	if (end - begin < 4)
		return 0;
	return ((const struct hdr *)begin)->id; // warning: needs 8 bytes of 'begin' [lc-short-buffer]
}

/* Nothing that comes from outside holds pointers: this is handed back to whom it belongs. */
struct request {
	const u8 *where;
	size_t left;
};

size_t handed_back(void *from, size_t length)
{
	struct request *r = from;

	if (length < 4)
		return 0;
	return r->left + r->where[0];
}

/* So many bytes are there already: this is where the next one goes, or what checks them stands. */
size_t append(u8 *message, size_t length, u32 id)
{
	struct hdr *h = (struct hdr *)(message + length); // verdict: overlay struct hdr open lc-short-buffer

	h->id = id;
	return length + sizeof(*h);
}

u32 check_sum_behind(const u8 *data, size_t len)
{
	return *(const u32 *)(data + len); // verdict: overlay u32 open lc-short-buffer
}

/* A call that gets the length may compare it, also right before a pointer is tested for null. */
void *allocate(void);
int check(size_t length);

u32 checked_before_a_null_test(const u8 *buf, size_t len)
{
	int bad = check(len);
	void *other = allocate();

	if (!other)
		return 0;
	if (bad)
		return 1;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
}
