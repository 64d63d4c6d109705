/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Walkers over two firmware tables, on layoutcheck.h: ACPI's MADT (ACPI 6.5, 5.2.12),
 * records of a type and a length, and SMBIOS structures (DMTF DSP0134), a header, its
 * strings behind it, and an empty string at the end.
 */
#ifndef EXAMPLE_TABLES_H
#define EXAMPLE_TABLES_H

#include "layoutcheck.h"

struct LC_WIRE acpi_header {
	uint8_t signature[4];
	lc_le32 length; /* of the whole table, in bytes */
	uint8_t revision, checksum;
	uint8_t oem_id[6], oem_table_id[8];
	lc_le32 oem_revision;
	uint8_t compiler_id[4];
	lc_le32 compiler_revision;
};
LC_ASSERT_SIZE(struct acpi_header, 36);

struct LC_WIRE madt {
	struct acpi_header header;
	lc_le32 local_apic_address, flags;
};
LC_ASSERT_SIZE(struct madt, 44);

struct LC_WIRE smbios_header {
	uint8_t type, length; /* of the formatted part, in bytes */
	lc_le16 handle;
};
LC_ASSERT_SIZE(struct smbios_header, 4);

struct processors {
	unsigned enabled, disabled; /* local APICs and x2APICs */
	unsigned io_apics;
	unsigned others; /* records of other types */
};

/*
 * Counts what the MADT in the LEN bytes at TABLE lists. Returns false if a length in it
 * cannot be, or its checksum is wrong; *FOUND then holds what came before.
 */
bool madt_walk(struct processors *found, const uint8_t *table, size_t len);

/* Called for each structure; STRINGS are N strings, one behind the other. */
typedef void smbios_visit(void *context, const struct smbios_header *header, const char *strings,
			  unsigned n);

/* Visits each SMBIOS structure in the LEN bytes at TABLE; false if one has no end. */
bool smbios_walk(const uint8_t *table, size_t len, smbios_visit *visit, void *context);

#endif
