// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Parts of a log by folder: a folder with more findings than GitHub shows of a run is parted
 * into what lies in it, so that a finding stays in its part as long as its folder does not grow
 * beyond that.
 */
#include "github.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "folder.h"
#include "message.h"
#include "output.h"

static bool is_wanted(const struct emit *emit, const struct entry *entry)
{
	return entry->level > LC_LEVEL_NONE && !entry->suppressed &&
	       !(entry->path->outside && !emit->outside);
}

/* How bad: what is refuted before what is open, then by level. */
static unsigned badness(const struct entry *entry)
{
	return (unsigned)entry->level * 2 + (entry->verdict == LC_REFUTED);
}

size_t github_keep_worst(const struct emit *emit, size_t first, size_t n, bool *dropped)
{
	const unsigned worst = 2 * LC_LEVEL_ERROR + 1;
	size_t kept = 0, left_out = 0;

	for (unsigned bad = worst + 1; bad-- > 0;)
		for (size_t i = first; i < first + n; i++) {
			const struct entry *entry = &emit->merge->entries[i];

			if (!is_wanted(emit, entry) || badness(entry) != bad)
				continue;
			dropped[i] = kept >= GITHUB_RESULTS;
			left_out += dropped[i];
			kept += !dropped[i];
		}
	return left_out;
}

/* A part in the making. */
struct parting {
	struct emit *emit;
	const char *folder, *category;
	bool *dropped;
	unsigned n_parts;
	int error;
};

/* A name of a file from that of a folder of the sources. Caller frees. */
static char *file_name(const struct parting *p, const char *part)
{
	char *name = *part ? cli_format("%s/%s-%s.sarif", p->folder, p->category, part) :
			     cli_format("%s/%s.sarif", p->folder, p->category);

	for (char *c = name + strlen(p->folder) + 1; *c; c++)
		if (*c == '/')
			*c = '-';
	return name;
}

static void write_part(struct parting *p, const char *part, size_t first, size_t n)
{
	char *name = file_name(p, part);
	char *category = *part ? cli_format("%s/%s", p->category, part) : cli_strdup(p->category);
	size_t left_out = github_keep_worst(p->emit, first, n, p->dropped);
	struct emit emit = { .merge = p->emit->merge,
			     .category = category,
			     .outside = p->emit->outside,
			     .github = true,
			     .first = first,
			     .n = n,
			     .dropped = p->dropped };
	struct output output;
	int error = output_open(&output, name);

	if (!error) {
		error = emit_log(&emit, output_sink(&output));
		if (error)
			output_abandon(&output);
		else
			error = output_commit(&output);
	}
	if (error)
		cli_message("%s: cannot be written: %s", name, strerror(error));
	else if (left_out)
		cli_message(
			"%s: %zu findings beyond the %u that GitHub shows are left out, the worst are kept",
			name, left_out, GITHUB_RESULTS);
	for (int level = LC_LEVEL_NONE; level <= LC_LEVEL_ERROR; level++)
		p->emit->findings[level] += emit.findings[level];
	p->emit->left_out += emit.left_out;
	p->emit->n_suppressed += emit.n_suppressed;
	p->n_parts++;
	if (!p->error)
		p->error = error;
	emit_free(&emit);
	free(category);
	free(name);
}

/* How much of NAME is in the folder below one of LENGTH bytes; 0: it is a file there. */
static size_t next_folder(const char *name, size_t length)
{
	const char *slash = strchr(name + length, '/');

	return slash ? (size_t)(slash - name) : 0;
}

/* Writes the entries from FIRST on, which are all in the folder of the first LENGTH bytes of their names. */
static void part(struct parting *p, size_t length, size_t first, size_t n)
{
	const struct merge *merge = p->emit->merge;
	const char *name = merge->entries[first].path->name;
	char *folder = strndup(name, length);
	size_t wanted = 0;

	if (!folder)
		cli_fatal("out of memory");
	for (size_t i = first; i < first + n; i++)
		wanted += is_wanted(p->emit, &merge->entries[i]);
	if (!wanted && *folder) {
		free(folder);
		return;
	}
	if (wanted <= GITHUB_RESULTS) {
		write_part(p, folder, first, n);
		free(folder);
		return;
	}
	for (size_t i = first, end; i < first + n; i = end) {
		size_t skip = length ? length + 1 : 0;
		const char *own = merge->entries[i].path->name;
		size_t deeper = next_folder(own, skip);

		for (end = i + 1; end < first + n; end++) {
			const char *other = merge->entries[end].path->name;

			if (next_folder(other, skip) != deeper || strncmp(own, other, deeper) != 0)
				break;
		}
		if (deeper && deeper < strlen(own)) {
			part(p, deeper, i, end - i);
		} else {
			char *here = *folder ? cli_format("%s/files", folder) : cli_strdup("files");

			write_part(p, here, i, end - i);
			free(here);
		}
	}
	free(folder);
}

/* By folder, the files of each before its folders: what is to be parted stands together. */
static int by_folder(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	const char *x = a->path->name, *y = b->path->name;
	bool x_deeper, y_deeper;

	if (x == y)
		return (a->line > b->line) - (a->line < b->line);
	while (*x && *x == *y) {
		x++;
		y++;
	}
	x_deeper = strchr(x, '/');
	y_deeper = strchr(y, '/');
	if (x_deeper != y_deeper)
		return x_deeper ? 1 : -1;
	return (unsigned char)*x - (unsigned char)*y;
}

int github_emit(struct emit *emit, const char *folder, const char *category)
{
	struct merge *merge = emit->merge;
	struct parting p = { .emit = emit,
			     .folder = folder,
			     .category = category ? category : "layoutcheck",
			     .dropped = cli_alloc(merge->n_entries + 1) };
	int error = lc_make_folder(folder);

	if (error) {
		cli_message("%s: cannot be made: %s", folder, strerror(error));
		free(p.dropped);
		return error;
	}
	if (merge->n_entries)
		qsort(merge->entries, merge->n_entries, sizeof(*merge->entries), by_folder);
	if (merge->n_entries)
		part(&p, 0, 0, merge->n_entries);
	else
		write_part(&p, "", 0, 0);
	free(p.dropped);
	return p.error;
}
