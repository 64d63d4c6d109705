/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Pairs NAME_by_hand and NAME_by_helper that must compile to the same
 * instructions: instructions.py compares them, and keeps what they compile to.
 */
#include "layoutcheck.h"

struct __attribute__((packed)) wire {
	uint8_t type;
	uint32_t length;
};
struct header {
	uint32_t length;
	uint16_t type;
};
struct packet {
	unsigned int len;
	uint8_t *data;
};
struct LC_WIRE item {
	lc_be16 id;
	uint8_t kind, flags;
};
struct LC_WIRE list {
	lc_be16 type, count;
	struct item items[];
};
struct LC_FROM_BYTES words {
	uint32_t count;
	uint32_t word[];
};

#define ALIGNED(p, T) (((uintptr_t)(p) & (_Alignof(T) - 1)) == 0)
#define LENGTH(h) ((int)((h)->length + (h)->type))
