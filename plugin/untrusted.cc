/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Values that are read out of bytes, followed forward from the load through
 * arithmetic, merges and loops to where they say how far something reaches.
 */
#include "lengths.h"

#define MAX_SOURCES 64
#define MAX_USES 256
#define MAX_FOLLOWED 4000

bool is_source(const struct lengths *l, tree value, unsigned *source)
{
	unsigned *found = TREE_CODE(value) == SSA_NAME ?
				  const_cast<struct lengths *>(l)->of.get(value) :
				  NULL;

	if (found)
		*source = *found;
	return found != NULL;
}

static tree field_of(tree reference)
{
	while (reference && TREE_CODE(reference) == ARRAY_REF)
		reference = TREE_OPERAND(reference, 0);
	return reference && TREE_CODE(reference) == COMPONENT_REF ? TREE_OPERAND(reference, 1) :
								    NULL_TREE;
}

/* Do two pointers point to the same place, as far as constants are added to one name? */
bool is_same_pointer(tree one, tree two)
{
	HOST_WIDE_INT offset = 0;

	for (unsigned which = 0; which < 2; which++) {
		tree *pointer = which ? &two : &one;

		for (unsigned i = 0; i < 8 && TREE_CODE(*pointer) == SSA_NAME; i++) {
			gimple *statement = SSA_NAME_DEF_STMT(*pointer);

			if (SSA_NAME_IS_DEFAULT_DEF(*pointer) || !is_gimple_assign(statement) ||
			    gimple_assign_load_p(statement))
				break;
			if (gimple_assign_rhs_code(statement) == POINTER_PLUS_EXPR) {
				if (!tree_fits_shwi_p(gimple_assign_rhs2(statement)))
					break;
				offset += (which ? -1 : 1) *
					  tree_to_shwi(gimple_assign_rhs2(statement));
			} else if (gimple_assign_rhs_code(statement) != SSA_NAME &&
				   !CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(statement))) {
				break;
			}
			*pointer = gimple_assign_rhs1(statement);
		}
	}
	return one == two && !offset;
}

/* Do two sources read the same thing, or things of one kind: the same field, loaded anew? */
bool is_same_source(const struct lengths *l, unsigned one, unsigned two)
{
	const struct length_source *a, *b;

	while (l->sources[one].steps_by >= 0)
		one = (unsigned)l->sources[one].steps_by;
	while (l->sources[two].steps_by >= 0)
		two = (unsigned)l->sources[two].steps_by;
	if (one == two)
		return true;
	a = &l->sources[one];
	b = &l->sources[two];
	if (a->argument || b->argument)
		return a->value == b->value;
	if (a->pointer || b->pointer)
		return a->pointer && b->pointer && is_same_pointer(a->pointer, b->pointer);
	if (field_of(a->reference))
		return field_of(a->reference) == field_of(b->reference);
	if (TREE_CODE(a->reference) == MEM_REF && TREE_CODE(b->reference) == MEM_REF)
		return operand_equal_p(TREE_OPERAND(a->reference, 1), TREE_OPERAND(b->reference, 1),
				       0) &&
		       is_same_pointer(TREE_OPERAND(a->reference, 0),
				       TREE_OPERAND(b->reference, 0));
	return operand_equal_p(a->reference, b->reference, 0);
}

/*
 * Does what is worked out from VALUE speak of SOURCE? Where a walk has come to
 * says nothing of the length of the record that is there.
 */
bool is_part_of(const struct lengths *l, unsigned value, unsigned source)
{
	return is_same_source(l, value, source) &&
	       (l->sources[source].steps_by >= 0 || l->sources[value].steps_by < 0);
}

/* Is VALUE a value of SOURCE, or worked out from one and others? */
bool is_worked_out_from(const struct lengths *l, tree value, unsigned source, unsigned depth)
{
	gimple *statement;
	unsigned own;

	if (TREE_CODE(value) != SSA_NAME || !is_source(l, value, &own))
		return false;
	if (is_part_of(l, own, source))
		return true;
	statement = SSA_NAME_DEF_STMT(value);
	if (depth > 6 || SSA_NAME_IS_DEFAULT_DEF(value))
		return false;
	for (unsigned i = 0; is_gimple_call(statement) && i < gimple_call_num_args(statement); i++)
		if (is_worked_out_from(l, gimple_call_arg(statement, i), source, depth + 1))
			return true;
	if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
		return false;
	for (unsigned i = 1; i < gimple_num_ops(statement); i++)
		if (is_worked_out_from(l, gimple_op(statement, i), source, depth + 1))
			return true;
	return false;
}

