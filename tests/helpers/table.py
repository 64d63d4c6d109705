#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""usage: tests/helpers/table.py [ZEROCOPY/SRC]

The table of Documentation/helpers.md and the header name the same helpers: each name
in the one is in the other. Given the sources of zerocopy, each public item of that
crate has a row; exit status 78: they are not there.
"""
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
HEADER = (TOP / "include/layoutcheck.h").read_text(encoding="utf-8")
PAGE = (TOP / "Documentation/helpers.md").read_text(encoding="utf-8")
TABLE = PAGE[PAGE.index("## Beside zerocopy"):PAGE.index("## Rust")]
ORDERS = [f"{order}{bits}" for order in ("be", "le") for bits in (16, 32, 64)]
# Files of the crate that hold what it exports; the others are its own affair.
PUBLIC = ("lib.rs", "ref.rs", "error.rs", "byte_slice.rs", "byteorder.rs", "split_at.rs", "wrappers.rs", "macros.rs")


def in_header():
    """The public names of the header: macros, and what LC__ORDERED defines for each byte order."""
    names = set(re.findall(r"^#define (lc_\w+|LC_[A-Z0-9]\w*)", HEADER, re.M))
    names |= set(re.findall(r"^\t(LC_[A-Z_]+),", HEADER, re.M)) | set(re.findall(r"\b(lc_error_text)\(", HEADER))
    for order in ORDERS:
        names |= {form.replace("##name", order) for form in re.findall(r"\blc_(?:\w*)##name(?:##_\w+)?", HEADER)}
        names |= {f"lc_{order}", f"lc_{order}_get", f"lc_{order}_set", f"lc_{order}_of", f"lc_get_{order}", f"lc_put_{order}"}
    return {name.replace("##", "") for name in names if not name.startswith(("lc__", "LC__"))}


def in_text(text):
    """The names of the header in code that TEXT quotes; one that ends in _ stands for several."""
    return {name for code in re.findall(r"`([^`]*)`", text) for name in re.findall(r"\b(?:lc|LC)_\w+", code)
            if not name.endswith("_")}


def of_crate(text):
    """The public items of a file of the crate: not hidden from its documentation, not deprecated."""
    hidden = exported = trait = False
    for line in text.splitlines():
        code, indent = line.strip(), len(line) - len(line.lstrip())
        if not indent and re.match(r"mod (tests|proofs|benches|simd)\b", code):
            return
        if not code or code.startswith("//"):
            continue
        if code.startswith("#"):
            hidden |= "doc(hidden)" in code or "deprecated" in code or "DEV_MODE" in code
            exported |= code == "#[macro_export]"
            continue
        if not indent and re.match(r"(pub |unsafe )*(trait|impl|fn|mod|struct|enum|macro)", code):
            trait = bool(re.match(r"pub (unsafe )?trait", code))
        found = (re.match(r"pub (?:const )?(?:unsafe )?(?:fn|struct|enum|type|trait) (\w+)", code)
                 or trait and indent == 4 and re.match(r"(?:unsafe )?fn (\w+)", code)
                 or exported and re.match(r"macro_rules! (\w+)", code)
                 or re.match(r"pub use zerocopy_derive::(\w+)", code))
        if found and not hidden:
            yield found[1]
        hidden = exported = False


def rows_of_crate(sources):
    """Names of the crate that no row has."""
    told = {word for line in TABLE.splitlines() if line.startswith("|")
            for code in re.findall(r"`([^`]*)`", line.split("|")[1]) for word in re.findall(r"\w+", code)}
    wanted = {name for file in PUBLIC for name in of_crate((sources / file).read_text(encoding="utf-8"))}
    # Bounds that no user names.
    wanted -= {"Sealed", "only_derive_is_allowed_to_implement_this_trait", "is_projectable", "project"}
    return len(wanted), sorted(wanted - told), sorted(told - wanted)


def main():
    """One TAP line a claim."""
    header, failed = in_header(), 0
    if len(sys.argv) > 1 and not (pathlib.Path(sys.argv[1]) / "lib.rs").exists():
        return 78
    checks = [("each name in the table is in the header", sorted(in_text(TABLE) - header)),
              ("each name in the header is on the page", sorted(header - in_text(PAGE) - {
                  f"{a}{order}{b}" for order in ORDERS[1:]
                  for a, b in (("lc_", "_get"), ("lc_", "_set"), ("lc_", "_of"), ("lc_get_", ""), ("lc_put_", ""))}
                  - {f"LC_{order.upper()}_INIT" for order in ORDERS[1:]} - {"LC_OK"}))]
    if len(header) < 60:
        checks.append(("the header is understood", [f"only {len(header)} names"]))
    if len(sys.argv) > 1:
        count, missing, _ = rows_of_crate(pathlib.Path(sys.argv[1]))
        checks.append((f"each of the crate's {count} public items has a row", missing if count > 100 else ["too few items"]))
    for number, (sentence, wrong) in enumerate(checks, 1):
        print(f"{'not ok' if wrong else 'ok'} {number} - {sentence}")
        if wrong:
            print(f"# {' '.join(wrong)}")
        failed |= bool(wrong)
    print(f"1..{len(checks)}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
