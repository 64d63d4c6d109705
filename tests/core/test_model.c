// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Models: each kind of entry, what is looked up, and what is said of mistakes.
 */
#include "support.h"

#include <unistd.h>

#include "model_schema.h"
#include "sha256.h"

#define MAGIC "layoutcheck-model 2\n"

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
	read_well(MAGIC "pair\tsk_buff\tdata\tlen\t-\tpacket\tyes\t-\n"
			"pair\tblob\tin.words\tin.n * 4 - 8\t-\t-\t-\t-\n"
			"pair\txdp\tdata\t-\tdata_end\tpacket\t-\t-\n");
	pair = lc_model_find_pair(&model, "sk_buff", "data");
	assert_non_null(pair);
	assert_string_equal(pair->length, "len");
	assert_null(pair->end);
	assert_int_equal(pair->domain, LC_DOMAIN_PACKET);
	assert_true(pair->untrusted);
	pair = lc_model_find_pair(&model, "blob", "in.words");
	assert_string_equal(pair->length, "in.n");
	assert_int_equal(pair->bytes.n, 2);
	assert_int_equal(pair->bytes.factors[0].what, LC_WHAT_MEMBER);
	assert_int_equal(pair->bytes.factors[1].value, 4);
	assert_int_equal(pair->bytes.plus, -8);
	assert_int_equal(pair->domain, LC_DOMAIN_OTHER);
	assert_false(pair->untrusted);
	pair = lc_model_find_pair(&model, "xdp", "data");
	assert_null(pair->length);
	assert_string_equal(pair->end, "data_end");
	assert_null(lc_model_find_pair(&model, "sk_buff", "tail"));
	assert_null(lc_model_find_pair(&model, "firmware", "data"));
}

static void guards_say_what_is_at_least_what(void **state)
{
	const struct lc_model_guard *guard;

	(void)state;
	read_well(MAGIC "guard\tpskb_may_pull(skb, len)\tnonzero\tskb->len >= len\n"
			"guard\tcheck(n, have)\tzero\tn * 4 < have\n"
			"guard\tmake(layer, length, ...)\talways\treturn->len >= length\n");
	guard = lc_model_find_guard(&model, "pskb_may_pull");
	assert_non_null(guard);
	assert_int_equal(guard->signature.parameters, 2);
	assert_false(guard->signature.more);
	assert_int_equal(guard->when, LC_WHEN_NONZERO);
	assert_int_equal(guard->more.factors[0].what, LC_WHAT_FIELD);
	assert_int_equal(guard->more.factors[0].argument, 0);
	assert_string_equal(guard->more.factors[0].field, "len");
	assert_int_equal(guard->less.factors[0].what, LC_WHAT_ARGUMENT);
	assert_int_equal(guard->less.factors[0].argument, 1);
	guard = lc_model_find_guard(&model, "check");
	assert_int_equal(guard->when, LC_WHEN_ZERO);
	/* n * 4 < have: have >= n * 4 + 1 */
	assert_int_equal(guard->more.factors[0].argument, 1);
	assert_int_equal(guard->less.n, 2);
	assert_int_equal(guard->less.plus, 1);
	guard = lc_model_find_guard(&model, "make");
	assert_true(guard->signature.more);
	assert_int_equal(guard->when, LC_WHEN_ALWAYS);
	assert_int_equal(guard->more.factors[0].what, LC_WHAT_RETURNED_FIELD);
	assert_null(lc_model_find_guard(&model, "pskb_may"));
}

