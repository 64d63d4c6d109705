/* SPDX-License-Identifier: GPL-2.0-or-later */
/* objects with padding are compared member by member */
#include <linux/string.h>

struct key {
	u8 proto;
	u32 addr;
	u8 mac[6];
	struct net *net;
};

struct entry {
	struct list_head list;
	struct key key;
};

bool same(const struct key *a, const struct key *b)
{
	return !memcmp(a, b, sizeof(*a));
}

struct entry *find(struct entry *entries, int n, struct key key)
{
	int i;

	for (i = 0; i < n; i++) {
		if (memcmp(&entries[i].key, &key, sizeof(key)) == 0)
			return &entries[i];
	}
	return NULL;
}

int other(struct key *a, struct key *b, bool strict)
{
	if (strict && memcmp(a, b, sizeof(struct key)))
		return 1;
	if (memcmp(a, b, sizeof(struct key)) != 0)
		return 2;
	return strict || !memcmp(b, a, sizeof(*b));
}
