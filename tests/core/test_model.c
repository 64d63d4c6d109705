// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Models: each kind of entry, what is looked up, and what is said of mistakes.
 */
#include "support.h"

#include <unistd.h>

#include "model.h"
#include "sha256.h"

#define MAGIC "layoutcheck-model 1\n"

static struct lc_arena arena;
static struct lc_model model;

static int start(void **state)
{
	(void)state;
	lc_arena_init(&arena);
	memset(&model, 0, sizeof(model));
	return 0;
}

static int end(void **state)
{
	(void)state;
	lc_arena_free(&arena);
	return 0;
}

static void read_well(const char *text)
{
	const char *error = lc_model_read(&model, &arena, "my.model", text);

	if (error)
		fail_msg("%s", error);
}

static void a_pair_is_found_by_structure_and_pointer(void **state)
{
	const struct lc_model_pair *pair;

	(void)state;
	read_well(MAGIC "pair\tsk_buff\tdata\tlen\tpacket\npair\tsk_buff\thead\tsize\tother\n");
	pair = lc_model_find_pair(&model, "sk_buff", "data");
	assert_non_null(pair);
	assert_string_equal(pair->length, "len");
	assert_int_equal(pair->domain, LC_DOMAIN_PACKET);
	pair = lc_model_find_pair(&model, "sk_buff", "head");
	assert_string_equal(pair->length, "size");
	assert_null(lc_model_find_pair(&model, "sk_buff", "tail"));
	assert_null(lc_model_find_pair(&model, "firmware", "data"));
}

static void guards_and_what_grows(void **state)
{
	const struct lc_model_guard *guard;

	(void)state;
	read_well(MAGIC
		  "guard\tpskb_may_pull\t0\t1\tsk_buff\tlen\ngrows\tskb_put\t2\t3\tsk_buff\tlen\n");
	guard = lc_model_find_guard(&model, "pskb_may_pull");
	assert_non_null(guard);
	assert_int_equal(guard->record_argument, 0);
	assert_int_equal(guard->length_argument, 1);
	assert_string_equal(guard->record, "sk_buff");
	assert_string_equal(guard->length, "len");
	assert_false(guard->always);
	guard = lc_model_find_guard(&model, "skb_put");
	assert_int_equal(guard->record_argument, 2);
	assert_int_equal(guard->length_argument, 3);
	assert_true(guard->always);
	assert_null(lc_model_find_guard(&model, "pskb_may"));
}

static void sources_with_and_without_a_helper(void **state)
{
	const struct lc_model_source *source;

	(void)state;
	read_well(
		MAGIC
		"source\tskb_pull_data\t1\t-1\tpacket\nsource\tlc__prefix\t2\t3\tother\tlc_ref\n");
	source = lc_model_find_source(&model, "skb_pull_data");
	assert_non_null(source);
	assert_int_equal(source->length_argument, 1);
	assert_int_equal(source->alignment_argument, -1);
	assert_int_equal(source->domain, LC_DOMAIN_PACKET);
	assert_null(source->helper);
	source = lc_model_find_source(&model, "lc__prefix");
	assert_int_equal(source->alignment_argument, 3);
	assert_string_equal(source->helper, "lc_ref");
	assert_null(lc_model_find_source(&model, "kmalloc"));
}

static void headers_with_and_without_a_length(void **state)
{
	(void)state;
	read_well(MAGIC
		  "header\tacpi_table_header\tlength\tfirmware-table\nheader\tinfo\t-\tregister\n");
	assert_string_equal(lc_model_find_header(&model, "acpi_table_header")->length, "length");
	assert_null(lc_model_find_header(&model, "info")->length);
	assert_int_equal(lc_model_find_header(&model, "info")->domain, LC_DOMAIN_REGISTER);
	assert_null(lc_model_find_header(&model, "acpi"));
}

static void what_only_logs_matches_by_pattern(void **state)
{
	(void)state;
	read_well(MAGIC "quiet\t_dev_*\nquiet\tprintf\n");
	assert_true(lc_model_is_quiet(&model, "_dev_err"));
	assert_true(lc_model_is_quiet(&model, "printf"));
	assert_false(lc_model_is_quiet(&model, "sprintf"));
	assert_false(lc_model_is_quiet(&model, "dev_err"));
}

