// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Idioms of code that reads tables of the firmware: ACPI subtables, SMBIOS structures, EFI descriptors,
 * hand-off blocks, device paths, signature lists, object files.
 */
#include "idioms.h"

/* Every ACPI table begins so; who maps one has compared its length. */
struct acpi_table_header {
	char signature[4];
	u32 length;
	u8 revision, checksum;
	char oem_id[6];
	char oem_table_id[8];
	u32 oem_revision;
	char compiler[4];
	u32 compiler_revision;
};

struct acpi_subtable_header {
	u8 type;
	u8 length;
};

struct acpi_local_apic {
	struct acpi_subtable_header header;
	u8 processor_id;
	u8 id;
	u32 lapic_flags;
};

/* A shorter one. */
struct acpi_source {
	struct acpi_subtable_header header;
	u16 flags;
};

#define BAD_ENTRY(entry, end) \
	(!(entry) || (unsigned long)(entry) + sizeof(*(entry)) > (unsigned long)(end) || \
	 (entry)->header.length < sizeof(*(entry)))

/* The macro that handlers of subtables begin with; it asks for as much as the type has that it is given. */
u32 entry_macro_bad(struct acpi_subtable_header *header, unsigned long end)
{
	struct acpi_local_apic *apic = (struct acpi_local_apic *)header;

	if (BAD_ENTRY((struct acpi_source *)header, end))
		return 0;
	return apic->lapic_flags; // warning: 'header' [lc-short-buffer]
}

u32 entry_macro_good(struct acpi_subtable_header *header, unsigned long end)
{
	struct acpi_local_apic *apic = (struct acpi_local_apic *)header; // verdict: overlay struct acpi_local_apic proven lc-short-buffer

	if (BAD_ENTRY(apic, end))
		return 0;
	return apic->lapic_flags;
}

/* A table of fixed entries behind its header, to the end that its length says. */
struct allocation {
	u64 address;
	u16 segment;
	u8 start, last;
	u32 reserved;
};

struct table_of_allocations {
	struct acpi_table_header header;
	u8 reserved[8];
};

u32 fixed_entries_bad(struct acpi_table_header *header)
{
	struct allocation *a, *end = (struct allocation *)((u8 *)header + header->length);
	u32 sum = 0;

	for (a = (struct allocation *)((struct table_of_allocations *)header + 1); a < end; a++)
		sum += a->segment; // warning: 'header' [lc-short-buffer]
	return sum;
}

u32 fixed_entries_good(struct acpi_table_header *header)
{
	struct allocation *a;
	u32 sum = 0, n;

	if (header->length < sizeof(struct table_of_allocations))
		return 0;
	n = (header->length - sizeof(struct table_of_allocations)) / sizeof(*a);
	a = (struct allocation *)((struct table_of_allocations *)header + 1); // verdict: overlay struct allocation proven lc-short-buffer
	for (u32 i = 0; i < n; i++)
		sum += a[i].segment;
	return sum;
}

/* The subtables of a table, each with a length of its own, against the table's. */
u32 subtable_walk_bad(struct acpi_table_header *table)
{
	u8 *p = (u8 *)(table + 1), *end = (u8 *)table + table->length;
	u32 sum = 0;

	while (p + sizeof(struct acpi_subtable_header) <= end) {
		struct acpi_local_apic *e = (struct acpi_local_apic *)p;

		if (e->header.length < 2)
			break;
		if (e->header.type == 0)
			sum += e->id; // warning: 'table' [lc-short-buffer]
		p += e->header.length;
	}
	return sum;
}

u32 subtable_walk_good(struct acpi_table_header *table)
{
	u8 *p = (u8 *)(table + 1), *end = (u8 *)table + table->length;
	u32 sum = 0;

	while (p + sizeof(struct acpi_subtable_header) <= end) {
		struct acpi_local_apic *e = (struct acpi_local_apic *)p; // verdict: overlay struct acpi_local_apic proven lc-short-buffer

		if (e->header.length < sizeof(*e) || e->header.length > end - p)
			break;
		if (e->header.type == 0)
			sum += e->id;
		p += e->header.length;
	}
	return sum;
}

/* A table that grew with its revision: what is new is there if its end is within the length. */
struct table_by_revision {
	struct acpi_table_header header;
	u32 flags;
	u64 added;
};

u64 revision_bad(struct acpi_table_header *table)
{
	struct table_by_revision *t = (struct table_by_revision *)table;

	if (table->length < offsetof(struct table_by_revision, added))
		return 0;
	return t->added; // warning: 'table' [lc-short-buffer]
}

