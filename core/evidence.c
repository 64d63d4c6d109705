/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Evidence in words: which facts a proof used, and what they rest on.
 */
#include "evidence.h"

#include <string.h>

#include "least.h"

/* Is PART one of the parts of TEXT: "n >= 1" is none of "len >= 10". */
static bool has_part(const char *text, const char *separator, const char *part)
{
	size_t n = strlen(part), gap = strlen(separator);

	for (const char *at = text; n && (at = strstr(at, part)); at++) {
		bool begins = at == text ||
			      ((size_t)(at - text) >= gap && !strncmp(at - gap, separator, gap));

		if (begins && (!at[n] || !strncmp(at + n, separator, gap)))
			return true;
	}
	return !n;
}

/* Appends PART to TEXT with SEPARATOR, unless it is one of its parts already. */
static const char *join(struct lc_arena *arena, const char *text, const char *separator,
			const char *part)
{
	const char *joined;

	if (!text)
		return part;
	if (has_part(text, separator, part))
		return text;
	joined = lc_arena_printf(arena, "%s%s%s", text, separator, part);
	return joined ? joined : text;
}

const char *lc_evidence_how(struct lc_arena *arena, const struct lc_proof *proof)
{
	const char *text = NULL;

	/* Guards first: they are what a reader looks for. */
	for (unsigned pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < proof->n; i++)
			if ((proof->used[i]->kind == LC_FACT_GUARD) == !pass &&
			    proof->used[i]->reason)
				text = join(arena, text, ", ", proof->used[i]->reason);
	return text ? text : "the sizes are constants";
}

const char *lc_evidence_assumes(struct lc_arena *arena, const struct lc_proof *proof)
{
	const char *text = NULL;

	for (size_t i = 0; i < proof->n; i++)
		if (proof->used[i]->assumes)
			text = join(arena, text, "; ", proof->used[i]->assumes);
	return text;
}

