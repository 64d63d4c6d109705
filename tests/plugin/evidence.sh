#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The steps from origin to access: in the order of the flow, none twice, those in macros where the macro is used.
# shellcheck disable=SC2154 # support.sh sets top and work
. "$(dirname "$0")/lib/support.sh"
export layoutcheck=${built%/plugin}/layoutcheck

cat >flow.c <<'C'
typedef unsigned char u8;
struct hdr {
	u8 type, flags, length[2], id[4];
};
#define VIEW(p) ((const struct hdr *)(p))
#define TOO_SHORT(n) ((n) < sizeof(struct hdr))
int wanting(const u8 *buf,
	    unsigned long len)
{
	const struct hdr *h;

	if (len < 4)
		return -1;
	h = VIEW(buf);
	return h->id[3];
}
int enough(const u8 *buf,
	   unsigned long len)
{
	const struct hdr *h = VIEW(buf);

	if (TOO_SHORT(len))
		return -1;
	return h->id[3];
}
int on_one_line(const u8 *buf, unsigned long len)
{
	return VIEW(buf)->id[3];
}
C
# flow FUNCTION LIST: the steps of its conversion are those, each a line and the beginning of its text.
flow() {
	record flow.o "(lambda steps, wanted: len(steps) == len(wanted) and all(s['place']['line'] == line and s['text'].startswith(text)
		for s, (line, text) in zip(steps, wanted)))(
		[v.get('steps', []) for c in kind('conversion') if c['function'] == '$1' for v in c['verdicts'] if v['rule'] == 'lc-short-buffer'][0], $2)"
}
compile 0 -c flow.c -o flow.o
check "a finding goes from the origin by the length and the guard to the cast" flow wanting \
	'[(7, "the bytes come in as"), (8, "\x27len\x27 stands beside \x27buf\x27"), (12, "this comparison is not enough: len >= 4"),
	  (14, "\x27buf\x27 is viewed as \x27struct hdr\x27 here")]'
check "and is printed so, in that order" eval \
	'[ "$(grep -o "^flow.c:[0-9]*:[0-9]*: [a-z]*: [^ ]*" err | sed -n 1,5p | cut -d: -f2 | tr "\n" " ")" = "15 7 8 12 14 " ]'
check "a proof goes on to the access; a macro stands where it is used" flow enough \
	'[(17, "the bytes come in as"), (18, "\x27len\x27 stands beside \x27buf\x27"), (20, "\x27buf\x27 is viewed as"), (22, "len >= 8"), (24, "\x27h->id[3]\x27 is read here")]'
check "what one line tells is told once" flow on_one_line \
	'[(26, "the bytes come in as"), (26, "\x27len\x27 stands beside \x27buf\x27")]'
check "on a terminal, even less" eval '[ "$(sed -n "/^flow.c:28:.*warning/,\$p" err | grep -c "note:")" -eq 1 ]'
check "the flow of a result ends at the access" record flow.o \
	'[s["location"]["physicalLocation"]["region"]["startLine"] for s in kind("result")[0]["result"]["codeFlows"][0]["threadFlows"][0]["locations"]] == [7, 8, 12, 14, 15]'
check "collected, with the ledger, it is valid SARIF" eval \
	'{ "$layoutcheck" collect --ledger flow.o -o flow.sarif; "$top/tests/tools/sarif-validate.sh" flow.sarif; } >err 2>&1'
check "a proven conversion carries its proof" eval 'python3 - 2>err <<PY
import json
run = json.load(open("flow.sarif"))["runs"][0]
proof = [r for r in run["results"] if r["kind"] == "pass" and r["ruleId"] == "lc-short-buffer"]
assert len(proof) == 1 and "len >= 8" in proof[0]["message"]["text"], proof
assert "assumes" not in proof[0]["properties"] or "len" in proof[0]["properties"]["assumes"]
steps = [l["location"]["physicalLocation"]["region"]["startLine"] for l in proof[0]["codeFlows"][0]["threadFlows"][0]["locations"]]
assert steps == [17, 18, 20, 22, 24], steps
PY'

# explain on what the compiler recorded: each verdict, those on the type, what is needed of callers.
cat >kinds.c <<'C'
typedef unsigned char u8;
struct padded {
	u8 type;
	unsigned int id;
};
unsigned int proven(const u8 *buf, unsigned long len)
{
	return len < sizeof(struct padded) ? 0 : ((const struct padded *)buf)->id;
}
unsigned int refuted(void)
{
	static u8 bytes[4];

	return ((const struct padded *)bytes)->id;
}
unsigned int required(const u8 *table)
{
	return ((const struct padded *)table)->id;
}
C
compile 0 -c kinds.c -o kinds.o
explains() { # PLACE TEXT...: all of them are said of it
	"$layoutcheck" explain "kinds.c:$1" kinds.o >out 2>err || return 1
	shift
	for text; do grep -qF -- "$text" out || return 1; done
}
check "explain shows a proof" explains 8 "  lc-short-buffer: proven: len >= 8" "in proven"
check "a refutation, with its level" explains 14 "  lc-short-buffer: refuted (reported as error)" "bytes"
check "what is open, and what the function needs of its callers" explains 18 "  lc-short-buffer: open" \
	"required () needs of its callers at least 8 bytes"
check "and at each of them the verdicts on the type" eval \
	'explains 8 "  lc-implicit-padding: " "  lc-invalid-value: proven" && explains 14 "  lc-implicit-padding: " && explains 18 "  lc-implicit-padding: "'
check "as where the type is defined" explains 2 "struct padded (8 bytes, alignment 4)" "  lc-implicit-padding: "
done_testing
