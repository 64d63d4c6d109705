// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Which casts are to be rewritten: the log's findings, and with --migrate the
 * proven conversions that no helper holds.
 */
#include <fnmatch.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "fix.h"
#include "message.h"
#include "sarif_read.h"

static struct fix_file *file_named(struct fix *fix, const char *name)
{
	struct fix_file *file;

	for (size_t i = 0; i < fix->n_files; i++)
		if (!strcmp(fix->files[i].name, name))
			return &fix->files[i];
	CLI_GROW(fix->files, fix->n_files, fix->capacity);
	file = &fix->files[fix->n_files++];
	memset(file, 0, sizeof(*file));
	file->name = cli_strdup(name);
	if (name[0] == '/' || !strcmp(fix->source_root, "."))
		file->path = cli_strdup(name);
	else
		file->path = cli_format("%s/%s", fix->source_root, name);
	return file;
}

static bool wanted(const struct fix *fix, const struct sarif_read_result *result)
{
	const char *verdict = sarif_read_property(result, "verdict");

	if (!result->rule_id || (fix->rule && strcmp(fix->rule, result->rule_id) != 0))
		return false;
	/* Somebody looked at it, and said why it is to stay. */
	if (json_array_size(json_object_get(result->json, "suppressions")))
		return false;
	if (result->kind == SARIF_KIND_FAIL)
		return true;
	return fix->migrate && result->kind == SARIF_KIND_PASS &&
	       !strcmp(result->rule_id, "lc-short-buffer") && verdict &&
	       !strcmp(verdict, "proven") && !sarif_read_property(result, "heldBy");
}

static char *copy(const char *string)
{
	return string ? cli_strdup(string) : NULL;
}

static void add_site(struct fix_file *file, const struct sarif_read_result *result, int line)
{
	const char *verdict = sarif_read_property(result, "verdict");
	struct fix_site *site;

	for (size_t i = 0; i < file->n_sites; i++)
		if (file->sites[i].line == line && !strcmp(file->sites[i].rule, result->rule_id))
			return; /* another access through the same cast */
	CLI_GROW(file->sites, file->n_sites, file->capacity);
	site = &file->sites[file->n_sites++];
	*site = (struct fix_site){
		.line = line,
		.rule = cli_strdup(result->rule_id),
		.pointer = copy(sarif_read_property(result, "pointer")),
		.length = copy(sarif_read_property(result, "length")),
		.migrate = result->kind == SARIF_KIND_PASS,
		.refuted = verdict && !strcmp(verdict, "refuted") &&
			   !strcmp(result->rule_id, "lc-short-buffer"),
	};
}

/* The cast's line as the property says; 0 if it does not. */
static int cast_line(const struct sarif_read_result *result)
{
	const json_t *line =
		json_object_get(json_object_get(result->json, "properties"), "castLine");
	json_int_t value = json_is_integer(line) ? json_integer_value(line) : 0;

	return value > 0 && value < 1 << 30 ? (int)value : 0;
}

static int take(struct fix *fix, const struct sarif_read_result *result)
{
	const char *file = sarif_read_property(result, "castFile");
	int line = cast_line(result);
	char *name = NULL;

	if (!wanted(fix, result))
		return 0;
	/* Not UTF-8, the name is whole in the URI alone. */
	if (file && !(strstr(file, "\xef\xbf\xbd") && result->n_locations))
		name = cli_strdup(file);
	else if (result->n_locations && result->locations[0].uri)
		name = sarif_path_from_uri(result->locations[0].uri);
	if (!line && result->n_locations)
		line = result->locations[0].start_line;
	if (!name || !line) {
		cli_message(
			"%s:%llu: expected a result with castFile and castLine, or with a file's "
			"URI and a line",
			fix->log, (unsigned long long)result->line);
		free(name);
		return -1;
	}
	if (!fix->glob || !fnmatch(fix->glob, name, 0))
		add_site(file_named(fix, name), result, line);
	free(name);
	return 0;
}

int fix_select(struct fix *fix)
{
	struct sarif_reader *reader = sarif_reader_open(fix->log);
	const struct sarif_read_result *result;
	enum sarif_read_status status;
	int wrong = 0;

	if (!reader)
		cli_fatal("out of memory");
	while ((status = sarif_reader_next(reader, &result)) != SARIF_READ_END) {
		const struct sarif_read_error *error;
		char *text;

		if (status == SARIF_READ_RESULT) {
			wrong |= take(fix, result);
			continue;
		}
		error = sarif_reader_error(reader);
		text = sarif_read_error_message(error);
		cli_message("%s", text ? text : fix->log);
		free(text);
		wrong = -1;
		if (!error->resumable)
			break;
	}
	sarif_reader_close(reader);
	return wrong;
}
