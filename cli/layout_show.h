/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A record's line of kind layout, shown as C with offsets.
 */
#ifndef CLI_LAYOUT_SHOW_H
#define CLI_LAYOUT_SHOW_H

#include <jansson.h>
#include <stdbool.h>

/* Is the type NAME what WANTED asks for: its name, with or without tag, or a pattern of it? */
bool layout_is_called(const char *name, const char *wanted);
/* Prints LAYOUT on standard output. What is not as it should be is left out. */
void layout_show(const json_t *layout);

#endif
