// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Writes one result: a finding from its SARIF object in the record, or a verdict
 * of the ledger; places made relative to the root, columns UTF-16.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "emit.h"
#include "message.h"
#include "metadata.h"
#include "sha256.h"

#define BASE_ID "SRCROOT"
#define MAX_PROPERTIES 24
#define LINE_HASH_NAME "primaryLocationLineHash"
/* Of our own, where the source cannot be read: what of a finding survives edits above it. */
#define FALLBACK_NAME "layoutcheckIdentity/v1"

/* A result in the making. */
struct draft {
	struct emit *emit;
	const struct entry *entry;
	struct sarif_result result;
	struct sarif_location primary;
	struct sarif_property fingerprint;
	struct sarif_property properties[MAX_PROPERTIES];
	struct sarif_suppression suppression;
	struct sarif_location suppressed_at;
};

static void *scratch(struct draft *draft, size_t size)
{
	void *memory = lc_arena_alloc(&draft->emit->scratch, size);

	if (!memory)
		cli_fatal("out of memory");
	return memory;
}

static const char *keep(struct draft *draft, char *text)
{
	char *copy = scratch(draft, strlen(text) + 1);

	strcpy(copy, text);
	free(text);
	return copy;
}

static void add_property(struct draft *draft, const char *name, const char *value, bool raw)
{
	struct sarif_result *result = &draft->result;

	if (value && result->n_properties < MAX_PROPERTIES)
		draft->properties[result->n_properties++] =
			(struct sarif_property){ .name = name, .value = value, .raw = raw };
}

/* Fills LOCATION's file and region from PLACE; false: it is outside and to be left out. */
static bool locate(struct draft *draft, struct lc_place place, struct sarif_location *location)
{
	struct emit *emit = draft->emit;
	const struct source_path *path =
		paths_resolve(&emit->merge->paths, draft->entry->directory, place.file);

	if (path->outside && !emit->outside)
		return false;
	source_region(source_open(&emit->sources, path), &place);
	location->path = path->name;
	location->base_id = path->outside ? NULL : BASE_ID;
	location->start_line = place.line;
	location->start_column = place.column;
	location->end_line = place.end_line;
	location->end_column = place.end_column;
	return true;
}

/* The same for a location object of the record's SARIF, with its message and function. */
static bool locate_json(struct draft *draft, const json_t *json, struct sarif_location *location)
{
	struct lc_place place;
	char *file = NULL;
	bool kept = decode_location(json, &place, &file) && locate(draft, place, location);
	json_int_t id = json_integer_value(json_object_get(json, "id"));

	free(file);
	location->message = decode_string(json, "message.text");
	location->function = decode_string(json, "logicalLocations[0].name");
	if (!location->function)
		location->function = decode_string(json, "logicalLocations[0].fullyQualifiedName");
	location->id = id > 0 && id < 1 << 20 ? (int)id : 0;
	return kept;
}

static void tell_unreadable(struct emit *emit, const struct source_path *path)
{
	struct map_slot *slot = map_put(&emit->unreadable, path->name, strlen(path->name));

	if (slot->value)
		return;
	slot->value = emit;
	merge_notify(emit->merge, SARIF_LEVEL_NOTE,
		     cli_format("%s cannot be read here: columns count bytes and fingerprints are "
				"layoutcheck's own",
				path->name),
		     path->name);
}

static void add_fingerprint(struct draft *draft)
{
	struct emit *emit = draft->emit;
	const struct entry *entry = draft->entry;
	const char *function = draft->primary.function;
	char line_hash[LINE_HASH_TEXT], hex[LC_SHA256_HEX];
	struct lc_sha256 hash;
	struct map_slot *slot;
	char *identity;

	draft->result.fingerprints = &draft->fingerprint;
	draft->result.n_fingerprints = 1;
	if (source_line_hash(source_open(&emit->sources, entry->path), entry->line, line_hash)) {
		draft->fingerprint = (struct sarif_property){
			.name = LINE_HASH_NAME,
			.value = keep(draft, cli_strdup(line_hash)),
		};
		return;
	}
	tell_unreadable(emit, entry->path);
	identity = cli_format("%s\n%s\n%s\n%s", entry->rule->id, entry->path->name,
			      entry->target ? entry->target : "", function ? function : "");
	slot = map_put(&emit->alike, identity, strlen(identity));
	slot->value = (void *)((uintptr_t)slot->value + 1);
	lc_sha256_init(&hash);
	lc_sha256_add(&hash, identity, strlen(identity));
	lc_sha256_hex(&hash, hex);
	free(identity);
	draft->fingerprint = (struct sarif_property){
		.name = FALLBACK_NAME,
		.value = keep(draft, cli_format("%.16s:%zu", hex, (size_t)slot->value)),
	};
}

