/* SPDX-License-Identifier: MIT */
/*
 * libsarif-c: read SARIF 2.1.0 logs of any size, one result at a time.
 *
 * Memory is bounded by the largest single result and the list of rules, not by
 * the file. What is in a file is never trusted: anything unexpected is an error
 * value that says where it is and what was expected. Uses jansson.
 *
 *	struct sarif_reader *reader = sarif_reader_open(path);
 *	const struct sarif_read_result *result;
 *
 *	while (reader && sarif_reader_next(reader, &result) == SARIF_READ_RESULT)
 *		use(result);
 *	if (!reader || sarif_reader_error(reader))
 *		complain;
 *	sarif_reader_close(reader);
 *
 * Not followed: externalPropertyFileReferences, messages looked up by id, and
 * locations that name their artifact by index alone.
 */
#ifndef SARIF_READ_H
#define SARIF_READ_H

#include <stdio.h>

#include "sarif.h"

#ifdef __cplusplus
extern "C" {
#endif

struct json_t; /* jansson's value */

/* Containers within one another in a log, the log itself counted. */
#define SARIF_READ_MAX_DEPTH 64
/* Bytes of one result, or of one run's tool. */
#define SARIF_READ_MAX_VALUE (16u << 20)

enum sarif_read_status {
	SARIF_READ_RESULT, /* one more result */
	SARIF_READ_END, /* the log is complete and well-formed as far as it was looked at */
	SARIF_READ_ERROR, /* see sarif_reader_error() */
};

/* What was wrong, and where. */
struct sarif_read_error {
	const char *path; /* as given to sarif_reader_open(); lives as long as the reader */
	uint64_t line; /* 1-based; 0: not about a place in the file */
	uint64_t offset; /* bytes from the start of the file */
	int system; /* errno value if the system refused, else 0 */
	bool resumable; /* of one result only: sarif_reader_next() goes on behind it */
	char text[256]; /* "expected …, found …"; UTF-8 */
};

/* The run that is being read. Strings live until the next run begins. */
struct sarif_read_run {
	size_t index; /* 0-based */
	const char *tool_name; /* tool.driver.name; NULL: not known (yet), see sarif_reader_next() */
	const char *tool_version; /* semanticVersion, else version, or NULL */
};

/* A location (section 3.28). Lines and columns as in the file; 0: not given. */
struct sarif_read_location {
	const char *uri; /* as in the file, see sarif_path_from_uri(); or NULL */
	const char *uri_base_id; /* or NULL */
	int start_line, start_column, end_line, end_column;
	const char *function; /* logicalLocations[0], or NULL */
	const char *message; /* or NULL */
};

/* A result (section 3.27). All of it lives until the next call on the reader. */
struct sarif_read_result {
	const struct sarif_read_run *run;
	const char *rule_id; /* ruleId, rule.id, or the id at ruleIndex; NULL: none given */
	int64_t rule_index; /* -1: not given */
	enum sarif_kind kind; /* FAIL if not given (3.27.9) */
	enum sarif_level level; /* if not given, as section 3.27.10 derives it; never UNSET */
	bool level_given;
	const char *message; /* text, else markdown, else the message's id; never NULL */
	const struct sarif_read_location *locations;
	size_t n_locations;
	const struct sarif_read_location *related;
	size_t n_related;
	const char *text; /* the result's JSON text as it stands in the file, NUL-terminated */
	size_t length; /* bytes of it */
	uint64_t line, offset; /* where it begins: 1-based line, 0-based byte */
	const struct json_t *json; /* the same, parsed; borrowed */
};

struct sarif_reader;

/*
 * Opens a log. NULL only if out of memory: that PATH cannot be read is told by
 * the first sarif_reader_next().
 */
SARIF_API struct sarif_reader *sarif_reader_open(const char *path);
/* The same from a stream, which the caller closes; PATH is for messages. */
SARIF_API struct sarif_reader *sarif_reader_from_stream(FILE *stream, const char *path);
/* NULL is allowed. */
SARIF_API void sarif_reader_close(struct sarif_reader *reader);

/*
 * Reads on to the next result of any run. A run's tool may stand behind its
 * results: it is looked up ahead where the file can be sought in; in a pipe,
 * tool_name is then NULL. After an error that is not resumable, and after the
 * end, every further call returns the same.
 */
SARIF_API enum sarif_read_status sarif_reader_next(struct sarif_reader *reader,
						   const struct sarif_read_result **result);

/*
 * Copies a log: to be called before the first sarif_reader_next(), which then writes into JSON
 * all that it passes and that is no result, as it stands in the file. What is to stand for a
 * result the caller writes before the next call, with a KEY of NULL: nothing, the result's text by
 * sarif_json_raw(), or other ones. MORE, unless NULL, is called at the end of each run's results, where
 * more can be written, also of a run that has none. At SARIF_READ_END the log is whole, and
 * sarif_json_finish() is to follow. JSON is borrowed.
 */
SARIF_API void sarif_reader_copy_to(struct sarif_reader *reader, struct sarif_json *json,
				    void (*more)(void *context, const struct sarif_read_run *run),
				    void *context);

/* The run read last; NULL before the first. At the end this is the last run of the log. */
SARIF_API const struct sarif_read_run *sarif_reader_run(const struct sarif_reader *reader);

/* What the last sarif_reader_next() failed with; NULL if it did not. */
SARIF_API const struct sarif_read_error *sarif_reader_error(const struct sarif_reader *reader);
/* "path:line: text (byte offset)" for people. Caller frees; NULL if out of memory. */
SARIF_API char *sarif_read_error_message(const struct sarif_read_error *error);

/* A string out of the property bag, or of partialFingerprints; NULL if it is none. */
SARIF_API const char *sarif_read_property(const struct sarif_read_result *result, const char *name);
SARIF_API const char *sarif_read_fingerprint(const struct sarif_read_result *result,
					     const char *name);

/* ------------------------------------------------------------------ */
/* Matching with a baseline                                            */
/* ------------------------------------------------------------------ */

/* Section 3.27.24 */
enum sarif_baseline_state {
	SARIF_BASELINE_UNSET,
	SARIF_BASELINE_NEW, /* not in the baseline */
	SARIF_BASELINE_UNCHANGED, /* in both; the line may be another */
	SARIF_BASELINE_UPDATED, /* in both; file, level, kind, message or fingerprints differ */
	SARIF_BASELINE_ABSENT, /* in the baseline only */
};
/* The standard's name; NULL for UNSET and for what is none. */
SARIF_API const char *sarif_baseline_state_name(enum sarif_baseline_state state);

enum sarif_match_side { SARIF_MATCH_BASELINE, SARIF_MATCH_CURRENT };

/*
 * Two lists of results, of which hashes are kept: some 80 bytes for each. Results
 * match if they have the same rule and, the first that applies,
 *  - the same file, line, function, message and fingerprints,
 *  - the same file and fingerprints, with the same message rather than another,
 *  - the same fingerprints and message: the file was renamed,
 *  - the same file, function and message: the line was edited.
 * Fingerprints are those of partialFingerprints and fingerprints together; results
 * without any match by the first and the last only. Each matches one other at most,
 * so that a second finding like a known one is new.
 */
struct sarif_match;

/* NULL if out of memory. Free with sarif_match_free(), which allows NULL. */
SARIF_API struct sarif_match *sarif_match_new(void);
SARIF_API void sarif_match_free(struct sarif_match *match);
/* Adds a result at the end of the list of SIDE. Returns 0 or ENOMEM. */
SARIF_API int sarif_match_add(struct sarif_match *match, enum sarif_match_side side,
			      const struct sarif_read_result *result);
/* Matches the lists, in linear time. Returns 0 or ENOMEM: then nothing is matched. */
SARIF_API int sarif_match_run(struct sarif_match *match);
/*
 * What came of the result that was added to SIDE as number INDEX, from 0 on: new,
 * unchanged or updated for a current one; absent, unchanged or updated for one of
 * the baseline; UNSET if there is no such.
 */
SARIF_API enum sarif_baseline_state sarif_match_state(const struct sarif_match *match,
						      enum sarif_match_side side, size_t index);

#ifdef __cplusplus
}
#endif
#endif
