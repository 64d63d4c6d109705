// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A record that comes as a cookie, through a pointer of another type, was
 * compared where it became one. What the function itself compares with too
 * little, or gets as what it is, is flagged.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned int u32;

struct firmware {
	size_t size;
	const u8 *data;
};

struct sk_buff {
	u32 len;
	u8 *data;
};

struct command {
	struct sk_buff *skb;
	u32 ucode[134];
	int status;
};

/* The firmware, which its loader has compared, is passed where other commands have a packet. */
int sets_up_a_command(struct command *c, struct sk_buff *skb)
{
	const struct firmware *fw = (void *)skb;
	u8 timer;

	c->skb = NULL;
	timer = fw->data[536];
	c->ucode[timer] = 0;
	return 0;
}

int sets_up_the_firmware(struct command *c, const struct firmware *fw)
{
	u8 timer = fw->data[536];

	c->ucode[timer] = 0; // warning: as '\*\(u8 \*\)\(fw->data \+ 536\)' says.*not compared [lc-unchecked-length]
	return 0;
}

/* The same by a pointer to nothing in particular. */
int sets_up_by_a_context(struct command *c, void *context)
{
	const struct firmware *fw = context;
	u8 timer = fw->data[536];

	c->ucode[timer] = 0;
	return 0;
}

/* Who compares it here has not been told that it was. */
int sets_up_a_command_after_a_comparison(struct command *c, struct sk_buff *skb)
{
	const struct firmware *fw = (void *)skb;
	u8 timer;

	if (fw->size < 100)
		return -1;
	timer = fw->data[99];
	c->ucode[timer] = 0; // warning: as '\*\(u8 \*\)\(fw->data \+ 99\)' says.*not compared [lc-unchecked-length]
	return 0;
}
