// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: what the built-in model says of U-Boot's device trees, images and memory.
 */
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long size_t;
typedef struct {
	long of_offset;
} ofnode;
struct udevice;

struct hdr {
	u32 type, id;
};

const void *fdt_getprop(const void *fdt, int nodeoffset, const char *name, int *lenp);
const void *fdt_getprop_namelen(const void *fdt, int nodeoffset, const char *name, int namelen, int *lenp);
const void *fdt_getprop_by_offset(const void *fdt, int offset, const char **namep, int *lenp);
const void *ofnode_get_property(ofnode node, const char *propname, int *lenp);
const void *ofnode_read_prop(ofnode node, const char *propname, int *sizep);
const void *dev_read_prop(const struct udevice *dev, const char *propname, int *lenp);
const u8 *ofnode_read_u8_array_ptr(ofnode node, const char *propname, size_t size);
const u8 *dev_read_u8_array_ptr(const struct udevice *dev, const char *propname, size_t size);
int fit_image_get_data(const void *fit, int noffset, const void **data, size_t *size);
int fit_image_get_data_and_size(const void *fit, int noffset, const void **data, size_t *size);
void *map_sysmem(unsigned long paddr, unsigned long len);
void *malloc_cache_aligned(size_t size);
void *memalign(size_t alignment, size_t bytes);
void *memalign_simple(size_t alignment, size_t bytes);

/* A property and its length: compared with enough, with too little. */
#define PROPERTY(name, ...)                                                       \
	u32 name##_compared(const void *fdt, ofnode node, const struct udevice *dev) \
	{                                                                         \
		int len;                                                          \
		const u8 *data = name(__VA_ARGS__);                               \
                                                                                  \
		if (!data || len < 8)                                             \
			return 0;                                                 \
		return ((const struct hdr *)data)->id;                            \
	}                                                                         \
	u32 name##_too_short(const void *fdt, ofnode node, const struct udevice *dev) \
	{                                                                         \
		int len;                                                          \
		const u8 *data = name(__VA_ARGS__);                               \
                                                                                  \
		if (!data || len < 4)                                             \
			return 0;                                                 \
		return ((const struct hdr *)data)->id;                            \
	}

PROPERTY(fdt_getprop, fdt, 0, "reg", &len) // warning: needs 8 bytes of 'data'.*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer because len >= 8
PROPERTY(fdt_getprop_namelen, fdt, 0, "reg", 3, &len) // warning: needs 8 bytes of 'data'.*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer because len >= 8
PROPERTY(fdt_getprop_by_offset, fdt, 0, 0, &len) // warning: needs 8 bytes of 'data'.*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer because len >= 8
PROPERTY(ofnode_get_property, node, "reg", &len) // warning: needs 8 bytes of 'data'.*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer because len >= 8
PROPERTY(ofnode_read_prop, node, "reg", &len) // warning: needs 8 bytes of 'data'.*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer because len >= 8
PROPERTY(dev_read_prop, dev, "reg", &len) // warning: needs 8 bytes of 'data'.*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer because len >= 8

/* The length is there, and not looked at. */
u32 property_not_compared(const void *fdt)
{
	int len;
	const struct hdr *h = fdt_getprop(fdt, 0, "reg", &len);

	return h ? h->id : 0; // warning: needs 8 bytes of 'h'.*'len' is not compared [lc-short-buffer]
}

/* So much was asked for, and is there unless NULL came back. */
u32 array_of_node(ofnode node)
{
	const struct hdr *h = (const struct hdr *)ofnode_read_u8_array_ptr(node, "reg", 8); // verdict: overlay struct hdr proven lc-short-buffer

	return h ? h->id : 0;
}

u32 array_of_device(const struct udevice *dev)
{
	const struct hdr *h = (const struct hdr *)dev_read_u8_array_ptr(dev, "reg", 8); // verdict: overlay struct hdr proven lc-short-buffer

	return h ? h->id : 0;
}

u32 too_short_an_array(const struct udevice *dev)
{
	const struct hdr *h = (const struct hdr *)dev_read_u8_array_ptr(dev, "reg", 4); // verdict: overlay struct hdr open lc-short-buffer because 4 known

	return h ? h->id : 0;
}

#define IMAGE(name)                                                 \
	u32 name##_compared(const void *fit)                        \
	{                                                           \
		const void *data;                                   \
		size_t size;                                        \
                                                                    \
		if (name(fit, 0, &data, &size) || size < 8)         \
			return 0;                                   \
		return ((const struct hdr *)data)->id;              \
	}                                                           \
	u32 name##_too_short(const void *fit)                       \
	{                                                           \
		const void *data;                                   \
		size_t size;                                        \
                                                                    \
		if (name(fit, 0, &data, &size) || size < 4)         \
			return 0;                                   \
		return ((const struct hdr *)data)->id;              \
	}

IMAGE(fit_image_get_data) // warning: needs 8 bytes of 'data'.*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer because size >= 8
IMAGE(fit_image_get_data_and_size) // warning: needs 8 bytes of 'data'.*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer because size >= 8

u32 mapped(unsigned long where)
{
	const struct hdr *h = map_sysmem(where, 8); // verdict: overlay struct hdr proven lc-short-buffer

	return h->id;
}

#define GIVES(name, enough, too_few)           \
	void name##_gives(void)                \
	{                                      \
		u8 *bytes = enough;            \
                                               \
		((struct hdr *)bytes)->id = 1; \
	}                                      \
	void name##_gives_too_few(void)        \
	{                                      \
		u8 *bytes = too_few;           \
                                               \
		((struct hdr *)bytes)->id = 1; \
	}

GIVES(malloc_cache_aligned, malloc_cache_aligned(8), malloc_cache_aligned(4)) // warning: needs 8 bytes of 'bytes'.*only 4 [lc-short-buffer]
GIVES(memalign, memalign(4, 8), memalign(8, 4)) // warning: needs 8 bytes of 'bytes'.*only 4 [lc-short-buffer]
GIVES(memalign_simple, memalign_simple(4, 8), memalign_simple(8, 4)) // warning: needs 8 bytes of 'bytes'.*only 4 [lc-short-buffer]
