#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Contracts of types: what is claimed is proven, what breaks it is named, and a helper
# takes no type that claims nothing.
# shellcheck source=tests/plugin/lib/support.sh disable=SC2154
. "$(dirname "$0")/lib/support.sh"

# source_of TEXT: contract.c, with the header.
source_of() {
	printf '#include "layoutcheck.h"\n%s\n' "$1" >contract.c
}
# accepts TEXT, refuses TEXT: it compiles, or does not, in C.
accepts() {
	source_of "$1" && compile 0 -std=c11 -Wall -Wextra -Werror -I"$top/include" -c contract.c -o contract.o
}
refuses() {
	source_of "$1" && compile 1 -std=c11 -I"$top/include" -c contract.c -o contract.o
}
body() { # DEFINITIONS STATEMENTS: a function with BUF and LEN
	printf '%s\nint f(const uint8_t *buf, size_t len);\nint f(const uint8_t *buf, size_t len)\n{\n\t%s\n}\n' "$1" "$2"
}
named() { # TEXT REGEX: it is refused, and the compiler says so
	refuses "$1" && says "$2"
}

check "integers, arrays, floats and records of them are from-bytes" accepts \
	'struct in { uint16_t a[2]; }; struct LC_FROM_BYTES s { uint32_t x; struct in y[2]; float f; uint8_t rest[]; };'
check "bool is not, and field, byte, reason and a way out are named" named \
	'struct LC_FROM_BYTES s { uint32_t x; bool on; };' \
	"contract.c:2:.*error: 'struct s' is not from-bytes: field 'on' at byte 4 is bool: only 0 and 1 are valid; use uint8_t"
check "nor is an enum" named 'enum e { A, B }; struct LC_FROM_BYTES s { enum e e; };' \
	"field 'e' at byte 0 is enum e: only its enumerators are valid; use uint32_t"
check "nor a pointer, in an array of a nested record" named \
	'struct in { int a; void *p; }; struct LC_FROM_BYTES s { struct in in[3]; };' \
	"field 'in\[\].p' at byte 8 is a pointer"
all_breaches() {
	refuses 'struct LC_FROM_BYTES s { bool a, b; };' && says "error: .*'a' at byte 0" &&
		says "note: field 'b' at byte 1" && [ "$(grep -c error: err)" = 1 ]
}
check "all that breaks it is told, one of them as an error" all_breaches
check "try-from-bytes allows bool and enum" accepts \
	'enum e { A }; struct LC_TRY_FROM_BYTES s { enum e e; bool on; };'
check "padding breaks into-bytes" named 'struct LC_INTO_BYTES s { uint8_t a; uint32_t b; };' \
	"'struct s' is not into-bytes: field 'b' at byte 4 has 3 bytes of padding before it"
check "a bit-field that ends within a byte does too" named 'struct LC_INTO_BYTES s { uint8_t a : 3; };' \
	'the bits behind it are padding'
check "and a union's shorter member" named 'union LC_INTO_BYTES u { uint8_t a; uint32_t b; };' \
	"field 'a' at byte 0 is 3 bytes shorter"
check "a whole record without padding is into-bytes" accepts \
	'struct LC_INTO_BYTES s { uint8_t a : 3, b : 5; uint8_t c; uint16_t d; union { uint32_t e; float f; }; };'
check "pointers are zero-valid" accepts 'struct LC_ZERO_VALID s { void *p; bool on; };'
check "a typedef can claim" accepts 'typedef uint32_t word LC_FROM_BYTES;'
check "and is refused as a record is" named 'typedef bool flag LC_FROM_BYTES;' 'is not from-bytes: it is bool'
check "a wire type says the byte order of each field" named 'struct LC_WIRE s { uint16_t a; };' \
	"field 'a' at byte 0 is uint16_t: its byte order is not said; use lc_be16 or lc_le16"
check "and no field's width goes with the machine" named 'struct LC_WIRE s { long a; };' \
	"field 'a' at byte 0 is long: 4 bytes wide on some machines, 8 on others"
check "nor its bits" named 'struct LC_WIRE s { uint8_t a : 4, b : 4; };' "'a' at byte 0 is a bit-field"
check "lc_be16 and its kin are wire types, so is what is made of them" accepts \
	'struct LC_WIRE s { lc_be16 a; lc_le64 b; uint8_t c[3]; struct { lc_be32 d; } e[2]; };'
check "a scalar_storage_order says it for all fields" accepts \
	'struct LC_WIRE __attribute__((scalar_storage_order("big-endian"))) s { uint16_t a; uint32_t b; };'
