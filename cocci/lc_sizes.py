# SPDX-License-Identifier: GPL-2.0-or-later
"""Sizes of a header and of elements behind it, and comparisons with them, in the text of C
expressions.
"""
import re

from lc_expression import bare, split

SIZE = re.compile(r"^sizeof (?:\( (.*) \)|(.*))$")
ELEMENT = re.compile(r"^(?:\( )?(.+) -> (\w+) \[ \w+ \](?: \))?$|^\* (.+) -> (\w+)$")


def size_of(text):
    """What TEXT is the sizeof of, or None."""
    match = SIZE.match(bare(text))
    return match and bare(match.group(1) or match.group(2))


def elements(text):
    """Of `N * sizeof (H->M[0])`: N, H and M; or None."""
    parts = split(text, "*")
    for i, part in enumerate(parts):
        match = ELEMENT.match(size_of(part) or "")
        if len(parts) == 2 and match:
            return parts[1 - i], bare(match.group(1) or match.group(3)), \
                match.group(2) or match.group(4)
    return None


def typed_elements(text, header, types):
    """Of `N * sizeof (TYPE)`, behind *HEADER, whose elements are of TYPE: N, H and M; or None."""
    name = re.match(r"^\* (\w+)$", header)
    parts = split(text, "*")
    for i, part in enumerate(parts):
        member = name and len(parts) == 2 and types.elements(name.group(1), size_of(part))
        if member:
            return parts[1 - i], name.group(1), member
    return None


def header_and_elements(text, types):
    """Of `sizeof (*H) + N * sizeof (H->M[0])`, or the same by struct_size (): N, H and M.

    TYPES says what type a variable points to, and, of that type, what its elements are called
    that have a type.
    """
    text = bare(text)
    call = re.match(r"^struct_size \( (.*) \)$", text)
    if call:
        parts = split(call.group(1), ",")
        return (parts[2], parts[0], parts[1]) if len(parts) == 3 else None
    parts = split(text, "+")
    if len(parts) != 2:
        return None
    for size, rest in (parts, parts[::-1]):
        of = size_of(size)
        found = of and (elements(rest) or typed_elements(rest, of, types))
        if found and of in ("* " + found[1], "* ( %s )" % found[1], types.of(found[1])):
            return found
    return None


def uncast(count):
    """COUNT without a conversion that only meant to keep its product from wrapping."""
    return bare(re.sub(r"^\( (size_t|u64|uint64_t|unsigned long( long)?) \) (?=[\w(])",
                       "", bare(count)))


def comparison(left, operator, right, types):
    """Of a comparison, the sum on its right: length, operator, N, H, M; or None."""
    found = header_and_elements(right, types)
    if found:
        return (left, operator) + found
    found = header_and_elements(left, types)
    if found:
        turned = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}.get(operator, operator)
        return (right, turned) + found
    return None
