#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# What real tools make of objects that the plugin compiled: archives, joined objects, link-time
# optimisation, stripped and split ones. Each keeps the records, whole, and they are met once.
# shellcheck source=tests/cli/lib/compiled.sh disable=SC2154,SC2034
. "$(dirname "$0")/lib/compiled.sh"

compile() { # ARGUMENT...
	"${cc[@]}" -fplugin="$plugin" "$@" >out 2>err
}
units() { # COUNT FILE...: so many units, with those findings
	local count=$1
	shift
	run 1 collect --source-root=. "$@" -o out.sarif && says "out.sarif: $count unit" && ! says 'layoutcheck:' || return 1
	findings "$@" >"$work/got" && diff <(echo "$expected") "$work/got" >>err
}
for n in one two three; do
	sed "s/parse/parse_$n/" found.c >$n.c
done
echo 'int nothing(int a) { return a + 1; }' >quiet.c
mkdir -p libs/deep
for n in one two three quiet; do
	compile -O2 -g -c $n.c -o libs/$n.o
done
expected=$(findings libs/one.o libs/two.o libs/three.o)
check "three findings to be kept" [ "$(wc -l <<<"$expected")" -eq 3 ]
objects=(libs/one.o libs/two.o libs/three.o libs/quiet.o)

ar rcs all.a "${objects[@]}"
check "an archive" units 4 all.a
check "and its objects beside it are read once" units 4 all.a libs
ar rcsT libs/thin.a "${objects[@]}"
check "a thin archive, as kernels are built with" units 4 libs/thin.a
(cd libs/deep && ar rcsT inner.a ../one.o ../two.o && ar rcsT outer.a inner.a ../three.o ../quiet.o)
check "thin archives in a thin archive" units 4 libs/deep/outer.a
cp -r libs moved && rm -rf libs/deep
check "that were moved with their members" units 4 moved/deep/outer.a
mkdir a b && cp libs/one.o a/x.o && cp libs/two.o b/x.o && ar qcs twice.a a/x.o b/x.o libs/three.o libs/quiet.o
check "an archive with two members of one name" units 4 twice.a
printf 'create mri.a\naddlib all.a\nsave\nend\n' | ar -M >/dev/null
check "an archive that ar made of another" units 4 mri.a
check "of which a member was replaced has what replaced it" eval \
	'cp all.a new.a && compile -c quiet.c -o one.o && ar r new.a one.o && ! findings new.a | grep -q one.c && findings new.a | grep -q two.c'

for linker in ld.bfd ld.gold ld.lld; do
	command -v $linker >/dev/null || continue
	$linker -r -o joined.o libs/one.o libs/two.o && $linker -r -o joined2.o joined.o libs/three.o libs/quiet.o
	check "what $linker -r joined, twice" units 4 joined2.o
	ar rcs joined.a joined2.o
	check "in an archive" units 4 joined.a
	check "is read once beside its parts" units 4 joined2.o libs
done
ld -r --whole-archive -o whole.o all.a
check "an archive joined whole" units 4 whole.o

strip -g -o stripped.o libs/one.o && strip --strip-unneeded -o unneeded.o libs/two.o && objcopy --only-keep-debug libs/three.o debug.o &&
	objcopy --compress-debug-sections libs/three.o compressed.o
check "stripped objects, and compressed ones" units 4 stripped.o unneeded.o compressed.o libs/quiet.o
objcopy --prefix-symbols=lib_ --localize-hidden libs/one.o renamed.o
check "one whose symbols are renamed" units 4 renamed.o libs/two.o libs/three.o libs/quiet.o
compile -O2 -g -gsplit-dwarf -c one.c -o split.o
check "one whose debug information is in a file of its own" units 4 split.o libs/two.o libs/three.o libs/quiet.o
objcopy -R .layoutcheck libs/one.o bare.o
check "objcopy -R takes it out, which collect tells" eval 'run 2 collect bare.o -o out.sarif && says "bare.o: carries no record"'

# Link-time optimisation: a record of each unit from its compile, none from the link.
lto() { # NAME ARGUMENT...
	local name=$1 n
	shift
	mkdir -p "$name"
	for n in one two three quiet; do
		compile -O2 "$@" -c $n.c -o "$name/$n.o" || return 1
	done
	units 4 "$name"
}
if compile -O2 -flto -c one.c -o probe.o; then
	check "slim objects of -flto" lto slim -flto
	check "fat ones" lto fat -flto -ffat-lto-objects
	gcc-ar rcs slim.a slim/*.o
	check "an archive of slim ones" units 4 slim.a
	linked() { # ARGUMENT...
		rm -f program
		"${cc[@]}" -O2 -flto "$@" -x c <(echo 'int main(void) { return 0; }') -x none -Wl,--whole-archive slim.a -Wl,--no-whole-archive \
			-o program 2>err && ! readelf -SW program | grep -q layoutcheck
	}
	check "a program linked of them has no record" linked
	check "nor when the plugin is given to the link" eval 'linked -fplugin="$plugin" && ! grep -q layoutcheck err'
	check "nor with its parts made in parallel" linked -flto=2 -fplugin="$plugin"
	ld -r -o slim.o slim/*.o
	check "what ld -r joins of slim ones" units 4 slim.o
	"${cc[@]}" -O2 -flto -r slim/*.o -o made.o 2>/dev/null
	check "what the compiler joins of slim ones is made anew, without a record, which collect tells" \
		eval 'run 2 collect made.o -o out.sarif && says "made.o: carries no record"'
fi

# Incremental builds, and sources that are gone.
cp libs/one.o libs/two.o libs/three.o libs/quiet.o .
touch two.c
check "an object that is not compiled again speaks of its source" units 4 one.o two.o three.o quiet.o
sed 's/len < 4/len < 8/' one.c >mended.c && mv mended.c one.c && compile -O2 -g -c one.c -o one.o
check "one that was has what is there now" eval '! findings one.o two.o three.o quiet.o | grep -q one.c'
echo '/* more */' >>two.c
check "a source that changed since is told of" eval 'run 1 collect two.o -o out.sarif && sarif out.sarif "any(\"two.c\" in n and \"changed\" in n for n in notifications)"'
rm three.c
check "so is one that is gone, and its finding stays" eval \
	'run 1 collect --source-root=. three.o -o out.sarif && sarif out.sarif "uri(results[0]) == \"three.c\" and any(\"three.c cannot be read\" in n for n in notifications)"'
rm three.o
mkdir build && mv one.o two.o quiet.o build
check "as long as its object does" eval '! findings build | grep -q three.c'
done_testing
