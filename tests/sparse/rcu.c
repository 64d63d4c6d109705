/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

struct node {
	struct node __rcu *next;
	u32 value;
};

static u32 direct(struct node *node)
{
	struct node *next = node->next;

	return next->value;
}

static u32 under_the_lock(struct node *node)
{
	struct node *next = (__force struct node *)node->next;

	return next->value;
}

/*
 * check-name: __rcu is lost by an initialiser; under __force it is silent
 *
 * check-error-start
rcu.c:11:14: warning: __rcu is lost: 'node->next' of type 'struct node __rcu *' is used as 'struct node *' by an implied conversion in this initialiser; use rcu_dereference() [CWE-822] [lc-address-space]
rcu.c:5:20: note: 'next' is declared here
 * check-error-end
 */
