/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Signed numbers that are bounded from above alone: the lesser of one and
 * something else may be below 0, and is large where it becomes a size.
 */
#include "lengths.h"

/* Is PHI the lesser of NAME and something else, as signed numbers, by the comparison right above? */
bool is_signed_lesser(gphi *phi, tree name)
{
	basic_block above = get_immediate_dominator(CDI_DOMINATORS, gimple_bb(phi));
	gimple *last = above ? lc_last_stmt(above) : NULL;
	enum tree_code code;
	edge takes = NULL;

	if (gimple_phi_num_args(phi) != 2 || TREE_CODE(name) != SSA_NAME || !last ||
	    gimple_code(last) != GIMPLE_COND || !INTEGRAL_TYPE_P(TREE_TYPE(name)) ||
	    TYPE_UNSIGNED(TREE_TYPE(name)))
		return false;
	code = gimple_cond_code(last);
	if (gimple_cond_rhs(last) == name)
		code = swap_tree_comparison(code);
	else if (gimple_cond_lhs(last) != name)
		return false;
	for (unsigned i = 0; i < 2; i++) {
		edge e = gimple_phi_arg_edge(phi, i);

		if (gimple_phi_arg_def(phi, i) == name)
			takes = e->src == above ? e : only_way_into(e->src);
	}
	if (!takes || takes->src != above)
		return false;
	return takes->flags & EDGE_TRUE_VALUE ? code == LT_EXPR || code == LE_EXPR :
						code == GT_EXPR || code == GE_EXPR;
}

/* Does BRANCH do no more than choose the lesser of two signed numbers? */
bool only_caps(gimple *branch)
{
	edge e;
	edge_iterator ei;

	FOR_EACH_EDGE(e, ei, gimple_bb(branch)->succs) {
		basic_block join = e->dest;

		if (single_pred_p(join) && single_succ_p(join))
			join = single_succ(join);
		if (get_immediate_dominator(CDI_DOMINATORS, join) != gimple_bb(branch))
			continue;
		for (gphi_iterator gsi = gsi_start_phis(join); !gsi_end_p(gsi); gsi_next(&gsi))
			for (unsigned i = 0; i < gimple_phi_num_args(gsi.phi()); i++)
				if (is_signed_lesser(gsi.phi(), gimple_phi_arg_def(gsi.phi(), i)))
					return true;
	}
	return false;
}
