/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which bytes of one object a function has written at each of its statements:
 * a flow of two bits a byte through the blocks, on some way and on every way.
 * What is not understood may write anything.
 */
#include "written.h"

#include "cfganal.h"

#define MOST_DEPTH 4
#define MOST_BITS (1u << 22) /* of all blocks together */
#define MOST_STEPS 1024 /* elements that one store through an index may reach */

struct writing new_writing(HOST_WIDE_INT size)
{
	struct writing w = { sbitmap_alloc(size), sbitmap_alloc(size) };

	bitmap_clear(w.may);
	bitmap_clear(w.must);
	return w;
}

void free_writing(struct writing *w)
{
	sbitmap_free(w->may);
	sbitmap_free(w->must);
}

/* Marks BYTES from OFFSET on in what fits of BITS. */
static void set(sbitmap bits, HOST_WIDE_INT size, HOST_WIDE_INT offset, HOST_WIDE_INT end)
{
	offset = MAX(offset, 0);
	end = MIN(end, size);
	if (offset < end)
		bitmap_set_range(bits, (unsigned)offset, (unsigned)(end - offset));
}

static void mark(struct written *w, struct writing *out, struct reach r, bool certain)
{
	if (r.offset < 0) {
		set(out->may, w->size, 0, w->size);
		return;
	}
	set(out->may, w->size, r.offset, r.end);
	if (certain)
		set(out->must, w->size, r.offset, r.end);
}

static void mark_all(struct written *w, struct writing *out)
{
	struct reach all = { -1, 0 };

	mark(w, out, all, false);
}

/* Marks what REFERENCE covers. */
static void mark_reference(struct written *w, struct writing *out, tree reference)
{
	struct parts p = {};
	struct reach r, at;
	bool known = take_apart(reference, &p);
	HOST_WIDE_INT n = 1;

	if (!is_in_object(w, known ? p.base : base_of(reference), &r))
		return;
	for (unsigned i = 0; i < p.n && n <= MOST_STEPS; i++)
		n *= p.count[i];
	if (!known || r.offset < 0 || n > MOST_STEPS) {
		mark_all(w, out);
		return;
	}
	for (HOST_WIDE_INT i = 0; i < n; i++) {
		HOST_WIDE_INT rest = i, shift = 0;

		for (unsigned k = 0; k < p.n; k++) {
			shift += rest % p.count[k] * p.step[k];
			rest /= p.count[k];
		}
		at.offset = r.offset + shift + p.bit / BITS_PER_UNIT;
		at.end = r.offset + shift + (p.bit + p.bits + BITS_PER_UNIT - 1) / BITS_PER_UNIT;
		mark(w, out, at, !p.n);
	}
}

/* What a function of the unit writes of what a parameter points to; kept by parameter. */
static hash_map<tree, struct writing *> *of_parameters;

static bool writes_of_parameter(struct analysis *a, tree function, unsigned i, unsigned depth,
				struct writing **there)
{
	tree parameter = DECL_ARGUMENTS(function), name;
	struct writing **known;
	struct written w = {};

	while (parameter && i--)
		parameter = DECL_CHAIN(parameter);
	if (!parameter || depth > MOST_DEPTH)
		return false;
	if (!of_parameters)
		of_parameters = new hash_map<tree, struct writing *>();
	known = of_parameters->get(parameter);
	if (known) {
		*there = *known;
		return *known != NULL;
	}
	/* One that comes to call itself writes anything, for all that is known meanwhile. */
	of_parameters->put(parameter, NULL);
	name = ssa_default_def(DECL_STRUCT_FUNCTION(function), parameter);
	*there = XCNEW(struct writing);
	**there = new_writing(MOST_BYTES);
	if (name) {
		if (!written_begin(&w, a, DECL_STRUCT_FUNCTION(function), name, MOST_BYTES,
				   depth + 1)) {
			free_writing(*there);
			free(*there);
			return false;
		}
		written_before(&w, NULL, *there);
		written_end(&w);
	}
	of_parameters->put(parameter, *there);
	return true;
}

void forget_written(void)
{
	if (!of_parameters)
		return;
	for (auto each : *of_parameters)
		if (each.second) {
			free_writing(each.second);
			free(each.second);
		}
	delete of_parameters;
	of_parameters = NULL;
}

