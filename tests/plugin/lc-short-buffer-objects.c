// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: bytes of declared arrays and objects, whose size the code
 * itself says.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

void fill(u8 *bytes, size_t size);

static u8 file_short[6];
static u8 file_whole[8];
u8 global_short[7];
u8 global_whole[16];
extern u8 elsewhere_short[4];
extern u8 elsewhere_open[];

/* A local array. */
u32 local_whole(void)
{
	u8 bytes[8];

	fill(bytes, sizeof(bytes));
	return ((struct hdr *)bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer because 8 bytes
}

u32 local_short(void)
{
	u8 bytes[7];

	fill(bytes, sizeof(bytes));
	return ((struct hdr *)bytes)->id; // warning: needs 8 bytes of 'bytes'.*7 [lc-short-buffer]; also verdict: overlay struct hdr refuted lc-short-buffer
}

/* The field at the front fits, whatever the whole would need. */
u32 local_prefix(void)
{
	u8 bytes[4];

	fill(bytes, sizeof(bytes));
	return ((struct hdr *)bytes)->length; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Static in the file, in the function, and global. */
u32 file_static_whole(void)
{
	return ((struct hdr *)file_whole)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 file_static_short(void)
{
	return ((struct hdr *)file_short)->id; // warning: needs 8 bytes of 'file_short'.*6 [lc-short-buffer]
}

u32 function_static_short(void)
{
	static u8 kept[5];

	fill(kept, sizeof(kept));
	return ((struct hdr *)kept)->id; // warning: needs 8 bytes of 'kept'.*5 [lc-short-buffer]
}

u32 global_is_whole(void)
{
	return ((struct hdr *)global_whole)[1].id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 global_is_short(void)
{
	return ((struct hdr *)global_short)->id; // warning: needs 8 bytes of 'global_short'.*7 [lc-short-buffer]
}

/* Declared here with a size, defined elsewhere. */
u32 extern_with_a_size(void)
{
	return ((struct hdr *)elsewhere_short)->id; // warning: needs 8 bytes of 'elsewhere_short'.*4 [lc-short-buffer]
}

/* Declared without a size: nothing is known. */
u32 extern_without_a_size(void)
{
	return ((struct hdr *)elsewhere_open)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* Not from its start. */
u32 from_an_offset(void)
{
	return ((struct hdr *)(global_whole + 8))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 from_too_far(void)
{
	return ((struct hdr *)(global_whole + 9))->id; // warning: needs 17 bytes of 'global_whole'.*16 [lc-short-buffer]
}

u32 address_of_an_element(void)
{
	return ((struct hdr *)&global_whole[8])->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 address_of_an_element_too_far(void)
{
	return ((struct hdr *)&global_whole[12])->id; // warning: needs 20 bytes of 'global_whole'.*16 [lc-short-buffer]
}

/* Before its start. */
u32 before_the_start(void)
{
	return ((struct hdr *)(global_whole - 4))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 all_of_it_before_the_start(void)
{
	return ((struct hdr *)(global_whole - 4))->type; // warning: 'global_whole' [lc-short-buffer]
}

/* One past the last header. */
u32 one_past_the_last(void)
{
	return ((struct hdr *)global_whole)[2].type; // warning: needs 17 bytes of 'global_whole'.*16 [lc-short-buffer]
}

struct frame {
	u8 head[4];
	u8 body[8];
	u8 tail[2];
};

/* A member array ends where the member ends. */
u32 member_whole(struct frame *f)
{
	return ((struct hdr *)f->body)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 member_short(struct frame *f)
{
	return ((struct hdr *)f->head)->id; // warning: needs 8 bytes of 'f->head'.*4 [lc-short-buffer]
}

u32 member_of_an_object(void)
{
	static struct frame frame;

	return ((struct hdr *)frame.head)->id; // warning: needs 8 bytes of 'frame.head'.*4 [lc-short-buffer]
}

u32 member_with_an_offset(struct frame *f)
{
	return ((struct hdr *)(f->body + 4))->id; // warning: needs 12 bytes of 'f->body'.*8 [lc-short-buffer]
}

/* The last member may stand for what follows, when it is behind a pointer: as a trailing array of old. */
struct old_trailing {
	u16 kind;
	u8 data[1];
};

u32 trailing_of_old(struct old_trailing *t)
{
	return ((struct hdr *)t->data)->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 trailing_of_old_as_an_object(void)
{
	static struct old_trailing object;

	return ((struct hdr *)object.data)->id; // warning: 'object.data' [lc-short-buffer]
}

/* Rows of a table. */
static u8 rows[4][8];
static u8 short_rows[4][6];

u32 a_row(unsigned i)
{
	return ((struct hdr *)rows[i & 3])->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 the_last_row_is_too_short(void)
{
	return ((struct hdr *)short_rows[3])->id; // warning: 'short_rows [lc-short-buffer]
}

u32 past_the_last_row(void)
{
	return ((struct hdr *)rows[4])->type; // warning: 'rows [lc-short-buffer]
}

/* A string has its letters and a zero. */
u32 string_whole(void)
{
	return ((const struct hdr *)"\001\002\010\000abc")->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 string_short(void)
{
	return ((const struct hdr *)"abc")->id; // warning: 4 [lc-short-buffer]
}

/* An object of one byte, and one of many. */
u32 a_single_byte(void)
{
	u8 byte = 0;

	fill(&byte, 1);
	return *(u16 *)&byte; // warning: 'byte' [lc-short-buffer]; also verdict: overlay u16 refuted lc-short-buffer
}

/* Which of two arrays it is, the code does not say: the shorter must do. */
u32 either_array(int which)
{
	u8 *p = which ? file_whole : global_whole;

	return ((struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 either_array_one_is_short(int which)
{
	u8 *p = which ? file_short : global_whole;

	return ((struct hdr *)p)->id; // warning: 'file_short'|'p' [lc-short-buffer]
}
