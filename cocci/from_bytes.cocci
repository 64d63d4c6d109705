// SPDX-License-Identifier: GPL-2.0-or-later
/// Turn a cast from bytes that is guarded by a length check into
/// lc_ref_from_prefix (), which makes the check itself. With -D sites=FILE
/// only the casts that FILE names are looked at: FILE is a SARIF log of
/// layoutcheck, or holds a line "path:line" a cast.
///
/// What is left alone: the length comes out of the object itself, the error
/// branch uses the object or does not leave, or something between check and
/// cast may change the buffer or the length.
///
// Confidence: Moderate
// Copyright: (C) layoutcheck developers. License: GPL-2.0-or-later
// URL: https://github.com/layoutcheck/layoutcheck
// Comments: the python script judges what SmPL matched, on the source's text
// Options: --no-includes

virtual patch
virtual context
virtual org
virtual report

@initialize:python@
@@
import json
import os
import re
from urllib.parse import unquote

wanted = None  # None: everywhere; else a set of (path, line)
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
            yield file, int(line)


def load_sites(name):
    global wanted
    with open(name, encoding="utf-8", errors="surrogateescape") as stream:
        text = stream.read()
    if text.lstrip().startswith("{"):
        wanted = set(sarif_sites(json.loads(text)))
    else:
        lines = [line.split("\t")[0].rpartition(":") for line in text.splitlines() if line]
        wanted = {(path, int(line)) for path, _, line in lines}


def listed(file, first, last):
    """Is a cast on lines FIRST to LAST of FILE one that was asked for?"""
    ours = path_parts(file)
    for path, line in wanted:
        if not first <= line <= last:
            continue
        theirs = path_parts(path)
        n = min(len(ours), len(theirs))
        if ours[-n:] == theirs[-n:]:
            return True
    return False


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
        """The offset after the bracket that closes the one at START."""
        depth = 0
        for i in range(start, len(self.text)):
            depth += (self.text[i] in "([{") - (self.text[i] in ")]}")
            if depth == 0:
                return i + 1
        return len(self.text)

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
        if through and re.search(r"\b%s\b(?!\s*(->|\.))" % name, text):
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
    text = re.sub(r" ?([\[\]]) ?", r"\1", text)
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
    check = parse_guard(guard, name, target)
    if not view or not check or not (view[1] or asked):
        return None
    buf, (length, p) = view[0], check
    if p and p != buf or re.search(r"\+\+|--|[^=<>!]=[^=]|__iomem|\" ", buf + " " + length):
        return None
    if re.search(r"&&|\|\||[?!<>]=?", (buf + " " + length).replace("->", "")):
        return None
    if name in roots(buf) | roots(length) or "(" in buf:
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
    if cast_at < guard_at:
        gap = text.text[cast_end:guard_at]
    else:
        gap = text.text[guard_end:cast_at]
        gap = gap[:max(gap.rfind(x) for x in ";{}") + 1]  # less the type of a declaration
    if not straight(gap) or not leaves(body) or mentions(name, body) or mentions(name, gap):
        return None
    if leaks(name, function, body, gap, min(cast_at, guard_at) - base,
             max(cast_end, guard_end) - base):
        return None
    if changes(gap, buf):
        return None
    settled = not changes(gap, length)
    if cast_at > guard_at and not settled:
        return None
    spots = {(c.file, c.line, c.column), (gp.file, gp.line, gp.column)}
    if spots & taken:
        return None
    taken.update(spots)

    new = "lc_ref_from_prefix(%s, %s, %s)" % (target, compact(buf), compact(length))
    if not type.startswith("const ") and is_const(buf, length, function):
        new = "(%s *)%s" % (target, new)
    if cast_at > guard_at:
        return new, "up"
    return new, "here" if settled else "down"


def message(new):
    return "a cast guarded by hand: %s" % new

@initialize:python@
file << virtual.sites;
@@
load_sites(file)

