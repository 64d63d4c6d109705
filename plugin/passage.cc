/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * From the words of a function to those of a call of it: parameters become
 * arguments, and what it loads is what was there at the call.
 */
#include "across.h"

const struct term *meaning_of(const struct vocabulary *words, lc_term t)
{
	for (unsigned i = 0; i < words->terms.length(); i++)
		if (words->terms[i] == t)
			return &words->meanings[i];
	return NULL;
}

/* Keeps what the terms of E stand for. */
void learn(struct analysis *a, struct vocabulary *words, const struct lc_linear *e)
{
	for (unsigned i = 0; e->valid && i < e->n; i++) {
		lc_term t = e->terms[i].term;
		struct term meaning;

		if (meaning_of(words, t))
			continue;
		meaning = a->terms[t];
		meaning.facts = NULL;
		words->terms.safe_push(t);
		words->meanings.safe_push(meaning);
		if (meaning.kind == TERM_LOAD || meaning.kind == TERM_END)
			learn(a, words, &meaning.address);
		for (unsigned k = 0; meaning.kind == TERM_PRODUCT && k < 2; k++) {
			struct lc_linear factor = lc_linear_term(meaning.factors[k]);

			learn(a, words, &factor);
		}
	}
}

/* Is MEMORY what a function finds on entry? */
bool is_entry_memory(tree memory)
{
	return !memory || SSA_NAME_IS_DEFAULT_DEF(memory);
}

static bool is_parameter(const_tree value)
{
	return TREE_CODE(value) == SSA_NAME && SSA_NAME_IS_DEFAULT_DEF(value) &&
	       SSA_NAME_VAR(value) && TREE_CODE(SSA_NAME_VAR(value)) == PARM_DECL;
}

/* Do values of the two types mean the same in each? */
static bool is_same_kind(const_tree one, const_tree other)
{
	return POINTER_TYPE_P(one) == POINTER_TYPE_P(other) &&
	       INTEGRAL_TYPE_P(one) == INTEGRAL_TYPE_P(other) &&
	       TYPE_PRECISION(one) == TYPE_PRECISION(other) &&
	       TYPE_UNSIGNED(one) == TYPE_UNSIGNED(other);
}

/* What the call hands over for PARAMETER, if it is of the same kind; or NULL. */
static tree argument_for(const struct passage *p, tree parameter)
{
	tree argument, type = TREE_TYPE(parameter);
	unsigned index = 0;
	gimple *statement;

	for (tree d = DECL_ARGUMENTS(p->words->function); d && d != parameter; d = DECL_CHAIN(d))
		index++;
	if (index >= gimple_call_num_args(p->call) || TREE_ADDRESSABLE(parameter))
		return NULL_TREE;
	argument = gimple_call_arg(p->call, index);
	if (is_same_kind(TREE_TYPE(argument), type))
		return argument;
	/* What is narrower than int is promoted as it is handed over, and narrowed again. */
	if (!INTEGRAL_TYPE_P(type) || !INTEGRAL_TYPE_P(TREE_TYPE(argument)) ||
	    TYPE_PRECISION(type) > TYPE_PRECISION(TREE_TYPE(argument)))
		return NULL_TREE;
	if (TREE_CODE(argument) == INTEGER_CST)
		return int_fits_type_p(argument, type) ? fold_convert(type, argument) : NULL_TREE;
	statement = TREE_CODE(argument) == SSA_NAME ? SSA_NAME_DEF_STMT(argument) : NULL;
	if (!statement || !is_gimple_assign(statement) ||
	    !CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement)))
		return NULL_TREE;
	argument = gimple_assign_rhs1(statement);
	return is_same_kind(TREE_TYPE(argument), type) ? argument : NULL_TREE;
}

