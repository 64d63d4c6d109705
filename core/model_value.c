/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The values of model entries: from text to what the entries' structs hold.
 */
#include "model_schema.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* A text as it is read from left to right. */
struct scan {
	struct lc_model_context *context;
	const char *at;
	bool members; /* names are members of the struct, not parameters */
};

static void skip_space(struct scan *s)
{
	while (*s->at == ' ')
		s->at++;
}

/* Does TOKEN come next? Then it is passed. */
static bool take(struct scan *s, const char *token)
{
	size_t n = strlen(token);

	skip_space(s);
	if (strncmp(s->at, token, n))
		return false;
	s->at += n;
	return true;
}

static bool complain(struct lc_model_context *context, const char *what)
{
	if (!context->complaint)
		context->complaint = what ? what : "out of memory";
	return false;
}

/* The identifier that comes next, with PATH also joined by dots; NULL if none does. */
static const char *identifier(struct scan *s, bool path)
{
	const char *start;
	char *copy;
	size_t n;

	skip_space(s);
	start = s->at;
	for (;;) {
		if (!isalpha((unsigned char)*s->at) && *s->at != '_')
			break;
		while (isalnum((unsigned char)*s->at) || *s->at == '_')
			s->at++;
		if (!path || *s->at != '.')
			break;
		s->at++;
	}
	n = (size_t)(s->at - start);
	if (!n || start[n - 1] == '.')
		return NULL;
	copy = lc_arena_alloc(s->context->arena, n + 1);
	if (!copy) {
		complain(s->context, NULL);
		return NULL;
	}
	return memcpy(copy, start, n);
}

static bool number(struct scan *s, int64_t *value)
{
	char *end;
	long long read;

	skip_space(s);
	if (!isdigit((unsigned char)*s->at))
		return false;
	read = strtoll(s->at, &end, 0);
	if (read > (1LL << 40) || isalnum((unsigned char)*end))
		return complain(s->context, "too large a number, or none");
	s->at = end;
	*value = read;
	return true;
}

static bool parameter(struct scan *s, int *index)
{
	const char *name = identifier(s, false);

	if (!name)
		return false;
	for (unsigned i = 0; i < s->context->n_parameters; i++)
		if (!strcmp(s->context->parameters[i], name)) {
			*index = (int)i;
			return true;
		}
	s->context->unknown = name;
	return complain(s->context, lc_arena_printf(s->context->arena,
						    "'%s' is no parameter of the function", name));
}

static bool operand(struct scan *s, struct lc_model_operand *o)
{
	if (number(s, &o->value)) {
		o->what = LC_WHAT_NUMBER;
		return true;
	}
	if (s->members) {
		o->field = identifier(s, true);
		o->what = LC_WHAT_MEMBER;
		return o->field;
	}
	if (take(s, "*")) {
		o->what = LC_WHAT_POINTEE;
		return parameter(s, &o->argument);
	}
	skip_space(s);
	if (!strncmp(s->at, "return", 6) && !isalnum((unsigned char)s->at[6]) && s->at[6] != '_') {
		s->at += 6;
		o->what = LC_WHAT_RETURNED;
	} else {
		o->what = LC_WHAT_ARGUMENT;
		if (!parameter(s, &o->argument))
			return false;
	}
	if (!take(s, "->"))
		return true;
	o->what = o->what == LC_WHAT_RETURNED ? LC_WHAT_RETURNED_FIELD : LC_WHAT_FIELD;
	o->field = identifier(s, true);
	return o->field;
}

static bool amount(struct scan *s, struct lc_model_amount *a)
{
	struct lc_model_operand next = { .what = LC_WHAT_NOTHING };
	bool minus;

	if (!operand(s, &a->factors[0]))
		return false;
	a->n = 1;
	if (take(s, "*")) {
		if (!operand(s, &a->factors[1]))
			return false;
		a->n = 2;
	}
	minus = take(s, "-");
	if (!minus && !take(s, "+"))
		return true;
	if (!minus && !s->members) {
		if (!operand(s, &next))
			return false;
		if (next.what != LC_WHAT_NUMBER) {
			a->added = next;
			minus = take(s, "-");
			if (!minus && !take(s, "+"))
				return true;
			next.what = LC_WHAT_NOTHING;
		}
	}
	if (next.what == LC_WHAT_NOTHING && !number(s, &next.value))
		return false;
	a->plus = minus ? -next.value : next.value;
	return true;
}

static bool relation(struct scan *s, struct lc_model_amount *pair)
{
	struct lc_model_amount left = { .n = 0 }, right = { .n = 0 };
	bool less, equal;

	if (!amount(s, &left))
		return false;
	less = take(s, "<");
	if (!less && !take(s, ">"))
		return false;
	equal = take(s, "=");
	if (!amount(s, &right))
		return false;
	pair[0] = less ? right : left;
	pair[1] = less ? left : right;
	pair[1].plus += !equal;
	return true;
}

