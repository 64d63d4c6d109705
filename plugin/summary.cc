/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a function of the unit answers: each way in which it returns, with the
 * value or view that it gives then and the comparisons that held. Made when a
 * caller first asks, from the function's own facts.
 */
#include "across.h"

#define MAX_STATEMENTS 300
#define MAX_NESTING 4 /* summaries in the making, one for the sake of the other */
#define MAX_ANSWERS 8
#define MAX_FACTS 24 /* of one answer */
#define MAX_MERGES 4
#define SUMMARY_WORK 40000u

static hash_map<tree, struct summary *> *summaries;
static unsigned nesting;

/* A summary in the making. */
struct maker {
	struct analysis *b; /* of the function itself */
	struct summary *summary;
	bool too_many;
};

static void add_once(auto_vec<lc_fact *> *facts, lc_fact *fact)
{
	if (!facts->contains(fact))
		facts->safe_push(fact);
}

/* The comparisons on the way to BLOCK. */
static void add_guards(struct analysis *b, basic_block block, auto_vec<lc_fact *> *facts)
{
	for (; block; block = get_immediate_dominator(CDI_DOMINATORS, block)) {
		auto_vec<lc_fact *> *there = guards_at(b, block);

		for (unsigned i = 0; there && i < there->length(); i++)
			add_once(facts, (*there)[i]);
	}
}

/* What holds in BLOCK because calls before it would not have returned otherwise. */
static void add_assured(struct analysis *b, basic_block block, auto_vec<lc_fact *> *facts)
{
	for (const struct assuring *each : *assuring_calls(b))
		if (dominated_by_p(CDI_DOMINATORS, block, gimple_bb(each->call)))
			for (lc_fact *fact : each->facts)
				add_once(facts, fact);
}

/* Does the load T, as of its own state, still hold in state EXIT? */
static bool holds_in(struct analysis *b, lc_term t, tree exit)
{
	return exit && b->terms[t].node &&
	       state_of(b, b->terms[t].node, exit) == b->terms[t].memory;
}

static void sort_loads(struct maker *m, struct answer *answer, const struct lc_linear *e, tree exit)
{
	for (unsigned i = 0; e->valid && i < e->n; i++) {
		lc_term t = e->terms[i].term;

		if (m->b->terms[t].kind != TERM_LOAD || answer->at_exit.contains(t) ||
		    answer->unchanged.contains(t) || !holds_in(m->b, t, exit))
			continue;
		if (is_entry_memory(m->b->terms[t].memory))
			answer->unchanged.safe_push(t);
		else
			answer->at_exit.safe_push(t);
	}
}

static void keep_fact(struct maker *m, struct answer *answer, lc_fact *fact, tree exit)
{
	if (answer->facts.length() >= MAX_FACTS || answer->facts.contains(fact))
		return;
	answer->facts.safe_push(fact);
	learn(m->b, &m->summary->words, &fact->nonnegative);
	sort_loads(m, answer, &fact->nonnegative, exit);
}

static void keep_definition(struct maker *m, struct answer *answer, lc_term t, tree exit)
{
	define_term(m->b, t);
	for (unsigned i = 0; m->b->terms[t].facts && i < m->b->terms[t].facts->length(); i++)
		if (m->b->terms[t].kind != TERM_END)
			keep_fact(m, answer, (*m->b->terms[t].facts)[i], exit);
}

/* Keeps FACTS, and what is known of their terms that have a definition in the function. */
static void keep_facts(struct maker *m, struct answer *answer, const auto_vec<lc_fact *> *facts,
		       tree exit)
{
	for (lc_fact *fact : *facts)
		keep_fact(m, answer, fact, exit);
	for (unsigned i = 0; i < answer->facts.length(); i++)
		for (unsigned k = 0; k < answer->facts[i]->nonnegative.n; k++)
			keep_definition(m, answer, answer->facts[i]->nonnegative.terms[k].term,
					exit);
}

/* Fields of what a parameter points to that were written hold what was stored last. */
static void keep_stores(struct maker *m, struct answer *answer, tree exit)
{
	auto_vec<tree> written;

	if (!exit || !fields_written(m->b, &written))
		return;
	for (tree reference : written) {
		lc_term t = term_of_field_at(m->b, reference, exit);

		if (t)
			keep_definition(m, answer, t, exit);
	}
}

