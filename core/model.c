/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reads models in compiled form and answers questions from them.
 */
#include "model.h"

#include <errno.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sha256.h"

#define MAX_FIELDS 7 /* kept; one more than any entry has, and more are counted */
#define MAGIC "layoutcheck-model 1"

static const char no_memory[] = "out of memory";

/* A message that could not be made is an error all the same: NULL would say that there is none. */
static const char *or_no_memory(const char *message)
{
	return message ? message : no_memory;
}

struct line {
	struct lc_arena *arena;
	const char *name;
	unsigned number;
	char *fields[MAX_FIELDS];
	unsigned n;
	const char *error;
};

static const char *complain(struct line *line, const char *what)
{
	if (!line->error)
		line->error = or_no_memory(
			lc_arena_printf(line->arena, "%s:%u: %s", line->name, line->number, what));
	return line->error;
}

static enum lc_domain domain_field(struct line *line, unsigned i)
{
	for (enum lc_domain d = LC_DOMAIN_OTHER; d <= LC_DOMAIN_REGISTER; d++)
		if (!strcmp(lc_domain_name(d), line->fields[i]))
			return d;
	complain(line, lc_arena_printf(line->arena,
				       "'%s' is no domain: expected packet, firmware-table, "
				       "register or other",
				       line->fields[i]));
	return LC_DOMAIN_OTHER;
}

static int number_field(struct line *line, unsigned i)
{
	char *end;
	long value = strtol(line->fields[i], &end, 10);

	if (*end || end == line->fields[i] || value < -1 || value > 64)
		complain(line, lc_arena_printf(line->arena,
					       "'%s' is no argument number: expected -1 to 64",
					       line->fields[i]));
	return (int)value;
}

static bool want(struct line *line, unsigned least, unsigned most, const char *form)
{
	if (line->n - 1 >= least && line->n - 1 <= most)
		return true;
	complain(line, lc_arena_printf(line->arena, "%u fields after '%s': expected %s",
				       line->n - 1, line->fields[0], form));
	return false;
}

/* Room for one more element of an array of the model, or NULL. */
static void *slot(struct line *line, void *array, size_t *n, size_t *capacity, size_t size)
{
	char *base;

	if (lc_arena_grow(line->arena, array, *n, capacity, size)) {
		complain(line, no_memory);
		return NULL;
	}
	memcpy(&base, array, sizeof(base));
	return base + (*n)++ * size;
}

#define SLOT(model, line, array)                                                     \
	slot(line, &(model)->array, &(model)->n_##array, &(model)->array##_capacity, \
	     sizeof(*(model)->array))

static void read_pair(struct lc_model *model, struct line *line)
{
	struct lc_model_pair *entry;

	if (!want(line, 4, 4, "STRUCT POINTER-FIELD LENGTH-FIELD DOMAIN"))
		return;
	entry = SLOT(model, line, pairs);
	if (entry)
		*entry = (struct lc_model_pair){ line->fields[1], line->fields[2], line->fields[3],
						 domain_field(line, 4) };
}

static void read_guard(struct lc_model *model, struct line *line)
{
	struct lc_model_guard *entry;

	if (!want(line, 5, 5, "FUNCTION STRUCT-ARGUMENT LENGTH-ARGUMENT STRUCT LENGTH-FIELD"))
		return;
	entry = SLOT(model, line, guards);
	if (entry)
		*entry = (struct lc_model_guard){
			line->fields[1], number_field(line, 2), number_field(line, 3),
			line->fields[4], line->fields[5],       !strcmp(line->fields[0], "grows")
		};
}

static void read_source(struct lc_model *model, struct line *line)
{
	struct lc_model_source *entry;

	if (!want(line, 4, 5, "FUNCTION LENGTH-ARGUMENT ALIGNMENT-ARGUMENT DOMAIN [HELPER]"))
		return;
	entry = SLOT(model, line, sources);
	if (entry)
		*entry = (struct lc_model_source){ line->fields[1], number_field(line, 2),
						   number_field(line, 3), domain_field(line, 4),
						   line->n > 5 ? line->fields[5] : NULL };
}

static void read_header(struct lc_model *model, struct line *line)
{
	struct lc_model_header *entry;

	if (!want(line, 3, 3, "STRUCT LENGTH-FIELD|- DOMAIN"))
		return;
	entry = SLOT(model, line, headers);
	if (entry)
		*entry = (struct lc_model_header){ line->fields[1],
						   strcmp(line->fields[2], "-") ? line->fields[2] :
										  NULL,
						   domain_field(line, 3) };
}

