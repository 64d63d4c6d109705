#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The demo as a test: each thing that it claims is a line of TAP.
TAP=1 exec "$(dirname "$0")/run" "${B:-build}/tests/demo"
