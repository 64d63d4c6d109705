/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Finds the overlays of a function: where a pointer to bytes becomes a pointer
 * to T, and every access that is made through it.
 */
#include "across.h"

#define MAX_BACK 64

/* A conversion in the making. */
struct found {
	struct lc_conversion *conversion;
	struct root root;
	tree view; /* what the bytes are viewed as */
	struct lc_linear begins; /* the address of the view */
	bool returned; /* handed to the caller */
	bool in_access; /* the cast stands in an access: what that loads is no view */
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
	while (TREE_CODE(type) == ARRAY_TYPE)
		type = TREE_TYPE(type);
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
	origin->domain = root->pair   ? root->pair->domain :
			 root->header ? root->header->domain :
			 root->source ? root->source->domain :
					LC_DOMAIN_OTHER;
	if (origin->domain == LC_DOMAIN_OTHER) {
		origin->domain = lc_model_domain(a->model, c->target.type);
		origin->domain_by_type = true;
	}
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

static struct found *add_conversion(struct finder *f, gimple *statement, tree type,
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
	found->conversion->kind = LC_OVERLAY;
	found->conversion->function =
		name ? lc_arena_strdup(&a->unit->arena, IDENTIFIER_POINTER(name)) : NULL;
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
		found = add_conversion(f, call, TREE_TYPE(parameter), linear_of(f->a, argument),
				       &root);
		if (found)
			found->conversion->escapes = true;
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

/* Does STATEMENT make a pointer to T out of a pointer to something else, or an integer? */
static void look_for_cast(struct finder *f, gimple *statement)
{
	tree result = gimple_get_lhs(statement), source, type;
	auto_vec<struct root> views;
	auto_vec<tree> arguments;
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
	add_conversion(f, statement, type, linear_of(f->a, result), &root);
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

/* States what an access of SIZE bytes at ADDRESS through FOUND needs. */
static void add_access(struct finder *f, struct found *found, gimple *statement, const char *what,
		       tree reference, bool write, struct lc_linear address, struct lc_linear size,
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
	need->view = lc_linear_add(&found->begins, &found->root.start, -1);
	end = term_of_end(a, &found->root);
	/*
	 * Two facts hold of every object; only more say anything of this one, or what a call that
	 * left a pointer to it has returned.
	 */
	if (found->root.source || found->root.n_ways ||
	    (a->terms[end].facts && a->terms[end].facts->length() > 2)) {
		struct lc_linear e = lc_linear_term(end);

		need->extent = lc_linear_add(&e, &found->root.start, -1);
	}
	need->exact = found->root.is_object;
	need->merged = found->root.n_ways;
	need->interior = !(found->root.is_object && DECL_P(found->root.node)) &&
			 !(found->root.call && gimple_call_flags(found->root.call) & ECF_MALLOC);
	need->length = length_of(a, &found->root);
	if (!write)
		limit_to_filled(a, &found->root, reference, statement, need);
	decide_to_speak(a, statement, write, found->view, &found->root, need);
	need->alignment = alignment;
	need->modulus =
		alignment_of(a, &address, &found->root, &need->residue, &need->alignment_how);
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
	} else if (TREE_CODE(pointer) == SSA_NAME &&
		   types_compatible_p(TYPE_MAIN_VARIANT(view),
				      TYPE_MAIN_VARIANT(TREE_TYPE(TREE_TYPE(pointer)))))
		found = conversion_of(f, pointer, 3);
	else if (TREE_CODE(pointer) == SSA_NAME || TREE_CODE(pointer) == ADDR_EXPR) {
		/* The cast stands in the access itself. */
		tree from = TREE_TYPE(TREE_TYPE(pointer));

		if (TREE_CODE(pointer) == ADDR_EXPR && !is_bytes(from))
			return false;
		root = root_of(a, pointer);
		if (root.bytes && root.start.valid) {
			struct found **there = f->casts.get(f->statement);

			address = address_of_reference(a, base, &known);
			found = there ? *there :
					add_conversion(f, f->statement, view, address, &root);
			if (found && !there)
				found->in_access = true;
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
	add_access(f, found, f->statement, describe(&a->unit->arena, needed ? pointer : reference),
		   reference, write, address, lc_linear_constant(size),
		   needed ? needed : alignment_needed(reference, view));
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
	static const enum built_in_function copies[] = { BUILT_IN_MEMCPY,     BUILT_IN_MEMMOVE,
							 BUILT_IN_MEMCMP,     BUILT_IN_MEMSET,
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
					   NULL_TREE,
					   i == 0 && which != BUILT_IN_MEMCMP &&
						   which != BUILT_IN_BCMP,
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
		tree function = f->a->fun->decl;
		bool accessor = found->returned && DECL_DECLARED_INLINE_P(function) &&
				expand_location(DECL_SOURCE_LOCATION(function)).file !=
					main_input_filename;

		/* So is what a function of this unit alone shows to its callers. */
		accessor |= found->returned && !TREE_PUBLIC(function) && !c->escapes &&
			    is_seen_through(f->a, &found->root);
		c->escapes |= found->returned;
		/* A header's inline accessor is in every unit: its view counts where it is used. */
		if (!c->n_accesses && (!c->escapes || accessor))
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
