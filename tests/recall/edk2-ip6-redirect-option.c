// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * EDK II, NetworkPkg/Ip6Dxe: the options of a neighbour-discovery redirect are a type, a length in
 * units of eight bytes, and what follows; a truncated one was read whole, and length zero never ended.
 * Out-of-bounds read when processing ND redirect messages (CVE-2023-45231).
 * Hard: the loop asks whether an option begins inside, not whether it ends there.
 */
#include "linux.h"

struct ip6_option_header {
	u8 type;
	u8 length;
	__be16 mtu;
} __packed;

void redirect_mtu(u16 mtu);

int is_option_valid_before(const u8 *option, u16 option_len)
{
	u32 offset = 0;

	while (offset < option_len) {
		const struct ip6_option_header *h = (const struct ip6_option_header *)(option + offset);

		if (h->type == 5)
			redirect_mtu(h->mtu); // warning: . [lc-short-buffer]
		if (h->length == 0)
			return 0;
		offset += h->length * 8;
	}
	return 1;
}

int is_option_valid_after(const u8 *option, u16 option_len)
{
	u32 offset = 0;

	while (offset + sizeof(struct ip6_option_header) <= option_len) {
		const struct ip6_option_header *h = (const struct ip6_option_header *)(option + offset);

		if (h->type == 5)
			redirect_mtu(h->mtu);
		if (h->length == 0)
			return 0;
		offset += h->length * 8;
	}
	return offset == option_len;
}
