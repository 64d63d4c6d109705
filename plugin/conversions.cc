/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Finds the overlays of a function: where a pointer to bytes becomes a pointer
 * to T, and every access that is made through it.
 */
#include "analysis.h"

#define MAX_BACK 64

/* A conversion in the making. */
struct found {
	struct lc_conversion *conversion;
	struct root root;
	bool returned; /* handed to the caller */
};

struct finder {
	struct analysis *a;
	hash_map<gimple *, struct found *> casts; /* by the statement of the cast */
	auto_vec<struct found *> all;
	gimple *statement = NULL; /* under inspection */
};

/* Can bytes be viewed as TYPE: a record, or a scalar of more than a byte? */
static bool is_target(tree type)
{
	if (RECORD_OR_UNION_TYPE_P(type))
		return COMPLETE_TYPE_P(type);
	if (INTEGRAL_TYPE_P(type) || POINTER_TYPE_P(type) || SCALAR_FLOAT_TYPE_P(type))
		return int_size_in_bytes(type) > 1;
	return false;
}

static const char *root_name(struct analysis *a, const struct root *root)
{
	if (root->call && root->source && root->source->helper && gimple_call_num_args(root->call))
		return describe(&a->unit->arena, gimple_call_arg(root->call, 0));
	return describe(&a->unit->arena, root->load ? root->load : root->node);
}

static void set_origin(struct analysis *a, struct lc_conversion *c, const struct root *root)
{
	struct lc_origin *origin = &c->origin;
	tree var = root->node && TREE_CODE(root->node) == SSA_NAME ? SSA_NAME_VAR(root->node) :
								     NULL_TREE;
	const struct lc_length *length = length_of(a, root);

	origin->kind = root->is_object ? "object" :
		       root->load      ? "load" :
		       root->call      ? "call" :
		       var && TREE_CODE(var) == PARM_DECL && SSA_NAME_IS_DEFAULT_DEF(root->node) ?
					 "parameter" :
					 "value";
	origin->name = root_name(a, root);
	if (root->is_object && DECL_P(root->node))
		origin->place = place_of(a->unit, DECL_SOURCE_LOCATION(root->node));
	else if (var && SSA_NAME_IS_DEFAULT_DEF(root->node))
		origin->place = place_of(a->unit, DECL_SOURCE_LOCATION(var));
	else if (root->node && TREE_CODE(root->node) == SSA_NAME)
		origin->place = place_of(a->unit, gimple_location(SSA_NAME_DEF_STMT(root->node)));
	origin->domain = root->pair    ? root->pair->domain :
			 root->header  ? root->header->domain :
			 root->source  ? root->source->domain :
					 LC_DOMAIN_OTHER;
	if (origin->domain == LC_DOMAIN_OTHER)
		origin->domain = lc_model_domain(a->model, c->target.type);
	if (root->is_object && TYPE_SIZE_UNIT(TREE_TYPE(root->node)) &&
	    tree_fits_shwi_p(TYPE_SIZE_UNIT(TREE_TYPE(root->node))))
		origin->extent = lc_arena_printf(
			&a->unit->arena, "%lld bytes",
			(long long)tree_to_shwi(TYPE_SIZE_UNIT(TREE_TYPE(root->node))));
	else if (length && length->name)
		origin->extent = lc_arena_printf(&a->unit->arena, "%s bytes", length->name);
	if (root->source)
		c->held_by = root->source->helper;
}

static void set_target(struct analysis *a, struct lc_conversion *c, tree type)
{
	tree name = TYPE_NAME(TYPE_MAIN_VARIANT(type));

	c->target.type = describe_type(&a->unit->arena, type);
	c->target.size = MAX(int_size_in_bytes(type), 0);
	c->target.alignment = TYPE_ALIGN(type) / BITS_PER_UNIT;
	if (RECORD_OR_UNION_TYPE_P(type) && TYPE_STUB_DECL(TYPE_MAIN_VARIANT(type)))
		c->target.place = place_of(
			a->unit, DECL_SOURCE_LOCATION(TYPE_STUB_DECL(TYPE_MAIN_VARIANT(type))));
	else if (name && TREE_CODE(name) == TYPE_DECL)
		c->target.place = place_of(a->unit, DECL_SOURCE_LOCATION(name));
}

