# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the units come from: GCC's own tests, programs that csmith makes, and mutants of both and of our own tests."""
import hashlib
import pathlib
import random
import re
import subprocess

TOP = pathlib.Path(__file__).resolve().parents[2]
# What csmith makes is held small: the number of programs finds more than their size.
CSMITH = ["--max-funcs", "5", "--max-block-depth", "3", "--max-expr-complexity", "6", "--packed-struct", "--bitfields",
          "--unions", "--no-hash-value-printf"]
# What writes more than assembly, or lists the plugins that are loaded.
DROPPED = re.compile(r"-(fdump|save-temps|o$|fplugin|wrapper|specs|B|pass-exit|M|E$|S$|c$|fcompare-debug|flto|v$|fverbose-asm|frandom|fprofile)")


class Unit:
    """One file to compile: a NAME that stays the same, and how to come by (path, options) when its turn has come."""

    def __init__(self, name, make, runs=False):
        self.name, self.make, self.runs = name, make, runs

    def number(self, salt=""):
        """A number that is always the same for this unit, and evenly spread."""
        return int.from_bytes(hashlib.sha256((salt + self.name).encode()).digest()[:6], "big")


def test_options(path):
    """The options that a test of GCC's asks for at its top."""
    text = path.read_text(encoding="utf-8", errors="replace")
    options = []
    for found in re.findall(r'\{\s*dg-(?:additional-)?options\s+"([^"]*)"\s*\}', text):
        options += [option for option in found.split() if not DROPPED.match(option)]
    return options


def gcc_tests(root, folders, runs=False):
    """GCC's tests below FOLDERS of its testsuite ROOT."""
    return [Unit(str(path.relative_to(root)), lambda _, path=path: (path, test_options(path)), runs)
            for folder in folders for path in sorted((root / folder).rglob("*.c"))]


def torture(root):
    """The C torture tests: those that compile, and those that also run."""
    return gcc_tests(root, ["gcc.c-torture/compile", "gcc.c-torture/unsorted"]) + \
        gcc_tests(root, ["gcc.c-torture/execute"], runs=True)


def dejagnu(root):
    """The other C tests: gcc.dg, c-c++-common, and those of x86."""
    return gcc_tests(root, ["gcc.dg", "c-c++-common", "gcc.target/i386"])


def csmith(count):
    """COUNT programs, by their seeds; csmith makes each when it is wanted."""
    def make(folder, seed):
        path = folder / "program.c"
        done = subprocess.run(["csmith", "--seed", str(seed), *CSMITH, "-o", str(path)], cwd=folder, capture_output=True, timeout=120,
                              check=False)
        if done.returncode or not path.exists():
            raise OSError(f"csmith --seed {seed}: {done.stderr.decode('utf-8', 'replace').strip()[:100]}")
        return path, ["-w", *(f"-I{each}" for each in pathlib.Path("/usr/include").glob("csmith*"))]
    return [Unit(f"csmith {seed}", lambda folder, seed=seed: make(folder, seed), runs=True) for seed in range(1, count + 1)]


TOKEN = re.compile(r'\s+|//[^\n]*|/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|\.?\d[\w.]*|\w+|<<=|>>=|->|\+\+|--|&&|\|\||'
                   r"[-+*/%&|^<>=!]=|<<|>>|\S", re.S)
ALIKE = [["char", "short", "int", "long", "float", "double", "_Bool", "void"], ["signed", "unsigned", "const", "volatile", "static"],
         ["struct", "union"], ["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>"], ["<", ">", "<=", ">=", "==", "!="],
         ["&&", "||"], ["=", "+=", "-=", "|=", "<<="], ["++", "--"], ["->", "."], ["if", "while"], ["break", "continue", "return"],
         ["u8", "u16", "u32", "u64", "s8", "s32", "size_t"], ["!", "~", "-", "*", "&"]]
NUMBERS = ["0", "1", "2", "3", "7", "8", "-1", "255", "65536", "0x7fffffff", "0x80000000u", "0xffffffffffffffffull", "(-9223372036854775807L - 1)"]
CASTS = ["(void *)", "(char *)", "(struct { int a; char b; } *)", "(unsigned char)", "(long)", "&", "*", "!", "-"]
TRIES = 8


def statement(tokens, at):
    """The first and last token of the simple statement in which AT stands."""
    first, last = at, at
    while first > 0 and tokens[first - 1] not in (";", "{", "}", ":"):
        first -= 1
    while last + 1 < len(tokens) and tokens[last] not in (";", "{", "}"):
        last += 1
    return first, last


def mutate(text, chance):
    """TEXT with one token or a few changed, a statement dropped or doubled, or a cast added, as CHANCE has it."""
    tokens = TOKEN.findall(text)
    places = [at for at, token in enumerate(tokens) if not token.isspace() and not token.startswith(("//", "/*", '"', "#"))]
    for _ in range(chance.choice([1, 1, 1, 2, 3, 4])):
        if len(places) < 8:
            break
        at = chance.choice(places)
        alike = [each for each in ALIKE if tokens[at] in each]
        if re.match(r"\.?\d", tokens[at]):
            tokens[at] = chance.choice(NUMBERS)
        elif alike:
            tokens[at] = chance.choice(chance.choice(alike))
        elif re.match(r"[a-z_]", tokens[at]) and chance.random() < 0.8:
            near = [each for each in tokens[max(0, at - 150):at + 150] if re.fullmatch(r"[a-z_]\w*", each)]
            tokens[at] = chance.choice(CASTS) + " " + tokens[at] if chance.random() < 0.4 else chance.choice(near)
        else:
            first, last = statement(tokens, at)
            tokens[at] = "" if chance.random() < 0.3 else tokens[at]
            tokens[first:last + 1] = [] if chance.random() < 0.5 else tokens[first:last + 1] * 2
            places = [place for place in places if place < len(tokens)]
    return "".join(tokens)


def mutants(root, count, compiler):
    """COUNT mutants, by their seeds, of our own tests of the plugin and of GCC's; COMPILER says what is C."""
    ours = sorted((TOP / "tests/plugin").glob("*.c")) + sorted((TOP / "tests/recall").glob("*.c"))
    theirs = sorted((root / "gcc.c-torture").rglob("*.c"))

    def make(folder, seed):
        chance = random.Random(seed)
        parent = chance.choice(ours if seed % 2 else theirs)
        path = folder / "mutant.c"
        text = parent.read_text(encoding="utf-8", errors="surrogateescape")
        options = test_options(parent) + ["-w", f"-I{parent.parent}"]
        # What the compiler refuses says little: the first mutant that it takes, if one of a few is.
        for _ in range(TRIES):
            path.write_text(mutate(text, chance), encoding="utf-8", errors="surrogateescape")
            if not subprocess.run([*compiler, *options, "-fsyntax-only", str(path)], capture_output=True, check=False).returncode:
                break
        return path, options
    return [Unit(f"mutant {seed}", lambda folder, seed=seed: make(folder, seed)) for seed in range(1, count + 1)]
