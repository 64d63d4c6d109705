#!/bin/sh
# SPDX-License-Identifier: MIT
# The headers, the version script and the shared library name the same functions.

build=${B:-build}
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
failed=0

same() { # NUMBER SENTENCE FILE FILE
	if diff "$3" "$4" >"$scratch/diff"; then
		echo "ok $1 - $2"
	else
		echo "not ok $1 - $2"
		sed 's/^/# /' "$scratch/diff"
		failed=1
	fi
}

echo 1..4
cat sarif/sarif.h sarif/sarif_read.h sarif/sarif_lint.h | tr '\n' ' ' | grep -o 'SARIF_API [^;]*(' |
	grep -o 'sarif_[a-z0-9_]*(' | tr -d '(' | sort -u >"$scratch/headers"
sed -n 's/^	\(sarif_[a-z0-9_]*\);$/\1/p' sarif/libsarif-c.map | sort >"$scratch/map"
nm -D --defined-only "$build/libsarif-c.so.0" | sed -n 's/.* T \(.*\)@@SARIF_0$/\1/p' | sort \
	>"$scratch/shared"
same 1 "the version script lists what the headers declare" "$scratch/headers" "$scratch/map"
same 2 "the shared library exports what the version script lists" "$scratch/map" "$scratch/shared"

nm -g --defined-only "$build/libsarif-c.a" 2>/dev/null | awk 'NF == 3 && $3 !~ /^sarif_/ { print $3 }' \
	>"$scratch/others"
same 3 "every global name of the static library begins with sarif_" "$scratch/others" /dev/null

printf '#include "sarif_read.h"\n#include "sarif_lint.h"\nint main() { sarif_json j; sarif_log l; (void)j; (void)l; }\n' \
	>"$scratch/use.cc"
${CXX:-g++} -Wall -Wextra -Wpedantic -Isarif -fsyntax-only "$scratch/use.cc" >"$scratch/cxx" 2>&1
same 4 "C++ takes the headers without a warning" "$scratch/cxx" /dev/null
exit $failed
