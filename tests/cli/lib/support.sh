# SPDX-License-Identifier: GPL-2.0-or-later
# What the scripts of this folder share: TAP, hand-written records, objects that carry them.
# shellcheck shell=bash

set -u
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
layoutcheck=${LAYOUTCHECK:-$top/${B:-build}/layoutcheck}
[[ $layoutcheck == /* ]] || layoutcheck=$PWD/$layoutcheck
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
export LC_ALL=C.UTF-8 NO_COLOR=1 CCACHE_DISABLE=1
tests=0 failures=0

# pass SENTENCE, fail SENTENCE: one test's outcome; `fail` shows what the command said.
pass() {
	echo "ok $((++tests)) - $1"
}
fail() {
	echo "not ok $((++tests)) - $1"
	failures=$((failures + 1))
	[ ! -e out ] || sed 's/^/# out: /' out | head -n 20
	[ ! -e err ] || sed 's/^/# err: /' err | head -n 20
}
# check SENTENCE COMMAND...: passes if COMMAND succeeds.
check() {
	local sentence=$1
	shift
	if "$@"; then pass "$sentence"; else fail "$sentence"; fi
}
done_testing() {
	echo "1..$tests"
	[ $failures -eq 0 ]
	exit
}

# run STATUS ARGUMENT...: runs layoutcheck; true if its exit code is STATUS. Output in out, err.
run() {
	local expected=$1 status
	shift
	"$layoutcheck" "$@" >out 2>err
	status=$?
	[ $status -eq "$expected" ] && return
	echo "exit code $status, expected $expected" >>err
	return 1
}
says() { # TEXT: on standard error
	grep -qF -- "$1" err
}
prints() { # TEXT: on standard output
	grep -qF -- "$1" out
}
# sarif FILE EXPRESSION: true if the Python expression holds of the log's `run` and `results`.
sarif() {
	python3 - "$1" "$2" >>err 2>&1 <<'PY'
import json, sys
log = json.load(open(sys.argv[1], encoding="utf-8"))
assert len(log["runs"]) == 1
run = log["runs"][0]
results = run["results"]
notifications = [n["message"]["text"] for i in run["invocations"]
                 for n in i.get("toolExecutionNotifications", [])]
def region(result):
    r = result["locations"][0]["physicalLocation"]["region"]
    return (r["startLine"], r["startColumn"], r["endLine"], r["endColumn"])
def uri(result):
    return result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
if not eval("(" + sys.argv[2] + ")"):
    print("not so:", sys.argv[2])
    print(json.dumps({"results": results, "notifications": notifications}, indent=1)[:4000])
    sys.exit(1)
PY
}
no_leftovers() { # FOLDER...: no file with a temporary name there
	[ -z "$(find "$@" -name '.layoutcheck-*' -o -name '*.sarif' -size 0)" ]
}

# record [NAME=VALUE]...: prints a record with one finding and two conversions.
# source, line, uri, rule, level, target, message, verdict, object can be chosen.
record() {
	local source=foo.c line=3 uri='' rule=lc-short-buffer level=warning target='struct hdr' \
		message='reads 8 bytes' verdict=open object='' directory=$PWD column=9 function=parse
	[ $# -eq 0 ] || local "$@"
	[ -n "$uri" ] || uri=$source
	cat <<-END
	{"kind":"unit","version":1,"tool":"layoutcheck","toolVersion":"0.1.0","adapter":"gcc-plugin","source":"$source","directory":"$directory","object":"${object:-${source%.c}.o}"}
	{"kind":"layout","type":"$target","size":8,"alignment":2}
	{"kind":"conversion","id":1,"conversion":"overlay","function":"$function","cast":{"file":"$source","line":2,"column":5},"target":{"type":"$target","size":8,"alignment":2},"origin":{"kind":"parameter","name":"buf","domain":"packet","extent":"len bytes","alignment":1},"accesses":[{"place":{"file":"$source","line":$line,"column":$column},"what":"h->type","write":false}],"verdicts":[{"rule":"$rule","verdict":"$verdict","level":"$level","how":"len is in hand"}]}
	{"kind":"conversion","id":2,"conversion":"overlay","function":"walk","cast":{"file":"$source","line":5,"column":5},"target":{"type":"$target","size":8,"alignment":2},"origin":{"kind":"load","name":"table","domain":"firmware-table"},"heldBy":"lc_ref_from_prefix","verdicts":[{"rule":"lc-short-buffer","verdict":"proven","how":"8 <= len","assumes":"len is the length of table","pointer":"table","length":"len","steps":[{"place":{"file":"$source","line":4,"column":6},"text":"compared here"}]},{"rule":"lc-misaligned","verdict":"open","how":"alignment not known"}]}
	{"kind":"result","result":{"ruleId":"$rule","kind":"fail","level":"$level","message":{"text":"$message"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"$uri"},"region":{"startLine":$line,"startColumn":$column}},"logicalLocations":[{"name":"$function","kind":"function"}]}],"properties":{"verdict":"$verdict","conversion":1,"target":"$target","domain":"packet","castFile":"$source","castLine":2}}}
	{"kind":"end","results":1,"conversions":2,"requirements":0,"layouts":1}
	END
}

# object RECORD OBJECT [GCC ARGUMENT]...: compiles nothing into OBJECT, with RECORD in its section.
object() {
	local record=$1 object=$2
	shift 2
	echo 'static int unit __attribute__((unused));' >unit.c
	gcc "$@" -c -o "$object" unit.c && carry "$record" "$object"
}
# carry RECORD OBJECT [OBJCOPY ARGUMENT]...: adds the record's section to it.
carry() {
	local record=$1 object=$2
	shift 2
	objcopy --add-section .layoutcheck="$record" \
		--set-section-flags .layoutcheck=exclude,readonly "$@" "$object"
}
