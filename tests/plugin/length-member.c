// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A member of a record is the length of the bytes another one points to, by
 * its name, or because there is one pointer to bytes with one length beside it.
 */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct header {
	u16 type;
	u16 id;
	u32 value;
};

void use(u32);
void other(void);

/* By name. */
struct packet {
	const u8 *payload;
	u16 payload_packet_len;
	u16 flags;
};

void by_name(const struct packet *p)
{
	if (p->payload_packet_len < sizeof(struct header))
		return;
	use(((const struct header *)p->payload)->value); // verdict: overlay struct header proven lc-short-buffer
}

void by_name_too_little(const struct packet *p)
{
	if (p->payload_packet_len < 4)
		return;
	use(((const struct header *)p->payload)->value); // warning: needs 8 bytes of 'p->payload' as 'struct header', but 'p->payload_packet_len' is compared with too little: 4 known [lc-short-buffer]
}

/* Nothing is compared: who made the record may have done it. */
void by_name_not_compared(const struct packet *p)
{
	use(((const struct header *)p->payload)->value); // verdict: overlay struct header open lc-short-buffer
}

void at_an_offset(const struct packet *p, u32 at)
{
	if (at > p->payload_packet_len || p->payload_packet_len - at < sizeof(struct header))
		return;
	use(((const struct header *)(p->payload + at))->value); // verdict: overlay struct header proven lc-short-buffer
}

void walks(const struct packet *p)
{
	u32 at = 0;

	while (at < p->payload_packet_len) {
		u16 n = *(const u16 *)(p->payload + at + 2); // warning: needs 4 bytes of 'p->payload' as 'u16', but 'p->payload_packet_len' is compared with too little: 1 known [lc-short-buffer]

		if (!n)
			return;
		at += n;
	}
}

/* Of two, the length comes before the size: so many bytes are in use. */
struct buffer {
	u32 data_size;
	u32 data_len;
	u8 *data;
};

void length_before_size(struct buffer *b)
{
	if (b->data_len < sizeof(struct header))
		return;
	use(((struct header *)b->data)->value); // verdict: overlay struct header proven lc-short-buffer
}

void size_is_none_then(struct buffer *b)
{
	if (b->data_size < sizeof(struct header))
		return;
	use(((struct header *)b->data)->value); // verdict: overlay struct header open lc-short-buffer
}

/* Beside it. */
struct message {
	u32 len;
	char *text;
	int kind;
};

void beside(struct message *m)
{
	if (m->len < sizeof(struct header))
		return;
	use(((struct header *)m->text)->value); // verdict: overlay struct header proven lc-short-buffer
}

/* Two pointers and one length: whose is it? */
struct two {
	u8 *from;
	u32 len;
	u8 *to;
};

void whose(struct two *t)
{
	if (t->len < sizeof(struct header))
		return;
	use(((struct header *)t->from)->value); // verdict: overlay struct header open lc-short-buffer
}

/* The length of something else. */
struct part {
	u8 *data;
	u32 data_hdr_len;
	u32 data_count;
};

void of_a_part(struct part *p)
{
	if (p->data_hdr_len < sizeof(struct header) || p->data_count < sizeof(struct header))
		return;
	use(((struct header *)p->data)->value); // verdict: overlay struct header open lc-short-buffer
}

/* Who moves the pointer, or counts, knows better. */
void moves(struct buffer *b)
{
	if (b->data_len < sizeof(struct header))
		return;
	b->data += 4;
	use(((struct header *)b->data)->value); // verdict: overlay struct header open lc-short-buffer
}

void counts(struct buffer *b)
{
	b->data_len += 8;
	if (b->data_len < sizeof(struct header))
		return;
	use(((struct header *)b->data)->value); // verdict: overlay struct header open lc-short-buffer
}

/* What may have changed is not what was compared. */
void compared_before_a_call(struct packet *p)
{
	if (p->payload_packet_len < sizeof(struct header))
		return;
	other();
	use(((const struct header *)p->payload)->value); // verdict: overlay struct header open lc-short-buffer
}

/* What comes is appended to what has come: where that ends is the program's own. */
struct device {
	u8 *rx;
	int rx_at;
	u16 rx_size;
	int status;
};

void *memcpy(void *to, const void *from, unsigned long n);

void appends(struct device *d, const u8 *data, int size)
{
	if (size < 4 || d->rx_at < 0 || d->rx_at + data[3] > d->rx_size || 4 + data[3] > size)
		return;
	memcpy(d->rx + d->rx_at, data + 4, data[3]);
}

void appends_unchecked(struct device *d, const u8 *data, int size)
{
	if (size < 4 || d->rx_at < 0 || 4 + data[3] > size)
		return;
	memcpy(d->rx + d->rx_at, data + 4, data[3]);
}

/* That an index is bounded says nothing of a length that nobody here looks at. */
void fills_all(struct device *d, const u32 *values)
{
	for (int i = 0; i < 10; i++)
		((u32 *)d->rx)[i] = values[i];
}

void fills_in_steps(struct device *d, const u32 *values)
{
	u8 *to = d->rx;

	for (int i = 0; i < 10; i++, to += 4)
		*(u32 *)to = values[i];
}
