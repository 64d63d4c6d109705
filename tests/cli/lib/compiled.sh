# SPDX-License-Identifier: GPL-2.0-or-later
# What the scripts share that compile with the plugin through a cache or on another machine.
# shellcheck shell=bash disable=SC2154 # support.sh sets top and work
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"

read -ra cc <<<"${CC:-gcc}"
built=${B:-build}/plugin
[[ $built == /* ]] || built=$top/$built
real=layoutcheck-gcc$("${cc[0]}" -dumpfullversion -dumpversion | sed 's/\..*//').so
# Copies that a server may read that runs as nobody; without debug information: they travel.
chmod 755 "$work"
mkdir -p plugin
cp "$built/layoutcheck.so" plugin/
strip -g -o "plugin/$real" "$built/$real"
plugin=$work/plugin/layoutcheck.so

mkdir -p project/sub && cd project || exit 2
cat >found.c <<'C'
#include "hdr.h"
unsigned int parse(const unsigned char *buf, unsigned long len)
{
	const struct hdr *h = (const struct hdr *)buf;

	return len < 4 ? 0 : h->id;
}
C
cat >hdr.h <<'C'
struct hdr {
	unsigned char type, flags, length[2];
	unsigned int id;
};
C
sed 's/parse/parse_sub/; s/hdr\.h/..\/&/' found.c >sub/sub.c

# findings OBJECT...: the findings, a line each, without their columns: text that was preprocessed elsewhere has others.
findings() {
	"$layoutcheck" collect --source-root="${root:-.}" "$@" -o "$work/findings.sarif" >/dev/null 2>"$work/findings.err"
	python3 - "$work/findings.sarif" <<'PY'
import json, sys
for result in json.load(open(sys.argv[1]))["runs"][0]["results"]:
    place = result["locations"][0]["physicalLocation"]
    print(result["ruleId"], result["level"], place["artifactLocation"]["uri"], place["region"]["startLine"],
          result["properties"]["verdict"], result["message"]["text"])
PY
}
# same OBJECT: the findings are those of $expected, of which there is one at least.
same() {
	findings "$1" >"$work/got" && [ -n "$expected" ] && diff <(echo "$expected") "$work/got" >>err
}
# skip_all REASON
skip_all() {
	echo "1..1"
	echo "ok 1 - all # SKIP $1"
	exit 0
}
# waits COMMAND...: until it succeeds, for a minute.
waits() {
	for _ in {1..240}; do
		"$@" 2>/dev/null && return
		sleep 0.25
	done
	return 1
}
