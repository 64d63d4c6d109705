// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Finds what the records say of a place or a function: conversions with their
 * verdicts, types, requirements. What many units repeat is one answer.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "decode.h"
#include "explain.h"
#include "map.h"
#include "message.h"
#include "records.h"

struct search {
	const struct question *question;
	const char *file; /* the name to look for, as given or as taken for it */
	char *real; /* the file of that name here, or NULL */
	struct answers answers;
	struct map index; /* an answer's text to its number */
	struct map layouts; /* of this unit: a type's name to its line */
	struct map functions; /* of this unit: those that have an answer */
	bool file_known; /* some record speaks of the file */
	int below, above; /* lines nearest to the one asked for; 0: none */
	char *similar; /* the name most like it, in case that none is it */
	size_t likeness; /* components in which that agrees, from the end */
	char **unchecked; /* objects without a record whose name is that of the file */
	size_t n_unchecked, unchecked_capacity;
	unsigned n_problems;
};

/* Does NAME, absolute, end in the components of END? */
static bool ends_in(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);

	return n >= m && !strcmp(name + n - m, end) &&
	       (n == m || end[0] == '/' || name[n - m - 1] == '/');
}

/* In how many components, counted from the end, A and B agree. */
static size_t alike(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b), count = 0;

	while (n && m && a[n - 1] == b[m - 1]) {
		n--;
		m--;
		count += a[n] == '/';
	}
	return count + ((!n || a[n - 1] == '/') && (!m || b[m - 1] == '/') && a[n] != '/');
}

static bool is_file(struct search *s, const struct record_unit *unit, const char *name)
{
	const struct source_path *path;
	size_t likeness;

	if (!s->file)
		return false;
	path = paths_resolve(&s->answers.paths, unit->directory, name);
	if ((s->real && !strcmp(s->real, path->absolute)) ||
	    (s->file[0] != '/' ? ends_in(path->absolute, s->file) :
				 !strcmp(path->absolute, s->file))) {
		s->file_known = true;
		return true;
	}
	/* A name given elsewhere, or mapped there: the file cannot be another one here. */
	likeness = path->missing || !s->real ? alike(path->absolute, s->file) : 0;
	if (likeness > s->likeness) {
		free(s->similar);
		s->similar = cli_strdup(path->absolute);
		s->likeness = likeness;
	}
	return false;
}

static void note_near(struct search *s, int line)
{
	if (line < s->question->line && line > s->below)
		s->below = line;
	if (line > s->question->line && (!s->above || line < s->above))
		s->above = line;
}

static bool covers(const struct lc_place *place, const struct question *q)
{
	int end = place->end_line > place->line ? place->end_line : place->line;

	return (q->line > place->line || q->column >= place->column) &&
	       (q->line < end || q->column < place->end_column);
}

static bool covers_shown(struct search *s, const struct record_unit *unit, struct lc_place place)
{
	const struct source *source = source_open(
		&s->answers.sources, paths_resolve(&s->answers.paths, unit->directory, place.file));
	int end = place.end_line > place.line ? place.end_line : place.line;

	place.column = source_display_column(source, place.line, place.column);
	place.end_column = source_display_column(source, end, place.end_column);
	return covers(&place, s->question);
}

/* Does PLACE cover the line asked for? *AT_COLUMN is set if it covers the column, too. */
static bool is_here(struct search *s, const struct record_unit *unit, const json_t *json,
		    bool *at_column)
{
	const struct question *q = s->question;
	struct lc_place place;
	int end;

	if (!decode_place(json, &place) || !is_file(s, unit, place.file))
		return false;
	end = place.end_line > place.line ? place.end_line : place.line;
	if (q->line < place.line || q->line > end)
		return false;
	if (!q->column || !place.column)
		return true;
	if (!place.end_column)
		place.end_column = place.column + 1;
	/* Compilers print columns as a terminal shows them, other programs count bytes. */
	*at_column |= covers(&place, q) || covers_shown(s, unit, place);
	return true;
}

static bool concerns(struct search *s, const struct record_unit *unit, const json_t *line,
		     bool *at_column)
{
	const json_t *access, *judgement, *step;
	struct lc_place place;
	bool here = false;
	size_t i, j;

	if (s->question->function) {
		const char *function = decode_string(line, "function");

		return function && !strcmp(function, s->question->function);
	}
	here |= is_here(s, unit, json_object_get(line, "cast"), at_column);
	if (decode_place(json_object_get(line, "cast"), &place) && is_file(s, unit, place.file))
		note_near(s, place.line);
	json_array_foreach(json_object_get(line, "accesses"), i, access) {
		here |= is_here(s, unit, json_object_get(access, "place"), at_column);
		if (decode_place(json_object_get(access, "place"), &place) &&
		    is_file(s, unit, place.file))
			note_near(s, place.line);
	}
	json_array_foreach(json_object_get(line, "verdicts"), i, judgement)
		json_array_foreach(json_object_get(judgement, "steps"), j, step)
			here |= is_here(s, unit, json_object_get(step, "place"), at_column);
	return here;
}

