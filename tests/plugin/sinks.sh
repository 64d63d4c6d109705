#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Each call that the built-in models name as one by which bytes leave has a finding in the tests of lc-padding-leak.
# shellcheck source=tests/plugin/lib/support.sh disable=SC2154
. "$(dirname "$0")/lib/support.sh"

sinks=$(awk '/^[a-z-]+:/ { on = $1 == "sinks:" } on && match($0, /function: "?[A-Za-z_0-9]+/) {
	print substr($0, RSTART, RLENGTH) }' "$top"/core/models/*.yaml | sed 's/.*[ "]//' | sort -u)
check "the models name calls by which bytes leave" [ "$(wc -w <<<"$sinks")" -ge 30 ]
for sink in $sinks; do
	check "$sink () has a finding" grep -q "by '$sink .*\[lc-padding-leak\]" "$top"/tests/plugin/lc-padding-leak*.c
done
done_testing
