/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

static u32 id(void __iomem *base)
{
	struct regs *r = ;
	return (r->id;
}

/*
 * check-name: a file that is no C is named with its place and not taken for checked
 * check-exit-value: 2
 *
 * check-error-start
syntax.c:7:22: error: Expected ) in expression
layoutcheck-sparse: syntax.c: not checked: sparse cannot read it
 * check-error-end
 */
