/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "no-such-header.h"

/*
 * check-name: a header that is missing is named with its place
 * check-exit-value: 2
 *
 * check-error-start
missing-header.c:2:10: error: unable to open 'no-such-header.h'
 * check-error-end
 */
