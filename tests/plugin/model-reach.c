// SPDX-License-Identifier: GPL-2.0-or-later
// model: model.yaml
/*
 * lc-unchecked-length: what a model says that calls access, with a size out of
 * the bytes, each beside a call whose size was compared.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef u16 __le16;

struct hdr {
	u8 type;
	u8 len;
	__le16 offset;
	u8 data[];
};

void move_out(u8 *to, size_t n, const u8 *from);
int differ(const void *one, const void *other, size_t n);
void give_away(int where, const void *bytes, size_t n);
u32 load_u32(const void *p);
long receive(int fd, void *buf, size_t room);

int copies(const u8 *buf, size_t len, u8 *to)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(*h))
		return -1;
	move_out(to, h->len, h->data); // warning: 'move_out .*into 'buf' as 'h->len' says.*not compared [lc-unchecked-length]
	return 0;
}

int copies_what_is_there(const u8 *buf, size_t len, u8 *to)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(*h) || len - sizeof(*h) < h->len)
		return -1;
	move_out(to, h->len, h->data);
	return 0;
}

/* Four bytes for each that it counts. */
int compares(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	static const u32 known[64];

	if (len < sizeof(*h) + 255 * 4)
		return -1;
	return differ(h->data, known, h->len); // warning: into 'known' as 'h->len' says [lc-unchecked-length]
}

int compares_as_many_as_are_known(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	static const u32 known[64];

	if (len < sizeof(*h) + 255 * 4 || h->len > 64)
		return -1;
	return differ(h->data, known, h->len);
}

/* What leaves is read. */
void echoes(int fd, const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(*h))
		return;
	give_away(fd, h->data, h->len); // warning: into 'buf' as 'h->len' says [lc-unchecked-length]
}

void echoes_what_came(int fd, const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(*h) || h->len > len - sizeof(*h))
		return;
	give_away(fd, h->data, h->len);
}

/* What is filled is written. */
long receives(int fd, const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	u8 body[128];

	if (len < sizeof(*h))
		return -1;
	return receive(fd, body, h->len); // warning: into 'body' as 'h->len' says [lc-unchecked-length]
}

long receives_no_more_than_there_is_room_for(int fd, const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;
	u8 body[128];

	if (len < sizeof(*h) || h->len > sizeof(body))
		return -1;
	return receive(fd, body, h->len);
}

/* An access of four bytes where an offset says. */
u32 loads(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(*h))
		return 0;
	return load_u32(buf + h->offset); // warning: into 'buf' as 'h->offset' says [lc-unchecked-length]
}

u32 loads_what_is_there(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf;

	if (len < sizeof(*h) || len - 4 < h->offset)
		return 0;
	return load_u32(buf + h->offset);
}
