// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * U-Boot, net/nfs.c: a symbolic link is as long as the server says.
 * Unbounded memcpy in nfs_readlink_reply() (CVE-2019-14195).
 * Hard: the destination is a global array; the length is signed.
 */
#include "linux.h"

struct readlink_reply {
	__be32 id, status;
	__be32 rlen;
	u8 path[];
};

static char nfs_path[2048];

void nfs_readlink_before(const u8 *pkt, unsigned int len)
{
	const struct readlink_reply *r = (const struct readlink_reply *)pkt;
	int rlen;

	if (len < sizeof(*r))
		return;
	rlen = (int)ntohl(r->rlen);
	memcpy(nfs_path, r->path, rlen); // warning: . [lc-unchecked-length]
}

void nfs_readlink_after(const u8 *pkt, unsigned int len)
{
	const struct readlink_reply *r = (const struct readlink_reply *)pkt;
	unsigned int rlen;

	if (len < sizeof(*r))
		return;
	rlen = ntohl(r->rlen);
	if (rlen > len - sizeof(*r) || rlen > sizeof(nfs_path))
		return;
	memcpy(nfs_path, r->path, rlen);
}
