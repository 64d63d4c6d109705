#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# layoutcheck model: what YAML is taken, what is said of mistakes, what is made of it.
. "$(dirname "$0")/lib/support.sh"

cat >good.yaml <<'YAML'
# A project of its own.
model: project
about: what holds its messages
functions: external

pairs:
  - struct: message      # the comment is no part of it
    pointer: body
    bytes: filled
    domain: packet
    untrusted: true
guards:
  - {function: "ensure(m, n)", when: zero, then: m->filled >= n}
quiet: [log_*, warn]
YAML
printf 'layoutcheck-model 2\nmodel\tproject\texternal\npair\tmessage\tbody\tfilled\t-\tpacket\tyes\t-\nguard\tensure(m, n)\tzero\tm->filled >= n\nquiet\tlog_*\nquiet\twarn\n' >good.model

check "a model is compiled to a line an entry" run 0 model compile good.yaml
check "as is expected" cmp out good.model
check "into a file, if asked" eval 'run 0 model compile good.yaml -o my.model && cmp my.model good.model && [ ! -s out ]'
check "the same again, whatever the name of the file" eval \
	'cp good.yaml other.yaml && run 0 model compile other.yaml && cmp out good.model'
check "check says nothing of a good one" eval 'run 0 model check good.yaml && [ ! -s out ] && [ ! -s err ]'
printf 'model: second\nmaps:\n  - function: map(at, size)\n    bytes: size\n' >second.yaml
check "several files become one model" eval \
	'run 0 model compile good.yaml second.yaml && prints "model	second	any" && prints "map	map(at, size)	size"'
check "an output that cannot be written is an error" eval 'run 2 model compile good.yaml -o absent/my.model && says absent/my.model'
check "the disk may be full" eval 'run 2 model compile good.yaml -o /dev/full && says /dev/full'

mistaken() { # PLACE TEXT
	run 1 model check bad.yaml && grep -F "bad.yaml:$1: " err | grep -qF -- "$2" && [ ! -s out ]
}
# mistake SENTENCE PLACE TEXT YAML: check finds it at FILE:PLACE.
mistake() {
	printf '%b' "$4" >bad.yaml
	check "$1" mistaken "$2" "$3"
}
m='model: m\n'
mistake "an empty file is no model" 1:1 "expected a mapping with 'model'" ''
mistake "nor is a list" 1:1 "a list: expected a mapping" '- a\n'
mistake "nor is a word" 1:1 "a single value: expected a mapping" 'a\n'
mistake "a model has a name" 1:1 "no 'model': expected the model's name" 'quiet: [a]\n'
mistake "which is a word" 1:8 "'my model' is no model's name" 'model: my model\n'
mistake "one document makes a model" 2:1 "a second document" 'model: a\n---\nmodel: b\n'
mistake "what is not YAML is found where it breaks" 2:1 "tab character" 'model: a\n\tb: c\n'
mistake "a star at the beginning needs quotes" 4:14 "must stand in quotes" "${m}sources:\n  - function: f(p)\n    pointer: *p\n"
mistake "an unknown key, with what was meant" 2:1 "unknown key 'pair': did you mean 'pairs'?" "${m}pair: []\n"
mistake "an unknown key, with what there is" 2:1 "expected model, about, functions, pairs," "${m}wxyzwxyz: []\n"
mistake "a key of an entry, with what was meant" 3:29 "'pairs': unknown key 'byte': did you mean 'bytes'?" \
	"${m}pairs:\n  - {struct: a, pointer: p, byte: n}\n"
mistake "a key given twice" 3:1 "key 'quiet' twice: first at line 2" "${m}quiet: []\nquiet: []\n"
mistake "a key of an entry given twice" 3:16 "key 'match' twice in one entry: first at line 3" "${m}quiet:\n  - {match: a, match: b}\n"
mistake "a key that lacks" 3:5 "an entry of 'guards' without 'then': expected amount >= amount" \
	"${m}guards:\n  - {function: f(a), when: zero}\n"
