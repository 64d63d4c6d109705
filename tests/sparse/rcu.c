/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

struct node {
	struct node __rcu *next;
	void __rcu *private;
	u32 value;
};

static u32 direct(struct node *node)
{
	struct node *next = node->next;

	return next->value;
}

static u32 direct_again(struct node *node)
{
	struct node *next = node->next;

	return next->value + 1;
}

static u32 other_type(struct node *node)
{
	struct regs *regs = node->private;

	return regs->id;
}

static u32 under_the_lock(struct node *node)
{
	struct node *next = (__force struct node *)node->next;

	return next->value;
}

/*
 * check-name: __rcu lost is a note once a member, a warning if the type changes; __force settles it
 *
 * check-error-start
rcu.c:12:14: note: __rcu is lost: 'node->next' of type 'struct node __rcu *' is used as 'struct node *' by an implied conversion in this initialiser; use rcu_dereference() [CWE-822] [lc-address-space]
rcu.c:5:20: note: 'next' is declared here
rcu.c:26:14: warning: __rcu is lost: 'node->private' of type 'void __rcu *' is used as 'struct regs *' by an implied conversion in this initialiser; use rcu_dereference() [CWE-822] [lc-address-space]
rcu.c:6:13: note: 'private' is declared here
 * check-error-end
 */
