/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The member of a record that is the length of the bytes another one points
 * to, by its name (payload_len of payload) or because the record has one
 * pointer to bytes and beside it one length. It may say how many bytes are
 * there, or how many have room: either way so many can be accessed.
 */
#include "length_names.h"

/* The members of a record that could be the length of one of its pointers. */
struct candidates {
	tree length, size; /* by name: data_len, data_size */
	bool several; /* of one of these kinds */
	tree plain; /* len, or NULL */
	unsigned n_plain, n_pointers; /* to bytes */
};

static void look_at_member(struct candidates *all, tree pointer, tree member)
{
	const char *name = name_of(member);

	if (points_to_bytes(TREE_TYPE(member)))
		all->n_pointers++;
	if (DECL_BIT_FIELD(member) || !is_length_type(TREE_TYPE(member)))
		return;
	if (is_all_of(name, name_of(pointer))) {
		tree *kept = strcasestr(name, "len") ? &all->length : &all->size;

		all->several |= *kept != NULL_TREE;
		*kept = member;
	}
	if (is_plain_length(name)) {
		all->plain = member;
		all->n_plain++;
	}
}

tree length_member(tree reference)
{
	struct candidates all = {};
	tree pointer, record, found, before = NULL_TREE;
	bool beside = false;

	if (TREE_CODE(reference) != COMPONENT_REF)
		return NULL_TREE;
	pointer = TREE_OPERAND(reference, 1);
	record = DECL_CONTEXT(pointer);
	if (!record || TREE_CODE(record) != RECORD_TYPE || !points_to_bytes(TREE_TYPE(pointer)))
		return NULL_TREE;
	for (tree member = TYPE_FIELDS(record); member; member = DECL_CHAIN(member)) {
		if (TREE_CODE(member) != FIELD_DECL)
			continue;
		look_at_member(&all, pointer, member);
		beside |= before && ((before == pointer && member == all.plain) ||
				     (member == pointer && before == all.plain));
		before = member;
	}
	found = all.length ? all.length : all.size;
	if (!found && beside && all.n_plain == 1 && all.n_pointers == 1)
		found = all.plain;
	return found && !all.several ? build3(COMPONENT_REF, TREE_TYPE(found),
					      TREE_OPERAND(reference, 0), found, NULL_TREE) :
				       NULL_TREE;
}
