/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What lc-unchecked-length says of a use, in words.
 */
#include "unchecked_length.h"

#include <string.h>

#include "evidence.h"
#include "rules.h"
#include "unit.h"

bool lc_is_overreach(const struct lc_overreach *f)
{
	return f->verdict == LC_REFUTED || (f->verdict == LC_OPEN && !f->silent);
}

static const char *message(struct lc_arena *arena, const struct lc_access *access,
			   const struct lc_overreach *f)
{
	const struct lc_need *need = access->need;
	const struct lc_untrusted *value = need->untrusted;
	const char *reach, *from;

	from = value->argument ? "comes from outside" :
	       value->amount   ? "is how much came" :
	       need->is_size || strcmp(value->bytes, need->bytes) ?
			       lc_arena_printf(arena, "stands in the bytes of '%s'", value->bytes) :
			       "stands in the bytes themselves";
	if (f->reason == MAY_BE_LESS)
		return lc_arena_printf(
			arena,
			"the size '%s' may wrap below 0: nothing compares '%s', which %s, with "
			"what is taken off or with 0",
			access->what, value->name, from);
	if (f->reason == MAY_BE_NOTHING)
		return lc_arena_printf(
			arena,
			"'%s' may step by 0 bytes: nothing compares '%s', which stands in the "
			"bytes themselves, with 0, and the walk may not end",
			access->what, value->name);
	if (f->reason == MAY_COME_AROUND)
		return lc_arena_printf(
			arena,
			"'%s' may wrap to where it was: its type has no room for a step by '%s', which "
			"stands in the bytes themselves, and the walk may not end",
			access->what, value->name);
	if (f->reason == REST && f->verdict == LC_OPEN)
		return lc_arena_printf(
			arena,
			"'%s' reaches as far into '%s' as what came, less '%s', which stands in it; "
			"that is compared with what came (%s), and nothing with the room in '%s'",
			access->what, need->bytes, value->name,
			f->guard->reason ? f->guard->reason : "a bound", need->bytes);
	reach = lc_arena_printf(arena, "'%s' reaches as far into '%s' as '%s'%s, which %s",
				access->what, need->bytes, value->name,
				value->walks ? " of the records before it says" : " says", from);
	if (f->verdict == LC_REFUTED)
		return lc_arena_printf(arena, "%s and is too much (%s)", reach,
				       lc_evidence_how(arena, &f->proof));
	if (f->reason == MAY_WRAP)
		return lc_arena_printf(arena, "%s and is compared only in a sum that may wrap",
				       reach);
	if (f->reason == TOO_MUCH)
		return lc_arena_printf(arena, "%s and is compared with too much (%s)", reach,
				       f->guard->reason ? f->guard->reason : "a bound");
	if (f->reason == EACH_OTHER)
		return lc_arena_printf(
			arena, "%s and is compared only with another length out of bytes (%s)",
			reach, f->guard->reason ? f->guard->reason : "a sum");
	if (f->reason == WHAT_CAME)
		return lc_arena_printf(
			arena, "%s and is compared with what came (%s), not with the room in '%s'",
			reach, f->guard->reason ? f->guard->reason : "a bound", need->bytes);
	if (f->reason == ANOTHER)
		return lc_arena_printf(arena,
				       "%s and is compared with a constant (%s), not with '%s'",
				       reach, f->guard->reason ? f->guard->reason : "a bound",
				       need->length->name);
	return lc_arena_printf(arena, "%s and is not compared with %s", reach,
			       value->amount ? "the room there" : "what is there");
}

static const char *missing(struct lc_arena *arena, const struct lc_access *access,
			   const struct lc_overreach *f)
{
	const char *what = lc_arena_printf(
		arena,
		access->need->is_turn ? "'%s' may wrap to where it was" :
		access->need->is_step ? "'%s' may step by 0" :
		access->need->is_size ? "nothing shows that '%s' is not less than 0" :
					"nothing shows that '%s' stays within what is there",
		access->what);

	return f->silent && *f->silent ? lc_arena_printf(arena, "%s; %s", what, f->silent) : what;
}

void lc_report_unchecked_length(struct lc_unit *unit, struct lc_conversion *c,
				const struct lc_rule *rule, const struct lc_access *access,
				const struct lc_overreach *f)
{
	struct lc_judgement *j = lc_conversion_add_judgement(unit, c);
	struct lc_arena *arena = &unit->arena;
	const struct lc_need *need = access->need;

	if (!j)
		return;
	j->rule = rule;
	j->place = access->place;
	j->verdict = f->verdict;
	j->pointer = need->bytes;
	j->length = need->untrusted->name;
	if (f->verdict == LC_OPEN)
		j->how = missing(arena, access, f);
	else
		j->how = lc_evidence_how(arena, &f->proof);
	if (f->verdict != LC_OPEN) {
		j->assumes = lc_evidence_assumes(arena, &f->proof);
		lc_evidence_steps(arena, j, &f->proof);
	}
	if (!lc_is_overreach(f))
		return;
	j->level = f->verdict == LC_REFUTED && !j->assumes ? LC_LEVEL_ERROR : LC_LEVEL_WARNING;
	j->level = lc_rule_level(unit, rule, j->level);
	j->message = message(arena, access, f);
	lc_evidence_add(arena, j, need->untrusted->place,
			need->untrusted->argument ?
				lc_arena_printf(arena,
						"attribute tainted_args: '%s' comes from outside",
						need->untrusted->name) :
				lc_arena_printf(arena, "'%s' is read from '%s' here",
						need->untrusted->name, need->untrusted->bytes));
	lc_evidence_add(arena, j, need->caller.place, need->caller.text);
	if (f->guard)
		lc_evidence_add(arena, j, f->guard->place,
				lc_arena_printf(arena, "the comparison: %s", f->guard->reason));
}
