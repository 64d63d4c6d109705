/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One translation unit as an adapter saw it: the ledger and what goes with it.
 */
#ifndef LC_UNIT_H
#define LC_UNIT_H

#include "arena.h"
#include "conversion.h"
#include "layout.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One term of what a function needs, in words of its caller: COEFFICIENT times what TEXT names. */
struct lc_needed {
	int64_t coefficient;
	const char *
		what; /* value, load (as of entry), end (of the bytes at TEXT), address; or other */
	const char *text;
};

/* What a function needs of one pointer parameter and could not show by itself. */
struct lc_requirement {
	const char *function;
	bool external; /* visible outside the unit */
	unsigned parameter; /* 0-based */
	const char *name;
	uint64_t bytes; /* at least so many readable, 0: none known */
	uint64_t alignment; /* bytes, 1: any */
	/* The same as a sum that must not be negative: CONSTANT and N_NEEDS terms; none: not linear. */
	int64_t constant;
	struct lc_needed *needs;
	size_t n_needs;
	struct lc_place place;
	const struct lc_conversion *of; /* for the sake of which it is needed */
};

/* Something that the analysis did not finish. */
struct lc_incomplete {
	const char *function; /* or NULL: the unit */
	const char *reason;
};

/* Something in a type that a rule speaks of. Two rules speak of the same thing if OFFSET is the same. */
struct lc_defect {
	const struct lc_rule *rule;
	uint64_t offset; /* bits from the start; its size: the end */
	struct lc_place place; /* of the member; line 0: the type's own */
	const char *text; /* without the type: "'x' is a pointer" */
	const struct lc_rule *said_by; /* the stronger rule that speaks of it, or NULL */
	struct lc_step shown[2]; /* where it shows; line 0: nothing to show */
};

/* A conversion that views bytes as a type, or as one that holds it. */
struct lc_view {
	const struct lc_conversion *conversion;
	const struct lc_type *outer; /* what holds it; NULL: viewed as itself */
};

/* A record type that bytes are viewed as, and what the rules about types say of it. */
struct lc_layout {
	const struct lc_type *type;
	bool native; /* an interface of this machine, by the model: not for other machines to read */
	bool host_order; /* its numbers are in the order of the machine that reads them, by the model */
	unsigned contracts; /* that it claims: contract.h */
	struct lc_view *views;
	size_t n_views, views_capacity;
	struct lc_defect *defects;
	size_t n_defects, defects_capacity;
	struct lc_judgement *judgements;
	size_t n_judgements, judgements_capacity;
	struct lc_allowances allowed;
};

struct lc_unit {
	struct lc_arena arena; /* owns every string and array below */
	const char *adapter; /* gcc-plugin, sparse */
	const char *compiler, *target, *language;
	const char *source, *directory, *object;
	/* The file to read for a name in a place, where the two differ; or NULL. */
	const char *(*real_name)(const char *name);
	/* The text of a file named in a place, NUL-terminated, kept for the unit; NULL: none to read. */
	const char *(*source_text)(const char *name);
	const char *const *options;
	size_t n_options;
	const char *model_hash;
	struct lc_conversion **conversions;
	size_t n_conversions, conversions_capacity;
	struct lc_layout **layouts;
	size_t n_layouts, layouts_capacity;
	size_t judged_from; /* the first conversion of what is being judged */
	struct lc_requirement *requirements;
	size_t n_requirements, requirements_capacity;
	struct lc_incomplete *incomplete;
	size_t n_incomplete, incomplete_capacity;
	struct lc_suppression **suppressions; /* see suppression.h */
	size_t n_suppressions, suppressions_capacity;
	/* Per rule of the table, by index: what the user asked for. */
	struct {
		bool enabled;
		enum lc_level
			level; /* in place of the table's default; LC_LEVEL_NONE: as the table says */
	} * rule_choice;
};

/* Starts an empty unit with every rule enabled. Returns 0 or an errno value. */
int lc_unit_init(struct lc_unit *unit);
void lc_unit_free(struct lc_unit *unit);

/* Adds an empty conversion and returns it; it lives as long as the unit. NULL: out of memory. */
struct lc_conversion *lc_unit_add_conversion(struct lc_unit *unit);
struct lc_access *lc_conversion_add_access(struct lc_unit *unit, struct lc_conversion *conversion);
struct lc_access *lc_conversion_add_handed_on(struct lc_unit *unit,
					      struct lc_conversion *conversion);
struct lc_judgement *lc_conversion_add_judgement(struct lc_unit *unit,
						 struct lc_conversion *conversion);
struct lc_layout *lc_unit_add_layout(struct lc_unit *unit);
struct lc_view *lc_layout_add_view(struct lc_unit *unit, struct lc_layout *layout);
struct lc_defect *lc_layout_add_defect(struct lc_unit *unit, struct lc_layout *layout);
struct lc_requirement *lc_unit_add_requirement(struct lc_unit *unit);
struct lc_incomplete *lc_unit_add_incomplete(struct lc_unit *unit);

/*
 * Runs every enabled rule's judge over the conversions from number FIRST
 * (0-based) on: those of one function. The stronger rules go first.
 */
void lc_unit_judge(struct lc_unit *unit, size_t first);
/* Are two places known, and one? */
bool lc_place_same(const struct lc_place *a, const struct lc_place *b);
/* Does a rule that is stronger than RULE have a finding about an access at PLACE, in what is being judged? */
bool lc_spoken_for(const struct lc_unit *unit, const struct lc_rule *rule, struct lc_place place);
/* Runs every enabled rule about types over the layouts, and settles which rule speaks of what. */
void lc_unit_judge_types(struct lc_unit *unit);
/* Is the rule at RULES[i] enabled, and the level to report it at, given what it would say by itself. */
bool lc_rule_enabled(const struct lc_unit *unit, const struct lc_rule *rule);
enum lc_level lc_rule_level(const struct lc_unit *unit, const struct lc_rule *rule,
			    enum lc_level own);

#ifdef __cplusplus
}
#endif
#endif
