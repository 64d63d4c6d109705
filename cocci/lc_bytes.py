# SPDX-License-Identifier: GPL-2.0-or-later
"""What the semantic patches ask of C text: may a cast be rewritten here, and into what.

SmPL finds the shapes; whether the code between check and cast is straight, what it may
change, and which length belongs to which pointer is judged here, on the text. When in doubt
the answer is no.
"""
import json
import re
from urllib.parse import unquote

import lc_sizes
from lc_expression import effects, split

wanted = None  # None: everywhere; else (path, line) to (pointer, length) or None
taken = set()  # guards and casts that a rewrite already speaks for
files = {}


def path_parts(path):
    return [part for part in path.split("/") if part not in ("", ".")]


def sarif_sites(log):
    for run in log.get("runs", []):
        for result in run.get("results", []):
            properties = result.get("properties", {})
            if "heldBy" in properties:
                continue
            place = result["locations"][0]["physicalLocation"]
            file = properties.get("castFile") or unquote(place["artifactLocation"]["uri"])
            line = properties.get("castLine") or place["region"]["startLine"]
            pair = properties.get("pointer"), properties.get("length")
            yield (file, int(line)), pair if all(pair) else None


def line_sites(text):
    for line in text.splitlines():
        if line:
            place, *pair = line.split("\t")
            path, _, number = place.rpartition(":")
            yield (path, int(number)), tuple(pair) if len(pair) == 2 else None


def load_sites(name):
    """NAME: a SARIF log, or lines "path:line", perhaps with tab, pointer, tab, length."""
    global wanted
    with open(name, encoding="utf-8", errors="surrogateescape") as stream:
        text = stream.read()
    if text.lstrip().startswith("{"):
        wanted = dict(sarif_sites(json.loads(text)))
    else:
        wanted = dict(line_sites(text))


def listed(file, first, last):
    """The place that was asked for, of a cast on lines FIRST to LAST of FILE; or None."""
    ours = path_parts(file)
    for path, line in wanted:
        if not first <= line <= last:
            continue
        theirs = path_parts(path)
        n = min(len(ours), len(theirs))
        if ours[-n:] == theirs[-n:]:
            return path, line
    return None


def balanced(text, start):
    """The offset in TEXT after the bracket that closes the one at START."""
    depth = 0
    for i in range(start, len(text)):
        depth += (text[i] in "([{") - (text[i] in ")]}")
        if depth == 0:
            return i + 1
    return len(text)


class Source:
    """A file as text, comments and strings blanked, offsets by line and column."""

    def __init__(self, name):
        with open(name, encoding="latin-1", newline="") as stream:
            text = stream.read()

        def blank(match):
            return re.sub(r"[^\n]", " ", match.group(0))

        def hollow(match):
            return match.group(0)[0] + "_" * (len(match.group(0)) - 2) + match.group(0)[-1]

        pattern = r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
        self.text = re.sub(pattern, lambda m: (blank if m.group(0)[0] == "/" else hollow)(m), text,
                           flags=re.S)
        self.starts = [0] + [m.end() for m in re.finditer("\n", self.text)]

    def at(self, line, column):
        return self.starts[int(line) - 1] + int(column)

    def span(self, first, last):
        """Lines FIRST to LAST."""
        end = self.starts[last] if last < len(self.starts) else len(self.text)
        return self.text[self.starts[first - 1]:end]

    def balanced(self, start):
        return balanced(self.text, start)

    def statement_end(self, start):
        """The offset after the `;` that ends the simple statement around START."""
        i = start
        while i < len(self.text) and self.text[i] != ";":
            i = self.balanced(i) if self.text[i] in "([{" else i + 1
        return i + 1

    def guard(self, start):
        """Of the `if` at START: its body, and the offset after it."""
        body = self.balanced(self.text.index("(", start))
        body += len(self.text[body:]) - len(self.text[body:].lstrip())
        end = self.balanced(body) if self.text[body] == "{" else self.statement_end(body)
        return self.text[body:end], end


