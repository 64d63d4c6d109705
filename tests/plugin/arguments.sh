#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The plugin's arguments: what each does, and what is said of one that is wrong.
# shellcheck source=tests/plugin/lib/support.sh disable=SC2154
. "$(dirname "$0")/lib/support.sh"

unknown_argument() {
	option 1 nonsense && says "error: .*-fplugin-arg-layoutcheck-nonsense' is not known" &&
		for name in record-dir= enable= disable= level= model= werror check-only strict; do
			says "valid: .*$name" || return 1
		done
}
unknown_rule() { # ARGUMENT
	option 1 "$1" && says "error: .*'lc-nothing' is no rule" && says 'lc-short-buffer, lc-misaligned'
}
no_object() {
	[ ! -e found.o ]
}
two_mistakes() {
	option 1 nonsense level=loud && says nonsense && says "'loud' is no level"
}
speaks() { # LEVEL: of lc-short-buffer
	says "found.c:9:[0-9]+: $1: .*\[lc-short-buffer\]"
}

check "an unknown argument is an error that lists the valid ones" unknown_argument
check "and no object is left" no_object
check "an unknown rule in enable= is an error that lists the rules" unknown_rule enable=lc-nothing
check "an unknown rule in disable= too" unknown_rule disable=lc-short-buffer,lc-nothing
check "an unknown rule in level= too" unknown_rule level=lc-nothing:note
check "two mistakes give two errors" two_mistakes
for name in enable disable level model record-dir; do
	check "$name without a value is an error" eval "option 1 $name && says \"error: .*-$name' needs a value\""
done
for name in werror check-only strict; do
	check "$name with a value is an error" eval "option 1 $name=1 && says \"error: .*-$name' takes no value\""
done
check "a level that is none is an error that lists the levels" \
	eval "option 1 level=loud && says \"'loud' is no level.*note, warning, error\""
check "so is one for a rule" eval "option 1 level=lc-misaligned:loud && says \"'loud' is no level\""

check "without arguments the finding is a warning and the compile succeeds" eval "option 0 && speaks warning"
check "disable=lc-short-buffer silences the rule" eval "option 0 disable=lc-short-buffer && silent"
check "and takes its verdicts out of the ledger" \
	record found.o 'not [v for c in kind("conversion") for v in c["verdicts"] if v["rule"] == "lc-short-buffer"]'
check "enable=lc-misaligned chooses that rule alone" eval "option 0 enable=lc-misaligned && silent"
check "and the ledger has that rule alone" \
	record found.o '{v["rule"] for c in kind("conversion") for v in c["verdicts"]} == {"lc-misaligned"}'
check "enable= takes several rules" eval "option 0 enable=lc-misaligned,lc-short-buffer && speaks warning"
check "a second enable= adds to the first" \
	eval "option 0 enable=lc-misaligned enable=lc-short-buffer && speaks warning"
check "level=error keeps warnings from being printed" eval "option 0 level=error && silent"
check "but not out of the record" record found.o 'len(kind("result")) == 1'
check "level=lc-short-buffer:note makes it a note, which is not printed" \
	eval "option 0 level=lc-short-buffer:note && silent"
check "level=note prints it" eval "option 0 level=lc-short-buffer:note level=note && speaks note"

check "werror makes a finding an error" eval "option 1 werror && speaks error"
check "and no object is left behind" no_object
check "werror does not touch a unit without findings" \
	compile 0 -fplugin-arg-layoutcheck-werror -c nothing.c -o nothing.o
check "werror does not touch other warnings" \
	eval "echo 'int f(void) { int unused; return 0; }' >other.c && \
	      compile 0 -fplugin-arg-layoutcheck-werror -Wall -c other.c -o other.o && says 'warning: unused'"

# A model: struct message holds its bytes and their number.
cat >message.c <<'C'
typedef unsigned char u8;
struct message {
	u8 *body;
	unsigned int filled;
};
unsigned int read_message(const struct message *m)
{
	return *(unsigned int *)m->body;
}
C
printf 'layoutcheck-model 2\n# how messages hold their bytes\npair\tmessage\tbody\tfilled\t-\tpacket\t-\t-\n' >good.model
printf 'layoutcheck-model 2\n\npair\tmessage\tbody\n' >short.model
printf 'layoutcheck-model 2\npair\tmessage\tbody\tfilled\t-\tnowhere\t-\t-\n' >domain.model
printf 'layoutcheck-model 2\nmap\tget(a)\tfirst\n' >number.model
printf 'layoutcheck-model 2\nnonsense\tget\n' >kind.model
printf 'pairs:\n  - {struct: message, pointer: body, bytes: filled}\n' >magic.model
: >empty.model
model() { # STATUS FILE
	rm -f message.o
	compile "$1" -fplugin-arg-layoutcheck-model="$2" -c message.c -o message.o
}
check "without a model a length that has no usual name is none" compile 0 -c message.c -o message.o
check "and nothing is said" silent
check "with one its length is missed" eval "model 0 good.model && says \"'m->filled' is not compared\""
check "and the domain is in the record" record message.o 'kind("conversion")[0]["origin"]["domain"] == "packet"'
check "the record names another model than without" \
	eval 'compile 0 -c message.c -o without.o && objcopy --dump-section .layoutcheck=a without.o x.o &&
	      objcopy --dump-section .layoutcheck=b message.o x.o &&
	      [ "$(grep -o "\"model\":\"[0-9a-f]*\"" a)" != "$(grep -o "\"model\":\"[0-9a-f]*\"" b)" ]'