static bool rests_on_counter(const struct lengths *l, tree value, unsigned depth)
{
	gimple *statement;

	if (TREE_CODE(value) != SSA_NAME || depth > 6)
		return false;
	if (const_cast<struct lengths *>(l)->counters.contains(value))
		return true;
	statement = SSA_NAME_DEF_STMT(value);
	if (SSA_NAME_IS_DEFAULT_DEF(value) || !is_gimple_assign(statement) ||
	    gimple_assign_load_p(statement))
		return false;
	for (unsigned i = 1; i < gimple_num_ops(statement); i++)
		if (rests_on_counter(l, gimple_op(statement, i), depth + 1))
			return true;
	return false;
}

/* Is USE one of as many as a length says, in a loop? */
bool is_counted(const struct lengths *l, gimple *use)
{
	ssa_op_iter iterator;
	tree value;

	FOR_EACH_SSA_TREE_OPERAND(value, use, iterator, SSA_OP_USE)
	if (rests_on_counter(l, value, 0))
		return true;
	return false;
}

/* STORED into an object, and READ from there again. */
struct carried {
	tree stored, read;
};

/* The follower: names whose uses are still to be looked at. */
struct follower {
	struct analysis *a;
	struct lengths *l;
	auto_vec<struct carried> carried; /* through objects that calls have filled */
	auto_vec<tree> waiting;
	unsigned followed;
};

static void reach(struct follower *f, tree name, unsigned source)
{
	unsigned known;

	if (!name || TREE_CODE(name) != SSA_NAME ||
	    (!INTEGRAL_TYPE_P(TREE_TYPE(name)) && !POINTER_TYPE_P(TREE_TYPE(name))))
		return;
	/* A length that is added where a walk has come to says more. */
	if (is_source(f->l, name, &known) &&
	    (f->l->sources[known].steps_by < 0 || f->l->sources[source].steps_by >= 0 ||
	     f->l->sources[known].value == name))
		return;
	f->l->of.put(name, source);
	f->waiting.safe_push(name);
}

static unsigned add_source(struct follower *f, tree value, tree reference, tree pointer)
{
	struct length_source s = {};

	s.value = value;
	s.reference = reference;
	s.pointer = pointer;
	s.steps_by = -1;
	f->l->sources.safe_push(s);
	return f->l->sources.length() - 1;
}

static void add_use(struct follower *f, const struct length_use &use)
{
	for (const struct length_use &known : f->l->uses)
		if (known.statement == use.statement && known.reference == use.reference &&
		    known.argument == use.argument)
			return;
	if (f->l->uses.length() < MAX_USES)
		f->l->uses.safe_push(use);
}

/* Does each turn of PHI's loop add a constant to it? */
static bool counts(gphi *phi)
{
	tree result = gimple_phi_result(phi);
	bool turns = false;

	for (unsigned i = 0; i < gimple_phi_num_args(phi); i++) {
		tree value = gimple_phi_arg_def(phi, i);
		gimple *step;

		if (!dominated_by_p(CDI_DOMINATORS, gimple_phi_arg_edge(phi, i)->src,
				    gimple_bb(phi)))
			continue;
		for (unsigned k = 0;; k++) {
			if (TREE_CODE(value) != SSA_NAME || k > 4)
				return false;
			if (value == result)
				break;
			step = SSA_NAME_DEF_STMT(value);
			if (!is_gimple_assign(step))
				return false;
			switch (gimple_assign_rhs_code(step)) {
			case PLUS_EXPR:
			case MINUS_EXPR:
			case POINTER_PLUS_EXPR:
				if (TREE_CODE(gimple_assign_rhs2(step)) != INTEGER_CST)
					return false;
				turns = true;
				break;
			case SSA_NAME:
			CASE_CONVERT:
				break;
			default:
				return false;
			}
			value = gimple_assign_rhs1(step);
		}
	}
	return turns;
}

/* The merge at a loop's head that VALUE is, or is worked out from by constants; or NULL. */
static gphi *counter_behind(tree value)
{
	for (unsigned i = 0; i < 6 && TREE_CODE(value) == SSA_NAME; i++) {
		gimple *statement = SSA_NAME_DEF_STMT(value);

		if (gimple_code(statement) == GIMPLE_PHI)
			return counts(as_a<gphi *>(statement)) ? as_a<gphi *>(statement) : NULL;
		if (!is_gimple_assign(statement) || gimple_assign_load_p(statement))
			return NULL;
		if (gimple_num_ops(statement) > 2 &&
		    TREE_CODE(gimple_assign_rhs2(statement)) != INTEGER_CST)
			return NULL;
		value = gimple_assign_rhs1(statement);
	}
	return NULL;
}

