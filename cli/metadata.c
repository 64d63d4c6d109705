// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The rule table as SARIF metadata, with what GitHub code scanning reads of it.
 */
#include "metadata.h"

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

struct sarif_tool metadata_tool(struct lc_arena *arena)
{
	struct sarif_rule *rules = need(lc_arena_alloc(arena, lc_n_rules * sizeof(*rules)));

	for (size_t i = 0; i < lc_n_rules; i++)
		rules[i] = describe(arena, &lc_rules[i]);
	return (struct sarif_tool){
		.name = LC_TOOL_NAME,
		.full_name = LC_TOOL_NAME " " LC_VERSION,
		.version = LC_VERSION,
		.semantic_version = LC_VERSION,
		.information_uri = LC_INFORMATION_URI,
		.rules = rules,
		.n_rules = lc_n_rules,
	};
}
