/* SPDX-License-Identifier: GPL-2.0-or-later */
/* memory comes cleared */
#include <linux/uaccess.h>

int one(void *arg, u32 value)
{
	struct info *info = kmalloc(sizeof(*info), GFP_KERNEL);
	int error;

	if (!info)
		return -ENOMEM;
	info->value = value;
	error = copy_to_user(arg, info, sizeof(*info));
	kfree(info);
	return error;
}

int many(struct device *dev, void *arg, u32 value, int n)
{
	struct info *info, *more, *cached;

	info = kmalloc_array(n, sizeof(*info), GFP_KERNEL);
	more = devm_kmalloc(dev, sizeof(*more), GFP_KERNEL);
	cached = kmem_cache_alloc(cache, GFP_KERNEL);
	if (!info || !more || !cached)
		return -ENOMEM;
	return copy_to_user(arg, info, n * sizeof(*info)) ||
	       copy_to_user(arg, more, sizeof(*more)) || copy_to_user(arg, cached, sizeof(*cached));
}

int plain(int fd, u32 value)
{
	struct info *info = (struct info *)malloc(sizeof(struct info));

	if (!info)
		return -1;
	info->value = value;
	return write(fd, info, sizeof(*info));
}
