/* SPDX-License-Identifier: MIT */
/*
 * libsarif-c: what is wrong with a SARIF log, by the standard and by GitHub.
 *
 * Streams as the reader does: one result, one artifact or one other member of a run
 * is in memory at a time, and of the whole log what its results refer to. Uses jansson.
 */
#ifndef SARIF_LINT_H
#define SARIF_LINT_H

#include <stdio.h>

#include "sarif.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Whose demands to look at. */
enum sarif_lint_profile {
	SARIF_LINT_STANDARD, /* JSON, the standard's schema, and what its text demands */
	SARIF_LINT_GITHUB, /* and what GitHub code scanning refuses, cuts, or does not show */
};

/* Pointers are borrowed for the time of the call. */
struct sarif_lint_complaint {
	const char *rule; /* kebab-case, see libsarif-c(3) */
	/* error: the log is not as it must be; warning: something is lost; note: advice */
	enum sarif_level level;
	const char *pointer; /* to the value it is about (RFC 6901); "": the log */
	uint64_t line; /* 1-based, where that value begins */
	const char *message; /* one sentence without a full stop; UTF-8 */
};

/*
 * Looks through the log in STREAM, which the caller closes, and calls COMPLAIN for
 * each thing that is not as it should be, in the order of the file but for what only
 * the end of a run decides. A text that is no JSON is a complaint too, the last one.
 * Returns 0 if the log was looked at, or an errno value if the system refused; ENOMEM
 * included.
 */
SARIF_API int sarif_lint(FILE *stream, enum sarif_lint_profile profile,
			 void (*complain)(void *context,
					  const struct sarif_lint_complaint *complaint),
			 void *context);

#ifdef __cplusplus
}
#endif
#endif
