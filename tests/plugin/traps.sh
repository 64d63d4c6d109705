#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# What traps where the alignment is not there, on the targets whose compilers and plugin headers are here: a small
# plugin asks plugin/gcc-common.h inside each compiler.
# shellcheck source=tests/plugin/lib/support.sh disable=SC2154
. "$(dirname "$0")/lib/support.sh"

cat >probe.cc <<'C'
#include "gcc-common.h"

int plugin_is_GPL_compatible;

static void tell(void *, void *)
{
	static const char *const words[] = { "never", "some", "always" };

	for (unsigned bytes : { 2, 4, 8, 16 })
		fprintf(stderr, " %s", words[lc_trap_of(bytes)]);
	fprintf(stderr, "\n");
}

int plugin_init(struct plugin_name_args *info, struct plugin_gcc_version *)
{
	register_callback(info->base_name, PLUGIN_START_UNIT, tell, NULL);
	return 0;
}
C

# here COMPILER: is it, and are the headers that a plugin for it needs?
here() {
	command -v "$1" >/dev/null && [ -e "$("$1" -print-file-name=plugin)/include/gcc-plugin.h" ]
}
# probe COMPILER: builds the plugin for it, once.
probe() {
	[ -e "$1.so" ] && return
	g++ -std=gnu++17 -fno-rtti -fno-exceptions -fPIC -shared -I"$top/plugin" -I"$top/core" -I"$top/include" \
		-isystem "$("$1" -print-file-name=plugin)/include" -o "$1.so" probe.cc 2>err
}
# asked COMPILER ANSWER FLAG...: is that what the plugin says?
asked() {
	local compiler=$1 answer=$2
	shift 2
	probe "$compiler" && "$compiler" "$@" -fplugin="./$compiler.so" -S -o probe.s nothing.c 2>err && says "^ $answer\$"
}
# traps COMPILER "FLAGS" ANSWER
traps() {
	local sentence="$1${2:+ $2}: misaligned accesses of 2, 4, 8, 16 bytes trap: $3" flags
	read -ra flags <<<"$2"
	if here "$1"; then
		check "$sentence" asked "$1" "$3" "${flags[@]}"
	else
		echo "ok $((++tests)) - $sentence # SKIP no such compiler, or no plugin headers of it"
	fi
}

traps x86_64-linux-gnu-gcc-12 "" "never never never some"
traps x86_64-linux-gnu-gcc-12 "-mno-sse" "never never never never"
traps aarch64-linux-gnu-gcc-12 "" "never never never never"
traps aarch64-linux-gnu-gcc-12 "-mstrict-align" "always always always always"
# LDRH and STRH do not; of what is larger LDRD, LDM and STM do.
traps arm-linux-gnueabihf-gcc-12 "" "never some some some"
traps arm-linux-gnueabihf-gcc-12 "-mno-unaligned-access" "always always always always"
traps arm-linux-gnueabihf-gcc-12 "-march=armv5te -mfloat-abi=soft" "always always always always"
traps arm-linux-gnueabihf-gcc-12 "-mcpu=cortex-m0 -mthumb -mfloat-abi=soft" "always always always always"
traps arm-linux-gnueabihf-gcc-12 "-mcpu=cortex-m4 -mthumb -mfloat-abi=soft" "never some some some"
traps sparc64-linux-gnu-gcc-12 "" "always always always always"
traps mips-linux-gnu-gcc-12 "" "always always always always"
traps riscv64-linux-gnu-gcc-12 "" "always always always always"
traps riscv64-linux-gnu-gcc-12 "-mno-strict-align -mtune=thead-c906" "never never never never"
done_testing