static void types_match_by_pattern(void **state)
{
	(void)state;
	read_well(MAGIC
		  "type\tstruct acpi_*\tfirmware-table\ntype\tstruct usb_*_descriptor\tpacket\n");
	assert_int_equal(lc_model_domain(&model, "struct acpi_madt"), LC_DOMAIN_FIRMWARE_TABLE);
	assert_int_equal(lc_model_domain(&model, "struct usb_ss_descriptor"), LC_DOMAIN_PACKET);
	assert_int_equal(lc_model_domain(&model, "struct usb_device"), LC_DOMAIN_OTHER);
	assert_int_equal(lc_model_domain(&model, "acpi_madt"), LC_DOMAIN_OTHER);
}

static void the_last_entry_wins(void **state)
{
	(void)state;
	read_well(MAGIC "pair\ta\tp\tn\tpacket\nguard\tf\t0\t1\ta\tn\nsource\tf\t1\t-1\tpacket\n"
			"header\ta\tn\tpacket\ntype\tstruct a*\tpacket\n");
	read_well(MAGIC "pair\ta\tp\tm\tother\nguard\tf\t2\t3\ta\tm\nsource\tf\t4\t-1\tother\n"
			"header\ta\t-\tother\ntype\tstruct ab\tregister\n");
	assert_string_equal(lc_model_find_pair(&model, "a", "p")->length, "m");
	assert_int_equal(lc_model_find_guard(&model, "f")->record_argument, 2);
	assert_int_equal(lc_model_find_source(&model, "f")->length_argument, 4);
	assert_null(lc_model_find_header(&model, "a")->length);
	assert_int_equal(lc_model_domain(&model, "struct ab"), LC_DOMAIN_REGISTER);
	assert_int_equal(lc_model_domain(&model, "struct ac"), LC_DOMAIN_PACKET);
}

static void comments_and_empty_lines_are_skipped(void **state)
{
	(void)state;
	read_well(MAGIC "# a comment\n\n#pair\tx\n\npair\ta\tp\tn\tpacket");
	assert_int_equal(model.n_pairs, 1);
	/* The last line needs no end; an empty model is one too. */
	assert_non_null(lc_model_find_pair(&model, "a", "p"));
	read_well("layoutcheck-model 1");
}

