#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Each helper of layoutcheck.h compiles to the instructions of the check written
# by hand: compares the pairs of instructions.c, compiled at -O2.
CC=${CC:-gcc}
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

if [ "$($CC -dumpmachine | cut -d- -f1)" != x86_64 ]; then
	echo "1..0 # SKIP the pairs were written for x86-64"
	exit 0
fi
case $($CC --version) in
*clang*) alone= ;;
*) alone=-fno-ipa-icf ;; # else one of two equal functions is a jump to the other
esac
if ! $CC $alone -std=c11 -O2 -fno-asynchronous-unwind-tables -fcf-protection=none \
	-I"$top/include" -S -o "$work/all.s" "$top/tests/helpers/instructions.c"; then
	echo "not ok 1 - instructions.c compiles"
	exit 1
fi

# The instructions of function $1, with labels numbered in order of appearance.
body() {
	awk -v name="$1" '
	index($0, name ":") == 1 { on = 1; next }
	on && /^\t\.size|^\.Lfunc_end/ { exit }
	{ sub(/[ \t]*# .*/, "") }
	$0 == "" { next }
	on && /^\t\./ { next }
	on {
		line = $0; out = ""
		while (match(line, /\.L[A-Z]*[0-9]+/)) {
			label = substr(line, RSTART, RLENGTH)
			if (!(label in number)) number[label] = ++n
			out = out substr(line, 1, RSTART - 1) ".L" number[label]
			line = substr(line, RSTART + RLENGTH)
		}
		print out line
	}' "$work/all.s"
}

count=0 failed=0
for name in $(sed -n 's/^int \(.*\)_by_hand(.*/\1/p' "$top/tests/helpers/instructions.c"); do
	count=$((count + 1))
	body "${name}_by_hand" >"$work/hand"
	body "${name}_by_helper" >"$work/helper"
	if [ -s "$work/hand" ] && diff -u "$work/hand" "$work/helper" >"$work/diff"; then
		echo "ok $count - $name: the helper costs what the check by hand costs"
	else
		echo "not ok $count - $name: the helper costs what the check by hand costs"
		sed 's/^/# /' "$work/diff" 2>/dev/null
		failed=1
	fi
done
echo "1..$count"
exit $failed
