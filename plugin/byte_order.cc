/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a unit does with the values of fields that have more than one byte: used
 * as numbers as they stand, or turned from one byte order into the other.
 *
 * On a machine whose order it is, le16_to_cpu () comes to nothing. What is left of it is
 * where the tokens came from: a value that is read inside the expansion of such a macro and used
 * outside has passed through it.
 */
#include "analysis.h"
#include "plugin.h"

#define MAX_MACROS 16 /* expansions one inside the other */
#define MAX_DEPTH 8 /* statements from a load to what it is used for */
#define MAX_USES 16 /* of one value */
#define MAX_KEPT 8 /* of one field */

static hash_map<tree, struct lc_use *> *kept; /* by FIELD_DECL */

/* What is known of a value as it is followed from its load. */
struct followed {
	const struct lc_model *model;
	location_t from; /* where the load stands, as the preprocessor has it */
	tree field;
	gimple *load;
	gimple *number; /* uses it as a number; NULL: nothing is seen to */
	const char *as; /* how, as the end of a sentence */
	gimple *turned; /* turns its bytes, or is the load if a macro around it does */
	bool left, right; /* is shifted by whole bytes to both sides */
	bool masked; /* of what is being followed only some bits are left */
	bool in_place; /* what is turned is stored to the field */
	struct lc_arena *arena;
};

/* The macro expansions that LOC stands in, the innermost first. */
static unsigned expansions(location_t loc, const line_map_macro *maps[MAX_MACROS])
{
	const line_map *map = loc == UNKNOWN_LOCATION ? NULL : linemap_lookup(line_table, loc);
	unsigned n = 0;

	while (map && linemap_macro_expansion_map_p(map) && n < MAX_MACROS) {
		maps[n++] = linemap_check_macro(map);
		loc = linemap_unwind_toward_expansion(line_table, loc, &map);
	}
	return n;
}

enum wrapping { BARE, TURNED, UNCLEAR };

/* Does a macro stand around FROM that does not stand around TO, and what does it do to the value? */
static enum wrapping wrapped(const struct lc_model *model, location_t from, location_t to)
{
	const line_map_macro *inner[MAX_MACROS], *outer[MAX_MACROS];
	unsigned n = expansions(from, inner), m = n ? expansions(to, outer) : 0;
	enum wrapping found = BARE;

	for (unsigned i = 0; i < n; i++) {
		bool both = false;

		for (unsigned k = 0; k < m; k++)
			both |= inner[i] == outer[k];
		if (both)
			continue;
		if (lc_model_turns_bytes(model, linemap_map_get_macro_name(inner[i])))
			return TURNED;
		found = UNCLEAR;
	}
	return found;
}

static bool is_turning(const struct lc_model *model, gimple *call)
{
	const char *name = called_name(call);

	return name && lc_model_turns_bytes(model, name);
}

/* The field of more than a byte that REFERENCE is, or is an element of; or NULL. */
static tree field_of(tree reference)
{
	tree type = TREE_TYPE(reference), field;

	if (!INTEGRAL_TYPE_P(type) || TYPE_PRECISION(type) <= BITS_PER_UNIT)
		return NULL_TREE;
	while (TREE_CODE(reference) == ARRAY_REF)
		reference = TREE_OPERAND(reference, 0);
	if (TREE_CODE(reference) != COMPONENT_REF)
		return NULL_TREE;
	field = TREE_OPERAND(reference, 1);
	return DECL_BIT_FIELD_TYPE(field) ? NULL_TREE : field;
}

static void set_number(struct followed *v, gimple *use, const char *as)
{
	if (v->number || v->masked || !as)
		return;
	v->number = use;
	v->as = as;
}

/* Is OTHER, with which a value of the field is compared, more than just another such value? */
static bool is_number(const struct followed *v, tree other)
{
	for (unsigned i = 0; i < MAX_DEPTH && TREE_CODE(other) == SSA_NAME; i++) {
		gimple *definition = SSA_NAME_DEF_STMT(other);
		tree field;

		if (!is_gimple_assign(definition))
			return true;
		if (gimple_assign_load_p(definition)) {
			field = field_of(gimple_assign_rhs1(definition));
			return !field || DECL_CONTEXT(field) != DECL_CONTEXT(v->field);
		}
		if (!CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(definition)))
			return true;
		other = gimple_assign_rhs1(definition);
	}
	return !integer_zerop(other) && !integer_onep(other);
}

