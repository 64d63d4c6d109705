/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

struct request {
	u32 size;
	u32 flags;
};

static u32 direct(void __user *argument)
{
	struct request *request = (struct request *)argument;

	return request->size;
}

static u32 copied(void __user *argument)
{
	struct request request;

	if (copy_from_user(&request, argument, sizeof(request)))
		return 0;
	return request.size;
}

/*
 * check-name: __user is lost by a cast; copy_from_user is silent
 *
 * check-error-start
user.c:11:29: warning: __user is lost: 'argument' of type 'void __user *' is used as 'struct request *' by a cast; use copy_from_user() or get_user() [CWE-822] [lc-address-space]
user.c:9:19: note: 'argument' is declared here
 * check-error-end
 */
