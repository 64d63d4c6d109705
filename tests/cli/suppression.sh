#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Suppressions when records are joined: what is left out, what is counted, what suppresses nothing.
# shellcheck disable=SC2154 # support.sh sets top and layoutcheck
. "$(dirname "$0")/lib/support.sh"

printf 'one\ntwo\nthree\nfour\nfive\n' | tee foo.c bar.c foo.h >/dev/null

# allowed [NAME=VALUE]...: a record as of `record`, its finding suppressed in line 3 of the source.
allowed() {
	local source=foo.c argument
	for argument in "$@"; do
		[[ $argument != source=* ]] || source=${argument#source=}
	done
	record "$@" | sed \
		-e "s|\"how\":\"len is in hand\"|&,\"suppressed\":{\"form\":\"comment\",\"place\":{\"file\":\"$source\",\"line\":3},\"reason\":\"whole frames\"}|" \
		-e "s|,\"properties\":{\"verdict\"|,\"suppressions\":[{\"kind\":\"inSource\",\"justification\":\"whole frames\",\"location\":{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"$source\"},\"region\":{\"startLine\":3,\"startColumn\":2}}}}]&|" \
		-e "s|^{\"kind\":\"end\"|$(suppression "$source" true)\n&|" -e 's|"layouts":1}|"layouts":1,"suppressions":1}|'
}
suppression() { # FILE USED [RULE]
	echo "{\"kind\":\"suppression\",\"form\":\"comment\",\"place\":{\"file\":\"$1\",\"line\":3,\"column\":2},\"rules\":[{\"rule\":\"${3:-lc-short-buffer}\",\"used\":$2}],\"reason\":\"whole frames\"}"
}
# with LINE [NAME=VALUE]...: a record with that line of kind suppression.
with() {
	local line=$1
	shift
	record "$@" | sed -e "s|^{\"kind\":\"end\"|$line\n&|" -e 's|"layouts":1}|"layouts":1,"suppressions":1}|'
}

allowed >allowed.jsonl
check "a finding that is suppressed does not make the exit code 1" run 0 collect allowed.jsonl -o out.sarif
check "it is counted" says "0 warnings, 0 notes; 1 suppressed in the source left out"
check "and left out: not every service honours suppressions" sarif out.sarif 'results == []'
check "with the ledger as well, for it is no open question" eval \
	'run 0 collect --ledger allowed.jsonl -o ledger.sarif && sarif ledger.sarif "all(region(r)[0] == 5 for r in results)"'
check "--suppressed writes it" eval \
	'run 0 collect --suppressed allowed.jsonl -o kept.sarif && says "; 1 suppressed in the source"'
check "with its reason and place" sarif kept.sarif \
	'[(s["kind"], s["justification"], s["location"]["physicalLocation"]["artifactLocation"]["uri"],
	   s["location"]["physicalLocation"]["region"]["startLine"]) for s in results[0]["suppressions"]] == [("inSource", "whole frames", "foo.c", 3)]'
check "and is valid SARIF" eval '"$top/tests/tools/sarif-validate.sh" kept.sarif >out 2>&1'
record source=bar.c >bar.jsonl
check "another finding counts as ever" eval 'run 1 collect allowed.jsonl bar.jsonl -o out.sarif && sarif out.sarif "[uri(r) for r in results] == [\"bar.c\"]"'

check "report counts what is suppressed apart" eval 'run 0 report allowed.jsonl bar.jsonl && prints "  1 more suppressed in the source" && grep -q "^  lc-short-buffer  *0  *1  *0$" out'
cp out expected
check "and so it does from the SARIF file, with it or without it" eval \
	'run 0 report out.sarif && diff -u expected out && run 1 collect --suppressed allowed.jsonl bar.jsonl -o both.sarif &&
	 run 0 report both.sarif && diff -u expected out'
check "as JSON" eval 'run 0 report --json allowed.jsonl && prints "\"suppressed\": 1"'

# A header is in many units.
allowed source=foo.h object=a.o >a.jsonl
allowed source=foo.h object=b.o >b.jsonl
record source=foo.h object=c.o level=note >c.jsonl
check "suppressed in every unit it is suppressed" run 0 collect a.jsonl b.jsonl -o out.sarif
check "reported in one it is reported" eval 'run 0 collect a.jsonl c.jsonl b.jsonl -o out.sarif && sarif out.sarif "[(r[\"level\"], r.get(\"suppressions\")) for r in results] == [(\"note\", None)]"'
check "in whatever order they come" eval 'run 0 collect c.jsonl a.jsonl -o out2.sarif && sarif out2.sarif "[r[\"level\"] for r in results] == [\"note\"]"'

with "$(suppression foo.h false)" source=foo.c object=d.o level=note >d.jsonl
check "one that suppresses nothing is told of" eval 'run 0 collect d.jsonl -o out.sarif && says "foo.h:3: the suppression of lc-short-buffer suppresses nothing: take it out"'
check "in the log as a note" sarif out.sarif 'any("foo.h:3: the suppression of lc-short-buffer suppresses nothing" in n for n in notifications)'
check "and counted" eval 'run 0 report d.jsonl && prints "1 suppression in the source that suppresses nothing" && run 0 report out.sarif && prints "1 suppression in the source that suppresses nothing"'
check "but not if it serves another unit" eval 'run 0 collect d.jsonl a.jsonl -o out.sarif && ! says "suppresses nothing"'
check "nor if it does so before" eval 'run 0 collect a.jsonl d.jsonl -o out.sarif && ! says "suppresses nothing"'
with "$(suppression foo.h false | sed 's/,"used":false//')" source=foo.c object=e.o level=note >e.jsonl
check "nor if no unit judges that rule" eval 'run 0 collect e.jsonl -o out.sarif && ! says "suppresses nothing"'
with "$(suppression /far/away.h false)" level=note >far.jsonl
check "nor outside the source root" eval 'run 0 collect far.jsonl -o out.sarif && ! says "suppresses nothing"'
check "unless those places are kept" eval 'run 0 collect --outside far.jsonl -o out.sarif && says "/far/away.h:3: the suppression of"'
with "$(suppression foo.c false | sed 's/"form":"comment"/"form":"attribute","of":"function '"'parse'"'"/')" level=note >of.jsonl
check "an attribute is told of with what it belongs to" eval "run 0 collect of.jsonl -o out.sarif && says \"foo.c:3: the suppression of lc-short-buffer for function 'parse' suppresses nothing\""

sed 's/"suppressions":1}/"suppressions":2}/' allowed.jsonl >damaged.jsonl
check "a record that lost a line of this kind is damaged" eval 'run 2 collect damaged.jsonl -o out.sarif && says "1 lines of kind suppression, expected 2"'
with '{"kind":"suppression","rules":"x"}' >wrong.jsonl
check "a line of a wrong type is told of" eval 'run 2 collect wrong.jsonl -o out.sarif && says "rules: expected an array, found a string"'
done_testing
