/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The attribute lc_allow("rule", "reason") of a function or type: a suppression
 * that, unlike a comment, outlives the preprocessor.
 */
#include "analysis.h"
#include "plugin.h"
#include "suppression.h"

/* An attribute that was met; its number is what the tree keeps. */
struct stated {
	const char *rules, *reason; /* REASON may be NULL */
	struct lc_suppression *suppression;
};
static vec<stated> all_stated;
static struct lc_unit *current;

/* The text of an argument, or NULL if it is no string. */
static const char *string_of(tree argument)
{
	if (!argument || TREE_CODE(argument) != STRING_CST)
		return NULL;
	return lc_arena_printf(&current->arena, "%.*s", TREE_STRING_LENGTH(argument),
			       TREE_STRING_POINTER(argument));
}

static const char *name_of(tree node)
{
	if (TYPE_P(node))
		return TYPE_NAME(node) ? describe_type(&current->arena, node) : NULL;
	return DECL_NAME(node) ? IDENTIFIER_POINTER(DECL_NAME(node)) : NULL;
}

/* Adds what an attribute of NODE, a function or type, says. NULL: out of memory. */
static struct lc_suppression *state(tree node, location_t where, const char *rules,
				    const char *reason)
{
	const char *name = name_of(node);
	struct stated one = { rules, reason, NULL };

	one.suppression = lc_suppression_add(current, LC_ALLOW_ATTRIBUTE, place_of(current, where),
					     rules, strlen(rules), reason);
	if (!one.suppression)
		return NULL;
	if (name)
		one.suppression->of = lc_arena_printf(
			&current->arena, "%s '%s'",
			TREE_CODE(node) == FUNCTION_DECL ? "function" : "type", name);
	all_stated.safe_push(one);
	return one.suppression;
}

/* Declarations merge, and their trees come and go: the attribute keeps a number, and its strings. */
static tree handle_allow(tree *node, tree name, tree args, int, bool *no_add_attrs)
{
	bool is_type = TYPE_P(*node) || TREE_CODE(*node) == TYPE_DECL;
	tree second = args ? TREE_CHAIN(args) : NULL_TREE, kept;
	const char *rules = args ? string_of(TREE_VALUE(args)) : NULL;
	const char *reason = second ? string_of(TREE_VALUE(second)) : NULL;
	location_t where = TYPE_P(*node) ? input_location : DECL_SOURCE_LOCATION(*node);
	struct lc_suppression *s;

	*no_add_attrs = true;
	if (!rules || (second && !reason)) {
		inform(where,
		       "%qE does not count: expected %<lc_allow(\"RULE\", \"REASON\")%>, two strings",
		       name);
		return NULL_TREE;
	}
	if (!is_type && TREE_CODE(*node) != FUNCTION_DECL) {
		inform(where, "%qE does not count: it belongs to a function or a type", name);
		return NULL_TREE;
	}
	s = state(*node, where, rules, reason);
	if (!s)
		return NULL_TREE;
	/* What stands in the source itself is looked at, whether something is made of it or not. */
	s->seen = expand_location(where).file == main_input_filename;
	kept = tree_cons(NULL_TREE, build_int_cst(integer_type_node, all_stated.length() - 1),
			 args);
	if (TYPE_P(*node))
		TYPE_ATTRIBUTES(*node) = tree_cons(name, kept, TYPE_ATTRIBUTES(*node));
	else
		DECL_ATTRIBUTES(*node) = tree_cons(name, kept, DECL_ATTRIBUTES(*node));
	return NULL_TREE;
}

void register_allow(void *, void *unit)
{
	static struct attribute_spec allow;

	current = (struct lc_unit *)unit;
	allow.name = "lc_allow";
	allow.min_length = 1;
	allow.max_length = 2;
	allow.handler = handle_allow;
	register_attribute(&allow);
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

/*
 * The next suppression in LIST, a list of attributes of NODE that is moved on;
 * or NULL. An attribute out of a precompiled header has the number of another
 * compilation: it is stated anew.
 */
static struct lc_suppression *next_in(tree node, tree *list)
{
	tree args, second;
	const char *rules, *reason;
	unsigned HOST_WIDE_INT number;

	do {
		*list = lookup_attribute("lc_allow", *list);
		if (!*list)
			return NULL;
		args = TREE_VALUE(*list);
		*list = TREE_CHAIN(*list);
	} while (!args || TREE_CODE(TREE_VALUE(args)) != INTEGER_CST || !TREE_CHAIN(args));
	number = tree_to_uhwi(TREE_VALUE(args));
	second = TREE_CHAIN(TREE_CHAIN(args));
	rules = string_of(TREE_VALUE(TREE_CHAIN(args)));
	reason = second ? string_of(TREE_VALUE(second)) : NULL;
	for (unsigned i = 0; i < all_stated.length(); i++) {
		const struct stated &one = all_stated[number < all_stated.length() ? number : i];

		if (same_text(one.rules, rules) && same_text(one.reason, reason))
			return one.suppression;
		number = all_stated.length();
	}
	if (!rules)
		return NULL;
	if (!TYPE_P(node))
		return state(node, DECL_SOURCE_LOCATION(node), rules, reason);
	return state(node,
		     TYPE_STUB_DECL(node) ? DECL_SOURCE_LOCATION(TYPE_STUB_DECL(node)) :
					    UNKNOWN_LOCATION,
		     rules, reason);
}

static void allow_by(struct lc_unit *unit, tree node, tree list, struct lc_allowances *allowed)
{
	while (struct lc_suppression *s = next_in(node, &list))
		lc_suppression_concerns(unit, s, allowed);
}

void allow_by_type(struct lc_unit *unit, tree type, struct lc_allowances *allowed)
{
	tree main = TYPE_MAIN_VARIANT(type), name = TYPE_NAME(type);

	allow_by(unit, main, TYPE_ATTRIBUTES(main), allowed);
	if (name && TREE_CODE(name) == TYPE_DECL)
		allow_by(unit, name, DECL_ATTRIBUTES(name), allowed);
	if (TYPE_NAME(main) != name && TYPE_NAME(main) && TREE_CODE(TYPE_NAME(main)) == TYPE_DECL)
		allow_by(unit, TYPE_NAME(main), DECL_ATTRIBUTES(TYPE_NAME(main)), allowed);
}

void allow_in_function(struct lc_unit *unit, tree function, size_t first)
{
	tree list = DECL_ATTRIBUTES(function);

	while (struct lc_suppression *s = next_in(function, &list)) {
		s->seen = true;
		for (size_t i = first; i < unit->n_conversions; i++)
			lc_suppression_concerns(unit, s, &unit->conversions[i]->allowed);
	}
}

void locate_suppressions(struct lc_unit *unit)
{
	for (size_t i = 0; i < unit->n_suppressions; i++) {
		struct lc_place *place = &unit->suppressions[i]->place;

		if (unit->suppressions[i]->problem && !place->handle)
			place->handle =
				lc_location_at(real_name(place->file), place->line, place->column);
	}
}
