/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Records that are looked through before they are read: one loop leaves the
 * function where a length does not fit, a later one relies on that.
 */
#include "speakers.h"

/* Is BLOCK within the loop whose head is HEAD? */
static bool is_within_loop(struct analysis *a, basic_block head, basic_block block)
{
	hash_set<basic_block> seen;
	auto_vec<basic_block> next;
	edge e;
	edge_iterator ei;

	seen.add(head);
	FOR_EACH_EDGE(e, ei, head->preds) {
		if (dominated_by_p(CDI_DOMINATORS, e->src, head) && !seen.add(e->src))
			next.safe_push(e->src);
	}
	while (!next.is_empty()) {
		FOR_EACH_EDGE(e, ei, next.pop()->preds) {
			if (!seen.add(e->src))
				next.safe_push(e->src);
		}
		a->work++;
	}
	return seen.elements() > 1 && seen.contains(block);
}

/* Does a way out of GUARD leave the function without coming to ACCESS? */
static bool turns_away(struct analysis *a, basic_block guard, basic_block access)
{
	edge e;
	edge_iterator ei;

	FOR_EACH_EDGE(e, ei, guard->succs) {
		if (e->dest != access && !leads_to(a, e->dest, access))
			return true;
	}
	return false;
}

/*
 * Is GUARD in a loop that control has left for good before it comes to ACCESS, and
 * does one of its outcomes keep it from getting there? What the loop lets
 * through of all the bytes is what a later walk over them reads.
 */
bool is_of_earlier_walk(struct analysis *a, basic_block guard, basic_block access)
{
	for (basic_block head = guard; head; head = get_immediate_dominator(CDI_DOMINATORS, head)) {
		a->work++;
		if (dominated_by_p(CDI_DOMINATORS, access, head) &&
		    is_within_loop(a, head, guard) && !is_within_loop(a, head, access))
			return turns_away(a, guard, access);
	}
	return false;
}
