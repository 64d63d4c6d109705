#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# same.py notices what it looks for: plugins that do harm, each in its own way, and one that does none.
# shellcheck source=tests/plugin/lib/support.sh disable=SC2154
. "$(dirname "$0")/../plugin/lib/support.sh"

cat >harm.cc <<'CXX'
#include "gcc-plugin.h"
#include "tree.h"
#include "diagnostic-core.h"
#include "output.h"
#include <time.h>
#include <unistd.h>
int plugin_is_GPL_compatible;
static void harm(void *, void *)
{
	switch (*getenv("HARM")) {
	case 'b': fputs("\t.byte 7\n", asm_out_file); break;
	case 's': fputs("\t.section .other,\"\"\n\t.byte 7\n", asm_out_file); break;
	case 'w': warning(0, "of mine"); break;
	case 'e': error("of mine"); break;
	case 'a': abort();
	case 'f': fancy_abort("a.c", 1, "b");
	case 'x': _exit(0);
	case 'l': while (clock() < 3 * CLOCKS_PER_SEC) continue;
	}
}
int plugin_init(struct plugin_name_args *plugin, struct plugin_gcc_version *)
{
	register_callback(plugin->base_name, PLUGIN_FINISH_UNIT, harm, nullptr);
	return 0;
}
CXX
cxx=${PLUGIN_CXX:-$(printf '%s' "${cc[-1]}" | sed 's/gcc\([-0-9.]*\)$/g++\1/')}
command -v "$cxx" >/dev/null || cxx=g++
mkdir -p suite/gcc.c-torture/compile
for name in one two three; do
	echo "int $name(int a) { int b; return a + b; }" >suite/gcc.c-torture/compile/$name.c
done

mkdir plugins
"$cxx" -fno-rtti -fPIC -shared -isystem "$("${cc[@]}" -print-file-name=plugin)/include" -o plugins/layoutcheck.so harm.cc >err 2>&1
check "a plugin that does harm is built" [ -s plugins/layoutcheck.so ]

# same HARM OPTION...: runs same.py while the plugin does HARM.
same() {
	HARM=$1 "$top/tests/same/same.py" --testsuite suite "${@:2}" plugins/layoutcheck.so torture >err 2>&1
}
harmful() { # HARM WORDS: is noticed in every compile, in these words
	! same "$1" --modes O0,g,lto-slim && [ "$(grep -c "^FAIL .*$2" err)" -eq 9 ] && tail -n 1 err | grep -qx '0 passed, 9 failed'
}
check "one that does none is not accused" \
	eval 'same none --modes O0,g,lto-slim && tail -n 1 err | grep -qx "9 passed, 0 failed"'
check "bytes of its own in the object are noticed" harmful bytes 'other code'
check "and a section of its own" harmful section 'other code'
check "a warning as if of the compiler is noticed" harmful warning 'other messages'
check "and an error" harmful error 'exit status'
check "a crash is noticed" harmful abort 'crash'
check "and a failed assertion of the compiler" harmful fancy-abort 'crash'
check "and a process that ends without a word" harmful x-it 'other code'
check "what takes long is noticed" eval '! same long --first 1 --modes O0 && grep -q "^FAIL .*slow" err'
check "where there is nothing to compare it fails" \
	eval '! "$top/tests/same/same.py" --testsuite nowhere plugins/layoutcheck.so torture >err 2>&1'

# A run that was stopped goes on where it was.
resumes() {
	same none --first 2 --modes O0,g --state state && [ "$(wc -l <state)" -eq 5 ] || return 1
	sed -i '$s/.*/{"unit": "gcc.c-tor/' state
	same none --modes O0,g --state state && [ "$(wc -l <state)" -eq 7 ]
}
check "a run that was stopped goes on" resumes
echo >>plugins/layoutcheck.so
check "with another plugin it begins anew" eval 'same none --first 1 --modes O0 --state state && [ "$(wc -l <state)" -eq 2 ]'
done_testing
