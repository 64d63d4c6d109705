#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# usage: module.sh FOLDER PLUGIN
# Builds tests/real/module, a module out of the tree that uses every helper of layoutcheck.h,
# against a copy of the build folder that linux.sh left in FOLDER: without a warning, and,
# with the plugin, the same object, with a record in which helpers hold the views.
set -euo pipefail

usage="usage: module.sh FOLDER PLUGIN"
folder=$(cd "${1:?$usage}" && pwd)
plugin=$(realpath "${2:?$usage}")
layoutcheck=$(realpath "${B:-build}")/layoutcheck
top=$(cd "$(dirname "$0")/../.." && pwd)
source_tree=$folder/source
[ -z "${LINUX_SOURCE:-}" ] || source_tree=$(cd "$LINUX_SOURCE" && pwd)
copy=$folder/module

rm -rf "$copy"
mkdir "$copy" "$copy/build"
trap 'rm -rf "$copy"' EXIT
tar -C "$folder/build" --exclude='./drivers/*' -c . | tar -C "$copy/build" -x

module() { # NAME VARIABLE...: build it in a folder of that name
	cp -r "$top/tests/real/module" "$copy/$1"
	# No vmlinux was linked, so that modpost does not know the kernel's symbols.
	make -s -C "$source_tree" O="$copy/build" CC="${CC:-gcc}" M="$copy/$1" LC_TOP="$top" KBUILD_MODPOST_WARN=1 \
		"${@:2}" modules >"$folder/log.module" 2>&1 && [ -e "$copy/$1/lc_module.ko" ] || {
		tail -n 20 "$folder/log.module" >&2
		exit 1
	}
	! grep -E 'lc_module\.c|layoutcheck\.h|user(_why)?\.c' "$folder/log.module" >&2
	! grep -E '"(__bswap|lc_)[a-z0-9_]*" .*undefined' "$folder/log.module" >&2
}
module plain
module checked KCFLAGS="-fplugin=$plugin"
for name in plain checked; do
	objcopy -w -R '.layoutcheck*' "$copy/$name/lc_module.o" "$copy/$name.o"
done
cmp "$copy/plain.o" "$copy/checked.o"
"$layoutcheck" report --json "$copy/checked/lc_module.o" >"$copy/report.json"
python3 - "$copy/report.json" <<'END'
import json
import sys

report = json.load(open(sys.argv[1]))
views = report["conversions"]["all"]
told = sum(sum(levels.values()) for levels in report["findings"].values())
print(f"     {views['proven']} of {views['conversions']} views proven, {views['held']} held by a helper; {told} findings")
sys.exit(not (views["held"] >= 8 and views["refuted"] == told == 0))
END
