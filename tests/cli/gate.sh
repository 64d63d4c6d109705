#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The gate: what is new fails, what moved does not, what is gone is listed.
# shellcheck disable=SC2154 # support.sh sets top and layoutcheck
. "$(dirname "$0")/lib/support.sh"

printf 'one\ntwo\nthree\nfour\nfive\n' >foo.c
cp foo.c bar.c
record >foo.jsonl
record source=bar.c level=error verdict=refuted message='reads past' >bar.jsonl
run 1 collect foo.jsonl -o base.sarif
cp base.sarif kept.sarif

check "without a baseline every finding is new" eval 'run 1 gate foo.jsonl && prints "1 new finding, 0 gone, 0 known"'
check "a finding of the baseline passes" eval 'run 0 gate --baseline=base.sarif foo.jsonl && prints "0 new findings, 0 gone, 1 known"'
check "from a SARIF file as well" run 0 gate -b base.sarif base.sarif
check "another fails" run 1 gate --baseline=base.sarif foo.jsonl bar.jsonl
check "and is shown with its place, level and rule" prints "new: bar.c:3:6: error: reads past [lc-short-buffer]"
check "the known one is not" eval '! prints "foo.c:3"'
check "the sums say both" prints "1 new finding, 0 gone, 1 known"
check "--max lets so many pass" eval 'run 0 gate --max=1 -b base.sarif foo.jsonl bar.jsonl && prints "1 new finding (1 may be)"'
check "and not one more" run 1 gate --max=1 foo.jsonl bar.jsonl
check "what vanished is listed" eval 'run 1 gate -b base.sarif bar.jsonl && prints "gone: foo.c:3:6: warning: reads 8 bytes [lc-short-buffer]"'
check "below the level nothing counts" eval 'run 0 gate --level=error foo.jsonl && prints "0 new findings, 0 gone, 0 known"'
check "an error that was a warning counts from error on" eval \
	'record level=error verdict=refuted >worse.jsonl; run 1 gate -l error -b base.sarif worse.jsonl'
check "from warning on it is known, and changed" eval 'run 0 gate -b base.sarif worse.jsonl && prints "1 known (1 changed)"'

printf 'zero\nzero\none\ntwo\nthree\nfour\nfive\n' >foo.c
record line=5 >moved.jsonl
check "a finding whose line moved is not new" run 0 gate -b base.sarif moved.jsonl
mv foo.c renamed.c
record source=renamed.c line=5 >renamed.jsonl
check "nor one whose file was renamed" eval 'run 0 gate -b base.sarif renamed.jsonl && prints "1 known (1 changed)"'
printf 'one\ntwo\nthree\nfour\nthree\n' >foo.c
sed -e '/"kind":"result"/{p;s/"startLine":3/"startLine":4/}' -e 's/"results":1/"results":2/' foo.jsonl >twice.jsonl
check "a second one like a known one is" eval 'run 1 gate -b base.sarif twice.jsonl && prints "1 new finding, 0 gone, 1 known"'

record line=3 message='another' rule=lc-misaligned >other.jsonl
cp foo.jsonl first.jsonl
printf 'one\ntwo\nthree\nfour\nfive\n' >foo.c
run 1 collect foo.jsonl other.jsonl -o both.sarif
record level=note source=bar.c >low.jsonl
printf 'one\ntwo\nthree\nfour\nfive\n' >bar.c
check "--output writes what was found" run 1 gate -b both.sarif foo.jsonl bar.jsonl low.jsonl -o states.sarif
states() { # EXPRESSION of `state`, the states by file and rule
	sarif states.sarif "(lambda state: $1)({(uri(r), r['ruleId']): r.get('baselineState') for r in results})"
}
check "with the state of each, and what is gone as absent" \
	states 'state == {("foo.c", "lc-short-buffer"): "unchanged", ("bar.c", "lc-short-buffer"): "new", ("foo.c", "lc-misaligned"): "absent"}'
check "that one named by its rule, not by a place in another log's list" \
	sarif states.sarif '["ruleIndex" in r for r in results if r["baselineState"] == "absent"] == [False]'
