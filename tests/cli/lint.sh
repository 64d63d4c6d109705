#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# lint: what it shows, its levels and exit codes; the command's own logs pass it.
. "$(dirname "$0")/lib/support.sh"

printf 'one\ntwo\nthree\nfour\nfive\n' >foo.c
record >foo.jsonl
run 1 collect foo.jsonl -o own.sarif
run 1 collect --github foo.jsonl -o github.sarif
run 1 collect --ledger foo.jsonl -o ledger.sarif
check "what collect writes passes" run 0 lint own.sarif github.sarif ledger.sarif
check "in silence" [ ! -s out ]
check "and what it writes for GitHub passes GitHub's rules" run 0 lint --github github.sarif
check "which a ledger does not" eval 'run 1 lint --github ledger.sarif && prints "[github-result]"'

cat >bad.sarif <<'END'
{ "version": "2.1.0",
  "runs": [ { "tool": { "driver": { "name": "t" } },
    "results": [
      { "message": { "text": "m" }, "ruleId": "r",
        "level": "fatal",
        "locations": [ { "physicalLocation": { "artifactLocation": { "uri": "a.c" }, "region": { "startLine": 3 } } } ] } ] } ] }
END
check "what is wrong is shown" run 1 lint bad.sarif
check "with file, line, level, pointer and rule" prints \
	"bad.sarif:5: error: expected one of none|note|warning|error, found 'fatal', at /runs/0/results/0/level [schema]"
check "advice only when asked for" eval \
	'run 1 lint --github bad.sarif && ! prints "note:" && run 1 lint --github -l note bad.sarif && prints ":6: note: "'
check "as JSON" eval 'run 1 lint --json bad.sarif && python3 -c "
import json; c = json.loads(open(\"out\").read())
assert c[\"pointer\"] == \"/runs/0/results/0/level\" and c[\"line\"] == 5 and c[\"file\"] == \"bad.sarif\"" 2>>err'
check "standard input is read as well" eval 'run 1 lint - <bad.sarif && prints "standard input:5:"'
check "one good file does not hide a bad one" run 1 lint bad.sarif own.sarif
printf '{"version":"2.1.0","runs":[],"\\u001b[31m\\n":1}' >control.sarif
check "control characters do not reach the terminal" eval \
	'run 1 lint control.sarif && ! grep -q "[[:cntrl:]]" out && [ "$(wc -l <out)" = 1 ]'
head -c 300 own.sarif >cut.sarif
check "a file cut short is a complaint" eval 'run 1 lint cut.sarif && prints "[json]"'
check "one that is not there gives 2" eval 'run 2 lint none.sarif own.sarif && says "none.sarif: cannot be read"'
check "a folder too" run 2 lint .
check "a full disk is told" eval '"$layoutcheck" lint bad.sarif >/dev/full 2>err; [ $? = 2 ]'
done_testing
