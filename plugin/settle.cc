/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Asks each call in the unit for what the function that is called leaves to it.
 * Functions are gone through from those that are called to those that call, so
 * that what one leaves to its callers in turn is known when they are asked.
 */
#include "required.h"
#include "tables.h"

#include "peers.h"
#include "short_buffer.h"

#define SETTLE_WORK 100000u /* for one function that calls */

enum progress { WAITS, BEGUN, DONE };

struct settling {
	struct lc_unit *unit;
	const struct lc_model *model;
	hash_map<tree, enum progress>
		functions; /* those that matter: that leave something, or call one */
	hash_set<tree> recursive;
};

/*
 * Whose bytes they are to the one who calls; its start is invalid if that is not known.
 * *SAME: they begin where the function that is called has them begin.
 */
static struct root root_at_call(struct passage *p, const struct required *r, bool *same)
{
	struct root there = {};
	tree argument = NULL_TREE;
	lc_term t;

	if (root_in_caller(p, &r->root, &there, &argument)) {
		if (argument)
			there = root_of(p->a, argument);
		*same = there.start.valid;
		return there;
	}
	*same = false;
	there = {};
	there.load = r->root.load ? reference_in_caller(p, r->root.load) : NULL_TREE;
	t = there.load ? term_of_field_at(p->a, there.load, gimple_vuse(p->call)) : 0;
	if (!t)
		return {};
	there.start = lc_linear_term(t);
	there.at = p->call;
	complete_load(p->a, &there);
	return there;
}

/* Does who calls know how many bytes END ends? Then what the function took for their length is no news. */
static bool is_known_end(struct analysis *a, const struct lc_linear *end)
{
	const struct term *term = end->n == 1 ? &a->terms[end->terms[0].term] : NULL;

	return term && term->kind == TERM_END &&
	       ((term->root && (term->root->source || term->root->n_ways)) ||
		(term->facts && term->facts->length() > 2));
}

/*
 * What held on the way to the access, as facts about a term that is zero: they
 * are met by whoever asks about it, and by no one else. A length that is a
 * constant to who calls says nothing of bytes of which that one knows nothing.
 */
static lc_term carry_facts(struct passage *p, const struct required *r, const struct lc_linear *end,
			   const struct table_call *through, const struct table_entry *entry)
{
	struct analysis *a = p->a;
	lc_term carrier = term_of_elsewhere(a);
	auto_vec<lc_fact *> *facts = new auto_vec<lc_fact *>();
	bool known = is_known_end(a, end);

	add_equal(a, facts, LC_FACT_VALUE, lc_linear_term(carrier), UNKNOWN_LOCATION, NULL, NULL);
	for (const lc_fact *fact : r->facts) {
		struct lc_linear e = in_caller(p, &fact->nonnegative);
		lc_fact *there;

		/* What this call cannot meet says that it does not come to the access. */
		if (e.valid && !e.n && e.constant < 0) {
			struct lc_linear zero = lc_linear_term(carrier);

			e = lc_linear_add(&e, &zero, 1);
		}
		if (!e.valid || !e.n ||
		    (fact->kind == LC_FACT_EXTENT && (known || e.n < fact->nonnegative.n) &&
		     end->n == 1 && lc_linear_coefficient(&e, end->terms[0].term)))
			continue;
		there = new_fact(a, fact->kind, e, UNKNOWN_LOCATION, fact->reason);
		if (!there)
			continue;
		there->place = fact->place;
		there->assumes = fact->assumes;
		facts->safe_push(there);
	}
	if (through)
		add_facts_of_entry(a, facts, through, entry);
	a->terms[carrier].facts = facts;
	a->terms[carrier].defined = true;
	return carrier;
}

static const char *name_at_call(struct analysis *a, const struct root *root,
				const struct required *r)
{
	tree node = root->load ? root->load : root->node;

	return root->start.valid && node ? describe(&a->unit->arena, node) :
					   r->conversion->origin.name;
}