static struct found *add_conversion(struct finder *f, gimple *statement, tree type,
				    const struct root *root)
{
	struct analysis *a = f->a;
	struct found *found = XCNEW(struct found);
	tree name = DECL_NAME(a->fun->decl);

	found->conversion = lc_unit_add_conversion(a->unit);
	if (!found->conversion) {
		free(found);
		return NULL;
	}
	found->root = *root;
	found->conversion->kind = LC_OVERLAY;
	found->conversion->function = name ? lc_arena_strdup(&a->unit->arena, IDENTIFIER_POINTER(name)) :
					     NULL;
	found->conversion->cast = place_of(a->unit, gimple_location(statement));
	set_target(a, found->conversion, type);
	set_origin(a, found->conversion, root);
	f->all.safe_push(found);
	f->casts.put(statement, found);
	return found;
}

/* The type of pointer that STATEMENT's result is made from, or NULL. */
static tree source_type(gimple *statement)
{
	tree rhs;

	if (is_gimple_call(statement))
		return gimple_call_fntype(statement) ? TREE_TYPE(gimple_call_fntype(statement)) :
						       NULL_TREE;
	if (!is_gimple_assign(statement))
		return NULL_TREE;
	rhs = gimple_assign_rhs1(statement);
	switch (gimple_assign_rhs_code(statement)) {
	case POINTER_PLUS_EXPR:
		return TREE_TYPE(rhs);
	CASE_CONVERT:
	case SSA_NAME:
	case ADDR_EXPR:
		return TREE_TYPE(rhs);
	default:
		return gimple_assign_load_p(statement) ? TREE_TYPE(rhs) : NULL_TREE;
	}
}

/* Do pointers to FROM and to TO view the same thing: the same type, or an array of it? */
static bool is_same_view(tree from, tree to)
{
	while (TREE_CODE(from) == ARRAY_TYPE)
		from = TREE_TYPE(from);
	while (TREE_CODE(to) == ARRAY_TYPE)
		to = TREE_TYPE(to);
	return types_compatible_p(TYPE_MAIN_VARIANT(from), TYPE_MAIN_VARIANT(to));
}

/* Does a call's argument become a pointer to T as it is handed over? Nothing else shows such a cast. */
static void look_for_argument_casts(struct finder *f, gimple *call)
{
	tree type = gimple_call_fntype(call), list = type ? TYPE_ARG_TYPES(type) : NULL_TREE;

	for (unsigned i = 0; list && i < gimple_call_num_args(call); i++, list = TREE_CHAIN(list)) {
		tree parameter = TREE_VALUE(list), argument = gimple_call_arg(call, i);
		struct found *found;
		struct root root;

		if (!parameter || !POINTER_TYPE_P(parameter) || !is_target(TREE_TYPE(parameter)) ||
		    !POINTER_TYPE_P(TREE_TYPE(argument)) ||
		    is_same_view(TREE_TYPE(TREE_TYPE(argument)), TREE_TYPE(parameter)))
			continue;
		root = root_of(f->a, argument);
		if (!root.bytes || !root.start.valid || f->casts.get(call))
			continue;
		found = add_conversion(f, call, TREE_TYPE(parameter), &root);
		if (found)
			found->conversion->escapes = true;
	}
}

/* Does STATEMENT make a pointer to T out of a pointer to something else, or an integer? */
static void look_for_cast(struct finder *f, gimple *statement)
{
	tree result = gimple_get_lhs(statement), source, type;
	struct root root;

	if (!result || TREE_CODE(result) != SSA_NAME || !POINTER_TYPE_P(TREE_TYPE(result)))
		return;
	type = TREE_TYPE(TREE_TYPE(result));
	source = source_type(statement);
	if (!source || !is_target(type))
		return;
	if (POINTER_TYPE_P(source)) {
		if (is_same_view(TREE_TYPE(source), type))
			return;
	} else if (!INTEGRAL_TYPE_P(source)) {
		return;
	}
	root = root_of(f->a, result);
	if (!root.bytes || !root.start.valid)
		return;
	add_conversion(f, statement, type, &root);
}

/*
 * The conversion that POINTER, a pointer to T, came from: back through copies,
 * offsets, members and merges to the cast.
 */
