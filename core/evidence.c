/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Evidence in words: which facts a proof used, and what they rest on.
 */
#include "evidence.h"

#include <string.h>

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

void lc_evidence_add(struct lc_arena *arena, struct lc_judgement *judgement, struct lc_place place,
		     const char *text)
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
	judgement->steps = steps;
	judgement->n_steps++;
}

void lc_evidence_steps(struct lc_arena *arena, struct lc_judgement *judgement,
		       const struct lc_proof *proof)
{
	for (size_t i = 0; i < proof->n; i++)
		lc_evidence_add(arena, judgement, proof->used[i]->place, proof->used[i]->reason);
}
