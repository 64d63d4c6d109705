/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * When a length out of bytes that is not proven to be small enough is a
 * finding: whether something seen here could have compared it all the same.
 */
#include "lengths.h"
#include "speakers.h"

#define MAX_LOOP 200 /* blocks */

static const struct length_source *read_of(const struct lengths *l, unsigned source)
{
	while (l->sources[source].steps_by >= 0)
		source = (unsigned)l->sources[source].steps_by;
	return &l->sources[source];
}

/* Is POINTER what a call answers that nobody knows: an allocation, or a cookie? */
static bool is_from_unknown_call(struct analysis *a, tree pointer, unsigned depth)
{
	gimple *statement = TREE_CODE(pointer) == SSA_NAME ? SSA_NAME_DEF_STMT(pointer) : NULL;
	tree type;

	if (!statement || SSA_NAME_IS_DEFAULT_DEF(pointer))
		return false;
	if (gimple_code(statement) == GIMPLE_PHI) {
		for (unsigned i = 0; depth && i < gimple_phi_num_args(statement); i++)
			if (is_from_unknown_call(a, gimple_phi_arg_def(statement, i), depth - 1))
				return true;
		return false;
	}
	if (is_gimple_assign(statement) && !gimple_assign_load_p(statement))
		return depth && is_from_unknown_call(a, gimple_assign_rhs1(statement), depth - 1);
	type = is_gimple_call(statement) ? gimple_call_fntype(statement) : NULL_TREE;
	return type && points_to_void(TREE_TYPE(type)) && !source_of_call(a, statement);
}

/* Do the bytes certainly come from outside: packets, tables, a buffer with its length? */
static bool is_from_outside(struct analysis *a, const struct length_source *s,
			    const struct root *root)
{
	tree base = s->reference ? base_of(s->reference) : NULL_TREE;
	struct lc_arena *arena = &a->unit->arena;

	if (base && holds_pointers(TREE_TYPE(base), 0))
		return false;
	if (s->reference && has_wire_type(s->reference))
		return true;
	if (root->node && !root->is_object && is_from_unknown_call(a, root->node, 4))
		return false;
	if (base &&
	    lc_model_domain(a->model, describe_type(arena, TREE_TYPE(base))) != LC_DOMAIN_OTHER)
		return true;
	if (root->is_object)
		return false;
	if (root->pair || root->source || root->header)
		return true;
	return root->bytes &&
	       (length_of(a, root) || (base && RECORD_OR_UNION_TYPE_P(TREE_TYPE(base))));
}

/* Does SOURCE certainly come from outside, or was it filled from there? */
bool comes_from_outside(struct analysis *a, const struct lengths *l, unsigned source)
{
	const struct length_source *s = read_of(l, source);
	struct root root = root_of_read(a, s);

	return s->argument || is_from_outside(a, s, &root) ||
	       is_filled_before(a, l, SSA_NAME_DEF_STMT(s->value), &root);
}

/* Does CALL get a pointer to the bytes that the value is in, and answer with a number that may be asked for? */
static bool may_look_into(struct analysis *a, gimple *call, const struct root *root,
			  const struct length_source *s)
{
	const char *name = called_name(call);
	tree lhs = gimple_call_lhs(call);
	static const char *const fill[] = { "read",     "recv", "msg",  "copy_from", "get",
					    "transfer", "xfer", "Read", "Receive" };

	if (!lhs || !INTEGRAL_TYPE_P(TREE_TYPE(lhs)) || gimple_call_builtin_p(call))
		return false;
	if (name && (lc_model_is_quiet(a->model, name) || lc_model_find_guard(a->model, name) ||
		     lc_model_find_source(a->model, name)))
		return false;
	for (const char *each : fill)
		if (name && strstr(name, each))
			return false;
	for (unsigned i = 0; i < gimple_call_num_args(call); i++) {
		tree argument = gimple_call_arg(call, i);
		struct root other;

		if (!POINTER_TYPE_P(TREE_TYPE(argument)) || TREE_CODE(argument) != SSA_NAME)
			continue;
		if (argument == s->pointer && gimple_call_num_args(call) == 1)
			continue; /* reads a number, as this one did */
		other = root_of(a, argument);
		if (other.start.valid && lc_linear_equal(&other.start, &root->start))
			return true;
	}
	return false;
}