/* CALL of a function of the unit gets a pointer to R as argument I. */
static void mark_callee(struct written *w, struct writing *out, gimple *call, unsigned i,
			struct reach r)
{
	struct writing *inner;

	if (!writes_of_parameter(w->a, gimple_call_fndecl(call), i, w->depth, &inner)) {
		mark_all(w, out);
		return;
	}
	if (r.offset < 0) {
		if (!bitmap_empty_p(inner->may))
			mark_all(w, out);
		return;
	}
	for (HOST_WIDE_INT k = 0; r.offset + k < w->size && k < MOST_BYTES; k++) {
		if (bitmap_bit_p(inner->may, (unsigned)k))
			bitmap_set_bit(out->may, (unsigned)(r.offset + k));
		if (bitmap_bit_p(inner->must, (unsigned)k))
			bitmap_set_bit(out->must, (unsigned)(r.offset + k));
	}
}

/* CALL writes AMOUNT bytes at R, or no more than that. */
static void mark_amount(struct written *w, struct writing *out, gimple *call,
			const struct lc_model_amount *amount, struct reach r, bool certain)
{
	struct lc_linear bytes = {};

	/* Values are those of the function that is looked at. */
	if (w->fun == w->a->fun)
		bytes = amount_of_call(w->a, call, amount);
	else if (amount->n == 1 && amount->factors[0].what == LC_WHAT_ARGUMENT &&
		 amount->added.what == LC_WHAT_NOTHING && !amount->plus &&
		 TREE_CODE(gimple_call_arg(call, amount->factors[0].argument)) == INTEGER_CST)
		bytes = lc_linear_constant(
			int_cst_value(gimple_call_arg(call, amount->factors[0].argument)));
	if (!bytes.valid || !lc_linear_is_constant(&bytes))
		certain = false;
	else if (r.offset >= 0)
		r.end = r.offset + bytes.constant;
	mark(w, out, r, certain);
}

static bool is(const struct lc_model_operand *operand, unsigned i)
{
	return operand->what == LC_WHAT_ARGUMENT && operand->argument == (int)i;
}

/* Is argument I of CALL declared as a pointer to what is const? */
static bool is_to_const(gimple *call, unsigned i)
{
	tree type = gimple_call_fntype(call), list = type ? TYPE_ARG_TYPES(type) : NULL_TREE;

	while (list && i--)
		list = TREE_CHAIN(list);
	return list && POINTER_TYPE_P(TREE_VALUE(list)) &&
	       TYPE_READONLY(TREE_TYPE(TREE_VALUE(list)));
}

/* CALL gets a pointer to R as argument I. */
static void mark_argument(struct written *w, struct writing *out, gimple *call, unsigned i,
			  struct reach r)
{
	const struct lc_model_copy *copy = copy_of_call(w->a, call);
	const struct lc_model_fill *fill = fill_of_call(w->a, call);
	const struct lc_model_sink *sink = sink_of_call(w->a, call);
	const struct lc_model_idiom *idiom = idiom_of_call(w->a, call);
	const char *name = called_name(call);
	tree callee = gimple_call_fndecl(call);

	if (gimple_call_internal_p(call)) {
		if (gimple_call_internal_fn(call) != IFN_ASAN_MARK)
			mark_all(w, out);
	} else if (copy) {
		if (is(&copy->writes, i))
			mark_amount(w, out, call, &copy->bytes, r, true);
	} else if (fill && is(&fill->buffer, i)) {
		mark_amount(w, out, call, &fill->room, r, false);
	} else if (idiom && is(&idiom->pointer, i)) {
		if (idiom->write)
			mark_amount(w, out, call, &idiom->bytes, r, true);
	} else if ((sink && is(&sink->pointer, i)) || is_to_const(call, i) ||
		   (gimple_call_flags(call) & (ECF_CONST | ECF_PURE)) ||
		   (name && lc_model_is_quiet(w->a->model, name))) {
		return;
	} else if (callee && has_body_in_ssa(callee) &&
		   cgraph_node::get(callee)->get_availability() > AVAIL_INTERPOSABLE) {
		mark_callee(w, out, call, i, r);
	} else {
		mark(w, out, r, false);
		/* Who has got the whole may keep it. */
		if (r.end >= w->size)
			mark_all(w, out);
	}
}

