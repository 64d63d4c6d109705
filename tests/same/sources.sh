#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# usage: sources.sh FOLDER
# GCC's own C tests, out of the Debian package of its source, in FOLDER/testsuite. Done
# once. Exit code: 77 if the mirror does not hold the package.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?usage: sources.sh FOLDER}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
# shellcheck source=tests/tools/debian.sh
. "$here/../tools/debian.sh"
[ ! -d "$folder/testsuite" ] || exit 0

archive=$(find /usr/src/gcc-* -maxdepth 1 -name 'gcc-*.tar.xz' 2>/dev/null | sort -V | tail -n 1)
if [ -z "$archive" ]; then
	debian_lists "$folder/apt" bookworm || exit 77
	name=$(debian_newest "$folder/apt" 'gcc-[0-9]+-source')
	[ -n "$name" ] || exit 77
	(cd "$folder" && debian_apt "$folder/apt" download "$name" >"$folder/log" 2>&1) || exit 77
fi
rm -rf "$folder/unpacking"
mkdir "$folder/unpacking"
if [ -n "$archive" ]; then
	cat "$archive"
else
	dpkg-deb --fsys-tarfile "$folder"/gcc-*-source_*.deb | tar -xO --wildcards './usr/src/gcc-*/gcc-*.tar.xz'
fi | xz -dc -T0 | tar -x -C "$folder/unpacking" --strip-components=3 --wildcards \
	'*/gcc/testsuite/gcc.c-torture/*' '*/gcc/testsuite/gcc.dg/*' '*/gcc/testsuite/c-c++-common/*' \
	'*/gcc/testsuite/gcc.target/i386/*'
rm -rf "$folder"/gcc-*-source_*.deb "$folder/apt"
mv "$folder/unpacking" "$folder/testsuite"
