// SPDX-License-Identifier: MIT
/*
 * Matches the results of one log with those of another, its baseline: pass by pass,
 * from what makes two results surely the same to what makes them probably so.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "read_internal.h"

#define NONE SIZE_MAX

/* By what two results are taken for the same, the surest first; each includes the rule. */
enum pass {
	SAME_PLACE, /* file, line, function, message, fingerprints */
	SAME_CODE_AND_MESSAGE, /* file, fingerprints, message */
	SAME_CODE, /* file, fingerprints */
	MOVED_CODE, /* fingerprints, message: the file has another name */
	SAME_MESSAGE, /* file, function, message: the line was edited */
	N_PASSES,
};

/* Only hashes are kept: a result takes some 80 bytes, however long it is. */
struct item {
	uint64_t keys[N_PASSES]; /* 0: cannot be matched in that pass */
	uint64_t content; /* what makes a result updated if it differs */
	size_t partner; /* in the other list, or NONE */
};

struct list {
	struct item *items;
	size_t n, capacity;
};

struct sarif_match {
	struct list lists[2];
};

struct sarif_match *sarif_match_new(void)
{
	return calloc(1, sizeof(struct sarif_match));
}

void sarif_match_free(struct sarif_match *match)
{
	if (!match)
		return;
	free(match->lists[SARIF_MATCH_BASELINE].items);
	free(match->lists[SARIF_MATCH_CURRENT].items);
	free(match);
}

/* FNV-1a, with a mix behind each part so that sums of hashes stay apart. */
static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t n)
{
	const unsigned char *byte = bytes;

	while (n--)
		hash = (hash ^ *byte++) * UINT64_C(0x100000001b3);
	hash ^= hash >> 32;
	hash *= UINT64_C(0x9e3779b97f4a7c15);
	return hash ^ hash >> 29;
}

/* The NUL is hashed as well, so that "ab", "c" is not "a", "bc". */
static uint64_t hash_string(uint64_t hash, const char *string)
{
	return string ? hash_bytes(hash, string, strlen(string) + 1) : hash_bytes(hash, "\1", 1);
}

static uint64_t hash_number(uint64_t hash, int64_t number)
{
	return hash_bytes(hash, &number, sizeof(number));
}

static uint64_t hash_fingerprints(const json_t *result, const char *member, uint64_t sum)
{
	const char *name;
	json_t *value;

	/* A sum, for the order of members means nothing. */
	json_object_foreach(json_object_get(result, member), name, value)
		if (json_is_string(value))
			sum += hash_string(hash_string(hash_string(0, member), name),
					   json_string_value(value));
	return sum;
}

static struct item describe(const struct sarif_read_result *result)
{
	static const struct sarif_read_location nowhere;
	const struct sarif_read_location *at = result->n_locations ? result->locations : &nowhere;
	uint64_t rule = hash_string(UINT64_C(0xcbf29ce484222325), result->rule_id);
	uint64_t code = hash_fingerprints(result->json, "partialFingerprints", 0);
	const char *uri = at->uri;
	struct item item = { .partner = NONE };
	uint64_t file;

	code = hash_fingerprints(result->json, "fingerprints", code);
	while (uri && uri[0] == '.' && uri[1] == '/')
		uri += 2;
	file = hash_string(rule, uri);
	item.keys[SAME_MESSAGE] = hash_string(hash_string(file, at->function), result->message);
	item.keys[SAME_PLACE] =
		hash_number(hash_number(item.keys[SAME_MESSAGE], at->start_line), (int64_t)code);
	if (code) {
		item.keys[SAME_CODE] = hash_number(file, (int64_t)code);
		item.keys[SAME_CODE_AND_MESSAGE] =
			hash_string(item.keys[SAME_CODE], result->message);
		item.keys[MOVED_CODE] =
			hash_string(hash_number(rule, (int64_t)code), result->message);
	}
	item.content = hash_string(hash_number(file, (int64_t)code), result->message);
	item.content = hash_number(hash_number(item.content, result->level), result->kind);
	return item;
}

int sarif_match_add(struct sarif_match *match, enum sarif_match_side side,
		    const struct sarif_read_result *result)
{
	struct list *list = &match->lists[side];

	if (list->n == list->capacity) {
		size_t capacity = list->capacity ? 2 * list->capacity : 64;
		struct item *items;

		if (capacity > SIZE_MAX / sizeof(*items))
			return ENOMEM;
		items = realloc(list->items, capacity * sizeof(*items));
		if (!items)
			return ENOMEM;
		list->items = items;
		list->capacity = capacity;
	}
	list->items[list->n++] = describe(result);
	return 0;
}

/* One pass: each result takes the first of the baseline that has its key and is free. */
static void run_pass(struct sarif_match *match, enum pass pass, size_t *heads, size_t n_heads,
		     size_t *next)
{
	struct list *old = &match->lists[SARIF_MATCH_BASELINE];
	struct list *current = &match->lists[SARIF_MATCH_CURRENT];

	for (size_t i = 0; i < n_heads; i++)
		heads[i] = NONE;
	for (size_t i = old->n; i-- > 0;) {
		uint64_t key = old->items[i].keys[pass];
		size_t *head = &heads[key & (n_heads - 1)];

		if (!key || old->items[i].partner != NONE)
			continue;
		next[i] = *head;
		*head = i;
	}
	for (size_t i = 0; i < current->n; i++) {
		struct item *item = &current->items[i];
		uint64_t key = item->keys[pass];
		size_t *link = &heads[key & (n_heads - 1)];

		if (!key || item->partner != NONE)
			continue;
		while (*link != NONE && old->items[*link].keys[pass] != key)
			link = &next[*link];
		if (*link == NONE)
			continue;
		item->partner = *link;
		old->items[*link].partner = i;
		*link = next[*link];
	}
}

int sarif_match_run(struct sarif_match *match)
{
	size_t n = match->lists[SARIF_MATCH_BASELINE].n, n_heads = 1;
	size_t *heads, *next;
	int error = ENOMEM;

	for (int side = 0; side < 2; side++)
		for (size_t i = 0; i < match->lists[side].n; i++)
			match->lists[side].items[i].partner = NONE;
	while (n_heads < n)
		n_heads *= 2;
	heads = malloc(n_heads * sizeof(*heads));
	next = malloc((n + 1) * sizeof(*next));
	if (heads && next) {
		for (int pass = 0; pass < N_PASSES; pass++)
			run_pass(match, (enum pass)pass, heads, n_heads, next);
		error = 0;
	}
	free(heads);
	free(next);
	return error;
}

enum sarif_baseline_state sarif_match_state(const struct sarif_match *match,
					    enum sarif_match_side side, size_t index)
{
	const struct list *list = &match->lists[side], *other = &match->lists[!side];
	const struct item *item;

	if (index >= list->n)
		return SARIF_BASELINE_UNSET;
	item = &list->items[index];
	if (item->partner == NONE)
		return side == SARIF_MATCH_CURRENT ? SARIF_BASELINE_NEW : SARIF_BASELINE_ABSENT;
	return item->content == other->items[item->partner].content ? SARIF_BASELINE_UNCHANGED :
								      SARIF_BASELINE_UPDATED;
}

const char *sarif_baseline_state_name(enum sarif_baseline_state state)
{
	static const char *const names[] = {
		[SARIF_BASELINE_NEW] = "new",
		[SARIF_BASELINE_UNCHANGED] = "unchanged",
		[SARIF_BASELINE_UPDATED] = "updated",
		[SARIF_BASELINE_ABSENT] = "absent",
	};

	return (size_t)state < sizeof(names) / sizeof(names[0]) ? names[state] : NULL;
}
