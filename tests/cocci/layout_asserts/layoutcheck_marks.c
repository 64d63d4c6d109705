/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a type that bytes are viewed as asserts its size and the place of each member, in their order */
#include <stddef.h>
#include <linux/types.h>
#include <linux/build_bug.h>

struct point {
	u8 x, y;
} __packed;

struct frame {
	__le16 type;
	u8 zone, area;
	__be32 count;
	struct point origin;
	u8 low : 4, high : 4;
	u8 name[5];
	u8 payload[];
} __packed;

union word {
	__le32 whole;
	u8 parts[4];
};

typedef struct {
	u8 version;
	u8 lengths[3];
} __packed header_t;

struct mixed {
	__le32 id;
	bool on;
	u8 rest[3];
};

struct inner_only {
	int state;
	void *private;
};

int parse(const u8 *buf, size_t len)
{
	const struct frame *f = (const struct frame *)buf;
	const union word *w = (const union word *)(buf + 16);
	const header_t *h = (const header_t *)(buf + 20);
	const struct mixed *m = (const struct mixed *)(buf + 24);

	return len < 40 ? -1 : f->type + f->count + w->whole + h->version + m->id + f->origin.x;
}

void *other(struct inner_only *i)
{
	return i->private;
}
