/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Uses every helper of layoutcheck.h, in C, in C++ and in a kernel module. */
#include "layoutcheck.h"
struct LC_FROM_BYTES LC_UNALIGNED wire {
	uint8_t type;
	uint32_t length;
};
struct LC_FROM_BYTES header {
	uint32_t length;
	uint16_t type;
};
int user(const uint8_t *buf, int len, unsigned char *out, size_t room);
int user(const uint8_t *buf, int len, unsigned char *out, size_t room)
{
	const struct wire *a = lc_ref_from_prefix(struct wire, buf, len);
	const struct header *b = lc_ref_from_prefix_assume_aligned(struct header, buf, len);
	struct wire *c = lc_ref_from_prefix_unaligned(struct wire, out, room);
	struct header *d = lc_ref_from_prefix_nullable(struct header, out, room);
	const struct wire *e =
		lc_ref_from_prefix(struct wire, lc_ref_from_prefix(struct header, buf, len), 8);

	return (a && b && c && d && e) ? a->type : 0;
}
struct LC_WIRE item {
	lc_be16 id;
	uint8_t kind, flags;
};
__extension__ struct LC_WIRE hdr {
	lc_be16 type;
	lc_be16 n;
	struct item items[];
};
struct LC_TRY_FROM_BYTES state {
	uint8_t on8;
	bool on;
	uint16_t mode;
	int8_t level;
	uint8_t pad[3];
};
LC_DEFINE_VALID(state_valid, struct state,
		LC_BOOL(on) LC_RANGE(level, -3, 5) LC_ONE_OF(mode, 1, 2, 8))
LC_ASSERT_SIZE(struct item, 4);
LC_ASSERT_ALIGN(struct item, 1);
LC_ASSERT_FIELD(struct item, kind, 2, 1);
LC_ASSERT_NO_PADDING(struct item, id, kind, flags);
struct uart {
	uint32_t data;
	uint8_t status;
	uint8_t r[3];
	uint16_t div;
};
LC_CLAIM(struct uart, "from-bytes");
static const lc_be32 magic = LC_BE32_INIT(0x01020304);
unsigned use(const uint8_t *buf, size_t len, uint8_t *out, int n, void *regs);
unsigned use(const uint8_t *buf, size_t len, uint8_t *out, int n, void *regs)
{
	const struct hdr *h = lc_ref_from_prefix_with_elems(struct hdr, items, buf, len, n);
	size_t count, rest;
	const struct hdr *m = lc_ref_from_prefix_max_elems(struct hdr, items, buf, len, &count);
	const struct item *s = lc_slice_from_prefix(struct item, buf, len, n);
	struct item *t = lc_ref_from_suffix(struct item, out, len);
	const struct item *w = lc_ref_from_bytes(struct item, buf, len);
	struct item i;
	struct state st;
	unsigned sum = lc_be32_get(magic);
	const struct state *sr = lc_try_ref_from_prefix(struct state, state_valid, buf, len);
	const struct item *k;

	if (!lc_read_from_prefix(struct item, buf, len, &i) ||
	    !lc_write_to_prefix(struct item, out, len, &i))
		return (unsigned)lc_why_prefix(struct item, buf, len) +
		       (unsigned)lc_why_bytes(struct item, buf, len) +
		       (unsigned)lc_why_suffix(struct item, buf, len) +
		       (unsigned)lc_why_with_elems(struct hdr, items, buf, len, n) +
		       (unsigned)lc_why_try(struct state, state_valid, buf, len);
	if (!lc_try_read_from_prefix(struct state, state_valid, buf, len, &st) || !sr)
		return 1;
	const struct hdr *ends[] = {
		lc_ref_from_suffix_with_elems(struct hdr, items, buf, len, n),
		lc_ref_from_bytes_with_elems(struct hdr, items, buf, len, n),
		lc_ref_from_suffix_max_elems(struct hdr, items, buf, len, &rest),
		lc_ref_from_bytes_max_elems(struct hdr, items, buf, len, &rest)
	};

	if (h && t && w && ends[0] && ends[1] && ends[2] && ends[3])
		sum += 0u + lc_be16_get(h->type) + t->kind + w->kind;
	if (m && count > 0)
		sum += lc_be16_get(m->items[0].id);
	if (s && n > 0)
		sum += s->kind;
	while ((k = lc_take_prefix(struct item, &buf, &len)))
		sum += k->kind;
	t = lc_ref_from_suffix(struct item, out, len);
	if (t)
		lc_be16_set(&t->id, 5);
	lc_zero(&i);
	i.id = lc_be16_of(7);
	sum += lc_bytes_of(&i)[0] + lc_read(uint32_t, buf);
	lc_write(struct item, out, i);
	sum += lc_transmute(uint32_t, i);
	sum += 0u + lc_reg_read(struct uart, regs, status) + lc_reg_read(struct uart, regs, div);
	lc_reg_write(struct uart, regs, data, sum);
	lc_put_le16(out, 5);
	return sum + (unsigned)lc_get_be64(lc_rest_of_prefix(struct item, buf)) +
	       (unsigned char)lc_error_text(LC_INVALID)[0];
}
