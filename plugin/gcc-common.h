/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * GCC's headers in the order they need, and every difference between the GCC
 * versions that the plugin is built for. No other file asks for GCC's version.
 */
#ifndef LC_GCC_COMMON_H
#define LC_GCC_COMMON_H

/* GCC 16's diagnostics want it, and it must come before GCC poisons malloc(). */
#define INCLUDE_VECTOR
#include "gcc-plugin.h"
#include "plugin-version.h"
#include "tree.h"
#include "stringpool.h"
#include "attribs.h"
#include "gimple.h"
#include "gimple-iterator.h"
#include "gimple-walk.h"
#include "ssa.h"
#include "tree-pass.h"
#include "context.h"
#include "cgraph.h"
#include "tree-cfg.h"
#include "tree-dfa.h"
#include "tree-ssa-alias.h"
#include "tree-ssa-operands.h"
#include "ssa-iterators.h"
#include "gimple-range.h"
#include "diagnostic.h"
#if GCCPLUGIN_VERSION >= 16000
#include "diagnostics/metadata.h"
#else
#include "diagnostic-metadata.h"
#endif
#include "output.h"
#include "toplev.h"
#include "target.h"
#include "langhooks.h"
#include "opts.h"
#include "file-prefix-map.h"
#include "options.h"
#include "cpplib.h"

#include "alignment.h"

#define LC_GCC_MAJOR (GCCPLUGIN_VERSION / 1000)

/* A range of integers in the form that range_of_expr() fills, and for which types it is. */
typedef int_range_max lc_range;

/* Is CALL __builtin_object_size () or, from GCC 12 on, __builtin_dynamic_object_size ()? */
static inline bool lc_is_object_size(gimple *call)
{
#if LC_GCC_MAJOR >= 12
	if (gimple_call_builtin_p(call, BUILT_IN_DYNAMIC_OBJECT_SIZE))
		return true;
#endif
	return gimple_call_builtin_p(call, BUILT_IN_OBJECT_SIZE);
}

static inline bool lc_range_supports(tree type)
{
#if LC_GCC_MAJOR >= 13
	return irange::supports_p(type);
#else
	return irange::supports_type_p(type);
#endif
}

/*
 * Visits the memory states that reach MEMORY as far as nothing writes REF, but
 * for what PASS_OVER passes over. GCC 15 lets a caller look at back edges too.
 */
static inline void lc_walk_memory(ao_ref *ref, tree memory, void *(*visit)(ao_ref *, tree, void *),
				  void *(*pass_over)(ao_ref *, tree, void *, translate_flags *),
				  unsigned *limit, void *data)
{
#if LC_GCC_MAJOR >= 15
	walk_non_aliased_vuses(ref, memory, false, visit, pass_over, NULL, NULL, *limit, data);
#else
	walk_non_aliased_vuses(ref, memory, false, visit, pass_over, NULL, *limit, data);
#endif
}

/*
 * What attribute access, or the declaration of a parameter as an array, says of
 * argument INDEX of functions of TYPE; false if nothing. GCC keeps both in a
 * text of its own, which only it reads.
 */
static inline bool lc_access_of(tree type, unsigned index, attr_access *found)
{
	rdwr_map all;
	attr_access *there;

	if (!lookup_attribute("access", TYPE_ATTRIBUTES(type)))
		return false;
	init_attr_rdwr_indices(&all, TYPE_ATTRIBUTES(type));
	there = all.get((int)index);
	/* What is said of a pointer is also found under the argument that is its size. */
	if (!there || there->ptrarg != index)
		return false;
	*found = *there;
	return true;
}

/*
 * Is STATEMENT how GCC 15 and later read a member that has attribute counted_by?
 * Then *COUNT points to the member that counts, and the pointer that it passes on is returned.
 */
static inline tree lc_counted_pointer(gimple *statement, tree *count)
{
#if LC_GCC_MAJOR >= 15
	if (is_gimple_call(statement) && gimple_call_internal_p(statement, IFN_ACCESS_WITH_SIZE)) {
		*count = gimple_call_arg(statement, 1);
		return gimple_call_arg(statement, 0);
	}
#else
	(void)statement;
#endif
	*count = NULL_TREE;
	return NULL_TREE;
}

/* The ranger of a function, and its end. GCC 11 has no way to share one yet. */
static inline gimple_ranger *lc_ranger_begin(function *fun)
{
#if LC_GCC_MAJOR >= 12
	return enable_ranger(fun);
#else
	(void)fun;
	return new gimple_ranger();
#endif
}

static inline void lc_ranger_end(function *fun, gimple_ranger *ranger)
{
#if LC_GCC_MAJOR >= 12
	(void)ranger;
	disable_ranger(fun);
#else
	(void)fun;
	delete ranger;
#endif
}

