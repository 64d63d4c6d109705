/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The rule table as SARIF metadata.
 */
#ifndef CLI_METADATA_H
#define CLI_METADATA_H

#include <stdbool.h>

#include "arena.h"
#include "rules.h"
#include "sarif.h"

/*
 * What SARIF says of the tool and all its rules, in table order; lives in ARENA. With OPEN, for
 * a service whose severity is per rule, they are followed by those rules again for what is open.
 */
struct sarif_tool metadata_tool(struct lc_arena *arena, bool open);
/* The rule's place in that order. */
int metadata_rule_index(const struct lc_rule *rule);
/* The rule for what is open of RULE: its id (in ARENA) and place; the rule itself if it is none of security. */
const char *metadata_open_id(struct lc_arena *arena, const struct lc_rule *rule);
int metadata_open_index(const struct lc_rule *rule);
enum sarif_level metadata_level(enum lc_level level);

#endif
