#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The output file is complete or not there; the exit code says what happened.
# shellcheck disable=SC2154 # support.sh sets top and layoutcheck
. "$(dirname "$0")/lib/support.sh"

printf 'one\ntwo\nthree\nfour\nfive\n' >foo.c
record >warning.jsonl
record level=note >note.jsonl
record level=error verdict=refuted >error.jsonl
sed '/"kind":"result"/d; s/"results":1/"results":0/' note.jsonl >clean.jsonl

for case in "0 clean warning" "0 note warning" "1 warning warning" "1 error warning" "1 note note" \
	"0 warning error" "1 error error"; do
	read -r status record level <<<"$case"
	check "a $record in sight gives $status with --level=$level" \
		run "$status" collect --level="$level" "$record.jsonl" -o out.sarif
done
check "the level is warning if none is given" run 0 collect note.jsonl -o out.sarif
check "without -o the log goes to standard output" run 1 collect warning.jsonl
cp out copy.sarif
check "and is the same log" sarif copy.sarif 'len(results) == 1'
check "as with -o -" eval 'run 1 collect warning.jsonl -o - && cmp -s out copy.sarif'

check "a full disk is an error" run 2 collect warning.jsonl -o /dev/full
check "that names the file" says "/dev/full: cannot be written: No space left on device"
"$layoutcheck" collect warning.jsonl >/dev/full 2>err
status=$?
check "a full disk behind standard output is an error" eval \
	'[ $status -eq 2 ] && says "standard output: cannot be written: No space left on device"'
"$layoutcheck" report warning.jsonl >/dev/full 2>err
status=$?
check "for report too" eval '[ $status -eq 2 ] && says "standard output: cannot be written"'
"$layoutcheck" help >/dev/full 2>err
status=$?
check "and for help" eval '[ $status -eq 2 ] && says "standard output: cannot be written"'

mkdir limited
(
	ulimit -f 4
	run 2 collect warning.jsonl -o limited/out.sarif
)
check "a file that grows too large is an error" says "limited/out.sarif: cannot be written: File too large"
check "and leaves nothing behind" eval '[ -z "$(ls -A limited)" ]'
if mkdir small && mount -t tmpfs -o size=8k none small 2>/dev/null; then
	check "a disk that fills up is an error" run 2 collect warning.jsonl -o small/out.sarif
	check "and told of" says "small/out.sarif: cannot be written: No space left on device"
	check "and leaves nothing behind" eval '[ -z "$(ls -A small)" ]'
	umount small
fi
echo old >old.sarif
(
	ulimit -f 4
	run 2 collect warning.jsonl -o old.sarif
)
check "a failure leaves the old file as it was" eval '[ "$(cat old.sarif)" = old ]'

check "a folder that is none is an error" run 2 collect warning.jsonl -o foo.c/out.sarif
check "and told of" says "foo.c/out.sarif: cannot be written: Not a directory"
check "a folder that is not there is an error" run 2 collect warning.jsonl -o gone/out.sarif
check "and told of" says "gone/out.sarif: cannot be written: No such file or directory"
check "a folder as the output is an error" run 2 collect warning.jsonl -o limited
check "and told of" says "limited: cannot be written: Is a directory"
check "a folder where nobody may write is an error" run 2 collect warning.jsonl -o /proc/out.sarif
mkdir locked && chmod a-w locked
if setpriv --reuid 65534 --clear-groups true 2>/dev/null; then
	# Another user may not see the build folder.
	cp "$layoutcheck" command && chmod 755 . command && chmod a+r warning.jsonl
	setpriv --reuid 65534 --clear-groups ./command collect warning.jsonl -o locked/out.sarif 2>err
	status=$?
	check "a folder without permission is an error" eval \
		'[ $status -eq 2 ] && says "locked/out.sarif: cannot be written: Permission denied"'
fi

mkdir links && echo old >links/real.sarif && ln -s real.sarif links/link.sarif
run 1 collect warning.jsonl -o links/link.sarif
check "a symbolic link stays one" eval '[ -L links/link.sarif ] && sarif links/real.sarif "len(results) == 1"'
(umask 027 && run 1 collect warning.jsonl -o mode.sarif)
check "the file's mode follows the umask" eval '[ "$(stat -c %a mode.sarif)" = 640 ]'

mkdir signals
mkdir many
for i in {1..400}; do
	record source=f$i.c >many/$i.jsonl
done
cat many/*.jsonl >many.jsonl
for i in {1..30}; do sed "s/\"object\":\"f/\"object\":\"$i/" many.jsonl; done >large.jsonl
"$layoutcheck" collect large.jsonl -o signals/out.sarif 2>/dev/null &
pid=$!
# Its temporary file shows that it is at work.
until [ -n "$(ls -A signals)" ] || ! kill -0 $pid 2>/dev/null; do :; done
kill -TERM $pid
wait $pid
status=$?
check "a signal ends it as a signal does" eval '[ $status -eq 143 ]'
check "and leaves no file behind" eval '[ -z "$(ls -A signals)" ]'
check "no temporary file is left anywhere" no_leftovers .
done_testing
