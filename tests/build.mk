# SPDX-License-Identifier: GPL-2.0-or-later
# Tests that belong to no other folder: the plugin's, run on annotated C files,
# and those of the tools that the tests themselves rest on.
TESTS += tests/tools/test-run tests/tools/test-expect
ifneq ($(wildcard plugin/stub.c),)
TESTS += tests/plugin/run tests/recall/run tests/plugin/forget tests/plugin/soundness tests/plugin/soundness-alignment tests/plugin/soundness-lengths tests/same/oracle.sh $(sort $(wildcard tests/plugin/*.sh))
TEST_DEPENDS += $(PLUGIN_STUB) $(PLUGIN_REAL)
endif
include tests/demo.mk
