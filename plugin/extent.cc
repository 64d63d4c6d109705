/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How many bytes a root has: objects, allocations, what has a length beside it
 * (length_beside.cc), what the model says.
 */
#include "analysis.h"

static void push(struct analysis *a, lc_term end, struct lc_linear nonnegative, bool exact,
		 location_t where, const char *reason, const char *assumes)
{
	auto_vec<lc_fact *> *facts = a->terms[end].facts;
	lc_fact *fact;

	if (exact) {
		add_equal(a, facts, LC_FACT_EXTENT, nonnegative, where, reason, assumes);
		return;
	}
	fact = new_fact(a, LC_FACT_EXTENT, nonnegative, where, reason);
	if (!fact)
		return;
	fact->assumes = assumes;
	facts->safe_push(fact);
}

/* Argument INDEX of CALL as an expression, invalid if there is none. */
struct lc_linear argument_of(struct analysis *a, gimple *call, int index)
{
	struct lc_linear none = {};

	if (index < 0 || (unsigned)index >= gimple_call_num_args(call) ||
	    !INTEGRAL_TYPE_P(TREE_TYPE(gimple_call_arg(call, index))))
		return none;
	return linear_of(a, gimple_call_arg(call, index));
}

/* Could the array that ARRAY refers to go on past its declared size? */
bool may_go_on(tree array)
{
	tree size = TYPE_SIZE_UNIT(TREE_TYPE(array)), field;
	bool behind_pointer = false;

	if (!size || !tree_fits_shwi_p(size))
		return true;
	for (tree r = array; TREE_CODE(r) == COMPONENT_REF; r = TREE_OPERAND(r, 0)) {
		field = TREE_OPERAND(r, 1);
		do
			field = DECL_CHAIN(field);
		while (field && TREE_CODE(field) != FIELD_DECL);
		if (field && TREE_CODE(TREE_TYPE(TREE_OPERAND(r, 0))) == RECORD_TYPE)
			return false;
		behind_pointer = true;
	}
	return behind_pointer;
}

/* The declared object that REFERENCE is part of, if its size is known here, or NULL. */
static tree declared_whole(tree reference)
{
	tree base = get_base_address(reference), size;

	if (!base || TREE_CODE(base) != VAR_DECL)
		return NULL_TREE;
	/* An array declared without bounds elsewhere has no size here. */
	size = DECL_SIZE_UNIT(base);
	return size && tree_fits_shwi_p(size) ? base : NULL_TREE;
}

static void define_object(struct analysis *a, lc_term end, const struct root *root,
			  struct lc_linear extent)
{
	struct lc_arena *arena = &a->unit->arena;
	tree size = TYPE_SIZE_UNIT(TREE_TYPE(root->node)), whole = declared_whole(root->node);
	struct lc_linear e = lc_linear_term(end), start;
	location_t where = DECL_P(root->node) ? DECL_SOURCE_LOCATION(root->node) :
			   TREE_CODE(root->node) == COMPONENT_REF ?
						DECL_SOURCE_LOCATION(TREE_OPERAND(root->node, 1)) :
						UNKNOWN_LOCATION;

	if (size && integer_zerop(size) && DECL_P(root->node))
		return; /* it only marks a place, such as where a linker puts what follows */
	if (!may_go_on(root->node)) {
		push(a, end, lc_linear_plus(&extent, -tree_to_shwi(size)), true, where,
		     lc_arena_printf(arena, "'%s' has %lld bytes", describe(arena, root->node),
				     (long long)tree_to_shwi(size)),
		     NULL);
	} else if (whole) {
		/* A trailing array may go on, but not past its object. */
		start = lc_linear_term(term_of_address(a, whole));
		e = lc_linear_add(&e, &start, -1);
		push(a, end, lc_linear_plus(&e, -tree_to_shwi(DECL_SIZE_UNIT(whole))), true,
		     DECL_SOURCE_LOCATION(whole),
		     lc_arena_printf(arena, "'%s' has %lld bytes", describe(arena, whole),
				     (long long)tree_to_shwi(DECL_SIZE_UNIT(whole))),
		     NULL);
	} else if (size && tree_fits_shwi_p(size) && tree_to_shwi(size) > 1) {
		push(a, end, lc_linear_plus(&extent, -tree_to_shwi(size)), false, where,
		     lc_arena_printf(arena, "'%s' has %lld bytes", describe(arena, root->node),
				     (long long)tree_to_shwi(size)),
		     NULL);
	}
}

