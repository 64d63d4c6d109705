#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# layoutcheck.h compiles without a warning wherever it is offered, and refuses
# what it must refuse.
CC=${CC:-gcc}
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
count=0 failed=0
warnings="-Wall -Wextra -Wpedantic -Wshadow -Wcast-qual -Wconversion -Wcast-align -Werror"

report() { # status, sentence
	count=$((count + 1))
	if [ "$1" = 0 ]; then
		echo "ok $count - $2"
	else
		echo "not ok $count - $2"
		sed 's/^/# /' "$work/log"
		failed=1
	fi
}

accept() { # sentence, compiler and options
	sentence=$1
	shift
	for source in "$top"/tests/helpers/user*.c; do
		"$@" $warnings -I"$top/include" -O1 -c -o "$work/user.o" "$source" || echo "$source does not compile"
	done >"$work/log" 2>&1
	! grep -q . "$work/log"
	report $? "$sentence"
}
# Of clang, each version that is here.
clangs=$(
	IFS=:
	for folder in $PATH; do
		(cd "$folder" 2>/dev/null && ls -d clang-[0-9] clang-[0-9][0-9] 2>/dev/null)
	done | sort -uV
)
for compiler in "$CC" ${clangs:-clang}; do
	if ! command -v ${compiler%% *} >/dev/null; then
		count=$((count + 1))
		echo "ok $count - $compiler compiles it # SKIP $compiler is not installed"
		continue
	fi
	for standard in c11 gnu11 gnu17 gnu2x; do
		accept "$compiler -std=$standard compiles it without a warning" \
			$compiler -std=$standard -Wc++-compat
	done
done
for compiler in g++ $(echo "${clangs:-clang}" | sed 's/clang/clang++/'); do
	if ! command -v $compiler >/dev/null; then
		count=$((count + 1))
		echo "ok $count - $compiler compiles it # SKIP $compiler is not installed"
		continue
	fi
	for standard in c++11 c++17 c++2a; do
		accept "$compiler -std=$standard compiles it without a warning" \
			$compiler -std=$standard -x c++
	done
done

# As in the kernel: its own types.h in place of the C library's headers.
mkdir -p "$work/linux"
cat >"$work/linux/types.h" <<'EOF'
typedef __SIZE_TYPE__ size_t;
typedef __UINTPTR_TYPE__ uintptr_t;
typedef unsigned char uint8_t;
typedef signed char int8_t;
typedef unsigned short uint16_t;
typedef short int16_t;
typedef unsigned int uint32_t;
typedef int int32_t;
typedef unsigned long uint64_t;
typedef _Bool bool;
enum { false, true };
#define __iomem
uint8_t readb(const volatile void *at);
uint16_t readw(const volatile void *at);
uint32_t readl(const volatile void *at);
uint64_t readq(const volatile void *at);
void writeb(uint8_t value, volatile void *at);
void writew(uint16_t value, volatile void *at);
void writel(uint32_t value, volatile void *at);
void writeq(uint64_t value, volatile void *at);
EOF
printf '%s\n' '#define NULL ((void *)0)' '#define offsetof __builtin_offsetof' >"$work/linux/stddef.h"
accept "with __KERNEL__ it includes nothing but linux/types.h and linux/stddef.h" \
	$CC -std=gnu11 -D__KERNEL__ -nostdinc -I"$work"

# No compiler's library is in a kernel: a swap of bytes, for one, is not to be a call.
for machine in aarch64-linux-gnu arm-linux-gnueabihf riscv64-linux-gnu s390x-linux-gnu powerpc-linux-gnu; do
	if ! command -v $machine-gcc >/dev/null; then
		count=$((count + 1))
		echo "ok $count - $machine calls nothing # SKIP $machine-gcc is not installed"
		continue
	fi
	for source in "$top"/tests/helpers/user*.c; do
		$machine-gcc -std=c11 -ffreestanding -O2 -I"$top/include" -c -o "$work/user.o" "$source" &&
			$machine-nm -u "$work/user.o" || echo "$source does not compile"
	done >"$work/log" 2>&1
	! grep -q . "$work/log"
	report $? "$machine: the helpers call no function of the compiler's library"
done

