// SPDX-License-Identifier: MIT
/*
 * File names in bytes to URI references (RFC 3986, RFC 8089) and back.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "internal.h"

static bool is_alpha(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

const char *sarif_uri_prefix(const char *path, const char **rest)
{
	*rest = path;
	if (path[0] == '/')
		return "file://";
	/* "./a" and ".//a" name a, and GitHub wants no "./". */
	while (path[0] == '.' && path[1] == '/') {
		path += 2;
		while (*path == '/')
			path++;
	}
	if (path[0] == '\0' && *rest != path)
		path = "."; /* an empty reference would name the document itself */
	*rest = path;
	return "";
}

size_t sarif_uri_encode_byte(unsigned char byte, char out[3])
{
	static const char hex[] = "0123456789ABCDEF";

	if (is_alpha(byte) || is_digit(byte) || (byte && strchr("-._~/", byte))) {
		out[0] = (char)byte;
		return 1;
	}
	out[0] = '%';
	out[1] = hex[byte >> 4];
	out[2] = hex[byte & 15];
	return 3;
}

char *sarif_uri_from_path(const char *path)
{
	const char *rest, *prefix = sarif_uri_prefix(path, &rest);
	size_t length = strlen(prefix), n = strlen(rest);
	char *uri;

	if (n > (SIZE_MAX - length - 1) / 3)
		return NULL;
	uri = malloc(length + 3 * n + 1);
	if (!uri)
		return NULL;
	memcpy(uri, prefix, length);
	for (; *rest; rest++)
		length += sarif_uri_encode_byte((unsigned char)*rest, uri + length);
	uri[length] = '\0';
	return uri;
}

/* Length of "scheme:" at the start of URI, 0 if it is a relative reference. */
static size_t scheme_length(const char *uri)
{
	size_t n = 0;

	if (!is_alpha((unsigned char)uri[0]))
		return 0;
	while (is_alpha((unsigned char)uri[n]) || is_digit((unsigned char)uri[n]) ||
	       (uri[n] && strchr("+-.", uri[n])))
		n++;
	return uri[n] == ':' ? n + 1 : 0;
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* The path part of a relative or file: URI, NULL if it names something else. */
static const char *path_part(const char *uri)
{
	size_t scheme = scheme_length(uri);

	if (scheme && (scheme != 5 || strncasecmp(uri, "file:", 5)))
		return NULL;
	uri += scheme;
	if (!strncmp(uri, "//", 2)) {
		uri += 2;
		if (!strncasecmp(uri, "localhost/", 10))
			uri += 9;
		if (!scheme || *uri != '/')
			return NULL; /* on another host */
	}
	if (scheme && *uri != '/')
		return NULL;
	return uri;
}

char *sarif_path_from_uri(const char *uri)
{
	const char *from = path_part(uri);
	char *path, *to;

	if (!from)
		return NULL;
	path = to = malloc(strlen(from) + 1);
	if (!path)
		return NULL;
	for (; *from; from++) {
		if (*from == '%') {
			int high = hex_digit(from[1]);
			int low = high < 0 ? -1 : hex_digit(from[2]);

			if (low < 0 || high + low == 0)
				goto malformed;
			*to++ = (char)(high << 4 | low);
			from += 2;
		} else if (*from == '?' || *from == '#') {
			goto malformed; /* a query or a fragment is no part of a file name */
		} else {
			*to++ = *from;
		}
	}
	*to = '\0';
	return path;

malformed:
	free(path);
	return NULL;
}
