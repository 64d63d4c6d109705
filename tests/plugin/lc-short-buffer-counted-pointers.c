// SPDX-License-Identifier: GPL-2.0-or-later
// needs: counted_by of pointers
/*
 * lc-short-buffer: attribute counted_by of a member that points to bytes, which
 * GCC 16 has.
 */
typedef unsigned char u8;
typedef unsigned int u32;

struct hdr {
	u32 type;
	u32 id;
};

struct blob {
	u32 len;
	u8 *data __attribute__((counted_by(len)));
};

u32 compared(const struct blob *b)
{
	if (b->len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)b->data)->id; // verdict: overlay struct hdr proven lc-short-buffer because counted_by
}

u32 compared_with_too_little(const struct blob *b)
{
	if (b->len < sizeof(u32))
		return 0;
	return ((const struct hdr *)b->data)->id; // warning: [lc-short-buffer]
}
