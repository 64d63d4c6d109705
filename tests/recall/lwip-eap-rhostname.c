// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * pppd, and lwIP's copy of it, eap.c: the peer's name is what is left behind the value; the test of
 * whether it fits is made the wrong way round.
 * "pppd: Fix bounds check in EAP code" (CVE-2020-8597).
 * A test is there, and can never fire.
 */
#include "linux.h"

void response(const char *name);

void eap_request_before(const u8 *inp, int len)
{
	char rhostname[256];
	int vallen;

	if (len < 1)
		return;
	vallen = *inp++;
	len--;
	if (vallen < 8 || vallen > len)
		return;
	if (vallen >= len + (int)sizeof(rhostname))
		return;
	memcpy(rhostname, inp + vallen, len - vallen); // warning: . [lc-unchecked-length]
	rhostname[len - vallen] = 0;
	response(rhostname);
}

void eap_request_after(const u8 *inp, int len)
{
	char rhostname[256];
	int vallen;

	if (len < 1)
		return;
	vallen = *inp++;
	len--;
	if (vallen < 8 || vallen > len)
		return;
	if (len - vallen >= (int)sizeof(rhostname))
		return;
	memcpy(rhostname, inp + vallen, len - vallen);
	rhostname[len - vallen] = 0;
	response(rhostname);
}
