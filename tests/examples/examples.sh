#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The worked examples: right on good and truncated input under sanitizers, no crash in a
# bounded run of a fuzzer, and every view of theirs held by a helper.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
built=${B:-build}
[[ $built == /* ]] || built=$top/$built
CC=${CC:-gcc}
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
examples=("$top"/examples/*.c)
include=(-std=c11 -Wall -Wextra -Werror -I"$top/include" -I"$top/examples")
count=0 failed=0

check() { # SENTENCE COMMAND...
	local sentence=$1
	shift
	count=$((count + 1))
	if "$@" >log 2>&1; then
		echo "ok $count - $sentence"
	else
		echo "not ok $count - $sentence"
		sed 's/^/# /' log | tail -n 40
		failed=1
	fi
}
skip() { # SENTENCE WHY
	count=$((count + 1))
	echo "ok $count - $1 # SKIP $2"
}

check "the examples compile without a warning, with sanitizers" $CC "${include[@]}" -g -O1 \
	-fsanitize=address,undefined -fno-sanitize-recover=all "${examples[@]}" \
	"$top/tests/examples/test_examples.c" -lcmocka -o examples
check "they are right, on truncated and misaligned input too" ./examples
for machine in aarch64-linux-gnu arm-linux-gnueabihf riscv64-linux-gnu; do
	if command -v $machine-gcc >/dev/null; then
		check "they compile for ${machine%%-*}" $machine-gcc "${include[@]}" -O2 -c "${examples[@]}"
	else
		skip "they compile for ${machine%%-*}" "no $machine-gcc"
	fi
done

if clang -fsanitize=fuzzer,address -xc - -o probe >/dev/null 2>&1 <<<'int LLVMFuzzerTestOneInput(const char *d, unsigned long n) { return !d && n; }'; then
	check "the fuzz target compiles" clang "${include[@]}" -g -O1 -fsanitize=fuzzer,address,undefined \
		-fno-sanitize-recover=all "${examples[@]}" "$top/tests/examples/fuzz.c" -o fuzz
	check "no crash in 200000 runs" ./fuzz -runs=200000 -seed=1 -max_len=256 -verbosity=0
else
	skip "no crash in 200000 runs" "no clang with libFuzzer"
fi

held() {
	local file
	for file in "${examples[@]}"; do
		$CC "${include[@]}" -O2 -fplugin="$built/plugin/layoutcheck.so" -c "$file" -o "$(basename "$file" .c).o" || return 1
	done
	"$built/layoutcheck" report --json . >report.json || return 1
	cat report.json
	python3 -c '
import json
all = json.load(open("report.json"))["conversions"]["all"]
assert all["conversions"] > 5 and all["held"] == all["conversions"], all'
}
if [ -e "$built/plugin/layoutcheck.so" ]; then
	check "every view in them is held by a helper" held
else
	skip "every view in them is held by a helper" "no plugin"
fi
echo "1..$count"
exit $failed
