/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which length belongs to which bytes: the parameter that an attribute, its
 * name or its place makes the length of another, and the member of a struct
 * that holds pointer and length.
 */
#include "attributes.h"
#include "length_names.h"

/*
 * The length that stands before PARAMETER, or NULL: where a function has one pointer to bytes and
 * one length, these belong together, as in (struct hdr *h, u16 len, u8 *data).
 */
static tree length_before(tree function, tree parameter)
{
	tree before = NULL_TREE;

	if (!points_to_bytes(TREE_TYPE(parameter)))
		return NULL_TREE;
	for (tree p = DECL_ARGUMENTS(function); p; p = DECL_CHAIN(p)) {
		if (p == parameter)
			continue;
		if (points_to_bytes(TREE_TYPE(p)) || points_to_void(TREE_TYPE(p)))
			return NULL_TREE;
		if (!is_length_type(TREE_TYPE(p)) || !is_length_name(name_of(p)))
			continue;
		if (before || DECL_CHAIN(p) != parameter)
			return NULL_TREE;
		before = p;
	}
	/* A mere n may be what an array's bound is worked out from: n, a[n + 4]. */
	if (!before || strlen(name_of(before)) < 2 ||
	    !may_belong(name_of(before), name_of(parameter), false))
		return NULL_TREE;
	/* An object's own length is not that of bytes beside it; a header's may be. */
	for (tree p = DECL_ARGUMENTS(function); p; p = DECL_CHAIN(p))
		if (p != parameter && POINTER_TYPE_P(TREE_TYPE(p)) &&
		    is_named_after(name_of(before), name_of(p)) &&
		    (!COMPLETE_TYPE_P(TREE_TYPE(TREE_TYPE(p))) ||
		     holds_pointers(TREE_TYPE(TREE_TYPE(p)), 0)))
			return NULL_TREE;
	return before;
}

/* The parameter of FUNCTION that is the length of PARAMETER, or NULL; *HOW says why. */
static tree length_parameter_of_function(struct analysis *a, tree function, tree parameter,
					 const char **how)
{
	tree next = DECL_CHAIN(parameter), found;
	struct lc_arena *arena = &a->unit->arena;
	struct declared_extent d;

	found = declared_length(function, parameter, &d);
	if (found) {
		const char *of = d.element == 1 ?
					 "size" :
					 lc_arena_printf(arena, "number of elements of %lld bytes",
							 (long long)d.element);

		*how = d.by_array ?
			       lc_arena_printf(arena, "declared as '%s[%s]': '%s' is its %s",
					       name_of(parameter), name_of(found), name_of(found),
					       of) :
			       lc_arena_printf(arena, "attribute access: '%s' is the %s of '%s'",
					       name_of(found), of, name_of(parameter));
		return found;
	}
	for (tree p = DECL_ARGUMENTS(function); p; p = DECL_CHAIN(p))
		if (p != parameter && is_length_type(TREE_TYPE(p)) &&
		    is_named_after(name_of(p), name_of(parameter))) {
			*how = lc_arena_printf(arena, "'%s' is named as the length of '%s'",
					       name_of(p), name_of(parameter));
			return p;
		}
	/* A length that is named after another buffer belongs to that one. */
	for (tree p = DECL_ARGUMENTS(function); next && p; p = DECL_CHAIN(p))
		if (p != next && POINTER_TYPE_P(TREE_TYPE(p)) &&
		    is_named_after(name_of(next), name_of(p)))
			return NULL_TREE;
	if (next && is_length_type(TREE_TYPE(next)) && is_length_name(name_of(next)) &&
	    may_belong(name_of(next), name_of(parameter), points_to_void(TREE_TYPE(parameter)))) {
		*how = lc_arena_printf(arena, "'%s' stands beside '%s' as its length",
				       name_of(next), name_of(parameter));
		return next;
	}
	found = length_before(function, parameter);
	if (found)
		*how = lc_arena_printf(arena, "'%s' stands before '%s' as its length",
				       name_of(found), name_of(parameter));
	return found;
}

static tree length_parameter(struct analysis *a, tree parameter, const char **how)
{
	return length_parameter_of_function(a, a->fun->decl, parameter, how);
}

/* The parameter of FUNCTION, which A's function may call, that is the length of PARAMETER; or NULL. */
tree length_parameter_in(struct analysis *a, tree function, tree parameter)
{
	const char *how;

	return length_parameter_of_function(a, function, parameter, &how);
}