@candidate exists@
type T, T2, T3;
identifier v, member;
local idexpression T *h;
idexpression id;
expression x, cast, guard, more, more2;
position c, b, g, gp;
statement S;
@@
(
  T *v@c = \( cast@b \& \( (T3 *)x \| x->member \| x.member \| id \) \);
  ... when != v
  if@g (
    \( <+... \(sizeof(*v)\|sizeof(T2)\) ...+>
    \& \( guard@gp \| guard@gp || more \| guard@gp || more || more2 \|
          \(unlikely\|WARN_ON\|WARN_ON_ONCE\)(guard@gp) \) \)
  ) S
|
  h@c = \( cast@b \& \( (T3 *)x \| x->member \| x.member \| id \) \);
  ... when != h
  if@g (
    \( <+... \(sizeof(*h)\|sizeof(T2)\) ...+>
    \& \( guard@gp \| guard@gp || more \| guard@gp || more || more2 \|
          \(unlikely\|WARN_ON\|WARN_ON_ONCE\)(guard@gp) \) \)
  ) S
|
  if@g (
    \( <+... \(sizeof(*h)\|sizeof(T2)\) ...+>
    \& \( guard@gp \| guard@gp || more \| guard@gp || more || more2 \|
          \(unlikely\|WARN_ON\|WARN_ON_ONCE\)(guard@gp) \) \)
  ) S
  ... when != h
  h@c = \( cast@b \& \( (T3 *)x \| x->member \| x.member \| id \) \);
|
  if@g (
    \( <+... sizeof(T2) ...+>
    \& \( guard@gp \| guard@gp || more \| guard@gp || more || more2 \|
          \(unlikely\|WARN_ON\|WARN_ON_ONCE\)(guard@gp) \) \)
  ) S
  ...
  T *v@c = \( cast@b \& \( (T3 *)x \| x->member \| x.member \| id \) \);
)

// The object's name goes by HERE if the rewrite stands at the cast, by DOWN if
// it moves down to the check, by UP if up to the check; nothing has the others.
@script:python rewrite@
T << candidate.T;
v << candidate.v = "";
h << candidate.h = "";
cast << candidate.cast;
guard << candidate.guard;
c << candidate.c;
b << candidate.b;
g << candidate.g;
gp << candidate.gp;
new;
here;
down;
up;
@@
verdict = judge(v or h, T, cast, guard, c[0], b[0], g[0], gp[0])
if verdict is None:
    cocci.include_match(False)
else:
    coccinelle.new = cocci.make_expr(verdict[0])
    coccinelle.here = v or h if verdict[1] == "here" else "lc__not_here"
    coccinelle.down = v or h if verdict[1] == "down" else "lc__not_down"
    coccinelle.up = v or h if verdict[1] == "up" else "lc__not_up"

@depends on patch exists@
type candidate.T;
identifier rewrite.here, rewrite.down, rewrite.up;
expression rewrite.new;
expression candidate.cast, candidate.guard;
position candidate.c, candidate.g, candidate.gp;
statement S;
@@
(
  T *here@c =
- cast
+ new
  ;
  ... when any
  if@g (<+...
- guard@gp
+ !here
  ...+>) S
|
  here@c =
- cast
+ new
  ;
  ... when any
  if@g (<+...
- guard@gp
+ !here
  ...+>) S
|
  T *down@c
- = cast
  ;
  ... when any
+ down = new;
  if@g (<+...
- guard@gp
+ !down
  ...+>) S
|
- down@c = cast;
  ... when any
+ down = new;
  if@g (<+...
- guard@gp
+ !down
  ...+>) S
|
+ up = new;
  if@g (<+...
- guard@gp
+ !up
  ...+>) S
  ... when any
- up@c = cast;
|
+ T *up = new;
  if@g (<+...
- guard@gp
+ !up
  ...+>) S
  ... when any
- T *up@c = cast;
)

@included@
@@
  #include <layoutcheck.h>

@depends on patch && rewrite && !included@
@@
  #include <...>
+ #include <layoutcheck.h>

@depends on context && rewrite@
expression candidate.cast;
position candidate.b;
@@
* cast@b

@script:python depends on report@
new << rewrite.new;
c << candidate.c;
@@
coccilib.report.print_report(c[0], message(new))

@script:python depends on org@
new << rewrite.new;
c << candidate.c;
@@
coccilib.org.print_todo(c[0], message(new))
