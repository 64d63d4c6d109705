/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * HTML out of text that may hold anything.
 */
#ifndef CLI_HTML_H
#define CLI_HTML_H

#include <stddef.h>

#include "sarif.h"

struct html {
	struct sarif_sink sink;
	int error; /* errno value of the first write that failed, or 0 */
	size_t used;
	char buffer[16384];
};

/* Markup as it is. */
void html_raw(struct html *html, const char *markup);
/*
 * N bytes as text or as an attribute's value in double quotes: what is markup is
 * escaped, what is not UTF-8 becomes U+FFFD, and a character that would not be seen
 * (a control, one that turns the direction of text) is named in its place.
 */
void html_text_n(struct html *html, const char *text, size_t n);
void html_text(struct html *html, const char *text);
void html_number(struct html *html, unsigned long number);
/* Writes what is left. Returns html->error. */
int html_flush(struct html *html);

#endif
