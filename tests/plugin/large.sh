#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Large functions: the work is bounded, and where the bound was hit the record says so.
# shellcheck source=tests/plugin/lib/support.sh disable=SC2154
. "$(dirname "$0")/lib/support.sh"

types='typedef unsigned char u8;
typedef unsigned int u32;
struct hdr { u8 type, flags; unsigned short length; u32 id; };'

# accesses N: one guard, and N accesses of which each stands behind a branch.
accesses() {
	echo "$types"
	echo 'u32 f(const u8 *buf, unsigned long len) { u32 s = 0; if (len < 8) return 0;'
	for ((i = 0; i < $1; i++)); do
		echo "s += ((const struct hdr *)buf)->id; if (s == $i) s++;"
	done
	echo 'return s; }'
}
# pieces N: N records, one after the other, each perhaps followed by a word.
pieces() {
	echo "$types"
	echo 'u32 f(const u8 *p, unsigned long len) { u32 s = 0;'
	for ((i = 0; i < $1; i++)); do
		echo "if (len < 8) return s; s += ((const struct hdr *)p)->id; p += 8; len -= 8;"
		echo "if (s & $i) { if (len < 4) return 1; p += 4; len -= 4; }"
	done
	echo 'return s; }'
}
proven='sum(v["rule"] == "lc-short-buffer" and v["verdict"] == "proven" for c in kind("conversion") for v in c["verdicts"])'

accesses 100 >accesses.c
check "a function of 100 accesses compiles without a word" eval 'compile 0 -c accesses.c -o accesses.o && silent'
check "and all are proven" record accesses.o "$proven == 100 and not kind('incomplete')"
accesses 500 >accesses.c
check "a function of 500 compiles without a word" eval 'compile 0 -c accesses.c -o accesses.o && silent'
check "and all are proven" record accesses.o "$proven == 500"
accesses 6000 >accesses.c
check "one of 6000 compiles" compile 0 -c accesses.c -o accesses.o
check "all are proven, or the record says that the bound was reached" \
	record accesses.o "$proven == 6000 or kind('incomplete')[0]['function'] == 'f'"
pieces 4 >pieces.c
check "4 optional pieces are proven" eval 'compile 0 -c pieces.c -o pieces.o && silent && record pieces.o "$proven == 4"'
pieces 16 >pieces.c
check "16 compile without a word" eval 'compile 0 -c pieces.c -o pieces.o && silent'
todo "and are proven" record pieces.o "$proven == 16"
pieces 200 >pieces.c
check "200 compile without a word" eval 'compile 0 -c pieces.c -o pieces.o && silent'
check "all are listed, or the record says that the bound was reached" \
	record pieces.o 'len(kind("conversion")) == 200 or kind("incomplete")[0]["function"] == "f"'

{
	echo "$types"
	printf 'u32 f(const u8 *buf, unsigned long len) { return len < 8 ? 0 :'
	for ((i = 0; i < 2000; i++)); do printf '('; done
	printf '((const struct hdr *)buf)->id'
	for ((i = 0; i < 2000; i++)); do printf ' + %d)' $i; done
	echo '; }'
} >deep.c
check "an expression 2000 deep is no harm" eval 'compile 0 -c deep.c -o deep.o && record deep.o "$proven == 1"'
{
	echo "$types"
	echo 'u32 f(const u8 *buf, unsigned long len, unsigned k) { if (len < 8) return 0; switch (k) {'
	for ((i = 0; i < 3000; i++)); do echo "case $i: return $i + ((const struct hdr *)buf)->length;"; done
	echo '} return 0; }'
} >switch.c
check "nor is a switch of 3000 cases" eval 'compile 0 -c switch.c -o switch.o && record switch.o "$proven or kind(\"incomplete\")"'
{
	echo "$types"
	for ((i = 0; i < 2000; i++)); do
		echo "u32 f$i(const u8 *buf, unsigned long len) { return len < 8 ? 0 : ((const struct hdr *)buf)->id; }"
	done
} >functions.c
check "2000 functions are each a matter of their own" \
	eval 'compile 0 -c functions.c -o functions.o && record functions.o "$proven == 2000 and not kind(\"incomplete\")"'
done_testing
