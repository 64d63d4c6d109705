// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Writes what was merged as one SARIF log of one run: the frame around the results.
 */
#include "emit.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "metadata.h"
#include "progress.h"
#include "sha256.h"
#include "tally.h"

static bool is_finding(const struct entry *entry)
{
	return entry->level > LC_LEVEL_NONE;
}

/* Is this entry a verdict that a finding already tells of? */
static bool is_repeat(const struct entry *entry)
{
	return !is_finding(entry) && entry->reported;
}

static int by_name(const void *left, const void *right)
{
	const struct source_path *const *a = left, *const *b = right;

	return strcmp((*a)->name, (*b)->name);
}

/* Tells of each source that is not what it was when its record was made. */
static void notify_changed(struct emit *emit)
{
	struct map *files = &emit->merge->paths.files;
	struct source_path **paths = cli_alloc(files->n * sizeof(struct source_path *));
	size_t n = 0;

	for (size_t i = 0; i < files->capacity; i++)
		if (files->slots[i].value)
			paths[n++] = files->slots[i].value;
	if (n)
		qsort(paths, n, sizeof(struct source_path *), by_name);
	for (size_t i = 0; i < n; i++) {
		struct source_path *path = paths[i];
		char hash[LC_SHA256_HEX];

		if (!path->recorded_sha256 || path->missing || (path->outside && !emit->outside))
			continue;
		if (!path->changed && !lc_sha256_file(path->absolute, hash))
			path->changed = strcmp(hash, path->recorded_sha256) != 0;
		if (!path->changed)
			continue;
		merge_notify(emit->merge, SARIF_LEVEL_WARNING,
			     cli_format("%s has changed since it was compiled: places in it may be "
					"off until it is compiled again",
					path->name),
			     path->name);
	}
	free(paths);
}

/* The run's own figures, for `layoutcheck report` to read back. */
static char *summary(const struct emit *emit)
{
	json_t *json = json_object();
	struct tallies tallies;
	char *text;

	tally_merge(&tallies, emit->merge, emit->outside);
	json_object_set_new(json, "units", json_integer(emit->merge->n_units));
	json_object_set_new(json, "incomplete", json_integer(emit->merge->n_incomplete));
	json_object_set_new(json, "suppressed", json_integer(emit->n_suppressed));
	json_object_set_new(json, "unusedSuppressions",
			    json_integer(merge_unused_suppressions(emit->merge, emit->outside)));
	json_object_set_new(json, "conversions", tally_to_json(&tallies));
	text = json_dumps(json, JSON_COMPACT);
	json_decref(json);
	if (!text)
		cli_fatal("out of memory");
	return text;
}

static int end_log(struct emit *emit, struct sarif_log *log)
{
	struct merge *merge = emit->merge;
	struct sarif_notification *notifications;
	int error;

	notify_changed(emit);
	if (emit->left_out)
		merge_notify(merge, SARIF_LEVEL_NOTE,
			     cli_format("%u finding%s outside the source root: left out",
					emit->left_out, CLI_S(emit->left_out)),
			     NULL);
	notifications = cli_alloc(merge->n_notifications * sizeof(*notifications));
	for (size_t i = 0; i < merge->n_notifications; i++)
		notifications[i] = (struct sarif_notification){
			.level = merge->notifications[i].level,
			.message = merge->notifications[i].message,
			.path = merge->notifications[i].path,
		};
	error = sarif_log_end(log, !merge->n_problems && merge->n_units, notifications,
			      merge->n_notifications);
	free(notifications);
	return error;
}

static bool is_left_out(const struct emit *emit, const struct entry *entry)
{
	return entry->path->outside && !emit->outside;
}

int emit_log(struct emit *emit, struct sarif_sink sink)
{
	struct merge *merge = emit->merge;
	struct lc_arena arena;
	struct sarif_log *log = cli_alloc(sizeof(*log));
	char *figures;
	struct sarif_property property = { "layoutcheck", NULL, .raw = true };
	struct sarif_run run = {
		.source_root = merge->paths.root,
		.properties = &property,
		.n_properties = 1,
		.column_kind = SARIF_COLUMNS_UTF16,
	};
	size_t n_notifications = merge->n_notifications;
	size_t end = emit->n ? emit->first + emit->n : merge->n_entries;
	int error;

	for (size_t i = emit->first; i < end; i++)
		emit->n_suppressed += merge->entries[i].suppressed &&
				      !is_left_out(emit, &merge->entries[i]);
	property.value = figures = summary(emit);
	lc_arena_init(&arena);
	lc_arena_init(&emit->scratch);
	run.tool = metadata_tool(&arena, emit->github);
	if (emit->category) {
		int n = (int)strlen(emit->category);

		/* The category is all before the last slash: exactly one is to be added. */
		while (n && emit->category[n - 1] == '/')
			n--;
		run.automation_id = lc_arena_printf(&arena, "%.*s/", n, emit->category);
	}
	sarif_log_begin(log, sink, &run);
	progress_start("results written", end);
	for (size_t i = emit->first; i < end && !log->json.error; i++) {
		const struct entry *entry = &merge->entries[i];

		progress_step(i);
		if (is_repeat(entry) || (emit->github && !is_finding(entry)) ||
		    (entry->suppressed && !emit->suppressed) || (emit->dropped && emit->dropped[i]))
			continue;
		if (emit_result(emit, log, entry))
			emit->findings[entry->level] += !entry->suppressed;
		else if (is_finding(entry) && !entry->suppressed)
			emit->left_out++;
		lc_arena_free(&emit->scratch);
	}
	progress_end();
	error = end_log(emit, log);
	/* What was found while writing this log is not for the next one. */
	merge_forget_notifications(merge, n_notifications);
	lc_arena_free(&arena);
	free(figures);
	free(log);
	return error;
}

static int write_file(void *context, const char *data, size_t n)
{
	return fwrite(data, 1, n, context) == n ? 0 : errno ? errno : EIO;
}

FILE *emit_to_temporary(struct emit *emit)
{
	FILE *file = tmpfile();
	int error;

	if (!file) {
		cli_message("cannot create a temporary file: %s", strerror(errno));
		return NULL;
	}
	error = emit_log(emit, (struct sarif_sink){ write_file, file });
	if (!error && fflush(file))
		error = errno;
	if (!error)
		return file;
	cli_message("a temporary file cannot be written: %s", strerror(error));
	fclose(file);
	return NULL;
}

void emit_free(struct emit *emit)
{
	sources_free(&emit->sources);
	map_free(&emit->alike);
	map_free(&emit->unreadable);
}
