// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, net/bluetooth/l2cap_core.c: an option's own length takes the walk past the request,
 * and its value is read before anybody sees that what is left has become negative.
 * "Bluetooth: Verify that l2cap_get_conf_opt provides large enough buffer" (CVE-2019-3459).
 * Hard: the pointer moves in a helper, by reference; the length is signed and goes below zero.
 * Waits: what a helper leaves behind its caller's pointers is not known to be a step of the caller's walk.
 */
#include "linux.h"

struct l2cap_conf_opt {
	u8 type;
	u8 len;
	u8 val[];
} __packed;

struct l2cap_conf_rfc {
	u8 mode;
	u8 txwin_size;
	u8 max_transmit;
	__le16 retrans_timeout;
	__le16 monitor_timeout;
	__le16 max_pdu_size;
} __packed;

enum { CONF_OPT_SIZE = 2, CONF_MTU = 1, CONF_RFC = 4 };

void set_mtu(u16 mtu);
void set_mode(const struct l2cap_conf_rfc *rfc);

static inline int get_conf_opt(const void **ptr, int *type, int *olen, const u8 **val)
{
	const struct l2cap_conf_opt *opt = *ptr;
	int len = CONF_OPT_SIZE + opt->len;

	*ptr += len;
	*type = opt->type;
	*olen = opt->len;
	*val = opt->val;
	return len;
}

void parse_conf_req_before(const u8 *data, int len)
{
	const void *req = data;
	const u8 *val;
	int type, olen;

	while (len >= CONF_OPT_SIZE) {
		len -= get_conf_opt(&req, &type, &olen, &val);
		switch (type & 0x7f) {
		case CONF_MTU:
			if (olen == 2)
				set_mtu(*(const __le16 *)val); // warning: . [lc-unchecked-length]
			break;
		case CONF_RFC:
			if (olen == sizeof(struct l2cap_conf_rfc))
				set_mode((const struct l2cap_conf_rfc *)val);
			break;
		}
	}
}

void parse_conf_req_after(const u8 *data, int len)
{
	const void *req = data;
	const u8 *val;
	int type, olen;

	while (len >= CONF_OPT_SIZE) {
		len -= get_conf_opt(&req, &type, &olen, &val);
		if (len < 0)
			break;
		switch (type & 0x7f) {
		case CONF_MTU:
			if (olen == 2)
				set_mtu(*(const __le16 *)val);
			break;
		case CONF_RFC:
			if (olen == sizeof(struct l2cap_conf_rfc))
				set_mode((const struct l2cap_conf_rfc *)val);
			break;
		}
	}
}
