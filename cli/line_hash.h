/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * primaryLocationLineHash: what GitHub's upload computes to know an alert again.
 */
#ifndef CLI_LINE_HASH_H
#define CLI_LINE_HASH_H

#include <stddef.h>
#include <stdint.h>

struct line_hash {
	uint64_t hash;
	unsigned nth; /* 1-based: so many lines up to this one have that hash; 0: no hash */
};

#define LINE_HASH_TEXT 32 /* bytes of a hash as text, with its NUL */

/*
 * The hashes of all lines of TEXT (N bytes). *N_LINES gets their number; line i
 * is at [i - 1]. Caller frees. Never NULL.
 */
struct line_hash *line_hash_file(const char *text, size_t n, size_t *n_lines);
/* The value of the fingerprint: the hash in hex, a colon, and which of its kind it is. */
void line_hash_text(const struct line_hash *hash, char text[LINE_HASH_TEXT]);

#endif
