/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reads compiled models, and keeps their entries so that each is found by its
 * name in one step: the plugin asks at every call of a unit.
 */
#include "model.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model_index.h"
#include "model_schema.h"
#include "sha256.h"

static const char no_memory[] = "out of memory";

/* A message that could not be made is an error all the same: NULL would say that there is none. */
static const char *or_no_memory(const char *message)
{
	return message ? message : no_memory;
}

struct reader {
	struct lc_model *model;
	struct lc_arena *arena;
	const char *name;
	unsigned line;
	bool external; /* the entries that follow speak of functions that the unit does not define */
	const char *error;
};

static void complain(struct reader *r, const char *what)
{
	if (!r->error)
		r->error = or_no_memory(lc_arena_printf(r->arena, "%s:%u: %s", r->name, r->line,
							or_no_memory(what)));
}

/* Splits TEXT at tabs; returns how many fields there are, of which at most MAX are kept. */
static size_t split(char *text, char **fields, size_t max)
{
	size_t n = 0;

	for (char *next; text; text = next) {
		next = strchr(text, '\t');
		if (next)
			*next++ = '\0';
		if (n < max)
			fields[n] = text;
		n++;
	}
	return n;
}

/* The member that an amount speaks of. */
static const char *member_of(const struct lc_model_amount *amount)
{
	for (unsigned i = 0; i < amount->n; i++)
		if (amount->factors[i].what == LC_WHAT_MEMBER)
			return amount->factors[i].field;
	return NULL;
}

static void read_entry(struct reader *r, enum lc_model_kind kind, char **texts, size_t n)
{
	const struct lc_model_schema *schema = &lc_model_schemas[kind];
	struct lc_model_context context = { .arena = r->arena };
	const char *wrong;
	void *entry;

	if (n != schema->n_fields) {
		complain(r, lc_arena_printf(r->arena, "%zu fields after '%s': expected %zu", n,
					    schema->word, schema->n_fields));
		return;
	}
	entry = lc_model_add(r->model, r->arena, kind);
	if (!entry) {
		complain(r, no_memory);
		return;
	}
	if (kind == LC_MODEL_SOURCE)
		((struct lc_model_source *)entry)->pointer.what = LC_WHAT_RETURNED;
	for (size_t i = 0; i < n && !r->error; i++) {
		const struct lc_model_field *field = &schema->fields[i];

		if (!strcmp(texts[i], LC_MODEL_ABSENT)) {
			if (field->required)
				complain(r, lc_arena_printf(r->arena,
							    "no '%s' after '%s': expected %s",
							    field->key, schema->word,
							    lc_model_expected(field->value)));
		} else if (!lc_model_read_value(&context, field, texts[i], entry)) {
			complain(r, lc_arena_printf(r->arena, "%s: expected %s", context.complaint,
						    lc_model_expected(field->value)));
		}
	}
	if (r->error)
		return;
	wrong = lc_model_contradiction(kind, entry);
	if (wrong) {
		complain(r, wrong);
		return;
	}
	if (schema->fields[0].value == LC_VALUE_FUNCTION)
		((struct lc_model_map *)entry)->signature.external = r->external;
	if (kind == LC_MODEL_PAIR) {
		struct lc_model_pair *pair = entry;

		pair->length = member_of(&pair->bytes);
	} else if (kind == LC_MODEL_HEADER) {
		struct lc_model_header *header = entry;

		header->length = member_of(&header->bytes);
	}
	if (lc_model_enter(r->model, r->arena, kind))
		complain(r, no_memory);
}

static void read_line(struct reader *r, char *text)
{
	char *texts[LC_MODEL_MAX_FIELDS + 1];
	size_t n = split(text, texts, LC_MODEL_MAX_FIELDS + 1);
	unsigned kind = 0;

	/* What follows comes from this model, and is about these functions. */
	if (!strcmp(texts[0], "model")) {
		if (n != 3 || (strcmp(texts[2], "any") && strcmp(texts[2], "external")))
			complain(r, "'model': expected NAME, then any or external");
		else
			r->external = !strcmp(texts[2], "external");
		return;
	}
	while (kind < LC_MODEL_KINDS && strcmp(lc_model_schemas[kind].word, texts[0]))
		kind++;
	if (kind < LC_MODEL_KINDS)
		read_entry(r, (enum lc_model_kind)kind, texts + 1, n - 1);
	else
		complain(r, lc_arena_printf(r->arena,
					    "'%s' is no entry: expected a model that 'layoutcheck "
					    "model compile' made",
					    texts[0]));
}

const char *lc_model_read(struct lc_model *model, struct lc_arena *arena, const char *name,
			  const char *text)
{
	struct reader r = { .model = model, .arena = arena, .name = name };
	char *copy = lc_arena_strdup(arena, text);
	struct lc_sha256 hash;

	if (!copy)
		return no_memory;
	/* That of what is built in was worked out while building. */
	if (text == lc_model_builtin && !*model->hash) {
		memcpy(model->hash, lc_model_builtin_hash, sizeof(model->hash));
	} else {
		lc_sha256_init(&hash);
		lc_sha256_add(&hash, model->hash, strlen(model->hash));
		lc_sha256_add(&hash, text, strlen(text));
		lc_sha256_hex(&hash, model->hash);
	}
	for (char *next; copy && !r.error; copy = next) {
		next = strchr(copy, '\n');
		if (next)
			*next++ = '\0';
		r.line++;
		if (r.line > 1) {
			if (*copy && *copy != '#')
				read_line(&r, copy);
		} else if (strcmp(copy, LC_MODEL_MAGIC)) {
			complain(&r, "not a compiled model: expected '" LC_MODEL_MAGIC
				     "'; 'layoutcheck model compile' makes one of YAML");
		}
	}
	return r.error;
}

const char *lc_model_read_file(struct lc_model *model, struct lc_arena *arena, const char *path)
{
	FILE *file = fopen(path, "rb");
	size_t used = 0, capacity = 0;
	char *text = NULL;
	const char *error;
	size_t n;

	if (!file)
		return or_no_memory(lc_arena_printf(arena, "%s: %s", path, strerror(errno)));
	do {
		if (capacity - used < 4096) {
			char *grown = realloc(text, capacity = 2 * capacity + 8192);

			if (!grown) {
				free(text);
				fclose(file);
				return no_memory;
			}
			text = grown;
		}
		errno = 0;
		n = fread(text + used, 1, capacity - used - 1, file);
		used += n;
	} while (n);
	text[used] = '\0';
	if (ferror(file))
		error = or_no_memory(
			lc_arena_printf(arena, "%s: %s", path, strerror(errno ? errno : EIO)));
	else if (strlen(text) != used)
		error = or_no_memory(lc_arena_printf(
			arena, "%s: not a compiled model: it holds a NUL byte", path));
	else
		error = lc_model_read(model, arena, path, text);
	fclose(file);
	free(text);
	return error;
}
