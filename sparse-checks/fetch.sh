#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Gets the source of sparse and unpacks it: fetch.sh OUTPUT-DIRECTORY
#
# From the directory that $SPARSE_SRC names, else Debian's source package by a private apt list
# ($SPARSE_SUITES: sid, which reads the newest kernels, else bookworm), from the mirror that this machine
# already uses. Nothing outside OUTPUT-DIRECTORY is touched, and no root is needed.
#
# Leaves OUTPUT-DIRECTORY/src and OUTPUT-DIRECTORY/source.stamp ("ready VERSION ORIGIN"). If the
# source cannot be had the stamp says "missing", and the exit status is still 0: the rest of the
# project builds without it.
set -u

out=${1:?usage: fetch.sh OUTPUT-DIRECTORY}
mkdir -p "$out" || exit 1
out=$(cd "$out" && pwd) || exit 1
here=$(dirname "$0")
log=$out/fetch.log
: > "$log" || exit 1

minimum=0.6.4

missing() {
	rm -rf "$out/src" "$out/new"
	echo "missing" > "$out/source.stamp"
	{
		echo "$1"
		echo "layoutcheck-sparse is left out. To have it, do one of these:"
		echo "  - make sparse                 tries again (needs the Debian mirror; log: $log)"
		echo "  - make SPARSE_SRC=DIRECTORY   uses an unpacked source of sparse 0.6.5-rc1 or newer"
	} > "$out/missing"
	exit 0
}

# ready VERSION ORIGIN: what was unpacked into new/ becomes src/.
ready() {
	for file in lib.c symbol.h evaluate.c Makefile; do
		[ -f "$out/new/$file" ] || missing "$2 holds no source of sparse: no $file in it."
	done
	rm -rf "$out/src" "$out/missing" "$out/libsparse.a"
	mv "$out/new" "$out/src" || exit 1
	echo "ready $1 $2" > "$out/source.stamp"
	exit 0
}

rm -rf "$out/new"

if [ -n "${SPARSE_SRC:-}" ]; then
	[ -d "$SPARSE_SRC" ] || missing "SPARSE_SRC=$SPARSE_SRC: no such directory."
	mkdir "$out/new" && (cd "$SPARSE_SRC" && tar cf - --exclude=.git --exclude='*.o' --exclude='*.a' .) |
		tar xf - -C "$out/new" || missing "SPARSE_SRC=$SPARSE_SRC: cannot be copied."
	version=$(sed -n 's/^VERSION *= *//p' "$out/new/Makefile" 2>/dev/null | head -n 1)
	ready "${version:-unknown}" "$SPARSE_SRC"
fi

command -v apt-get > /dev/null || missing "No apt-get here, so Debian's source package of sparse cannot be fetched."

# shellcheck source=tests/tools/debian.sh
. "$here/../tests/tools/debian.sh"

for suite in ${SPARSE_SUITES:-sid bookworm}; do
	rm -rf "$out/apt"
	mkdir -p "$out/apt/get" || exit 1
	{
		echo "--- $suite"
		debian_lists "$out/apt" "$suite" &&
			(cd "$out/apt/get" && debian_apt "$out/apt" source --download-only sparse)
	} >> "$log" 2>&1 || continue
	for dsc in "$out"/apt/get/sparse_*.dsc; do :; done
	[ -f "$dsc" ] || continue
	version=$(sed -n 's/^Version: *//p' "$dsc" | head -n 1)
	dpkg --compare-versions "$version" ge "$minimum" || continue
	for tarball in "$out"/apt/get/sparse_*.orig.tar.*; do
		case $tarball in *.asc) continue ;; esac
		mkdir -p "$out/new" && tar xf "$tarball" -C "$out/new" --strip-components=1 >> "$log" 2>&1 || continue 2
		break
	done
	rm -rf "$out/apt"
	ready "$version" "$suite"
done
rm -rf "$out/apt"
missing "The source package of sparse could not be fetched from the Debian mirror."
