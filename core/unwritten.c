/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which members of an object, and which padding, have the bytes that somebody
 * has, or has not, written: as a reader of C would say it.
 */
#include "unwritten.h"

#include <string.h>

#define BYTE 8u
#define MAX_DEPTH 8
#define NAMED 2 /* in one message */

struct search {
	struct lc_arena *arena;
	const struct lc_leaving *leaving;
	enum lc_written state; /* of the bytes that are looked for */
	bool only_padding;
	unsigned char *covered; /* by byte of the object: a member has it */
	struct lc_unwritten *found;
	const char *text[NAMED];
};

static bool is_wanted(const struct search *s, uint64_t byte)
{
	return byte >= s->leaving->first && byte < s->leaving->end &&
	       s->leaving->written[byte] == s->state;
}

static void say(struct search *s, const char *text)
{
	if (s->found->n < NAMED)
		s->text[s->found->n] = text;
	s->found->n++;
}

/* How many bytes from FIRST to END leave unwritten. */
static uint64_t count_wanted(const struct search *s, uint64_t first, uint64_t end)
{
	uint64_t n = 0;

	for (uint64_t i = first; i < end && i < s->leaving->end; i++)
		n += is_wanted(s, i);
	return n;
}

static const char *joined(struct search *s, const char *path, const char *name)
{
	const char *text;

	if (!*path || !name)
		return name ? name : path;
	text = lc_arena_printf(s->arena, "%s.%s", path, name);
	return text ? text : name;
}

/* The bytes FIRST to END, all of them a member's that is called PATH. */
static void look_at_member(struct search *s, const char *path, uint64_t first, uint64_t end)
{
	uint64_t n = count_wanted(s, first, end);

	if (!n || s->only_padding)
		return;
	s->found->members = true;
	if (*path && n == end - first)
		say(s, lc_arena_printf(s->arena, "'%s'", path));
	else
		say(s, lc_arena_printf(s->arena, "%llu byte%s%s%s%s", (unsigned long long)n,
				       n == 1 ? "" : "s", *path ? " of '" : "", path,
				       *path ? "'" : ""));
}

static void look_at_padding(struct search *s, uint64_t first, uint64_t end, const char *before)
{
	for (uint64_t i = first, n; i < end; i += n ? n : 1) {
		for (n = 0; i + n < end && is_wanted(s, i + n) && !s->covered[i + n]; n++)
			;
		if (n)
			say(s, lc_arena_printf(s->arena, "%llu byte%s of padding%s%s%s",
					       (unsigned long long)n, n == 1 ? "" : "s",
					       before ? " after '" : "", before ? before : "",
					       before ? "'" : ""));
	}
}

static void cover(struct search *s, uint64_t first, uint64_t end)
{
	for (uint64_t i = first; i < end && i < s->leaving->end; i++)
		s->covered[i] = 1;
}

static void look_at(struct search *s, const struct lc_type *type, const char *path, uint64_t at,
		    uint64_t width, unsigned depth);

/* Byte for byte, the padding behind FIELD up to where the next one starts. */
static void look_behind(struct search *s, const struct lc_type *record, size_t i, const char *path,
			uint64_t at)
{
	const struct lc_field *field = &record->fields[i];
	uint64_t end = at + (field->offset + field->width + BYTE - 1) / BYTE;
	uint64_t next = at + record->size / BYTE;

	for (size_t k = 0; k < record->n_fields; k++) {
		uint64_t start = at + record->fields[k].offset / BYTE;

		if (k != i && start >= end && start < next && record->fields[k].width)
			next = start;
	}
	look_at_padding(s, end, next, path);
}

static void look_at_record(struct search *s, const struct lc_type *record, const char *path,
			   uint64_t at, unsigned depth)
{
	for (size_t i = 0; i < record->n_fields; i++) {
		const struct lc_field *field = &record->fields[i];

		look_at(s, field->type, joined(s, path, field->name), at + field->offset / BYTE,
			(field->offset % BYTE + field->width + BYTE - 1) / BYTE, depth + 1);
		look_behind(s, record, i, joined(s, path, field->name), at);
	}
}

/* A union is a member like any other: whichever of its own was meant, its bytes are there. */
static void look_at(struct search *s, const struct lc_type *type, const char *path, uint64_t at,
		    uint64_t width, unsigned depth)
{
	const struct lc_type *element = lc_type_element(type);
	uint64_t size = element->size / BYTE;

	if (element->kind != LC_TYPE_RECORD || element->unread || !element->n_fields || !size ||
	    depth == MAX_DEPTH || (!s->only_padding && count_wanted(s, at, at + width) == width)) {
		look_at_member(s, path, at, at + width);
		cover(s, at, at + width);
		return;
	}
	for (uint64_t i = 0; i + size <= width; i += size)
		look_at_record(s, element, path, at + i, depth);
	cover(s, at, at + width);
}

/* "3 bytes of padding after 'type' and 'reserved', and 2 more". */
static const char *listed(const struct search *s)
{
	const char *text = s->text[0];
	size_t n = s->found->n;

	if (n > 1)
		text = lc_arena_printf(s->arena, "%s%s%s", text, n == 2 ? " and " : ", ",
				       s->text[1]);
	if (n > NAMED)
		text = lc_arena_printf(s->arena, "%s, and %zu more", text, n - NAMED);
	return text;
}

void lc_unwritten_find(struct lc_arena *arena, const struct lc_leaving *l, enum lc_written state,
		       bool only_padding, struct lc_unwritten *found)
{
	struct search s = { .arena = arena,
			    .leaving = l,
			    .state = state,
			    .only_padding = only_padding,
			    .found = found };
	uint64_t size = l->type ? l->type->size / BYTE : 0;

	memset(found, 0, sizeof(*found));
	if (!l->type)
		return;
	found->whole = l->end > l->first && count_wanted(&s, l->first, l->end) == l->end - l->first;
	s.covered = lc_arena_alloc(arena, l->end);
	if (!s.covered || !size || (found->whole && !only_padding))
		return;
	for (uint64_t at = 0; at + size <= l->end; at += size)
		if (count_wanted(&s, at, at + size))
			look_at(&s, l->type, "", at, size, 0);
	/* What is looked at may end within an element. */
	if (l->end % size && count_wanted(&s, l->end - l->end % size, l->end))
		look_at(&s, l->type, "", l->end - l->end % size, size, 0);
	found->text = listed(&s);
}
