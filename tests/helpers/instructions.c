/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Pairs NAME_by_hand and NAME_by_helper that must compile to the same
 * instructions: instructions.sh compares them.
 */
#include "layoutcheck.h"

struct __attribute__((packed)) wire {
	uint8_t type;
	uint32_t length;
};
struct header {
	uint32_t length;
	uint16_t type;
};
struct packet {
	unsigned int len;
	uint8_t *data;
};

#define ALIGNED(p, T) (((uintptr_t)(p) & (_Alignof(T) - 1)) == 0)
#define LENGTH(h) ((int)((h)->length + (h)->type))

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

struct LC_WIRE item {
	lc_be16 id;
	uint8_t kind, flags;
};
struct LC_WIRE list {
	lc_be16 type, count;
	struct item items[];
};
struct LC_FROM_BYTES words {
	uint32_t count;
	uint32_t word[];
};

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

int read_by_hand(const uint8_t *buf, size_t len)
{
	struct header h;

	if (len < sizeof(h))
		return -22;
	__builtin_memcpy(&h, buf, sizeof(h));
	return LENGTH(&h);
}

int read_by_helper(const uint8_t *buf, size_t len)
{
	struct header h;

	if (!lc_read_from_prefix(struct header, buf, len, &h))
		return -22;
	return LENGTH(&h);
}

int write_by_hand(uint8_t *buf, size_t len, const struct item *t)
{
	if (len < sizeof(*t))
		return -22;
	__builtin_memcpy(buf, t, sizeof(*t));
	return 0;
}

int write_by_helper(uint8_t *buf, size_t len, const struct item *t)
{
	if (!lc_write_to_prefix(struct item, buf, len, t))
		return -22;
	return 0;
}

int read_at_by_hand(const uint8_t *buf)
{
	uint32_t value;

	__builtin_memcpy(&value, buf, sizeof(value));
	return (int)value;
}

int read_at_by_helper(const uint8_t *buf)
{
	return (int)lc_read(uint32_t, buf);
}

int write_at_by_hand(uint8_t *buf, uint32_t value)
{
	__builtin_memcpy(buf, &value, sizeof(value));
	return 0;
}

int write_at_by_helper(uint8_t *buf, uint32_t value)
{
	lc_write(uint32_t, buf, value);
	return 0;
}

int get_be_by_hand(const struct list *l)
{
	uint16_t value;

	__builtin_memcpy(&value, &l->count, sizeof(value));
	return __builtin_bswap16(value);
}

int get_be_by_helper(const struct list *l)
{
	return lc_be16_get(l->count);
}

int set_be_by_hand(struct list *l, uint16_t value)
{
	value = __builtin_bswap16(value);
	__builtin_memcpy(&l->count, &value, sizeof(value));
	return 0;
}

int set_be_by_helper(struct list *l, uint16_t value)
{
	lc_be16_set(&l->count, value);
	return 0;
}

int transmute_by_hand(struct header h)
{
	uint64_t value;

	__builtin_memcpy(&value, &h, sizeof(value));
	return (int)(value >> 32 ^ value);
}

int transmute_by_helper(struct header h)
{
	uint64_t value = lc_transmute(uint64_t, h);

	return (int)(value >> 32 ^ value);
}

int zero_by_hand(struct header *h)
{
	__builtin_memset(h, 0, sizeof(*h));
	return 0;
}

int zero_by_helper(struct header *h)
{
	lc_zero(h);
	return 0;
}

int bytes_by_hand(const struct item *t)
{
	return ((const unsigned char *)t)[2];
}

int bytes_by_helper(const struct item *t)
{
	return lc_bytes_of(t)[2];
}

/* A bool and an enum are looked at as bytes before they are values. */
enum mode { MODE_A, MODE_B, MODE_C };
struct LC_TRY_FROM_BYTES state {
	enum mode mode;
	bool on;
};
LC_DEFINE_VALID(state_valid, struct state, LC_RANGE(mode, MODE_A, MODE_C) LC_BOOL(on))

static inline bool valid_by_hand(const uint8_t *bytes)
{
	int32_t mode;

	__builtin_memcpy(&mode, bytes, sizeof(mode));
	return __builtin_expect(mode >= MODE_A && mode <= MODE_C && bytes[4] <= 1, 1);
}

int try_by_hand(const uint8_t *buf, size_t len)
{
	const struct state *s;

	if (len < sizeof(*s) || !ALIGNED(buf, struct state) || !valid_by_hand(buf))
		return -22;
	s = (const struct state *)buf;
	return s->on ? (int)s->mode : 7;
}

int try_by_helper(const uint8_t *buf, size_t len)
{
	const struct state *s = lc_try_ref_from_prefix(struct state, state_valid, buf, len);

	if (!s)
		return -22;
	return s->on ? (int)s->mode : 7;
}

struct uart {
	uint32_t data;
	uint8_t status;
	uint8_t reserved[3];
	uint16_t divisor;
};

int reg_by_hand(void *base)
{
	while (!(*(volatile uint8_t *)((char *)base + 4) & 1))
		;
	*(volatile uint16_t *)((char *)base + 8) = 5;
	return (int)*(volatile uint32_t *)base;
}

int reg_by_helper(void *base)
{
	while (!(lc_reg_read(struct uart, base, status) & 1))
		;
	lc_reg_write(struct uart, base, divisor, 5);
	return (int)lc_reg_read(struct uart, base, data);
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