/* What attribute alloc_size says of CALL's result, invalid if nothing. */
static struct lc_linear allocated(struct analysis *a, gimple *call)
{
	struct lc_linear none = {}, one, two;
	tree attribute, values;
	tree type = gimple_call_fntype(call);

	attribute = type ? lookup_attribute("alloc_size", TYPE_ATTRIBUTES(type)) : NULL_TREE;
	if (!attribute)
		return none;
	values = TREE_VALUE(attribute);
	if (!values || !tree_fits_shwi_p(TREE_VALUE(values)))
		return none;
	one = argument_of(a, call, (int)tree_to_shwi(TREE_VALUE(values)) - 1);
	values = TREE_CHAIN(values);
	if (!values)
		return one;
	if (!tree_fits_shwi_p(TREE_VALUE(values)))
		return none;
	two = argument_of(a, call, (int)tree_to_shwi(TREE_VALUE(values)) - 1);
	return linear_product(a, &one, &two);
}

/* How many bytes CALL, of an allocator, was asked for; invalid if it is none. */
struct lc_linear bytes_asked_for(struct analysis *a, gimple *call)
{
	const struct lc_model_allocator *allocator = allocator_of_call(a, call);
	struct lc_linear size = allocated(a, call);

	return !size.valid && allocator ? amount_of_call(a, call, &allocator->bytes) : size;
}

/*
 * What __builtin_object_size () says of POINTER, into the bytes that end at END:
 * by its second argument the least that may be left of them, or the most.
 */
static void define_object_sizes(struct analysis *a, lc_term end, tree pointer, unsigned depth)
{
	struct lc_linear left = lc_linear_term(end), start = linear_of(a, pointer), size;
	struct lc_arena *arena = &a->unit->arena;
	imm_use_iterator uses;
	use_operand_p use;

	left = lc_linear_add(&left, &start, -1);
	FOR_EACH_IMM_USE_FAST(use, uses, pointer) {
		gimple *statement = USE_STMT(use);
		HOST_WIDE_INT form;

		if (depth && is_gimple_assign(statement) &&
		    gimple_assign_rhs_code(statement) == POINTER_PLUS_EXPR &&
		    gimple_assign_rhs1(statement) == pointer)
			define_object_sizes(a, end, gimple_assign_lhs(statement), depth - 1);
		if (!is_gimple_call(statement) || !lc_is_object_size(statement) ||
		    !gimple_call_lhs(statement) ||
		    TREE_CODE(gimple_call_lhs(statement)) != SSA_NAME ||
		    !tree_fits_shwi_p(gimple_call_arg(statement, 1)))
			continue;
		form = tree_to_shwi(gimple_call_arg(statement, 1));
		size = lc_linear_term(term_of_ssa(a, gimple_call_lhs(statement)));
		size = lc_linear_add(&left, &size, -1);
		if (form & 2)
			push(a, end, size, false, gimple_location(statement),
			     lc_arena_printf(arena, "%s () says what '%s' has at least",
					     called_name(statement), describe(arena, pointer)),
			     NULL);
		else if (!form)
			push(a, end, lc_linear_scale(&size, -1), false, gimple_location(statement),
			     lc_arena_printf(arena, "%s () says what '%s' has at most",
					     called_name(statement), describe(arena, pointer)),
			     NULL);
	}
}

/* The source behind ROOT gives AMOUNT bytes. */
static void give_bytes(struct analysis *a, lc_term end, const struct root *root,
		       struct lc_linear extent, const struct lc_model_amount *amount)
{
	struct lc_arena *arena = &a->unit->arena;
	const struct lc_model_source *source = root->source;
	struct lc_linear size = amount_of_call(a, root->call, amount);

	if (!size.valid)
		return;
	/* Who asks for none wants the pointer, and knows otherwise what is there. */
	push(a, end, lc_linear_add(&extent, &size, -1),
	     source->exact && !(lc_linear_is_constant(&size) && !size.constant),
	     gimple_location(root->call),
	     source->helper ? lc_arena_printf(arena, "%s checked the length", source->helper) :
			      lc_arena_printf(arena, "'%s ()' gives %s%s bytes", source->function,
					      source->exact ? "" : "at least ",
					      text_of_amount(a, root->call, amount)),
	     NULL);
}

