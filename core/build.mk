# SPDX-License-Identifier: GPL-2.0-or-later
# libcore: rules, ledger, proofs; librecord: the reporter that adapters share.
CORE_SOURCES := $(sort $(wildcard core/*.c))
REPORT_SOURCES := $(sort $(wildcard core/report/*.c))

# The models that come with it, compiled and written as C by a tool of the build (cli/build.mk).
MODELS := $(sort $(wildcard core/models/*.yaml))
MODELS_C := $(B)/gen/model_builtin.c

CORE_LIB := $(B)/libcore.a
CORE_PIC := $(CORE_SOURCES:%.c=$(B)/pic/%.o) $(B)/pic/gen/model_builtin.o
REPORT_LIB := $(B)/librecord.a
REPORT_PIC := $(REPORT_SOURCES:%.c=$(B)/pic/%.o)

$(MODELS_C): $(MODELS) $(B)/embed
	@mkdir -p $(@D)
	$(B)/embed $(MODELS) >$@.new && mv $@.new $@
$(B)/obj/gen/model_builtin.o: $(MODELS_C)
	@mkdir -p $(@D)
	$(HOSTCC) $(LC_CFLAGS) $(CFLAGS) -c -o $@ $<
$(B)/pic/gen/model_builtin.o: $(MODELS_C)
	@mkdir -p $(@D)
	$(HOSTCC) $(LC_CFLAGS) $(CFLAGS) -fPIC -fvisibility=hidden -c -o $@ $<

$(CORE_LIB): $(CORE_SOURCES:%.c=$(B)/obj/%.o) $(B)/obj/gen/model_builtin.o
	rm -f $@ && $(AR) rcsD $@ $^
$(REPORT_LIB): $(REPORT_SOURCES:%.c=$(B)/obj/%.o)
	rm -f $@ && $(AR) rcsD $@ $^

ALL += $(CORE_LIB) $(REPORT_LIB)

# Unit tests. The library of SARIF is named by its path: its folder's variables come later.
CORE_TESTS := $(patsubst tests/core/%.c,$(B)/tests/core/%,$(sort $(wildcard tests/core/test_*.c)))
$(CORE_TESTS): $(B)/tests/core/%: $(B)/obj/tests/core/%.o $(REPORT_LIB) $(CORE_LIB) $(B)/libsarif-c.a
	@mkdir -p $(@D)
	$(HOSTCC) $(CFLAGS) $(LDFLAGS) $(WRAP) -o $@ $^ -lcmocka -ljansson
# One of them makes memory run out.
$(B)/tests/core/test_memory: WRAP := -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc

TESTS += $(CORE_TESTS)
TEST_DEPENDS += $(CORE_TESTS)
