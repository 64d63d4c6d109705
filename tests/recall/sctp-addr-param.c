// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/sctp: an address parameter was read by its type, whatever length it has.
 * "sctp: validate from_addr_param return" (CVE-2021-3655).
 * Hard: a switch on the type of address; one walk guards the parameter's header alone.
 */
#include "linux.h"

struct sctp_paramhdr {
	__be16 type;
	__be16 length;
};

struct sctp_ipv4addr_param {
	struct sctp_paramhdr param_hdr;
	__be32 addr;
};

struct sctp_ipv6addr_param {
	struct sctp_paramhdr param_hdr;
	u8 addr[16];
};

enum { PARAM_IPV4 = 5, PARAM_IPV6 = 6 };

void found4(u32 address);
void found6(u8 first);

int process_param_before(const u8 *p, size_t len)
{
	const struct sctp_paramhdr *h = (const struct sctp_paramhdr *)p;

	if (len < sizeof(*h))
		return -EINVAL;
	switch (ntohs(h->type)) {
	case PARAM_IPV4:
		found4(((const struct sctp_ipv4addr_param *)p)->addr); // warning: . [lc-short-buffer]
		return 0;
	case PARAM_IPV6:
		found6(((const struct sctp_ipv6addr_param *)p)->addr[0]); // warning: . [lc-short-buffer]
		return 0;
	}
	return -EINVAL;
}

int process_param_after(const u8 *p, size_t len)
{
	const struct sctp_paramhdr *h = (const struct sctp_paramhdr *)p;

	if (len < sizeof(*h) || ntohs(h->length) > len)
		return -EINVAL;
	switch (ntohs(h->type)) {
	case PARAM_IPV4:
		if (ntohs(h->length) < sizeof(struct sctp_ipv4addr_param))
			return -EINVAL;
		found4(((const struct sctp_ipv4addr_param *)p)->addr);
		return 0;
	case PARAM_IPV6:
		if (ntohs(h->length) < sizeof(struct sctp_ipv6addr_param))
			return -EINVAL;
		found6(((const struct sctp_ipv6addr_param *)p)->addr[0]);
		return 0;
	}
	return -EINVAL;
}
