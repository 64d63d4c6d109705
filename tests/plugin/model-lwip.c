// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: what the built-in model says of lwIP's buffers, sockets and heap.
 */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long size_t;
typedef long ssize_t;

struct pbuf {
	struct pbuf *next;
	void *payload;
	u16 tot_len;
	u16 len;
};

struct netbuf;
struct sockaddr;
struct msghdr;

struct hdr {
	u32 type, id;
};

struct pbuf *pbuf_alloc(int layer, u16 length, int type);
u8 pbuf_remove_header(struct pbuf *p, size_t header_size);
u8 pbuf_add_header(struct pbuf *p, size_t header_size);
void pbuf_ref(struct pbuf *p);
void pbuf_cat(struct pbuf *head, struct pbuf *tail);
void pbuf_chain(struct pbuf *head, struct pbuf *tail);
u8 pbuf_get_at(const struct pbuf *p, u16 offset);
int pbuf_try_get_at(const struct pbuf *p, u16 offset);
u16 pbuf_memcmp(const struct pbuf *p, u16 offset, const void *s2, u16 n);
u16 pbuf_copy_partial(const struct pbuf *p, void *dataptr, u16 len, u16 offset);
void *pbuf_get_contiguous(const struct pbuf *p, void *buffer, size_t bufsize, u16 len, u16 offset);
signed char netbuf_data(struct netbuf *buf, void **dataptr, u16 *len);
void *netbuf_alloc(struct netbuf *buf, u16 size);
ssize_t lwip_recv(int s, void *mem, size_t len, int flags);
ssize_t lwip_read(int s, void *mem, size_t len);
ssize_t lwip_recvfrom(int s, void *mem, size_t len, int flags, struct sockaddr *from, u32 *fromlen);
void *mem_malloc(size_t size);
void *mem_calloc(size_t count, size_t size);

u32 compared(struct pbuf *p)
{
	if (p->len < sizeof(struct hdr))
		return 0;
	return ((struct hdr *)p->payload)->id; // verdict: overlay struct hdr proven lc-short-buffer because p->len >= 8
}

