#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Records and objects that are damaged: told of with file and place, the rest is read, exit code 2.
. "$(dirname "$0")/lib/support.sh"

printf 'one\ntwo\nthree\nfour\nfive\n' >foo.c
cp foo.c bar.c
record >good.jsonl
record source=bar.c >other.jsonl

# damaged SENTENCE FILE MESSAGE: exit code 2, the message, and the good record read all the same.
damaged() {
	if run 2 collect "$2" other.jsonl -o out.sarif && says "$3" &&
		sarif out.sarif 'any(uri(r) == "bar.c" for r in results)
			and not run["invocations"][0]["executionSuccessful"]' &&
		FILE=$2 sarif out.sarif 'any(n.startswith(__import__("os").environ["FILE"]) for n in notifications)'; then
		pass "$1"
	else
		fail "$1"
	fi
}

head -n -1 good.jsonl >cut.jsonl
damaged "a record without its last line is cut short" cut.jsonl \
	"cut.jsonl:5: the record of foo.c is cut short: expected a line of kind end"
check "and its whole lines are read" sarif out.sarif 'any(uri(r) == "foo.c" for r in results)'
{ head -n 2 good.jsonl; sed -n 3p good.jsonl | head -c 300; } >bytes.jsonl
damaged "a record cut within a line names that line" bytes.jsonl "bytes.jsonl:3: not JSON"
cat cut.jsonl good.jsonl >joined.jsonl
damaged "a cut record before a whole one is told of" joined.jsonl "is cut short"
sed '/"kind":"result"/d' good.jsonl >counts.jsonl
damaged "counts that differ are told of" counts.jsonl \
	"counts.jsonl:5: damaged record: 0 lines of kind result, expected 1"
sed 's/"version":1/"version":7/' good.jsonl >future.jsonl
damaged "an unknown version is refused" future.jsonl \
	"future.jsonl:1: a record of version 7: this command knows version 1"
check "and nothing is taken from it" sarif out.sarif 'all(uri(r) != "foo.c" for r in results)'
sed 's/"version":1,//' good.jsonl >noversion.jsonl
damaged "a missing version is refused" noversion.jsonl "noversion.jsonl:1: expected a version"
tail -n +2 good.jsonl >headless.jsonl
damaged "a record without its first line is told of" headless.jsonl \
	"headless.jsonl:1: expected a line of kind unit first"
: >empty.jsonl
damaged "an empty record file is told of" empty.jsonl "empty.jsonl: expected a record, found nothing"
echo '[1,2]' >array.jsonl
damaged "a line that is no object is told of" array.jsonl "array.jsonl:1: expected a JSON object with a kind"
printf 'PK\3\4 not json\n' >zip.jsonl
damaged "a file of something else is told of" zip.jsonl "zip.jsonl:1: not JSON"

# wrong SENTENCE SED MESSAGE: one line of the record changed.
wrong() {
	sed "$2" good.jsonl >wrong.jsonl
	damaged "$1" wrong.jsonl "$3"
}
wrong "a line number that is a string is told of" '/"result"/s/"startLine":3/"startLine":"3"/' \
	'wrong.jsonl:5: result.locations[0].physicalLocation.region.startLine: expected an integer, found a string'
wrong "a line number below 1 is told of" 's/"startLine":3/"startLine":-3/' "-3 is no line number"
wrong "a line number beyond all lines is told of" 's/"startLine":3/"startLine":99999999999/' "is no line number"
wrong "a message that is an array is told of" 's/"message":{"text":"reads 8 bytes"}/"message":["a"]/' \
	'result.message.text: expected a string, found nothing'
wrong "a rule that does not exist is told of" 's/"ruleId":"lc-short-buffer"/"ruleId":"lc-nothing"/' \
	"result.ruleId: this command knows no rule 'lc-nothing'"
wrong "a level that does not exist is told of" '/"result"/s/"level":"warning"/"level":"fatal"/' \
	"result.level: expected none, note, warning or error, found 'fatal'"
