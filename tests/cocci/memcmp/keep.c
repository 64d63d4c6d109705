/* SPDX-License-Identifier: GPL-2.0-or-later */
/* an order, a part, a call and members that are not equal by == stay as they are */
#include <linux/string.h>

struct key {
	u8 proto;
	u32 addr;
};

struct number {
	u8 unit;
	double value;
};

struct nested {
	u8 proto;
	struct key key;
};

struct flexible {
	u8 n;
	u16 values[];
};

int order(const struct key *a, const struct key *b)
{
	int difference = memcmp(a, b, sizeof(*a));

	if (memcmp(a, b, sizeof(*a)) < 0)
		return -1;
	return difference ?: memcmp(b, a, sizeof(*b));
}

bool part(const struct key *a, const struct key *b)
{
	return !memcmp(a, b, offsetof(struct key, addr)) && !memcmp(a, b, 4);
}

bool called(struct key *a)
{
	return !memcmp(a, next_key(), sizeof(*a)) && !memcmp(a, a + 1, sizeof(*a));
}

bool numbers(struct number *a, struct number *b)
{
	return !memcmp(a, b, sizeof(*a));
}

bool within(struct nested *a, struct nested *b, struct flexible *c, struct flexible *d)
{
	return !memcmp(a, b, sizeof(*a)) && !memcmp(c, d, sizeof(*c));
}

bool unknown(struct somewhere_else *a, struct somewhere_else *b)
{
	return !memcmp(a, b, sizeof(*a));
}

bool two_types(struct key *a, struct number *b)
{
	return !memcmp(a, b, sizeof(*a));
}
