/* SPDX-License-Identifier: GPL-2.0-or-later */
/* layoutcheck.h among the kernel's own headers and types: every helper, and a parser as drivers have it. */
#include <linux/io.h>
#include <linux/module.h>

#include "user.c"
#include "user_why.c"

struct LC_WIRE frame {
	u8 kind, flags;
	lc_be16 length;
	lc_le32 serial;
	u8 payload[];
};

static noinline u32 parsed(const void *data, unsigned int len)
{
	size_t n;
	const struct frame *frame =
		lc_ref_from_prefix_max_elems(struct frame, payload, data, len, &n);
	u32 sum = 0;

	if (!frame)
		return 0;
	for (size_t i = 0; i < n && i < lc_be16_get(frame->length); i++)
		sum += frame->payload[i];
	return sum ^ lc_le32_get(frame->serial);
}

static int __init lc_module_init(void)
{
	static const u8 bytes[] = { 1, 0, 0, 2, 5, 0, 0, 0, 1, 2 };
	static u8 room[32];
	static __iomem u8 *registers;
	size_t count = 0;

	if (!registers)
		return parsed(bytes, sizeof(bytes)) == (3 ^ 5) ? 0 : -EINVAL;
	return user(bytes, sizeof(bytes), room, sizeof(room)) +
	       (int)reasons(bytes, sizeof(bytes), room, 1, &count) +
	       (int)use(bytes, sizeof(bytes), room, 1, (__force void *)registers);
}
module_init(lc_module_init);

MODULE_DESCRIPTION("layoutcheck.h in a module");
MODULE_LICENSE("GPL");