static struct found *conversion_of(struct finder *f, tree pointer, unsigned depth)
{
	gimple *statement;
	struct found **known, *found;
	tree rhs, base;

	for (unsigned i = 0; i < MAX_BACK; i++) {
		if (TREE_CODE(pointer) == ADDR_EXPR) {
			base = base_of(TREE_OPERAND(pointer, 0));
			if (!base || TREE_CODE(base) != MEM_REF)
				return NULL;
			pointer = TREE_OPERAND(base, 0);
			continue;
		}
		if (TREE_CODE(pointer) != SSA_NAME || SSA_NAME_IS_DEFAULT_DEF(pointer))
			return NULL;
		statement = SSA_NAME_DEF_STMT(pointer);
		known = f->casts.get(statement);
		if (known)
			return *known;
		if (gimple_code(statement) == GIMPLE_PHI) {
			for (unsigned k = 0; depth && k < gimple_phi_num_args(statement); k++) {
				found = conversion_of(f, gimple_phi_arg_def(statement, k), depth - 1);
				if (found)
					return found;
			}
			return NULL;
		}
		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
			return NULL;
		rhs = gimple_assign_rhs1(statement);
		switch (gimple_assign_rhs_code(statement)) {
		CASE_CONVERT:
		case SSA_NAME:
		case ADDR_EXPR:
		case POINTER_PLUS_EXPR:
			pointer = rhs;
			break;
		default:
			return NULL;
		}
	}
	return NULL;
}

/* The parameter that POINTER is, or is loaded through: skb of skb->data, hdev of hdev->skb->data. */
static tree parameter_behind(tree pointer)
{
	for (unsigned i = 0; i < 6 && TREE_CODE(pointer) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(pointer);
		tree base;

		if (SSA_NAME_IS_DEFAULT_DEF(pointer))
			return SSA_NAME_VAR(pointer);
		if (!is_gimple_assign(statement))
			return NULL_TREE;
		if (!gimple_assign_load_p(statement)) {
			pointer = gimple_assign_rhs1(statement);
			continue;
		}
		base = base_of(gimple_assign_rhs1(statement));
		if (!base || TREE_CODE(base) != MEM_REF)
			return NULL_TREE;
		pointer = TREE_OPERAND(base, 0);
	}
	return NULL_TREE;
}

/* The field of ROOT's struct that holds the length, or NULL. */
static tree length_field_of(const struct root *root)
{
	if (!root->load || !root->pair)
		return NULL_TREE;
	for (tree field = TYPE_FIELDS(DECL_CONTEXT(TREE_OPERAND(root->load, 1))); field;
	     field = DECL_CHAIN(field))
		if (DECL_NAME(field) &&
		    !strcmp(IDENTIFIER_POINTER(DECL_NAME(field)), root->pair->length))
			return field;
	return NULL_TREE;
}

#define SPEAKING_DEPTH 5

/* Does VALUE, or what it is worked out from, speak of LENGTH, or of any FIELD of its kind? */
static bool speaks_of(struct analysis *a, tree value, const struct lc_length *length, tree field,
		      unsigned depth)
{
	struct lc_linear e;
	gimple *statement;

	if (TREE_CODE(value) != SSA_NAME || depth > SPEAKING_DEPTH)
		return false;
	a->work++;
	e = linear_of(a, value);
	for (unsigned i = 0; i < e.n; i++) {
		struct term *term = &a->terms[e.terms[i].term];

		if (lc_linear_coefficient(&length->value, e.terms[i].term) ||
		    (field && term->kind == TERM_LOAD && TREE_CODE(term->node) == COMPONENT_REF &&
		     TREE_OPERAND(term->node, 1) == field))
			return true;
	}
	statement = SSA_NAME_DEF_STMT(value);
	if (SSA_NAME_IS_DEFAULT_DEF(value) || gimple_code(statement) == GIMPLE_PHI)
		return false;
	if (is_gimple_assign(statement) && !gimple_assign_load_p(statement)) {
		for (unsigned i = 1; i < gimple_num_ops(statement); i++)
			if (speaks_of(a, gimple_op(statement, i), length, field, depth + 1))
				return true;
	} else if (gimple_call_builtin_p(statement, BUILT_IN_EXPECT)) {
		return speaks_of(a, gimple_call_arg(statement, 0), length, field, depth + 1);
	}
	return false;
}

