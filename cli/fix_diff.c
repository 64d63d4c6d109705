// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What changed, by diff(1): as a patch to show, and as hunks to reckon with.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "fix.h"
#include "message.h"
#include "run.h"

/* A name in a patch's header: quoted as git and GNU patch read it, if it must be. */
static char *label(const char *prefix, const char *name)
{
	char *text = cli_alloc(strlen(prefix) + 4 * strlen(name) + 4), *to = text;
	bool quote = false, space = false;

	for (const unsigned char *p = (const unsigned char *)name; *p; p++) {
		quote |= *p < ' ' || *p >= 0x7f || *p == '"' || *p == '\\';
		space |= *p == ' ';
	}
	if (quote)
		*to++ = '"';
	to = stpcpy(to, prefix);
	for (const unsigned char *p = (const unsigned char *)name; *p; p++)
		if (*p < ' ' || *p >= 0x7f)
			to += sprintf(to, "\\%03o", *p);
		else {
			if (*p == '"' || *p == '\\')
				*to++ = '\\';
			*to++ = (char)*p;
		}
	if (quote)
		*to++ = '"';
	else if (space)
		*to++ = '\t'; /* ends the name */
	*to = '\0';
	return text;
}

int fix_run(const char *folder, char *const argv[], const char *out, const char *log)
{
	/* spatch's matching recurses deeply on long functions. */
	return run(argv, &(struct run_as){ .folder = folder,
					   .in = "/dev/null",
					   .out = out,
					   .err = log,
					   .c_locale = true,
					   .large_stack = true });
}

char *fix_diff(const char *folder, const char *old, const char *new, const char *name, int context,
	       size_t *length)
{
	bool absolute = name[0] == '/';
	char *a = label(absolute ? "" : "a/", name), *b = label(absolute ? "" : "b/", name);
	char *out = cli_format("%s.diff", new), *log = cli_format("%s.log", new);
	char *lines = cli_format("-U%d", context), *path = cli_format("%s/%s", folder, out);
	char *const argv[] = { "diff",    "-p", lines,       "--label",   a,
			       "--label", b,    (char *)old, (char *)new, NULL };
	int status = fix_run(folder, argv, out, log);
	char *diff = status == 0 || status == 1 ? file_read(path, length) : NULL;

	free(a);
	free(b);
	free(out);
	free(log);
	free(lines);
	free(path);
	return diff;
}

struct fix_hunk *fix_hunks(const char *diff, size_t *n)
{
	struct fix_hunk *hunks = NULL;
	size_t capacity = 0;

	*n = 0;
	for (const char *line = diff; line && *line; line = strchr(line, '\n')) {
		struct fix_hunk hunk = { .n_old = 1, .n_new = 1 };
		char *end;

		line += *line == '\n';
		if (strncmp(line, "@@ -", 4) != 0)
			continue;
		hunk.old = (int)strtol(line + 4, &end, 10);
		if (*end == ',')
			hunk.n_old = (int)strtol(end + 1, &end, 10);
		hunk.new = (int)strtol(end + strcspn(end, "+") + 1, &end, 10);
		if (*end == ',')
			hunk.n_new = (int)strtol(end + 1, &end, 10);
		CLI_GROW(hunks, *n, capacity);
		hunks[(*n)++] = hunk;
	}
	return hunks;
}

int fix_line_after(const struct fix_hunk *hunks, size_t n, int line)
{
	int shift = 0;

	for (size_t i = 0; i < n; i++) {
		/* Of nothing, diff names the line before. */
		int first = hunks[i].old + !hunks[i].n_old;

		if (line < first)
			break;
		if (line < first + hunks[i].n_old)
			return 0;
		shift += hunks[i].n_new - hunks[i].n_old;
	}
	return line + shift;
}
