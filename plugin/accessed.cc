/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which bytes a call accesses, and how many, as the model says (copies, what
 * is filled from outside, what leaves, accesses at any alignment) or else the
 * declaration of the function (attributes.cc), or its body (handed_on.cc).
 */
#include "attributes.h"

static void add(auto_vec<struct length_use> *uses, gimple *call,
		const struct lc_model_operand *pointer, const struct lc_model_amount *bytes,
		bool write)
{
	struct length_use use = {};

	if (pointer->what != LC_WHAT_ARGUMENT ||
	    (unsigned)pointer->argument >= gimple_call_num_args(call))
		return;
	use.statement = call;
	use.argument = (unsigned)pointer->argument;
	use.bytes = bytes;
	use.write = write;
	uses->safe_push(use);
}

/* Adds to USES what CALL accesses. */
void accessed_by_call(struct analysis *a, gimple *call, auto_vec<struct length_use> *uses)
{
	const struct lc_model_copy *copy = copy_of_call(a, call);
	const struct lc_model_fill *fill = fill_of_call(a, call);
	const struct lc_model_sink *sink = sink_of_call(a, call);
	const struct lc_model_idiom *idiom = idiom_of_call(a, call);

	if (copy) {
		add(uses, call, &copy->writes, &copy->bytes, true);
		add(uses, call, &copy->reads, &copy->bytes, false);
		add(uses, call, &copy->compares, &copy->bytes, false);
	}
	if (fill)
		add(uses, call, &fill->buffer, &fill->room, true);
	if (sink)
		add(uses, call, &sink->pointer, &sink->bytes, false);
	if (idiom)
		add(uses, call, &idiom->pointer, &idiom->bytes, idiom->write);
	if (uses->is_empty())
		declared_uses(a, call, uses);
	if (uses->is_empty())
		handed_on_uses(a, call, uses);
}

/* The arguments of the call that USE is of which say how many bytes it accesses. */
unsigned sizes_of_use(const struct length_use *use, tree sizes[2])
{
	unsigned n = 0;

	for (unsigned i = 0; use->bytes && i < use->bytes->n; i++) {
		const struct lc_model_operand *factor = &use->bytes->factors[i];

		if (factor->what == LC_WHAT_ARGUMENT &&
		    (unsigned)factor->argument < gimple_call_num_args(use->statement))
			sizes[n++] = gimple_call_arg(use->statement, factor->argument);
	}
	return n;
}

/* "memcpy (to, …)": the call that USE is of, with the pointer that it accesses through. */
const char *text_of_access(struct analysis *a, const struct length_use *use)
{
	const char *name = called_name(use->statement);
	unsigned n = gimple_call_num_args(use->statement);

	if (!name)
		name = "a function";
	else if (!strncmp(name, "__builtin_", 10))
		name += 10;
	return lc_arena_printf(&a->unit->arena, "%s (%s%s%s)", name, use->argument ? "…, " : "",
			       describe(&a->unit->arena,
					gimple_call_arg(use->statement, use->argument)),
			       use->argument + 1 < n ? ", …" : "");
}

/* AMOUNT of CALL, as far as it is constants, or -1. */
HOST_WIDE_INT constant_amount(gimple *call, const struct lc_model_amount *amount)
{
	HOST_WIDE_INT value = 1;

	if (!amount->n || amount->added.what != LC_WHAT_NOTHING)
		return -1;
	for (unsigned i = 0; i < amount->n; i++) {
		const struct lc_model_operand *factor = &amount->factors[i];
		tree argument;

		if (factor->what == LC_WHAT_NUMBER) {
			value *= factor->value;
			continue;
		}
		if (factor->what != LC_WHAT_ARGUMENT)
			return -1;
		argument = gimple_call_arg(call, factor->argument);
		if (TREE_CODE(argument) != INTEGER_CST || !tree_fits_shwi_p(argument))
			return -1;
		value *= tree_to_shwi(argument);
	}
	return value + amount->plus;
}
