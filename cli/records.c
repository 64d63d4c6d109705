// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Finds the containers of records behind the names on the command line, and
 * hands each to its reader.
 */
#include "records.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "map.h"
#include "message.h"
#include "paths.h"
#include "progress.h"

struct input {
	char *path;
	bool from_folder;
};

struct unchecked {
	char *container, *path;
	uint64_t content[2]; /* hash and length */
	const char *reason;
};

struct visit {
	const struct record_visitor *visitor;
	unsigned n_units;
	struct map files; /* resolved names of the files read */
	struct map records; /* hash and length of the records read */
	struct map covered; /* objects that a record file is about */
	struct input *inputs;
	size_t n_inputs, inputs_capacity;
	struct unchecked *unchecked;
	size_t n_unchecked, unchecked_capacity;
};

const struct record_visitor *visit_visitor(const struct visit *visit)
{
	return visit->visitor;
}

void visit_problem(struct visit *visit, const char *container, size_t line, const char *format, ...)
{
	va_list arguments;
	char *message;

	va_start(arguments, format);
	if (vasprintf(&message, format, arguments) < 0)
		cli_fatal("out of memory");
	va_end(arguments);
	visit->visitor->problem(visit->visitor->context, container, line, message);
	free(message);
}

void visit_unchecked(struct visit *visit, const char *container, const char *path,
		     const char *bytes, size_t size, const char *reason)
{
	CLI_GROW(visit->unchecked, visit->n_unchecked, visit->unchecked_capacity);
	visit->unchecked[visit->n_unchecked++] = (struct unchecked){
		.container = cli_strdup(container),
		.path = path ? realpath(path, NULL) : NULL,
		.content = { map_hash(bytes, size), size },
		.reason = reason,
	};
}

bool visit_first(struct visit *visit, const char *text, size_t length)
{
	uint64_t key[2] = { map_hash(text, length), length };
	struct map_slot *slot = map_put(&visit->records, key, sizeof(key));
	bool first = !slot->value;

	slot->value = visit;
	return first;
}

void visit_unit(struct visit *visit, struct record_unit *unit)
{
	unit->number = ++visit->n_units;
	if (unit->object[0]) {
		char *object = paths_normalize(unit->directory, unit->object);
		char *real = realpath(object, NULL);
		const char *name = real ? real : object;

		map_put(&visit->covered, name, strlen(name))->value = visit;
		free(object);
		free(real);
	}
	visit->visitor->unit(visit->visitor->context, unit);
}

static bool ends_with(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);

	return n > m && !strcmp(name + n - m, end);
}

static void read_bytes(struct visit *visit, const char *path, const char *bytes, size_t size,
		       bool from_folder)
{
	if (size >= 4 && !memcmp(bytes, "\177ELF", 4))
		object_read(visit, path, path, bytes, size);
	else if (size >= 8 && (!memcmp(bytes, "!<arch>\n", 8) || !memcmp(bytes, "!<thin>\n", 8)))
		archive_read(visit, path, bytes, size);
	else if (ends_with(path, ".jsonl") || (size && bytes[0] == '{'))
		record_read(visit, path, bytes, size);
	else if (from_folder && ends_with(path, ".o"))
		visit_unchecked(visit, path, path, bytes, size, "is not an ELF object");
	else if (!from_folder)
		visit_problem(visit, path, 0,
			      "expected an ELF object, an archive, or a record file");
}

