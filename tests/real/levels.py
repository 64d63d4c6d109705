#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""usage: levels.py BUILD CHECKED PLUGIN [FILES|all]

The same text says the same at every level of optimisation. Preprocesses files of the kernel build folder BUILD as they
were compiled, compiles the result check-only at -O0, -Os, -O2 and -O3, and compares findings and verdicts. Takes those
FILES (20) whose objects below CHECKED list the most conversions, and as many others, always the same ones. Closes with
a line 'N passed, N failed'.
"""
import collections
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import objects  # noqa: E402 (the path comes first)
import recompile  # noqa: E402

FOLDERS = ("drivers", "net")
LEVELS = ("-O0", "-Os", "-O2", "-O3")
KINDS = ("conversion", "requirement", "result", "incomplete")
FEW = 0.03
ARGUMENT = "-fplugin-arg-layoutcheck-"


def shell(command, folder):
    """Runs COMMAND in FOLDER; what it said, after an exception if it failed."""
    done = subprocess.run(["/bin/sh", "-c", command], cwd=folder, env=dict(os.environ, LC_ALL="C"), capture_output=True,
                          check=False)
    if done.returncode:
        raise ValueError(done.stderr.decode("utf-8", "replace").strip()[-300:])


def records(build, plugin, name, command):
    """What the record of the file that makes object NAME says, by level."""
    found = {}
    with tempfile.TemporaryDirectory() as scratch:
        text = f"{scratch}/{pathlib.Path(name).stem}.i"
        command = recompile.with_plugin(name, command, text, plugin).split(" ; ")[0].replace(f" -fplugin={plugin}", "", 1)
        shell(command.replace(" -c -o ", " -E -o ", 1), build)
        command = re.sub(rf" -c -o {re.escape(text)} \S+\.c\b", f" -c -o {scratch}/out.o {text}", command)
        for level in LEVELS:
            only = f"-fplugin={plugin} {ARGUMENT}check-only {ARGUMENT}record-dir={scratch}/{level}"
            shell(command.replace(" -c -o ", f" {only} {level} -c -o ", 1), build)
            record = next(pathlib.Path(scratch, level).glob("*.jsonl"))
            lines = map(json.loads, record.read_text(encoding="utf-8").splitlines())
            found[level] = [line for line in lines if line["kind"] in KINDS]
    return found


def verdicts(lines):
    """What a record concludes: by function, place, type and rule, each verdict and the level it is reported at."""
    found = collections.defaultdict(set)
    for line in lines:
        if line["kind"] == "conversion":
            at = f"{line['cast'].get('file')}:{line['cast'].get('line')}"
            for verdict in line["verdicts"]:
                key = (line["function"], at, line["target"]["type"], verdict["rule"])
                found[key].add((verdict["verdict"], verdict.get("level", "none")))
    return found


def compare(one, two):
    """(what differs in words, how many verdicts only one of the records has).

    The compiler folds tests of one field into one, and drops functions that nobody calls, before anything is analysed:
    what only one record has is no difference, unless it is a finding.
    """
    first, second = verdicts(one), verdicts(two)
    lonely = [key for key in first.keys() ^ second.keys()]
    wrong = [f"{' '.join(key)}: {sorted(first[key])} / {sorted(second[key])}" for key in first.keys() & second.keys()
             if first[key] != second[key]]
    wrong += [f"{' '.join(key)}: only once" for key in lonely
              if any(level != "none" for _, level in (first.get(key) or second.get(key)))]
    return "; ".join(sorted(wrong)[:4]) or None, len(lonely)


def choose(build, checked, wanted):
    """The files to compile: those with the most conversions, and others by a hash of their names."""
    counted = []
    for name, command in recompile.commands(build, FOLDERS):
        record = objects.record(checked / name) if (checked / name).exists() else None
        counted.append((sum(line["kind"] == "conversion" for line in record or []), name, command))
    rich = sorted(counted, key=lambda each: (-each[0], each[1]))
    if wanted == "all":
        return rich
    rest = sorted(rich[int(wanted):], key=lambda each: hashlib.sha256(each[1].encode()).hexdigest())
    return rich[:int(wanted)] + rest[:int(wanted)]


def main():
    """Compiles and compares, and says how many are the same."""
    build, checked, plugin = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    files = choose(build, checked, sys.argv[4] if len(sys.argv) > 4 else "20")
    conversions, results, total, lonely, wrong = 0, 0, 0, 0, []

    def one(each):
        try:
            return records(build, plugin, each[1], each[2])
        except ValueError as error:
            return str(error)

    with concurrent.futures.ThreadPoolExecutor(int(os.environ.get("JOBS", os.cpu_count() or 1))) as pool:
        for (_, name, _), seen in zip(files, pool.map(one, files)):
            if isinstance(seen, str):
                wrong.append(f"{name}: {seen}")
                continue
            conversions += sum(line["kind"] == "conversion" for line in seen[LEVELS[0]])
            results += sum(line["kind"] == "result" for line in seen[LEVELS[0]])
            for level in LEVELS[1:]:
                words, alone = compare(seen[LEVELS[0]], seen[level])
                total += len(verdicts(seen[level]))
                lonely += alone
                if words:
                    wrong.append(f"{name}: {LEVELS[0]} and {level} differ in {words}")
    holds = files and conversions > 0 and not wrong and lonely <= total * FEW
    print(f"linux: {len(files)} files at {', '.join(LEVELS)}: {conversions} conversions, {results} findings each")
    print(f"{'ok  ' if holds else 'FAIL'} the same text says the same at every level: "
          f"{len(files) - len({line.split(': ')[0] for line in wrong})} of {len(files)} files")
    print(f"     {lonely} of {total} verdicts are about what one level alone kept; at most {FEW:.0%} may be")
    for line in wrong[:20]:
        print(f"     {line}")
    print(f"\n{int(bool(holds))} passed, {int(not holds)} failed")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
