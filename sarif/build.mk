# SPDX-License-Identifier: MIT
# libsarif-c: static and shared library; the writer's -fPIC objects for the plugin.
SARIF_WRITER_SOURCES := sarif/json_write.c sarif/utf8.c sarif/uri.c sarif/buffer.c sarif/names.c \
	sarif/write.c sarif/log.c
SARIF_SOURCES := $(sort $(wildcard sarif/*.c))

SARIF_LIB := $(B)/libsarif-c.a
SARIF_WRITER_PIC := $(SARIF_WRITER_SOURCES:%.c=$(B)/pic/%.o)

$(SARIF_LIB): $(SARIF_SOURCES:%.c=$(B)/obj/%.o)
	rm -f $@ && $(AR) rcsD $@ $^

ALL += $(SARIF_LIB)
