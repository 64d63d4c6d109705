/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What each kind of model entry holds, as one table.
 */
#include "model_schema.h"

#include <string.h>

#define FIELD(type, key, value, required, member)                                         \
	{                                                                                 \
		key, LC_VALUE_##value, required, offsetof(struct lc_model_##type, member) \
	}
#define FUNCTION(type) FIELD(type, "function", FUNCTION, true, function)

const struct lc_model_schema lc_model_schemas[LC_MODEL_KINDS] = {
	[LC_MODEL_PAIR] = { "pair",
			    "pairs",
			    sizeof(struct lc_model_pair),
			    2,
			    7,
			    { FIELD(pair, "struct", NAME, true, record),
			      FIELD(pair, "pointer", PATH, true, pointer),
			      FIELD(pair, "bytes", MEMBERS, false, bytes),
			      FIELD(pair, "end", PATH, false, end),
			      FIELD(pair, "domain", DOMAIN, false, domain),
			      FIELD(pair, "untrusted", YES, false, untrusted),
			      FIELD(pair, "layered", YES, false, layered) } },
	[LC_MODEL_GUARD] = { "guard",
			     "guards",
			     sizeof(struct lc_model_guard),
			     1,
			     3,
			     { FUNCTION(guard), FIELD(guard, "when", WHEN, true, when),
			       FIELD(guard, "then", RELATION, true, more) } },
	[LC_MODEL_MOVE] = { "move",
			    "moves",
			    sizeof(struct lc_model_move),
			    1,
			    7,
			    { FUNCTION(move), FIELD(move, "direction", DIRECTION, true, direction),
			      FIELD(move, "pointer", OPERAND, true, pointer),
			      FIELD(move, "length", OPERAND, true, length),
			      FIELD(move, "by", AMOUNT, false, by),
			      FIELD(move, "when", WHEN, false, when),
			      FIELD(move, "to", AMOUNT, false, to) } },
	[LC_MODEL_SOURCE] = { "source",
			      "sources",
			      sizeof(struct lc_model_source),
			      1,
			      11,
			      { FUNCTION(source), FIELD(source, "pointer", OPERAND, false, pointer),
				FIELD(source, "when", WHEN, false, when),
				FIELD(source, "bytes", AMOUNT, false, bytes),
				FIELD(source, "aligned", ALIGNMENT, false, aligned),
				FIELD(source, "domain", DOMAIN, false, domain),
				FIELD(source, "null", YES, false, null),
				FIELD(source, "untrusted", YES, false, untrusted),
				FIELD(source, "helper", NAME, false, helper),
				FIELD(source, "exact", YES, false, exact),
				FIELD(source, "also", AMOUNT, false, also) } },
	[LC_MODEL_ACCESSOR] = { "accessor",
				"accessors",
				sizeof(struct lc_model_accessor),
				1,
				6,
				{ FUNCTION(accessor),
				  FIELD(accessor, "pointer", OPERAND, false, pointer),
				  FIELD(accessor, "offset", AMOUNT, false, offset),
				  FIELD(accessor, "bytes", AMOUNT, false, bytes),
				  FIELD(accessor, "checked", YES, false, checked),
				  FIELD(accessor, "domain", DOMAIN, false, domain) } },
	[LC_MODEL_FILL] = { "fill",
			    "fills",
			    sizeof(struct lc_model_fill),
			    1,
			    10,
			    { FUNCTION(fill), FIELD(fill, "buffer", OPERAND, true, buffer),
			      FIELD(fill, "bytes", AMOUNT, true, bytes),
			      FIELD(fill, "room", AMOUNT, false, room),
			      FIELD(fill, "when", WHEN, false, when),
			      FIELD(fill, "untrusted", YES, false, untrusted),
			      FIELD(fill, "domain", DOMAIN, false, domain),
			      FIELD(fill, "flags", OPERAND, false, flags),
			      FIELD(fill, "counting", BITS, false, counting),
			      FIELD(fill, "asking", YES, false, asking) } },
	[LC_MODEL_SINK] = { "sink",
			    "sinks",
			    sizeof(struct lc_model_sink),
			    1,
			    4,
			    { FUNCTION(sink), FIELD(sink, "pointer", OPERAND, true, pointer),
			      FIELD(sink, "bytes", AMOUNT, true, bytes),
			      FIELD(sink, "leaves", EXIT, true, leaves) } },
	[LC_MODEL_ALLOCATOR] = { "allocator",
				 "allocators",
				 sizeof(struct lc_model_allocator),
				 1,
				 6,
				 { FUNCTION(allocator),
				   FIELD(allocator, "bytes", AMOUNT, true, bytes),
				   FIELD(allocator, "zeroed", YES, false, zeroed),
				   FIELD(allocator, "aligned", ALIGNMENT, false, aligned),
				   FIELD(allocator, "flags", OPERAND, false, flags),
				   FIELD(allocator, "zeroing", BITS, false, zeroing) } },
	[LC_MODEL_MAP] = { "map",
			   "maps",
			   sizeof(struct lc_model_map),
			   1,
			   2,
			   { FUNCTION(map), FIELD(map, "bytes", AMOUNT, false, bytes) } },
	[LC_MODEL_IDIOM] = { "idiom",
			     "idioms",
			     sizeof(struct lc_model_idiom),
			     1,
			     4,
			     { FUNCTION(idiom), FIELD(idiom, "pointer", OPERAND, true, pointer),
			       FIELD(idiom, "bytes", AMOUNT, true, bytes),
			       FIELD(idiom, "access", WRITE, true, write) } },
	[LC_MODEL_COPY] = { "copy",
			    "copies",
			    sizeof(struct lc_model_copy),
			    1,
			    5,
			    { FUNCTION(copy), FIELD(copy, "writes", OPERAND, false, writes),
			      FIELD(copy, "reads", OPERAND, false, reads),
			      FIELD(copy, "compares", OPERAND, false, compares),
			      FIELD(copy, "bytes", AMOUNT, true, bytes) } },
	[LC_MODEL_HEADER] = { "header",
			      "headers",
			      sizeof(struct lc_model_header),
			      1,
			      4,
			      { FIELD(header, "struct", NAME, true, record),
				FIELD(header, "bytes", MEMBERS, false, bytes),
				FIELD(header, "checked", YES, false, checked),
				FIELD(header, "domain", DOMAIN, false, domain) } },
	[LC_MODEL_UNTRUSTED_FIELD] = { "untrusted-field",
				       "untrusted-fields",
				       sizeof(struct lc_model_untrusted_field),
				       2,
				       2,
				       { FIELD(untrusted_field, "struct", NAME, true, record),
					 FIELD(untrusted_field, "field", PATH, true, field) } },
	[LC_MODEL_UNTRUSTED_VALUE] = { "untrusted-value",
				       "untrusted-values",
				       sizeof(struct lc_model_untrusted_value),
				       1,
				       2,
				       { FUNCTION(untrusted_value),
					 FIELD(untrusted_value, "value", OPERAND, true, value) } },
	[LC_MODEL_CALLBACK] = { "callback",
				"callbacks",
				sizeof(struct lc_model_callback),
				2,
				2,
				{ FIELD(callback, "struct", NAME, true, record),
				  FIELD(callback, "field", NAME, true, field) } },
	[LC_MODEL_TYPE] = { "type",
			    "types",
			    sizeof(struct lc_model_type),
			    1,
			    2,
			    { FIELD(type, "match", GLOB, true, glob),
			      FIELD(type, "domain", DOMAIN, true, domain) } },
	[LC_MODEL_QUIET] = { "quiet",
			     "quiet",
			     sizeof(struct lc_model_quiet),
			     1,
			     1,
			     { FIELD(quiet, "match", GLOB, true, glob) } },
	[LC_MODEL_NATIVE] = { "native",
			      "native",
			      sizeof(struct lc_model_native),
			      1,
			      1,
			      { FIELD(native, "match", GLOB, true, glob) } },
	[LC_MODEL_HOST_ORDER] = { "host-order",
				  "host-order",
				  sizeof(struct lc_model_host_order),
				  1,
				  1,
				  { FIELD(host_order, "match", GLOB, true, glob) } },
	[LC_MODEL_BYTE_ORDER] = { "byte-order",
				  "byte-order",
				  sizeof(struct lc_model_byte_order),
				  1,
				  1,
				  { FIELD(byte_order, "match", GLOB, true, glob) } },
};

