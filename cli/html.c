// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * HTML out of text that may hold anything.
 */
#include "html.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "utf16.h"

static void put(struct html *html, const char *data, size_t n)
{
	while (n && !html->error) {
		size_t room = sizeof(html->buffer) - html->used;
		size_t part = n < room ? n : room;

		memcpy(html->buffer + html->used, data, part);
		html->used += part;
		data += part;
		n -= part;
		if (html->used == sizeof(html->buffer))
			html_flush(html);
	}
}

int html_flush(struct html *html)
{
	if (!html->error && html->used)
		html->error = html->sink.write(html->sink.context, html->buffer, html->used);
	html->used = 0;
	return html->error;
}

void html_raw(struct html *html, const char *markup)
{
	put(html, markup, strlen(markup));
}

void html_number(struct html *html, unsigned long number)
{
	char text[24];

	snprintf(text, sizeof(text), "%lu", number);
	html_raw(html, text);
}

/* Controls but tab and newline, and the marks that make text read otherwise than it stands. */
static bool is_unseen(uint16_t unit)
{
	return (unit < ' ' && unit != '\t' && unit != '\n') || (unit >= 0x7f && unit < 0xa0) ||
	       (unit >= 0x200b && unit <= 0x200f) || (unit >= 0x2028 && unit <= 0x202e) ||
	       (unit >= 0x2060 && unit <= 0x2069) || unit == 0xfeff;
}

void html_text_n(struct html *html, const char *text, size_t n)
{
	while (n) {
		uint16_t units[2];
		unsigned n_units;
		size_t length = utf16_decode((const unsigned char *)text, n, units, &n_units);
		char name[24];

		if (units[0] == '&')
			html_raw(html, "&amp;");
		else if (units[0] == '<')
			html_raw(html, "&lt;");
		else if (units[0] == '>')
			html_raw(html, "&gt;");
		else if (units[0] == '"')
			html_raw(html, "&quot;");
		else if (units[0] == '\'')
			html_raw(html, "&#39;");
		else if (units[0] == 0xfffd)
			html_raw(html, "\xef\xbf\xbd");
		else if (n_units == 1 && is_unseen(units[0])) {
			snprintf(name, sizeof(name), "\xe2\x9f\xa8U+%04X\xe2\x9f\xa9", units[0]);
			html_raw(html, name);
		} else
			put(html, text, length);
		text += length;
		n -= length;
	}
}

void html_text(struct html *html, const char *text)
{
	html_text_n(html, text, strlen(text));
}
