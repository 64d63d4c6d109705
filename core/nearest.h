/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * "Did you mean": the name that differs least from what was typed.
 */
#ifndef LC_NEAREST_H
#define LC_NEAREST_H

#include <stddef.h>

/* One of NAMES, or NULL if none is close enough to be meant. */
const char *nearest_name(const char *typed, const char *const *names, size_t n);

#endif
