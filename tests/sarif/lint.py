# SPDX-License-Identifier: MIT
"""The lint against its oracles, as TAP: the standard's schema by ajv, the multitool's rules.

usage: lint.py LAYOUTCHECK NODE_MODULES FULL_LOG SCRATCH
"""
import copy
import json
import os
import subprocess
import sys

layoutcheck, modules, full_log, scratch = sys.argv[1:]
multitool = os.path.join(modules, "@microsoft/sarif-multitool-linux")
tests = failures = 0


def ok(good, sentence, *details):
    global tests, failures
    tests += 1
    print(f"{'ok' if good else 'not ok'} {tests} - {sentence}")
    if not good:
        failures += 1
        for detail in details[:20]:
            print("#", detail)


with open(os.path.join(multitool, "sarif-2.1.0.json"), encoding="utf-8-sig") as file:
    schema = json.load(file)
definitions = schema["definitions"]


def example(type_, depth):
    """A value that the schema admits, with every property down to DEPTH objects."""
    if "$ref" in type_:
        name = type_["$ref"].split("/")[-1]
        return example_object(definitions[name], depth)
    if "enum" in type_:
        return type_["enum"][0]
    match type_["type"]:
        case "string":
            return {"uri": "http://a/b", "uri-reference": "a/b.c", "date-time": "2026-01-31T12:00:00Z",
                    "uuid": "01234567-89ab-4def-8123-456789abcdef"}.get(type_.get("format"), {
                        "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$": "en-US", "[^/]+/.+": "text/plain",
                        "[0-9]+(\\.[0-9]+){3}": "1.2.3.4"}.get(type_.get("pattern"), "s"))
        case "integer":
            return max(0, type_.get("minimum", 0))
        case "number":
            return 1.5
        case "boolean":
            return True
        case "array":
            return [example(type_["items"], depth)]
        case "object":
            return {"n": example(type_["additionalProperties"], depth)}


def example_object(definition, depth):
    needed = set(definition.get("required", []))
    for kind in ("anyOf", "oneOf"):
        if kind in definition:
            needed.add(definition[kind][0]["required"][0])
    value = {}
    for name, type_ in definition.get("properties", {}).items():
        nested = "$ref" in json.dumps(type_)
        if name in needed or (depth > 0 and not (nested and depth == 1)):
            value[name] = example(type_, depth - 1)
    for choice in definition.get("oneOf", [])[1:]:
        value.pop(choice["required"][0], None)
    return value


def inside(name, definition):
    """Logs with an object of that definition in it, each with what is done to it."""
    good = example_object(definition, 2)
    wrong = {"string": 7, "integer": "x", "number": "x", "boolean": "x", "array": {}, "object": 7}
    yield "as it should be", good
    yield "with an unknown property", {**good, "unknown": 1}
    for key in definition.get("required", []):
        yield f"without {key}", {k: v for k, v in good.items() if k != key}
    for kind in ("anyOf", "oneOf"):
        names = [choice["required"][0] for choice in definition.get(kind, [])]
        if names:
            yield f"without any of {names}", {k: v for k, v in good.items() if k not in names}
            yield f"with all of {names}", {
                **good, **{k: example(definition["properties"][k], 1) for k in names}}
    for key, type_ in definition.get("properties", {}).items():
        if "enum" in type_:
            yield f"{key} of no such name", {**good, key: "nonsense"}
        yield f"{key} of a wrong type", {**good, key: wrong.get(type_.get("type"), 7)}
        yield f"{key} null", {**good, key: None}
        if "minimum" in type_:
            yield f"{key} too small", {**good, key: type_["minimum"] - 1}
        if "maximum" in type_:
            yield f"{key} too large", {**good, key: type_["maximum"] + 1}
        if "format" in type_ or "pattern" in type_:
            yield f"{key} of a wrong form", {**good, key: "? ?"}
        if type_.get("type") == "integer":
            yield f"{key} with a fraction", {**good, key: 1.5}
        if type_.get("type") == "array":
            element = example(type_["items"], 1)
            yield f"{key} empty", {**good, key: []}
            yield f"{key} twice the same", {**good, key: [element, element]}
            yield f"{key} of a wrong element", {**good, key: [None]}
        if type_.get("type") == "object":
            yield f"{key} of a wrong value", {**good, key: {"n": 7}}


