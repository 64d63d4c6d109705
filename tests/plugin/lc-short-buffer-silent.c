// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: casts that are no view of bytes as a type. Nothing is said,
 * and the ledger does not list them.
 */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

struct hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

#define container_of(p, type, member) ((type *)((char *)(p) - offsetof(type, member)))
#define container_of_checked(p, type, member) ({ \
	void *_p = (void *)(p); \
	(type *)(_p - offsetof(type, member)); })

struct list {
	struct list *next;
};

struct device {
	u32 id;
	struct list link;
	void *private_data;
	u8 storage[];
};

struct driver {
	u32 count;
	u32 limit;
};

/* A void cookie goes back to its owner's type. */
u32 callback(void *context)
{
	struct driver *d = context; // verdict: none

	return d->count;
}

u32 callback_by_a_cast(void *context, u32 status)
{
	return ((struct driver *)context)->count + status; // verdict: none
}

int compare_for_qsort(const void *a, const void *b)
{
	const u32 *x = a, *y = b; // verdict: none

	return (*x > *y) - (*x < *y);
}

/* Private data of an object. */
u32 private_data(struct device *dev)
{
	struct driver *d = dev->private_data; // verdict: none

	return d->count;
}

void *private_of(struct device *dev);

u32 private_from_a_call(struct device *dev)
{
	struct driver *d = private_of(dev); // verdict: none

	return d->limit;
}

/* Back to what contains it. */
u32 back_to_the_container(struct list *l)
{
	struct device *dev = container_of(l, struct device, link); // verdict: none

	return dev->id;
}

u32 back_to_the_container_by_void(struct list *l)
{
	struct device *dev = container_of_checked(l, struct device, link); // verdict: none

	return dev->id;
}

u32 back_to_the_container_by_an_integer(struct list *l)
{
	struct device *dev = (struct device *)((uintptr_t)l - offsetof(struct device, link)); // verdict: none

	return dev->id;
}

u32 over_a_list(struct list *head)
{
	struct list *l;
	u32 sum = 0;

	for (l = head->next; l != head; l = l->next)
		sum += container_of(l, struct device, link)->id; // verdict: none
	return sum;
}

/* A member's place, by its offset. */
u32 a_member_by_its_offset(struct device *dev)
{
	return *(u32 *)((char *)dev + offsetof(struct device, id)); // verdict: none
}

/* The first member and the whole. */
struct base {
	u32 kind;
};

struct derived {
	struct base base;
	u32 more;
};

u32 down(struct base *b)
{
	return ((struct derived *)b)->more; // verdict: none
}

u32 up(struct derived *d)
{
	return ((struct base *)d)->kind; // verdict: none
}

/* A cast that nothing is done with. */
int only_compared(const u8 *buf, size_t len, const struct hdr *h)
{
	return (const struct hdr *)buf == h && len; // verdict: none
}

int only_tested(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: none

	return h != NULL && len;
}

size_t only_its_size(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: none

	return len < sizeof(*h) ? 0 : sizeof(h->id);
}

const u8 *there_and_back(const u8 *buf, size_t len)
{
	const struct hdr *h = (const struct hdr *)buf; // verdict: none

	return len >= sizeof(*h) ? (const u8 *)(h + 1) : NULL;
}

/* Bytes as bytes of another sign. */
int as_chars(const u8 *buf, size_t len)
{
	return len ? *(const char *)buf : 0; // verdict: none
}

/* Objects as bytes: not this rule's. */
u8 first_byte(const struct hdr *h)
{
	return *(const u8 *)h; // verdict: none
}

/* The idiom for bytes at any alignment: a copy. */
u32 copied_out(const u8 *buf, size_t len)
{
	u32 value = 0;

	if (len >= sizeof(value))
		memcpy(&value, buf, sizeof(value)); // verdict: none
	return value;
}

u64 copied_out_wide(const u8 *buf, size_t len)
{
	u64 value = 0;

	if (len >= sizeof(value))
		__builtin_memcpy(&value, buf, sizeof(value)); // verdict: none
	return value;
}

/* Memory of no declared type, taken from a pool of such. */
void *pool_take(size_t size);

struct driver *taken_from_a_pool(void)
{
	struct driver *d = pool_take(sizeof(*d)); // verdict: none

	if (d)
		memset(d, 0, sizeof(*d));
	return d;
}

/* A pointer to a pointer. */
u32 pointer_to_pointer(void **slot)
{
	struct driver **d = (struct driver **)slot; // verdict: none

	return (*d)->count;
}

/* Functions by another type. */
typedef u32 reader(const struct hdr *h);

u32 function_pointers(void *function, const struct hdr *h)
{
	return ((reader *)function)(h); // verdict: none
}

/* A union that holds both. */
union both {
	u32 word;
	u8 bytes[4];
};

u32 by_a_union(const u8 *buf, size_t len)
{
	union both b = { 0 };
	size_t i;

	for (i = 0; i < len && i < sizeof(b.bytes); i++)
		b.bytes[i] = buf[i];
	return b.word; // verdict: none
}

/* Opaque to the reader, known to the writer. */
struct opaque;
struct opaque *make_opaque(const u8 *seed);

const u8 *never_completed(struct opaque *o)
{
	return (const u8 *)o; // verdict: none
}
