#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# usage: packages.sh build|demo|check|check-real [CC]
# Sees to the Debian packages that a target needs: names and installs those that
# lack, or stops with the line to type. Touches nothing else on the machine.
set -euo pipefail

usage="usage: packages.sh build|demo|check|check-real [CC]"
target=${1:?$usage} compiler=${2:-gcc}
compiler=${compiler##* } # "ccache gcc" is gcc
default_major=12 # Debian 12's GCC, if there is neither a compiler nor a package list to ask

# The packages for the compiler that is there, or for the one that Debian would give.
compiler_packages() {
	local name=${compiler##*/} major='' machine='' cross=''
	case $name in
	*-gcc*) machine=${name%-gcc*} ;;
	esac
	# A cross compiler's plugins are built by the machine's own compiler.
	if [ -n "$machine" ] && [ "$machine" != "$(gcc -dumpmachine 2>/dev/null || uname -m)" ]; then
		cross=-${machine//_/-}
	fi
	major=${name##*gcc}
	major=${major#-}
	echo "gcc${major:+-$major}$cross $compiler"
	if command -v "$compiler" >/dev/null; then
		major=$("$compiler" -dumpfullversion -dumpversion)
		major=${major%%.*}
	elif [ -z "$major" ]; then
		major=$(apt-cache depends gcc 2>/dev/null |
			sed -n 's/^ *Depends: gcc-\([0-9]*\).*/\1/p' | head -n 1)
	fi
	major=${major:-$default_major}
	case $name:$cross in
	gcc-*:) echo "g++-$major g++-$major" ;;
	*) printf '%s\n' "gcc gcc" "g++ g++" ;;
	esac
	echo "gcc-$major-plugin-dev$cross"
}

# One line each: a package, then the command that will do if it comes from elsewhere.
needed() {
	compiler_packages
	# libpython3-dev: spatch looks for libpython3.N.so, which no other package brings.
	printf '%s\n' libc6-dev binutils libjansson-dev libelf-dev libyaml-dev dpkg-dev patch xz-utils
	[ "$target" = build ] || printf '%s\n' coccinelle libpython3-dev python3
	case $target in
	build | demo) ;;
	# The cross compilers: what the helpers of layoutcheck.h cost elsewhere.
	check)
		printf '%s\n' libcmocka-dev python3-yaml chromium "nodejs node" "npm npm" "ccache ccache" "distcc distccd"
		# What icecc needs, which itself is unpacked by its test: installed it would serve the network.
		printf '%s\n' libarchive13 libcap-ng0 liblzo2-2 "file file"
		printf '%s\n' "gcc-aarch64-linux-gnu aarch64-linux-gnu-gcc" \
			"gcc-arm-linux-gnueabihf arm-linux-gnueabihf-gcc" "gcc-riscv64-linux-gnu riscv64-linux-gnu-gcc" \
			"gcc-s390x-linux-gnu s390x-linux-gnu-gcc" "gcc-powerpc-linux-gnu powerpc-linux-gnu-gcc"
		# Which those only recommend: the headers and libraries of the first three.
		printf '%s\n' libc6-dev-arm64-cross libc6-dev-armhf-cross libc6-dev-riscv64-cross
		;;
	check-real) printf '%s\n' flex bison bc libssl-dev libpcap-dev cpio kmod perl csmith libcsmith-dev ;;
	*)
		echo "packages.sh: unknown target '$target'; $usage" >&2
		exit 2 ;;
	esac
}

installed() {
	[ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ] && return
	# A package may come under the name that it provides.
	dpkg-query -W -f '${db:Status-Status} ${Provides}\n' 2>/dev/null |
		grep -Eq "^installed .*(^|[ ,])$1([ ,(]|\$)"
}

missing=()
wanted=$(needed)
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
	echo "Not a Debian system; taken to be here already: $(awk '{ print $1 }' <<<"$wanted" | paste -sd ' ')"
	exit 0
fi
while read -r package command; do
	if [ -n "$command" ] && command -v "$command" >/dev/null; then
		continue
	fi
	# The compiler itself may be named twice.
	[[ " ${missing[*]} " != *" $package "* ]] || continue
	installed "$package" || missing+=("$package")
done <<<"$wanted"
[ ${#missing[@]} -gt 0 ] || exit 0

install="apt-get install -y --no-install-recommends ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
	if ! sudo -n true 2>/dev/null; then
		echo "Packages are missing. Type, then start again:" >&2
		echo "    sudo $install" >&2
		exit 1
	fi
	as_root=(sudo -n)
fi

echo "Installing the packages that make $target lacks: ${missing[*]}"
apt() {
	"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -q \
		-o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 --no-install-recommends "$@"
}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# Lists that are absent or out of date show when the install fails: fetch them then.
if ! apt install "${missing[@]}" >"$log" 2>&1; then
	if ! { apt update && apt install "${missing[@]}"; } >"$log" 2>&1; then
		tail -n 20 "$log" >&2
		echo "The packages could not be installed. Type, then start again:" >&2
		echo "    apt-get update && $install" >&2
		exit 1
	fi
fi
