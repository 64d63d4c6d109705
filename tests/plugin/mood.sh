#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Findings do not get in the way of a build, and a build's options do not get in theirs.
# shellcheck source=tests/plugin/lib/support.sh disable=SC2154
. "$(dirname "$0")/lib/support.sh"

finding='found.c:9:[0-9]+: warning: .*\[lc-short-buffer\]'

check "under -Werror a finding stays a warning and the compile succeeds" \
	eval "compile 0 -Wall -Werror -c found.c -o found.o && says '$finding'"
check "the unit's own warnings are errors all the same" \
	eval "(cat found.c; echo 'static int unused;') >both.c && compile 1 -Wall -Werror -c both.c -o both.o && \
	      says 'both.c:9:[0-9]+: warning' && says 'error: .unused. defined but not used'"
check "under -w nothing is printed" eval "compile 0 -w -c found.c -o found.o && silent"
check "and the finding is in the record" record found.o 'len(kind("result")) == 1'
check "a finding in a system header is silent in no other way: it is recorded" \
	eval "mkdir -p system && cp found.c system/view.h && echo '#include <view.h>' >user.c && \
	      compile 0 -isystem system -c user.c -o user.o && record user.o 'len(kind(\"result\")) == 1'"
check "-fmax-errors=1 does not stop the compile at a finding" \
	compile 0 -fmax-errors=1 -c found.c -o found.o
check "-Wfatal-errors neither" compile 0 -Wfatal-errors -Werror -c found.c -o found.o
check "without -fdiagnostics-show-cwe and colours the rule is still named" \
	eval "compile 0 -fdiagnostics-color=always -fno-diagnostics-show-cwe -c found.c -o found.o && \
	      says 'lc-short-buffer' && ! says CWE"
check "the finding carries its CWE" eval "compile 0 -c found.c -o found.o && says '\[CWE-125\]'"
check "a note says which length belongs to the bytes" says "found.c:7:[0-9]+: note: 'len' stands beside 'buf' as its length"

echo 'int broken( { return 1 }' >broken.c
check "a source that does not compile gives the compiler's errors and no crash" \
	eval "compile 1 -c broken.c -o broken.o && says 'broken.c:1:[0-9]+: error:' && ! says 'internal compiler error|lc-'"
check "and leaves neither object nor record" eval "[ ! -e broken.o ]"
check "nor a record file" \
	eval "compile 1 -fplugin-arg-layoutcheck-record-dir=broken -c broken.c -o broken.o && ! ls broken/*.jsonl 2>/dev/null"
(cat found.c && echo 'int late(void) { return undeclared; }') >late.c
check "an error after a function with a finding: the error, and no crash" \
	eval "compile 1 -c late.c -o late.o && says \"error: 'undeclared' undeclared\" && ! says 'internal compiler error'"
check "-fsyntax-only checks nothing, says nothing and succeeds" \
	eval "compile 0 -fsyntax-only found.c && silent"
check "-E is left alone" eval "compile 0 -E found.c -o found.i && silent"
check "preprocessed text is checked, at the places of its source" \
	eval "compile 0 -c found.i -o found.o && says '$finding'"
check "standard input is checked" eval "compile 0 -x c -c - -o stdin.o <found.c && says '<stdin>:9:.*lc-short-buffer'"
check "several sources in one command are checked one by one" \
	eval "cp found.c second.c && compile 0 -c found.c second.c && says 'found.c:9' && says 'second.c:9' && \
	      record found.o && record second.o"
check "with -pipe too" eval "compile 0 -pipe -c found.c -o found.o && says '$finding' && record found.o"

cat >levels.c <<'C'
typedef unsigned char u8;
typedef unsigned int u32;
struct hdr {
	u8 type, flags;
	unsigned short length;
	u32 id;
};
static u8 table[6];
static inline int whole(unsigned long len)
{
	return len >= sizeof(struct hdr);
}
u32 a(const u8 *buf, unsigned long len) { return ((const struct hdr *)buf)->id; }
u32 b(const u8 *buf, unsigned long len) { return len < 8 ? 0 : ((const struct hdr *)buf)->id; }
u32 c(const u8 *buf, unsigned long len) { return len < 7 ? 0 : ((const struct hdr *)buf)->id; }
u32 d(void) { return ((struct hdr *)table)->id; }
u32 e(const u8 *buf, unsigned long len) { return whole(len) ? ((const struct hdr *)buf)->id : 0; }
u32 f(const u8 *buf, unsigned long len)
{
	u32 sum = 0;
	for (; len >= 8; buf += 8, len -= 8)
		sum += ((const struct hdr *)buf)->id;
	return sum;
}
C
# ledger OPTION...: findings as printed, and verdicts as recorded, without what the options may change.
ledger() {
	compile 0 "$@" -c levels.c -o levels.o || return 1
	objcopy --dump-section .layoutcheck=section levels.o x.o || return 1
	grep -o 'levels.c:[0-9]*:.*lc-[a-z-]*' err
	grep -aE '"kind":"(conversion|requirement|result|layout|end)"' section
}
ledger -O0 >reference
check "the reference has three findings" eval '[ "$(grep -c "lc-short-buffer\]*$" reference)" -ge 3 ]'
for options in -O1 -O2 -O3 -Os -Og "-O2 -g" "-O2 -fno-strict-aliasing -fwrapv-pointer" \
	"-O2 -fsanitize=undefined" "-O2 -fsanitize=address" "-O1 -fprofile-arcs" "-O2 -fstack-protector-all"; do
	# shellcheck disable=SC2086 # several options
	check "$options gives the findings and verdicts of -O0" eval "ledger $options >seen && cmp -s reference seen"
done
todo "-O3 -flto gives the findings and verdicts of -O0" eval "ledger -O3 -flto >seen && cmp -s reference seen"
done_testing
