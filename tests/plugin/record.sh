#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The record: where it goes, what it is named, and what is left when it cannot be written.
# shellcheck source=tests/plugin/lib/support.sh disable=SC2154
. "$(dirname "$0")/lib/support.sh"

into() { # STATUS FOLDER ARGUMENT...: compiles found.c with record-dir=FOLDER
	local expected=$1 folder=$2
	shift 2
	compile "$expected" "-fplugin-arg-layoutcheck-record-dir=$folder" "$@"
}
files() { # FOLDER: how many
	find "$1" -type f | wc -l
}

check "a unit in which nothing was found has a record too" \
	eval "compile 0 -c nothing.c -o nothing.o && record nothing.o 'not kind(\"result\") and not kind(\"conversion\")'"
check "so has an empty unit" eval ": >empty.c && compile 0 -c empty.c -o empty.o && record empty.o"
check "and a unit without any function" eval "echo 'int x = 1;' >data.c && compile 0 -c data.c -o data.o && record data.o"
check "the unit line says what was compiled, by what, and how" \
	eval "compile 0 -O2 -std=gnu11 -c found.c -o found.o && record found.o 'unit[\"version\"] == 1 and unit[\"tool\"] == \"layoutcheck\" and \
	      unit[\"adapter\"] == \"gcc-plugin\" and unit[\"compiler\"].startswith(\"GCC \") and unit[\"source\"] == \"found.c\" and \
	      unit[\"object\"] == \"found.o\" and \"-O2\" in unit[\"options\"] and \"-std=gnu11\" in unit[\"options\"] and unit[\"language\"].startswith(\"GNU C\")'"
check "its folder is the one that the compiler ran in" record found.o "unit['directory'] == '$work'"
check "the source is there with its hash" \
	record found.o "[s['sha256'] for s in kind('source') if s['file'] == 'found.c'] == ['$(sha256sum found.c | cut -d' ' -f1)']"
check "the result is a failure with its rule, verdict and place" \
	record found.o '[(r["kind"], r["ruleId"], r["level"], r["properties"]["verdict"], r["locations"][0]["physicalLocation"]["region"]["startLine"])
		for r in [line["result"] for line in kind("result")]] == [("fail", "lc-short-buffer", "warning", "open", 9)]'
check "the layout of the target is there" record found.o '[(l["type"], l["size"], l["alignment"]) for l in kind("layout")] == [("struct hdr", 8, 4)]'
check "and what the function needs of its caller" \
	record found.o '[(r["function"], r["parameter"], r["name"], r["bytes"], r["external"]) for r in kind("requirement")] == [("parse", 0, "buf", 8, True)]'

check "record-dir= puts the record into a file named after the object" \
	eval "into 0 records -c found.c -o found.o && record records/found.o.gcc.jsonl 'len(kind(\"result\")) == 1'"
check "and leaves it out of the object" eval "! objdump -h found.o | grep -q layoutcheck"
check "slashes in the object's name become #" \
	eval "mkdir -p drivers/net && into 0 records -c found.c -o drivers/net/found.o && record records/drivers#net#found.o.gcc.jsonl"
check "a leading ./ is dropped" eval "rm -rf records && into 0 records -c found.c -o ./found.o && record records/found.o.gcc.jsonl"
check "two objects of one source have two records" \
	eval "into 0 records -DX -c found.c -o a.o && into 0 records -c found.c -o b.o && record records/a.o.gcc.jsonl && record records/b.o.gcc.jsonl"
check "an absolute object has one as well" \
	eval "rm -rf records && into 0 records -c found.c -o '$work/abs.o' && [ \"\$(files records)\" -eq 1 ] && record records/*.jsonl"
check "a second compile takes the place of the first" \
	eval "into 0 records -c nothing.c -o '$work/abs.o' && [ \"\$(files records)\" -eq 1 ] && record records/*.jsonl 'not kind(\"result\")'"
check "folders that are missing are made" eval "into 0 new/folder/here -c found.c -o found.o && record new/folder/here/found.o.gcc.jsonl"

# Names with spaces, %, quotes and bytes that are not UTF-8.
name=$'spa ce %s 100% "q" \xff\xe9.c'
cp found.c "$name"
rm -f -- *.o
check "a source with spaces, %, quotes and bytes that are no UTF-8 compiles with its finding" \
	eval 'compile 0 -c "$name" -o odd.o && grep -aq lc-short-buffer err'
