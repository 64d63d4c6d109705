/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Suppressions in the source: what they say, and which findings they cover.
 */
#include "suppression.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "comments.h"
#include "nearest.h"

#define MARK "layoutcheck:"
#define MAX_REASON 1000 /* bytes */
#define MAX_SOURCE (64l << 20) /* a larger file is not source text */

static const char *const form_names[] = { "comment", "attribute" };

const char *lc_suppression_form_name(enum lc_suppression_form form)
{
	return form_names[form];
}

/* Says why a rule, or all of it, does not count; the first reason stays. */
static void object_to(struct lc_suppression *s, const char *problem)
{
	if (!s->problem)
		s->problem = problem;
}

static void add_rule(struct lc_unit *unit, struct lc_suppression *s, const char *name)
{
	const struct lc_rule *rule = lc_rule_find(name);
	const char *ids[64], *meant;
	size_t n = 0;

	if (!rule) {
		for (; n < lc_n_rules && n < sizeof(ids) / sizeof(ids[0]); n++)
			ids[n] = lc_rules[n].id;
		meant = nearest_name(name, ids, n);
		object_to(s, meant ? lc_arena_printf(&unit->arena,
						     "there is no rule '%s': did you mean '%s'?",
						     name, meant) :
				     lc_arena_printf(&unit->arena,
						     "there is no rule '%s': 'layoutcheck rules' "
						     "lists them",
						     name));
		return;
	}
	for (size_t i = 0; i < s->n_rules; i++)
		if (s->rules[i].rule == rule)
			return;
	if (lc_arena_grow(&unit->arena, &s->rules, s->n_rules, &s->rules_capacity,
			  sizeof(*s->rules)))
		return;
	s->rules[s->n_rules++] = (struct lc_allowed_rule){ .rule = rule };
}

/* REASON in one line, without what leads up to it; NULL if it says nothing. */
static char *plain_reason(struct lc_arena *arena, const char *reason)
{
	char *plain, *out;

	while (reason && *reason && !isalnum((unsigned char)*reason) &&
	       !((unsigned char)*reason & 0x80) && !strchr("('\"", *reason))
		reason++;
	if (!reason || !*reason)
		return NULL;
	out = plain = lc_arena_alloc(arena, strlen(reason) + 1);
	for (; plain && *reason && out - plain < MAX_REASON; reason++)
		if (!isspace((unsigned char)*reason))
			*out++ = *reason;
		else if (out[-1] != ' ')
			*out++ = ' ';
	while (plain && out > plain && out[-1] == ' ')
		*--out = '\0';
	return plain;
}

struct lc_suppression *lc_suppression_add(struct lc_unit *unit, enum lc_suppression_form form,
					  struct lc_place place, const char *rules, size_t length,
					  const char *reason)
{
	struct lc_suppression *s = lc_arena_alloc(&unit->arena, sizeof(*s));
	const char *end = rules + length;

	if (!s || lc_arena_grow(&unit->arena, &unit->suppressions, unit->n_suppressions,
				&unit->suppressions_capacity, sizeof(*unit->suppressions)))
		return NULL;
	unit->suppressions[unit->n_suppressions++] = s;
	s->form = form;
	s->place = place;
	s->reason = plain_reason(&unit->arena, reason);
	while (rules < end) {
		const char *start = rules, *name;

		while (rules < end && *rules != ',' && !isspace((unsigned char)*rules))
			rules++;
		name = lc_arena_printf(&unit->arena, "%.*s", (int)(rules - start), start);
		if (name && *name)
			add_rule(unit, s, name);
		rules += rules < end;
	}
	if (!s->n_rules)
		object_to(s, "it names no rule");
	if (s->n_rules && !s->reason)
		object_to(s, "it gives no reason");
	if (!s->reason)
		s->n_rules = 0;
	return s;
}

void lc_suppression_concerns(struct lc_unit *unit, struct lc_suppression *suppression,
			     struct lc_allowances *allowed)
{
	suppression->seen = true;
	for (size_t i = 0; i < allowed->n; i++)
		if (allowed->by[i] == suppression)
			return;
	if (!lc_arena_grow(&unit->arena, &allowed->by, allowed->n, &allowed->capacity,
			   sizeof(*allowed->by)))
		allowed->by[allowed->n++] = suppression;
}

/* Is the mark at AT in TEXT more than a mention: not part of a word, not quoted? */
static bool begins_directive(const char *text, const char *at)
{
	return at == text || !(isalnum((unsigned char)at[-1]) || strchr("_-`'\"<.", at[-1]));
}

/* The reason: up to an empty line, or to the next directive. */
static char *reason_at(struct lc_arena *arena, const char *text)
{
	const char *end = text;

	while (*end && strncmp(end, "\n\n", 2) && strncmp(end, MARK, sizeof(MARK) - 1))
		end++;
	return lc_arena_printf(arena, "%.*s", (int)(end - text), text);
}