/* The parameter that points one past the bytes of PARAMETER, or NULL. */
static tree end_parameter(tree parameter)
{
	tree next = DECL_CHAIN(parameter);
	const char *name;

	if (!next || !POINTER_TYPE_P(TREE_TYPE(next)) ||
	    TYPE_MAIN_VARIANT(TREE_TYPE(TREE_TYPE(next))) !=
		    TYPE_MAIN_VARIANT(TREE_TYPE(TREE_TYPE(parameter))))
		return NULL_TREE;
	name = name_of(next);
	return strstr(name, "end") || strstr(name, "limit") ? next : NULL_TREE;
}

/* The pointer on whose bytes parameter END is the end, or NULL. */
tree start_of_end(struct analysis *a, tree end)
{
	tree parameter = SSA_NAME_VAR(end);

	if (!parameter || TREE_CODE(parameter) != PARM_DECL)
		return NULL_TREE;
	for (tree p = DECL_ARGUMENTS(a->fun->decl); p; p = DECL_CHAIN(p)) {
		const char *how;

		if (POINTER_TYPE_P(TREE_TYPE(p)) && end_parameter(p) == parameter &&
		    !length_parameter(a, p, &how))
			return ssa_default_def(a->fun, p);
	}
	return NULL_TREE;
}

/* Is the parameter NAME the length of another? */
bool is_length_of_some(struct analysis *a, tree name)
{
	tree parameter = SSA_NAME_VAR(name);
	const char *how;

	for (tree p = DECL_ARGUMENTS(a->fun->decl); parameter && p; p = DECL_CHAIN(p))
		if (POINTER_TYPE_P(TREE_TYPE(p)) && length_parameter(a, p, &how) == parameter)
			return true;
	return false;
}

static tree root_parameter(const struct root *root)
{
	tree var;

	if (!root->node || TREE_CODE(root->node) != SSA_NAME ||
	    !SSA_NAME_IS_DEFAULT_DEF(root->node))
		return NULL_TREE;
	var = SSA_NAME_VAR(root->node);
	return var && TREE_CODE(var) == PARM_DECL ? var : NULL_TREE;
}

/*
 * The parameter that ends the bytes of a cursor, a pointer that decoders move: LOAD reads a
 * parameter whose address is taken, or what one points to (void **p, void *end); or NULL.
 */
tree end_of_cursor(tree load)
{
	tree parameter = load, next, type, name;

	if (TREE_CODE(load) == MEM_REF) {
		parameter = TREE_OPERAND(load, 0);
		if (TREE_CODE(parameter) != SSA_NAME || !SSA_NAME_IS_DEFAULT_DEF(parameter) ||
		    !integer_zerop(TREE_OPERAND(load, 1)))
			return NULL_TREE;
		parameter = SSA_NAME_VAR(parameter);
	}
	if (!parameter || TREE_CODE(parameter) != PARM_DECL || !POINTER_TYPE_P(TREE_TYPE(load)))
		return NULL_TREE;
	if (parameter == load)
		return end_parameter(parameter);
	next = DECL_CHAIN(parameter);
	type = next && POINTER_TYPE_P(TREE_TYPE(next)) ? TREE_TYPE(TREE_TYPE(next)) : NULL_TREE;
	name = next ? DECL_NAME(next) : NULL_TREE;
	return type && name && strstr(IDENTIFIER_POINTER(name), "end") &&
			       TYPE_MAIN_VARIANT(type) ==
				       TYPE_MAIN_VARIANT(TREE_TYPE(TREE_TYPE(load))) ?
		       next :
		       NULL_TREE;
}

/* The parameter that is ROOT's length, or its end; or NULL. */
tree length_parameter_of(struct analysis *a, const struct root *root)
{
	const char *how;
	tree parameter = root_parameter(root), found;

	if (!parameter)
		return NULL_TREE;
	found = length_parameter(a, parameter, &how);
	return found ? found : end_parameter(parameter);
}

/*
 * What a declaration says of ROOT's least number of bytes; false if nothing, or
 * if it is no more than a hint beside a length that tells. *EXACT: nothing says
 * that there could be more.
 */
bool least_of(struct analysis *a, const struct root *root, struct lc_length *least, bool *exact)
{
	tree parameter = root_parameter(root);
	struct declared_extent d;

	if (!parameter || !declared_of_parameter(a->fun->decl, parameter, &d) ||
	    !declared_least(a, parameter, least))
		return false;
	*exact = d.by_array && d.promised && !length_parameter_of(a, root);
	return d.promised || !length_parameter_of(a, root);
}

