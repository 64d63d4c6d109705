// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The tables of the page: conversions by domain and folder, findings by folder, domain,
 * rule and verdict, each row a filter; and the form of the filters.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "map.h"
#include "message.h"
#include "page.h"

enum facet { FACET_LEVEL, FACET_RULE, FACET_VERDICT, FACET_DOMAIN, FACET_FOLDER, N_FACETS };

static const char *const facet_names[] = { "level", "rule", "verdict", "domain", "folder" };

struct row {
	char *name;
	unsigned counts[SARIF_LEVEL_ERROR + 1];
};

struct page_tables {
	struct {
		struct map index; /* name to number in ROWS, from 1 on */
		struct row *rows;
		size_t n, capacity;
	} facets[N_FACETS];
};

struct page_tables *page_tables_new(void)
{
	return cli_alloc(sizeof(struct page_tables));
}

void page_tables_free(struct page_tables *tables)
{
	for (size_t i = 0; i < N_FACETS; i++) {
		for (size_t j = 0; j < tables->facets[i].n; j++)
			free(tables->facets[i].rows[j].name);
		free(tables->facets[i].rows);
		map_free(&tables->facets[i].index);
	}
	free(tables);
}

void page_tables_add(struct page_tables *tables, const struct facets *facets,
		     enum sarif_level level)
{
	const char *const values[] = { facets->level, facets->rule, facets->verdict, facets->domain,
				       facets->folder };

	for (size_t i = 0; i < N_FACETS; i++) {
		struct map_slot *slot =
			map_put(&tables->facets[i].index, values[i], strlen(values[i]));

		if (!slot->value) {
			CLI_GROW(tables->facets[i].rows, tables->facets[i].n,
				 tables->facets[i].capacity);
			tables->facets[i].rows[tables->facets[i].n] =
				(struct row){ .name = cli_strdup(values[i]) };
			slot->value = (void *)(uintptr_t)++tables->facets[i].n;
		}
		tables->facets[i].rows[(uintptr_t)slot->value - 1].counts[level]++;
	}
}

static int by_name(const void *left, const void *right)
{
	return strcmp(((const struct row *)left)->name, ((const struct row *)right)->name);
}

static void head(struct html *html, const char *title, const char *const *columns, size_t n)
{
	html_raw(html, "<div class=\"scroll\"><table><thead><tr><th>");
	html_text(html, title);
	html_raw(html, "</th>");
	for (size_t i = 0; i < n; i++) {
		html_raw(html, "<th>");
		html_text(html, columns[i]);
		html_raw(html, "</th>");
	}
	html_raw(html, "</tr></thead><tbody>\n");
}

static void number(struct html *html, const char *shade, unsigned long n)
{
	html_raw(html, "<td class=\"");
	html_raw(html, n ? shade : "zero");
	html_raw(html, "\">");
	html_number(html, n);
	html_raw(html, "</td>");
}

/* A name that shows, upon a click, what is counted in its row. */
static void name_cell(struct html *html, const char *facet, const char *name)
{
	html_raw(html, "<td><a href=\"#");
	html_raw(html, facet);
	html_raw(html, "=");
	for (const char *c = name; *c; c++) {
		char encoded[4];

		snprintf(encoded, sizeof(encoded), "%%%02X", (unsigned char)*c);
		html_raw(html, encoded);
	}
	html_raw(html, "\">");
	html_text(html, name);
	html_raw(html, "</a></td>");
}

static void tally_row(struct html *html, const char *facet, const char *name,
		      const struct tally *tally)
{
	html_raw(html, facet ? "<tr>" : "<tr class=\"all\">");
	if (facet) {
		name_cell(html, facet, name);
	} else {
		html_raw(html, "<td>");
		html_text(html, name);
		html_raw(html, "</td>");
	}
	number(html, "", tally->conversions);
	number(html, "good", tally->verdicts[LC_PROVEN]);
	number(html, "good", tally->held);
	number(html, "good", tally->every_rule);
	number(html, "warning", tally->verdicts[LC_OPEN]);
	number(html, "error", tally->verdicts[LC_REFUTED]);
	html_raw(html, "</tr>\n");
}

