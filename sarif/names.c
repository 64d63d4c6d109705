// SPDX-License-Identifier: MIT
/*
 * The names that the standard gives to levels and kinds.
 */
#include <string.h>

#include "sarif.h"

static const char *const level_names[] = {
	[SARIF_LEVEL_UNSET] = NULL,    [SARIF_LEVEL_NONE] = "none",
	[SARIF_LEVEL_NOTE] = "note",   [SARIF_LEVEL_WARNING] = "warning",
	[SARIF_LEVEL_ERROR] = "error",
};

static const char *const kind_names[] = {
	[SARIF_KIND_UNSET] = NULL,
	[SARIF_KIND_FAIL] = "fail",
	[SARIF_KIND_PASS] = "pass",
	[SARIF_KIND_OPEN] = "open",
	[SARIF_KIND_INFORMATIONAL] = "informational",
	[SARIF_KIND_NOT_APPLICABLE] = "notApplicable",
	[SARIF_KIND_REVIEW] = "review",
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char *name_of(const char *const *names, size_t n, unsigned value)
{
	return value < n ? names[value] : NULL;
}

static size_t value_of(const char *const *names, size_t n, const char *name)
{
	for (size_t i = 1; name && i < n; i++)
		if (!strcmp(names[i], name))
			return i;
	return 0;
}

const char *sarif_level_name(enum sarif_level level)
{
	return name_of(level_names, COUNT(level_names), (unsigned)level);
}

const char *sarif_kind_name(enum sarif_kind kind)
{
	return name_of(kind_names, COUNT(kind_names), (unsigned)kind);
}

enum sarif_level sarif_level_parse(const char *name)
{
	return (enum sarif_level)value_of(level_names, COUNT(level_names), name);
}

enum sarif_kind sarif_kind_parse(const char *name)
{
	return (enum sarif_kind)value_of(kind_names, COUNT(kind_names), name);
}
