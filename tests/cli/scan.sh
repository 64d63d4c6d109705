#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# scan: a compilation database or a build is checked, without touching it, and only what changed.
# shellcheck disable=SC2154 # support.sh sets top and layoutcheck
. "$(dirname "$0")/lib/support.sh"

plugin=$top/${B:-build}/plugin/layoutcheck.so
mkdir project && cd project || exit 2
cat >short.c <<'END'
#include "hdr.h"
int parse(const unsigned char *buf, unsigned long len)
{
	const struct hdr *h = (const struct hdr *)buf;

	return len < 4 ? 0 : h->a[7];
}
END
cat >'two words.c' <<'END'
#include "hdr.h"
int parse2(const unsigned char *buf, unsigned long len)
{
	const struct hdr *h = (const struct hdr *)buf;

	return len < sizeof(*h) ? 0 : h->a[7];
}
END
echo 'struct hdr { unsigned char a[8]; };' >hdr.h
printf 'all: short.o two.o\nshort.o: short.c hdr.h\n\tgcc -c short.c -o short.o\ntwo.o: hdr.h\n\tcc -c "two words.c" -o two.o\n' >Makefile
database() { # ENTRY...
	local IFS=,
	echo "[$*]" >compile_commands.json
}
short="{\"directory\":\"$PWD\",\"file\":\"short.c\",\"command\":\"gcc -Wall -MD -MF short.d -c -o short.o short.c\"}"
two="{\"directory\":\"$PWD\",\"file\":\"two words.c\",\"arguments\":[\"ccache\",\"gcc\",\"-c\",\"two words.c\",\"-otwo.o\"]}"
other="{\"directory\":\"$PWD\",\"file\":\"start.S\",\"command\":\"gcc -c start.S\"}"
database "$short" "$two" "$other"

scan() { # STATUS ARGUMENT...
	local status=$1
	shift
	run "$status" scan --plugin="$plugin" --state="$work/state" "$@"
}
untouched() {
	[ "$(ls -A | tr '\n' ' ')" = "Makefile compile_commands.json err hdr.h out short.c two words.c " ]
}

check "a database is checked, and its findings are listed" \
	eval 'scan 1 && prints "short.c:6:23: warning:" && prints "[lc-short-buffer]" && [ "$(wc -l <out)" -eq 1 ]'
check "all sources of C were compiled" says "2 sources: 2 checked, 0 unchanged"
check "nothing was written in the project" untouched
check "the log is SARIF" sarif "$work/state/results.sarif" 'len(results) == 1 and uri(results[0]) == "short.c"'
check "a second scan compiles nothing, and says the same" \
	eval 'scan 1 && says "2 sources: 0 checked, 2 unchanged" && prints "short.c:6:23: warning:"'
touch hdr.h
check "a header that changed makes both be compiled" eval 'scan 1 && says "2 checked, 0 unchanged"'
touch short.c
check "a source that changed is compiled alone" eval 'scan 1 && says "1 checked, 1 unchanged"'
database "${short/-Wall/-O2}" "$two"
check "so is one with another command" eval 'scan 1 && says "1 checked, 1 unchanged"'
check "a source can be named" eval 'scan 0 "two words.c" && says "1 source: 0 checked, 1 unchanged"'
check "one that the database has not fails" eval 'scan 2 hdr.h && says "has none of the sources"'
check "--level=error does not list warnings" eval 'scan 0 --level=error && [ ! -s out ]'
check "--output chooses the file" eval 'scan 1 -o named.sarif && sarif named.sarif "len(results) == 1"'
check "--output=- prints the log alone" eval 'scan 1 -o - && mv out log.sarif && sarif log.sarif "len(results) == 1"'
check "--ledger writes what is proven" \
	eval 'scan 1 --ledger -o named.sarif && sarif named.sarif "any(r[\"kind\"] == \"pass\" for r in results)"'
check "--github writes logs for GitHub as well" \
	eval 'scan 1 --github=hub --category=x86 && sarif hub/x86.sarif "[r[\"ruleId\"] for r in results] == [\"lc-short-buffer/open\"]"'
check "a ledger is not for those" \
	eval 'scan 1 --github=hub --category=x86 --ledger -o named.sarif && sarif hub/x86.sarif "len(results) == 1" && sarif named.sarif "len(results) > 1"'
