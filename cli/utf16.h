/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Bytes that should be UTF-8, read as UTF-16 code units.
 */
#ifndef CLI_UTF16_H
#define CLI_UTF16_H

#include <stddef.h>
#include <stdint.h>

/*
 * Decodes the character at TEXT, of which N > 0 bytes are there, into one or two
 * code units and returns how many bytes it took. Bytes that are not UTF-8 give
 * U+FFFD, one for each maximal subpart, as every SARIF reader decodes them.
 */
size_t utf16_decode(const unsigned char *text, size_t n, uint16_t units[2], unsigned *n_units);

/* Code units of TEXT (N bytes) before the character that byte OFFSET stands in. */
size_t utf16_offset(const char *text, size_t n, size_t offset);

#endif
