# SPDX-License-Identifier: GPL-2.0-or-later
# What the scripts of this folder share: TAP, a scratch folder with sources, compiles with the plugin.
# shellcheck shell=bash

set -u
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
built=${B:-build}/plugin
[[ $built == /* ]] || built=$top/$built
plugin=$built/layoutcheck.so
read -ra cc <<<"${CC:-gcc}"
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 2
export LC_ALL=C CCACHE_DISABLE=1
tests=0 failures=0

# One function whose length nobody looks at, and one that has nothing to say.
cat >found.c <<'C'
typedef unsigned char u8;
struct hdr {
	u8 type, flags;
	unsigned short length;
	unsigned int id;
};
unsigned int parse(const u8 *buf, unsigned long len)
{
	return ((const struct hdr *)buf)->id;
}
C
: >err
echo 'int nothing(int a) { return a + 1; }' >nothing.c

# pass SENTENCE, fail SENTENCE: one test's outcome; `fail` shows what the compiler said.
pass() {
	echo "ok $((++tests)) - $1"
}
fail() {
	echo "not ok $((++tests)) - $1"
	failures=$((failures + 1))
	[ ! -e err ] || sed 's/^/# /' err | cut -c 1-400 | head -n 30
}
# check SENTENCE COMMAND...: passes if COMMAND succeeds.
check() {
	local sentence=$1
	shift
	if "$@"; then pass "$sentence"; else fail "$sentence"; fi
}
# todo SENTENCE COMMAND...: as check, for what is known not to be so yet: it counts as skipped.
todo() {
	local sentence=$1
	shift
	if "$@"; then pass "$sentence"; else echo "not ok $((++tests)) - $sentence # TODO"; fi
}
done_testing() {
	echo "1..$tests"
	[ $failures -eq 0 ]
	exit
}

# compile STATUS ARGUMENT...: compiles with the plugin; true if the exit status is STATUS. What it says is in err.
compile() {
	local expected=$1 status
	shift
	"${cc[@]}" -fplugin="$plugin" "$@" >err 2>&1
	status=$?
	[ $status -eq "$expected" ] && return
	echo "exit status $status, expected $expected" >>err
	return 1
}
# option STATUS NAME[=VALUE]...: compiles found.c with these arguments of the plugin.
option() {
	local expected=$1 arguments=()
	shift
	for argument in "$@"; do
		arguments+=("-fplugin-arg-layoutcheck-$argument")
	done
	rm -f found.o
	compile "$expected" "${arguments[@]}" -c found.c -o found.o
}
says() { # REGEX: the compiler said it
	grep -qE -- "$1" err
}
silent() {
	[ ! -s err ]
}
# record FILE [EXPRESSION]: is the record in FILE (an object, or a record file) whole, and does the Python
# expression hold of its `lines` and its `unit`? `kind(K)` gives the lines of kind K.
record() {
	local file=$1
	if [[ $file != *.jsonl ]]; then
		rm -f section
		objcopy --dump-section .layoutcheck=section "$1" copy.o 2>>err || return 1
		file=section
	fi
	python3 - "$file" "${2:-True}" >>err 2>&1 <<'PY'
import json, sys
lines = [json.loads(line) for line in open(sys.argv[1], "rb").read().replace(b"\0", b"").decode("utf-8").splitlines()]
unit = lines[0]
kind = lambda name: [line for line in lines if line["kind"] == name]
assert unit["kind"] == "unit" and lines[-1]["kind"] == "end", [line["kind"] for line in lines]
assert lines[-1]["conversions"] == len(kind("conversion")) and lines[-1]["results"] == len(kind("result")), lines[-1]
assert eval(sys.argv[2]), lines
PY
}
