/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What other functions of the unit believe. Where most of those that get such bytes and
 * such a length compare them first, who calls has not done it: the one that does not is
 * suspicious. (Engler et al., Bugs as deviant behavior, SOSP 2001.)
 */
#ifndef LC_PEERS_H
#define LC_PEERS_H

#include "conversion.h"

#ifdef __cplusplus
extern "C" {
#endif

struct lc_unit;

/*
 * Makes findings of what lc-short-buffer left open to callers out of sight, where its
 * peers, static functions with a pointer and a length parameter of the same names, compare.
 */
void lc_judge_peers(struct lc_unit *unit);

#ifdef __cplusplus
}
#endif
#endif
