# SPDX-License-Identifier: MIT
# libsarif-c: static and shared library, pkg-config file, manual page; and the
# writer alone as -fPIC objects with nothing visible, for the plugin.
SARIF_WRITER_SOURCES := sarif/json_write.c sarif/utf8.c sarif/uri.c sarif/buffer.c sarif/names.c \
	sarif/write.c sarif/log.c
SARIF_SOURCES := $(sort $(wildcard sarif/*.c))
SARIF_SOVERSION := 0

SARIF_LIB := $(B)/libsarif-c.a
SARIF_SHARED := $(B)/libsarif-c.so.$(SARIF_SOVERSION)
SARIF_LINK := $(B)/libsarif-c.so
SARIF_MAN := Documentation/man/libsarif-c.3
SARIF_WRITER_PIC := $(SARIF_WRITER_SOURCES:%.c=$(B)/pic/%.o)

$(SARIF_LIB): $(SARIF_SOURCES:%.c=$(B)/obj/%.o)
	rm -f $@ && $(AR) rcsD $@ $^

# The shared library's objects are others than the plugin's: here SARIF_API marks what is visible.
$(B)/pic/shared/%.o: %.c
	@mkdir -p $(@D)
	$(HOSTCC) $(LC_CFLAGS) $(CFLAGS) -fPIC -fvisibility=hidden \
		'-DSARIF_API=__attribute__((visibility("default")))' -MMD -MP -c -o $@ $<

$(SARIF_SHARED): $(SARIF_SOURCES:%.c=$(B)/pic/shared/%.o) sarif/libsarif-c.map
	$(HOSTCC) $(CFLAGS) $(LDFLAGS) -shared -Wl,-soname,$(@F) -Wl,--version-script=sarif/libsarif-c.map \
		-Wl,-z,defs -o $@ $(filter %.o,$^) -ljansson

$(SARIF_LINK): $(SARIF_SHARED)
	ln -sf $(<F) $@

ALL += $(SARIF_LIB) $(SARIF_SHARED) $(SARIF_LINK)

INSTALL_TARGETS += install-sarif
.PHONY: install-sarif
install-sarif: $(SARIF_LIB) $(SARIF_SHARED) $(SARIF_LINK)
	install -d '$(DESTDIR)$(PREFIX)/include' '$(DESTDIR)$(PREFIX)/lib/pkgconfig' \
		'$(DESTDIR)$(PREFIX)/share/man/man3'
	install -m 644 sarif/sarif.h sarif/sarif_read.h sarif/sarif_lint.h '$(DESTDIR)$(PREFIX)/include/'
	install -m 644 $(SARIF_LIB) $(SARIF_SHARED) '$(DESTDIR)$(PREFIX)/lib/'
	ln -sf $(notdir $(SARIF_SHARED)) '$(DESTDIR)$(PREFIX)/lib/$(notdir $(SARIF_LINK))'
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' sarif/libsarif-c.pc.in \
		>'$(DESTDIR)$(PREFIX)/lib/pkgconfig/libsarif-c.pc'
	chmod 644 '$(DESTDIR)$(PREFIX)/lib/pkgconfig/libsarif-c.pc'
	install -m 644 $(SARIF_MAN) '$(DESTDIR)$(PREFIX)/share/man/man3/'

# Tests: programs by cmocka, and scripts.
SARIF_TESTS := $(patsubst tests/sarif/%.c,$(B)/tests/sarif/%,$(sort $(wildcard tests/sarif/test_*.c)))
SARIF_TEST_TOOLS := $(B)/tests/sarif/write_log $(B)/tests/sarif/read_log

$(SARIF_TESTS): $(B)/tests/sarif/%: $(B)/obj/tests/sarif/%.o $(SARIF_LIB)
	@mkdir -p $(@D)
	$(HOSTCC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka -ljansson
$(SARIF_TEST_TOOLS): $(B)/tests/sarif/%: $(B)/obj/tests/sarif/%.o $(SARIF_LIB)
	@mkdir -p $(@D)
	$(HOSTCC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -ljansson

TESTS += $(SARIF_TESTS) $(sort $(wildcard tests/sarif/*.sh))
TEST_DEPENDS += $(SARIF_TESTS) $(SARIF_TEST_TOOLS) $(SARIF_LIB) $(SARIF_SHARED)