static void each_mistake_is_reported_where_it_is(void **state)
{
	static const struct {
		const char *text, *where, *what, *expected;
	} mistakes[] = {
		{ "", "my.model:1: ", "not a compiled model", "expected 'layoutcheck-model 1'" },
		{ "pair\ta\tp\tn\tpacket\n", "my.model:1: ", "not a compiled model", "expected" },
		{ "layoutcheck-model 2\n", "my.model:1: ", "not a compiled model", "expected" },
		{ MAGIC "\n# x\npare\ta\tp\tn\tpacket\n", "my.model:4: ", "'pare'",
		  "expected pair, guard, " },
		{ MAGIC "pair a p n packet\n", "my.model:2: ", "'pair a p n packet'",
		  "expected pair" },
		{ MAGIC "pair\ta\tp\tn\n", "my.model:2: ", "3 fields after 'pair'",
		  "expected STRUCT POINTER-FIELD LENGTH-FIELD DOMAIN" },
		{ MAGIC "pair\n", "my.model:2: ", "0 fields after 'pair'", "expected STRUCT" },
		{ MAGIC "pair\ta\tp\tn\tpacket\tx\n", "my.model:2: ", "5 fields after 'pair'",
		  "expected STRUCT" },
		{ MAGIC "pair\ta\tp\tn\tpacket\tx\ty\tz\tz\n", "my.model:2: ", "fields",
		  "expected" },
		{ MAGIC "pair\ta\tp\tn\twire\n", "my.model:2: ", "'wire' is no domain",
		  "expected packet, firmware-table, register or other" },
		{ MAGIC "pair\ta\tp\tn\tpacket\npair\ta\tp\tn\twire\n", "my.model:3: ", "'wire'",
		  "expected packet" },
		{ MAGIC "guard\tf\t0\t1\ts\n", "my.model:2: ", "4 fields after 'guard'",
		  "expected FUNCTION STRUCT-ARGUMENT" },
		{ MAGIC "guard\tf\tx\t1\ts\tn\n", "my.model:2: ", "'x' is no argument number",
		  "expected -1 to 64" },
		{ MAGIC "guard\tf\t0\t1x\ts\tn\n", "my.model:2: ", "'1x' is no argument number",
		  "expected -1 to 64" },
		{ MAGIC "grows\tf\t0\t1\ts\n", "my.model:2: ", "4 fields after 'grows'",
		  "expected FUNCTION" },
		{ MAGIC "source\tf\t-2\t-1\tpacket\n", "my.model:2: ", "'-2' is no argument number",
		  "expected -1 to 64" },
		{ MAGIC "source\tf\t1\t65\tpacket\n", "my.model:2: ", "'65' is no argument number",
		  "expected -1 to 64" },
		{ MAGIC "source\tf\t99999999999999999999\t1\tpacket\n", "my.model:2: ",
		  "'99999999999999999999' is no argument number", "expected -1 to 64" },
		{ MAGIC "source\tf\t1\t1\tPacket\n", "my.model:2: ", "'Packet' is no domain",
		  "expected packet" },
		{ MAGIC "source\tf\t1\t1\n", "my.model:2: ", "3 fields after 'source'",
		  "expected FUNCTION LENGTH-ARGUMENT ALIGNMENT-ARGUMENT DOMAIN [HELPER]" },
		{ MAGIC "header\ta\tpacket\n", "my.model:2: ", "2 fields after 'header'",
		  "expected STRUCT LENGTH-FIELD|- DOMAIN" },
		{ MAGIC "header\ta\t-\tx\n", "my.model:2: ", "'x' is no domain",
		  "expected packet" },
		{ MAGIC "type\tstruct a\n", "my.model:2: ", "1 fields after 'type'",
		  "expected GLOB DOMAIN" },
		{ MAGIC "type\tstruct a\tx\n", "my.model:2: ", "'x' is no domain",
		  "expected packet" },
		{ MAGIC "type\ta\tpacket\r\n", "my.model:2: ", "is no domain", "expected packet" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(mistakes); i++) {
		const char *error = lc_model_read(&model, &arena, "my.model", mistakes[i].text);

		if (!error)
			fail_msg("no mistake seen in '%s'", mistakes[i].text);
		assert_int_equal(strncmp(error, mistakes[i].where, strlen(mistakes[i].where)), 0);
		assert_contains(error, mistakes[i].what);
		assert_contains(error, mistakes[i].expected);
		assert_null(strchr(error, '\n'));
	}
}

static void the_first_of_two_mistakes_is_reported(void **state)
{
	const char *error = lc_model_read(&model, &arena, "m", MAGIC "one\ntwo\n");

	(void)state;
	assert_contains(error, "m:2: 'one'");
	/* Of two in one line as well. */
	error = lc_model_read(&model, &arena, "m", MAGIC "source\tf\tx\ty\tz\n");
	assert_contains(error, "m:2: 'x'");
}

static void the_built_in_model_has_no_mistake(void **state)
{
	const char *error = lc_model_read(&model, &arena, "built-in", lc_model_builtin);

	(void)state;
	if (error)
		fail_msg("%s", error);
	assert_true(model.n_pairs && model.n_guards && model.n_sources && model.n_headers &&
		    model.n_types);
	assert_non_null(lc_model_find_pair(&model, "sk_buff", "data"));
	/* Every guard has a structure and a length to speak of. */
	for (size_t i = 0; i < model.n_guards; i++)
		assert_true(model.guards[i].record_argument >= (model.guards[i].always ? -1 : 0) &&
			    model.guards[i].length_argument >= 0);
}

static void the_hash_is_of_all_texts_in_order(void **state)
{
	struct lc_model other = { .pairs = NULL };
	char empty[sizeof(model.hash)], one[sizeof(model.hash)];
	const char *a = MAGIC "pair\ta\tp\tn\tpacket\n", *b = MAGIC "pair\tb\tp\tn\tpacket\n";

	(void)state;
	strcpy(empty, model.hash);
	assert_string_equal(empty, "");
	read_well(a);
	assert_int_equal(strlen(model.hash), 64);
	strcpy(one, model.hash);
	read_well(b);
	assert_string_not_equal(model.hash, one);
	assert_null(lc_model_read(&other, &arena, "other name", a));
	assert_string_equal(other.hash, one);
	memset(&other, 0, sizeof(other));
	assert_null(lc_model_read(&other, &arena, "m", b));
	assert_null(lc_model_read(&other, &arena, "m", a));
	assert_string_not_equal(other.hash, model.hash);
}

static char path[64];

static void write_file(const char *text, size_t n)
{
	int fd;

	strcpy(path, "/tmp/layoutcheck-model-XXXXXX");
	fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, n), n);
	close(fd);
}

