// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-padding-leak: memory that Linux allocates, which a constant flag clears.
 */
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned int gfp_t;
typedef unsigned long size_t;

#define GFP_KERNEL 0xcc0u
#define __GFP_ZERO 0x100u

void *kmalloc(size_t size, gfp_t flags);
void *kmalloc_noprof(size_t size, gfp_t flags);
void *_kmalloc_noprof(size_t size, gfp_t flags, int token);
void *__kmalloc_noprof(size_t size, gfp_t flags);
void *__kmalloc(size_t size, gfp_t flags);
void *kmalloc_node_noprof(size_t size, gfp_t flags, int node);
void *kmalloc_array_noprof(size_t n, size_t size, gfp_t flags);
void *kzalloc(size_t size, gfp_t flags);
void *kzalloc_noprof(size_t size, gfp_t flags);
void *_kzalloc_noprof(size_t size, gfp_t flags, int token);
unsigned long copy_to_user(void *to, const void *from, unsigned long n);

struct info {
	u8 type;
	u32 value; /* 3 bytes of padding before it */
};

static inline unsigned long hand_out(void *to, struct info *info)
{
	if (!info)
		return 0;
	info->type = 1;
	info->value = 2;
	return copy_to_user(to, info, sizeof(*info));
}

unsigned long by_kmalloc(void *to)
{
	struct info *info = kmalloc(sizeof(*info), GFP_KERNEL); // note: '\*info' is allocated here, and not cleared

	return hand_out(to, info); // warning: 3 bytes of padding after 'type' [lc-padding-leak]
}

unsigned long cleared_by_kmalloc(void *to)
{
	struct info *info = kmalloc(sizeof(*info), GFP_KERNEL | __GFP_ZERO);

	return hand_out(to, info); // verdict: none
}

/* The bit of older kernels, and of U-Boot. */
unsigned long cleared_by_kmalloc_of_old(void *to)
{
	struct info *info = kmalloc(sizeof(*info), GFP_KERNEL | 0x8000u);

	return hand_out(to, info); // verdict: none
}

unsigned long by_kmalloc_noprof(void *to)
{
	struct info *info = kmalloc_noprof(sizeof(*info), GFP_KERNEL); // note: '\*info' is allocated here, and not cleared

	return hand_out(to, info); // warning: 3 bytes of padding after 'type' [lc-padding-leak]
}

unsigned long cleared_by_kmalloc_noprof(void *to)
{
	struct info *info = kmalloc_noprof(sizeof(*info), GFP_KERNEL | __GFP_ZERO);

	return hand_out(to, info); // verdict: none
}

unsigned long by__kmalloc_noprof(void *to)
{
	struct info *info = _kmalloc_noprof(sizeof(*info), GFP_KERNEL, 0); // note: '\*info' is allocated here, and not cleared

	return hand_out(to, info); // warning: 3 bytes of padding after 'type' [lc-padding-leak]
}

unsigned long cleared_by__kmalloc_noprof(void *to)
{
	struct info *info = _kmalloc_noprof(sizeof(*info), GFP_KERNEL | __GFP_ZERO, 0);

	return hand_out(to, info); // verdict: none
}

unsigned long by___kmalloc_noprof(void *to)
{
	struct info *info = __kmalloc_noprof(sizeof(*info), GFP_KERNEL); // note: '\*info' is allocated here, and not cleared

	return hand_out(to, info); // warning: 3 bytes of padding after 'type' [lc-padding-leak]
}

unsigned long cleared_by___kmalloc_noprof(void *to)
{
	struct info *info = __kmalloc_noprof(sizeof(*info), GFP_KERNEL | __GFP_ZERO);

	return hand_out(to, info); // verdict: none
}

unsigned long by___kmalloc(void *to)
{
	struct info *info = __kmalloc(sizeof(*info), GFP_KERNEL); // note: '\*info' is allocated here, and not cleared

	return hand_out(to, info); // warning: 3 bytes of padding after 'type' [lc-padding-leak]
}

unsigned long cleared_by___kmalloc(void *to)
{
	struct info *info = __kmalloc(sizeof(*info), GFP_KERNEL | __GFP_ZERO);

	return hand_out(to, info); // verdict: none
}

unsigned long by_kmalloc_node_noprof(void *to)
{
	struct info *info = kmalloc_node_noprof(sizeof(*info), GFP_KERNEL, 1); // note: '\*info' is allocated here, and not cleared

	return hand_out(to, info); // warning: 3 bytes of padding after 'type' [lc-padding-leak]
}

unsigned long cleared_by_kmalloc_node_noprof(void *to)
{
	struct info *info = kmalloc_node_noprof(sizeof(*info), GFP_KERNEL | __GFP_ZERO, 1);

	return hand_out(to, info); // verdict: none
}

unsigned long by_kmalloc_array_noprof(void *to)
{
	struct info *info = kmalloc_array_noprof(1, sizeof(*info), GFP_KERNEL); // note: '\*info' is allocated here, and not cleared

	return hand_out(to, info); // warning: 3 bytes of padding after 'type' [lc-padding-leak]
}

unsigned long cleared_by_kmalloc_array_noprof(void *to)
{
	struct info *info = kmalloc_array_noprof(1, sizeof(*info), GFP_KERNEL | __GFP_ZERO);

	return hand_out(to, info); // verdict: none
}

unsigned long by_kzalloc(void *to)
{
	struct info *info = kzalloc(sizeof(*info), GFP_KERNEL);

	return hand_out(to, info); // verdict: none
}

unsigned long by_kzalloc_noprof(void *to)
{
	struct info *info = kzalloc_noprof(sizeof(*info), GFP_KERNEL);

	return hand_out(to, info); // verdict: none
}

unsigned long by__kzalloc_noprof(void *to)
{
	struct info *info = _kzalloc_noprof(sizeof(*info), GFP_KERNEL, 0);

	return hand_out(to, info); // verdict: none
}

/* Who calls says how: nothing is known. */
unsigned long by_flags(void *to, gfp_t flags)
{
	struct info *info = kmalloc(sizeof(*info), flags);

	return hand_out(to, info); // verdict: none
}