/* Is there a related location with that id? */
static bool has_id(const struct sarif_result *result, long id)
{
	for (size_t i = 0; i < result->n_related; i++)
		if (result->related[i].id == id)
			return true;
	return false;
}

/* MESSAGE with links [text](id) to locations that were left out turned into text. */
static const char *message_without_links(struct draft *draft, const char *message)
{
	char *out = scratch(draft, strlen(message) + 1), *end = out;

	while (*message) {
		const char *close = *message == '[' ? strstr(message, "](") : NULL;
		char *after;
		long id;

		if (close && isdigit((unsigned char)close[2])) {
			id = strtol(close + 2, &after, 10);
			if (*after == ')' && !has_id(&draft->result, id)) {
				end = mempcpy(end, message + 1, (size_t)(close - message) - 1);
				message = after + 1;
				continue;
			}
		}
		*end++ = *message++;
	}
	*end = '\0';
	return out;
}

static void add_related(struct draft *draft, const json_t *array)
{
	struct sarif_location *related =
		scratch(draft, (json_array_size(array) + 1) * sizeof(*related));
	const json_t *json;
	size_t i, n = 0;

	json_array_foreach(array, i, json)
		if (locate_json(draft, json, &related[n]))
			n++;
		else
			memset(&related[n], 0, sizeof(*related));
	draft->result.related = related;
	draft->result.n_related = n;
}

static void add_code_flow(struct draft *draft, const json_t *result)
{
	const json_t *array =
		decode_optional(result, "codeFlows[0].threadFlows[0].locations", JSON_ARRAY, NULL);
	struct sarif_location *steps =
		scratch(draft, (json_array_size(array) + 1) * sizeof(*steps));
	const json_t *json;
	size_t i, n = 0;

	json_array_foreach(array, i, json)
		if (locate_json(draft, json_object_get(json, "location"), &steps[n]))
			n++;
		else
			memset(&steps[n], 0, sizeof(*steps));
	draft->result.steps = steps;
	draft->result.n_steps = n;
}

/* The name below the root of a file that the record names. */
static const char *name_of(struct draft *draft, const char *file)
{
	return paths_resolve(&draft->emit->merge->paths, draft->entry->directory, file)->name;
}

/* The record's own properties: plain values pass through, whatever they are called. */
static void copy_properties(struct draft *draft, const json_t *properties)
{
	const char *name;
	json_t *value;

	json_object_foreach((json_t *)properties, name, value) {
		if (!strcmp(name, "conversion"))
			continue; /* an id within its record */
		if (!strcmp(name, "castFile") && json_is_string(value))
			add_property(draft, name, name_of(draft, json_string_value(value)), false);
		else if (json_is_string(value))
			add_property(draft, name, json_string_value(value), false);
		else if (json_is_number(value) || json_is_boolean(value))
			add_property(draft, name,
				     keep(draft, json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT)),
				     true);
	}
}

/* The first of the record's suppressions: one is enough. */
static void add_suppression(struct draft *draft, const json_t *json)
{
	if (!json_is_object(json))
		return;
	draft->suppression.kind = SARIF_SUPPRESSION_IN_SOURCE;
	draft->suppression.justification = decode_string(json, "justification");
	if (locate_json(draft, json_object_get(json, "location"), &draft->suppressed_at))
		draft->suppression.location = &draft->suppressed_at;
	draft->result.suppressions = &draft->suppression;
	draft->result.n_suppressions = 1;
}

static bool draft_finding(struct draft *draft, const json_t *line)
{
	const json_t *result = json_object_get(line, "result");

	if (!locate_json(draft, json_array_get(json_object_get(result, "locations"), 0),
			 &draft->primary))
		return false;
	draft->primary.message = NULL;
	draft->result.kind = SARIF_KIND_FAIL;
	add_related(draft, json_object_get(result, "relatedLocations"));
	add_code_flow(draft, result);
	add_suppression(draft, json_array_get(json_object_get(result, "suppressions"), 0));
	draft->result.message = message_without_links(draft, decode_string(result, "message.text"));
	copy_properties(draft, json_object_get(result, "properties"));
	return true;
}

