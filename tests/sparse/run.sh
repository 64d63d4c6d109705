#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs layoutcheck-sparse on each C file here and compares with the output in its last comment
# (as sparse's own tests do), then on bad input. Prints TAP. run.sh FILE.c prints what it got.
#
#   check-name: what the file shows
#   check-command: layoutcheck-sparse $file          unless said otherwise
#   check-exit-value: 0                              unless said otherwise
#   check-error-start … check-error-end: what is printed
#
# $B: where the program was built, below the repository's top or absolute; build/ by default.
set -u

cd "$(dirname "$0")" || exit 2
top=$(cd ../.. && pwd)
build=${B:-build}
case $build in /*) ;; *) build=$top/$build ;; esac
PATH=$build:$PATH
export PATH LC_ALL=C
unset LAYOUTCHECK_RECORD_DIR

if ! command -v layoutcheck-sparse > /dev/null; then
	echo "ok 1 - layoutcheck-sparse # SKIP it is not built: no source of sparse (see: make sparse)"
	echo "1..1"
	exit 0
fi

work=$(mktemp -d) || exit 2
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
count=0
failed=0

# result STATUS NAME: one line of TAP.
result() {
	count=$((count + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $count - $2"
	else
		echo "not ok $count - $2"
		failed=1
		sed 's/^/# /' "$work/why" 2>/dev/null
	fi
	: > "$work/why"
}

tag() { # FILE NAME: the rest of the line "check-NAME: …"
	sed -n "s/^.*check-$2: *//p" "$1" | head -n 1
}

run_file() { # FILE: runs it; output in $work/got, exit status in $status
	file=$1
	command=$(tag "$file" command)
	eval "${command:-layoutcheck-sparse \$file}" > "$work/got" 2>&1
	status=$?
}

