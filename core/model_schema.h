/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What each kind of model entry holds, as one table: the reader of compiled
 * models, the compiler, its messages and the manual page follow it.
 */
#ifndef LC_MODEL_SCHEMA_H
#define LC_MODEL_SCHEMA_H

#include "model.h"

#ifdef __cplusplus
extern "C" {
#endif

/* First line of a compiled model. */
#define LC_MODEL_MAGIC "layoutcheck-model 2"
/* What stands in a compiled line for a key that was not given. */
#define LC_MODEL_ABSENT "-"

#define LC_MODEL_MAX_FIELDS 11
#define LC_MODEL_MAX_PARAMETERS 16

/* What may be written for a key. */
enum lc_model_value {
	LC_VALUE_FUNCTION, /* name (parameter, …): its parameters are what other keys speak of */
	LC_VALUE_NAME, /* an identifier */
	LC_VALUE_PATH, /* identifiers joined by dots */
	LC_VALUE_GLOB, /* a shell pattern */
	LC_VALUE_AMOUNT, /* of parameters: count * size, *length, skb->len, return, 16, n + 4 */
	LC_VALUE_MEMBERS, /* an amount of members of the struct: length, datalen + 2, words * 4 */
	LC_VALUE_OPERAND, /* one of what an amount is made of, no number */
	LC_VALUE_ALIGNMENT, /* a parameter or a number */
	LC_VALUE_BITS, /* a number other than 0 */
	LC_VALUE_RELATION, /* amount >= amount, and with <=, > and < */
	LC_VALUE_WHEN,
	LC_VALUE_DOMAIN,
	LC_VALUE_DIRECTION,
	LC_VALUE_EXIT,
	LC_VALUE_YES, /* yes or no */
	LC_VALUE_WRITE, /* read or write */
};

struct lc_model_field {
	const char *key;
	enum lc_model_value value;
	bool required;
	size_t offset; /* in the entry's struct */
};

struct lc_model_schema {
	const char *word; /* in a compiled line: pair */
	const char *list; /* in YAML: pairs */
	size_t size; /* of the entry's struct */
	unsigned n_keys; /* how many of the first fields name the entry: no two have the same */
	size_t n_fields;
	struct lc_model_field fields[LC_MODEL_MAX_FIELDS];
};

extern const struct lc_model_schema lc_model_schemas[LC_MODEL_KINDS];

/* The words for a value that is one of a few, by number; NULL if it is not of that sort. */
const char *const *lc_model_words(enum lc_model_value value, size_t *n);
/* What is expected for a value, in words: "a function with its parameters: name (a, b)". */
const char *lc_model_expected(enum lc_model_value value);

/* What the values of one entry may refer to. */
struct lc_model_context {
	struct lc_arena *arena;
	const char *parameters[LC_MODEL_MAX_PARAMETERS];
	unsigned n_parameters;
	const char *complaint; /* why a text is no such value, as a sentence; in ARENA */
	const char *unknown; /* the name that is no parameter, if that is why; in ARENA */
};

/*
 * Reads TEXT as a VALUE into ENTRY at FIELD's place. A function's parameters are known from then
 * on. Returns false with a complaint in CONTEXT.
 */
bool lc_model_read_value(struct lc_model_context *context, const struct lc_model_field *field,
			 const char *text, void *entry);
/* What is wrong with an entry whose values are right each by itself, or NULL. */
const char *lc_model_contradiction(enum lc_model_kind kind, const void *entry);

#ifdef __cplusplus
}
#endif
#endif
