/* SPDX-License-Identifier: GPL-2.0-or-later */
/* outside of Linux the header of memset is included */
#include <unistd.h>

#include "info.h"

int out(int fd, u32 value)
{
	struct info info;

	info.value = value;
	return write(fd, &info, sizeof(info));
}