/* name (first, second, ...) */
static bool function(struct scan *s, const char **name, struct lc_model_signature *signature)
{
	struct lc_model_context *context = s->context;

	*name = identifier(s, false);
	if (!*name || !take(s, "("))
		return false;
	context->n_parameters = 0;
	while (!take(s, ")")) {
		if (context->n_parameters && !take(s, ","))
			return false;
		if (take(s, "...")) {
			signature->more = true;
			if (!take(s, ")"))
				return false;
			break;
		}
		if (context->n_parameters == LC_MODEL_MAX_PARAMETERS)
			return complain(context,
					"too many parameters: expected at most 16, then ...");
		context->parameters[context->n_parameters] = identifier(s, false);
		if (!context->parameters[context->n_parameters])
			return false;
		for (unsigned i = 0; i < context->n_parameters; i++)
			if (!strcmp(context->parameters[i],
				    context->parameters[context->n_parameters]))
				return complain(context, "two parameters have the same name");
		context->n_parameters++;
	}
	signature->parameters = context->n_parameters;
	return true;
}

/* Patterns are matched with fnmatch(); what names of functions, members and files never hold is a mistake. */
static const char *glob(struct scan *s)
{
	const char *start = s->at;

	if (!*start)
		return NULL;
	for (; *s->at; s->at++)
		if (!isalnum((unsigned char)*s->at) && !strchr("_ *?[]-!./", *s->at))
			return NULL;
	return lc_arena_strdup(s->context->arena, start);
}

static bool word(const char *text, enum lc_model_value value, unsigned *chosen)
{
	size_t n;
	const char *const *words = lc_model_words(value, &n);

	for (size_t i = 0; i < n; i++)
		if (!strcmp(words[i], text)) {
			*chosen = (unsigned)i;
			return true;
		}
	return false;
}

static bool read_word(enum lc_model_value value, const char *text, void *place)
{
	unsigned chosen;

	if (!word(text, value, &chosen))
		return false;
	switch (value) {
	case LC_VALUE_WHEN:
		*(enum lc_model_when *)place = (enum lc_model_when)chosen;
		break;
	case LC_VALUE_DOMAIN:
		*(enum lc_domain *)place = (enum lc_domain)chosen;
		break;
	case LC_VALUE_DIRECTION:
		*(enum lc_model_direction *)place = (enum lc_model_direction)chosen;
		break;
	case LC_VALUE_EXIT:
		*(enum lc_model_exit *)place = (enum lc_model_exit)chosen;
		break;
	default:
		*(bool *)place = chosen;
		break;
	}
	return true;
}

static bool alignment(struct scan *s, struct lc_model_operand *o)
{
	if (!operand(s, o))
		return false;
	if (o->what == LC_WHAT_NUMBER && (!o->value || (o->value & (o->value - 1))))
		return complain(s->context, "an alignment is a power of two");
	return o->what == LC_WHAT_NUMBER || o->what == LC_WHAT_ARGUMENT;
}

bool lc_model_read_value(struct lc_model_context *context, const struct lc_model_field *field,
			 const char *text, void *entry)
{
	struct scan s = { context, text, field->value == LC_VALUE_MEMBERS };
	void *place = (char *)entry + field->offset;
	bool fine = false;

	context->complaint = context->unknown = NULL;
	switch (field->value) {
	case LC_VALUE_FUNCTION: {
		/* The name comes first in every entry for a function, then its signature. */
		struct lc_model_map *any = entry;

		fine = function(&s, &any->function, &any->signature);
		break;
	}
	case LC_VALUE_NAME:
	case LC_VALUE_PATH:
		*(const char **)place = identifier(&s, field->value == LC_VALUE_PATH);
		fine = *(const char **)place;
		break;
	case LC_VALUE_GLOB:
		*(const char **)place = glob(&s);
		fine = *(const char **)place;
		break;
	case LC_VALUE_AMOUNT:
	case LC_VALUE_MEMBERS:
		fine = amount(&s, place);
		break;
	case LC_VALUE_OPERAND:
		fine = operand(&s, place) &&
		       ((struct lc_model_operand *)place)->what != LC_WHAT_NUMBER;
		break;
	case LC_VALUE_ALIGNMENT:
		fine = alignment(&s, place);
		break;
	case LC_VALUE_BITS: {
		struct lc_model_operand *bits = place;

		fine = operand(&s, bits) && bits->what == LC_WHAT_NUMBER && bits->value;
		break;
	}
	case LC_VALUE_RELATION:
		fine = relation(&s, place);
		break;
	case LC_VALUE_WHEN:
	case LC_VALUE_DOMAIN:
	case LC_VALUE_DIRECTION:
	case LC_VALUE_EXIT:
	case LC_VALUE_YES:
	case LC_VALUE_WRITE:
		fine = read_word(field->value, text, place);
		s.at = "";
		break;
	}
	skip_space(&s);
	if (fine && !*s.at)
		return true;
	return complain(context,
			lc_arena_printf(context->arena, "'%s' cannot be '%s'", field->key, text));
}