/* Could CALL compare LENGTH, or make room: does it get the length, or the record that holds it? */
static bool call_may_compare(struct analysis *a, gimple *call, const struct lc_length *length,
			     tree field)
{
	tree callee = gimple_call_fndecl(call);

	if (callee && DECL_NAME(callee) && field) {
		const struct lc_model_guard *guard =
			lc_model_find_guard(a->model, IDENTIFIER_POINTER(DECL_NAME(callee)));

		if (guard && guard->always)
			return true;
	}
	if (!gimple_call_lhs(call))
		return false;
	for (unsigned i = 0; i < gimple_call_num_args(call); i++) {
		tree argument = gimple_call_arg(call, i);

		if (TREE_CODE(argument) != SSA_NAME)
			continue;
		if (field && points_to_record(TREE_TYPE(argument)) &&
		    TYPE_MAIN_VARIANT(TREE_TYPE(TREE_TYPE(argument))) ==
			    TYPE_MAIN_VARIANT(DECL_CONTEXT(field)))
			return true;
		if (INTEGRAL_TYPE_P(TREE_TYPE(argument)) && speaks_of(a, argument, length, field, 0))
			return true;
	}
	return false;
}

/* Is COND a conjunction or disjunction of which one outcome says nothing of the parts? */
static bool is_combination(gimple *cond)
{
	tree value = gimple_cond_lhs(cond);

	for (unsigned i = 0; i < SPEAKING_DEPTH && TREE_CODE(value) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(value);

		if (gimple_call_builtin_p(statement, BUILT_IN_EXPECT)) {
			value = gimple_call_arg(statement, 0);
			continue;
		}
		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
			return false;
		if (gimple_assign_rhs_code(statement) == BIT_AND_EXPR ||
		    gimple_assign_rhs_code(statement) == BIT_IOR_EXPR)
			return TYPE_PRECISION(TREE_TYPE(value)) == 1;
		value = gimple_assign_rhs1(statement);
	}
	return false;
}

/*
 * Could the branch at the end of block GUARD be what covers an access in block
 * ACCESS? Not if it comes after it, and not if control surely also gets to the
 * access around it: by a merge right above that GUARD does not dominate, or
 * past a condition one outcome of which says nothing of its parts.
 */
static bool may_cover(basic_block guard, basic_block access)
{
	basic_block b = access;

	if (dominated_by_p(CDI_DOMINATORS, guard, access))
		return false;
	while (single_pred_p(b) && single_succ_p(single_pred(b)))
		b = single_pred(b);
	if (EDGE_COUNT(b->preds) >= 2) {
		basic_block above = get_immediate_dominator(CDI_DOMINATORS, b);

		/* Right above the merge: both its outcomes come here. */
		if (guard == above)
			return false;
		return dominated_by_p(CDI_DOMINATORS, b, guard) ||
		       !dominated_by_p(CDI_DOMINATORS, guard, above);
	}
	return !single_pred_p(b) || single_pred(b) != guard || !is_combination(lc_last_stmt(guard));
}

/* Is VALUE worked out as a remainder or with a mask: does a test of it say that a length is a multiple? */
static bool is_remainder(tree value, unsigned depth)
{
	gimple *statement;

	if (TREE_CODE(value) != SSA_NAME || depth > SPEAKING_DEPTH || SSA_NAME_IS_DEFAULT_DEF(value))
		return false;
	statement = SSA_NAME_DEF_STMT(value);
	if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
		return false;
	if (gimple_assign_rhs_code(statement) == TRUNC_MOD_EXPR ||
	    (gimple_assign_rhs_code(statement) == BIT_AND_EXPR && TYPE_PRECISION(TREE_TYPE(value)) > 1))
		return true;
	for (unsigned i = 1; i < gimple_num_ops(statement); i++)
		if (is_remainder(gimple_op(statement, i), depth + 1))
			return true;
	return false;
}

/* Is the length tested for being a multiple of something? */
static bool is_multiple_tested(struct analysis *a, const struct root *root,
			       const struct lc_length *length)
{
	tree field = length_field_of(root);
	basic_block block;

	FOR_EACH_BB_FN(block, a->fun) {
		gimple *last = lc_last_stmt(block);

		if (last && gimple_code(last) == GIMPLE_COND &&
		    (speaks_of(a, gimple_cond_lhs(last), length, field, 0) ||
		     speaks_of(a, gimple_cond_rhs(last), length, field, 0)) &&
		    (is_remainder(gimple_cond_lhs(last), 0) || is_remainder(gimple_cond_rhs(last), 0)))
			return true;
	}
	return false;
}

