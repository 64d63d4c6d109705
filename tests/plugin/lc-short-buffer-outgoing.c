// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: a record that is on its way out was made here, or by a layer
 * above; the length of one that is being filled is no bound of it.
 */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct sk_buff {
	u32 len;
	u8 *head, *data;
};

struct frame {
	u16 control;
	u16 duration;
};

struct key {
	u8 id;
	u8 bytes[32];
};

void *skb_push(struct sk_buff *skb, u32 len);
void *skb_pull(struct sk_buff *skb, u32 len);
struct sk_buff *dev_alloc_skb(u32 len);
void *memcpy(void *to, const void *from, unsigned long n);
void use(u32);
void send(struct sk_buff *skb);
void receive(struct sk_buff *skb);

/* Bytes are put in front of it. */
void sends(struct sk_buff *skb)
{
	struct frame *frame = (struct frame *)skb->data;

	skb_push(skb, 24);
	if (frame->control & 8)
		skb_pull(skb, 2);
	send(skb);
}

/* The same, where its length is compared only after that. */
void pads(struct sk_buff *skb)
{
	struct frame *frame = (struct frame *)skb->data;
	u32 header = frame->control & 8 ? 26 : 24;

	if (skb->len > header)
		skb_push(skb, 2);
	send(skb);
}

/* Bytes are taken off it, and nobody asks how many there are. */
void receives(struct sk_buff *skb)
{
	struct frame *frame = (struct frame *)skb->data;

	use(frame->control); // warning: needs 2 bytes of 'skb->data' [lc-short-buffer]
	skb_pull(skb, 2);
	receive(skb);
}

/* One header for another. */
void turns_headers(struct sk_buff *skb)
{
	struct frame *frame = (struct frame *)skb->data;

	use(frame->control); // warning: needs 2 bytes of 'skb->data' [lc-short-buffer]
	skb_pull(skb, 24);
	skb_push(skb, 14);
	receive(skb);
}

/* Bytes are taken off another one. */
void looks_at_one(struct sk_buff *skb, struct sk_buff *other)
{
	struct frame *frame = (struct frame *)skb->data;

	use(frame->control);
	skb_pull(other, 2);
	receive(other);
}

static void takes_off(struct sk_buff *any)
{
	skb_pull(any, 2);
}

void hands_on_another(struct sk_buff *skb, struct sk_buff *other)
{
	struct frame *frame = (struct frame *)skb->data;

	use(frame->control);
	takes_off(other);
}

void hands_on_the_same(struct sk_buff *skb)
{
	struct frame *frame = (struct frame *)skb->data;

	use(frame->control); // warning: needs 2 bytes of 'skb->data' [lc-short-buffer]
	takes_off(skb);
}

/* What was made has the room that was asked for; its length says how much of it was filled. */
void *skb_put(struct sk_buff *skb, u32 len);
void *memset(void *to, int c, unsigned long n);

static struct sk_buff *new_record(u32 size)
{
	struct sk_buff *skb = dev_alloc_skb(size);

	if (!skb)
		return 0;
	skb_put(skb, size);
	if (size)
		memset(skb->data, 0, size);
	return skb;
}

struct list {
	u8 kind;
	u8 n;
	u16 rates[2][8];
	u16 channels[];
};

int fills(const u16 *channels, u8 n)
{
	struct sk_buff *skb;
	struct list *list;
	int i;

	if (n > 32)
		return -1;
	skb = new_record(sizeof(*list) + n * sizeof(list->channels[0]));
	if (!skb)
		return -1;
	list = (struct list *)skb->data;
	list->n = n;
	for (i = 0; i < n; i++)
		list->channels[i] = channels[i];
	send(skb);
	return 0;
}

/* Who counts what is there works behind it. */
struct usb_request {
	void *buf;
	unsigned length;
	unsigned actual;
};

void receives_into(struct usb_request *req, volatile u32 *port, unsigned n)
{
	u32 *word = (u32 *)(req->buf + req->actual);

	for (unsigned i = 0; i < n / 4; i++)
		*word++ = *port;
	req->actual += n;
}

void looks_behind(struct usb_request *req)
{
	use(*(u32 *)(req->buf + req->actual)); // warning: reaches past 'req->buf' [lc-short-buffer]
}

/* What a function is named after it does: what comes to one that sends was made by a layer above. */
void queue_tx_frame(struct sk_buff *skb)
{
	struct frame *frame = (struct frame *)skb->data;

	use(frame->control);
	send(skb);
}

void port_xmit(struct sk_buff *skb)
{
	struct frame *frame = (struct frame *)skb->data;

	use(frame->control);
	send(skb);
}

/* A report of what was sent comes from the device. */
void handle_tx_done_event(struct sk_buff *skb)
{
	struct frame *frame = (struct frame *)skb->data;

	use(frame->control); // warning: needs 2 bytes of 'skb->data' [lc-short-buffer]
	skb_pull(skb, 2);
}

void prints_text(struct sk_buff *skb)
{
	struct frame *frame = (struct frame *)skb->data;

	use(frame->control); // warning: needs 2 bytes of 'skb->data' [lc-short-buffer]
	skb_pull(skb, 2);
}
