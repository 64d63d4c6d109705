/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What an adapter states of an access to a declared object as another type
 * than the object, or the part of it that is accessed, was declared with.
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
	const char *declared; /* the type of what is accessed of it */
	struct lc_place declared_at;
	struct lc_place access;
	bool write;
	bool apart; /* the compiler takes it that objects of the two types are never the same */
};

#ifdef __cplusplus
}
#endif
#endif
