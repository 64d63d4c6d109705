# SPDX-License-Identifier: GPL-2.0-or-later
"""What zero_padding.cocci asks: does an object leave here with bytes that nobody has written,
and may it be cleared behind its declaration. When in doubt the answer is no.
"""
import re

import lc_bytes
import lc_types

done = set()  # (file, offset of the declaration)

# By which bytes leave, where nobody named the call.
SINKS = re.compile(r"^(_*copy_to_user|copy_to_iter|nla_put(_64bit)?|put_cmsg|memcpy_toio|"
                   r"send(to)?|write|pwrite|fwrite)$")
RECORD = re.compile(r"^(struct \w+|union \w+|\w+)$")


def here(p):
    if lc_bytes.wanted is None:
        return bool(lc_types.layouts)
    return lc_bytes.listed(p[0].file, int(p[0].line), int(p[0].line_end)) is not None


def has_padding(type):
    layout = lc_types.layout(type)
    return bool(layout and layout.get("padding"))


def declaration(text, at):
    """Of the variable at offset AT of TEXT: what stands before it in its declaration."""
    return re.search(r"[^;{}]*\Z", text[:at]).group(0)


def initialisers(text, at):
    """The initialisers behind the variable at AT, each as (member, value); None: others are there."""
    match = re.compile(r"\w+\s*=\s*\{").match(text, at)
    if not match:
        return []
    inside = lc_bytes.squeeze(text[match.end():lc_bytes.balanced(text, match.end() - 1) - 1])
    found, depth, start = [], 0, 0
    for i, c in enumerate(inside + ","):
        depth += (c in "([{") - (c in ")]}")
        if c != "," or depth:
            continue
        part, start = inside[start:i].strip(), i + 1
        named = re.match(r"^\. ?(\w+) ?= ?([^ \"{].*)$", part)
        if named:
            found.append(named.groups())
        elif part:
            return None
    return found


def judge(type, x, function, d, s, p):
    """Whether the object X of TYPE, declared at D, is cleared before the statement at S because it
    leaves at P: "plain" as it is declared, "named" without its initialiser; or None."""
    text = lc_bytes.source(p.file)
    at = text.at(d.line, d.column)
    before = declaration(text.text, at)
    values = initialisers(text.text, at)
    if not RECORD.match(lc_bytes.plain(type)) or re.search(r"\b(static|const|volatile|extern)\b|\*", before):
        return None
    if lc_bytes.wanted is None and not (SINKS.match(function) and has_padding(type)):
        return None
    first = text.at(s.line, s.column)
    gap = text.text[text.statement_end(at):first]
    if values is None or values and "," in before or re.search(r"\bmemset\s*\(\s*&\s*%s\b" % x, text.text[first:text.at(p.line, p.column)]):
        return None
    if lc_bytes.mentions(x, gap) or not lc_bytes.straight(gap) or \
            re.match(r"(case|default)\b|\w+\s*:(?!:)", text.text[first:]):
        return None
    for _, value in values:
        if lc_bytes.changes(gap, value) or "(" in value and "(" in gap or lc_bytes.mentions(x, value):
            return None
    if values and text.text[text.statement_end(at) - 2:].lstrip("}")[:1] != ";":
        return None  # more is declared behind it
    if (p.file, at) in done:
        return None
    done.add((p.file, at))
    return "named" if values else "plain"


def place(d, member):
    """A name that nothing has, and that sorts before those of initialisers in front of MEMBER's."""
    text = lc_bytes.source(d.file)
    names = [name for name, _ in initialisers(text.text, text.at(d.line, d.column))]
    return "lc__%05d" % (99999 - names.index(member))


def clearing(function):
    """FUNCTION, unless it is malloc (); what clears too, called the same; FUNCTION if it is malloc ()."""
    if function == "malloc":
        return "lc__none", "lc__none", "malloc"
    cleared = {"kmalloc_array": "kcalloc", "kmem_cache_alloc": "kmem_cache_zalloc"}.get(function)
    return function, cleared or re.sub("m?alloc", "zalloc", function, count=1), "lc__none"


def message(what):
    return "it leaves with bytes that nobody has written: %s" % what
