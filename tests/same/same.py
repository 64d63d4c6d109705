#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""usage: same.py [--sample N | --first N] [--modes M,M...] [--state FILE] PLUGIN CORPUS[=COUNT]...

Compiles the units of each CORPUS (torture, dejagnu, csmith, mutants) with and without PLUGIN, and compares: the same code, the
same exit status, the same messages of the compiler, no crash and no hang. A sample takes N units of each corpus, always
the same ones, each in one mode; else every unit is compiled in every mode. What is in the state FILE for this plugin
and this compiler is not done again, so that a run that was stopped goes on. Closes with a line 'N passed, N failed'.
"""
import argparse
import collections
import concurrent.futures
import hashlib
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import compile as compiling  # noqa: E402 (the path comes first)
import corpus as corpora  # noqa: E402
import profiles  # noqa: E402

CC = shlex.split(os.environ.get("CC", "gcc"))
PROFILED = ("profile-use", "auto-profile")
MODES = (*compiling.MODES, *PROFILED)
WORTH_TIMING = 0.5  # seconds: below, the start of the process is what is measured


class State:
    """What was done before, and what is done now, a line each; kept in a file if there is one."""

    def __init__(self, path, key):
        self.done, self.lock, self.file = {}, threading.Lock(), None
        if not path:
            return
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        if lines and json.loads(lines[0]) == key:
            for line in lines[1:]:
                try:
                    each = json.loads(line)
                except ValueError:  # the run was stopped while it wrote
                    continue
                self.done[each["unit"], each["mode"]] = each
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".new")
        partial.write_text("\n".join(map(json.dumps, [key, *self.done.values()])) + "\n", encoding="utf-8")
        partial.replace(path)
        self.file = path.open("a", encoding="utf-8")

    def add(self, each):
        """One unit in one mode is done."""
        with self.lock:
            self.done[each["unit"], each["mode"]] = each
            if self.file:
                self.file.write(json.dumps(each) + "\n")
                self.file.flush()


def check(unit, modes, plugin, state):
    """Compiles UNIT in those of MODES that are not done yet."""
    wanted = [mode for mode in modes if (unit.name, mode) not in state.done]
    if not wanted:
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        try:
            path, options = unit.make(folder)
        except (OSError, subprocess.SubprocessError) as error:
            for mode in wanted:
                state.add({"unit": unit.name, "mode": mode, "skipped": str(error)[:200]})
            return
        available = dict(compiling.MODES)
        if any(mode in PROFILED for mode in wanted):
            available.update(profiles.profiled(CC, options, path, folder) if unit.runs else {})
        for mode in wanted:
            if mode not in available:
                state.add({"unit": unit.name, "mode": mode, "skipped": "it does not run"})
                continue
            # The mode says which -O it is.
            level = [option for option in options if not option.startswith("-O")]
            plain = compiling.compile_once(CC, [*level, *available[mode]], path, folder)
            if plain.timed_out:
                state.add({"unit": unit.name, "mode": mode, "skipped": "the plain compile does not end"})
                continue
            checked = compiling.compile_once([*CC, f"-fplugin={plugin}"], [*level, *available[mode]], path, folder)
            wrong = compiling.difference(plain, checked)
            if wrong and any(compiling.difference(plain, compiling.compile_once(CC, [*level, *available[mode]], path, folder))
                             for _ in range(3)):
                state.add({"unit": unit.name, "mode": mode, "skipped": "two plain compiles differ"})
                continue
            state.add({"unit": unit.name, "mode": mode, "status": plain.status, "options": shlex.join(level), "wrong": wrong,
                       "plain": round(plain.seconds, 3), "checked": round(checked.seconds, 3)})


def modes_of(unit, modes, one):
    """The modes in which UNIT is compiled: all, or ONE by its number."""
    fit = [mode for mode in modes if unit.runs or mode not in PROFILED]
    return [fit[unit.number("mode") % len(fit)]] if one else fit


def report(name, units, state):
    """Says how the units of corpus NAME fared; (passed, failed)."""
    mine = [state.done[key] for key in ((unit.name, mode) for unit, modes in units for mode in modes) if key in state.done]
    compared = [each for each in mine if "wrong" in each]
    wrong = [each for each in compared if each["wrong"]]
    refused = sum(each["status"] != 0 for each in compared)
    print(f"{name}: {len(units)} units, {len(compared)} compiles compared ({refused} of what the compiler refuses), "
          f"{len(mine) - len(compared)} left out")
    by_mode = collections.Counter(each["mode"] for each in compared)
    print("     " + ", ".join(f"{mode} {by_mode[mode]}" for mode in MODES if by_mode[mode]))
    timed = sorted((each["checked"] / each["plain"], each) for each in compared if each["plain"] >= WORTH_TIMING)
    if timed:
        print(f"     CPU with the plugin, units of {WORTH_TIMING} s and more: median {timed[len(timed) // 2][0]:.2f} of the plain compile, "
              f"at most {timed[-1][0]:.2f} ({timed[-1][1]['unit']}, {timed[-1][1]['mode']})")
    for each in wrong[:40]:
        print(f"FAIL {each['unit']} {each['mode']} {each['options']}: {each['wrong']}")
    idle = not compared or len(compared) < len(mine) / 2 or refused > len(compared) / 2
    if idle:
        print(f"FAIL {name}: most units were left out or refused")
    return len(compared) - len(wrong), len(wrong) + idle


def main():
    """Compiles everything that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plugin", type=pathlib.Path)
    parser.add_argument("corpus", nargs="+")
    parser.add_argument("--testsuite", type=lambda text: pathlib.Path(text).resolve(), help="gcc/testsuite of GCC's source")
    parser.add_argument("--sample", type=int, metavar="N")
    parser.add_argument("--first", type=int, metavar="N", help="the first N units alone")
    parser.add_argument("--match", metavar="TEXT", help="units whose name holds TEXT alone")
    parser.add_argument("--one-mode", action="store_true", help="each unit in one mode, as a sample does")
    parser.add_argument("--modes", default=",".join(MODES))
    parser.add_argument("--state", type=pathlib.Path)
    given = parser.parse_args()
    modes = given.modes.split(",")
    # A copy, so that a build that goes on beside a long run does not change what is run.
    copy = tempfile.TemporaryDirectory()
    for part in given.plugin.resolve().parent.glob("layoutcheck*.so"):
        shutil.copy(part, copy.name)
    plugin = pathlib.Path(copy.name) / given.plugin.name
    version = subprocess.run([*CC, "-v"], capture_output=True, check=True).stderr
    state = State(given.state, {"plugin": compiling.digest(plugin), "compiler": hashlib.sha256(version).hexdigest()})
    workers, passed, failed = int(os.environ.get("JOBS", os.cpu_count() or 1)), 0, 0
    for each in given.corpus:
        name, _, count = each.partition("=")
        units = {"torture": lambda: corpora.torture(given.testsuite), "dejagnu": lambda: corpora.dejagnu(given.testsuite),
                 "csmith": lambda n=count: corpora.csmith(int(n or 2000)),
                 "mutants": lambda n=count: corpora.mutants(given.testsuite, int(n or 20000), CC)}[name]()
        units = [unit for unit in units if not given.match or given.match in unit.name]
        if given.sample:
            units = sorted(units, key=lambda unit: unit.number())[:given.sample]
        units = [(unit, modes_of(unit, modes, given.sample or given.one_mode)) for unit in units[:given.first]]
        with concurrent.futures.ThreadPoolExecutor(workers) as pool:
            for count, _ in enumerate(pool.map(lambda pair: check(*pair, plugin, state), units), 1):
                if count % 500 == 0 and not given.sample:
                    print(f"{name}: {count} of {len(units)}", flush=True)
        good, bad = report(name, units, state)
        passed, failed = passed + good, failed + bad
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
