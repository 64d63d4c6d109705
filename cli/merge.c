// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * All records of a build in one. In memory stays what tells entries apart; their
 * text waits in a temporary file.
 */
#include "merge.h"

#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "tally.h"

#define UNCHECKED_LISTED 20 /* names on standard error; the log has all */

/* What makes two entries, or two conversions, the same one. No padding: it is hashed. */
struct identity {
	const void *path, *target, *rule;
	int64_t line;
	int64_t kind; /* of the conversion, -1: a finding */
	int64_t ordinal; /* among those alike in one record: two casts on a line are two */
};

void merge_notify(struct merge *merge, enum sarif_level level, char *message, const char *path)
{
	CLI_GROW(merge->notifications, merge->n_notifications, merge->notifications_capacity);
	merge->notifications[merge->n_notifications++] = (struct notification){
		.level = level,
		.message = message,
		.path = path ? cli_strdup(path) : NULL,
	};
}

void merge_forget_notifications(struct merge *merge, size_t n)
{
	while (merge->n_notifications > n) {
		struct notification *last = &merge->notifications[--merge->n_notifications];

		free(last->message);
		free(last->path);
	}
}

/* The entry of that identity; *FRESH: it was just made, and is all zero. */
static struct entry *entry_of(struct merge *merge, const struct identity *identity, bool *fresh)
{
	struct map_slot *slot = map_put(&merge->index, identity, sizeof(*identity));

	*fresh = !slot->value;
	if (*fresh) {
		CLI_GROW(merge->entries, merge->n_entries, merge->entries_capacity);
		memset(&merge->entries[merge->n_entries], 0, sizeof(*merge->entries));
		slot->value = (void *)(uintptr_t)++merge->n_entries;
	}
	return &merge->entries[(uintptr_t)slot->value - 1];
}

static void count_unit(struct entry *entry, const struct record_unit *unit)
{
	if (entry->last_unit != unit->number)
		entry->units++;
	entry->last_unit = unit->number;
}

static char *take_result(struct merge *merge, const struct record_unit *unit, const json_t *line,
			 const char *text, size_t length)
{
	struct identity identity = { .kind = -1 };
	const json_t *result = json_object_get(line, "result");
	const char *verdict_name = decode_string(result, "properties.verdict");
	const char *level_name = decode_string(result, "level");
	enum lc_verdict verdict;
	enum lc_level level;
	struct lc_place place;
	struct entry *entry;
	char *wrong = decode_check_result(line), *file;
	bool fresh, suppressed = json_array_size(json_object_get(result, "suppressions")) > 0;

	if (wrong)
		return wrong;
	decode_location(json_array_get(json_object_get(result, "locations"), 0), &place, &file);
	identity.path = paths_resolve(&merge->paths, unit->directory, place.file);
	free(file);
	identity.line = place.line;
	identity.rule = lc_rule_find(decode_string(result, "ruleId"));
	identity.target = map_intern(&merge->strings, decode_string(result, "properties.target"));

	verdict = decode_verdict(verdict_name);
	if (verdict > LC_REFUTED)
		verdict = LC_OPEN;
	/* Section 3.27.10: without a level it is a warning. */
	level = LC_LEVEL_WARNING;
	if (level_name)
		lc_level_parse(level_name, &level);

	entry = entry_of(merge, &identity, &fresh);
	count_unit(entry, unit);
	/* One unit in which it is not suppressed is enough for it to be reported. */
	if (!fresh && suppressed != entry->suppressed) {
		if (suppressed)
			return NULL;
	} else if (!fresh &&
		   (level < entry->level || (level == entry->level && verdict <= entry->verdict))) {
		return NULL;
	}
	entry->suppressed = suppressed;
	entry->path = identity.path;
	entry->line = place.line;
	entry->rule = identity.rule;
	entry->target = identity.target;
	entry->verdict = verdict;
	entry->level = level;
	entry->directory = map_intern(&merge->strings, unit->directory);
	entry->text = spool_put(&merge->spool, text, length);
	return NULL;
}