static void on_comparison(struct followed *v, gimple *use, enum tree_code code, tree left,
			  tree right, tree name)
{
	tree other = left == name ? right : left;

	if (code != LT_EXPR && code != LE_EXPR && code != GT_EXPR && code != GE_EXPR)
		return;
	if (is_number(v, other))
		set_number(v, use,
			   lc_arena_printf(v->arena, "compared with %s",
					   describe(v->arena, other)));
}

static void on_shift(struct followed *v, gimple *use, bool left)
{
	tree amount = gimple_assign_rhs2(use);

	if (!tree_fits_uhwi_p(amount) || tree_to_uhwi(amount) % BITS_PER_UNIT)
		return;
	(left ? v->left : v->right) = true;
	if (v->left && v->right)
		v->turned = use;
}

/* NAME is an index in REFERENCE. */
static bool is_index(tree reference, tree name)
{
	for (; handled_component_p(reference); reference = TREE_OPERAND(reference, 0))
		if (TREE_CODE(reference) == ARRAY_REF && TREE_OPERAND(reference, 1) == name)
			return true;
	return false;
}

static void on_memory(struct followed *v, gimple *use, tree name)
{
	for (unsigned i = 0; i < gimple_num_ops(use); i++)
		if (gimple_op(use, i) && is_index(gimple_op(use, i), name))
			set_number(v, use, "used as an index");
	if (gimple_store_p(use) && gimple_assign_rhs1(use) == name)
		v->in_place |= field_of(gimple_assign_lhs(use)) == v->field;
}

static void on_call(struct followed *v, gimple *use, tree name)
{
	static const enum built_in_function sized[] = { BUILT_IN_MEMCPY, BUILT_IN_MEMMOVE,
							BUILT_IN_MEMSET, BUILT_IN_MEMCMP };

	if (is_turning(v->model, use)) {
		v->turned = use;
		return;
	}
	for (enum built_in_function which : sized)
		if (gimple_call_builtin_p(use, which) && gimple_call_arg(use, 2) == name)
			set_number(v, use, "used as a length");
}

static void follow(struct followed *v, tree name, unsigned depth);

static void on_assignment(struct followed *v, gimple *use, tree name, unsigned depth)
{
	enum tree_code code = gimple_assign_rhs_code(use);
	tree lhs = gimple_assign_lhs(use);

	if (TREE_CODE(lhs) != SSA_NAME || gimple_assign_load_p(use)) {
		on_memory(v, use, name);
		return;
	}
	switch (code) {
	CASE_CONVERT:
	case SSA_NAME:
		if (INTEGRAL_TYPE_P(TREE_TYPE(lhs)) &&
		    TYPE_PRECISION(TREE_TYPE(lhs)) > BITS_PER_UNIT)
			follow(v, lhs, depth);
		break;
	case PLUS_EXPR:
	case MINUS_EXPR:
	case MULT_EXPR:
		follow(v, lhs, depth);
		break;
	case BIT_AND_EXPR: {
		bool before = v->masked;

		v->masked = true;
		follow(v, lhs, depth);
		v->masked = before;
		break;
	}
	case POINTER_PLUS_EXPR:
		if (gimple_assign_rhs2(use) == name)
			set_number(v, use,
				   lc_arena_printf(v->arena, "added to '%s'",
						   describe(v->arena, gimple_assign_rhs1(use))));
		break;
	case LSHIFT_EXPR:
	case RSHIFT_EXPR:
		on_shift(v, use, code == LSHIFT_EXPR);
		break;
	case LROTATE_EXPR:
	case RROTATE_EXPR:
		v->turned = use;
		break;
	case LT_EXPR:
	case LE_EXPR:
	case GT_EXPR:
	case GE_EXPR:
		on_comparison(v, use, code, gimple_assign_rhs1(use), gimple_assign_rhs2(use), name);
		break;
	default:
		break;
	}
}