def way_to(name):
    """The properties that lead from the log to an object of that definition, the shortest."""
    ways, seen = [([], "log")], {"log"}
    while ways:
        way, at = ways.pop(0)
        if at == name:
            return way
        properties = schema["properties"] if at == "log" else definitions[at].get("properties", {})
        for key, type_ in properties.items():
            for shape, inner in (("one", type_), ("list", type_.get("items", {})),
                                 ("map", type_.get("additionalProperties", {}))):
                target = inner.get("$ref", "").split("/")[-1] if isinstance(inner, dict) else ""
                if target and target not in seen:
                    seen.add(target)
                    ways.append((way + [(key, shape, target)], target))
    return None


def log_with(way, value):
    for i in reversed(range(len(way))):
        key, shape, _ = way[i]
        holder = schema if i == 0 else definitions[way[i - 1][2]]
        around = example_object(holder, 0)
        for choice in holder.get("oneOf", []):
            around.pop(choice["required"][0], None)
        around[key] = value if shape == "one" else [value] if shape == "list" else {"n": value}
        value = around
    return value


def by_schema():
    cases, folder = {}, os.path.join(scratch, "schema")
    os.mkdir(folder)
    for name, definition in {"log": schema, **definitions}.items():
        way = way_to(name)
        if name == "propertyBag":
            continue
        for what, value in inside(name, definition):
            path = os.path.join(folder, f"{len(cases)}.json")
            cases[path] = f"{name} {what}"
            with open(path, "w", encoding="utf-8") as file:
                json.dump(log_with(way, value), file)
    said = subprocess.run(
        [os.path.join(modules, ".bin/ajv"), "validate", "--spec=draft2020", "--strict=false", "-c",
         "ajv-formats", "-s", os.path.join(multitool, "sarif-2.1.0.json"), "-d", folder + "/*.json"],
        capture_output=True, text=True, check=False)
    theirs = {}
    for line in (said.stdout + said.stderr).splitlines():
        path, _, verdict = line.rpartition(" ")
        if path in cases and verdict in ("valid", "invalid"):
            theirs[path] = verdict == "invalid"
    ok(len(theirs) == len(cases) > 1000, f"ajv judged all {len(cases)} logs", f"{len(theirs)}", said.stderr[:500])
    ours = dict.fromkeys(cases, False)
    output = subprocess.run([layoutcheck, "lint", "--json", *cases], capture_output=True, text=True, check=False)
    for line in output.stdout.splitlines():
        complaint = json.loads(line)
        if complaint["rule"] in ("schema", "json"):
            ours[complaint["file"]] = True
    differ = [(cases[p], "ajv: " + ("bad" if theirs[p] else "good")) for p in theirs if ours[p] != theirs[p]]
    # The text lets both be null where nothing could be found out (3.13.4, 3.14.23).
    differ = [d for d in differ if d[0] not in ("log runs null", "run results null")]
    ok(not differ, "the schema's verdict on each is ours", *differ)
    ok(any(theirs.values()) and not all(theirs.values()), "some are good and some are not")


class Case:
    """One thing spoilt in the full log; OURS, THEIRS: who has to complain of it, by which rule."""

    def __init__(self, name, spoil, ours, theirs):
        self.name, self.spoil, self.ours, self.theirs = name, spoil, ours, theirs


def at(*keys):
    def find(log):
        for key in keys:
            log = log[key]
        return log
    return find


run = at("runs", 0)
result = at("runs", 0, "results", 0)
place = at("runs", 0, "results", 0, "locations", 0, "physicalLocation")
region = at("runs", 0, "results", 0, "locations", 0, "physicalLocation", "region")
rule = at("runs", 0, "tool", "driver", "rules", 0)


def put(where, **values):
    def spoil(log):
        where(log).update(values)
    return spoil


def drop(where, *keys):
    def spoil(log):
        for key in keys:
            where(log).pop(key)
    return spoil


