// SPDX-License-Identifier: GPL-2.0-or-later
// options: -ftrivial-auto-var-init=zero
/*
 * lc-padding-leak where the compiler is asked to initialise every variable: it
 * writes the padding as well. Memory that is allocated it leaves as it is.
 */
typedef unsigned char u8;
typedef unsigned int u32;

unsigned long copy_to_user(void *to, const void *from, unsigned long n);
void *malloc(unsigned long n);

struct info {
	u8 type;
	u32 value;
};

int local(void *arg, u32 value)
{
	struct info info;

	info.type = 1;
	info.value = value;
	return (int)copy_to_user(arg, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

int uninitialised(void *arg, u32 value)
{
	struct info info __attribute__((uninitialized)); // note: declared here

	info.type = 1;
	info.value = value;
	return (int)copy_to_user(arg, &info, sizeof(info)); // warning: 3 bytes of padding [lc-padding-leak]
}

int heap(void *arg, u32 value)
{
	struct info *info = malloc(sizeof(*info)); // note: allocated here

	if (!info)
		return -1;
	info->type = 1;
	info->value = value;
	return (int)copy_to_user(arg, info, sizeof(*info)); // warning: 3 bytes of padding [lc-padding-leak]
}
