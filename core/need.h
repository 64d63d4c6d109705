/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What one access needs of the bytes, and what is known of them: the facts
 * that judges of extent and alignment read. Units are bytes.
 */
#ifndef LC_NEED_H
#define LC_NEED_H

#include "conversion.h"
#include "prove.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A length that belongs to the bytes, by name, attribute, model or construction. */
struct lc_length {
	const char *name; /* as written: len, skb->len; NULL if it is no variable */
	const char *how; /* why it is theirs: "parameter beside 'buf'" */
	bool claimed; /* the bytes themselves say it; who handed them out may have compared it */
	bool only_compared; /* it is one to speak of only where it is compared on the way */
	bool by_name; /* nothing but names and places in a parameter list say so */
	struct lc_place place;
	struct lc_linear value;
};

/* A value that was read out of bytes, and what is worked out from it. */
struct lc_untrusted {
	const char *name; /* as written: h->len */
	struct lc_place place; /* where it is read */
	const char *bytes; /* those that it is read from: buf */
	bool amount; /* it is no part of them, but says how many have come */
	bool argument; /* it is none of bytes, but an argument from outside */
	bool walks; /* it is where a walk has come to that steps by the value */
	/* It, and what is worked out from it or counts up to it, as terms of the facts. */
	const lc_term *terms;
	size_t n_terms;
	/* Other lengths out of bytes: what is compared with them alone is compared with nothing. */
	const lc_term *others;
	size_t n_others;
	/* What sums of it that are compared would be if they did not wrap. */
	const struct lc_fact *const *unwrapped;
	size_t n_unwrapped;
	/* Those sums. */
	const lc_term *sums;
	size_t n_sums;
};

struct lc_need {
	const struct lc_flow *flow;
	unsigned point;

	/* Extent. FROM and UPTO, one past the last byte accessed, count from BYTES on. */
	const char *bytes; /* their name: buf */
	struct lc_linear from, upto;
	struct lc_linear view; /* where the view begins that the access is made through */
	/* Bytes readable from BYTES on; facts speak of its terms; invalid if nothing is known. */
	struct lc_linear extent;
	bool exact; /* the extent is that of a declared object, not just a lower bound */
	bool merged; /* the bytes are one of several buffers: each must do */
	lc_term end; /* one past the last byte, in case facts of others speak of it */
	bool interior; /* more of the same object may stand before the bytes: they are a caller's */
	const struct lc_length *length; /* the length in hand, or NULL */
	/*
	 * Is TERM a number, none less than 0, out of the same bytes, that is compared with how many
	 * there are and with nothing else? May be NULL: not known.
	 */
	bool (*unheeded)(const struct lc_need *need, lc_term term);

	/* When an open verdict is a finding. */
	const char *
		silent_here; /* why one that is compared, in a sum that may wrap, is none, or NULL */
	const char *silent; /* why a length that no guard on the way compares is none, or NULL */
	bool up_to_callers; /* SILENT is that callers may have compared, and nothing else would do */
	const char *mistaken; /* why what looks like their length is none, or NULL */
	bool sometimes; /* that length is compared, but not on every way here */
	bool on_the_way; /* it is compared on the way here, in a form that gave no fact */
	struct lc_place on_the_way_at; /* there, and nowhere else is it; line 0: not so */
	bool may_add_up; /* it may be a multiple of what is stepped by, or a caller checks it */
	struct lc_step caller; /* a call of this static function before which nobody compared it */

	/* What says how far this reaches, if that is a value out of bytes; or NULL. */
	const struct lc_untrusted *untrusted;
	/* Of what is copied into an object: the end of the bytes that the value is read from, or invalid. */
	struct lc_linear came;
	bool is_step; /* no access: UPTO is the step of a walk, which needs to be at least 1 */
	bool is_turn; /* UPTO is what the step leaves of the range of the walk's type */
	/* No access: FROM is a size, named BYTES, that may have wrapped if UPTO, which it is meant as, is less than 0. */
	bool is_size;

	struct lc_alignment alignment;
};

#ifdef __cplusplus
}
#endif
#endif