if [ $# -gt 0 ]; then
	run_file "$1"
	cat "$work/got"
	exit $status
fi

for file in *.c; do
	name=$(tag "$file" name)
	want=$(tag "$file" exit-value)
	sed -n '/check-error-start/,/check-error-end/{/check-error-/d;p;}' "$file" > "$work/want"
	run_file "$file"
	diff -u "$work/want" "$work/got" > "$work/why" 2>&1 && [ "$status" -eq "${want:-0}" ]
	good=$?
	[ "$status" -eq "${want:-0}" ] || echo "exit status $status, expected ${want:-0}" >> "$work/why"
	result $good "${name:-$file has no check-name}"
done

# expect STATUS TEXT NAME COMMAND...: exit status, a text that must be printed, and what for.
expect() {
	want=$1 text=$2 name=$3
	shift 3
	"$@" > "$work/got" 2>&1
	status=$?
	{ echo "exit status $status, expected $want; expected to read: $text"; cat "$work/got"; } > "$work/why"
	[ $status -eq "$want" ] && grep -qF -e "$text" "$work/got"
	result $? "$name"
}

# The record DIR/NAME begins with a unit, ends with an end, and holds one result a finding.
record() { # DIR NAME TEXT
	{ ls -a "$1"; cat "$1/$2"; } > "$work/why" 2>&1
	head -n 1 "$1/$2" | grep -q '"kind":"unit".*"adapter":"sparse"' &&
		tail -n 1 "$1/$2" | grep -q '"kind":"end"' && grep -qF -e "$3" "$1/$2" &&
		[ "$(ls "$1" | wc -l)" -eq 1 ]
}

mkdir "$work/a b%" && cp cast-iomem.c marks.h "$work/a b%/"
cp bytes.c "$work/bytes.c"

expect 2 "no-such-file.c: cannot be read: No such file" "a file that is missing is named, exit status 2" \
	layoutcheck-sparse no-such-file.c
expect 2 "$work: cannot be read" "a folder in place of a file is named, exit status 2" layoutcheck-sparse "$work"
expect 0 "syntax.c:7:22: note: not checked here" "what sparse cannot read does not stop a build with a compiler" \
	layoutcheck-sparse -Wp,-MMD,.syntax.o.d syntax.c
expect 2 "no source file given" "no file at all is a mistake of the command line" layoutcheck-sparse -Wall
expect 2 "expected --record-dir=DIR" "an option misspelt is answered with those that there are" \
	layoutcheck-sparse --record-dri=x bytes.c
expect 2 "cast-iomem.c:6:20: warning:" "one bad file does not keep the others from being checked" \
	layoutcheck-sparse no-such-file.c cast-iomem.c
expect 0 "Usage: layoutcheck-sparse" "--help prints the usage" layoutcheck-sparse --help
expect 0 "(sparse " "--version names the version of sparse" layoutcheck-sparse --version
: > "$work/empty.c"
layoutcheck-sparse "$work/empty.c" > "$work/why" 2>&1 && [ ! -s "$work/why" ]
result $? "an empty file is a file without findings"

layoutcheck-sparse --record-dir="$work/r1" -o drivers/x/cast.o cast-iomem.c 2> /dev/null
record "$work/r1" 'drivers#x#cast.o.sparse.jsonl' '"ruleId":"lc-address-space"'
result $? "the record is named after the object of -o"
layoutcheck-sparse --record-dir="$work/r2" -Wp,-MMD,drivers/x/.cast.o.d cast-iomem.c 2> /dev/null
record "$work/r2" 'drivers#x#cast.o.sparse.jsonl' '"object":"drivers/x/cast.o"'
result $? "the record is named after the object of a kernel's dependency file"
layoutcheck-sparse --record-dir="$work/r3" -MMD -MF out/cast.d cast-iomem.c 2> /dev/null
record "$work/r3" 'out#cast.o.sparse.jsonl' '"results":1'
result $? "the record is named after the object of -MF"
LAYOUTCHECK_RECORD_DIR=$work/r4 layoutcheck-sparse bytes.c
record "$work/r4" 'bytes.o.sparse.jsonl' '"results":0'
result $? "the environment names the folder too, and a file without findings has a record"
LAYOUTCHECK_RECORD_DIR=$work/r5 layoutcheck-sparse --no-record bytes.c
[ ! -e "$work/r5" ]
result $? "--no-record writes none"
layoutcheck-sparse --record-dir="$work/r6" "$work/a b%/cast-iomem.c" > "$work/got" 2>&1
grep -q 'a b%/cast-iomem.c:6:20: warning' "$work/got" && record "$work/r6" 'cast-iomem.o.sparse.jsonl' 'a%20b%25/cast-iomem.c'
result $? "a path with spaces and % is printed as it is and encoded in the record"
layoutcheck-sparse --record-dir="$work/r7" syntax.c > /dev/null 2>&1
[ $? -eq 2 ] && [ -z "$(ls -A "$work/r7" 2>/dev/null)" ]
result $? "a file that could not be read leaves no record"
layoutcheck-sparse --record-dir="$work/r8" implied-return.c > /dev/null 2>&1
grep -q '"verdict":"proven","how":"__iomem is kept"' "$work/r8/implied-return.o.sparse.jsonl"
result $? "a view that keeps its mark stands in the ledger as proven"
: > "$work/file"
expect 2 "cannot write the record" "a folder that cannot be written to is a message and exit status 2" \
	layoutcheck-sparse --record-dir="$work/file/below" cast-iomem.c

# What the kernel's scripts/checker-valid.sh asks: the word that switches C=1 off must not appear.
printf 'static inline int u(const int *q)\n{\n\t__typeof_unqual__(*q) v = *q;\n\treturn v;\n}\n' > "$work/stub"
layoutcheck-sparse --record-dir="$work/r9" "$work/stub" > "$work/why" 2>&1
[ $? -eq 0 ] && ! grep -q error "$work/why" && [ ! -e "$work/r9" ]
result $? "the kernel's test of a checker is passed, and leaves no record"
cat ./*.c | sed -n '/check-error-start/,/check-error-end/{/check-error/d;/syntax.c\|missing-header.c/d;p;}' > "$work/why"
grep -q warning "$work/why" && ! grep -q error "$work/why"
result $? "no finding holds the word that switches the kernel's check off"

echo "1..$count"
exit $failed
