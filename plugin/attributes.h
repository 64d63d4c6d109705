/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What declarations say by GCC's attributes, and by arrays as parameters: how
 * many elements a pointer argument points to, and what a function does to them.
 */
#ifndef LC_ATTRIBUTES_H
#define LC_ATTRIBUTES_H

#include "lengths.h"

/* What a function's declaration says of the bytes that one of its arguments points to. */
struct declared_extent {
	int count; /* the argument that says how many elements, 0-based; -1: ELEMENTS says */
	HOST_WIDE_INT elements;
	HOST_WIDE_INT element; /* bytes of each */
	bool by_array; /* the parameter is declared as an array, else attribute access says it */
	bool promised; /* callers have to hand over as many: not T[14] without static */
	bool reads,
		writes; /* what the function does to them; neither: nothing, or it is not said */
	bool only_reads; /* and never writes them */
};

bool declared_of(tree type, unsigned index, struct declared_extent *d);
bool declared_of_parameter(tree function, tree parameter, struct declared_extent *d);
tree declared_type_of_call(gimple *call);
tree declared_length(tree function, tree parameter, struct declared_extent *d);
bool declared_least(struct analysis *a, tree parameter, struct lc_length *least);
void declared_uses(struct analysis *a, gimple *call, auto_vec<struct length_use> *uses);
bool is_declared_unwritten(gimple *call, tree reference);

/* counted.cc */
void complete_counted(struct analysis *a, struct root *r, gimple *counted);
tree count_of(gimple *counted, HOST_WIDE_INT *element);

#endif
