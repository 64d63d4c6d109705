#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Completion in bash: every command and option that there is, and what can follow.
# shellcheck disable=SC2154 # support.sh sets top and layoutcheck
. "$(dirname "$0")/lib/support.sh"

. "$top/cli/completion/layoutcheck"
# complete WORD...: completions of the last one, sorted, in out. Words are split as bash does it, at =.
complete_words() {
	COMP_WORDS=(layoutcheck "$@") COMP_CWORD=$#
	_layoutcheck "$layoutcheck"
	printf '%s\n' "${COMPREPLY[@]}" | sed '/^$/d' | sort >out
}
gives() { # EXPECTED, blanks between
	local got
	got=$(tr '\n' ' ' <out)
	[ "$got" = "${1:+$1 }" ] || { echo "expected '$1', found '$got'" >err && return 1; }
}

complete_words g
check "a command" gives gate
complete_words help g
check "also behind help" gives gate
"$layoutcheck" help | sed -n 's/^  \([a-z]*\)  .*/\1/p' >commands
complete_words ''
check "every command that help lists" eval '[ -s commands ] && [ -z "$(comm -23 <(sort commands) out)" ]'
while read -r command; do
	"$layoutcheck" "$command" --help >help
	# However the help puts it: whatever begins with -- in front of two blanks or the line's end.
	sed 's/^ *\(-.*[^ ]\)   *[^ ].*/\1/; /^-/!d' help | grep -o -- '--[a-z-]*=\{0,1\}' | sort -u >listed
	complete_words "$command" --
	check "$command: every option that its help lists" eval '[ -s listed ] && diff -u listed out >err'
	# What getopt knows: the help must have it, or nobody finds it.
	sed -n 's/.*{ "\([a-z-]*\)", \(no\|required\)_argument.*/\2--\1/p' "$top/cli/$command.c" 2>/dev/null |
		sed 's/^no//; s/^required\(.*\)/\1=/' | sort -u >known
	[ ! -s known ] || check "$command: its help lists what it takes" diff -u known listed
done <commands

complete_words collect --level = w
check "the value of an option" gives warning
complete_words collect --level = ''
check "all of its values" eval 'complete_words collect --level =; gives "error note warning"'
complete_words gate -l e
check "that of a short one" gives error
complete_words gate --level e
check "and one behind a blank" gives error
complete_words report --by = ''
check "a word that the help names" gives folder
mkdir folder && touch file.sarif
complete_words scan --state = f
check "a folder where one is asked for" gives folder
complete_words gate --baseline = f
check "names of files are left to bash" gives ''
complete_words fix --rule = lc-short
check "a rule" gives lc-short-buffer
complete_words explain lc-short
check "to be explained, too" gives lc-short-buffer
complete_words model c
check "what model does" gives "check compile"
complete_words scan -- mak
check "a program behind --" eval 'grep -qx make out'
complete_words scan -- make --
check "but not its options" gives ''
complete_words nonsense --
check "nothing of a command that is not there" gives ''

# As it is typed, in a terminal.
mkdir bin && ln -s "$layoutcheck" bin/layoutcheck
typed() {
	python3 - "$top/cli/completion/layoutcheck" <<'PY' >out 2>err
import os, pty, select, sys, time
child, terminal = pty.fork()
if not child:
    os.environ.update(PATH=os.getcwd() + "/bin:" + os.environ["PATH"], PS1="$ ", TERM="dumb")
    os.execvp("bash", ["bash", "--norc", "--noprofile", "-i"])
seen = ""
def until(text):
    global seen
    end = time.monotonic() + 30
    while text not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            seen += os.read(terminal, 4096).decode()
    assert text in seen, seen
os.write(terminal, (". '%s'; echo re'ad'y\n" % sys.argv[1]).encode())
until("ready")
os.write(terminal, b"layoutcheck ga\t--upd\t")
until("gate --update-baseline ")
os.write(terminal, b"--level=w\t")
until("--level=warning ")
os.write(terminal, b"\x15exit\n")
os.waitpid(child, 0)
PY
}
check "it works in a terminal" typed
done_testing
