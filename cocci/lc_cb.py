# SPDX-License-Identifier: GPL-2.0-or-later
"""What cb.cocci asks: is a control buffer viewed as a structure here, of whose size nobody has
said that it fits? When in doubt the answer is no.
"""
import re

import lc_bytes
import lc_folder
import lc_types
from lc_unaligned import declaration

done = set()  # (folder, type) that have a check

BUFFERS = {"struct sk_buff": ("cb",), "struct netlink_callback": ("ctx", "args")}
RECORD = r"(?:const\s+)?(struct|union)\s+(\w+)"


def here(p):
    """May a buffer that is cast stand at P?"""
    line, text = int(p[0].line), lc_bytes.source(p[0].file)
    return re.search(r"\*\s*\)", text.span(max(line - 1, 1), line)) is not None and \
        (lc_bytes.wanted is None or lc_bytes.listed(p[0].file, line, line) is not None)


def target(before, function, name):
    """The record that what begins behind BEFORE is viewed as, as "struct x"; or None."""
    cast = re.search(r"\(\s*(?:%s|(?:const\s+)?void)\s*\*\s*\)\s*$" % RECORD, before)
    if not cast:
        return None
    if cast.group(1):
        return "%s %s" % cast.groups()
    left = before[:cast.start()]
    declared = re.search(r"%s\s*\*\s*(?:const\s+)?\w+\s*=\s*$" % RECORD, left)
    if declared:
        return "%s %s" % declared.groups()
    assigned = re.search(r"[;{}]\s*(\w+)\s*=\s*$", left)
    if assigned:
        found = declaration(assigned.group(1), function)
        return found[0] if found and found[1] and not found[2] else None
    returned = re.search(r"\breturn\s*$", left) and \
        re.search(r"%s\s*\*\s*%s\s*\(" % (RECORD, name), function)
    return "%s %s" % returned.groups() if returned else None


def owner(s, function):
    """The type of what S, a pointer or an object, names."""
    name = lc_bytes.strip_parens(lc_bytes.squeeze(s))
    found = re.match(r"^\w+$", name) and declaration(name, function)
    if found:
        return found[0]
    return "struct sk_buff" if re.search(r"(^|[_ ])skb$", name) else None


def is_buffer(file, type, member):
    """Is MEMBER of TYPE an array of bytes, for what others want to keep there?"""
    if member in BUFFERS.get(type, ()):
        return True
    found = lc_types.definition(file, type or "") if member in ("cb", "ctx") else None
    return found is not None and any(
        m and m.name == member and m.counts and m.counts[0] and not m.pointer and
        re.fullmatch(lc_bytes.BYTES, m.type) for m in found.members or [])


def is_checked(text, type, member, function):
    """Does an assertion in TEXT compare the size of TYPE, or of what points to one, with MEMBER's?"""
    tag = type.split(" ")[1]
    names = "|".join([tag] + re.findall(r"%s\s*\*\s*(\w+)" % re.escape(type), function))
    return any(lc_folder.sizes(said, names) and
               (re.search(r"\b%s\b" % member, said) or "cb_check" in said)
               for said in lc_folder.assertions(text))


def judge(p, s, member):
    """Where and what to assert of the view at P: (function or "", tag or "", owner, type), or None."""
    file = p.file
    text = lc_bytes.source(file)
    if lc_bytes.wanted is not None and not lc_bytes.listed(file, int(p.line), int(p.line_end)):
        return None
    first = int(p.current_element_line)
    macro = p.current_element == "something_else"
    function = text.span(first, first if macro else int(p.current_element_line_end))
    at = text.at(p.line, p.column)
    spelled = r"\s*".join(re.escape(word) for word in lc_bytes.squeeze(s).split(" "))
    view = re.search(r"(?:\(\s*)*(?:&\s*)?(?:\(\s*)*%s\s*(?:->|\.)\s*$" % spelled, text.text[:at])
    # What stands behind decides too: an element, or an offset, is not the whole buffer.
    behind = text.text[at + len(member):].lstrip()
    element = re.match(r"\[\s*0\s*\]\s*", behind)
    if not view or not re.match(r"[);,\]]", behind[element.end() if element else 0:]) or \
            element and "&" not in view.group(0):
        return None
    type = target(text.text[text.starts[first - 1]:view.start()], function, p.current_element)
    held = owner(s, function)
    if not type or not type.startswith(("struct ", "union ")) or \
            not is_buffer(file, held, member) or type == held:
        return None
    key = lc_folder.folder(file), type
    if key in done or is_checked(text.text, type, member, function):
        return None
    texts = lc_folder.neighbours(file)
    # A type that others define has its check where they are.
    if not any(re.search(r"\b%s\s*\{" % type.replace(" ", r"\s+"), other) for other in texts) or \
            any(is_checked(other, type, member, "") for other in texts):
        return None
    if macro and not lc_types.definition(file, type):
        return None
    done.add(key)
    return ("lc__none" if macro else p.current_element), \
        (type if macro else "lc__none lc__none").split(" ")[1], held, type


def message(held, member, type):
    return "nobody asks whether %s fits into %s of %s" % (type, member, held)