static void mark_call(struct written *w, struct writing *out, gimple *call)
{
	struct reach r;

	for (unsigned i = 0; i < gimple_call_num_args(call); i++)
		if (points_into(w, gimple_call_arg(call, i), &r))
			mark_argument(w, out, call, i, r);
	if (gimple_call_lhs(call) && TREE_CODE(gimple_call_lhs(call)) != SSA_NAME)
		mark_reference(w, out, gimple_call_lhs(call));
}

/* The object is copied from another of the function's own, with what that has of holes. */
static bool mark_copied(struct written *w, struct writing *out, gimple *statement)
{
	tree from = gimple_assign_rhs1(statement);
	struct written other = {};
	struct writing there;
	bool begun;

	if (gimple_assign_lhs(statement) != w->object || !VAR_P(from) || from == w->object ||
	    is_global_var(from) || w->depth > MOST_DEPTH)
		return false;
	begun = written_begin(&other, w->a, w->fun, from, w->size, w->depth + 1);
	if (!begun)
		return false;
	there = new_writing(w->size);
	written_before(&other, statement, &there);
	written_end(&other);
	bitmap_copy(out->may, there.may);
	bitmap_copy(out->must, there.must);
	w->cleared |= other.cleared;
	free_writing(&there);
	return true;
}

/* The address goes somewhere from where it may be used: an integer, memory, an answer. */
static bool escapes(struct written *w, gimple *statement)
{
	struct reach r;
	tree lhs = gimple_get_lhs(statement);

	if (!is_gimple_assign(statement) || gimple_assign_load_p(statement) ||
	    TREE_CODE_CLASS(gimple_assign_rhs_code(statement)) == tcc_comparison ||
	    gimple_assign_rhs_code(statement) == POINTER_DIFF_EXPR)
		return false;
	if (!points_into(w, gimple_assign_rhs1(statement), &r) &&
	    !(gimple_num_ops(statement) > 2 && gimple_assign_rhs2(statement) &&
	      points_into(w, gimple_assign_rhs2(statement), &r)))
		return false;
	return TREE_CODE(lhs) != SSA_NAME || !w->pointers->get(lhs);
}

static bool mentions(gimple *, tree base, tree, void *data)
{
	struct written *w = (struct written *)data;
	struct reach r;

	return is_in_object(w, get_base_address(base) ? get_base_address(base) : base, &r);
}

/* Changes OUT as STATEMENT does. */
static void transfer(struct written *w, struct writing *out, gimple *statement)
{
	tree lhs;

	if (is_gimple_debug(statement))
		return;
	if (gimple_clobber_p(statement)) {
		/* The variable ends here, or begins anew. */
		if (gimple_assign_lhs(statement) == w->object) {
			bitmap_clear(out->may);
			bitmap_clear(out->must);
		}
		return;
	}
	if (is_gimple_call(statement)) {
		/* Allocated anew. */
		if (gimple_call_lhs(statement) == w->object) {
			bitmap_clear(out->may);
			bitmap_clear(out->must);
		}
		mark_call(w, out, statement);
		return;
	}
	if (gimple_code(statement) == GIMPLE_ASM) {
		bool any =
			walk_stmt_load_store_addr_ops(statement, w, mentions, mentions, mentions);

		for (unsigned i = 0; i < gimple_num_ops(statement) && !any; i++) {
			tree op = gimple_op(statement, i);
			struct reach r;

			op = op && TREE_CODE(op) == TREE_LIST ? TREE_VALUE(op) : op;
			any = op && points_into(w, op, &r);
		}
		if (any)
			mark_all(w, out);
		return;
	}
	if (!is_gimple_assign(statement))
		return;
	if (escapes(w, statement))
		mark_all(w, out);
	lhs = gimple_assign_lhs(statement);
	if (TREE_CODE(lhs) == SSA_NAME || mark_copied(w, out, statement))
		return;
	mark_reference(w, out, lhs);
	w->cleared |= lhs == w->object && TREE_CODE(gimple_assign_rhs1(statement)) == CONSTRUCTOR;
}

