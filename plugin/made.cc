/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Functions of the unit that hand out what they got from a call: wrappers of
 * allocators, and of calls that the model knows to hand out bytes.
 */
#include "across.h"

/* A size that was worked out where it could wrap, such as n + sizeof (header): what it was meant as. */
static void mean_as_sum(struct analysis *b, struct made *made)
{
	const struct lc_linear *size = &made->size;
	struct lc_linear meant, wraps;
	HOST_WIDE_INT low, high;
	tree name;

	if (!size->valid || size->n != 1 || size->constant || size->terms[0].coefficient != 1 ||
	    b->terms[size->terms[0].term].kind != TERM_SSA)
		return;
	name = b->terms[size->terms[0].term].node;
	if (!INTEGRAL_TYPE_P(TREE_TYPE(name)))
		return;
	meant = unwrapped(b, name, &wraps);
	if (!meant.valid || lc_linear_equal(&meant, size))
		return;
	type_bounds(TREE_TYPE(name), &low, &high);
	made->room = lc_linear_scale(&meant, -1);
	made->room = lc_linear_plus(&made->room, high);
	made->size = meant;
}

/* Keeps in ANSWER, of B's function, how many bytes it hands out, in that function's WORDS. */
void keep_made(struct analysis *b, struct vocabulary *words, struct answer *answer)
{
	const struct root *root = &answer->root;
	struct lc_linear into = lc_linear_add(&answer->value, &root->start, -1);

	if (!root->call || root->load || root->n_ways || !into.valid)
		return;
	/* A model's source is known from its beginning only. */
	if (!lc_linear_is_constant(&into) || into.constant < 0 || (into.constant && root->source))
		return;
	if (root->made) {
		answer->made = *root->made;
	} else if (root->source) {
		answer->made.size = amount_of_call(b, root->call, &root->source->bytes);
		answer->made.exact = root->source->exact;
		answer->made.bytes = true;
	} else {
		answer->made.size = bytes_asked_for(b, root->call);
		answer->made.exact = true;
	}
	if (!answer->made.room.valid)
		mean_as_sum(b, &answer->made);
	answer->made.size = lc_linear_plus(&answer->made.size, -into.constant);
	learn(b, words, &answer->made.size);
	learn(b, words, &answer->made.room);
}

const struct made *made_by_call(struct analysis *a, gimple *call)
{
	struct summary *s = summary_of_call(a, call);
	struct made made = {}, *kept;
	bool found = false;

	for (unsigned i = 0; s && i < s->all.length(); i++) {
		struct answer *answer = s->all[i];
		struct passage p = {};
		struct lc_linear size, room;

		if (!answer->high)
			continue; /* NULL */
		p.a = a;
		p.call = call;
		p.words = &s->words;
		size = in_caller(&p, &answer->made.size);
		if (answer->made.room.valid) {
			room = in_caller(&p, &answer->made.room);
			if (!room.valid || !holds_at(a, &room, call))
				size.valid = false;
		}
		if (found &&
		    (!lc_linear_equal(&size, &made.size) || answer->made.exact != made.exact))
			size.valid = false;
		made.bytes = answer->made.bytes && (!found || made.bytes);
		made.exact = answer->made.exact;
		made.size = size;
		if (!size.valid && !made.bytes)
			return NULL;
		found = true;
	}
	kept = found ? (struct made *)lc_arena_alloc(&a->unit->arena, sizeof(*kept)) : NULL;
	if (kept)
		*kept = made;
	return kept;
}
