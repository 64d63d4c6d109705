/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Keeps what a function leaves to who calls it: where it is open whether the
 * bytes of an access are there, the access and the facts on the way to it.
 */
#include "required.h"
#include "tables.h"

#define MOST_ACCESSES 8 /* of one conversion */
#define MOST_FACTS 40
#define MOST_DEPTH 4
#define MOST_BLOCKS 512

static hash_map<tree, auto_vec<struct required *> *> *all;

/* Is every call of FUNCTION one that this unit makes, by name or through a constant table? */
bool is_called_in_sight(tree function)
{
	cgraph_node *node = cgraph_node::get(function);

	return node && !TREE_PUBLIC(function) && !DECL_PRESERVE_P(function) &&
	       !node->has_aliases_p() &&
	       (node->address_taken ? is_called_through_tables(node) : node->callers != NULL);
}

/* Does control that enters the function always come to BLOCK, as far as branches tell? */
static bool is_certain(struct analysis *a, basic_block block)
{
	hash_set<basic_block> seen;
	auto_vec<basic_block> next;
	edge e;
	edge_iterator ei;

	next.safe_push(ENTRY_BLOCK_PTR_FOR_FN(a->fun));
	while (!next.is_empty()) {
		if (seen.elements() > MOST_BLOCKS)
			return false;
		FOR_EACH_EDGE(e, ei, next.pop()->succs) {
			if (e->dest == EXIT_BLOCK_PTR_FOR_FN(a->fun))
				return false;
			if (e->dest != block && !seen.add(e->dest))
				next.safe_push(e->dest);
		}
		a->work++;
	}
	return true;
}

/* Does T have a meaning for who calls: a parameter, or what memory holds on entry? */
bool is_of_callers(struct analysis *a, lc_term t)
{
	const struct term *term = &a->terms[t];

	return term->kind == TERM_UNREAD ||
	       (term->kind == TERM_SSA && SSA_NAME_IS_DEFAULT_DEF(term->node)) ||
	       (term->kind == TERM_LOAD && is_entry_memory(term->memory));
}

/* Who calls knows the types of what it hands over. */
static bool is_known_to_callers(struct analysis *a, const struct lc_fact *fact)
{
	return fact->kind == LC_FACT_TYPE && fact->nonnegative.n == 1 &&
	       is_of_callers(a, fact->nonnegative.terms[0].term);
}

static bool is_all_of_callers(struct analysis *a, const struct lc_linear *e)
{
	for (unsigned i = 0; i < e->n; i++)
		if (!is_of_callers(a, e->terms[i].term))
			return false;
	return e->valid;
}

static void keep_fact(struct analysis *a, struct required *r, const lc_fact *fact)
{
	for (const lc_fact *known : r->facts)
		if (known == fact)
			return;
	r->facts.safe_push(const_cast<lc_fact *>(fact));
	learn(a, &r->words, &fact->nonnegative);
}

static void keep_facts(struct analysis *a, struct required *r, const struct lc_need *need)
{
	const struct lc_fact *facts[3 * LC_FACTS_MAX];
	struct lc_linear goal = lc_linear_add(&r->end, &r->upto, -1);
	size_t n;

	if (need->extent.valid)
		goal = lc_linear_add(&need->extent, &need->upto, -1);
	n = facts_at(a, need->point, &goal, facts, 3 * LC_FACTS_MAX);
	for (size_t i = 0; i < n && r->facts.length() < MOST_FACTS; i++)
		if (!is_known_to_callers(a, facts[i]))
			keep_fact(a, r, facts[i]);
	/* What says whether a call comes to the access at all need not speak of its bytes. */
	for (basic_block b = a->points[need->point].block; b && r->facts.length() < MOST_FACTS;
	     b = get_immediate_dominator(CDI_DOMINATORS, b)) {
		auto_vec<lc_fact *> *guards = guards_at(a, b);

		for (unsigned i = 0; guards && i < guards->length(); i++)
			if (is_all_of_callers(a, &(*guards)[i]->nonnegative))
				keep_fact(a, r, (*guards)[i]);
	}
}

