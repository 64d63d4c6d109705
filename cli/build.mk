# SPDX-License-Identifier: GPL-2.0-or-later
# The layoutcheck command: the only part that uses libelf and libyaml.
CLI_SOURCES := $(sort $(wildcard cli/*.c))
CLI_OBJECTS := $(CLI_SOURCES:%.c=$(B)/obj/%.o) $(B)/obj/gen/page.o
LAYOUTCHECK := $(B)/layoutcheck

$(LAYOUTCHECK): $(CLI_OBJECTS) $(SARIF_LIB) $(CORE_LIB)
	@mkdir -p $(@D)
	$(HOSTCC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -ljansson -lelf -lyaml

# The style and the script of the HTML report, as C strings.
PAGE_C := $(B)/gen/page.c
$(PAGE_C): cli/page/report.css cli/page/report.js
	@mkdir -p $(@D)
	{ echo '#include "page.h"'; echo 'const char page_style[] ='; \
	  sed -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n"/' cli/page/report.css; echo ';'; \
	  echo 'const char page_script[] ='; \
	  sed -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n"/' cli/page/report.js; echo ';'; } >$@.new && mv $@.new $@
$(B)/obj/gen/page.o: $(PAGE_C)
	@mkdir -p $(@D)
	$(HOSTCC) $(LC_CFLAGS) -Icli $(CFLAGS) -c -o $@ $<

# Core has models built in that this makes C of: it is linked before core is.
EMBED_SOURCES := $(wildcard cli/embed/*.c) cli/model_load.c cli/model_text.c cli/message.c \
	cli/progress.c core/arena.c core/model_schema.c core/model_value.c core/sha256.c core/nearest.c
$(B)/embed: $(EMBED_SOURCES:%.c=$(B)/obj/%.o)
	@mkdir -p $(@D)
	$(HOSTCC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lyaml

ALL += $(LAYOUTCHECK)

INSTALL_TARGETS += install-cli
.PHONY: install-cli
install-cli: $(LAYOUTCHECK)
	install -D -m 755 $(LAYOUTCHECK) '$(DESTDIR)$(PREFIX)/bin/layoutcheck'
	install -D -m 644 cli/completion/layoutcheck \
		'$(DESTDIR)$(PREFIX)/share/bash-completion/completions/layoutcheck'

# Unit tests see everything but main(); scripts run the command itself.
CLI_TESTS := $(patsubst tests/cli/%.c,$(B)/tests/cli/%,$(sort $(wildcard tests/cli/test_*.c)))
$(CLI_TESTS): $(B)/tests/cli/%: $(B)/obj/tests/cli/%.o $(filter-out $(B)/obj/cli/main.o,$(CLI_OBJECTS)) $(SARIF_LIB) $(CORE_LIB)
	@mkdir -p $(@D)
	$(HOSTCC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka -ljansson -lelf -lyaml
$(CLI_TESTS:$(B)/%=$(B)/obj/%.o): LC_CFLAGS += -Icli

TESTS += $(CLI_TESTS) $(sort $(wildcard tests/cli/*.sh))
TEST_DEPENDS += $(LAYOUTCHECK) $(CLI_TESTS)