check "which is valid SARIF" run 0 lint states.sarif
check "a finding that is absent is not one" eval 'run 0 gate -b states.sarif foo.jsonl bar.jsonl && prints "0 new findings, 0 gone, 2 known"'
check "states of the log before are replaced" eval 'run 0 gate -b states.sarif states.sarif -o again.sarif && sarif again.sarif "[r[\"baselineState\"] for r in results][:2] == [\"unchanged\"] * 2"'
run 1 collect low.jsonl -o low.sarif
check "also what is below the level has its state" eval 'run 0 gate low.sarif -o states.sarif && states "state == {(\"bar.c\", \"lc-short-buffer\"): \"new\"}"'
check "to standard output the log alone" eval 'run 1 gate foo.jsonl -o - && mv out alone.sarif && sarif alone.sarif "len(results) == 1"'
check "a file that cannot be written fails" eval 'run 2 gate foo.jsonl -o none/out.sarif && says "none/out.sarif: cannot be written"'
check "--json tells the same" eval 'run 1 gate --json -b both.sarif foo.jsonl bar.jsonl && python3 -c "
import json; r = json.load(open(\"out\"))
assert r[\"new\"] == [dict(file=\"bar.c\", line=3, column=6, level=\"error\", rule=\"lc-short-buffer\", message=\"reads past\")], r
assert [f[\"rule\"] for f in r[\"gone\"]] == [\"lc-misaligned\"]
assert (r[\"known\"], r[\"changed\"], r[\"max\"], r[\"level\"], r[\"complete\"]) == (1, 0, 0, \"warning\", True)" 2>>err'
check "and says if something could not be read" eval 'head -n -1 foo.jsonl >cut.jsonl; run 2 gate --json cut.jsonl && grep -q "\"complete\": false" out'
check "but not beside a log" eval 'run 2 gate --json -o - foo.jsonl && says "expected one of them"'

run 1 collect --suppressed --ledger foo.jsonl -o ledger.sarif
check "verdicts of a ledger are no findings" eval 'run 0 gate -b base.sarif ledger.sarif && prints "0 new findings, 0 gone, 1 known"'

check "--update-baseline makes one" eval 'run 0 gate -b made.sarif --update-baseline foo.jsonl && run 0 gate -b made.sarif foo.jsonl'
check "that is valid SARIF" sarif made.sarif 'len(results) == 1'
check "and replaces one" eval 'run 0 gate -b made.sarif --update-baseline foo.jsonl bar.jsonl && prints "1 new finding" && run 0 gate -b made.sarif bar.jsonl && prints "1 gone"'
check "but only if told which" eval 'run 2 gate --update-baseline foo.jsonl && says "expected --baseline=FILE"'
head -n -1 foo.jsonl >cut.jsonl
check "a damaged record fails" run 2 gate -b base.sarif cut.jsonl
check "and leaves the baseline" eval 'run 2 gate -b base.sarif --update-baseline cut.jsonl && cmp -s base.sarif kept.sarif'
head -c 300 base.sarif >cut.sarif
check "a baseline cut short fails, and says where" eval 'run 2 gate -b cut.sarif foo.jsonl && says "cut.sarif:"'
check "so does one that is not there" eval 'run 2 gate -b none.sarif foo.jsonl && says "none.sarif: cannot be read"'
check "so does a folder without a record: nothing was checked" eval 'mkdir empty; run 2 gate empty && says "no record found"'
check "a SARIF file among others is an error" eval 'run 2 gate base.sarif foo.jsonl && says "one SARIF file alone"'
for wrong in -1 1x '' 99999999999999999999; do
	check "--max=$wrong is an error" eval 'run 2 gate --max="$wrong" foo.jsonl && says "expected a number from 0 on"'
done
record message='a \u001b[31mred' >red.jsonl
check "a message does not reach the terminal's controls" eval 'run 1 gate red.jsonl && ! grep -q $'"'\033'"' out'
done_testing