static void sources_return_bytes_or_leave_a_pointer(void **state)
{
	const struct lc_model_source *source;

	(void)state;
	read_well(
		MAGIC
		"source\tpull(skb, len)\t-\t-\tlen\t-\tpacket\tyes\tyes\t-\tyes\t-\n"
		"source\tlc__prefix(b, n, size, align)\t-\t-\tsize\talign\t-\t-\t-\tlc_ref\t-\t-\n"
		"source\telems(b, at, each, n)\t-\t-\tat\t-\t-\t-\t-\t-\t-\t*n * each + at - 2\n"
		"source\tload(name, buf, size)\t*buf\tzero\t*size\t16\tregister\t-\t-\t-\t-\t-\n"
		"source\tget(name)\t-\t-\t-\t-\t-\t-\t-\t-\t-\t-\n");
	source = lc_model_find_source(&model, "pull");
	assert_non_null(source);
	assert_int_equal(source->pointer.what, LC_WHAT_RETURNED);
	assert_int_equal(source->bytes.factors[0].argument, 1);
	assert_int_equal(source->aligned.what, LC_WHAT_NOTHING);
	assert_int_equal(source->domain, LC_DOMAIN_PACKET);
	assert_true(source->null && source->untrusted && source->exact);
	assert_null(source->helper);
	source = lc_model_find_source(&model, "lc__prefix");
	assert_int_equal(source->aligned.what, LC_WHAT_ARGUMENT);
	assert_int_equal(source->aligned.argument, 3);
	assert_string_equal(source->helper, "lc_ref");
	assert_int_equal(source->also.n, 0);
	source = lc_model_find_source(&model, "elems");
	assert_int_equal(source->bytes.n, 1);
	assert_int_equal(source->bytes.added.what, LC_WHAT_NOTHING);
	assert_int_equal(source->also.n, 2);
	assert_int_equal(source->also.factors[0].what, LC_WHAT_POINTEE);
	assert_int_equal(source->also.factors[0].argument, 3);
	assert_int_equal(source->also.factors[1].argument, 2);
	assert_int_equal(source->also.added.what, LC_WHAT_ARGUMENT);
	assert_int_equal(source->also.added.argument, 1);
	assert_int_equal(source->also.plus, -2);
	source = lc_model_find_source(&model, "load");
	assert_int_equal(source->pointer.what, LC_WHAT_POINTEE);
	assert_int_equal(source->pointer.argument, 1);
	assert_int_equal(source->when, LC_WHEN_ZERO);
	assert_int_equal(source->bytes.factors[0].what, LC_WHAT_POINTEE);
	assert_int_equal(source->aligned.value, 16);
	assert_int_equal(lc_model_find_source(&model, "get")->bytes.n, 0);
	assert_null(lc_model_find_source(&model, "kmalloc"));
}

static void moves_accessors_and_fills(void **state)
{
	const struct lc_model_move *move;
	const struct lc_model_accessor *accessor;
	const struct lc_model_fill *fill;

	(void)state;
	read_well(
		MAGIC
		"move\tskb_pull(skb, len)\tpull\tskb->data\tskb->len\tlen\tnonzero\t-\n"
		"move\tskb_push(skb, len)\tpush\tskb->data\tskb->len\tlen\t-\t-\n"
		"move\tskb_trim(skb, len)\ttrim\tskb->data\tskb->len\t-\t-\tlen\n"
		"accessor\tnla_data(nla)\tnla\t4\tnla->nla_len - 4\tyes\tpacket\n"
		"accessor\ttcp_hdr(skb)\t-\t-\t-\t-\tpacket\n"
		"fill\trecv(fd, buf, size, flags)\tbuf\treturn\tsize\tnonnegative\tyes\tpacket\t-\t-\t-\n");
	move = lc_model_find_move(&model, "skb_pull");
	assert_int_equal(move->direction, LC_MOVE_PULL);
	assert_string_equal(move->pointer.field, "data");
	assert_string_equal(move->length.field, "len");
	assert_int_equal(move->by.factors[0].argument, 1);
	assert_int_equal(move->when, LC_WHEN_NONZERO);
	assert_int_equal(lc_model_find_move(&model, "skb_push")->when, LC_WHEN_ALWAYS);
	assert_int_equal(lc_model_find_move(&model, "skb_trim")->to.factors[0].argument, 1);
	accessor = lc_model_find_accessor(&model, "nla_data");
	assert_int_equal(accessor->pointer.what, LC_WHAT_ARGUMENT);
	assert_int_equal(accessor->offset.factors[0].value, 4);
	assert_int_equal(accessor->bytes.plus, -4);
	assert_true(accessor->checked);
	accessor = lc_model_find_accessor(&model, "tcp_hdr");
	assert_int_equal(accessor->pointer.what, LC_WHAT_NOTHING);
	assert_int_equal(accessor->offset.n, 0);
	fill = lc_model_find_fill(&model, "recv");
	assert_int_equal(fill->buffer.argument, 1);
	assert_int_equal(fill->bytes.factors[0].what, LC_WHAT_RETURNED);
	assert_int_equal(fill->room.factors[0].argument, 2);
	assert_int_equal(fill->when, LC_WHEN_NONNEGATIVE);
	assert_true(fill->untrusted);
}

