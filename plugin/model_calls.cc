/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the model says of a call, as values and facts of the analysis.
 */
#include "analysis.h"

/* Is CALL one that SIGNATURE speaks of? */
static bool fits(gimple *call, const struct lc_model_signature *signature)
{
	tree callee = gimple_call_fndecl(call);

	return lc_model_fits(signature, gimple_call_num_args(call),
			     callee && !DECL_EXTERNAL(callee) && DECL_INITIAL(callee));
}

#define OF_CALL(type)                                                                  \
	const struct lc_model_##type *type##_of_call(struct analysis *a, gimple *call) \
	{                                                                              \
		const char *name = called_name(call);                                  \
		const struct lc_model_##type *found =                                  \
			name ? lc_model_find_##type(a->model, name) : NULL;            \
                                                                                       \
		return found && fits(call, &found->signature) ? found : NULL;          \
	}

OF_CALL(guard)
OF_CALL(move)
OF_CALL(source)
OF_CALL(accessor)
OF_CALL(fill)
OF_CALL(allocator)
OF_CALL(sink)
OF_CALL(idiom)

/* Is argument FLAGS of CALL a constant that holds none of BITS? */
static bool lacks_bits(gimple *call, const struct lc_model_operand *flags,
		       const struct lc_model_operand *bits)
{
	tree value = gimple_call_arg(call, flags->argument);

	return TREE_CODE(value) == INTEGER_CST &&
	       !(TREE_INT_CST_LOW(value) & (uint64_t)bits->value);
}

/* Does CALL, one of ALLOCATOR, certainly leave its memory as it was before? */
bool leaves_unwritten(const struct lc_model_allocator *allocator, gimple *call)
{
	if (allocator->zeroed || allocator->flags.what != LC_WHAT_ARGUMENT)
		return !allocator->zeroed;
	return lacks_bits(call, &allocator->flags, &allocator->zeroing);
}

/* The same of a copy, whose function goes by many names. */
const struct lc_model_copy *copy_of_call(struct analysis *a, gimple *call)
{
	const char *name = called_name(call);
	const struct lc_model_copy *found = name ? lc_model_find_copy(a->model, name) : NULL;
	char plain[64];
	size_t n;

	/* What a compiler or a checker puts around a name of C. */
	if (name && !found) {
		name += strncmp(name, "__builtin_", 10) ? 0 : 10;
		name += strncmp(name, "__", 2) ? 0 : 2;
		n = strlen(name);
		if (n >= sizeof(plain))
			return NULL;
		memcpy(plain, name, n + 1);
		if (n > 4 && !strcmp(plain + n - 4, "_chk"))
			plain[n - 4] = '\0';
		found = lc_model_find_copy(a->model, plain);
	}
	return found && fits(call, &found->signature) ? found : NULL;
}

static tree argument(gimple *call, const struct lc_model_operand *operand)
{
	return (unsigned)operand->argument < gimple_call_num_args(call) ?
		       gimple_call_arg(call, operand->argument) :
		       NULL_TREE;
}

/* What OPERAND of CALL is in memory, or NULL: skb->len, *size. */
tree reference_of_operand(struct analysis *a, gimple *call, const struct lc_model_operand *operand)
{
	tree base = operand->what == LC_WHAT_RETURNED_FIELD ? gimple_call_lhs(call) :
		    operand->what == LC_WHAT_FIELD || operand->what == LC_WHAT_POINTEE ?
							      argument(call, operand) :
							      NULL_TREE;

	if (!base || !POINTER_TYPE_P(TREE_TYPE(base)))
		return NULL_TREE;
	if (operand->what != LC_WHAT_POINTEE)
		return field_reference(a, base, operand->field);
	if (TREE_CODE(base) == ADDR_EXPR)
		return TREE_OPERAND(base, 0);
	return TREE_CODE(base) == SSA_NAME && COMPLETE_TYPE_P(TREE_TYPE(TREE_TYPE(base))) ?
		       build_simple_mem_ref(base) :
		       NULL_TREE;
}

/* The state of memory that CALL leaves behind. */
static tree memory_after(gimple *call)
{
	return gimple_vdef(call) ? gimple_vdef(call) : gimple_vuse(call);
}