/* Does STATEMENT run before ACCESS on some way, as far as blocks tell? */
static bool may_precede(gimple *statement, gimple *access)
{
	if (gimple_bb(statement) != gimple_bb(access))
		return !dominated_by_p(CDI_DOMINATORS, gimple_bb(statement), gimple_bb(access));
	for (gimple_stmt_iterator gsi = gsi_for_stmt(statement); !gsi_end_p(gsi); gsi_next(&gsi))
		if (gsi_stmt(gsi) == access)
			return true;
	return false;
}

/*
 * Why an open ACCESS is no finding, or NULL if it is one. *SOMETIMES: the
 * length is compared, but not on every way here.
 */
static const char *why_silent(struct analysis *a, gimple *access, const struct root *root,
			      const struct lc_length *length, bool *sometimes)
{
	tree field = length_field_of(root);
	basic_block block;

	if (!TREE_PUBLIC(a->fun->decl) && root->node && parameter_behind(root->node))
		return "the callers of this static function may have compared it";
	FOR_EACH_BB_FN(block, a->fun) {
		gimple *last = lc_last_stmt(block);

		if (!last || gimple_code(last) != GIMPLE_COND ||
		    (!speaks_of(a, gimple_cond_lhs(last), length, field, 0) &&
		     !speaks_of(a, gimple_cond_rhs(last), length, field, 0)))
			continue;
		if (may_cover(block, gimple_bb(access)))
			return "a guard elsewhere in the function may cover it";
		*sometimes |= may_precede(last, access);
	}
	FOR_EACH_BB_FN(block, a->fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi); gsi_next(&gsi))
			if (is_gimple_call(gsi_stmt(gsi)) && may_precede(gsi_stmt(gsi), access) &&
			    call_may_compare(a, gsi_stmt(gsi), length, field))
				return "a function that was called may have compared it";
	return NULL;
}

/* States what an access of SIZE bytes at ADDRESS through FOUND needs. */
static void add_access(struct finder *f, struct found *found, gimple *statement, const char *what,
		       bool write, struct lc_linear address, struct lc_linear size,
		       uint64_t alignment)
{
	struct analysis *a = f->a;
	struct lc_access *access = lc_conversion_add_access(a->unit, found->conversion);
	struct lc_need *need = (struct lc_need *)lc_arena_alloc(&a->unit->arena, sizeof(*need));
	lc_term end;

	if (!access || !need)
		return;
	access->place = place_of(a->unit, gimple_location(statement));
	if (!access->place.line)
		access->place = found->conversion->cast;
	access->what = what;
	access->write = write;
	access->need = need;
	need->flow = &a->flow;
	need->point = point_at(a, statement);
	need->bytes = found->conversion->origin.name;
	need->from = lc_linear_add(&address, &found->root.start, -1);
	need->upto = lc_linear_add(&need->from, &size, 1);
	end = term_of_end(a, &found->root);
	/* Two facts hold of every object; only more say anything of this one. */
	if (a->terms[end].facts && a->terms[end].facts->length() > 2) {
		struct lc_linear e = lc_linear_term(end);

		need->extent = lc_linear_add(&e, &found->root.start, -1);
	}
	need->length = length_of(a, &found->root);
	if (need->length)
		need->silent = why_silent(a, statement, &found->root, need->length,
					  &need->sometimes);
	/* An offset that varies is judged by what bounds it, unless its steps could add up. */
	need->may_add_up = !TREE_PUBLIC(a->fun->decl) ||
			   (need->length && is_multiple_tested(a, &found->root, need->length));
	need->alignment = alignment;
	need->modulus = alignment_of(a, &address, &found->root, &need->residue, &need->alignment_how);
	found->conversion->origin.alignment = need->residue ? 1 : need->modulus;
	need->tolerated = !STRICT_ALIGNMENT;
}

