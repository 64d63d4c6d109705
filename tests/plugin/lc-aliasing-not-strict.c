// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-aliasing: nothing is said where the compiler takes no such liberty, as in Linux.
 */
// options: -fno-strict-aliasing
unsigned int as_integer(float value)
{
	float f = value;

	return *(unsigned int *)&f; // verdict: none
}
