/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The table in which the platform's firmware describes the controller.
 */
#include <string.h>

#include "driver.h"

struct acpi_table_header {
	char signature[4];
	__le32 length; /* of the whole table */
	u8 revision;
	u8 checksum;
	char oem_id[6];
} __packed;

/* What every entry begins with. */
struct acpi_subtable_header {
	u8 type;
	u8 length;
} __packed;

struct acpi_radio_cpu {
	struct acpi_subtable_header header;
	u8 id;
	u8 flags;
	__le32 mask;
} __packed;

struct acpi_radio_interrupts {
	struct acpi_subtable_header header;
	__le16 lines;
	__le32 base;
} __packed;

#define ENTRY_CPU 0
#define ENTRY_INTERRUPTS 1

static u8 sum_of(const u8 *bytes, size_t n)
{
	u8 sum = 0;

	while (n--)
		sum += *bytes++;
	return sum;
}

static int add_cpu(struct radio *radio, const struct acpi_subtable_header *entry)
{
	const struct acpi_radio_cpu *cpu = (const struct acpi_radio_cpu *)entry;

	if (entry->length < sizeof(*cpu))
		return -EINVAL;
	if (cpu->flags & 1)
		radio->cpus++;
	return 0;
}

static int add_interrupts(struct radio *radio, const struct acpi_subtable_header *entry)
{
	const struct acpi_radio_interrupts *interrupts =
		(const struct acpi_radio_interrupts *)entry;

	radio->interrupt_controllers++;
	radio->interrupt_base = le32_to_cpu(interrupts->base);
	return 0;
}

static int add_entries(struct radio *radio, const u8 *p, const u8 *end)
{
	int err = 0;

	while (p < end && !err) {
		const struct acpi_subtable_header *entry = (const struct acpi_subtable_header *)p;

		if ((size_t)(end - p) < sizeof(*entry))
			return -EINVAL;
		if (entry->length < sizeof(*entry) || entry->length > end - p)
			return -EINVAL;
		if (entry->type == ENTRY_CPU)
			err = add_cpu(radio, entry);
		else if (entry->type == ENTRY_INTERRUPTS)
			err = add_interrupts(radio, entry);
		p += entry->length;
	}
	return err;
}

int radio_read_table(struct radio *radio, const void *table, size_t size)
{
	const struct acpi_table_header *header;
	const u8 *bytes = table;
	u32 length;

	if (size < sizeof(*header))
		return -EINVAL;
	header = (const struct acpi_table_header *)table;
	if (memcmp(header->signature, "RDIO", 4))
		return -ENOENT;
	length = le32_to_cpu(header->length);
	if (length < sizeof(*header) || length > size || sum_of(bytes, length))
		return -EINVAL;
	return add_entries(radio, bytes + sizeof(*header), bytes + length);
}