check "LC_CLAIM claims for a type of others" accepts 'struct s { int a; }; LC_CLAIM(struct s, "from-bytes");'
check "and is refused as a mark is" named 'struct s { bool a; }; LC_CLAIM(struct s, "from-bytes");' \
	"field 'a' at byte 0 is bool"
check "it does not come before the definition" named 'struct s; LC_CLAIM(struct s, "from-bytes");' \
	"claims from-bytes before it is defined"
check "an unknown contract is an error that lists those there are" named \
	'struct __attribute__((lc_contract("fine"))) s { int a; };' 'from-bytes.*into-bytes.*wire'
check "a contract on a variable is an error" named 'int x LC__MARK("wire");' \
	'belongs to a structure, a union or a typedef'

check "a helper takes a type that claims enough" accepts "$(body 'struct LC_WIRE s { lc_be16 a; };' \
	'return lc_ref_from_prefix(struct s, buf, len) && lc_ref_from_suffix(uint32_t, buf, len) && lc_ref_from_prefix(uint8_t[6], buf, len);')"
plain=$(body 'struct s { uint32_t a; };' 'return lc_ref_from_prefix(struct s, buf, len) != NULL;')
check "not one that claims nothing: call and type are named" named "$plain" \
	"contract.c:6:[0-9]+: error: .lc_ref_from_prefix. needs a type that is from-bytes, and .struct s. does not claim to be"
check "and how to claim it" says \
	'contract.c:2:[0-9]+: note: it could: mark it here, or write .LC_CLAIM\(struct s, "from-bytes"\);. after it'
check "without the plugin nothing is asked" \
	"${cc[@]}" -std=c11 -Wall -Wextra -Werror -I"$top/include" -c contract.c -o plain.o
check "where it could not claim it, the field is named" named \
	"$(body 'struct s { uint32_t a; bool on; };' 'return lc_ref_from_prefix(struct s, buf, len) != NULL;')" \
	"contract.c:2:[0-9]+: note: field .on. at byte 4 is bool"
check "a helper that gives out bytes asks for into-bytes" named \
	"$(body 'struct LC_FROM_BYTES s { uint32_t a; };' 'struct s s = { 1 }; (void)len; (void)buf; return lc_bytes_of(&s)[0];')" \
	"lc_bytes_of. needs a type that is into-bytes"
check "one that checks validity takes try-from-bytes" accepts \
	"$(body 'struct LC_TRY_FROM_BYTES s { bool on; }; LC_DEFINE_VALID(s_valid, struct s, LC_BOOL(on))' \
		'return lc_try_ref_from_prefix(struct s, s_valid, buf, len) != NULL;')"
check "a claim from outside is enough" accepts \
	"$(body 'struct s { uint32_t a; }; LC_CLAIM(struct s, "from-bytes");' 'return lc_ref_from_prefix(struct s, buf, len) != NULL;')"

same_code() {
	source_of "$(body 'struct LC_WIRE s { lc_be16 a; };' \
		'const struct s *s = lc_ref_from_prefix(struct s, buf, len); return s ? lc_be16_get(s->a) : -1;')"
	compile 0 -std=c11 -O2 -I"$top/include" -c contract.c -o with.o &&
		"${cc[@]}" -std=c11 -O2 -I"$top/include" -c contract.c -o without.o &&
		objdump -d with.o | tail -n +4 >with.s && objdump -d without.o | tail -n +4 >without.s &&
		cmp -s with.s without.s
}
check "the code is the same with and without the plugin" same_code

cplusplus=${cc[0]/%gcc/g++}
in_cplusplus() { # STATUS TEXT
	local status
	source_of "$2"
	"$cplusplus" -std=c++11 -x c++ -I"$top/include" -fplugin="$plugin" -c contract.c -o contract.o >err 2>&1
	status=$?
	[ $status -eq "$1" ] && ! says 'internal compiler error'
}
refused_in_cplusplus() {
	in_cplusplus 1 'struct LC_FROM_BYTES s { bool a; };' && says 'is bool: only 0 and 1 are valid'
}
if command -v "$cplusplus" >/dev/null; then
	check "C++ has the same contracts" in_cplusplus 0 'struct LC_WIRE s { lc_be16 a; };'
	check "and refuses the same" refused_in_cplusplus
	check "a template is looked at where it is used" in_cplusplus 0 \
		'template <typename T> struct LC_FROM_BYTES box { T t; };
		template <typename T> const T *get(const uint8_t *p, size_t n) { return lc_ref_from_prefix(T, p, n); }
		const uint32_t *g(const uint8_t *p, size_t n) { return get<uint32_t>(p, n); }
		box<int> b;'
else
	echo "ok $((++tests)) - C++ has the same contracts # SKIP no $cplusplus"
fi
done_testing
