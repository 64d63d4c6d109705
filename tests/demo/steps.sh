# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
# The steps of the demo, in order; tests/demo/run has what they are made of.
# shellcheck disable=SC2154 # log, output and the like are set there

# Is the code of each object that of a compile without the plugin, byte for byte?
same_code() {
	local object name plain=$output/plain.o checked=$output/checked.o objcopy
	objcopy=$($CC -print-prog-name=objcopy)
	for object in "$output"/objects/*.o; do
		name=$(basename "$object" .o)
		# shellcheck disable=SC2086 # compiler and flags are several words
		$CC $flags -Iinclude -w -c "$example/$name.c" -o "$plain" && "$objcopy" "$plain" || return 1
		"$objcopy" -R .layoutcheck "$object" "$checked" || return 1
		cmp -s "$plain" "$checked" || return 1
	done
	rm -f "$plain" "$checked"
}
# How many conversions of a log the helper holds; are there at least so many?
held() {
	results "$1" heldBy=lc_ref_from_prefix rule=lc-short-buffer
}
has_held() {
	[ "$(held "$1")" -ge "$2" ]
}
# Is there a finding in that file about that access, for that reason?
speaks_of() {
	grep -F "$example/$1:" "$log" | grep -F ' warning: ' | grep -F -- "$2" | grep -qF -- "$3"
}
# The line of a text in a file of the example.
line_of() {
	grep -nF -- "$2" "$example/$1" | head -n 1 | cut -d: -f1
}

heading "Find: compile a driver with the plugin"
say "$example/ is an imaginary driver: frames of type-length-value items, an ACPI-like table," \
	"a firmware image, registers. GCC -Wall has nothing to say about it; the plugin has:" ''
compile . "$output/objects"
claim "the example compiles" succeeded
claim "the compiler speaks of the cast whose length is at hand and not compared" \
	speaks_of image.c 'header->magic' "length 'fw->size' is not compared"
claim "the compiler speaks of the length compared with too little" \
	speaks_of item.c 'address->bytes' "'value_len' is compared with too little: 6 known"
claim "the compiler speaks of the length compared with too little for what another function views" \
	speaks_of table.c 'interrupts->base' "'end - p' is compared with too little: 2 known"
claim "the compiler speaks of the field that lies outside its array" \
	speaks_of image.c 'trailer->crc' "'radio->trailer' has 8 bytes"
say '' "The machine code is that of a compile without the plugin:"
if claim "the plugin leaves the code as it is" same_code; then
	say "all $(find "$output/objects" -name '*.o' | wc -l) objects are the same, but for their record."
fi

heading "Find: what only Sparse sees"
records=$output/records sparse=$build/layoutcheck-sparse
if [ -x "$sparse" ]; then
	run "$sparse" --record-dir="$records" "$example/mailbox.c"
	claim "the checker goes through" succeeded
	claim "the checker speaks of the lost __iomem" logged "__iomem is lost: 'box->base'"
else
	records=
	skip "the checker speaks of the lost __iomem" "layoutcheck-sparse was not built: the source of sparse could not be had"
fi

heading "Report: one SARIF file, one table"
say "Each object carries the record of its unit. Joined, findings and ledger, for GitHub and editors:" ''
sarif=$output/out.sarif
collect . "$sarif" "$output/objects" ${records:+"$records"}
claim "collect exits with 1, for there are findings" exited_with 1
claim "one error: the access is certainly outside" has_results "$sarif" 1 level=error rule=lc-short-buffer
claim "four warnings: the length is there, the check is not" \
	has_results "$sarif" 4 level=warning rule=lc-short-buffer resultKind=fail
[ -z "$records" ] || claim "one warning of Sparse in the same file" \
	has_results "$sarif" 1 level=warning rule=lc-address-space resultKind=fail
claim "seven conversions are proven" has_results "$sarif" 7 verdict=proven rule=lc-short-buffer
say '' "$sarif has $(wc -c <"$sarif") bytes. One result of it, in short:" ''
"$python" - "$sarif" <<'END' | show
import json, sys
with open(sys.argv[1], encoding="utf-8") as stream:
    results = json.load(stream)["runs"][0]["results"]
for result in results:
    if result.get("level") == "error":
        place = result["locations"][0]["physicalLocation"]
        short = {"ruleId": result["ruleId"], "level": result["level"], "message": result["message"],
                 "uri": place["artifactLocation"]["uri"], "region": place["region"],
                 "partialFingerprints": result.get("partialFingerprints")}
        print("\n".join(f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in short.items()))
        break
END
say '' "What was looked at, and what was concluded:" ''
run "$layoutcheck" report "$output/objects" ${records:+"$records"}
claim "the table is shown" succeeded
say '' "A proof can be read, too: this loop moves pointer and length together." ''
run "$layoutcheck" explain "$example/frame.c:$(line_of frame.c "item = (const")" "$output/objects"
claim "the proof names the length and the comparison" logged "lc-short-buffer: proven: len >= 2, 'p' and 'len' move together"

heading "Fix: a patch for the findings"
patched=$output/fixed
mkdir -p "$patched/$(dirname "$example")"
cp -r "$example" "$patched/$example"
patch_into "$output/fix.patch" "$layoutcheck" fix --cocci-dir=cocci "$sarif"
claim "fix exits with 1, for some findings want a human" exited_with 1
claim "the patch takes the image's header from lc_ref_from_prefix ()" \
	logged "lc_ref_from_prefix(struct image_header, fw->data, fw->size)"
say '' "Applied to a copy, and compiled again:" ''
run patch -p1 -d "$patched" -i "$(realpath "$output/fix.patch")"
claim "the patch applies" succeeded
compile "$patched" "$output/objects-fixed" -fno-diagnostics-show-caret
claim "what was patched compiles" succeeded
fixed=$output/fixed.sarif
collect "$patched" "$fixed" "$output/objects-fixed"
claim "the findings that the patch speaks of are gone" \
	has_results "$fixed" 0 level=warning rule=lc-short-buffer file=image.c
claim "their conversions are held by the helper" has_held "$fixed" 1

heading "Migrate: what was proven is held by the helper from now on"
say "A proof holds until somebody edits the check. The helper makes check and view one:" ''
patch_into "$output/migrate.patch" "$layoutcheck" fix --cocci-dir=cocci --source-root="$patched" \
	--migrate "$fixed"
claim "the patch moves a proven conversion" \
	logged "lc_ref_from_prefix(struct hci_vendor_event, skb->data, skb->len)"
run patch -p1 -d "$patched" -i "$(realpath "$output/migrate.patch")"
claim "the second patch applies" succeeded
compile "$patched" "$output/objects-migrated" -fno-diagnostics-show-caret
claim "what was migrated compiles" succeeded
migrated=$output/migrated.sarif
collect "$patched" "$migrated" "$output/objects-migrated"
run "$layoutcheck" report "$output/objects-migrated"
claim "more conversions are held by the helper than before" has_held "$migrated" $(($(held "$fixed") + 1))
claim "no conversion got lost on the way" \
	has_results "$migrated" "$(results "$sarif" rule=lc-short-buffer)" rule=lc-short-buffer
