/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a call of a function in the unit answers, in the words of its caller:
 * the value, whose bytes a view is of, what holds because of the result.
 */
#include "across.h"

static void tell_fact(struct passage *p, struct told *told, const lc_fact *fact, const char *name,
		      bool asks)
{
	struct lc_linear e = in_caller(p, &fact->nonnegative);
	enum lc_fact_kind kind = fact->kind;
	lc_fact *there;

	if (!e.valid || !e.n)
		return;
	for (lc_fact *known : told->facts)
		if (lc_linear_equal(&known->nonnegative, &e))
			return;
	/* No evidence of too little, where somebody else may have compared with more. */
	if (kind == LC_FACT_GUARD && asks)
		kind = LC_FACT_ANSWER;
	there = new_fact(p->a, kind, e, UNKNOWN_LOCATION,
			 fact->reason && name ? lc_arena_printf(&p->a->unit->arena, "%s in %s ()",
								fact->reason, name) :
						fact->reason);
	if (!there)
		return;
	there->place = fact->place;
	there->assumes = fact->assumes;
	told->facts.safe_push(there);
}

/* A value that is worked out inside is the call's result here. */
static void name_result(struct passage *p, const struct lc_linear *value)
{
	tree lhs = gimple_call_lhs(p->call);
	struct lc_substitution s = {};

	if (!value->valid || value->n != 1 || value->terms[0].coefficient != 1 || !lhs ||
	    TREE_CODE(lhs) != SSA_NAME)
		return;
	s.term = value->terms[0].term;
	s.by = lc_linear_term(term_of_ssa(p->a, lhs));
	s.by = lc_linear_plus(&s.by, -value->constant);
	p->by.safe_push(s);
}

static struct told *tell(struct analysis *a, gimple *call, struct summary *s, struct answer *answer)
{
	struct passage here = {}, after = {}, exact = {};
	struct told *told = new struct told();
	const char *name = called_name(call);
	auto_vec<lc_term> as_of_return;

	here.a = after.a = exact.a = a;
	here.call = after.call = exact.call = call;
	here.words = after.words = exact.words = &s->words;
	here.at_exit = exact.at_exit = &answer->at_exit;
	here.local = true;
	told->low = answer->low;
	told->high = answer->high;
	told->value = in_caller(&exact, &answer->value);
	if (!told->value.valid)
		name_result(&here, &answer->value);
	for (lc_fact *fact : answer->facts)
		tell_fact(&here, told, fact, name, s->asks);
	for (const struct handed_out &out : answer->out)
		tell_handed_out(&here, &out, &told->facts);
	if (answer->unchanged.is_empty() || !gimple_vdef(call))
		return told;
	/* What was loaded and has not changed is also what is there now. */
	for (lc_term t : answer->at_exit)
		as_of_return.safe_push(t);
	for (lc_term t : answer->unchanged)
		as_of_return.safe_push(t);
	after.at_exit = &as_of_return;
	if (!told->value.valid)
		name_result(&after, &answer->value);
	for (lc_fact *fact : answer->facts)
		tell_fact(&after, told, fact, name, s->asks);
	return told;
}

/* What CALL may answer, or NULL if that is not known. */
struct call_answers *answers_of(struct analysis *a, gimple *call)
{
	struct call_answers **known = a->answers->get(call), *all;
	struct summary *s;

	if (known)
		return *known;
	a->answers->put(call, NULL);
	s = summary_of_call(a, call);
	if (!s)
		return NULL;
	all = new call_answers();
	for (struct answer *answer : s->all)
		all->all.safe_push(tell(a, call, s, answer));
	a->answers->put(call, all);
	return all;
}

/* Does CALL always answer the same, whatever there is: an accessor, which compares nothing? */
bool answers_without_asking(struct analysis *a, gimple *call)
{
	struct call_answers *answers = answers_of(a, call);

	return answers && answers->all.length() == 1 &&
	       n_basic_blocks_for_fn(DECL_STRUCT_FUNCTION(gimple_call_fndecl(call))) <=
		       NUM_FIXED_BLOCKS + 2;
}

