// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-register-access: registers are accessed as often, as wide and where the
 * source says, and inside what was mapped.
 */
#include "judges.h"

#include "registers.h"
#include "unit.h"

/* What can be wrong with an access, the worst first; an access has the first that fits. */
enum wrong { OUTSIDE, DROPPED, PLAIN, WHOLE, PIECES, BIT_FIELD, NARROW, LARGER, N_WRONG };

static const enum lc_level levels[N_WRONG] = {
	[OUTSIDE] = LC_LEVEL_ERROR, [DROPPED] = LC_LEVEL_WARNING, [PLAIN] = LC_LEVEL_WARNING,
	[WHOLE] = LC_LEVEL_WARNING, [PIECES] = LC_LEVEL_WARNING,  [BIT_FIELD] = LC_LEVEL_NOTE,
	[NARROW] = LC_LEVEL_NOTE,   [LARGER] = LC_LEVEL_NOTE,
};

static bool is_outside(const struct lc_mapping *m, const struct lc_register_access *r)
{
	if (!m->size || !r->placed || !r->size)
		return false;
	return r->offset < 0 || (uint64_t)r->offset >= m->size ||
	       r->size > m->size - (uint64_t)r->offset;
}

static enum wrong wrong_with(const struct lc_mapping *m, const struct lc_register_access *r)
{
	if (is_outside(m, r))
		return OUTSIDE;
	if (!r->is_volatile)
		return r->was_volatile ? DROPPED : PLAIN;
	if (r->whole)
		return WHOLE;
	if (r->pieces > 1)
		return PIECES;
	if (r->bit_field && r->write)
		return BIT_FIELD;
	return r->size && r->size < r->register_size ? NARROW : N_WRONG;
}

static const char *text_of(struct lc_arena *arena, const struct lc_conversion *c, enum wrong wrong,
			   const struct lc_register_access *r)
{
	const char *bytes = c->origin.name ? c->origin.name : "registers";

	switch (wrong) {
	case OUTSIDE:
		return lc_arena_printf(
			arena,
			"'%s' is at bytes %lld to %lld of '%s', of which %llu bytes are mapped",
			r->what, (long long)r->offset,
			(long long)r->offset + (long long)r->size - 1, bytes,
			(unsigned long long)c->mapping->size);
	case DROPPED:
		return lc_arena_printf(
			arena,
			"'%s' is accessed without the volatile that '%s' was declared "
			"with: the access may be merged, repeated or left out",
			r->what, bytes);
	case PLAIN:
		return lc_arena_printf(arena,
				       "'%s', a register at '%s', is accessed as plain memory: the "
				       "access may be merged, repeated, split or left out",
				       r->what, bytes);
	case WHOLE:
		return lc_arena_printf(
			arena,
			"'%s', registers at '%s', are copied as a whole: nothing says "
			"how wide each access is",
			r->what, bytes);
	case PIECES:
		return lc_arena_printf(
			arena, "'%s', a register at '%s', is accessed in %u pieces on this target",
			r->what, bytes, r->pieces);
	case NARROW:
		return lc_arena_printf(
			arena,
			"'%s' accesses %llu of the %llu bytes of a register at '%s': not every bus "
			"can, and what is read may be lost for the rest",
			r->what, (unsigned long long)r->size, (unsigned long long)r->register_size,
			bytes);
	case LARGER:
		return lc_arena_printf(arena, "'%s' has %llu bytes, and %llu of '%s' are mapped",
				       c->target.type, (unsigned long long)c->target.size,
				       (unsigned long long)c->mapping->size, bytes);
	default:
		return lc_arena_printf(
			arena,
			"a write to the bit-field '%s' of a register at '%s' reads and "
			"writes the bits around it too",
			r->what, bytes);
	}
}

static void refute(struct lc_unit *unit, struct lc_conversion *c, enum wrong wrong,
		   const struct lc_register_access *r)
{
	struct lc_judgement *j = lc_conversion_add_judgement(unit, c);

	if (!j)
		return;
	j->rule = lc_rule_find("lc-register-access");
	j->verdict = LC_REFUTED;
	j->place = r ? r->place : c->cast;
	j->message = text_of(&unit->arena, c, wrong, r);
	j->how = j->message;
	j->level = lc_rule_level(unit, j->rule, levels[wrong]);
}

/* Of each thing that is wrong the first access speaks: it is the block's, not the access's. */
void lc_judge_register_access(struct lc_unit *unit, struct lc_conversion *c)
{
	const struct lc_mapping *m = c->mapping;
	bool said[N_WRONG] = { false }, any = false;
	struct lc_judgement *j;

	for (size_t i = 0; m && i < m->n_accesses; i++) {
		enum wrong wrong = wrong_with(m, &m->accesses[i]);

		if (wrong == N_WRONG || said[wrong])
			continue;
		said[wrong] = any = true;
		refute(unit, c, wrong, &m->accesses[i]);
	}
	/* A member that is outside says it better. */
	if (m && m->size && c->target.size > m->size && !said[OUTSIDE]) {
		refute(unit, c, LARGER, NULL);
		any = true;
	}
	if (any)
		return;
	j = lc_conversion_add_judgement(unit, c);
	if (!j)
		return;
	j->rule = lc_rule_find("lc-register-access");
	j->place = c->cast;
	j->verdict = LC_PROVEN;
	j->how = m && m->size ? "each access is volatile, of one piece, and inside what is mapped" :
				"each access is volatile and of one piece";
}
