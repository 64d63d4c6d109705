/* SPDX-License-Identifier: MIT */
/*
 * libsarif-c: write and read SARIF 2.1.0 logs.
 *
 * The writer streams: it keeps no tree, allocates only the stack of open
 * containers, and always emits valid UTF-8 (an invalid byte becomes U+FFFD).
 * The reader hands over one result at a time. The writer has no dependency;
 * the reader uses jansson and lives in objects of its own.
 *
 * "Section" below is a section of the OASIS standard SARIF 2.1.0 (errata 01).
 */
#ifndef SARIF_H
#define SARIF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* In front of what the library exports; a mark only while it is built as a shared object. */
#ifndef SARIF_API
#define SARIF_API
#endif

/* ------------------------------------------------------------------ */
/* JSON writer                                                         */
/* ------------------------------------------------------------------ */

/*
 * Where output goes. write() takes all n bytes and returns 0, or returns an
 * errno value; after the first failure the writer writes nothing more.
 */
struct sarif_sink {
	int (*write)(void *context, const char *data, size_t n);
	void *context;
};

#define SARIF_JSON_MAX_DEPTH 64

/* A JSON document in the making. Treat the fields as private. */
struct sarif_json {
	struct sarif_sink sink;
	int error; /* errno value of the first failure, 0 if none */
	int indent; /* spaces per level; 0 writes everything on one line */
	unsigned depth;
	bool first[SARIF_JSON_MAX_DEPTH]; /* no member written yet at this depth */
	bool is_array[SARIF_JSON_MAX_DEPTH];
	bool complete; /* the one value of the top has been begun */
	size_t used;
	char buffer[4096];
};

/* Starts a document that goes to SINK. INDENT: spaces per level, 0 for one line. */
SARIF_API void sarif_json_init(struct sarif_json *json, struct sarif_sink sink, int indent);

/*
 * Containers and values. KEY is NULL inside an array and at the top. A string
 * VALUE of NULL writes JSON null. Strings need not be valid UTF-8.
 *
 * A call that would make the text ill-formed (no key in an object, a key in an
 * array, a second value at the top, the end of what is not open, more than
 * SARIF_JSON_MAX_DEPTH containers) sets json->error to EINVAL. After any error
 * every call but sarif_json_finish() does nothing.
 */
SARIF_API void sarif_json_object(struct sarif_json *json, const char *key);
SARIF_API void sarif_json_end_object(struct sarif_json *json);
SARIF_API void sarif_json_array(struct sarif_json *json, const char *key);
SARIF_API void sarif_json_end_array(struct sarif_json *json);
SARIF_API void sarif_json_string(struct sarif_json *json, const char *key, const char *value);
SARIF_API void sarif_json_string_n(struct sarif_json *json, const char *key, const char *value,
				   size_t n);
SARIF_API void sarif_json_integer(struct sarif_json *json, const char *key, int64_t value);
SARIF_API void sarif_json_boolean(struct sarif_json *json, const char *key, bool value);
/* TEXT must be one well-formed JSON value; it is copied as it is. EINVAL if NULL or empty. */
SARIF_API void sarif_json_raw(struct sarif_json *json, const char *key, const char *text);
/*
 * Ends a document: a newline, then the buffer is flushed. Returns 0 or the errno
 * value; EINVAL if nothing was written or a container is open. After success the
 * next document may follow (JSON Lines).
 */
SARIF_API int sarif_json_finish(struct sarif_json *json);

/* A growing memory buffer as a sink. DATA is NUL-terminated after each write. */
struct sarif_buffer {
	char *data; /* owned; free with sarif_buffer_free() */
	size_t length; /* bytes, without the NUL */
	size_t capacity; /* bytes */
};
SARIF_API struct sarif_sink sarif_buffer_sink(struct sarif_buffer *buffer);
SARIF_API void sarif_buffer_free(struct sarif_buffer *buffer);

/* ------------------------------------------------------------------ */
/* SARIF objects, as far as a writer fills them                        */
/* ------------------------------------------------------------------ */

/* Section 3.27.10 */
enum sarif_level {
	SARIF_LEVEL_UNSET, /* property left out */
	SARIF_LEVEL_NONE,
	SARIF_LEVEL_NOTE,
	SARIF_LEVEL_WARNING,
	SARIF_LEVEL_ERROR,
};

/* Section 3.27.9 */
enum sarif_kind {
	SARIF_KIND_UNSET, /* property left out: means fail */
	SARIF_KIND_FAIL,
	SARIF_KIND_PASS,
	SARIF_KIND_OPEN,
	SARIF_KIND_INFORMATIONAL,
	SARIF_KIND_NOT_APPLICABLE,
	SARIF_KIND_REVIEW,
};

/* The standard's name; NULL for UNSET and for what is none. */
SARIF_API const char *sarif_level_name(enum sarif_level level);
SARIF_API const char *sarif_kind_name(enum sarif_kind kind);
/* The reverse; UNSET if NAME is NULL or none of them. */
SARIF_API enum sarif_level sarif_level_parse(const char *name);
SARIF_API enum sarif_kind sarif_kind_parse(const char *name);

/*
 * Sections 3.28 (location), 3.29 (physicalLocation), 3.30 (region). PATH is a
 * file name in bytes; the writer percent-encodes it into a URI reference, an
 * absolute path into a file: URI. Lines and columns are 1-based, END_COLUMN is
 * one past the last character; 0 means unknown and is left out.
 */
