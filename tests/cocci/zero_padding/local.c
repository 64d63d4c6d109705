/* SPDX-License-Identifier: GPL-2.0-or-later */
/* a variable is cleared behind the declarations, and stored to member by member */
#include <linux/uaccess.h>

int declared(void *arg, u32 value)
{
	struct info info, other;
	int n = 3;

	info.type = n;
	info.value = value;
	return copy_to_user(arg, &info, sizeof(info)) ? -EFAULT : 0;
}

int in_a_block(int fd, u32 value)
{
	if (value) {
		struct info info;

		info.type = 1;
		info.value = value;
		write(fd, (u8 *)&info, sizeof(info));
	}
	return 0;
}

int initialised(void *arg, u8 type, u32 value)
{
	struct info info = {
		.value = value + 1,
		.type = type,
		.kind = KIND(type),
	};
	int error;

	error = copy_to_user(arg, &info, sizeof(info));
	return error;
}

int helper_called(struct sock *sk, u32 value)
{
	struct info info;

	info.value = value;
	return send_info(sk, &info);
}
