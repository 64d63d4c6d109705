// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Record files: how they are named, and that a whole file is there or none.
 */
#include "support.h"

#include <dirent.h>
#include <ftw.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "report/record.h"

static char top[64];

static int start(void **state)
{
	(void)state;
	strcpy(top, "/tmp/layoutcheck-record-XXXXXX");
	return mkdtemp(top) ? 0 : -1;
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *walk)
{
	(void)status;
	(void)type;
	(void)walk;
	return remove(path);
}

static int end(void **state)
{
	(void)state;
	return nftw(top, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static const char *below(const char *name)
{
	static char path[4][512];
	static unsigned next;

	next = (next + 1) % 4;
	snprintf(path[next], sizeof(path[next]), "%s/%s", top, name);
	return path[next];
}

static size_t files_in(const char *directory)
{
	DIR *open = opendir(directory);
	size_t n = 0;

	if (!open)
		return 0;
	for (struct dirent *entry; (entry = readdir(open));)
		n += strcmp(entry->d_name, ".") && strcmp(entry->d_name, "..");
	closedir(open);
	return n;
}

static void holds(const char *path, const char *text)
{
	char content[64] = "";
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	content[fread(content, 1, sizeof(content) - 1, file)] = '\0';
	fclose(file);
	assert_string_equal(content, text);
}

static void named(const char *directory, const char *object, const char *adapter,
		  const char *wanted)
{
	char *path = lc_record_path(directory, object, adapter);

	assert_non_null(path);
	assert_string_equal(path, wanted);
	free(path);
}

static void names_are_made_of_the_object(void **state)
{
	(void)state;
	named("DIR", "drivers/foo.o", "gcc", "DIR/drivers#foo.o.gcc.jsonl");
	named("DIR", "./drivers/foo.o", "gcc", "DIR/drivers#foo.o.gcc.jsonl");
	named("DIR", "././foo.o", "sparse", "DIR/foo.o.sparse.jsonl");
	named("/a/b", "/abs/foo.o", "gcc", "/a/b/#abs#foo.o.gcc.jsonl");
	named("a b", "../x y/100%.o", "gcc", "a b/..#x y#100%.o.gcc.jsonl");
	named("DIR", ".hidden.o", "gcc", "DIR/.hidden.o.gcc.jsonl");
	named("DIR", "", "gcc", "DIR/.gcc.jsonl");
}

static void a_record_is_written_and_written_over(void **state)
{
	const char *path = below("a.o.gcc.jsonl");

	(void)state;
	assert_int_equal(lc_record_save(top, path, "one\n", 4), 0);
	holds(path, "one\n");
	assert_int_equal(lc_record_save(top, path, "a longer one\n", 13), 0);
	holds(path, "a longer one\n");
	assert_int_equal(lc_record_save(top, path, "", 0), 0);
	holds(path, "");
	assert_int_equal(files_in(top), 1);
}

static void the_file_has_the_usual_permissions(void **state)
{
	const char *path = below("a.o.gcc.jsonl");
	mode_t mask = umask(027);
	struct stat status;

	(void)state;
	assert_int_equal(lc_record_save(top, path, "one\n", 4), 0);
	assert_int_equal(umask(mask), 027);
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0640);
}

static void a_missing_directory_is_created(void **state)
{
	(void)state;
	assert_int_equal(lc_record_save(below("one/two//three/"), below("one/two/three/a"), "x", 1),
			 0);
	holds(below("one/two/three/a"), "x");
}

static void a_relative_directory_is_created(void **state)
{
	char before[4096];

	(void)state;
	assert_non_null(getcwd(before, sizeof(before)));
	assert_int_equal(chdir(top), 0);
	assert_int_equal(lc_record_save("one", "one/a", "x", 1), 0);
	assert_int_equal(lc_record_save(".", "./b", "x", 1), 0);
	/* No name is no directory, and not the root. */
	assert_int_equal(lc_record_save("", "c", "x", 1), ENOENT);
	assert_int_equal(chdir(before), 0);
	holds(below("one/a"), "x");
	holds(below("b"), "x");
	assert_int_equal(files_in(top), 2);
}

static void a_file_in_place_of_the_directory_is_an_error(void **state)
{
	(void)state;
	assert_int_equal(lc_record_save(top, below("file"), "x", 1), 0);
	assert_int_equal(lc_record_save(below("file"), below("file/a"), "y", 1), ENOTDIR);
	assert_int_equal(lc_record_save(below("file/more"), below("file/more/a"), "y", 1), ENOTDIR);
	holds(below("file"), "x");
	assert_int_equal(files_in(top), 1);
}

static void a_name_that_is_too_long_is_an_error(void **state)
{
	char object[400], *path;

	(void)state;
	memset(object, 'x', sizeof(object) - 1);
	object[sizeof(object) - 1] = '\0';
	path = lc_record_path(top, object, "gcc");
	assert_non_null(path);
	assert_int_equal(lc_record_save(top, path, "x", 1), ENAMETOOLONG);
	assert_int_equal(files_in(top), 0);
	free(path);
}

static void what_cannot_be_replaced_leaves_nothing_behind(void **state)
{
	(void)state;
	/* A folder stands where the record belongs: the rename fails, at the end. */
	assert_int_equal(mkdir(below("a"), 0777), 0);
	assert_int_equal(lc_record_save(top, below("a"), "x", 1), EISDIR);
	assert_int_equal(files_in(top), 1);
	assert_int_equal(files_in(below("a")), 0);
}

/* Calls lc_record_save() in a child that PREPARE has changed; returns what it did. */
static int save_in_child(void (*prepare)(void), const char *path, size_t length)
{
	pid_t child;
	int status;

	fflush(NULL);
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		char *text = calloc(1, length + 1);

		prepare();
		_exit(text ? lc_record_save(top, path, text, length) : 255);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

/* Stands for a disk that is full: writing fails after the first bytes. */
static void limit_files(void)
{
	struct rlimit limit = { 4096, 4096 };

	signal(SIGXFSZ, SIG_IGN);
	if (setrlimit(RLIMIT_FSIZE, &limit))
		_exit(255);
}

static void a_write_that_fails_leaves_what_was_there(void **state)
{
	(void)state;
	assert_int_equal(lc_record_save(top, below("a"), "old", 3), 0);
	assert_int_equal(save_in_child(limit_files, below("a"), 100000), EFBIG);
	holds(below("a"), "old");
	assert_int_equal(save_in_child(limit_files, below("b"), 100000), EFBIG);
	assert_int_equal(files_in(top), 1);
	assert_int_equal(save_in_child(limit_files, below("b"), 4096), 0);
}

/* Root may do anything; somebody else may not. */
static void become_nobody(void)
{
	if (!geteuid() && (setgid(65534) || setuid(65534)))
		_exit(255);
}

static void without_permission_nothing_is_written(void **state)
{
	(void)state;
	assert_int_equal(chmod(top, 0555), 0);
	assert_int_equal(save_in_child(become_nobody, below("a"), 10), EACCES);
	assert_int_equal(files_in(top), 0);
	assert_int_equal(chmod(top, 0755), 0);
}

#define TEST_OF(sentence, function)                  \
	{                                            \
		sentence, function, start, end, NULL \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF("a record is named after the object, in one folder",
			names_are_made_of_the_object),
		TEST_OF("a record is written, and written over",
			a_record_is_written_and_written_over),
		TEST_OF("a record has the permissions that the umask leaves",
			the_file_has_the_usual_permissions),
		TEST_OF("a missing folder is created with those above it",
			a_missing_directory_is_created),
		TEST_OF("a relative folder is created, one without a name is an error",
			a_relative_directory_is_created),
		TEST_OF("a file in place of the folder is an error",
			a_file_in_place_of_the_directory_is_an_error),
		TEST_OF("a name that is too long is an error", a_name_that_is_too_long_is_an_error),
		TEST_OF("what cannot be replaced leaves nothing behind",
			what_cannot_be_replaced_leaves_nothing_behind),
		TEST_OF("a write that fails leaves what was there, and nothing else",
			a_write_that_fails_leaves_what_was_there),
		TEST_OF("without permission nothing is written",
			without_permission_nothing_is_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