bool has_length_beside(struct analysis *a, tree parameter)
{
	const char *how;
	tree var = SSA_NAME_VAR(parameter);

	return var && TREE_CODE(var) == PARM_DECL &&
	       (length_parameter(a, var, &how) || end_parameter(var));
}

/* What PARAMETER holds on entry. */
static struct lc_linear entry_value(struct analysis *a, tree parameter)
{
	tree name = ssa_default_def(a->fun, parameter);

	return name ? linear_of(a, name) : lc_linear_term(term_of_unread(a, parameter));
}

/*
 * Does the function store to MEMBER itself? Then it is who counts what is there,
 * as a driver does that fills a request, and works behind where that has come to.
 */
static bool is_counted_here(struct analysis *a, tree member)
{
	basic_block block;

	if (a->written.contains(member) || a->unwritten.contains(member))
		return a->written.contains(member);
	FOR_EACH_BB_FN(block, a->fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *store = gsi_stmt(gsi);

			a->work++;
			if (!is_gimple_assign(store) || !gimple_store_p(store) ||
			    TREE_CODE(gimple_assign_lhs(store)) != COMPONENT_REF ||
			    TREE_OPERAND(gimple_assign_lhs(store), 1) != member)
				continue;
			a->written.safe_push(member);
			return true;
		}
	a->unwritten.safe_push(member);
	return false;
}

/* The length that ROOT's pair gives it. Returns false if the record has no such member. */
static bool length_of_pair(struct analysis *a, const struct root *root, struct lc_length *length)
{
	struct lc_arena *arena = &a->unit->arena;
	const struct lc_model_pair *pair = root->pair;
	gimple *statement = root->at;
	tree found = pair_reference(root, pair->length ? pair->length : pair->end);
	const char *pointer = describe(arena, root->load);

	if (!found || (pair->length && TREE_CODE(found) == COMPONENT_REF &&
		       is_counted_here(a, TREE_OPERAND(found, 1))))
		return false;
	length->name = describe(arena, found);
	if (pair->length) {
		length->name = text_of_members(arena, length->name, &pair->bytes);
		length->how =
			lc_arena_printf(arena, "'%s' is the length of '%s'", length->name, pointer);
		length->value = amount_of_members(a, pair_reference(root, ""), &pair->bytes,
						  gimple_vuse(statement));
	} else {
		lc_term t = POINTER_TYPE_P(TREE_TYPE(found)) ?
				    term_of_field_at(a, found, gimple_vuse(statement)) :
				    0;

		length->how =
			lc_arena_printf(arena, "'%s' is the end of '%s'", length->name, pointer);
		length->name = lc_arena_printf(arena, "%s - %s", length->name, pointer);
		if (t) {
			length->value = lc_linear_term(t);
			length->value = lc_linear_add(&length->value, &root->start, -1);
		}
	}
	length->place = place_of(a->unit, gimple_location(statement));
	return true;
}

/* The length that attribute counted_by gives ROOT. Returns false if the function counts itself. */
static bool length_counted(struct analysis *a, const struct root *root, struct lc_length *length)
{
	struct lc_arena *arena = &a->unit->arena;
	HOST_WIDE_INT element;
	tree count = count_of(root->counted, &element);
	lc_term t;

	if (!count || is_counted_here(a, TREE_OPERAND(count, 1)))
		return false;
	t = term_of_field_at(a, count, gimple_vuse(root->counted));
	if (!t)
		return false;
	length->value = lc_linear_term(t);
	length->value = lc_linear_scale(&length->value, element);
	length->name = describe(arena, count);
	if (element != 1)
		length->name =
			lc_arena_printf(arena, "%s * %lld", length->name, (long long)element);
	length->how = lc_arena_printf(arena, "attribute counted_by: '%s' is the number of bytes",
				      length->name);
	length->place = place_of(a->unit, gimple_location(root->counted));
	return true;
}

/* The member beside the pointer that ROOT is loaded from, by name. Returns false if there is none. */
static bool length_by_member(struct analysis *a, const struct root *root, struct lc_length *length)
{
	struct lc_arena *arena = &a->unit->arena;
	tree found = root->load && !root->header ? length_member(root->load) : NULL_TREE;
	lc_term t;

	if (!found || is_counted_here(a, TREE_OPERAND(found, 1)) ||
	    is_counted_here(a, TREE_OPERAND(root->load, 1)))
		return false;
	t = term_of_field_at(a, found, gimple_vuse(root->at));
	if (!t)
		return false;
	length->value = lc_linear_term(t);
	length->name = describe(arena, found);
	length->how = lc_arena_printf(arena, "'%s' is named as the length of '%s'", length->name,
				      describe(arena, root->load));
	length->place = place_of(a->unit, gimple_location(root->at));
	length->by_name = true;
	return true;
}

