#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# usage: lint.sh [FILE...]
# What reviewers should not have to say: format, warnings, shell traps, licence lines,
# files too long, and names of places that mean nothing to anyone else. Silence is good.
set -u

cd "$(dirname "$0")/../.." || exit 1
longest=600
complaints=0

complain() {
	printf '%s\n' "$1" >&2
	complaints=$((complaints + 1))
}
# have PROGRAM: is it there? If not, say what goes unchecked.
have() {
	command -v "$1" >/dev/null && return
	echo "lint: no $1 here: $2 unchecked" >&2
	return 1
}

if [ $# -gt 0 ]; then
	files=("$@")
else
	mapfile -t files < <(git ls-files | while IFS= read -r file; do [ ! -f "$file" ] || echo "$file"; done)
fi
c_files=() shell_files=()
for file in "${files[@]}"; do
	case $file in
	*.c | *.h | *.cc) c_files+=("$file") ;;
	*) head -c 64 "$file" | head -n 1 | grep -aEq '^#!.*\b(ba)?sh\b' && shell_files+=("$file") ;;
	esac
done

if have clang-format "the format of C files is"; then
	for file in "${c_files[@]}"; do
		# The layout of a plugin test is part of what it tests.
		[[ $file != tests/plugin/* && $file != tests/recall/*.c ]] || continue
		lines=$(clang-format "$file" | diff "$file" - | grep -c '^[<>]')
		[ "$lines" -eq 0 ] || complain "$file: $lines lines differ from what 'clang-format -i $file' makes of it"
	done
fi

# LINT_CC is our compiler with its warnings, from the Makefile; without it, no compile.
if [ -n "${LINT_CC:-}" ]; then
	for file in "${c_files[@]}"; do
		case $file in
		core/*.c | sarif/*.c | cli/*.c | plugin/*.c)
			# shellcheck disable=SC2086 # a command and its options
			$LINT_CC -Werror -fsyntax-only "$file" || complain "$file: warnings" ;;
		esac
	done
fi

if [ ${#shell_files[@]} -gt 0 ] && have shellcheck "shell scripts are"; then
	# SC2016: a $ in single quotes is meant for the program that gets it; SC1091: sourced files are checked by themselves.
	shellcheck -S warning -e SC2016,SC1091 "${shell_files[@]}" || complain "shellcheck: the above"
fi

for file in "${files[@]}"; do
	case $file in
	LICENSE* | */LICENSE* | *.md | *.json | *.sarif | *.jsonl | *.txt | *.expected | *.sites | .gitignore) ;;
	*)
		head -n 3 "$file" | grep -aq 'SPDX-License-Identifier: ' ||
			complain "$file:1: expected a line 'SPDX-License-Identifier: ...' first" ;;
	esac
	case $file in
	LICENSE* | */LICENSE* | *.json | *.sarif | *.jsonl) ;;
	# One header that anyone can copy into a tree of his own.
	include/layoutcheck.h) ;;
	*)
		length=$(wc -l <"$file")
		[ "$length" -le $longest ] || complain "$file:$longest: $length lines; look for the wall past $longest" ;;
	esac
done

# A committed text names neither a registry's host nor a path of somebody's machine.
hosts='https?://[^ /]*(debian|npmjs|pypi|golang|ubuntu)[^ /]*/'
paths='(^|[^A-Za-z0-9_.$})*-])/(work|root|tmp/(real|brief|bare))/'
grep -IEn "$hosts|$paths" -- "${files[@]}" | grep -v '^tests/tools/lint.sh:' >&2 && complain "the above name a host or a machine's path"

[ $complaints -eq 0 ] || { echo "lint: $complaints complaints" >&2; exit 1; }
