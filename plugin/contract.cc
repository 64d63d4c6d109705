/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Contracts of types (include/layoutcheck.h): lc_contract("C") claims one of a type,
 * which is proven when the type is complete; lc_require("C", "HELPER") of a typedef
 * of a pointer demands one of what it points to. What is broken stops the build.
 */
#include "analysis.h"
#include "contract.h"
#include "plugin.h"
#include "validates.h"

static struct lc_unit *current;
static const struct lc_model *current_model;

/* Claimed from outside its definition: by main variant. */
static hash_map<tree, unsigned> *claimed_later;

static const char *string_of(tree argument)
{
	if (!argument || TREE_CODE(argument) != STRING_CST)
		return NULL;
	return lc_arena_printf(&current->arena, "%.*s", TREE_STRING_LENGTH(argument),
			       TREE_STRING_POINTER(argument));
}

static tree without_arrays(tree type)
{
	while (type && TREE_CODE(type) == ARRAY_TYPE)
		type = TREE_TYPE(type);
	return type;
}

/* What the attributes in LIST claim. */
static unsigned claims_in(tree list)
{
	unsigned claims = 0;

	for (list = lookup_attribute("lc_contract", list); list;
	     list = lookup_attribute("lc_contract", TREE_CHAIN(list))) {
		const char *name = string_of(TREE_VALUE(TREE_VALUE(list)));

		claims |= name ? lc_contract_named(name) : 0;
	}
	return claims;
}

unsigned claims_of_type(tree type)
{
	tree main = TYPE_MAIN_VARIANT(type), name = TYPE_NAME(type);
	unsigned *later = claimed_later ? claimed_later->get(main) : NULL;
	unsigned claims = claims_in(TYPE_ATTRIBUTES(main)) | (later ? *later : 0);

	if (name && TREE_CODE(name) == TYPE_DECL)
		claims |= claims_in(DECL_ATTRIBUTES(name));
	return lc_contract_closure(claims);
}

static const char *name_of(tree type)
{
	tree named = named_variant(type);

	return named ? describe_type(&current->arena, named) : "the type";
}

static location_t place_in_source(const struct lc_place *place, location_t otherwise)
{
	return place->line ? (location_t)place->handle : otherwise;
}

static void tell(location_t at, const struct lc_breach *b, bool error, unsigned contract, tree type)
{
	location_t place = place_in_source(&b->place, at);
	const char *what = name_of(type), *name = lc_contract_name(contract);
	unsigned long long byte = b->offset / BITS_PER_UNIT;

	if (error && *b->path)
		error_at(place, "%qs is not %s: field %qs at byte %llu %s; %s", what, name, b->path,
			 byte, b->reason, b->advice);
	else if (error)
		error_at(place, "%qs is not %s: it %s; %s", what, name, b->reason, b->advice);
	else if (*b->path)
		inform(place, "field %qs at byte %llu %s; %s", b->path, byte, b->reason, b->advice);
	else
		inform(place, "%qs %s; %s", what, b->reason, b->advice);
}

/* Proves that TYPE keeps CONTRACT, or says where it does not. AT: where that was asked for. */
static bool prove(tree type, unsigned contract, location_t at, bool error)
{
	const struct lc_type *layout = describe_layout(current, current_model, type);
	struct lc_breach *breaches;
	size_t n;

	if (!layout)
		return true;
	n = lc_contract_check(&current->arena, layout, contract, &breaches);
	for (size_t i = 0; i < n; i++)
		tell(at, &breaches[i], error && !i, contract, type);
	return !n;
}

/* In a template of C++ nothing is laid out yet, though it has a size. */
static bool is_unfinished(tree type)
{
	if (!COMPLETE_TYPE_P(type))
		return true;
	for (tree field = RECORD_OR_UNION_TYPE_P(type) ? TYPE_FIELDS(type) : NULL_TREE; field;
	     field = DECL_CHAIN(field))
		if (TREE_CODE(field) == FIELD_DECL && !DECL_FIELD_OFFSET(field))
			return true;
	return false;
}

/* Each claim of TYPE, which was made at AT. */
static void prove_claims(tree type, unsigned claims, location_t at)
{
	for (unsigned c = 1; c <= LC_CONTRACT_WIRE; c <<= 1)
		if (claims & c && !prove(type, c, at, true))
			return;
}

/* The event may come more than once a type: of each main variant the first counts. */
static void on_finish_type(void *event, void *)
{
	static hash_set<tree> *seen;
	tree type = (tree)event, main;

	if (!type || type == error_mark_node || !RECORD_OR_UNION_TYPE_P(type))
		return;
	main = TYPE_MAIN_VARIANT(type);
	if (!lookup_attribute("lc_contract", TYPE_ATTRIBUTES(main)) || is_unfinished(main))
		return;
	if (!seen)
		seen = new hash_set<tree>;
	if (!seen->add(main))
		prove_claims(main, claims_in(TYPE_ATTRIBUTES(main)), input_location);
}

