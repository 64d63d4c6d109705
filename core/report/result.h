/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A judgement that is a finding, as a SARIF result (Documentation/record.md).
 */
#ifndef LC_RESULT_H
#define LC_RESULT_H

#include <sarif.h>

#include "../conversion.h"

/* Writes the SARIF result of JUDGEMENT on CONVERSION (NULL: on a type) after KEY. */
void lc_result_write(struct sarif_json *json, const char *key,
		     const struct lc_conversion *conversion, const struct lc_judgement *judgement);

#endif
