/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The image that the controller runs: a header, segments, a trailer.
 */
#include <string.h>

#include "driver.h"

struct image_header {
	__le32 magic;
	__le32 segment_offset; /* from the start of the file */
	__le32 entry;
} __packed;

struct image_segment {
	__le32 load_address;
	__le32 size;
} __packed;

struct image_trailer {
	__le32 length;
	__le32 version;
	__le32 crc;
} __packed;

#define IMAGE_MAGIC 0x30494452 /* "RDI0" */

int radio_check_image(struct radio *radio, const struct firmware *fw)
{
	const struct image_header *header = (const struct image_header *)fw->data;

	if (le32_to_cpu(header->magic) != IMAGE_MAGIC)
		return -EINVAL;
	radio->entry = le32_to_cpu(header->entry);
	return (int)le32_to_cpu(header->segment_offset);
}

static int place_segment(struct radio *radio, const struct firmware *fw, u32 offset)
{
	const struct image_segment *segment;

	if (offset > fw->size || fw->size - offset < sizeof(*segment))
		return -EINVAL;
	segment = (const struct image_segment *)(fw->data + offset);
	radio->load_address = le32_to_cpu(segment->load_address);
	return 0;
}

static int read_trailer(struct radio *radio, const struct firmware *fw)
{
	const struct image_trailer *trailer = (const struct image_trailer *)radio->trailer;

	if (fw->size < TRAILER_BYTES)
		return -EINVAL;
	memcpy(radio->trailer, fw->data + fw->size - TRAILER_BYTES, TRAILER_BYTES);
	radio->crc = le32_to_cpu(trailer->crc);
	return 0;
}

int radio_load(struct radio *radio, const struct firmware *fw)
{
	int offset = radio_check_image(radio, fw);
	int err;

	if (offset < 0)
		return offset;
	err = place_segment(radio, fw, (u32)offset);
	return err ? err : read_trailer(radio, fw);
}
