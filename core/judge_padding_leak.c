/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * lc-padding-leak: of an object that leaves, every byte was written before,
 * padding among them.
 */
#include "judges.h"

#include "evidence.h"
#include "leaving.h"
#include "unit.h"

#define BYTE 8u
#define MAX_DEPTH 8
#define NAMED 2 /* in one message */

/* The members of one object that nobody has written, and the padding between them. */
struct search {
	struct lc_arena *arena;
	const struct lc_leaving *leaving;
	unsigned char *covered; /* by byte of the object: a member has it */
	const char *text[NAMED];
	size_t n;
	bool fields, whole;
};

static bool is_never(const struct search *s, uint64_t byte)
{
	return byte >= s->leaving->first && byte < s->leaving->end &&
	       s->leaving->written[byte] == LC_WRITTEN_NEVER;
}

static void say(struct search *s, const char *text)
{
	if (s->n < NAMED)
		s->text[s->n] = text;
	s->n++;
}

/* How many bytes from FIRST to END leave unwritten. */
static uint64_t count_never(const struct search *s, uint64_t first, uint64_t end)
{
	uint64_t n = 0;

	for (uint64_t i = first; i < end && i < s->leaving->end; i++)
		n += is_never(s, i);
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
	uint64_t never = count_never(s, first, end);

	if (!never)
		return;
	s->fields = true;
	if (*path && never == end - first)
		say(s, lc_arena_printf(s->arena, "'%s'", path));
	else
		say(s, lc_arena_printf(s->arena, "%llu byte%s%s%s%s", (unsigned long long)never,
				       never == 1 ? "" : "s", *path ? " of '" : "", path,
				       *path ? "'" : ""));
}

static void look_at_padding(struct search *s, uint64_t first, uint64_t end, const char *before)
{
	for (uint64_t i = first, n; i < end; i += n ? n : 1) {
		for (n = 0; i + n < end && is_never(s, i + n) && !s->covered[i + n]; n++)
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
	    depth == MAX_DEPTH || count_never(s, at, at + width) == width) {
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

	if (s->n > 1)
		text = lc_arena_printf(s->arena, "%s%s%s", text, s->n == 2 ? " and " : ", ",
				       s->text[1]);
	if (s->n > NAMED)
		text = lc_arena_printf(s->arena, "%s, and %zu more", text, s->n - NAMED);
	return text;
}

static void find_never(struct search *s)
{
	const struct lc_leaving *l = s->leaving;
	uint64_t size = l->type->size / BYTE;

	s->whole = count_never(s, l->first, l->end) == l->end - l->first;
	s->covered = lc_arena_alloc(s->arena, l->end);
	if (!s->covered || !size || s->whole)
		return;
	for (uint64_t at = 0; at + size <= l->end; at += size)
		if (count_never(s, at, at + size))
			look_at(s, l->type, "", at, size, 0);
	/* What leaves may end within an element. */
	if (l->end % size && count_never(s, l->end - l->end % size, l->end))
		look_at(s, l->type, "", l->end - l->end % size, size, 0);
}

static const char *destination(enum lc_model_exit leaves)
{
	static const char *const names[] = { "user space", "the network", "a file", "a device" };

	return names[leaves];
}

void lc_judge_padding_leak(struct lc_unit *unit, struct lc_conversion *c)
{
	const struct lc_rule *rule = lc_rule_find("lc-padding-leak");
	const struct lc_leaving *l = c->leaving;
	struct lc_judgement *j = lc_conversion_add_judgement(unit, c);
	struct search s = { .arena = &unit->arena, .leaving = l };
	bool perhaps = false;

	if (!j)
		return;
	j->rule = rule;
	j->place = c->cast;
	j->verdict = LC_OPEN;
	j->how = "what leaves is not known";
	if (!l)
		return;
	for (uint64_t i = l->first; i < l->end && l->type; i++)
		perhaps |= l->written[i] != LC_WRITTEN_ALWAYS;
	if (l->type)
		find_never(&s);
	if (!s.n && !s.whole) {
		j->verdict = perhaps ? LC_OPEN : LC_PROVEN;
		j->how = perhaps ? "some bytes may not have been written" :
				   "every byte is written before";
		j->assumes = l->assumes;
		return;
	}
	j->verdict = LC_REFUTED;
	j->how = s.whole ? "no byte is written before" :
			   lc_arena_printf(&unit->arena, "nobody has written %s", listed(&s));
	/* What was once in memory tells a file or a device of one's own little. */
	j->level = lc_rule_level(unit, rule,
				 l->leaves == LC_TO_USER || l->leaves == LC_TO_NETWORK ?
					 LC_LEVEL_ERROR :
				 s.fields || s.whole ? LC_LEVEL_WARNING :
						       LC_LEVEL_NOTE);
	j->message = lc_arena_printf(
		&unit->arena, "'%s' goes to %s by '%s ()' with %s", l->object,
		destination(l->leaves), l->by,
		s.whole ?
			"nothing written in it" :
			lc_arena_printf(&unit->arena, "%s, which nobody has written", listed(&s)));
	lc_evidence_step(&unit->arena, j, LC_STEP_ORIGIN, l->begins,
			 lc_arena_printf(&unit->arena, "'%s' is %s here, and not cleared",
					 l->object, l->allocated ? "allocated" : "declared"));
	lc_evidence_step(&unit->arena, j, LC_STEP_ACCESS, c->cast,
			 lc_arena_printf(&unit->arena, "%llu bytes of it leave here",
					 (unsigned long long)(l->end - l->first)));
}
