# shellcheck shell=bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Sourced: fetches Debian packages of any suite into a folder, with package lists
# of its own, from the mirror that this machine's apt is set up with.

# The mirror of Debian proper, without the security and backports archives; empty if there is none.
debian_mirror() {
	apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
		awk '$1 !~ /-/ && $1 !~ /\// { print $2; exit }'
}

# debian_apt FOLDER COMMAND...: apt whose lists, cache and settings live in FOLDER. A mirror may be
# a snapshot, past its date: signatures are checked all the same, and what is fetched is only read.
debian_apt() {
	local folder=$1
	shift
	apt-get -q -o APT::Sandbox::User="$(id -un)" -o Acquire::Languages=none \
		-o Acquire::Retries=2 -o Acquire::Check-Valid-Until=false \
		-o Dir::Etc::SourceList="$folder/list" -o Dir::Etc::SourceParts=/dev/null \
		-o Dir::State::Lists="$folder/lists" -o Dir::Cache="$folder/cache" -c "$folder/conf" "$@"
}

# debian_lists FOLDER SUITE: package lists of SUITE, fetched once.
debian_lists() {
	local folder=$1 suite=$2 mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg
	[ ! -e "$folder/complete" ] || return 0
	mirror=$(debian_mirror)
	if [ -z "$mirror" ]; then
		echo "apt is set up with no mirror of Debian (looked for a suite of packages in /etc/apt)" >&2
		return 1
	fi
	mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial"
	printf 'deb [signed-by=%s] %s %s main\n' "$keyring" "$mirror" "$suite" >"$folder/list"
	printf 'deb-src [signed-by=%s] %s %s main\n' "$keyring" "$mirror" "$suite" >>"$folder/list"
	# What the machine does after an update of its own is not for this one.
	printf '#clear APT::Update::%s;\n' Pre-Invoke Post-Invoke Post-Invoke-Success >"$folder/conf"
	if ! debian_apt "$folder" update >"$folder/log" 2>&1; then
		tail -n 5 "$folder/log" >&2
		return 1
	fi
	touch "$folder/complete"
}

# debian_newest FOLDER PATTERN: the newest package whose name matches the extended regular expression.
debian_newest() {
	apt-cache -o Dir::Etc::SourceList="$1/list" -o Dir::Etc::SourceParts=/dev/null \
		-o Dir::State::Lists="$1/lists" -o Dir::Cache="$1/cache" pkgnames |
		grep -Ex "$2" | sort -V | tail -n 1
}
