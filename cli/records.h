/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reading records (Documentation/record.md) from objects, archives, folders and
 * files, one line at a time.
 */
#ifndef CLI_RECORDS_H
#define CLI_RECORDS_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* The unit whose record is being read. Borrowed for the time of a callback. */
struct record_unit {
	const char *container; /* where the record was found: foo.o, libfoo.a(foo.o), foo.jsonl */
	unsigned number; /* 1-based, counts the units of this visit */
	const char *adapter, *source, *directory, *object; /* "" if the record does not say */
	json_t *json; /* the unit line */
};

struct record_visitor {
	void *context;
	void (*unit)(void *context, const struct record_unit *unit);
	/*
	 * One line, neither unit nor end. TEXT holds LENGTH bytes. Returns NULL, or
	 * what is wrong with it (caller of the callback frees).
	 */
	char *(*line)(void *context, const struct record_unit *unit, const char *kind, json_t *json,
		      const char *text, size_t length);
	/* Something that could not be read; LINE is 0 if it is not about a line. */
	void (*problem)(void *context, const char *container, size_t line, const char *message);
	/* An object that was not checked, with the reason. */
	void (*unchecked)(void *context, const char *object, const char *reason);
};

/*
 * Reads what the N names stand for: objects, archives, record files, and folders
 * with those in them. A record that is met twice is read once. Goes on after a
 * problem. Returns the number of units.
 */
unsigned records_visit(char *const *names, size_t n, const struct record_visitor *visitor);

/* What one visit keeps in mind; shared by the readers of each container. */
struct visit;

/* Each reads one container of SIZE bytes at BYTES. */
void record_read(struct visit *visit, const char *container, const char *bytes, size_t size);
void object_read(struct visit *visit, const char *container, const char *path, const char *bytes,
		 size_t size);
void archive_read(struct visit *visit, const char *path, const char *bytes, size_t size);

/* Reads the file PATH. FROM_FOLDER: nobody named it, so that it may be something else entirely. */
void visit_file(struct visit *visit, const char *path, bool from_folder);

/* For the readers. */
void visit_problem(struct visit *visit, const char *container, size_t line, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* An object of SIZE bytes at BYTES; PATH is its own file, NULL if it is an archive's member. */
void visit_unchecked(struct visit *visit, const char *container, const char *path,
		     const char *bytes, size_t size, const char *reason);
/* Is this the first time that a record with this text is met? */
bool visit_first(struct visit *visit, const char *text, size_t length);
/* Tells the visitor of a new unit, and gives it its number. */
void visit_unit(struct visit *visit, struct record_unit *unit);
const struct record_visitor *visit_visitor(const struct visit *visit);

#endif
