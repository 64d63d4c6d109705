// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: where a function has one pointer to bytes and one length, that stands
 * before it is its length too.
 */
#include <stddef.h>
#include <stdint.h>

struct cmd {
	uint8_t code;
	uint8_t ident;
};

struct object {
	struct object *next;
};

struct hdr {
	uint8_t type;
	uint8_t id[7];
};

uint8_t compared(const struct cmd *cmd, uint16_t cmd_len, const uint8_t *data)
{
	const struct hdr *h = (const void *)data; // verdict: overlay struct hdr proven lc-short-buffer because cmd_len >= 8, 'cmd_len' stands before 'data' as its length

	return cmd_len < sizeof(*h) ? cmd->code : h->id[6];
}

uint8_t not_compared(const struct cmd *cmd, uint16_t cmd_len, const uint8_t *data)
{
	const struct hdr *h = (const void *)data;

	return cmd->code ? h->id[6] : (uint8_t)cmd_len; // warning: needs 8 bytes of 'data' as 'struct hdr', but its length 'cmd_len' is not compared with anything before [lc-short-buffer]
}

/* The length of an object is its own. */
uint8_t of_an_object(const struct object *obj, size_t obj_len, const uint8_t *data)
{
	const struct hdr *h = (const void *)data; // verdict: overlay struct hdr open lc-short-buffer

	return obj->next && obj_len ? 0 : h->id[6];
}

/* Of two buffers, or two lengths, the one that stands before may be the other's. */
uint8_t of_two_buffers(const uint8_t *key, size_t len, const uint8_t *data)
{
	const struct hdr *h = (const void *)data; // verdict: overlay struct hdr open lc-short-buffer

	return key[0] && len ? 0 : h->id[6];
}

uint8_t of_two_lengths(size_t head_len, size_t len, const uint8_t *data)
{
	const struct hdr *h = (const void *)data; // verdict: overlay struct hdr open lc-short-buffer

	return head_len < len ? 0 : h->id[6];
}