wrong "a URI that names no file is told of" 's/"uri":"foo.c"/"uri":"http:\/\/host\/foo.c"/' "names no file"
wrong "a result that is null is told of" 's/"kind":"result","result":.*/"kind":"result","result":null}/' \
	"result.ruleId: expected a string, found nothing"
wrong "a cast without a line is told of" '0,/"line":2,/s///' "wrong.jsonl:3: cast.line: expected an integer"
wrong "a verdict that does not exist is told of" '3s/"verdict":"open"/"verdict":"maybe"/' \
	"verdicts[0].verdict: expected proven, open or refuted, found 'maybe'"
wrong "verdicts that are an object are told of" '3s/"verdicts":.*/"verdicts":{}}/' "verdicts: expected an array"
wrong "a kind of conversion that does not exist is told of" '3s/"overlay"/"spell"/' "no kind of conversion is called 'spell'"
LC_ALL=C sed 's/reads 8 bytes/reads \xff bytes/' good.jsonl >wrong.jsonl
damaged "bytes that are not UTF-8 are told of" wrong.jsonl "wrong.jsonl:5: not JSON: unable to decode byte 0xff"
printf '\033[31m\n' >wrong.jsonl
run 2 collect wrong.jsonl -o out.sarif
check "nothing from a record reaches the terminal as a control sequence" eval '! grep -q $'"'\033'"' err'

nested=$(printf '[%.0s' {1..100})$(printf ']%.0s' {1..100})
sed "s/\"properties\":{\"verdict\"/\"properties\":{\"deep\":$nested,\"verdict\"/" good.jsonl >nested.jsonl
check "100 levels of nesting in what nobody knows are skipped" run 1 collect nested.jsonl -o out.sarif
check "and the finding is there" sarif out.sarif 'len(results) == 1 and "deep" not in results[0]["properties"]'
sed "s/\"message\":{\"text\":\"reads 8 bytes\"}/\"message\":$nested/" good.jsonl >nested.jsonl
damaged "100 levels of nesting where text should be are told of" nested.jsonl "nested.jsonl:5: result.message.text"
nested=$(printf '[%.0s' {1..5000})
sed "s/\"properties\":{/\"properties\":{\"deep\":$nested/" good.jsonl >nested.jsonl
damaged "5000 levels of nesting are told of" nested.jsonl "nested.jsonl:5: not JSON: maximum parsing depth"

object good.jsonl good.o
for size in 5 20 63; do
	head -c $size good.o >cut.o
	damaged "an object cut to $size bytes is told of" cut.o "cut.o: damaged ELF object"
done
for size in 64 200 600 1999; do
	head -c $size good.o >cut.o
	damaged "an object cut to $size bytes is told of" cut.o "cut.o: cut short: expected the section headers at byte"
done
python3 - <<'PY'
import struct
data = bytearray(open("good.o", "rb").read())
table, = struct.unpack_from("<Q", data, 40)
size, number = struct.unpack_from("<HH", data, 58)
for i in range(number): # every section reaches far past the file's end
    struct.pack_into("<Q", data, table + i * size + 32, 1 << 40)
open("huge.o", "wb").write(data)
PY
damaged "an object whose sections reach past its end is told of" huge.o "huge.o: damaged ELF object"
object cut.jsonl cutrecord.o
damaged "a cut record in an object names the object and the line" cutrecord.o "cutrecord.o:5: the record of foo.c is cut short"
cp good.o second.o
ar rc lib.a good.o second.o
head -c -100 lib.a >cut.a
damaged "an archive cut short is told of" cut.a "cut.a: cut short: the member at byte"
{ head -c 70 lib.a | head -c 8; echo "this is not the header of a member, and not by far, no no no"; } >junk.a
damaged "an archive with a damaged header is told of" junk.a "junk.a: damaged archive: expected a member's header at byte 8"
done_testing
