/* SPDX-License-Identifier: GPL-2.0-or-later */
/* without a list of places, the types that a record shows the padding of */
#include <linux/string.h>

bool padded(struct info *a, struct info *b)
{
	return !memcmp(a, b, sizeof(*a));
}

bool whole(struct whole *a, struct whole *b)
{
	return !memcmp(a, b, sizeof(*a));
}