/* The call of the model that gave ROOT's bytes, whether it returned the pointer or left it. */
static gimple *call_of_source(struct analysis *a, const struct root *root)
{
	lc_term t;

	if (root->call || !root->load)
		return root->call;
	t = term_of_load(a, root->load, root->at);
	return t && a->terms[t].memory ? SSA_NAME_DEF_STMT(a->terms[t].memory) : NULL;
}

/* The number of bytes that a call left in a variable along with them. Returns false if it left none. */
static bool length_of_source(struct analysis *a, const struct root *root, struct lc_length *length)
{
	const struct lc_model_source *source = root->source;
	gimple *call = call_of_source(a, root);

	if (!call || !is_gimple_call(call) || !source->untrusted || source->bytes.n != 1 ||
	    source->bytes.factors[0].what != LC_WHAT_POINTEE)
		return false;
	length->value = amount_of_call(a, call, &source->bytes);
	if (!length->value.valid)
		return false;
	length->name = text_of_amount(a, call, &source->bytes);
	length->how = lc_arena_printf(&a->unit->arena, "%s gives '%s' bytes", source->function,
				      length->name);
	length->place = place_of(a->unit, gimple_location(call));
	return true;
}

/* The length that belongs to ROOT as a term of the code, or NULL. */
const struct lc_length *length_of(struct analysis *a, const struct root *root)
{
	struct lc_arena *arena = &a->unit->arena;
	struct lc_length length = {}, *kept;
	tree parameter = root_parameter(root), found;

	for (unsigned i = 0; i < root->n_ways; i++) {
		const struct lc_length *way = length_of(a, &root->ways[i]);

		if (way)
			return way;
	}

	if (parameter) {
		found = length_parameter(a, parameter, &length.how);
		/* What has its address taken is no longer what came in. */
		if (found && TREE_ADDRESSABLE(found))
			return NULL;
		if (found) {
			struct declared_extent d;

			length.name = name_of(found);
			length.value = entry_value(a, found);
			length.by_name = found != declared_length(a->fun->decl, parameter, &d);
			if (!length.by_name && d.element != 1) {
				length.name = lc_arena_printf(arena, "%s * %lld", length.name,
							      (long long)d.element);
				length.value = lc_linear_scale(&length.value, d.element);
			}
		} else {
			struct lc_linear start = entry_value(a, parameter), last;

			found = end_parameter(parameter);
			if (!found)
				return NULL;
			length.name = lc_arena_printf(arena, "%s - %s", name_of(found),
						      name_of(parameter));
			length.how = lc_arena_printf(arena, "'%s' stands beside '%s' as its end",
						     name_of(found), name_of(parameter));
			last = entry_value(a, found);
			length.value = lc_linear_add(&last, &start, -1);
		}
		length.place = place_of(a->unit, DECL_SOURCE_LOCATION(found));
	} else if (root->load && root->pair) {
		if (!length_of_pair(a, root, &length))
			return NULL;
	} else if (root->counted) {
		if (!length_counted(a, root, &length))
			return NULL;
	} else if (root->source) {
		if (!length_of_source(a, root, &length))
			return NULL;
	} else if (root->load && end_of_cursor(root->load) &&
		   !TREE_ADDRESSABLE(end_of_cursor(root->load))) {
		struct lc_linear last = entry_value(a, end_of_cursor(root->load));

		found = end_of_cursor(root->load);
		length.name = lc_arena_printf(arena, "%s - %s", name_of(found),
					      describe(arena, root->load));
		length.how = lc_arena_printf(arena, "'%s' stands beside '%s' as its end",
					     name_of(found), describe(arena, root->load));
		length.value = lc_linear_add(&last, &root->start, -1);
		length.place = place_of(a->unit, DECL_SOURCE_LOCATION(found));
	} else if (!length_by_member(a, root, &length)) {
		return NULL;
	}
	kept = (struct lc_length *)lc_arena_alloc(arena, sizeof(*kept));
	if (kept)
		*kept = length;
	return kept;
}