/* The function returns VALUE from the end of block AT, where FACTS hold and memory is in state EXIT. */
static struct answer *finish(struct maker *m, tree value, basic_block at,
			     const auto_vec<lc_fact *> *facts, tree exit)
{
	struct analysis *b = m->b;
	struct answer *answer;

	if (m->summary->all.length() == MAX_ANSWERS) {
		m->too_many = true;
		return NULL;
	}
	answer = new struct answer();
	m->summary->all.safe_push(answer);
	answer->low = HOST_WIDE_INT_MIN;
	answer->high = HOST_WIDE_INT_MAX;
	if (value) {
		answer->value = linear_of(b, value);
		learn(b, &m->summary->words, &answer->value);
		for (unsigned i = 0; answer->value.valid && i < answer->value.n; i++)
			keep_definition(m, answer, answer->value.terms[i].term, exit);
		sort_loads(m, answer, &answer->value, exit);
		if (lc_linear_is_constant(&answer->value)) {
			answer->low = answer->high = answer->value.constant;
		} else if (POINTER_TYPE_P(TREE_TYPE(value))) {
			answer->low = TREE_CODE(value) == ADDR_EXPR;
			answer->root = root_of(b, value);
			learn(b, &m->summary->words, &answer->root.start);
			sort_loads(m, answer, &answer->root.start, exit);
			keep_made(b, &m->summary->words, answer);
		} else if (!value_range_at(b, value, lc_last_stmt(at), &answer->low,
					   &answer->high)) {
			answer->low = HOST_WIDE_INT_MIN;
			answer->high = HOST_WIDE_INT_MAX;
		}
	}
	keep_facts(m, answer, facts, exit);
	keep_stores(m, answer, exit);
	keep_handed_out(b, &m->summary->words, answer, exit);
	for (const struct handed_out &out : answer->out) {
		sort_loads(m, answer, &out.value, exit);
		sort_loads(m, answer, &out.root.start, exit);
	}
	return answer;
}

static bool is_truth(struct analysis *b, tree value, gimple *at)
{
	HOST_WIDE_INT low, high;

	return INTEGRAL_TYPE_P(TREE_TYPE(value)) &&
	       (TYPE_PRECISION(TREE_TYPE(value)) == 1 ||
		(value_range_at(b, value, at, &low, &high) && low == 0 && high == 1));
}

/* Does STATEMENT only name another value, or a constant? */
static bool is_copy(gimple *statement)
{
	return gimple_assign_ssa_name_copy_p(statement) ||
	       (gimple_assign_single_p(statement) &&
		TREE_CODE(gimple_assign_rhs1(statement)) == INTEGER_CST);
}

/* Follows the returned VALUE back through merges to each way in which it comes about. */
static void collect(struct maker *m, tree value, basic_block at, const auto_vec<lc_fact *> *held,
		    tree exit, unsigned depth)
{
	struct analysis *b = m->b;
	gimple *statement = NULL;
	struct call_answers *inner;

	for (unsigned i = 0;
	     i < MAX_NESTING && TREE_CODE(value) == SSA_NAME && is_copy(SSA_NAME_DEF_STMT(value));
	     i++)
		value = gimple_assign_rhs1(SSA_NAME_DEF_STMT(value));
	if (TREE_CODE(value) == SSA_NAME && !SSA_NAME_IS_DEFAULT_DEF(value))
		statement = SSA_NAME_DEF_STMT(value);
	if (m->too_many)
		return;
	if (statement && gimple_code(statement) == GIMPLE_PHI && depth < MAX_MERGES) {
		gphi *phi = as_a<gphi *>(statement);
		basic_block block = gimple_bb(phi);
		bool loops = gimple_phi_num_args(phi) > MAX_ANSWERS;

		for (unsigned i = 0; i < gimple_phi_num_args(phi); i++)
			loops |= dominated_by_p(CDI_DOMINATORS, gimple_phi_arg_edge(phi, i)->src,
						block);
		for (unsigned i = 0; !loops && i < gimple_phi_num_args(phi); i++) {
			edge e = gimple_phi_arg_edge(phi, i);
			auto_vec<lc_fact *> more;
			gimple *merge = exit && !SSA_NAME_IS_DEFAULT_DEF(exit) ?
						SSA_NAME_DEF_STMT(exit) :
						NULL;
			bool here = merge && gimple_bb(merge) == block &&
				    gimple_code(merge) == GIMPLE_PHI;

			for (lc_fact *fact : *held)
				more.safe_push(fact);
			add_guards(b, e->src, &more);
			facts_of_edge(b, e, &more, 0);
			collect(m, gimple_phi_arg_def(phi, i), e->src, &more,
				here ? PHI_ARG_DEF_FROM_EDGE(merge, e) : exit, depth + 1);
		}
		if (!loops)
			return;
	}
	if (statement && is_truth(b, value, lc_last_stmt(at))) {
		for (int truth = 0; truth < 2; truth++) {
			auto_vec<lc_fact *> more;
			struct answer *answer;

			for (lc_fact *fact : *held)
				more.safe_push(fact);
			facts_of_truth(b, value, truth, &more);
			answer = finish(m, value, at, &more, exit);
			if (!answer)
				return;
			answer->low = answer->high = truth;
			answer->value = lc_linear_constant(truth);
		}
		return;
	}
	inner = statement && is_gimple_call(statement) ? answers_of(b, statement) : NULL;
	if (inner && inner->all.length() > 1) {
		for (struct told *each : inner->all) {
			auto_vec<lc_fact *> more;
			struct answer *answer;

			for (lc_fact *fact : *held)
				more.safe_push(fact);
			for (lc_fact *fact : each->facts)
				add_once(&more, fact);
			answer = finish(m, value, at, &more, exit);
			if (!answer)
				return;
			answer->low = MAX(answer->low, each->low);
			answer->high = MIN(answer->high, each->high);
			if (each->value.valid) {
				answer->value = each->value;
				learn(b, &m->summary->words, &answer->value);
			}
		}
		return;
	}
	finish(m, value, at, held, exit);
}

