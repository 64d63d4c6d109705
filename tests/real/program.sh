#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# usage: program.sh dmidecode|tcpdump FOLDER PLUGIN
# Fetches the Debian source of a program and builds it twice by its own Makefile: without
# the plugin in FOLDER/plain, and with it, by CFLAGS alone, in FOLDER/checked.
# Exit status 77: the mirror has no such source.
set -euo pipefail

usage="usage: program.sh dmidecode|tcpdump FOLDER PLUGIN"
here=$(cd "$(dirname "$0")" && pwd)
name=${1:?$usage} folder=${2:?$usage} plugin=$(realpath "${3:?$usage}")
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
# shellcheck source=tests/tools/debian.sh
. "$here/../tools/debian.sh"
cc=${CC:-gcc} jobs=${JOBS:-$(nproc)}

# Some mirrors hold the sources of some suites alone.
fetch() {
	local suite
	for suite in bookworm trixie sid; do
		debian_lists "$folder/apt-$suite" $suite || continue
		rm -f "$folder/$name"_*
		echo "$name: fetching the source of $suite"
		rm -rf "$folder/unpacking"
		if (cd "$folder" && debian_apt "$folder/apt-$suite" source --download-only "$name") >"$folder/log.fetch" 2>&1; then
			dpkg-source --no-check -x "$folder/$name"_*.dsc "$folder/unpacking" >>"$folder/log.fetch" 2>&1
			echo "$name $(sed -n 's/^Version: *//p' "$folder/$name"_*.dsc | head -n 1)" >"$folder/version"
		elif (cd "$folder" && debian_apt "$folder/apt-$suite" source --download-only --tar-only "$name") >>"$folder/log.fetch" 2>&1; then
			# A mirror that lacks the packaging may still have what upstream released.
			mkdir "$folder/unpacking"
			tar xf "$(ls "$folder/$name"_*.orig.tar.*[!c] | head -n 1)" -C "$folder/unpacking" --strip-components=1
			echo "$name $(basename "$folder/$name"_*.orig.tar.*[!c] | sed 's/^[^_]*_//; s/\.orig.*//')" >"$folder/version"
		else
			continue
		fi
		if [ -x "$folder/unpacking/configure" ]; then
			(cd "$folder/unpacking" && ./configure CC="$cc") >"$folder/log.configure" 2>&1 || {
				tail -n 10 "$folder/log.configure" >&2
				return 1
			}
		fi
		mv "$folder/unpacking" "$folder/source"
		rm -rf "$folder"/apt-*
		return
	done
	grep '^E:' "$folder/log.fetch" | head -n 3 >&2 || true
	return 77
}

[ -d "$folder/source" ] || fetch || exit $?

# A few files: built anew each time, from the same relative paths.
for kind in plain checked; do
	rm -rf "${folder:?}/$kind"
	cp -a "$folder/source" "$folder/$kind"
	flags="-O2 -W -Wall"
	[ $kind = plain ] || flags+=" -fplugin=$plugin"
	echo "$name: building, $kind"
	if ! make -j"$jobs" -C "$folder/$kind" CC="$cc" CFLAGS="$flags" "$name" >"$folder/log.$kind" 2>&1; then
		tail -n 20 "$folder/log.$kind" >&2
		exit 1
	fi
done
