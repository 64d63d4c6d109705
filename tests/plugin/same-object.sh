#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The object is the same, bit for bit, as without the plugin, but for the record, whatever is asked of the compiler.
# shellcheck source=tests/plugin/lib/support.sh disable=SC2154
. "$(dirname "$0")/lib/support.sh"

cat >program.c <<'C'
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
typedef unsigned char u8;
typedef unsigned int u32;
struct hdr {
	u8 type, flags;
	unsigned short length;
	u32 id;
};
static u8 table[64];
static inline const struct hdr *header(const u8 *buf) { return (const struct hdr *)buf; }
u32 walk(const u8 *buf, size_t len)
{
	u32 sum = 0;
	for (; len >= sizeof(struct hdr); buf += sizeof(struct hdr), len -= sizeof(struct hdr))
		sum += header(buf)->id ^ ((const struct hdr *)buf)->length;
	return sum;
}
u32 short_of_it(const u8 *buf, size_t len) { return len > 4 ? header(buf)->id : ((const struct hdr *)buf)->id; }
static u32 once(size_t at) { return *(u32 *)(table + (at & 31)); }
int main(int argc, char **argv)
{
	u8 *copy = malloc(64);
	if (!copy)
		return 1;
	memcpy(copy, table, sizeof(table));
	printf("%u %u\n", walk(copy, 64), once((size_t)argc) + short_of_it((u8 *)argv[0], strlen(argv[0])));
	free(copy);
	return 0;
}
C

# same OPTION...: compiles with and without the plugin and compares the objects without their records.
same() {
	rm -f with.o without.o object.o
	# One name for both: -g records it.
	compile 0 "$@" -c program.c -o object.o || return 1
	record object.o 'len(kind("conversion")) >= 3' || return 1
	mv object.o with.o
	"${cc[@]}" "$@" -c program.c -o object.o 2>>err || return 1
	mv object.o without.o
	if [[ " $* " =~ \ -(g|flto) ]]; then
		same_but_command
		return
	fi
	objcopy -R .layoutcheck with.o stripped.o && objcopy without.o plain.o && cmp stripped.o plain.o >>err 2>&1
}
# The command line, and -fplugin in it, is in .debug_str with -g and in .gnu.lto_.opts with -flto: all sections
# but those that hold it or point into it, and with -g all that is left when debug information is taken out.
same_but_command() {
	local section
	for section in $(objdump -h without.o | awk '$1 ~ /^[0-9]+$/ { print $2 }'); do
		case $section in
		.debug_str | .debug_info | .debug_line_str | .gnu.lto_.opts) continue ;;
		esac
		rm -f a b
		objcopy -O binary --set-section-flags "$section"=alloc -j "$section" with.o a 2>/dev/null
		objcopy -O binary --set-section-flags "$section"=alloc -j "$section" without.o b 2>/dev/null
		cmp a b >>err 2>&1 || { echo "section $section" >>err; return 1; }
	done
	strip -g -R .layoutcheck -R .gnu.lto_.opts -o a with.o && strip -g -R .gnu.lto_.opts -o b without.o && cmp a b >>err 2>&1
}

for options in -O0 -O1 -O2 -O3 -Os -Og "-O2 -fno-strict-aliasing" "-O2 -fPIC" "-O3 -ffunction-sections -fdata-sections" \
	"-O2 -fsanitize=address,undefined" "-O1 -fprofile-arcs -ftest-coverage -frandom-seed=1" "-O2 -g" "-O0 -g3" \
	"-O2 -g -gno-record-gcc-switches" "-O2 -flto -ffat-lto-objects -frandom-seed=1" "-O2 -m32"; do
	read -ra list <<<"$options"
	if ! echo 'int x;' | "${cc[@]}" "${list[@]}" -x c -c - -o probe.o 2>/dev/null ||
		{ [ "$options" = "-O2 -m32" ] && ! echo '#include <stdio.h>' | "${cc[@]}" -m32 -x c -c - -o probe.o 2>/dev/null; }; then
		echo "ok $((++tests)) - the object is the same with $options # SKIP not to be had here"
		continue
	fi
	check "the object is the same with $options" same "${list[@]}"
done

# What a program is linked from, and what it is made of, is the same too.
linked() {
	local object=program-object.o
	compile 0 "$@" -c program.c -o $object && "${cc[@]}" "$@" -Wl,--build-id=none $object -o with 2>>err &&
		"${cc[@]}" "$@" -c program.c -o $object 2>>err && "${cc[@]}" "$@" -Wl,--build-id=none $object -o without 2>>err &&
		! readelf -SW with | grep -q layoutcheck && cmp with without >>err 2>&1
}
check "the program is the same, and has no record" linked -O2
check "with link-time optimisation too" linked -O2 -flto -frandom-seed=1
check "and runs" eval "./with >/dev/null"
check "the record stays in what ld -r makes" \
	eval 'compile 0 -c found.c -o found.o && compile 0 -c nothing.c -o nothing.o && ld -r found.o nothing.o -o both.o && \
	      objcopy --dump-section .layoutcheck=both both.o x.o && [ "$(grep -ac "\"kind\":\"end\"" both)" -eq 2 ]'
check "objcopy -R takes it out of what ships" \
	eval 'objcopy -R .layoutcheck both.o shipped.o && ! readelf -SW shipped.o | grep -q layoutcheck'
check "the record is not loaded: the section has no flag to allocate it" \
	eval '! readelf -SW found.o | grep layoutcheck | grep -q " A"'
check "two compiles give the same record" \
	eval 'compile 0 -c found.c -o found.o && cp found.o first.o && compile 0 -c found.c -o found.o && cmp first.o found.o'

# C++ is not what this is for, and must come to no harm.
if echo 'int x;' | "${cc[@]}" -x c++ -c - -o probe.o 2>/dev/null; then
	cat >unit.cc <<'CXX'
#include <cstddef>
#include <memory>
#include <string>
#include <vector>
struct base { virtual ~base() {} virtual int f() = 0; };
template <typename T> struct derived : base {
	T value;
	int f() override { return static_cast<int>(value); }
};
struct hdr { unsigned char type, flags; unsigned short length; unsigned id; };
namespace { struct hidden { unsigned x : 3, y : 5; }; }
static int caught(const unsigned char *buf, std::size_t len)
{
	try {
		if (len < 4) throw std::string("short");
		auto f = [=](int i) { return reinterpret_cast<const hdr *>(buf)->id + i; };
		return f(1) + reinterpret_cast<const hidden *>(buf)->y;
	} catch (const std::string &s) {
		return static_cast<int>(s.size());
	}
}
int main(int argc, char **argv)
{
	std::unique_ptr<base> b(new derived<long>());
	std::vector<unsigned char> v(16, static_cast<unsigned char>(argc));
	return dynamic_cast<derived<long> *>(b.get()) ? b->f() + caught(v.data(), v.size()) : argv[0][0];
}
CXX
	cxx() { # OPTION...
		compile 0 "$@" -std=c++17 -c unit.cc -o unit.o && record unit.o && ! says 'internal compiler error' || return 1
		mv unit.o with.o
		"${cc[@]}" "$@" -std=c++17 -c unit.cc -o unit.o 2>>err && objcopy -R .layoutcheck with.o a && objcopy unit.o b && cmp a b >>err 2>&1
	}
	check "a unit of C++ compiles unharmed" cxx -O0
	check "and when it is optimised" cxx -O2
else
	echo "ok $((++tests)) - a unit of C++ compiles unharmed # SKIP no C++ compiler"
fi
done_testing
