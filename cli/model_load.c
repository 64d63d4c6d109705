// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Models in YAML: read by libyaml, and checked against core's schema. As many
 * mistakes as are found are reported, each at its line and column.
 */
#include "model_load.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "message.h"
#include "nearest.h"

/* Keys of a model beside the lists of entries. */
static const char *const about[] = { "model", "about", "functions" };
#define N_ABOUT (sizeof(about) / sizeof(about[0]))

struct loader {
	struct model_set *set;
	struct model_file file;
	yaml_document_t *document;
};

__attribute__((format(printf, 3, 4))) static void mistake(struct loader *l, yaml_mark_t mark,
							  const char *format, ...)
{
	va_list arguments;
	char *text;

	va_start(arguments, format);
	if (vasprintf(&text, format, arguments) < 0)
		cli_fatal("out of memory");
	va_end(arguments);
	cli_message("%s:%zu:%zu: %s", l->file.path, mark.line + 1, mark.column + 1, text);
	free(text);
	l->set->mistakes++;
}

static const char *kept(struct loader *l, const char *text)
{
	const char *copy = lc_arena_strdup(&l->set->arena, text);

	if (!copy)
		cli_fatal("out of memory");
	return copy;
}

static yaml_node_t *node_at(struct loader *l, int index)
{
	return yaml_document_get_node(l->document, index);
}

static const char *kind_of_node(const yaml_node_t *node)
{
	return node->type == YAML_MAPPING_NODE  ? "a mapping" :
	       node->type == YAML_SEQUENCE_NODE ? "a list" :
						  "a single value";
}

/* The text of a single value, white space of any sort as one blank; NULL after a report if it is none. */
static const char *text_of(struct loader *l, yaml_node_t *node, const char *key)
{
	char *copy, *to;
	size_t n;

	if (node->type != YAML_SCALAR_NODE) {
		mistake(l, node->start_mark, "'%s' is %s: expected a single value", key,
			kind_of_node(node));
		return NULL;
	}
	n = node->data.scalar.length;
	copy = to = lc_arena_alloc(&l->set->arena, n + 1);
	if (!copy)
		cli_fatal("out of memory");
	for (size_t i = 0; i < n; i++) {
		char c = (char)node->data.scalar.value[i];

		if (!c) {
			mistake(l, node->start_mark, "'%s' holds a NUL character", key);
			return NULL;
		}
		if (!strchr(" \t\r\n", c))
			*to++ = c;
		else if (to > copy && to[-1] != ' ')
			*to++ = ' ';
	}
	if (to > copy && to[-1] == ' ')
		to--;
	*to = '\0';
	if (!*copy) {
		mistake(l, node->start_mark, "'%s' is empty: expected a value", key);
		return NULL;
	}
	return copy;
}

/* The key of PAIR as text, or NULL after a report. */
static const char *key_of(struct loader *l, const yaml_node_pair_t *pair)
{
	yaml_node_t *node = node_at(l, pair->key);

	if (node->type == YAML_SCALAR_NODE)
		return (const char *)node->data.scalar.value;
	mistake(l, node->start_mark, "a key is %s: expected a name", kind_of_node(node));
	return NULL;
}

/* NAMES as a list in a sentence; free with free(). */
static char *listed(const char *const *names, size_t n)
{
	char *list = cli_strdup("");

	for (size_t i = 0; i < n; i++) {
		char *longer = cli_format("%s%s%s", list,
					  !i         ? "" :
					  i + 1 == n ? " or " :
						       ", ",
					  names[i]);

		free(list);
		list = longer;
	}
	return list;
}

/* Reports a NAME that is none of NAMES, of which it may be a slip. */
static void unknown(struct loader *l, yaml_mark_t mark, const char *what, const char *name,
		    const char *const *names, size_t n)
{
	const char *meant = nearest_name(name, names, n);
	char *list = listed(names, n);

	if (meant)
		mistake(l, mark, "%s '%s': did you mean '%s'?", what, name, meant);
	else
		mistake(l, mark, "%s '%s': expected %s", what, name, list);
	free(list);
}