/* What REFERENCE, in a view of type VIEW, must be aligned to: its own type's, as far as the view's. */
static uint64_t alignment_needed(tree reference, tree view)
{
	unsigned bits = TYPE_ALIGN(TREE_TYPE(reference));

	if (TREE_CODE(reference) == COMPONENT_REF && !DECL_BIT_FIELD(TREE_OPERAND(reference, 1)))
		bits = MIN(bits, DECL_ALIGN(TREE_OPERAND(reference, 1)));
	return MIN(bits, TYPE_ALIGN(view)) / BITS_PER_UNIT;
}

/* The field that holds a bit-field's storage, in whole bytes from its record's start. */
static bool bit_field_bytes(tree reference, HOST_WIDE_INT *offset, HOST_WIDE_INT *size)
{
	tree field = TREE_OPERAND(reference, 1);
	HOST_WIDE_INT first, bits;

	if (!tree_fits_shwi_p(DECL_FIELD_OFFSET(field)) || !DECL_SIZE(field) ||
	    !tree_fits_shwi_p(DECL_SIZE(field)))
		return false;
	first = int_bit_position(field);
	bits = tree_to_shwi(DECL_SIZE(field));
	*offset = first / BITS_PER_UNIT - int_byte_position(field);
	*size = (first + bits + BITS_PER_UNIT - 1) / BITS_PER_UNIT - first / BITS_PER_UNIT;
	return true;
}

static bool access_through(struct finder *f, tree reference, bool write)
{
	struct analysis *a = f->a;
	tree base = base_of(reference), pointer, view;
	struct lc_linear address;
	HOST_WIDE_INT size, shift = 0;
	struct found *found = NULL;
	uint64_t needed = 0;
	struct root root;
	bool known;

	if (!base || TREE_CODE(base) != MEM_REF)
		return false;
	view = TREE_TYPE(base);
	pointer = TREE_OPERAND(base, 0);
	if (!is_target(view))
		return false;
	/*
	 * What memcpy() of a few bytes was folded to may alias all: no view of its
	 * own, but an access through one that is there.
	 */
	if (!RECORD_OR_UNION_TYPE_P(view) &&
	    TYPE_REF_CAN_ALIAS_ALL(TREE_TYPE(TREE_OPERAND(base, 1)))) {
		found = conversion_of(f, pointer, 3);
		needed = 1;
	} else if (TREE_CODE(pointer) == SSA_NAME && types_compatible_p(TYPE_MAIN_VARIANT(view),
								 TYPE_MAIN_VARIANT(TREE_TYPE(
									 TREE_TYPE(pointer)))))
		found = conversion_of(f, pointer, 3);
	else if (TREE_CODE(pointer) == SSA_NAME || TREE_CODE(pointer) == ADDR_EXPR) {
		/* The cast stands in the access itself. */
		tree from = TREE_TYPE(TREE_TYPE(pointer));

		if (TREE_CODE(pointer) == ADDR_EXPR && !is_bytes(from))
			return false;
		root = root_of(a, pointer);
		if (root.bytes && root.start.valid) {
			struct found **there = f->casts.get(f->statement);

			found = there ? *there : add_conversion(f, f->statement, view, &root);
		}
	}
	if (!found)
		return false;
	address = address_of_reference(a, reference, &known);
	size = int_size_in_bytes(TREE_TYPE(reference));
	if (TREE_CODE(reference) == COMPONENT_REF && DECL_BIT_FIELD(TREE_OPERAND(reference, 1)) &&
	    !bit_field_bytes(reference, &shift, &size))
		known = false;
	if (!known || size <= 0)
		return false;
	address = lc_linear_plus(&address, shift);
	add_access(f, found, f->statement,
		   describe(&a->unit->arena, needed ? pointer : reference), write, address,
		   lc_linear_constant(size), needed ? needed : alignment_needed(reference, view));
	return false;
}

static bool on_load(gimple *, tree, tree reference, void *data)
{
	return access_through((struct finder *)data, reference, false);
}

static bool on_store(gimple *, tree, tree reference, void *data)
{
	return access_through((struct finder *)data, reference, true);
}

