#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Joining what many units repeat, the ledger, and the log as a whole against schema and multitool.
# shellcheck disable=SC2154 # support.sh sets top and layoutcheck
. "$(dirname "$0")/lib/support.sh"

printf 'one\ntwo\nthree\nfour\nfive\n' | tee foo.h foo.c >/dev/null
mkdir units
for i in 1 2 3; do
	record source=foo.h object=u$i.o >units/$i.jsonl
done
run 1 collect units -o out.sarif
check "a finding in a header is one, however many units have it" sarif out.sarif 'len(results) == 1'
check "and says how many" sarif out.sarif 'results[0]["properties"]["units"] == 3'
record source=foo.h object=u4.o message='another text' column=2 >units/4.jsonl
run 1 collect units -o out.sarif
check "neither message nor column tells findings apart" sarif out.sarif 'len(results) == 1 and results[0]["properties"]["units"] == 4'
record source=foo.h object=u5.o target='struct other' >units/5.jsonl
run 1 collect units -o out.sarif
check "the target type does" sarif out.sarif 'len(results) == 2'
rm units/5.jsonl
record source=foo.h object=u6.o level=error verdict=refuted message='reads past' >units/6.jsonl
record source=foo.h object=u7.o level=note >units/7.jsonl
run 1 collect units -o out.sarif
check "the worst level and verdict count" sarif out.sarif \
	'[(r["level"], r["properties"]["verdict"], r["message"]["text"]) for r in results] == [("error", "refuted", "reads past")]'
run 1 collect units/1.jsonl units/1.jsonl -o out.sarif
check "a file named twice is read once" sarif out.sarif 'results[0]["properties"]["units"] == 1'

record source=foo.c >one.jsonl
run 1 collect one.jsonl -o out.sarif
check "without --ledger there are findings only" sarif out.sarif 'all(r["kind"] == "fail" for r in results)'
check "the id that a record gives a conversion is not passed on" sarif out.sarif '"conversion" not in results[0]["properties"]'
run 1 collect --ledger one.jsonl -o ledger.sarif
check "--ledger adds the verdicts" sarif ledger.sarif \
	'[(r["kind"], r["level"], r["ruleId"]) for r in results] == [("fail", "warning", "lc-short-buffer"),
	 ("pass", "none", "lc-short-buffer"), ("open", "none", "lc-misaligned")]'
check "each with its cast, how it was reached, what it assumes and who holds it" sarif ledger.sarif \
	'region(results[1])[0] == 5 and results[1]["message"]["text"] == "8 <= len" and
	 {k: results[1]["properties"][k] for k in ("verdict", "kind", "domain", "target", "function", "how", "assumes", "heldBy", "castFile", "castLine", "pointer", "length")} ==
	 dict(verdict="proven", kind="overlay", domain="firmware-table", target="struct hdr", function="walk", how="8 <= len",
	      assumes="len is the length of table", heldBy="lc_ref_from_prefix", castFile="foo.c", castLine=5, pointer="table", length="len")'
check "and the steps of its proof" sarif ledger.sarif \
	'results[1]["codeFlows"][0]["threadFlows"][0]["locations"][0]["location"]["message"]["text"] == "compared here"'
check "a verdict that was reported is not repeated" sarif ledger.sarif \
	'sum(r["ruleId"] == "lc-short-buffer" and region(r)[0] == 2 for r in results) == 0'
for i in 1 2; do
	sed '/"kind":"result"/d; s/"results":1/"results":0/; s/"level":"warning",//' one.jsonl >quiet$i.jsonl
done
sed -i 's/foo\.o/foo2.o/; s/"verdict":"proven"/"verdict":"open"/' quiet2.jsonl
run 0 collect --ledger quiet1.jsonl quiet2.jsonl -o out.sarif
check "of verdicts that differ between units the worst counts" sarif out.sarif \
	'[r["kind"] for r in results if region(r)[0] == 5 and r["ruleId"] == "lc-short-buffer"] == ["open"]'
python3 - <<'PY'
import json
lines = [json.loads(l) for l in open("quiet1.jsonl")]
twin = dict(lines[3], id=3)
lines[3:4] = [lines[3], twin]
lines[-1]["conversions"] = 3
open("twins.jsonl", "w").write("".join(json.dumps(l) + "\n" for l in lines))
PY
run 0 collect --ledger twins.jsonl -o out.sarif
check "two casts on one line are two conversions" sarif out.sarif \
	'sum(r["ruleId"] == "lc-short-buffer" and region(r)[0] == 5 for r in results) == 2'
sed '5i{"kind":"incomplete","function":"parse","reason":"too many blocks"}' one.jsonl >incomplete.jsonl
run 1 collect incomplete.jsonl -o out.sarif
check "what the analysis did not finish is in the log" sarif out.sarif '"foo.c: parse: too many blocks" in notifications'
sed '5i{"kind":"novelty","x":[1]}' one.jsonl >novelty.jsonl
check "a kind of line that nobody knows is skipped" run 1 collect novelty.jsonl -o out.sarif
run 1 collect --category=build-x86 one.jsonl -o out.sarif
check "--category is the run's id" sarif out.sarif 'run["automationDetails"]["id"] == "build-x86/"'
run 1 collect --category=build-x86/ one.jsonl -o out.sarif
check "a slash at its end makes no difference" sarif out.sarif 'run["automationDetails"]["id"] == "build-x86/"'
check "the rules come from the table" sarif out.sarif \
	'[r["id"] for r in run["tool"]["driver"]["rules"]][:2] == ["lc-short-buffer", "lc-misaligned"] and
	 all(r["ruleIndex"] == [x["id"] for x in run["tool"]["driver"]["rules"]].index(r["ruleId"]) for r in results)'
run 1 collect units one.jsonl -o a.sarif
run 1 collect units one.jsonl -o b.sarif
check "the same records give the same log" cmp -s a.sarif b.sarif

echo lone >bare.s && gcc -c -x c -o bare.o /dev/null
head -n -1 one.jsonl >cut.jsonl
run 2 collect --ledger --category=nightly units cut.jsonl bare.o -o everything.sarif
if "$top/tests/tools/sarif-validate.sh" ledger.sarif everything.sarif >out 2>err; then
	pass "the log passes the schema and the multitool's rules"
elif grep -q "is missing\|could not install" err; then
	echo "ok $((++tests)) - the log passes the schema and the multitool's rules # SKIP no validators"
else
	fail "the log passes the schema and the multitool's rules"
fi
done_testing