/* Does the branch C give facts on the way to BLOCK, so that the judge sees what it says? */
static bool gives_facts(struct analysis *a, const struct length_condition *c, basic_block block)
{
	for (; block; block = get_immediate_dominator(CDI_DOMINATORS, block)) {
		auto_vec<lc_fact *> *facts;

		a->work++;
		if (!single_pred_p(block) || single_pred(block) != gimple_bb(c->branch))
			continue;
		facts = guards_at(a, block);
		return facts && !facts->is_empty();
	}
	return false;
}

/* Does C compare a value with what only counts up to it? */
static bool is_count(const struct lengths *l, const struct length_condition *c)
{
	unsigned left, right;

	return is_source(l, c->left, &left) && is_source(l, c->right, &right) &&
	       is_same_source(l, left, c->source) && is_same_source(l, right, c->source);
}

static tree field_read(const struct length_source *s)
{
	return s->reference && TREE_CODE(s->reference) == COMPONENT_REF ?
		       TREE_OPERAND(s->reference, 1) :
		       NULL_TREE;
}

/* Is the length beside the bytes of ROOT a parameter that this callback does not look at? */
static bool is_length_unread(struct analysis *a, const struct root *root)
{
	tree length = length_parameter_of(a, root),
	     name = length ? ssa_default_def(a->fun, length) : NULL_TREE;
	cgraph_node *node = cgraph_node::get(a->fun->decl);

	return node && node->address_taken && length && (!name || has_zero_uses(name));
}

/* May everyone who calls this function have compared it? */
static const char *why_callers(struct analysis *a, const struct length_source *s,
			       const struct root *root, struct lc_need *need, bool counted)
{
	tree parameter = root->node && TREE_CODE(root->node) == SSA_NAME ?
				 parameter_behind(root->node) :
				 NULL_TREE;
	tree field = field_read(s);
	gimple *call = NULL;

	if (is_called_from_outside(a->model, a->fun->decl))
		return NULL;
	/* How many records there are knows only who goes through them. */
	if (!counted && may_be_compared_by_layer(a, root))
		return "the layer that hands the record over may have compared it";
	if (root->pair && field && a_caller_compares(a, a->fun->decl, field))
		return "a function that calls this one compares it";
	if (!parameter || root->pair)
		return NULL;
	if (!TREE_PUBLIC(a->fun->decl) && is_length_unread(a, root))
		return "it takes no notice of its length: who calls it by its address may have compared it";
	if (length_of(a, root) && !field)
		return NULL;
	if (TREE_PUBLIC(a->fun->decl) || !field)
		return length_of(a, root) || need->is_step ? NULL :
							     "the callers may have compared it";
	if (callers_may_compare(a, a->fun->decl, parameter, field, false, MOST_CALLERS, &call))
		return "the callers of this static function may have compared it";
	if (call) {
		need->caller.place = place_of(a->unit, gimple_location(call));
		need->caller.text = "the function is called here, and nothing compared it before";
	}
	return NULL;
}

/* Is VALUE a source less something? Then *SOURCE is that. */
static bool is_difference_of(const struct lengths *l, tree value, unsigned *source)
{
	gimple *statement = SSA_NAME_DEF_STMT(value);

	return !SSA_NAME_IS_DEFAULT_DEF(value) && is_gimple_assign(statement) &&
	       gimple_assign_rhs_code(statement) == MINUS_EXPR &&
	       is_source(l, gimple_assign_rhs1(statement), source);
}

/*
 * Does C keep a walk within its bytes: is the step compared with anything but a
 * constant, or what is left with what is wanted, where it can go below 0?
 */
static bool keeps_walk(const struct lengths *l, const struct length_condition *c, unsigned walk)
{
	unsigned step = (unsigned)l->sources[walk].steps_by;

	for (unsigned side = 0; side < 2; side++) {
		tree value = side ? c->right : c->left, other = side ? c->left : c->right;
		unsigned own;

		if ((TREE_CODE(other) != INTEGER_CST && is_worked_out_from(l, value, step, 0)) ||
		    is_distance(l, value, walk))
			return true;
		if (!is_source(l, value, &own) || !is_same_source(l, own, walk))
			continue;
		/* What is left once this record is taken off. */
		if (is_difference_of(l, value, &own) && !is_same_source(l, own, walk))
			continue;
		if ((l->sources[own].steps_by >= 0 || is_taken_off(l, value, walk)) &&
		    INTEGRAL_TYPE_P(TREE_TYPE(value)) && !TYPE_UNSIGNED(TREE_TYPE(value)))
			return true;
	}
	return false;
}

