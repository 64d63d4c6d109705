/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Members of records by name, and what the model says of a record in terms of them.
 */
#include "analysis.h"

/* The field of RECORD with that NAME, or NULL; a bit-field has no address and is none. */
tree field_named(tree record, const char *name)
{
	for (tree f = TYPE_FIELDS(record); f; f = DECL_CHAIN(f))
		if (TREE_CODE(f) == FIELD_DECL && DECL_NAME(f) &&
		    !strcmp(IDENTIFIER_POINTER(DECL_NAME(f)), name) && !DECL_BIT_FIELD(f))
			return f;
	return NULL_TREE;
}

/* The member NAME, of N characters, of what REFERENCE refers to, also within nameless members; or NULL. */
static tree member_reference(tree reference, const char *name, size_t n)
{
	tree inner;

	if (!RECORD_OR_UNION_TYPE_P(TREE_TYPE(reference)))
		return NULL_TREE;
	for (tree f = TYPE_FIELDS(TREE_TYPE(reference)); f; f = DECL_CHAIN(f)) {
		if (TREE_CODE(f) != FIELD_DECL || DECL_BIT_FIELD(f))
			continue;
		inner = build3(COMPONENT_REF, TREE_TYPE(f), reference, f, NULL_TREE);
		if (DECL_NAME(f)) {
			if (IDENTIFIER_LENGTH(DECL_NAME(f)) == n &&
			    !memcmp(IDENTIFIER_POINTER(DECL_NAME(f)), name, n))
				return inner;
			continue;
		}
		inner = member_reference(inner, name, n);
		if (inner)
			return inner;
	}
	return NULL_TREE;
}

/* What PATH, names joined by dots, leads to in what REFERENCE refers to, or NULL. */
tree path_reference(tree reference, const char *path)
{
	while (reference && *path) {
		size_t n = strcspn(path, ".");

		reference = member_reference(reference, path, n);
		path += n + (path[n] == '.');
	}
	return reference;
}

/* POINTER->PATH as a reference, or NULL if POINTER's record has no such field. */
tree field_reference(struct analysis *, tree pointer, const char *path)
{
	if (!points_to_record(TREE_TYPE(pointer)))
		return NULL_TREE;
	return path_reference(TREE_CODE(pointer) == ADDR_EXPR ? TREE_OPERAND(pointer, 0) :
								build_simple_mem_ref(pointer),
			      path);
}

/* What PATH leads to in the record that ROOT's pair is about, or NULL. */
tree pair_reference(const struct root *root, const char *path)
{
	tree record = TREE_OPERAND(root->load, 0);
	const char *name;

	for (;; record = TREE_OPERAND(record, 0)) {
		name = type_name_of(TYPE_MAIN_VARIANT(TREE_TYPE(record)));
		if (name && !strcmp(name, root->pair->record))
			return path_reference(record, path);
		if (TREE_CODE(record) != COMPONENT_REF)
			return NULL_TREE;
	}
}

/* AMOUNT of members of what RECORD refers to, memory being in state MEMORY; or invalid. */
struct lc_linear amount_of_members(struct analysis *a, tree record,
				   const struct lc_model_amount *amount, tree memory)
{
	struct lc_linear product = lc_linear_constant(1);

	for (unsigned i = 0; i < amount->n; i++) {
		const struct lc_model_operand *o = &amount->factors[i];
		struct lc_linear factor = lc_linear_constant(o->value);

		if (o->what == LC_WHAT_MEMBER) {
			tree reference = path_reference(record, o->field);
			lc_term t = reference && INTEGRAL_TYPE_P(TREE_TYPE(reference)) ?
					    term_of_field_at(a, reference, memory) :
					    0;

			factor = lc_linear_term(t);
			factor.valid = t;
		}
		if (!factor.valid || !product.valid ||
		    (!lc_linear_is_constant(&factor) && !lc_linear_is_constant(&product)))
			return (struct lc_linear){};
		product = lc_linear_is_constant(&factor) ?
				  lc_linear_scale(&product, factor.constant) :
				  lc_linear_scale(&factor, product.constant);
	}
	return lc_linear_plus(&product, amount->plus);
}

/* MEMBER in words, where it is not all of AMOUNT. */
const char *text_of_members(struct lc_arena *arena, const char *member,
			    const struct lc_model_amount *amount)
{
	for (unsigned i = 0; i < amount->n; i++)
		if (amount->factors[i].what == LC_WHAT_NUMBER)
			member = lc_arena_printf(arena, "%s * %lld", member,
						 (long long)amount->factors[i].value);
	if (amount->plus)
		member = lc_arena_printf(arena, "%s %c %lld", member, amount->plus < 0 ? '-' : '+',
					 (long long)(amount->plus < 0 ? -amount->plus :
									amount->plus));
	return member;
}