static void follow(struct followed *v, tree name, unsigned depth)
{
	imm_use_iterator uses;
	use_operand_p each;
	unsigned n = 0;

	FOR_EACH_IMM_USE_FAST(each, uses, name) {
		gimple *use = USE_STMT(each);
		enum wrapping around;

		if (is_gimple_debug(use))
			continue;
		if (n++ == MAX_USES || !depth)
			return;
		around = wrapped(v->model, v->from, gimple_location(use));
		if (around == TURNED)
			v->turned = v->load;
		if (around != BARE && !(gimple_store_p(use) && is_gimple_assign(use)))
			continue;
		if (gimple_code(use) == GIMPLE_COND)
			on_comparison(v, use, gimple_cond_code(use), gimple_cond_lhs(use),
				      gimple_cond_rhs(use), name);
		else if (is_gimple_call(use))
			on_call(v, use, name);
		else if (is_gimple_assign(use))
			on_assignment(v, use, name, depth - 1);
	}
}

/* Follows the value of FIELD that LOAD reads as REFERENCE. */
static void follow_load(struct followed *v, gimple *load, tree reference)
{
	tree lhs = gimple_get_lhs(load);
	enum wrapping around;

	v->load = load;
	v->from = EXPR_LOCATION(reference);
	if (v->from == UNKNOWN_LOCATION)
		v->from = gimple_location(load);
	/* A macro that ends in the load itself leaves nothing else to ask. */
	around = wrapped(v->model, v->from, gimple_location(load));
	if (around == TURNED)
		v->turned = load;
	if (around == UNCLEAR)
		return;
	if (lhs && TREE_CODE(lhs) == SSA_NAME)
		follow(v, lhs, MAX_DEPTH);
	else if (lhs && gimple_store_p(load))
		v->in_place |= field_of(lhs) == v->field;
}

static struct lc_use *keep(struct lc_unit *unit, tree field, enum lc_use_kind kind, gimple *at,
			   const struct lc_conversion *through, const char *text)
{
	struct lc_use *use = (struct lc_use *)lc_arena_alloc(&unit->arena, sizeof(*use));
	const struct lc_use **last;
	struct lc_use *&first = kept->get_or_insert(field);
	unsigned n = 0;

	if (!use || !text)
		return NULL;
	use->kind = kind;
	use->place = place_of(unit, gimple_location(at));
	use->through = through;
	use->text = text;
	if (!first) {
		first = use;
		return use;
	}
	for (last = &first->next; *last && n < MAX_KEPT; n++)
		last = &const_cast<struct lc_use *>(*last)->next;
	if (!*last)
		*last = use;
	return use;
}

static void keep_number(struct lc_unit *unit, tree field, gimple *at, bool written,
			const struct lc_conversion *through, const char *text)
{
	struct lc_use *use;

	if (!kept)
		kept = new hash_map<tree, struct lc_use *>();
	use = keep(unit, field, LC_USE_NUMBER, at, through, text);
	if (use)
		use->written = written;
}

void note_number(struct lc_unit *unit, const struct lc_model *model,
		 const struct lc_conversion *through, gimple *load, tree reference)
{
	struct followed v = {};

	v.field = field_of(reference);
	if (!v.field || !gimple_assign_load_p(load) ||
	    reverse_storage_order_for_component_p(reference) || !lc_macros_are_known())
		return;
	v.model = model;
	v.arena = &unit->arena;
	follow_load(&v, load, reference);
	if (!v.number || v.turned)
		return;
	keep_number(unit, v.field, v.number, false, through,
		    lc_arena_printf(&unit->arena, "'%s' is %s as it stands",
				    describe(&unit->arena, reference), v.as));
}

/* Is NAME a sum or a product with a constant? Not with 1: what is only counted has no order. */
static bool is_reckoned(tree name)
{
	gimple *definition = SSA_NAME_DEF_STMT(name);
	tree by;

	if (SSA_NAME_IS_DEFAULT_DEF(name) || !is_gimple_assign(definition) ||
	    (gimple_assign_rhs_code(definition) != PLUS_EXPR &&
	     gimple_assign_rhs_code(definition) != MINUS_EXPR &&
	     gimple_assign_rhs_code(definition) != MULT_EXPR))
		return false;
	by = gimple_assign_rhs2(definition);
	return TREE_CODE(by) == INTEGER_CST && !integer_onep(by) && !integer_minus_onep(by);
}

