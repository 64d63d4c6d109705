// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: what functions of the unit hand to each other as void *:
 * bytes of a packet at all calls of a handler, or a cookie; and what a helper
 * got from a call that the model knows, or from an allocator.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct sk_buff {
	u8 *head;
	u8 *data;
	u32 len;
};

void *skb_pull_data(struct sk_buff *skb, size_t len);
void *get_cookie(void);
__attribute__((malloc, alloc_size(1))) void *take(size_t size);
void note(const char *text);
void keep(void *what);

struct status {
	u8 status;
	u8 flags;
	u16 handle;
};

struct longer {
	struct status status;
	u32 count;
};

/* Every call hands over bytes, and enough of them. */
static u32 by_name(void *data)
{
	struct status *s = data; // verdict: overlay struct status proven lc-short-buffer

	return s->handle;
}

/* … and not enough, as far as is known: more may follow in the packet. */
static u32 by_name_short(void *data)
{
	struct longer *l = data; // verdict: overlay struct longer open lc-short-buffer

	return l->count;
}

/* One of them hands over something else. */
static u32 by_name_or_cookie(void *data)
{
	struct status *s = data; // verdict: none

	return s->handle;
}

/* Nobody hands over bytes. */
static u32 of_cookie(void *data)
{
	struct status *s = data; // verdict: none

	return s->handle;
}

/* A helper that pulls, and says so if it cannot. */
static void *pull(struct sk_buff *skb, size_t len)
{
	void *data = skb_pull_data(skb, len);

	if (!data)
		note("malformed");
	return data;
}

u32 calls_by_name(struct sk_buff *skb)
{
	void *data = pull(skb, sizeof(struct status));

	if (!data)
		return 0;
	return by_name(data) + by_name_or_cookie(data) + of_cookie(get_cookie());
}

u32 calls_by_name_short(struct sk_buff *skb)
{
	void *data = pull(skb, sizeof(struct status));

	return data ? by_name_short(data) : 0;
}

u32 calls_by_name_too(struct sk_buff *skb)
{
	void *data = skb_pull_data(skb, sizeof(struct longer));

	return data ? by_name(data) + by_name_or_cookie(get_cookie()) : 0;
}

/* Through a table that says how many bytes each handler needs. */
static void on_status(struct sk_buff *skb, void *data)
{
	struct status *s = data; // verdict: overlay struct status proven lc-short-buffer

	if (s->handle)
		note("status");
}

static void on_longer(struct sk_buff *skb, void *data)
{
	struct longer *l = data; // verdict: overlay struct longer proven lc-short-buffer

	if (l->count)
		note("longer");
}

static const struct handler {
	void (*func)(struct sk_buff *skb, void *data);
	u16 least;
} handlers[] = {
	{ on_status, sizeof(struct status) },
	{ on_longer, sizeof(struct longer) },
};

void dispatch(struct sk_buff *skb, u8 type)
{
	const struct handler *h;
	void *data;

	if (type >= sizeof(handlers) / sizeof(handlers[0]))
		return;
	h = &handlers[type];
	data = pull(skb, h->least);
	if (data)
		h->func(skb, data);
}

/* A helper that allocates. */
static u8 *new_message(size_t size)
{
	u8 *message = take(size);

	if (!message)
		note("no memory");
	return message;
}

void fills(void)
{
	u8 *message = new_message(sizeof(struct longer));

	if (!message)
		return;
	((struct longer *)message)->count = 1; // verdict: overlay struct longer proven lc-short-buffer
	keep(message);
}

void fills_too_much(void)
{
	u8 *message = new_message(2);

	if (!message)
		return;
	((struct longer *)message)->count = 1; // warning: which has only 2 [lc-short-buffer]
	keep(message);
}
