#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""usage: forget.py BUILD CHECKED PLUGIN [CONVERSIONS|all]

Would the proofs about the kernel notice? Compiles files of the kernel build folder BUILD again, check-only, with one
guard of each function forgotten, and compares with what was proven: see tests/tools/forgetting.py. Takes files, always
the same ones, until CONVERSIONS (300) proofs have been examined; CHECKED holds the objects of the compile with the
plugin, whose records say which files have any. Closes with a line 'N passed, N failed'.
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
HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "tools")]
import forgetting  # noqa: E402 (the path comes first)
import objects  # noqa: E402
import recompile  # noqa: E402

FOLDERS = ("drivers", "net")
ARGUMENT = "-fplugin-arg-layoutcheck-"
SHOWN = 20


def ledger(build, plugin, name, command, forgotten):
    """The conversions of the file that makes object NAME, without the guards at the places FORGOTTEN."""
    with tempfile.TemporaryDirectory() as scratch:
        command = recompile.with_plugin(name, command, f"{scratch}/out.o", plugin).split(" ; ")[0]
        only = " ".join([f"{ARGUMENT}check-only", f"{ARGUMENT}record-dir={scratch}",
                         *(f"'{ARGUMENT}forget={place}'" for place in forgotten)])
        command = command.replace(f" -fplugin={plugin}", f" -fplugin={plugin} {only}", 1)
        done = subprocess.run(["/bin/sh", "-c", command], cwd=build, env=dict(os.environ, LC_ALL="C"),
                              capture_output=True, check=False)
        said = done.stderr.decode("utf-8", "replace")
        records = list(pathlib.Path(scratch).glob("*.jsonl"))
        if not records or recompile.CRASH.search(said) or "nothing to forget" in said:
            raise ValueError(f"{name}: {said.strip()[-300:]}")
        lines = map(json.loads, records[0].read_text(encoding="utf-8").splitlines())
        return [line for line in lines if line["kind"] == "conversion"]


def with_proofs(build, checked):
    """(object, command, conversions proven by a guard), in an order that only their names decide."""
    found = []
    for name, command in recompile.commands(build, FOLDERS):
        record = objects.record(checked / name) if (checked / name).exists() else None
        proven = sum(bool(forgetting.guards_of(line)) for line in record or [] if line["kind"] == "conversion")
        if proven:
            found.append((name, command, proven))
    return sorted(found, key=lambda each: hashlib.sha256(each[0].encode()).hexdigest())


def main():
    """Forgets, and says how many of how many."""
    build, checked, plugin = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    wanted = sys.argv[4] if len(sys.argv) > 4 else "300"
    files = with_proofs(build, checked)
    total, chosen, sampled = sum(proven for *_, proven in files), [], 0
    for each in files:
        if wanted != "all" and sampled >= int(wanted):
            break
        chosen.append(each)
        sampled += each[2]

    def one(each):
        name, command, _ = each
        try:
            return list(forgetting.examine(lambda places: ledger(build, plugin, name, command, places)))
        except ValueError as error:
            return str(error)

    counts, wrong, examined, why = collections.Counter(), [], 0, collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(int(os.environ.get("JOBS", os.cpu_count() or 1))) as pool:
        for (name, *_), seen in zip(chosen, pool.map(one, chosen)):
            if isinstance(seen, str):
                wrong.append(seen)
                continue
            examined += len({conversion["id"] for conversion, *_ in seen})
            for conversion, guards, what, words in seen:
                counts[what] += 1
                if what == "wrong":
                    wrong.append(f"{name}: {forgetting.place(conversion['cast'])} without {', '.join(guards)}: {words}")
                elif what == "open":
                    why[re.sub(r"'[^']*'|\d+", "…", words.split("; ")[-1])] += 1
    guards = sum(counts.values())
    print(f"linux: {examined} proofs of {total} in {len(chosen)} of {len(files)} files, {guards} guards forgotten one by one")
    for key, words in forgetting.OUTCOMES.items():
        print(f"     {words}: {counts[key]} of {guards}")
    for words, times in why.most_common(SHOWN):
        print(f"     {times:>5} left open: {words}")
    holds = guards > 0 and not wrong
    print(f"{'ok  ' if holds else 'FAIL'} no proof survives the guard that it names: {guards - counts['wrong']} of {guards}")
    for line in wrong[:SHOWN]:
        print(f"     {line}")
    print(f"\n{int(holds)} passed, {int(not holds)} failed")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