rm -rf named.sarif log.sarif hub
check "a source that is gone fails, and the rest is told" \
	eval 'database "$short" "${two//two words/gone}"; scan 2 && says "gone.c: cannot be compiled: exit code 1" && prints "short.c:6:23"'
mv short.c away.c
check "one that is gone since the last scan is no longer unchanged" eval 'scan 2 && says "short.c: cannot be compiled"'
mv away.c short.c

check "no database is an error that says how else" eval 'rm compile_commands.json; scan 2 && says "layoutcheck scan -- make"'
check "one that is no JSON says where" eval 'echo "[{]" >compile_commands.json; scan 2 && says "compile_commands.json:1:"'
check "an entry without a command is told by its number" \
	eval 'echo "[{\"directory\":\"/\",\"file\":\"a.c\"}]" >compile_commands.json; scan 2 && says "entry 1: expected \"arguments\" or \"command\""'
check "so is an open quote" \
	eval 'echo "[{\"directory\":\"/\",\"file\":\"a.c\",\"command\":\"gcc \\\"a\"}]" >compile_commands.json; scan 2 && says "entry 1: a quote"'
database "$short"
check "a plugin that is not there is said once" \
	eval 'run 2 scan --plugin=none --state="$work/none" && says "gcc: cannot load the plugin '"'none'"'"'
check "0 jobs are too few" eval 'scan 2 -j 0 && says "expected a number from 1"'
rm compile_commands.json

check "a build is checked" eval 'scan 1 -- make -s -j2 && prints "short.c:6:23: warning:"'
check "by its name the other compiler too" eval '[ "$(wc -l <"$work/state/objects")" -eq 2 ]'
check "a second build that makes nothing says the same" eval 'scan 1 -- make -s && prints "short.c:6:23: warning:"'
rm -f short.o
check "an object that is gone is not reported" eval 'scan 0 -- true'
check "a build that fails is told, and what it made reported" \
	eval 'scan 2 -- sh -c "make -s; exit 3" && says "exit code 3" && prints "short.c:6:23"'
check "what is compiled and linked at once is checked" \
	eval 'rm -f short.o two.o; scan 1 -- gcc -shared -fPIC short.c -o short.so && prints "short.c:6:23"'
printf '#!/bin/sh\nexit 1\n' >gcc-9 && chmod +x gcc-9
no_plugin() { # a compiler that cannot load it compiles all the same
	printf '#!/bin/sh\nfor a; do case $a in -fplugin*) exit 1;; esac; done\nexec gcc "$@"\n' >gcc-9
	PATH=$PWD:$PATH scan 2 -- sh -c 'rm -f short.o; gcc-9 -c short.c -o nine.o && test -s nine.o && exit 7'
	says "gcc-9: cannot load the plugin: what it compiled is not checked"
}
check "a compiler without the plugin compiles, and is named" no_plugin
# Ctrl-C reaches all of a group of processes, this script not among them.
interrupted() { # ARGUMENT...
	setsid -w "$layoutcheck" scan --plugin="$plugin" "$@" >out 2>err
	[ $? -eq 2 ] && says "interrupted"
}
check "a build that Ctrl-C ends is told, and what it made reported" \
	eval 'rm -f short.o two.o; interrupted --state="$work/state" -- sh -c "make -s short.o; kill -INT 0; sleep 9" && prints "short.c:6:23"'
rm -f short.o two.o short.so nine.o gcc-9
database "$short" "$two"
printf '#!/bin/sh\ncase $* in *two?words.c*) kill -INT 0; sleep 9 ;; esac\nexec gcc "$@"\n' >"$work/gcc-slow" && chmod +x "$work/gcc-slow"
check "so is a scan of the database" \
	eval 'interrupted --state="$work/slow" -j1 --cc="$work/gcc-slow" && says "2 sources: 1 checked, 0 unchanged" && prints "short.c:6:23"'
check "without a word on the compilers that it ended" eval '! says "cannot be compiled"'
printf '#!/bin/sh\nexec gcc "$@"\n' >"$work/gcc-slow"
check "the next one goes on from there" \
	eval 'run 1 scan --plugin="$plugin" --state="$work/slow" --cc="$work/gcc-slow" && says "2 sources: 1 checked, 1 unchanged"'
rm compile_commands.json
check "-- without a command is an error" eval 'scan 2 -- ; says "expected a command"'
done_testing
