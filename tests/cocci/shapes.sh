#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Each semantic patch on small sources: PATCH/CASE.c becomes CASE.res, and stays
# as it is where there is no CASE.res. CASE.sites lists the places to look at, CASE.jsonl is a record.
# layoutcheck_CASE.c gets the helpers of layoutcheck.h where the kernel has its own.
# With UPDATE=1 the results are written anew: read them before they are committed.
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
count=0 failed=0

if ! command -v spatch >/dev/null; then
	echo "1..0 # SKIP spatch is not installed (package coccinelle)"
	exit 0
fi
for input in "$top"/tests/cocci/*/*.c; do
	folder=$(dirname "$input") name=$(basename "$input" .c)
	patch=$top/cocci/$(basename "$folder").cocci
	sentence=$(sed -n '2s,^/\* \(.*\) \*/$,\1,p' "$input")
	set -- -D patch
	[ -f "$folder/$name.sites" ] && set -- "$@" -D "sites=$folder/$name.sites"
	[ -f "$folder/$name.jsonl" ] && set -- "$@" -D "layouts=$folder/$name.jsonl"
	case $name in layoutcheck_*) set -- "$@" -D layoutcheck ;; esac
	rm -f "$work"/*.c
	cp "$input" "$work/$name.c"
	(cd "$work" && spatch --very-quiet --no-includes --no-show-diff --in-place \
		--sp-file "$patch" "$@" "$name.c") >"$work/log" 2>&1
	status=$?
	expected=$folder/$name.res
	if [ "$UPDATE" = 1 ]; then
		cmp -s "$input" "$work/$name.c" || cp "$work/$name.c" "$expected"
	fi
	[ -f "$expected" ] || expected=$input
	count=$((count + 1))
	if [ $status = 0 ] && diff -u "$expected" "$work/$name.c" >"$work/diff"; then
		echo "ok $count - $(basename "$folder"): $sentence"
	else
		echo "not ok $count - $(basename "$folder"): $sentence"
		sed 's/^/# /' "$work/log" "$work/diff"
		failed=1
	fi
done
echo "1..$count"
exit $failed
