/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The parts of layoutcheck gate: what it tells, and the log with the states of its results.
 */
#ifndef CLI_GATE_H
#define CLI_GATE_H

#include <stdbool.h>
#include <stdio.h>

#include "sarif_read.h"

/* A log that is read more than once. */
struct gate_log {
	FILE *stream; /* can be sought in; NULL: there is none */
	const char *name;
};

/* Is the result a finding that is there and not suppressed? */
bool gate_is_finding(const struct sarif_read_result *result);
/*
 * Calls EACH with every result of LOG that IS_WANTED wants, numbered from 0. Returns false if the log
 * could not be read to its end; TELL says whether to say why.
 */
bool gate_visit(const struct gate_log *log, bool tell,
		bool (*is_wanted)(void *context, const struct sarif_read_result *result),
		void (*each)(void *context, const struct sarif_read_result *result, size_t i),
		void *context);

/*
 * Writes CURRENT to the file PATH with the baselineState of each of its findings, and those of
 * BASELINE that are gone as absent. Both have been read to their ends. False after a message.
 */
bool gate_write(const struct gate_log *current, const struct gate_log *baseline, const char *path);

#endif
