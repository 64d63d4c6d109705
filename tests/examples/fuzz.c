/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The parsers of the examples as a target of libFuzzer; the first byte says which.
 */
#include <stdlib.h>

#include "packet.h"
#include "tables.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void visit(void *context, const struct smbios_header *header, const char *strings,
		  unsigned n)
{
	unsigned *sum = context;

	*sum += header->type;
	for (; n; n--)
		while (*strings++)
			*sum += (unsigned char)strings[-1];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct processors found;
	struct packet packet;
	unsigned sum = 0;

	if (!size)
		return 0;
	switch (data[0] % 3) {
	case 0:
		if (packet_parse(&packet, data + 1, size - 1) == PACKET_OK)
			for (size_t i = 0; i < packet.payload_length; i++)
				sum += packet.payload[i];
		break;
	case 1:
		sum = madt_walk(&found, data + 1, size - 1);
		break;
	default:
		sum = smbios_walk(data + 1, size - 1, visit, &sum);
	}
	return sum == 0x7fffffff; /* what was read is used */
}