static void bad_value(struct loader *l, yaml_node_t *node, const struct lc_model_field *field,
		      const char *text, const struct lc_model_context *context)
{
	size_t n;
	const char *const *words = lc_model_words(field->value, &n);
	const char *meant = NULL;

	if (words)
		meant = nearest_name(text, words, n);
	else if (context->unknown)
		meant = nearest_name(context->unknown, context->parameters, context->n_parameters);
	if (meant)
		mistake(l, node->start_mark, "%s: expected %s; did you mean '%s'?",
			context->complaint, lc_model_expected(field->value), meant);
	else
		mistake(l, node->start_mark, "%s: expected %s", context->complaint,
			lc_model_expected(field->value));
}

/* Which field of SCHEMA has that key; n_fields after a report if none has, or it was given before. */
static size_t field_of_key(struct loader *l, const struct lc_model_schema *schema,
			   const yaml_node_pair_t *pair, yaml_node_t *const *given)
{
	const char *names[LC_MODEL_MAX_FIELDS], *key = key_of(l, pair);
	yaml_mark_t mark = node_at(l, pair->key)->start_mark;

	if (!key)
		return schema->n_fields;
	for (size_t i = 0; i < schema->n_fields; i++) {
		names[i] = schema->fields[i].key;
		if (strcmp(names[i], key))
			continue;
		if (!given[i])
			return i;
		mistake(l, mark, "key '%s' twice in one entry: first at line %zu", key,
			given[i]->start_mark.line + 1);
		return schema->n_fields;
	}
	unknown(l, mark, cli_format("'%s': unknown key", schema->list), key, names,
		schema->n_fields);
	return schema->n_fields;
}

/* Do two entries speak of the same thing? */
static bool same_key(const struct model_entry *a, const struct model_entry *b)
{
	const struct lc_model_schema *schema = &lc_model_schemas[a->kind];

	return a->kind == b->kind && !strcmp(a->name, b->name) &&
	       (schema->n_keys < 2 || !strcmp(a->texts[1], b->texts[1]));
}

static bool is_function(const struct model_entry *entry)
{
	return lc_model_schemas[entry->kind].fields[0].value == LC_VALUE_FUNCTION;
}

static bool both(const struct model_entry *a, const struct model_entry *b, enum lc_model_kind one,
		 enum lc_model_kind two)
{
	return (a->kind == one && b->kind == two) || (a->kind == two && b->kind == one);
}

/* Reports what ENTRY has in conflict with one that came before it. */
static void compare_with_others(struct loader *l, yaml_mark_t mark, const struct model_entry *entry)
{
	for (size_t i = 0; i < l->set->n_entries; i++) {
		const struct model_entry *other = &l->set->entries[i];

		if (same_key(entry, other)) {
			mistake(l, mark,
				"a second entry in '%s' for '%s': the first is at %s:%zu:%zu",
				lc_model_schemas[entry->kind].list, entry->name, other->file,
				other->line, other->column);
			return;
		}
		if (!is_function(entry) || !is_function(other) || strcmp(entry->name, other->name))
			continue;
		if (entry->parameters != other->parameters || entry->more != other->more) {
			mistake(l, mark, "'%s' has other parameters here than at %s:%zu:%zu",
				entry->name, other->file, other->line, other->column);
			return;
		}
		if (both(entry, other, LC_MODEL_SOURCE, LC_MODEL_ALLOCATOR) ||
		    both(entry, other, LC_MODEL_SOURCE, LC_MODEL_ACCESSOR)) {
			mistake(l, mark,
				"'%s' is in '%s' at %s:%zu:%zu: expected it in one of the two",
				entry->name, lc_model_schemas[other->kind].list, other->file,
				other->line, other->column);
			return;
		}
	}
}

/* The fields of NODE, an entry, by their place in the schema. Returns false after a report. */
static bool gather_fields(struct loader *l, const struct lc_model_schema *schema, yaml_node_t *node,
			  yaml_node_t **given)
{
	bool fine = true;

	if (node->type == YAML_SCALAR_NODE && schema->n_fields == 1) {
		given[0] = node;
		return true;
	}
	if (node->type != YAML_MAPPING_NODE) {
		mistake(l, node->start_mark, "an entry of '%s' is %s: expected a mapping",
			schema->list, kind_of_node(node));
		return false;
	}
	for (yaml_node_pair_t *pair = node->data.mapping.pairs.start;
	     pair < node->data.mapping.pairs.top; pair++) {
		size_t i = field_of_key(l, schema, pair, given);

		if (i < schema->n_fields)
			given[i] = node_at(l, pair->value);
		else
			fine = false;
	}
	for (size_t i = 0; i < schema->n_fields; i++)
		if (schema->fields[i].required && !given[i]) {
			mistake(l, node->start_mark, "an entry of '%s' without '%s': expected %s",
				schema->list, schema->fields[i].key,
				lc_model_expected(schema->fields[i].value));
			fine = false;
		}
	return fine;
}

