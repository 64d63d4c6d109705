#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The stub that -fplugin= loads: what it says where no plugin fits the compiler, and that the build goes on.
# shellcheck source=tests/plugin/lib/support.sh disable=SC2154
. "$(dirname "$0")/lib/support.sh"

version=$("${cc[@]}" -dumpfullversion)
major=${version%%.*}
real=layoutcheck-gcc$major.so

# with FOLDER STATUS ARGUMENT...: compiles with the stub that is in FOLDER.
with() {
	local folder=$1
	shift
	plugin=$PWD/$folder/layoutcheck.so compile "$@"
}
warnings() {
	grep -c 'layoutcheck: warning' err
}

mkdir alone other broken stranger
cp "$built/layoutcheck.so" alone/
check "alone in a folder it lets the build go on" with alone 0 -c found.c -o found.o
check "with one warning" eval '[ "$(warnings)" -eq 1 ]'
check "that names this compiler's version" says "warning: this is GCC ${version//./\\.}"
check "and those it was built for" says 'built for GCC none'
check "and how to rebuild" says "make CC=gcc-$major install"
check "and that the unit is not checked" says 'not checked'
check "the object is there, without a record" \
	eval '[ -s found.o ] && ! objdump -h found.o | grep -q layoutcheck'
check "under -Werror the build goes on as well" with alone 0 -Werror -c found.c -o found.o
check "strict makes it fatal" with alone 1 -fplugin-arg-layoutcheck-strict -c found.c -o strict.o
check "and says so as an error" says 'layoutcheck: error: this is GCC'
check "and no object is left" eval '[ ! -e strict.o ]'

cp "$built/layoutcheck.so" other/
cp "$built/$real" other/layoutcheck-gcc3.so
cp "$built/$real" other/layoutcheck-gcc99.so
: >other/layoutcheck-gcc7.so.bak
check "beside plugins for other compilers it names their versions" \
	eval 'with other 0 -c found.c -o found.o && says "built for GCC (3, 99|99, 3) "'

cp "$built/layoutcheck.so" broken/
echo "this is no shared object" >"broken/$real"
check "a plugin that is no shared object is a warning, and the build goes on" \
	eval 'with broken 0 -c found.c -o found.o && [ "$(warnings)" -eq 1 ] && ! says "internal compiler error|Segmentation"'

cp "$built/layoutcheck.so" stranger/
echo 'int plugin_is_GPL_compatible;' >stranger.c
"${cc[@]}" -shared -fPIC -o "stranger/$real" stranger.c
check "a plugin of another make is a warning, and the build goes on" \
	eval 'with stranger 0 -c found.c -o found.o && says "another version of layoutcheck" && [ "$(warnings)" -eq 1 ]'

mkdir 'a folder with %s and spaces'
cp "$built/layoutcheck.so" "$built/$real" 'a folder with %s and spaces/'
check "a folder with spaces and a % is as good as any" \
	eval 'with "a folder with %s and spaces" 0 -c found.c -o found.o && says "\[lc-short-buffer\]" && record found.o'
check "by a symbolic link from elsewhere the plugin beside it is found, or it says so" \
	eval 'mkdir link && ln -s "$built/layoutcheck.so" link/ && with link 0 -c found.c -o found.o && says "lc-short-buffer|this is GCC"'
check "the stub needs no symbol of the compiler" \
	eval '! nm -D --undefined-only "$built/layoutcheck.so" | grep -vE " (w|U) (_|[a-z]+(@|$))"'
done_testing
