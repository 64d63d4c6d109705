/* SPDX-License-Identifier: GPL-2.0-or-later */
/* without a list of places, known ways out and types that a record shows the padding of */
#include <linux/uaccess.h>

int padded(void *arg, u32 value)
{
	struct info info;

	info.value = value;
	return copy_to_user(arg, &info, sizeof(info));
}

int whole(void *arg, u32 value)
{
	struct whole whole;

	whole.value = value;
	return copy_to_user(arg, &whole, sizeof(whole));
}

int stays(u32 value)
{
	struct info info;

	info.value = value;
	return look_at(&info);
}
