// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Suppressions of all units in one: a header's may serve one unit alone, and is
 * unused only if it serves none.
 */
#include <stdlib.h>
#include <string.h>

#include "merge.h"
#include "message.h"

#define UNUSED_LISTED 20 /* on standard error; the log has all */

/* No padding: it is hashed. */
struct identity {
	const void *path, *rule, *of;
	int64_t line;
};

char *merge_take_suppression(struct merge *merge, const struct record_unit *unit,
			     const json_t *line)
{
	struct identity identity = { .line = 0 };
	const json_t *rules, *each;
	struct lc_place place;
	char *wrong = NULL;
	size_t i;

	rules = decode_get(line, "rules", JSON_ARRAY, &wrong);
	if (wrong || !decode_place(json_object_get(line, "place"), &place))
		return wrong;
	identity.path = paths_resolve(&merge->paths, unit->directory, place.file);
	identity.line = place.line;
	identity.of = map_intern(&merge->strings, decode_string(line, "of"));
	json_array_foreach(rules, i, each) {
		const char *id = decode_string(each, "rule");
		const json_t *used = json_object_get(each, "used");
		struct merged_suppression *suppression;
		struct map_slot *slot;

		identity.rule = id ? lc_rule_find(id) : NULL;
		/* What a unit did not judge it says nothing of. */
		if (!identity.rule || !json_is_boolean(used))
			continue;
		slot = map_put(&merge->suppression_index, &identity, sizeof(identity));
		if (!slot->value) {
			CLI_GROW(merge->suppressions, merge->n_suppressions,
				 merge->suppressions_capacity);
			merge->suppressions[merge->n_suppressions] = (struct merged_suppression){
				.path = identity.path,
				.rule = identity.rule,
				.of = identity.of,
				.line = place.line,
			};
			slot->value = (void *)(uintptr_t)++merge->n_suppressions;
		}
		suppression = &merge->suppressions[(uintptr_t)slot->value - 1];
		suppression->used |= json_is_true(used);
	}
	return NULL;
}

bool suppression_is_unused(const struct merged_suppression *suppression, bool outside)
{
	return !suppression->used && (outside || !suppression->path->outside);
}

unsigned merge_unused_suppressions(const struct merge *merge, bool outside)
{
	unsigned n = 0;

	for (size_t i = 0; i < merge->n_suppressions; i++)
		n += suppression_is_unused(&merge->suppressions[i], outside);
	return n;
}

static int by_place(const void *left, const void *right)
{
	const struct merged_suppression *a = left, *b = right;
	int order = strcmp(a->path->name, b->path->name);

	if (!order)
		order = (a->line > b->line) - (a->line < b->line);
	return order ? order : (a->rule > b->rule) - (a->rule < b->rule);
}

void merge_tell_unused(struct merge *merge, bool outside)
{
	unsigned told = 0, n = merge_unused_suppressions(merge, outside);

	if (!n)
		return;
	map_free(&merge->suppression_index); /* its numbers are stale now */
	qsort(merge->suppressions, merge->n_suppressions, sizeof(*merge->suppressions), by_place);
	for (size_t i = 0; i < merge->n_suppressions; i++) {
		const struct merged_suppression *s = &merge->suppressions[i];
		char *text;

		if (!suppression_is_unused(s, outside))
			continue;
		text = cli_format(
			"%s:%d: the suppression of %s%s%s suppresses nothing: take it out",
			s->path->name, s->line, s->rule->id, s->of ? " for " : "",
			s->of ? s->of : "");
		if (told++ < UNUSED_LISTED)
			cli_message("%s", text);
		merge_notify(merge, SARIF_LEVEL_NOTE, text, s->path->name);
	}
	if (n > UNUSED_LISTED)
		cli_message("and %u more suppression%s that suppress nothing", n - UNUSED_LISTED,
			    CLI_S(n - UNUSED_LISTED));
}