/* One entry for each verdict of a conversion that is not reported as a finding. */
static void take_verdicts(struct merge *merge, const struct record_unit *unit, const json_t *line,
			  struct identity identity, const char *text, size_t length)
{
	struct spool_text spooled = { .length = 0 };
	const json_t *judgement;
	size_t i;

	json_array_foreach(json_object_get(line, "verdicts"), i, judgement) {
		enum lc_verdict verdict = decode_verdict(decode_string(judgement, "verdict"));
		struct entry *entry;
		bool fresh;

		identity.rule = lc_rule_find(decode_string(judgement, "rule"));
		entry = entry_of(merge, &identity, &fresh);
		count_unit(entry, unit);
		entry->reported |= decode_string(judgement, "level") != NULL;
		if (!fresh && verdict <= entry->verdict)
			continue;
		if (!spooled.length)
			spooled = spool_put(&merge->spool, text, length);
		entry->path = identity.path;
		entry->line = (int)identity.line;
		entry->rule = identity.rule;
		entry->target = identity.target;
		entry->verdict = verdict;
		entry->directory = map_intern(&merge->strings, unit->directory);
		entry->text = spooled;
	}
}

static char *take_conversion(struct merge *merge, const struct record_unit *unit,
			     const json_t *line, const char *text, size_t length)
{
	struct identity identity = { .line = 0 };
	struct merged_conversion *conversion;
	struct lc_place cast;
	struct map_slot *slot;
	struct tally_verdict verdict;
	char *wrong = decode_check_conversion(line);

	if (wrong)
		return wrong;
	decode_place(json_object_get(line, "cast"), &cast);
	identity.path = paths_resolve(&merge->paths, unit->directory, cast.file);
	identity.line = cast.line;
	identity.target = map_intern(&merge->strings, decode_string(line, "target.type"));
	identity.kind = decode_kind(decode_string(line, "conversion"));
	slot = map_put(&merge->in_record, &identity, sizeof(identity));
	identity.ordinal = (int64_t)(uintptr_t)slot->value;
	slot->value = (void *)((uintptr_t)slot->value + 1);

	verdict = tally_judge(line);
	slot = map_put(&merge->conversion_index, &identity, sizeof(identity));
	if (!slot->value) {
		CLI_GROW(merge->conversions, merge->n_conversions, merge->conversions_capacity);
		merge->conversions[merge->n_conversions] = (struct merged_conversion){
			.path = identity.path,
			.domain = decode_domain(decode_string(line, "origin.domain")),
			.overall = LC_PROVEN,
			.every_rule = true,
			.held = true,
			.is_length = identity.kind == LC_LENGTH,
		};
		slot->value = (void *)(uintptr_t)++merge->n_conversions;
	}
	conversion = &merge->conversions[(uintptr_t)slot->value - 1];
	if (verdict.overall > conversion->overall)
		conversion->overall = verdict.overall;
	conversion->every_rule &= verdict.every_rule;
	conversion->held &= verdict.held;
	if (merge->ledger)
		take_verdicts(merge, unit, line, identity, text, length);
	return NULL;
}

static char *take_source(struct merge *merge, const struct record_unit *unit, const json_t *line)
{
	const char *file = decode_string(line, "file");
	const char *hash = decode_string(line, "sha256");
	struct source_path *path;

	if (!file)
		return cli_strdup("file: expected a string");
	path = paths_resolve_as(&merge->paths, unit->directory, file, hash);
	if (hash && (!path->recorded_sha256 || strcmp(path->recorded_sha256, hash))) {
		/* Two records that differ: one of them at least is out of date. */
		if (path->recorded_sha256 && !path->changed)
			path->changed = true;
		free(path->recorded_sha256);
		path->recorded_sha256 = cli_strdup(hash);
	}
	return NULL;
}

