/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Finds the overlays of a function: where a pointer to bytes becomes a pointer
 * to T. The accesses that are made through it: accesses.cc.
 */
#include "views.h"

#define MAX_BACK 64

/* Can bytes be viewed as TYPE: a record, or a scalar of more than a byte? */
bool is_target(tree type)
{
	while (TREE_CODE(type) == ARRAY_TYPE)
		type = TREE_TYPE(type);
	if (RECORD_OR_UNION_TYPE_P(type))
		return COMPLETE_TYPE_P(type);
	if (INTEGRAL_TYPE_P(type) || POINTER_TYPE_P(type) || SCALAR_FLOAT_TYPE_P(type) ||
	    VECTOR_TYPE_P(type))
		return int_size_in_bytes(type) > 1;
	return false;
}

/* What ROOT is called in the code; bytes that a helper hands out are those that it was given. */
const char *name_of_root(struct analysis *a, const struct root *root)
{
	if (root->call && root->source && root->source->helper && gimple_call_num_args(root->call))
		return describe(&a->unit->arena, gimple_call_arg(root->call, 0));
	return describe(&a->unit->arena, root->load ? root->load : root->node);
}

/* Does the model say that OBJECT, a member as in "struct sk_buff.cb", is for this machine alone? */
static bool is_private_area(struct analysis *a, const_tree object)
{
	struct lc_arena *arena = &a->unit->arena;
	const char *name;
	const_tree field;

	if (TREE_CODE(object) != COMPONENT_REF)
		return false;
	field = TREE_OPERAND(object, 1);
	if (!DECL_NAME(field))
		return false;
	name = lc_arena_printf(arena, "%s.%s", describe_type(arena, DECL_CONTEXT(field)),
			       IDENTIFIER_POINTER(DECL_NAME(field)));
	return name && lc_model_is_native(a->model, name);
}

/* What the model says of whose bytes ROOT is. */
enum lc_domain domain_of_root(const struct root *root)
{
	return root->pair   ? root->pair->domain :
	       root->header ? root->header->domain :
	       root->source ? root->source->domain :
			      LC_DOMAIN_OTHER;
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
	origin->name = name_of_root(a, root);
	if (root->is_object && DECL_P(root->node))
		origin->place = place_of(a->unit, DECL_SOURCE_LOCATION(root->node));
	else if (var && SSA_NAME_IS_DEFAULT_DEF(root->node))
		origin->place = place_of(a->unit, DECL_SOURCE_LOCATION(var));
	else if (root->node && TREE_CODE(root->node) == SSA_NAME)
		origin->place = place_of(a->unit, gimple_location(SSA_NAME_DEF_STMT(root->node)));
	origin->domain = domain_of_root(root);
	/* What a machine keeps for itself is of no domain, whatever its name says. */
	if (origin->domain == LC_DOMAIN_OTHER && !lc_model_is_native(a->model, c->target.type)) {
		origin->domain = lc_model_domain(a->model, c->target.type);
		origin->domain_by_type = true;
	}
	origin->native = root->is_object && is_private_area(a, root->node);
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
	allow_by_type(a->unit, type, &c->allowed);
	c->target.type = describe_type(&a->unit->arena, type);
	c->target.size = MAX(int_size_in_bytes(type), 0);
	c->target.alignment = TYPE_ALIGN(type) / BITS_PER_UNIT;
	c->target.place = place_of_type(a->unit, type);
	c->target.handle = (uintptr_t)type;
}

