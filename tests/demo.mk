# SPDX-License-Identifier: GPL-2.0-or-later
# make demo: the whole path on an example. The demo is a test, too.
DEMO := tests/demo/run
TESTS += tests/demo/check.sh
