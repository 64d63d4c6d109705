# SPDX-License-Identifier: GPL-2.0-or-later
"""Expectations that stand as comments on the lines of a test file, and their match with what was seen.

    h->len;        // warning: needs 8 bytes.* known 4 [lc-short-buffer]; also note: it is 4 bytes long
    h = (void *)p; // verdict: overlay struct hdr proven lc-short-buffer because 8 <= len
    g = cookie;    // verdict: none
"""
import re
from dataclasses import dataclass, field

LEVELS = ("error", "warning", "note")
COMMENT = re.compile(r"//\s*((?:error|warning|note|verdict):.*)$")
FINDING = re.compile(r"(error|warning|note):\s*(.*?)\s*(?:\[(lc-[a-z-]+)\])?$")
VERDICT = re.compile(r"verdict:\s*(overlay|copy-in|copy-out|compare|pun|map|retype|length)\s+(.+?)\s+"
                     r"(?:(proven|refuted|open)\s+(lc-[a-z-]+)(?:\s+because\s+(.+))?|held\s+(\S+))$")
DIAGNOSTIC = re.compile(r"^(.+?):(\d+):(?:(\d+):)? (fatal error|error|warning|note): (.*)$")
TAG = re.compile(r"\s*\[((?:CWE|lc)-[A-Za-z0-9-]+|-W[^\]]*)\]\s*$")
SETTING = re.compile(r"^//\s*(options|levels|exit|model|needs):\s*(.*?)\s*$")


class BadExpectation(Exception):
    """A comment that looks like an expectation and is none."""


@dataclass
class Expectation:
    """One thing that must be seen on LINE of FILE."""
    file: str
    line: int
    text: str
    level: str  # a diagnostic's level, or "verdict"
    pattern: str = ""
    rule: str = ""  # empty: a note that belongs to a finding
    conversion: str = ""
    target: str = ""
    verdict: str = ""
    held_by: str = ""
    met: bool = False

    def __str__(self):
        return f"{self.file}:{self.line}: {self.text}"


@dataclass
class Diagnostic:
    """One message of the compiler."""
    file: str
    line: int
    level: str
    message: str
    tags: list = field(default_factory=list)

    @property
    def rule(self):
        """The id of the rule that speaks, or the empty string."""
        return next((tag for tag in self.tags if tag.startswith("lc-")), "")

    def __str__(self):
        tags = "".join(f" [{tag}]" for tag in self.tags)
        return f"{self.file}:{self.line}: {self.level}: {self.message}{tags}"


def parse_one(file, line, text):
    """The expectation that TEXT states."""
    if text.startswith("verdict:"):
        if text == "verdict: none":
            return Expectation(file, line, text, "verdict")
        match = VERDICT.match(text)
        if not match:
            raise BadExpectation(f"{file}:{line}: expected 'verdict: KIND TYPE proven|refuted|open RULE [because REGEX]', "
                                 f"'verdict: KIND TYPE held HELPER' or 'verdict: none', found '{text}'")
        kind, target, verdict, rule, because, held_by = match.groups()
        return Expectation(file, line, text, "verdict", because or "", rule or "", kind, target,
                           verdict or "", held_by or "")
    match = FINDING.match(text)
    if not match:
        raise BadExpectation(f"{file}:{line}: expected 'error|warning|note: REGEX [RULE]', found '{text}'")
    level, pattern, rule = match.groups()
    if level != "note" and not rule:
        raise BadExpectation(f"{file}:{line}: '{text}' must end in the rule's id in brackets")
    return Expectation(file, line, text, level, pattern, rule or "")


def parse_source(file, text):
    """The expectations and the settings (options, levels, exit, model, needs) of one source file."""
    expectations, settings = [], {}
    for number, line in enumerate(text.splitlines(), 1):
        setting = SETTING.match(line)
        if setting:
            settings[setting.group(1)] = setting.group(2)
            continue
        comment = COMMENT.search(line)
        if comment:
            for part in comment.group(1).split("; also "):
                expectations.append(parse_one(file, number, part.strip()))
    return expectations, settings


def parse_diagnostics(text):
    """The diagnostics in what the compiler printed, without its source excerpts."""
    found = []
    for line in text.splitlines():
        match = DIAGNOSTIC.match(line)
        if not match:
            continue
        file, number, _, level, message = match.groups()
        tags = []
        while tag := TAG.search(message):
            tags.insert(0, tag.group(1))
            message = message[:tag.start()]
        found.append(Diagnostic(file, int(number), level, message, tags))
    return found


def match_diagnostics(expectations, diagnostics):
    """Complaints: what was expected and did not come, and what a rule said unexpectedly."""
    complaints, taken = [], set()
    for expectation in (e for e in expectations if e.level != "verdict"):
        for index, seen in enumerate(diagnostics):
            if (index not in taken and (seen.file, seen.line, seen.level, seen.rule) ==
                    (expectation.file, expectation.line, expectation.level, expectation.rule)
                    and re.search(expectation.pattern, seen.message)):
                taken.add(index)
                break
        else:
            complaints.append(f"not seen: {expectation}")
    for index, seen in enumerate(diagnostics):
        if index not in taken and (seen.rule or seen.level == "fatal error"):
            complaints.append(f"unexpected: {seen}")
    return complaints


def match_verdicts(expectations, conversions):
    """Complaints about the ledger: CONVERSIONS are the record's, as parsed from JSON."""
    complaints = []
    for expectation in (e for e in expectations if e.level == "verdict"):
        here = [c for c in conversions
                if (c["cast"]["file"], c["cast"]["line"]) == (expectation.file, expectation.line)]
        if not expectation.conversion:
            complaints += [f"unexpected: {describe(c)}" for c in here]
        elif not any(fits(expectation, c) for c in here):
            seen = "; ".join(describe(c) for c in here) or "no conversion on this line"
            complaints.append(f"not seen: {expectation} (ledger: {seen})")
    return complaints


def fits(expectation, conversion):
    """Is CONVERSION what EXPECTATION states?"""
    if (conversion["conversion"], conversion["target"]["type"]) != (expectation.conversion, expectation.target):
        return False
    if expectation.held_by:
        return conversion.get("heldBy") == expectation.held_by
    return any((v["rule"], v["verdict"]) == (expectation.rule, expectation.verdict)
               and re.search(expectation.pattern, v.get("how", ""))
               for v in conversion.get("verdicts", []))


def describe(conversion):
    """A conversion in one line."""
    verdicts = ", ".join(f"{v['verdict']} {v['rule']} because {v.get('how', '?')}"
                         for v in conversion.get("verdicts", []))
    held = f" held {conversion['heldBy']}" if "heldBy" in conversion else ""
    place = conversion["cast"]
    return (f"{place.get('file')}:{place.get('line')}: {conversion['conversion']} "
            f"{conversion['target']['type']} {verdicts or 'no verdict'}{held}")