struct found *add_conversion(struct finder *f, gimple *statement, tree type,
			     struct lc_linear begins, const struct root *root)
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
	found->view = type;
	found->begins = begins;
	found->cast = statement;
	found->conversion->kind = LC_OVERLAY;
	found->conversion->internal = !TREE_PUBLIC(a->fun->decl);
	found->conversion->function =
		name ? lc_arena_strdup(&a->unit->arena, IDENTIFIER_POINTER(name)) : NULL;
	found->conversion->cast = place_of(a->unit, gimple_location(statement));
	set_target(a, found->conversion, type);
	set_origin(a, found->conversion, root);
	found->conversion->alignment =
		alignment_of(a, NULL_TREE, &begins, statement, found->conversion->target.alignment);
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
		found = add_conversion(f, call, TREE_TYPE(parameter), linear_of(f->a, argument),
				       &root);
		if (found) {
			found->conversion->escapes = true;
			add_handed_on(f, found, call, argument, parameter);
		}
	}
}

/* Does STATEMENT store a pointer to something else as one to T? Nothing else shows such a cast. */
static void look_for_stored_cast(struct finder *f, gimple *statement)
{
	tree type, value;
	struct found *found;
	struct root root;

	if (!gimple_store_p(statement) || !gimple_assign_single_p(statement))
		return;
	type = TREE_TYPE(gimple_assign_lhs(statement));
	value = gimple_assign_rhs1(statement);
	if (!POINTER_TYPE_P(type) || !is_target(TREE_TYPE(type)) || TREE_CODE(value) != SSA_NAME ||
	    !POINTER_TYPE_P(TREE_TYPE(value)) ||
	    is_same_view(TREE_TYPE(TREE_TYPE(value)), TREE_TYPE(type)))
		return;
	root = root_of(f->a, value);
	if (!root.bytes || !root.start.valid)
		return;
	found = add_conversion(f, statement, TREE_TYPE(type), linear_of(f->a, value), &root);
	if (found) {
		found->conversion->escapes = true;
		add_handed_on(f, found, statement, value, type);
	}
}

/* Is ROOT, which an accessor looks at, declared as pointing to TYPE: nothing is viewed as another? */
static bool is_view_of_its_own(const struct root *root, tree type)
{
	tree pointer = root->load ? root->load : root->node;

	if (!pointer)
		return false;
	if (root->is_object)
		return is_same_view(TREE_TYPE(pointer), type);
	return POINTER_TYPE_P(TREE_TYPE(pointer)) &&
	       is_same_view(TREE_TYPE(TREE_TYPE(pointer)), type);
}

/* Does STATEMENT load a pointer that a function of the unit has handed out? */
static bool loads_handed_out(struct finder *f, gimple *statement)
{
	auto_vec<struct root> views;
	auto_vec<tree> arguments;
	tree state;
	bool left;

	if (!gimple_assign_load_p(statement) || !VAR_P(base_of(gimple_assign_rhs1(statement))) ||
	    is_global_var(base_of(gimple_assign_rhs1(statement))))
		return false;
	state = state_of(f->a, gimple_assign_rhs1(statement), gimple_vuse(statement));
	return state && !SSA_NAME_IS_DEFAULT_DEF(state) &&
	       is_gimple_call(SSA_NAME_DEF_STMT(state)) &&
	       handed_out_by_call(f->a, SSA_NAME_DEF_STMT(state), gimple_assign_rhs1(statement),
				  &views, &arguments, &left);
}

/* The conversion to TYPE that begins at BEGINS, which was loaded before; or NULL. */
static struct found *loaded_before(struct finder *f, tree type, const struct lc_linear *begins)
{
	for (struct found *found : f->all)
		if (found->view == type && lc_linear_equal(&found->begins, begins))
			return found;
	return NULL;
}

