/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Functions of validity (include/layoutcheck.h, section 5): one that a helper relies
 * on, or that is marked LC_VALIDATES, compares each bool and enum field of its type.
 */
#include "analysis.h"
#include "contract.h"
#include "plugin.h"
#include "validates.h"
#include "validity.h"

#define MAX_BYTES 65536 /* of a type that is looked through */

/* What is to be checked when the unit has been read: each PURPOSE a function, VALUE a type. */
static tree asked;
static vec<location_t> asked_at; /* in the order of asking */
static vec<const char *> asked_by; /* the helper; NULL: the function's own mark */

static tree function_in(tree expression)
{
	while (expression && (CONVERT_EXPR_P(expression) || TREE_CODE(expression) == ADDR_EXPR ||
			      TREE_CODE(expression) == NON_LVALUE_EXPR))
		expression = TREE_OPERAND(expression, 0);
	return expression && TREE_CODE(expression) == FUNCTION_DECL ? expression : NULL_TREE;
}

static void ask_for(tree function, tree type, const char *helper, location_t at)
{
	asked = tree_cons(function, TYPE_MAIN_VARIANT(type), asked);
	asked_at.safe_push(at);
	asked_by.safe_push(helper);
}

/* lc_validated("HELPER", FUNCTION) on a typedef of a pointer to T. */
static tree handle_validated(tree *node, tree, tree args, int, bool *no_add_attrs)
{
	tree helper = TREE_VALUE(args), function = function_in(TREE_VALUE(TREE_CHAIN(args)));

	*no_add_attrs = true;
	/* A pointer to a function, and what a template is yet to say, is taken at its word. */
	if (function && TREE_CODE(*node) == TYPE_DECL && POINTER_TYPE_P(TREE_TYPE(*node)) &&
	    TREE_CODE(helper) == STRING_CST)
		ask_for(function, TREE_TYPE(TREE_TYPE(*node)), TREE_STRING_POINTER(helper),
			expansion_point_location(DECL_SOURCE_LOCATION(*node)));
	return NULL_TREE;
}

/* lc_validates((T *)0) on a function. */
static tree handle_validates(tree *node, tree name, tree args, int, bool *no_add_attrs)
{
	tree type = TREE_TYPE(TREE_VALUE(args));

	if (TREE_CODE(*node) != FUNCTION_DECL || !type || !POINTER_TYPE_P(type)) {
		*no_add_attrs = true;
		error_at(DECL_P(*node) ? DECL_SOURCE_LOCATION(*node) : input_location,
			 "%qE belongs to a function, and says a type", name);
		return NULL_TREE;
	}
	ask_for(*node, TREE_TYPE(type), NULL, DECL_SOURCE_LOCATION(*node));
	return NULL_TREE;
}

void validity_attributes(void)
{
	static struct attribute_spec validated, validates;

	validated.name = "lc_validated";
	validated.min_length = validated.max_length = 2;
	validated.decl_required = true;
	validated.handler = handle_validated;
	register_attribute(&validated);
	validates.name = "lc_validates";
	validates.min_length = validates.max_length = 1;
	validates.decl_required = true;
	validates.handler = handle_validates;
	register_attribute(&validates);
}

void root_validity(const char *plugin)
{
	static const struct ggc_root_tab roots[] = { { &asked, 1, sizeof(asked),
						       &gt_ggc_mx_tree_node, &gt_pch_nx_tree_node },
						     LAST_GGC_ROOT_TAB };

	register_callback(plugin, PLUGIN_REGISTER_GGC_ROOTS, NULL,
			  const_cast<ggc_root_tab *>(roots));
}

/* Does a declaration of FUNCTION say that it validates TYPE? */
static bool is_marked(tree function, tree type)
{
	for (tree each = lookup_attribute("lc_validates", DECL_ATTRIBUTES(function)); each;
	     each = lookup_attribute("lc_validates", TREE_CHAIN(each))) {
		tree pointer = TREE_TYPE(TREE_VALUE(TREE_VALUE(each)));

		if (pointer && POINTER_TYPE_P(pointer) &&
		    TYPE_MAIN_VARIANT(TREE_TYPE(pointer)) == type)
			return true;
	}
	return false;
}