refuse() { # sentence, expected message, the function's body
	cat >"$work/refuse.c" <<-EOF
		#include "layoutcheck.h"
		struct h { uint32_t a; };
		struct LC_WIRE w { lc_be16 a; lc_le32 b; uint8_t c[3]; };
		struct h *f(volatile uint8_t *v, uint8_t *p, const uint8_t *c, size_t n);
		struct h *f(volatile uint8_t *v, uint8_t *p, const uint8_t *c, size_t n)
		{
			(void)v; (void)p; (void)c; (void)n;
			$3
		}
	EOF
	if $CC -std=c11 -Wall -Wextra -Werror -I"$top/include" -c -o "$work/refuse.o" \
		"$work/refuse.c" >"$work/log" 2>&1; then
		echo "it compiled" >"$work/log"
		report 1 "$1"
	else
		grep -q -- "$2" "$work/log"
		report $? "$1"
	fi
}
refuse "a volatile buffer does not compile" "volatile" \
	'return lc_ref_from_prefix(struct h, v, n);'
refuse "the unaligned helper names a type that needs alignment" \
	"lc_ref_from_prefix_unaligned: struct h needs alignment" \
	'return lc_ref_from_prefix_unaligned(struct h, p, n);'
for variant in "" _assume_aligned _nullable; do
	refuse "a result of lc_ref_from_prefix$variant that nobody looks at is an error" "unused-" \
		"lc_ref_from_prefix$variant(struct h, p, n); return NULL;"
done
for variant in suffix bytes; do
	refuse "a result of lc_ref_from_$variant that nobody looks at is an error" "unused-" \
		"lc_ref_from_$variant(struct h, p, n); return NULL;"
done
refuse "a result of lc_slice_from_prefix that nobody looks at is an error" "unused-" \
	"lc_slice_from_prefix(struct h, p, n, n); return NULL;"
refuse "a result of lc_read_from_prefix that nobody looks at is an error" "unused-" \
	"struct h h; lc_read_from_prefix(struct h, p, n, &h); return NULL;"
refuse "a value of another type is not read" "pointer type mismatch" \
	"struct w w; return lc_read_from_prefix(struct h, p, n, &w) ? NULL : NULL;"
refuse "a const buffer is not written" "discards .const. qualifier" \
	"struct h h = { 1 }; return lc_write_to_prefix(struct h, c, n, &h) ? NULL : NULL;"
refuse "a wire field is no number without a get" "invalid operands" \
	"struct w *w = lc_ref_from_prefix(struct w, p, n); return w && w->a == 5 ? NULL : NULL;"
refuse "a number is no wire field without a set" "incompatible types" \
	"struct w *w = lc_ref_from_prefix(struct w, p, n); if (w) w->b = 5; return NULL;"
refuse "two byte orders are two types" "incompatible type" \
	"struct w *w = lc_ref_from_prefix(struct w, p, n); return w && lc_be32_get(w->b) ? NULL : NULL;"
refuse "a transmute between sizes does not compile" "lc_transmute: the sizes differ" \
	"struct w w = { 0 }; struct h h = lc_transmute(struct h, w); return h.a ? NULL : NULL;"
refuse "a wrong size is named" "struct w: the size is not 8 bytes" \
	"LC_ASSERT_SIZE(struct w, 8); return NULL;"
refuse "a wrong alignment is named" "struct w: the alignment is not 4 bytes" \
	"LC_ASSERT_ALIGN(struct w, 4); return NULL;"
refuse "a wrong offset is named" "struct w: field b is not at byte 4" \
	"LC_ASSERT_FIELD(struct w, b, 4, 4); return NULL;"
refuse "padding is told" "there is padding, or a field is missing here" \
	"struct g { uint8_t a; uint32_t b; }; LC_ASSERT_NO_PADDING(struct g, a, b); return NULL;"
refuse "a register wider than the bus does not compile" "no accessor has the width of c" \
	"return lc_reg_read(struct w, v, c)[0] ? NULL : NULL;"
refuse "a register astride its width does not compile" "b is not at a multiple of its width" \
	"struct g { uint16_t a; uint32_t b; } __attribute__((packed)); return lc_reg_read(struct g, v, b) ? NULL : NULL;"
refuse "a const buffer does not give a plain pointer" "discards .const. qualifier" \
	'return lc_ref_from_prefix(struct h, c, n);'
refuse "a pointer is not a length" "invalid operands" \
	'return lc_ref_from_prefix(struct h, p, p);'

echo "1..$count"
exit $failed
