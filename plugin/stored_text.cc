/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the source text says of a value that is stored. On a machine whose order it is,
 * h->length = cpu_to_le16 (len) leaves nothing behind but its text.
 */
#include "analysis.h"
#include "plugin.h"

/* The text of what STORE stores, up to *END; NULL if it cannot be found. */
static const char *text_of_stored(struct lc_unit *unit, gimple *store, const char **end)
{
	struct lc_place place = place_of(unit, gimple_location(store));
	const char *text = place.line && !from_macro_expansion_at(gimple_location(store)) ?
				   source_text(place.file) :
				   NULL;

	for (int line = 1; text && line < place.line; line++) {
		text = strchr(text, '\n');
		text = text ? text + 1 : NULL;
	}
	if (!text)
		return NULL;
	*end = text + strcspn(text, ";{}");
	text = (const char *)memchr(text, '=', (size_t)(*end - text));
	return text && **end == ';' && text[1] != '=' && !strchr("=!<>&|^%/", text[-1]) ? text + 1 :
											  NULL;
}

/* Is there a call in the text from TEXT to END, or a macro that looks like one; or, if CONSTANT, any name? */
static bool has_call(const char *text, const char *end, bool constant)
{
	static const char *const plain[] = { "sizeof", "offsetof", "struct", "union" };
	bool sized = false;

	while (text < end) {
		size_t n = 0;
		bool known = false;

		if (!ISIDST(*text)) {
			/* 0x1fUL is no name. */
			do
				text++;
			while (ISDIGIT(text[-1]) && ISIDNUM(*text));
			continue;
		}
		while (ISIDNUM(text[n]))
			n++;
		for (const char *word : plain)
			known |= strlen(word) == n && !strncmp(text, word, n);
		sized |= known;
		text += n;
		if (!known && constant && !sized)
			return true;
		if (!known && text[strspn(text, " \t\n")] == '(')
			return true;
	}
	return false;
}

/* May what STORE stores have been turned, as a CONSTANT or not: does its text hold a call, or is it out of sight? */
bool stored_by_call(struct lc_unit *unit, gimple *store, bool constant)
{
	const char *end, *text = text_of_stored(unit, store, &end);

	return !text || has_call(text, end, constant);
}