static void write_conversions(struct page *page)
{
	static const char *const columns[] = { "conversions", "proven", "held",
					       "every rule",  "open",   "refuted" };
	static const enum lc_domain order[] = { LC_DOMAIN_PACKET, LC_DOMAIN_FIRMWARE_TABLE,
						LC_DOMAIN_REGISTER, LC_DOMAIN_OTHER };
	const struct figures *figures = page->figures;
	struct html *html = &page->html;

	if (!figures->has_conversions)
		return;
	html_raw(html, "<h2>Conversions</h2>\n<div class=\"tables\" id=\"conversions\">\n");
	head(html, "domain", columns, 6);
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
		tally_row(html, "domain", lc_domain_name(order[i]),
			  &figures->conversions.domain[order[i]]);
	tally_row(html, NULL, "all", &figures->conversions.all);
	html_raw(html, "</tbody></table></div>\n");
	if (figures->n_folders) {
		head(html, "folder", columns, 6);
		for (size_t i = 0; i < figures->n_folders; i++)
			tally_row(html, "folder", figures->folders[i].name,
				  &figures->folders[i].tally);
		html_raw(html, "</tbody></table></div>\n");
	}
	html_raw(html, "</div>\n");
}

static void write_findings(struct page *page, struct page_tables *tables)
{
	static const char *const columns[] = { "error", "warning", "note" };
	struct html *html = &page->html;

	html_raw(html, "<h2>Findings</h2>\n<div class=\"tables\" id=\"findings\">\n");
	for (size_t i = FACET_RULE; i < N_FACETS; i++) {
		head(html, facet_names[i], columns, 3);
		for (size_t j = 0; j < tables->facets[i].n; j++) {
			const struct row *row = &tables->facets[i].rows[j];

			html_raw(html, "<tr>");
			name_cell(html, facet_names[i], row->name);
			number(html, "error", row->counts[SARIF_LEVEL_ERROR]);
			number(html, "warning", row->counts[SARIF_LEVEL_WARNING]);
			number(html, "note", row->counts[SARIF_LEVEL_NOTE]);
			html_raw(html, "</tr>\n");
		}
		html_raw(html, "</tbody></table></div>\n");
	}
	html_raw(html, "</div>\n");
}

/* The script shows the form: without it nothing is filtered. */
static void write_form(struct page *page, struct page_tables *tables)
{
	struct html *html = &page->html;

	html_raw(html, "<form id=\"filters\" hidden>\n");
	for (size_t i = 0; i < N_FACETS; i++) {
		html_raw(html, "<label>");
		html_raw(html, facet_names[i]);
		html_raw(html, "<select name=\"");
		html_raw(html, facet_names[i]);
		html_raw(html, "\"><option value=\"\">all</option>");
		for (size_t j = 0; j < tables->facets[i].n; j++) {
			html_raw(html, "<option value=\"");
			html_text(html, tables->facets[i].rows[j].name);
			html_raw(html, "\">");
			html_text(html, tables->facets[i].rows[j].name);
			html_raw(html, "</option>");
		}
		html_raw(html, "</select></label>\n");
	}
	html_raw(html,
		 "<label>search<input name=\"q\" type=\"search\" autocomplete=\"off\"></label>\n"
		 "<output id=\"count\"></output>\n</form>\n");
}

void page_tables_write(struct page *page, struct page_tables *tables)
{
	for (size_t i = 0; i < N_FACETS; i++)
		if (tables->facets[i].n)
			qsort(tables->facets[i].rows, tables->facets[i].n, sizeof(struct row),
			      by_name);
	write_conversions(page);
	write_findings(page, tables);
	write_form(page, tables);
}
