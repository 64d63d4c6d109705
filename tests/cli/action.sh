#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The action's scripts, run as a runner would run them, on a project with a finding.
# shellcheck disable=SC2154 # support.sh sets top and layoutcheck
. "$(dirname "$0")/lib/support.sh"

python3 -c 'import yaml' 2>/dev/null || { echo "1..0 # SKIP python3-yaml is not here"; exit 0; }

# form EXPRESSION: true if it holds of `action` and `workflow`.
form() {
	python3 - "$top" "$1" <<'PY' 2>>err
import re, sys, yaml
action = yaml.safe_load(open(sys.argv[1] + "/action.yml"))
workflow = yaml.safe_load(open(sys.argv[1] + "/Documentation/github/layoutcheck.yml"))
steps = action["runs"]["steps"]
text = open(sys.argv[1] + "/action.yml").read()
sys.exit(not eval("(" + sys.argv[2] + ")"))
PY
}
check "it is a composite action with a name and a description" \
	form 'action["runs"]["using"] == "composite" and action["name"] and action["description"]'
check "each step that runs names its shell" form 'all("shell" in s for s in steps if "run" in s)'
check "inputs that are used are declared" \
	form 'set(re.findall(r"inputs\.([a-z-]+)", text)) == set(action["inputs"])'
check "outputs of steps that are used are made" \
	form 'set(re.findall(r"steps\.scan\.outputs\.([a-z]+)", text)) == set(re.findall(r"echo \"([a-z]+)=", text))'
check "no input is pasted into a script: a title could be a command" \
	form 'not any("${{" in s.get("run", "") for s in steps)'
check "only what the scripts use of the environment is GitHub's or set by the step" \
	form 'all(name in s.get("env", {}) or re.match("GITHUB_|RUNNER_", name) for s in steps if "run" in s for name in re.findall(r"\$\{?([A-Z][A-Z_]*)", s["run"]))'
check "the workflow gives inputs that the action has" \
	form 'all(set(s["with"]) <= set(action["inputs"]) and set(k for k, v in action["inputs"].items() if v.get("required")) <= set(s["with"]) for j in workflow["jobs"].values() for s in j["steps"] if "layoutcheck@" in s.get("uses", ""))'
check "and may upload" form 'workflow["jobs"]["layoutcheck"]["permissions"]["security-events"] == "write"'

mkdir project && cd project || exit 2
cat >short.c <<'END'
struct hdr { unsigned char a[8]; };
int parse(const unsigned char *buf, unsigned long len)
{
	const struct hdr *h = (const struct hdr *)buf;

	return len < 4 ? 0 : h->a[7];
}
END
mkdir -p action/build/plugin runner
ln -s "$layoutcheck" action/build/layoutcheck
ln -s "$top/${B:-build}"/plugin/*.so action/build/plugin/
# step ID-OR-NAME: its script.
step() {
	python3 - "$top" "$1" <<'PY'
import sys, yaml
steps = yaml.safe_load(open(sys.argv[1] + "/action.yml"))["runs"]["steps"]
print(next(s["run"] for s in steps if sys.argv[2] in (s.get("id"), s["name"])))
PY
}
export GITHUB_ACTION_PATH=$PWD/action RUNNER_TEMP=$PWD/runner GITHUB_WORKSPACE=$PWD
export GITHUB_OUTPUT=$PWD/outputs GITHUB_STEP_SUMMARY=$PWD/summary
run_step() { # STATUS STEP VARIABLE=VALUE...
	local expected=$1 script status
	script=$(step "$2")
	shift 2
	: >"$GITHUB_OUTPUT"
	env "$@" bash -eo pipefail -c "$script" >out 2>err
	status=$?
	[ $status -eq "$expected" ] || { echo "exit code $status, expected $expected" >>err && return 1; }
}
check "the build is scanned" run_step 0 scan BUILD='gcc -c short.c -o short.o && echo built' CATEGORY=x86
check "its findings are listed" prints "short.c:6:23: warning:"
check "and counted" grep -qx findings=1 "$GITHUB_OUTPUT"
check "the summary has the table" grep -q "lc-short-buffer" "$GITHUB_STEP_SUMMARY"
check "the log for the upload has the category" \
	sarif runner/layoutcheck/upload/x86.sarif 'run["automationDetails"]["id"] == "x86/" and results[0]["ruleId"] == "lc-short-buffer/open"'
cp runner/layoutcheck/results.sarif base.sarif
check "a finding fails the job" run_step 1 "Fail on findings" LEVEL=warning BASELINE= SARIF=base.sarif
check "one of the baseline does not" run_step 0 "Fail on findings" LEVEL=warning BASELINE=base.sarif SARIF=base.sarif
check "a level above it does not" run_step 0 "Fail on findings" LEVEL=error BASELINE= SARIF=base.sarif
check "a build that fails fails the step" run_step 2 scan BUILD='gcc -c short.c -o short.o; false | true' CATEGORY=x86
check "no finding is none" eval 'rm -f short.o; run_step 0 scan BUILD="echo \"int x;\" >x.c; gcc -c x.c" CATEGORY=x86 && grep -qx findings=0 "$GITHUB_OUTPUT"'
done_testing