/* Does STATEMENT make a pointer to T out of a pointer to something else, or an integer? */
static void look_for_cast(struct finder *f, gimple *statement)
{
	tree result = gimple_get_lhs(statement), source, type;
	auto_vec<struct root> views;
	auto_vec<tree> arguments;
	struct lc_linear begins;
	struct found *before;
	struct root root;
	bool inside;

	if (!result || TREE_CODE(result) != SSA_NAME || !POINTER_TYPE_P(TREE_TYPE(result)))
		return;
	type = TREE_TYPE(TREE_TYPE(result));
	source = source_type(statement);
	if (!source || !is_target(type))
		return;
	/* What an accessor in the unit returns is cast in there. */
	inside = is_gimple_call(statement) && views_of_call(f->a, statement, &views, &arguments);
	inside |= is_gimple_assign(statement) && loads_handed_out(f, statement);
	if (inside)
		;
	else if (POINTER_TYPE_P(source)) {
		if (is_same_view(TREE_TYPE(source), type))
			return;
	} else if (!INTEGRAL_TYPE_P(source)) {
		return;
	}
	root = root_of(f->a, result);
	if (!root.bytes || !root.start.valid || (inside && is_view_of_its_own(&root, type)))
		return;
	begins = linear_of(f->a, result);
	before = is_gimple_call(statement) || !inside ? NULL : loaded_before(f, type, &begins);
	if (before)
		f->casts.put(statement, before);
	else
		add_conversion(f, statement, type, begins, &root);
}

/*
 * The conversion that POINTER, a pointer to T, came from: back through copies,
 * offsets, members and merges to the cast.
 */
struct found *conversion_of(struct finder *f, tree pointer, unsigned depth)
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
		if (known && !(*known)->in_access)
			return *known;
		if (gimple_code(statement) == GIMPLE_PHI) {
			for (unsigned k = 0; depth && k < gimple_phi_num_args(statement); k++) {
				found = conversion_of(f, gimple_phi_arg_def(statement, k),
						      depth - 1);
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
	f->a->bounded = true;
	return NULL;
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
			    (found = conversion_of(f, argument, 3))) {
				found->conversion->escapes = true;
				add_handed_on(f, found, statement, argument, TREE_TYPE(argument));
			}
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
	add_handed_on(f, found, statement, value, TREE_TYPE(value));
}

/* Takes the conversions whose result is never used as T out of the ledger. */
static void drop_unused(struct finder *f, size_t first)
{
	struct lc_unit *unit = f->a->unit;
	size_t kept = first;

	for (struct found *found : f->all) {
		struct lc_conversion *c = found->conversion;
		tree function = f->a->fun->decl;
		bool accessor = found->returned && DECL_DECLARED_INLINE_P(function) &&
				expand_location(DECL_SOURCE_LOCATION(function)).file !=
					main_input_filename;

		/* So is what a function of this unit alone shows to its callers. */
		accessor |= found->returned && !TREE_PUBLIC(function) && !c->escapes &&
			    is_seen_through(f->a, &found->root);
		c->escapes |= found->returned;
		/* A header's inline accessor is in every unit: its view counts where it is used. */
		if (!c->n_accesses && c->kind != LC_COPY_IN && (!c->escapes || accessor))
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
		for (gsi = gsi_start_bb(block); !gsi_end_p(gsi); gsi_next(&gsi)) {
			look_for_cast(&f, gsi_stmt(gsi));
			if (is_gimple_call(gsi_stmt(gsi)))
				look_for_argument_casts(&f, gsi_stmt(gsi));
			look_for_stored_cast(&f, gsi_stmt(gsi));
		}
	FOR_EACH_BB_FN(block, a->fun)
		for (gsi = gsi_start_bb(block); !gsi_end_p(gsi); gsi_next(&gsi)) {
			gimple *statement = gsi_stmt(gsi);
			bool copied;

			a->work++;
			if (is_gimple_debug(statement) || gimple_clobber_p(statement))
				continue;
			f.statement = statement;
			copied = look_for_copy_in(&f, statement);
			if (copied && !is_gimple_call(statement))
				continue;
			walk_stmt_load_store_ops(statement, &f, on_load_through_view,
						 on_store_through_view);
			if (is_gimple_call(statement))
				look_for_declared_accesses(&f, statement);
			if (!is_gimple_call(statement) || !copies_through(&f, statement, copied))
				look_for_escape(&f, statement);
		}
	find_puns(&f);
	drop_unused(&f, first);
}