/* Judges R at CALL, which A's function makes: of ENTRY of the table that it goes THROUGH, if any. */
static void ask(struct settling *s, struct analysis *a, gimple *call, struct required *r,
		const struct table_call *through, const struct table_entry *entry)
{
	struct passage p = {};
	struct lc_need need = {};
	struct lc_access access = r->access;
	struct lc_judgement j = {};
	struct lc_linear end, start, carrier;
	struct lc_call *seen;
	struct root root;
	bool same;

	p.a = a;
	p.call = call;
	p.words = &r->words;
	p.local = true;
	root = root_at_call(&p, r, &same);
	start = same ? root.start : in_caller(&p, &r->start);
	end = in_caller(&p, &r->end);
	if (!start.valid || !end.valid) {
		r->calls.open = true;
		return;
	}
	carrier = lc_linear_term(carry_facts(&p, r, &end, through, entry));
	need.flow = &a->flow;
	need.point = point_at(a, call);
	need.bytes = name_at_call(a, &root, r);
	need.from = in_caller(&p, &r->from);
	need.from = lc_linear_add(&need.from, &start, -1);
	need.upto = in_caller(&p, &r->upto);
	need.upto = lc_linear_add(&need.upto, &start, -1);
	need.view = in_caller(&p, &r->view);
	need.view = lc_linear_add(&need.view, &start, -1);
	need.extent = lc_linear_add(&end, &start, -1);
	need.extent = lc_linear_add(&need.extent, &carrier, 1);
	if (!lc_linear_is_constant(&need.from))
		need.from = lc_linear_add(&need.from, &carrier, 1);
	need.exact = same && root.is_object;
	need.merged = same && root.n_ways;
	need.interior = !same || (!(root.is_object && DECL_P(root.node)) &&
				  !(root.call && gimple_call_flags(root.call) & ECF_MALLOC));
	need.length = root.start.valid ? length_of(a, &root) : NULL;
	if (root.start.valid)
		decide_to_speak(a, call, access.write, (tree)r->conversion->target.handle, &root,
				&need);
	if (r->mistaken)
		need.mistaken = r->mistaken;
	need.on_the_way |= r->on_the_way;
	access.place = place_of(a->unit, gimple_location(call));
	access.need = &need;
	lc_judge_at_call(a->unit, r->conversion, &access, &j);
	if (j.verdict == LC_REFUTED ? !r->certain : !r->access.up_to_callers)
		j.level = LC_LEVEL_NONE;
	if (!a->exhausted && (j.verdict == LC_PROVEN || j.level != LC_LEVEL_NONE)) {
		seen = lc_calls_add(a->unit, &r->calls);
		if (!seen)
			return;
		seen->place = access.place;
		seen->judgement = j;
		if (through) {
			seen->called = access.place;
			seen->place = place_of(a->unit, entry->where);
			seen->table = name_of_entry(a, through, entry);
		}
		return;
	}
	struct required *further =
		root.start.valid ? leave_to_callers(a, r, call, &root, start, end, &need) : NULL;

	r->calls.open |= !further;
	if (!further) {
		if (same)
			state_requirement_of_call(a, r, call, &root, &end, &need);
		return;
	}
	further->access.up_to_callers = r->access.up_to_callers && access.up_to_callers;
	r->further.safe_push(further);
}

static void note(struct settling *s, tree function, const char *reason)
{
	struct lc_incomplete *incomplete = lc_unit_add_incomplete(s->unit);

	if (!incomplete)
		return;
	incomplete->function =
		DECL_NAME(function) ?
			lc_arena_strdup(&s->unit->arena, IDENTIFIER_POINTER(DECL_NAME(function))) :
			NULL;
	incomplete->reason = reason;
}

/* Asks CALL, which CALLER makes, for all that CALLEE leaves to it. *BEGUN: A was set up for CALLER. */
static void ask_all(struct settling *s, struct analysis *a, bool *begun, tree caller, tree callee,
		    gimple *call, const struct table_call *through, const struct table_entry *entry)
{
	auto_vec<struct required *> *left = required_of(callee);

	if (!left || s->recursive.contains(callee))
		return;
	if (!*begun && has_body_in_ssa(caller)) {
		begin_analysis(a, s->unit, s->model, DECL_STRUCT_FUNCTION(caller));
		a->work = ANALYSIS_WORK - SETTLE_WORK;
		*begun = true;
	}
	if (*begun && through && is_passed_over(a, through, entry))
		return;
	for (unsigned i = 0; i < left->length(); i++) {
		if (*begun && call && !a->exhausted)
			ask(s, a, call, (*left)[i], through, entry);
		else
			(*left)[i]->calls.open = true;
	}
}

/* Asks the calls that NODE's function makes. */
static void ask_calls(struct settling *s, cgraph_node *node)
{
	struct analysis a = {};
	bool begun = false;

	for (cgraph_edge *e = node->callees; e; e = e->next_callee)
		ask_all(s, &a, &begun, node->decl, e->callee->decl, e->call_stmt, NULL, NULL);
	for (const struct table_call *through : *calls_through_tables())
		for (unsigned i = 0; through->caller == node->decl && i < through->entries.length();
		     i++)
			ask_all(s, &a, &begun, node->decl, through->entries[i].function,
				through->call, through, &through->entries[i]);
	if (!begun)
		return;
	if (a.exhausted)
		note(s, node->decl,
		     "the bound on work for one function's calls was reached; what the functions "
		     "that it calls need is open");
	end_analysis(&a);
}

