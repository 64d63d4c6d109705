// SPDX-License-Identifier: GPL-2.0-or-later
// needs: counted_by
/*
 * lc-short-buffer: attribute counted_by says how many bytes an array at the end
 * of a record has.
 */
typedef unsigned char u8;
typedef unsigned int u32;

struct hdr {
	u32 type;
	u32 id;
};

struct msg {
	int kind;
	u32 len;
	u8 data[] __attribute__((counted_by(len)));
};

void changes(struct msg *m);

u32 compared(const struct msg *m)
{
	if (m->len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)m->data)->id; // verdict: overlay struct hdr proven lc-short-buffer because counted_by
}

u32 compared_with_too_little(const struct msg *m)
{
	if (m->len < sizeof(u32))
		return 0;
	return ((const struct hdr *)m->data)->id; // warning: [lc-short-buffer]
}

/* A view that is kept, at an offset. */
u32 behind_a_prefix(const struct msg *m)
{
	const struct hdr *h = (const struct hdr *)(m->data + 4); // verdict: overlay struct hdr proven lc-short-buffer because m->len

	if (m->len < 4 + sizeof(*h))
		return 0;
	return h->type + h->id;
}

u32 behind_a_longer_prefix(const struct msg *m)
{
	const struct hdr *h = (const struct hdr *)(m->data + 8);

	if (m->len < 4 + sizeof(*h))
		return 0;
	return h->id; // warning: [lc-short-buffer]
}

/* Nobody has compared anything: whoever calls may have. */
u32 not_compared(const struct msg *m)
{
	return ((const struct hdr *)m->data)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* What was compared is not what counts any more. */
u32 changed_meanwhile(struct msg *m)
{
	if (m->len < sizeof(struct hdr))
		return 0;
	changes(m);
	return ((struct hdr *)m->data)->id; // verdict: overlay struct hdr open lc-short-buffer
}
