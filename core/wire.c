// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The evidence that a type is laid over bytes from outside: where the bytes come
 * from, and where that is not known, what the type says of itself.
 */
#include "wire.h"

#define MAX_DEPTH 16

/* What a type's members say of byte order, and whether there are addresses among them. */
struct claims {
	bool some, all; /* multi-byte scalars with a byte order: at least one, and none without */
	bool addresses; /* as no other machine sends them */
};

static void look_at(const struct lc_type *type, struct claims *claims, unsigned depth)
{
	for (size_t i = 0; i < type->n_fields; i++) {
		const struct lc_type *element = lc_type_element(type->fields[i].type);

		if (lc_type_is_record(element)) {
			if (depth < MAX_DEPTH)
				look_at(element, claims, depth + 1);
			continue;
		}
		if (element->kind == LC_TYPE_POINTER || element->kind == LC_TYPE_FUNCTION_POINTER)
			claims->addresses = true;
		if (element->size <= 8 || type->fields[i].bit_field)
			continue;
		if (element->order != LC_ORDER_UNSAID || type->storage_order != LC_ORDER_UNSAID)
			claims->some = true;
		else
			claims->all = false;
	}
}

bool lc_type_names_order(const struct lc_type *type)
{
	struct claims claims = { false, true, false };

	look_at(type, &claims, 0);
	return claims.some;
}

/* Does some access through the view read, or may one out of sight? */
static bool reads(const struct lc_conversion *c)
{
	for (size_t i = 0; i < c->n_accesses; i++)
		if (!c->accesses[i].write)
			return true;
	return !c->n_accesses && c->escapes;
}

/* How well VIEW shows it: 0 not at all. */
static unsigned strength(const struct lc_view *view, const struct lc_type *type, bool read)
{
	const struct lc_conversion *c = view->conversion;
	struct claims claims = { false, true, false };

	if (c->origin.native)
		return 0;
	if (read && (c->kind == LC_COPY_OUT || (c->kind == LC_OVERLAY && !reads(c))))
		return 0;
	if (c->origin.domain != LC_DOMAIN_OTHER && !c->origin.domain_by_type)
		return 3;
	if (view->outer)
		type = view->outer;
	look_at(type, &claims, 0);
	/* Laid over bytes of which nothing is known, it is an object kept in a private area. */
	if (claims.addresses)
		return 0;
	/* The name of a type says little: internal ones share their prefix with those of the wire. */
	if (c->origin.domain != LC_DOMAIN_OTHER)
		return type->packed || claims.some ? 2 : 0;
	return type->packed || (claims.some && claims.all) ? 1 : 0;
}

bool lc_view_is_wire(const struct lc_view *view, const struct lc_type *type, bool read)
{
	return strength(view, type, read) > 0;
}

const struct lc_view *lc_wire_view(const struct lc_layout *layout, bool read)
{
	const struct lc_view *best = NULL;
	unsigned most = 0;

	for (size_t i = 0; i < layout->n_views; i++) {
		unsigned s = strength(&layout->views[i], layout->type, read);

		if (s > most) {
			most = s;
			best = &layout->views[i];
		}
	}
	return best;
}
