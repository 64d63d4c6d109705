# SPDX-License-Identifier: GPL-2.0-or-later
"""What memcmp.cocci asks: are two objects of a known type compared here, of which only the
members count, and how are these compared. When in doubt the answer is no.
"""
import re

import lc_bytes
import lc_types
from lc_expression import bare, effects
from lc_sizes import size_of
from lc_unaligned import declaration

MOST = 8  # members that one expression compares and is still read
SCALARS = ("integer", "bool", "enum", "pointer", "function pointer")
# Words of a type that is whole, and equal by ==.
INTEGER = re.compile(r"^((__)?(u|s|le|be)(8|16|32|64)|u?int\d+_t|bool|_Bool|size_t|ssize_t|gfp_t|"
                     r"((unsigned|signed|char|short|int|long) ?)+|enum \w+)$")


def here(p):
    if lc_bytes.wanted is None:
        return bool(lc_types.layouts)
    return lc_bytes.listed(p[0].file, int(p[0].line), int(p[0].line_end)) is not None


def object(text):
    """What the pointer TEXT points to, as what is written before a member; or None."""
    text = bare(re.sub(r"^\( (?:const )?(?:void|u8|char|unsigned char) \* \) ", "", bare(text)))
    address = re.match(r"^& (.*)$", text)
    named = bare(address.group(1)) if address else text
    if effects(named) or re.search(r"[(*+&-](?!>)", re.sub(r"->", "", named)):
        return None
    return named + (" ." if address else " ->")


def type_of(text, function):
    """The type of the object that the pointer TEXT, a variable or its address, points to; or None."""
    text = bare(text)
    name = re.match(r"^(& )?(\w+)$", text)
    found = name and declaration(name.group(2), function)
    if not found or found[2] or found[1] == bool(name.group(1)):
        return None
    return found[0]


def members(file, type):
    """The members of TYPE, each with whether it is an array; or None: it is not known, or not so simple."""
    layout = lc_types.layout(type)
    if layout and layout.get("fields"):
        if layout.get("kindOf") != "struct" or any(
                not field.get("name") or field["kind"] not in SCALARS or 0 in field.get("counts", [])
                for field in layout["fields"]):
            return None
        return [(field["name"], bool(field.get("counts"))) for field in layout["fields"]]
    found = lc_types.definition(file, type)
    if not found or found.text.startswith("union") or not found.members:
        return None
    if any(m is None or not (m.pointer or INTEGER.match(m.type)) or "" in m.counts or "0" in m.counts
           for m in found.members):
        return None
    return [(m.name, bool(m.counts)) for m in found.members]


def context(text, start, end):
    """How the value of the call from START to END is used: whether as equal ("==") or not ("!="),
    and whether what stands there instead needs brackets; or None."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    negated = re.search(r"(?<![&|])!\s*\Z", before)
    compared = re.match(r"([!=]=)\s*0\s*(?![\w.])", after)
    if negated:
        before, operator = before[:negated.start()].rstrip(), "=="
    elif compared:
        after, operator = after[compared.end():], compared.group(1)
    else:
        operator = "!="
        if not re.search(r"(\b(if|while)\s*\(|&&|\|\|)\Z", before) or not re.match(r"\)|&&|\|\|", after):
            return None  # less or greater may count
    if re.search(r"\breturn\Z|(?<![=!<>])=\Z", before) and after[:1] == ";":
        return operator, False
    if re.search(r"\b(if|while)\s*\(\Z", before) and after[:1] == ")":
        return operator, False
    return (operator, True) if re.search(r"[(&|=,?:]\Z|\breturn\Z", before) else None


def judge(p, left, right, size):
    """What stands for the comparison at P, or None."""
    source = lc_bytes.source(p.file)
    text = source.text
    function = source.span(int(p.current_element_line), int(p.line))
    of = size_of(size)
    types = [type for type in (type_of(left, function), type_of(right, function)) if type]
    if not of:
        return None
    if re.match(r"^(struct )?\w+$", of) and (of.startswith("struct ") or not declaration(of, function)):
        types.append(lc_bytes.plain(of))
    elif "* " + bare(left) != of and "& " + of != bare(left) and \
            "* " + bare(right) != of and "& " + of != bare(right):
        return None
    if not types or len(set(types)) != 1:
        return None
    layout = lc_types.layout(types[0])
    if lc_bytes.wanted is None and not (layout and layout.get("padding")):
        return None
    parts, a, b = members(p.file, types[0]), object(left), object(right)
    start = text.index("memcmp", source.at(p.line, p.column))
    used = context(text, start, source.balanced(text.index("(", start)))
    if not parts or len(parts) > MOST or not a or not b or not used:
        return None
    operator, brackets = used
    each = [("%s memcmp(%s %s, %s %s, sizeof(%s %s))" % ("!" if operator == "==" else "", a, name, b, name, a, name)
             if array else "%s %s %s %s %s" % (a, name, operator, b, name)).strip() for name, array in parts]
    new = (" && " if operator == "==" else " || ").join(lc_bytes.compact(part).replace("! ", "!") for part in each)
    return "(%s)" % new if brackets and len(parts) > 1 else new


def message(new):
    return "padding is compared: %s" % lc_bytes.compact(lc_bytes.squeeze(new))
