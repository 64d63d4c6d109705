#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# What a user types: help, version, rules, explain, report; wrong arguments.
. "$(dirname "$0")/lib/support.sh"

printf 'one\ntwo\nthree\nfour\nfive\n' >foo.c
record >foo.jsonl
mkdir -p src && cp foo.c src/bar.c
record source=src/bar.c level=error verdict=refuted >bar.jsonl

check "without a command it says what it expects" run 2
check "and how to learn more" says "layoutcheck help"
check "help lists the commands" run 0 help
for command in collect report gate lint explain layout export rules fix model; do
	check "$command among them" prints "  $command"
done
for command in collect report gate lint explain layout export rules fix model; do
	check "$command has a help of its own" run 0 $command --help
	check "that shows how to use it" prints "Usage: layoutcheck $command"
	check "as 'help $command' does" eval 'run 0 help $command && prints "Usage: layoutcheck $command"'
done
check "the version is that of the source" eval \
	'run 0 --version && prints "layoutcheck $(sed -n "s/^#define LC_VERSION \"\(.*\)\"/\1/p" "$top/core/rules.h")"'
check "a mistyped command is an error" run 2 colect
check "that knows what was meant" says "no command 'colect': did you mean 'collect'?"
check "nothing is guessed from noise" eval 'run 2 xyzzy && says "layoutcheck help"'
for command in collect report gate lint explain layout; do
	check "$command without arguments is an error" run 2 $command
	check "$command with an unknown option is an error" run 2 $command --nonsense foo.jsonl
done
check "an unknown level is an error" run 2 collect --level=high foo.jsonl
check "that lists the levels" says "--level: expected note, warning or error, found 'high'"
check "an unknown grouping is an error" eval 'run 2 report --by=moon foo.jsonl && says "expected domain or folder"'

check "rules lists them" run 0 rules
check "with level and CWE" eval 'grep -q "^lc-short-buffer *warning *CWE-125 " out'
check "or as JSON" eval 'run 0 rules --json && python3 -c "
import json; r = json.load(open(\"out\"))
assert any(x[\"id\"] == \"lc-short-buffer\" and x[\"cwe\"] == 125 and x[\"level\"] == \"warning\" for x in r)" 2>>err'
check "explain RULE shows its text" run 0 explain lc-short-buffer
for part in "What and why" "Bad" "Good" "What to do" "CWE-125, CWE-787" "lc_ref_from_prefix"; do
	check "with '$part'" prints "$part"
done
check "in lines that fit a terminal" eval '! grep -v "^http" out | grep -q "^.\{81\}"'
check "a mistyped rule is an error" eval "run 2 explain lc-short-bufer && says \"did you mean 'lc-short-buffer'?\""
check "explain FILE:LINE shows a conversion by its cast" run 0 explain foo.c:2 foo.jsonl
check "with target, function and domain" eval \
	'prints "foo.c:2:5: overlay to struct hdr (8 bytes, alignment 2) in parse" && prints "domain packet"'
check "its verdict and how it was reached" prints "lc-short-buffer: open (reported as warning): len is in hand"
check "or by its access" eval 'run 0 explain foo.c:3 foo.jsonl && prints "foo.c:2:5: overlay"'
check "a proof with its steps and what it assumes" eval \
	'run 0 explain foo.c:5 foo.jsonl && prints "lc-short-buffer: proven: 8 <= len" && prints "foo.c:4:6: compared here" &&
	 prints "assumes: len is the length of table" && prints "held by lc_ref_from_prefix"'
check "the end of a name is enough" eval 'run 0 explain bar.c:2 bar.jsonl && prints "src/bar.c:2:5:"'
check "but not part of a word" run 1 explain ar.c:2 bar.jsonl
check "FILE:LINE:COLUMN is taken too" run 0 explain foo.c:2:5 foo.jsonl
check "a conversion that many units repeat is shown once" eval \
	'sed "s/foo\.o/other.o/" foo.jsonl >again.jsonl; run 0 explain foo.c:2 foo.jsonl again.jsonl && [ "$(grep -c overlay out)" = 1 ]'
check "without names the current folder is searched" eval 'run 0 explain foo.c:2 && prints "overlay"'
check "a place without a conversion gives 1" run 1 explain foo.c:1 foo.jsonl
check "and says where the nearest is" says "foo.c:1: no conversion at this line; the nearest is at 2"

check "report counts conversions and findings" run 0 report foo.jsonl bar.jsonl
cat >expected <<'END'
2 units

  domain          conversions  proven  held  every rule  open  refuted
  packet                    2       0     0           0     1        1
  firmware-table            2       2     2           0     0        0
  register                  0       0     0           0     0        0
  other                     0       0     0           0     0        0
  all                       4       2     2           0     1        1

  finding          error  warning  note
  lc-short-buffer      1        1     0
END
check "in aligned tables" diff -u expected out
run 1 collect foo.jsonl bar.jsonl -o out.sarif
run 0 report out.sarif
check "and the same from the SARIF file" diff -u expected out
check "by folder" eval 'run 0 report --by=folder foo.jsonl bar.jsonl && grep -q "^  src  *2 " out'
check "as JSON" eval 'run 0 report --json foo.jsonl && python3 -c "
import json; r = json.load(open(\"out\"))
assert r[\"conversions\"][\"packet\"][\"open\"] == 1 and r[\"findings\"][\"lc-short-buffer\"][\"warning\"] == 1" 2>>err'
gcc -c -x c -o bare.o /dev/null
check "with the objects that carry no record" eval 'run 0 report foo.jsonl bare.o && prints "bare.o: carries no record: not checked"'
check "a terminal gets colours" eval 'NO_COLOR= TERM=xterm script -qec "$layoutcheck report foo.jsonl" /dev/null >out && grep -q $'"'\033\\['"' out'
check "unless NO_COLOR says otherwise" eval 'NO_COLOR=1 TERM=xterm script -qec "$layoutcheck report foo.jsonl" /dev/null >out && ! grep -q $'"'\033\\['"' out'
check "report of records that are cut gives 2" eval 'head -n -1 foo.jsonl >cut.jsonl; run 2 report cut.jsonl && prints "packet"'
echo '{"version":"2.1.0","runs":[{"results":{}}]}' >wrong.sarif
check "a SARIF file of wrong types gives 2" run 2 report wrong.sarif
check "and says where" says "wrong.sarif:1:"
head -c 300 out.sarif >cut.sarif
check "a SARIF file cut short gives 2" eval 'run 2 report cut.sarif && says "cut.sarif:"'
printf '[%.0s' {1..100} >deep.sarif
check "a SARIF file of 100 levels gives 2" eval 'run 2 report deep.sarif && says "deep.sarif:1"'
done_testing
