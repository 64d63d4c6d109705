#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Each command has a page in the manual that knows its options, and no other.
# shellcheck disable=SC2154 # support.sh sets top and layoutcheck
. "$(dirname "$0")/lib/support.sh"

options() { # in a text: --words, but not those of an example's other programs
	grep -o -- '--[a-z][a-z-]*' | sort -u
}
"$layoutcheck" help | sed -n 's/^  \([a-z]*\)  .*/\1/p' >commands
while read -r command; do
	page=$top/Documentation/man/layoutcheck-$command.1
	# The one without options has no page of its own.
	[ "$command" != rules ] || page=$top/Documentation/man/layoutcheck.1
	check "$command has a page" test -s "$page"
	# Roff may write a dash as \-, and changes its font in the midst of words.
	sed 's/\\-/-/g; s/\\f[BIRP]//g' "$page" >plain
	"$layoutcheck" "$command" --help | options | grep -vx -- --help >listed
	check "$command: its page has the options that its help lists" eval '[ -z "$(comm -23 listed <(options <plain) | tee err)" ]'
	[ "$command" = rules ] || check "$command: the page of layoutcheck leads there" \
		grep -q "^\.BR layoutcheck\(-\|.-\)$command (1)" "$top/Documentation/man/layoutcheck.1"
	sed -n '/^\.SH OPTIONS/,/^\.SH EXIT/{/^\.TP/{n;p}}' "$page" | sed 's/\\-/-/g; s/\\f[BIRP]//g' | options | grep -vx -- --help >described
	check "$command: and describes no other" eval '[ -z "$(comm -13 listed described | tee err)" ]'
done <commands
if command -v groff >/dev/null; then
	check "no page has a mistake" eval '! groff -man -ww -z -Tutf8 "$top"/Documentation/man/layoutcheck*.1 2>&1 | tee err | grep .'
else
	echo "ok $((++tests)) - no page has a mistake # SKIP no groff"
fi
done_testing