static void add_answer(struct search *s, const struct record_unit *unit, enum answer_kind kind,
		       json_t *line, bool at_column)
{
	char *text = json_dumps(line, JSON_COMPACT | JSON_SORT_KEYS);
	struct map_slot *slot;
	struct answer *answer;

	if (!text)
		cli_fatal("out of memory");
	slot = map_put(&s->index, text, strlen(text));
	free(text);
	if (!slot->value) {
		CLI_GROW(s->answers.all, s->answers.n, s->answers.capacity);
		s->answers.all[s->answers.n] = (struct answer){
			.kind = kind,
			.line = json_incref(line),
			.directory = cli_strdup(unit->directory),
		};
		slot->value = (void *)(uintptr_t)++s->answers.n;
	}
	answer = &s->answers.all[(uintptr_t)slot->value - 1];
	answer->at_column |= at_column;
	for (size_t i = 0; i < answer->n_units; i++)
		if (!strcmp(answer->units[i], unit->source))
			return;
	CLI_GROW(answer->units, answer->n_units, answer->units_capacity);
	answer->units[answer->n_units++] = cli_strdup(unit->source);
}

static char *take_conversion(struct search *s, const struct record_unit *unit, json_t *line)
{
	const char *type = decode_string(line, "target.type");
	const char *function = decode_string(line, "function");
	char *wrong = decode_check_conversion(line);
	bool at_column = false;
	json_t *layout;

	if (wrong || !concerns(s, unit, line, &at_column))
		return wrong;
	/* Its number in the record is all that differs between units. */
	json_object_del(line, "id");
	layout = type ? map_get(&s->layouts, type, strlen(type)) : NULL;
	if (json_array_size(json_object_get(layout, "verdicts")))
		json_object_set(line, "typeVerdicts", json_object_get(layout, "verdicts"));
	if (function)
		map_put(&s->functions, function, strlen(function))->value = s;
	add_answer(s, unit, ANSWER_CONVERSION, line, at_column);
	return NULL;
}

static void take_layout(struct search *s, const struct record_unit *unit, json_t *line)
{
	const char *type = decode_string(line, "type");
	const json_t *field;
	struct lc_place place;
	struct map_slot *slot;
	bool at_column = false, here;
	size_t i;

	if (!type)
		return;
	slot = map_put(&s->layouts, type, strlen(type));
	if (!slot->value)
		slot->value = json_incref(line);
	if (!s->file)
		return;
	here = is_here(s, unit, json_object_get(line, "place"), &at_column);
	if (decode_place(json_object_get(line, "place"), &place) && is_file(s, unit, place.file))
		json_array_foreach(json_object_get(line, "fields"), i, field)
			here |= json_integer_value(json_object_get(field, "line")) ==
				s->question->line;
	if (!here)
		return;
	json_object_del(line, "conversions"); /* numbers of this record */
	add_answer(s, unit, ANSWER_TYPE, line, at_column);
}

static void take_requirement(struct search *s, const struct record_unit *unit, json_t *line)
{
	const char *function = decode_string(line, "function");
	bool at_column = false;

	if (function && (map_get(&s->functions, function, strlen(function)) ||
			 is_here(s, unit, json_object_get(line, "place"), &at_column)))
		add_answer(s, unit, ANSWER_REQUIREMENT, line, at_column);
}

/* What the source held when it was compiled: a line quoted from another text would mislead. */
static void take_source(struct search *s, const struct record_unit *unit, const json_t *line)
{
	const char *file = decode_string(line, "file"), *hash = decode_string(line, "sha256");
	struct source_path *path;

	if (!file)
		return;
	path = paths_resolve_as(&s->answers.paths, unit->directory, file, hash);
	is_file(s, unit, file);
	if (hash && !path->recorded_sha256)
		path->recorded_sha256 = cli_strdup(hash);
}

static char *on_line(void *context, const struct record_unit *unit, const char *kind, json_t *json,
		     const char *text, size_t length)
{
	struct search *s = context;

	(void)text;
	(void)length;
	if (!strcmp(kind, "conversion"))
		return take_conversion(s, unit, json);
	if (!strcmp(kind, "layout"))
		take_layout(s, unit, json);
	else if (!strcmp(kind, "requirement"))
		take_requirement(s, unit, json);
	else if (!strcmp(kind, "source"))
		take_source(s, unit, json);
	return NULL;
}

static void forget_layouts(struct search *s)
{
	for (size_t i = 0; i < s->layouts.capacity; i++)
		json_decref(s->layouts.slots[i].value);
	map_free(&s->layouts);
}

static void on_unit(void *context, const struct record_unit *unit)
{
	struct search *s = context;

	forget_layouts(s);
	map_free(&s->functions);
	if (unit->source[0])
		is_file(s, unit, unit->source);
}

static void on_problem(void *context, const char *container, size_t line, const char *message)
{
	struct search *s = context;

	s->n_problems++;
	if (line)
		cli_message("%s:%zu: %s", container, line, message);
	else
		cli_message("%s: %s", container, message);
}