u64 revision_good(struct acpi_table_header *table)
{
	struct table_by_revision *t = (struct table_by_revision *)table; // verdict: overlay struct table_by_revision proven lc-short-buffer

	if (table->length < offsetofend(struct table_by_revision, added))
		return 0;
	return t->added;
}

/* SMBIOS: the structure says how long it is, and a field is there if its offset is below that. */
struct dmi_header {
	u8 type;
	u8 length;
	u16 handle;
};

struct dmi_memory_device {
	struct dmi_header header;
	u8 arrays[8];
	u16 size;
	u8 form, set;
};

u32 structure_bad(const struct dmi_header *h)
{
	const struct dmi_memory_device *d = (const struct dmi_memory_device *)h;

	if (h->length < 0x0c)
		return 0;
	return d->size; // warning: 'h' [lc-short-buffer]
}

u32 structure_good(const struct dmi_header *h)
{
	const struct dmi_memory_device *d = (const struct dmi_memory_device *)h; // verdict: overlay struct dmi_memory_device proven lc-short-buffer

	if (h->length < 0x0e)
		return 0;
	return d->size;
}

/* All structures of a buffer: each ends with strings, and the last two bytes are zero. */
u32 structures_bad(const u8 *buf, u32 len, u16 num)
{
	const u8 *data = buf;
	u32 sum = 0;

	for (u16 i = 0; i < num && data + 4 <= buf + len; i++) {
		const struct dmi_memory_device *d = (const struct dmi_memory_device *)data;

		if (d->header.length < 0x0e)
			break;
		sum += d->size; // warning: 'buf' [lc-short-buffer]
		data += d->header.length;
		while ((size_t)(data - buf + 1) < len && (data[0] || data[1]))
			data++;
		data += 2;
	}
	return sum;
}

u32 structures_good(const u8 *buf, u32 len, u16 num)
{
	const u8 *data = buf;
	u32 sum = 0;

	for (u16 i = 0; i < num && data + 4 <= buf + len; i++) {
		const struct dmi_memory_device *d = (const struct dmi_memory_device *)data; // verdict: overlay struct dmi_memory_device proven lc-short-buffer

		if (d->header.length < 0x0e || d->header.length > buf + len - data)
			break;
		sum += d->size;
		data += d->header.length;
		while ((size_t)(data - buf + 1) < len && (data[0] || data[1]))
			data++;
		data += 2;
	}
	return sum;
}

/* The entry point says how long it is; it was read into so many bytes. */
struct entry_point {
	u8 anchor[5];
	u8 checksum;
	u8 length;
	u8 major, minor, docrev;
	u8 revision, reserved;
	u32 table_length;
	u64 table_address;
};

u32 entry_point_bad(const u8 *buf, size_t size)
{
	const struct entry_point *e = (const struct entry_point *)buf;

	if (size < 16 || e->length > 32)
		return 0;
	return (u32)e->table_address; // warning: 'buf' [lc-short-buffer]
}

u32 entry_point_good(const u8 *buf, size_t size)
{
	const struct entry_point *e = (const struct entry_point *)buf; // verdict: overlay struct entry_point proven lc-short-buffer

	if (size < 7 || e->length < sizeof(*e) || e->length > size)
		return 0;
	return (u32)e->table_address;
}

/* The EFI memory map: descriptors of a size that the firmware says. */
struct descriptor {
	u32 type, pad;
	u64 physical, virtual, pages, attribute;
};

u64 memory_map_bad(const u8 *map, size_t map_size, size_t step)
{
	u64 pages = 0;

	if (step < 8 || step > map_size)
		return 0;
	for (size_t off = 0; off <= map_size - step; off += step)
		pages += ((const struct descriptor *)(map + off))->pages; // warning: 'map' [lc-short-buffer]
	return pages;
}

u64 memory_map_good(const u8 *map, size_t map_size, size_t step)
{
	u64 pages = 0;

	if (step < sizeof(struct descriptor) || step > map_size)
		return 0;
	for (size_t off = 0; off <= map_size - step; off += step)
		pages += ((const struct descriptor *)(map + off))->pages; // verdict: overlay struct descriptor proven lc-short-buffer
	return pages;
}

/* Hand-off blocks: by pointer to an end, each with its length. */
struct hob {
	u16 type;
	u16 length;
	u32 reserved;
};

struct hob_resource {
	struct hob header;
	u64 start, bytes;
};

