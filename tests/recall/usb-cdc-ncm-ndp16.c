// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/net/usb/cdc_ncm.c: the check of the table of datagrams is made as if the table
 * began at offset zero; it begins where the header says.
 * The NDP16 verifier's missing ndpoffset (CVE-2026-23448).
 * Hard: header checked with its offset, the trailing array without it.
 */
#include "linux.h"

struct ndp16 {
	__le32 signature;
	__le16 length;
	__le16 next;
} __packed;

struct dpe16 {
	__le16 index;
	__le16 length;
} __packed;

void datagram(u16 index, u16 length);

int rx_ndp16_before(struct sk_buff *skb_in, int ndpoffset)
{
	const struct ndp16 *ndp;
	const struct dpe16 *dpe;
	int nframes, x;

	if (ndpoffset < 0 || ndpoffset + sizeof(struct ndp16) > skb_in->len)
		return -EINVAL;
	ndp = (const struct ndp16 *)(skb_in->data + ndpoffset);
	if (le16_to_cpu(ndp->length) < sizeof(*ndp))
		return -EINVAL;
	nframes = (le16_to_cpu(ndp->length) - (int)sizeof(*ndp)) / (int)sizeof(*dpe);
	nframes--;
	if (sizeof(*ndp) + nframes * sizeof(*dpe) > skb_in->len)
		return -EINVAL;
	dpe = (const struct dpe16 *)(ndp + 1);
	for (x = 0; x < nframes; x++)
		datagram(dpe[x].index, dpe[x].length); // warning: . [lc-short-buffer]
	return nframes;
}

int rx_ndp16_after(struct sk_buff *skb_in, int ndpoffset)
{
	const struct ndp16 *ndp;
	const struct dpe16 *dpe;
	int nframes, x;

	if (ndpoffset < 0 || ndpoffset + sizeof(struct ndp16) > skb_in->len)
		return -EINVAL;
	ndp = (const struct ndp16 *)(skb_in->data + ndpoffset);
	if (le16_to_cpu(ndp->length) < sizeof(*ndp))
		return -EINVAL;
	nframes = (le16_to_cpu(ndp->length) - (int)sizeof(*ndp)) / (int)sizeof(*dpe);
	nframes--;
	if (ndpoffset + sizeof(*ndp) + nframes * sizeof(*dpe) > skb_in->len)
		return -EINVAL;
	dpe = (const struct dpe16 *)(ndp + 1);
	for (x = 0; x < nframes; x++)
		datagram(dpe[x].index, dpe[x].length);
	return nframes;
}
