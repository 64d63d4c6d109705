/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the cases retold from Linux stand on: just enough of the kernel's types
 * and calls, in our own words, for each case to be short.
 */
#ifndef RECALL_LINUX_H
#define RECALL_LINUX_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef signed char s8;
typedef short s16;
typedef int s32;
typedef long long s64;
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef u16 __le16, __be16;
typedef u32 __le32, __be32;
typedef u64 __le64, __be64;

enum { EIO = 5, ENOMEM = 12, EINVAL = 22, EPROTO = 71, EBADMSG = 74, EMSGSIZE = 90 };

#define __packed __attribute__((packed))
#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))
#define offsetofend(type, member) (offsetof(type, member) + sizeof(((type *)0)->member))
#define ALIGN(x, a) (((x) + (a)-1) & ~((__typeof__(x))(a)-1))
#define container_of(p, type, member) ((type *)((char *)(p)-offsetof(type, member)))

#define __careful(type_a, a, op, type_b, b) \
	({                                  \
		type_a __a = (a);           \
		type_b __b = (b);           \
		__a op __b ? __a : __b;     \
	})
#define min(a, b) __careful(__typeof__(a), a, <, __typeof__(b), b)
#define max(a, b) __careful(__typeof__(a), a, >, __typeof__(b), b)
#define min_t(type, a, b) __careful(type, a, <, type, b)
#define max_t(type, a, b) __careful(type, a, >, type, b)

#define check_add_overflow(a, b, d) __builtin_add_overflow(a, b, d)
#define check_mul_overflow(a, b, d) __builtin_mul_overflow(a, b, d)

static inline size_t size_mul(size_t a, size_t b)
{
	size_t bytes;

	return __builtin_mul_overflow(a, b, &bytes) ? SIZE_MAX : bytes;
}

static inline size_t size_add(size_t a, size_t b)
{
	size_t bytes;

	return __builtin_add_overflow(a, b, &bytes) ? SIZE_MAX : bytes;
}

#define struct_size(p, member, count) size_add(sizeof(*(p)), size_mul(count, sizeof(*(p)->member)))

/* Byte order, on a little-endian machine. */
#define le16_to_cpu(x) ((u16)(x))
#define le32_to_cpu(x) ((u32)(x))
#define le64_to_cpu(x) ((u64)(x))
#define cpu_to_le16(x) ((__le16)(x))
#define cpu_to_le32(x) ((__le32)(x))
#define be16_to_cpu(x) __builtin_bswap16(x)
#define be32_to_cpu(x) __builtin_bswap32(x)
#define ntohs(x) be16_to_cpu(x)
#define ntohl(x) be32_to_cpu(x)
#define htons(x) be16_to_cpu(x)

static inline u16 le16_to_cpup(const __le16 *p)
{
	return le16_to_cpu(*p);
}

static inline u16 be16_to_cpup(const __be16 *p)
{
	return be16_to_cpu(*p);
}

static inline u32 be32_to_cpup(const __be32 *p)
{
	return be32_to_cpu(*p);
}

#define __get_unaligned(type, p) (((const struct { type x; } __packed *)(p))->x)

static inline u16 get_unaligned_le16(const void *p)
{
	return le16_to_cpu(__get_unaligned(__le16, p));
}

static inline u32 get_unaligned_le32(const void *p)
{
	return le32_to_cpu(__get_unaligned(__le32, p));
}

static inline u16 get_unaligned_be16(const void *p)
{
	return be16_to_cpu(__get_unaligned(__be16, p));
}

/* Memory and messages. */
void *kmalloc(size_t size, u32 flags) __attribute__((malloc, alloc_size(1)));
void *kzalloc(size_t size, u32 flags) __attribute__((malloc, alloc_size(1)));
void *kmemdup(const void *from, size_t size, u32 flags) __attribute__((malloc, alloc_size(2)));
void kfree(const void *p);
int _printk(const char *format, ...) __attribute__((format(printf, 1, 2)));
#define pr_err(...) _printk(__VA_ARGS__)
#define pr_debug(...) _printk(__VA_ARGS__)

/* Socket buffers. */
struct sk_buff {
	unsigned int len, data_len;
	u16 protocol, transport_header, network_header, mac_header;
	char cb[48];
	u8 *head, *data;
};

bool pskb_may_pull(struct sk_buff *skb, unsigned int len);
void *skb_pull(struct sk_buff *skb, unsigned int len);
void *skb_pull_data(struct sk_buff *skb, size_t len);
void *skb_header_pointer(const struct sk_buff *skb, int offset, int len, void *buffer);
void *skb_put(struct sk_buff *skb, unsigned int len);
void *skb_put_data(struct sk_buff *skb, const void *data, unsigned int len);
void skb_trim(struct sk_buff *skb, unsigned int len);
int skb_linearize(struct sk_buff *skb);
struct sk_buff *alloc_skb(unsigned int size, u32 flags);
struct sk_buff *skb_clone(struct sk_buff *skb, u32 flags);
void kfree_skb(struct sk_buff *skb);
int netif_rx(struct sk_buff *skb);

static inline unsigned int skb_headlen(const struct sk_buff *skb)
{
	return skb->len - skb->data_len;
}

static inline u8 *skb_network_header(const struct sk_buff *skb)
{
	return skb->head + skb->network_header;
}

static inline u8 *skb_transport_header(const struct sk_buff *skb)
{
	return skb->head + skb->transport_header;
}

static inline int skb_transport_offset(const struct sk_buff *skb)
{
	return (int)(skb_transport_header(skb) - skb->data);
}

/* Firmware, USB. */
struct firmware {
	size_t size;
	const u8 *data;
};

struct urb {
	void *transfer_buffer;
	u32 transfer_buffer_length, actual_length;
	void *context;
	int status;
};

struct usb_descriptor_header {
	u8 bLength, bDescriptorType;
} __packed;

#endif
