#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Suppressions in the record, in headers, in preprocessed text, under other names; the macro of layoutcheck.h.
# shellcheck disable=SC2154 # support.sh sets top, work and plugin
. "$(dirname "$0")/lib/support.sh"

sed 's|id;$|id; // layoutcheck: allow(lc-short-buffer) whole frames|;s|unsigned int id; //.*|unsigned int id;|' found.c >allowed.c
one() { # OBJECT EXPRESSION: of its one suppression S, V the verdict and R the result of its finding
	record "$1" "(lambda s, v, r: ($2))(*kind('suppression'), kind('conversion')[0]['verdicts'][0], kind('result')[0]['result'])"
}

check "a finding that is suppressed is not printed" eval "compile 0 -c allowed.c -o allowed.o && silent"
check "nor an error with werror" eval "compile 0 -fplugin-arg-layoutcheck-werror -c allowed.c -o allowed.o && silent"
check "it stays in the ledger, with who suppressed it and why" \
	one allowed.o "(v['verdict'], v['level'], v['suppressed']) == ('open', 'warning',
		{'form': 'comment', 'place': {'file': 'allowed.c', 'line': 9, 'column': 40}, 'reason': 'whole frames'})"
check "its result is there as suppressed in the source" \
	one allowed.o "[(x['kind'], x['justification'], x['location']['physicalLocation']['region']['startLine']) for x in r['suppressions']] ==
		[('inSource', 'whole frames', 9)]"
check "the suppression is listed as used" \
	one allowed.o "s == {'kind': 'suppression', 'form': 'comment', 'place': {'file': 'allowed.c', 'line': 9, 'column': 40},
		'rules': [{'rule': 'lc-short-buffer', 'used': True}], 'reason': 'whole frames'} and lines[-1]['suppressions'] == 1"
check "the code is what it is without the comment" eval "compile 0 -w -c found.c -o found.o && cp allowed.c found.c &&
	compile 0 -c found.c -o again.o && objcopy -R .layoutcheck found.o a && objcopy -R .layoutcheck again.o b && cmp a b"

echo '// layoutcheck: allow(lc-short-buffer, lc-address-space) nobody needs it' | cat - nothing.c >unused.c
check "one that suppresses nothing is listed as unused, but not for a rule that the plugin does not judge" \
	eval 'compile 0 -c unused.c -o unused.o && record unused.o "kind(\"suppression\")[0][\"rules\"] == [{\"rule\": \"lc-short-buffer\", \"used\": False}, {\"rule\": \"lc-address-space\"}]"'
check "nor for one that is switched off" \
	eval 'compile 0 -fplugin-arg-layoutcheck-disable=lc-short-buffer -c unused.c -o unused.o &&
	      record unused.o "kind(\"suppression\")[0][\"rules\"][0] == {\"rule\": \"lc-short-buffer\"}"'
echo '// layoutcheck: allow(lc-short-buffer)' | cat - nothing.c >wrong.c
check "what is wrong with one is a note, and in the record" \
	eval 'compile 0 -Werror -c wrong.c -o wrong.o && says "wrong.c:1:1: note: this suppression does not count: it gives no reason" &&
	      record wrong.o "kind(\"suppression\")[0][\"problem\"] == \"it gives no reason\" and kind(\"suppression\")[0][\"rules\"] == []"'

# In a header: known where a conversion stands in it, and used where the function is.
mkdir inc
{ echo '#pragma once'; sed 's/^unsigned int parse/static inline unsigned int parse/' allowed.c; } >inc/view.h
printf '#include "inc/view.h"\nunsigned int use(const u8 *b, unsigned long n) { return parse(b, n); }\n' >uses.c
printf '#include "inc/view.h"\nint nothing(int a) { return a + 1; }\n' >includes.c
check "a comment in a header covers what stands there" eval "compile 0 -O2 -c uses.c -o uses.o && silent && one uses.o \"s['place']['file'] == 'inc/view.h'\""
check "a unit that makes nothing of the header says nothing of it" eval "compile 0 -O2 -c includes.c -o includes.o && record includes.o 'not kind(\"suppression\")'"

# Preprocessed text has lost its comments, and attributes stay.
cat >attribute.c <<'C'
#include <layoutcheck.h>
struct LC_ALLOW("lc-short-buffer", "whole frames") hdr { unsigned int magic, id; };
LC_ALLOW("lc-misaligned", "the bus does not mind") unsigned int parse(const unsigned char *buf, unsigned long len);
unsigned int parse(const unsigned char *buf, unsigned long len)
{
	return ((const struct hdr *)buf)->id;
}
C
include=(-I "$top/include")
mkdir away
for file in allowed attribute; do
	compile 0 "${include[@]}" -E $file.c -o away/$file.i
done
check "of text preprocessed elsewhere the comments are lost" eval "cd away && compile 0 -c allowed.i -o allowed.o && says 'needs 8 bytes of .buf.'"
check "and the attributes are not" eval "compile 0 -c attribute.i -o attribute.o && silent && record attribute.o 'kind(\"suppression\")[0][\"reason\"] == \"whole frames\"'"
cd "$work" || exit 2
check "an attribute is listed with what it belongs to" \
	eval "compile 0 ${include[*]} -c attribute.c -o attribute.o && silent && record attribute.o '[(s[\"form\"], s[\"of\"], s[\"rules\"][0][\"used\"]) for s in kind(\"suppression\")] == [(\"attribute\", \"type \\x27struct hdr\\x27\", True), (\"attribute\", \"function \\x27parse\\x27\", False)]'"
check "without the plugin LC_ALLOW is nothing, and no warning" \
	eval '"${cc[@]}" "${include[@]}" -Wall -Werror -c attribute.c -o plain.o 2>err'
check "the code is the same with it and without it" \
	eval "objcopy -R .layoutcheck attribute.o a && objcopy -R .layoutcheck plain.o b && cmp a b"
echo '#include "attribute.c"' >lto.c
check "link-time optimisation does not trip over it" \
	eval 'compile 0 "${include[@]}" -flto -O2 -shared -fPIC lto.c -o lto.so && silent'

# Names that are mapped, folders that are others.
check "a comment is read where -ffile-prefix-map gives the source another name" \
	eval "compile 0 -ffile-prefix-map='$work'=/mapped -c '$work/allowed.c' -o mapped.o && silent && one mapped.o \"s['place']['file'] == '/mapped/allowed.c'\""
check "what is wrong with one is told where it stands there too" \
	eval "compile 0 -ffile-prefix-map='$work'=/mapped -c '$work/wrong.c' -o mapped.o && says 'wrong.c:1:1: note: this suppression'"
check "a precompiled header keeps its attributes" \
	eval 'head -n 2 attribute.c >pre.h && { echo "#include \"pre.h\""; tail -n +3 attribute.c; } >pre.c &&
	      compile 0 "${include[@]}" -x c-header pre.h -o pre.h.gch && compile 0 "${include[@]}" -Winvalid-pch -c pre.c -o pre.o && silent &&
	      record pre.o "kind(\"suppression\")[0][\"of\"] == \"type \\x27struct hdr\\x27\" or kind(\"suppression\")[1][\"of\"] == \"type \\x27struct hdr\\x27\""'
check "text from standard input has no comments to read" eval "compile 0 -x c - -c -o in.o <allowed.c && says 'needs 8 bytes'"
done_testing