check "its record is valid JSON in UTF-8" record odd.o 'len(kind("result")) == 1 and "100%" in unit["source"]'
check "and names it by a percent-encoded URI that gives its bytes back" \
	record odd.o 'kind("result")[0]["result"]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "spa%20ce%20%25s%20100%25%20%22q%22%20%FF%E9.c"'
check "an object of such a name has a record file of such a name" \
	eval 'rm -rf odd && into 0 "odd folder %d" -c found.c -o "${name%.c}.o" && record "odd folder %d/${name%.c}.o.gcc.jsonl"'
mkdir $'fol\xc3\xa9 d%r'
cp found.c $'fol\xc3\xa9 d%r/view.h'
echo $'#include "fol\xc3\xa9 d%r/view.h"' >include.c
check "a header of such a name is named likewise" \
	eval 'compile 0 -c include.c -o include.o && record include.o "kind(\"result\")[0][\"result\"][\"locations\"][0][\"physicalLocation\"][\"artifactLocation\"][\"uri\"] == \"fol%C3%A9%20d%25r/view.h\""'

# Where it cannot be written.
: >file
check "a record-dir= that is a file is an error that names it" eval "into 1 file -c found.c -o found.o && says 'error: layoutcheck: cannot write the record .file/found.o.gcc.jsonl.: '"
check "and the object is not taken for a checked one" eval '[ ! -e found.o ]'
check "a record-dir= below a file, likewise" eval "into 1 file/below -c found.c -o found.o && says 'cannot write the record'"
mkdir taken
mkdir taken/found.o.gcc.jsonl
check "a folder where the record is to be, likewise" eval "into 1 taken -c found.c -o found.o && says 'cannot write the record'"
check "and nothing partial is left beside it" eval '[ "$(files taken)" -eq 0 ]'
if [ "$(id -u)" -ne 0 ]; then
	mkdir locked && chmod a-w locked
	check "a folder without permission, likewise" eval "into 1 locked -c found.c -o found.o && says 'Permission denied' && [ \"\$(files locked)\" -eq 0 ]"
elif [ -d /proc/self ]; then
	check "a folder in which nothing can be made, likewise" eval "into 1 /proc/self -c found.c -o found.o && says 'cannot write the record'"
fi
# What a full disk is to write(), a limit on the size of files is as well; the record is longer than 1 KiB.
limited() {
	(
		trap '' XFSZ
		ulimit -f 1
		into 1 "$@" -w -fplugin-arg-layoutcheck-check-only -S -o /dev/null found.c
	)
}
check "no room for the whole record is an error as well" eval "limited full && says 'cannot write the record .*: File too large'"
check "and nothing partial is left" eval '[ "$(files full)" -eq 0 ]'
check "in check-only mode it is a failure as well" \
	eval "into 1 file -fplugin-arg-layoutcheck-check-only -c found.c -o found.o && says 'cannot write the record'"
check "-save-temps, -S and -o elsewhere agree on the record" \
	eval "compile 0 -S found.c -o found.s && grep -q layoutcheck found.s && as found.s -o assembled.o && record assembled.o 'len(kind(\"result\")) == 1'"
cat >needs.c <<'EOF'
struct hdr { unsigned char type; unsigned int id; } __attribute__((packed));
static unsigned int proven(const unsigned char *p) { return ((const struct hdr *)p)->id; }
static unsigned int left(const unsigned char *p) { return ((const struct hdr *)p)->id; }
unsigned int has(void) { unsigned char buf[8] = { 0 }; return proven(buf); }
unsigned int has_not(const unsigned char *buf) { return left(buf + 2); }
EOF
check "a need that the calls have settled is no requirement" \
	eval "compile 0 -c needs.c -o needs.o && record needs.o '\"proven\" not in [r[\"function\"] for r in kind(\"requirement\")]'"
check "one that a function with callers out of sight hands on is a requirement of that one, as a sum" \
	eval "record needs.o '[(r[\"bytes\"], r[\"needs\"][\"constant\"], r[\"external\"]) for r in kind(\"requirement\") if r[\"function\"] == \"has_not\"] == [(7, -7, True)]'"
check "a path that is mapped is mapped in the record as well" \
	eval "compile 0 -ffile-prefix-map='$work'=/mapped -c '$work/found.c' -o found.o && record found.o 'unit[\"directory\"] == \"/mapped\" and \"$work\" not in str(lines)'"
done_testing
