// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * One finding of the page: what it says, the lines around it, the steps that lead there.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "decode.h"
#include "message.h"
#include "page.h"
#include "utf16.h"

#define LINES_AROUND 3
#define LONGEST_LINE 400 /* bytes; what is longer was not written by hand */

struct facets facets_of(const struct sarif_read_result *result)
{
	const char *uri = result->n_locations ? result->locations[0].uri : NULL;
	const char *verdict = sarif_read_property(result, "verdict");
	const char *domain = sarif_read_property(result, "domain");
	struct facets facets = { .level = sarif_level_name(result->level),
				 .rule = result->rule_id ? result->rule_id : "none",
				 .verdict = verdict ? verdict : "none",
				 .domain = domain ? domain : "none" };
	const char *slash;

	facets.file = uri ? sarif_path_from_uri(uri) : NULL;
	if (!facets.file)
		facets.file = cli_strdup(uri ? uri : "");
	slash = strrchr(facets.file, '/');
	facets.folder = !slash ? cli_strdup(".") :
			slash == facets.file ?
				 cli_strdup("/") :
				 cli_format("%.*s", (int)(slash - facets.file), facets.file);
	return facets;
}

void facets_free(struct facets *facets)
{
	free(facets->folder);
	free(facets->file);
}

/* A message, of whose links [text](1) the text is shown. */
static void write_message(struct html *html, const char *text)
{
	while (*text) {
		const char *open = strchr(text, '['), *close = open ? strstr(open, "](") : NULL;
		size_t digits = close ? strspn(close + 2, "0123456789") : 0;

		if (!open) {
			html_text(html, text);
			return;
		}
		html_text_n(html, text, (size_t)(open - text));
		if (digits && close[2 + digits] == ')') {
			html_text_n(html, open + 1, (size_t)(close - open) - 1);
			text = close + 2 + digits + 1;
		} else {
			html_raw(html, "[");
			text = open + 1;
		}
	}
}

/*
 * The source that a file of the log is; NULL if it is not here, or is another by now.
 * Of what is outside the root nothing is shown: a log may come from anywhere.
 */
static struct source *source_of(struct page *page, const char *file)
{
	struct source_path *path = paths_resolve(page->paths, page->paths->root, file);

	return path->missing || path->changed || path->outside ? NULL :
								 source_open(&page->sources, path);
}

/* Bytes of TEXT before the UTF-16 column COLUMN (from 1 on). */
static size_t bytes_before(const char *text, size_t n, int column)
{
	size_t at = 0;
	int units = 1;

	while (at < n && units < column) {
		uint16_t decoded[2];
		unsigned count;

		at += utf16_decode((const unsigned char *)text + at, n - at, decoded, &count);
		units += (int)count;
	}
	return at;
}

static void write_line(struct html *html, const char *text, size_t n,
		       const struct sarif_read_location *mark)
{
	size_t from = n, to = n;

	if (n > LONGEST_LINE)
		n = LONGEST_LINE;
	if (mark && mark->start_column) {
		from = bytes_before(text, n, mark->start_column);
		to = mark->end_column && mark->end_line <= mark->start_line ?
			     bytes_before(text, n, mark->end_column) :
			     n;
	}
	if (from >= to || to > n) {
		html_text_n(html, text, n);
		return;
	}
	html_text_n(html, text, from);
	html_raw(html, "<mark>");
	html_text_n(html, text + from, to - from);
	html_raw(html, "</mark>");
	html_text_n(html, text + to, n - to);
}

static void write_excerpt(struct page *page, const struct sarif_read_location *at, const char *file)
{
	struct source *source = at->start_line ? source_of(page, file) : NULL;
	struct html *html = &page->html;
	bool any = false;

	for (int i = -LINES_AROUND; source && i <= LINES_AROUND; i++) {
		int line = at->start_line + i;
		size_t n;
		const char *text = line > 0 ? source_line(source, line, &n) : NULL;

		if (!text)
			continue;
		html_raw(html, any ? "\n" : "<pre>");
		any = true;
		html_raw(html, i ? "<span data-n=\"" : "<span class=\"here\" data-n=\"");
		html_number(html, (unsigned long)line);
		html_raw(html, "\">");
		write_line(html, text, n, i ? NULL : at);
		html_raw(html, "</span>");
	}
	html_raw(html, any ? "</pre>\n" :
			     "<p class=\"facts\">The source is not here as it was compiled.</p>\n");
}

static void write_place(struct html *html, const char *file, int line, int column)
{
	html_raw(html, "<span class=\"place\">");
	html_text(html, file);
	if (line) {
		html_raw(html, ":");
		html_number(html, (unsigned long)line);
	}
	if (column) {
		html_raw(html, ":");
		html_number(html, (unsigned long)column);
	}
	html_raw(html, "</span>");
}

