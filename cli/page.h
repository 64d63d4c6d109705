/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A report as one HTML page that needs nothing else.
 */
#ifndef CLI_PAGE_H
#define CLI_PAGE_H

#include <stdio.h>

#include "figures.h"
#include "html.h"
#include "paths.h"
#include "sarif_read.h"
#include "source.h"

/* The texts of cli/page/report.css and report.js. */
extern const char page_style[], page_script[];

struct page {
	const struct figures *figures;
	FILE *log; /* SARIF; read from its start, twice */
	const char *log_name; /* for messages */
	struct paths *paths; /* against which the log's URIs are resolved */
	bool failed; /* out: the log could not be read to its end; it was told */
	/* Private. */
	struct html html;
	struct sources sources;
};

/* Returns 0, or the errno value of the first write that failed. */
int page_write(struct page *page, struct sarif_sink sink);

/* What a finding is told apart and filtered by; strings borrowed from RESULT, but for FOLDER. */
struct facets {
	const char *level, *rule, *verdict, *domain;
	char *folder; /* owned */
	char *file; /* below the root, or as the log has it; owned */
};
struct facets facets_of(const struct sarif_read_result *result);
void facets_free(struct facets *facets);

/* The page's tables, and the form whose choices are the tables' rows. In page_tables.c. */
struct page_tables;
struct page_tables *page_tables_new(void);
void page_tables_add(struct page_tables *tables, const struct facets *facets,
		     enum sarif_level level);
void page_tables_write(struct page *page, struct page_tables *tables);
void page_tables_free(struct page_tables *tables);

/* One finding with its source lines and steps. In page_finding.c. */
void page_finding(struct page *page, const struct sarif_read_result *result,
		  const struct facets *facets);

#endif
