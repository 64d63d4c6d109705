/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Static functions that stand in constant tables, and the calls through them.
 */
#ifndef LC_TABLES_H
#define LC_TABLES_H

#include "analysis.h"

/* A function in a table, which may stand for several elements alike. */
struct table_entry {
	tree function;
	tree element; /* the initialiser of the element */
	tree index; /* or NULL */
	location_t where;
};

/* A call of whatever an element of a constant table holds. */
struct table_call {
	tree caller, table;
	gimple *call;
	tree element; /* the reference to the element */
	auto_vec<struct table_entry> entries;
};

/* tables.cc */
bool is_called_through_tables(cgraph_node *node);
const auto_vec<struct table_call *> *calls_through_tables(void);
void forget_tables(void);
tree element_of(tree reference, tree table);
HOST_WIDE_INT bits_into(tree reference, tree element);
tree initial_at(tree value, HOST_WIDE_INT bits, HOST_WIDE_INT size, bool *known);

/* table_entries.cc */
const char *name_of_entry(struct analysis *a, const struct table_call *through,
			  const struct table_entry *entry);
bool is_passed_over(struct analysis *a, const struct table_call *through,
		    const struct table_entry *entry);
void add_facts_of_entry(struct analysis *a, auto_vec<lc_fact *> *facts,
			const struct table_call *through, const struct table_entry *entry);

#endif