static void read_directive(struct lc_unit *unit, const char *file, const struct lc_comment *comment,
			   const char *text)
{
	static const char allow[] = "allow";
	struct lc_place place = { .file = file, .line = comment->line, .column = comment->column };
	struct lc_suppression *s;
	const char *word, *close;
	size_t n = 0;

	text += strspn(text, " \t\n");
	word = text;
	while (isalpha((unsigned char)word[n]))
		n++;
	text += n + strspn(text + n, " \t");
	close = *text == '(' ? strchr(text, ')') : NULL;
	if (n != sizeof(allow) - 1 || strncmp(word, allow, n) || !close) {
		/* A comment may begin with the tool's name and be no directive. */
		if (*text != '(' && (n != sizeof(allow) - 1 || strncmp(word, allow, n)))
			return;
		s = lc_suppression_add(unit, LC_ALLOW_COMMENT, place, "", 0, NULL);
		if (s)
			s->problem = lc_arena_printf(
				&unit->arena,
				"expected '" MARK " allow(RULE) REASON', found '%.*s'",
				(int)strcspn(word, "\n") < 40 ? (int)strcspn(word, "\n") : 40,
				word);
	} else {
		s = lc_suppression_add(unit, LC_ALLOW_COMMENT, place, text + 1,
				       (size_t)(close - text) - 1,
				       reason_at(&unit->arena, close + 1));
	}
	if (!s)
		return;
	s->seen = true;
	s->first_line = comment->first_line;
	s->last_line = comment->last_line;
}

void lc_suppressions_in_text(struct lc_unit *unit, const char *file, const char *text,
			     size_t length)
{
	struct lc_comment *comments;
	size_t n = lc_comments_find(&unit->arena, text, length, MARK, &comments);

	for (size_t i = 0; i < n; i++)
		for (const char *at = comments[i].text; (at = strstr(at, MARK));) {
			bool begins = begins_directive(comments[i].text, at);

			at += sizeof(MARK) - 1;
			if (begins)
				read_directive(unit, file, &comments[i], at);
		}
}

static void read_file(struct lc_unit *unit, const char *file)
{
	const char *name = unit->real_name ? unit->real_name(file) : file;
	struct stat status;
	FILE *stream;
	char *text;

	if (stat(name, &status) || !S_ISREG(status.st_mode) || !status.st_size ||
	    status.st_size > MAX_SOURCE)
		return;
	stream = fopen(name, "rb");
	text = stream ? malloc((size_t)status.st_size) : NULL;
	if (text)
		lc_suppressions_in_text(unit, file, text,
					fread(text, 1, (size_t)status.st_size, stream));
	free(text);
	if (stream)
		fclose(stream);
}

static bool same_file(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

struct files {
	const char **names;
	size_t n, capacity;
};

static void add_file(struct lc_unit *unit, struct files *files, const char *file)
{
	if (!file)
		return;
	for (size_t i = 0; i < files->n; i++)
		if (same_file(files->names[i], file))
			return;
	if (!lc_arena_grow(&unit->arena, &files->names, files->n, &files->capacity,
			   sizeof(*files->names)))
		files->names[files->n++] = file;
}

static bool is_about(const struct lc_suppression *s, const struct lc_place *place)
{
	return place->line >= s->first_line && place->line <= s->last_line &&
	       same_file(place->file, s->place.file);
}

/* Marks J, a finding, as suppressed if S covers it. */
static void try_to_suppress(struct lc_suppression *s, struct lc_judgement *j)
{
	for (size_t i = 0; i < s->n_rules; i++)
		if (s->rules[i].rule == j->rule) {
			s->rules[i].used = true;
			if (!j->suppressed)
				j->suppressed = s;
		}
}

/* CAST: where bytes become what J is about, if it is about that; else NULL. */
static void suppress(const struct lc_unit *unit, const struct lc_place *cast,
		     const struct lc_allowances *allowed, struct lc_judgement *j)
{
	if (j->level == LC_LEVEL_NONE)
		return;
	for (size_t i = 0; i < unit->n_suppressions; i++) {
		struct lc_suppression *s = unit->suppressions[i];

		if (s->form == LC_ALLOW_COMMENT &&
		    (is_about(s, &j->place) || (cast && is_about(s, cast))))
			try_to_suppress(s, j);
	}
	for (size_t i = 0; i < allowed->n; i++)
		try_to_suppress(allowed->by[i], j);
}

static void add_files(struct lc_unit *unit, struct files *files,
		      const struct lc_judgement *judgements, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (judgements[i].level != LC_LEVEL_NONE)
			add_file(unit, files, judgements[i].place.file);
}

void lc_unit_suppress(struct lc_unit *unit)
{
	struct files files = { .n = 0 };

	add_file(unit, &files, unit->source);
	for (size_t i = 0; i < unit->n_conversions; i++) {
		const struct lc_conversion *c = unit->conversions[i];

		add_file(unit, &files, c->cast.file);
		add_files(unit, &files, c->judgements, c->n_judgements);
	}
	for (size_t i = 0; i < unit->n_layouts; i++)
		add_files(unit, &files, unit->layouts[i]->judgements,
			  unit->layouts[i]->n_judgements);
	for (size_t i = 0; i < files.n; i++)
		read_file(unit, files.names[i]);
	if (!unit->n_suppressions)
		return;
	for (size_t i = 0; i < unit->n_conversions; i++) {
		struct lc_conversion *c = unit->conversions[i];

		for (size_t k = 0; k < c->n_judgements; k++)
			suppress(unit, &c->cast, &c->allowed, &c->judgements[k]);
	}
	for (size_t i = 0; i < unit->n_layouts; i++) {
		struct lc_layout *l = unit->layouts[i];

		for (size_t k = 0; k < l->n_judgements; k++)
			suppress(unit, NULL, &l->allowed, &l->judgements[k]);
	}
}