struct sarif_location {
	const char *path;
	int start_line, start_column, end_line, end_column;
	const char *function; /* logicalLocations[0], or NULL */
	const char *message; /* or NULL */
	int id; /* for [text](id) links from a message; 0: none */
	const char *snippet; /* text of the region, or NULL */
	const char *base_id; /* uriBaseId that a relative PATH is resolved against, or NULL */
};

/* One property of a property bag (section 3.8). */
struct sarif_property {
	const char *name;
	const char *value; /* a string value, or one JSON value if RAW */
	bool raw;
};

/* Section 3.35.2 */
enum sarif_suppression_kind { SARIF_SUPPRESSION_IN_SOURCE, SARIF_SUPPRESSION_EXTERNAL };

/* Section 3.35, why a result is not to be reported. */
struct sarif_suppression {
	enum sarif_suppression_kind kind;
	const char *justification; /* or NULL */
	const struct sarif_location *location; /* of what suppresses it, or NULL */
};

/* Section 3.27. Pointers are borrowed for the time of the call. */
struct sarif_result {
	const char *rule_id;
	int rule_index; /* -1: left out */
	enum sarif_kind kind;
	enum sarif_level level;
	const char *message;
	const struct sarif_location *locations; /* where the result is */
	size_t n_locations;
	const struct sarif_location *related; /* section 3.27.22 */
	size_t n_related;
	const struct sarif_location *steps; /* one codeFlow with one threadFlow (3.36, 3.37) */
	size_t n_steps;
	const struct sarif_property *fingerprints; /* partialFingerprints (3.27.17) */
	size_t n_fingerprints;
	const struct sarif_property *properties;
	size_t n_properties;
	const struct sarif_suppression *suppressions; /* section 3.27.23 */
	size_t n_suppressions;
};

/* Writes one result object as the next value (an array member, or after KEY). */
SARIF_API void sarif_write_result(struct sarif_json *json, const char *key,
				  const struct sarif_result *result);

/* Section 3.49, a rule, with what GitHub code scanning reads of it. */
struct sarif_rule {
	const char *id; /* stable, kebab-case */
	const char *name; /* PascalCase */
	const char *short_description;
	const char *full_description;
	const char *help_text;
	const char *help_markdown;
	const char *help_uri;
	enum sarif_level default_level;
	const char *precision; /* very-high, high, medium, low */
	const char *problem_severity; /* error, warning, recommendation */
	const char *security_severity; /* "0.0" to "10.0", or NULL */
	const char *const *tags; /* NULL-terminated */
};

/* Section 3.19, the driver of a run. */
struct sarif_tool {
	const char *name;
	const char *full_name; /* or NULL */
	const char *version;
	const char *semantic_version;
	const char *information_uri;
	const struct sarif_rule *rules;
	size_t n_rules;
};

/* Section 3.14.17: what columns count. */
enum sarif_column_kind {
	SARIF_COLUMNS_UNSET, /* property left out */
	SARIF_COLUMNS_UTF16, /* UTF-16 code units */
	SARIF_COLUMNS_CODE_POINTS,
};

/* Section 3.23, where the sources came from. */
struct sarif_version_control {
	const char *repository_uri;
	const char *revision_id; /* or NULL */
	const char *branch; /* or NULL */
	const char *base_id; /* mappedTo.uriBaseId: the folder that holds the checkout, or NULL */
};

/* Section 3.58, a notification of a run's invocation. */
struct sarif_notification {
	enum sarif_level level;
	const char *message;
	const char *path; /* artifact it is about, or NULL */
};

/* What a run says besides its results. */
struct sarif_run {
	struct sarif_tool tool;
	const char *automation_id; /* automationDetails.id, or NULL */
	const char *source_root; /* absolute path for originalUriBaseIds.SRCROOT, or NULL */
	const struct sarif_property *properties;
	size_t n_properties;
	enum sarif_column_kind column_kind;
	const struct sarif_version_control *version_control; /* or NULL */
};

/* A log with one run, written in one pass: begin, results, end. */
struct sarif_log {
	struct sarif_json json;
	bool open;
};

/* Begins log and run. Results follow by sarif_log_result() or sarif_log_raw_result(). */
SARIF_API void sarif_log_begin(struct sarif_log *log, struct sarif_sink sink,
			       const struct sarif_run *run);
SARIF_API void sarif_log_result(struct sarif_log *log, const struct sarif_result *result);
/* RESULT is one well-formed JSON object. */
SARIF_API void sarif_log_raw_result(struct sarif_log *log, const char *result);
/*
 * Ends the results, writes the invocation (EXECUTION_SUCCESSFUL, NOTIFICATIONS)
 * and the log's end. Returns 0 or the errno value of the first write that failed.
 */
SARIF_API int sarif_log_end(struct sarif_log *log, bool execution_successful,
			    const struct sarif_notification *notifications, size_t n);

/*
 * Percent-encodes PATH as a URI reference (RFC 3986): a relative path stays
 * relative, without a leading "./"; an absolute one becomes file:///…. The
 * bytes outside the unreserved set and '/' are encoded. Caller frees; NULL if
 * out of memory.
 */
SARIF_API char *sarif_uri_from_path(const char *path);
/* The reverse; NULL if URI is neither relative nor a file: URI, or malformed. Caller frees. */
SARIF_API char *sarif_path_from_uri(const char *uri);

#ifdef __cplusplus
}
#endif
#endif