static void a_file_is_read_like_a_text(void **state)
{
	size_t n = strlen(MAGIC);
	char *text = malloc(n + 3000 * 32), *expected;
	const char *error;

	(void)state;
	assert_non_null(text);
	strcpy(text, MAGIC);
	for (unsigned i = 0; i < 3000; i++)
		n += (size_t)sprintf(text + n, "pair\tr%u\tp\tlength%u\tother\n", i, i);
	write_file(text, n);
	error = lc_model_read_file(&model, &arena, path);
	unlink(path);
	if (error)
		fail_msg("%s", error);
	assert_int_equal(model.n_pairs, 3000);
	assert_string_equal(lc_model_find_pair(&model, "r2999", "p")->length, "length2999");
	write_file(MAGIC "what\n", strlen(MAGIC "what\n"));
	error = lc_model_read_file(&model, &arena, path);
	unlink(path);
	expected = lc_arena_printf(&arena, "%s:2: 'what'", path);
	assert_contains(error, expected);
	free(text);
}

static void a_file_that_is_no_model_is_said_so(void **state)
{
	const char *error;

	(void)state;
	write_file(MAGIC "pair\0a", strlen(MAGIC) + 6);
	error = lc_model_read_file(&model, &arena, path);
	unlink(path);
	assert_contains(error, path);
	assert_contains(error, "NUL byte");
	error = lc_model_read_file(&model, &arena, path);
	assert_contains(error, path);
	assert_contains(error, "No such file or directory");
	error = lc_model_read_file(&model, &arena, "/");
	assert_contains(error, "/: Is a directory");
	error = lc_model_read_file(&model, &arena, "/dev/null");
	assert_contains(error, "/dev/null:1: not a compiled model");
}

#define TEST_OF(sentence, function)                  \
	{                                            \
		sentence, function, start, end, NULL \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF("a pair is found by structure and pointer",
			a_pair_is_found_by_structure_and_pointer),
		TEST_OF("guards and what grows are found by function", guards_and_what_grows),
		TEST_OF("a source may name a helper", sources_with_and_without_a_helper),
		TEST_OF("a header may have no length of its own",
			headers_with_and_without_a_length),
		TEST_OF("a type's domain is found by pattern", types_match_by_pattern),
		TEST_OF("what only logs is found by pattern", what_only_logs_matches_by_pattern),
		TEST_OF("of two entries the last one wins", the_last_entry_wins),
		TEST_OF("comments and empty lines are skipped",
			comments_and_empty_lines_are_skipped),
		TEST_OF("each mistake is reported with name, line and what was expected",
			each_mistake_is_reported_where_it_is),
		TEST_OF("the first of two mistakes is reported",
			the_first_of_two_mistakes_is_reported),
		TEST_OF("the built-in model has no mistake", the_built_in_model_has_no_mistake),
		TEST_OF("the hash is of all texts in their order",
			the_hash_is_of_all_texts_in_order),
		TEST_OF("a file is read like a text, its name in messages",
			a_file_is_read_like_a_text),
		TEST_OF("a file that is no model, or no file, is said to be so",
			a_file_that_is_no_model_is_said_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
