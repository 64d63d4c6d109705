/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The judges that the rule table names, one source file each.
 */
#ifndef LC_JUDGES_H
#define LC_JUDGES_H

#include "rules.h"

lc_judge lc_judge_short_buffer;
lc_judge lc_judge_unchecked_length;
lc_judge lc_judge_misaligned;
lc_judge lc_judge_padding_leak;
lc_judge lc_judge_padding_compare;
lc_judge lc_judge_aliasing;
lc_judge lc_judge_register_access;

lc_type_judge lc_judge_invalid_value;
lc_type_judge lc_judge_implicit_padding;
lc_type_judge lc_judge_abi_dependent;
lc_type_judge lc_judge_bitfield_layout;
lc_type_judge lc_judge_host_endian;

#endif
