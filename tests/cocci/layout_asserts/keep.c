/* SPDX-License-Identifier: GPL-2.0-or-later */
/* what is asserted already, changes with the machine, or is defined twice stays as it is */
#include <linux/types.h>
#include <linux/build_bug.h>

struct asserted {
	__le16 type;
	u8 zone;
} __packed;

struct asserted_in_function {
	__le16 type;
	u8 zone;
} __packed;

struct machine {
	__le16 type;
	unsigned long count;
} __packed;

#ifdef CONFIG_WIDE
struct twice {
	__le16 type;
	__le32 zone;
} __packed;
#else
struct twice {
	__le16 type;
	__le16 zone;
} __packed;
#endif

struct conditional {
	__le16 type;
#ifdef CONFIG_WIDE
	__le32 zone;
#endif
} __packed;

struct own {
	int a;
	int b;
};

static_assert(sizeof(struct asserted) == 3);

int parse(const u8 *buf, size_t len)
{
	const struct asserted *a = (const struct asserted *)buf;
	const struct asserted_in_function *b = (const struct asserted_in_function *)buf;
	const struct machine *m = (const struct machine *)buf;
	const struct twice *t = (const struct twice *)buf;
	const struct conditional *c = (const struct conditional *)buf;
	const struct own *o = (const struct own *)buf;

	BUILD_BUG_ON(sizeof(struct asserted_in_function) != 3);
	return len < 40 ? -1 : a->type + b->type + m->type + t->type + c->type + o->a;
}