/* VALUE as the caller would write it, or NULL. */
tree value_in_caller(struct passage *p, tree value)
{
	gimple *statement;
	tree inner;

	if (TREE_CODE(value) == INTEGER_CST)
		return value;
	if (TREE_CODE(value) == ADDR_EXPR) {
		inner = reference_in_caller(p, TREE_OPERAND(value, 0));
		return inner ? build1(ADDR_EXPR, TREE_TYPE(value), inner) : NULL_TREE;
	}
	if (TREE_CODE(value) != SSA_NAME)
		return NULL_TREE;
	if (is_parameter(value))
		return argument_for(p, SSA_NAME_VAR(value));
	if (SSA_NAME_IS_DEFAULT_DEF(value))
		return NULL_TREE;
	/* A copy, or the cast of a pointer. */
	statement = SSA_NAME_DEF_STMT(value);
	if (!is_gimple_assign(statement) || !POINTER_TYPE_P(TREE_TYPE(value)) ||
	    gimple_assign_load_p(statement))
		return NULL_TREE;
	inner = gimple_assign_rhs1(statement);
	if (!POINTER_TYPE_P(TREE_TYPE(inner)) ||
	    (!CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement)) &&
	     gimple_assign_rhs_code(statement) != SSA_NAME &&
	     gimple_assign_rhs_code(statement) != ADDR_EXPR))
		return NULL_TREE;
	return value_in_caller(p, inner);
}

/* The MEM_REF REFERENCE with POINTER in place of its own, or NULL. */
static tree memory_at(tree reference, tree pointer)
{
	tree offset = TREE_OPERAND(reference, 1), base;
	poly_int64 more;

	if (TREE_CODE(pointer) == SSA_NAME)
		return build2(MEM_REF, TREE_TYPE(reference), pointer, offset);
	if (TREE_CODE(pointer) != ADDR_EXPR)
		return NULL_TREE;
	/* An address in a MEM_REF is that of a whole object. */
	base = get_addr_base_and_unit_offset(TREE_OPERAND(pointer, 0), &more);
	if (!base)
		return NULL_TREE;
	if (TREE_CODE(base) == MEM_REF) {
		pointer = TREE_OPERAND(base, 0);
		more += mem_ref_offset(base).force_shwi();
	} else if (DECL_P(base)) {
		pointer = build1(ADDR_EXPR, build_pointer_type(TREE_TYPE(base)), base);
	} else {
		return NULL_TREE;
	}
	more += mem_ref_offset(reference).force_shwi();
	return build2(MEM_REF, TREE_TYPE(reference), pointer,
		      build_int_cst(TREE_TYPE(offset), more));
}

/* REFERENCE as the caller would write it, or NULL. */
tree reference_in_caller(struct passage *p, tree reference)
{
	tree inner, index;

	switch (TREE_CODE(reference)) {
	case COMPONENT_REF:
		inner = reference_in_caller(p, TREE_OPERAND(reference, 0));
		return inner && !TREE_OPERAND(reference, 2) ?
			       build3(COMPONENT_REF, TREE_TYPE(reference), inner,
				      TREE_OPERAND(reference, 1), NULL_TREE) :
			       NULL_TREE;
	case ARRAY_REF:
		inner = reference_in_caller(p, TREE_OPERAND(reference, 0));
		index = value_in_caller(p, TREE_OPERAND(reference, 1));
		return inner && index && !TREE_OPERAND(reference, 2) &&
				       !TREE_OPERAND(reference, 3) ?
			       build4(ARRAY_REF, TREE_TYPE(reference), inner, index, NULL_TREE,
				      NULL_TREE) :
			       NULL_TREE;
	case MEM_REF:
		inner = value_in_caller(p, TREE_OPERAND(reference, 0));
		return inner ? memory_at(reference, inner) : NULL_TREE;
	default:
		return VAR_P(reference) && is_global_var(reference) ? reference : NULL_TREE;
	}
}

/*
 * ROOT as the caller sees it: in *THERE, or (true, with *ARGUMENT set) whatever
 * that argument points to. False if it means nothing to the caller.
 */