/* memcpy() and its kin access as many bytes through the view as they are told. */
static bool copies_through(struct finder *f, gimple *call)
{
	static const enum built_in_function copies[] = { BUILT_IN_MEMCPY,  BUILT_IN_MEMMOVE,
							 BUILT_IN_MEMCMP,  BUILT_IN_MEMSET,
							 BUILT_IN_MEMCPY_CHK, BUILT_IN_MEMMOVE_CHK,
							 BUILT_IN_MEMSET_CHK, BUILT_IN_BCMP };
	struct analysis *a = f->a;
	struct lc_linear size;

	for (enum built_in_function which : copies) {
		if (!gimple_call_builtin_p(call, which))
			continue;
		size = linear_of(a, gimple_call_arg(call, 2));
		for (unsigned i = 0; i < 2; i++) {
			tree pointer = gimple_call_arg(call, i);
			struct found *found;

			if (!POINTER_TYPE_P(TREE_TYPE(pointer)))
				continue;
			found = conversion_of(f, pointer, 3);
			if (found && size.valid)
				add_access(f, found, call, describe(&a->unit->arena, pointer),
					   i == 0 && which != BUILT_IN_MEMCMP && which != BUILT_IN_BCMP,
					   linear_of(a, pointer), size, 1);
		}
		return true;
	}
	return false;
}

/* A view that is handed on is used as T elsewhere. */
static void look_for_escape(struct finder *f, gimple *statement)
{
	tree value = NULL_TREE;
	struct found *found;

	if (is_gimple_call(statement)) {
		for (unsigned i = 0; i < gimple_call_num_args(statement); i++) {
			tree argument = gimple_call_arg(statement, i);

			if (POINTER_TYPE_P(TREE_TYPE(argument)) &&
			    is_target(TREE_TYPE(TREE_TYPE(argument))) &&
			    (found = conversion_of(f, argument, 3)))
				found->conversion->escapes = true;
		}
		return;
	}
	if (gimple_code(statement) == GIMPLE_RETURN)
		value = gimple_return_retval(as_a<greturn *>(statement));
	else if (gimple_store_p(statement) && gimple_assign_single_p(statement))
		value = gimple_assign_rhs1(statement);
	if (!value || !POINTER_TYPE_P(TREE_TYPE(value)) || !is_target(TREE_TYPE(TREE_TYPE(value))))
		return;
	found = conversion_of(f, value, 3);
	if (!found)
		return;
	if (gimple_code(statement) == GIMPLE_RETURN)
		found->returned = true;
	else
		found->conversion->escapes = true;
}

/* Takes the conversions whose result is never used as T out of the ledger. */
static void drop_unused(struct finder *f, size_t first)
{
	struct lc_unit *unit = f->a->unit;
	size_t kept = first;

	for (struct found *found : f->all) {
		struct lc_conversion *c = found->conversion;
		bool accessor = found->returned && DECL_DECLARED_INLINE_P(f->a->fun->decl);

		c->escapes |= found->returned;
		/* An inline accessor's view counts where it is used. */
		if (!c->n_accesses && (!c->escapes || (accessor && c->escapes)))
			c->id = 0;
		free(found);
	}
	for (size_t i = first; i < unit->n_conversions; i++)
		if (unit->conversions[i]->id) {
			unit->conversions[kept] = unit->conversions[i];
			unit->conversions[kept]->id = (unsigned)kept + 1;
			kept++;
		}
	unit->n_conversions = kept;
}

void find_conversions(struct analysis *a)
{
	struct finder f;
	size_t first = a->unit->n_conversions;
	basic_block block;
	gimple_stmt_iterator gsi;

	f.a = a;
	FOR_EACH_BB_FN(block, a->fun)
		for (gsi = gsi_start_bb(block); !gsi_end_p(gsi); gsi_next(&gsi))
{
			look_for_cast(&f, gsi_stmt(gsi));
			if (is_gimple_call(gsi_stmt(gsi)))
				look_for_argument_casts(&f, gsi_stmt(gsi));
		}
	FOR_EACH_BB_FN(block, a->fun)
		for (gsi = gsi_start_bb(block); !gsi_end_p(gsi); gsi_next(&gsi)) {
			gimple *statement = gsi_stmt(gsi);

			a->work++;
			if (is_gimple_debug(statement) || gimple_clobber_p(statement))
				continue;
			f.statement = statement;
			walk_stmt_load_store_ops(statement, &f, on_load, on_store);
			if (!is_gimple_call(statement) || !copies_through(&f, statement))
				look_for_escape(&f, statement);
		}
	drop_unused(&f, first);
}
