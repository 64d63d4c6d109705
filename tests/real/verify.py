#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""usage: verify.py dmidecode|tcpdump|linux FOLDER

Checks the objects that a build with the plugin left below FOLDER against those
of the build without it, hands them to `layoutcheck collect`, and prints what was
found. Closes with a line 'N passed, N failed'.
"""
import collections
import json
import os
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import objects  # noqa: E402 (the path comes first)

COMMAND = pathlib.Path(os.environ.get("B", "build")) / "layoutcheck"
COUNTED = {"results": "result", "conversions": "conversion", "requirements": "requirement", "layouts": "layout"}
SHOWN = 8  # failures named of each kind


class Tally:
    """Counts what held and what did not, and prints a line for each."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, sentence, total, failures):
        """SENTENCE holds for TOTAL things but those in FAILURES, a list of lines."""
        holds = total > 0 and not failures
        self.passed += holds
        self.failed += not holds
        print(f"{'ok  ' if holds else 'FAIL'} {sentence}: {total - len(failures)} of {total}")
        for line in failures[:SHOWN]:
            print(f"     {line}")
        if len(failures) > SHOWN:
            print(f"     and {len(failures) - SHOWN} more")


def program_results(folder):
    """The objects of both builds, compared."""
    results = []
    for plain in sorted((folder / "plain").glob("*.o")):
        checked = folder / "checked" / plain.name
        result = {"object": plain.name, "path": checked, "status": 0 if checked.exists() else 1, "crash": False,
                  "said": "no such object", "difference": None}
        if checked.exists():
            result["difference"] = objects.difference(plain, checked)
        results.append(result)
    return results


def linux_results(folder):
    """What recompile.py left."""
    results = json.loads((folder / "checked" / "results.json").read_text(encoding="utf-8"))["results"]
    return [dict(result, path=folder / "checked" / result["object"]) for result in results]


def damage(record):
    """What is wrong with a record, or None."""
    if record is None:
        return "no record"
    kinds = [line.get("kind") for line in record]
    if not kinds or kinds[0] != "unit" or kinds[-1] != "end":
        return "the record does not go from unit to end"
    wrong = [name for name, kind in COUNTED.items() if record[-1].get(name) != kinds.count(kind)]
    return f"the counts of {', '.join(wrong)} are wrong" if wrong else None


def read_records(tally, compiled):
    """The lines of all whole records."""
    lines, failures = [], []
    for result in compiled:
        try:
            record = objects.record(result["path"])
            wrong = damage(record)
        except (ValueError, OSError, objects.BadObject) as error:
            record, wrong = None, str(error)
        if wrong:
            failures.append(f"{result['object']}: {wrong}")
        else:
            lines += record
    tally.check("objects that carry a whole record", len(compiled), failures)
    return lines


def print_unfinished(lines):
    """What the analysis did not finish, by reason."""
    reasons = collections.Counter(line["reason"] for line in lines if line["kind"] == "incomplete")
    for reason, count in reasons.most_common(SHOWN):
        print(f"not finished: {count:>6}  {reason}")


def excerpt(result):
    """What the compiler said when it failed, from where it matters."""
    said = result["said"]
    start = max(said.find("internal compiler error"), said.find("error:"), 0)
    return f"{result['object']}: {' '.join(said[start:start + 600].split())}"


def collect(tally, folder, root, compiled, lines):
    """One SARIF file of all the objects; of each rule that spoke in the records it holds findings."""
    sarif = folder / "results.sarif"
    sarif.unlink(missing_ok=True)
    failures = []
    if not COMMAND.exists():
        tally.check("SARIF files collected", 1, [f"{COMMAND} is not built"])
        return
    done = subprocess.run([COMMAND, "collect", f"--source-root={root}", *(str(result["path"]) for result in compiled), "-o", sarif],
                          capture_output=True, text=True, errors="replace", check=False)
    if done.returncode not in (0, 1) or not sarif.exists():
        failures.append(f"layoutcheck collect: exit {done.returncode}: {(done.stderr or done.stdout).strip()[-400:]}")
    else:
        run = json.loads(sarif.read_text(encoding="utf-8"))["runs"][0]
        rules = {line["result"]["ruleId"] for line in lines if line["kind"] == "result"}
        failures += [f"no result of {rule} in {sarif}"
                     for rule in sorted(rules - {result["ruleId"] for result in run["results"]})]
    tally.check("SARIF files collected", 1, failures)
    done = subprocess.run([COMMAND, "report", *(str(result["path"]) for result in compiled)],
                          capture_output=True, text=True, errors="replace", check=False)
    tally.check("reports printed", 1, [] if done.returncode in (0, 1) and done.stdout else
                [f"layoutcheck report: exit {done.returncode}: {done.stderr.strip()[-400:]}"])
    print(f"\n{done.stdout}")


def main():
    """Checks, then sums."""
    project, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    results = linux_results(folder) if project == "linux" else program_results(folder)
    compiled = [result for result in results if result["status"] == 0]
    tally = Tally()
    version = (folder / "version").read_text(encoding="utf-8").strip()
    print(f"\n{version}")
    tally.check("files compiled with the plugin", len(results),
                [excerpt(result) for result in results if result["status"]])
    tally.check("files without a crash of the compiler", len(results),
                [excerpt(result) for result in results if result["crash"]])
    tally.check("objects identical to those compiled without the plugin", len(compiled),
                [f"{result['object']}: {result['difference']} differs" for result in compiled if result["difference"]])
    if project == "linux":
        by_folder = collections.Counter(re.match(r"(drivers/net/ethernet/[^/]+|[^/]+/[^/]+)", result["object"]).group(1)
                                        for result in results)
        print("     " + ", ".join(f"{name} {count}" for name, count in by_folder.items()))
    lines = read_records(tally, compiled)
    # Findings outside the source root are left out of what is uploaded.
    root = pathlib.Path(os.environ.get("LINUX_SOURCE", folder / "source")) if project == "linux" else folder / "checked"
    collect(tally, folder, root.resolve(), compiled, lines)
    print_unfinished(lines)
    print(f"The findings: {os.path.relpath(folder)}/results.sarif")
    print(f"\n{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
