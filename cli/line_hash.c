// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * primaryLocationLineHash: a rolling hash over 100 UTF-16 code units from the
 * start of a line on, white space left out. It must match the upload action's.
 */
#include "line_hash.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "map.h"
#include "message.h"
#include "utf16.h"

#define BLOCK 100 /* code units that a hash covers */
#define FACTOR 37u
#define END_OF_FILE 0xffffu /* hashed as one more unit at the end */

struct roller {
	uint64_t hash, oldest_factor; /* FACTOR to the power of BLOCK */
	uint16_t window[BLOCK];
	size_t pending[BLOCK]; /* line whose block began at this slot, 0: none */
	unsigned at;
	bool line_start, after_cr;
	struct line_hash *lines;
	size_t n_lines, capacity;
	struct map seen; /* hash to the number of lines that have it */
};

/* The block of the line that began in the current slot is full: its hash is known. */
static void settle(struct roller *r)
{
	size_t line = r->pending[r->at];
	struct map_slot *slot;
	uintptr_t count;

	if (!line)
		return;
	slot = map_put(&r->seen, &r->hash, sizeof(r->hash));
	count = (uintptr_t)slot->value + 1;
	slot->value = (void *)count;
	r->lines[line - 1] = (struct line_hash){ .hash = r->hash, .nth = (unsigned)count };
	r->pending[r->at] = 0;
}

static void push(struct roller *r, uint16_t unit)
{
	r->hash = FACTOR * r->hash + unit - r->oldest_factor * r->window[r->at];
	r->window[r->at] = unit;
	r->at = (r->at + 1) % BLOCK;
}

static void take(struct roller *r, uint16_t unit)
{
	if (unit == ' ' || unit == '\t' || (r->after_cr && unit == '\n')) {
		r->after_cr = false;
		return;
	}
	r->after_cr = unit == '\r';
	if (unit == '\r')
		unit = '\n';
	settle(r);
	if (r->line_start) {
		CLI_GROW(r->lines, r->n_lines, r->capacity);
		r->lines[r->n_lines++] = (struct line_hash){ 0 };
		r->pending[r->at] = r->n_lines;
	}
	r->line_start = unit == '\n';
	push(r, unit);
}

struct line_hash *line_hash_file(const char *text, size_t n, size_t *n_lines)
{
	struct roller r = { .line_start = true, .oldest_factor = 1 };

	for (int i = 0; i < BLOCK; i++)
		r.oldest_factor *= FACTOR;
	for (size_t i = 0; i < n;) {
		uint16_t units[2];
		unsigned count;

		i += utf16_decode((const unsigned char *)text + i, n - i, units, &count);
		for (unsigned j = 0; j < count; j++)
			take(&r, units[j]);
	}
	take(&r, END_OF_FILE);
	for (int i = 0; i < BLOCK; i++) {
		settle(&r);
		push(&r, 0);
	}
	map_free(&r.seen);
	*n_lines = r.n_lines;
	return r.lines;
}

void line_hash_text(const struct line_hash *hash, char text[LINE_HASH_TEXT])
{
	snprintf(text, LINE_HASH_TEXT, "%llx:%u", (unsigned long long)hash->hash, hash->nth);
}
