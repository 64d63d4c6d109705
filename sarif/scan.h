/* SPDX-License-Identifier: MIT */
/*
 * Walks over JSON text in a stream without building anything: finds where values
 * end, checks that they are well-formed, and keeps the text of one on request.
 */
#ifndef SARIF_SCAN_H
#define SARIF_SCAN_H

#include <stdio.h>
#include <sys/types.h>

#include "sarif_read.h"

struct sarif_scan {
	FILE *stream;
	off_t start; /* where in the stream the text begins; -1 if it cannot be sought in */
	struct sarif_read_error *error; /* the first failure is written here */
	bool failed;
	uint64_t base; /* offset of buffer[0] in the file */
	uint64_t line; /* 1-based, of buffer[at] */
	size_t at, filled;
	bool keeping; /* buffer[kept_from..at) belongs to the value being kept */
	size_t kept_from;
	struct sarif_json *copy; /* buffer[copied_from..at) is still to be written there; or NULL */
	size_t copied_from;
	char *kept; /* owned; NUL-terminated text of the value kept last */
	size_t kept_length, kept_capacity;
	unsigned char buffer[1 << 16];
};

struct sarif_scan_mark {
	uint64_t offset, line;
};

void sarif_scan_init(struct sarif_scan *scan, FILE *stream, struct sarif_read_error *error);
void sarif_scan_free(struct sarif_scan *scan);

/* Sets the error at the present place, unless there is one. Always returns false. */
bool sarif_scan_fail(struct sarif_scan *scan, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* The same with "expected WHAT, found …" of the next byte. */
bool sarif_scan_expected(struct sarif_scan *scan, const char *what);

/* The next byte that is no white space, not taken; -1 at the end of the file or after a failure. */
int sarif_scan_peek(struct sarif_scan *scan);
/* Takes BYTE, after white space; WHAT is said to be expected if it is not there. */
bool sarif_scan_take(struct sarif_scan *scan, char byte, const char *what);
/* Skips a UTF-8 byte order mark; only at the start. */
void sarif_scan_byte_order_mark(struct sarif_scan *scan);

/*
 * Inside a container: is there one more member or element? Takes the comma before it,
 * or CLOSE, '}' or ']'. FIRST is to be true at the start. False also after a failure.
 */
bool sarif_scan_more(struct sarif_scan *scan, char close, bool *first);

/* Skips one value; DEPTH containers are open around it. */
bool sarif_scan_skip(struct sarif_scan *scan, unsigned depth);
/* The same, and keeps its text in scan->kept. WHAT names the value where it is too large. */
bool sarif_scan_keep(struct sarif_scan *scan, unsigned depth, const char *what);

/* Skips one value and writes its text, of any size, into JSON as the value of KEY. */
bool sarif_scan_copy(struct sarif_scan *scan, unsigned depth, struct sarif_json *json,
		     const char *key);

struct sarif_scan_mark sarif_scan_mark(const struct sarif_scan *scan);
/* Goes back to MARK and forgets a failure. False, and nothing done, if the stream cannot be sought
 * in. */
bool sarif_scan_return(struct sarif_scan *scan, struct sarif_scan_mark mark);

#endif
