/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Bytes of an object that leave the program by a call, and which of them
 * anybody has written before.
 */
#ifndef LC_LEAVING_H
#define LC_LEAVING_H

#include "layout.h"
#include "model.h"
#include "place.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What is known of one byte where it leaves. */
enum lc_written {
	LC_WRITTEN_ALWAYS, /* on every way there */
	LC_WRITTEN_PERHAPS, /* on some, or by something that is not understood */
	LC_WRITTEN_NEVER, /* on none */
};

struct lc_leaving {
	const char *object; /* as in C: x, *p */
	const char *by; /* the function called */
	enum lc_model_exit leaves;
	struct lc_place begins; /* where the object is declared or allocated */
	bool allocated;
	/* Of the object, or of one element where it is an array; NULL: every byte is always written. */
	const struct lc_type *type;
	const unsigned char *written; /* an lc_written for each byte of the object */
	uint64_t first, end; /* bytes of the object that leave */
	const char *assumes; /* what the writes rest on beyond the standard, or NULL */
};

#ifdef __cplusplus
}
#endif
#endif
