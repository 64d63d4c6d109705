#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# layoutcheck fix: what it changes, prints and says, on a log written by hand.
top=$(cd "$(dirname "$0")/../.." && pwd)
tool=${LAYOUTCHECK:-$top/build/layoutcheck}
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
export LC_ALL=C
mkdir "$work/tmp"
export TMPDIR=$work/tmp
cd "$work" || exit 2
count=0 failed=0

ok() { # status, sentence
	count=$((count + 1))
	if [ "$1" = 0 ]; then
		echo "ok $count - $2"
	else
		echo "not ok $count - $2"
		for file in out err; do [ -f "$work/$file" ] && sed "s/^/# $file: /" "$work/$file"; done
		failed=1
	fi
}

if ! command -v spatch >/dev/null; then
	echo "1..0 # SKIP spatch is not installed (package coccinelle)"
	exit 0
fi

# A source with a guarded cast on line 5, one without a shape on 12, a proven one on 19.
source_text() {
	cat <<'EOF'
#include "local.h"

int guarded(u8 *buf, int len)
{
	struct hdr *h = (struct hdr *)buf;

	return len < sizeof(*h) ? -EINVAL : h->type;
}

int shapeless(u8 *buf)
{
	return ((struct hdr *)buf)->type;
}

int proven(struct a_rather_long_name_of_a_device *device)
{
	struct a_rather_long_name_of_a_header *header;

	header = (struct a_rather_long_name_of_a_header *)device->data;
	if (device->len < sizeof(*header))
		return -EINVAL;
	return header->type;
}
EOF
}
source_text | sed 's/^	return len < sizeof(\*h) ? -EINVAL : h->type;/	if (len < sizeof(*h))\
		return -EINVAL;\
	return h->type;/' >source.c
result() { # kind, uri, cast line, more properties
	printf '{"ruleId":"lc-short-buffer","kind":"%s","message":{"text":"m"},"locations":[{' "$1"
	printf '"physicalLocation":{"artifactLocation":{"uri":"%s"},"region":{"startLine":%d}}}],' "$2" "$3"
	printf '"properties":{"verdict":"%s","castLine":%d%s}}' \
		"$([ "$1" = pass ] && echo proven || echo open)" "$3" "$4"
}
log() { # results, separated by commas
	printf '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"layoutcheck"}},"results":[%s]}]}' "$1"
}
run() {
	"$tool" fix --cocci-dir="$top/cocci" "$@" >out 2>err
	status=$?
}

cp source.c original.c
log "$(result fail source.c 5)" >one.sarif
run one.sarif
[ $status = 0 ] && grep -q '^+	struct hdr \*h = lc_ref_from_prefix(struct hdr, buf, len);$' out &&
	grep -q '^+	if (!h)$' out && grep -q 'source.c:5: fixed, with the check that was there: check again \[lc-short-buffer\]' err
ok $? "a finding with a shape is fixed by the patch on standard output"
log "$(result fail source.c 5 | sed 's/"open"/"refuted"/')" >refuted.sarif
cp out one.patch
run refuted.sarif
[ $status = 1 ] && [ ! -s out ] && grep -q 'source.c:5: no patch' err
ok $? "no check is put where the bytes are known to be too few"
allow() { sed 's/^{/{"suppressions":[{"kind":"inSource","justification":"whole frames"}],/'; }
log "$(result fail source.c 5 | allow)" >allowed.sarif
run allowed.sarif
[ $status = 0 ] && [ ! -s out ] && grep -q 'nothing to do' err
ok $? "a finding that is suppressed in the source is left alone"
log "$(result pass source.c 21 | allow)" >allowed.sarif
run --migrate allowed.sarif
[ $status = 0 ] && [ ! -s out ] && grep -q 'nothing to do' err
ok $? "with --migrate too"
cp one.patch out
cmp -s source.c original.c
ok $? "no source changes unless asked for"
grep -q '^+#include <layoutcheck.h>$' out && grep -q '^+LC_CLAIM(struct hdr, "from-bytes");$' out && [ "$(grep -c '^[-+][^-+]' out)" = 6 ]
ok $? "the header is included, the type is claimed, and nothing but the named place changes"
cp source.c patched.c && patch -s patched.c <out && grep -q lc_ref_from_prefix patched.c
ok $? "patch(1) applies it"

