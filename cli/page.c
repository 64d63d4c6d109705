// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A report as one HTML page: head, tables, filters, findings. Nothing is loaded from
 * elsewhere, and the policy in the head lets no script run but the page's own.
 */
#include "page.h"

#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "rules.h"
#include "sha256.h"

/* "sha256-…" as a content security policy has it: the bytes in base64. */
static void write_hash(struct html *html, const char *text)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	char hex[LC_SHA256_HEX], encoded[45];
	unsigned char bytes[33] = { 0 };
	struct lc_sha256 hash;
	size_t n = 0;

	lc_sha256_init(&hash);
	lc_sha256_add(&hash, text, strlen(text));
	lc_sha256_hex(&hash, hex);
	for (size_t i = 0; i < 32; i++) {
		const char pair[] = { hex[2 * i], hex[2 * i + 1], '\0' };

		bytes[i] = (unsigned char)strtoul(pair, NULL, 16);
	}
	for (size_t i = 0; i < 33; i += 3) {
		unsigned bits = (unsigned)(bytes[i] << 16 | bytes[i + 1] << 8 | bytes[i + 2]);

		for (int shift = 18; shift >= 0; shift -= 6)
			encoded[n++] = digits[bits >> shift & 63];
	}
	strcpy(encoded + 43, "="); /* 32 bytes leave one over */
	html_raw(html, "'sha256-");
	html_raw(html, encoded);
	html_raw(html, "'");
}

static void write_head(struct html *html)
{
	html_raw(html, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
		       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		       "base-uri 'none'; form-action 'none'; style-src ");
	write_hash(html, page_style);
	html_raw(html, "; script-src ");
	write_hash(html, page_script);
	html_raw(html, "\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
		       "<title>layoutcheck report</title>\n<style>");
	html_raw(html, page_style);
	html_raw(html,
		 "</style>\n</head>\n<body>\n<h1>layoutcheck report</h1>\n<p class=\"about\">");
}

static void write_about(struct page *page)
{
	const struct figures *figures = page->figures;
	struct html *html = &page->html;

	html_raw(html, LC_TOOL_NAME " " LC_VERSION ", ");
	html_number(html, figures->units);
	html_raw(html, figures->units == 1 ? " unit" : " units");
	if (figures->incomplete) {
		html_raw(html, ", ");
		html_number(html, figures->incomplete);
		html_raw(html, figures->incomplete == 1 ? " place" : " places");
		html_raw(html, " where the analysis did not finish");
	}
	if (figures->suppressed) {
		html_raw(html, ", ");
		html_number(html, figures->suppressed);
		html_raw(html, figures->suppressed == 1 ? " finding" : " findings");
		html_raw(html, " suppressed in the source");
	}
	html_raw(html, "</p>\n");
}

static void write_notes(struct page *page)
{
	const struct figures *figures = page->figures;

	if (!figures->n_notes)
		return;
	html_raw(&page->html, "<h2>Not checked, or not as it is now</h2>\n<ul class=\"scroll\">\n");
	for (size_t i = 0; i < figures->n_notes; i++) {
		html_raw(&page->html, "<li>");
		html_text(&page->html, figures->notes[i]);
		html_raw(&page->html, "</li>\n");
	}
	html_raw(&page->html, "</ul>\n");
}

static bool is_shown(const struct sarif_read_result *result)
{
	return !json_array_size(json_object_get(result->json, "suppressions"));
}

/* Calls page_finding(), or with TABLES page_tables_add(), for each result of the log. */
static void visit(struct page *page, struct page_tables *tables)
{
	struct sarif_reader *reader;
	const struct sarif_read_result *result;
	enum sarif_read_status status;

	rewind(page->log);
	reader = sarif_reader_from_stream(page->log, page->log_name);
	if (!reader)
		cli_fatal("out of memory");
	while ((status = sarif_reader_next(reader, &result)) == SARIF_READ_RESULT) {
		struct facets facets;

		if (!is_shown(result))
			continue;
		facets = facets_of(result);
		if (tables)
			page_tables_add(tables, &facets, result->level);
		else
			page_finding(page, result, &facets);
		facets_free(&facets);
	}
	if (status == SARIF_READ_ERROR && tables) {
		char *message = sarif_read_error_message(sarif_reader_error(reader));

		cli_message("%s", message ? message : page->log_name);
		free(message);
		page->failed = true;
	}
	sarif_reader_close(reader);
}

int page_write(struct page *page, struct sarif_sink sink)
{
	struct page_tables *tables = page_tables_new();

	page->html.sink = sink;
	visit(page, tables);
	write_head(&page->html);
	write_about(page);
	page_tables_write(page, tables);
	html_raw(&page->html, "<main>\n");
	visit(page, NULL);
	html_raw(&page->html, "</main>\n");
	write_notes(page);
	html_raw(&page->html, "<script>");
	html_raw(&page->html, page_script);
	html_raw(&page->html, "</script>\n</body>\n</html>\n");
	page_tables_free(tables);
	sources_free(&page->sources);
	return html_flush(&page->html);
}
