// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * An enum out of bytes may have any value that its width holds: as an index or
 * a count it is compared first, as an integer is.
 */
// options: -fplugin-arg-layoutcheck-disable=lc-abi-dependent
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long size_t;

void *memcpy(void *to, const void *from, size_t n);

struct sk_buff {
	unsigned int len;
	u8 *data;
};

enum kind { FIRST, SECOND, THIRD, FOURTH };

struct __attribute__((packed)) hdr {
	enum kind kind;
	u32 number;
	u8 rest[4];
};

static const char *const names[4] = { "a", "b", "c", "d" };
extern int (*const handlers[4])(const struct hdr *h);

/* As an index. */
const char *name_of(const struct sk_buff *skb)
{
	const struct hdr *h = (const struct hdr *)skb->data;

	if (skb->len < sizeof(*h))
		return 0;
	return names[h->kind]; // warning: reaches as far into 'names' as 'h->kind' says [lc-unchecked-length]
}

const char *name_of_known(const struct sk_buff *skb)
{
	const struct hdr *h = (const struct hdr *)skb->data;

	if (skb->len < sizeof(*h) || h->kind > FOURTH)
		return 0;
	return names[h->kind]; // verdict: length enum kind proven lc-unchecked-length
}

/* Of a table of functions. */
int handle(const struct sk_buff *skb)
{
	const struct hdr *h = (const struct hdr *)skb->data;

	if (skb->len < sizeof(*h))
		return 0;
	return handlers[h->kind](h); // warning: reaches as far into 'handlers' as 'h->kind' says [lc-unchecked-length]
}

int handle_known(const struct sk_buff *skb)
{
	const struct hdr *h = (const struct hdr *)skb->data;

	if (skb->len < sizeof(*h) || h->kind >= sizeof(handlers) / sizeof(handlers[0]))
		return 0;
	return handlers[h->kind](h);
}

/* A value that is only compared selects nothing: what is not named is the default. */
int selected(const struct sk_buff *skb)
{
	const struct hdr *h = (const struct hdr *)skb->data;

	if (skb->len < sizeof(*h))
		return 0;
	switch (h->kind) {
	case FIRST:
		return 1;
	case SECOND:
		return 2;
	default:
		return 3;
	}
}

/* Cut to what the table has. */
const char *cut(const struct sk_buff *skb)
{
	const struct hdr *h = (const struct hdr *)skb->data;

	if (skb->len < sizeof(*h))
		return 0;
	return names[h->kind & 3];
}

/* By a copy of the record. */
const char *name_of_copy(const struct sk_buff *skb)
{
	struct hdr h;

	if (skb->len < sizeof(h))
		return 0;
	memcpy(&h, skb->data, sizeof(h));
	return names[h.kind]; // warning: reaches as far into 'names' as 'h.kind' says [lc-unchecked-length]
}

const char *name_of_known_copy(const struct sk_buff *skb)
{
	struct hdr h;

	if (skb->len < sizeof(h))
		return 0;
	memcpy(&h, skb->data, sizeof(h));
	return h.kind > FOURTH ? 0 : names[h.kind];
}