/* What counts turns of a loop that SOURCE ends reaches as far as SOURCE says. */
static void reach_counters(struct follower *f, basic_block head, unsigned source)
{
	for (gphi_iterator gsi = gsi_start_phis(head); !gsi_end_p(gsi); gsi_next(&gsi))
		if (!virtual_operand_p(gimple_phi_result(gsi.phi())) && counts(gsi.phi())) {
			f->l->counters.add(gimple_phi_result(gsi.phi()));
			reach(f, gimple_phi_result(gsi.phi()), source);
		}
}

static void at_branch(struct follower *f, gimple *branch, tree left, enum tree_code code,
		      tree right, tree name, unsigned source)
{
	struct length_condition c = { branch, left, right, source };
	tree other = left == name ? right : left;
	gphi *counter;

	/* For one value or another: says nothing of how large it may be. */
	if ((code == EQ_EXPR || code == NE_EXPR) && TREE_CODE(other) == INTEGER_CST) {
		/* while (count--): what moves along with it. */
		counter = code == NE_EXPR || integer_zerop(other) ? counter_behind(name) : NULL;
		if (counter)
			reach_counters(f, gimple_bb(counter), source);
		return;
	}
	counter = counter_behind(other);
	if (counter && dominated_by_p(CDI_DOMINATORS, gimple_bb(branch), gimple_bb(counter)))
		reach_counters(f, gimple_bb(counter), source);
	else if ((counter = counter_behind(name)) &&
		 dominated_by_p(CDI_DOMINATORS, gimple_bb(branch), gimple_bb(counter)) &&
		 TREE_CODE(other) == INTEGER_CST)
		reach_counters(f, gimple_bb(counter), source);
	f->l->conditions.safe_push(c);
}

/* A truth value that came of a comparison: the branches that ask for it. */
static void at_truth(struct follower *f, tree truth, tree left, enum tree_code code, tree right,
		     tree name, unsigned source, unsigned depth)
{
	gimple *statement;
	imm_use_iterator iterator;
	auto_vec<gimple *> users;

	if (TREE_CODE(truth) != SSA_NAME || depth > 6)
		return;
	FOR_EACH_IMM_USE_STMT(statement, iterator, truth)
	users.safe_push(statement);
	for (gimple *user : users) {
		if (gimple_code(user) == GIMPLE_COND)
			at_branch(f, user, left, code, right, name, source);
		else if (gimple_code(user) == GIMPLE_PHI)
			at_truth(f, gimple_phi_result(user), left, code, right, name, source,
				 depth + 1);
		else if (gimple_get_lhs(user) && !gimple_store_p(user))
			at_truth(f, gimple_get_lhs(user), left, code, right, name, source,
				 depth + 1);
	}
}

/* DISTANCE is how far a cursor that steps by SOURCE has come: what compares it. */
static void at_distance(struct follower *f, tree distance, unsigned source, unsigned depth)
{
	gimple *user;
	imm_use_iterator iterator;

	FOR_EACH_IMM_USE_STMT(user, iterator, distance)
	{
		if (gimple_code(user) == GIMPLE_COND) {
			struct length_condition c = { user, gimple_cond_lhs(user),
						      gimple_cond_rhs(user), source };

			f->l->conditions.safe_push(c);
		} else if (depth < 4 && is_gimple_assign(user) &&
			   CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(user)) &&
			   TREE_CODE(gimple_assign_lhs(user)) == SSA_NAME) {
			at_distance(f, gimple_assign_lhs(user), source, depth + 1);
		}
	}
}

/* Does CALL only work out a number from numbers, in this unit? */
static bool only_reckons(gimple *call)
{
	tree callee = gimple_call_fndecl(call), lhs = gimple_call_lhs(call);

	if (!lhs || TREE_CODE(lhs) != SSA_NAME || !INTEGRAL_TYPE_P(TREE_TYPE(lhs)) ||
	    !has_body_in_ssa(callee) || TREE_PUBLIC(callee))
		return false;
	for (unsigned i = 0; i < gimple_call_num_args(call); i++)
		if (!INTEGRAL_TYPE_P(TREE_TYPE(gimple_call_arg(call, i))))
			return false;
	return true;
}