def source(name):
    if name not in files:
        files[name] = Source(name)
    return files[name]


def cast_here(c):
    """May a cast that is asked for stand at C? Spares SmPL the search for its check."""
    line = int(c[0].line)
    if wanted is not None:
        return listed(c[0].file, line, line + 3) is not None
    text = source(c[0].file)
    return "*)" in text.span(line, min(line + 3, len(text.starts)))


def check_here(g):
    """May a check of a size stand at G?"""
    line = int(g[0].line)
    text = source(g[0].file)
    span = text.span(line, min(line + 5, len(text.starts)))
    return "sizeof" in span or "struct_size" in span


def squeeze(text):
    return re.sub(r"\s+", " ", text).strip()


def mentions(name, text):
    """Does TEXT use NAME, other than for its size?"""
    text = re.sub(r"sizeof\s*\(?\s*\*\s*%s\b" % name, "", text)
    return re.search(r"(?<![\w.])(?<!->)%s\b" % name, text) is not None


def roots(expression):
    """The variables in an expression: no member names, functions, types or sizes."""
    text = re.sub(r"sizeof \( [^()]* \)", "", expression)
    text = re.sub(r"\b(struct|union|enum) \w+", "", text)
    return set(re.findall(r"(?<!-> )(?<!\. )\b([A-Za-z_]\w*)\b(?! \()", text))


def changes(text, expression):
    """May TEXT, a stretch of statements, change the value of EXPRESSION?"""
    through = re.search(r"->|\.|\[|\*|\(", expression)
    for name in roots(expression):
        if re.search(r"(\+\+|--|(?<!&)&)\s*%s\b" % name, text):
            return True
        if re.search(r"\b%s\b[\w\s.>\[\]-]*?([-+*/%%|&^]|<<|>>)?=(?!=)" % name, text):
            return True
        if re.search(r"\b%s\b[\w\s.>\[\]-]*?(\+\+|--)" % name, text):
            return True
        if through and re.search(r"(?<!!)\b%s\b(?!\s*(->|\.|==|!=))" % name, text):
            return True  # passed on to who knows whom
    return False


def straight(gap):
    """Is GAP a stretch of whole statements that control only enters at its start?"""
    if re.search(r"^\s*#", gap, re.M) or re.search(r"\b(case|default)\b", gap):
        return False
    if re.search(r"(^|[;{}])\s*[A-Za-z_]\w*\s*:(?!:)", gap):
        return False
    depth = 0
    for c in gap:
        depth += (c == "{") - (c == "}")
        if depth < 0:
            return False
    return depth == 0 and squeeze(gap)[-1:] in ("", ";", "}")


def starts_statement(before, declaration, labelled):
    """Does what follows BEFORE start a statement of a block, perhaps LABELLED, or declare
    a variable in one?"""
    if declaration:
        more = re.search(r"([,;{}])[\w\s*]*\Z", before)
        if more and more.group(1) == ",":  # a further declarator: back to the first
            before = re.sub(r"[^;{}]*\Z", "", before)
            return before[-1:] != ""
        if re.search(r"\b(else|do)\s*\Z", before):
            return False
        before = re.sub(r"[\w\s*]*\Z", "", before)
    return before.rstrip()[-1:] in (";", "{", "}", ":" if labelled else ";")


def leaves(body):
    """The word that the error branch leaves with, or None."""
    body = body.strip()
    if body.startswith("{"):
        body = body[1:-1]
    statements = [s.strip() for s in body.split(";")]
    if len(statements) < 2 or statements[-1]:
        return None
    word = re.match(r"(return|goto|break|continue)\b", statements[-2])
    return word and word.group(1)


