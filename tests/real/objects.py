# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads ELF object files: their records, and whether two differ in more than that."""
import json
import pathlib
import struct
import subprocess
import tempfile

RECORD = ".layoutcheck"


class BadObject(Exception):
    """Not an ELF object that can be read."""


def sections(path):
    """The sections of the object at PATH: a list of (name, type, flags, contents)."""
    data = path.read_bytes()
    if data[:4] != b"\x7fELF":
        raise BadObject(f"{path}: not an ELF file")
    is_wide = data[4] == 2
    order = "<" if data[5] == 1 else ">"
    if is_wide:
        (offset,) = struct.unpack_from(order + "Q", data, 0x28)
        entry, count, names = struct.unpack_from(order + "HHH", data, 0x3A)
    else:
        (offset,) = struct.unpack_from(order + "I", data, 0x20)
        entry, count, names = struct.unpack_from(order + "HHH", data, 0x2E)
    layout = order + ("IIQQQQIIQQ" if is_wide else "IIIIIIIIII")
    headers = [struct.unpack_from(layout, data, offset + index * entry) for index in range(count or 1)]
    # With 0xff00 sections or more, the first header holds the counts.
    if count == 0 or names == 0xFFFF:
        count, names = headers[0][5], headers[0][6] if names == 0xFFFF else names
        headers = [struct.unpack_from(layout, data, offset + index * entry) for index in range(count)]
    table = headers[names]
    strings = data[table[4]:table[4] + table[5]]
    found = []
    for name, kind, flags, _, start, size, *_ in headers:
        text = strings[name:strings.index(b"\0", name)].decode("utf-8", "replace")
        found.append((text, kind, flags, b"" if kind == 8 else data[start:start + size]))
    return found


def record(path):
    """The lines of the record in the object at PATH, or None if it has none."""
    held = [contents for name, *_, contents in sections(path) if name == RECORD]
    if not held:
        return None
    return [json.loads(line) for line in b"".join(held).replace(b"\0", b"").decode("utf-8").splitlines() if line]


def difference(plain, checked):
    """What differs between two objects besides the record: a phrase, or None."""
    with tempfile.TemporaryDirectory() as scratch:
        first, second = (pathlib.Path(scratch) / name for name in ("plain.o", "checked.o"))
        for source, target in ((plain, first), (checked, second)):
            done = subprocess.run(["objcopy", "-R", RECORD, source, target], capture_output=True, check=False)
            if done.returncode:
                return f"objcopy: {done.stderr.decode('utf-8', 'replace').strip()}"
        if first.read_bytes() == second.read_bytes():
            return None
        one, two = sections(first), sections(second)
        if [section[0] for section in one] != [section[0] for section in two]:
            return "the list of sections"
        return next((f"section {old[0]}" for old, new in zip(one, two) if old != new), "the ELF header")