/* Is all that CALL can have compared among what it answers? */
bool answers_in_full(struct analysis *a, gimple *call)
{
	struct summary *s = summary_of_call(a, call);

	return s && !s->asks;
}

void free_answers(struct analysis *a)
{
	for (auto each : *a->answers) {
		if (!each.second)
			continue;
		for (struct told *told : each.second->all)
			delete told;
		delete each.second;
	}
	delete a->answers;
}

/* The value that CALL gives whichever way it returns; invalid if there is none. */
struct lc_linear value_of_call(struct analysis *a, gimple *call)
{
	struct call_answers *answers = answers_of(a, call);
	struct lc_linear none = {};

	if (!answers)
		return none;
	for (struct told *each : answers->all)
		if (!lc_linear_equal(&each->value, &answers->all[0]->value))
			return none;
	return answers->all[0]->value;
}

/*
 * Whose bytes CALL's result points into, as if it were written out here: VIEWS,
 * and what ARGUMENTS point to. False: nothing is known, or the call makes them.
 */
bool views_of_call(struct analysis *a, gimple *call, auto_vec<struct root> *views,
		   auto_vec<tree> *arguments)
{
	struct summary *s;
	bool found = false;

	if (source_of_call(a, call) || accessor_of_call(a, call) || allocator_of_call(a, call) ||
	    (gimple_call_flags(call) & ECF_MALLOC))
		return false;
	s = summary_of_call(a, call);
	for (unsigned i = 0; s && i < s->all.length(); i++) {
		struct answer *answer = s->all[i];
		struct passage p = {};
		struct root there;
		tree argument;

		if (!answer->high)
			continue; /* NULL */
		p.a = a;
		p.call = call;
		p.words = &s->words;
		p.at_exit = &answer->at_exit;
		if (!answer->root.start.valid ||
		    !root_in_caller(&p, &answer->root, &there, &argument))
			return false;
		found = true;
		if (argument)
			arguments->safe_push(argument);
		else
			views->safe_push(there);
	}
	return found;
}

/* Could a value from LOW to HIGH compare so with RIGHT? */
static bool may_be(HOST_WIDE_INT low, HOST_WIDE_INT high, enum tree_code code, HOST_WIDE_INT right)
{
	switch (code) {
	case EQ_EXPR:
		return low <= right && right <= high;
	case NE_EXPR:
		return low != right || high != right;
	case LT_EXPR:
		return low < right;
	case LE_EXPR:
		return low <= right;
	case GT_EXPR:
		return high > right;
	case GE_EXPR:
		return high >= right;
	default:
		return true;
	}
}

static bool follows_from(const struct told *told, const struct lc_linear *goal)
{
	struct lc_proof proof = {};

	return lc_prove(told->facts.address(), told->facts.length(), goal, &proof);
}

/* The facts that hold in each of ANSWERS. */
static void add_common(struct analysis *a, auto_vec<lc_fact *> *facts,
		       const auto_vec<struct told *> *answers)
{
	for (lc_fact *fact : (*answers)[0]->facts) {
		bool common = true;

		for (unsigned i = 1; i < answers->length() && common; i++) {
			a->work += 16;
			common = follows_from((*answers)[i], &fact->nonnegative);
		}
		if (common)
			facts->safe_push(fact);
	}
}

/* What holds after CALL, whatever it answers. */
void add_answered(struct analysis *a, auto_vec<lc_fact *> *facts, gimple *call)
{
	struct call_answers *answers = answers_of(a, call);

	if (answers)
		add_common(a, facts, &answers->all);
}