static char *on_line(void *context, const struct record_unit *unit, const char *kind, json_t *json,
		     const char *text, size_t length)
{
	struct merge *merge = context;

	if (!strcmp(kind, "result"))
		return take_result(merge, unit, json, text, length);
	if (!strcmp(kind, "conversion"))
		return take_conversion(merge, unit, json, text, length);
	if (!strcmp(kind, "suppression"))
		return merge_take_suppression(merge, unit, json);
	if (!strcmp(kind, "source"))
		return take_source(merge, unit, json);
	if (!strcmp(kind, "incomplete")) {
		const char *reason = decode_string(json, "reason");
		const char *function = decode_string(json, "function");

		merge->n_incomplete++;
		merge_notify(merge, SARIF_LEVEL_NOTE,
			     cli_format("%s: %s%s%s", unit->source[0] ? unit->source : "a unit",
					function ? function : "", function ? ": " : "",
					reason ? reason : "the analysis did not finish"),
			     NULL);
	}
	return NULL;
}

static void on_unit(void *context, const struct record_unit *unit)
{
	struct merge *merge = context;

	(void)unit;
	map_free(&merge->in_record);
}

static void on_problem(void *context, const char *container, size_t line, const char *message)
{
	struct merge *merge = context;
	char *text = line ? cli_format("%s:%zu: %s", container, line, message) :
			    cli_format("%s: %s", container, message);

	merge->n_problems++;
	cli_message("%s", text);
	merge_notify(merge, SARIF_LEVEL_ERROR, text, NULL);
}

static void on_unchecked(void *context, const char *object, const char *reason)
{
	struct merge *merge = context;
	char *text = cli_format("%s: %s: not checked", object, reason);

	if (!merge->quiet && merge->n_unchecked++ < UNCHECKED_LISTED)
		cli_message("%s", text);
	merge_notify(merge, SARIF_LEVEL_WARNING, text, NULL);
}

int merge_init(struct merge *merge, const char *source_root)
{
	memset(merge, 0, sizeof(*merge));
	return paths_init(&merge->paths, source_root);
}

void merge_records(struct merge *merge, char *const *names, size_t n)
{
	const struct record_visitor visitor = {
		.context = merge,
		.unit = on_unit,
		.line = on_line,
		.problem = on_problem,
		.unchecked = on_unchecked,
	};

	merge->n_units += records_visit(names, n, &visitor);
	if (!merge->quiet && merge->n_unchecked > UNCHECKED_LISTED)
		cli_message("and %u more object%s: not checked",
			    merge->n_unchecked - UNCHECKED_LISTED,
			    CLI_S(merge->n_unchecked - UNCHECKED_LISTED));
}

static int compare_entries(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int order = (b->level > LC_LEVEL_NONE) - (a->level > LC_LEVEL_NONE);

	if (!order)
		order = strcmp(a->path->name, b->path->name);
	if (!order)
		order = (a->line > b->line) - (a->line < b->line);
	if (!order)
		order = (a->rule > b->rule) - (a->rule < b->rule);
	if (!order)
		order = strcmp(a->target ? a->target : "", b->target ? b->target : "");
	if (!order)
		order = (a->text.offset > b->text.offset) - (a->text.offset < b->text.offset);
	return order;
}

void merge_sort(struct merge *merge)
{
	if (merge->n_entries)
		qsort(merge->entries, merge->n_entries, sizeof(*merge->entries), compare_entries);
	map_free(&merge->index); /* its numbers are stale now */
}

void merge_free(struct merge *merge)
{
	merge_forget_notifications(merge, 0);
	free(merge->notifications);
	free(merge->entries);
	free(merge->conversions);
	map_free(&merge->index);
	map_free(&merge->conversion_index);
	map_free(&merge->suppression_index);
	free(merge->suppressions);
	map_free(&merge->in_record);
	spool_free(&merge->spool);
	map_free(&merge->strings);
	paths_free(&merge->paths);
}
