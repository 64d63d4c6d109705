/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the preprocessor's conditionals around a line of source text ask.
 */
#ifndef LC_CONDITIONAL_H
#define LC_CONDITIONAL_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Does line LINE (1-based) of TEXT, LENGTH bytes, stand in a branch of an #if that asks for the byte
 * order: #if defined(__LITTLE_ENDIAN_BITFIELD), #ifdef WORDS_BIGENDIAN, an #else or #elif of them?
 */
bool lc_conditional_on_order(const char *text, size_t length, unsigned line);

#ifdef __cplusplus
}
#endif
#endif
