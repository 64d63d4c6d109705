// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: a length behind a pointer to const is taken to stay what it
 * is while the function runs, whoever is called; behind another pointer it is not.
 */
typedef unsigned char u8;
typedef unsigned short u16;

struct dmi_header {
	u8 type;
	u8 length;
	u16 handle;
	u8 *data;
};

void print(const char *name, unsigned value);

#define WORD(x) (*(const u16 *)(x))

/* Each read is behind a comparison of its own, with calls between. */
void record(const struct dmi_header *h)
{
	u8 *data = h->data;

	if (h->length < 0x08)
		return;
	print("Handle", WORD(data + 0x04)); // verdict: overlay u16 proven lc-short-buffer because h->length >= 8
	print("Slot", WORD(data + 0x06)); // verdict: overlay u16 proven lc-short-buffer
	if (h->length < 0x0A)
		return;
	print("Speed", WORD(data + 0x08)); // verdict: overlay u16 proven lc-short-buffer because h->length >= 10
}

/* The last byte of the last word is one too many. */
void record_one_byte_short(const struct dmi_header *h)
{
	u8 *data = h->data;

	if (h->length < 0x08)
		return;
	print("Type", data[0x06]);
	print("Identifier", WORD(data + 0x07)); // warning: needs 9 bytes of 'h->data'.*8 known [lc-short-buffer]
}

/* Whoever is called may change what is not const. */
void record_that_may_change(struct dmi_header *h)
{
	u8 *data = h->data;

	if (h->length < 0x08)
		return;
	print("Handle", WORD(data + 0x04)); // verdict: overlay u16 proven lc-short-buffer
	if (h->length < 0x0A)
		return;
	print("Speed", WORD(data + 0x08)); // verdict: overlay u16 open lc-short-buffer
}
