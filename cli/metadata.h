/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The rule table as SARIF metadata.
 */
#ifndef CLI_METADATA_H
#define CLI_METADATA_H

#include "arena.h"
#include "rules.h"
#include "sarif.h"

/* What SARIF says of the tool and all its rules, in table order; lives in ARENA. */
struct sarif_tool metadata_tool(struct lc_arena *arena);
/* The rule's place in that order. */
int metadata_rule_index(const struct lc_rule *rule);
enum sarif_level metadata_level(enum lc_level level);

#endif
