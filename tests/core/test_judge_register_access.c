// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-register-access on made-up facts.
 */
#include "judging.h"

#include "judges.h"
#include "registers.h"

static struct lc_register_access access_made;
static struct lc_mapping mapping;

/* A volatile access to a register of 4 bytes at OFFSET of 16 that are mapped. */
static struct lc_register_access *access_at(int64_t offset)
{
	access_made = (struct lc_register_access){ .place = place_at("a.c", 11),
						   .what = "r->status",
						   .is_volatile = true,
						   .pieces = 1,
						   .placed = true,
						   .offset = offset,
						   .size = 4 };
	mapping = (struct lc_mapping){ .size = 16, .accesses = &access_made, .n_accesses = 1 };
	conversion->kind = LC_MAP;
	conversion->mapping = &mapping;
	conversion->n_judgements = 0;
	return &access_made;
}

static void judged_is(enum lc_level level, const char *part)
{
	const struct lc_judgement *j;

	conversion->n_judgements = 0;
	lc_judge_register_access(&unit, conversion);
	assert_int_equal(conversion->n_judgements, 1);
	j = &conversion->judgements[0];
	assert_int_equal(j->level, level);
	assert_int_equal(j->verdict, level == LC_LEVEL_NONE ? LC_PROVEN : LC_REFUTED);
	assert_non_null(strstr(level == LC_LEVEL_NONE ? j->how : j->message, part));
}

static void a_volatile_access_inside_is_proven(void **state)
{
	(void)state;
	access_at(0);
	judged_is(LC_LEVEL_NONE, "inside what is mapped");
	access_at(12);
	judged_is(LC_LEVEL_NONE, "inside what is mapped");
}

static void an_access_outside_is_an_error(void **state)
{
	(void)state;
	access_at(13);
	judged_is(LC_LEVEL_ERROR, "bytes 13 to 16");
	access_at(16);
	judged_is(LC_LEVEL_ERROR, "16 bytes are mapped");
	access_at(-4);
	judged_is(LC_LEVEL_ERROR, "bytes -4 to -1");
}

static void what_is_not_known_is_not_outside(void **state)
{
	(void)state;
	access_at(16)->placed = false;
	judged_is(LC_LEVEL_NONE, "volatile");
	access_at(16)->size = 0;
	judged_is(LC_LEVEL_NONE, "volatile");
	access_at(16);
	mapping.size = 0;
	judged_is(LC_LEVEL_NONE, "of one piece");
}

static void a_plain_access_is_a_warning(void **state)
{
	(void)state;
	access_at(0)->is_volatile = false;
	judged_is(LC_LEVEL_WARNING, "as plain memory");
	access_made.was_volatile = true;
	judged_is(LC_LEVEL_WARNING, "without the volatile");
}

static void wholes_and_pieces_are_warnings(void **state)
{
	(void)state;
	access_at(0)->whole = true;
	judged_is(LC_LEVEL_WARNING, "copied as a whole");
	access_at(0)->pieces = 2;
	judged_is(LC_LEVEL_WARNING, "in 2 pieces");
}

static void only_a_write_to_a_bit_field_is_noted(void **state)
{
	(void)state;
	access_at(0)->bit_field = true;
	judged_is(LC_LEVEL_NONE, "volatile");
	access_made.write = true;
	judged_is(LC_LEVEL_NOTE, "bits around it");
}

static void an_access_narrower_than_its_register_is_noted(void **state)
{
	(void)state;
	access_at(0)->register_size = 4;
	judged_is(LC_LEVEL_NONE, "volatile");
	access_made.size = 2;
	judged_is(LC_LEVEL_NOTE, "2 of the 4 bytes of a register");
}

static void a_block_larger_than_what_is_mapped_is_noted(void **state)
{
	uint64_t size = conversion->target.size;

	(void)state;
	access_at(0);
	conversion->target.size = 16;
	judged_is(LC_LEVEL_NONE, "inside what is mapped");
	conversion->target.size = 20;
	judged_is(LC_LEVEL_NOTE, "has 20 bytes, and 16 of");
	access_made.offset = 16;
	judged_is(LC_LEVEL_ERROR, "bytes 16 to 19");
	conversion->target.size = size;
}

static void of_one_thing_the_first_access_speaks(void **state)
{
	struct lc_register_access two[2];

	(void)state;
	two[0] = two[1] = *access_at(0);
	two[0].is_volatile = two[1].is_volatile = false;
	two[1].what = "r->data";
	mapping.accesses = two;
	mapping.n_accesses = 2;
	judged_is(LC_LEVEL_WARNING, "r->status");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF("a volatile access inside is proven", a_volatile_access_inside_is_proven),
		TEST_OF("an access outside is an error", an_access_outside_is_an_error),
		TEST_OF("what is not known is not outside", what_is_not_known_is_not_outside),
		TEST_OF("a plain access is a warning", a_plain_access_is_a_warning),
		TEST_OF("wholes and pieces are warnings", wholes_and_pieces_are_warnings),
		TEST_OF("only a write to a bit field is noted",
			only_a_write_to_a_bit_field_is_noted),
		TEST_OF("an access narrower than its register is noted",
			an_access_narrower_than_its_register_is_noted),
		TEST_OF("a block larger than what is mapped is noted",
			a_block_larger_than_what_is_mapped_is_noted),
		TEST_OF("of one thing the first access speaks",
			of_one_thing_the_first_access_speaks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
