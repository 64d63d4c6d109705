#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""usage: tests/helpers/instructions.py [--update]

Each helper of layoutcheck.h costs what the check written by hand costs: compiles
the pairs of pairs/ at -O2 for each machine that there is a compiler for, and compares
the instructions of both, and those of the helper with what golden/PAIR.txt keeps.
Where the two of a pair differ, golden/differences says why, and by how many
instructions; the list is printed. --update writes golden/ anew, for the compilers
that are here. Another version of a compiler than golden/ was made by is not
held to it, but to no more instructions than by hand (the same on x86-64).
"""
import difflib
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE / "golden"
INCLUDE = HERE.parents[1] / "include"
# Else one of two equal functions is a jump to the other.
GCC = ["-fno-ipa-icf"]
# A cross compiler may come without a C library.
CROSS = [*GCC, "-ffreestanding"]
COMPILERS = {
    "x86_64": (shlex.split(os.environ.get("CC", "gcc")), [*GCC, "-fcf-protection=none"]),
    "x86_64-clang": (["clang"], ["-fcf-protection=none"]),
    "aarch64": (["aarch64-linux-gnu-gcc"], CROSS),
    "arm": (["arm-linux-gnueabihf-gcc"], CROSS),
    "riscv64": (["riscv64-linux-gnu-gcc"], CROSS),
    "s390x": (["s390x-linux-gnu-gcc"], CROSS),
    "powerpc": (["powerpc-linux-gnu-gcc"], CROSS),
}
TITLE = "# What {0}_by_helper() compiles to at -O2. instructions.py --update writes this.\n"
results = []


def report(sentence, complaint=None):
    results.append(complaint is None)
    print(f"{'not ' if complaint is not None else ''}ok {len(results)} - {sentence}")
    if complaint:
        print("\n".join("# " + line for line in complaint.splitlines()))


def body(assembly, function):
    """The instructions of a function, with labels numbered in order of appearance."""
    lines, on, number = [], False, {}
    for line in assembly.splitlines():
        if line.startswith(function + ":"):
            on = True
            continue
        if not on:
            continue
        if re.match(r"\t\.size|\.Lfunc_end", line):
            break
        line = re.sub(r"[ \t]*(# |@ |// |#APP|#NO_APP).*", "", line).rstrip()
        if not line or re.match(r"\.L[A-Z]*F[BE]\d*:|\t\.", line):
            continue
        lines.append(re.sub(r"\.L[A-Z]*\d+(_\d+)?",
                            lambda label: f".L{number.setdefault(label[0], len(number) + 1)}", line))
    return lines


def instructions(lines):
    return sum(not line.startswith(".L") for line in lines)


def compile_pairs(command, options):
    """{pair: (lines by hand, lines by helper)}."""
    pairs = {}
    for source in sorted((HERE / "pairs").glob("*.c")):
        assembly = subprocess.run(
            [*command, *options, "-std=c11", "-O2", "-fno-asynchronous-unwind-tables",
             f"-I{INCLUDE}", "-S", "-o", "-", source], check=True, stdout=subprocess.PIPE, text=True).stdout
        for pair in re.findall(r"^(\w+)_by_hand:", assembly, re.M):
            pairs[pair] = (body(assembly, pair + "_by_hand"), body(assembly, pair + "_by_helper"))
    return pairs


def version(command):
    first = subprocess.run([*command, "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout
    if "clang" in first.splitlines()[0]:
        return "clang " + re.search(r"version (\d+)", first)[1]
    major = subprocess.run([*command, "-dumpversion"], check=True, stdout=subprocess.PIPE, text=True).stdout
    return "gcc " + major.split(".")[0].strip()


def read_golden(pair):
    """{machine: (version, lines by helper and, if those are others, by hand)}."""
    sections, lines = {}, []
    path = GOLDEN / f"{pair}.txt"
    for line in path.read_text().splitlines() if path.exists() else []:
        head = re.match(r"== (\S+), (\w+ \d+)$", line)
        if head:
            lines = []
            sections[head[1]] = (head[2], lines)
        elif line:
            lines.append(line)
    return sections


def kept(hand, helper):
    return helper if hand == helper else [*helper, "-- by hand:", *hand]


def read_differences():
    """{(machine, pair): (how many more, why)}."""
    table = {}
    for line in (GOLDEN / "differences").read_text().splitlines():
        if line and not line.startswith("#"):
            machine, pair, more, why = line.split(None, 3)
            table[machine, pair] = (int(more), why)
    return table


def compare(machine, made_by, pairs, differences):
    listed = []
    for pair, (hand, helper) in sorted(pairs.items()):
        golden_by, golden = read_golden(pair).get(machine, (None, []))
        same_version = golden_by in (None, made_by)
        more = instructions(helper) - instructions(hand)
        expected, why = differences.get((machine, pair), (0, None))
        complaint = None
        if not hand or not helper:
            complaint = "there are no instructions"
        elif hand != helper and not why and (same_version or machine == "x86_64"):
            complaint = f"{more:+d} instructions; golden/differences does not say why\n" + \
                "\n".join(difflib.unified_diff(hand, helper, "by hand", "by helper", lineterm=""))
        elif hand == helper and why and same_version:
            complaint = "golden/differences tells of a difference that is no more"
        elif (more != expected and same_version) or more > max(expected, 0):
            complaint = f"{more:+d} instructions, where golden/differences says {expected:+d}"
        report(f"{machine}: {pair}: the helper costs what the check by hand costs", complaint)
        if why and hand != helper:
            listed.append(f"# {machine} {pair}: {more:+d} instructions: {why}")
        if same_version:
            now = kept(hand, helper)
            report(f"{machine}: {pair}: the instructions are those of golden/{pair}.txt",
                   None if now == golden else "\n".join(
                       difflib.unified_diff(golden, now, "golden", "now", lineterm="")))
    return listed


def update(compiled):
    pairs = {pair for _, of_machine in compiled.values() for pair in of_machine}
    for path in GOLDEN.glob("*.txt"):
        if path.stem not in pairs:
            path.unlink()
    GOLDEN.mkdir(exist_ok=True)
    for pair in sorted(pairs):
        sections = read_golden(pair)
        for machine, (made_by, of_machine) in compiled.items():
            sections[machine] = (made_by, kept(*of_machine[pair]))
        with open(GOLDEN / f"{pair}.txt", "w") as out:
            out.write(TITLE.format(pair))
            for machine in COMPILERS:
                if machine in sections:
                    made_by, lines = sections[machine]
                    out.write(f"\n== {machine}, {made_by}\n" + "".join(line + "\n" for line in lines))


def main():
    if sys.argv[1:] not in ([], ["--update"]):
        sys.exit(__doc__.splitlines()[0])
    compiled = {}
    for machine, (command, options) in COMPILERS.items():
        there = shutil.which(command[0])
        if there and command == COMPILERS["x86_64"][0]:
            there = subprocess.run([*command, "-dumpmachine"], stdout=subprocess.PIPE,
                                   text=True).stdout.startswith("x86_64")
        if there:
            compiled[machine] = (version(command), compile_pairs(command, options))
        elif not sys.argv[1:]:
            report(f"{machine} compiles the pairs # SKIP {command[0]} is not here, or is for another machine")
    if sys.argv[1:]:
        update(compiled)
        return
    differences = read_differences()
    listed = []
    for machine, (made_by, pairs) in compiled.items():
        listed += compare(machine, made_by, pairs, differences)
    known = set().union(*(pairs for _, pairs in compiled.values()))
    unknown = sorted({pair for _, pair in differences} - known) + \
        sorted({path.stem for path in GOLDEN.glob("*.txt")} - known)
    report("golden/ tells of no pair that is not there", ", ".join(unknown) or None)
    print("\n".join(["# Where the helper's instructions are not those by hand:", *listed]))
    print(f"1..{len(results)}")
    sys.exit(not all(results))


main()