/*
 * At a record's definition the proof waits for its end; at a typedef the type is there, and at one
 * of a pointer the claim is of what it points to (LC_CLAIM).
 */
static tree handle_contract(tree *node, tree name, tree args, int, bool *no_add_attrs)
{
	const char *text = string_of(TREE_VALUE(args));
	unsigned contract = text ? lc_contract_named(text) : 0;
	bool of_decl = TREE_CODE(*node) == TYPE_DECL;
	location_t at =
		expansion_point_location(of_decl ? DECL_SOURCE_LOCATION(*node) : input_location);
	tree type;

	if (!contract) {
		*no_add_attrs = true;
		error_at(at,
			 "%qE: expected one of %<from-bytes%>, %<into-bytes%>, %<zero-valid%>, "
			 "%<try-from-bytes%>, %<unaligned%>, %<wire%>",
			 name);
		return NULL_TREE;
	}
	if (TYPE_P(*node)) {
		if (!RECORD_OR_UNION_TYPE_P(*node)) {
			*no_add_attrs = true;
			error_at(at, "%qE belongs to a structure, a union or a typedef", name);
		}
		return NULL_TREE;
	}
	if (!of_decl) {
		*no_add_attrs = true;
		error_at(at, "%qE belongs to a structure, a union or a typedef", name);
		return NULL_TREE;
	}
	type = TREE_TYPE(*node);
	if (POINTER_TYPE_P(type)) {
		*no_add_attrs = true;
		type = TREE_TYPE(type);
		if (is_unfinished(type)) {
			error_at(at, "%qs claims %s before it is defined", name_of(type), text);
			return NULL_TREE;
		}
		if (!claimed_later)
			claimed_later = new hash_map<tree, unsigned>;
		claimed_later->get_or_insert(TYPE_MAIN_VARIANT(type)) |= contract;
	}
	if (!is_unfinished(type))
		prove_claims(type, contract, at);
	return NULL_TREE;
}

static tree handle_require(tree *node, tree, tree args, int, bool *no_add_attrs)
{
	const char *text = string_of(TREE_VALUE(args));
	const char *helper = string_of(TREE_VALUE(TREE_CHAIN(args)));
	unsigned contract = text ? lc_contract_named(text) : 0, kept;
	const struct lc_type *layout;
	struct lc_place defined;
	location_t at;
	tree type, element;

	*no_add_attrs = true;
	if (!contract || !helper || TREE_CODE(*node) != TYPE_DECL ||
	    !POINTER_TYPE_P(TREE_TYPE(*node)))
		return NULL_TREE;
	at = expansion_point_location(DECL_SOURCE_LOCATION(*node));
	type = TREE_TYPE(TREE_TYPE(*node));
	element = without_arrays(type);
	if (!element || element == error_mark_node || is_unfinished(element))
		return NULL_TREE;
	if (RECORD_OR_UNION_TYPE_P(element)) {
		kept = claims_of_type(element);
	} else {
		layout = describe_layout(current, current_model, type);
		kept = layout ? lc_contract_of_scalar(layout) | claims_of_type(element) : contract;
	}
	if (kept & contract)
		return NULL_TREE;
	error_at(at, "%qs needs a type that is %s, and %qs does not claim to be", helper, text,
		 name_of(element));
	if (!prove(element, contract, at, false))
		return NULL_TREE;
	defined = place_of_type(current, element);
	inform(place_in_source(&defined, at),
	       "it could: mark it here, or write %<LC_CLAIM(%s, \"%s\");%> after it",
	       name_of(element), text);
	return NULL_TREE;
}

static void on_attributes(void *, void *)
{
	static struct attribute_spec contract, require;

	contract.name = "lc_contract";
	contract.min_length = contract.max_length = 1;
	contract.handler = handle_contract;
	register_attribute(&contract);
	require.name = "lc_require";
	require.min_length = require.max_length = 2;
	require.decl_required = true;
	require.handler = handle_require;
	register_attribute(&require);
	validity_attributes();
}

void prove_contracts(const char *plugin, struct lc_unit *unit, const struct lc_model *model)
{
	current = unit;
	current_model = model;
	register_callback(plugin, PLUGIN_ATTRIBUTES, on_attributes, NULL);
	register_callback(plugin, PLUGIN_FINISH_TYPE, on_finish_type, NULL);
	root_validity(plugin);
}
