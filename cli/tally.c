// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Counting conversions by domain and verdict.
 */
#include "tally.h"

#include <string.h>

#include "merge.h"

/* The rule whose question comes first: are the bytes there at all? */
#define MAIN_RULE "lc-short-buffer"

struct tally_verdict tally_judge(const json_t *conversion)
{
	struct tally_verdict all = { .overall = LC_OPEN };
	enum lc_verdict worst = LC_PROVEN, main = LC_OPEN;
	bool any = false, main_speaks = false;
	const json_t *judgement;
	size_t i;

	json_array_foreach(json_object_get(conversion, "verdicts"), i, judgement) {
		enum lc_verdict verdict = decode_verdict(decode_string(judgement, "verdict"));

		any = true;
		if (verdict > worst)
			worst = verdict;
		if (!strcmp(decode_string(judgement, "rule"), MAIN_RULE)) {
			main = main_speaks && main > verdict ? main : verdict;
			main_speaks = true;
		}
	}
	if (any)
		all.overall = worst == LC_REFUTED || !main_speaks ? worst : main;
	all.every_rule = any && worst == LC_PROVEN;
	all.held = decode_string(conversion, "heldBy") != NULL;
	return all;
}

void tally_add(struct tally *tally, enum lc_verdict overall, bool held, bool every_rule)
{
	tally->conversions++;
	tally->verdicts[overall]++;
	if (overall == LC_PROVEN) {
		tally->held += held;
		tally->every_rule += every_rule;
	}
}

void tally_merge(struct tallies *tallies, const struct merge *merge, bool outside)
{
	memset(tallies, 0, sizeof(*tallies));
	for (size_t i = 0; i < merge->n_conversions; i++) {
		const struct merged_conversion *c = &merge->conversions[i];

		if (c->is_length || (c->path->outside && !outside))
			continue;
		tally_add(&tallies->domain[c->domain], c->overall, c->held, c->every_rule);
		tally_add(&tallies->all, c->overall, c->held, c->every_rule);
	}
}

/* The members of a row's JSON object, and where their counts are. */
static const struct {
	const char *name;
	size_t offset;
} members[] = {
	{ "conversions", offsetof(struct tally, conversions) },
	{ "proven", offsetof(struct tally, verdicts[LC_PROVEN]) },
	{ "held", offsetof(struct tally, held) },
	{ "everyRule", offsetof(struct tally, every_rule) },
	{ "open", offsetof(struct tally, verdicts[LC_OPEN]) },
	{ "refuted", offsetof(struct tally, verdicts[LC_REFUTED]) },
};
#define N_MEMBERS (sizeof(members) / sizeof(members[0]))

static unsigned *count_at(struct tally *tally, size_t i)
{
	return (unsigned *)((char *)tally + members[i].offset);
}

static json_t *row_to_json(struct tally tally)
{
	json_t *row = json_object();

	for (size_t i = 0; i < N_MEMBERS; i++)
		json_object_set_new(row, members[i].name, json_integer(*count_at(&tally, i)));
	return row;
}

json_t *tally_to_json(const struct tallies *tallies)
{
	json_t *json = json_object();

	for (int i = 0; i < DECODE_N_DOMAINS; i++)
		json_object_set_new(json, lc_domain_name((enum lc_domain)i),
				    row_to_json(tallies->domain[i]));
	json_object_set_new(json, "all", row_to_json(tallies->all));
	return json;
}

static void row_from_json(struct tally *tally, const json_t *row)
{
	for (size_t i = 0; i < N_MEMBERS; i++)
		*count_at(tally, i) =
			(unsigned)json_integer_value(json_object_get(row, members[i].name));
}

bool tally_from_json(struct tallies *tallies, const json_t *json)
{
	memset(tallies, 0, sizeof(*tallies));
	if (!json_is_object(json_object_get(json, "all")))
		return false;
	for (int i = 0; i < DECODE_N_DOMAINS; i++)
		row_from_json(&tallies->domain[i],
			      json_object_get(json, lc_domain_name((enum lc_domain)i)));
	row_from_json(&tallies->all, json_object_get(json, "all"));
	return true;
}
