/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Finds unions of bytes and records by which bytes are viewed as a record: they
 * are copied into the member that is bytes, or a call fills it, and the function
 * reads another member. A union alone is none: bytes must come into it.
 */
#include "lengths.h"
#include "views.h"

/* Bytes that came into a union. */
struct incoming {
	gimple *statement; /* by which they did */
	tree bytes; /* the reference to the union's member */
	tree from; /* the pointer that they were copied from; NULL: a call brought them */
	enum lc_domain domain;
};

/* One view a union and member. */
struct pun {
	tree holder, field;
	struct found *found;
};

/* The member of a union that REFERENCE, or what it is a part of, is; or NULL. */
static tree member_of_union(tree reference)
{
	for (; handled_component_p(reference); reference = TREE_OPERAND(reference, 0))
		if (TREE_CODE(reference) == COMPONENT_REF &&
		    TREE_CODE(TREE_TYPE(TREE_OPERAND(reference, 0))) == UNION_TYPE)
			return reference;
	return NULL_TREE;
}

/* The member of the union HOLDER that is SIZE bytes or more, and nothing but bytes; or NULL. */
static tree bytes_of_union(tree holder, HOST_WIDE_INT size)
{
	for (tree field = TYPE_FIELDS(TREE_TYPE(holder)); field; field = DECL_CHAIN(field))
		if (TREE_CODE(field) == FIELD_DECL && TREE_CODE(TREE_TYPE(field)) == ARRAY_TYPE &&
		    is_bytes(TREE_TYPE(field)) && int_size_in_bytes(TREE_TYPE(field)) >= size)
			return build3(COMPONENT_REF, TREE_TYPE(field), holder, field, NULL_TREE);
	return NULL_TREE;
}

/* The bytes of a union that POINTER points to: of SIZE bytes, if it points to the union itself. */
static tree bytes_at(tree pointer, HOST_WIDE_INT size)
{
	tree object = TREE_CODE(pointer) == ADDR_EXPR ? TREE_OPERAND(pointer, 0) : NULL_TREE,
	     member;

	if (!object)
		return NULL_TREE;
	if (size > 0 && TREE_CODE(TREE_TYPE(object)) == UNION_TYPE)
		return bytes_of_union(object, size);
	member = member_of_union(object);
	return member && TREE_CODE(TREE_TYPE(member)) == ARRAY_TYPE && is_bytes(TREE_TYPE(member)) ?
		       member :
		       NULL_TREE;
}

/* Does STATEMENT write bytes from elsewhere to a union's member? */
static bool is_incoming(struct analysis *a, gimple *statement, struct incoming *in)
{
	const struct lc_model_copy *copy;
	const struct lc_model_fill *fill;
	const struct lc_model_operand *to;
	tree pointer;

	in->statement = statement;
	in->from = NULL_TREE;
	in->domain = LC_DOMAIN_OTHER;
	if (!is_gimple_call(statement)) {
		if (!is_folded_copy(statement, &in->from, &pointer))
			return false;
		in->bytes = bytes_at(pointer, int_size_in_bytes(TREE_TYPE(in->from)));
		in->from = TREE_OPERAND(in->from, 0);
		return in->bytes;
	}
	copy = copy_of_call(a, statement);
	fill = copy ? NULL : fill_of_call(a, statement);
	to = copy ? &copy->writes : fill ? &fill->buffer : NULL;
	if (!to || to->what != LC_WHAT_ARGUMENT ||
	    (unsigned)to->argument >= gimple_call_num_args(statement))
		return false;
	if (copy && copy->reads.what == LC_WHAT_ARGUMENT &&
	    (unsigned)copy->reads.argument < gimple_call_num_args(statement))
		in->from = gimple_call_arg(statement, copy->reads.argument);
	if (fill)
		in->domain = fill->domain;
	in->bytes = bytes_at(gimple_call_arg(statement, to->argument), 0);
	return in->bytes && (in->from || fill);
}

