# SPDX-License-Identifier: GPL-2.0-or-later
# Two shared objects: the stub that -fplugin=layoutcheck loads (plain C, no GCC
# symbol), and beside it the real plugin for the GCC that $(CC) is.
PLUGIN_STUB := $(B)/plugin/layoutcheck.so
PLUGIN_REAL := $(B)/plugin/layoutcheck-gcc$(GCC_MAJOR).so
PLUGIN_SOURCES := $(sort $(wildcard plugin/*.cc))
PLUGIN_OBJECTS := $(PLUGIN_SOURCES:plugin/%.cc=$(B)/plugin/gcc$(GCC_MAJOR)/%.o)

# The C++ compiler must be HOSTCC's twin: gcc-12 has g++-12, gcc has g++.
PLUGIN_CXX ?= $(shell cxx=$$(echo "$(HOSTCC)" | sed 's/gcc\([-0-9.]*\)$$/g++\1/'); \
	command -v $$cxx >/dev/null 2>&1 && echo $$cxx || echo g++-$(GCC_MAJOR))
PLUGIN_CXXFLAGS := -DLC_TARGET_NAME=\"$(MACHINE)\" -std=gnu++17 -fno-rtti -fno-exceptions -fPIC -fvisibility=hidden -ffile-prefix-map=$(CURDIR)=. \
	-Wall -Wextra -Wshadow -Wno-unused-parameter -Iinclude -Icore -Isarif -isystem $(GCC_PLUGIN_DIR)/include

PLUGIN_HEADER := $(GCC_PLUGIN_DIR)/include/gcc-plugin.h
PLUGIN_PACKAGE := gcc-$(GCC_MAJOR)-plugin-dev$(if $(filter-out $(shell gcc -dumpmachine 2>/dev/null),$(MACHINE)),-$(MACHINE))

# ccache looks at the stub alone: its build ID tells of what it loads.
$(PLUGIN_STUB): $(B)/pic/plugin/stub.o $(PLUGIN_REAL)
	@mkdir -p $(@D)
	$(HOSTCC) -shared $(LDFLAGS) -o $@ $< -ldl \
		-Wl,--build-id=0x$$(cat $(@D)/layoutcheck-gcc*.so | sha256sum | cut -c 1-40)

# GCC's headers, parsed once: they are most of what the compiler reads.
PLUGIN_PARSED := $(B)/plugin/gcc$(GCC_MAJOR)/gcc-common.h.gch
$(PLUGIN_PARSED): plugin/gcc-common.h | $(PLUGIN_HEADER)
	@mkdir -p $(@D)
	$(PLUGIN_CXX) $(PLUGIN_CXXFLAGS) $(CFLAGS) -MMD -MP -MT $@ -MF $(@:.gch=.d) -x c++-header -o $@ $<

$(B)/plugin/gcc$(GCC_MAJOR)/%.o: plugin/%.cc $(PLUGIN_PARSED)
	@mkdir -p $(@D)
	$(PLUGIN_CXX) $(PLUGIN_CXXFLAGS) -include $(PLUGIN_PARSED:.gch=) $(CFLAGS) -MMD -MP -c -o $@ $<

$(PLUGIN_REAL): $(PLUGIN_OBJECTS) $(CORE_PIC) $(REPORT_PIC) $(SARIF_WRITER_PIC)
	@mkdir -p $(@D)
	$(PLUGIN_CXX) -shared $(LDFLAGS) -o $@ $^

# Reached only when the header is not there.
$(PLUGIN_HEADER):
	@echo "The headers that plugins for $(CC) need are missing. Type: apt-get install $(PLUGIN_PACKAGE)" >&2
	@exit 1

.PHONY: install-plugin
install-plugin:
	install -d "$(DESTDIR)$(PLUGINDIR)"
	install -m 644 $(PLUGIN_STUB) $(PLUGIN_REAL) "$(DESTDIR)$(PLUGINDIR)"

ifneq ($(wildcard plugin/stub.c),)
ALL += $(PLUGIN_STUB) $(if $(PLUGIN_SOURCES),$(PLUGIN_REAL))
INSTALL_TARGETS += install-plugin
endif