/* Is PHI a choice between a value and something else, made by comparing the value: a minimum? */
static bool is_choice(struct follower *f, gphi *phi, unsigned source)
{
	basic_block above = get_immediate_dominator(CDI_DOMINATORS, gimple_bb(phi));
	gimple *last = above ? lc_last_stmt(above) : NULL;
	bool others = false;
	unsigned own;

	for (unsigned i = 0; i < gimple_phi_num_args(phi); i++)
		others |= !is_source(f->l, gimple_phi_arg_def(phi, i), &own) || own != source;
	if (!others || !last || gimple_code(last) != GIMPLE_COND)
		return false;
	for (const struct length_condition &c : f->l->conditions)
		if (c.branch == last && is_same_source(f->l, c.source, source))
			return true;
	/* Not looked at yet: does it ask for the value itself? */
	return (is_source(f->l, gimple_cond_lhs(last), &own) && own == source &&
		TREE_CODE(gimple_cond_rhs(last)) != INTEGER_CST) ||
	       (is_source(f->l, gimple_cond_rhs(last), &own) && own == source);
}

/* RESULT is no more than SOURCE, and no more than something else. */
static void reach_capped(struct follower *f, tree result, unsigned source)
{
	struct length_source capped = f->l->sources[source];

	if (f->l->of.get(result) || f->l->sources.length() >= MAX_SOURCES)
		return;
	capped.capped = true;
	f->l->sources.safe_push(capped);
	reach(f, result, f->l->sources.length() - 1);
}

static void at_merge(struct follower *f, gphi *phi, tree name, unsigned source)
{
	basic_block block = gimple_bb(phi);
	tree result = gimple_phi_result(phi);
	bool head = false;

	for (unsigned i = 0; i < gimple_phi_num_args(phi); i++) {
		edge e = gimple_phi_arg_edge(phi, i);
		struct length_source *s;
		unsigned walk;

		if (!dominated_by_p(CDI_DOMINATORS, e->src, block))
			continue;
		head = true;
		if (gimple_phi_arg_def(phi, i) != name || f->l->of.get(result) ||
		    f->l->sources.length() >= MAX_SOURCES)
			continue;
		/* The next turn starts where the length of this one says. */
		walk = add_source(f, result, NULL_TREE, NULL_TREE);
		s = &f->l->sources[walk];
		s->steps_by = (int)source;
		s->back = e;
		reach(f, result, walk);
	}
	if (head || !is_choice(f, phi, source))
		reach(f, result, source);
	else if (is_signed_lesser(phi, name))
		reach_capped(f, result, source);
}

static void at_call(struct follower *f, gimple *call, unsigned source)
{
	auto_vec<struct length_use> uses;

	f->l->takers.safe_push(call);
	if ((called_name(call) && swaps_bytes(call)) || only_reckons(call)) {
		reach(f, gimple_call_lhs(call), source);
		return;
	}
	accessed_by_call(f->a, call, &uses);
	for (const struct length_use &use : uses)
		add_use(f, use);
}

/* Does REFERENCE depend on a name of the value: as an index, or as what it looks through? */
static void at_access(struct follower *f, gimple *statement, tree reference, bool write)
{
	struct length_use use = { statement, reference, write, 0, NULL };
	unsigned own;
	tree base;

	if (!reference || TREE_CODE(reference) == SSA_NAME || CONSTANT_CLASS_P(reference))
		return;
	for (tree r = reference; handled_component_p(r); r = TREE_OPERAND(r, 0))
		if (TREE_CODE(r) == ARRAY_REF && is_source(f->l, TREE_OPERAND(r, 1), &own)) {
			add_use(f, use);
			return;
		}
	base = base_of(reference);
	if (base && TREE_CODE(base) == MEM_REF && is_source(f->l, TREE_OPERAND(base, 0), &own))
		add_use(f, use);
}

