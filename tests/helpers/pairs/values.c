/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Values, and objects as bytes; see pairs.h. */
#include "pairs.h"

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
