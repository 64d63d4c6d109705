# SPDX-License-Identifier: GPL-2.0-or-later
"""What layout_asserts.cocci asks: is a type one that bytes from outside are viewed as, the same
on every machine, and where do its members stand. The layouts are the compiler's, out of the
record; when in doubt the answer is no.
"""
import re

import lc_bytes
import lc_folder
import lc_types


def here(p):
    line = int(p[0].line)
    return bool(lc_types.layouts) and (
        lc_bytes.wanted is None or lc_bytes.listed(p[0].file, line, int(p[0].line_end)) is not None)


def names(tag, name):
    """What a definition may define, as C spells it."""
    return [lc_bytes.plain(name)] if name else ["struct " + tag, "union " + tag]


def holds(layout, rule):
    return any(verdict["rule"] == rule and verdict["verdict"] == "proven"
               for verdict in layout.get("verdicts", []))


def is_wire(layout):
    """Is it a type of bytes from outside, whose layout no machine changes?"""
    if not layout or not layout.get("fields") or layout.get("native") or \
            not layout.get("conversions") or not holds(layout, "lc-abi-dependent"):
        return False
    return bool(layout.get("packed") or layout.get("order") or layout.get("contracts") or
                layout["type"] in lc_types.outside or
                any(field.get("order") for field in layout["fields"]))


def defines(file, layout):
    """Does FILE define, once, a type with the members of LAYOUT?"""
    found = lc_types.definition(file, layout["type"])
    return found is not None and not re.search(r"^\s*#", found.text, re.M) and \
        all(re.search(r"\b%s\b" % field["name"], found.text)
            for field in layout["fields"] if field.get("name"))


def known(tag, name):
    return next((layout for layout in map(lc_types.layout, names(tag, name)) if is_wire(layout)), None)


def whole(p, tag, name):
    """The type that is defined at P and its size; or None."""
    layout = known(tag, name)
    if not layout or not defines(p.file, layout):
        return None
    last = tag or lc_bytes.plain(name)
    if any(lc_folder.sizes(said, last) or re.match(r"LC_ASSERT_SIZE\s*\(\s*%s\s*," % re.escape(layout["type"]), said)
           for text in [lc_bytes.source(p.file).text] + lc_folder.neighbours(p.file)
           for said in lc_folder.assertions(text)):
        return None
    return layout["type"], str(layout["size"])


def part(tag, name, member):
    """Of a member: its type, a name that sorts before those of members in front of it, offset and
    size in bytes. None of the first, of bit-fields and of arrays without a length."""
    layout = known(tag, name)
    for i, field in enumerate(layout["fields"]):
        if field.get("name") == member and field["offset"] and not field.get("bitField") and \
                0 not in field.get("counts", []):
            return (layout["type"], "lc__%05d" % (99999 - i), str(field["offset"] // 8),
                    str(field["width"] // 8))
    return None


def contract(type):
    """What the type may claim to be, or None."""
    layout = lc_types.layout(type)
    if layout.get("contracts") or not holds(layout, "lc-invalid-value"):
        return None
    if layout["alignment"] == 1 and all(holds(layout, rule) for rule in (
            "lc-implicit-padding", "lc-bitfield-layout", "lc-host-endian")):
        return "wire"
    return "from-bytes"


def message(type, size):
    return "nobody asserts that %s has %s bytes" % (type, size)