CASES = [
    Case("nothing", lambda log: None, None, None),
    Case("endLine before startLine", put(region, startLine=9, endLine=8), "region", "SARIF1007"),
    Case("endColumn before startColumn", put(region, startLine=9, endLine=9, startColumn=9, endColumn=8),
         "region", "SARIF1007"),
    Case("a region without a start", drop(region, "startLine"), "region", "SARIF1007"),
    Case("a context without a region", lambda log: place(log).update(contextRegion=place(log).pop("region")),
         "region", "SARIF1008"),
    Case("a ruleIndex that is too high", put(result, ruleIndex=9), "index", "SARIF1009"),
    Case("an artifact's index that is too high",
         lambda log: place(log)["artifactLocation"].update(index=3), "index", "SARIF1009"),
    Case("another rule at the index", put(result, ruleIndex=1), "rule-id", None),
    Case("no rule at all", drop(result, "ruleId", "ruleIndex"), "rule-id", "SARIF1010"),
    Case("two rules", put(result, rule={"id": "other"}), "rule-id", "SARIF1010"),
    Case("a message that is not there", put(result, message={"id": "none"}), "message", "SARIF1012"),
    Case("too few arguments", lambda log: (rule(log).update(messageStrings={"m": {"text": "{0} {1}."}}),
                                           result(log).update(message={"id": "m", "arguments": ["a"]})),
         "message", "SARIF1012"),
    Case("a base without a slash", lambda log: run(log)["originalUriBaseIds"]["SRCROOT"].update(uri="file:///a"),
         "uri", "SARIF1004"),
    Case("an absolute URI with a base", lambda log: place(log)["artifactLocation"].update(uri="file:///a.c"),
         "uri", "SARIF1004"),
    Case("a level with kind pass", put(result, kind="pass"), "level", None),
    Case("a link to no location", put(result, message={"text": "Look [here](99)."}), "location-id", None),
    Case("an end before its start", lambda log: run(log)["invocations"][0].update(
        startTimeUtc="2026-01-02T00:00:00Z", endTimeUtc="2026-01-01T00:00:00Z"), "invocation", "SARIF1006"),
    Case("a rule without a help text", drop(rule, "help"), "github-rule", "GH2012"),
    Case("a rule without a description", drop(rule, "fullDescription"), "github-rule", "GH"),
    Case("a severity that is none", lambda log: rule(log)["properties"].update({"security-severity": "11"}),
         "github-rule", None),
    Case("no location", put(result, locations=[]), "github-location", "GH"),
    Case("a location without a file", drop(place, "artifactLocation"), "schema", "JSON1017"),
    Case("a location without a region", drop(place, "region"), "github-location", None),
    Case("an absolute place", lambda log: place(log).update(artifactLocation={"uri": "file:///tmp/a.c"}),
         "github-location", None),
    Case("a suppressed result", put(result, suppressions=[{"kind": "inSource"}]), "github-result", None),
    Case("101 locations", lambda log: result(log).update(locations=[
        {"physicalLocation": {**place(log), "region": {**region(log), "startLine": i + 1, "endLine": i + 1}}}
        for i in range(101)]), "github-limit", None),
    Case("11 tags", lambda log: rule(log)["properties"].update(tags=[f"t{i}" for i in range(10)] + ["security"]),
         "github-limit", None),
    Case("two runs of one category", lambda log: log["runs"].append(copy.deepcopy(run(log))), "github-run", None),
]


def by_multitool():
    with open(full_log, encoding="utf-8") as file:
        good = json.load(file)
    paths = {}
    for i, case in enumerate(CASES):
        log = copy.deepcopy(good)
        case.spoil(log)
        path = os.path.join(scratch, f"case{i}.sarif")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(log, file, indent=1)
        paths[path] = case
    theirs = {path: set() for path in paths}
    out = os.path.join(scratch, "out.sarif")
    subprocess.run([os.path.join(multitool, "Sarif.Multitool"), "validate", *paths, "--rule-kind", "Sarif;Ghas",
                    "--level", "Error;Warning", "--log", "ForceOverwrite", "-o", out],
                   env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}, capture_output=True, check=False)
    with open(out, encoding="utf-8-sig") as file:
        for each in json.load(file)["runs"][0].get("results", []):
            uri = each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            if not each["ruleId"].startswith("SARIF2"): # advice on style
                theirs[os.path.join(scratch, os.path.basename(uri))].add(each["ruleId"].split("/")[0])
    said = subprocess.run([layoutcheck, "lint", "--github", "--json", *paths], capture_output=True, text=True, check=False)
    ours = {path: {} for path in paths}
    for line in said.stdout.splitlines():
        complaint = json.loads(line)
        ours[complaint["file"]].setdefault(complaint["rule"], complaint)
    for path, case in paths.items():
        found, other = ours[path], theirs[path]
        # What breaks the standard may break GitHub's rules as well.
        good = case.ours in found if case.ours else not found
        good = good and all(r == case.ours or r.startswith("github-") for r in found)
        who = "we alone say so" if case.ours and not case.theirs else "the multitool agrees"
        agrees = any(rule_id.startswith(case.theirs) for rule_id in other) if case.theirs else not other
        ok(good and agrees, f"{case.name}: {case.ours or 'no complaint'}, {who}",
           f"ours: {json.dumps(list(found.values()))}", f"theirs: {sorted(other)}")
    unsaid = [case.name for path, case in paths.items() if theirs[path] and not ours[path]]
    ok(not unsaid, "of nothing the multitool complains alone", *unsaid)


by_schema()
by_multitool()
print(f"1..{tests}")
sys.exit(failures > 0)
