/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

static u8 first(void __iomem *base)
{
	const u8 *bytes = (__force const u8 *)base;

	return bytes[0];
}

/*
 * check-name: a view as bytes is no typed view
 */
