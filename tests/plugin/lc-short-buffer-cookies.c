// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The header of a file that comes as a cookie, through a pointer of another
 * type, was compared where the file became one.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned int u32;

struct firmware {
	size_t size;
	const u8 *data;
};

struct header {
	u32 magic, version, build;
};

struct work {
	int pending;
};

/* A record that begins with another one is no cookie of it. */
struct file {
	struct firmware firmware;
	u32 uses;
};

u32 version_of_a_cookie(struct work *work)
{
	const struct firmware *fw = (void *)work;
	const struct header *header = (const void *)fw->data;

	return header->version;
}

u32 version_of_a_context(void *context)
{
	const struct firmware *fw = context;
	const struct header *header = (const void *)fw->data;

	return header->version;
}

u32 version_of_a_file(const struct firmware *fw)
{
	const struct header *header = (const void *)fw->data;

	return header->version; // warning: 8 bytes of .fw->data. as .struct header.*not compared [lc-short-buffer]
}

u32 version_of_a_larger_record(const struct file *file)
{
	const struct firmware *fw = (const struct firmware *)file;
	const struct header *header = (const void *)fw->data;

	return header->version; // warning: 8 bytes of .fw->data. as .struct header.*not compared [lc-short-buffer]
}

u32 version_of_a_cookie_compared_with_too_little(struct work *work)
{
	const struct firmware *fw = (void *)work;
	const struct header *header = (const void *)fw->data;

	if (fw->size < 4)
		return 0;
	return header->version; // warning: 8 bytes of .fw->data. as .struct header.*too little: 4 known [lc-short-buffer]
}
