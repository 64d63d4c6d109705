#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""usage: bench.py BUILD PLUGIN [FILES] [RUNS]

What the plugin costs: compiles FILES files (12) of the kernel build folder BUILD,
which make check-real leaves, RUNS times (5) each in four ways that take turns: plain,
with the plugin, -fsyntax-only, and with the plugin's check-only. Prints ratios
of the medians of CPU time and peak memory, whole processes, and their median.
Judges nothing: figures depend on the machine, ratios hardly.
"""
import os
import pathlib
import re
import statistics
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import recompile  # noqa: E402 (the path comes first)

FOLDERS = ("drivers/acpi", "drivers/firmware", "net/bluetooth", "drivers/usb/core", "drivers/net/ethernet/intel",
           "net/nfc", "drivers/hid")


def run(command, folder):
    """CPU seconds and peak KiB of COMMAND and all that it starts."""
    child = os.fork()
    if not child:
        os.chdir(folder)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os.execv("/bin/sh", ["sh", "-c", command])
    _, status, usage = os.wait4(child, 0)
    if status:
        sys.exit(f"bench: exit status {os.waitstatus_to_exitcode(status)} of: {command}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def ways(name, command, scratch, plugin):
    """The four ways to compile one file; what the kernel's build does to the object after that is left out."""
    command = re.split(r"\s+;\s", command, maxsplit=1)[0]
    checked = recompile.with_plugin(name, command, scratch / "out.o", plugin)
    plain = checked.replace(f" -fplugin={plugin}", "", 1)
    only = f"-fplugin-arg-layoutcheck-check-only -fplugin-arg-layoutcheck-record-dir={scratch}"
    return {"plain": plain, "plugin": checked, "syntax": plain.replace(" -c -o ", " -fsyntax-only -c -o ", 1),
            "check-only": checked.replace(f" -fplugin={plugin}", f" -fplugin={plugin} {only}", 1)}


def main():
    """One line a file, then the medians."""
    build, plugin = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    files, runs = int(sys.argv[3]) if len(sys.argv) > 3 else 12, int(sys.argv[4]) if len(sys.argv) > 4 else 5
    if not build.is_dir():
        sys.exit(f"bench: {build} is not there: make check-real makes it")
    found = recompile.commands(build, FOLDERS)
    # The largest objects: what is small measures the start of a process.
    found.sort(key=lambda each: -(build / each[0]).stat().st_size)
    print(f"{'file':<52}{'plugin/plain':>14}{'check-only/syntax':>19}{'memory':>9}")
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        for name, command in found[:files]:
            taken = {way: [] for way in ways(name, command, pathlib.Path(scratch), plugin)}
            for _ in range(runs):
                for way, text in ways(name, command, pathlib.Path(scratch), plugin).items():
                    taken[way].append(run(re.sub(r"\s+", " ", text), build))
            cpu = {way: statistics.median(seconds for seconds, _ in each) for way, each in taken.items()}
            peak = {way: statistics.median(kib for _, kib in each) for way, each in taken.items()}
            rows.append((cpu["plugin"] / cpu["plain"], cpu["check-only"] / cpu["syntax"], (peak["plugin"] - peak["plain"]) / 1024))
            print(f"{name:<52}{rows[-1][0]:>14.3f}{rows[-1][1]:>19.3f}{rows[-1][2]:>+6.1f} MiB", flush=True)
    print(f"{'median':<52}" + "{:>14.3f}{:>19.3f}{:>+6.1f} MiB".format(*map(statistics.median, zip(*rows))))


if __name__ == "__main__":
    main()