/* The judgement of ENTRY's rule in a line of kind conversion. */
static const json_t *judgement_of(const struct entry *entry, const json_t *line)
{
	const json_t *judgement;
	size_t i;

	json_array_foreach(json_object_get(line, "verdicts"), i, judgement)
		if (!strcmp(decode_string(judgement, "rule"), entry->rule->id) &&
		    decode_verdict(decode_string(judgement, "verdict")) == entry->verdict)
			return judgement;
	return NULL;
}

static void add_evidence(struct draft *draft, const json_t *array)
{
	struct sarif_location *steps =
		scratch(draft, (json_array_size(array) + 1) * sizeof(*steps));
	const json_t *json;
	size_t i, n = 0;

	json_array_foreach(array, i, json) {
		struct lc_place place;

		steps[n].message = decode_string(json, "text");
		n += decode_place(json_object_get(json, "place"), &place) &&
		     locate(draft, place, &steps[n]);
	}
	draft->result.steps = steps;
	draft->result.n_steps = n;
}

static bool draft_verdict(struct draft *draft, const json_t *line)
{
	static const enum sarif_kind kinds[] = {
		[LC_PROVEN] = SARIF_KIND_PASS,
		[LC_OPEN] = SARIF_KIND_OPEN,
		[LC_REFUTED] = SARIF_KIND_REVIEW, /* refuted, and not to be reported */
	};
	const struct entry *entry = draft->entry;
	const json_t *judgement = judgement_of(entry, line);
	const char *how = decode_string(judgement, "how");
	const char *verdict = lc_verdict_name(entry->verdict);
	struct lc_place cast;

	if (!judgement || !decode_place(json_object_get(line, "cast"), &cast) ||
	    !locate(draft, cast, &draft->primary))
		return false;
	draft->primary.function = decode_string(line, "function");
	draft->result.kind = kinds[entry->verdict];
	draft->result.message = how ? how : verdict;
	add_evidence(draft, json_object_get(judgement, "steps"));
	add_property(draft, "verdict", verdict, false);
	add_property(draft, "kind", decode_string(line, "conversion"), false);
	add_property(draft, "domain", decode_string(line, "origin.domain"), false);
	add_property(draft, "target", entry->target, false);
	add_property(draft, "origin", decode_string(line, "origin.name"), false);
	add_property(draft, "function", draft->primary.function, false);
	add_property(draft, "how", how, false);
	add_property(draft, "assumes", decode_string(judgement, "assumes"), false);
	add_property(draft, "heldBy", decode_string(line, "heldBy"), false);
	add_property(draft, "pointer", decode_string(judgement, "pointer"), false);
	add_property(draft, "length", decode_string(judgement, "length"), false);
	add_property(draft, "castFile", name_of(draft, cast.file), false);
	add_property(draft, "castLine", keep(draft, cli_format("%d", cast.line)), true);
	return true;
}

/* GitHub keeps no more of them. */
static void keep_within_limits(struct sarif_result *result)
{
	const size_t most_related = 100, most_steps = 1000;

	if (result->n_related > most_related)
		result->n_related = most_related;
	if (result->n_steps > most_steps)
		result->n_steps = most_steps;
}

bool emit_result(struct emit *emit, struct sarif_log *log, const struct entry *entry)
{
	struct draft draft = { .emit = emit, .entry = entry };
	char *text = spool_get(&emit->merge->spool, entry->text);
	json_t *line = json_loadb(text, entry->text.length, 0, NULL);
	bool kept = entry->level > LC_LEVEL_NONE ? draft_finding(&draft, line) :
						   draft_verdict(&draft, line);

	if (kept) {
		bool apart = emit->github && entry->verdict == LC_OPEN;

		draft.result.rule_id = apart ? metadata_open_id(&emit->scratch, entry->rule) :
					       entry->rule->id;
		draft.result.rule_index = apart ? metadata_open_index(entry->rule) :
						  metadata_rule_index(entry->rule);
		if (emit->github)
			keep_within_limits(&draft.result);
		draft.result.level = metadata_level(entry->level);
		draft.result.locations = &draft.primary;
		draft.result.n_locations = 1;
		add_fingerprint(&draft);
		add_property(&draft, "units", keep(&draft, cli_format("%u", entry->units)), true);
		draft.result.properties = draft.properties;
		sarif_log_result(log, &draft.result);
	}
	json_decref(line);
	free(text);
	return kept;
}
