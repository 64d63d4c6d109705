// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: of many handlers that get the same bytes and their length, one does
 * not compare it. That the others do says that who calls them does not.
 */
#include <stddef.h>
#include <stdint.h>

struct rsp {
	uint8_t type;
	uint8_t flags;
	uint16_t length;
	uint32_t status;
};

struct device {
	uint8_t *buf;
	size_t len;
	uint32_t state;
};

static int start(void *buf, size_t len)
{
	struct rsp *r = buf;

	if (len < sizeof(*r)) // note: 'start \(\)' compares it
		return -1;
	return r->status ? -1 : 0;
}

static int join(void *buf, size_t len)
{
	struct rsp *r = buf;

	return len < sizeof(*r) || r->status ? -1 : 0;
}

static int leave(void *buf, size_t len)
{
	struct rsp *r = buf;

	if (len != sizeof(*r))
		return -1;
	return r->status ? -1 : 0;
}

static int scan(void *buf, size_t len)
{
	struct rsp *r = buf;

	if (sizeof(*r) > len)
		return -1;
	return r->status ? -1 : 0;
}

static int stop(struct device *d, void *buf, size_t len)
{
	struct rsp *r = buf;

	d->state = (uint32_t)len;
	return r->status ? -1 : 0; // warning: 'r->status' needs 8 bytes of 'buf' as 'struct rsp', but its length 'len' is not compared here, as it is in 4 other functions [lc-short-buffer]
}

int handle(struct device *d, unsigned command)
{
	switch (command) {
	case 0:
		return start(d->buf, d->len);
	case 1:
		return join(d->buf, d->len);
	case 2:
		return leave(d->buf, d->len);
	case 3:
		return scan(d->buf, d->len);
	default:
		return stop(d, d->buf, d->len);
	}
}

/* Who calls has seen to it. */
static int seen_to(void *buf, size_t len)
{
	struct rsp *r = buf; // verdict: overlay struct rsp proven lc-short-buffer because at its call.*

	return r->status + len ? -1 : 0;
}

int sees_to_it(uint8_t *in, size_t in_len)
{
	return in_len < sizeof(struct rsp) ? -1 : seen_to(in, in_len);
}

/* Two that compare make no custom. */
static int first(void *data, size_t data_len)
{
	struct rsp *r = data;

	return data_len < sizeof(*r) || r->status ? -1 : 0;
}

static int second(void *data, size_t data_len)
{
	struct rsp *r = data;

	return data_len < sizeof(*r) || r->status ? -1 : 0;
}

static int third(void *data, size_t data_len)
{
	struct rsp *r = data; // verdict: overlay struct rsp open lc-short-buffer

	return r->status + data_len ? -1 : 0;
}

int handle_others(struct device *d)
{
	return first(d->buf, d->len) + second(d->buf, d->len) + third(d->buf, d->len);
}
