#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# usage: linux.sh FOLDER
# Fetches Linux as a Debian package, configures it, and compiles the folders named
# below without the plugin. Each stage is done once; prints nothing but progress.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?usage: linux.sh FOLDER}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
# shellcheck source=tests/tools/debian.sh
. "$here/../tools/debian.sh"
cc=${CC:-gcc}
jobs=${JOBS:-$(nproc)}
folders=(drivers/acpi drivers/firmware net/bluetooth drivers/usb/core drivers/net/ethernet/intel net/nfc drivers/hid)

# The newest Linux of sid if it is to be had, else that of Debian 12; LINUX_SOURCE names a tree of one's own.
fetch() {
	local suite pattern name archive
	for suite in sid bookworm; do
		pattern='linux-source-([7-9]|[1-9][0-9]+)\.[0-9]+'
		[ $suite = sid ] || pattern='linux-source-[0-9.]+'
		debian_lists "$folder/apt-$suite" $suite || continue
		name=$(debian_newest "$folder/apt-$suite" "$pattern")
		[ -n "$name" ] || continue
		echo "linux: fetching $name of $suite"
		(cd "$folder" && debian_apt "$folder/apt-$suite" download "$name" >"$folder/log.fetch" 2>&1) || continue
		archive=$(find "$folder" -maxdepth 1 -name "${name}_*.deb" | sort -V | tail -n 1)
		echo "linux: unpacking $(basename "$archive")"
		rm -rf "$folder/unpacking"
		mkdir "$folder/unpacking"
		dpkg-deb --fsys-tarfile "$archive" | tar -xO --wildcards './usr/src/linux-source-*.tar.xz' |
			xz -dc -T"$jobs" | tar -x -C "$folder/unpacking" --strip-components=1
		basename "$archive" _all.deb >"$folder/version"
		rm -rf "$folder/apt-$suite" "$archive"
		mv "$folder/unpacking" "$folder/source"
		return
	done
	echo "linux: no source package could be fetched; $folder/log.fetch and $folder/apt-*/log say more" >&2
	return 1
}

source_tree=$folder/source
build=$folder/build
if [ -n "${LINUX_SOURCE:-}" ]; then
	source_tree=$(cd "$LINUX_SOURCE" && pwd)
	echo "the tree at LINUX_SOURCE" >"$folder/version"
elif [ ! -d "$source_tree" ]; then
	fetch
fi

kernel_make() {
	make -s -C "$source_tree" O="$build" CC="$cc" KBUILD_BUILD_TIMESTAMP=0 "$@"
}

# A stage is done when its stamp is newer than what it rests on.
stamp=$build/.layoutcheck-built
want="$cc $($cc -dumpfullversion) $source_tree $(cat "$here/linux.config" "$here/all-drivers.awk" "$here/linux.sh" | sha256sum)"
if [ "$(cat "$stamp" 2>/dev/null)" != "$want" ]; then
	mkdir -p "$build"
	rm -f "$stamp"
	echo "linux: configuring"
	{
		kernel_make defconfig
		awk -f "$here/all-drivers.awk" "$source_tree/drivers/hid/Kconfig" | grep -v KUNIT >>"$build/.config"
		cat "$here/linux.config" >>"$build/.config"
		kernel_make olddefconfig
		kernel_make -j"$jobs" prepare modules_prepare
	} >"$folder/log.configure" 2>&1 || { tail -n 20 "$folder/log.configure" >&2; exit 1; }
	for part in "${folders[@]}"; do
		echo "linux: compiling $part without the plugin"
		kernel_make -k -j"$jobs" "$part/" >"$folder/log.compile" 2>&1 || {
			grep -E 'error|Error' "$folder/log.compile" | tail -n 10 >&2
			exit 1
		}
	done
	echo "$want" >"$stamp"
fi
printf '%s\n' "${folders[@]}" >"$folder/folders"