check "a model line with too few fields is named by file and line" \
	eval "model 1 short.model && says 'short.model:3: .*expected 7'"
check "a domain that is none, likewise" eval "model 1 domain.model && says \"domain.model:2: 'domain' cannot be 'nowhere'\""
check "a number that is none, likewise" eval "model 1 number.model && says \"number.model:2: 'first' is no parameter\""
check "an entry of no known kind, likewise" eval "model 1 kind.model && says 'kind.model:2: .*nonsense'"
check "a file that is no model, likewise" eval "model 1 magic.model && says 'magic.model:1: .*layoutcheck model compile'"
check "an empty file, likewise" eval "model 1 empty.model && says 'empty.model:1: '"
check "a model that is not there is named" eval "model 1 absent.model && says 'absent.model: No such file'"
check "a folder is no model" eval "mkdir -p folder && model 1 folder && says 'folder: '"

check_only() {
	rm -rf only && mkdir only && cd only || return 1
	"${cc[@]}" -fplugin="$plugin" -fplugin-arg-layoutcheck-check-only "$@" -c ../found.c -o found.o >../err 2>&1
	local status=$?
	cd ..
	return $status
}
check "check-only finds what a compile finds" eval "check_only && says '\[lc-short-buffer\]'"
check "and leaves the record in a file of the current folder" \
	record only/found.o.gcc.jsonl 'len(kind("result")) == 1 and unit["object"] == "found.o"'
check "with record-dir= it goes there" eval "check_only -fplugin-arg-layoutcheck-record-dir=kept/here && \
	record only/kept/here/found.o.gcc.jsonl && [ ! -e only/found.o.gcc.jsonl ]"
check "check-only with werror fails for a finding" \
	eval "! check_only -fplugin-arg-layoutcheck-werror && says 'error: .*\[lc-short-buffer\]'"
check "and has recorded it" record only/found.o.gcc.jsonl 'len(kind("result")) == 1'
check "a guard that is forgotten is missed: proven before" \
	eval 'cat >guarded.c <<<"$(sed "s/^{/{ if (len < 8) return 0;/" found.c)" && compile 0 -c guarded.c -o found.o && silent'
forget() {
	compile "$1" -fplugin-arg-layoutcheck-check-only -fplugin-arg-layoutcheck-forget="$2" -c guarded.c -o found.o
}
check "and a finding without it" eval 'forget 0 guarded.c:8:6 && says "\[lc-short-buffer\]"'
check "where there is no guard the test is told so" eval 'forget 1 guarded.c:9:1 && says "nothing to forget at guarded.c:9:1"'
check "a place that is none is an error" eval 'forget 1 guarded.c && says "expected FILE:LINE:COLUMN"'
check "and nothing is forgotten in what will be linked" \
	eval 'compile 1 -fplugin-arg-layoutcheck-forget=guarded.c:8:6 -c guarded.c -o found.o && says "needs .*check-only"'
check "check-only leaves the dependencies that -MD asks for" \
	eval "compile 0 -fplugin-arg-layoutcheck-check-only -MD -MF found.d -c found.c -o found.o && grep -q '^found.o: found.c' found.d"
check "check-only works without an object at all" \
	eval "compile 0 -fplugin-arg-layoutcheck-check-only -S -o /dev/null found.c && speaks warning"
echo 'int uninitialised(void) { int a; return a; }' >uninitialised.c
check "and leaves the compiler's own late warnings to the compile, as -fsyntax-only does" \
	eval 'compile 0 -Wuninitialized -fplugin-arg-layoutcheck-check-only -O2 -c uninitialised.c -o only.o && silent'
check "which has them" eval 'compile 0 -Wuninitialized -O2 -c uninitialised.c -o only.o && says Wuninitialized'
done_testing
