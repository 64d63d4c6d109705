// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The rule table as SARIF metadata, with what GitHub code scanning reads of it.
 */
#include "metadata.h"

#include <stdlib.h>

#include "message.h"

#define MAX_TAGS 10 /* GitHub keeps so many */

static void *need(void *memory)
{
	if (!memory)
		cli_fatal("out of memory");
	return memory;
}

int metadata_rule_index(const struct lc_rule *rule)
{
	return (int)(rule - lc_rules);
}

enum sarif_level metadata_level(enum lc_level level)
{
	static const enum sarif_level levels[] = {
		[LC_LEVEL_NONE] = SARIF_LEVEL_NONE,
		[LC_LEVEL_NOTE] = SARIF_LEVEL_NOTE,
		[LC_LEVEL_WARNING] = SARIF_LEVEL_WARNING,
		[LC_LEVEL_ERROR] = SARIF_LEVEL_ERROR,
	};

	return levels[level];
}

static const char *problem_severity(enum lc_level level)
{
	if (level == LC_LEVEL_ERROR)
		return "error";
	return level == LC_LEVEL_WARNING ? "warning" : "recommendation";
}

static const char *const *tags_of(struct lc_arena *arena, const struct lc_rule *rule)
{
	const char **tags = need(lc_arena_alloc(arena, (MAX_TAGS + 1) * sizeof(*tags)));
	size_t n = 0;

	tags[n++] = rule->security_severity ? "security" : "correctness";
	tags[n++] = need(lc_arena_printf(arena, "external/cwe/cwe-%03u", rule->cwe));
	for (const unsigned *cwe = rule->cwe_also; cwe && *cwe && n < MAX_TAGS; cwe++)
		tags[n++] = need(lc_arena_printf(arena, "external/cwe/cwe-%03u", *cwe));
	return tags;
}

static struct sarif_rule describe(struct lc_arena *arena, const struct lc_rule *rule)
{
	return (struct sarif_rule){
		.id = rule->id,
		.name = rule->name,
		.short_description = rule->short_description,
		.full_description = rule->full_description,
		.help_text = need(lc_arena_printf(arena, "%s\n\nWhat to do: %s",
						  rule->full_description, rule->remedy)),
		.help_markdown = need(lc_arena_printf(arena,
						      "%s\n\n## Bad\n\n```c\n%s```\n\n## Good\n\n"
						      "```c\n%s```\n\n## What to do\n\n%s\n",
						      rule->full_description, rule->bad_example,
						      rule->good_example, rule->remedy)),
		.help_uri = lc_rule_uri(rule),
		.default_level = metadata_level(rule->default_level),
		.precision = rule->precision,
		.problem_severity = problem_severity(rule->default_level),
		.security_severity = rule->security_severity,
		.tags = tags_of(arena, rule),
	};
}

/* The top of the band below, of those that GitHub shows: critical from 9, high 7, medium 4, low. */
static const char *band_below(const char *severity)
{
	double value = strtod(severity, NULL);

	return value >= 9 ? "8.9" : value >= 7 ? "6.9" : "3.9";
}

const char *metadata_open_id(struct lc_arena *arena, const struct lc_rule *rule)
{
	return rule->security_severity ? need(lc_arena_printf(arena, "%s/open", rule->id)) :
					 rule->id;
}

int metadata_open_index(const struct lc_rule *rule)
{
	int index = (int)lc_n_rules;

	if (!rule->security_severity)
		return metadata_rule_index(rule);
	for (const struct lc_rule *each = lc_rules; each < rule; each++)
		index += each->security_severity != NULL;
	return index;
}

static struct sarif_rule describe_open(struct lc_arena *arena, const struct lc_rule *rule)
{
	struct sarif_rule open = describe(arena, rule);

	open.id = metadata_open_id(arena, rule);
	open.name = need(lc_arena_printf(arena, "%sOpen", rule->name));
	open.short_description =
		need(lc_arena_printf(arena, "%s Not shown either way.", rule->short_description));
	open.security_severity = band_below(rule->security_severity);
	return open;
}

struct sarif_tool metadata_tool(struct lc_arena *arena, bool open)
{
	struct sarif_rule *rules = need(lc_arena_alloc(arena, 2 * lc_n_rules * sizeof(*rules)));
	size_t n = 0;

	for (size_t i = 0; i < lc_n_rules; i++)
		rules[n++] = describe(arena, &lc_rules[i]);
	for (size_t i = 0; i < lc_n_rules && open; i++)
		if (lc_rules[i].security_severity)
			rules[n++] = describe_open(arena, &lc_rules[i]);
	return (struct sarif_tool){
		.name = LC_TOOL_NAME,
		.full_name = LC_TOOL_NAME " " LC_VERSION,
		.version = LC_VERSION,
		.semantic_version = LC_VERSION,
		.information_uri = LC_INFORMATION_URI,
		.rules = rules,
		.n_rules = n,
	};
}