static void calls_that_access_bytes_and_what_later_rules_will_ask(void **state)
{
	(void)state;
	read_well(MAGIC "sink\tsend(fd, buf, n, flags)\tbuf\tn\tnetwork\n"
			"allocator\tcalloc(n, size)\tn * size\tyes\t64\t-\t-\n"
			"map\tioremap(at, size)\tsize\n"
			"idiom\tget_unaligned_le32(p)\tp\t4\tread\n"
			"idiom\tput_unaligned_le32(v, p)\tp\t4\twrite\n"
			"copy\tmemcpy(to, from, n, ...)\tto\tfrom\t-\tn\n"
			"copy\tmemcmp(a, b, n)\t-\ta\tb\tn\n"
			"untrusted-value\tget(from, value)\t*value\n");
	assert_int_equal(lc_model_find_sink(&model, "send")->leaves, LC_TO_NETWORK);
	assert_int_equal(lc_model_find_sink(&model, "send")->bytes.factors[0].argument, 2);
	assert_int_equal(lc_model_find_allocator(&model, "calloc")->bytes.n, 2);
	assert_true(lc_model_find_allocator(&model, "calloc")->zeroed);
	assert_int_equal(lc_model_find_allocator(&model, "calloc")->aligned.value, 64);
	assert_int_equal(lc_model_find_map(&model, "ioremap")->bytes.factors[0].argument, 1);
	assert_false(lc_model_find_idiom(&model, "get_unaligned_le32")->write);
	assert_true(lc_model_find_idiom(&model, "put_unaligned_le32")->write);
	assert_int_equal(lc_model_find_copy(&model, "memcpy")->reads.argument, 1);
	assert_true(lc_model_fits(&lc_model_find_copy(&model, "memcpy")->signature, 4, false));
	assert_int_equal(lc_model_find_copy(&model, "memcmp")->writes.what, LC_WHAT_NOTHING);
	assert_int_equal(lc_model_find_copy(&model, "memcmp")->compares.argument, 1);
	assert_int_equal(lc_model_find_untrusted_value(&model, "get")->value.what, LC_WHAT_POINTEE);
	assert_null(lc_model_find_untrusted_value(&model, "put"));
}

static void headers_with_and_without_a_length(void **state)
{
	const struct lc_model_header *header;

	(void)state;
	read_well(MAGIC "header\tacpi_table_header\tlength\tyes\tfirmware-table\n"
			"header\tinfo\t-\t-\tregister\nheader\telement\tdatalen + 2\t-\tpacket\n");
	header = lc_model_find_header(&model, "acpi_table_header");
	assert_string_equal(header->length, "length");
	assert_true(header->checked);
	header = lc_model_find_header(&model, "info");
	assert_null(header->length);
	assert_int_equal(header->bytes.n, 0);
	assert_int_equal(header->domain, LC_DOMAIN_REGISTER);
	header = lc_model_find_header(&model, "element");
	assert_string_equal(header->length, "datalen");
	assert_int_equal(header->bytes.plus, 2);
	assert_false(header->checked);
	assert_null(lc_model_find_header(&model, "acpi"));
}

static void fields_that_the_outside_wrote(void **state)
{
	(void)state;
	read_well(MAGIC "untrusted-field\treq\thdr.count\nheader\telement\tdatalen + 2\t-\t-\n"
			"header\ttable\tlength\tyes\t-\n");
	assert_true(lc_model_is_untrusted_field(&model, "req", "hdr.count"));
	assert_false(lc_model_is_untrusted_field(&model, "req", "hdr"));
	/* The length that a header claims is one, unless somebody has checked it. */
	assert_true(lc_model_is_untrusted_field(&model, "element", "datalen"));
	assert_false(lc_model_is_untrusted_field(&model, "element", "id"));
	assert_false(lc_model_is_untrusted_field(&model, "table", "length"));
}

