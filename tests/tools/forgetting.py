# SPDX-License-Identifier: GPL-2.0-or-later
"""Would the proofs of a unit notice? Each guard that a proof names is forgotten in turn, and the verdicts compared.

A conversion whose guard is gone may be proven no longer: it is a finding, or is left open. If it still is proven, then
by another guard, which the record names. A proof that needs no guard should not have named one.
"""
import collections

RULE = "lc-short-buffer"
OUTCOMES = {"finding": "became a finding", "open": "left open, kept as a requirement", "another": "still proven, by another guard",
            "wrong": "wrong"}


def place(there):
    """A place of a record as FILE:LINE:COLUMN."""
    return f"{there['file']}:{there['line']}:{there.get('column', 0)}"


def verdict_of(conversion):
    """What the rule says of a conversion of the record, or an empty verdict."""
    return next((v for v in conversion.get("verdicts", []) if v["rule"] == RULE), {})


def guards_of(conversion):
    """The places of the guards that its proof names."""
    verdict = verdict_of(conversion)
    return [place(guard) for guard in verdict.get("guards", [])] if verdict.get("verdict") == "proven" else []


def batches(conversions):
    """Lists of places such that each guard is in one, and each list has one guard of a function."""
    by_function = collections.defaultdict(list)
    for conversion in conversions:
        for guard in guards_of(conversion):
            if guard not in by_function[conversion["function"]]:
                by_function[conversion["function"]].append(guard)
    longest = max(map(len, by_function.values()), default=0)
    return [sorted({guards[turn] for guards in by_function.values() if turn < len(guards)}) for turn in range(longest)]


def outcome(before, after, forgotten):
    """What became of a conversion when the places FORGOTTEN were: a key of OUTCOMES, and words on it."""
    if not after:
        return "wrong", "the conversion is no longer listed"
    verdict, left = verdict_of(after), guards_of(after)
    if verdict.get("verdict") != "proven":
        return ("finding" if "level" in verdict else "open"), verdict.get("how", "")
    if set(left) & set(forgotten):
        return "wrong", f"still proven by what was forgotten: {verdict['how']}"
    if not left:
        return "wrong", f"still proven, and no other guard is named: {verdict['how']}"
    return "another", ", ".join(left)


def by_identity(conversions):
    """The conversions by what they are: their numbers change with what else is listed."""
    known, alike = {}, collections.Counter()
    for conversion in conversions:
        key = conversion["function"], place(conversion["cast"]), conversion["target"]["type"]
        known[(*key, alike[key])] = conversion
        alike[key] += 1
    return known


def examine(compile_unit):
    """Forgets the guards of a unit one after the other.

    COMPILE_UNIT takes places and gives the unit's conversions without them, or raises an exception. Yields (conversion,
    places forgotten that its proof named, outcome, words).
    """
    ledger = compile_unit([])
    for forgotten in batches(ledger):
        after = by_identity(compile_unit(forgotten))
        for identity, conversion in by_identity(ledger).items():
            mine = sorted(set(guards_of(conversion)) & set(forgotten))
            if mine:
                yield (conversion, mine, *outcome(conversion, after.get(identity), forgotten))
