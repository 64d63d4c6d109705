/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What goes across calls within the unit: what a function answers and writes,
 * said in the words of whoever calls it.
 */
#ifndef LC_ACROSS_H
#define LC_ACROSS_H

#include "analysis.h"

#include "substitution.h"

/* What the terms of a function stand for, kept when its analysis is over. */
struct vocabulary {
	tree function;
	auto_vec<lc_term> terms;
	auto_vec<struct term> meanings; /* of each of TERMS */
};

/* One call, and how the words of the function that is called read before it. */
struct passage {
	struct analysis *a; /* of the function that calls */
	gimple *call;
	const struct vocabulary *words;
	const auto_vec<lc_term> *at_exit; /* loads that hold as of the return, or NULL */
	auto_vec<struct lc_substitution> by;
	bool local; /* a term that means nothing here becomes one of its own */
};

/* What the function has stored where its caller finds it, as one way to return leaves it. */
struct handed_out {
	tree reference; /* in the function's own words */
	struct lc_linear value; /* what was stored; invalid: not known */
	struct root root; /* of a pointer */
	bool null; /* it is NULL */
	bool left; /* nothing was stored */
	bool apart; /* if what else the function stores to stands elsewhere */
};

/* One way to return, in the function's own words. */
struct answer {
	HOST_WIDE_INT low, high; /* of the value returned; a pointer is 0, or more */
	struct lc_linear value;
	struct root root; /* of a pointer */
	struct made made; /* of a pointer that a call inside has handed out */
	auto_vec<struct handed_out> out;
	auto_vec<lc_fact *> facts;
	auto_vec<lc_term> at_exit; /* loads among them that hold as of the return, not of the entry */
	auto_vec<lc_term> unchanged; /* loads that hold as of both */
};

/* LEFT CODE RIGHT, or the largest number of the type where that has no room. */
struct saturation {
	enum tree_code code;
	tree left, right; /* NULL: the function answers no such thing */
};

struct summary {
	struct vocabulary words;
	struct saturation saturation;
	auto_vec<struct answer *> all; /* none: nothing is known */
	bool making;
	bool asks; /* a function whose answer is not known: it may have compared as well */
};

/* One way to return as one call of the function sees it. */
struct told {
	HOST_WIDE_INT low, high;
	struct lc_linear value;
	auto_vec<lc_fact *> facts;
};

struct call_answers {
	auto_vec<struct told *> all;
};

/* passage.cc */
void learn(struct analysis *a, struct vocabulary *words, const struct lc_linear *e);
const struct term *meaning_of(const struct vocabulary *words, lc_term t);
struct lc_linear in_caller(struct passage *p, const struct lc_linear *e);
tree reference_in_caller(struct passage *p, tree reference);
tree value_in_caller(struct passage *p, tree value);
bool is_entry_memory(tree memory);
bool root_in_caller(struct passage *p, const struct root *root, struct root *there, tree *argument);

/* summary.cc */
struct summary *summary_of_call(struct analysis *a, gimple *call);
void forget_summaries(void);

/* made.cc */
void keep_made(struct analysis *b, struct vocabulary *words, struct answer *answer);

/* handed_out.cc */
void keep_handed_out(struct analysis *b, struct vocabulary *words, struct answer *answer,
		     tree exit);
void tell_handed_out(struct passage *p, const struct handed_out *out, auto_vec<lc_fact *> *facts);
bool handed_out_by_call(struct analysis *a, gimple *call, tree reference,
			auto_vec<struct root> *views, auto_vec<tree> *arguments, bool *left);

/* answers.cc */
struct lc_linear value_of_call(struct analysis *a, gimple *call);
bool views_of_call(struct analysis *a, gimple *call, auto_vec<struct root> *views,
		   auto_vec<tree> *arguments);
void add_answer(struct analysis *a, auto_vec<lc_fact *> *facts, gimple *call, enum tree_code code,
		tree right);
void define_by_call(struct analysis *a, auto_vec<lc_fact *> *facts, lc_term t, gimple *call);
void add_answered(struct analysis *a, auto_vec<lc_fact *> *facts, gimple *call);
bool answers_without_asking(struct analysis *a, gimple *call);
bool answers_in_full(struct analysis *a, gimple *call);
void free_answers(struct analysis *a);
bool is_seen_through(struct analysis *a, const struct root *root);

struct call_answers *answers_of(struct analysis *a, gimple *call);

/* saturated.cc */
void find_saturation(struct analysis *b, struct summary *s);
bool is_saturating(struct analysis *a, gimple *call, enum tree_code *code, tree *left, tree *right);

/* writes.cc */
bool fields_written(struct analysis *b, auto_vec<tree> *fields);
bool writes_apart(struct passage *p, tree reference);
bool call_may_write(struct analysis *a, gimple *call, ao_ref *ref);
void forget_writes(void);

#endif