/* What may be said in more than one way, as core wants it. */
static const char *normal(const struct lc_model_field *field, const char *text)
{
	if (field->value == LC_VALUE_YES && !strcmp(text, "true"))
		return "yes";
	if (field->value == LC_VALUE_YES && !strcmp(text, "false"))
		return "no";
	return text;
}

static void load_entry(struct loader *l, enum lc_model_kind kind, yaml_node_t *node)
{
	const struct lc_model_schema *schema = &lc_model_schemas[kind];
	struct lc_model_context context = { .arena = &l->set->arena };
	yaml_node_t *given[LC_MODEL_MAX_FIELDS] = { NULL };
	struct model_entry entry = { .kind = kind,
				     .file = l->file.path,
				     .line = node->start_mark.line + 1,
				     .column = node->start_mark.column + 1 };
	struct lc_model_map *values = cli_alloc(schema->size); /* any entry begins like a map's */
	bool fine = gather_fields(l, schema, node, given);
	const char *wrong;

	if (kind == LC_MODEL_SOURCE)
		((struct lc_model_source *)(void *)values)->pointer.what = LC_WHAT_RETURNED;
	for (size_t i = 0; i < schema->n_fields; i++) {
		const struct lc_model_field *field = &schema->fields[i];

		if (!given[i] && field->value == LC_VALUE_FUNCTION)
			break;
		if (!given[i])
			continue;
		entry.texts[i] = text_of(l, given[i], field->key);
		if (!entry.texts[i]) {
			fine = false;
			continue;
		}
		entry.texts[i] = normal(field, entry.texts[i]);
		if (!lc_model_read_value(&context, field, entry.texts[i], values)) {
			bad_value(l, given[i], field, entry.texts[i], &context);
			fine = false;
			/* Without its parameters nothing can be said of the other values. */
			if (field->value == LC_VALUE_FUNCTION)
				break;
		}
	}
	if (fine) {
		wrong = lc_model_contradiction(kind, values);
		if (wrong)
			mistake(l, node->start_mark, "%s", wrong);
		entry.name = values->function; /* or whatever the first field names */
		if (is_function(&entry)) {
			entry.parameters = values->signature.parameters;
			entry.more = values->signature.more;
		}
		compare_with_others(l, node->start_mark, &entry);
		CLI_GROW(l->set->entries, l->set->n_entries, l->set->entries_capacity);
		l->set->entries[l->set->n_entries++] = entry;
	}
	free(values);
}

static void load_list(struct loader *l, enum lc_model_kind kind, yaml_node_t *node)
{
	if (node->type != YAML_SEQUENCE_NODE) {
		mistake(l, node->start_mark, "'%s' is %s: expected a list of entries",
			lc_model_schemas[kind].list, kind_of_node(node));
		return;
	}
	for (yaml_node_item_t *item = node->data.sequence.items.start;
	     item < node->data.sequence.items.top; item++)
		load_entry(l, kind, node_at(l, *item));
}

static bool is_model_name(const char *text)
{
	return text[strspn(text,
			   "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")] ==
	       '\0';
}

static void load_about(struct loader *l, const char *key, yaml_node_t *node)
{
	static const char *const scopes[] = { "any", "external" };
	const char *text = text_of(l, node, key);

	if (!text)
		return;
	if (!strcmp(key, "model")) {
		l->file.name = text;
		if (!is_model_name(text))
			mistake(l, node->start_mark,
				"'%s' is no model's name: expected letters, digits, - and _", text);
	} else if (!strcmp(key, "functions")) {
		l->file.external = !strcmp(text, "external");
		if (!l->file.external && strcmp(text, "any"))
			unknown(l, node->start_mark, "'functions' cannot be", text, scopes, 2);
	}
}

