/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * GCC's locations as places.
 */
#include "analysis.h"
#include "plugin.h"

/* The names that -ffile-prefix-map gave files, and what they are really called. */
struct renamed {
	const char *real, *mapped;
};
static vec<renamed> names;

const char *mapped_name(const char *real)
{
	struct renamed name = { real, real };

	for (const struct renamed &known : names)
		if (known.real == real)
			return known.mapped;
	/* GCC may hand out memory that it collects again. */
	name.mapped = xstrdup(lc_remap(real));
	names.safe_push(name);
	return name.mapped;
}

const char *real_name(const char *mapped)
{
	for (const struct renamed &known : names)
		if (!strcmp(known.mapped, mapped))
			return known.real;
	return mapped;
}

struct lc_place place_of(struct lc_unit *unit, location_t where)
{
	struct lc_place place = {};
	expanded_location start, finish;
	source_range range;

	(void)unit;
	if (where == UNKNOWN_LOCATION)
		return place;
	/* expand_location() gives a place in a macro as where the macro is used. */
	range = get_range_from_loc(line_table, where);
	start = expand_location(range.m_start);
	finish = expand_location(range.m_finish);
	if (!start.file || !start.line)
		return place;
	place.handle = where;
	place.file = mapped_name(start.file);
	place.line = start.line;
	place.column = start.column;
	if (finish.file == start.file && finish.line >= start.line && finish.column > 0) {
		place.end_line = finish.line;
		place.end_column = finish.column + 1;
	} else {
		place.end_line = start.line;
		place.end_column = start.column + 1;
	}
	return place;
}