static const char *const whens[] = { "always",   "nonzero",     "zero",
				     "positive", "nonnegative", "negative" };
static const char *const domains[] = { "other", "packet", "firmware-table", "register" };
static const char *const directions[] = { "pull", "push", "put", "keep", "trim" };
static const char *const exits[] = { "user", "network", "file", "device" };
static const char *const yes[] = { "no", "yes" };
static const char *const accesses[] = { "read", "write" };

#define WORDS(array) array, sizeof(array) / sizeof(array[0])

static const struct {
	const char *const *words;
	size_t n;
	const char *expected;
} values[] = {
	[LC_VALUE_FUNCTION] = { NULL, 0, "a function with its parameters: name (first, second)" },
	[LC_VALUE_NAME] = { NULL, 0, "a name" },
	[LC_VALUE_PATH] = { NULL, 0, "a member's name, or names joined by dots" },
	[LC_VALUE_GLOB] = { NULL, 0, "a name or a shell pattern of one" },
	[LC_VALUE_AMOUNT] = { NULL, 0,
			      "an amount: a parameter, *parameter, parameter->field, return, a "
			      "number, a product of two, or one of these + a parameter + a number" },
	[LC_VALUE_MEMBERS] = { NULL, 0,
			       "an amount: a member's name, a number, a product of two, or one of "
			       "these + a number" },
	[LC_VALUE_OPERAND] = { NULL, 0, "a parameter, *parameter, parameter->field or return" },
	[LC_VALUE_ALIGNMENT] = { NULL, 0, "a number of bytes or a parameter" },
	[LC_VALUE_BITS] = { NULL, 0, "a number that has bits" },
	[LC_VALUE_RELATION] = { NULL, 0, "amount >= amount (or <=, >, <)" },
	[LC_VALUE_WHEN] = { WORDS(whens),
			    "always, nonzero, zero, positive, nonnegative or negative" },
	[LC_VALUE_DOMAIN] = { WORDS(domains), "packet, firmware-table, register or other" },
	[LC_VALUE_DIRECTION] = { WORDS(directions), "pull, push, put, keep or trim" },
	[LC_VALUE_EXIT] = { WORDS(exits), "user, network, file or device" },
	[LC_VALUE_YES] = { WORDS(yes), "yes or no" },
	[LC_VALUE_WRITE] = { WORDS(accesses), "read or write" },
};

