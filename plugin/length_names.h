/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What names say of lengths: length_names.cc. A heuristic: a verdict that rests
 * on it lists it as an assumption.
 */
#ifndef LC_PLUGIN_LENGTH_NAMES_H
#define LC_PLUGIN_LENGTH_NAMES_H

#include "analysis.h"

/* The name of a parameter or member, "" if it has none. */
static inline const char *name_of(tree declaration)
{
	return DECL_NAME(declaration) ? IDENTIFIER_POINTER(DECL_NAME(declaration)) : "";
}

/* Can lengths have this TYPE? */
static inline bool is_length_type(tree type)
{
	return TREE_CODE(type) == INTEGER_TYPE && TYPE_PRECISION(type) >= 8;
}

/* Is NAME the sort of name that lengths have? */
bool is_length_name(const char *name);

/* buf_len, buflen, buf_size for buf. */
bool is_named_after(const char *length, const char *buffer);

/* Can LENGTH, which stands beside the pointer BUFFER, be its length, going by their names? */
bool may_belong(const char *length, const char *buffer, bool is_void);

/* Is LENGTH named as that of all of BUFFER's bytes: data_len, but not data_hdr_len, nor data_count? */
bool is_all_of(const char *length, const char *buffer);

/* Is NAME that of a length, and says not of what: len, size? */
bool is_plain_length(const char *name);

/*
 * length_member.cc: the member that is the length of the bytes that the member
 * REFERENCE points to, as a reference; or NULL.
 */
tree length_member(tree reference);

#endif
