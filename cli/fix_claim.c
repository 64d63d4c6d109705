// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * After spatch: a helper takes only types that claim to be from-bytes. One that is
 * defined in the source itself is marked there; another is claimed below the includes.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fix.h"
#include "message.h"

#define MARK "LC_FROM_BYTES "

/* TEXT with WHAT put in at AT; TEXT is freed. */
static char *insert(char *text, const char *at, const char *what)
{
	size_t before = (size_t)(at - text), length = strlen(text), more = strlen(what);
	char *whole = cli_realloc(NULL, length + more + 1, 1);

	memcpy(whole, text, before);
	memcpy(whole + before, what, more);
	memcpy(whole + before + more, at, length - before + 1);
	free(text);
	return whole;
}

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/*
 * Where `struct tag {` is defined in TEXT, at its tag; NULL if nowhere. *MARKED: with marks of
 * layoutcheck.h before the tag.
 */
static const char *tag_at_definition(const char *text, const char *type, bool *marked)
{
	const char *tag = strrchr(type, ' ') + 1;
	size_t length = strlen(tag), n_keyword = strcspn(type, " ");

	for (const char *p = strstr(text, tag); p; p = strstr(p + 1, tag)) {
		const char *behind = p + length + strspn(p + length, " \t\n"), *before = p;

		if (p == text || is_word(p[-1]) || is_word(p[length]) || *behind != '{')
			continue;
		*marked = false;
		for (;;) {
			const char *end;

			while (before > text && strchr(" \t", before[-1]))
				before--;
			for (end = before; before > text && is_word(before[-1]);)
				before--;
			if (end == before || strncmp(before, "LC_", 3))
				break;
			*marked = true;
		}
		if (!strncmp(before, type, n_keyword) && !is_word(before[n_keyword]))
			return p;
	}
	return NULL;
}

/* Where `} name;` ends the definition of a typedef in TEXT, at the name; NULL if nowhere. */
static const char *name_at_definition(const char *text, const char *name)
{
	size_t length = strlen(name);

	for (const char *p = strstr(text, name); p; p = strstr(p + 1, name)) {
		const char *before = p, *behind = p + length + strspn(p + length, " \t");

		while (before > text && strchr(" \t", before[-1]))
			before--;
		if (before > text && before[-1] == '}' && *behind == ';')
			return p;
	}
	return NULL;
}

/* Behind the last #include that no condition guards; the start of TEXT if there is none. */
static const char *below_includes(const char *text)
{
	const char *place = text;
	int depth = 0;

	for (const char *line = text; *line;) {
		size_t length = strcspn(line, "\n");
		const char *next = line + length + (line[length] == '\n');
		const char *word = line + strspn(line, " \t");

		if (*word == '#') {
			word += 1 + strspn(word + 1, " \t");
			if (!strncmp(word, "if", 2))
				depth++;
			else if (!strncmp(word, "endif", 5))
				depth--;
			else if (!strncmp(word, "include", 7) && !depth)
				place = next;
		}
		line = next;
	}
	return place;
}

/* Is TYPE one of C's own, which claim all there is? */
static bool is_scalar(const char *type)
{
	static const char *const names[] = { "char",     "short",  "int",   "long",
					     "unsigned", "signed", "float", "double" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (!strncmp(type, names[i], strlen(names[i])) && !is_word(type[strlen(names[i])]))
			return true;
	return strlen(type) > 2 && !strcmp(type + strlen(type) - 2, "_t") && strchr("iu", *type);
}

char *fix_claim(char *text, const char *type)
{
	bool tagged = !strncmp(type, "struct ", 7) || !strncmp(type, "union ", 6), marked = false;
	const char *at = tagged ? tag_at_definition(text, type, &marked) :
				  name_at_definition(text, type);
	char *claim = cli_format("LC_CLAIM(%s, \"from-bytes\");\n", type);

	if (marked || strpbrk(type, "[*") || is_scalar(type) || strstr(text, claim)) {
		/* It claims enough as it is. */
	} else if (at) {
		text = insert(text, at, MARK);
	} else {
		at = below_includes(text);
		if (!strncmp(at, "\nLC_CLAIM(", 10)) {
			text = insert(text, at + 1, claim);
		} else {
			char *apart = cli_format("\n%s%s", claim, *at == '\n' ? "" : "\n");

			text = insert(text, at, apart);
			free(apart);
		}
	}
	free(claim);
	return text;
}
