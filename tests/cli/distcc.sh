#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# distcc: what a server compiles with the plugin has its findings, at the client's files. The server
# is started here, listens on loopback alone, and is ended here.
# shellcheck source=tests/cli/lib/compiled.sh disable=SC2154,SC2034
. "$(dirname "$0")/lib/compiled.sh"

command -v distcc >/dev/null && command -v distccd >/dev/null || skip_all "no distcc here"

# On the server layoutcheck-gcc is a compiler that adds the plugin; on the client it is the compiler.
mkdir server client
printf '#!/bin/sh\nexec %s "$@" -fplugin=%s\n' "${cc[*]}" "$plugin" >server/layoutcheck-gcc
printf '#!/bin/sh\nexec %s "$@"\n' "${cc[*]}" >client/layoutcheck-gcc
chmod 755 server/* client/*
printf '%s\n' "$PWD/server/layoutcheck-gcc" "$(command -v "${cc[0]}")" >commands
export DISTCC_DIR=$work/distcc DISTCC_IO_TIMEOUT=60
mkdir "$DISTCC_DIR"

user=() # root is refused
[ "$(id -u)" -ne 0 ] || user=(--user nobody)
listens() {
	(exec 3<>"/dev/tcp/127.0.0.1/$port")
}
daemon=
finish() {
	[ -z "$daemon" ] || { kill "$daemon" && wait "$daemon"; } 2>/dev/null
	rm -rf "$work"
}
trap finish EXIT
for _ in 1 2 3 4 5; do # a port that is taken ends it at once
	port=$((20000 + RANDOM % 10000))
	listens 2>/dev/null && continue
	DISTCC_CMDLIST=$PWD/commands TMPDIR=/tmp distccd --daemon --no-detach --listen 127.0.0.1 --allow 127.0.0.1 --port $port \
		--jobs 2 --log-stderr --log-level info "${user[@]}" >/dev/null 2>"$work/server.log" &
	daemon=$!
	up() { ! kill -0 $daemon || listens; }
	waits up
	kill -0 $daemon 2>/dev/null && break
	daemon=
done
if [ -z "$daemon" ]; then
	fail "distccd is started"
	sed 's/^/# /' "$work/server.log"
	done_testing
fi
export DISTCC_HOSTS=127.0.0.1:$port

# there SOURCE OBJECT ARGUMENT...: compiled on the server, or not at all.
there() {
	local source=$1 object=$2
	shift 2
	rm -f "$object"
	PATH=$top_path DISTCC_FALLBACK=0 DISTCC_BACKOFF_PERIOD=0 distcc layoutcheck-gcc "$@" -c "$source" -o "$object" >out 2>err
}
top_path=$PWD/client:$PATH

"${cc[@]}" -fplugin="$plugin" -c found.c -o found.o 2>/dev/null
expected=$(findings found.o)
check "the server compiles with the plugin" there found.c found.o
check "and prints what it found" grep -q '^found.c:6:.*lc-short-buffer' err
check "the object has the findings, at the client's file" same found.o
check "with debug information too" eval 'there found.c found.o -g && same found.o'
check "and when the name has folders" eval 'there "$PWD/found.c" found.o && same found.o'

(cd sub && "${cc[@]}" -fplugin="$plugin" -c sub.c -o sub.o 2>/dev/null)
expected=$(findings sub/sub.o)
below() { # ARGUMENT...: as make -C sub does
	(cd sub && there sub.c sub.o "$@")
}
cp found.c sub.c # the same name elsewhere
check "what a folder below compiles is its own file" eval 'below && same sub/sub.o'
check "with debug information too" eval 'below -g && same sub/sub.o'
check "and out of an archive" eval 'ar rc sub/libsub.a sub/sub.o && same sub/libsub.a'
mkdir objects
check "an object in a folder of its own tells with -g or -fworking-directory" \
	eval 'below -fworking-directory && mv sub/sub.o objects/sub.o && same objects/sub.o'

# Preprocessed text has no comments, and all of its attributes.
sed 's,h->id;,& // layoutcheck: allow(lc-short-buffer) whole frames only,' found.c >comment.c
check "a comment that suppresses is not seen on the server" eval 'there comment.c comment.o && [ "$(findings comment.o | wc -l)" -eq 1 ]'
sed 's,^unsigned int parse,__attribute__((lc_allow("lc-short-buffer"\, "whole frames only"))) &,' found.c >attribute.c
check "an attribute is" eval 'there attribute.c attribute.o -Wno-attributes && [ -z "$(findings attribute.o)" ] && grep -q "1 suppressed" "$work/findings.err"'

# A plugin that the client names is refused by the server; distcc then compiles where it is.
elsewhere() {
	DISTCC_DIR=$work/distcc$1 DISTCC_FALLBACK=$1 distcc "${cc[@]}" -fplugin="$plugin" -c found.c -o found.o >out 2>err
}
mkdir "$work/distcc0" "$work/distcc1"
check "a server takes no -fplugin= from a client" eval 'rm found.o; ! elsewhere 0 && [ ! -e found.o ]'
"${cc[@]}" -fplugin="$plugin" -c found.c -o found.o 2>/dev/null
expected=$(findings found.o)
check "so that the client compiles, and has the findings" eval 'rm found.o; elsewhere 1 && same found.o'

if command -v ccache >/dev/null; then
	unset CCACHE_DISABLE
	export CCACHE_DIR=$work/cache CCACHE_CONFIGPATH=/dev/null CCACHE_PREFIX=distcc
	cached() { # STATISTIC
		ccache -z >/dev/null
		rm -f found.o
		PATH=$top_path DISTCC_FALLBACK=0 ccache layoutcheck-gcc -c found.c -o found.o >out 2>err && same found.o &&
			ccache --print-stats | grep -q "^$1.1\$"
	}
	check "ccache before it keeps what the server made" cached cache_miss
	check "and brings it back" cached direct_cache_hit
fi
done_testing
