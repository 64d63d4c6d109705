/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What lc-short-buffer says of an access, in words.
 */
#include "short_buffer.h"

#include <string.h>

#include "evidence.h"
#include "unit.h"

static const char *bytes(struct lc_arena *arena, int64_t n)
{
	return lc_arena_printf(arena, "%lld byte%s", (long long)n, n == 1 ? "" : "s");
}

/* ACCESS as a message names it. */
static const char *name_of(struct lc_arena *arena, const struct lc_access *access)
{
	return access->function ?
		       lc_arena_printf(arena, "'%s' in '%s ()'", access->what, access->function) :
		       lc_arena_printf(arena, "'%s'", access->what);
}

static const char *needs(struct lc_arena *arena, const struct lc_access *access,
			 const struct lc_shortage *f)
{
	const struct lc_need *need = access->need;
	const char *what = name_of(arena, access);

	if (f->needed > 0)
		return lc_arena_printf(arena, "%s needs %s of '%s'", what, bytes(arena, f->needed),
				       need->bytes);
	return lc_arena_printf(arena, "%s reaches past '%s'", what, need->bytes);
}

static void report_refuted(struct lc_unit *unit, struct lc_conversion *c, struct lc_judgement *j,
			   const struct lc_access *access, const struct lc_shortage *f)
{
	const struct lc_need *need = access->need;
	struct lc_arena *arena = &unit->arena;
	const char *what = name_of(arena, access);

	j->verdict = LC_REFUTED;
	j->how = lc_evidence_how(arena, &f->proof);
	j->assumes = lc_evidence_assumes(arena, &f->proof);
	/* What rests on trust is no certainty. */
	j->level = j->assumes ? LC_LEVEL_WARNING : LC_LEVEL_ERROR;
	if (lc_linear_is_constant(&need->from) && need->from.constant < 0)
		j->message = lc_arena_printf(arena, "%s begins %s before '%s'", what,
					     bytes(arena, -need->from.constant), need->bytes);
	else if (f->before)
		j->message = lc_arena_printf(arena, "%s begins before '%s' (%s)", what, need->bytes,
					     j->how);
	else if (f->known >= 0)
		j->message = lc_arena_printf(arena, "%s as '%s', which has only %lld (%s)",
					     needs(arena, access, f), c->target.type,
					     (long long)f->known, j->how);
	else
		j->message = lc_arena_printf(arena, "%s as '%s', which has fewer (%s)",
					     needs(arena, access, f), c->target.type, j->how);
}

/* What is missing for a proof, as a phrase. */
static const char *missing(struct lc_arena *arena, const struct lc_access *access,
			   const struct lc_shortage *f)
{
	const struct lc_need *need = access->need;

	if (!need->extent.valid)
		return lc_arena_printf(arena, "nothing is known of the extent of '%s'",
				       need->bytes);
	if (f->known >= 0)
		return lc_arena_printf(arena, "%s, %lld known", needs(arena, access, f),
				       (long long)f->known);
	if (f->past)
		return lc_arena_printf(arena, "%s may reach %s past '%s'", name_of(arena, access),
				       bytes(arena, f->past), need->bytes);
	return lc_arena_printf(arena,
			       f->begins ?
				       "no guard bounds the offset of %s" :
				       "the offset of %s may be negative, for all that is known",
			       name_of(arena, access));
}

