#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# usage: rust.sh FOLDER PLUGIN
# Compiles what `layoutcheck export --rust` prints with rustc, against the zerocopy crate
# in the Linux source below FOLDER. Exit code 78: no rustc, or one that is too old.
set -euo pipefail

folder=$1 plugin=$(realpath "$2")
top=$(cd "$(dirname "$0")/../.." && pwd)
layoutcheck=$(realpath "${B:-build}")/layoutcheck
rust=$(realpath "$folder/source/rust")
command -v rustc >/dev/null || exit 78
version=$(rustc --version | sed -n 's/^rustc 1\.\([0-9]*\)\..*/\1/p')
[ "${version:-0}" -ge 77 ] && [ -e "$rust/zerocopy/src/lib.rs" ] || exit 78
mkdir -p "$folder/rust"
cd "$folder/rust"

crate() { # NAME TYPE SOURCE OPTION...
	local name=$1 type=$2 source=$3
	shift 3
	rustc --edition=2021 --cap-lints=allow --crate-type "$type" --crate-name "$name" -L. --out-dir . "$@" "$source"
}
features() {
	printf -- '--cfg\nfeature="%s"\n' "$@"
}
if [ ! -e libzerocopy.rlib ]; then
	crate proc_macro2 rlib "$rust/proc-macro2/lib.rs" --cfg wrap_proc_macro \
		--cfg proc_macro_span_file --cfg proc_macro_span_location --cfg 'feature="proc-macro"'
	mapfile -t list < <(features clone-impls derive full parsing printing proc-macro visit visit-mut)
	crate quote rlib "$rust/quote/lib.rs" --extern proc_macro2 --cfg 'feature="proc-macro"'
	crate syn rlib "$rust/syn/lib.rs" --extern proc_macro2 --extern quote "${list[@]}"
	crate zerocopy_derive proc-macro "$rust/zerocopy-derive/lib.rs" --extern proc_macro \
		--extern proc_macro2 --extern quote --extern syn
	CARGO_PKG_VERSION=0.8.54 crate zerocopy rlib "$rust/zerocopy/src/lib.rs" --extern zerocopy_derive --cfg 'feature="derive"'
fi

# Types of all kinds, and those of the examples.
cat >types.c <<'EOF'
#include "packet.h"
#include "tables.h"
struct LC_WIRE item { lc_be16 id; uint8_t kind, type; };
struct LC_WIRE list { lc_be16 type, count; struct item items[]; };
struct inner { uint16_t p, q; };
struct LC_FROM_BYTES LC_INTO_BYTES plain {
	uint32_t a;
	int16_t b[2][3];
	uint8_t c : 3, d : 5;
	uint8_t e[3];
	union { uint32_t x; float y; };
	struct { uint16_t p, q; } in;
	struct inner nested[2];
};
struct LC_TRY_FROM_BYTES state { bool on; enum { A, B } mode; };
struct LC_ZERO_VALID holder { void *p; long l; int (*f)(void); };
struct LC_FROM_BYTES LC_UNALIGNED packed { uint16_t a; int64_t b; float c; struct inner d; };
struct LC_FROM_BYTES aligned { uint32_t a; } __attribute__((aligned(16)));
EOF
"$layoutcheck" export --rust item list plain state holder packed aligned ipv4_header tcp_header udp_header madt \
	smbios_header -- "${CC:-gcc}" "-fplugin=$plugin" -I"$top/include" -I"$top/examples" types.c >types.rs
[ "$(grep -c '^pub struct' types.rs)" -ge 14 ]
rustc --edition=2021 --crate-type rlib --crate-name types -L. --extern zerocopy --out-dir . types.rs

# A wrong assertion would be told.
sed 's/size_of::<item>() == 4/size_of::<item>() == 5/' types.rs >wrong.rs
! rustc --edition=2021 --crate-type rlib --crate-name wrong -L. --extern zerocopy --out-dir . wrong.rs 2>wrong.log
grep -q 'assertion failed' wrong.log
