#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# explain FILE:LINE, FILE:LINE:COLUMN, FUNCTION: what is found, what is nearest, whose names are other names.
. "$(dirname "$0")/lib/support.sh"

mkdir -p src && printf 'one\n\ttwo\nthree\x1b[31m\n\tif (len < 8)\nfive\n' | tee foo.c >src/view.h
record >foo.jsonl
export hash
hash=$(sha256sum foo.c | cut -d' ' -f1)

check "each verdict shows how it was reached, its steps, and the lines they stand on" eval \
	'run 0 explain foo.c:5 foo.jsonl && prints "  lc-short-buffer: proven: 8 <= len" && prints "      assumes: len is the length of table" &&
	 prints "      foo.c:4:6: compared here" && prints "          | if (len < 8)" && prints "  lc-misaligned: open: alignment not known"'
check "the line of the cast is shown too" eval 'run 0 explain foo.c:2 foo.jsonl && prints "          | two"'
check "what a terminal would act upon is not" eval \
	'sed "s/\"line\":4,\"column\":6/\"line\":3,\"column\":1/" foo.jsonl >escape.jsonl; run 0 explain foo.c:5 escape.jsonl && prints "| three [31m"'
check "a verdict that is refuted is shown as one, with its level" eval \
	'record verdict=refuted level=error >refuted.jsonl; run 0 explain foo.c:2 refuted.jsonl && prints "  lc-short-buffer: refuted (reported as error): len is in hand"'
check "a source that changed is not quoted, and that is said" eval \
	'sed "1a{\"kind\":\"source\",\"file\":\"foo.c\",\"sha256\":\"${hash/[0-9]/x}\"}" foo.jsonl >old.jsonl; run 0 explain foo.c:5 old.jsonl &&
	 ! prints "          | " && says "foo.c has changed since it was compiled"'
check "one that is as it was is" eval \
	'sed "1a{\"kind\":\"source\",\"file\":\"foo.c\",\"sha256\":\"$hash\"}" foo.jsonl >new.jsonl; run 0 explain foo.c:5 new.jsonl && prints "          | if" && [ ! -s err ]'

# Which conversion.
check "a function shows all its conversions" eval 'run 0 explain walk foo.jsonl && prints "foo.c:5:5: overlay" && ! prints "foo.c:2:5"'
check "a function that is in no record gives 1, and says so" eval 'run 1 explain wlak foo.jsonl && says "wlak: no conversion stands in a function of that name (1 unit read)"'
sed '/"id":2/{p;s/"id":2/"id":3/;s/"line":5,"column":5/"line":5,"column":30/;s/walk/other/}' foo.jsonl | sed 's/"conversions":2/"conversions":3/' >two.jsonl
check "a line with two conversions shows both" eval 'run 0 explain foo.c:5 two.jsonl && prints "foo.c:5:5: overlay" && prints "foo.c:5:30: overlay"'
check "a column picks one" eval 'run 0 explain foo.c:5:30 two.jsonl && ! prints "foo.c:5:5: overlay" && prints "foo.c:5:30: overlay"'
printf '1\n2\n3\n4\n\tone;\ttwo;\n' >tab.c
sed -e 's/foo\.c/tab.c/g;s/"line":5,"column":5/"line":5,"column":2/;s/"line":5,"column":30/"line":5,"column":7/' two.jsonl >tab.jsonl
check "as a compiler prints it, with tabs to every 8th" eval 'run 0 explain tab.c:5:17 tab.jsonl && ! prints "tab.c:5:2: overlay" && prints "tab.c:5:7: overlay"'
check "a column at which nothing stands picks none out" eval 'run 0 explain foo.c:5:17 two.jsonl && prints "foo.c:5:5: overlay" && prints "foo.c:5:30: overlay"'
sed 's/"line":4/"line":9/' two.jsonl >between.jsonl
check "a line between two conversions names both" eval 'run 1 explain foo.c:4 between.jsonl && says "foo.c:4: no conversion at this line; the nearest are at 3 and 5"'
check "a line behind the last names that" eval 'run 1 explain foo.c:50 foo.jsonl && says "the nearest is at 5"'

# What goes with it.
sed -e '/"kind":"result"/i{"kind":"requirement","function":"walk","external":true,"parameter":0,"name":"table","bytes":8,"alignment":4,"place":{"file":"foo.c","line":5,"column":5}}' \
	-e 's/"requirements":0/"requirements":1/' foo.jsonl >needs.jsonl
