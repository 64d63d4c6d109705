// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: a view that is handed on, and not accessed here, is proven where all
 * bytes of its record are there at each place that hands it on. That they may not be is no
 * finding: what the other side accesses is not known.
 */
#include <stddef.h>
#include <stdint.h>

struct hdr {
	uint8_t type;
	uint8_t flags;
	uint16_t length;
	uint32_t id;
};

struct list {
	uint32_t count;
	uint32_t entries[];
};

struct outer {
	struct hdr first;
	struct hdr second;
};

uint32_t use(const struct hdr *h);
uint32_t use_list(const struct list *l);
const struct hdr *kept;

uint32_t by_call(const uint8_t *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		return 0;
	return use((const void *)buf); // verdict: overlay struct hdr proven lc-short-buffer because len >= 8.*
}

uint32_t by_call_too_short(const uint8_t *buf, size_t len)
{
	if (len < 7)
		return 0;
	return use((const void *)buf); // verdict: overlay struct hdr open lc-short-buffer because the view is handed on; its accesses are elsewhere
}

uint32_t before_the_guard(const uint8_t *buf, size_t len)
{
	const struct hdr *h = (const void *)buf; // verdict: overlay struct hdr open lc-short-buffer because the view is handed on.*

	if (use(h))
		return 1;
	if (len < sizeof(*h))
		return 0;
	return use(h);
}

uint32_t after_the_guard(const uint8_t *buf, size_t len)
{
	const struct hdr *h = (const void *)buf; // verdict: overlay struct hdr proven lc-short-buffer

	if (len < sizeof(*h))
		return 0;
	return use(h) + use(h);
}

/* Elements behind it are the other side's. */
uint32_t with_elements(const uint8_t *buf, size_t len)
{
	if (len < sizeof(struct list))
		return 0;
	return use_list((const void *)buf); // verdict: overlay struct list open lc-short-buffer because the view is handed on.*
}

void by_object_too_short(const uint8_t *buf, size_t len)
{
	if (len > 6)
		kept = (const void *)buf; // verdict: overlay struct hdr open lc-short-buffer because the view is handed on.*
}

void by_object(const uint8_t *buf, size_t len)
{
	if (len >= sizeof(struct hdr))
		kept = (const void *)buf; // verdict: overlay struct hdr proven lc-short-buffer
}

const struct hdr *by_return(const uint8_t *buf, size_t len)
{
	if (len < sizeof(struct hdr))
		return NULL;
	return (const void *)buf; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A member that is a record is what is handed on. */
uint32_t by_member(const uint8_t *buf, size_t len)
{
	const struct outer *o = (const void *)buf; // verdict: overlay struct outer proven lc-short-buffer

	if (len < sizeof(struct hdr))
		return 0;
	return use(&o->first);
}

uint32_t by_second_member(const uint8_t *buf, size_t len)
{
	const struct outer *o = (const void *)buf; // verdict: overlay struct outer open lc-short-buffer because the view is handed on.*

	if (len < sizeof(struct hdr))
		return 0;
	return use(&o->second);
}

/* What is accessed here is judged by that. */
uint32_t accessed_too(const uint8_t *buf, size_t len)
{
	const struct hdr *h = (const void *)buf; // verdict: overlay struct hdr proven lc-short-buffer because len >= 1.*

	if (len < 1)
		return 0;
	return h->type ? use(h) : 0;
}