log "$(result fail source.c 5),$(result fail source.c 14)" >two.sarif
run two.sarif
[ $status = 1 ] && grep -q 'source.c:14: no patch for this shape' err && grep -q '1 of 2 places' err
ok $? "a finding without a shape is told, and the exit code is 1"

log "$(result pass source.c 21),$(result pass source.c 5 ',"heldBy":"lc_ref_from_prefix"')" >pass.sarif
run pass.sarif
[ $status = 0 ] && [ ! -s out ] && grep -q 'nothing to do' err
ok $? "proven conversions are left alone without --migrate"
run --migrate pass.sarif
[ $status = 0 ] && grep -q 'source.c:21: migrated' err && ! grep -q 'source.c:5' err
ok $? "--migrate moves proven conversions, but for those that a helper holds"
grep -q '^+	header = lc_ref_from_prefix(struct a_rather_long_name_of_a_header,$' out
ok $? "an assignment that fits on two lines stands on two lines"
! grep -q '^+.*[ 	]$' out
ok $? "no white space is left at the end of a line"

log "$(result fail source.c 14),$(result fail unguarded.c 5 ',"pointer":"buf","length":"len"')" >pair.sarif
cat >unguarded.c <<'EOF'
#include <linux/kernel.h>

static int parse(u8 *buf, int len)
{
	struct hdr *h = (struct hdr *)buf;

	if (h->type > 3)
		return -EPROTO;
	return 0;
}
EOF
run --file='unguarded.*' pair.sarif
[ $status = 0 ] && grep -q '^+		return -EPROTO;$' out && grep -q 'unguarded.c:5: fixed' err
ok $? "an unguarded cast gets a check where the record tells its length"
grep -q '1 of 1 place' err
ok $? "--file takes only the sources that match"
run --rule=lc-misaligned pair.sarif
[ $status = 0 ] && [ ! -s out ]
ok $? "--rule takes only the results of that rule"
run --rule=lc-nonsense pair.sarif
[ $status = 2 ] && grep -q "no rule 'lc-nonsense'" err
ok $? "an unknown rule is an error"

cat >long.c <<'EOF'
int f(struct sk_buff *skb)
{
	if (mode) {
		struct a_name_that_is_rather_long *h = (void *)skb->data;

		if (skb->len < sizeof(*h))
			return -EINVAL;
		return h->type;
	} else {
		struct a_name_so_long_that_nothing_beside_it_finds_room *h = (void *)skb->data;

		if (skb->len < sizeof(*h))
			return -EINVAL;
		return h->type;
	}
}
EOF
log "$(result fail long.c 4),$(result fail long.c 10)" >long.sarif
run long.sarif
grep '^+[^+#L]' out >layout
diff layout - >err <<'EOF'
+		struct a_name_that_is_rather_long *h =
+			lc_ref_from_prefix(struct a_name_that_is_rather_long, skb->data, skb->len);
+		if (!h)
+		struct a_name_so_long_that_nothing_beside_it_finds_room *h =
+			lc_ref_from_prefix(struct a_name_so_long_that_nothing_beside_it_finds_room,
+					   skb->data, skb->len);
+		if (!h)
EOF
ok $? "a long declaration is broken behind its equals sign"

cat >claims.c <<'EOF'
#include <linux/kernel.h>

struct plain { u8 type; };
struct LC_WIRE marked { u8 type; };
typedef struct { u8 type; } named;
LC_CLAIM(struct claimed, "from-bytes");