/* The last component of NAME up to its dot; *N: bytes. */
static const char *stem(const char *name, size_t *n)
{
	const char *slash = strrchr(name, '/');

	name = slash ? slash + 1 : name;
	*n = strcspn(name, ".)");
	return name;
}

static void on_unchecked(void *context, const char *object, const char *reason)
{
	struct search *s = context;
	const char *member = strrchr(object, '('), *a, *b;
	size_t n, m;

	if (!s->file)
		return;
	a = stem(member ? member + 1 : object, &n);
	b = stem(s->file, &m);
	if (n != m || memcmp(a, b, n) != 0)
		return;
	CLI_GROW(s->unchecked, s->n_unchecked, s->unchecked_capacity);
	s->unchecked[s->n_unchecked++] = cli_format("%s: %s: not checked", object, reason);
}

/* Says why there is no answer, and where there is one. */
static void tell_nothing(const struct search *s, unsigned units)
{
	const struct question *q = s->question;

	if (q->function)
		cli_message("%s: no conversion stands in a function of that name (%u unit%s read)",
			    q->function, units, CLI_S(units));
	else if (s->below && s->above)
		cli_message("%s:%d: no conversion at this line; the nearest are at %d and %d",
			    q->file, q->line, s->below, s->above);
	else if (s->below || s->above)
		cli_message("%s:%d: no conversion at this line; the nearest is at %d", q->file,
			    q->line, s->below ? s->below : s->above);
	else if (s->file_known)
		cli_message("%s: it was checked, and no conversion stands in it", q->file);
	else
		cli_message("%s: no record speaks of it (%u unit%s read): was it compiled with "
			    "-fplugin=layoutcheck?",
			    q->file, units, CLI_S(units));
	for (size_t i = 0; i < s->n_unchecked && !s->file_known; i++)
		cli_message("%s", s->unchecked[i]);
}

static unsigned visit(struct search *s, char *const *names, size_t n)
{
	const struct record_visitor visitor = {
		.context = s,
		.unit = on_unit,
		.line = on_line,
		.problem = on_problem,
		.unchecked = on_unchecked,
	};
	unsigned units = records_visit(names, n, &visitor);

	forget_layouts(s);
	map_free(&s->functions);
	return units;
}

static void free_search(struct search *s)
{
	for (size_t i = 0; i < s->answers.n; i++) {
		struct answer *answer = &s->answers.all[i];

		for (size_t k = 0; k < answer->n_units; k++)
			free(answer->units[k]);
		free(answer->units);
		free(answer->directory);
		json_decref(answer->line);
	}
	for (size_t i = 0; i < s->n_unchecked; i++)
		free(s->unchecked[i]);
	free(s->unchecked);
	free(s->answers.all);
	free(s->similar);
	free(s->real);
	map_free(&s->index);
	sources_free(&s->answers.sources);
	paths_free(&s->answers.paths);
}

/* If something stands at the very column, what stands elsewhere on the line was not meant. */
static void keep_column(struct answers *answers)
{
	size_t kept = 0;
	bool any = false;

	for (size_t i = 0; i < answers->n; i++)
		any |= answers->all[i].at_column;
	for (size_t i = 0; any && i < answers->n; i++) {
		struct answer swapped = answers->all[kept];

		if (answers->all[i].kind == ANSWER_CONVERSION && !answers->all[i].at_column)
			continue;
		answers->all[kept++] = answers->all[i];
		answers->all[i] = swapped;
	}
	for (size_t i = kept; any && i < answers->n; i++) {
		json_decref(answers->all[i].line);
		free(answers->all[i].directory);
		for (size_t k = 0; k < answers->all[i].n_units; k++)
			free(answers->all[i].units[k]);
		free(answers->all[i].units);
	}
	if (any)
		answers->n = kept;
}

int explain_place(const struct question *question, char *const *names, size_t n)
{
	struct search s = { .question = question, .file = question->file };
	unsigned units;
	int status = paths_init(&s.answers.paths, NULL);

	if (status) {
		cli_message(".: cannot be the source root: %s", strerror(status));
		return CLI_FAILED;
	}
	while (s.file && !strncmp(s.file, "./", 2))
		s.file += 2;
	s.real = s.file ? realpath(s.file, NULL) : NULL;
	units = visit(&s, names, n);
	if (s.file && !s.file_known && s.similar && !s.n_problems) {
		cli_message("%s: no record names it; taking %s for it", question->file, s.similar);
		s.file = s.similar;
		units = visit(&s, names, n);
	}
	if (!units)
		cli_message(
			"no record found: were the objects compiled with -fplugin=layoutcheck?");
	else if (!s.answers.n)
		tell_nothing(&s, units);
	status = s.answers.n ? CLI_OK : CLI_FINDINGS;
	keep_column(&s.answers);
	if (question->json)
		explain_print_json(&s.answers, question);
	else
		explain_print(&s.answers);
	if (s.n_problems || !units)
		status = CLI_FAILED;
	free_search(&s);
	return status;
}