/* A location object of the log as an item of a list, with the line that it is on. */
static void write_step(struct page *page, const json_t *location)
{
	const json_t *region =
		decode_optional(location, "physicalLocation.region", JSON_OBJECT, NULL);
	const char *uri = decode_string(location, "physicalLocation.artifactLocation.uri");
	const char *message = decode_string(location, "message.text");
	json_int_t line = json_integer_value(json_object_get(region, "startLine"));
	json_int_t column = json_integer_value(json_object_get(region, "startColumn"));
	char *file = uri ? sarif_path_from_uri(uri) : NULL;
	struct source *source;
	const char *text;
	size_t n;

	html_raw(&page->html, "<li>");
	if (file && line > 0 && line < 1 << 30) {
		write_place(&page->html, file, (int)line,
			    column > 0 && column < 1 << 30 ? (int)column : 0);
		html_raw(&page->html, " ");
	}
	if (message)
		write_message(&page->html, message);
	source = file && line > 0 && line < 1 << 30 ? source_of(page, file) : NULL;
	text = source ? source_line(source, (int)line, &n) : NULL;
	while (text && n && (*text == ' ' || *text == '\t')) {
		text++;
		n--;
	}
	if (text && n) {
		html_raw(&page->html, "<code>");
		html_text_n(&page->html, text, n < LONGEST_LINE ? n : LONGEST_LINE);
		html_raw(&page->html, "</code>");
	}
	html_raw(&page->html, "</li>\n");
	free(file);
}

static void write_steps(struct page *page, const json_t *result)
{
	const json_t *steps =
		decode_optional(result, "codeFlows[0].threadFlows[0].locations", JSON_ARRAY, NULL);
	const json_t *related = decode_optional(result, "relatedLocations", JSON_ARRAY, NULL);
	const json_t *json;
	size_t i;

	if (json_array_size(steps))
		html_raw(&page->html, "<ol class=\"steps\">\n");
	json_array_foreach(steps, i, json)
		write_step(page, json_object_get(json, "location"));
	if (json_array_size(steps))
		html_raw(&page->html, "</ol>\n");
	if (json_array_size(related))
		html_raw(&page->html, "<ul class=\"related\">\n");
	json_array_foreach(related, i, json)
		write_step(page, json);
	if (json_array_size(related))
		html_raw(&page->html, "</ul>\n");
}

static void write_facts(struct page *page, const struct sarif_read_result *result,
			const struct facets *facets)
{
	static const char *const names[] = {
		"target", "kind", "origin", "extent", "how", "assumes"
	};
	struct html *html = &page->html;
	const char *function = result->n_locations ? result->locations[0].function : NULL;

	html_raw(html, "<p class=\"facts\">verdict ");
	html_text(html, facets->verdict);
	html_raw(html, ", domain ");
	html_text(html, facets->domain);
	if (function) {
		html_raw(html, ", in ");
		html_text(html, function);
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = sarif_read_property(result, names[i]);

		if (!value)
			continue;
		html_raw(html, ", ");
		html_raw(html, names[i]);
		html_raw(html, " ");
		html_text(html, value);
	}
	html_raw(html, "</p>\n");
}

static void attribute(struct html *html, const char *name, const char *value)
{
	html_raw(html, " data-");
	html_raw(html, name);
	html_raw(html, "=\"");
	html_text(html, value);
	html_raw(html, "\"");
}

void page_finding(struct page *page, const struct sarif_read_result *result,
		  const struct facets *facets)
{
	static const struct sarif_read_location nowhere;
	const struct sarif_read_location *at = result->n_locations ? &result->locations[0] :
								     &nowhere;
	struct html *html = &page->html;

	html_raw(html, "<details class=\"finding\"");
	attribute(html, "level", facets->level);
	attribute(html, "rule", facets->rule);
	attribute(html, "verdict", facets->verdict);
	attribute(html, "domain", facets->domain);
	attribute(html, "folder", facets->folder);
	html_raw(html, "><summary><span class=\"level ");
	html_raw(html, facets->level);
	html_raw(html, "\">");
	html_raw(html, facets->level);
	html_raw(html, "</span> ");
	write_place(html, facets->file, at->start_line, at->start_column);
	html_raw(html, " ");
	write_message(html, result->message);
	html_raw(html, " <span class=\"rule\">[");
	html_text(html, facets->rule);
	html_raw(html, "]</span></summary>\n<div class=\"body\">\n");
	write_facts(page, result, facets);
	write_excerpt(page, at, facets->file);
	write_steps(page, result->json);
	html_raw(html, "</div></details>\n");
}
