/* SPDX-License-Identifier: GPL-2.0-or-later */
/* what is cleared, used while others are declared, constant, or initialised in an odd way stays */
#include <linux/uaccess.h>

int cleared(void *arg, u32 value)
{
	struct info info;

	memset(&info, 0, sizeof(info));
	info.value = value;
	return copy_to_user(arg, &info, sizeof(info));
}

int used_at_once(void *arg)
{
	struct info info;
	int error = fill(&info);

	return error ?: copy_to_user(arg, &info, sizeof(info));
}

int constant(void *arg, u32 value)
{
	const struct info info = { .type = 1, .value = value };
	static struct info once;

	copy_to_user(arg, &once, sizeof(once));
	return copy_to_user(arg, &info, sizeof(info));
}

int by_position(void *arg, u32 value)
{
	struct info info = { 1, value };
	struct named named = { .name = "x", .value = value };
	struct nested nested = { .a = { 1, 2 }, .value = value };

	copy_to_user(arg, &named, sizeof(named));
	copy_to_user(arg, &nested, sizeof(nested));
	return copy_to_user(arg, &info, sizeof(info));
}

int changed_later(void *arg, u32 *value)
{
	struct info info = { .type = 1, .value = *value };
	int n = next(value);

	copy_to_user(arg, &info, sizeof(info));
	return n;
}

int other_memory(void *arg, u32 value)
{
	struct info *info = kmalloc(sizeof(*info), GFP_KERNEL);

	info = found(value);
	return copy_to_user(arg, info, sizeof(*info));
}