/* The last statement of BLOCK that is more than debug information, or NULL. GCC 14 renamed its own. */
static inline gimple *lc_last_stmt(basic_block block)
{
	gimple_stmt_iterator last = gsi_last_nondebug_bb(block);

	return gsi_end_p(last) ? NULL : gsi_stmt(last);
}

/*
 * Does a misaligned access to what needs BYTES trap on this target? ARM's LDRH and LDR
 * do not since ARMv6, but its LDRD, LDM and STM do, of words; x86's vector moves do.
 */
static inline enum lc_trap lc_trap_of(uint64_t bytes)
{
#ifdef TARGET_LDRD
	return !unaligned_access ? LC_TRAP_ALWAYS : bytes > 2 ? LC_TRAP_SOME : LC_TRAP_NEVER;
#else
#ifdef TARGET_SSE
	if (TARGET_SSE && bytes >= 16)
		return LC_TRAP_SOME;
#endif
	(void)bytes;
	return STRICT_ALIGNMENT ? LC_TRAP_ALWAYS : LC_TRAP_NEVER;
#endif
}

/* -ffile-prefix-map, which GCC does not apply to every name by itself. */
static inline const char *lc_remap(const char *path)
{
	return remap_debug_filename(path);
}

/* The location of a place in a file that this unit read; UNKNOWN_LOCATION if it did not. */
static inline location_t lc_location_at(const char *file, int line, int column)
{
	for (unsigned i = 0; i < LINEMAPS_ORDINARY_USED(line_table); i++) {
		const line_map_ordinary *map = LINEMAPS_ORDINARY_MAP_AT(line_table, i);
		bool last = i + 1 == LINEMAPS_ORDINARY_USED(line_table);
		location_t end =
			last ? line_table->highest_location + 1 :
			       MAP_START_LOCATION(LINEMAPS_ORDINARY_MAP_AT(line_table, i + 1));

		if (!ORDINARY_MAP_FILE_NAME(map) || strcmp(ORDINARY_MAP_FILE_NAME(map), file) ||
		    end <= MAP_START_LOCATION(map) ||
		    (linenum_type)line < ORDINARY_MAP_STARTING_LINE_NUMBER(map) ||
		    (linenum_type)line > SOURCE_LINE(map, end - 1))
			continue;
		return linemap_position_for_line_and_column(line_table, map, (linenum_type)line,
							    (unsigned)column);
	}
	return UNKNOWN_LOCATION;
}

/* The preprocessor of C and C++; no other front end has one. */
extern struct cpp_reader *parse_in __attribute__((weak));

/* Does the compiler know which macros the text came from? Not if it was preprocessed before. */
static inline bool lc_macros_are_known(void)
{
	return &parse_in && parse_in && !cpp_get_options(parse_in)->preprocessed &&
	       cpp_get_options(parse_in)->track_macro_expansion == 2;
}

/* GCC 16 moved diagnostics into a namespace. */
#if LC_GCC_MAJOR >= 16
typedef diagnostics::metadata lc_metadata;
#else
typedef diagnostic_metadata lc_metadata;
#endif

/*
 * A warning with its CWE and the rule's name in brackets. GCC 13 prints rules
 * of its own accord; before, the name is part of the message.
 */
static inline bool lc_emit_warning(rich_location *where, int cwe, const char *rule,
				   const char *text)
{
	lc_metadata metadata;

	metadata.add_cwe(cwe);
#if LC_GCC_MAJOR >= 13
	lc_metadata::precanned_rule named(rule, NULL);
	metadata.add_rule(named);
	return warning_meta(where, metadata, 0, "%s", text);
#else
	return warning_meta(where, metadata, 0, "%s [%s]", text, rule);
#endif
}

/*
 * Findings stay warnings under -Werror; what the context says is put back
 * afterwards. AS_ERROR: the user asked for errors.
 */
struct lc_diagnostic_mood {
	bool as_error;
};

static inline bool lc_warnings_are_errors(void)
{
#if LC_GCC_MAJOR >= 14
	return global_dc->warning_as_error_requested_p();
#else
	return global_dc->warning_as_error_requested;
#endif
}

static inline void lc_set_warnings_are_errors(bool as_error)
{
#if LC_GCC_MAJOR >= 14
	global_dc->set_warning_as_error_requested(as_error);
#else
	global_dc->warning_as_error_requested = as_error;
#endif
}

static inline struct lc_diagnostic_mood lc_diagnostics_enter(bool as_error)
{
	struct lc_diagnostic_mood mood = { lc_warnings_are_errors() };

	lc_set_warnings_are_errors(as_error);
	return mood;
}

static inline void lc_diagnostics_leave(struct lc_diagnostic_mood mood)
{
	lc_set_warnings_are_errors(mood.as_error);
}

#endif