static void settle_function(struct settling *s, cgraph_node *node);

static void settle_callee(struct settling *s, tree callee)
{
	enum progress *there = s->functions.get(callee);

	if (there && *there == WAITS)
		settle_function(s, cgraph_node::get(callee));
	else if (there && *there == BEGUN && !s->recursive.add(callee))
		note(s, callee, "it comes to call itself; what it needs of its callers is open");
}

/* First the functions that are called, then what NODE calls. */
static void settle_function(struct settling *s, cgraph_node *node)
{
	s->functions.put(node->decl, BEGUN);
	for (cgraph_edge *e = node->callees; e; e = e->next_callee)
		settle_callee(s, e->callee->decl);
	for (const struct table_call *through : *calls_through_tables())
		for (unsigned i = 0; through->caller == node->decl && i < through->entries.length();
		     i++)
			settle_callee(s, through->entries[i].function);
	ask_calls(s, node);
	s->functions.put(node->decl, DONE);
}

static void gather_caller(struct settling *s, auto_vec<cgraph_node *> *next, tree caller)
{
	if (s->functions.get(caller))
		return;
	s->functions.put(caller, WAITS);
	if (is_called_in_sight(caller))
		next->safe_push(cgraph_node::get(caller));
}

/* Gathers who calls FUNCTION, and on through those that could leave it to their own callers. */
static void gather(struct settling *s, tree function)
{
	auto_vec<cgraph_node *> next;

	s->functions.put(function, WAITS);
	next.safe_push(cgraph_node::get(function));
	while (!next.is_empty()) {
		cgraph_node *node = next.pop();

		for (cgraph_edge *e = node->callers; e; e = e->next_caller)
			gather_caller(s, &next, e->caller->decl);
		/* Asking of a caller may find more tables. */
		for (unsigned i = 0; i < calls_through_tables()->length(); i++) {
			const struct table_call *through = (*calls_through_tables())[i];

			for (const struct table_entry &entry : through->entries)
				if (entry.function == node->decl)
					gather_caller(s, &next, through->caller);
		}
	}
}

/* What came of R at all calls, and at those that its callers left it to. */
static void collect(struct settling *s, const struct required *r, struct lc_calls *calls)
{
	calls->open |= r->calls.open || s->recursive.contains(r->words.function) ||
		       (!r->calls.n && r->further.is_empty());
	for (size_t i = 0; i < r->calls.n; i++) {
		struct lc_call *call = lc_calls_add(s->unit, calls);

		if (call)
			*call = r->calls.all[i];
		calls->open |= !call;
	}
	for (const struct required *further : r->further)
		collect(s, further, calls);
}

static int in_order(const void *left, const void *right)
{
	return cgraph_node::get(*(const tree *)left)->order -
	       cgraph_node::get(*(const tree *)right)->order;
}

static void conclude(struct settling *s, const auto_vec<struct required *> *left)
{
	for (unsigned i = 0; i < left->length();) {
		struct lc_conversion *c = (*left)[i]->conversion;
		auto_vec<const struct lc_calls *> calls;
		auto_vec<const struct lc_access *> accesses;

		for (; i < left->length() && (*left)[i]->conversion == c; i++) {
			struct required *r = (*left)[i];
			struct lc_calls *all =
				(struct lc_calls *)lc_arena_alloc(&s->unit->arena, sizeof(*all));

			if (r->of || !all)
				continue;
			collect(s, r, all);
			calls.safe_push(all);
			accesses.safe_push(&r->access);
		}
		lc_settle(s->unit, c, calls.address(), accesses.address(), calls.length());
	}
}

/* Settles at the calls of the unit what its functions leave to who calls them. */
void settle_required(struct lc_unit *unit, const struct lc_model *model)
{
	struct settling s;
	auto_vec<tree> functions;

	functions_that_leave(&functions);
	functions.qsort(in_order);
	s.unit = unit;
	s.model = model;
	for (tree function : functions)
		if (!s.functions.get(function))
			gather(&s, function);
	auto_vec<tree> matter;
	for (auto each : s.functions)
		matter.safe_push(each.first);
	matter.qsort(in_order);
	for (tree function : matter)
		if (*s.functions.get(function) == WAITS)
			settle_function(&s, cgraph_node::get(function));
	for (tree function : functions)
		conclude(&s, required_of(function));
	lc_judge_peers(unit);
	drop_settled_requirements(unit);
	forget_required();
	forget_tables();
	forget_handed();
}
