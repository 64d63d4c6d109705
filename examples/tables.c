// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Firmware tables: records that say how long they are.
 */
#include "tables.h"

#include <string.h>

enum { LOCAL_APIC = 0, IO_APIC = 1, LOCAL_X2APIC = 9 };

struct LC_WIRE madt_record {
	uint8_t type, length; /* of the whole record, in bytes */
};
struct LC_WIRE local_apic {
	struct madt_record record;
	uint8_t processor_id, apic_id;
	lc_le32 flags; /* bit 0: enabled */
};
struct LC_WIRE local_x2apic {
	struct madt_record record;
	uint8_t reserved[2];
	lc_le32 apic_id, flags, processor_id;
};
LC_ASSERT_SIZE(struct local_apic, 8);
LC_ASSERT_SIZE(struct local_x2apic, 16);

static void count(struct processors *found, uint32_t flags)
{
	if (flags & 1)
		found->enabled++;
	else
		found->disabled++;
}

/* One record, of LENGTH bytes. */
static bool look_at(struct processors *found, const struct madt_record *record, size_t length)
{
	const struct local_apic *apic;
	const struct local_x2apic *x2apic;

	switch (record->type) {
	case LOCAL_APIC:
		apic = lc_ref_from_prefix(struct local_apic, (const void *)record, length);
		if (!apic)
			return false;
		count(found, lc_le32_get(apic->flags));
		return true;
	case LOCAL_X2APIC:
		x2apic = lc_ref_from_prefix(struct local_x2apic, (const void *)record, length);
		if (!x2apic)
			return false;
		count(found, lc_le32_get(x2apic->flags));
		return true;
	case IO_APIC:
		found->io_apics++;
		return true;
	default:
		found->others++;
		return true;
	}
}

bool madt_walk(struct processors *found, const uint8_t *table, size_t len)
{
	const struct madt *madt = lc_ref_from_prefix(struct madt, table, len);
	const uint8_t *at = table;
	uint8_t sum = 0;
	size_t left;

	memset(found, 0, sizeof(*found));
	if (!madt || memcmp(madt->header.signature, "APIC", 4))
		return false;
	left = lc_le32_get(madt->header.length);
	if (left < sizeof(*madt) || left > len)
		return false;
	for (size_t i = 0; i < left; i++)
		sum = (uint8_t)(sum + table[i]);
	if (sum)
		return false;
	at += sizeof(*madt);
	left -= sizeof(*madt);
	while (left) {
		const struct madt_record *record = lc_ref_from_prefix(struct madt_record, at, left);

		if (!record || record->length < sizeof(*record) || record->length > left ||
		    !look_at(found, record, record->length))
			return false;
		at += record->length;
		left -= record->length;
	}
	return true;
}

bool smbios_walk(const uint8_t *table, size_t len, smbios_visit *visit, void *context)
{
	while (len) {
		const struct smbios_header *header =
			lc_ref_from_prefix(struct smbios_header, table, len);
		const char *strings;
		unsigned n = 0;

		if (!header || header->length < sizeof(*header) || header->length > len)
			return false;
		table += header->length;
		len -= header->length;
		strings = (const char *)table;
		/* Strings up to an empty one; where there are none, two zero bytes. */
		while (len && *table) {
			const uint8_t *end = memchr(table, 0, len);

			if (!end)
				return false;
			len -= (size_t)(end + 1 - table);
			table = end + 1;
			n++;
		}
		if (len < (n ? 1 : 2) || *table || (!n && table[1]))
			return false;
		table += n ? 1 : 2;
		len -= n ? 1 : 2;
		visit(context, header, strings, n);
	}
	return true;
}