/* What holds after CALL because its result compares so with the constant RIGHT. */
void add_answer(struct analysis *a, auto_vec<lc_fact *> *facts, gimple *call, enum tree_code code,
		tree right)
{
	struct call_answers *answers = answers_of(a, call);
	auto_vec<struct told *> possible;
	struct lc_linear result;

	if (!answers || !gimple_call_lhs(call) || TREE_CODE(gimple_call_lhs(call)) != SSA_NAME ||
	    TREE_CODE(right) != INTEGER_CST || !tree_fits_shwi_p(right))
		return;
	for (struct told *each : answers->all)
		if (may_be(each->low, each->high, code, tree_to_shwi(right)))
			possible.safe_push(each);
	if (possible.is_empty())
		return;
	if (possible.length() > 1) {
		add_common(a, facts, &possible);
		return;
	}
	for (lc_fact *fact : possible[0]->facts)
		facts->safe_push(fact);
	result = lc_linear_term(term_of_ssa(a, gimple_call_lhs(call)));
	add_equal(a, facts, LC_FACT_VALUE, lc_linear_add(&result, &possible[0]->value, -1),
		  UNKNOWN_LOCATION, NULL, NULL);
}

/* Is DIFFERENCE of the result and VALUE, times FACTOR, never negative, whatever is answered? */
static bool always(const struct call_answers *answers, const struct lc_linear *value, int factor)
{
	for (const struct told *each : answers->all) {
		struct lc_linear goal = lc_linear_add(&each->value, value, -1);

		goal = lc_linear_scale(&goal, factor);
		if (!goal.valid || !follows_from(each, &goal))
			return false;
	}
	return true;
}

/* What holds of T, the result of CALL, in any case. */
void define_by_call(struct analysis *a, auto_vec<lc_fact *> *facts, lc_term t, gimple *call)
{
	struct call_answers *answers = answers_of(a, call);
	struct lc_linear self = lc_linear_term(t), low = self, high;
	HOST_WIDE_INT least = HOST_WIDE_INT_MAX, most = HOST_WIDE_INT_MIN;

	if (!answers)
		return;
	add_common(a, facts, &answers->all);
	for (struct told *each : answers->all) {
		least = MIN(least, each->low);
		most = MAX(most, each->high);
		for (int factor = -1; factor <= 1; factor += 2) {
			struct lc_linear by = lc_linear_add(&self, &each->value, -1);

			if (each->value.valid && each->value.n &&
			    always(answers, &each->value, factor))
				add_fact(a, facts, LC_FACT_VALUE, lc_linear_scale(&by, factor),
					 UNKNOWN_LOCATION, NULL, NULL);
		}
	}
	if (POINTER_TYPE_P(TREE_TYPE(a->terms[t].node)))
		return;
	high = lc_linear_scale(&self, -1);
	if (least != HOST_WIDE_INT_MIN)
		add_fact(a, facts, LC_FACT_VALUE, lc_linear_plus(&low, -least), UNKNOWN_LOCATION,
			 NULL, NULL);
	if (most != HOST_WIDE_INT_MAX)
		add_fact(a, facts, LC_FACT_VALUE, lc_linear_plus(&high, most), UNKNOWN_LOCATION,
			 NULL, NULL);
}

/* Does what ROOT is mean something to who calls the function: is a view of it seen through there? */
bool is_seen_through(struct analysis *a, const struct root *root)
{
	tree base;

	if (root->load) {
		base = base_of(root->load);
		return root->start.n == 1 &&
		       a->terms[root->start.terms[0].term].kind == TERM_LOAD &&
		       is_entry_memory(a->terms[root->start.terms[0].term].memory) &&
		       TREE_CODE(base) == MEM_REF && TREE_CODE(TREE_OPERAND(base, 0)) == SSA_NAME &&
		       SSA_NAME_IS_DEFAULT_DEF(TREE_OPERAND(base, 0));
	}
	return root->node && TREE_CODE(root->node) == SSA_NAME &&
	       SSA_NAME_IS_DEFAULT_DEF(root->node);
}
