/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The text of source files, for what the compiler no longer knows of it:
 * the conditionals around a declaration.
 */
#include "analysis.h"
#include "plugin.h"

#define MAX_TEXT (8u << 20) /* bytes */

struct text {
	const char *name; /* as in places: one pointer a file */
	const char *text; /* NULL: cannot be read */
};
static vec<text> texts;

static const char *read_text(const char *path)
{
	FILE *file = fopen(path, "rb");
	char *text;
	long size;

	if (!file)
		return NULL;
	if (fseek(file, 0, SEEK_END) || (size = ftell(file)) < 0 || size > (long)MAX_TEXT) {
		fclose(file);
		return NULL;
	}
	rewind(file);
	text = XNEWVEC(char, size + 1);
	text[fread(text, 1, (size_t)size, file)] = '\0';
	fclose(file);
	return text;
}

const char *source_text(const char *name)
{
	struct text entry = { name, NULL };

	for (const struct text &known : texts)
		if (known.name == name)
			return known.text;
	entry.text = read_text(real_name(name));
	texts.safe_push(entry);
	return entry.text;
}
