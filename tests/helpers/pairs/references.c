/* SPDX-License-Identifier: GPL-2.0-or-later */
/* References; see pairs.h. */
#include "pairs.h"

int param_by_hand(const uint8_t *buf, size_t len)
{
	const struct wire *h;

	if (len < sizeof(*h))
		return -22;
	h = (const struct wire *)buf;
	return LENGTH(h);
}

int param_by_helper(const uint8_t *buf, size_t len)
{
	const struct wire *h = lc_ref_from_prefix(struct wire, buf, len);

	if (!h)
		return -22;
	return LENGTH(h);
}

int member_by_hand(struct packet *packet)
{
	struct wire *h;

	if (packet->len < sizeof(*h))
		return -22;
	h = (struct wire *)packet->data;
	return LENGTH(h);
}

int member_by_helper(struct packet *packet)
{
	struct wire *h = lc_ref_from_prefix_unaligned(struct wire, packet->data, packet->len);

	if (!h)
		return -22;
	return LENGTH(h);
}

int signed_by_hand(const uint8_t *buf, int len)
{
	const struct wire *h;

	if (len < (int)sizeof(*h))
		return -22;
	h = (const struct wire *)buf;
	return LENGTH(h);
}

int signed_by_helper(const uint8_t *buf, int len)
{
	const struct wire *h = lc_ref_from_prefix(struct wire, buf, len);

	if (!h)
		return -22;
	return LENGTH(h);
}

int aligned_by_hand(const uint8_t *buf, size_t len)
{
	const struct header *h;

	if (len < sizeof(*h) || !ALIGNED(buf, struct header))
		return -22;
	h = (const struct header *)buf;
	return LENGTH(h);
}

int aligned_by_helper(const uint8_t *buf, size_t len)
{
	const struct header *h = lc_ref_from_prefix(struct header, buf, len);

	if (!h)
		return -22;
	return LENGTH(h);
}

int assumed_by_hand(const uint8_t *buf, size_t len)
{
	const struct header *h;

	if (len < sizeof(*h))
		return -22;
	h = (const struct header *)buf;
	return LENGTH(h);
}

int assumed_by_helper(const uint8_t *buf, size_t len)
{
	const struct header *h = lc_ref_from_prefix_assume_aligned(struct header, buf, len);

	if (!h)
		return -22;
	return LENGTH(h);
}

int loop_by_hand(const uint8_t *p, const uint8_t *end)
{
	int sum = 0;

	for (;;) {
		const struct wire *h;

		if (end - p < (ptrdiff_t)sizeof(*h))
			break;
		h = (const struct wire *)p;
		sum += LENGTH(h);
		p += sizeof(*h);
	}
	return sum;
}

int loop_by_helper(const uint8_t *p, const uint8_t *end)
{
	int sum = 0;

	for (;;) {
		const struct wire *h = lc_ref_from_prefix(struct wire, p, end - p);

		if (!h)
			break;
		sum += LENGTH(h);
		p += sizeof(*h);
	}
	return sum;
}

int nullable_by_hand(const uint8_t *buf, size_t len)
{
	const struct wire *h;

	if (len < sizeof(*h) || !buf)
		return -22;
	h = (const struct wire *)buf;
	return LENGTH(h);
}

int nullable_by_helper(const uint8_t *buf, size_t len)
{
	const struct wire *h = lc_ref_from_prefix_nullable(struct wire, buf, len);

	if (!h)
		return -22;
	return LENGTH(h);
}

int suffix_by_hand(const uint8_t *buf, size_t len)
{
	const struct item *t;

	if (len < sizeof(*t))
		return -22;
	t = (const struct item *)(buf + (len - sizeof(*t)));
	return t->kind;
}

int suffix_by_helper(const uint8_t *buf, size_t len)
{
	const struct item *t = lc_ref_from_suffix(struct item, buf, len);

	if (!t)
		return -22;
	return t->kind;
}

int whole_by_hand(const uint8_t *buf, size_t len)
{
	const struct item *t;

	if (len != sizeof(*t))
		return -22;
	t = (const struct item *)buf;
	return t->kind;
}

int whole_by_helper(const uint8_t *buf, size_t len)
{
	const struct item *t = lc_ref_from_bytes(struct item, buf, len);

	if (!t)
		return -22;
	return t->kind;
}

int elems_by_hand(const uint8_t *buf, size_t len, size_t n)
{
	const struct list *l;

	if (len < sizeof(*l) || n > (len - sizeof(*l)) / sizeof(l->items[0]))
		return -22;
	l = (const struct list *)buf;
	return l->items[n].kind;
}

int elems_by_helper(const uint8_t *buf, size_t len, size_t n)
{
	const struct list *l = lc_ref_from_prefix_with_elems(struct list, items, buf, len, n);

	if (!l)
		return -22;
	return l->items[n].kind;
}

int aligned_elems_by_hand(const uint8_t *buf, size_t len, size_t n)
{
	const struct words *w;

	if (len < sizeof(*w) || n > (len - sizeof(*w)) / sizeof(w->word[0]) ||
	    !ALIGNED(buf, struct words))
		return -22;
	w = (const struct words *)buf;
	return (int)w->word[n];
}

