/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Assembler statements that hide a value from the optimiser and leave it what
 * it was: asm ("" : "=r" (x) : "0" (x)).
 */
#include "analysis.h"

static const char *constraint_of(tree operand)
{
	return TREE_STRING_POINTER(TREE_VALUE(TREE_PURPOSE(operand)));
}

/* What VALUE was before ASM, which has no instructions, put it in a register; or NULL. */
tree hidden_by_asm(gimple *statement, tree value)
{
	gasm *hides = gimple_code(statement) == GIMPLE_ASM ? as_a<gasm *>(statement) : NULL;

	if (!hides || *gimple_asm_string(hides) || gimple_asm_nlabels(hides))
		return NULL_TREE;
	for (unsigned i = 0; i < gimple_asm_noutputs(hides) && i < 10; i++) {
		if (TREE_VALUE(gimple_asm_output_op(hides, i)) != value)
			continue;
		for (unsigned k = 0; k < gimple_asm_ninputs(hides); k++) {
			tree input = gimple_asm_input_op(hides, k);
			const char *constraint = constraint_of(input);

			if (constraint[0] == (char)('0' + i) && !constraint[1] &&
			    types_compatible_p(TREE_TYPE(TREE_VALUE(input)), TREE_TYPE(value)))
				return TREE_VALUE(input);
		}
	}
	return NULL_TREE;
}

/* What VALUE is called once ASM has put it in a register, or NULL. */
tree hidden_in_asm(gimple *statement, tree value)
{
	gasm *hides = gimple_code(statement) == GIMPLE_ASM ? as_a<gasm *>(statement) : NULL;

	for (unsigned i = 0; hides && i < gimple_asm_noutputs(hides); i++) {
		tree output = TREE_VALUE(gimple_asm_output_op(hides, i));

		if (hidden_by_asm(statement, output) == value)
			return output;
	}
	return NULL_TREE;
}