u64 hobs_bad(const u8 *hob, const u8 *hob_end)
{
	u64 sum = 0;

	while ((size_t)(hob_end - hob) >= sizeof(struct hob)) {
		const struct hob *h = (const struct hob *)hob; // verdict: overlay struct hob proven lc-short-buffer

		if (h->length < sizeof(*h) || h->length > hob_end - hob)
			break;
		if (h->type == 3)
			sum += ((const struct hob_resource *)hob)->bytes; // warning: 'hob' [lc-short-buffer]
		hob += h->length;
	}
	return sum;
}

u64 hobs_good(const u8 *hob, const u8 *hob_end)
{
	u64 sum = 0;

	while ((size_t)(hob_end - hob) >= sizeof(struct hob)) {
		const struct hob *h = (const struct hob *)hob; // verdict: overlay struct hob proven lc-short-buffer

		if (h->length < sizeof(*h) || h->length > hob_end - hob)
			break;
		if (h->type == 3 && h->length >= sizeof(struct hob_resource))
			sum += ((const struct hob_resource *)hob)->bytes; // verdict: overlay struct hob_resource proven lc-short-buffer
		hob += h->length;
	}
	return sum;
}

/* Device paths: a length of two bytes, put together by hand. */
struct node {
	u8 type, subtype;
	u8 length[2];
};

struct node_address {
	struct node header;
	u8 address[32];
	u8 kind;
};

u32 device_path_bad(const u8 *path, size_t size)
{
	u32 sum = 0;

	while (size >= sizeof(struct node)) {
		const struct node *n = (const struct node *)path; // verdict: overlay struct node proven lc-short-buffer
		u16 length = n->length[0] | n->length[1] << 8;

		if (length < sizeof(*n) || length > size)
			break;
		if (n->type == 3 && n->subtype == 11)
			sum += ((const struct node_address *)n)->kind; // warning: 'path' [lc-short-buffer]
		path += length;
		size -= length;
	}
	return sum;
}

u32 device_path_good(const u8 *path, size_t size)
{
	u32 sum = 0;

	while (size >= sizeof(struct node)) {
		const struct node *n = (const struct node *)path; // verdict: overlay struct node proven lc-short-buffer
		u16 length = n->length[0] | n->length[1] << 8;

		if (length < sizeof(*n) || length > size)
			break;
		if (n->type == 3 && n->subtype == 11 && length == sizeof(struct node_address))
			sum += ((const struct node_address *)n)->kind; // verdict: overlay struct node_address proven lc-short-buffer
		path += length;
		size -= length;
	}
	return sum;
}

/* Lists in a list: signatures of one size behind a header of its own, copied out first. */
struct list {
	u8 guid[16];
	u32 list_size, header_size, each;
};

struct signature {
	u8 owner[16];
	u32 data;
};

u32 signatures_bad(const u8 *data, size_t size)
{
	u32 sum = 0;

	while (size > 0) {
		struct list list;
		size_t n;
		const u8 *p;

		if (size < sizeof(list))
			return 0;
		memcpy(&list, data, sizeof(list));
		if (list.list_size < sizeof(list) || list.list_size > size || list.each < sizeof(struct signature))
			return 0;
		n = list.list_size - sizeof(list);
		for (p = data + sizeof(list); n > 0; p += list.each, n -= list.each)
			sum += ((const struct signature *)p)->data; // warning: 'data' [lc-short-buffer]
		data += list.list_size;
		size -= list.list_size;
	}
	return sum;
}

u32 signatures_good(const u8 *data, size_t size)
{
	u32 sum = 0;

	while (size > 0) {
		struct list list;
		size_t n;
		const u8 *p;

		if (size < sizeof(list))
			return 0;
		memcpy(&list, data, sizeof(list));
		if (list.list_size < sizeof(list) || list.list_size > size || list.each < sizeof(struct signature))
			return 0;
		n = list.list_size - sizeof(list);
		for (p = data + sizeof(list); n >= list.each; p += list.each, n -= list.each)
			sum += ((const struct signature *)p)->data; // verdict: overlay struct signature proven lc-short-buffer
		data += list.list_size;
		size -= list.list_size;
	}
	return sum;
}

/* An object file: the table of sections lies where the header says. */
struct elf {
	u8 ident[16];
	u64 shoff;
	u16 shentsize, shnum, shstrndx, pad;
};

struct section {
	u32 name, type;
	u64 offset, size;
};

