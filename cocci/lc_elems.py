# SPDX-License-Identifier: GPL-2.0-or-later
"""What elems.cocci asks: is this a comparison of a length with a header and N elements, and
how does a helper say it. When in doubt the answer is no.
"""
import re

import lc_bytes
import lc_types
from lc_unaligned import declaration
from lc_expression import bare, effects, split, tokens
from lc_sizes import comparison, uncast

layoutcheck = False

def here(p):
    """Is a comparison at P, as far as its text tells, worth a look?"""
    text = lc_bytes.source(p[0].file).span(int(p[0].current_element_line),
                                           int(p[0].current_element_line_end))
    return "sizeof" in text or "struct_size" in text


def asked(p, name):
    """The place that was asked for, of what is at P, or where NAME, that it uses, was set; or None."""
    if lc_bytes.wanted is None:
        return True
    place = lc_bytes.listed(p.file, int(p.line), int(p.line_end))
    if place:
        return place
    text = lc_bytes.source(p.file)
    for line in range(int(p.current_element_line), int(p.line)):
        statement = text.span(line, line)
        if re.search(r"\b%s\s*=(?!=)" % re.escape(name), statement):
            place = lc_bytes.listed(p.file, line, line)
            if place:
                return place
    return None


def type_of(p, header):
    """The type that HEADER, a variable of the function that P is in, points to; or None."""
    text = lc_bytes.source(p.file)
    function = text.span(int(p.current_element_line), int(p.line))
    found = re.match(r"^\w+$", header) and declaration(header, function)
    return found[0] if found and found[1] and not found[2] else None


class Types:
    """What header_and_elements () asks, in the function that P is in."""

    def __init__(self, p):
        self.p = p

    def of(self, header):
        return type_of(self.p, header)

    def elements(self, header, type):
        return type and lc_types.flexible_of(self.p.file, self.of(header) or "", type)


def judge(p, left, operator, right):
    """What stands for the comparison at P, or None."""
    found = comparison(left, operator, right, Types(p))
    if not found or effects(left + right):
        return None
    length, operator, count, header, member = found
    count = uncast(count)
    if "__iomem" in left + right or not asked(p, header):
        return None
    if re.search(r"\bsizeof\b|\bstruct_size\b", length):
        return None
    struct_size = "struct_size ( %s , %s , %s )" % (header, member, count)
    if not layoutcheck:
        if "struct_size" in left + right:
            return None
        return lc_bytes.compact("%s %s %s" % (length, operator, struct_size))
    helper = {"<": "!lc_ref_from_prefix_with_elems(%s)",
              ">=": "lc_ref_from_prefix_with_elems(%s) != NULL",
              "!=": "!lc_ref_from_bytes_with_elems(%s)",
              "==": "lc_ref_from_bytes_with_elems(%s) != NULL"}.get(operator)
    type = type_of(p, header)
    if not helper or not type:
        return None
    return helper % ", ".join(lc_bytes.compact(part) for part in (
        type, member, header, length, count))


def loop_here(p):
    """Is the loop at P one that was asked for by its count, and has nothing checked it yet?"""
    if lc_bytes.wanted is None:
        return False
    text = lc_bytes.source(p[0].file)
    first, last = int(p[0].current_element_line), int(p[0].current_element_line_end)
    return any(lc_bytes.listed(p[0].file, line, line) for line in range(first, last + 1))


def guard_here(g):
    """May a check of the header, by hand or by a helper, stand at G?"""
    line, text = int(g[0].line), lc_bytes.source(g[0].file)
    return re.search(r"sizeof|lc_ref_from_prefix", text.span(
        max(line - 4, 1), min(line + 3, len(text.starts)))) is not None


def guarded_length(guard, header, type, before):
    """The length that GUARD, of a branch that leaves, compares with the size of *HEADER; or None."""
    if lc_bytes.squeeze(guard) == "! " + header:
        taken = re.search(r"\b%s\s*=\s*(?:\([^()]*\)\s*)?lc_ref_from_prefix\s*\(([^;]*)\)\s*;\s*$"
                          % header, before)
        parts = split(taken.group(1), ",") if taken else []
        return parts[2] if len(parts) == 3 else None
    found = lc_bytes.parse_guard(guard, header, type or "")
    return found and found[0]


def dominated(gap):
    """Does control that comes to the end of GAP, a stretch of statements, come from its start?"""
    if re.search(r"^\s*#", gap, re.M) or re.search(r"\b(case|default)\b", gap) or \
            re.search(r"(^|[;{}])\s*[A-Za-z_]\w*\s*:(?!:)", gap):
        return False
    depth = 0
    for c in gap:
        depth += (c == "{") - (c == "}")
        if depth < 0:
            return False
    return True


def view_of(value, pair, length):
    """Is VALUE, what the header was set to behind its check, a view of the bytes of PAIR?"""
    pointer = pair and bare(re.sub(r"(->|\.)", r" \1 ", pair[0]))
    inner = re.sub(r"^\( [\w ]+ \* \) ", "", " ".join(tokens(value)))
    return pointer is not None and bare(inner) == " ".join(tokens(pointer)) and \
        not re.search(r"\b%s\b" % re.escape(pointer), length)


def missing(g, guard, p, i, count):
    """The check that lacks before the loop at P over H->M[I], I below COUNT; or None."""
    text = lc_bytes.source(p.file)
    first = text.starts[int(p.current_element_line) - 1]
    guard_at, loop_at = text.at(g.line, g.column), text.at(p.line, p.column)
    body, guard_end = text.guard(guard_at)
    loop, loop_end = text.guard(loop_at)
    gap = text.text[guard_end:loop_at]
    views = set(re.findall(r"(?<![\w.>])(\w+)\s*->\s*(\w+)\s*\[\s*%s\s*\]" % i, loop))
    if guard_end > loop_at or not lc_bytes.leaves(body) or not dominated(gap) or len(views) != 1:
        return None
    (header, member), = views
    type = type_of(p, header)
    if not type or not lc_types.flexible(p.file, type, member):
        return None  # of an array inside the header the check would ask too much
    length = guarded_length(guard, header, type, text.text[first:guard_at])
    place = asked(p, count)
    if not length or not place or effects(count) or not lc_bytes.starts_statement(
            text.text[:loop_at], False, True):
        return None
    if re.search(r"\b%s\s*->\s*\w+\s*\[(?!\s*%s\s*\])" % (header, i), loop):
        return None
    views = re.findall(r"(?<![\w.>])%s\s*=(?!=)([^;]*);" % header, gap)
    if views and (len(views) > 1 or not view_of(views[0], lc_bytes.wanted[place], length)):
        return None
    if lc_bytes.changes(loop, i) or lc_bytes.changes(gap, length) or lc_bytes.acts(gap) or \
            "sizeof" in gap or "struct_size" in gap:
        return None
    if not layoutcheck:
        return lc_bytes.compact("%s < struct_size ( %s , %s , %s )" % (
            length, header, member, count))
    return lc_bytes.compact("!lc_ref_from_prefix_with_elems ( %s , %s , %s , %s , %s )" % (
        type, member, header, length, count))


def message(new):
    return "a sum that may wrap: %s" % lc_bytes.compact(lc_bytes.squeeze(new))


def lacking(new):
    return "a count that nothing compares with the length: %s" % lc_bytes.compact(
        lc_bytes.squeeze(new))
