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