/* Is VALUE a number that reads otherwise in the other order? */
static bool is_ordered(tree value, tree type)
{
	unsigned HOST_WIDE_INT bits = tree_fits_uhwi_p(value) ? tree_to_uhwi(value) : 0;
	unsigned bytes = TYPE_PRECISION(type) / BITS_PER_UNIT;

	for (unsigned i = 0; i < bytes / 2 && bits; i++)
		if ((bits >> (i * BITS_PER_UNIT) & 0xff) !=
		    (bits >> ((bytes - 1 - i) * BITS_PER_UNIT) & 0xff))
			return true;
	return false;
}

/* What STORE stores is a number if it was reckoned with, is used as one besides, or is a constant. */
void note_number_stored(struct lc_unit *unit, const struct lc_model *model,
			const struct lc_conversion *through, gimple *store, tree reference)
{
	struct followed v = {};
	tree value = gimple_assign_single_p(store) ? gimple_assign_rhs1(store) : NULL_TREE;

	v.field = field_of(reference);
	if (!v.field || !value || reverse_storage_order_for_component_p(reference) ||
	    !lc_macros_are_known())
		return;
	v.model = model;
	v.arena = &unit->arena;
	for (unsigned i = 0; i < MAX_DEPTH && TREE_CODE(value) == SSA_NAME; i++) {
		gimple *definition = SSA_NAME_DEF_STMT(value);

		if (is_reckoned(value)) {
			v.number = store;
			break;
		}
		if (SSA_NAME_IS_DEFAULT_DEF(value) || !is_gimple_assign(definition) ||
		    !CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(definition)))
			break;
		value = gimple_assign_rhs1(definition);
	}
	if (TREE_CODE(value) == INTEGER_CST && is_ordered(value, TREE_TYPE(reference))) {
		v.number = store;
	} else if (TREE_CODE(value) == SSA_NAME && !v.number) {
		v.load = store;
		v.from = gimple_location(store);
		follow(&v, value, MAX_DEPTH);
	}
	if (!v.number || v.turned)
		return;
	if (stored_by_call(unit, store, TREE_CODE(value) == INTEGER_CST))
		return;
	keep_number(unit, v.field, store, true, through,
		    lc_arena_printf(&unit->arena, "'%s' is set to %s%s%s as it stands",
				    describe(&unit->arena, reference),
				    TREE_CODE(value) == INTEGER_CST ? "" : "'",
				    describe(&unit->arena, value),
				    TREE_CODE(value) == INTEGER_CST ? "" : "'"));
}

/* Where values of the records of FIELDS are turned. */
struct turning {
	struct lc_unit *unit;
	const struct lc_model *model;
	hash_set<tree> records; /* to look at: those with a field that is used as a number */
};

static tree record_of(tree field)
{
	return TYPE_MAIN_VARIANT(DECL_CONTEXT(field));
}

static bool is_asked_for(struct turning *t, tree field)
{
	return field && t->records.contains(record_of(field));
}

static bool on_load(gimple *statement, tree, tree reference, void *data)
{
	struct turning *t = (struct turning *)data;
	tree field = field_of(reference);
	struct followed v = {};

	if (!is_asked_for(t, field) || !gimple_assign_load_p(statement))
		return false;
	v.field = field;
	v.model = t->model;
	v.arena = &t->unit->arena;
	follow_load(&v, statement, reference);
	if (v.turned)
		keep(t->unit, field, v.in_place ? LC_USE_IN_PLACE : LC_USE_TURNED, v.turned, NULL,
		     lc_arena_printf(&t->unit->arena, "the bytes of '%s' are turned",
				     describe(&t->unit->arena, reference)));
	return false;
}

/* What was done to VALUE before STORE stores it to FIELD. */
struct made_of {
	bool turned; /* a byte-order function made it of a number, or a number of it */
	bool itself; /* it was in the field before */
};

static struct made_of look_back(struct turning *t, gimple *store, tree field, tree value)
{
	struct made_of made = { false, false };

