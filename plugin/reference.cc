/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The addresses of references, as linear expressions over terms.
 */
#include "analysis.h"

/*
 * The address of REFERENCE: of what its base points to, or of the object that
 * it is part of, plus the offsets on the way. *KNOWN says whether it has one.
 */
struct lc_linear address_of_reference(struct analysis *a, tree reference, bool *known)
{
	struct lc_linear offset = lc_linear_constant(0), none = {}, base, index;
	HOST_WIDE_INT size;
	tree low, field;

	*known = false;
	for (;; reference = TREE_OPERAND(reference, 0)) {
		switch (TREE_CODE(reference)) {
		case COMPONENT_REF:
			field = TREE_OPERAND(reference, 1);
			if (TREE_OPERAND(reference, 2) ||
			    !tree_fits_shwi_p(DECL_FIELD_OFFSET(field)))
				return none;
			offset = lc_linear_plus(&offset, int_byte_position(field));
			continue;
		case ARRAY_REF:
		case ARRAY_RANGE_REF:
			size = int_size_in_bytes(TREE_TYPE(TREE_TYPE(TREE_OPERAND(reference, 0))));
			low = array_ref_low_bound(reference);
			if (size < 0 || !integer_zerop(low) || TREE_OPERAND(reference, 3))
				return none;
			index = linear_of_offset(a, TREE_OPERAND(reference, 1));
			offset = lc_linear_add(&offset, &index, size);
			continue;
		case VIEW_CONVERT_EXPR:
		case REALPART_EXPR:
			continue;
		case MEM_REF:
			base = linear_of(a, TREE_OPERAND(reference, 0));
			*known = base.valid;
			base = lc_linear_add(&base, &offset, 1);
			return lc_linear_plus(&base,
					      wi::to_wide(TREE_OPERAND(reference, 1)).to_shwi());
		default:
			if (!DECL_P(reference) && TREE_CODE(reference) != STRING_CST)
				return none;
			base = lc_linear_term(term_of_address(a, reference));
			*known = true;
			return lc_linear_add(&base, &offset, 1);
		}
	}
}
