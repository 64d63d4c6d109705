#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Places: names below the source root, URIs, UTF-16 columns, fingerprints, sources that changed.
. "$(dirname "$0")/lib/support.sh"

lines() {
	printf 'one\ntwo\nthree\nfour\nfive\n'
}
mkdir -p tree/src/deep tree/.git other
cd tree || exit 2
record=$PWD/record.jsonl

# place SENTENCE EXPRESSION [RECORD ARGUMENT]...: collects one record; the expression holds of it.
place() {
	local sentence=$1 expression=$2
	shift 2
	record "$@" >record.jsonl
	run 1 collect record.jsonl -o out.sarif
	check "$sentence" sarif out.sarif "$expression"
}
lines >src/foo.c
place "a name is relative to the source root" 'uri(results[0]) == "src/foo.c"' source=src/foo.c
place "the folder of the unit counts, not that of the command" 'uri(results[0]) == "src/foo.c"' \
	source=../foo.c directory="$PWD/src/deep"
place "a name with ./ and // is made plain" 'uri(results[0]) == "src/foo.c"' source=.//src/./foo.c
place "an absolute name below the root becomes relative" 'uri(results[0]) == "src/foo.c"' \
	source="$PWD/src/foo.c" uri="file://$PWD/src/foo.c"
place "relative URIs have the root as their base" \
	'run["originalUriBaseIds"]["SRCROOT"]["uri"].endswith("/tree/") and
	 results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uriBaseId"] == "SRCROOT"' source=src/foo.c
ln -s src linked
place "symbolic links are resolved" 'uri(results[0]) == "src/foo.c"' source=linked/foo.c
place "a unit compiled in a folder that is not here is found from the root" \
	'uri(results[0]) == "src/foo.c"' source=src/foo.c directory=/builds/elsewhere
record source=src/foo.c >record.jsonl
cd src/deep || exit 2
run 1 collect "$record" -o out.sarif
check "the root is the git checkout's top" sarif out.sarif 'uri(results[0]) == "src/foo.c"'
run 1 collect "$record" -o out.sarif --source-root=..
cd ../.. || exit 2
check "--source-root is another root" sarif src/deep/out.sarif 'uri(results[0]) == "foo.c"'
check "a source root that is not there is an error" run 2 collect "$record" --source-root=gone
check "and told of" says "gone: cannot be the source root: No such file or directory"

lines >'src/a b%41#ü.c'
place "a name with spaces, % and # is percent-encoded" 'uri(results[0]) == "src/a%20b%2541%23%C3%BC.c"' \
	source='src/a b%41#ü.c' uri='src/a%20b%2541%23%C3%BC.c'
check "and found on disk" sarif out.sarif '"primaryLocationLineHash" in results[0]["partialFingerprints"]'
bytes=$'src/latin\xe9.c'
lines >"$bytes"
place "a name that is not UTF-8 keeps its bytes" 'uri(results[0]) == "src/latin%E9.c"' \
	source='src/latin.c' uri='src/latin%E9.c'
check "and is found on disk" sarif out.sarif '"primaryLocationLineHash" in results[0]["partialFingerprints"]'

lines >../other/far.h
record source=src/foo.c uri="../other/far.h" >record.jsonl
check "a finding outside the root is left out" run 0 collect record.jsonl -o out.sarif
check "and counted" says "1 finding outside"
check "in the log too" sarif out.sarif 'results == [] and any("1 finding outside the source root" in n for n in notifications)'
check "--outside keeps it" run 1 collect --outside record.jsonl -o out.sarif
check "as a file: URI without a base" sarif out.sarif \
	'uri(results[0]).startswith("file:///") and uri(results[0]).endswith("/other/far.h") and
	 "uriBaseId" not in results[0]["locations"][0]["physicalLocation"]["artifactLocation"]'

# Columns: bytes in the record, UTF-16 code units in the log.
printf 'x\ny\n/* \xc3\xbc \xe2\x82\xac \xf0\x9f\x98\x80 */ word(h);\n\tint tab;\n\xff\xfe bad;\n' >src/wide.c
place "columns count UTF-16 code units" 'region(results[0]) == (3, 14, 3, 18)' source=src/wide.c column=19
place "a column within a character is that character's" 'region(results[0])[1] == 8' source=src/wide.c column=12
place "a region of which the start alone is known covers the identifier" \
	'region(results[0]) == (4, 6, 4, 9)' source=src/wide.c line=4 column=6
