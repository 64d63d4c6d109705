/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The headers of sparse that the checker needs, in the order that they need each other.
 * The rest of this folder includes them only through here.
 */
#ifndef SC_SPARSE_H
#define SC_SPARSE_H

#include <lib.h>
#include <allocate.h>
#include <token.h>
#include <parse.h>
#include <symbol.h>
#include <expression.h>
#include <evaluate.h>
#include <scope.h>

#endif
