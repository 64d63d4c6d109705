# SPDX-License-Identifier: GPL-2.0-or-later
"""Profiles for -fprofile-use and -fauto-profile, from a run of the program.

The second kind is what autofdo's create_gcov would write. It is written here, from gcov's counts of lines, because what
autofdo 0.19 writes cannot be read since GCC 12, and perf needs a processor that records branches.
"""
import json
import struct
import subprocess

FILE_NAMES, FUNCTIONS, MODULES = 0xAA000000, 0xAC000000, 0xAE000000
MAGIC = 0x67636461


def auto_profile(functions):
    """The bytes of an AutoFDO profile: FUNCTIONS is {name: (line, entries, {line: count})}."""
    names = sorted(functions)
    word, counter = struct.Struct("<I").pack, struct.Struct("<q").pack
    out = word(MAGIC) + word(2) + word(0) + word(FILE_NAMES) + word(0) + word(len(names))
    for name in names:
        text = name.encode() + b"\0"
        out += word(len(text)) + text
    out += word(FUNCTIONS) + word(0) + word(len(names))
    for index, name in enumerate(names):
        start, entries, lines = functions[name]
        inside = {line: count for line, count in lines.items() if 0 <= line - start < 0x10000}
        out += counter(entries) + word(index) + word(len(inside)) + word(0)
        for line, count in sorted(inside.items()):
            out += word((line - start) << 16) + word(0) + counter(count)
    return out + word(MODULES) + word(0) + word(0)


def lines_run(gcov, data, folder):
    """{function: (line, entries, {line: count})} out of the DATA that a run left in FOLDER."""
    done = subprocess.run([*gcov, "--json-format", "--stdout", str(data)], cwd=folder, capture_output=True, check=False)
    found = {}
    for text in done.stdout.decode("utf-8", "replace").splitlines():
        for each in json.loads(text)["files"]:
            for function in each["functions"]:
                found[function["name"]] = (function["start_line"], function["execution_count"], {})
            for line in each["lines"]:
                name = line.get("function_name")
                if name in found:
                    found[name][2][line["line_number"]] = line["count"]
    return found


def profiled(compiler, options, source, folder):
    """Builds SOURCE and runs it in FOLDER; the options of compiles that use what was counted, by mode."""
    program, data = folder / "program", folder / "out.gcda"
    for old in folder.glob("*.gc*"):
        old.unlink()
    command = [*compiler, "-w", "-O2", *options, "-fprofile-generate", "-ftest-coverage", "-dumpbase", "out",
               "-dumpdir", f"{folder}/", "-o", str(program), str(source), "-lm"]
    try:
        if subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=False).returncode:
            return {}
        subprocess.run([str(program)], cwd=folder, capture_output=True, timeout=10, check=False)
    except subprocess.TimeoutExpired:
        return {}
    if not data.exists():
        return {}
    gcov = [*compiler[:-1], compiler[-1].replace("gcc", "gcov")]
    (folder / "out.afdo").write_bytes(auto_profile(lines_run(gcov, data, folder)))
    return {"profile-use": ["-O2", "-fprofile-use", "-Wno-missing-profile", "-Wno-coverage-mismatch"],
            "auto-profile": ["-O2", f"-fauto-profile={folder}/out.afdo"]}
