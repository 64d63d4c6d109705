// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux, drivers/soc/qcom/mdt_loader.c: the ELF header of a firmware file says where the table of
 * program headers is and how many it holds; file size was not asked for either.
 * "soc: qcom: mdt_loader: Ensure we don't read past the ELF header".
 * Hard: offset and count both come from the header, their product is the extent needed.
 */
#include "linux.h"

struct elf32_hdr {
	u8 e_ident[16];
	u16 e_type, e_machine;
	u32 e_version, e_entry, e_phoff, e_shoff, e_flags;
	u16 e_ehsize, e_phentsize, e_phnum, e_shentsize, e_shnum, e_shstrndx;
};

struct elf32_phdr {
	u32 p_type, p_offset, p_vaddr, p_paddr, p_filesz, p_memsz, p_flags, p_align;
};

size_t mdt_get_size_before(const struct firmware *fw)
{
	const struct elf32_hdr *ehdr = (const struct elf32_hdr *)fw->data;
	const struct elf32_phdr *phdrs = (const struct elf32_phdr *)(ehdr + 1);
	size_t size = 0;
	int i;

	for (i = 0; i < ehdr->e_phnum; i++) // warning: . [lc-short-buffer]
		size += phdrs[i].p_memsz; // warning: . [lc-unchecked-length]
	return size;
}

size_t mdt_get_size_after(const struct firmware *fw)
{
	const struct elf32_hdr *ehdr = (const struct elf32_hdr *)fw->data;
	const struct elf32_phdr *phdrs;
	size_t phend, size = 0;
	int i;

	if (fw->size < sizeof(*ehdr))
		return 0;
	if (ehdr->e_phentsize != sizeof(struct elf32_phdr))
		return 0;
	phend = size_add(size_mul(sizeof(struct elf32_phdr), ehdr->e_phnum), ehdr->e_phoff);
	if (phend > fw->size)
		return 0;
	phdrs = (const struct elf32_phdr *)(fw->data + ehdr->e_phoff);
	for (i = 0; i < ehdr->e_phnum; i++)
		size += phdrs[i].p_memsz;
	return size;
}
