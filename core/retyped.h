/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What an adapter states of an access to an object as another type than it, or
 * the part of it that is accessed, was declared with or was stored as.
 */
#ifndef LC_RETYPED_H
#define LC_RETYPED_H

#include <stdbool.h>

#include "place.h"

#ifdef __cplusplus
extern "C" {
#endif

struct lc_retyped {
	const char *object; /* as in C */
	const char *typed; /* the type of what is accessed of it */
	struct lc_place typed_at; /* of the declaration or the store */
	struct lc_place access;
	bool write;
	bool stored; /* no declaration is in sight: a store gave it its type */
	bool apart; /* the compiler takes it that objects of the two types are never the same */
};

#ifdef __cplusplus
}
#endif
#endif