check "what the function needs of its callers is shown" eval "run 0 explain foo.c:5 needs.jsonl && prints \"walk ()\" && prints \"needs of its callers at least 8 bytes and alignment 4 at 'table', in other units too\""
check "but not what another function needs" eval 'run 0 explain foo.c:2 needs.jsonl && ! prints "needs of its callers"'
sed 's/"size":8,"alignment":2}$/"size":8,"alignment":2,"place":{"file":"foo.c","line":1,"column":8},"verdicts":[{"rule":"lc-implicit-padding","verdict":"open","how":"two bytes before len"}]}/' foo.jsonl >types.jsonl
check "what is said of the type is shown with the conversion" eval 'run 0 explain foo.c:5 types.jsonl && prints "  lc-implicit-padding: open: two bytes before len"'
check "and where the type is defined" eval 'run 0 explain foo.c:1 types.jsonl && prints "foo.c:1:8: struct hdr (8 bytes, alignment 2)" && prints "  lc-implicit-padding: open"'
sed 's/"how":"len is in hand"/&,"suppressed":{"form":"comment","place":{"file":"foo.c","line":3,"column":2},"reason":"whole frames"}/' foo.jsonl >allowed.jsonl
check "a suppressed finding says so, with the reason" eval 'run 0 explain foo.c:2 allowed.jsonl && prints "open (a finding of level warning): len is in hand" && prints "suppressed by foo.c:3:2: comment: whole frames"'

# A header in several units.
for unit in a b c d; do
	record source=src/view.h object=$unit.o | sed "1s|\"source\":\"[^\"]*\"|\"source\":\"$unit.c\"|" >$unit.jsonl
done
sed -i 's/alignment not known/alignment 2 known/' d.jsonl
check "units that saw it alike are one answer" eval 'run 0 explain view.h:5 a.jsonl b.jsonl && [ "$(grep -c overlay out)" = 1 ] && prints "  seen in a.c, b.c"'
check "units that saw it differently are told apart" eval \
	'run 0 explain view.h:5 a.jsonl b.jsonl c.jsonl d.jsonl && [ "$(grep -c overlay out)" = 2 ] && prints "  seen in a.c, b.c, c.c" && prints "  seen in d.c"'

# Names.
check "an absolute name is the same file" run 0 explain "$PWD/foo.c:5" foo.jsonl
check "as ./ is, and a detour" eval 'run 0 explain ./foo.c:5 foo.jsonl && run 0 explain src/../foo.c:5 foo.jsonl'
sed 's|"directory":"[^"]*"|"directory":"/mapped"|;s|"foo.c"|"/mapped/drivers/foo.c"|g' foo.jsonl >mapped.jsonl
check "a name that the compiler mapped is taken for it, and that is said" eval \
	'mkdir -p drivers && cp foo.c drivers && run 0 explain "$PWD/drivers/foo.c:5" mapped.jsonl && says "taking /mapped/drivers/foo.c for it" && prints "overlay"'
check "a name from another machine, likewise" eval 'run 0 explain /builds/x/foo.c:5 foo.jsonl && says "/builds/x/foo.c: no record names it; taking $PWD/foo.c for it"'
check "but not another file that is here" eval 'mkdir -p other && cp foo.c other/ && run 1 explain "$PWD/other/foo.c:5" foo.jsonl && says "no record speaks of it"'
check "a file that no record names was not checked" eval 'run 1 explain bar.c:2 foo.jsonl && says "bar.c: no record speaks of it (1 unit read): was it compiled with -fplugin=layoutcheck?"'
gcc -c -x c -o bar.o /dev/null
check "nor one whose object carries no record" eval 'run 1 explain bar.c:2 foo.jsonl bar.o && says "bar.o: carries no record: not checked"'
record source=bar.c | sed '/"kind":"conversion"/d;/"kind":"result"/d;s/"results":1,"conversions":2/"results":0,"conversions":0/' >bar.jsonl
check "a file without a conversion was" eval 'run 1 explain bar.c:2 bar.jsonl && says "bar.c: it was checked, and no conversion stands in it"'

check "--json gives the same" eval 'run 0 explain --json foo.c:5 needs.jsonl && python3 -c "
import json; a = json.load(open(\"out\"))
assert (a[\"file\"], a[\"line\"]) == (\"foo.c\", 5)
assert [c[\"function\"] for c in a[\"conversions\"]] == [\"walk\"] and a[\"conversions\"][0][\"units\"] == [\"foo.c\"]
assert a[\"conversions\"][0][\"verdicts\"][0][\"steps\"][0][\"text\"] == \"compared here\"
assert a[\"requirements\"][0][\"bytes\"] == 8 and a[\"types\"] == []" 2>>err'
check "of nothing, too" eval 'run 1 explain --json foo.c:50 foo.jsonl && prints "\"conversions\": []"'
check "a damaged record gives 2, and what it holds is shown" eval 'head -n -1 foo.jsonl >cut.jsonl; run 2 explain foo.c:5 cut.jsonl && prints "overlay"'
check "no record at all gives 2" eval 'run 2 explain foo.c:5 bar.o && says "no record found"'
done_testing
