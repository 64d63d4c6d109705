#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# usage: compilers.sh FOLDER
# layoutcheck.h for the oldest GCC and clang that the mirror holds: unpacks them below
# FOLDER, installing nothing, and runs tests/helpers/compile.sh with them. (GCC 8, the
# oldest that the header is for, was in Debian 10.) Exit code: 77 if they are not held.
set -euo pipefail

folder=${1:?usage: compilers.sh FOLDER}
top=$(cd "$(dirname "$0")/../.." && pwd)
# shellcheck source=tests/tools/debian.sh
. "$top/tests/tools/debian.sh"
mkdir -p "$folder/packages"
folder=$(cd "$folder" && pwd)
gcc=9 clang=9

[ "$(dpkg --print-architecture)" = amd64 ] || exit 78
if [ ! -e "$folder/unpacked" ]; then
	debian_lists "$folder" bullseye || exit 77
	(cd "$folder/packages" && debian_apt "$folder" download gcc-$gcc cpp-$gcc libgcc-$gcc-dev \
		clang-$clang libclang-cpp$clang libllvm$clang libclang-common-$clang-dev libffi7) >"$folder/log" 2>&1 || exit 77
	for package in "$folder"/packages/*.deb; do
		dpkg -x "$package" "$folder/root"
	done
	mkdir -p "$folder/bin"
	printf '#!/bin/sh\nexec "%s/root/usr/bin/gcc-%s" "$@"\n' "$folder" $gcc >"$folder/bin/gcc-$gcc"
	for name in clang clang++; do
		printf '#!/bin/sh\nLD_LIBRARY_PATH="%s/root/usr/lib/x86_64-linux-gnu" exec "%s/root/usr/lib/llvm-%s/bin/%s" "$@"\n' \
			"$folder" "$folder" $clang $name >"$folder/bin/$name-$clang"
	done
	chmod +x "$folder"/bin/*
	touch "$folder/unpacked"
fi
PATH=$folder/bin:$PATH CC=gcc-$gcc "$top/tests/helpers/compile.sh" >"$folder/log" || {
	grep -A 8 '^not ok' "$folder/log" >&2
	exit 1
}
grep -q "^ok .* gcc-$gcc -std=c11 compiles it without a warning$" "$folder/log" &&
	grep -q "^ok .* clang-$clang -std=c11 compiles it without a warning$" "$folder/log" &&
	grep -q "^ok .* clang++-$clang -std=c++17 compiles it without a warning$" "$folder/log"
