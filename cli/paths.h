/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Names of sources as records give them, made into names below one root.
 */
#ifndef CLI_PATHS_H
#define CLI_PATHS_H

#include <stdbool.h>

#include "map.h"

/* One source file. There is one object for each file, whatever names lead to it. */
struct source_path {
	const char *absolute; /* symbolic links resolved, if the file is there */
	const char *name; /* below the root: relative to it; outside: the same as absolute */
	bool outside;
	bool missing; /* there is no such file here */
	char *recorded_sha256; /* as the last record read gave it, or NULL */
	bool checked, changed; /* compared with what is on disk; it differs */
};

struct paths {
	char *root; /* absolute, links resolved */
	struct map names; /* "directory NUL file" to source_path */
	struct map files; /* absolute to source_path */
};

/*
 * ROOT may be NULL: the git top level of the current folder, or that folder.
 * Returns 0, or an errno value if ROOT cannot be used.
 */
int paths_init(struct paths *paths, const char *root);
void paths_free(struct paths *paths);

/*
 * The file that a record of DIRECTORY calls FILE. A relative name that leads
 * nowhere from DIRECTORY (the unit was compiled elsewhere) is tried from the
 * root. Lives as long as PATHS.
 */
struct source_path *paths_resolve(struct paths *paths, const char *directory, const char *file);

/*
 * The same where the name is met first, with the hash of what was compiled: a name that leads
 * outside the root, or nowhere, is taken for the file below the root that ends most like it and has
 * that content.
 */
struct source_path *paths_resolve_as(struct paths *paths, const char *directory, const char *file,
				     const char *sha256);

/*
 * The folder nearest above CONTAINER (foo.o, libfoo.a(foo.o)) from which there is a file FILE, if
 * there is none from DIRECTORY. Caller frees; NULL: stay with DIRECTORY.
 */
char *paths_above(const char *directory, const char *file, const char *container);

/* PATH without empty, "." and ".." components, as text; relative to DIRECTORY. Caller frees. */
char *paths_normalize(const char *directory, const char *path);

#endif
