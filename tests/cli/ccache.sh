#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# ccache: a hit brings the record with the object, and none is brought that another plugin made.
# shellcheck source=tests/cli/lib/compiled.sh disable=SC2154,SC2034
. "$(dirname "$0")/lib/compiled.sh"

command -v ccache >/dev/null || skip_all "no ccache here"
unset CCACHE_DISABLE
export CCACHE_DIR=$work/cache CCACHE_CONFIGPATH=/dev/null

# cached WHAT ARGUMENT...: compiles found.c into found.o; was it direct_cache_hit, preprocessed_cache_hit or cache_miss?
cached() {
	local what=$1
	shift
	ccache -z >/dev/null
	rm -f found.o
	ccache "${cc[@]}" -fplugin="$plugin" "$@" -c found.c -o found.o >out 2>err || return 1
	ccache --print-stats >stats && [ "$(awk -v "what=$what" '$1 == what { print $2 }' stats)" = 1 ] && return
	grep -E '(hit|miss|error)' stats >>err
	return 1
}

"${cc[@]}" -fplugin="$plugin" -c found.c -o found.o 2>/dev/null && mv found.o direct.o
expected=$(findings direct.o)
check "what is compiled the first time has its findings" eval 'cached cache_miss && same found.o'
check "a hit brings them back" eval 'cached direct_cache_hit && same found.o'
check "and the object, byte for byte" cmp found.o direct.o
check "so does one that was found by the preprocessed text" eval 'CCACHE_NODIRECT=1 cached preprocessed_cache_hit && same found.o'
check "and prints what the compiler said" grep -q 'lc-short-buffer' err
check "an argument of the plugin is another command" cached cache_miss -fplugin-arg-layoutcheck-level=error
check "that does not print, and records" eval '[ ! -s err ] && same found.o'
check "its hit neither" eval 'cached direct_cache_hit -fplugin-arg-layoutcheck-level=error && [ ! -s err ] && same found.o'

# Which plugin it was: ccache sees the file that -fplugin= names, which loads another.
check "the file that is named tells by its content what it loads" \
	eval '[ "$(readelf -n "$built/layoutcheck.so" | sed -n "s/.*Build ID: //p")" = "$(cat "$built"/layoutcheck-gcc*.so | sha256sum | cut -c 1-40)" ]'
export CCACHE_COMPILERCHECK=content
cached cache_miss
touch "$plugin"
check "a plugin that was rebuilt to the same bytes keeps the cache, where the content counts" \
	eval 'cached direct_cache_hit && same found.o'
cp "$plugin" kept.so && printf x >>"$plugin"
check "one with other bytes does not" cached cache_miss
mv kept.so "$plugin"
unset CCACHE_COMPILERCHECK
cached cache_miss
touch -d '2001-01-01' "$plugin"
check "by itself ccache goes by the time" cached cache_miss

# named: as -fplugin=layoutcheck does, where it is installed.
named() {
	local file=$plugin
	plugin=layoutcheck cached "$@" -iplugindir="${file%/*}"
}
named cache_miss
printf x >>"$plugin"
check "of a plugin without a folder in its name ccache does not see another version" named direct_cache_hit
check "unless CCACHE_EXTRAFILES names it" eval 'CCACHE_EXTRAFILES=$plugin named cache_miss && CCACHE_EXTRAFILES=$plugin named direct_cache_hit'
printf x >>"$plugin"
check "with another version" eval 'CCACHE_EXTRAFILES=$plugin named cache_miss'
cp "$built/layoutcheck.so" "$plugin"

printf '%s\n' 'model: mine' 'about: nothing' >model.yaml
if "$layoutcheck" model compile model.yaml -o model.json >/dev/null 2>err; then
	model=-fplugin-arg-layoutcheck-model=$PWD/model.json
	cached cache_miss "$model"
	sed 's/nothing/nothing else/' model.yaml >other.yaml
	"$layoutcheck" model compile other.yaml -o model.json >/dev/null
	check "nor does it see another model of that name" cached direct_cache_hit "$model"
	check "unless CCACHE_EXTRAFILES names it" eval 'CCACHE_EXTRAFILES=model.json cached cache_miss "$model"'
else
	fail "a model is compiled"
fi

check "a record file does not come back with a hit" eval \
	'rm -rf files; cached cache_miss -fplugin-arg-layoutcheck-record-dir=files && [ -n "$(ls files)" ] && rm -rf files &&
	 cached direct_cache_hit -fplugin-arg-layoutcheck-record-dir=files && [ ! -e files ]'
check "which collect tells" eval 'run 2 collect found.o -o out.sarif && says "found.o: carries no record"'

# The same sources in another folder, one cache for both.
export CCACHE_BASEDIR=$work CCACHE_NOHASHDIR=1
cached cache_miss -I"$PWD"
cp -r . "$work/other" && rm -f "$work"/other/*.o && cd "$work/other" || exit 2
rm -rf "$work/project"
check "another checkout has the hit" cached direct_cache_hit -I"$PWD"
check "and its findings, at its own files" same found.o
unset CCACHE_BASEDIR CCACHE_NOHASHDIR

# scan -- COMMAND puts its compilers before ccache, called either way.
printf 'found.o: found.c\n\tccache gcc -c found.c -o found.o\n' >Makefile
if [ "${cc[*]}" = gcc ]; then
	scan() { # STATUS
		ccache -z >/dev/null
		rm -f found.o
		run "$1" scan --plugin="$plugin" --state="$work/state" -- make -s
	}
	hit() {
		ccache --print-stats >stats && grep -q '^direct_cache_hit.[1-9]' stats && grep -q '^cache_miss.0$' stats && return
		grep -v '0$' stats >>err
		return 1
	}
	check "a build with ccache is checked" eval 'scan 1 && prints "found.c:6:9: warning:"'
	check "and its hits are" eval 'scan 1 && prints "found.c:6:9: warning:" && hit'
	sed -i 's/ccache gcc/gcc/' Makefile
	mkdir links && ln -s "$(command -v ccache)" links/gcc
	check "so is one whose gcc is a link to ccache" eval 'PATH=$PWD/links:$PATH scan 1 && prints "found.c:6:9: warning:"'
	check "and its hits" eval 'PATH=$PWD/links:$PATH scan 1 && prints "found.c:6:9: warning:" && hit'
fi
done_testing
