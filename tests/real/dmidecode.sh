#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# usage: dmidecode.sh FOLDER PLUGIN
# Fetches dmidecode's source and builds it twice by its own Makefile: without the
# plugin in FOLDER/plain, and with it, by CFLAGS alone, in FOLDER/checked.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?usage: dmidecode.sh FOLDER PLUGIN} plugin=${2:?usage: dmidecode.sh FOLDER PLUGIN}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
plugin=$(realpath "$plugin")
# shellcheck source=tests/real/debian.sh
. "$here/debian.sh"
cc=${CC:-gcc}

if [ ! -d "$folder/source" ]; then
	debian_lists "$folder/apt" bookworm
	echo "dmidecode: fetching the source of Debian 12"
	(cd "$folder" && debian_apt "$folder/apt" source --download-only dmidecode >"$folder/log.fetch" 2>&1) || {
		tail -n 5 "$folder/log.fetch" >&2
		exit 1
	}
	rm -rf "$folder/unpacking"
	dpkg-source --no-check -x "$folder"/dmidecode_*.dsc "$folder/unpacking" >>"$folder/log.fetch" 2>&1
	sed -n 's/^Version: *//p' "$folder"/dmidecode_*.dsc | head -n 1 >"$folder/version"
	mv "$folder/unpacking" "$folder/source"
	rm -rf "$folder/apt"
fi

# A handful of files: built anew each time. Both builds see the same paths.
rm -rf "$folder/plain" "$folder/checked"
for kind in plain checked; do
	cp -a "$folder/source" "$folder/$kind"
	flags="-O2 -W -Wall"
	[ $kind = plain ] || flags+=" -fplugin=$plugin"
	echo "dmidecode: building, $kind"
	if ! make -C "$folder/$kind" CC="$cc" CFLAGS="$flags" dmidecode biosdecode ownership vpddecode >"$folder/log.$kind" 2>&1; then
		tail -n 20 "$folder/log.$kind" >&2
		exit 1
	fi
done
