/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Models: what cannot be seen in the code, declared as data.
 *
 * The compiled form is text, a line an entry, fields separated by tabs, the
 * first line "layoutcheck-model 1"; '#' begins a comment line. Argument and
 * parameter numbers are 0-based; -1 means "none".
 *
 *   pair    STRUCT POINTER-FIELD LENGTH-FIELD DOMAIN
 *   guard   FUNCTION STRUCT-ARGUMENT LENGTH-ARGUMENT STRUCT LENGTH-FIELD
 *   grows   FUNCTION STRUCT-ARGUMENT LENGTH-ARGUMENT STRUCT LENGTH-FIELD
 *   source  FUNCTION LENGTH-ARGUMENT ALIGNMENT-ARGUMENT DOMAIN [HELPER]
 *   header  STRUCT LENGTH-FIELD|- DOMAIN
 *   type    GLOB DOMAIN
 *   quiet   GLOB
 */
#ifndef LC_MODEL_H
#define LC_MODEL_H

#include "arena.h"
#include "conversion.h"

#ifdef __cplusplus
extern "C" {
#endif

/* p->POINTER points to p->LENGTH bytes. */
struct lc_model_pair {
	const char *record, *pointer, *length;
	enum lc_domain domain;
};

/*
 * After FUNCTION, if it returned nonzero or (ALWAYS: an entry "grows") in any case, argument
 * RECORD_ARGUMENT's field LENGTH is at least argument LENGTH_ARGUMENT. A record argument of -1 is
 * the record that the function returns.
 */
struct lc_model_guard {
	const char *function;
	int record_argument, length_argument;
	const char *record, *length;
	bool always;
};

/* FUNCTION returns NULL or a pointer to that many bytes (-1: unknown), so aligned. */
struct lc_model_source {
	const char *function;
	int length_argument, alignment_argument;
	enum lc_domain domain;
	const char *helper; /* the helper of layoutcheck.h that this is, or NULL */
};

/* A header type whose larger sub-types are overlaid on it; LENGTH: its own length, or NULL. */
struct lc_model_header {
	const char *record, *length;
	enum lc_domain domain;
};

/* Target types that match GLOB belong to a domain. */
struct lc_model_type {
	const char *glob;
	enum lc_domain domain;
};

/* Functions whose names match GLOB write nothing that the program reads: they log. */
struct lc_model_quiet {
	const char *glob;
};

struct lc_model {
	const struct lc_model_pair *pairs;
	const struct lc_model_guard *guards;
	const struct lc_model_source *sources;
	const struct lc_model_header *headers;
	const struct lc_model_type *types;
	const struct lc_model_quiet *quiet;
	size_t n_pairs, n_guards, n_sources, n_headers, n_types, n_quiet;
	size_t pairs_capacity, guards_capacity, sources_capacity, headers_capacity, types_capacity,
		quiet_capacity;
	char hash[65]; /* SHA-256 in hex over the texts read */
};

/* The model that comes with layoutcheck, in compiled form. */
extern const char lc_model_builtin[];

/*
 * Adds the entries of TEXT, which NAME names in messages. Strings go to ARENA.
 * Returns NULL, or a message "NAME:LINE: …" in ARENA.
 */
const char *lc_model_read(struct lc_model *model, struct lc_arena *arena, const char *name,
			  const char *text);
/* The same from a file. */
const char *lc_model_read_file(struct lc_model *model, struct lc_arena *arena, const char *path);

const struct lc_model_pair *lc_model_find_pair(const struct lc_model *model, const char *record,
					       const char *pointer);
const struct lc_model_guard *lc_model_find_guard(const struct lc_model *model,
						 const char *function);
const struct lc_model_source *lc_model_find_source(const struct lc_model *model,
						   const char *function);
const struct lc_model_header *lc_model_find_header(const struct lc_model *model,
						   const char *record);
/* Does the function write nothing that the program reads? */
bool lc_model_is_quiet(const struct lc_model *model, const char *function);
/* The domain of a type name, LC_DOMAIN_OTHER if no entry matches. */
enum lc_domain lc_model_domain(const struct lc_model *model, const char *type);

#ifdef __cplusplus
}
#endif
#endif
