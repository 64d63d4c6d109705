#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# usage: kcflags.sh FOLDER PLUGIN
# Does what a user types: make KCFLAGS=-fplugin=..., here for net/nfc alone, in a copy of
# the build folder that linux.sh left in FOLDER; every object must carry a record.
set -euo pipefail

folder=$(cd "${1:?usage: kcflags.sh FOLDER PLUGIN}" && pwd)
plugin=$(realpath "${2:?usage: kcflags.sh FOLDER PLUGIN}")
source_tree=$folder/source
[ -z "${LINUX_SOURCE:-}" ] || source_tree=$(cd "$LINUX_SOURCE" && pwd)
copy=$folder/kcflags

rm -rf "$copy"
mkdir "$copy"
trap 'rm -rf "$copy"' EXIT
# Objects of other folders are not looked at, and there are many.
tar -C "$folder/build" --exclude='./drivers/*' -c . | tar -C "$copy" -x
make -s -C "$source_tree" O="$copy" CC="${CC:-gcc}" KBUILD_BUILD_TIMESTAMP=0 -j"${JOBS:-$(nproc)}" \
	KCFLAGS="-fplugin=$plugin" net/nfc/ >"$folder/log.kcflags" 2>&1 || {
	tail -n 20 "$folder/log.kcflags" >&2
	exit 1
}
count=0
while IFS= read -r object; do
	# What ld -r joins, and what is compiled from a .mod.c, is no unit of its own.
	grep -q -- ' -c -o ' "${object%/*}/.${object##*/}.cmd" 2>/dev/null || continue
	count=$((count + 1))
	objdump -h "$object" | grep -q '\.layoutcheck' || {
		echo "${object#"$copy"/} carries no record" >&2
		exit 1
	}
done < <(find "$copy/net/nfc" -name '*.o')
[ $count -gt 0 ]
