// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: a static function may rely on its callers. It may not where
 * they are all in sight and one of them compares nothing either.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct sk_buff {
	unsigned int len, data_len;
	u8 *head, *data;
};

struct event {
	u8 status;
	u16 handle;
} __attribute__((packed));

void take(u32 value);
void *skb_pull(struct sk_buff *skb, unsigned int n);
struct sk_buff *next_of(void *queue);
int out_of_sight(struct sk_buff *skb);

/* Handlers of one event each: the dispatcher looks at the first byte alone. */
static void handle_unchecked(struct sk_buff *skb)
{
	const struct event *e = (const struct event *)skb->data;

	take(e->handle); // warning: needs 3 bytes of 'skb->data' as 'struct event'.*not compared [lc-short-buffer]
}

static void handle_checked(struct sk_buff *skb)
{
	const struct event *e = (const struct event *)skb->data; // verdict: overlay struct event proven lc-short-buffer

	if (skb->len < sizeof(*e))
		return;
	take(e->handle);
}

void dispatch(struct sk_buff *skb, u8 event)
{
	skb_pull(skb, 2);
	if (event == 1)
		handle_unchecked(skb); // note: nothing compared it before
	else
		handle_checked(skb);
}

/* The caller compares. */
static void handle_after_check(struct sk_buff *skb)
{
	take(((const struct event *)skb->data)->handle); // verdict: overlay struct event proven lc-short-buffer because at its call
}

void check_and_dispatch(struct sk_buff *skb)
{
	if (skb->len >= sizeof(struct event))
		handle_after_check(skb);
}

/* The caller asks somebody who may. */
static void handle_after_question(struct sk_buff *skb)
{
	take(((const struct event *)skb->data)->handle); // verdict: overlay struct event open lc-short-buffer because callers
}

void ask_and_dispatch(struct sk_buff *skb)
{
	if (out_of_sight(skb))
		handle_after_question(skb);
}

/* Called by way of a pointer: by whom is not known. */
static void handle_by_pointer(struct sk_buff *skb)
{
	take(((const struct event *)skb->data)->handle); // verdict: overlay struct event open lc-short-buffer because layer
}

void (*const handlers[])(struct sk_buff *) = { handle_by_pointer };

/* What was kept in a queue may have been checked when it was put there. */
static void handle_kept(struct sk_buff *skb)
{
	take(((const struct event *)skb->data)->handle); // verdict: overlay struct event open lc-short-buffer because callers
}

void work(void *queue)
{
	handle_kept(next_of(queue));
}

/* Pointer and length as parameters, through one more function. */
static u32 inner(const u8 *buf, size_t len)
{
	return *(const u32 *)buf; // warning: needs 4 bytes of 'buf'.*not compared [lc-short-buffer]
}

static u32 middle(const u8 *buf, size_t len)
{
	return inner(buf, len);
}

u32 outer(const u8 *buf, size_t len)
{
	return middle(buf, len);
}

static u32 inner_of_checked(const u8 *buf, size_t len)
{
	return *(const u32 *)buf; // verdict: overlay u32 proven lc-short-buffer because at its call
}

static u32 middle_that_checks(const u8 *buf, size_t len)
{
	return len < 4 ? 0 : inner_of_checked(buf, len);
}

u32 outer_of_checked(const u8 *buf, size_t len)
{
	return middle_that_checks(buf, len);
}

/* So many as the caller says: a constant is for the caller's own reader to judge. */
static u32 of_constant(const u8 *buf, size_t len)
{
	return *(const u32 *)buf; // verdict: overlay u32 open lc-short-buffer because callers
}

u32 gives_a_constant(const u8 *buf)
{
	return of_constant(buf, 8);
}

/* A transfer brings its length along: who calls by way of a pointer hands it over as it came. */
struct urb {
	u8 *transfer_buffer;
	u32 actual_length;
};

static void complete(struct urb *urb)
{
	const struct event *e = (const struct event *)urb->transfer_buffer;

	take(e->handle); // warning: needs 3 bytes of 'urb->transfer_buffer'.*not compared [lc-short-buffer]
}

static void complete_compared(struct urb *urb)
{
	const struct event *e = (const struct event *)urb->transfer_buffer; // verdict: overlay struct event proven lc-short-buffer

	if (urb->actual_length < sizeof(*e))
		return;
	take(e->handle);
}

void (*const completions[])(struct urb *urb) = { complete, complete_compared };

/* This one is only called by those that can compare. */
static void on_event(struct urb *urb)
{
	const struct event *e = (const struct event *)urb->transfer_buffer; // verdict: overlay struct event proven lc-short-buffer

	take(e->handle);
}

static void complete_event(struct urb *urb)
{
	if (urb->actual_length >= sizeof(struct event))
		on_event(urb);
}

void (*const others[])(struct urb *urb) = { complete_event };
