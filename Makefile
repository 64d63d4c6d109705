# SPDX-License-Identifier: GPL-2.0-or-later
# layoutcheck: needs GNU make alone; each folder's build.mk adds its targets here.
#
#   make               everything, into build/
#   make demo          the whole path on an example
#   make check         all tests
#   make check-real    dmidecode and Linux files (downloads packages)
#   make install       PREFIX, DESTDIR
#   make lint | clean

PREFIX ?= /usr/local
CC ?= gcc
ifeq ($(origin CC),default)
CC := gcc
endif
B := build
CFLAGS ?= -O2 -g
WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wmissing-prototypes -Wstrict-prototypes -Wvla
LC_CFLAGS := -std=c11 -D_GNU_SOURCE $(WARNINGS) -Iinclude -Icore -Isarif
VERSION := $(shell sed -n 's/^\#define LC_VERSION "\(.*\)"/\1/p' core/rules.h)

MAKEFLAGS += --no-builtin-rules
.SUFFIXES:
.DELETE_ON_ERROR:
.PHONY: all install uninstall check check-real demo lint clean packages bench

all:

# What each folder adds: targets of `all`, install commands, tests.
ALL :=
TESTS := # programs and scripts that print TAP; make check runs them all
TEST_DEPENDS := # what they need built
INSTALL_TARGETS :=

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
	$(CC) $(LC_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# The same for shared objects: nothing visible unless its source says so.
$(B)/pic/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(LC_CFLAGS) $(CFLAGS) -fPIC -fvisibility=hidden -MMD -MP -c -o $@ $<

-include $(shell find $(B)/obj $(B)/pic -name '*.d' 2>/dev/null)

install: all $(INSTALL_TARGETS)

clean:
	rm -rf $(B)
