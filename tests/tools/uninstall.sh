#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# usage: uninstall.sh IMAGE DESTDIR
# Removes below DESTDIR the files that stand in IMAGE, and the folders of our own that this empties.
set -euo pipefail

image=$1 destination=$2
cd "$image"
find . \( -type f -o -type l \) -printf '%P\0' | while IFS= read -r -d '' file; do
	[ -e "$destination/$file" ] || [ -L "$destination/$file" ] || continue
	echo "rm $destination/$file"
	rm -f "$destination/$file"
done
find . -depth -type d -path '*layoutcheck*' -printf '%P\0' | while IFS= read -r -d '' folder; do
	[ ! -d "$destination/$folder" ] || rmdir --ignore-fail-on-non-empty "$destination/$folder"
done
