// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * EDK II, NetworkPkg/UefiPxeBcDxe: the DNS servers option is an array of addresses; the first was
 * copied whatever the option's length.
 * Buffer overflow when processing the DNS servers option of a DHCPv6 advertisement (CVE-2023-45234).
 * Hard: the length out of the bytes bounds the copy into an object of one address.
 */
#include "linux.h"

struct dhcp6_packet_option {
	__be16 op_code;
	__be16 op_len;
	u8 data[];
} __packed;

struct server {
	u8 address[16];
};

int handle_dns_before(const u8 *buf, u32 buf_len, struct server *server)
{
	const struct dhcp6_packet_option *o = (const struct dhcp6_packet_option *)buf;

	if (buf_len < sizeof(*o))
		return -EINVAL;
	memcpy(server->address, o->data, ntohs(o->op_len)); // warning: . [lc-unchecked-length]
	return 0;
}

int handle_dns_after(const u8 *buf, u32 buf_len, struct server *server)
{
	const struct dhcp6_packet_option *o = (const struct dhcp6_packet_option *)buf;

	if (buf_len < sizeof(*o) || ntohs(o->op_len) != sizeof(server->address) ||
	    buf_len - sizeof(*o) < sizeof(server->address))
		return -EINVAL;
	memcpy(server->address, o->data, sizeof(server->address));
	return 0;
}
