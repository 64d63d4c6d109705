# SPDX-License-Identifier: GPL-2.0-or-later
"""Compiles one unit with and without the plugin, and says in what the two differ.

What is compared is the assembly text that the compiler writes, without the record: from the same text the assembler
makes the same object. -frandom-seed and -gno-record-gcc-switches keep out what differs between any two compiles.
"""
import hashlib
import os
import re
import resource
import signal
import subprocess

# What -fauto-profile and -fprofile-use get is the business of profiles.py.
MODES = {
    "O0": ["-O0"], "O1": ["-O1"], "O2": ["-O2"], "Os": ["-Os"], "O3": ["-O3"], "g": ["-O2", "-g3"],
    "lto-fat": ["-O2", "-flto", "-ffat-lto-objects"], "lto-slim": ["-O2", "-flto", "-fno-fat-lto-objects"],
    "asan": ["-O1", "-fsanitize=address,undefined"],
    "kasan": ["-O2", "-fsanitize=kernel-address", "--param", "asan-stack=1", "--param", "asan-globals=1"],
    "instrumented": ["-O2", "-fprofile-generate"],
}
COMMON = ["-S", "-Wall", "-Wextra", "-gno-record-gcc-switches", "-fdiagnostics-color=never", "-fno-diagnostics-show-caret"]
# The record, and the command line that -flto and offloading keep.
LEFT_OUT = tuple(f"\t.section\t{name},".encode() for name in (".layoutcheck", ".gnu.lto_.opts", ".gnu.offload_lto_.opts"))
CRASH = re.compile(r"internal compiler error|Please submit a full bug report|Segmentation fault|layoutcheck: .*(assert|abort)")
LIMIT = 60  # seconds of CPU that a unit may take
ALLOWED = 1.5, 2.0  # times the plain compile, and seconds besides: what is beyond is taken for a hang


class Compiled:
    """What came of one compile: exit status, code, the compiler's own messages, and CPU seconds."""

    def __init__(self, status, code, said, seconds):
        self.status, self.code, self.said, self.seconds = status, code, said, seconds

    @property
    def crashed(self):
        """Did the compiler die rather than refuse?"""
        return self.status < 0 or bool(CRASH.search(self.said))

    @property
    def timed_out(self):
        """Was it stopped at the limit?"""
        return self.status in (-signal.SIGXCPU, -signal.SIGKILL) or "CPU time limit exceeded" in self.said


def without_record(text):
    """Assembly TEXT without what is left out, each a section of its own."""
    kept, inside = [], False
    for line in text.split(b"\n"):
        if line.startswith((b"\t.section", b"\t.text", b"\t.data", b"\t.bss", b"\t.ident", b"\t.previous")):
            inside = line.startswith(LEFT_OUT)
        if not inside:
            kept.append(line)
    return b"\n".join(kept)


def messages(said):
    """The compiler's own warnings and errors among what it SAID, in order."""
    lines = (line for line in said.splitlines() if re.search(r": (fatal )?(warning|error): ", line))
    return [line for line in lines if not re.search(r"\[lc-[a-z-]+\]", line)]


def run(command, folder):
    """Runs COMMAND in FOLDER within the limit; (exit status, what it said, CPU seconds)."""
    def restrain():
        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT + 5))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    child = subprocess.Popen(command, cwd=folder, env=dict(os.environ, LC_ALL="C"), stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=restrain)
    said = child.stderr.read().decode("utf-8", "replace")
    child.stderr.close()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, said, usage.ru_utime + usage.ru_stime


def compile_once(compiler, options, source, folder):
    """Compiles SOURCE to assembly in FOLDER."""
    output = folder / "out.s"
    output.unlink(missing_ok=True)
    status, said, seconds = run([*compiler, *COMMON, "-frandom-seed=1", *options, "-o", str(output), str(source)], folder)
    code = without_record(output.read_bytes()) if output.exists() else b""
    return Compiled(status, code, said, seconds)


def difference(plain, checked):
    """In what CHECKED is not what PLAIN is, in words; None if it is the same."""
    if checked.timed_out and not plain.timed_out:
        return f"does not end: {checked.seconds:.0f} s, without the plugin {plain.seconds:.1f} s"
    if checked.crashed and not plain.crashed:
        return "crash: " + next((line for line in checked.said.splitlines() if CRASH.search(line)), str(checked.status))[:200]
    if plain.status != checked.status:
        return f"exit status {checked.status}, without the plugin {plain.status}: {checked.said.strip()[-200:]}"
    if plain.code != checked.code:
        pairs = zip(plain.code.splitlines(), checked.code.splitlines())
        first = next(((one, two) for one, two in pairs if one != two), ("the", "length"))
        return f"other code: {first[0]!r} has become {first[1]!r}"
    if messages(plain.said) != messages(checked.said):
        odd = set(messages(plain.said)) ^ set(messages(checked.said))
        return f"other messages: {sorted(odd)[:2] or 'in another order'}"
    if plain.seconds * ALLOWED[0] + ALLOWED[1] < checked.seconds:
        return f"slow: {checked.seconds:.1f} s, without the plugin {plain.seconds:.1f} s"
    return None


def digest(path):
    """A name for the contents of PATH and the objects beside it of the same kind."""
    found = hashlib.sha256()
    for part in sorted(path.parent.glob("layoutcheck*.so")):
        found.update(part.read_bytes())
    return found.hexdigest()
