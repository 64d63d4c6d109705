// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: records that one loop looks through, and another reads.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct tlv {
	u16 type;
	u8 length;
	u8 value[];
} __attribute__((packed));

struct word {
	u16 value;
} __attribute__((packed));

void take(u32 value);

/* The first walk leaves the function where a record is longer than what is left. */
int looked_through(void *data, u16 data_len)
{
	u16 left = data_len;
	u8 *buffer = data;

	if (left < sizeof(struct tlv))
		return -1;
	while (left >= sizeof(struct tlv)) {
		u8 length = ((struct tlv *)buffer)->length;
		u16 whole = (u16)(sizeof(struct tlv) + length);

		if (left < whole)
			return -1;
		if (((struct tlv *)buffer)->type == 1 && length != sizeof(struct word))
			return -1;
		left = (u16)(left - whole);
		buffer += whole;
	}
	left = data_len;
	buffer = data;
	while (left >= sizeof(struct tlv)) {
		u16 whole = (u16)(sizeof(struct tlv) + ((struct tlv *)buffer)->length);

		switch (((struct tlv *)buffer)->type) {
		case 1:
			take(((struct word *)((struct tlv *)buffer)->value)->value);
			break;
		case 2:
			take(((struct tlv *)buffer)->value[0]);
			break;
		}
		left = (u16)(left - whole);
		buffer += whole;
	}
	return 0;
}

/* The first walk only counts, and goes on to the second whatever it meets. */
int counted(void *data, u16 data_len)
{
	u16 left = data_len;
	u8 *buffer = data;
	int count = 0;

	if (left < sizeof(struct tlv))
		return -1;
	while (left >= sizeof(struct tlv)) {
		u16 whole = (u16)(sizeof(struct tlv) + ((struct tlv *)buffer)->length);

		if (left < whole)
			break;
		count++;
		left = (u16)(left - whole);
		buffer += whole;
	}
	left = data_len;
	buffer = data;
	while (left >= sizeof(struct tlv)) {
		u16 whole = (u16)(sizeof(struct tlv) + ((struct tlv *)buffer)->length);

		if (((struct tlv *)buffer)->type == 1)
			take(((struct word *)((struct tlv *)buffer)->value)->value); // expect: warning lc-short-buffer
		left = (u16)(left - whole);
		buffer += whole;
	}
	return count;
}
