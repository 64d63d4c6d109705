/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which types are wire types: bytes from outside the program are really viewed
 * as them. Only of those do the rules about types speak.
 */
#ifndef LC_WIRE_H
#define LC_WIRE_H

#include "unit.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * The view that shows LAYOUT to be a wire type: that of bytes of a domain first. READ: one that
 * reads, not only one that writes. NULL if there is none.
 */
const struct lc_view *lc_wire_view(const struct lc_layout *layout, bool read);

/* Does VIEW, which reads TYPE or, if not READ, may only write it, show it? */
bool lc_view_is_wire(const struct lc_view *view, const struct lc_type *type, bool read);

/* Does some member of TYPE, or of what it holds, have a declared byte order? */
bool lc_type_names_order(const struct lc_type *type);

#ifdef __cplusplus
}
#endif
#endif
