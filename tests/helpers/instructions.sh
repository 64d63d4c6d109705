#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Each helper of layoutcheck.h costs what the check written by hand costs: compares the
# pairs of instructions.c, compiled at -O2. On x86-64 the instructions are the same; on
# other machines registers and order may differ, but there are not more.
CC=${CC:-gcc}
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
count=0 failed=0

# The instructions of function $1, with labels numbered in order of appearance.
body() {
	awk -v name="$1" '
	index($0, name ":") == 1 { on = 1; next }
	on && /^\t\.size|^\.Lfunc_end/ { exit }
	{ sub(/[ \t]*(# |@ |\/\/ ).*/, "") }
	$0 == "" || /^\.L[A-Z]*FB[0-9]*:/ { next }
	on && /^\t\./ { next }
	on {
		line = $0; out = ""
		while (match(line, /\.L[A-Z]*[0-9]+(_[0-9]+)?/)) {
			label = substr(line, RSTART, RLENGTH)
			if (!(label in number)) number[label] = ++n
			out = out substr(line, 1, RSTART - 1) ".L" number[label]
			line = substr(line, RSTART + RLENGTH)
		}
		print out line
	}' "$work/all.s"
}

# The number of instructions in what body() gave.
instructions() { grep -vc '^\.L' "$1"; }

# compare COMPILER EXACT: all pairs; EXACT: the same instructions, else not more.
compare() {
	case $($1 --version) in
	*clang*) alone= ;;
	*) alone=-fno-ipa-icf ;; # else one of two equal functions is a jump to the other
	esac
	machine=$($1 -dumpmachine | cut -d- -f1)
	# shellcheck disable=SC2086 # options, or none
	if ! $1 $alone -std=c11 -O2 -fno-asynchronous-unwind-tables $3 \
		-I"$top/include" -S -o "$work/all.s" "$top/tests/helpers/instructions.c"; then
		count=$((count + 1)) failed=1
		echo "not ok $count - $machine: instructions.c compiles"
		return
	fi
	for name in $(sed -n 's/^int \(.*\)_by_hand(.*/\1/p' "$top/tests/helpers/instructions.c"); do
		count=$((count + 1))
		body "${name}_by_hand" >"$work/hand"
		body "${name}_by_helper" >"$work/helper"
		diff -u "$work/hand" "$work/helper" >"$work/diff"
		same=$?
		[ "$2" = exact ] || [ "$(instructions "$work/helper")" -gt "$(instructions "$work/hand")" ] || same=0
		if [ -s "$work/hand" ] && [ -s "$work/helper" ] && [ $same = 0 ]; then
			echo "ok $count - $machine: $name: the helper costs what the check by hand costs"
		else
			echo "not ok $count - $machine: $name: the helper costs what the check by hand costs"
			sed 's/^/# /' "$work/diff" 2>/dev/null
			failed=1
		fi
	done
}

# skip COMPILER: it is not there.
skip() {
	count=$((count + 1))
	echo "ok $count - $1 compiles the pairs # SKIP $1 is not installed"
}

if [ "$($CC -dumpmachine | cut -d- -f1)" = x86_64 ]; then
	compare "$CC" exact -fcf-protection=none
else
	compare "$CC" "" ""
fi
for machine in aarch64-linux-gnu arm-linux-gnueabihf riscv64-linux-gnu; do
	if command -v $machine-gcc >/dev/null; then
		compare $machine-gcc "" ""
	else
		skip $machine-gcc
	fi
done
echo "1..$count"
exit $failed
