#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Where records are found: objects of any machine, archives, folders, files; and what has none.
. "$(dirname "$0")/lib/support.sh"

printf 'one\ntwo\nthree\nfour\nfive\n' | tee foo.c bar.c baz.c >/dev/null
record >foo.jsonl
record source=bar.c >bar.jsonl
record source=baz.c >baz.jsonl
object foo.jsonl foo.o
object bar.jsonl bar.o

run 1 collect foo.o -o out.sarif
check "an object's record is read" sarif out.sarif 'len(results) == 1 and uri(results[0]) == "foo.c"'

if gcc -m32 -c -x c -o probe.o /dev/null 2>/dev/null; then
	object foo.jsonl foo32.o -m32
	run 1 collect foo32.o -o out.sarif
	check "an object of ELF class 32 is read" sarif out.sarif 'len(results) == 1'
else
	echo "ok $((++tests)) - an object of ELF class 32 is read # SKIP gcc has no -m32"
fi
for target in elf32-big elf64-big elf32-little; do
	printf x >x.bin
	carry foo.jsonl x.bin -I binary -O $target
	mv x.bin big.o
	run 1 collect big.o -o out.sarif
	check "an $target object is read" sarif out.sarif 'len(results) == 1'
done

ar rc lib.a foo.o bar.o
run 1 collect lib.a -o out.sarif
check "all members of an archive are read" sarif out.sarif 'sorted(map(uri, results)) == ["bar.c", "foo.c"]'

mkdir -p sub
cp foo.o sub/a_member_with_a_very_long_name.o
(cd sub && ar rc long.a a_member_with_a_very_long_name.o)
run 1 collect sub/long.a -o out.sarif
check "a member with a long name is read" sarif out.sarif 'len(results) == 1'

mkdir -p deep/er
cp foo.o deep/er/foo.o
cp bar.o deep/bar.o
(cd deep && ar rcT er/thin.a er/foo.o && ar rcT thin.a bar.o er/foo.o)
run 1 collect deep/thin.a -o out.sarif
check "the members of a thin archive are read from its folder" \
	sarif out.sarif 'sorted(map(uri, results)) == ["bar.c", "foo.c"]'
(cd deep && ar rcT nested.a er/thin.a bar.o)
run 1 collect deep/nested.a -o out.sarif
check "a thin archive within a thin archive is read" sarif out.sarif 'len(results) == 2'
rm deep/er/foo.o
check "a member that a thin archive names and that is gone is an error" run 2 collect deep/thin.a -o out.sarif
check "and named with its path" says "deep/er/foo.o: cannot be read: No such file or directory"
check "while the others are read" sarif out.sarif 'len(results) == 1'

cat foo.jsonl bar.jsonl >both.jsonl
object both.jsonl both.o
run 1 collect both.o -o out.sarif
check "a section with two records is read" sarif out.sarif 'len(results) == 2'
{ cat foo.jsonl; printf '\0\0\0'; cat bar.jsonl; printf '\0'; } >padded.jsonl
object padded.jsonl padded.o
check "NUL bytes between records are skipped" run 1 collect padded.o -o out.sarif
check "and both are read" sarif out.sarif 'len(results) == 2'
ld -r -o joined.o foo.o bar.o
if readelf -S joined.o | grep -q '\.layoutcheck'; then
	check "what ld -r joined is read" run 1 collect joined.o foo.o -o out.sarif
	check "and a record met again counts once" sarif out.sarif \
		'len(results) == 2 and all(r["properties"]["units"] == 1 for r in results)'
fi

mkdir -p "tree/a b" tree/empty
cp foo.o "tree/a b/foo.o"
cp bar.jsonl tree/bar.jsonl
echo text >tree/README
run 1 collect tree -o out.sarif
check "a folder is searched for objects, archives and record files" sarif out.sarif 'len(results) == 2'
cp lib.a tree
run 1 collect tree -o out.sarif
check "an object and the archive that holds it count once" sarif out.sarif \
	'all(r["properties"]["units"] == 1 for r in results) and len(results) == 2'

gcc -c -o bare.o unit.c
echo 'int other;' | gcc -c -x c -o other.o -
ar rc bare.a bare.o other.o
check "an object without a record does not hide the others" run 1 collect foo.o bare.o bare.a -o out.sarif
check "and is named" says "bare.o: carries no record: not checked"
check "in an archive too" says "bare.a(other.o): carries no record: not checked"
check "unless the file that the member is a copy of is named already" eval '! says "bare.a(bare.o)"'
check "and in the log" sarif out.sarif 'any("bare.o: carries no record" in n for n in notifications)'
check "objects without any record are no success" run 2 collect bare.o -o out.sarif
check "and it is said why" says "no record found"
check "a log of nothing is a failed execution" sarif out.sarif \
	'not run["invocations"][0]["executionSuccessful"] and results == []'
gcc -c -o baz.o unit.c
check "an object whose record is in a file counts as checked" run 1 collect baz.o baz.jsonl -o out.sarif
check "and is not named" eval '! says "baz.o: carries no record"'
ar rc baz.a baz.o
run 1 collect baz.a baz.o baz.jsonl -o out.sarif
check "nor is its copy in an archive" eval '! says "carries no record"'

echo nothing >notes.o
mkdir -p odd && cp notes.o foo.o odd
check "a file that is no object is an error if named" run 2 collect notes.o foo.o -o out.sarif
check "and told so" says "notes.o: expected an ELF object, an archive, or a record file"
check "in a folder it is an object that was not checked" run 1 collect odd -o out.sarif
check "and named" says "odd/notes.o: is not an ELF object: not checked"
check "a name that is not there is an error" run 2 collect gone.o foo.o -o out.sarif
check "and told so" says "gone.o: cannot be read: No such file or directory"
check "and the rest is done" sarif out.sarif 'len(results) == 1'
mkfifo odd/pipe.o
check "a FIFO among the objects does not hang" run 2 collect odd/pipe.o -o out.sarif
done_testing
