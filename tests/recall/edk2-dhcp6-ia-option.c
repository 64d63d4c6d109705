// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * EDK II, NetworkPkg/Dhcp6Dxe: an identity association's option length, less its fixed part, is the
 * length of the options inside it.
 * Integer underflow when processing IA_NA and IA_TA options (CVE-2023-45229).
 * The subtraction is made before anybody asks whether the option is as long as its fixed part.
 */
#include "linux.h"

struct dhcp6_option {
	__be16 code;
	__be16 len;
} __packed;

struct dhcp6_ia {
	struct dhcp6_option option;
	__be32 iaid, t1, t2;
} __packed;

int inner_options(const u8 *options, u16 len);

int parse_ia_before(const u8 *buf, u32 buf_len)
{
	const struct dhcp6_ia *ia = (const struct dhcp6_ia *)buf;
	const struct dhcp6_option *opt = (const struct dhcp6_option *)buf;

	if (buf_len < sizeof(*opt) || buf_len - sizeof(*opt) < ntohs(opt->len))
		return -EINVAL;
	if (ntohl(ia->t1) > ntohl(ia->t2)) // warning: . [lc-short-buffer]
		return -EINVAL;
	return inner_options((const u8 *)(ia + 1), ntohs(opt->len) - 12);
}

int parse_ia_after(const u8 *buf, u32 buf_len)
{
	const struct dhcp6_ia *ia = (const struct dhcp6_ia *)buf;
	const struct dhcp6_option *opt = (const struct dhcp6_option *)buf;

	if (buf_len < sizeof(*opt) || buf_len - sizeof(*opt) < ntohs(opt->len) || ntohs(opt->len) < 12)
		return -EINVAL;
	if (ntohl(ia->t1) > ntohl(ia->t2))
		return -EINVAL;
	return inner_options((const u8 *)(ia + 1), ntohs(opt->len) - 12);
}
