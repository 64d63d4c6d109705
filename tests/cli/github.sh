#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# collect --github: what GitHub shows, the worst first, and all of it in parts by folder.
# shellcheck disable=SC2154 # support.sh sets top and layoutcheck
. "$(dirname "$0")/lib/support.sh"

printf 'one\ntwo\nthree\nfour\nfive\n' >foo.c
record >open.jsonl
record level=error verdict=refuted line=4 message='reads past' >refuted.jsonl
record rule=lc-implicit-padding line=1 >hygiene.jsonl
run 1 collect --github -o few.sarif open.jsonl refuted.jsonl hygiene.jsonl
check "an open finding of a security rule has a rule of its own" \
	sarif few.sarif 'sorted(r["ruleId"] for r in results) == ["lc-implicit-padding", "lc-short-buffer", "lc-short-buffer/open"]'
check "whose severity is in a lower band" sarif few.sarif '(lambda rules: float(rules["lc-short-buffer/open"]) < 7 <= float(rules["lc-short-buffer"]))({r["id"]: r["properties"].get("security-severity") for r in run["tool"]["driver"]["rules"]})'
check "indices lead to the rules that are named" \
	sarif few.sarif 'all(run["tool"]["driver"]["rules"][r["ruleIndex"]]["id"] == r["ruleId"] for r in results)'
check "ids are different" sarif few.sarif '(lambda ids: len(ids) == len(set(ids)))([r["id"] for r in run["tool"]["driver"]["rules"]])'
check "a rule of hygiene has no security tag" sarif few.sarif 'all(("security" in r["properties"]["tags"]) == ("security-severity" in r["properties"]) for r in run["tool"]["driver"]["rules"])'
check "names and descriptions are short enough, and so are tags" sarif few.sarif 'all(len(r["name"]) <= 255 and len(r["shortDescription"]["text"]) <= 1024 and len(r["fullDescription"]["text"]) <= 1024 and len(r["properties"]["tags"]) <= 10 for r in run["tool"]["driver"]["rules"])'
check "only findings are written" sarif few.sarif 'all(r["kind"] == "fail" and not r.get("suppressions") for r in results)'
check "without --github there is one rule for both" eval \
	'run 1 collect -o plain.sarif open.jsonl refuted.jsonl && sarif plain.sarif "{r[\"ruleId\"] for r in results} == {\"lc-short-buffer\"}"'
check "a ledger is not for GitHub" eval 'run 2 collect --github --ledger open.jsonl && says "expected neither"'
check "the log passes the schema and the rules for GitHub" eval '(cd "$top" && tests/tools/sarif-validate.sh "$work/few.sarif")'

# Three folders with more findings together, and one with more alone, than are shown.
python3 - <<'PY'
import json, os
def write(name, sources):
    with open(name, "w") as out:
        out.write('{"kind":"unit","version":1,"tool":"layoutcheck","toolVersion":"0.1.0","adapter":"gcc-plugin","source":"a.c","directory":"%s","object":"a.o"}\n' % os.getcwd())
        n = 0
        for source, count in sources:
            os.makedirs(os.path.dirname(source) or ".", exist_ok=True)
            open(source, "w").write("x\n" * count)
            for line in range(1, count + 1):
                level = "error" if line == count else "warning"
                out.write(json.dumps({"kind": "result", "result": {"ruleId": "lc-short-buffer", "kind": "fail", "level": level,
                    "message": {"text": "m"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": source},
                    "region": {"startLine": line, "startColumn": 1}}}], "properties": {"verdict": "open", "target": "t", "domain": "packet"}}}) + "\n")
                n += 1
        out.write('{"kind":"end","results":%d,"conversions":0,"requirements":0,"layouts":0}\n' % n)
write("many.jsonl", [("net/one.c", 3000), ("net/core/two.c", 2500), ("net/core-x.c", 10), ("drivers/three.c", 2000), ("top.c", 5)])
write("alone.jsonl", [("big/alone.c", 5003)])
PY
check "5,000 of one log are kept" eval 'run 1 collect --github -o one.sarif many.jsonl && sarif one.sarif "len(results) == 5000"'
check "the worst of them all" sarif one.sarif 'sum(r["level"] == "error" for r in results) == 5'
check "and how many are not is said" says "2515 findings beyond the 5000 that GitHub shows are left out"
check "in a folder all are written" eval 'run 1 collect --github -o parts/ many.jsonl && ! says "left out"'
of() { # FILE COUNT CATEGORY
	sarif "parts/$1" "len(results) == $2 and run['automationDetails']['id'] == '$3'"
}
check "in a part for each folder that is large" of layoutcheck-drivers.sarif 2000 layoutcheck/drivers/
check "one for what lies in a folder that was parted" of layoutcheck-net-files.sarif 3010 layoutcheck/net/files/
check "one for the folder in it" of layoutcheck-net-core.sarif 2500 layoutcheck/net/core/
check "and one for the files at the top" of layoutcheck-files.sarif 5 layoutcheck/files/
check "there are no others" eval '[ "$(ls parts | wc -l)" -eq 4 ]'
mv drivers away
check "each part tells of its own sources alone" eval 'run 1 collect --github -o gone/ many.jsonl &&
	sarif gone/layoutcheck-drivers.sarif "any(\"drivers/three.c cannot be read\" in n for n in notifications)" &&
	sarif gone/layoutcheck-net-files.sarif "not any(\"three.c\" in n for n in notifications)"'
mv away drivers
check "few findings are one part" eval 'run 1 collect --github --category=x86 -o few/ open.jsonl && sarif few/x86.sarif "run[\"automationDetails\"][\"id\"] == \"x86/\""'
check "a file too large to be shown is cut, and told of" eval \
	'run 1 collect --github -o alone/ alone.jsonl && says "3 findings beyond" && sarif alone/layoutcheck-big-files.sarif "len(results) == 5000 and any(r[\"level\"] == \"error\" for r in results)"'
check "without a finding there is an empty log" eval 'head -n 1 many.jsonl >none.jsonl; echo "{\"kind\":\"end\",\"results\":0,\"conversions\":0,\"requirements\":0,\"layouts\":0}" >>none.jsonl; run 0 collect --github -o none/ none.jsonl && sarif none/layoutcheck.sarif "not results"'
done_testing