static void callbacks_are_found_by_struct_and_member(void **state)
{
	(void)state;
	read_well(MAGIC "callback\tdriver\tevent\n");
	assert_true(lc_model_is_callback(&model, "driver", "event"));
	assert_false(lc_model_is_callback(&model, "driver", "probe"));
	assert_false(lc_model_is_callback(&model, "device", "event"));
}

static void native_types_are_found_by_pattern(void **state)
{
	(void)state;
	read_well(MAGIC "native\tstruct nl*\nnative\tunion u\n");
	assert_true(lc_model_is_native(&model, "struct nlattr"));
	assert_true(lc_model_is_native(&model, "union u"));
	assert_false(lc_model_is_native(&model, "struct u"));
	assert_false(lc_model_is_native(&model, "nlattr"));
}

static void what_only_logs_matches_by_pattern(void **state)
{
	(void)state;
	read_well(MAGIC "quiet\t_dev_*\nquiet\tprintf\nquiet\t[vw]log\n");
	assert_true(lc_model_is_quiet(&model, "_dev_err"));
	assert_true(lc_model_is_quiet(&model, "printf"));
	assert_true(lc_model_is_quiet(&model, "vlog"));
	assert_false(lc_model_is_quiet(&model, "xlog"));
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
	read_well(MAGIC "pair\ta\tp\tn\t-\tpacket\t-\t-\nguard\tf(a, n)\tzero\ta->n >= n\n"
			"header\ta\tn\t-\tpacket\ntype\tstruct a*\tpacket\n");
	read_well(MAGIC "pair\ta\tp\tm\t-\tother\t-\t-\nguard\tf(a, b, n)\tzero\tb->n >= n\n"
			"header\ta\t-\t-\tother\ntype\tstruct ab\tregister\n");
	assert_string_equal(lc_model_find_pair(&model, "a", "p")->length, "m");
	assert_int_equal(lc_model_find_guard(&model, "f")->signature.parameters, 3);
	assert_null(lc_model_find_header(&model, "a")->length);
	assert_int_equal(lc_model_domain(&model, "struct ab"), LC_DOMAIN_REGISTER);
	assert_int_equal(lc_model_domain(&model, "struct ac"), LC_DOMAIN_PACKET);
}

static void an_entry_is_about_calls_that_look_like_it(void **state)
{
	const struct lc_model_fill *fill;
	const struct lc_model_guard *guard;

	(void)state;
	read_well(MAGIC "guard\tg(a, n, ...)\tzero\ta->n >= n\nmodel\tposix\texternal\n"
			"fill\tread(fd, buf, n)\tbuf\treturn\tn\tnonnegative\t-\t-\t-\t-\t-\n"
			"model\tother\tany\nmap\tm(a)\t-\n");
	fill = lc_model_find_fill(&model, "read");
	assert_true(lc_model_fits(&fill->signature, 3, false));
	assert_false(lc_model_fits(&fill->signature, 2, false));
	assert_false(lc_model_fits(&fill->signature, 4, false));
	/* The unit's own read () is another function. */
	assert_false(lc_model_fits(&fill->signature, 3, true));
	guard = lc_model_find_guard(&model, "g");
	assert_true(lc_model_fits(&guard->signature, 2, true));
	assert_true(lc_model_fits(&guard->signature, 5, false));
	assert_false(lc_model_fits(&guard->signature, 1, false));
	assert_true(lc_model_fits(&lc_model_find_map(&model, "m")->signature, 1, true));
}

static void comments_and_empty_lines_are_skipped(void **state)
{
	(void)state;
	read_well(MAGIC "# a comment\n\n#pair\tx\n\nquiet\ta");
	assert_int_equal(model.tables[LC_MODEL_QUIET].n, 1);
	/* The last line needs no end; an empty model is one too. */
	assert_true(lc_model_is_quiet(&model, "a"));
	read_well("layoutcheck-model 2");
}

