// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * U-Boot, net/nfs.c: the file handle in a server's answer has a length of its own, kept signed and
 * compared from above.
 * Unbounded memcpy in nfs_lookup_reply() (CVE-2019-14196, again CVE-2022-30767).
 * Hard: a negative length passes the check and is unsigned in the copy.
 */
#include "linux.h"

struct rpc_reply {
	__be32 id, type, rstatus, verifier, v2, astatus;
	__be32 status;
	__be32 fh_length;
	u8 fh[];
};

enum { NFS3_FHSIZE = 64 };

int nfs_lookup_reply_before(const u8 *pkt, unsigned int len, u8 *filefh)
{
	const struct rpc_reply *r = (const struct rpc_reply *)pkt;
	int filefh3_length;

	if (len < sizeof(*r))
		return -1;
	filefh3_length = (int)ntohl(r->fh_length);
	if (filefh3_length > NFS3_FHSIZE)
		filefh3_length = NFS3_FHSIZE;
	memcpy(filefh, r->fh, filefh3_length); // warning: . [lc-unchecked-length]
	return 0;
}

int nfs_lookup_reply_after(const u8 *pkt, unsigned int len, u8 *filefh)
{
	const struct rpc_reply *r = (const struct rpc_reply *)pkt;
	unsigned int filefh3_length;

	if (len < sizeof(*r))
		return -1;
	filefh3_length = ntohl(r->fh_length);
	if (filefh3_length > NFS3_FHSIZE)
		filefh3_length = NFS3_FHSIZE;
	if (filefh3_length > len - sizeof(*r))
		return -1;
	memcpy(filefh, r->fh, filefh3_length);
	return 0;
}