static int parse(u8 *buf, int len)
{
	struct plain *a = (struct plain *)buf;
	if (len < sizeof(*a))
		return 1;
	struct marked *b = (struct marked *)buf;
	if (len < sizeof(*b))
		return 1;
	named *c = (named *)buf;
	if (len < sizeof(*c))
		return 1;
	struct claimed *d = (struct claimed *)buf;
	if (len < sizeof(*d))
		return 1;
	return a->type + b->type + c->type + d->type;
}
EOF
log "$(result fail claims.c 10),$(result fail claims.c 13),$(result fail claims.c 16),$(result fail claims.c 19)" >claims.sarif
run claims.sarif
[ $status = 0 ] && grep -q '^+struct LC_FROM_BYTES plain { u8 type; };$' out &&
	grep -q '^+typedef struct { u8 type; } LC_FROM_BYTES named;$' out &&
	! grep -q '^[-+].*marked {' out && ! grep -q '^+LC_CLAIM' out
ok $? "a type is marked where it is defined, unless it claims enough already"

mkdir 'a dir'
odd=$(printf 'a dir/100%%\377.c')
cp source.c "$odd"
log "$(result fail 'a%20dir/100%25%FF.c' 5)" >odd.sarif
run --in-place odd.sarif
[ $status = 0 ] && [ ! -s out ] && grep -q 'lc_ref_from_prefix(struct hdr, buf, len)' "$odd"
ok $? "a name with spaces, per cent and bytes that are not UTF-8 is changed in place"
[ "$(ls 'a dir' | wc -l)" = 1 ]
ok $? "nothing else is left beside it"
cp source.c "$odd"
run --patch-dir=patches odd.sarif
[ $status = 0 ] && [ ! -s out ] && (cp "$odd" p.c && patch -s p.c patches/*.patch && grep -q lc_ref p.c)
ok $? "--patch-dir writes a patch a source"
mkdir root && cp source.c root/
run --source-root=root one.sarif
[ $status = 0 ] && grep -q '^--- a/source.c$' out
ok $? "--source-root is where the names start"

chmod 640 source.c
run --in-place one.sarif
[ "$(stat -c %a source.c)" = 640 ]
ok $? "a source changed in place keeps its permissions"
run one.sarif
[ $status = 1 ] && [ ! -s out ]
ok $? "what is fixed already has no patch"
cp original.c source.c

log "$(result fail gone.c 5),$(result fail source.c 5)" >gone.sarif
run gone.sarif
[ $status = 2 ] && grep -q 'gone.c: expected a source to read' err && grep -q '^+	if (!h)$' out
ok $? "a source that is not there is told, the others are done, and the exit code is 2"
echo '{"version":"2.1.0","runs":[{"results":[7' >bad.sarif
run bad.sarif
[ $status = 2 ] && grep -q 'bad.sarif' err && grep -q 'expected' err && [ ! -s out ]
ok $? "a damaged log is told with its name and what was expected"
run missing.sarif
[ $status = 2 ] && grep -q 'missing.sarif' err
ok $? "a log that is not there is told"
log '{"ruleId":"lc-short-buffer","message":{"text":"m"}}' >nowhere.sarif
run nowhere.sarif
[ $status = 2 ] && grep -q 'nowhere.sarif:1: expected a result with castFile and castLine' err
ok $? "a result without a place is told with its line in the log"
run --patch-dir=source.c/patches one.sarif
[ $status = 2 ] && grep -q 'source.c/patches: expected a folder' err
ok $? "a folder that cannot be had is told"
(PATH=$work/none "$tool" fix --cocci-dir="$top/cocci" one.sarif >out 2>err)
[ $? = 2 ] && grep -q 'package coccinelle' err
ok $? "without spatch the package is named"
run --in-place --patch-dir=x one.sarif
[ $status = 2 ]
ok $? "in place and into a folder at once is refused"
cat >broken.c <<'EOF'
int broken(u8 *buf, int len)
{
	struct hdr *h = (struct hdr *)buf SOME_MACRO_(a, b] ;
	return h->x;
}
EOF
log "$(result fail broken.c 3)" >broken.sarif
run broken.sarif
[ $status = 1 ] && grep -q 'broken.c:3: broken: spatch could not parse this function' err
ok $? "a function that spatch cannot parse is named"
[ -z "$(ls "$work/tmp")" ]
ok $? "no folder for copies is left behind"

echo "1..$count"
exit $failed
