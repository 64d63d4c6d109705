/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Layouts as lines of a record (Documentation/record.md).
 */
#ifndef LC_REPORT_LAYOUT_H
#define LC_REPORT_LAYOUT_H

#include <sarif.h>

#include "../unit.h"

/* Adds the members of a layout, its padding and what the rules say of it to the object that is open. */
void lc_layout_write(struct sarif_json *json, const struct lc_layout *layout);

#endif
