// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What is said of mistakes in a model.
 */
#include "support.h"

#include "model_schema.h"

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

static void each_mistake_is_reported_where_it_is(void **state)
{
	static const struct {
		const char *text, *where, *what, *expected;
	} mistakes[] = {
		{ "", "my.model:1: ", "not a compiled model", "expected 'layoutcheck-model 2'" },
		{ "pairs:\n", "my.model:1: ", "not a compiled model", "layoutcheck model compile" },
		{ "layoutcheck-model 1\n", "my.model:1: ", "not a compiled model", "expected" },
		{ MAGIC "\n# x\npare\ta\n", "my.model:4: ", "'pare'", "expected a model that" },
		{ MAGIC "quiet a\n", "my.model:2: ", "'quiet a'", "expected" },
		{ MAGIC "pair\ta\tp\tn\n", "my.model:2: ", "3 fields after 'pair'", "expected 7" },
		{ MAGIC "quiet\n", "my.model:2: ", "0 fields after 'quiet'", "expected 1" },
		{ MAGIC "quiet\ta\tb\tc\td\te\tf\tg\th\ti\tj\tk\tl\n",
		  "my.model:2: ", "12 fields after 'quiet'", "expected 1" },
		{ MAGIC "type\ta\twire\n", "my.model:2: ", "'domain' cannot be 'wire'",
		  "expected packet, firmware-table, register or other" },
		{ MAGIC "type\ta\t-\n", "my.model:2: ", "no 'domain' after 'type'",
		  "expected packet" },
		{ MAGIC "type\ta\tpacket\ntype\ta\tPacket\n", "my.model:3: ", "'Packet'",
		  "expected packet" },
		{ MAGIC "type\ta\tpacket\r\n", "my.model:2: ", "'domain' cannot be",
		  "expected packet" },
		{ MAGIC "type\tstruct {\tpacket\n", "my.model:2: ", "'match' cannot be",
		  "pattern" },
		{ MAGIC "type\t\tpacket\n", "my.model:2: ", "'match' cannot be ''", "pattern" },
		{ MAGIC "map\tf\t-\n", "my.model:2: ", "'function' cannot be 'f'",
		  "a function with its parameters" },
		{ MAGIC "map\tf(a\t-\n", "my.model:2: ", "cannot be 'f(a'", "expected a function" },
		{ MAGIC "map\tf(a b)\t-\n", "my.model:2: ", "cannot be", "expected a function" },
		{ MAGIC "map\tf(a,, b)\t-\n", "my.model:2: ", "cannot be", "expected a function" },
		{ MAGIC "map\tf(..., b)\t-\n", "my.model:2: ", "cannot be", "expected a function" },
		{ MAGIC "map\tf(a, a)\t-\n", "my.model:2: ", "two parameters", "expected" },
		{ MAGIC "map\tf(a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q)\t-\n",
		  "my.model:2: ", "too many parameters", "at most 16" },
		{ MAGIC "map\tf(a)\tb\n", "my.model:2: ", "'b' is no parameter", "an amount" },
		{ MAGIC "map\tf(a)\ta * a * a\n", "my.model:2: ", "'bytes' cannot be",
		  "a product of two" },
		{ MAGIC "map\tf(a)\ta + a + a\n", "my.model:2: ", "'bytes' cannot be",
		  "an amount" },
		{ MAGIC "map\tf(a)\ta - a\n", "my.model:2: ", "'bytes' cannot be", "an amount" },
		{ MAGIC "map\tf(a)\t4 + 4 + 4\n", "my.model:2: ", "'bytes' cannot be",
		  "an amount" },
		{ MAGIC "header\ts\tn + n\t-\t-\n", "my.model:2: ", "'bytes' cannot be",
		  "a member's name" },
		{ MAGIC "map\tf(a)\ta->\n", "my.model:2: ", "'bytes' cannot be", "an amount" },
		{ MAGIC "map\tf(a)\ta->b.\n", "my.model:2: ", "'bytes' cannot be", "an amount" },
		{ MAGIC "map\tf(a)\t-1\n", "my.model:2: ", "'bytes' cannot be", "an amount" },
		{ MAGIC "map\tf(a)\t99999999999999999999\n", "my.model:2: ", "too large a number",
		  "an amount" },
		{ MAGIC "map\tf(a)\t4k\n", "my.model:2: ", "number", "an amount" },
		{ MAGIC "guard\tf(a)\tzero\ta\n", "my.model:2: ", "'then' cannot be 'a'",
		  "amount >= amount" },
		{ MAGIC "guard\tf(a)\tzero\ta == 4\n", "my.model:2: ", "'then' cannot be",
		  "amount >= amount" },
		{ MAGIC "guard\tf(a)\ttrue\ta >= 4\n", "my.model:2: ", "'when' cannot be 'true'",
		  "always, nonzero, zero" },
		{ MAGIC "guard\tf(a)\t-\ta >= 4\n", "my.model:2: ", "no 'when'", "always" },
		{ MAGIC "pair\ta\tp\tn\te\t-\t-\t-\n", "my.model:2: ", "either 'bytes' or 'end'",
		  "one of them" },
		{ MAGIC "pair\ta\tp\t-\t-\t-\t-\t-\n", "my.model:2: ", "either 'bytes' or 'end'",
		  "one of them" },
		{ MAGIC "pair\ta.b\tp\tn\t-\t-\t-\t-\n", "my.model:2: ", "'struct' cannot be",
		  "a name" },
		{ MAGIC "pair\ta\tp\tn\t-\t-\tmaybe\t-\n", "my.model:2: ", "'untrusted' cannot be",
		  "yes or no" },
		{ MAGIC "source\tf(a)\ta\t-\ta\t-\t-\t-\t-\t-\t-\t-\n",
		  "my.model:2: ", "'pointer' of a source", "return or *parameter" },
		{ MAGIC "source\tf(a)\t-\tzero\ta\t-\t-\t-\t-\t-\t-\t-\n",
		  "my.model:2: ", "'when' speaks", "pointer: *parameter" },
		{ MAGIC "source\tf(a)\t-\t-\ta\t3\t-\t-\t-\t-\t-\t-\n",
		  "my.model:2: ", "power of two", "number of bytes" },
		{ MAGIC "source\tf(a)\t-\t-\ta\ta->b\t-\t-\t-\t-\t-\t-\n",
		  "my.model:2: ", "'aligned' cannot be", "number of bytes" },
		{ MAGIC "move\tf(a, b)\tpull\ta->p\tb->n\t4\t-\t-\n",
		  "my.model:2: ", "'pointer' and 'length' of a move", "one parameter" },
		{ MAGIC "move\tf(a)\tup\ta->p\ta->n\t4\t-\t-\n",
		  "my.model:2: ", "'direction' cannot be 'up'", "pull, push, put, keep or trim" },
		{ MAGIC "move\tf(a)\tpull\ta->p\ta->n\t-\t-\t-\n", "my.model:2: ", "'by' says",
		  "expected it with pull" },
		{ MAGIC "move\tf(a)\tkeep\ta->p\ta->n\t4\t-\t-\n", "my.model:2: ", "'by' says",
		  "expected it with pull" },
		{ MAGIC "move\tf(a)\ttrim\ta->p\ta->n\t-\t-\t-\n", "my.model:2: ", "'to' says",
		  "expected it with trim" },
		{ MAGIC "move\tf(a)\tkeep\ta->p\ta->n\t-\t-\t4\n", "my.model:2: ", "'to' says",
		  "expected it with trim" },
		{ MAGIC "accessor\tf(a)\t-\t4\t-\t-\t-\n", "my.model:2: ", "'offset' counts",
		  "expected both" },
		{ MAGIC "accessor\tf(a)\t-\t-\t-\tyes\t-\n", "my.model:2: ", "'checked' speaks",
		  "expected both" },
		{ MAGIC "header\ta\t-\tyes\t-\n", "my.model:2: ", "'checked' speaks",
		  "expected both" },
		{ MAGIC "fill\tf(a)\treturn\t4\t-\t-\t-\t-\t-\t-\t-\n",
		  "my.model:2: ", "'buffer' of a fill", "expected a parameter" },
		{ MAGIC "fill\tf(a, b)\ta\t4\t-\t-\t-\t-\tb\t-\t-\n",
		  "my.model:2: ", "'counting' is a bit of 'flags'", "expected both" },
		{ MAGIC "fill\tf(a, b)\ta\t4\t-\t-\t-\t-\tb\t0\t-\n",
		  "my.model:2: ", "'counting' cannot be", "a number that has bits" },
		{ MAGIC "fill\tf(a)\ta\t4\t-\t-\t-\t-\t-\t-\tyes\n",
		  "my.model:2: ", "'asking' speaks of 'room'", "expected both" },
		{ MAGIC "fill\tf(a)\t4\t4\t-\t-\t-\t-\t-\t-\t-\n",
		  "my.model:2: ", "'buffer' cannot be", "a parameter" },
		{ MAGIC "allocator\tf(n, flags)\tn\t-\t-\tflags\t-\n",
		  "my.model:2: ", "'zeroing' is a bit of 'flags'", "expected both" },
		{ MAGIC "allocator\tf(n, flags)\tn\t-\t-\t-\t256\n",
		  "my.model:2: ", "'zeroing' is a bit of 'flags'", "expected both" },
		{ MAGIC "copy\tf(a, n)\t-\t-\t-\tn\n", "my.model:2: ", "a copy has 'writes'",
		  "expected at least one" },
		{ MAGIC "sink\tf(a)\ta\t4\tspace\n", "my.model:2: ", "'leaves' cannot be 'space'",
		  "user, network, file or device" },
		{ MAGIC "model\tlinux\n", "my.model:2: ", "'model'", "NAME, then any or external" },
		{ MAGIC "model\tlinux\tsome\n", "my.model:2: ", "'model'",
		  "NAME, then any or external" },
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
	error = lc_model_read(&model, &arena, "m", MAGIC "guard\tf(a)\tx\ty\n");
	assert_contains(error, "m:2: 'when' cannot be 'x'");
}

#define TEST_OF(sentence, function)                  \
	{                                            \
		sentence, function, start, end, NULL \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF("each mistake is reported with name, line and what was expected",
			each_mistake_is_reported_where_it_is),
		TEST_OF("the first of two mistakes is reported",
			the_first_of_two_mistakes_is_reported),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
