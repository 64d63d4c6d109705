#!/bin/sh
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

# The mirror of the Debian archive that apt is set up with, in either format of its files.
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
	sed -n -e 's/^deb\(-src\)\{0,1\}[[:space:]]*\(\[[^]]*\]\)\{0,1\}[[:space:]]*\([a-z+]*:[^[:space:]]*\).*/\3/p' \
		-e 's/^URIs:[[:space:]]*\([^[:space:]]*\).*/\1/p' |
	sed -n '/\/debian\/\{0,1\}$/{p;q;}')
[ -n "$mirror" ] || missing "No mirror of the Debian archive in /etc/apt/sources.list or sources.list.d."

keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[ -f "$keyring" ] && signed="[signed-by=$keyring]" || signed=

# apt with state, lists and cache of its own.
private_apt() {
	apt-get -q -o Dir::Etc::SourceList="$out/apt/list" -o Dir::Etc::SourceParts=/dev/null \
		-o Dir::State="$out/apt/state" -o Dir::State::Lists="$out/apt/lists" \
		-o Dir::State::status=/var/lib/dpkg/status -o Dir::Cache="$out/apt/cache" \
		-o APT::Sandbox::User="$(id -un)" -o APT::Get::List-Cleanup=0 -o Acquire::Languages=none \
		-o Acquire::Retries=1 -c "$out/apt/conf" "$@"
}

for suite in ${SPARSE_SUITES:-sid bookworm}; do
	rm -rf "$out/apt"
	mkdir -p "$out/apt/state" "$out/apt/lists/partial" "$out/apt/cache/archives/partial" "$out/apt/get" || exit 1
	# What the machine hangs on an update (emptying its own cache, say) is not for this one.
	printf '#clear APT::Update::%s;\n' Pre-Invoke Post-Invoke Post-Invoke-Success > "$out/apt/conf"
	echo "deb-src $signed $mirror $suite main" > "$out/apt/list"
	{
		echo "--- $suite"
		private_apt update && (cd "$out/apt/get" && private_apt source --download-only sparse)
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