static void read_type(struct lc_model *model, struct line *line)
{
	struct lc_model_type *entry;

	if (!want(line, 2, 2, "GLOB DOMAIN"))
		return;
	entry = SLOT(model, line, types);
	if (entry)
		*entry = (struct lc_model_type){ line->fields[1], domain_field(line, 2) };
}

static void read_quiet(struct lc_model *model, struct line *line)
{
	struct lc_model_quiet *entry;

	if (!want(line, 1, 1, "GLOB"))
		return;
	entry = SLOT(model, line, quiet);
	if (entry)
		*entry = (struct lc_model_quiet){ line->fields[1] };
}

static const struct {
	const char *word;
	void (*read)(struct lc_model *model, struct line *line);
} entries[] = {
	{ "pair", read_pair },     { "guard", read_guard },   { "grows", read_guard },
	{ "source", read_source }, { "header", read_header }, { "type", read_type },
	{ "quiet", read_quiet },
};

static void read_line(struct lc_model *model, struct line *line, char *text)
{
	line->n = 0;
	for (char *field = strtok(text, "\t"); field; field = strtok(NULL, "\t")) {
		if (line->n < MAX_FIELDS)
			line->fields[line->n] = field;
		line->n++;
	}
	if (!line->n)
		return;
	for (size_t i = 0; i < sizeof(entries) / sizeof(entries[0]); i++)
		if (!strcmp(entries[i].word, line->fields[0])) {
			entries[i].read(model, line);
			return;
		}
	complain(
		line,
		lc_arena_printf(
			line->arena,
			"'%s' is no entry: expected pair, guard, grows, source, header, type or quiet",
			line->fields[0]));
}

const char *lc_model_read(struct lc_model *model, struct lc_arena *arena, const char *name,
			  const char *text)
{
	struct line line = { .arena = arena, .name = name };
	char *copy = lc_arena_strdup(arena, text);
	struct lc_sha256 hash;
	bool magic = false;

	if (!copy)
		return no_memory;
	lc_sha256_init(&hash);
	lc_sha256_add(&hash, model->hash, strlen(model->hash));
	lc_sha256_add(&hash, text, strlen(text));
	for (char *next; copy && !line.error; copy = next) {
		next = strchr(copy, '\n');
		if (next)
			*next++ = '\0';
		line.number++;
		if (!magic) {
			if (strcmp(copy, MAGIC))
				complain(&line, "not a compiled model: expected '" MAGIC "'");
			magic = true;
		} else if (*copy && *copy != '#') {
			read_line(model, &line, copy);
		}
	}
	lc_sha256_hex(&hash, model->hash);
	return line.error;
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

/* The last entry wins: a user's file comes after what is built in. */
#define FIND(model, array, condition)                                                  \
	do {                                                                           \
		for (size_t i = (model)->n_##array; i-- > 0;) {                        \
			const __typeof__(*(model)->array) *entry = &(model)->array[i]; \
                                                                                       \
			if (condition)                                                 \
				return entry;                                          \
		}                                                                      \
		return NULL;                                                           \
	} while (0)

const struct lc_model_pair *lc_model_find_pair(const struct lc_model *model, const char *record,
					       const char *pointer)
{
	FIND(model, pairs, !strcmp(entry->record, record) && !strcmp(entry->pointer, pointer));
}

const struct lc_model_guard *lc_model_find_guard(const struct lc_model *model, const char *function)
{
	FIND(model, guards, !strcmp(entry->function, function));
}

const struct lc_model_source *lc_model_find_source(const struct lc_model *model,
						   const char *function)
{
	FIND(model, sources, !strcmp(entry->function, function));
}

const struct lc_model_header *lc_model_find_header(const struct lc_model *model, const char *record)
{
	FIND(model, headers, !strcmp(entry->record, record));
}

bool lc_model_is_quiet(const struct lc_model *model, const char *function)
{
	for (size_t i = 0; i < model->n_quiet; i++)
		if (!fnmatch(model->quiet[i].glob, function, 0))
			return true;
	return false;
}

enum lc_domain lc_model_domain(const struct lc_model *model, const char *type)
{
	for (size_t i = model->n_types; i-- > 0;)
		if (!fnmatch(model->types[i].glob, type, 0))
			return model->types[i].domain;
	return LC_DOMAIN_OTHER;
}