def leaks(name, function, body, gap, start, end):
    """May a path that leaves by goto, break or continue come to a use of NAME?"""
    words = set(re.findall(r"\b(goto|break|continue)\b", body + gap))
    if not words:
        return False
    for label in re.findall(r"\bgoto\s+(\w+)", body + gap):
        target = re.search(r"(^|[;{}])\s*%s\s*:" % label, function, re.M)
        if not target or mentions(name, function[target.end():]):
            return True
    if words & {"break", "continue"}:
        depth, block = 0, len(function)  # the end of the block that START is in
        for i in range(start, len(function)):
            depth += (function[i] == "{") - (function[i] == "}")
            if depth < 0:
                block = i
                break
        before = re.sub(r"\*\s*%s\s*[,;]" % name, "", function[:start])
        return mentions(name, before) or mentions(name, function[block:])
    return False


SIZE = r"(?:\( \w+(?: \w+)? \) )?sizeof (?:\( (?P<type>[^()]*?) \)|(?P<bare>\* \w+))"
GUARDS = [re.compile("^%s$" % shape) for shape in (
    r"(?P<len>.+?) < " + SIZE,
    SIZE + r" > (?P<len>.+)",
    r"(?P<p>.+?) \+ " + SIZE + r" > (?P<end>[^<>]+)",
    r"(?P<end>[^<>]+?) < (?P<p>.+?) \+ " + SIZE,
)]


def strip_parens(text):
    while re.match(r"^\( [^()]* \)$", text):
        text = text[2:-2]
    return text


def parse_guard(text, name, target):
    """What GUARD compares with the size of the object: (length, p), or None."""
    text = squeeze(text)
    for shape in reversed(GUARDS):
        match = shape.match(text)
        if not match:
            continue
        of = match.group("type") or match.group("bare")
        if plain(of) != target and of != "* " + name:
            continue
        groups = match.groupdict()
        if groups.get("p"):
            p = strip_parens(groups["p"])
            return "%s - %s" % (strip_parens(groups["end"]), p), p
        length = re.sub(r"^\( (size_t|unsigned( \w+)?|u32|uint32_t) \) ", "", groups["len"])
        return strip_parens(length), None
    return None


class OneType:
    """What lc_sizes asks of types, where one variable alone has a known one."""

    def __init__(self, name, type):
        self.name, self.type = name, type

    def of(self, name):
        return self.type if name == self.name else None

    def elements(self, name, type):
        return None


def parse_elements_guard(text, name, target):
    """Of a GUARD that is less than the object with N elements M: (length, None), M and N."""
    for operator in "<>":
        parts = split(squeeze(text), operator)
        found = len(parts) == 2 and lc_sizes.comparison(
            parts[0], operator, parts[1], OneType(name, target))
        if found and found[1] == "<" and found[3] == name:
            return (found[0], None), found[4], lc_sizes.uncast(found[2])
    return None, None, None


def plain(type):
    return re.sub(r"\b(const|volatile) ", "", squeeze(type) + " ").strip()


def parse_cast(text, target):
    """What RIGHT-HAND SIDE views as the object, and whether by a cast; or None."""
    match = re.match(r"^\( ((?:const )?[\w ]+?)(?: const)? \* \) (.*)$", squeeze(text))
    if not match:
        return squeeze(text), False
    if plain(match.group(1)) not in (target, "void"):
        return None
    inner = match.group(2)
    again = re.match(r"^\( (const )?(void|char|u8|unsigned char|uint8_t) \* \) (.*)$", inner)
    return strip_parens(again.group(3) if again else inner), True


BYTES = r"(void|char|unsigned char|signed char|u8|__u8|s8|uint8_t|int8_t|UINT8|guint8|u_char|byte)"


def declared_as_bytes(name, function):
    return re.search(r"\b%s\s*(?:const\s*)?(?:\*\s*(?:const\s*)?\w+\s*(?:=[^,;]*)?,\s*)*"
                     r"\*\s*(?:const\s*)?%s\b" % (BYTES, name), function) is not None


