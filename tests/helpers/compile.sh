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

# A user of every helper; both C and C++.
cat >"$work/user.c" <<'EOF'
#include "layoutcheck.h"
struct __attribute__((packed)) wire { uint8_t type; uint32_t length; };
struct header { uint32_t length; uint16_t type; };
int user(const uint8_t *buf, int len, unsigned char *out, size_t room);
int user(const uint8_t *buf, int len, unsigned char *out, size_t room)
{
	const struct wire *a = lc_ref_from_prefix(struct wire, buf, len);
	const struct header *b = lc_ref_from_prefix_assume_aligned(struct header, buf, len);
	struct wire *c = lc_ref_from_prefix_unaligned(struct wire, out, room);
	struct header *d = lc_ref_from_prefix_nullable(struct header, out, room);
	const struct wire *e = lc_ref_from_prefix(struct wire,
						  lc_ref_from_prefix(struct header, buf, len), 8);

	return (a && b && c && d && e) ? a->type : 0;
}
EOF

accept() { # sentence, compiler and options
	sentence=$1
	shift
	"$@" $warnings -I"$top/include" -O1 -c -o "$work/user.o" "$work/user.c" >"$work/log" 2>&1
	report $? "$sentence"
}
for compiler in "$CC" clang; do
	if ! command -v ${compiler%% *} >/dev/null; then
		count=$((count + 1))
		echo "ok $count - $compiler compiles it # SKIP $compiler is not installed"
		continue
	fi
	for standard in c11 gnu11 gnu17; do
		accept "$compiler -std=$standard compiles it without a warning" \
			$compiler -std=$standard
	done
done
for compiler in g++ clang++; do
	if ! command -v $compiler >/dev/null; then
		count=$((count + 1))
		echo "ok $count - $compiler compiles it # SKIP $compiler is not installed"
		continue
	fi
	for standard in c++11 c++17; do
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
typedef unsigned short uint16_t;
typedef unsigned int uint32_t;
EOF
echo '#define NULL ((void *)0)' >"$work/linux/stddef.h"
accept "with __KERNEL__ it includes nothing but linux/types.h and linux/stddef.h" \
	$CC -std=gnu11 -D__KERNEL__ -nostdinc -I"$work"

refuse() { # sentence, expected message, the function's body
	cat >"$work/refuse.c" <<-EOF
		#include "layoutcheck.h"
		struct h { uint32_t a; };
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
refuse "a const buffer does not give a plain pointer" "discards .const. qualifier" \
	'return lc_ref_from_prefix(struct h, c, n);'
refuse "a pointer is not a length" "invalid operands" \
	'return lc_ref_from_prefix(struct h, p, p);'

echo "1..$count"
exit $failed