const char *const *lc_model_words(enum lc_model_value value, size_t *n)
{
	*n = values[value].n;
	return values[value].words;
}

const char *lc_model_expected(enum lc_model_value value)
{
	return values[value].expected;
}

static bool is_pointer(const struct lc_model_operand *operand)
{
	return operand->what == LC_WHAT_ARGUMENT || operand->what == LC_WHAT_FIELD ||
	       operand->what == LC_WHAT_POINTEE;
}

const char *lc_model_contradiction(enum lc_model_kind kind, const void *entry)
{
	const struct lc_model_pair *pair = entry;
	const struct lc_model_source *source = entry;
	const struct lc_model_move *move = entry;
	const struct lc_model_accessor *accessor = entry;
	const struct lc_model_fill *fill = entry;
	const struct lc_model_allocator *allocator = entry;
	const struct lc_model_copy *copy = entry;
	const struct lc_model_header *header = entry;

	switch (kind) {
	case LC_MODEL_PAIR:
		if (!pair->bytes.n == !pair->end)
			return "a pair has either 'bytes' or 'end': expected one of them";
		break;
	case LC_MODEL_SOURCE:
		if (source->pointer.what != LC_WHAT_RETURNED &&
		    source->pointer.what != LC_WHAT_POINTEE)
			return "'pointer' of a source: expected return or *parameter";
		if (source->pointer.what == LC_WHAT_RETURNED && source->when != LC_WHEN_ALWAYS)
			return "'when' speaks of what is returned, which here is the pointer: "
			       "expected it with 'pointer: *parameter' only";
		break;
	case LC_MODEL_MOVE:
		if (move->pointer.what != LC_WHAT_FIELD || move->length.what != LC_WHAT_FIELD ||
		    move->pointer.argument != move->length.argument)
			return "'pointer' and 'length' of a move: expected two fields of one "
			       "parameter";
		if (!move->by.n ==
		    (move->direction != LC_MOVE_KEEP && move->direction != LC_MOVE_TRIM))
			return "'by' says how far: expected it with pull, push and put only";
		if (!move->to.n == (move->direction == LC_MOVE_TRIM))
			return "'to' says what is left: expected it with trim only";
		break;
	case LC_MODEL_ACCESSOR:
		if (accessor->pointer.what != LC_WHAT_NOTHING && !is_pointer(&accessor->pointer))
			return "'pointer' of an accessor: expected a parameter or a field of one";
		if (accessor->offset.n && accessor->pointer.what == LC_WHAT_NOTHING)
			return "'offset' counts from 'pointer': expected both";
		if (accessor->checked && !accessor->bytes.n)
			return "'checked' speaks of 'bytes': expected both";
		break;
	case LC_MODEL_FILL:
		if (!is_pointer(&fill->buffer))
			return "'buffer' of a fill: expected a parameter or a field of one";
		if ((fill->flags.what == LC_WHAT_ARGUMENT) !=
		    (fill->counting.what == LC_WHAT_NUMBER))
			return "'counting' is a bit of 'flags', a parameter: expected both";
		if (fill->asking && !fill->room.n)
			return "'asking' speaks of 'room': expected both";
		break;
	case LC_MODEL_ALLOCATOR:
		if ((allocator->flags.what == LC_WHAT_ARGUMENT) !=
		    (allocator->zeroing.what == LC_WHAT_NUMBER))
			return "'zeroing' is a bit of 'flags', a parameter: expected both";
		break;
	case LC_MODEL_COPY:
		if (copy->writes.what == LC_WHAT_NOTHING && copy->reads.what == LC_WHAT_NOTHING &&
		    copy->compares.what == LC_WHAT_NOTHING)
			return "a copy has 'writes', 'reads' or 'compares': expected at least one of "
			       "them";
		break;
	case LC_MODEL_HEADER:
		if (header->checked && !header->bytes.n)
			return "'checked' speaks of 'bytes': expected both";
		break;
	default:
		break;
	}
	return NULL;
}
