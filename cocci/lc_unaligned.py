# SPDX-License-Identifier: GPL-2.0-or-later
"""What unaligned.cocci asks: is a scalar read or written here where bytes stand, and by which
helper. Names of types are taken by their text; when in doubt the answer is no.
"""
import re

import lc_bytes

LINUX = {"get": "get_unaligned_", "put": "put_unaligned_",
         "read": "get_unaligned", "write": "put_unaligned"}
PLAIN = {"get": "lc_get_", "put": "lc_put_", "read": "lc_read", "write": "lc_write"}
flavour = LINUX

WIDTH = re.compile(r"^(?:__)?(?:(?:[us]|le|be)(16|32|64)|u?int(16|32|64)_t|(?:UINT|INT|guint|gint)(16|32|64))$")
WORDS = {"short": 16, "unsigned short": 16, "unsigned short int": 16, "int": 32, "unsigned int": 32,
         "unsigned": 32, "long long": 64, "unsigned long long": 64, "ushort": 16, "uint": 32,
         "__sum16": 16, "__wsum": 32}
ORDERED = re.compile(r"^(?:__)?([lb]e)(16|32|64)$")


def here(p):
    line = int(p[0].line)
    if lc_bytes.wanted is None:
        return True
    return lc_bytes.listed(p[0].file, line, int(p[0].line_end)) is not None


def width(type):
    """The bits of a scalar type that is the same wide everywhere; 0 of another."""
    name = lc_bytes.plain(type)
    match = WIDTH.match(name)
    return int(next(filter(None, match.groups()), 0)) if match else WORDS.get(name, 0)


def order(function):
    """The byte order that a conversion is to or from, and its width."""
    if function.startswith(("ntoh", "hton")):
        return "be", 16 if function.endswith("s") else 32
    match = re.search(r"(le|be)(16|32|64)", function)
    return match.group(1), int(match.group(2))


def argument(address):
    return lc_bytes.compact(lc_bytes.strip_parens(lc_bytes.squeeze(address)))


def converted(p, what, function, type, address):
    bits = width(type)
    if "volatile" in type or order(function)[1] != bits or not address_of_bytes(p, address, True):
        return None
    stated = ORDERED.match(lc_bytes.plain(type))
    if stated and stated.group(1) != order(function)[0]:
        return None  # of another byte order: a finding of sparse, not to be hidden
    return "%s%s%d" % (flavour[what], order(function)[0], bits)


def get(p, function, type, address):
    return converted(p, "get", function, type, address)


def put(p, function, type, address):
    return converted(p, "put", function, type, address)


def plain(p, type, address):
    """May *(TYPE *)ADDRESS be read or written by a helper, that is no finding of its own?"""
    if "volatile" in type or not here([p]):
        return False
    return width(type) != 0 and address_of_bytes(p, address, lc_bytes.wanted is not None)


def declaration(name, function):
    """What stands before NAME where FUNCTION declares it: its type, and whether a pointer or array."""
    words = "const|struct|union|enum|static|register|unsigned|signed|long|short"
    match = re.search(
        r"(?:^|[;{}(,])\s*((?:(?:%s)\s+)*\w+(?:\s+(?:const|long|int|short|char))*)\s*"
        r"((?:\*\s*(?:const\s*)?|\s))(?:[^;{}()]*?,\s*)??(\**)\s*%s\s*(\[?)\s*"
        r"(?=[\w\]+* ]*[\]=,;)])" % (words, re.escape(name)), function)
    if not match or match.group(1) in ("return", "else", "goto", "case"):
        return None
    return lc_bytes.plain(match.group(1)), bool(match.group(2).strip() or match.group(3)), bool(match.group(4))


BYTES = re.compile(r"^%s$" % lc_bytes.BYTES)


def address_of_bytes(p, address, any_pointer):
    """Is ADDRESS one of bytes, as far as can be seen; with ANY_POINTER, of whatever it may be?"""
    address = lc_bytes.squeeze(address)
    if re.search(r"__iomem|volatile|\+\+|--|[^=<>!]=[^=]|\"|__user|__percpu", address):
        return False
    text = lc_bytes.source(p.file)
    function = text.span(int(p.current_element_line), int(p.current_element_line_end))
    if any(re.search(r"__iomem\s*\*?\s*%s\b" % name, function) for name in lc_bytes.roots(address)):
        return False
    inner = lc_bytes.strip_parens(address)
    cast = re.match(r"^\( (?:const )?([\w ]+?)(?: const)? (\*)?\s*\) ", inner)
    if cast and not cast.group(2):
        return False  # an integer made an address
    if cast and BYTES.match(cast.group(1)):
        return True
    object = re.match(r"^& (.*)$", inner)
    if object:
        what = object.group(1)
        if not re.search(r"\]$", what):
            return False  # an object that has a type of its own, and with it an alignment
        name = re.match(r"^\(? ?(\w+) \[", what)
    else:
        name = re.match(r"^(\w+)(?= [+-] |$)", inner)
    found = name and declaration(name.group(1), function)
    if found:
        type, pointer, array = found
        if not pointer and not array:
            return False  # an integer
        if BYTES.match(type):
            return type != "void" or any_pointer
        return any_pointer and not object and type not in WORDS
    if lc_bytes.wanted is not None:
        return True
    return any_pointer and re.search(r"-> (data|buf|buffer)( \+ |$)", inner) is not None


def message(new):
    return "what may not be aligned is read or written as if it was: %s()" % new
