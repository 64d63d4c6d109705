/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

struct counters {
	unsigned long packets;
};

static unsigned long direct(struct counters __percpu *counters)
{
	struct counters *c = counters;

	return c->packets;
}

static struct counters *of_this_cpu(struct counters __percpu *counters, unsigned long offset)
{
	return (struct counters *)((__force unsigned long)counters + offset);
}

/*
 * check-name: __percpu is lost by an assignment; arithmetic under __force is silent
 *
 * check-error-start
percpu.c:10:18: warning: __percpu is lost: 'counters' of type 'struct counters __percpu *' is used as 'struct counters *' by an implied conversion in this initialiser; use this_cpu_ptr() or per_cpu_ptr() [CWE-822] [lc-address-space]
percpu.c:8:29: note: 'counters' is declared here
 * check-error-end
 */
