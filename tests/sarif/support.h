/* SPDX-License-Identifier: MIT */
/*
 * What the unit tests of libsarif-c share: cmocka, and tests whose names are sentences.
 */
#ifndef TEST_SUPPORT_H
#define TEST_SUPPORT_H

/* cmocka.h needs these in front of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEST(sentence, function)                     \
	{                                            \
		sentence, function, NULL, NULL, NULL \
	}
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#endif