def belongs(buf, length, function, asked):
    """Is LENGTH, as far as can be seen, what is left from BUF on?"""
    offset = re.match(r"^(.+?) \+ (.+)$", buf)
    if offset:
        return length.endswith(" - " + offset.group(2)) or length.endswith(" - " + buf)
    if re.search(r"[\[(+]", buf):
        return False
    if re.search(r"\w\s+%s\s*\[" % re.escape(buf), function):
        return False  # an array: its size is what it has
    if " - " in length:
        if not (length.endswith(" - " + buf) or length.endswith(" - ( " + buf + " )")):
            return False
        return asked or declared_as_bytes(buf, function)
    owner = re.match(r"^(.*) (->|\.) \w+$", buf)
    other = re.match(r"^(.*) (->|\.) \w+$", length)
    return not (owner and other and owner.group(1) != other.group(1))


def is_const(buf, length, function):
    """Is BUF known to point to const?"""
    if buf.endswith("-> data") and length.endswith("-> size"):
        return True  # struct firmware
    name = buf.split(" ")[0]
    return buf == name and re.search(
        r"\bconst\s+[\w ]+\*\s*(?:\w+\s*,\s*\*\s*)*%s\b|\w\s+const\s*\*\s*%s\b" % (name, name),
        function) is not None


def compact(text):
    text = re.sub(r" ?(->|\.) ?", r"\1", text)
    text = re.sub(r" ?([\[\]]) ?", r"\1", text).replace(" ,", ",")
    text = re.sub(r"(\w) \( ?", r"\1(", text)
    return re.sub(r"\( ?(.*?) ?\)", r"(\1)", text)


def judge(name, type, cast, guard, c, b, g, gp):
    """The rewrite of one match as (new value, where), or None if it is not safe."""
    asked = wanted is not None
    if asked and not listed(c.file, int(c.line), int(b.line_end)):
        return None
    target = plain(type)
    if re.fullmatch(BYTES, target):
        return None
    view = parse_cast(cast, target)
    check, member, count = parse_guard(guard, name, target), None, None
    if not check:
        check, member, count = parse_elements_guard(guard, name, target)
    if not view or not check or not (view[1] or asked):
        return None
    buf, (length, p) = view[0], check
    if p and p != buf or re.search(r"\+\+|--|[^=<>!]=[^=]|__iomem|\" ", buf + " " + length):
        return None
    if re.search(r"&&|\|\||[?!<>]=?", (buf + " " + length).replace("->", "")):
        return None
    if name in roots(buf) | roots(length) | roots(count or "") or "(" in buf or effects(count or ""):
        return None

    text = source(c.file)
    first, last = int(c.current_element_line), int(c.current_element_line_end)
    function = text.span(first, last)
    if not belongs(buf, length, function, asked):
        return None
    base = text.starts[first - 1]
    cast_at, guard_at = text.at(c.line, c.column), text.at(g.line, g.column)
    cast_end = text.statement_end(text.at(b.line_end, b.column_end))
    body, guard_end = text.guard(guard_at)
    if text.text[guard_end:].lstrip().startswith("else"):
        return None
    if not starts_statement(text.text[:cast_at], True, cast_at < guard_at) or \
            not starts_statement(text.text[:guard_at], False, guard_at < cast_at):
        return None
    if cast_at < guard_at:
        gap = text.text[cast_end:guard_at]
    else:
        gap = text.text[guard_end:cast_at]
        gap = re.sub(r"[\w\s*]*\Z", "", gap)  # less the type of a declaration
    if not straight(gap) or not leaves(body) or mentions(name, body) or mentions(name, gap):
        return None
    if leaks(name, function, body, gap, min(cast_at, guard_at) - base,
             max(cast_end, guard_end) - base):
        return None
    if changes(gap, buf) or changes(gap, count or ""):
        return None
    settled = not changes(gap, length)
    if cast_at > guard_at and not settled:
        return None
    spots = {(c.file, c.line, c.column), (gp.file, gp.line, gp.column)}
    if spots & taken:
        return None
    taken.update(spots)

    new = "lc_ref_from_prefix(%s, %s, %s)" % (target, compact(buf), compact(length))
    if count:
        new = "lc_ref_from_prefix_with_elems(%s, %s, %s, %s, %s)" % (
            target, member, compact(buf), compact(length), compact(count))
    if not type.startswith("const ") and is_const(buf, length, function):
        new = "(%s *)%s" % (target, new)
    if cast_at > guard_at:
        return new, "up"
    return new, "here" if settled else "down"


