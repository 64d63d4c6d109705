#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# primaryLocationLineHash of every line of odd sources, against the multitool's own computation.
. "$(dirname "$0")/lib/support.sh"

multitool=${LC_NODE_DIR:-$top/build/node}/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
if [ ! -x "$multitool" ]; then
	# The validator installs it.
	echo '{}' >empty.sarif
	"$top/tests/tools/sarif-validate.sh" empty.sarif >/dev/null 2>&1
fi
if [ ! -x "$multitool" ]; then
	echo "ok 1 - fingerprints are those of the multitool # SKIP it is not installed"
	echo 1..1
	exit 0
fi

mkdir src
cp "$top/cli/line_hash.c" "$top/cli/merge.c" src
sed 's/$/\r/' "$top/cli/decode.c" >src/dos.c
printf 'same\n%.0s' {1..150} >src/repeated.c
printf 'no end of line' >src/noend.c
printf '\n\n\n  \t\n\nx\n\n' >src/empty.c
printf '/* \xc3\xbc \xe2\x82\xac \xf0\x9f\x98\x80 */\nint h\xc3\xa9llo;\n%.0s' {1..9} >src/wide.c
# No byte order mark here: the multitool drops it, the upload hashes it (test_line_hash.c).
printf '%0400d\nshort\n%099d\n%0100d\n%0101d\n' 1 2 3 4 >src/long.c

python3 - <<'PY'
import glob, json, os
for name in sorted(glob.glob("src/*.c")):
    lines = open(name, "rb").read().split(b"\n")
    lines = lines[:-1] if lines[-1] == b"" else lines
    with open(name + ".jsonl", "w") as f:
        def put(**line): f.write(json.dumps(line) + "\n")
        put(kind="unit", version=1, source=name, directory=os.getcwd())
        for n in range(1, len(lines) + 1):
            put(kind="result", result=dict(
                ruleId="lc-short-buffer", kind="fail", level="warning", message=dict(text="here"),
                locations=[dict(physicalLocation=dict(artifactLocation=dict(uri=name), region=dict(startLine=n)))]))
        put(kind="end", results=len(lines))
PY
run 1 collect --source-root=. src -o ours.sarif
python3 - <<'PY'
import json
log = json.load(open("ours.sarif"))
for result in log["runs"][0]["results"]:
    del result["partialFingerprints"]
json.dump(log, open("bare.sarif", "w"))
PY
DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "$multitool" rewrite bare.sarif --output theirs.sarif \
	--insert RollingHashPartialFingerprints --log ForceOverwrite >out 2>err
cat >compare.py <<'PY'
import json, sys
def hashes(name):
    found = {}
    for r in json.load(open(name, encoding="utf-8-sig"))["runs"][0]["results"]:
        p = r["locations"][0]["physicalLocation"]
        found[p["artifactLocation"]["uri"], p["region"]["startLine"]] = \
            r.get("partialFingerprints", {}).get("primaryLocationLineHash")
    return found
ours, theirs = hashes("ours.sarif"), hashes("theirs.sarif")
mine = {k: v for k, v in ours.items() if k[0] == sys.argv[1]}
wrong = [(k, v, theirs.get(k)) for k, v in mine.items() if v is None or v != theirs.get(k)]
print(len(mine), "lines, differing:", wrong[:5])
sys.exit(not mine or bool(wrong))
PY
for source in src/*.c; do
	check "fingerprints in ${source#src/} are those of the multitool" eval 'python3 compare.py $source >err 2>&1'
done
done_testing
