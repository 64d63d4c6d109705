/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The elements of a constant table at a call through it: what stands in one
 * holds where it is the one that is called, and what was compared may pass it over.
 */
#include "tables.h"

const char *name_of_entry(struct analysis *a, const struct table_call *through,
			  const struct table_entry *entry)
{
	const char *table = describe(&a->unit->arena, through->table);

	return entry->index && tree_fits_shwi_p(entry->index) ?
		       lc_arena_printf(&a->unit->arena, "%s[%lld]", table,
				       (long long)tree_to_shwi(entry->index)) :
		       table;
}

static HOST_WIDE_INT bits_of(tree reference)
{
	tree size = TREE_CODE(reference) == COMPONENT_REF ? DECL_SIZE(TREE_OPERAND(reference, 1)) :
							    TYPE_SIZE(TREE_TYPE(reference));

	return size && tree_fits_shwi_p(size) ? tree_to_shwi(size) : 0;
}

/* Does the statement LOAD read a number of the element that is CALLED? *VALUE: what stands there in ENTRY. */
static bool reads_of_entry(struct analysis *a, const struct table_call *through,
			   const struct table_entry *entry, const struct lc_linear *called,
			   gimple *load, HOST_WIDE_INT *value)
{
	struct lc_linear address;
	tree reference, element, there;
	HOST_WIDE_INT bits, size;
	bool known;

	a->work++;
	if (!gimple_assign_load_p(load) || TREE_CODE(gimple_assign_lhs(load)) != SSA_NAME ||
	    !INTEGRAL_TYPE_P(TREE_TYPE(gimple_assign_lhs(load))))
		return false;
	reference = gimple_assign_rhs1(load);
	element = element_of(reference, through->table);
	bits = element ? bits_into(reference, element) : -1;
	size = bits_of(reference);
	if (bits < 0 || !size)
		return false;
	address = address_of_reference(a, element, &known);
	if (!known || !lc_linear_equal(called, &address))
		return false;
	there = initial_at(entry->element, bits, size, &known);
	if (!known || (there && (TREE_CODE(there) != INTEGER_CST || !tree_fits_shwi_p(there))))
		return false;
	*value = there ? tree_to_shwi(there) : 0;
	return true;
}

/* Can NAME not be VALUE where STATEMENT is come to? */
static bool cannot_be(struct analysis *a, tree name, HOST_WIDE_INT value, gimple *statement)
{
	struct lc_linear e = linear_of(a, name);
	tree node = e.valid && e.n == 1 && e.terms[0].coefficient == 1 ?
			    a->terms[e.terms[0].term].node :
			    NULL_TREE;
	lc_range range;

	/* What was compared is what it came of. */
	if (node && TREE_CODE(node) == SSA_NAME && INTEGRAL_TYPE_P(TREE_TYPE(node)))
		value -= e.constant;
	else
		node = name;
	if (e.valid && !e.n)
		return e.constant != value;
	a->work += 8;
	if (TREE_CODE(node) != SSA_NAME || !lc_range_supports(TREE_TYPE(node)) ||
	    TYPE_PRECISION(TREE_TYPE(node)) > 64 || !range_at(a, node, statement, range) ||
	    range.undefined_p())
		return false;
	for (unsigned i = 0; i < range.num_pairs(); i++)
		if (widest_int::from(range.lower_bound(i), TYPE_SIGN(TREE_TYPE(node))) <= value &&
		    widest_int::from(range.upper_bound(i), TYPE_SIGN(TREE_TYPE(node))) >= value)
			return false;
	return true;
}

/* Was something compared on the way to the call that ENTRY's place in the table, or what stands in it, does not meet? */
bool is_passed_over(struct analysis *a, const struct table_call *through,
		    const struct table_entry *entry)
{
	tree element = through->element;
	bool known;
	struct lc_linear called = address_of_reference(a, element, &known);

	if (TREE_CODE(element) == ARRAY_REF && TREE_OPERAND(element, 0) == through->table &&
	    entry->index && TREE_CODE(entry->index) == INTEGER_CST &&
	    tree_fits_shwi_p(entry->index) &&
	    cannot_be(a, TREE_OPERAND(element, 1), tree_to_shwi(entry->index), through->call))
		return true;
	if (!known)
		return false;
	for (basic_block block = gimple_bb(through->call); block;
	     block = get_immediate_dominator(CDI_DOMINATORS, block))
		for (gimple_stmt_iterator i = gsi_start_bb(block); !gsi_end_p(i); gsi_next(&i)) {
			gimple *load = gsi_stmt(i);
			HOST_WIDE_INT value;

			if (load == through->call)
				break;
			if (reads_of_entry(a, through, entry, &called, load, &value) &&
			    cannot_be(a, gimple_assign_lhs(load), value, through->call))
				return true;
		}
	return false;
}

/* What A's function reads of the element that it calls is what stands in ENTRY. */
void add_facts_of_entry(struct analysis *a, auto_vec<lc_fact *> *facts,
			const struct table_call *through, const struct table_entry *entry)
{
	bool known;
	struct lc_linear called = address_of_reference(a, through->element, &known);
	const char *reason = lc_arena_printf(&a->unit->arena, "so stands in %s",
					     name_of_entry(a, through, entry));
	basic_block block;

	if (!known || !reason)
		return;
	FOR_EACH_BB_FN(block, a->fun)
		for (gimple_stmt_iterator i = gsi_start_bb(block); !gsi_end_p(i); gsi_next(&i)) {
			gimple *load = gsi_stmt(i);
			HOST_WIDE_INT there;
			struct lc_linear value;

			if (!reads_of_entry(a, through, entry, &called, load, &there))
				continue;
			value = linear_of(a, gimple_assign_lhs(load));
			if (value.valid && value.n)
				add_equal(a, facts, LC_FACT_VALUE, lc_linear_plus(&value, -there),
					  entry->where, reason, NULL);
		}
}