static void define_call(struct analysis *a, lc_term end, const struct root *root,
			struct lc_linear extent)
{
	struct lc_arena *arena = &a->unit->arena;
	const struct lc_model_accessor *accessor = accessor_of_call(a, root->call);
	struct lc_linear size = bytes_asked_for(a, root->call);

	if (size.valid)
		push(a, end, lc_linear_add(&extent, &size, -1), true, gimple_location(root->call),
		     lc_arena_printf(arena, "%s gives the bytes it is asked for",
				     describe(arena, root->node)),
		     NULL);
	else if (root->made && root->made->size.valid)
		push(a, end, lc_linear_add(&extent, &root->made->size, -1), root->made->exact,
		     gimple_location(root->call),
		     lc_arena_printf(arena, "%s hands out the bytes it is asked for",
				     describe(arena, root->node)),
		     NULL);
	size = accessor && accessor->checked ? amount_of_call(a, root->call, &accessor->bytes) :
					       (struct lc_linear){};
	if (size.valid)
		push(a, end, lc_linear_add(&extent, &size, -1), false, gimple_location(root->call),
		     lc_arena_printf(arena, "'%s' is the length of what %s returns",
				     text_of_amount(a, root->call, &accessor->bytes),
				     accessor->function),
		     lc_arena_printf(arena, "'%s' was checked before",
				     text_of_amount(a, root->call, &accessor->bytes)));
	if (root->source) {
		give_bytes(a, end, root, extent, &root->source->bytes);
		give_bytes(a, end, root, extent, &root->source->also);
	}
}

#define MOST_TRIMS 4

/* How many bytes LENGTH says there are: what was trimmed is still there. */
static struct lc_linear bytes_of_length(struct analysis *a, const struct lc_length *length)
{
	struct lc_linear bytes = length->value, before;

	for (unsigned i = 0; i < MOST_TRIMS && bytes.n == 1; i++) {
		if (!length_before_trim(a, bytes.terms[0].term, &before))
			break;
		before = lc_linear_scale(&before, bytes.terms[0].coefficient);
		bytes = lc_linear_plus(&before, bytes.constant);
	}
	return bytes;
}

/* States what is known of END, one past the last byte of ROOT. */
void define_end(struct analysis *a, lc_term end, const struct root *root)
{
	struct lc_linear e = lc_linear_term(end), extent = lc_linear_add(&e, &root->start, -1),
			 most;
	const struct lc_length *length;
	struct lc_length least;
	struct lc_linear bytes;
	bool exact;

	a->terms[end].facts = new auto_vec<lc_fact *>();
	if (!extent.valid)
		return;
	/* C11 6.5.6: no object is larger than the difference of two pointers can say. */
	push(a, end, extent, false, UNKNOWN_LOCATION, NULL, NULL);
	most = lc_linear_scale(&extent, -1);
	push(a, end, lc_linear_plus(&most, HOST_WIDE_INT_MAX / 2), false, UNKNOWN_LOCATION, NULL,
	     NULL);
	if (root->is_object)
		define_object(a, end, root, extent);
	else if (root->node && TREE_CODE(root->node) == SSA_NAME)
		define_object_sizes(a, end, root->node, 1);
	if (root->call)
		define_call(a, end, root, extent);
	if (root->header && root->node && TREE_CODE(root->node) == SSA_NAME)
		define_header(a, a->terms[end].facts, root, extent);
	/* Which of several buffers it is, and so how long, each way there says. */
	if (root->n_ways)
		return;
	if (least_of(a, root, &least, &exact))
		push(a, end, lc_linear_add(&extent, &least.value, -1), exact,
		     DECL_SOURCE_LOCATION(SSA_NAME_VAR(root->node)), least.how,
		     exact ? lc_arena_printf(&a->unit->arena, "'%s' has no more than these %s",
					     describe(&a->unit->arena, root->node), least.name) :
			     NULL);
	length = length_of(a, root);
	if (!length || !length->value.valid)
		return;
	bytes = bytes_of_length(a, length);
	push(a, end, lc_linear_add(&extent, &bytes, -1), true, UNKNOWN_LOCATION, length->how,
	     lc_arena_printf(&a->unit->arena, "'%s' is the number of bytes at '%s'%s", length->name,
			     describe(&a->unit->arena, root->load ? root->load : root->node),
			     root->load && is_read_as_const(root->load) ?
				     ", and nobody changes the two meanwhile" :
				     ""));
}