static bool is_small(function *fun)
{
	unsigned n = 0;
	basic_block block;

	FOR_EACH_BB_FN(block, fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi))
			if (++n > MAX_STATEMENTS)
				return false;
	return true;
}

/* Does the function ask another that could have compared what it was given? */
static bool asks_another(struct analysis *b)
{
	basic_block block;

	FOR_EACH_BB_FN(block, b->fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *call = gsi_stmt(gsi);
			const char *name = called_name(call);
			struct summary *s;

			if (!is_gimple_call(call) || !gimple_call_lhs(call) ||
			    gimple_call_builtin_p(call) || gimple_call_internal_p(call) ||
			    (name && (lc_model_find_guard(b->model, name) ||
				      lc_model_find_source(b->model, name))))
				continue;
			s = summary_of_call(b, call);
			if (!s || s->asks)
				return true;
		}
	return false;
}

/* Could what FUNCTION answers be of use, and is it this body that runs? */
static bool is_worth_summing_up(tree function)
{
	tree type = TREE_TYPE(TREE_TYPE(function));
	cgraph_node *node = cgraph_node::get(function);

	return (INTEGRAL_TYPE_P(type) || POINTER_TYPE_P(type) || VOID_TYPE_P(type)) &&
	       DECL_ARGUMENTS(function) && !stdarg_p(TREE_TYPE(function)) && node &&
	       node->get_availability() > AVAIL_INTERPOSABLE && has_body_in_ssa(function) &&
	       !is_under_analysis(DECL_STRUCT_FUNCTION(function)) &&
	       is_small(DECL_STRUCT_FUNCTION(function));
}

static void drop_answers(struct summary *s)
{
	for (struct answer *answer : s->all)
		delete answer;
	s->all.truncate(0);
}

static void make_summary(struct analysis *a, struct summary *s, tree function)
{
	struct analysis b = {};
	struct maker m = { &b, s, false };
	basic_block block;

	begin_analysis(&b, a->unit, a->model, DECL_STRUCT_FUNCTION(function));
	b.work = ANALYSIS_WORK - SUMMARY_WORK;
	FOR_EACH_BB_FN(block, b.fun) {
		gimple *last = lc_last_stmt(block);
		auto_vec<lc_fact *> held;

		if (!last || gimple_code(last) != GIMPLE_RETURN)
			continue;
		add_guards(&b, block, &held);
		add_assured(&b, block, &held);
		if (gimple_return_retval(as_a<greturn *>(last)))
			collect(&m, gimple_return_retval(as_a<greturn *>(last)), block, &held,
				gimple_vuse(last), 0);
		else if (VOID_TYPE_P(TREE_TYPE(TREE_TYPE(function))))
			finish(&m, NULL_TREE, block, &held, gimple_vuse(last));
		else
			m.too_many = true;
	}
	if (m.too_many || b.exhausted) {
		drop_answers(s);
	} else {
		s->asks = asks_another(&b);
		find_saturation(&b, s);
	}
	/* What summing up cost counts for who asked. */
	a->work += b.work - (ANALYSIS_WORK - SUMMARY_WORK);
	end_analysis(&b);
}

/* What FUNCTION answers, or NULL if that is not known. */
static struct summary *summary_of(struct analysis *a, tree function)
{
	struct summary **known, *s;

	if (!summaries)
		summaries = new hash_map<tree, struct summary *>();
	known = summaries->get(function);
	if (known)
		return *known && !(*known)->making && !(*known)->all.is_empty() ? *known : NULL;
	if (!is_worth_summing_up(function)) {
		/* One that is under analysis may be asked for later. */
		if (!has_body_in_ssa(function) ||
		    !is_under_analysis(DECL_STRUCT_FUNCTION(function)))
			summaries->put(function, NULL);
		return NULL;
	}
	if (nesting == MAX_NESTING)
		return NULL;
	s = new summary();
	s->words.function = function;
	s->making = true;
	summaries->put(function, s);
	nesting++;
	make_summary(a, s, function);
	nesting--;
	s->making = false;
	return s->all.is_empty() ? NULL : s;
}

void forget_summaries(void)
{
	if (!summaries)
		return;
	for (auto each : *summaries) {
		if (!each.second)
			continue;
		drop_answers(each.second);
		delete each.second;
	}
	delete summaries;
	summaries = NULL;
}

struct summary *summary_of_call(struct analysis *a, gimple *call)
{
	tree callee = gimple_call_fndecl(call);

	return callee && !a->exhausted ? summary_of(a, callee) : NULL;
}
