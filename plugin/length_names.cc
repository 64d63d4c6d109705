/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which names are those of lengths, and of which bytes.
 */
#include "length_names.h"

/* Is NAME the sort of name that lengths have? */
bool is_length_name(const char *name)
{
	static const char *const parts[] = { "len", "size", "sz",    "bytes", "count", "cnt",
					     "Len", "Size", "Count", "Bytes", "LEN",   "SIZE" };

	if (!strcmp(name, "n") || !strcmp(name, "nb") || !strcmp(name, "limit"))
		return true;
	for (const char *part : parts)
		if (strstr(name, part))
			return true;
	return false;
}

/* buf_len, buflen, buf_size for buf. */
bool is_named_after(const char *length, const char *buffer)
{
	size_t n = strlen(buffer);

	return n > 1 && !strncmp(length, buffer, n) && is_length_name(length + n);
}

/*
 * The word that NAME, a length's, says whose length it is: "hdr" of hdr_len and
 * hdrlen, "" of len; *LENGTH: of how many characters.
 */
static const char *word_beside_length(const char *name, size_t *length)
{
	static const char *const parts[] = { "length", "len",   "size",  "sz",
					     "nbytes", "bytes", "count", "cnt" };
	size_t n = strlen(name);

	for (const char *part : parts) {
		size_t k = strlen(part);

		if (n >= k && !strcasecmp(name + n - k, part)) {
			for (n -= k; n && name[n - 1] == '_';)
				n--;
			break;
		}
		if (n > k && !strncasecmp(name, part, k) && (name[k] == '_' || ISUPPER(name[k]))) {
			name += k + (name[k] == '_');
			n = strlen(name);
			break;
		}
	}
	*length = n;
	return name;
}

static bool is_one_of(const char *word, size_t length, const char *const *words)
{
	for (; *words; words++)
		if (strlen(*words) == length && !strncasecmp(word, *words, length))
			return true;
	return false;
}

/* Do two words share their beginning, or is one the other with letters left out, as pkt is packet? */
static bool is_short_for(const char *word, size_t length, const char *name)
{
	size_t n = 0;

	if (!length || TOLOWER(*word) != TOLOWER(*name))
		return false;
	for (; *name && n < length; name++)
		n += TOLOWER(word[n]) == TOLOWER(*name);
	return n == length;
}

/* Can LENGTH, which stands beside the pointer BUFFER, be its length, going by their names? */
bool may_belong(const char *length, const char *buffer, bool is_void)
{
	static const char *const of_others[] = { "hdr", "header", "head", "extra",
						 "add", "align",  "step", NULL };
	static const char *const general[] = {
		"",      "n",     "nb",     "limit",  "buf",     "buffer",    "data",
		"msg",   "pkt",   "packet", "frame",  "payload", "in",        "out",
		"total", "tot",   "max",    "rx",     "tx",      "recv",      "resp",
		"rsp",   "req",   "evt",    "event",  "input",   "output",    "src",
		"dst",   "left",  "avail",  "body",   "pdu",     "blob",      "image",
		"fw",    "table", "desc",   "report", "raw",     "remaining", NULL
	};
	static const char *const cookies[] = { "context",  "ctx",       "opaque",  "priv",
					       "private",  "cookie",    "arg",     "closure",
					       "self",     "handle",    "dev",     "user",
					       "userdata", "user_data", "cb_data", NULL };
	size_t n;
	const char *word = word_beside_length(length, &n);

	if (is_void && is_one_of(buffer, strlen(buffer), cookies))
		return false;
	if (is_short_for(word, n, buffer))
		return true;
	return is_void ? is_one_of(word, n, general) : !is_one_of(word, n, of_others);
}

bool is_all_of(const char *length, const char *buffer)
{
	static const char *const of_all[] = { "",    "buf",   "buffer", "data", "msg", "packet",
					      "pkt", "frame", "total",  "tot",  NULL };
	size_t n = strlen(buffer), k;
	const char *word;

	if (!is_named_after(length, buffer))
		return false;
	word = word_beside_length(length + n, &k);
	if (k == strlen(length + n))
		return false; /* no word for a length: data_n */
	for (; k && *word == '_'; k--)
		word++;
	return is_one_of(word, k, of_all) && !strcasestr(length + n, "count") &&
	       !strcasestr(length + n, "cnt");
}

bool is_plain_length(const char *name)
{
	static const char *const plain[] = { "len", "length", "size", "nbytes", NULL };

	return is_one_of(name, strlen(name), plain);
}
