# SPDX-License-Identifier: GPL-2.0-or-later
# Man pages are installed by their section, found by name.
MAN_PAGES := $(sort $(wildcard Documentation/man/*.[1-8]))
MANDIR ?= $(PREFIX)/share/man

.PHONY: install-man
install-man:
	for page in $(MAN_PAGES); do \
		install -D -m 644 "$$page" "$(DESTDIR)$(MANDIR)/man$${page##*.}/$${page##*/}" || exit 1; \
	done

INSTALL_TARGETS += $(if $(MAN_PAGES),install-man)