/* Was the key of PAIR there before in the mapping NODE? Then that is reported. */
static bool is_repeated(struct loader *l, yaml_node_t *node, const yaml_node_pair_t *pair,
			const char *key)
{
	for (yaml_node_pair_t *before = node->data.mapping.pairs.start; before < pair; before++) {
		yaml_node_t *other = node_at(l, before->key);

		if (other->type == YAML_SCALAR_NODE &&
		    !strcmp((const char *)other->data.scalar.value, key)) {
			mistake(l, node_at(l, pair->key)->start_mark,
				"key '%s' twice: first at line %zu", key,
				other->start_mark.line + 1);
			return true;
		}
	}
	return false;
}

static void load_key(struct loader *l, const yaml_node_pair_t *pair, const char *key)
{
	const char *names[LC_MODEL_KINDS + N_ABOUT];

	for (size_t i = 0; i < LC_MODEL_KINDS; i++) {
		names[N_ABOUT + i] = lc_model_schemas[i].list;
		if (!strcmp(key, lc_model_schemas[i].list)) {
			load_list(l, (enum lc_model_kind)i, node_at(l, pair->value));
			return;
		}
	}
	for (size_t i = 0; i < N_ABOUT; i++) {
		names[i] = about[i];
		if (!strcmp(key, about[i])) {
			load_about(l, key, node_at(l, pair->value));
			return;
		}
	}
	unknown(l, node_at(l, pair->key)->start_mark, "unknown key", key, names,
		LC_MODEL_KINDS + N_ABOUT);
}

static void load_document(struct loader *l)
{
	yaml_node_t *root = yaml_document_get_root_node(l->document);
	yaml_mark_t start = { 0, 0, 0 };

	if (!root || root->type != YAML_MAPPING_NODE) {
		mistake(l, root ? root->start_mark : start,
			"%s: expected a mapping with 'model' and lists of entries",
			root ? kind_of_node(root) : "an empty file");
		return;
	}
	for (yaml_node_pair_t *pair = root->data.mapping.pairs.start;
	     pair < root->data.mapping.pairs.top; pair++) {
		const char *key = key_of(l, pair);

		if (key && !is_repeated(l, root, pair, key))
			load_key(l, pair, key);
	}
	if (!l->file.name)
		mistake(l, root->start_mark, "no 'model': expected the model's name");
}

/* What libyaml could not read. */
static void not_yaml(struct loader *l, const yaml_parser_t *parser)
{
	const char *problem = parser->problem ? parser->problem : "not YAML";

	if (parser->error == YAML_MEMORY_ERROR)
		cli_fatal("out of memory");
	/* The composer's own mark is that of the alias. */
	mistake(l, parser->problem_mark, "%s%s%s%s", parser->context ? parser->context : "",
		parser->context ? ", " : "", problem,
		strstr(problem, "alias") || (parser->context && strstr(parser->context, "alias")) ?
			": a value that begins with * must stand in quotes" :
			"");
}

int model_load(struct model_set *set, const char *path)
{
	struct loader l = { .set = set, .file = { .first = set->n_entries } };
	yaml_document_t document;
	yaml_parser_t parser;
	FILE *file = fopen(path, "rb");
	int status = 0;

	l.file.path = kept(&l, path);
	if (!file) {
		cli_message("%s: %s", path, strerror(errno));
		return -1;
	}
	if (!yaml_parser_initialize(&parser))
		cli_fatal("out of memory");
	yaml_parser_set_input_file(&parser, file);
	errno = 0;
	if (!yaml_parser_load(&parser, &document)) {
		if (ferror(file)) {
			cli_message("%s: %s", path, strerror(errno ? errno : EIO));
			status = -1;
		} else {
			not_yaml(&l, &parser);
		}
	} else {
		l.document = &document;
		load_document(&l);
		yaml_document_delete(&document);
		/* A second document would be passed over in silence. */
		if (!yaml_parser_load(&parser, &document)) {
			not_yaml(&l, &parser);
		} else {
			if (yaml_document_get_root_node(&document))
				mistake(&l, document.start_mark,
					"a second document: expected one in a file");
			yaml_document_delete(&document);
		}
	}
	yaml_parser_delete(&parser);
	fclose(file);
	l.file.n = set->n_entries - l.file.first;
	CLI_GROW(set->files, set->n_files, set->files_capacity);
	set->files[set->n_files++] = l.file;
	return status;
}

void model_free(struct model_set *set)
{
	lc_arena_free(&set->arena);
	free(set->files);
	free(set->entries);
}
