// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Names of sources below a root, on a small tree of files.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "message.h"
#include "paths.h"

static char root[] = "/tmp/layoutcheck-paths-XXXXXX";
static struct paths paths;

static void make(const char *name)
{
	char *path = cli_format("%s/%s", root, name);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fclose(file);
	free(path);
}

static int make_tree(void **state)
{
	char *folder;

	(void)state;
	if (!mkdtemp(root))
		return -1;
	folder = cli_format("%s/src", root);
	mkdir(folder, 0755);
	free(folder);
	make("src/a.c");
	folder = cli_format("%s/link.c", root);
	if (symlink("src/a.c", folder))
		return -1;
	free(folder);
	return paths_init(&paths, root);
}

static int remove_tree(void **state)
{
	static const char *const names[] = { "link.c", "src/a.c", "src", "" };

	(void)state;
	paths_free(&paths);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		char *path = cli_format("%s/%s", root, names[i]);

		remove(path);
		free(path);
	}
	return 0;
}

static void check_normal(const char *directory, const char *path, const char *expected)
{
	char *normal = paths_normalize(directory, path);

	assert_string_equal(normal, expected);
	free(normal);
}

static void names_are_normalized_as_text(void **state)
{
	(void)state;
	check_normal("/a", "b", "/a/b");
	check_normal("/a/", "./b//c/", "/a/b/c");
	check_normal("/a", "../b", "/b");
	check_normal("/a", "../../../b", "/b");
	check_normal("/a", "/x/../y", "/y");
	check_normal("/a", "..", "/");
	check_normal("/a", "..b/.c", "/a/..b/.c");
	check_normal("", "b", "/b");
}

static void one_file_is_one_object(void **state)
{
	struct source_path *a = paths_resolve(&paths, root, "src/a.c");
	char *inside = cli_format("%s/src", root);

	(void)state;
	assert_string_equal(a->name, "src/a.c");
	assert_false(a->outside);
	assert_false(a->missing);
	assert_ptr_equal(a, paths_resolve(&paths, root, "link.c"));
	assert_ptr_equal(a, paths_resolve(&paths, inside, "../src/./a.c"));
	assert_ptr_equal(a, paths_resolve(&paths, "/nowhere", a->absolute));
	free(inside);
}

static void a_folder_that_is_not_here_gives_way_to_the_root(void **state)
{
	(void)state;
	assert_string_equal(paths_resolve(&paths, "/nowhere", "src/a.c")->name, "src/a.c");
	assert_true(paths_resolve(&paths, "/nowhere", "src/b.c")->outside);
	assert_true(paths_resolve(&paths, "/nowhere", "src/b.c")->missing);
}

static void a_name_that_only_begins_like_the_root_is_outside(void **state)
{
	char *like = cli_format("%s-not/a.c", root);
	struct source_path *path = paths_resolve(&paths, root, like);

	(void)state;
	assert_true(path->outside);
	assert_string_equal(path->name, like);
	free(like);
}

static void a_root_must_be_a_folder(void **state)
{
	struct paths other;
	char *file = cli_format("%s/src/a.c", root);

	(void)state;
	assert_int_not_equal(paths_init(&other, file), 0);
	assert_int_not_equal(paths_init(&other, "/nowhere/at/all"), 0);
	free(file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_normalized_as_text),
		cmocka_unit_test(one_file_is_one_object),
		cmocka_unit_test(a_folder_that_is_not_here_gives_way_to_the_root),
		cmocka_unit_test(a_name_that_only_begins_like_the_root_is_outside),
		cmocka_unit_test(a_root_must_be_a_folder),
	};

	return cmocka_run_group_tests_name("paths", tests, make_tree, remove_tree);
}
