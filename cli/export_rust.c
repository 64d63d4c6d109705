// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A record of C in Rust. What is packed there is made of types of alignment 1 here
 * (zerocopy's big_endian, little_endian, native_endian), so that references to members
 * stay possible; what cannot be said in Rust, bit-fields, becomes bytes.
 */
#include "export_rust.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"

#define BYTE 8
#define MAX_DEPTH 16

struct rust {
	FILE *file;
	const json_t *layouts;
	json_t *done; /* names of types that were printed, or are about to be */
	json_t *queue; /* names of those that are still to be printed */
	json_t *derives; /* by name: what is derived, a sum of enum derive */
};

/* What holds something that claims a contract needs it of what it holds. */
enum derive {
	FROM_BYTES = 1,
	TRY_FROM_BYTES = 2,
	FROM_ZEROS = 4,
	INTO_BYTES = 8,
	UNALIGNED = 16,
};

/* A definition in the making: its members, its assertions, and anonymous records before it. */
struct definition {
	char *members, *assertions;
	bool flexible; /* its last member is a slice: it has no size */
	json_int_t derives;
	bool small; /* C says alignment 1 */
	json_int_t alignment; /* of its members in Rust, bytes */
};

static json_int_t number(const json_t *object, const char *member)
{
	return json_integer_value(json_object_get(object, member));
}

static const char *string(const json_t *object, const char *member)
{
	const char *value = json_string_value(json_object_get(object, member));

	return value ? value : "";
}

/* *TEXT grows by MORE, which is freed. */
static void append(char **text, char *more)
{
	char *longer = cli_format("%s%s", *text, more);

	free(*text);
	free(more);
	*text = longer;
}

static const char *without_tag(const char *name)
{
	const char *space = strrchr(name, ' ');

	return space ? space + 1 : name;
}

/* NAME as an identifier; the caller frees. */
static char *identifier(const char *name)
{
	static const char *const words[] = {
		"abstract", "as",     "async",   "await",  "become",  "box",      "break", "const",
		"continue", "do",     "dyn",     "else",   "enum",    "extern",   "false", "final",
		"fn",       "for",    "gen",     "if",     "impl",    "in",       "let",   "loop",
		"macro",    "match",  "mod",     "move",   "mut",     "override", "priv",  "pub",
		"ref",      "return", "static",  "struct", "trait",   "true",     "try",   "type",
		"typeof",   "unsafe", "unsized", "use",    "virtual", "where",    "while", "yield",
	};

	if (!strcmp(name, "self") || !strcmp(name, "Self") || !strcmp(name, "crate") ||
	    !strcmp(name, "super"))
		return cli_format("%s_", name);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (!strcmp(name, words[i]))
			return cli_format("r#%s", name);
	return cli_strdup(name);
}

/* How many of an array, all dimensions; 1 if it is none, 0 if it is flexible. */
static json_int_t count_of(const json_t *field)
{
	const json_t *counts = json_object_get(field, "counts"), *count;
	json_int_t n = 1;
	size_t i;

	json_array_foreach(counts, i, count)
		n *= json_integer_value(count);
	return n;
}

static json_int_t bits_of_element(const json_t *field)
{
	return json_is_array(json_object_get(field, "counts")) ? number(field, "each") :
								 number(field, "width");
}

/* zerocopy's integer of a byte order: "big_endian::U16", or NULL. */
static char *ordered(const char *order, json_int_t bits, bool is_signed)
{
	if (bits != 16 && bits != 32 && bits != 64 && bits != 128)
		return NULL;
	return cli_format("zerocopy::%s_endian::%c%d",
			  !strcmp(order, "big-endian")    ? "big" :
			  !strcmp(order, "little-endian") ? "little" :
							    "native",
			  is_signed ? 'I' : 'U', (int)bits);
}

/* lc_be16 and its kin. */
static char *byte_order_type(const char *name, json_int_t bits)
{
	bool big = !strncmp(name, "lc_be", 5);

	if (!big && strncmp(name, "lc_le", 5))
		return NULL;
	if (name[5 + strspn(name + 5, "0123456789")] || atoi(name + 5) != bits)
		return NULL;
	return ordered(big ? "big-endian" : "little-endian", bits, false);
}

static void queue(struct rust *rust, const char *name)
{
	if (json_object_get(rust->done, name))
		return;
	if (json_object_set_new(rust->done, name, json_true()) ||
	    json_array_append_new(rust->queue, json_string(name)))
		cli_fatal("out of memory");
}

/* Without what its alignment does not allow. */
static json_int_t fitting(json_int_t derives, const json_t *record)
{
	return number(record, "alignment") == 1 ? derives : derives & ~(json_int_t)UNALIGNED;
}

static void define(struct rust *rust, const json_t *record, const char *name, json_int_t size,
		   json_int_t derives, unsigned depth);

/* The type of one element of FIELD; *ALIGNMENT is its alignment in bytes. Caller frees. */
static char *element_type(struct rust *rust, struct definition *d, const json_t *field,
			  const char *holder, const char *order, json_int_t *alignment,
			  unsigned depth)
{
	json_int_t bits = bits_of_element(field);
	const char *kind = string(field, "kind"), *type = string(field, "type");
	const char *own = string(field, "order");
	char *name, *found = NULL;
	const json_t *layout;

	*alignment = bits / BYTE ? bits / BYTE : 1;
	if (json_is_array(json_object_get(field, "fields"))) {
		name = cli_format("%s_%s", holder,
				  *string(field, "name") ? string(field, "name") : kind);
		for (unsigned i = 2; json_object_get(rust->done, name); i++) {
			free(name);
			name = cli_format("%s_%s%u", holder,
					  *string(field, "name") ? string(field, "name") : kind, i);
		}
		json_object_set_new(rust->done, name, json_true());
		define(rust, field, name, bits / BYTE, fitting(d->derives, field), depth + 1);
		*alignment = number(field, "alignment");
		return name;
	}
	if (!strcmp(kind, "struct") || !strcmp(kind, "union")) {
		*alignment = 1;
		name = byte_order_type(type, bits);
		if (name)
			return name;
		layout = json_object_get(rust->layouts, type);
		if (!layout)
			return cli_format("[u8; %d]", (int)(bits / BYTE));
		queue(rust, type);
		*alignment = number(layout, "alignment");
		return identifier(without_tag(type));
	}
	if (!strcmp(kind, "pointer"))
		return cli_strdup("*mut core::ffi::c_void");
	if (!strcmp(kind, "function pointer"))
		return cli_strdup("Option<unsafe extern \"C\" fn()>");
	if (!strcmp(kind, "bool") && bits == BYTE)
		return cli_strdup("bool");
	if (!strcmp(kind, "float") && (bits == 32 || bits == 64) && !d->small)
		return cli_format("f%d", (int)bits);
	if (!strcmp(kind, "integer") || !strcmp(kind, "enum")) {
		bool is_signed = json_is_true(json_object_get(field, "signed"));

		if (bits == BYTE)
			return cli_strdup(is_signed ? "i8" : "u8");
		if (d->small)
			found = ordered(*own ? own : order, bits, is_signed);
		if (found)
			*alignment = 1;
		else if (bits == 16 || bits == 32 || bits == 64 || bits == 128)
			found = cli_format("%c%d", is_signed ? 'i' : 'u', (int)bits);
		if (found)
			return found;
	}
	*alignment = 1;
	return cli_format("[u8; %d]", (int)(bits / BYTE));
}

/* ELEMENT, freed, in the array that FIELD is. */
static char *array_of(const json_t *field, char *element, bool last)
{
	const json_t *counts = json_object_get(field, "counts");

	for (size_t i = json_array_size(counts); i-- > 0;) {
		json_int_t n = json_integer_value(json_array_get(counts, i));
		char *array = !n && last && !i ? cli_format("[%s]", element) :
						 cli_format("[%s; %d]", element, (int)n);

		free(element);
		element = array;
	}
	return element;
}

/* The bit-fields from INDEX on that share bytes, as bytes; the index behind them. */
static size_t put_bits(struct definition *d, const json_t *fields, size_t index)
{
	json_int_t first = -1, end = 0;
	char *names = cli_strdup("");

	for (; index < json_array_size(fields); index++) {
		const json_t *field = json_array_get(fields, index);
		json_int_t offset = number(field, "offset"), width = number(field, "width");

		if (!json_is_true(json_object_get(field, "bitField")) ||
		    (first >= 0 && offset / BYTE > (end + BYTE - 1) / BYTE))
			break;
		if (first < 0)
			first = offset / BYTE * BYTE;
		if (offset + width > end)
			end = offset + width;
		append(&names, cli_format("%s%s: %d", *names ? ", " : "", string(field, "name"),
					  (int)width));
	}
	if (end > first)
		append(&d->members,
		       cli_format("    /// bit-fields: %s\n    pub bits_%d: [u8; %d],\n", names,
				  (int)(first / BYTE), (int)((end - first + BYTE - 1) / BYTE)));
	free(names);
	return index;
}

static void put_field(struct rust *rust, struct definition *d, const json_t *field,
		      const char *holder, const char *order, bool last, unsigned depth)
{
	const char *own = string(field, "order"), *kind = string(field, "kind");
	json_int_t alignment;
	char *name, *type;

	name = *string(field, "name") ?
		       identifier(string(field, "name")) :
		       cli_format("anonymous_%d", (int)(number(field, "offset") / BYTE));
	type = element_type(rust, d, field, holder, order, &alignment, depth);
	type = array_of(field, type, last);
	d->flexible |= last && !count_of(field);
	if (alignment > d->alignment)
		d->alignment = alignment;
	if (!d->small && *own)
		append(&d->members, cli_format("    /// %s\n", own));
	if (!strcmp(kind, "enum"))
		append(&d->members,
		       cli_format("    /// %s\n",
				  *string(field, "type") ? string(field, "type") : kind));
	append(&d->members, cli_format("    pub %s: %s,\n", name, type));
	/* Rust has no offset of what has no size: it is the end of what comes before. */
	if (!last || count_of(field))
		append(&d->assertions,
		       cli_format("    assert!(core::mem::offset_of!(%s, %s) == %d);\n", holder,
				  name, (int)(number(field, "offset") / BYTE)));
	free(name);
	free(type);
}

static json_int_t claims(const json_t *record)
{
	static const struct {
		const char *contract;
		enum derive derive;
	} claims[] = {
		{ "from-bytes", FROM_BYTES }, { "try-from-bytes", TRY_FROM_BYTES },
		{ "zero-valid", FROM_ZEROS }, { "into-bytes", INTO_BYTES },
		{ "unaligned", UNALIGNED },
	};
	json_int_t sum = 0;
	const json_t *each;
	size_t i;

	json_array_foreach(json_object_get(record, "contracts"), i, each)
		for (size_t k = 0; k < sizeof(claims) / sizeof(*claims); k++)
			if (!strcmp(json_string_value(each), claims[k].contract))
				sum |= claims[k].derive;
	return sum;
}

/* RECORD derives DERIVES: so do the records in it. zerocopy derives no IntoBytes of a union. */
static void derive(struct rust *rust, const json_t *record, json_int_t derives, unsigned depth)
{
	const json_t *field, *layout;
	const char *type;
	size_t i;

	json_array_foreach(json_object_get(record, "fields"), i, field) {
		type = string(field, "type");
		layout = json_object_get(rust->layouts, type);
		if (json_is_array(json_object_get(field, "fields")) && depth < MAX_DEPTH) {
			derive(rust, field, derives, depth + 1);
		} else if (layout && depth < MAX_DEPTH) {
			json_int_t known = json_integer_value(json_object_get(rust->derives, type));
			json_int_t all = known | fitting(derives, layout) | claims(layout);

			if (all == known)
				continue;
			if (json_object_set_new(rust->derives, type, json_integer(all)))
				cli_fatal("out of memory");
			derive(rust, layout, all, depth + 1);
		}
	}
}

static bool has_union(struct rust *rust, const json_t *record, unsigned depth)
{
	const char *kind = *string(record, "kindOf") ? string(record, "kindOf") :
						       string(record, "kind");
	const json_t *field;
	size_t i;

	if (!strcmp(kind, "union"))
		return true;
	json_array_foreach(json_object_get(record, "fields"), i, field) {
		const json_t *inner = json_is_array(json_object_get(field, "fields")) ?
					      field :
					      json_object_get(rust->layouts, string(field, "type"));

		if (inner && depth < MAX_DEPTH && has_union(rust, inner, depth + 1))
			return true;
	}
	return false;
}

static void print_derives(struct rust *rust, const json_t *record, json_int_t derives)
{
	bool into = derives & INTO_BYTES && !has_union(rust, record, 0);

	if (!derives) {
		fputs("// It claims no contract: nothing to derive.\n", rust->file);
		return;
	}
	if (derives & INTO_BYTES && !into)
		fputs("// zerocopy derives no IntoBytes of a union.\n", rust->file);
	fprintf(rust->file, "#[derive(%s%s%szerocopy::KnownLayout, zerocopy::Immutable)]\n",
		derives & FROM_BYTES     ? "zerocopy::FromBytes, " :
		derives & TRY_FROM_BYTES ? "zerocopy::TryFromBytes, " :
		derives & FROM_ZEROS     ? "zerocopy::FromZeros, " :
					   "",
		into ? "zerocopy::IntoBytes, " : "",
		derives & UNALIGNED ? "zerocopy::Unaligned, " : "");
}

/* RECORD, a layout line or an anonymous field of one, of SIZE bytes, called NAME. */
static void define(struct rust *rust, const json_t *record, const char *name, json_int_t size,
		   json_int_t derives, unsigned depth)
{
	const json_t *fields = json_object_get(record, "fields");
	json_int_t alignment = number(record, "alignment");
	const char *kind = *string(record, "kindOf") ? string(record, "kindOf") :
						       string(record, "kind");
	bool is_union = !strcmp(kind, "union");
	struct definition d = { .members = cli_strdup(""),
				.assertions = cli_strdup(""),
				.alignment = 1 };
	size_t n = json_array_size(fields);

	d.small = alignment == 1;
	d.derives = derives;
	for (size_t i = 0; i < n && depth < MAX_DEPTH;) {
		const json_t *field = json_array_get(fields, i);

		if (json_is_true(json_object_get(field, "bitField"))) {
			i = put_bits(&d, fields, i);
			continue;
		}
		i++;
		put_field(rust, &d, field, name, string(record, "order"), i == n && !is_union,
			  depth);
	}
	if (*string(record, "type"))
		fprintf(rust->file, "/// %s\n", string(record, "type"));
	print_derives(rust, record, derives);
	fputs("#[repr(C", rust->file);
	if (d.small && d.alignment > 1)
		fputs(", packed", rust->file);
	else if (alignment > d.alignment)
		fprintf(rust->file, ", align(%d)", (int)alignment);
	fprintf(rust->file, ")]\npub %s %s {\n%s}\n", kind, name, d.members);
	fputs("const _: () = {\n", rust->file);
	if (!d.flexible) {
		fprintf(rust->file, "    assert!(core::mem::size_of::<%s>() == %d);\n", name,
			(int)size);
		if (alignment)
			fprintf(rust->file, "    assert!(core::mem::align_of::<%s>() == %d);\n",
				name, (int)alignment);
	}
	fprintf(rust->file, "%s};\n\n", d.assertions);
	free(d.members);
	free(d.assertions);
}

void export_rust(FILE *file, const json_t *layouts, const json_t *wanted)
{
	struct rust rust = { file, layouts, json_object(), json_array(), json_object() };
	const char *name;
	json_t *layout;

	if (!rust.done || !rust.queue || !rust.derives)
		cli_fatal("out of memory");
	fputs("// Made by layoutcheck export --rust.\n"
	      "#![allow(non_camel_case_types, dead_code)]\n\n",
	      file);
	json_object_foreach((json_t *)wanted, name, layout) {
		json_int_t derives = claims(layout) |
				     json_integer_value(json_object_get(rust.derives, name));

		if (json_object_set_new(rust.derives, name, json_integer(derives)))
			cli_fatal("out of memory");
		derive(&rust, layout, derives, 0);
		queue(&rust, name);
	}
	for (size_t i = 0; i < json_array_size(rust.queue); i++) {
		char *called;

		name = json_string_value(json_array_get(rust.queue, i));
		layout = json_object_get(layouts, name);
		called = identifier(without_tag(name));
		define(&rust, layout, called, number(layout, "size"),
		       json_integer_value(json_object_get(rust.derives, name)), 0);
		free(called);
	}
	json_decref(rust.done);
	json_decref(rust.queue);
	json_decref(rust.derives);
}
