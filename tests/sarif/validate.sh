#!/bin/sh
# SPDX-License-Identifier: MIT
# A full log passes the schema and the multitool's rules, and a spoiled one does not.

build=${B:-build}
validate=tests/tools/sarif-validate.sh
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
failed=0

ok() { # NUMBER SENTENCE, after the command that decides
	if [ $? -eq 0 ]; then
		echo "ok $1 - $2"
	else
		echo "not ok $1 - $2"
		sed 's/^/# /' "$scratch/out"
		failed=1
	fi
}

complains() { # FILE PATTERN
	$validate "$1" >"$scratch/out" 2>&1
	[ $? -eq 1 ] && grep -q "$2" "$scratch/out"
}

echo 1..4
"$build/tests/sarif/write_log" "$scratch/a log.sarif" >"$scratch/out" 2>&1 &&
	$validate "$scratch/a log.sarif" >"$scratch/out" 2>&1
ok 1 "a full log passes the schema and the rules Sarif and Ghas with no error and no warning"

sed 's/"level": "error"/"level": "fatal"/' "$scratch/a log.sarif" >"$scratch/level.sarif"
complains "$scratch/level.sarif" 'schema: .*level must be equal'
ok 2 "a level that the schema does not know is a complaint"

sed '/"fullDescription": {/,/},/d' "$scratch/a log.sarif" >"$scratch/rule.sarif"
complains "$scratch/rule.sarif" 'error: GH[0-9]*: .*fullDescription'
ok 3 "a rule without what GitHub asks for is a complaint"

head -c 3000 "$scratch/a log.sarif" >"$scratch/cut.sarif"
complains "$scratch/cut.sarif" 'schema: '
ok 4 "a log cut short is a complaint"
exit $failed