/* What is written where BLOCK starts, by what its predecessors end with; ENDS by block index. */
static void merge(basic_block block, const auto_vec<struct writing> &ends, sbitmap reached,
		  struct writing *out)
{
	bool first = true;
	edge e;
	edge_iterator ei;

	bitmap_clear(out->may);
	bitmap_clear(out->must);
	FOR_EACH_EDGE(e, ei, block->preds) {
		if (!bitmap_bit_p(reached, e->src->index))
			continue;
		bitmap_ior(out->may, out->may, ends[e->src->index].may);
		if (first)
			bitmap_copy(out->must, ends[e->src->index].must);
		else
			bitmap_and(out->must, out->must, ends[e->src->index].must);
		first = false;
	}
}

static void flow(struct written *w)
{
	auto_vec<int> order;
	auto_vec<struct writing> ends;
	auto_sbitmap reached(last_basic_block_for_fn(w->fun));
	int *rpo = XNEWVEC(int, n_basic_blocks_for_fn(w->fun));
	int n = pre_and_rev_post_order_compute_fn(w->fun, NULL, rpo, false);
	struct writing before = new_writing(w->size);
	bool changed = true;

	for (int i = 0; i < last_basic_block_for_fn(w->fun); i++) {
		ends.safe_push(new_writing(w->size));
		w->at_start.safe_push(new_writing(w->size));
	}
	bitmap_clear(reached);
	bitmap_set_bit(reached, ENTRY_BLOCK);
	while (changed) {
		changed = false;
		for (int i = 0; i < n; i++) {
			basic_block block = BASIC_BLOCK_FOR_FN(w->fun, rpo[i]);
			struct writing *out = &ends[block->index];

			merge(block, ends, reached, &w->at_start[block->index]);
			bitmap_copy(before.may, out->may);
			bitmap_copy(before.must, out->must);
			bitmap_copy(out->may, w->at_start[block->index].may);
			bitmap_copy(out->must, w->at_start[block->index].must);
			for (gimple_stmt_iterator it = gsi_start_bb(block); !gsi_end_p(it);
			     gsi_next(&it)) {
				w->a->work++;
				transfer(w, out, gsi_stmt(it));
			}
			changed |= !bitmap_bit_p(reached, block->index) ||
				   !bitmap_equal_p(before.may, out->may) ||
				   !bitmap_equal_p(before.must, out->must);
			bitmap_set_bit(reached, block->index);
		}
	}
	merge(EXIT_BLOCK_PTR_FOR_FN(w->fun), ends, reached, &w->at_start[EXIT_BLOCK]);
	free_writing(&before);
	for (struct writing &each : ends)
		free_writing(&each);
	free(rpo);
}

bool written_begin(struct written *w, struct analysis *a, function *fun, tree object,
		   HOST_WIDE_INT size, unsigned depth)
{
	struct reach all = { 0, size };
	bool followed;

	w->a = a;
	w->fun = fun;
	w->object = object;
	w->size = size;
	w->depth = depth;
	if (size <= 0 || size > MOST_BYTES ||
	    (uint64_t)size * last_basic_block_for_fn(fun) > MOST_BITS)
		return false;
	w->pointers = new hash_map<tree, struct reach>();
	if (TREE_CODE(object) == SSA_NAME)
		w->pointers->put(object, all);
	push_cfun(fun);
	followed = find_pointers(w);
	if (followed)
		flow(w);
	else
		delete w->pointers;
	pop_cfun();
	return followed;
}

void written_end(struct written *w)
{
	for (struct writing &each : w->at_start)
		free_writing(&each);
	delete w->pointers;
}

void written_before(struct written *w, gimple *statement, struct writing *out)
{
	basic_block block = statement ? gimple_bb(statement) : EXIT_BLOCK_PTR_FOR_FN(w->fun);

	bitmap_copy(out->may, w->at_start[block->index].may);
	bitmap_copy(out->must, w->at_start[block->index].must);
	for (gimple_stmt_iterator it = gsi_start_bb(block);
	     statement && !gsi_end_p(it) && gsi_stmt(it) != statement; gsi_next(&it))
		transfer(w, out, gsi_stmt(it));
}
