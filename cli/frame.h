/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A SARIF log without its results: what a run says of itself, in little memory.
 */
#ifndef CLI_FRAME_H
#define CLI_FRAME_H

#include <jansson.h>
#include <stdio.h>

/*
 * The log in FILE with each run's results left out (an empty array), however many
 * there are. NULL and *ERROR if it is not JSON. Caller drops the reference.
 */
json_t *frame_load(FILE *file, json_error_t *error);

#endif