/* Is it known what CALL does with a length, and that it is not to compare it with anything? */
static bool compares_nothing(struct analysis *a, gimple *call)
{
	const struct lc_model_guard *guard = guard_of_call(a, call);
	const struct lc_model_move *move = move_of_call(a, call);

	if (guard || move)
		return (!guard || guard->when == LC_WHEN_ALWAYS) &&
		       (!move || move->when == LC_WHEN_ALWAYS);
	return allocator_of_call(a, call) || gimple_call_flags(call) & ECF_MALLOC ||
	       copy_of_call(a, call) || fill_of_call(a, call) || sink_of_call(a, call);
}

/* Does USE fill the bytes of ROOT, and with them the length that it is about? */
static bool is_about_to_be_filled(struct analysis *a, gimple *use, const struct root *root)
{
	const struct lc_model_fill *fill = is_gimple_call(use) ? fill_of_call(a, use) : NULL;
	struct lc_linear buffer;

	if (!fill || fill->buffer.what != LC_WHAT_ARGUMENT)
		return false;
	buffer = linear_of(a, gimple_call_arg(use, fill->buffer.argument));
	return lc_linear_equal(&buffer, &root->start);
}

/* Why an open USE of a value of SOURCE is none for what this function says alone, or NULL. */
static const char *why_silent_here(struct analysis *a, const struct lengths *l, gimple *use,
				   unsigned source, const struct lc_need *need)
{
	const struct length_source *s = read_of(l, source);
	struct root root = root_of_read(a, s);
	bool filled = s->argument || is_filled_before(a, l, SSA_NAME_DEF_STMT(s->value), &root);

	if (a->exhausted)
		return "the bound on work was reached";
	if (!filled && is_about_to_be_filled(a, use, &root))
		return "its bytes are filled only then: what they held is the program's own";
	if (!filled && !s->amount && !is_from_outside(a, s, &root))
		return "nothing says that these bytes come from outside";
	if (!filled && !s->amount && (is_kept(a, &root) || is_member_kept(&root)))
		return "it may have been checked when it was kept";
	if (is_written_here(a, l, s))
		return "the function writes it itself";
	for (const struct length_condition &c : l->conditions) {
		if (l->sources[source].steps_by >= 0 && keeps_walk(l, &c, source))
			return "a comparison in the loop may cover it";
		if ((!is_worked_out_from(l, c.left, source, 0) &&
		     !is_worked_out_from(l, c.right, source, 0)) ||
		    (need->is_size && only_caps(c.branch)) || is_count(l, &c) ||
		    gives_facts(a, &c, gimple_bb(use)))
			continue;
		if (dominated_by_p(CDI_DOMINATORS, gimple_bb(use), gimple_bb(c.branch)) ?
			    may_precede(c.branch, use) :
			    may_cover(a, gimple_bb(c.branch), gimple_bb(use)))
			return "a comparison elsewhere in the function may cover it";
	}
	return NULL;
}

/* Why an open USE of a value of SOURCE is no finding, or NULL if it is one. */
const char *why_silent_about(struct analysis *a, const struct lengths *l, gimple *use,
			     unsigned source, struct lc_need *need)
{
	const struct length_source *s = read_of(l, source);
	struct root root = root_of_read(a, s);
	bool filled = s->argument || is_filled_before(a, l, SSA_NAME_DEF_STMT(s->value), &root);
	const char *why = why_silent_here(a, l, use, source, need);

	need->silent_here = why;
	if (!why && !filled && !s->amount)
		why = why_callers(a, s, &root, need, is_counted(l, use));
	if (why)
		return why;
	for (gimple *call : l->takers) {
		unsigned own;

		if (call == use || !gimple_call_lhs(call) || gimple_call_builtin_p(call) ||
		    compares_nothing(a, call) || !may_precede(call, use))
			continue;
		for (unsigned i = 0; i < gimple_call_num_args(call); i++)
			if (is_source(l, gimple_call_arg(call, i), &own) &&
			    is_same_source(l, own, source) &&
			    INTEGRAL_TYPE_P(TREE_TYPE(gimple_call_arg(call, i))) &&
			    !is_source(l, gimple_call_lhs(call), &own))
				return "a function that was called may have compared it";
	}
	basic_block block;

	FOR_EACH_BB_FN(block, a->fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *call = gsi_stmt(gsi);

			if (is_gimple_call(call) && call != use && may_precede(call, use) &&
			    may_look_into(a, call, &root, s))
				return "a function that was called may have looked at it";
		}
	return NULL;
}

