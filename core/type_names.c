// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What the names of typedefs say: width and byte order.
 */
#include "layout.h"

#include <ctype.h>
#include <string.h>

/* Names that follow no pattern. Width 0: that of the machine's addresses, or of the configuration. */
static const struct {
	const char *name;
	unsigned bits;
	enum lc_byte_order order;
} odd_names[] = {
	{ "size_t", 0, LC_ORDER_UNSAID },
	{ "ssize_t", 0, LC_ORDER_UNSAID },
	{ "__kernel_size_t", 0, LC_ORDER_UNSAID },
	{ "__kernel_ssize_t", 0, LC_ORDER_UNSAID },
	{ "uintptr_t", 0, LC_ORDER_UNSAID },
	{ "intptr_t", 0, LC_ORDER_UNSAID },
	{ "ptrdiff_t", 0, LC_ORDER_UNSAID },
	{ "UINTN", 0, LC_ORDER_UNSAID },
	{ "INTN", 0, LC_ORDER_UNSAID },
	{ "acpi_size", 0, LC_ORDER_UNSAID },
	{ "dma_addr_t", 0, LC_ORDER_UNSAID },
	{ "phys_addr_t", 0, LC_ORDER_UNSAID },
	{ "resource_size_t", 0, LC_ORDER_UNSAID },
	{ "mem_ptr_t", 0, LC_ORDER_UNSAID },
	{ "BYTE", 8, LC_ORDER_UNSAID },
	{ "WORD", 16, LC_ORDER_UNSAID },
	{ "DWORD", 32, LC_ORDER_UNSAID },
	{ "QWORD", 64, LC_ORDER_UNSAID },
	{ "ULONG", 32, LC_ORDER_UNSAID },
	{ "LONG", 32, LC_ORDER_UNSAID },
	{ "BOOLEAN", 8, LC_ORDER_UNSAID },
	{ "CHAR8", 8, LC_ORDER_UNSAID },
	{ "CHAR16", 16, LC_ORDER_UNSAID },
	{ "efi_char16_t", 16, LC_ORDER_UNSAID },
	{ "char16_t", 16, LC_ORDER_UNSAID },
	{ "char32_t", 32, LC_ORDER_UNSAID },
	{ "off64_t", 64, LC_ORDER_UNSAID },
	{ "loff_t", 64, LC_ORDER_UNSAID },
	{ "time64_t", 64, LC_ORDER_UNSAID },
	{ "in_addr_t", 32, LC_ORDER_BIG },
	{ "in_port_t", 16, LC_ORDER_BIG },
	{ "fdt16_t", 16, LC_ORDER_BIG },
	{ "fdt32_t", 32, LC_ORDER_BIG },
	{ "fdt64_t", 64, LC_ORDER_BIG },
	{ "n_short", 16, LC_ORDER_BIG },
	{ "n_long", 32, LC_ORDER_BIG },
	{ "n_time", 32, LC_ORDER_BIG },
	{ "__sum16", 16, LC_ORDER_UNSAID },
	{ "__wsum", 32, LC_ORDER_UNSAID },
};

/* Takes PREFIX off *TEXT, whatever its case. */
static bool take(const char **text, const char *prefix)
{
	size_t n = strlen(prefix);

	if (strncasecmp(*text, prefix, n))
		return false;
	*text += n;
	return true;
}

static bool take_order(const char **text, enum lc_byte_order *order)
{
	if (take(text, "le"))
		*order = LC_ORDER_LITTLE;
	else if (take(text, "be") || take(text, "net"))
		*order = LC_ORDER_BIG;
	else
		return false;
	return true;
}

static bool take_width(const char **text, unsigned *bits)
{
	unsigned n = 0;

	while (isdigit((unsigned char)**text) && n < 1000)
		n = 10 * n + (unsigned)(*(*text)++ - '0');
	*bits = n;
	return n == 8 || n == 16 || n == 24 || n == 32 || n == 64 || n == 128;
}

/* An order, a sign or both, then the width: le32, u8, uint16, virtio32, leint64. */
static bool take_sign(const char **text)
{
	static const char *const signs[] = { "uint",   "u_int",  "sint",  "int",  "unsigned",
					     "signed", "virtio", "float", "char", "u_",
					     "u",      "s",      "i" };

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (take(text, signs[i]))
			return true;
	return false;
}

bool lc_type_name_says(const char *name, unsigned *bits, enum lc_byte_order *order)
{
	bool ordered, is_signed;

	*order = LC_ORDER_UNSAID;
	for (size_t i = 0; i < sizeof(odd_names) / sizeof(odd_names[0]); i++)
		if (!strcmp(odd_names[i].name, name)) {
			*bits = odd_names[i].bits;
			*order = odd_names[i].order;
			return true;
		}
	while (*name == '_')
		name++;
	ordered = take_order(&name, order);
	is_signed = take_sign(&name);
	if (!ordered && !is_signed)
		return false;
	if (!take_width(&name, bits))
		return false;
	take(&name, "_");
	if (!ordered)
		ordered = take_order(&name, order);
	take(&name, "_");
	if (!strcasecmp(name, "t"))
		name++;
	return !*name;
}