static struct required *keep(struct analysis *a, const struct lc_need *need,
			     const struct root *root, struct lc_linear start, struct lc_linear end,
			     gimple *at)
{
	struct required *r = new struct required();
	bool means_anything = false;

	r->words.function = a->fun->decl;
	r->root = *root;
	r->start = start;
	r->end = end;
	r->from = lc_linear_add(&need->from, &start, 1);
	r->upto = lc_linear_add(&need->upto, &start, 1);
	r->view = lc_linear_add(&need->view, &start, 1);
	for (const struct lc_linear *e : { &r->start, &r->end, &r->from, &r->upto, &r->view })
		learn(a, &r->words, e);
	keep_facts(a, r, need);
	for (lc_term t : r->words.terms)
		means_anything |= is_of_callers(a, t);
	r->certain = is_certain(a, gimple_bb(at));
	r->mistaken = need->mistaken;
	r->on_the_way = need->on_the_way;
	if (!means_anything || !r->from.valid || !r->upto.valid || a->exhausted) {
		delete r;
		return NULL;
	}
	return r;
}

static void add_required(tree function, struct required *r)
{
	auto_vec<struct required *> **slot;

	if (!all)
		all = new hash_map<tree, auto_vec<struct required *> *>();
	slot = all->get(function);
	if (slot)
		(*slot)->safe_push(r);
	else
		all->put(function, new auto_vec<struct required *>());
	if (!slot)
		(*all->get(function))->safe_push(r);
}

/* Is there an access among OPEN that needs as much of the same bytes on the way to NEED? */
static bool is_covered(struct analysis *a, const auto_vec<const struct lc_access *> *open,
		       const struct lc_access *access)
{
	for (const struct lc_access *other : *open) {
		struct lc_linear more = lc_linear_add(&other->need->upto, &access->need->upto, -1);
		struct lc_linear before =
			lc_linear_add(&access->need->from, &other->need->from, -1);

		if (other->need->end == access->need->end && lc_linear_is_constant(&more) &&
		    more.constant >= 0 && lc_linear_is_constant(&before) && before.constant >= 0 &&
		    dominated_by_p(CDI_DOMINATORS, a->points[access->need->point].block,
				   a->points[other->need->point].block))
			return true;
	}
	return false;
}

/* Keeps what A's function leaves open of the conversions from FIRST on. */
void keep_required(struct analysis *a, size_t first)
{
	if (a->exhausted || !is_called_in_sight(a->fun->decl))
		return;
	for (size_t i = first; i < a->unit->n_conversions; i++) {
		struct lc_conversion *c = a->unit->conversions[i];
		auto_vec<const struct lc_access *> open;
		auto_vec<struct required *> kept;
		bool whole = c->kind != LC_LENGTH;

		for (size_t k = 0; k < c->n_accesses; k++) {
			const struct lc_access *access = &c->accesses[k];

			if (whole && access->need && access->verdict == LC_OPEN &&
			    !is_covered(a, &open, access))
				open.safe_push(access);
		}
		if (open.length() > MOST_ACCESSES)
			continue;
		for (const struct lc_access *access : open) {
			const struct lc_need *need = access->need;
			const struct root *root = need->end ? a->terms[need->end].root : NULL;
			struct required *r = root ? keep(a, need, root, root->start,
							 lc_linear_term(need->end),
							 a->points[need->point].statement) :
						    NULL;

			whole &= r != NULL;
			if (!r)
				break;
			r->conversion = c;
			r->access = *access;
			r->access.need = NULL;
			r->access.function = c->function;
			kept.safe_push(r);
		}
		for (struct required *r : kept) {
			if (whole)
				add_required(a->fun->decl, r);
			else
				delete r;
		}
	}
}

/* What A's function, which leaves OF open at CALL, asks of its own callers; or NULL. */
struct required *leave_to_callers(struct analysis *a, const struct required *of, gimple *call,
				  const struct root *root, struct lc_linear start,
				  struct lc_linear end, const struct lc_need *need)
{
	struct required *r;

	if (of->depth >= MOST_DEPTH || !is_called_in_sight(a->fun->decl))
		return NULL;
	r = keep(a, need, root, start, end, call);
	if (!r)
		return NULL;
	r->conversion = of->conversion;
	r->access = of->access;
	r->of = of;
	r->depth = of->depth + 1;
	r->certain &= of->certain;
	if (of->mistaken)
		r->mistaken = of->mistaken;
	r->on_the_way |= of->on_the_way;
	add_required(a->fun->decl, r);
	return r;
}

auto_vec<struct required *> *required_of(tree function)
{
	auto_vec<struct required *> **slot = all ? all->get(function) : NULL;

	return slot ? *slot : NULL;
}

/* The functions that leave anything to their callers. */
void functions_that_leave(auto_vec<tree> *functions)
{
	if (all)
		for (auto each : *all)
			functions->safe_push(each.first);
}

void forget_required(void)
{
	if (!all)
		return;
	for (auto each : *all) {
		for (struct required *r : *each.second)
			delete r;
		delete each.second;
	}
	delete all;
	all = NULL;
}
