#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""usage: recompile.py BUILD OUTPUT PLUGIN FOLDER...

Compiles again, with the plugin, each C file below the FOLDERs of the kernel
build folder BUILD, by the command that Kbuild saved, and compares the objects.
The new ones go to OUTPUT; OUTPUT/results.json says how each file fared. What is
there already is kept if the plugin has not changed.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import objects  # noqa: E402 (the path comes first)

SAVED = re.compile(r"^savedcmd_(\S+\.o) := (.* -c -o (\S+) \S+\.c\b.*)$|^cmd_(\S+\.o) := (.* -c -o (\S+) \S+\.c\b.*)$")
CRASH = re.compile(r"internal compiler error|Segmentation fault|cc1: .*plugin|Please submit a full bug report")


def commands(build, folders):
    """(object, command) for each C file compiled below FOLDERS, in order."""
    found = []
    for folder in folders:
        for path in sorted((build / folder).rglob(".*.o.cmd")):
            match = SAVED.match(path.read_text(encoding="utf-8").split("\n", 1)[0])
            if match:
                found.append((match.group(1) or match.group(4), match.group(2) or match.group(5)))
    return found


def with_plugin(name, command, new, plugin):
    """COMMAND that writes NEW in place of NAME, with the plugin."""
    # Kbuild escapes $ and # for make.
    command = command.replace("$$", "$").replace("$(pound)", "#")
    command = re.sub(r"-Wp,-MM?D,\S+", "", command)
    command = re.sub(rf"(?<=\s){re.escape(name)}(?=\s|;|$)", str(new), command)
    return command.replace(" -c -o ", f" -fplugin={plugin} -c -o ", 1)


def recompile(build, output, plugin, name, command):
    """Compiles one file; what came of it."""
    new = output / name
    new.parent.mkdir(parents=True, exist_ok=True)
    new.unlink(missing_ok=True)
    done = subprocess.run(["/bin/sh", "-c", with_plugin(name, command, new, plugin)], cwd=build,
                          env=dict(os.environ, LC_ALL="C"), capture_output=True, check=False)
    said = done.stderr.decode("utf-8", "replace")
    result = {"object": name, "status": done.returncode, "said": said, "crash": bool(CRASH.search(said))}
    if done.returncode == 0:
        result["difference"] = objects.difference(build / name, new)
    return result


def main():
    """Compiles what is to be compiled, and writes the results."""
    build, output, plugin = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    folders = sys.argv[4:]
    results_file = output / "results.json"
    digest = hashlib.sha256()
    for part in sorted(plugin.parent.glob("layoutcheck*.so")):
        digest.update(part.read_bytes())
    earlier = {}
    if results_file.exists():
        kept = json.loads(results_file.read_text(encoding="utf-8"))
        if kept["plugin"] == digest.hexdigest():
            earlier = {result["object"]: result for result in kept["results"] if (output / result["object"]).exists()}
    todo = commands(build, folders)
    results, workers = [], int(os.environ.get("JOBS", os.cpu_count() or 1))

    def save():
        output.mkdir(parents=True, exist_ok=True)
        partial = results_file.with_suffix(".new")
        partial.write_text(json.dumps({"plugin": digest.hexdigest(), "results": results}), encoding="utf-8")
        partial.replace(results_file)

    def one(item):
        name, command = item
        is_older = name in earlier and (build / name).stat().st_mtime <= (output / name).stat().st_mtime
        return earlier[name] if is_older else recompile(build, output, plugin, name, command)

    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        for count, result in enumerate(pool.map(one, todo), 1):
            results.append(result)
            if count % 100 == 0 or count == len(todo):
                print(f"linux: {count} of {len(todo)} files compiled with the plugin", flush=True)
                save()
    save()
    return 0 if results else 1


if __name__ == "__main__":
    sys.exit(main())
