#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# icecream: what a node compiles with the plugin in its environment has its findings, at the
# client's files. Scheduler and nodes are started here, in a network of their own that has
# the loopback alone, and end with it. icecc is unpacked, not installed: installed it starts.
# shellcheck source=tests/cli/lib/compiled.sh disable=SC2154,SC2034
. "$(dirname "$0")/lib/compiled.sh"

[ "$(id -u)" -eq 0 ] || skip_all "icecream's nodes compile in a root folder of their own, which takes root"
unshare -n true 2>/dev/null || skip_all "no network of our own to be had here"
if [ -x /usr/sbin/iceccd ]; then
	ice=
else
	ice=$work/icecc
	(cd "$work" && apt-get -q -o APT::Sandbox::User=root download icecc && dpkg-deb -x icecc_*.deb "$ice") >/dev/null 2>"$work/apt.log" ||
		skip_all "icecc is not to be had: $(tail -n 1 "$work/apt.log")"
fi

# The environment that travels: the compiler, the file that -fplugin= names, and the one that this loads.
environment() { # FILE...
	local added=() made
	for file; do
		added+=(--addfile "$file")
	done
	mkdir "$work/environment" && cd "$work/environment" &&
		"$ice/usr/bin/icecc-create-env" --gcc "$(command -v "${cc[0]}")" "$(command -v g++)" --compression none "${added[@]}" &&
		made=$(echo ./*.tar) && mv "$made" "$1.tar"
	cd "$OLDPWD" && rmdir "$work/environment"
}
environment "$plugin" "$work/plugin/$real" >"$work/environment.log" 2>&1
if [ ! -s "$plugin.tar" ]; then
	fail "an environment with the plugin is made"
	sed 's/^/# /' "$work/environment.log"
	done_testing
fi

# The two nodes, and what is run beside them; the shell inside ends them all by their ids.
cat >"$work/network" <<'N'
python3 - <<'PY' || exit 9
import fcntl, socket, struct # ip link set lo up
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
    flags = struct.unpack("16sh", fcntl.ioctl(s, 0x8913, struct.pack("16sh", b"lo", 0)))[1]
    fcntl.ioctl(s, 0x8914, struct.pack("16sh", b"lo", flags | 1))
PY
for node in near far; do
	mkdir "$work/$node" && chown nobody "$work/$node"
done
chmod 777 "$work"
"$ice/usr/sbin/icecc-scheduler" -n lc -p 8765 -u nobody -l "$work/scheduler.log" -vvv &
scheduler=$!
ICECC_TEST_SOCKET=$work/near.socket "$ice/usr/sbin/iceccd" -n lc -s 127.0.0.1:8765 -u nobody -b "$work/near" \
	-l "$work/near.log" -vvv -N near -m 2 --no-remote &
near=$!
ICECC_TEST_SOCKET=$work/far.socket "$ice/usr/sbin/iceccd" -n lc -s 127.0.0.1:8765 -p 10246 -u nobody -b "$work/far" \
	-l "$work/far.log" -vvv -N far -m 2 &
far=$!
trap 'kill $near $far $scheduler; wait' EXIT
for _ in $(seq 240); do
	grep -q 'Connected to scheduler' "$work/near.log" && grep -q 'Connected to scheduler' "$work/far.log" && break
	sleep 0.25
done 2>/dev/null
. "$work/jobs"
N

# there OBJECT ARGUMENT...: compiled by the far node; status 124 if it is too busy.
cat >"$work/jobs" <<'J'
there() {
	local object=$1
	shift
	: >"$work/$object.log"
	ICECC_TEST_SOCKET=$work/near.socket ICECC_DEBUG=debug ICECC_LOGFILE=$work/$object.log ICECC_PREFERRED_HOST=far \
		ICECC_TEST_REMOTEBUILD=1 ICECC_VERSION=$plugin.tar timeout 150 "$ice/usr/bin/icecc" "${cc[@]}" -fplugin="$plugin" "$@" -o "$object" \
		>"$object.out" 2>"$object.err"
	echo $? >"$object.status"
}
there plain.o -fno-diagnostics-show-caret -c found.c
if [ "$(cat plain.o.status)" != 124 ]; then
	there debug.o -fno-diagnostics-show-caret -g -c found.c
	(cd sub && there sub.o -fno-diagnostics-show-caret -c sub.c)
	there caret.o -c found.c
	there quiet.o -fplugin-arg-layoutcheck-level=error -c found.c
	there comment.o -fno-diagnostics-show-caret -c comment.c
fi
J
sed 's,h->id;,& // layoutcheck: allow(lc-short-buffer) whole frames only,' found.c >comment.c
cp found.c sub.c # the same name elsewhere
export work ice plugin
unshare -n bash -c "$(declare -p cc); . '$work/network'" >"$work/network.log" 2>&1
if cat ./*.status sub/*.status 2>/dev/null | grep -qx 124 && grep -q 'No suitable host found' "$work/scheduler.log"; then
	skip_all "this machine is too busy for a job from elsewhere"
fi

# remote OBJECT: was it compiled by the far node?
remote() {
	local log=$work/${1##*/}.log
	tail -n 15 "$1.err" "$log" "$work/network.log" >err 2>/dev/null
	[ "$(cat "$1.status")" = 0 ] && grep -q 'Have to use host 127.0.0.1:10246' "$log" && ! grep -q building_local "$log"
}
"${cc[@]}" -fplugin="$plugin" -c found.c -o local.o 2>/dev/null
expected=$(findings local.o)
check "a node compiles with the plugin" remote ./plain.o
check "and prints what it found" grep -q '^found.c:6:.*lc-short-buffer' plain.o.err
check "the object has the findings, at the client's file" same plain.o
check "with debug information too" eval 'remote ./debug.o && same debug.o'
check "what prints nothing is compiled there as well" eval 'remote ./quiet.o && [ ! -s quiet.o.err ] && same quiet.o'
check "what would print source lines is compiled again here" eval '! remote ./caret.o && same caret.o'
(cd sub && "${cc[@]}" -fplugin="$plugin" -c sub.c -o local.o 2>/dev/null)
expected=$(findings sub/local.o)
check "what a folder below compiles is its own file" eval 'remote sub/sub.o && same sub/sub.o'
check "a comment that suppresses is not seen there" eval 'remote ./comment.o && [ "$(findings comment.o | wc -l)" -eq 1 ]'
done_testing
