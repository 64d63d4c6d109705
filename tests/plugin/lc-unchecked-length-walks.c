// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-unchecked-length: walks over records that say how long they are, each
 * beside one that could not stand still or leave its bytes.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef u16 __le16;

struct record {
	u8 type;
	u8 length;
	__le16 handle;
};

void use(const void *);

/* USB: a descriptor of length 0 is there for ever. */
int finds_a_descriptor(const u8 *buffer, int size, u8 type)
{
	const u8 *end = buffer + size;

	while (buffer + 2 <= end) {
		if (buffer[1] == type)
			return 1;
		buffer += buffer[0]; // warning: may step by 0 bytes.*may not end [lc-unchecked-length]
	}
	return 0;
}

/* It is at least as long as its own head. */
int finds_a_descriptor_or_gives_up(const u8 *buffer, int size, u8 type)
{
	const u8 *end = buffer + size;

	while (buffer + 2 <= end) {
		if (buffer[0] < 2)
			return 0;
		if (buffer[1] == type)
			return 1;
		buffer += buffer[0];
	}
	return 0;
}

/* It is not zero. */
int finds_a_descriptor_unless_it_is_empty(const u8 *buffer, int size, u8 type)
{
	const u8 *end = buffer + size;

	while (buffer + 2 <= end) {
		if (!buffer[0])
			return 0;
		if (buffer[1] == type)
			return 1;
		buffer += buffer[0];
	}
	return 0;
}

/* ACPI: subtables through their header. */
int counts_subtables(const u8 *table, u32 length)
{
	const u8 *end = table + length;
	const u8 *p = table + 44;
	int n = 0;

	while (p + sizeof(struct record) < end) {
		const struct record *r = (const struct record *)p;

		n += r->type == 1;
		p += r->length; // warning: may step by 0 bytes.*'r->length' [lc-unchecked-length]
	}
	return n;
}

int counts_subtables_with_care(const u8 *table, u32 length)
{
	const u8 *end = table + length;
	const u8 *p = table + 44;
	int n = 0;

	while (p + sizeof(struct record) < end) {
		const struct record *r = (const struct record *)p;

		if (r->length < sizeof(*r))
			break;
		n += r->type == 1;
		p += r->length;
	}
	return n;
}

/* 802.11: an element is two bytes and its data: it always steps. */
const u8 *finds_an_element(const u8 *ies, int len, u8 id)
{
	while (len > 2 && ies[0] != id) {
		len -= ies[1] + 2;
		ies += ies[1] + 2;
	}
	return len < 2 ? NULL : ies;
}

/* Counted as well: it ends after so many, but not necessarily within the bytes. */
int counts_so_many(const u8 *p, size_t len, unsigned int n)
{
	int sum = 0;

	if (len < 2)
		return 0;
	for (unsigned int i = 0; i < n; i++) {
		const struct record *r = (const struct record *)p;

		use(r);
		p += r->length; // warning: 'p' as 'r->length' of the records before it says.*not compared [lc-unchecked-length]
		sum++;
	}
	return sum;
}

/* The length of what is left goes down with the step. */
int walks_with_what_is_left(const u8 *p, int left)
{
	int n = 0;

	while (left >= 4) {
		const struct record *r = (const struct record *)p;

		if (r->length > left)
			return -1;
		n++;
		left -= r->length;
		p += r->length; // warning: may step by 0 bytes [lc-unchecked-length]
	}
	return n;
}

int walks_with_what_is_left_and_ends(const u8 *p, int left)
{
	int n = 0;

	while (left >= 4) {
		const struct record *r = (const struct record *)p;

		if (r->length > left || r->length < 4)
			return -1;
		n++;
		left -= r->length;
		p += r->length;
	}
	return n;
}

/* An offset instead of a pointer. */
int walks_by_an_offset(const u8 *buf, u32 len)
{
	u32 off = 0;
	int n = 0;

	while (off + 4 <= len) {
		const struct record *r = (const struct record *)(buf + off);

		n++;
		off += r->length; // warning: may step by 0 bytes [lc-unchecked-length]
	}
	return n;
}

int walks_by_an_offset_and_ends(const u8 *buf, u32 len)
{
	u32 off = 0;
	int n = 0;

	while (off + 4 <= len) {
		const struct record *r = (const struct record *)(buf + off);

		n++;
		if (r->length == 0)
			break;
		off += r->length;
	}
	return n;
}

/* PCI: offsets in a list of capabilities that could go round: not a step that adds up. */
int follows_a_list(const u8 *config, u32 size)
{
	u8 at = config[0x34];
	int n = 0;

	while (at && n++ < 48) {
		if (at + 1u >= size)
			break;
		at = config[at + 1];
	}
	return n;
}

/* A record is read before it is known to be there. */
int reads_what_the_record_claims(const u8 *p, const u8 *end)
{
	int sum = 0;

	while (end - p >= 4) {
		const struct record *r = (const struct record *)p;

		if (r->length < 4)
			break;
		sum += p[r->length - 1]; // warning: into 'p' as 'r->length' says.*not compared [lc-unchecked-length]
		p += r->length;
	}
	return sum;
}

int reads_what_is_there(const u8 *p, const u8 *end)
{
	int sum = 0;

	while (end - p >= 4) {
		const struct record *r = (const struct record *)p;

		if (r->length < 4 || r->length > end - p)
			break;
		sum += p[r->length - 1];
		p += r->length;
	}
	return sum;
}
