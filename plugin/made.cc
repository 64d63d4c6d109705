/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Functions of the unit that hand out what they got from a call: wrappers of
 * allocators, and of calls that the model knows to hand out bytes.
 */
#include "across.h"

/* Keeps in ANSWER, of B's function, how many bytes it hands out, in that function's WORDS. */
void keep_made(struct analysis *b, struct vocabulary *words, struct answer *answer)
{
	const struct root *root = &answer->root;

	if (!root->call || root->load || root->n_ways || !root->start.valid ||
	    !lc_linear_equal(&root->start, &answer->value))
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
	learn(b, words, &answer->made.size);
}

const struct made *made_by_call(struct analysis *a, gimple *call)
{
	struct summary *s = summary_of_call(a, call);
	struct made made = {}, *kept;
	bool found = false;

	for (unsigned i = 0; s && i < s->all.length(); i++) {
		struct answer *answer = s->all[i];
		struct passage p = {};
		struct lc_linear size;

		if (!answer->high)
			continue; /* NULL */
		p.a = a;
		p.call = call;
		p.words = &s->words;
		size = in_caller(&p, &answer->made.size);
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
