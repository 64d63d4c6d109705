/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What one access needs of the bytes, and what is known of them: the facts
 * that judges of extent and alignment read. Units are bytes.
 */
#ifndef LC_NEED_H
#define LC_NEED_H

#include "prove.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A length that belongs to the bytes, by name, attribute, model or construction. */
struct lc_length {
	const char *name; /* as written: len, skb->len; NULL if it is no variable */
	const char *how; /* why it is theirs: "parameter beside 'buf'" */
	struct lc_place place;
	struct lc_linear value;
};

struct lc_need {
	const struct lc_flow *flow;
	unsigned point;

	/* Extent. */
	const char *bytes; /* name of the bytes: buf */
	struct lc_linear upto; /* one past the last byte accessed, counted from BYTES */
	struct lc_linear from; /* the first byte accessed, counted from BYTES */
	struct lc_linear
		extent; /* bytes readable from BYTES on; facts speak of its terms; invalid if nothing is known */
	bool exact; /* the extent is that of a declared object, not just a lower bound */
	const struct lc_length *length; /* the length in hand, or NULL */
	bool may_add_up; /* the length may be a multiple of what is stepped by, or be checked by a caller */
	bool on_the_way; /* that length is compared on the way here, in a form that gave no fact */
	bool sometimes; /* that length is compared, but not on every way here */
	const char
		*silent; /* why a length that no guard on the way compares is no finding, or NULL */

	/* Alignment: address = residue modulo modulus; modulus 1 if nothing is known. */
	uint64_t alignment; /* needed */
	uint64_t modulus, residue;
	const char *alignment_how; /* how modulus and residue are known */
	bool tolerated; /* the target's plain loads and stores do it */
};

#ifdef __cplusplus
}
#endif
#endif
