#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# report --html: what is on the page, that nothing of a source or a log is markup or script
# there, and, in a browser without a window, that the filters filter.
# shellcheck disable=SC2154 # support.sh sets work and browser
. "$(dirname "$0")/lib/support.sh"

mkdir -p src/net 'src/a b'
{
	echo 'int first;'
	echo '</script><script>document.title = "broken"</script><img src=x onerror="document.title=1">'
	printf '\th = "&amp;" + '"'%%d'"' \0 \xff \xe2\x80\xae hidden\n'
	echo 'int table_compared;'
	echo 'struct hdr *h = table;'
} >src/net/foo.c
cp src/net/foo.c 'src/a b/bar.c'
record source=src/net/foo.c message="reads 8 bytes of <b>buf</b> & more" target='struct <hdr>' >foo.jsonl
record source='src/a b/bar.c' rule=lc-misaligned level=note verdict=refuted message='an address' >bar.jsonl

check "the page is written" run 0 report --html=page.html foo.jsonl bar.jsonl
check "and nothing is printed" eval '[ ! -s out ] && [ ! -s err ]'
check "no temporary file is left" no_leftovers .
check "to standard output too" eval 'run 0 report --html=- foo.jsonl bar.jsonl && cmp -s out page.html'
check "with the figures as well" eval 'run 0 report --json --html=again.html foo.jsonl && prints "\"units\": 1" && [ -s again.html ]'

cat >parse.py <<'END'
"""The page as a browser's parser sees it, checked against what must be there and what must not."""
import base64, hashlib, html.parser, sys
class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.text, self.parts, self.inside = [], [], "", {}, None
    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attributes]
        self.inside = tag
    def handle_endtag(self, tag):
        self.inside = None
    def handle_data(self, data):
        if self.inside in ("script", "style"):
            self.parts[self.inside] = self.parts.get(self.inside, "") + data
        else:
            self.text += data
page = Page()
raw = open(sys.argv[1], "rb").read()
text = raw.decode("utf-8")
assert not [c for c in text if ord(c) < 32 and c not in "\n\t"] and "\u202e" not in text
page.feed(text)
assert page.tags.count("script") == page.tags.count("style") == 1
assert not {"img", "b", "link", "iframe", "object"} & set(page.tags), page.tags
assert not [a for a in page.attributes if a[1].startswith("on") or a[1] in ("src", "style")]
assert all(v.startswith("#") for t, n, v in page.attributes if n == "href")
policy = dict(p.strip().split(" ", 1) for p in next(v for t, n, v in page.attributes if n == "content").split(";"))
assert policy["default-src"] == "'none'", policy
for part in ("script", "style"):
    digest = base64.b64encode(hashlib.sha256(page.parts[part].encode()).digest()).decode()
    assert policy[part + "-src"] == f"'sha256-{digest}'", (part, digest, policy)
for wanted in ("</script><script>document.title", "reads 8 bytes of <b>buf</b> & more", "'%d' \u27e8U+0000\u27e9 \ufffd \u27e8U+202E\u27e9 hidden",
               "src/net/foo.c:3:9", "struct <hdr>", "\"&amp;\" + "):
    assert wanted in page.text, wanted
assert page.tags.count("details") == 2
END
check "what a source or a message holds is text there, and the policy admits the page's own script alone" \
	eval 'python3 parse.py page.html 2>>err'
check "the figures of conversions are there, by domain and folder" eval \
	'grep -q "<a href=\"#domain=%70" page.html && grep -q ">src/a b</a></td><td class=\"\">2</td>" page.html'

run 1 collect foo.jsonl bar.jsonl -o log.sarif
check "a SARIF file gives the same findings" eval 'run 0 report --html=sarif.html log.sarif && python3 parse.py sarif.html 2>>err'
sed 's|"src/net/foo.c"|"../../../../../../../../etc/passwd"|' log.sarif >outside.sarif
check "lines of a file outside the root are not shown" eval \
	'run 0 report --html=outside.html outside.sarif && grep -q etc/passwd outside.html && ! grep -q root: outside.html'
sum=$(sha256sum src/net/foo.c)
sed "2i {\"kind\":\"source\",\"file\":\"src/net/foo.c\",\"sha256\":\"${sum%% *}\"}" foo.jsonl >known.jsonl
check "a source is shown as it was compiled" eval \
	'run 0 report --html=known.html known.jsonl && grep -q "document.title = &quot;broken" known.html'
echo >>src/net/foo.c
check "and not when it has changed since" eval \
	'run 0 report --html=changed.html known.jsonl && ! grep -q "document.title = &quot;broken" changed.html'
check "a log cut short gives 2, and no page" eval \
	'head -c 2000 log.sarif >cut.sarif; run 2 report --html=cut.html cut.sarif && [ ! -e cut.html ]'
check "a folder that is not there is told" eval 'run 2 report --html=none/page.html foo.jsonl && says "none/page.html: cannot be written"'
check "a full disk too" run 2 report --html=/dev/full foo.jsonl

# dom FRAGMENT: what the browser makes of page.html#FRAGMENT.
dom() {
	timeout 60 "$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" \
		--virtual-time-budget=5000 --dump-dom "file://$work/page.html#$1" >dom 2>/dev/null
}
# shown N SENTENCE FRAGMENT: that many findings are.
shown() {
	dom "$3"
	[ "$(grep -c '<details class="finding"[^>]*>' dom)" = 2 ] &&
		[ "$(grep '<details class="finding"' dom | grep -vc ' hidden=""')" = "$1" ] &&
		grep -q "<output id=\"count\">$1 of 2</output>" dom
}
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
if [ -z "$browser" ]; then
	pass "the filters filter in a browser # SKIP no chromium"
	done_testing
fi
while IFS='|' read -r n fragment sentence; do
	check "$sentence" shown "$n" "$sentence" "$fragment"
done <<'END'
2||without a filter all is shown
1|level=note|a level
1|rule=lc-short-buffer|a rule
1|verdict=refuted|a verdict
2|domain=packet|a domain
1|folder=src%2Fnet|a folder
2|folder=src|a folder with those below it
0|folder=sr|but not by the start of a name
1|folder=src%2Fa+b|or one with a space
0|level=note&rule=lc-short-buffer|two filters together
1|q=ADDRESS|a search in any case
1|q=8+bytes+foo|a search for several words
0|q=nowhere+to+be+found|a search for what is not there
0|level=none-such|a filter that nothing has
END
check "no script of a source ran" eval 'grep -q "<title>layoutcheck report</title>" dom && ! grep -q "<img" dom'
check "the form is shown once the script runs" eval 'grep -q "<form id=\"filters\">" dom'
done_testing
