#!/bin/bash
# SPDX-License-Identifier: MIT
# A log much larger than the memory allowed is written and read, result by result.
# LC_LARGE: number of results; 100000 is some 100 MB.

build=${B:-build}
read_log=$build/tests/sarif/read_log
n=${LC_LARGE:-100000}
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
failed=0

ok() { # NUMBER SENTENCE, after the command that decides
	if [ $? -eq 0 ]; then
		echo "ok $1 - $2"
	else
		echo "not ok $1 - $2"
		failed=1
	fi
}

echo 1..4
"$read_log" --make "$n" >"$scratch/large.sarif" && "$read_log" "$scratch/large.sarif" >"$scratch/out"
grep -q ": $n results$" "$scratch/out"
ok 1 "every result of a large log is read"

peak=$(sed -n 's/^peak: \([0-9]*\) KiB$/\1/p' "$scratch/out")
echo "# $(wc -c <"$scratch/large.sarif") bytes, peak $peak KiB"
[ "${peak:-999999}" -lt 20000 ]
ok 2 "a large log is read in less than 20 MB"

(ulimit -v 60000 && "$build/layoutcheck" lint --level=error "$scratch/large.sarif" >"$scratch/out" 2>&1)
ok 3 "and looked through for what is wrong in less than 60 MB of address space"

truncate -s -40 "$scratch/large.sarif"
"$read_log" "$scratch/large.sarif" >"$scratch/out"
[ $? -eq 1 ] && grep -q "large.sarif:[0-9]*: expected .* found the end of the file (byte [0-9]*)" "$scratch/out"
ok 4 "a large log that is cut short is an error at its last line"
exit $failed
