// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Takes the record out of an ELF object of any class, byte order and machine.
 */
#include <gelf.h>
#include <libelf.h>
#include <string.h>

#include "message.h"
#include "report/record.h"
#include "records.h"

/* Reads the record sections of ELF. Returns 0 if there is none, -1 if libelf has an error. */
static int read_sections(struct visit *visit, const char *container, Elf *elf)
{
	Elf_Scn *section = NULL;
	size_t names, number, size;
	GElf_Ehdr file;
	int found = 0;

	if (!gelf_getehdr(elf, &file) || elf_getshdrstrndx(elf, &names))
		return -1;
	/* libelf takes a table that is cut off for none at all. */
	elf_rawfile(elf, &size);
	if (file.e_shoff && (file.e_shoff > size || size - file.e_shoff < file.e_shentsize ||
			     elf_getshdrnum(elf, &number) || !number)) {
		visit_problem(
			visit, container, 0,
			"cut short: expected the section headers at byte %llu, found %zu bytes",
			(unsigned long long)file.e_shoff, size);
		return 1;
	}
	if (names == SHN_UNDEF)
		return 0;
	while ((section = elf_nextscn(elf, section))) {
		GElf_Shdr header;
		const char *name;
		Elf_Data *data;

		if (!gelf_getshdr(section, &header))
			return -1;
		name = elf_strptr(elf, names, header.sh_name);
		if (!name)
			return -1;
		if (strcmp(name, LC_RECORD_SECTION))
			continue;
		found++;
		if (header.sh_type == SHT_NOBITS || header.sh_flags & SHF_COMPRESSED) {
			visit_problem(visit, container, 0,
				      "the section %s is %s: expected plain bytes", name,
				      header.sh_type == SHT_NOBITS ? "stripped" : "compressed");
			continue;
		}
		data = elf_rawdata(section, NULL);
		if (!data)
			return -1;
		record_read(visit, container, data->d_buf ? data->d_buf : "", data->d_size);
	}
	return found;
}

void object_read(struct visit *visit, const char *container, const char *path, const char *bytes,
		 size_t size)
{
	int found = -1;
	Elf *elf;

	elf_version(EV_CURRENT);
	elf = elf_memory((char *)bytes, size);
	if (elf && elf_kind(elf) == ELF_K_ELF)
		found = read_sections(visit, container, elf);
	if (elf && elf_kind(elf) != ELF_K_ELF)
		visit_problem(visit, container, 0, "damaged ELF object: %zu bytes, no whole header",
			      size);
	else if (found < 0)
		visit_problem(visit, container, 0, "damaged ELF object: %s", elf_errmsg(-1));
	else if (!found)
		visit_unchecked(visit, container, path, bytes, size, "carries no record");
	elf_end(elf);
}
