// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * SHA-256 against the examples of FIPS 180-4 (NIST's SHA256.pdf), and of files.
 */
#include "support.h"

#include <unistd.h>

#include "sha256.h"

static const char *hash_of(const void *data, size_t n)
{
	static char hex[LC_SHA256_HEX];
	struct lc_sha256 hash;

	lc_sha256_init(&hash);
	lc_sha256_add(&hash, data, n);
	lc_sha256_hex(&hash, hex);
	return hex;
}

static void the_examples_of_the_standard(void **state)
{
	static const struct {
		const char *text, *hex;
	} examples[] = {
		{ "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
		{ "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
		{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		  "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
		{ "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
		  "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
		  "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(examples); i++)
		assert_string_equal(hash_of(examples[i].text, strlen(examples[i].text)),
				    examples[i].hex);
}

static void a_million_letters(void **state)
{
	struct lc_sha256 hash;
	char hex[LC_SHA256_HEX], block[1000];

	(void)state;
	memset(block, 'a', sizeof(block));
	lc_sha256_init(&hash);
	for (unsigned i = 0; i < 1000; i++)
		lc_sha256_add(&hash, block, sizeof(block));
	lc_sha256_hex(&hash, hex);
	assert_string_equal(hex,
			    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void pieces_do_not_matter(void **state)
{
	unsigned char data[200];
	char whole[LC_SHA256_HEX], hex[LC_SHA256_HEX];

	(void)state;
	for (size_t i = 0; i < sizeof(data); i++)
		data[i] = (unsigned char)(i * 7);
	/* Every length around the block's end, cut at every place. */
	for (size_t n = 50; n < 135; n++) {
		strcpy(whole, hash_of(data, n));
		for (size_t cut = 0; cut <= n; cut++) {
			struct lc_sha256 hash;

			lc_sha256_init(&hash);
			lc_sha256_add(&hash, data, cut);
			lc_sha256_add(&hash, data + cut, n - cut);
			lc_sha256_hex(&hash, hex);
			assert_string_equal(hex, whole);
		}
	}
}

static void a_file_is_hashed_by_its_bytes(void **state)
{
	char path[] = "/tmp/layoutcheck-sha256-XXXXXX", hex[LC_SHA256_HEX];
	static const char part[] = "a\0\xff\n";
	char *all = malloc(30000 * 4);
	int fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0);
	assert_non_null(all);
	for (size_t i = 0; i < 30000; i++)
		memcpy(all + 4 * i, part, 4);
	assert_int_equal(write(fd, all, 30000 * 4), 30000 * 4);
	close(fd);
	assert_int_equal(lc_sha256_file(path, hex), 0);
	unlink(path);
	assert_string_equal(hex, hash_of(all, 30000 * 4));
	free(all);
	assert_int_equal(lc_sha256_file("/dev/null", hex), 0);
	assert_string_equal(hex, hash_of("", 0));
}

static void a_file_that_cannot_be_read_is_an_error(void **state)
{
	char hex[LC_SHA256_HEX] = "as it was";

	(void)state;
	assert_int_equal(lc_sha256_file("/nonexistent/file", hex), ENOENT);
	assert_int_equal(lc_sha256_file("/dev/null/file", hex), ENOTDIR);
	assert_int_not_equal(lc_sha256_file("/", hex), 0);
	assert_string_equal(hex, "as it was");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST("the examples of the standard come out", the_examples_of_the_standard),
		TEST("a million letters come out as in the standard", a_million_letters),
		TEST("it does not matter in which pieces data comes", pieces_do_not_matter),
		TEST("a file is hashed by its bytes, NUL and all", a_file_is_hashed_by_its_bytes),
		TEST("a file that cannot be read is an error, and the result untouched",
		     a_file_that_cannot_be_read_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
