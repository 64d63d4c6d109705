/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What in a function speaks of the length of some bytes, for deciding whether
 * an access that is not proven is a finding.
 */
#ifndef LC_SPEAKERS_H
#define LC_SPEAKERS_H

#include "across.h"

#define SPEAKING_DEPTH 5 /* steps that are followed back */
#define MOST_CALLERS 4 /* calls one inside the other that are followed back */

/*
 * What in the function speaks of one length: gathered once, for each access
 * through any view of the same bytes asks.
 */
struct speakers {
	struct lc_linear start; /* of the bytes */
	struct lc_linear length; /* theirs */
	auto_vec<basic_block> conditions;
	auto_vec<gimple *> calls; /* that may compare it */
	auto_vec<gimple *> takers; /* that get it as a number */
	bool multiple_tested; /* it is tested for being a multiple of something */
	bool callers; /* those who call this static function may have compared it */
	gimple *call; /* or a call of it before which nobody has, or NULL */
	bool end_tested; /* the end that it is worked out from is tested for being a pointer at all */
	bool outgoing; /* bytes are put in front of these, and none were taken off */
	bool consumed; /* bytes before these were taken off in sight, here or by who calls this */
};

/* speakers.cc */
tree length_field_of(const struct root *root);
struct speakers *find_speakers(struct analysis *a, const struct root *root,
			       const struct lc_length *length);

/* cookies.cc */
bool is_in_cookie(const struct root *root);

/* earlier_walk.cc */
bool is_of_earlier_walk(struct analysis *a, basic_block guard, basic_block access);

/* speak.cc */
bool leads_to(struct analysis *a, basic_block from, basic_block to);
tree parameter_behind_root(const struct root *root);

#endif