static void tell_of(tree function, const char *type, const struct lc_unchecked *field, bool first)
{
	location_t at = DECL_SOURCE_LOCATION(function);
	unsigned long long byte = field->offset / BITS_PER_UNIT;
	const char *path = *field->path ? field->path : "the value";

	if (!first)
		inform(at, "nor does it check field %qs at byte %llu, which %s", path, byte,
		       field->reason);
	else if (field->how == LC_UNCHECKED_AS_BOOL)
		error_at(
			at,
			"%qE reads field %qs at byte %llu of %qs as %<bool%>, and so can find no value "
			"that is not valid: compare its byte with 1",
			DECL_NAME(function), path, byte, type);
	else if (field->how == LC_UNCHECKED_TESTED)
		error_at(at,
			 "%qE compares field %qs at byte %llu of %qs with zero alone, and it %s: "
			 "compare it with 1",
			 DECL_NAME(function), path, byte, type, field->reason);
	else if (field->how == LC_UNCHECKED_PART)
		error_at(at,
			 "%qE checks only a part of field %qs at byte %llu of %qs, not all of byte "
			 "%llu; it %s",
			 DECL_NAME(function), path, byte, type, (unsigned long long)field->byte,
			 field->reason);
	else
		error_at(at, "%qE does not check field %qs at byte %llu of %qs, which %s",
			 DECL_NAME(function), path, byte, type, field->reason);
}

static void copy_bits(bitmap from, std::vector<unsigned char> *to)
{
	unsigned bit;
	bitmap_iterator each;

	EXECUTE_IF_SET_IN_BITMAP(from, 0, bit, each)
	(*to)[bit / 8] |= (unsigned char)(1 << bit % 8);
}

/* The fields of TYPE that FUNCTION does not check; none, where it could not be followed. */
static size_t unchecked_by(struct lc_unit *unit, const struct lc_model *model, tree function,
			   tree type, struct lc_unchecked **fields)
{
	const struct lc_type *layout = describe_layout(unit, model, type);
	std::vector<unsigned char> compared, tested, as_bool;
	struct validity v;
	struct frame *f;

	if (!layout || !layout->size || layout->size / 8 > MAX_BYTES)
		return 0;
	v.size = (HOST_WIDE_INT)layout->size;
	v.open = v.grew = false;
	v.work = v.round = 0;
	f = new_frame(&v, DECL_STRUCT_FUNCTION(function), NULL, NULL);
	slice_validity(f);
	free_frame(f);
	if (v.open)
		return 0;
	compared.resize(layout->size / 8 + 1);
	tested.resize(compared.size());
	as_bool.resize(compared.size());
	copy_bits(v.compared, &compared);
	copy_bits(v.tested, &tested);
	copy_bits(v.as_bool, &as_bool);
	const struct lc_looked_at seen = { compared.data(), tested.data(), as_bool.data(),
					   BYTES_BIG_ENDIAN };
	return lc_validity_check(&unit->arena, layout, &seen, fields);
}

/* FUNCTION is relied on as one of validity of TYPE: by HELPER, or by its own mark, at AT. */
static void check_one(struct lc_unit *unit, const struct lc_model *model, tree function, tree type,
		      const char *helper, location_t at)
{
	tree named = named_variant(type);
	const char *name = named ? describe_type(&unit->arena, named) : "the type";
	struct lc_unchecked *fields;
	size_t n;

	if (!has_body_in_ssa(function)) {
		/* Nothing calls it here, or its mark is proven where it is defined. */
		if (DECL_INITIAL(function) || !helper || is_marked(function, type))
			return;
		error_at(at,
			 "%qs relies on %qE, which is not defined here: declare it "
			 "%<LC_VALIDATES(%s)%>, to be proven where it is",
			 helper, DECL_NAME(function), name);
		return;
	}
	n = unchecked_by(unit, model, function, type, &fields);
	for (size_t i = 0; i < n; i++)
		tell_of(function, name, &fields[i], !i);
	if (n && helper)
		inform(at, "%qs relies on it here", helper);
}

/* Each function of validity, once for each type. */
void check_validity(struct lc_unit *unit, const struct lc_model *model)
{
	asked = nreverse(asked);
	unsigned i = 0;
	for (tree each = asked; each; each = TREE_CHAIN(each), i++) {
		bool again = false;

		for (tree other = asked; other != each && !again; other = TREE_CHAIN(other))
			again = TREE_PURPOSE(other) == TREE_PURPOSE(each) &&
				TREE_VALUE(other) == TREE_VALUE(each);
		if (!again)
			check_one(unit, model, TREE_PURPOSE(each), TREE_VALUE(each), asked_by[i],
				  asked_at[i]);
	}
	asked = NULL_TREE;
}