u64 sections_bad(const u8 *image, size_t image_size)
{
	const struct elf *e = (const struct elf *)image; // verdict: overlay struct elf proven lc-short-buffer
	const struct section *s;

	if (image_size < sizeof(*e) || e->shoff > image_size || e->shstrndx > e->shnum ||
	    (image_size - e->shoff) / sizeof(*s) < e->shnum)
		return 0;
	s = (const struct section *)(image + e->shoff);
	return s[e->shstrndx].offset; // warning: 'image' [lc-unchecked-length]
}

u64 sections_good(const u8 *image, size_t image_size)
{
	const struct elf *e = (const struct elf *)image; // verdict: overlay struct elf proven lc-short-buffer
	const struct section *s;

	if (image_size < sizeof(*e) || e->shoff > image_size || e->shstrndx >= e->shnum ||
	    (image_size - e->shoff) / sizeof(*s) < e->shnum)
		return 0;
	s = (const struct section *)(image + e->shoff); // verdict: overlay struct section proven lc-short-buffer
	return s[e->shstrndx].offset;
}

/* The same table, walked with its size multiplied in 64 bits. */
u32 program_headers_bad(const u8 *image, u64 image_size)
{
	const struct elf *e = (const struct elf *)image; // verdict: overlay struct elf proven lc-short-buffer
	const struct section *s;
	u32 sum = 0;

	if (image_size < sizeof(*e) || e->shoff > image_size || (u64)e->shnum * sizeof(*s) > image_size - e->shoff)
		return 0;
	s = (const struct section *)(image + e->shoff);
	for (unsigned i = 0; i <= e->shnum; i++, s++)
		sum += s->type; // warning: may reach 8 bytes past [lc-short-buffer]
	return sum;
}

u32 program_headers_good(const u8 *image, u64 image_size)
{
	const struct elf *e = (const struct elf *)image; // verdict: overlay struct elf proven lc-short-buffer
	const struct section *s;
	u32 sum = 0;

	if (image_size < sizeof(*e) || e->shoff > image_size || (u64)e->shnum * sizeof(*s) > image_size - e->shoff)
		return 0;
	s = (const struct section *)(image + e->shoff); // verdict: overlay struct section proven lc-short-buffer
	for (unsigned i = 0; i < e->shnum; i++, s++)
		sum += s->type;
	return sum;
}

/* A table of offsets: each leads to a record. */
u32 offset_table_bad(const u8 *blob, u32 blob_size, unsigned which)
{
	const u32 *offsets = (const u32 *)blob;

	if (blob_size < 16 || which >= 4 || offsets[which] > blob_size)
		return 0;
	return ((const struct hdr *)(blob + offsets[which]))->id; // warning: 'blob' [lc-unchecked-length]
}

u32 offset_table_good(const u8 *blob, u32 blob_size, unsigned which)
{
	const u32 *offsets = (const u32 *)blob;

	if (blob_size < 16 || which >= 4 || offsets[which] > blob_size - sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)(blob + offsets[which]))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A trailer at the end of a partition. */
u32 footer_bad(const u8 *data, size_t data_len)
{
	const struct hdr *h;

	if (data_len < sizeof(struct tlv))
		return 0;
	h = (const struct hdr *)(data + data_len - sizeof(struct tlv));
	return h->id; // warning: 'data' [lc-short-buffer]
}

u32 footer_good(const u8 *data, size_t data_len)
{
	const struct hdr *h;

	if (data_len < sizeof(*h))
		return 0;
	h = (const struct hdr *)(data + data_len - sizeof(*h)); // verdict: overlay struct hdr proven lc-short-buffer
	return h->id;
}

/* Others are called before the length is compared: who gets a table does not change it. */
u64 looked_at_later_bad(struct acpi_table_header *table)
{
	struct table_by_revision *t = (struct table_by_revision *)table;

	note("table");
	if (table->length < sizeof(*table) + sizeof(t->flags))
		return 0;
	note(t->header.oem_id);
	return t->added; // warning: 'table->length' is compared with too little [lc-short-buffer]
}

u64 looked_at_later_good(struct acpi_table_header *table)
{
	struct table_by_revision *t = (struct table_by_revision *)table; // verdict: overlay struct table_by_revision proven lc-short-buffer

	note("table");
	if (table->length < sizeof(*t))
		return 0;
	note(t->header.oem_id);
	return t->added;
}

/* What the function stores there itself is no length that was checked. */
u64 length_set_here(struct acpi_table_header *table)
{
	table->length = 64;
	if (table->length < sizeof(struct table_by_revision))
		return 0;
	return ((struct table_by_revision *)table)->added; // verdict: overlay struct table_by_revision open lc-short-buffer
}