static bool same_file(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

void lc_evidence_step(struct lc_arena *arena, struct lc_judgement *judgement,
		      enum lc_step_kind kind, struct lc_place place, const char *text)
{
	struct lc_step *steps;

	if (!place.line || !text)
		return;
	for (size_t i = 0; i < judgement->n_steps; i++)
		if (judgement->steps[i].place.line == place.line &&
		    same_file(judgement->steps[i].place.file, place.file) &&
		    !strcmp(judgement->steps[i].text, text))
			return;
	/* Few steps a finding: a copy each time is simpler than a capacity. */
	steps = lc_arena_alloc(arena, (judgement->n_steps + 1) * sizeof(*steps));
	if (!steps)
		return;
	if (judgement->n_steps)
		memcpy(steps, judgement->steps, judgement->n_steps * sizeof(*steps));
	steps[judgement->n_steps].place = place;
	steps[judgement->n_steps].text = text;
	steps[judgement->n_steps].kind = kind;
	judgement->steps = steps;
	judgement->n_steps++;
}

void lc_evidence_add(struct lc_arena *arena, struct lc_judgement *judgement, struct lc_place place,
		     const char *text)
{
	lc_evidence_step(arena, judgement, LC_STEP_OTHER, place, text);
}

void lc_evidence_steps(struct lc_arena *arena, struct lc_judgement *judgement,
		       const struct lc_proof *proof)
{
	for (size_t i = 0; i < proof->n; i++) {
		const struct lc_fact *fact = proof->used[i];
		enum lc_step_kind kind = lc_fact_is_comparison(fact)  ? LC_STEP_GUARD :
					 fact->kind == LC_FACT_EXTENT ? LC_STEP_LENGTH :
									LC_STEP_OTHER;

		lc_evidence_step(arena, judgement, kind, fact->place, fact->reason);
	}
}

static bool same_line(const struct lc_place *a, const struct lc_place *b)
{
	return a->line == b->line && same_file(a->file, b->file);
}

static bool same_place(const struct lc_place *a, const struct lc_place *b)
{
	return same_line(a, b) && a->column == b->column;
}

/* Does TEXT say 'NAME', of LENGTH bytes? */
static bool names(const char *text, const char *name, size_t length)
{
	for (const char *at = text; (at = strchr(at, '\'')); at++)
		if (!strncmp(at + 1, name, length) && at[length + 1] == '\'')
			return true;
	return false;
}

static const char *origin_text(struct lc_arena *arena, const struct lc_origin *origin)
{
	static const struct {
		const char *kind, *format;
	} texts[] = {
		{ "parameter", "the bytes come in as '%s'" },
		{ "object", "the bytes are those of '%s'" },
		{ "call", "the bytes come from '%s'" },
		{ "load", "the bytes are those that '%s' points to" },
	};

	if (!origin->name)
		return NULL;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (origin->kind && !strcmp(origin->kind, texts[i].kind))
			return lc_arena_printf(arena, texts[i].format, origin->name);
	return lc_arena_printf(arena, "the bytes are those at '%s'", origin->name);
}

/* Where the bytes come from, unless a step that says how many there are names them at that place. */
static void add_origin(struct lc_arena *arena, const struct lc_conversion *c,
		       struct lc_judgement *j)
{
	if (!c->origin.name)
		return;
	for (size_t i = 0; i < j->n_steps; i++)
		if (same_place(&j->steps[i].place, &c->origin.place) &&
		    names(j->steps[i].text, c->origin.name, strlen(c->origin.name)))
			return;
	lc_evidence_step(arena, j, LC_STEP_ORIGIN, c->origin.place, origin_text(arena, &c->origin));
}

static void add_access(struct lc_arena *arena, const struct lc_conversion *c,
		       struct lc_judgement *j)
{
	for (size_t i = 0; i < c->n_accesses; i++)
		if (c->accesses[i].what && same_place(&c->accesses[i].place, &j->place)) {
			lc_evidence_step(
				arena, j, LC_STEP_ACCESS, j->place,
				lc_arena_printf(arena, "'%s' is %s here", c->accesses[i].what,
						c->accesses[i].write ? "written" : "read"));
			return;
		}
	for (size_t i = 0; !c->n_accesses && i < c->n_handed_on; i++)
		if (c->handed_on[i].what && same_place(&c->handed_on[i].place, &j->place)) {
			lc_evidence_step(arena, j, LC_STEP_ACCESS, j->place,
					 lc_arena_printf(arena, "all of '%s' is handed on here",
							 c->handed_on[i].what));
			return;
		}
}

/* Callers, origin and length come first, then what stands in the function, line by line. */
static bool comes_before(const struct lc_judgement *j, const struct lc_step *a,
			 const struct lc_step *b)
{
	static const unsigned char ranks[] = {
		[LC_STEP_CALLER] = 0, [LC_STEP_ORIGIN] = 1, [LC_STEP_LENGTH] = 2,
		[LC_STEP_OTHER] = 4,  [LC_STEP_GUARD] = 4,  [LC_STEP_CAST] = 4,
		[LC_STEP_ACCESS] = 5,
	};
	unsigned rank_a = ranks[a->kind], rank_b = ranks[b->kind];

	/* What stands in another file, as an inline accessor does, keeps its order. */
	if (rank_a == 4 && !same_file(a->place.file, j->place.file))
		rank_a = 3;
	if (rank_b == 4 && !same_file(b->place.file, j->place.file))
		rank_b = 3;
	if (rank_a != rank_b || rank_a != 4)
		return rank_a < rank_b;
	if (a->place.line != b->place.line)
		return a->place.line < b->place.line;
	return a->place.column < b->place.column;
}

/* Few steps, mostly in order. Insertion keeps those that are alike as they came. */
static void order(struct lc_arena *arena, struct lc_judgement *j)
{
	struct lc_step *steps = lc_arena_alloc(arena, j->n_steps * sizeof(*steps));

	if (!steps)
		return;
	for (size_t i = 0; i < j->n_steps; i++) {
		size_t at = i;

		for (; at && comes_before(j, &j->steps[i], &steps[at - 1]); at--)
			steps[at] = steps[at - 1];
		steps[at] = j->steps[i];
	}
	j->steps = steps;
}

void lc_evidence_complete(struct lc_arena *arena, const struct lc_conversion *c,
			  struct lc_judgement *j)
{
	bool finding = j->level != LC_LEVEL_NONE;

	if (!finding && j->verdict != LC_REFUTED &&
	    (j->verdict == LC_OPEN || (!j->pointer && !j->n_steps)))
		return;
	add_origin(arena, c, j);
	/* On one line with the access it is no step of its own. */
	if (c->cast.line && c->origin.name && !same_line(&c->cast, &j->place))
		lc_evidence_step(arena, j, LC_STEP_CAST, c->cast,
				 lc_arena_printf(arena, "'%s' is viewed as '%s' here",
						 c->origin.name, c->target.type));
	/* A finding stands at the access, and says what it is. */
	if (!finding)
		add_access(arena, c, j);
	if (j->n_steps > 1)
		order(arena, j);
}

bool lc_evidence_is_news(const struct lc_judgement *j, size_t i)
{
	const struct lc_step *step = &j->steps[i];
	const char *name = step->kind == LC_STEP_ORIGIN ? strchr(step->text, '\'') : NULL;
	const char *end = name ? strrchr(name, '\'') : NULL;

	if (!name || end == name)
		return true;
	if (same_line(&step->place, &j->place))
		return false;
	for (size_t k = 0; k < j->n_steps; k++)
		if (k != i && same_line(&j->steps[k].place, &step->place) &&
		    names(j->steps[k].text, name + 1, (size_t)(end - name) - 1))
			return false;
	return true;
}

void lc_evidence_guards(struct lc_arena *arena, struct lc_judgement *judgement,
			const struct lc_proof *proof)
{
	struct lc_place *guards = lc_arena_alloc(arena, (proof->n + 1) * sizeof(*guards));

	if (!guards)
		return;
	judgement->guards = guards;
	for (size_t i = 0; i < proof->n; i++) {
		const struct lc_place *place = &proof->used[i]->place;
		bool known = !lc_fact_is_comparison(proof->used[i]);

		for (size_t k = 0; k < judgement->n_guards && !known; k++)
			known = guards[k].line == place->line &&
				guards[k].column == place->column &&
				same_file(guards[k].file, place->file);
		if (!known)
			guards[judgement->n_guards++] = *place;
	}
}
