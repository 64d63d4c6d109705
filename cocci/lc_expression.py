# SPDX-License-Identifier: GPL-2.0-or-later
"""C expressions as text, as SmPL hands them over: tokens between single spaces."""
import re

TOKEN = re.compile(r"\s*([A-Za-z_]\w*|\d[\w.]*|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|->|\+\+|--|"
                   r"<<=?|>>=?|&&|\|\||[-+*/%&|^<>=!]=|.)")


def tokens(text):
    return [match for match in TOKEN.findall(text) if match.strip()]


def depths(words):
    """Each of WORDS with the number of brackets that it stands in."""
    depth = 0
    for i, word in enumerate(words):
        depth -= word in (")", "]", "}")
        yield i, word, depth
        depth += word in ("(", "[", "{")


def bare(text):
    """TEXT without brackets around the whole of it."""
    words = tokens(text)
    while len(words) > 1 and words[0] == "(" and words[-1] == ")" and \
            all(depth for i, word, depth in depths(words) if 0 < i < len(words) - 1):
        words = words[1:-1]
    return " ".join(words)


def split(text, operator):
    """The operands of OPERATOR, outside of all brackets; TEXT alone if there is none."""
    words, parts = tokens(bare(text)), [[]]
    for i, word, depth in depths(words):
        binary = i and (words[i - 1] in (")", "]") or re.match(r"[\w\"']", words[i - 1][0]))
        if word == operator and not depth and binary:
            parts.append([])
        else:
            parts[-1].append(word)
    return [bare(" ".join(part)) for part in parts]


def atom(text):
    """Does TEXT, an operand, need no brackets beside an arithmetic operator?"""
    words = tokens(text)
    return all(depth or re.match(r"[\w\"']|->|[.\[\](]|\)", word)
               for _, word, depth in depths(words))


def effects(text):
    """May the evaluation of TEXT change something, by an assignment or a step?"""
    return re.search(r"\+\+|--|(?<![=<>!])=(?!=)", text) is not None
