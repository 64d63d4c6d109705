// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-unchecked-length: bytes that are handed on with their length to a function
 * of the unit, which goes by it.
 */
#include <stddef.h>
#include <stdint.h>

typedef uint8_t u8;
typedef uint16_t __le16;
typedef uint32_t u32;

struct message {
	__le16 offset;
	__le16 length;
	u8 rest[];
} __attribute__((packed));

struct packet {
	u8 *data;
	u32 len;
};

static int sum(const u8 *value, u32 value_len)
{
	int all = 0;

	while (value_len--)
		all += *value++;
	return all;
}

static int sum_within(const u8 *value, u32 value_len, const u8 *message, u32 total)
{
	if (value_len > total || (u32)(value - message) > total - value_len)
		return 0;
	return sum(value, value_len);
}

static int is_there(const u8 *value, u32 value_len)
{
	return value && value_len;
}

int far(const u8 *value, u32 value_len);

int moved_by_an_offset(const u8 *msg, u32 msg_len)
{
	const struct message *m = (const struct message *)msg;

	if (msg_len < sizeof(*m))
		return 0;
	return sum(msg + m->offset, 2); // warning: 'sum \(msg \+ .*\)' reaches as far into 'msg' as 'm->offset' says [lc-unchecked-length]
}

int as_long_as_it_says(const u8 *msg, u32 msg_len)
{
	const struct message *m = (const struct message *)msg;

	if (msg_len < sizeof(*m))
		return 0;
	return sum(msg + sizeof(*m), m->length); // warning: 'sum \(.*\)' reaches as far into 'msg' as 'm->length' says [lc-unchecked-length]
}

int compared(const u8 *msg, u32 msg_len)
{
	const struct message *m = (const struct message *)msg;

	if (msg_len < sizeof(*m) || m->length > msg_len - sizeof(*m))
		return 0;
	return sum(msg + sizeof(*m), m->length);
}

/* The function gets what it needs to compare. */
int compared_there(const u8 *msg, u32 msg_len)
{
	const struct message *m = (const struct message *)msg;

	if (msg_len < sizeof(*m))
		return 0;
	return sum_within(msg + m->offset, m->length, msg, msg_len);
}

/* Nothing is read. */
int only_asked_for(const u8 *msg, u32 msg_len)
{
	const struct message *m = (const struct message *)msg;

	if (msg_len < sizeof(*m))
		return 0;
	return is_there(msg + m->offset, m->length);
}

/* What a function out of sight does with the two is not known. */
int handed_on_far(const u8 *msg, u32 msg_len)
{
	const struct message *m = (const struct message *)msg;

	if (msg_len < sizeof(*m))
		return 0;
	return far(msg + m->offset, m->length);
}

static int sum_of_packet(struct packet *p, const u8 *value, u32 value_len)
{
	return value + value_len > p->data + p->len ? 0 : sum(value, value_len);
}

/* The record says how much there is. */
int with_its_record(struct packet *p)
{
	const struct message *m = (const struct message *)p->data;

	if (p->len < sizeof(*m))
		return 0;
	return sum_of_packet(p, p->data + m->offset, m->length);
}
