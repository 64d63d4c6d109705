/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What is known of an alignment without following a value: from declarations,
 * types, attributes, allocators and the model.
 */
#include "alignments.h"

static struct low_bits multiple_of(struct analysis *a, uint64_t alignment, const char *what,
				   const char *how)
{
	if (alignment <= 1)
		return unknown_bits();
	return known_bits(lc_congruence_of(alignment, 0),
			  lc_arena_printf(&a->unit->arena, "%s %s %llu", what, how,
					  (unsigned long long)alignment));
}

/* A pointer to T is aligned for T: making another would have been undefined. */
struct low_bits alignment_by_type(struct analysis *a, tree pointer, tree type)
{
	if (!POINTER_TYPE_P(type) || !COMPLETE_TYPE_P(TREE_TYPE(type)) ||
	    TREE_CODE(TREE_TYPE(type)) == FUNCTION_TYPE)
		return unknown_bits();
	return multiple_of(a, TYPE_ALIGN(TREE_TYPE(type)) / BITS_PER_UNIT,
			   lc_arena_printf(&a->unit->arena, "'%s', a pointer to '%s',",
					   describe(&a->unit->arena, pointer),
					   describe_type(&a->unit->arena, TREE_TYPE(type))),
			   "is aligned to");
}

/*
 * What is written of a declared object, not where the compiler happens to put
 * it: an array of bytes without an attribute may stand anywhere.
 */
struct low_bits alignment_of_object(struct analysis *a, tree object)
{
	unsigned align = DECL_P(object) && DECL_USER_ALIGN(object) ? DECL_ALIGN(object) :
								     TYPE_ALIGN(TREE_TYPE(object));

	if (TREE_CODE(object) == FUNCTION_DECL || TREE_CODE(object) == LABEL_DECL)
		return unknown_bits();
	return multiple_of(a, align / BITS_PER_UNIT,
			   lc_arena_printf(&a->unit->arena, "'%s'",
					   describe(&a->unit->arena, object)),
			   "is known to be aligned to");
}

/* The number in an attribute of the function type of CALL, or 0. */
static uint64_t in_attribute(tree attribute, unsigned index)
{
	tree list = attribute ? TREE_VALUE(attribute) : NULL_TREE;

	for (; list && index; index--)
		list = TREE_CHAIN(list);
	return list && tree_fits_uhwi_p(TREE_VALUE(list)) ? tree_to_uhwi(TREE_VALUE(list)) : 0;
}

/* The alignment that argument INDEX of CALL asks for. */
static uint64_t asked_by(gimple *call, unsigned index)
{
	tree value = index < gimple_call_num_args(call) ? gimple_call_arg(call, index) : NULL_TREE;

	value = value ? through_copies(value) : NULL_TREE;
	if (value && TREE_CODE(value) == SSA_NAME && is_gimple_assign(SSA_NAME_DEF_STMT(value)) &&
	    gimple_num_ops(SSA_NAME_DEF_STMT(value)) == 2)
		value = gimple_assign_rhs1(SSA_NAME_DEF_STMT(value));
	return value && tree_fits_uhwi_p(value) ? tree_to_uhwi(value) : 0;
}

/* What attributes say of the result of CALL: it is PAST a multiple of ALIGN. False if nothing. */
static bool declared_alignment(gimple *call, uint64_t *align, uint64_t *past)
{
	tree type = gimple_call_fntype(call), attributes = type ? TYPE_ATTRIBUTES(type) : NULL_TREE;
	tree assumed = lookup_attribute("assume_aligned", attributes),
	     asked = lookup_attribute("alloc_align", attributes);
	uint64_t to = asked ? asked_by(call, (unsigned)in_attribute(asked, 0) - 1) : 0;

	*align = in_attribute(assumed, 0);
	*past = in_attribute(assumed, 1);
	/* A function may have both: what says more counts. */
	if (to > *align) {
		*align = to;
		*past = 0;
	}
	return assumed || asked;
}

/* What is promised of the result of CALL: by the compiler, by attributes, by the model. */
struct low_bits alignment_promised(struct analysis *a, gimple *call)
{
	const struct lc_model_source *source = source_of_call(a, call);
	const struct lc_model_allocator *allocator = allocator_of_call(a, call);
	const struct lc_model_operand *aligned = source    ? &source->aligned :
						 allocator ? &allocator->aligned :
							     NULL;
	const char *name = called_name(call), *what;
	uint64_t align = 0, past = 0;

	if (gimple_call_builtin_p(call, BUILT_IN_MALLOC) ||
	    gimple_call_builtin_p(call, BUILT_IN_CALLOC) ||
	    gimple_call_builtin_p(call, BUILT_IN_REALLOC))
		align = MALLOC_ABI_ALIGNMENT / BITS_PER_UNIT;
	else if (gimple_call_builtin_p(call, BUILT_IN_ALIGNED_ALLOC))
		align = asked_by(call, 0);
	else if (gimple_call_builtin_p(call, BUILT_IN_ASSUME_ALIGNED)) {
		/* An offset that is not known may be any. */
		past = asked_by(call, 2);
		if (gimple_call_num_args(call) < 3 || past ||
		    integer_zerop(gimple_call_arg(call, 2)))
			align = asked_by(call, 1);
	} else if (gimple_call_builtin_p(call, BUILT_IN_ALLOCA_WITH_ALIGN) ||
		   gimple_call_builtin_p(call, BUILT_IN_ALLOCA_WITH_ALIGN_AND_MAX))
		align = asked_by(call, 1) / BITS_PER_UNIT;
	else if (gimple_call_builtin_p(call, BUILT_IN_ALLOCA))
		align = BIGGEST_ALIGNMENT / BITS_PER_UNIT;
	else if (declared_alignment(call, &align, &past))
		;
	else if (aligned && aligned->what == LC_WHAT_ARGUMENT)
		align = asked_by(call, (unsigned)aligned->argument);
	else if (aligned && aligned->what == LC_WHAT_NUMBER)
		align = (uint64_t)aligned->value;
	if (source && source->helper)
		name = source->helper;
	if (align <= 1 || !pow2p_hwi((HOST_WIDE_INT)align))
		return unknown_bits();
	what = lc_arena_printf(&a->unit->arena, "what '%s' returns is known to be aligned to %llu",
			       name ? name : "the call", (unsigned long long)align);
	return known_bits(lc_congruence_of(align, past), what);
}
