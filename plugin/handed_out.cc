/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Functions of the unit that hand a view out through a pointer that they are
 * given: get (buf, len, &h).
 */
#include "across.h"

#define MOST_STORES 8

/* Does STATEMENT store through another parameter than REFERENCE does? */
static bool stores_elsewhere(gimple *statement, tree reference)
{
	tree base = base_of(reference), other;

	if (!gimple_assign_single_p(statement) || !gimple_store_p(statement))
		return false;
	other = base_of(gimple_assign_lhs(statement));
	return TREE_CODE(base) == MEM_REF && TREE_CODE(other) == MEM_REF &&
	       TREE_CODE(TREE_OPERAND(other, 0)) == SSA_NAME &&
	       SSA_NAME_IS_DEFAULT_DEF(TREE_OPERAND(other, 0)) &&
	       TREE_OPERAND(other, 0) != TREE_OPERAND(base, 0);
}

/*
 * Keeps in ANSWER, of B's function, what it has stored where its caller finds
 * it. That two parameters point to different places, the caller has to know.
 */
void keep_handed_out(struct analysis *b, struct vocabulary *words, struct answer *answer, tree exit)
{
	auto_vec<tree> written;

	if (!exit || !fields_written(b, &written))
		return;
	for (tree reference : written) {
		struct handed_out out = {};
		tree state = NULL_TREE, value = NULL_TREE, memory = exit;

		if (!POINTER_TYPE_P(TREE_TYPE(reference)) && !INTEGRAL_TYPE_P(TREE_TYPE(reference)))
			continue;
		for (unsigned i = 0; i < MOST_STORES; i++) {
			value = stored_at(b, reference, memory, &state);
			if (value || !state || SSA_NAME_IS_DEFAULT_DEF(state) ||
			    !stores_elsewhere(SSA_NAME_DEF_STMT(state), reference))
				break;
			memory = gimple_vuse(SSA_NAME_DEF_STMT(state));
			out.apart = true;
		}
		out.reference = reference;
		out.left = !value && state && SSA_NAME_IS_DEFAULT_DEF(state);
		if (value)
			out.value = linear_of(b, value);
		out.null = value && POINTER_TYPE_P(TREE_TYPE(value)) && integer_zerop(value);
		if (value && POINTER_TYPE_P(TREE_TYPE(value)) && !out.null)
			out.root = root_of(b, value);
		learn(b, words, &out.value);
		learn(b, words, &out.root.start);
		answer->out.safe_push(out);
	}
}

/* Adds to FACTS that the memory that OUT speaks of holds, after the call of P, what was stored. */
void tell_handed_out(struct passage *p, const struct handed_out *out, auto_vec<lc_fact *> *facts)
{
	tree reference = out->value.valid ? reference_in_caller(p, out->reference) : NULL_TREE;
	struct lc_linear value, there;
	lc_term t;

	if (!reference || !gimple_vdef(p->call) || (out->apart && !writes_apart(p, reference)))
		return;
	value = in_caller(p, &out->value);
	t = term_of_field_at(p->a, reference, gimple_vdef(p->call));
	if (!t || !value.valid)
		return;
	there = lc_linear_term(t);
	add_equal(p->a, facts, LC_FACT_VALUE, lc_linear_add(&there, &value, -1), UNKNOWN_LOCATION,
		  NULL, NULL);
}

/* What ANSWER has stored at ADDRESS, in the words of P's caller; NULL if nothing is known of that. */
static const struct handed_out *out_at(struct passage *p, const struct answer *answer,
				       const struct lc_linear *address)
{
	for (const struct handed_out &out : answer->out) {
		tree reference = reference_in_caller(p, out.reference);
		struct lc_linear there;
		bool known = false;

		if (!reference)
			continue;
		there = address_of_reference(p->a, reference, &known);
		if (known && lc_linear_equal(&there, address))
			return !out.apart || writes_apart(p, reference) ? &out : NULL;
	}
	return NULL;
}

/*
 * What CALL may leave at REFERENCE: VIEWS, what ARGUMENTS point to, and (*LEFT)
 * what was there before. False if that is not known.
 */
bool handed_out_by_call(struct analysis *a, gimple *call, tree reference,
			auto_vec<struct root> *views, auto_vec<tree> *arguments, bool *left)
{
	bool known = false, found = false;
	struct lc_linear address = address_of_reference(a, reference, &known);
	struct summary *s = known ? summary_of_call(a, call) : NULL;

	*left = false;
	for (unsigned i = 0; s && i < s->all.length(); i++) {
		const struct answer *answer = s->all[i];
		const struct handed_out *out;
		struct passage p = {};
		struct root there;
		tree argument;

		p.a = a;
		p.call = call;
		p.words = &s->words;
		p.at_exit = &answer->at_exit;
		out = out_at(&p, answer, &address);
		if (!out)
			return false;
		*left |= out->left;
		if (out->left || out->null)
			continue;
		if (!out->root.start.valid || !root_in_caller(&p, &out->root, &there, &argument))
			return false;
		found = true;
		if (argument)
			arguments->safe_push(argument);
		else
			views->safe_push(there);
	}
	return found;
}
