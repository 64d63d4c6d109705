#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Checks SARIF files by the standard's JSON schema and by the multitool's rules "Sarif;Ghas".
# One line a complaint: 0 none, 1 some, 2 could not check. --notes: advice counts too.

set -u
umask 022
top=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
node_dir=${LC_NODE_DIR:-$top/build/node}
modules=$node_dir/node_modules
multitool=$modules/@microsoft/sarif-multitool-linux
notes=0

usage() {
	echo "usage: sarif-validate.sh [--notes] FILE.sarif..." >&2
	exit 2
}

die() {
	echo "sarif-validate.sh: $*" >&2
	exit 2
}

have_tools() {
	[ -f "$multitool/Sarif.Multitool" ] && [ -x "$modules/.bin/ajv" ] &&
		[ -d "$modules/ajv-formats" ]
}

install_tools() {
	command -v npm >/dev/null || die "npm is missing: apt-get install npm"
	# What failed a moment ago is not tried again by each test of a run.
	[ -z "$(find "$node_dir/failed" -mmin -10 2>/dev/null)" ] ||
		die "npm could not install the validators a moment ago: $node_dir/npm.log"
	: >"$node_dir/failed"
	# No lock file: it would hold download addresses of one machine.
	npm install --fetch-retries=1 --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=5000 --prefix "$node_dir" --no-audit --no-fund --no-package-lock --no-save \
		@microsoft/sarif-multitool-linux ajv-cli ajv-formats >"$node_dir/npm.log" 2>&1 ||
		{ cat "$node_dir/npm.log" >&2; die "npm could not install the validators"; }
	rm -f "$node_dir/failed"
	have_tools || die "$node_dir: the validators are not where they were expected"
}

[ "${1-}" = --notes ] && { notes=1; shift; }
[ $# -gt 0 ] || usage
command -v node >/dev/null || die "node is missing: apt-get install npm"
mkdir -p "$node_dir" || exit 2
(
	flock 9 || exit 2
	have_tools || install_tools
	chmod u+x "$multitool/Sarif.Multitool" || exit 2
) 9>"$node_dir/lock" || exit 2

scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 2' HUP INT TERM

# The multitool has .NET in it, which otherwise wants libicu.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 NO_COLOR=1

check_schema() { # FILE
	ln -sf "$(realpath "$1")" "$scratch/log.json"
	"$modules/.bin/ajv" validate --spec=draft2020 --strict=false -c ajv-formats --errors=text \
		--all-errors -s "$multitool/sarif-2.1.0.json" -d "$scratch/log.json" \
		>"$scratch/ajv" 2>&1 && return 0
	sed -e "/^$/d" -e '/log\.json invalid$/d' -e 's/, data/\ndata/g' "$scratch/ajv" |
		FILE=$1 awk '{ print ENVIRON["FILE"] ": schema: " $0; said = 1 }
			END { if (!said) print ENVIRON["FILE"] ": schema: not valid" }'
	return 1
}

check_rules() { # FILE
	rm -f "$scratch/log.sarif" "$scratch/out.sarif"
	ln -s "$(realpath "$1")" "$scratch/log.sarif"
	"$multitool/Sarif.Multitool" validate "$scratch/log.sarif" --rule-kind "Sarif;Ghas" \
		--level "Error;Warning;Note" --log ForceOverwrite -o "$scratch/out.sarif" \
		>"$scratch/multitool" 2>&1
	[ -s "$scratch/out.sarif" ] ||
		{ cat "$scratch/multitool" >&2; die "$1: the multitool wrote no output"; }
	FILE=$1 NOTES=$notes node - "$scratch/out.sarif" <<'JS'
const fs = require("fs");
const text = fs.readFileSync(process.argv[2], "utf8").replace(/^\uFEFF/, "");
const ignored = ["SARIF2006"]; // asks whether addresses answer: needs a network
let complaints = 0;
function say(line, level, id, message) {
	if (ignored.includes(id) || level === "none" || (level === "note" && process.env.NOTES === "0"))
		return;
	complaints++;
	console.log(`${process.env.FILE}:${line}: ${level}: ${id}: ${message.replace(/\s+/g, " ")}`);
}
let runs = 0;
for (const run of JSON.parse(text).runs ?? []) {
	runs++;
	const rules = run.tool.driver.rules ?? [];
	for (const result of run.results ?? []) {
		const rule = rules[result.ruleIndex ?? -1] ?? rules.find((r) => r.id === result.ruleId) ?? {};
		const message = result.message ?? {};
		const strings = rule.messageStrings ?? {};
		const form = message.text ?? strings[message.id]?.text ?? "(no text)";
		say(result.locations?.[0]?.physicalLocation?.region?.startLine ?? 1,
			result.level ?? rule.defaultConfiguration?.level ?? "warning",
			(result.ruleId ?? rule.id ?? "?").split("/")[0],
			form.replace(/\{(\d+)\}/g, (all, n) => message.arguments?.[n] ?? all));
	}
	for (const invocation of run.invocations ?? [])
		for (const kind of ["toolConfigurationNotifications", "toolExecutionNotifications"])
			for (const note of invocation[kind] ?? [])
				say(1, note.level ?? "warning", note.descriptor?.id ?? kind,
					note.message?.text ?? "(no text)");
}
if (!runs)
	say(1, "error", "multitool", "no run in its output");
process.exit(complaints ? 1 : 0);
JS
}

status=0
for file; do
	[ -f "$file" ] || die "$file: no such file"
	check_schema "$file" || status=1
	check_rules "$file"
	case $? in
	0) ;;
	1) status=1 ;;
	*) die "$file: could not read the multitool's output" ;;
	esac
done
exit $status