/* What OPERAND of CALL is worth, memory being in state MEMORY; invalid if that is not known. */
static struct lc_linear value_of_operand(struct analysis *a, gimple *call,
					 const struct lc_model_operand *operand, tree memory)
{
	struct lc_linear none = {};
	tree value = NULL_TREE;
	lc_term t;

	if (operand->what == LC_WHAT_NUMBER)
		return lc_linear_constant(operand->value);
	if (operand->what == LC_WHAT_ARGUMENT)
		value = argument(call, operand);
	else if (operand->what == LC_WHAT_RETURNED)
		value = gimple_call_lhs(call);
	if (value)
		return (INTEGRAL_TYPE_P(TREE_TYPE(value)) || POINTER_TYPE_P(TREE_TYPE(value))) ?
			       linear_of(a, value) :
			       none;
	value = reference_of_operand(a, call, operand);
	if (!value || !memory ||
	    (!INTEGRAL_TYPE_P(TREE_TYPE(value)) && !POINTER_TYPE_P(TREE_TYPE(value))))
		return none;
	t = term_of_field_at(a, value, memory);
	return t ? lc_linear_term(t) : none;
}

/* AMOUNT of CALL once it has returned; invalid if it is not linear, or not known. */
struct lc_linear amount_of_call(struct analysis *a, gimple *call,
				const struct lc_model_amount *amount)
{
	struct lc_linear value = {}, other;

	if (!amount->n)
		return value;
	value = value_of_operand(a, call, &amount->factors[0], memory_after(call));
	if (amount->n > 1) {
		other = value_of_operand(a, call, &amount->factors[1], memory_after(call));
		value = linear_product(a, &value, &other);
	}
	if (amount->added.what != LC_WHAT_NOTHING) {
		other = value_of_operand(a, call, &amount->added, memory_after(call));
		value = lc_linear_add(&value, &other, 1);
	}
	return lc_linear_plus(&value, amount->plus);
}

static const char *text_of_operand(struct analysis *a, gimple *call,
				   const struct lc_model_operand *operand)
{
	struct lc_arena *arena = &a->unit->arena;
	tree value = operand->what == LC_WHAT_ARGUMENT ? argument(call, operand) :
		     operand->what == LC_WHAT_RETURNED ? gimple_call_lhs(call) :
							 reference_of_operand(a, call, operand);

	return value ? describe(arena, value) :
		       lc_arena_printf(arena, "%lld", (long long)operand->value);
}

/* AMOUNT as it would be written in C. */
const char *text_of_amount(struct analysis *a, gimple *call, const struct lc_model_amount *amount)
{
	struct lc_arena *arena = &a->unit->arena;
	const char *text = text_of_operand(a, call, &amount->factors[0]);

	if (amount->n > 1)
		text = lc_arena_printf(arena, "%s * %s", text,
				       text_of_operand(a, call, &amount->factors[1]));
	if (amount->added.what != LC_WHAT_NOTHING)
		text = lc_arena_printf(arena, "%s + %s", text,
				       text_of_operand(a, call, &amount->added));
	return !amount->plus ? text :
	       amount->plus > 0 ?
			       lc_arena_printf(arena, "%s + %lld", text, (long long)amount->plus) :
			       lc_arena_printf(arena, "%s - %lld", text, (long long)-amount->plus);
}

/* "skb_put (…, 24)": what a call asked for. */
static const char *text_of_call(struct analysis *a, gimple *call,
				const struct lc_model_amount *amount)
{
	return lc_arena_printf(&a->unit->arena, "%s (…, %s)", called_name(call),
			       text_of_amount(a, call, amount));
}

static void add_guard(struct analysis *a, auto_vec<lc_fact *> *facts, gimple *call,
		      const struct lc_model_guard *guard)
{
	struct lc_linear more = amount_of_call(a, call, &guard->more);
	struct lc_linear less = amount_of_call(a, call, &guard->less);

	/* Making room is no comparison. */
	add_fact(a, facts, guard->when == LC_WHEN_ALWAYS ? LC_FACT_VALUE : LC_FACT_GUARD,
		 lc_linear_add(&more, &less, -1), gimple_location(call),
		 text_of_call(a, call, &guard->less), NULL);
}

/*
 * The length after MOVE. A pull that fails changes nothing, and one that wraps
 * makes it larger: so it is never less than what it was before, less the bytes pulled.
 */
