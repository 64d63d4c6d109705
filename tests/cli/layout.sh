#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# layoutcheck layout: a type's layout from records, or by the command that compiles a source.
. "$(dirname "$0")/lib/support.sh"

line='{"kind":"layout","type":"struct hdr","size":16,"alignment":4,"place":{"file":"foo.h","line":3},"kindOf":"struct",
"fields":[{"name":"type","type":"u8","kind":"integer","offset":0,"width":8,"line":4},
{"name":"length","type":"__be32","kind":"integer","offset":32,"width":32,"order":"big-endian","line":5},
{"name":"v","type":"u8","kind":"integer","offset":64,"width":4,"bitField":true,"line":6},
{"kind":"union","offset":72,"width":8,"line":7,"fields":[{"name":"a","type":"u8","kind":"integer","offset":0,"width":8},
{"name":"b","type":"s8","kind":"integer","offset":0,"width":8}]},
{"name":"m","type":"u8","kind":"integer","offset":80,"width":48,"counts":[2,3],"line":8},
{"name":"more","type":"u8","kind":"integer","offset":128,"counts":[0],"line":9}],
"padding":[{"offset":8,"width":24}],
"defects":[{"rule":"lc-implicit-padding","offset":32,"text":"3 bytes of padding before '"'length'"'"}],
"verdicts":[{"rule":"lc-implicit-padding","verdict":"refuted","level":"warning","how":"3 bytes"}],"conversions":[1]}'
unit='{"kind":"unit","version":1,"tool":"layoutcheck","source":"foo.c","directory":"'$PWD'"}'
end='{"kind":"end","results":0,"conversions":0,"requirements":0,"layouts":1}'
printf '%s\n%s\n%s\n' "$unit" "${line//$'\n'/}" "$end" >foo.jsonl
sed 's/"conversions":\[1\]/"conversions":[7,8]/; s/"foo\.c"/"bar.c"/' foo.jsonl >bar.jsonl

check "a layout is shown by its type's name" run 0 layout foo.jsonl 'struct hdr'
check "with the place of its definition" prints '/* foo.h:3 */'
check "members with offset and size in bytes" eval 'grep -Eq "u8 type; +/\* +0 +1 \*/" out'
check "with the byte order that their types say" eval 'grep -Eq "__be32 length; +/\* +4 +4 +big-endian \*/" out'
check "padding where it is" eval 'grep -Eq "3 bytes of padding \*/ +/\* +1 +3 \*/" out'
check "what a rule says of a member" prints "/* lc-implicit-padding: 3 bytes of padding before 'length' */"
check "bit-fields with their bit" eval 'grep -Eq "u8 v : 4; +/\* +8:0 +\*/" out'
check "the members of an anonymous union at their place" eval 'grep -Eq "s8 b; +/\* +9 +1 \*/" out'
check "arrays with their dimensions" eval 'grep -Eq "u8 m\[2\]\[3\]; +/\* +10 +6 \*/" out'
check "a flexible array as one" prints 'u8 more[];'
check "size and alignment" prints '};  /* size 16, alignment 4 */'
check "and verdicts" prints '  lc-implicit-padding: refuted (reported as warning): 3 bytes'
check "the tag may be left out" eval 'run 0 layout foo.jsonl hdr && prints "struct hdr {"'
check "a pattern will do" eval 'run 0 layout foo.jsonl "h*" && prints "struct hdr {"'
check "what two units have alike is shown once" eval \
	'run 0 layout foo.jsonl bar.jsonl hdr && [ "$(grep -c "struct hdr {" out)" = 1 ]'
check "a type that there is not is told" run 1 layout foo.jsonl nothing
check "with what there might be" says "no layout of 'nothing' in 1 unit"
check "one name alone is an error" eval 'run 2 layout hdr && says "expected the name of an object or record"'
check "a file that there is not is an error" run 2 layout nowhere.jsonl hdr

echo '{"kind":"layout","type":"struct odd","fields":[{"name":7,"offset":"x","fields":[3]}],"padding":5}' >odd
printf '%s\n%s\n%s\n' "$unit" "$(cat odd)" "$end" >odd.jsonl
check "a line that is not as it should be does no harm" run 0 layout odd.jsonl odd

# By a compiler: none of its own, so a stand-in that leaves a record where it is told to.
cat >compiler <<'SH'
#!/bin/sh
for argument; do
	case $argument in
	-fplugin-arg-layoutcheck-record-dir=*) cp foo.jsonl "${argument#*=}/" ;;
	esac
	echo "$argument"
done >arguments
[ "$1" != fail ]
SH
chmod +x compiler
mkdir temporary
check "the command that compiles a source shows what is in it" eval \
	'TMPDIR=$PWD/temporary run 0 layout hdr -- ./compiler -Iinclude foo.c && prints "struct hdr {"'
check "it is given the plugin" grep -qx -- '-fplugin=layoutcheck' arguments
check "told to check only" grep -qx -- '-fplugin-arg-layoutcheck-check-only' arguments
check "and which type is asked for" grep -qx -- '-fplugin-arg-layoutcheck-layout=hdr' arguments
check "a plugin that it has already is left alone" eval \
	'run 0 layout hdr -- ./compiler -fplugin=/elsewhere/layoutcheck.so foo.c && ! grep -qx -- -fplugin=layoutcheck arguments'
check "a compile that fails is an error" eval 'run 2 layout hdr -- ./compiler fail && says "./compiler: exit code 1, expected 0"'
check "so is a compiler that there is not" run 2 layout hdr -- ./no-such-compiler foo.c
check "nothing is left behind" eval '[ -z "$(ls temporary)" ]'
done_testing
