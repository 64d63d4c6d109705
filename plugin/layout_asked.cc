/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The types whose layout is asked for by name (-fplugin-arg-layoutcheck-layout=):
 * stated whether bytes are viewed as them or not.
 */
#include "analysis.h"
#include "plugin.h"

#include <fnmatch.h>

static const char *pattern;
static tree seen; /* a list of all records; names by typedef come after the type is finished */

static const struct ggc_root_tab roots[] = {
	{ &seen, 1, sizeof(seen), &gt_ggc_mx_tree_node, &gt_pch_nx_tree_node },
	LAST_GGC_ROOT_TAB,
};

static void on_finish_type(void *event, void *)
{
	tree type = (tree)event;

	if (type && type != error_mark_node && RECORD_OR_UNION_TYPE_P(type))
		seen = tree_cons(NULL_TREE, TYPE_MAIN_VARIANT(type), seen);
}

void ask_for_layout(const char *plugin, const char *asked)
{
	pattern = asked;
	register_callback(plugin, PLUGIN_REGISTER_GGC_ROOTS, NULL, (void *)roots);
	register_callback(plugin, PLUGIN_FINISH_TYPE, on_finish_type, NULL);
}

/* Is TYPE called so: with its tag or without, or does the pattern match? */
static bool is_called(struct lc_unit *unit, tree type)
{
	tree named = named_variant(type);

	return named && (!fnmatch(pattern, type_name_of(named), 0) ||
			 !fnmatch(pattern, describe_type(&unit->arena, named), 0));
}

tree next_asked(struct lc_unit *unit, bool first)
{
	static tree at;

	for (at = first ? seen : TREE_CHAIN(at); at; at = TREE_CHAIN(at))
		if (COMPLETE_TYPE_P(TREE_VALUE(at)) && is_called(unit, TREE_VALUE(at)))
			return TREE_VALUE(at);
	return NULL_TREE;
}