int aligned_elems_by_helper(const uint8_t *buf, size_t len, size_t n)
{
	const struct words *w = lc_ref_from_prefix_with_elems(struct words, word, buf, len, n);

	if (!w)
		return -22;
	return (int)w->word[n];
}

int max_elems_by_hand(const uint8_t *buf, size_t len)
{
	const struct list *l;
	size_t n;
	int sum = 0;

	if (len < sizeof(*l))
		return -22;
	n = (len - sizeof(*l)) / sizeof(l->items[0]);
	l = (const struct list *)buf;
	for (size_t i = 0; i < n; i++)
		sum += l->items[i].kind;
	return sum;
}

int max_elems_by_helper(const uint8_t *buf, size_t len)
{
	size_t n;
	const struct list *l = lc_ref_from_prefix_max_elems(struct list, items, buf, len, &n);
	int sum = 0;

	if (!l)
		return -22;
	for (size_t i = 0; i < n; i++)
		sum += l->items[i].kind;
	return sum;
}

int suffix_elems_by_hand(const uint8_t *buf, size_t len, size_t n)
{
	const struct list *l;

	if (len < sizeof(*l) || n > (len - sizeof(*l)) / sizeof(l->items[0]))
		return -22;
	l = (const struct list *)(buf + (len - (sizeof(*l) + n * sizeof(l->items[0]))));
	return l->items[n].kind;
}

int suffix_elems_by_helper(const uint8_t *buf, size_t len, size_t n)
{
	const struct list *l = lc_ref_from_suffix_with_elems(struct list, items, buf, len, n);

	if (!l)
		return -22;
	return l->items[n].kind;
}

int whole_elems_by_hand(const uint8_t *buf, size_t len, size_t n)
{
	const struct list *l;

	if (len < sizeof(*l) || n > (len - sizeof(*l)) / sizeof(l->items[0]) ||
	    len != sizeof(*l) + n * sizeof(l->items[0]))
		return -22;
	l = (const struct list *)buf;
	return l->items[n].kind;
}

int whole_elems_by_helper(const uint8_t *buf, size_t len, size_t n)
{
	const struct list *l = lc_ref_from_bytes_with_elems(struct list, items, buf, len, n);

	if (!l)
		return -22;
	return l->items[n].kind;
}

int suffix_max_by_hand(const uint8_t *buf, size_t len)
{
	const struct list *l;
	size_t n;

	if (len < sizeof(*l))
		return -22;
	n = (len - sizeof(*l)) / sizeof(l->items[0]);
	l = (const struct list *)(buf + (len - (sizeof(*l) + n * sizeof(l->items[0]))));
	return l->items[n].kind;
}

int suffix_max_by_helper(const uint8_t *buf, size_t len)
{
	size_t n;
	const struct list *l = lc_ref_from_suffix_max_elems(struct list, items, buf, len, &n);

	if (!l)
		return -22;
	return l->items[n].kind;
}

int whole_max_by_hand(const uint8_t *buf, size_t len)
{
	const struct list *l;
	size_t n;

	if (len < sizeof(*l) || (len - sizeof(*l)) % sizeof(l->items[0]))
		return -22;
	l = (const struct list *)buf;
	n = (len - sizeof(*l)) / sizeof(l->items[0]);
	return l->items[n].kind;
}

int whole_max_by_helper(const uint8_t *buf, size_t len)
{
	size_t n;
	const struct list *l = lc_ref_from_bytes_max_elems(struct list, items, buf, len, &n);

	if (!l)
		return -22;
	return l->items[n].kind;
}

int slice_by_hand(const uint8_t *buf, size_t len, size_t n)
{
	const struct item *t;

	if (n > len / sizeof(*t))
		return -22;
	t = (const struct item *)buf;
	return t[n].kind;
}

int slice_by_helper(const uint8_t *buf, size_t len, size_t n)
{
	const struct item *t = lc_slice_from_prefix(struct item, buf, len, n);

	if (!t)
		return -22;
	return t[n].kind;
}

int take_by_hand(const uint8_t *buf, size_t len)
{
	int sum = 0;

	for (;;) {
		const struct item *t;

		if (len < sizeof(*t))
			break;
		t = (const struct item *)buf;
		buf += sizeof(*t);
		len -= sizeof(*t);
		sum += t->kind;
	}
	return sum;
}

int take_by_helper(const uint8_t *buf, size_t len)
{
	int sum = 0;

	for (;;) {
		const struct item *t = lc_take_prefix(struct item, &buf, &len);

		if (!t)
			break;
		sum += t->kind;
	}
	return sum;
}

/* What the compiler can prove, it drops. */
int provable_by_hand(const uint8_t *buf)
{
	return buf[2];
}

int provable_by_helper(const uint8_t *buf)
{
	const struct item *t = lc_ref_from_prefix(struct item, buf, 8);

	return t ? t->kind : -22;
}

int rest_by_hand(const uint8_t *buf)
{
	return buf[sizeof(struct item)];
}

int rest_by_helper(const uint8_t *buf)
{
	return lc_rest_of_prefix(struct item, buf)[0];
}