static void the_built_in_model_has_no_mistake(void **state)
{
	const char *error = lc_model_read(&model, &arena, "built-in", lc_model_builtin);
	struct lc_model copy = { .slots = NULL };

	(void)state;
	if (error)
		fail_msg("%s", error);
	/* Its hash, worked out while building, is that of its text. */
	assert_null(
		lc_model_read(&copy, &arena, "copy", lc_arena_strdup(&arena, lc_model_builtin)));
	assert_string_equal(model.hash, copy.hash);
	assert_non_null(lc_model_find_pair(&model, "sk_buff", "data"));
	assert_non_null(lc_model_find_guard(&model, "pskb_may_pull"));
	assert_string_equal(lc_model_find_source(&model, "lc__prefix")->helper,
			    "lc_ref_from_prefix");
}

/* Every entry kind has a word and a list of its own, and fields that lie within its struct. */
static void the_schema_is_whole(void **state)
{
	(void)state;
	for (size_t i = 0; i < LC_MODEL_KINDS; i++) {
		const struct lc_model_schema *schema = &lc_model_schemas[i];

		assert_true(schema->n_fields >= 1 && schema->n_fields <= LC_MODEL_MAX_FIELDS);
		assert_true(schema->n_keys >= 1 && schema->n_keys <= 2);
		for (size_t k = 0; k < LC_MODEL_MAX_FIELDS; k++) {
			assert_int_equal(!!schema->fields[k].key, k < schema->n_fields);
			assert_true(schema->fields[k].offset < schema->size);
			if (k < schema->n_fields)
				assert_non_null(lc_model_expected(schema->fields[k].value));
		}
		for (size_t k = 0; k < i; k++) {
			assert_string_not_equal(schema->word, lc_model_schemas[k].word);
			assert_string_not_equal(schema->list, lc_model_schemas[k].list);
		}
	}
}

static void the_hash_is_of_all_texts_in_order(void **state)
{
	struct lc_model other = { .slots = NULL };
	char empty[sizeof(model.hash)], one[sizeof(model.hash)];
	const char *a = MAGIC "quiet\ta\n", *b = MAGIC "quiet\tb\n";

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
	char *text = malloc(n + 3000 * 40), *expected;
	const char *error;

	(void)state;
	assert_non_null(text);
	strcpy(text, MAGIC);
	for (unsigned i = 0; i < 3000; i++)
		n += (size_t)sprintf(text + n, "pair\tr%u\tp\tlength%u\t-\tother\t-\t-\n", i, i);
	write_file(text, n);
	error = lc_model_read_file(&model, &arena, path);
	unlink(path);
	if (error)
		fail_msg("%s", error);
	assert_int_equal(model.tables[LC_MODEL_PAIR].n, 3000);
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
		TEST_OF("a guard says what is at least what", guards_say_what_is_at_least_what),
		TEST_OF("a source returns bytes or leaves a pointer to them",
			sources_return_bytes_or_leave_a_pointer),
		TEST_OF("moves, accessors and fills are found by function",
			moves_accessors_and_fills),
		TEST_OF("what later rules will ask is read",
			calls_that_access_bytes_and_what_later_rules_will_ask),
		TEST_OF("a header may have no length of its own",
			headers_with_and_without_a_length),
		TEST_OF("fields that the outside wrote are known", fields_that_the_outside_wrote),
		TEST_OF("an entry is about calls with as many arguments, and external ones if it says so",
			an_entry_is_about_calls_that_look_like_it),
		TEST_OF("the schema is whole", the_schema_is_whole),
		TEST_OF("a type's domain is found by pattern", types_match_by_pattern),
		TEST_OF("what only logs is found by pattern", what_only_logs_matches_by_pattern),
		TEST_OF("callbacks are found by struct and member",
			callbacks_are_found_by_struct_and_member),
		TEST_OF("native types are found by pattern", native_types_are_found_by_pattern),
		TEST_OF("of two entries the last one wins", the_last_entry_wins),
		TEST_OF("comments and empty lines are skipped",
			comments_and_empty_lines_are_skipped),
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