/* What the chain holds is not what its first buffer holds. */
u32 another_length(struct pbuf *p)
{
	if (p->tot_len < sizeof(struct hdr))
		return 0;
	return ((struct hdr *)p->payload)->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 removed(struct pbuf *p)
{
	const struct hdr *h = p->payload; // verdict: overlay struct hdr proven lc-short-buffer because pbuf_remove_header

	if (pbuf_remove_header(p, sizeof(*h)))
		return 0;
	return h->id;
}

u32 removed_too_little(struct pbuf *p)
{
	const struct hdr *h = p->payload;

	if (pbuf_remove_header(p, 4))
		return 0;
	return h->id; // warning: needs 8 bytes of 'p->payload'.*4 known [lc-short-buffer]
}

u32 added(struct pbuf *p)
{
	if (pbuf_add_header(p, sizeof(struct hdr)))
		return 0;
	return ((struct hdr *)p->payload)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 kept_by_ref(struct pbuf *p, struct pbuf *q, void *room)
{
	if (p->len < sizeof(struct hdr) || !q || !room)
		return 0;
	pbuf_ref(p);
	return ((struct hdr *)p->payload)->id; // verdict: overlay struct hdr proven lc-short-buffer because p->len >= 8
}

u32 kept_by_cat(struct pbuf *p, struct pbuf *q, void *room)
{
	if (p->len < sizeof(struct hdr) || !q || !room)
		return 0;
	pbuf_cat(p, q);
	return ((struct hdr *)p->payload)->id; // verdict: overlay struct hdr proven lc-short-buffer because p->len >= 8
}

u32 kept_by_chain(struct pbuf *p, struct pbuf *q, void *room)
{
	if (p->len < sizeof(struct hdr) || !q || !room)
		return 0;
	pbuf_chain(p, q);
	return ((struct hdr *)p->payload)->id; // verdict: overlay struct hdr proven lc-short-buffer because p->len >= 8
}

u32 kept_by_copy(struct pbuf *p, struct pbuf *q, void *room)
{
	if (p->len < sizeof(struct hdr) || !q || !room)
		return 0;
	pbuf_copy_partial(p, room, 4, 0);
	return ((struct hdr *)p->payload)->id; // verdict: overlay struct hdr proven lc-short-buffer because p->len >= 8
}

u32 kept_by_contiguous(struct pbuf *p, struct pbuf *q, void *room)
{
	if (p->len < sizeof(struct hdr) || !q || !room)
		return 0;
	pbuf_get_contiguous(p, room, 4, 4, 0);
	return ((struct hdr *)p->payload)->id; // verdict: overlay struct hdr proven lc-short-buffer because p->len >= 8
}

u32 kept_by_get(struct pbuf *p, struct pbuf *q, void *room)
{
	if (p->len < sizeof(struct hdr) || !q || !room)
		return 0;
	pbuf_get_at(p, 1);
	return ((struct hdr *)p->payload)->id; // verdict: overlay struct hdr proven lc-short-buffer because p->len >= 8
}

u32 kept_by_try(struct pbuf *p, struct pbuf *q, void *room)
{
	if (p->len < sizeof(struct hdr) || !q || !room)
		return 0;
	pbuf_try_get_at(p, 1);
	return ((struct hdr *)p->payload)->id; // verdict: overlay struct hdr proven lc-short-buffer because p->len >= 8
}

u32 kept_by_compare(struct pbuf *p, struct pbuf *q, void *room)
{
	if (p->len < sizeof(struct hdr) || !q || !room)
		return 0;
	pbuf_memcmp(p, 0, room, 4);
	return ((struct hdr *)p->payload)->id; // verdict: overlay struct hdr proven lc-short-buffer because p->len >= 8
}

/* The chain is so long: nothing is said of the first of it. */
void allocated(void)
{
	struct pbuf *p = pbuf_alloc(0, sizeof(struct hdr), 0);

	if (p)
		((struct hdr *)p->payload)->id = 1; // verdict: overlay struct hdr open lc-short-buffer
}

u32 contiguous(const struct pbuf *p)
{
	struct hdr room;
	const struct hdr *h = pbuf_get_contiguous(p, &room, sizeof(room), sizeof(room), 0); // verdict: overlay struct hdr proven lc-short-buffer

	return h ? h->id : 0;
}

/* There may be more of them in the buffer. */
u32 too_little_contiguous(const struct pbuf *p)
{
	u8 room[8];
	const struct hdr *h = pbuf_get_contiguous(p, room, sizeof(room), 4, 0); // verdict: overlay struct hdr open lc-short-buffer because needs 8 bytes of 'h', 4 known

	return h ? h->id : 0;
}

u32 data_of_netbuf(struct netbuf *buf)
{
	void *data;
	u16 len;

	if (netbuf_data(buf, &data, &len) || len < sizeof(struct hdr))
		return 0;
	return ((struct hdr *)data)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 data_of_netbuf_too_short(struct netbuf *buf)
{
	void *data;
	u16 len;

	if (netbuf_data(buf, &data, &len) || len < 4)
		return 0;
	return ((struct hdr *)data)->id; // warning: needs 8 bytes of 'data'.*4 known [lc-short-buffer]
}

void data_for_netbuf(struct netbuf *buf)
{
	struct hdr *h = netbuf_alloc(buf, sizeof(*h)); // verdict: overlay struct hdr proven lc-short-buffer

	if (h)
		h->id = 1;
}

u32 copied(const struct pbuf *p)
{
	u8 buf[64];

	if (pbuf_copy_partial(p, buf, sizeof(buf), 0) < sizeof(struct hdr))
		return 0;
	return ((struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 copied_too_little(const struct pbuf *p)
{
	u8 buf[64];

	if (pbuf_copy_partial(p, buf, sizeof(buf), 0) < 4)
		return 0;
	return ((struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]
}

u32 received(int s)
{
	u8 buf[64];

	if (lwip_recv(s, buf, sizeof(buf), 0) < 8)
		return 0;
	return ((struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 received_too_little(int s)
{
	u8 buf[64];

	if (lwip_recv(s, buf, sizeof(buf), 0) < 4)
		return 0;
	return ((struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]
}

u32 read_too_little(int s)
{
	u8 buf[64];

	if (lwip_read(s, buf, sizeof(buf)) < 4)
		return 0;
	return ((struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]
}

u32 received_from_too_little(int s)
{
	u8 buf[64];

	if (lwip_recvfrom(s, buf, sizeof(buf), 0, 0, 0) < 4)
		return 0;
	return ((struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]
}

void heap(void)
{
	u8 *one = mem_malloc(8), *two = mem_calloc(2, 2);

	if (one)
		((struct hdr *)one)->id = 1;
	if (two)
		((struct hdr *)two)->id = 2; // warning: needs 8 bytes of 'two'.*only 4 [lc-short-buffer]
}