static void at_assignment(struct follower *f, gimple *statement, tree name, unsigned source)
{
	enum tree_code code = gimple_assign_rhs_code(statement);
	tree lhs = gimple_assign_lhs(statement), rhs = gimple_assign_rhs1(statement);

	if (gimple_assign_load_p(statement) || gimple_store_p(statement)) {
		at_access(f, statement, rhs, false);
		if (gimple_store_p(statement))
			at_access(f, statement, lhs, true);
		return;
	}
	if (TREE_CODE_CLASS(code) == tcc_comparison) {
		at_truth(f, lhs, rhs, code, gimple_assign_rhs2(statement), name, source, 0);
		return;
	}
	if (code == POINTER_DIFF_EXPR && rhs == name)
		at_distance(f, lhs, source, 0);
	switch (code) {
	case ADDR_EXPR:
	case SSA_NAME:
	CASE_CONVERT:
	case PLUS_EXPR:
	case MINUS_EXPR:
	case MULT_EXPR:
	case LSHIFT_EXPR:
	case RSHIFT_EXPR:
	case TRUNC_DIV_EXPR:
	case BIT_AND_EXPR:
	case BIT_IOR_EXPR:
	case BIT_XOR_EXPR:
	case NEGATE_EXPR:
	case POINTER_PLUS_EXPR:
	case LROTATE_EXPR:
	case RROTATE_EXPR:
		reach(f, lhs, source);
		break;
	case MIN_EXPR:
		if (!TYPE_UNSIGNED(TREE_TYPE(lhs)))
			reach_capped(f, lhs, source);
		break;
	default:
		break; /* a remainder, a choice: bounded by something else */
	}
}

static void follow(struct follower *f, tree name)
{
	unsigned source = *f->l->of.get(name);
	gimple *user;
	imm_use_iterator iterator;
	auto_vec<gimple *> users;

	FOR_EACH_IMM_USE_STMT(user, iterator, name)
	users.safe_push(user);
	for (const struct carried &carried : f->carried)
		if (carried.stored == name)
			reach(f, carried.read, source);
	for (gimple *statement : users) {
		if (is_gimple_debug(statement) || ++f->followed > MAX_FOLLOWED)
			continue;
		if (gimple_code(statement) == GIMPLE_PHI)
			at_merge(f, as_a<gphi *>(statement), name, source);
		else if (gimple_code(statement) == GIMPLE_COND)
			at_branch(f, statement, gimple_cond_lhs(statement),
				  gimple_cond_code(statement), gimple_cond_rhs(statement), name,
				  source);
		else if (is_gimple_assign(statement))
			at_assignment(f, statement, name, source);
		else if (is_gimple_call(statement))
			at_call(f, statement, source);
		else
			reach(f, hidden_in_asm(statement, name), source);
	}
}

static void follow_all(struct follower *f)
{
	while (!f->waiting.is_empty())
		follow(f, f->waiting.pop());
}

/* Numbers that come from outside as they are. */
static void reach_arguments(struct follower *f)
{
	function *fun = f->a->fun;

	if (!is_called_from_outside(f->a->model, fun->decl))
		return;
	for (tree p = DECL_ARGUMENTS(fun->decl); p; p = DECL_CHAIN(p)) {
		tree name = ssa_default_def(fun, p);
		unsigned source;

		if (!name || TREE_CODE(TREE_TYPE(p)) != INTEGER_TYPE ||
		    f->l->sources.length() >= MAX_SOURCES)
			continue;
		source = add_source(f, name, NULL_TREE, NULL_TREE);
		f->l->sources[source].argument = true;
		reach(f, name, source);
	}
}

void follow_lengths(struct analysis *a, struct lengths *l)
{
	struct follower f;
	auto_vec<gimple *> amounts;
	basic_block block;

	f.a = a;
	f.l = l;
	f.followed = 0;
	find_fills(a, l);
	FOR_EACH_BB_FN(block, a->fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *statement = gsi_stmt(gsi);
			tree pointer = NULL_TREE, reference = NULL_TREE, stored = NULL_TREE;

			if (loads_out_of_bytes(statement) ||
			    loads_what_was_filled(a, l, statement, &stored))
				reference = gimple_assign_rhs1(statement);
			else
				pointer = read_by_call(statement);
			if (stored)
				f.carried.safe_push({ stored, gimple_assign_lhs(statement) });
			if ((reference || pointer) && l->sources.length() < MAX_SOURCES)
				reach(&f, gimple_get_lhs(statement),
				      add_source(&f, gimple_get_lhs(statement), reference,
						 pointer));
			else if (loads_amount_received(a->model, statement))
				amounts.safe_push(statement);
		}
	reach_arguments(&f);
	follow_all(&f);
	/* What comes of both is first of all a length out of the bytes. */
	for (gimple *load : amounts) {
		if (l->sources.length() >= MAX_SOURCES)
			break;
		reach(&f, gimple_get_lhs(load),
		      add_source(&f, gimple_get_lhs(load), gimple_assign_rhs1(load), NULL_TREE));
		l->sources.last().amount = true;
	}
	follow_all(&f);
}