void visit_file(struct visit *visit, const char *path, bool from_folder)
{
	char *real = realpath(path, NULL);
	const char *name = real ? real : path;
	struct map_slot *slot = map_put(&visit->files, name, strlen(name));
	struct stat status;
	char *bytes;
	int file;

	free(real);
	if (slot->value)
		return;
	slot->value = visit;
	/* Not to hang on a FIFO that somebody left in a build folder. */
	file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (file < 0 || fstat(file, &status)) {
		visit_problem(visit, path, 0, "cannot be read: %s", strerror(errno));
	} else if (!S_ISREG(status.st_mode)) {
		visit_problem(visit, path, 0, "is not a regular file");
	} else if (!status.st_size) {
		read_bytes(visit, path, "", 0, from_folder);
	} else {
		/* Writable and private: libelf may swap headers in place. */
		bytes = mmap(NULL, (size_t)status.st_size, PROT_READ | PROT_WRITE, MAP_PRIVATE,
			     file, 0);
		if (bytes == MAP_FAILED) {
			visit_problem(visit, path, 0, "cannot be read: %s", strerror(errno));
		} else {
			read_bytes(visit, path, bytes, (size_t)status.st_size, from_folder);
			munmap(bytes, (size_t)status.st_size);
		}
	}
	if (file >= 0)
		close(file);
}

static void add_input(struct visit *visit, const char *path, bool from_folder)
{
	CLI_GROW(visit->inputs, visit->n_inputs, visit->inputs_capacity);
	visit->inputs[visit->n_inputs++] =
		(struct input){ .path = cli_strdup(path), .from_folder = from_folder };
}

static int by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

/* All objects, archives and record files below FOLDER, in the order of their names. */
static void add_folder(struct visit *visit, char *folder)
{
	char *const roots[] = { folder, NULL };
	FTS *walk = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, by_name);
	FTSENT *entry;

	if (!walk) {
		visit_problem(visit, folder, 0, "cannot be read: %s", strerror(errno));
		return;
	}
	while ((entry = fts_read(walk))) {
		switch (entry->fts_info) {
		case FTS_F:
			if (ends_with(entry->fts_name, ".o") || ends_with(entry->fts_name, ".a") ||
			    ends_with(entry->fts_name, ".jsonl"))
				add_input(visit, entry->fts_path, true);
			break;
		case FTS_DNR:
		case FTS_ERR:
		case FTS_NS:
			visit_problem(visit, entry->fts_path, 0, "cannot be read: %s",
				      strerror(entry->fts_errno));
			break;
		default:
			break;
		}
	}
	fts_close(walk);
}

/* Tells of the objects that neither carry a record nor have one in a file. */
static void tell_unchecked(struct visit *visit)
{
	const struct record_visitor *visitor = visit->visitor;
	struct map told = { .n = 0 };

	/* Files first: a member of an archive that is a copy of one is the same object. */
	for (int members = 0; members < 2; members++)
		for (size_t i = 0; i < visit->n_unchecked; i++) {
			struct unchecked *u = &visit->unchecked[i];
			struct map_slot *slot;

			if (members != !u->path)
				continue;
			slot = map_put(&told, u->content, sizeof(u->content));
			if (members ? !slot->value :
				      !map_get(&visit->covered, u->path, strlen(u->path)))
				visitor->unchecked(visitor->context, u->container, u->reason);
			slot->value = visit;
		}
	for (size_t i = 0; i < visit->n_unchecked; i++) {
		free(visit->unchecked[i].container);
		free(visit->unchecked[i].path);
	}
	map_free(&told);
}

unsigned records_visit(char *const *names, size_t n, const struct record_visitor *visitor)
{
	struct visit visit = { .visitor = visitor };

	for (size_t i = 0; i < n; i++) {
		struct stat status;

		if (!stat(names[i], &status) && S_ISDIR(status.st_mode))
			add_folder(&visit, names[i]);
		else
			add_input(&visit, names[i], false);
	}
	progress_start("files read", visit.n_inputs);
	for (size_t i = 0; i < visit.n_inputs; i++) {
		visit_file(&visit, visit.inputs[i].path, visit.inputs[i].from_folder);
		free(visit.inputs[i].path);
		progress_step(i + 1);
	}
	progress_end();
	tell_unchecked(&visit);
	free(visit.inputs);
	free(visit.unchecked);
	map_free(&visit.files);
	map_free(&visit.records);
	map_free(&visit.covered);
	return visit.n_units;
}
