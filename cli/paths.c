// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Names of sources as records give them, made into names below one root.
 */
#include "paths.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "message.h"
#include "sha256.h"

char *paths_normalize(const char *directory, const char *path)
{
	char *joined = path[0] == '/' ? cli_strdup(path) : cli_format("%s/%s", directory, path);
	char *out = cli_alloc(strlen(joined) + 2), *end = out;
	char *rest = joined, *part;

	while ((part = strsep(&rest, "/"))) {
		if (!*part || !strcmp(part, "."))
			continue;
		if (!strcmp(part, "..")) {
			while (end > out && *--end != '/')
				;
			*end = '\0';
			continue;
		}
		*end++ = '/';
		end = stpcpy(end, part);
	}
	if (end == out)
		strcpy(out, "/");
	free(joined);
	return out;
}

/* The nearest folder from here upwards that holds .git; caller frees. NULL: none. */
static char *git_top(const char *from)
{
	char *folder = cli_strdup(from);

	for (;;) {
		char *git = cli_format("%s/.git", folder);
		int there = !access(git, F_OK);
		char *slash;

		free(git);
		if (there)
			return folder;
		slash = strrchr(folder, '/');
		if (!slash || !slash[1])
			break;
		slash[slash == folder] = '\0';
	}
	free(folder);
	return NULL;
}

int paths_init(struct paths *paths, const char *root)
{
	struct stat status;

	memset(paths, 0, sizeof(*paths));
	paths->root = realpath(root ? root : ".", NULL);
	if (!paths->root)
		return errno;
	if (stat(paths->root, &status))
		return errno;
	if (!S_ISDIR(status.st_mode))
		return ENOTDIR;
	if (!root) {
		char *top = git_top(paths->root);

		if (top) {
			free(paths->root);
			paths->root = top;
		}
	}
	return 0;
}

void paths_free(struct paths *paths)
{
	for (size_t i = 0; i < paths->files.capacity; i++) {
		struct source_path *path = paths->files.slots[i].value;

		if (path)
			free(path->recorded_sha256);
		free(path);
	}
	map_free(&paths->files);
	map_free(&paths->names);
	free(paths->root);
}

/* PATH relative to ROOT, NULL if it is not below it. */
static const char *below(const char *root, const char *path)
{
	size_t n = strlen(root);

	if (n == 1)
		n = 0; /* the root of all */
	if (strncmp(root, path, n) || path[n] != '/')
		return NULL;
	return path + n + 1;
}

/* The one object for the file with that absolute name. */
static struct source_path *file_of(struct paths *paths, const char *absolute, bool missing)
{
	struct map_slot *slot = map_put(&paths->files, absolute, strlen(absolute));
	struct source_path *path = slot->value;

	if (!path) {
		const char *name = below(paths->root, slot->key);

		path = slot->value = cli_alloc(sizeof(*path));
		path->absolute = slot->key;
		path->name = name ? name : path->absolute;
		path->outside = !name;
		path->missing = missing;
	}
	return path;
}

/* Is there a file of that content? SHA256 NULL: not known. */
static bool has_content(const char *path, const char *sha256)
{
	struct stat status;
	char hash[LC_SHA256_HEX];

	return sha256 && !stat(path, &status) && S_ISREG(status.st_mode) &&
	       !lc_sha256_file(path, hash) && !strcmp(hash, sha256);
}

/*
 * The file below the root that ends most like ABSOLUTE and has that content: what another
 * machine compiled, or a cache brought from another checkout, or -ffile-prefix-map renamed.
 * Caller frees; NULL: there is none.
 */
static char *same_below(const struct paths *paths, const char *absolute, const char *sha256)
{
	for (const char *end = absolute; sha256 && (end = strchr(end, '/')); end++) {
		char *candidate = cli_format("%s%s", paths->root, end);
		char *real = has_content(candidate, sha256) ? realpath(candidate, NULL) : NULL;

		free(candidate);
		if (real)
			return real;
	}
	return NULL;
}

struct source_path *paths_resolve_as(struct paths *paths, const char *directory, const char *file,
				     const char *sha256)
{
	char *key = cli_format("%s%c%s", directory, 0, file);
	struct map_slot *slot = map_put(&paths->names, key, strlen(directory) + 1 + strlen(file));

	free(key);
	if (!slot->value) {
		char *joined = file[0] == '/' ? cli_strdup(file) :
						cli_format("%s/%s", directory, file);
		char *absolute = paths_normalize(directory, file);
		char *real = realpath(joined, NULL);

		if (!real || !below(paths->root, real)) {
			char *same = same_below(paths, absolute, sha256);

			if (same) {
				free(real);
				real = same;
			}
		}
		if (!real && file[0] != '/') {
			char *here = cli_format("%s/%s", paths->root, file);

			real = realpath(here, NULL);
			free(here);
		}
		slot->value = file_of(paths, real ? real : absolute, !real);
		free(real);
		free(absolute);
		free(joined);
	}
	return slot->value;
}

struct source_path *paths_resolve(struct paths *paths, const char *directory, const char *file)
{
	return paths_resolve_as(paths, directory, file, NULL);
}

static bool is_there(const char *directory, const char *file)
{
	char *name = cli_format("%s/%s", directory, file);
	bool there = !access(name, F_OK);

	free(name);
	return there;
}

char *paths_above(const char *directory, const char *file, const char *container)
{
	const char *member = strchr(container, '(');
	char *name, *real, *slash;

	if (!*file || *file == '/' || is_there(directory, file))
		return NULL;
	name = member && container[strlen(container) - 1] == ')' ?
		       strndup(container, (size_t)(member - container)) :
		       strdup(container);
	real = name ? realpath(name, NULL) : NULL;
	free(name);
	while (real && (slash = strrchr(real, '/')) && slash > real) {
		*slash = '\0';
		if (is_there(real, file))
			return real;
	}
	free(real);
	return NULL;
}