bool root_in_caller(struct passage *p, const struct root *root, struct root *there, tree *argument)
{
	lc_term t;

	*there = *root;
	*argument = NULL_TREE;
	if (root->node && is_parameter(root->node) && !root->load) {
		*argument = argument_for(p, SSA_NAME_VAR(root->node));
		return *argument != NULL_TREE;
	}
	if (root->is_object) {
		there->start = in_caller(p, &root->start);
		return there->start.valid;
	}
	if (!root->load || root->start.n != 1)
		return false;
	/* It must be what was there on entry, or still is as the function returns. */
	t = root->start.terms[0].term;
	const struct term *meaning = meaning_of(p->words, t);
	bool at_exit = p->at_exit && p->at_exit->contains(t) && gimple_vdef(p->call);

	if (!meaning || meaning->kind != TERM_LOAD ||
	    (!at_exit && !is_entry_memory(meaning->memory)))
		return false;
	there->load = reference_in_caller(p, root->load);
	if (!there->load)
		return false;
	t = term_of_field_at(p->a, there->load,
			     at_exit ? gimple_vdef(p->call) : gimple_vuse(p->call));
	there->start = lc_linear_term(t);
	there->node = NULL_TREE;
	there->at = p->call;
	complete_load(p->a, there);
	return t != 0;
}

static lc_term load_in_caller(struct passage *p, const struct term *meaning, bool at_exit)
{
	tree memory = at_exit && gimple_vdef(p->call) ? gimple_vdef(p->call) : gimple_vuse(p->call);
	tree reference = reference_in_caller(p, meaning->node);
	struct lc_linear address;

	if (!memory)
		return 0;
	if (reference)
		return term_of_field_at(p->a, reference, memory);
	address = in_caller(p, &meaning->address);
	return address.valid ? term_of_known_load(p->a, &address, meaning->size, memory) : 0;
}

static struct lc_linear end_in_caller(struct passage *p, const struct term *meaning)
{
	struct lc_linear none = {};
	struct root root;
	tree argument;

	if (!meaning->root || !root_in_caller(p, meaning->root, &root, &argument))
		return none;
	if (argument)
		root = root_of(p->a, argument);
	return root.start.valid ? lc_linear_term(term_of_end(p->a, &root)) : none;
}

/* What term T of the function is to its caller; invalid if nothing. */
static struct lc_linear term_in_caller(struct passage *p, lc_term t)
{
	const struct term *meaning = meaning_of(p->words, t);
	struct lc_linear none = {}, one, two;
	bool at_exit;
	tree argument;
	lc_term there = 0;

	if (!meaning)
		return none;
	switch (meaning->kind) {
	case TERM_SSA:
		if (!is_parameter(meaning->node))
			return none;
		argument = argument_for(p, SSA_NAME_VAR(meaning->node));
		return argument ? linear_of(p->a, argument) : none;
	case TERM_UNREAD:
		argument = argument_for(p, meaning->node);
		return argument ? linear_of(p->a, argument) : none;
	case TERM_LOAD:
		at_exit = p->at_exit && p->at_exit->contains(t);
		if (at_exit || is_entry_memory(meaning->memory))
			there = load_in_caller(p, meaning, at_exit);
		return there ? lc_linear_term(there) : none;
	case TERM_ADDRESS:
		if (TREE_CODE(meaning->node) == STRING_CST ||
		    (VAR_P(meaning->node) && is_global_var(meaning->node)))
			return lc_linear_term(term_of_address(p->a, meaning->node));
		return none;
	case TERM_END:
		return end_in_caller(p, meaning);
	case TERM_PRODUCT:
		one = term_in_caller(p, meaning->factors[0]);
		two = term_in_caller(p, meaning->factors[1]);
		return linear_product(p->a, &one, &two);
	default:
		return none;
	}
}

/* E, of the function that is called, as the caller sees it. */
struct lc_linear in_caller(struct passage *p, const struct lc_linear *e)
{
	for (unsigned i = 0; e->valid && i < e->n; i++) {
		struct lc_substitution s = {};
		bool known = false;

		s.term = e->terms[i].term;
		for (const struct lc_substitution &each : p->by)
			known |= each.term == s.term;
		if (known)
			continue;
		s.by = term_in_caller(p, s.term);
		if (!s.by.valid && p->local)
			s.by = lc_linear_term(term_of_elsewhere(p->a));
		p->by.safe_push(s);
	}
	return lc_linear_substitute(e, p->by.address(), p->by.length());
}