def message(new):
    return "a cast guarded by hand: %s" % compact(squeeze(new))


PURE = r"(if|while|switch|return|sizeof|likely|unlikely|min|max|[bl]e(16|32|64)_to_cpup?|ntoh[sl]|" \
       r"hton[sl]|get_unaligned_[bl]e(16|32|64)|[a-z_]*pr_[a-z]+|[a-z_]*dev_dbg|printf|fprintf)"
ERROR = re.compile(r"\breturn\s*(-\s*\w+|NULL|false|ERR_PTR\s*\(\s*-\w+\s*\)|)\s*;")


def acts(text):
    """May TEXT do something that a return after it would have to undo?"""
    return re.search(r"\b(?!%s\b)\w+\s*\(" % PURE, text) is not None or "goto" in text


def error_return(function, at):
    """The error return that fits a failure at offset AT of FUNCTION, or None.

    It is another of the function's own, with nothing between the two that it would have to
    undo; a function that returns nothing may always return before it has done anything.
    """
    body = function.index("{")
    before, after = function[body + 1:at], function[at:]
    header = re.sub(r"\b(static|inline|extern|__init|__exit)\b", " ", function[:body])
    if re.match(r"\s*void\s+\w+\s*\(", header):
        return None if acts(before) else ""
    best = None
    for match in ERROR.finditer(function, body):
        if not match.group(1):
            continue
        between = function[match.end():at] if match.end() <= at else function[at:match.start()]
        at_entry = not acts(before)
        if not acts(between) or at_entry and match.end() > at:
            other = re.search(r"ENOMEM|ENODEV|EBUSY", match.group(1)) is not None
            distance = other, len(between)  # what is about something else comes last
            if best is None or distance < best[0]:
                best = distance, squeeze(match.group(1))
    return best and best[1]


def unguarded(name, type, cast, c, b):
    """The rewrite of an unguarded cast as (new value, error to return), or None."""
    place = wanted and listed(c.file, int(c.line), int(b.line_end))
    if not place or not wanted[place]:
        return None
    pointer, length = (compact(squeeze(re.sub(r"(->|[-+*/()\[\].])", r" \1 ", part)))
                       for part in wanted[place])
    target = plain(type)
    view = parse_cast(cast, target)
    if not view or compact(view[0]) != pointer or "(" in view[0]:
        return None
    spaced = squeeze(re.sub(r"(->|[-+*/()\[\].])", r" \1 ", pointer + " , " + length))
    if name in roots(spaced) or re.search(r"\+\+|--|=|__iomem|\"|\w \(", spaced):
        return None

    text = source(c.file)
    first, last = int(c.current_element_line), int(c.current_element_line_end)
    function = text.span(first, last)
    at = text.at(c.line, c.column) - text.starts[first - 1]
    before = function[function.index("{") + 1:at]
    before = before[:max(before.rfind(x) for x in ";{}") + 1]
    # What a variable is first set to is no change of it.
    settled = re.sub(r"(^|[;{}])\s*(?!return\b)[A-Za-z_][\w\s]*[\s*]\w+\s*=[^;]*;", ";", before)
    if changes(settled, spaced) or re.search(r"^\s*#", function, re.M):
        return None
    error = error_return(function, at)
    if error is None:
        return None
    new = "lc_ref_from_prefix(%s, %s, %s)" % (target, pointer, length)
    if not type.startswith("const ") and is_const(squeeze(view[0]), spaced, function):
        new = "(%s *)%s" % (target, new)
    return new, error
