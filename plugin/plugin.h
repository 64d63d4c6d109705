/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the plugin's own files share: its arguments, and what is done with a unit.
 */
#ifndef LC_PLUGIN_H
#define LC_PLUGIN_H

#include "gcc-common.h"

#include "model.h"
#include "unit.h"

/* A comparison that a test wants forgotten. */
struct forgotten {
	const char *file;
	int line, column;
	bool found;
};

struct arguments {
	const char *record_dir; /* NULL: into the object */
	const char *layout; /* the types to describe in any case: a name or a pattern; or NULL */
	enum lc_level level; /* the lowest that is printed */
	bool werror, check_only, strict;
	struct forgotten *forgotten;
	size_t n_forgotten, forgotten_capacity;
};

/* arguments.cc: false after an error was reported. */
bool parse_arguments(struct arguments *arguments, struct lc_unit *unit, struct lc_model *model,
		     int argc, struct plugin_argument *argv);

/* report.cc: prints the findings of a unit as GCC's own diagnostics. */
void print_findings(const struct lc_unit *unit, const struct arguments *arguments);

/* suppress.cc: the attribute lc_allow, and where suppressions stand. */
void register_allow(void *event_data, void *unit);
void allow_in_function(struct lc_unit *unit, tree function, size_t first);
void locate_suppressions(struct lc_unit *unit);

/* place.cc: -ffile-prefix-map applied to a name, and the file that a name in a place stands for. */
const char *mapped_name(const char *real);
const char *real_name(const char *mapped);

/* contract.cc: claims of types are proven, and what helpers ask of types is refused where it is not. */
void prove_contracts(const char *plugin, struct lc_unit *unit, const struct lc_model *model);
/* layout_asked.cc: types that match ASKED are to be described in any case. */
void ask_for_layout(const char *plugin, const char *asked);

/* source.cc: the text of a file named in a place, NUL-terminated; NULL if it cannot be read. */
const char *source_text(const char *name);

/* forget.cc: for tests alone. Whether there is what WHAT names in FUN; it becomes unknown. */
bool forget_guard(struct lc_unit *unit, const struct lc_model *model, function *fun,
		  const struct forgotten *what);

/* section.cc: the record's way out. */
void describe_unit(struct lc_unit *unit, const struct lc_model *model);
void write_section(const struct lc_unit *unit);
bool write_file(const struct lc_unit *unit, const char *directory);

#endif