static void report_open(struct lc_unit *unit, struct lc_conversion *c, struct lc_judgement *j,
			const struct lc_access *access, const struct lc_shortage *f)
{
	const struct lc_need *need = access->need;
	struct lc_arena *arena = &unit->arena;
	const char *name = need->length ? need->length->name : NULL;

	j->verdict = LC_OPEN;
	j->how = f->null ? lc_arena_printf(arena, "%s may have returned NULL", access->unlooked) :
			   missing(arena, access, f);
	j->missing = f->known >= 0 && need->extent.valid ? needs(arena, access, f) : j->how;
	if (f->null && !f->silent) {
		j->level = LC_LEVEL_WARNING;
		j->message = lc_arena_printf(
			arena,
			"%s is used, but whether %s returned NULL is not looked at on every way here",
			name_of(arena, access), access->unlooked);
		return;
	}
	if (f->early) {
		j->level = LC_LEVEL_WARNING;
		j->message = lc_arena_printf(arena, "'%s' may begin %s before '%s' as '%s'",
					     access->what, bytes(arena, f->early), need->bytes,
					     c->target.type);
		return;
	}
	if (f->silent) {
		if (*f->silent)
			j->how = lc_arena_printf(arena, "%s; %s", j->how, f->silent);
		return;
	}
	j->level = LC_LEVEL_WARNING;
	if (f->unplaced)
		j->message = lc_arena_printf(
			arena,
			"%s may reach past '%s' as '%s': its offset is left out of the comparison%s",
			name_of(arena, access), need->bytes, c->target.type,
			name ? lc_arena_printf(arena, " with '%s'", name) : "");
	else if (f->known < 0)
		j->message = lc_arena_printf(
			arena, "%s may reach %s past '%s' as '%s': %s is compared with too %s",
			name_of(arena, access), bytes(arena, f->past), need->bytes, c->target.type,
			name ? lc_arena_printf(arena, "'%s'", name) : "the offset",
			name ? "little" : "much");
	else if (!name)
		j->message = lc_arena_printf(arena, "%s as '%s', which has only %lld on a way here",
					     needs(arena, access, f), c->target.type,
					     (long long)f->known);
	else if (f->guard)
		j->message = lc_arena_printf(
			arena, "%s as '%s', but '%s' is compared with too little: %lld known",
			needs(arena, access, f), c->target.type, name, (long long)f->known);
	else
		j->message = lc_arena_printf(
			arena, "%s as '%s', but its length '%s' is not compared %s",
			needs(arena, access, f), c->target.type, name,
			need->sometimes ? "on every way here" : "with anything before");
	if (f->guard)
		lc_evidence_step(arena, j, LC_STEP_GUARD, f->guard->place,
				 lc_arena_printf(arena, "this comparison is not enough: %s",
						 f->guard->reason));
	else
		lc_evidence_step(arena, j, LC_STEP_CALLER, need->caller.place, need->caller.text);
}

/* That a length belongs to the bytes is a fact without a place: it is where the length is. */
static void add_length(struct lc_arena *arena, struct lc_judgement *j,
		       const struct lc_length *length, const struct lc_proof *proof)
{
	for (size_t i = 0; length && i < proof->n; i++)
		if (proof->used[i]->reason && length->how &&
		    !strcmp(proof->used[i]->reason, length->how))
			lc_evidence_step(arena, j, LC_STEP_LENGTH, length->place, length->how);
}

static void report_proven(struct lc_unit *unit, struct lc_judgement *j, const struct lc_need *need,
			  const struct lc_shortage *f)
{
	j->verdict = LC_PROVEN;
	j->how = lc_evidence_how(&unit->arena, &f->proof);
	j->assumes = lc_evidence_assumes(&unit->arena, &f->proof);
	add_length(&unit->arena, j, need->length, &f->proof);
	lc_evidence_steps(&unit->arena, j, &f->proof);
	lc_evidence_guards(&unit->arena, j, &f->proof);
}

/* States in J what came of judging ACCESS through a view of C. */
void lc_report_short_buffer(struct lc_unit *unit, struct lc_conversion *c, struct lc_judgement *j,
			    const struct lc_access *access, const struct lc_shortage *f)
{
	const struct lc_length *length = access->need->length;

	j->rule = lc_rule_find("lc-short-buffer");
	j->place = access->place;
	j->pointer = access->need->bytes;
	j->length = length ? length->name : NULL;
	if (f->verdict == LC_PROVEN) {
		report_proven(unit, j, access->need, f);
		return;
	}
	if (length)
		lc_evidence_step(&unit->arena, j, LC_STEP_LENGTH, length->place, length->how);
	if (f->verdict == LC_REFUTED)
		report_refuted(unit, c, j, access, f);
	else
		report_open(unit, c, j, access, f);
	if (f->verdict == LC_REFUTED)
		lc_evidence_steps(&unit->arena, j, &f->proof);
	j->level = lc_rule_level(unit, j->rule, j->level);
}