bool fills_union(const struct lc_model *model, function *fun)
{
	struct analysis a = {};
	struct incoming in;
	basic_block block;

	a.model = model;
	FOR_EACH_BB_FN(block, fun)
		for (gimple_stmt_iterator i = gsi_start_bb(block); !gsi_end_p(i); gsi_next(&i))
			if (is_incoming(&a, gsi_stmt(i), &in))
				return true;
	return false;
}

struct pun_finder {
	struct finder *f;
	auto_vec<struct incoming> incoming;
	auto_vec<struct pun> puns;
};

static struct found *pun_of(struct pun_finder *p, gimple *statement, const struct incoming *in,
			    tree member)
{
	struct analysis *a = p->f->a;
	tree field = TREE_OPERAND(member, 1);
	struct root root = root_of_reference(a, in->bytes);
	struct found *found;
	bool known;

	for (const struct pun &each : p->puns)
		if (each.field == field &&
		    operand_equal_p(each.holder, TREE_OPERAND(in->bytes, 0), 0))
			return each.found;
	if (!root.bytes || !root.start.valid || p->f->casts.get(statement))
		return NULL;
	found = add_conversion(p->f, statement, TREE_TYPE(field),
			       address_of_reference(a, member, &known), &root);
	if (!found)
		return NULL;
	p->f->casts.remove(statement);
	found->conversion->kind = LC_PUN;
	if (in->domain != LC_DOMAIN_OTHER) {
		found->conversion->origin.domain = in->domain;
		found->conversion->origin.domain_by_type = false;
	}
	p->puns.safe_push({ TREE_OPERAND(in->bytes, 0), field, found });
	return found;
}

static bool on_load(gimple *statement, tree, tree reference, void *data)
{
	struct pun_finder *p = (struct pun_finder *)data;
	struct analysis *a = p->f->a;
	tree member = member_of_union(reference), size;
	struct lc_linear address;
	struct found *found;
	bool known;

	if (!member || !is_target(TREE_TYPE(member)))
		return false;
	for (const struct incoming &in : p->incoming) {
		if (!operand_equal_p(TREE_OPERAND(in.bytes, 0), TREE_OPERAND(member, 0), 0) ||
		    !may_precede(in.statement, statement))
			continue;
		/* What lies behind the bytes is not theirs. */
		size = TYPE_SIZE_UNIT(TREE_TYPE(in.bytes));
		if (!size || !tree_fits_shwi_p(size) ||
		    tree_to_shwi(size) < int_size_in_bytes(TREE_TYPE(member)))
			continue;
		address = address_of_reference(a, reference, &known);
		found = known && int_size_in_bytes(TREE_TYPE(reference)) > 0 ?
				pun_of(p, statement, &in, member) :
				NULL;
		if (found)
			add_access(p->f, found, statement, describe(&a->unit->arena, reference),
				   reference, false, address,
				   lc_linear_constant(int_size_in_bytes(TREE_TYPE(reference))), 1);
		return false;
	}
	return false;
}

void find_puns(struct finder *f)
{
	struct pun_finder p;
	struct incoming in;
	basic_block block;

	p.f = f;
	FOR_EACH_BB_FN(block, f->a->fun)
		for (gimple_stmt_iterator i = gsi_start_bb(block); !gsi_end_p(i); gsi_next(&i))
			if (is_incoming(f->a, gsi_stmt(i), &in)) {
				/* What was copied from bytes of a domain is of that domain too. */
				if (in.from) {
					struct root from = root_of(f->a, in.from);

					in.domain = domain_of_root(&from);
				}
				p.incoming.safe_push(in);
			}
	if (p.incoming.is_empty())
		return;
	FOR_EACH_BB_FN(block, f->a->fun)
		for (gimple_stmt_iterator i = gsi_start_bb(block); !gsi_end_p(i); gsi_next(&i))
			if (!is_gimple_debug(gsi_stmt(i)) && !gimple_clobber_p(gsi_stmt(i)))
				walk_stmt_load_store_ops(gsi_stmt(i), &p, on_load, NULL);
}