/* Does VALUE, by which a loop is left, change though the walk at HEAD stands still? */
static bool changes(struct analysis *a, const struct lengths *l, basic_block head,
		    hash_set<basic_block> *loop, tree value, unsigned walk, unsigned depth)
{
	gimple *statement;
	unsigned own;

	if (TREE_CODE(value) != SSA_NAME)
		return false;
	if (depth > 8)
		return true;
	if (SSA_NAME_IS_DEFAULT_DEF(value))
		return false;
	statement = SSA_NAME_DEF_STMT(value);
	if (!loop->contains(gimple_bb(statement)))
		return false;
	if (gimple_code(statement) == GIMPLE_PHI) {
		if (gimple_bb(statement) == head)
			return !(is_source(l, value, &own) && l->sources[own].steps_by >= 0 &&
				 is_same_source(l, own, walk));
		for (unsigned i = 0; i < gimple_phi_num_args(statement); i++)
			if (changes(a, l, head, loop, gimple_phi_arg_def(statement, i), walk,
				    depth + 1))
				return true;
		return false;
	}
	if (is_gimple_call(statement))
		return !gimple_call_builtin_p(statement) &&
		       !is_source(l, gimple_call_lhs(statement), &own);
	if (!is_gimple_assign(statement))
		return true;
	if (gimple_assign_load_p(statement)) {
		tree base = base_of(gimple_assign_rhs1(statement));

		return !base || TREE_CODE(base) != MEM_REF ||
		       changes(a, l, head, loop, TREE_OPERAND(base, 0), walk, depth + 1) ||
		       !root_of(a, TREE_OPERAND(base, 0)).bytes;
	}
	for (unsigned i = 1; i < gimple_num_ops(statement); i++)
		if (changes(a, l, head, loop, gimple_op(statement, i), walk, depth + 1))
			return true;
	return false;
}

/* Why a walk that stands still ends all the same, or NULL if nothing ends it. */
const char *why_it_ends(struct analysis *a, const struct lengths *l, unsigned walk)
{
	const struct length_source *s = &l->sources[walk];
	basic_block head = gimple_bb(SSA_NAME_DEF_STMT(s->value));
	hash_set<basic_block> loop;
	auto_vec<basic_block> waiting;
	edge e;
	edge_iterator ei;

	loop.add(head);
	FOR_EACH_EDGE(e, ei, head->preds)
		if (dominated_by_p(CDI_DOMINATORS, e->src, head) && !loop.add(e->src))
			waiting.safe_push(e->src);
	while (!waiting.is_empty()) {
		basic_block block = waiting.pop();

		if (loop.elements() > MAX_LOOP)
			return "the loop is too large to look through";
		FOR_EACH_EDGE(e, ei, block->preds)
			if (!loop.add(e->src))
				waiting.safe_push(e->src);
	}
	for (basic_block block : loop) {
		bool leaves = false;
		gimple *last = lc_last_stmt(block);

		FOR_EACH_EDGE(e, ei, block->succs)
			leaves |= !loop.contains(e->dest) &&
				  !(e->flags & (EDGE_EH | EDGE_ABNORMAL));
		if (!leaves || !last)
			continue;
		if (gimple_code(last) == GIMPLE_COND &&
		    (changes(a, l, head, &loop, gimple_cond_lhs(last), walk, 0) ||
		     changes(a, l, head, &loop, gimple_cond_rhs(last), walk, 0)))
			return "the loop is also left for another reason";
		if (gimple_code(last) == GIMPLE_SWITCH &&
		    changes(a, l, head, &loop, gimple_switch_index(as_a<gswitch *>(last)), walk, 0))
			return "the loop is also left for another reason";
	}
	return NULL;
}