	for (unsigned i = 0; i < MAX_DEPTH && TREE_CODE(value) == SSA_NAME; i++) {
		gimple *definition = SSA_NAME_DEF_STMT(value);

		made.turned |= wrapped(t->model, gimple_location(definition),
				       gimple_location(store)) == TURNED;
		if (is_gimple_call(definition) && is_turning(t->model, definition) &&
		    gimple_call_num_args(definition) == 1) {
			made.turned = true;
			value = gimple_call_arg(definition, 0);
			continue;
		}
		if (!is_gimple_assign(definition))
			break;
		if (gimple_assign_load_p(definition)) {
			made.itself = field_of(gimple_assign_rhs1(definition)) == field;
			break;
		}
		switch (gimple_assign_rhs_code(definition)) {
		case LROTATE_EXPR:
		case RROTATE_EXPR:
			made.turned = true;
			break;
		CASE_CONVERT:
		case SSA_NAME:
			break;
		default:
			return made;
		}
		value = gimple_assign_rhs1(definition);
	}
	return made;
}

static bool on_store(gimple *statement, tree, tree reference, void *data)
{
	struct turning *t = (struct turning *)data;
	tree field = field_of(reference);
	struct made_of made;

	if (!is_asked_for(t, field) || !gimple_assign_single_p(statement))
		return false;
	made = look_back(t, statement, field, gimple_assign_rhs1(statement));
	if (made.turned)
		keep(t->unit, field, made.itself ? LC_USE_IN_PLACE : LC_USE_TURNED, statement, NULL,
		     lc_arena_printf(&t->unit->arena, "what is stored to '%s' has its bytes turned",
				     describe(&t->unit->arena, reference)));
	return false;
}

/* le16_to_cpup (&h->len), le16_to_cpus (&h->len). */
static void on_address(struct turning *t, gimple *call)
{
	bool in_place = gimple_call_num_args(call) == 1 && !gimple_call_lhs(call) &&
			VOID_TYPE_P(gimple_call_return_type(as_a<gcall *>(call)));

	for (unsigned i = 0; i < gimple_call_num_args(call); i++) {
		tree argument = gimple_call_arg(call, i), field;

		if (TREE_CODE(argument) == SSA_NAME && POINTER_TYPE_P(TREE_TYPE(argument)) &&
		    gimple_assign_single_p(SSA_NAME_DEF_STMT(argument)))
			argument = gimple_assign_rhs1(SSA_NAME_DEF_STMT(argument));
		if (TREE_CODE(argument) != ADDR_EXPR)
			continue;
		field = field_of(TREE_OPERAND(argument, 0));
		if (is_asked_for(t, field))
			keep(t->unit, field, in_place ? LC_USE_IN_PLACE : LC_USE_TURNED, call, NULL,
			     lc_arena_printf(&t->unit->arena, "the bytes of '%s' are turned",
					     describe(&t->unit->arena, TREE_OPERAND(argument, 0))));
	}
}

void find_turned(struct lc_unit *unit, const struct lc_model *model,
		 const vec<cgraph_node *> &nodes)
{
	struct turning t;
	basic_block block;

	if (!kept)
		return;
	t.unit = unit;
	t.model = model;
	for (auto it = kept->begin(); it != kept->end(); ++it)
		t.records.add(record_of((*it).first));
	for (cgraph_node *node : nodes) {
		if (!has_body_in_ssa(node->decl))
			continue;
		push_cfun(DECL_STRUCT_FUNCTION(node->decl));
		FOR_EACH_BB_FN(block, cfun)
			for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
			     gsi_next(&gsi)) {
				if (is_gimple_debug(gsi_stmt(gsi)))
					continue;
				walk_stmt_load_store_ops(gsi_stmt(gsi), &t, on_load, on_store);
				if (is_gimple_call(gsi_stmt(gsi)) &&
				    is_turning(model, gsi_stmt(gsi)))
					on_address(&t, gsi_stmt(gsi));
			}
		pop_cfun();
	}
}

const struct lc_use *uses_of_field(tree field)
{
	struct lc_use **uses = kept ? kept->get(field) : NULL;

	return uses ? *uses : NULL;
}

void forget_uses_of_fields(void)
{
	delete kept;
	kept = NULL;
}