place "a tab is one column" 'region(results[0])[:2] == (4, 2)' source=src/wide.c line=4 column=2
place "bytes that are not UTF-8 count one each" 'region(results[0]) == (5, 4, 5, 7)' source=src/wide.c line=5 column=4
place "a column past the end of the line is its end" 'region(results[0])[1] == 6' source=src/foo.c column=400
place "a place without a column is the whole line" 'region(results[0]) == (3, 1, 3, 6)' source=src/foo.c column=0
printf '\xef\xbb\xbfone two\n' >src/bom.c
place "a byte order mark is no column" 'region(results[0]) == (1, 5, 1, 8)' source=src/bom.c line=1 column=5
printf 'a\r\nb\r\nsome text\r\n' >src/dos.c
place "the CR of a line end is not part of it" 'region(results[0]) == (3, 1, 3, 10)' source=src/dos.c column=0
place "a line that is not there leaves the place as it was" 'region(results[0])[0] == 77' source=src/foo.c line=77
check "with a fingerprint of our own" sarif out.sarif 'list(results[0]["partialFingerprints"]) == ["layoutcheckIdentity/v1"]'
place "a source that is not there has a fingerprint of our own" \
	'list(results[0]["partialFingerprints"]) == ["layoutcheckIdentity/v1"]' source=src/gone.c
check "and all four coordinates" sarif out.sarif 'region(results[0]) == (3, 9, 3, 10)'
check "and a notification" sarif out.sarif 'any("src/gone.c cannot be read here" in n for n in notifications)'
cp out.sarif first.sarif
place "that does not change with the line" \
	'results[0]["partialFingerprints"] == json.load(open("first.sarif"))["runs"][0]["results"][0]["partialFingerprints"]' \
	source=src/gone.c line=33

hash=$(sha256sum <src/foo.c | cut -d' ' -f1)
# elsewhere FOLDER FILE [HASH]: a record of what was compiled there, under that name.
elsewhere() {
	record directory="$1" source="$2" | sed "1a{\"kind\":\"source\",\"file\":\"$2\",\"sha256\":\"${3:-$hash}\"}" >record.jsonl
}
mkdir -p ../checkout/src && cp src/foo.c ../checkout/src
elsewhere "$(realpath ../checkout/src)" foo.c
check "what another checkout compiled, and a cache brought, is the same file here" \
	eval 'run 1 collect record.jsonl -o out.sarif && sarif out.sarif "uri(results[0]) == \"src/foo.c\""'
elsewhere "$(realpath ../checkout/src)" foo.c "${hash//[0-9]/0}"
check "unless its content is another" eval 'run 0 collect record.jsonl -o out.sarif && says "1 finding outside"'
rm -r ../checkout
elsewhere /home/else/project/src foo.c
check "so is what another machine compiled" \
	eval 'run 1 collect record.jsonl -o out.sarif && sarif out.sarif "uri(results[0]) == \"src/foo.c\""'
elsewhere . /usr/src/package/src/foo.c
check "and what -ffile-prefix-map renamed" \
	eval 'run 1 collect record.jsonl -o out.sarif && sarif out.sarif "uri(results[0]) == \"src/foo.c\""'
check "with the hash of its line" sarif out.sarif '"primaryLocationLineHash" in results[0]["partialFingerprints"]'
check "explain finds it as well" eval 'run 0 explain src/foo.c:3 record.jsonl && prints "src/foo.c:2:5: overlay"'
record source=src/foo.c | sed "1a{\"kind\":\"source\",\"file\":\"src/foo.c\",\"sha256\":\"$hash\"}" >record.jsonl
run 1 collect record.jsonl -o out.sarif
check "an unchanged source is not mentioned" sarif out.sarif 'notifications == []'
echo six >>src/foo.c
run 1 collect record.jsonl -o out.sarif
check "a source that changed since it was compiled is" sarif out.sarif \
	'sum("src/foo.c has changed since it was compiled" in n for n in notifications) == 1'

# A message's link to a place that is left out becomes plain text.
link='"relatedLocations":[{"id":1,"physicalLocation":{"artifactLocation":{"uri":"../other/far.h"},"region":{"startLine":1}}},{"id":2,"physicalLocation":{"artifactLocation":{"uri":"src/wide.c"},"region":{"startLine":1}}}],"properties":{"verdict"'
record source=src/foo.c message='see [far](1) and [near](2), not a[1](x)' | sed "s|\"properties\":{\"verdict\"|$link|" >record.jsonl
run 1 collect record.jsonl -o out.sarif
check "a link to a place that is left out becomes text" sarif out.sarif \
	'results[0]["message"]["text"] == "see far and [near](2), not a[1](x)"'
check "and the other place stays" sarif out.sarif '[l["id"] for l in results[0]["relatedLocations"]] == [2]'
run 1 collect --outside record.jsonl -o out.sarif
check "with --outside both stay" sarif out.sarif 'len(results[0]["relatedLocations"]) == 2'
done_testing
