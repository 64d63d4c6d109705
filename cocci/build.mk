# SPDX-License-Identifier: GPL-2.0-or-later
# The header that user code includes, and the semantic patches: installed as they are.
COCCI_SCRIPTS := $(sort $(wildcard cocci/*.cocci cocci/*.py))

HELPER_TESTS := $(patsubst tests/%.c,$(B)/tests/%,$(sort $(wildcard tests/helpers/test_*.c)))
$(HELPER_TESTS): $(B)/tests/%: tests/%.c include/layoutcheck.h
	@mkdir -p $(@D)
	$(CC) $(LC_CFLAGS) $(CFLAGS) $(SANITIZE) -o $@ $< -lcmocka
# One of them reads all that it was promised, to the last byte.
$(B)/tests/helpers/test_failures: SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all

TESTS += $(HELPER_TESTS) tests/helpers/compile.sh tests/helpers/instructions.py tests/helpers/table.py tests/examples/examples.sh
TEST_DEPENDS += $(HELPER_TESTS)

.PHONY: install-header install-cocci
install-header:
	install -d $(DESTDIR)$(PREFIX)/include
	install -m 644 include/layoutcheck.h $(DESTDIR)$(PREFIX)/include/
install-cocci:
	install -d $(DESTDIR)$(PREFIX)/share/layoutcheck/cocci
	install -m 644 $(COCCI_SCRIPTS) $(DESTDIR)$(PREFIX)/share/layoutcheck/cocci/
INSTALL_TARGETS += install-header install-cocci

TESTS += tests/cocci/shapes.sh tests/cocci/fix.sh
TEST_DEPENDS += $(B)/layoutcheck
