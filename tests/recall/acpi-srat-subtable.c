// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/acpi/tables.c: a subtable of length zero kept the walk over an ACPI table where it
 * was, for ever.
 * The guard against zero-length entries in acpi_parse_entries() ("ACPI / tables" series).
 * Hard: nothing is read out of bounds; the step out of the bytes may be zero.
 */
#include "linux.h"

struct acpi_subtable_header {
	u8 type;
	u8 length;
};

struct acpi_table_header {
	char signature[4];
	u32 length;
	u8 revision, checksum;
	char oem_id[6], oem_table_id[8];
	u32 oem_revision;
	char compiler[4];
	u32 compiler_revision;
} __packed;

void entry(const struct acpi_subtable_header *header);

int parse_entries_before(const u8 *table, u32 table_len)
{
	const u8 *at = table + sizeof(struct acpi_table_header), *end = table + table_len;
	int count = 0;

	if (table_len < sizeof(struct acpi_table_header))
		return -EINVAL;
	while (end - at >= (ptrdiff_t)sizeof(struct acpi_subtable_header)) {
		const struct acpi_subtable_header *h = (const struct acpi_subtable_header *)at;

		if (h->length > end - at)
			return -EINVAL;
		entry(h);
		count++;
		at += h->length; // warning: . [lc-unchecked-length]
	}
	return count;
}

int parse_entries_after(const u8 *table, u32 table_len)
{
	const u8 *at = table + sizeof(struct acpi_table_header), *end = table + table_len;
	int count = 0;

	if (table_len < sizeof(struct acpi_table_header))
		return -EINVAL;
	while (end - at >= (ptrdiff_t)sizeof(struct acpi_subtable_header)) {
		const struct acpi_subtable_header *h = (const struct acpi_subtable_header *)at;

		if (h->length == 0 || h->length > end - at)
			return -EINVAL;
		entry(h);
		count++;
		at += h->length;
	}
	return count;
}
