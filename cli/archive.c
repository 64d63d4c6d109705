// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Walks the members of an ar archive, thin ones too: those hold only names, and
 * libelf sees nothing in them. Format: ar(5), GNU and BSD long names.
 */
#include <ar.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "records.h"

struct archive {
	struct visit *visit;
	const char *path;
	const char *bytes;
	size_t size;
	bool thin;
	const char *long_names; /* NULL until met */
	size_t long_names_size;
};

/* A decimal field of a header, padded with spaces; false if it is anything else. */
static bool parse_number(const char *field, size_t n, size_t *value)
{
	size_t i = 0;

	*value = 0;
	for (; i < n && field[i] >= '0' && field[i] <= '9'; i++)
		*value = 10 * *value + (size_t)(field[i] - '0');
	if (!i)
		return false;
	for (; i < n; i++)
		if (field[i] != ' ')
			return false;
	return true;
}

static char *copy(const char *text, size_t n)
{
	char *string = cli_alloc(n + 1);

	memcpy(string, text, n);
	return string;
}

/*
 * The name of the member with HEADER, of which *SIZE bytes at *DATA follow; a BSD
 * long name is taken off them. Caller frees. NULL: the name leads nowhere.
 */
static char *member_name(const struct archive *archive, const struct ar_hdr *header,
			 const char **data, size_t *size)
{
	size_t offset, n;
	const char *end;

	if (header->ar_name[0] == '/' && archive->long_names) {
		/* "/123" or, for a member of a nested thin archive, "/123:456". */
		n = strcspn(header->ar_name + 1, ": ");
		if (n > sizeof(header->ar_name) - 1 ||
		    !parse_number(header->ar_name + 1, n, &offset) ||
		    offset >= archive->long_names_size)
			return NULL;
		end = memchr(archive->long_names + offset, '\n', archive->long_names_size - offset);
		n = end ? (size_t)(end - archive->long_names) - offset :
			  archive->long_names_size - offset;
		if (n && archive->long_names[offset + n - 1] == '/')
			n--;
		return copy(archive->long_names + offset, n);
	}
	if (!strncmp(header->ar_name, "#1/", 3) && !archive->thin) {
		if (!parse_number(header->ar_name + 3, sizeof(header->ar_name) - 3, &n) ||
		    n > *size)
			return NULL;
		*data += n;
		*size -= n;
		return copy(*data - n, strnlen(*data - n, n));
	}
	n = sizeof(header->ar_name);
	while (n && header->ar_name[n - 1] == ' ')
		n--;
	if (n && header->ar_name[n - 1] == '/')
		n--;
	return n ? copy(header->ar_name, n) : NULL;
}

/* A member of a thin archive lies in a file of its own, named from the archive's folder. */
static void read_thin_member(const struct archive *archive, const char *name)
{
	const char *slash = strrchr(archive->path, '/');
	char *path = name[0] == '/' || !slash ? cli_strdup(name) :
						cli_format("%.*s/%s", (int)(slash - archive->path),
							   archive->path, name);

	visit_file(archive->visit, path, true);
	free(path);
}

static void read_member(const struct archive *archive, const char *name, const char *data,
			size_t size)
{
	char *container = cli_format("%s(%s)", archive->path, name);

	if (size >= 4 && !memcmp(data, "\177ELF", 4))
		object_read(archive->visit, container, NULL, data, size);
	else
		visit_unchecked(archive->visit, container, NULL, data, size,
				"is not an ELF object");
	free(container);
}

/* True for the symbol index, which is no member. */
static bool is_index(const struct ar_hdr *header)
{
	return !strncmp(header->ar_name, "/ ", 2) || !strncmp(header->ar_name, "/SYM64/ ", 8) ||
	       !strncmp(header->ar_name, "__.SYMDEF", 9);
}

/* Reads the member at OFFSET and returns where the next one begins, 0 after a problem. */
static size_t read_next(struct archive *archive, size_t offset)
{
	const struct ar_hdr *header = (const void *)(archive->bytes + offset);
	const char *data = archive->bytes + offset + sizeof(*header);
	size_t left = archive->size - offset, size, next;
	char *name;

	if (left < sizeof(*header) || memcmp(header->ar_fmag, ARFMAG, 2) ||
	    !parse_number(header->ar_size, sizeof(header->ar_size), &size)) {
		visit_problem(archive->visit, archive->path, 0,
			      "damaged archive: expected a member's header at byte %zu", offset);
		return 0;
	}
	left -= sizeof(*header);
	next = offset + sizeof(*header);
	/* In a thin archive only the tables have bytes of their own. */
	if (!archive->thin || is_index(header) || !strncmp(header->ar_name, "// ", 3)) {
		if (size > left) {
			visit_problem(
				archive->visit, archive->path, 0,
				"cut short: the member at byte %zu has %zu bytes, expected %zu",
				offset, left, size);
			return 0;
		}
		next += size + (size & 1);
	}
	if (is_index(header))
		return next;
	if (!strncmp(header->ar_name, "// ", 3)) {
		archive->long_names = data;
		archive->long_names_size = size;
		return next;
	}
	name = member_name(archive, header, &data, &size);
	if (!name)
		visit_problem(archive->visit, archive->path, 0,
			      "damaged archive: the member at byte %zu has no name", offset);
	else if (archive->thin)
		read_thin_member(archive, name);
	else
		read_member(archive, name, data, size);
	free(name);
	return next;
}

void archive_read(struct visit *visit, const char *path, const char *bytes, size_t size)
{
	struct archive archive = {
		.visit = visit,
		.path = path,
		.bytes = bytes,
		.size = size,
		.thin = !memcmp(bytes, "!<thin>\n", 8),
	};

	for (size_t offset = 8; offset && offset < size;)
		offset = read_next(&archive, offset);
}