static void add_move(struct analysis *a, auto_vec<lc_fact *> *facts, gimple *call,
		     const struct lc_model_move *move, bool succeeded)
{
	struct lc_linear after = value_of_operand(a, call, &move->length, gimple_vdef(call));
	struct lc_linear before = value_of_operand(a, call, &move->length, gimple_vuse(call));
	struct lc_linear by, least = lc_linear_add(&after, &before, -1);
	location_t where = gimple_location(call);
	const char *text;

	if (move->direction == LC_MOVE_KEEP) {
		if (succeeded || move->when == LC_WHEN_ALWAYS)
			add_equal(a, facts, LC_FACT_VALUE, least, where,
				  lc_arena_printf(&a->unit->arena, "%s keeps '%s'", move->function,
						  text_of_operand(a, call, &move->length)),
				  NULL);
		return;
	}
	if (move->direction == LC_MOVE_TRIM) {
		by = amount_of_call(a, call, &move->to);
		text = text_of_call(a, call, &move->to);
		add_fact(a, facts, LC_FACT_VALUE, lc_linear_scale(&least, -1), where, text, NULL);
		add_fact(a, facts, LC_FACT_VALUE, lc_linear_add(&by, &after, -1), where, text,
			 NULL);
		return;
	}
	by = amount_of_call(a, call, &move->by);
	text = text_of_call(a, call, &move->by);
	if (move->direction == LC_MOVE_PULL) {
		if (succeeded && move->when != LC_WHEN_ALWAYS)
			add_fact(a, facts, LC_FACT_GUARD, lc_linear_add(&before, &by, -1), where,
				 text, NULL);
		add_fact(a, facts, LC_FACT_VALUE, lc_linear_add(&least, &by, 1), where, text, NULL);
	} else if (succeeded || move->when == LC_WHEN_ALWAYS) {
		add_fact(a, facts, LC_FACT_VALUE, lc_linear_add(&after, &by, -1), where, text,
			 NULL);
		add_fact(a, facts, LC_FACT_VALUE, lc_linear_add(&least, &by, -1), where, text,
			 NULL);
	}
}

/*
 * If a call has trimmed the length that is term T, and left the bytes where they are, what it
 * was *BEFORE: so many can still be read.
 */
bool length_before_trim(struct analysis *a, lc_term t, struct lc_linear *before)
{
	tree memory = a->terms[t].kind == TERM_LOAD ? a->terms[t].memory : NULL_TREE;
	gimple *call = memory && !SSA_NAME_IS_DEFAULT_DEF(memory) ? SSA_NAME_DEF_STMT(memory) :
								    NULL;
	const struct lc_model_move *move = call && is_gimple_call(call) ? move_of_call(a, call) :
									  NULL;
	struct lc_linear after;

	if (!move || move->direction != LC_MOVE_TRIM || move->when != LC_WHEN_ALWAYS)
		return false;
	after = value_of_operand(a, call, &move->length, gimple_vdef(call));
	if (!after.valid || !lc_linear_coefficient(&after, t))
		return false;
	*before = value_of_operand(a, call, &move->length, gimple_vuse(call));
	return before->valid;
}

/* There are AMOUNT bytes where the call left a pointer to them. */
static void add_source(struct analysis *a, auto_vec<lc_fact *> *facts, gimple *call,
		       const struct lc_model_source *source, const struct lc_model_amount *amount)
{
	struct lc_linear extent, bytes = amount_of_call(a, call, amount);
	struct root root = {};

	root.start = value_of_operand(a, call, &source->pointer, memory_after(call));
	if (!root.start.valid || !bytes.valid)
		return;
	extent = lc_linear_term(term_of_end(a, &root));
	extent = lc_linear_add(&extent, &root.start, -1);
	add_fact(a, facts, LC_FACT_EXTENT, lc_linear_add(&extent, &bytes, -1),
		 gimple_location(call),
		 lc_arena_printf(&a->unit->arena, "%s gives '%s' bytes", source->function,
				 text_of_amount(a, call, amount)),
		 NULL);
}

/* Does CALL, one of FILL, certainly say how many bytes it has filled, and not how many there were? */
bool tells_filled(struct analysis *a, const struct lc_model_fill *fill, gimple *call)
{
	struct lc_linear some;

	if (fill->asking) {
		some = amount_of_call(a, call, &fill->room);
		some = lc_linear_plus(&some, -1);
		return some.valid && (lc_linear_is_constant(&some) ? some.constant >= 0 :
								     holds_at(a, &some, call));
	}
	return fill->flags.what != LC_WHAT_ARGUMENT ||
	       lacks_bits(call, &fill->flags, &fill->counting);
}

/* No more bytes are filled than there was room for. */
static void add_fill(struct analysis *a, auto_vec<lc_fact *> *facts, gimple *call,
		     const struct lc_model_fill *fill)
{
	struct lc_linear room = amount_of_call(a, call, &fill->room);
	struct lc_linear bytes = amount_of_call(a, call, &fill->bytes);

	add_fact(a, facts, LC_FACT_VALUE, lc_linear_add(&room, &bytes, -1), gimple_location(call),
		 lc_arena_printf(&a->unit->arena, "%s fills at most '%s' bytes", fill->function,
				 text_of_amount(a, call, &fill->room)),
		 NULL);
}

