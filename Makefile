# SPDX-License-Identifier: GPL-2.0-or-later
# layoutcheck: needs GNU make alone; each folder's build.mk adds its targets here.
#
#   make               everything, into build/, for the compiler $(CC)
#   make demo          the whole path on an example
#   make check         all tests
#   make check-real    dmidecode and Linux files (downloads packages into build/real)
#   make check-full    that the plugin changes no byte and crashes on nothing, at length; goes on where it was stopped
#   make bench         what the plugin costs on those files, as ratios
#   make install       PREFIX, DESTDIR, PLUGINDIR; make uninstall takes the same
#   make lint          style and licence headers; make format settles the layout of C
#   make clean         removes build/, but not what check-real downloaded; distclean does
#
# CC is the compiler that the plugin is for. HOSTCC compiles our own code: the
# same compiler, unless CC is a cross compiler.

PREFIX ?= /usr/local
ifeq ($(origin CC),default)
CC := gcc
endif
B := build
CFLAGS ?= -O2 -g
WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wmissing-prototypes -Wstrict-prototypes -Wvla
# Paths are mapped so that two builds in different folders give the same bytes.
LC_CFLAGS := -std=c11 -D_GNU_SOURCE $(WARNINGS) -ffile-prefix-map=$(CURDIR)=. -Iinclude -Icore -Isarif
VERSION := $(shell sed -n 's/^\#define LC_VERSION "\(.*\)"/\1/p' core/rules.h)

MACHINE := $(shell $(CC) -dumpmachine 2>/dev/null)
ifeq ($(origin HOSTCC),undefined)
HOSTCC := $(if $(filter-out $(shell gcc -dumpmachine 2>/dev/null),$(MACHINE)),gcc,$(CC))
endif
GCC_MAJOR := $(firstword $(subst ., ,$(shell $(CC) -dumpfullversion -dumpversion 2>/dev/null)))
GCC_PLUGIN_DIR := $(shell $(CC) -print-file-name=plugin 2>/dev/null)
PLUGINDIR ?= $(GCC_PLUGIN_DIR)

MAKEFLAGS += --no-builtin-rules
.SUFFIXES:
.DELETE_ON_ERROR:
.PHONY: all packages install uninstall check run-tests check-real run-real check-full run-full bench demo run-demo lint format clean distclean

all:

# What each folder adds: targets of `all`, install commands, tests.
ALL :=
TESTS := # programs and scripts that print TAP; make check runs them all
TEST_DEPENDS := # what they need built
INSTALL_TARGETS :=
DEMO := # the program that make demo runs
DEMO_DEPENDS := # what it needs besides `all`

include core/build.mk
include sarif/build.mk
include plugin/build.mk
include cli/build.mk
include sparse-checks/build.mk
include cocci/build.mk
include Documentation/build.mk
include tests/build.mk

all: $(ALL)

# One rule a kind of object; the compiler writes the header dependencies.
$(B)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(HOSTCC) $(LC_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# The same for shared objects: nothing visible unless its source says so.
$(B)/pic/%.o: %.c
	@mkdir -p $(@D)
	$(HOSTCC) $(LC_CFLAGS) $(CFLAGS) -fPIC -fvisibility=hidden -MMD -MP -c -o $@ $<

-include $(shell find $(B) -path $(B)/real -prune -o -name '*.d' -type f -print 2>/dev/null)

# Nothing is installed before everything is built.
$(INSTALL_TARGETS): | all
install: $(INSTALL_TARGETS)

# Removes exactly what install would put there now: no second list to keep true.
uninstall: all
	@rm -rf $(B)/uninstall
	@$(MAKE) --no-print-directory install DESTDIR=$(CURDIR)/$(B)/uninstall >/dev/null
	@tests/tools/uninstall.sh $(B)/uninstall "$(DESTDIR)"
	@rm -rf $(B)/uninstall

# The packages come first, in a make of their own: what they bring decides what
# the second make finds (the compiler's plugin folder, for one).
check:
	@tests/tools/packages.sh check "$(CC)"
	@+$(MAKE) --no-print-directory run-tests
run-tests: all $(TEST_DEPENDS)
	@CC="$(CC)" B="$(B)" tests/run $(TESTS)

# What a build alone lacks; CI installs from here (action.yml).
packages:
	@tests/tools/packages.sh build "$(CC)"

demo:
	@tests/tools/packages.sh demo "$(CC)"
	@+$(MAKE) --no-print-directory run-demo
run-demo: all $(DEMO_DEPENDS)
	@CC="$(CC)" B="$(B)" $(or $(DEMO),false)

check-real:
	@tests/tools/packages.sh check-real "$(CC)"
	@+$(MAKE) --no-print-directory run-real
run-real: all
	@CC="$(CC)" B="$(B)" tests/real/run

# Hours. What is done is kept in build/real/same-*.state, for this plugin and compiler.
check-full:
	@tests/tools/packages.sh check-real "$(CC)"
	@+$(MAKE) --no-print-directory run-full
run-full: all
	@CC="$(CC)" B="$(B)" tests/real/run full

# Ratios, not a test: what the plugin costs on the Linux files of check-real.
bench: all
	@tests/real/bench.py $(B)/real/linux/build $(B)/plugin/layoutcheck.so

lint:
	@LINT_CC="$(HOSTCC) $(LC_CFLAGS)" tests/tools/lint.sh

# The layout of a plugin test is part of what it tests: those stay as they are.
format:
	git ls-files '*.c' '*.h' '*.cc' | grep -v '^tests/plugin/' | xargs clang-format -i

# What check-real downloaded and unpacked is dear: distclean alone removes it.
clean:
	@if [ -d $(B) ]; then find $(B) -mindepth 1 -maxdepth 1 ! -name real -exec rm -rf {} +; fi
	@if [ -d $(B) ]; then rmdir --ignore-fail-on-non-empty $(B); fi
distclean:
	rm -rf $(B)