mistake "a list that is none" 3:3 "'maps' is a mapping: expected a list of entries" "${m}maps:\n  function: f()\n"
mistake "an entry that is none" 3:5 "an entry of 'maps' is a single value: expected a mapping" "${m}maps:\n  - f()\n"
mistake "a value that is none" 3:16 "'function' is a list: expected a single value" "${m}maps:\n  - {function: [f]}\n"
mistake "a value that is empty" 3:14 "'function' is empty" "${m}maps:\n  - function:\n"
mistake "a domain that is none, with what was meant" 4:31 "did you mean 'packet'?" \
	"${m}types:\n  - {match: struct a, domain: wire}\n  - {match: struct b, domain: pakcet}\n"
mistake "an outcome that is none" 4:11 "'when' cannot be 'true': expected always, nonzero, zero" \
	"${m}guards:\n  - function: f(a)\n    when: true\n    then: a >= 1\n"
mistake "a parameter that is none, with what was meant" 4:12 "'siez' is no parameter of the function" \
	"${m}maps:\n  - function: f(at, size)\n    bytes: siez\n"
mistake "a function without parameters" 3:15 "expected a function with its parameters: name (first, second)" \
	"${m}maps:\n  - function: f\n"
mistake "what contradicts itself" 3:5 "either 'bytes' or 'end'" "${m}pairs:\n  - {struct: a, pointer: p}\n"
mistake "the same twice" 4:5 "a second entry in 'maps' for 'f': the first is at bad.yaml:3:5" \
	"${m}maps:\n  - function: f(a)\n  - function: f(b)\n"
mistake "one function with two sorts of parameters" 5:5 "'f' has other parameters here than at bad.yaml:3:5" \
	"${m}maps:\n  - function: f(a)\nallocators:\n  - {function: \"f(a, b)\", bytes: a}\n"
mistake "bytes from elsewhere that are the caller's own" 5:5 "'f' is in 'allocators' at bad.yaml:3:5" \
	"${m}allocators:\n  - {function: f(a), bytes: a}\nsources:\n  - {function: f(a), bytes: a}\n"
mistake "a scope that is none" 2:12 "'functions' cannot be 'extern'" "${m}functions: extern\n"

printf 'model: m\npair: []\nmaps:\n  - function: f\n  - function: g(a)\n    bytes: b\n    byte: 4\n' >many.yaml
check "several mistakes are reported at once" eval 'run 1 model check many.yaml good.yaml &&
	says "many.yaml:2:1: " && says "many.yaml:4:15: " && says "many.yaml:7:5: " && says "4 mistakes"'
check "a mistake keeps a model from being compiled" eval 'run 2 model compile many.yaml -o many.model && [ ! -e many.model ]'
printf 'model: m\nguards:\n  - {function: "ensure(m)", when: zero, then: m->n >= 1}\n' >clash.yaml
check "files of one model may not contradict each other" eval \
	'run 1 model check good.yaml clash.yaml && says "clash.yaml:3:5: a second entry in '\''guards'\'' for '\''ensure'\'': the first is at good.yaml:13:5"'
check "a file that is not there is an error of its own" eval 'run 2 model check absent.yaml && says "absent.yaml: No such file"'
check "so is a folder" eval 'run 2 model check . && says ".: Is a directory"'

check "show prints what is built in" eval 'run 0 model show && prints "# model linux" && prints "# model posix"'
check "or what is known of a name" eval 'run 0 model show pskb_may_pull &&
	prints "guards: function: pskb_may_pull(skb, len); when: nonzero; then: skb->len >= len" && ! prints "# model"'
check "and says so if that is nothing" run 1 model show no_such_function
# shellcheck disable=SC2154
for yaml in "$top"/core/models/*.yaml "$top"/Documentation/models/*.yaml; do
	check "${yaml##*/} has no mistake" run 0 model check "$yaml"
done
check "the models that come with it have none together" run 0 model check "$top"/core/models/*.yaml

check "without a word it says what it expects" eval 'run 2 model && says "expected compile, check or show"'
check "a mistyped word is an error" eval 'run 2 model chekc good.yaml && says "did you mean '\''check'\''?"'
check "check wants a file" run 2 model check
check "compile wants a file" run 2 model compile
check "check writes no file" eval 'run 2 model check -o x good.yaml && says "goes with compile only"'
done_testing
