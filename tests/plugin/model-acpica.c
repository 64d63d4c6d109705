// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: what the built-in model says of ACPICA's memory, objects and the headers of its tables.
 */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef unsigned long size_t;

struct hdr {
	u32 type, id;
};

union acpi_object {
	u32 type;
	struct {
		u32 type;
		u32 length;
		u8 *pointer;
	} buffer;
};

void *acpi_os_map_memory(u64 where, size_t length);
void *AcpiOsMapMemory(u64 where, size_t length);
void *acpi_os_allocate(size_t size);
void *acpi_os_allocate_zeroed(size_t size);
void *AcpiOsAllocate(size_t size);

u32 mapped(u64 where)
{
	const struct hdr *h = acpi_os_map_memory(where, sizeof(*h)); // verdict: overlay struct hdr proven lc-short-buffer

	return h ? h->id : 0;
}

u32 mapped_in_acpica(u64 where)
{
	const struct hdr *h = AcpiOsMapMemory(where, sizeof(*h)); // verdict: overlay struct hdr proven lc-short-buffer

	return h ? h->id : 0;
}

u32 mapped_too_little(u64 where)
{
	const struct hdr *h = acpi_os_map_memory(where, 4); // verdict: overlay struct hdr open lc-short-buffer because 4 known

	return h ? h->id : 0;
}

#define GIVES(name)                            \
	void name##_gives(void)                \
	{                                      \
		u8 *bytes = name(8);           \
                                               \
		((struct hdr *)bytes)->id = 1; \
	}                                      \
	void name##_gives_too_few(void)        \
	{                                      \
		u8 *bytes = name(4);           \
                                               \
		((struct hdr *)bytes)->id = 1; \
	}

GIVES(acpi_os_allocate) // warning: needs 8 bytes of 'bytes'.*only 4 [lc-short-buffer]
GIVES(acpi_os_allocate_zeroed) // warning: needs 8 bytes of 'bytes'.*only 4 [lc-short-buffer]
GIVES(AcpiOsAllocate) // warning: needs 8 bytes of 'bytes'.*only 4 [lc-short-buffer]

u32 object_compared(const union acpi_object *object)
{
	if (object->buffer.length < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)object->buffer.pointer)->id; // verdict: overlay struct hdr proven lc-short-buffer because buffer.length >= 8
}

u32 object_too_short(const union acpi_object *object)
{
	if (object->buffer.length < 4)
		return 0;
	return ((const struct hdr *)object->buffer.pointer)->id; // warning: needs 8 bytes of.*4 known [lc-short-buffer]
}

/*
 * A header and what is overlaid on it: where it says how long the record is, and whoever found it has
 * compared that, the length that is compared here is that of the bytes.
 */
#define HEADER(name, type_t, length_t, length)                 \
	struct __attribute__((packed)) name {                                          \
		type_t type;                                   \
		length_t length;                               \
	};                                                     \
	struct name##_record {                                 \
		struct name header;                            \
		u8 rest[16];                                   \
	};                                                     \
	u32 name##_compared(const struct name *h)              \
	{                                                      \
		if (h->length < sizeof(struct name##_record))  \
			return 0;                              \
		return ((const struct name##_record *)h)->rest[15]; \
	}                                                      \
	u32 name##_too_short(const struct name *h)             \
	{                                                      \
		if (h->length < sizeof(struct name))           \
			return 0;                              \
		return ((const struct name##_record *)h)->rest[15]; \
	}

HEADER(acpi_subtable_header, u8, u8, length) // verdict: overlay struct acpi_subtable_header_record proven lc-short-buffer because length >= 18; also warning: needs 18 bytes of 'h'.*2 known [lc-short-buffer]
HEADER(acpi_table_header, u32, u32, length) // verdict: overlay struct acpi_table_header_record proven lc-short-buffer because length >= 24; also warning: needs 24 bytes of 'h'.*8 known [lc-short-buffer]
HEADER(acpi_dmar_header, u16, u16, length) // verdict: overlay struct acpi_dmar_header_record proven lc-short-buffer because length >= 20; also warning: needs 20 bytes of 'h'.*4 known [lc-short-buffer]
HEADER(acpi_iort_node, u8, u16, length) // verdict: overlay struct acpi_iort_node_record proven lc-short-buffer because length >= 19; also warning: needs 19 bytes of 'h'.*3 known [lc-short-buffer]
HEADER(acpi_hmat_structure, u16, u32, length) // verdict: overlay struct acpi_hmat_structure_record proven lc-short-buffer because length >= 22; also warning: needs 22 bytes of 'h'.*6 known [lc-short-buffer]
HEADER(acpi_nfit_header, u16, u16, length) // verdict: overlay struct acpi_nfit_header_record proven lc-short-buffer because length >= 20; also warning: needs 20 bytes of 'h'.*4 known [lc-short-buffer]
HEADER(acpi_asf_header, u16, u16, length) // verdict: overlay struct acpi_asf_header_record proven lc-short-buffer because length >= 20; also warning: needs 20 bytes of 'h'.*4 known [lc-short-buffer]

/* Those that say nothing of their length are bytes all the same. */
struct acpi_hest_header {
	u16 type, source_id;
};

struct acpi_whea_header {
	u8 action, instruction, flags, reserved;
};

struct acpi_hest_record {
	struct acpi_hest_header header;
	u32 more;
};

struct acpi_einj_entry {
	struct acpi_whea_header whea_header;
};

struct acpi_einj_record {
	struct acpi_einj_entry entry;
	u32 more;
};

struct acpi_whea_record {
	struct acpi_whea_header entry;
	u32 more;
};

u32 without_a_length(const struct acpi_hest_header *h, const struct acpi_whea_header *w, const struct acpi_einj_entry *e)
{
	return ((const struct acpi_hest_record *)h)->more + // verdict: overlay struct acpi_hest_record open lc-short-buffer
	       ((const struct acpi_whea_record *)w)->more + // verdict: overlay struct acpi_whea_record open lc-short-buffer
	       ((const struct acpi_einj_record *)e)->more; // verdict: overlay struct acpi_einj_record open lc-short-buffer
}
