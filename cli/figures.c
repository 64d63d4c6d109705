// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The figures that `layoutcheck report` shows, from records or from a SARIF file.
 */
#include "figures.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "frame.h"
#include "merge.h"
#include "message.h"
#include "sarif_read.h"

static void start(struct figures *figures)
{
	memset(figures, 0, sizeof(*figures));
	figures->findings = cli_alloc(lc_n_rules * sizeof(*figures->findings));
}

static void note(struct figures *figures, const char *text)
{
	CLI_GROW(figures->notes, figures->n_notes, figures->notes_capacity);
	figures->notes[figures->n_notes++] = cli_strdup(text);
}

static int by_folder(const void *left, const void *right)
{
	const struct folder_figures *a = left, *b = right;

	return strcmp(a->name, b->name);
}

static void count_folders(struct figures *figures, const struct merge *merge)
{
	struct map index = { .n = 0 };

	for (size_t i = 0; i < merge->n_conversions; i++) {
		const struct merged_conversion *c = &merge->conversions[i];
		const char *slash = strrchr(c->path->name, '/');
		size_t n = slash ? (size_t)(slash - c->path->name) : 0;
		struct map_slot *slot = map_put(&index, c->path->name, n);

		if (!slot->value) {
			CLI_GROW(figures->folders, figures->n_folders, figures->folders_capacity);
			figures->folders[figures->n_folders] = (struct folder_figures){
				.name = n ? cli_format("%.*s", (int)n, c->path->name) :
					    cli_strdup(slash ? "/" : "."),
			};
			slot->value = (void *)(uintptr_t)++figures->n_folders;
		}
		tally_add(&figures->folders[(uintptr_t)slot->value - 1].tally, c->overall, c->held,
			  c->every_rule);
	}
	map_free(&index);
	if (figures->n_folders)
		qsort(figures->folders, figures->n_folders, sizeof(*figures->folders), by_folder);
}

void figures_from_merge(struct figures *figures, const struct merge *merge)
{
	start(figures);
	figures->units = merge->n_units;
	figures->incomplete = merge->n_incomplete;
	figures->has_conversions = true;
	figures->failed = merge->n_problems || !merge->n_units;
	tally_merge(&figures->conversions, merge, true);
	for (size_t i = 0; i < merge->n_entries; i++) {
		const struct entry *entry = &merge->entries[i];

		if (entry->suppressed)
			figures->suppressed++;
		else
			figures->findings[entry->rule - lc_rules][entry->level]++;
	}
	figures->unused = merge_unused_suppressions(merge, true);
	for (size_t i = 0; i < merge->n_notifications; i++)
		if (merge->notifications[i].level == SARIF_LEVEL_WARNING)
			note(figures, merge->notifications[i].message);
	count_folders(figures, merge);
}

static enum lc_level level_of(const struct sarif_read_result *result)
{
	switch (result->level) {
	case SARIF_LEVEL_ERROR:
		return LC_LEVEL_ERROR;
	case SARIF_LEVEL_WARNING:
		return LC_LEVEL_WARNING;
	case SARIF_LEVEL_NOTE:
		return LC_LEVEL_NOTE;
	default:
		return LC_LEVEL_NONE;
	}
}

static void count_results(struct figures *figures, const char *path)
{
	struct sarif_reader *reader = sarif_reader_open(path);
	const struct sarif_read_result *result;
	enum sarif_read_status status;

	if (!reader)
		cli_fatal("out of memory");
	while ((status = sarif_reader_next(reader, &result)) != SARIF_READ_END) {
		const struct sarif_read_error *error = sarif_reader_error(reader);
		const struct lc_rule *rule;

		if (status == SARIF_READ_ERROR) {
			char *message = sarif_read_error_message(error);

			cli_message("%s", message ? message : path);
			free(message);
			figures->failed = true;
			if (error && error->resumable)
				continue;
			break;
		}
		rule = result->rule_id ? lc_rule_find(result->rule_id) : NULL;
		if (rule && !json_array_size(json_object_get(result->json, "suppressions")))
			figures->findings[rule - lc_rules][level_of(result)]++;
	}
	sarif_reader_close(reader);
}

/* What `collect` says of a run beside its results. */
static void read_run(struct figures *figures, const json_t *run)
{
	const json_t *ours = decode_optional(run, "properties.layoutcheck", JSON_OBJECT, NULL);
	const json_t *notifications =
		decode_optional(run, "invocations[0].toolExecutionNotifications", JSON_ARRAY, NULL);
	const json_t *notification;
	size_t i;

	figures->has_conversions |=
		tally_from_json(&figures->conversions, json_object_get(ours, "conversions"));
	figures->units = (unsigned)json_integer_value(json_object_get(ours, "units"));
	figures->incomplete = (unsigned)json_integer_value(json_object_get(ours, "incomplete"));
	figures->suppressed = (unsigned)json_integer_value(json_object_get(ours, "suppressed"));
	figures->unused = (unsigned)json_integer_value(json_object_get(ours, "unusedSuppressions"));
	json_array_foreach(notifications, i, notification) {
		const char *level = decode_string(notification, "level");
		const char *text = decode_string(notification, "message.text");

		if (level && text && (!strcmp(level, "warning") || !strcmp(level, "error")))
			note(figures, text);
	}
}

void figures_from_sarif(struct figures *figures, const char *path)
{
	json_error_t error;
	json_t *log;
	FILE *file;

	start(figures);
	count_results(figures, path);
	if (figures->failed)
		return;
	file = fopen(path, "re");
	if (!file) {
		cli_message("%s: cannot be read: %s", path, strerror(errno));
		figures->failed = true;
		return;
	}
	log = frame_load(file, &error);
	fclose(file);
	if (log)
		read_run(figures, decode_optional(log, "runs[0]", JSON_OBJECT, NULL));
	else
		cli_message("%s: not JSON: %s", path, error.text);
	figures->failed = !log;
	json_decref(log);
}

void figures_free(struct figures *figures)
{
	for (size_t i = 0; i < figures->n_folders; i++)
		free(figures->folders[i].name);
	for (size_t i = 0; i < figures->n_notes; i++)
		free(figures->notes[i]);
	free(figures->folders);
	free(figures->notes);
	free(figures->findings);
}

json_t *figures_to_json(const struct figures *figures)
{
	json_t *json = json_object(), *findings = json_object(), *notes = json_array();

	json_object_set_new(json, "units", json_integer(figures->units));
	json_object_set_new(json, "incomplete", json_integer(figures->incomplete));
	if (figures->has_conversions)
		json_object_set_new(json, "conversions", tally_to_json(&figures->conversions));
	for (size_t i = 0; i < lc_n_rules; i++) {
		json_t *row = json_object();

		for (int level = LC_LEVEL_ERROR; level > LC_LEVEL_NONE; level--)
			json_object_set_new(row, lc_level_name((enum lc_level)level),
					    json_integer(figures->findings[i][level]));
		json_object_set_new(findings, lc_rules[i].id, row);
	}
	json_object_set_new(json, "findings", findings);
	json_object_set_new(json, "suppressed", json_integer(figures->suppressed));
	json_object_set_new(json, "unusedSuppressions", json_integer(figures->unused));
	for (size_t i = 0; i < figures->n_notes; i++)
		json_array_append_new(notes, json_string(figures->notes[i]));
	json_object_set_new(json, "notes", notes);
	return json;
}
