# SPDX-License-Identifier: GPL-2.0-or-later
# layoutcheck-sparse, on the source of sparse that is fetched when it is built.
#
#   make sparse                 the checker alone; fetches again what could not be had before
#   make SPARSE_SRC=DIRECTORY   with a source of sparse of one's own
SPARSE_SRC ?=
SPARSE_DIR := $(B)/sparse
SPARSE_STAMP := $(SPARSE_DIR)/source.stamp
SPARSE_LIB := $(SPARSE_DIR)/libsparse.a
SPARSE_BIN := $(B)/layoutcheck-sparse
SPARSE_SOURCES := $(sort $(wildcard sparse-checks/*.c))
SPARSE_OBJECTS := $(SPARSE_SOURCES:%.c=$(B)/sparse/obj/%.o)

# sparse is built without strict aliasing, and its headers want the same.
SPARSE_CFLAGS := -std=gnu11 -D_GNU_SOURCE $(WARNINGS) -ffile-prefix-map=$(CURDIR)=. \
	-fno-strict-aliasing -Icore -isystem $(SPARSE_DIR)/src
# Its own diagnostics are taken over: sparse-checks/diagnostics.c.
SPARSE_WRAP := $(foreach f,warning info sparse_error expression_error,-Wl,--wrap=$(f))

# A source that cannot be had leaves the stamp saying so, and the rest of the project builds.
SPARSE_HAVE = grep -qs '^ready' $(SPARSE_STAMP)
SPARSE_OLD = -DSC_OLDER_THAN_TYPEOF_UNQUAL=$(shell grep -qs TYPEOF_UNQUAL $(SPARSE_DIR)/src/symbol.h && echo 0 || echo 1)

# Another SPARSE_SRC than last time, or `make sparse` after a failure: fetch again.
ifneq ($(SPARSE_SRC),)
ifeq ($(filter $(SPARSE_SRC),$(shell cat $(SPARSE_STAMP) 2>/dev/null)),)
$(SPARSE_STAMP): sparse-fetch-again
endif
else ifneq ($(filter sparse,$(MAKECMDGOALS)),)
ifneq ($(filter missing,$(shell cat $(SPARSE_STAMP) 2>/dev/null)),)
$(SPARSE_STAMP): sparse-fetch-again
endif
endif

.PHONY: sparse sparse-fetch-again install-sparse
sparse-fetch-again:
sparse: $(SPARSE_BIN)

$(SPARSE_STAMP): sparse-checks/fetch.sh
	SPARSE_SRC='$(SPARSE_SRC)' sparse-checks/fetch.sh $(SPARSE_DIR)

$(SPARSE_LIB): $(SPARSE_STAMP)
	@if $(SPARSE_HAVE); then echo "make -C $(SPARSE_DIR)/src libsparse.a"; \
	$(MAKE) --no-print-directory -C $(SPARSE_DIR)/src libsparse.a CC='$(HOSTCC)' CFLAGS='-O2 -g' HAVE_LLVM=no \
		SPARSE_VERSION="$$(cut -d' ' -f2 $(SPARSE_STAMP))" > $(SPARSE_DIR)/build.log 2>&1 || \
		{ tail -n 20 $(SPARSE_DIR)/build.log; exit 1; }; fi
	@if $(SPARSE_HAVE); then rm -f $(SPARSE_DIR)/src/.*.d; cp $(SPARSE_DIR)/src/libsparse.a $@; fi

$(SPARSE_OBJECTS): $(B)/sparse/obj/%.o: %.c $(SPARSE_LIB)
	@mkdir -p $(@D)
	@if $(SPARSE_HAVE); then set -x; \
	$(HOSTCC) $(SPARSE_CFLAGS) $(SPARSE_OLD) $(CFLAGS) -MMD -MP -c -o $@ $<; fi

$(SPARSE_BIN): $(SPARSE_OBJECTS) $(SPARSE_LIB) $(REPORT_LIB) $(CORE_LIB) $(SARIF_LIB)
	@if $(SPARSE_HAVE); then set -x; \
	$(HOSTCC) $(CFLAGS) $(SPARSE_WRAP) -o $@ $^ -lm; else cat $(SPARSE_DIR)/missing; fi

ALL += $(SPARSE_BIN)
TESTS += tests/sparse/run.sh
TEST_DEPENDS += $(SPARSE_BIN)
INSTALL_TARGETS += install-sparse

install-sparse: $(SPARSE_BIN)
	@if $(SPARSE_HAVE); then set -x; \
	install -D $(SPARSE_BIN) $(DESTDIR)$(PREFIX)/bin/layoutcheck-sparse; fi
