/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "marks.h"

u32 crc(const u8 *bytes, u32 n);
u32 hash(const u32 *words, u32 n);

struct window {
	u32 words[8];
	u8 bytes[8];
};

static u32 of_array(struct window __iomem *w)
{
	return hash(w->words, 8);
}

static u32 of_bytes(struct window __iomem *w)
{
	return crc((__force const u8 *)w->bytes, 8);
}

/*
 * check-name: an array inside a marked record carries the mark
 *
 * check-error-start
embedded-array.c:14:14: warning: __iomem is lost: 'w' of type 'struct window __iomem *' is used as 'const unsigned int *' by an implied conversion in argument 1 of hash (); use readl() or memcpy_fromio() [CWE-822] [lc-address-space]
embedded-array.c:12:21: note: 'w' is declared here
 * check-error-end
 */