/* Does what is known of a call's result, a set of bits by 1 << when, make WHEN true? */
static bool is_met(enum lc_model_when when, unsigned outcome)
{
	return outcome & (1u << when);
}

/*
 * What holds after CALL because of what it returned: OUTCOME has the bit of
 * each lc_model_when that is known to be met.
 */
void add_outcome(struct analysis *a, auto_vec<lc_fact *> *facts, gimple *call, unsigned outcome)
{
	const struct lc_model_guard *guard = guard_of_call(a, call);
	const struct lc_model_move *move = move_of_call(a, call);
	const struct lc_model_source *source = source_of_call(a, call);
	const struct lc_model_fill *fill = fill_of_call(a, call);

	if (guard && is_met(guard->when, outcome))
		add_guard(a, facts, call, guard);
	if (move && gimple_vdef(call) && (outcome == OUTCOME_ANY || is_met(move->when, outcome)))
		add_move(a, facts, call, move, outcome != OUTCOME_ANY);
	if (source && source->pointer.what == LC_WHAT_POINTEE && is_met(source->when, outcome)) {
		add_source(a, facts, call, source, &source->bytes);
		add_source(a, facts, call, source, &source->also);
	}
	if (fill && is_met(fill->when, outcome) && tells_filled(a, fill, call))
		add_fill(a, facts, call, fill);
}

/* Which outcomes of a call follow from VALUE, what it returned, being CODE to BOUND? */
unsigned outcomes_of(tree value, enum tree_code code, tree bound)
{
	bool unsigned_value = TYPE_UNSIGNED(TREE_TYPE(value));
	HOST_WIDE_INT low = unsigned_value ? 0 : HOST_WIDE_INT_MIN, high = HOST_WIDE_INT_MAX, c;
	unsigned met = 0;

	if (TREE_CODE(bound) != INTEGER_CST || !tree_fits_shwi_p(bound))
		return 0;
	c = tree_to_shwi(bound);
	if (code == EQ_EXPR)
		low = high = c;
	else if (code == GE_EXPR || (code == GT_EXPR && c < HOST_WIDE_INT_MAX))
		low = MAX(low, c + (code == GT_EXPR));
	else if (code == LE_EXPR || (code == LT_EXPR && c > HOST_WIDE_INT_MIN))
		high = c - (code == LT_EXPR);
	else if (code == NE_EXPR && !c)
		return 1u << LC_WHEN_NONZERO | (unsigned_value ? 1u << LC_WHEN_POSITIVE : 0);
	if (low > 0 || high < 0)
		met |= 1u << LC_WHEN_NONZERO;
	if (low > 0)
		met |= 1u << LC_WHEN_POSITIVE;
	if (low >= 0)
		met |= 1u << LC_WHEN_NONNEGATIVE;
	if (high < 0)
		met |= 1u << LC_WHEN_NEGATIVE;
	if (!low && !high)
		met |= 1u << LC_WHEN_ZERO;
	return met;
}

/* What CALL returns if it is an accessor whose pointer and offset are known, or invalid. */
struct lc_linear view_of_call(struct analysis *a, gimple *call)
{
	const struct lc_model_accessor *accessor = accessor_of_call(a, call);
	struct lc_linear view = {}, offset;

	if (!accessor || !accessor->offset.n)
		return view;
	view = value_of_operand(a, call, &accessor->pointer, gimple_vuse(call));
	offset = amount_of_call(a, call, &accessor->offset);
	return lc_linear_add(&view, &offset, 1);
}

/* The source whose call left at REFERENCE, which STATEMENT loads, a pointer to bytes; or NULL. */
const struct lc_model_source *source_of_load(struct analysis *a, tree reference, gimple *statement)
{
	const struct lc_model_source *source;
	lc_term t = term_of_load(a, reference, statement);
	struct lc_linear pointer;
	gimple *call;

	if (!t || !a->terms[t].memory || SSA_NAME_IS_DEFAULT_DEF(a->terms[t].memory))
		return NULL;
	call = SSA_NAME_DEF_STMT(a->terms[t].memory);
	source = is_gimple_call(call) ? source_of_call(a, call) : NULL;
	if (!source || source->pointer.what != LC_WHAT_POINTEE)
		return NULL;
	pointer = value_of_operand(a, call, &source->pointer, gimple_vdef(call));
	return pointer.valid && lc_linear_coefficient(&pointer, t) ? source : NULL;
}
