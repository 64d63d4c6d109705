// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Reads a compilation database (JSON Compilation Database Format Specification, LLVM project).
 */
#include "scan.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Moves one word from *TEXT to WORD, without its quotes; false if a quote is left open. */
static bool take_word(const char **text, char *word)
{
	const char *from = *text;
	char quote = '\0';

	for (; *from && (quote || !is_blank(*from)); from++) {
		if (quote == '\'' ? *from == quote : quote && *from == quote) {
			quote = '\0';
		} else if (!quote && (*from == '\'' || *from == '"')) {
			quote = *from;
		} else if (*from == '\\' && quote != '\'' && from[1] &&
			   (!quote || strchr("\"\\$`\n", from[1]))) {
			from++;
			if (*from != '\n')
				*word++ = *from;
		} else {
			*word++ = *from;
		}
	}
	*word = '\0';
	*text = from;
	return !quote;
}

char **scan_split(const char *text)
{
	char **words = NULL;
	char *word = cli_alloc(strlen(text) + 1);
	size_t n = 0, capacity = 0;
	bool closed = true;

	for (; closed; n++) {
		while (is_blank(*text))
			text++;
		CLI_GROW(words, n, capacity);
		words[n] = NULL;
		if (!*text)
			break;
		closed = take_word(&text, word);
		words[n] = cli_strdup(word);
	}
	free(word);
	if (closed)
		return words;
	while (n--)
		free(words[n]);
	free(words);
	return NULL;
}

static char **words_of(const json_t *array)
{
	char **words = cli_alloc((json_array_size(array) + 1) * sizeof(*words));
	const json_t *word;
	size_t i;

	json_array_foreach(array, i, word)
		words[i] = cli_strdup(json_is_string(word) ? json_string_value(word) : "");
	return words;
}

static bool is_source(const char *file)
{
	static const char *const endings[] = { ".c", ".i", ".cc", ".cpp", ".cxx", ".C", ".ii" };
	const char *ending = strrchr(file, '.');

	for (size_t i = 0; ending && i < sizeof(endings) / sizeof(endings[0]); i++)
		if (!strcmp(ending, endings[i]))
			return true;
	return false;
}

/* What is wrong with the entry, or NULL. */
static const char *add(struct scan *scan, const json_t *entry)
{
	const char *directory = json_string_value(json_object_get(entry, "directory"));
	const char *file = json_string_value(json_object_get(entry, "file"));
	const char *command = json_string_value(json_object_get(entry, "command"));
	const json_t *arguments = json_object_get(entry, "arguments");
	char **words;

	if (!directory || !file)
		return "expected an object with \"directory\" and \"file\"";
	if (!command && !json_array_size(arguments))
		return "expected \"arguments\" or \"command\"";
	if (!is_source(file)) {
		scan->n_other++;
		return NULL;
	}
	words = json_is_array(arguments) ? words_of(arguments) : scan_split(command);
	if (!words)
		return "a quote in \"command\" is not closed";
	if (!words[0]) {
		free(words);
		return "\"command\" is empty";
	}
	CLI_GROW(scan->units, scan->n_units, scan->capacity);
	scan->units[scan->n_units++] = (struct scan_unit){
		.directory = cli_strdup(directory),
		.file = cli_strdup(file),
		.arguments = words,
	};
	return NULL;
}

bool scan_read_database(struct scan *scan, const char *path)
{
	json_error_t error;
	json_t *entries = json_load_file(path, JSON_REJECT_DUPLICATES, &error), *entry;
	bool good = true;
	size_t i;

	if (!entries) {
		if (error.line > 0)
			cli_message("%s:%d:%d: %s", path, error.line, error.column, error.text);
		else
			cli_message("%s", error.text);
		return false;
	}
	if (!json_is_array(entries)) {
		cli_message("%s: expected an array of compile commands", path);
		json_decref(entries);
		return false;
	}
	json_array_foreach(entries, i, entry) {
		const char *wrong = add(scan, entry);

		if (wrong)
			cli_message("%s: entry %zu: %s", path, i + 1, wrong);
		good &= !wrong;
	}
	json_decref(entries);
	return good;
}

void scan_free(struct scan *scan)
{
	for (size_t i = 0; i < scan->n_units; i++) {
		struct scan_unit *unit = &scan->units[i];

		for (char **word = unit->arguments; *word; word++)
			free(*word);
		free(unit->arguments);
		free(unit->directory);
		free(unit->file);
		free(unit->folder);
	}
	free(scan->units);
}
