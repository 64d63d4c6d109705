# SPDX-License-Identifier: GPL-2.0-or-later
"""What a type is made of: from layouts that the compiler has recorded, or from its definition in
the source at hand.
"""
import json
import re

import lc_bytes
from lc_expression import split

layouts = {}  # type, as the record names it, to its layout; None where two differ
outside = set()  # types that bytes are viewed as which come from a packet, a table of firmware or a device
COMPARED = ("size", "alignment", "fields", "padding")


def load_layouts(name):
    """NAME: records of layoutcheck (JSON Lines), of which layouts and conversions are read."""
    with open(name, encoding="utf-8", errors="surrogateescape") as stream:
        for line in stream:
            if '"layout"' not in line and '"conversion"' not in line:
                continue
            try:
                entry = json.loads(line)
            except ValueError:
                continue
            if entry.get("kind") == "conversion" and \
                    entry.get("origin", {}).get("domain", "other") != "other":
                outside.add(entry["target"]["type"])
            if entry.get("kind") != "layout":
                continue
            known = layouts.setdefault(entry["type"], entry)
            if known and any(known.get(part) != entry.get(part) for part in COMPARED):
                layouts[entry["type"]] = None


def layout(type):
    return layouts.get(lc_bytes.plain(type))


class Definition:
    """A struct, union or typedef of one in a source: where, and its members in order."""

    def __init__(self, text, start, body, end):
        self.start, self.body, self.end = start, body, end  # of the keyword; behind "{"; behind ";"
        self.text = text[start:end]
        self.members = members(text[body:text.rindex("}", body, end)])


class Member:
    def __init__(self, type, name, counts, bits, pointer):
        self.type, self.name, self.counts = type, name, counts
        self.bits, self.pointer = bits, pointer


DECLARATION = re.compile(r"\s*(?P<type>(?:\w+\s+)*?\w+)(?=[\s*])\s*(?P<rest>\**\s*\w+\s*"
                         r"(?:[\[:,].*)?(?:__\w+(?:\s*\(.*\))?)?)\s*$", re.S)
DECLARATOR = re.compile(r"^(?P<pointer>\*(?: \*)* )?(?P<name>\w+)(?P<counts>(?: \[[^\]]*\])*)"
                        r"(?: : (?P<bits>\w+))?(?: __\w+(?: \( .* \))?)?$")


def members(body):
    """The members of BODY, without those inside anonymous records; None: too odd to say."""
    found, depth, start = [], 0, 0
    if re.search(r"^\s*#", body, re.M):
        return None
    for i, c in enumerate(body):
        depth += (c == "{") - (c == "}")
        if c != ";" or depth:
            continue
        words = body[start:i]
        start = i + 1
        if "{" in words:
            found.append(None)  # a record of its own, or an enum
            continue
        declared = DECLARATION.match(words)
        if not declared:
            return None
        for text in split(declared.group("rest"), ","):
            member = DECLARATOR.match(text)
            if not member:
                return None
            found.append(Member(lc_bytes.squeeze(declared.group("type")), member.group("name"),
                                re.findall(r"\[ ([^\]]*?) ?\]", member.group("counts")),
                                member.group("bits"), bool(member.group("pointer"))))
    return found


def definition(file, type):
    """Where FILE defines TYPE, once and under no condition that would do it twice; or None."""
    text = lc_bytes.source(file).text
    tagged = re.match(r"^(struct|union) (\w+)$", lc_bytes.plain(type))
    places = []
    if tagged:
        places = [(match.start(), match.end()) for match in re.finditer(
            r"\b%s\s+(?:LC_\w+\s+)*%s\s*\{" % tagged.groups(), text)]
    elif re.match(r"^\w+$", lc_bytes.plain(type)):
        for match in re.finditer(r"\}\s*(?:__\w+\s+|LC_\w+\s+)*%s\s*;" % lc_bytes.plain(type), text):
            open_at = opening(text, match.start())
            head = re.search(r"\btypedef\s+(struct|union)\s*(?:LC_\w+\s+)*\w*\s*$", text[:open_at])
            if head:
                places.append((head.start(), open_at + 1))
    if len(places) != 1:
        return None
    start, body = places[0]
    end = lc_bytes.source(file).statement_end(body - 1)
    return Definition(text, start, body, end)


def opening(text, close):
    """The offset of the brace that the one at CLOSE closes."""
    depth = 0
    for i in range(close, -1, -1):
        depth += (text[i] == "}") - (text[i] == "{")
        if not depth:
            return i
    return 0


def last_array(file, type):
    """The array of no certain length at the end of TYPE: its name and its elements' type.

    (None, None): there is none; None: nobody here knows.
    """
    known = layout(type)
    if known and known.get("fields"):
        last = known["fields"][-1]
        return (last.get("name"), last.get("type")) if last.get("counts") == [0] else (None, None)
    found = definition(file, type)
    if not found or not found.members or not found.members[-1]:
        return None
    last = found.members[-1]
    if last.counts not in ([""], ["0"]) or last.pointer:
        return None, None
    return last.name, lc_bytes.plain(last.type)


def flexible(file, type, member):
    """Is MEMBER an array of no certain length at the end of TYPE, as far as is known here?"""
    last = last_array(file, type)
    return last is not None and last[0] == member


def flexible_of(file, type, element):
    """The array of no certain length at the end of TYPE, if it is one of ELEMENT; or None."""
    last = last_array(file, type)
    return last[0] if last and last[1] == lc_bytes.plain(element) else None
