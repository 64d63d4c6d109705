// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Memory that runs out at every place in turn: an error or a whole result, and
 * never a crash. The linker puts the functions here between core and malloc.
 */
#include "judging.h"

#include <unistd.h>

#include <jansson.h>

#include "model.h"
#include "report/record.h"

static unsigned long left; /* allocations until one fails; 0: none does */
static bool for_good; /* all after it fail too */

static bool fails(void)
{
	if (!left)
		return false;
	if (left > 1) {
		left--;
		return false;
	}
	left = for_good;
	return true;
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *old, size_t size);

void *__wrap_malloc(size_t size)
{
	errno = ENOMEM;
	return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t n, size_t size)
{
	errno = ENOMEM;
	return fails() ? NULL : __real_calloc(n, size);
}

void *__wrap_realloc(void *old, size_t size)
{
	errno = ENOMEM;
	return fails() ? NULL : __real_realloc(old, size);
}

/* Calls ONCE with every allocation failing in turn, until none does. */
static void with_every_failure(bool (*once)(void))
{
	for (unsigned mode = 0; mode < 2; mode++) {
		unsigned long n = 0;
		bool done;

		do {
			for_good = mode;
			left = ++n;
			once();
			/* So many were not asked for: none has failed. */
			done = left > (for_good ? 1 : 0);
			left = 0;
		} while (!done && n < 10000);
		assert_true(n > 1 && n < 10000);
		assert_true(once());
	}
}

static struct lc_arena arena;

static bool read_a_model(void)
{
	struct lc_model model = { .slots = NULL };
	const char *error;

	lc_arena_init(&arena);
	error = lc_model_read(&model, &arena, "built-in", lc_model_builtin);
	if (!error && !lc_model_find_pair(&model, "sk_buff", "data"))
		fail_msg("read well, but the entries are not there");
	lc_arena_free(&arena);
	return !error;
}

static void a_model_is_read_whole_or_not(void **state)
{
	(void)state;
	with_every_failure(read_a_model);
}

static bool read_a_mistake(void)
{
	struct lc_model model = { .slots = NULL };

	lc_arena_init(&arena);
	/* Long lines, so that words about them need memory of their own. */
	assert_non_null(lc_model_read(&model, &arena, "m", "layoutcheck-model 2\ntype\ta\twire\n"));
	assert_non_null(lc_model_read_file(&model, &arena, "/nonexistent/model"));
	assert_non_null(lc_model_read_file(&model, &arena, "/"));
	lc_arena_free(&arena);
	return true;
}

static void a_mistake_stays_a_mistake(void **state)
{
	(void)state;
	with_every_failure(read_a_mistake);
}

/* Enough of everything to fill several chunks; false if some of it was refused. */
static bool fill(void)
{
	bool complete = true;

	for (unsigned i = 0; i < 100; i++) {
		struct lc_conversion *c = lc_unit_add_conversion(&unit);
		struct lc_access *access = c ? lc_conversion_add_access(&unit, c) : NULL;
		struct lc_requirement *r = lc_unit_add_requirement(&unit);

		complete &= access && r;
		if (!c)
			continue;
		c->cast = place_at(i % 2 ? "/no/a.c" : "/no/b.c", (int)i + 1);
		c->target.type = lc_arena_printf(&unit.arena, "struct t%u", i % 70);
		if (access) {
			access->what = "h->value";
			access->place = c->cast;
			access->place.line++;
			access->need = &needs[0];
		}
		if (r)
			r->function = "parse";
		lc_unit_judge(&unit, unit.n_conversions > 2 ? unit.n_conversions - 1 : 0);
	}
	return complete;
}

static json_int_t count_in(json_t *end, const char *key)
{
	return json_integer_value(json_object_get(end, key));
}

static void check_record(const char *text, size_t n, bool complete)
{
	unsigned long results = 0, conversions = 0, requirements = 0, layouts = 0;
	json_t *line = NULL;

	for (const char *at = text; at < text + n;) {
		const char *newline = memchr(at, '\n', (size_t)(text + n - at)), *kind;

		assert_non_null(newline);
		json_decref(line);
		line = json_loadb(at, (size_t)(newline - at), 0, NULL);
		assert_non_null(line);
		kind = json_string_value(json_object_get(line, "kind"));
		results += !strcmp(kind, "result");
		conversions += !strcmp(kind, "conversion");
		requirements += !strcmp(kind, "requirement");
		layouts += !strcmp(kind, "layout");
		at = newline + 1;
	}
	assert_non_null(line);
	assert_string_equal(json_string_value(json_object_get(line, "kind")), "end");
	assert_int_equal(count_in(line, "results"), results);
	assert_int_equal(count_in(line, "conversions"), conversions);
	assert_int_equal(count_in(line, "requirements"), requirements);
	assert_int_equal(count_in(line, "layouts"), layouts);
	if (complete)
		assert_int_equal(conversions, 101);
	json_decref(line);
}

static bool judge_and_record(void)
{
	size_t n = 0;
	unsigned long was;
	bool complete;
	char *text;

	if (judging_start(NULL)) {
		lc_unit_free(&unit);
		return false;
	}
	flow_fact(&graph, 0, E(0, EXTENT, 1, LEN, -1));
	flow_fact(&graph, 0, E(0, EXTENT, -1, LEN, 1));
	needs[0] = (struct lc_need){ .flow = &flow,
				     .bytes = "buf",
				     .from = E(0),
				     .upto = E(8),
				     .extent = E(0, EXTENT, 1),
				     .length = &length,
				     .alignment = { .needed = 4,
						    .modulus = 4,
						    .residue = 1,
						    .trap = LC_TRAP_ALWAYS,
						    .how = "'buf' is aligned to 4" } };
	complete = fill();
	errno = 0;
	text = lc_record_text(&unit, &n);
	was = left;
	left = 0;
	if (text)
		check_record(text, n, complete);
	else
		assert_int_equal(errno, ENOMEM);
	left = was;
	lc_unit_free(&unit);
	complete &= text != NULL;
	free(text);
	return complete;
}

static void a_record_is_whole_or_none(void **state)
{
	(void)state;
	with_every_failure(judge_and_record);
}

static bool save_a_record(void)
{
	char object[64], *path;
	int error;

	snprintf(object, sizeof(object), "layoutcheck-memory-%ld.o", (long)getpid());
	path = lc_record_path("/tmp", object, "gcc");
	error = path ? lc_record_save("/tmp", path, "x", 1) : ENOMEM;

	if (path)
		assert_int_equal(access(path, F_OK), error ? -1 : 0);
	if (path)
		unlink(path);
	free(path);
	if (error)
		assert_int_equal(error, ENOMEM);
	return !error;
}

static void a_record_file_is_there_or_not(void **state)
{
	(void)state;
	with_every_failure(save_a_record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST("a model is read whole, or an error says that it was not",
		     a_model_is_read_whole_or_not),
		TEST("a mistake in a model stays a mistake", a_mistake_stays_a_mistake),
		TEST("a record is whole with counts that are right, or none",
		     a_record_is_whole_or_none),
		TEST("a record file is there, or an error says that it is not",
		     a_record_file_is_there_or_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
