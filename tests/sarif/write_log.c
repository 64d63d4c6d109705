// SPDX-License-Identifier: MIT
/*
 * Writes a full log with libsarif-c to the file named: what a validator is run on.
 * The log of a made-up checker, with every object that the writer knows.
 */
#include <stdio.h>
#include <string.h>

#include "sarif.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static int to_file(void *context, const char *data, size_t n)
{
	return fwrite(data, 1, n, context) == n ? 0 : 5;
}

static const char *const short_tags[] = { "security", "external/cwe/cwe-125", "correctness", NULL };
static const char *const align_tags[] = { "correctness", "external/cwe/cwe-704", NULL };

static const struct sarif_rule rules[] = {
	{
		.id = "demo-short-buffer",
		.name = "ShortBuffer",
		.short_description = "The buffer is shorter than what is read from it.",
		.full_description =
			"A record is read from a buffer that may end before the record does.",
		.help_text = "Compare the length with the size of the record before reading it.",
		.help_markdown = "Compare the *length* with `sizeof (record)` before reading it.",
		.help_uri = "https://example.com/rules/demo-short-buffer",
		.default_level = SARIF_LEVEL_ERROR,
		.precision = "high",
		.problem_severity = "error",
		.security_severity = "8.1",
		.tags = short_tags,
	},
	{
		.id = "demo-misaligned",
		.name = "Misaligned",
		.short_description = "The address may not be aligned for its type.",
		.full_description =
			"A record is read at an address that its alignment does not admit.",
		.help_text = "Copy the record, or declare its type packed.",
		.help_markdown = "Copy the record, or declare its type `packed`.",
		.help_uri = "https://example.com/rules/demo-misaligned",
		.default_level = SARIF_LEVEL_WARNING,
		.precision = "medium",
		.problem_severity = "warning",
		.tags = align_tags,
	},
};

static struct sarif_location at(const char *path, int line, const char *message)
{
	return (struct sarif_location){ .path = path,
					.start_line = line,
					.start_column = 9,
					.end_line = line,
					.end_column = 23,
					.message = message,
					.base_id = "SRCROOT" };
}

static void write_results(struct sarif_log *log)
{
	struct sarif_location place = at("drivers/demo/parse.c", 41, NULL);
	struct sarif_location steps[] = { at("drivers/demo/parse.c", 30, "'buf' holds 4 bytes."),
					  at("drivers/demo/parse.c", 41, "8 bytes are read.") };
	struct sarif_location related = at("drivers/demo/a b%\xff#c.h", 7, "The record is here.");
	const struct sarif_property prints[] = { { "demoTarget/v1", "parse.c:struct hdr", false } };
	const struct sarif_property bag[] = { { "verdict", "refuted", false },
					      { "bytes", "{\"needed\":8,\"known\":4}", true } };
	struct sarif_result result = { .rule_id = "demo-short-buffer",
				       .rule_index = 0,
				       .kind = SARIF_KIND_FAIL,
				       .level = SARIF_LEVEL_ERROR,
				       .message = "'struct hdr' needs 8 bytes and [the buffer](1) "
						  "holds 4.\nNot \"text\": \x80\x01.",
				       .locations = &place,
				       .n_locations = 1,
				       .related = &related,
				       .n_related = 1,
				       .steps = steps,
				       .n_steps = COUNT(steps),
				       .fingerprints = prints,
				       .n_fingerprints = COUNT(prints),
				       .properties = bag,
				       .n_properties = COUNT(bag) };
	struct sarif_buffer text = { 0 };
	struct sarif_json json;

	place.function = "parse_header";
	place.snippet = "\th = (struct hdr *)buf;";
	related.id = 1;
	sarif_log_result(log, &result);

	/* The second comes as text, as from a record. */
	place = at("drivers/demo/table.c", 12, NULL);
	result = (struct sarif_result){ .rule_id = "demo-misaligned",
					.rule_index = 1,
					.level = SARIF_LEVEL_WARNING,
					.message = "'p' has alignment 1 and 'u32' needs 4.",
					.locations = &place,
					.n_locations = 1,
					.fingerprints = prints,
					.n_fingerprints = COUNT(prints) };
	sarif_json_init(&json, sarif_buffer_sink(&text), 0);
	sarif_write_result(&json, NULL, &result);
	if (!sarif_json_finish(&json)) {
		text.data[text.length - 1] = '\0'; /* the newline */
		sarif_log_raw_result(log, text.data);
	}
	sarif_buffer_free(&text);
}

int main(int argc, char **argv)
{
	static const struct sarif_version_control control = {
		.repository_uri = "https://example.com/demo.git",
		.revision_id = "0123456789abcdef0123456789abcdef01234567",
		.branch = "main",
		.base_id = "SRCROOT",
	};
	const struct sarif_run run = {
		.tool = { .name = "demo",
			  .full_name = "demo checker 1.0",
			  .version = "1.0.0",
			  .semantic_version = "1.0.0",
			  .information_uri = "https://example.com/demo",
			  .rules = rules,
			  .n_rules = COUNT(rules) },
		.automation_id = "demo/x86_64/",
		.source_root = "/home/someone/a tree",
		.column_kind = SARIF_COLUMNS_UTF16,
		.version_control = &control,
	};
	const struct sarif_notification notes[] = {
		{ SARIF_LEVEL_NOTE, "'drivers/demo/old.o' carries no record.",
		  "drivers/demo/old.o" },
	};
	struct sarif_log log;
	FILE *file = argc == 2 ? fopen(argv[1], "wb") : NULL;
	int error;

	if (!file) {
		fprintf(stderr, "usage: write_log FILE\n");
		return 2;
	}
	sarif_log_begin(&log, (struct sarif_sink){ to_file, file }, &run);
	write_results(&log);
	error = sarif_log_end(&log, true, notes, COUNT(notes));
	if (fclose(file) || error) {
		fprintf(stderr, "%s: %s\n", argv[1], strerror(error));
		return 2;
	}
	return 0;
}
