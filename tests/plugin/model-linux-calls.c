// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: what the built-in model says of Linux's calls, each with enough bytes and with too few:
 * socket buffers, netlink, user space, USB, properties and memory of the firmware, I2C.
 */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef unsigned long size_t;
typedef long ssize_t;

struct hdr {
	u32 type, id;
};

struct sk_buff {
	unsigned int len, data_len;
	u8 *head, *data;
	u8 cb[48];
	u32 mark;
};

struct nlmsghdr {
	u32 nlmsg_len;
};

struct nlattr {
	u16 nla_len, nla_type;
};

struct user;
struct msghdr;
struct iov_iter;
struct device;
struct nvmem_cell;
struct usb_device;
typedef struct {
	void *user;
} sockptr_t;

_Bool pskb_may_pull(struct sk_buff *skb, unsigned len);
int pskb_may_pull_reason(struct sk_buff *skb, unsigned len);
int skb_ensure_writable(struct sk_buff *skb, unsigned len);
int skb_put_padto(struct sk_buff *skb, unsigned len);
int __skb_put_padto(struct sk_buff *skb, unsigned len, _Bool free_on_error);
int eth_skb_pad(struct sk_buff *skb);
void *skb_pull_inline(struct sk_buff *skb, unsigned len);
void *pskb_pull(struct sk_buff *skb, unsigned len);
int skb_linearize(struct sk_buff *skb);
int skb_linearize_cow(struct sk_buff *skb);
int skb_cow(struct sk_buff *skb, unsigned headroom);
int skb_cow_head(struct sk_buff *skb, unsigned headroom);
int skb_unclone(struct sk_buff *skb, unsigned pri);
int pskb_expand_head(struct sk_buff *skb, int nhead, int ntail, unsigned gfp_mask);
void skb_postpull_rcsum(struct sk_buff *skb, const void *start, unsigned len);
void skb_reset_mac_header(struct sk_buff *skb);
void skb_reset_network_header(struct sk_buff *skb);
void skb_reset_transport_header(struct sk_buff *skb);
void skb_reset_mac_len(struct sk_buff *skb);
void skb_set_mac_header(struct sk_buff *skb, int offset);
void skb_set_network_header(struct sk_buff *skb, int offset);
void skb_set_transport_header(struct sk_buff *skb, int offset);
void skb_orphan(struct sk_buff *skb);
void skb_dst_drop(struct sk_buff *skb);
void skb_reserve(struct sk_buff *skb, int len);
u16 __skb_checksum_complete(struct sk_buff *skb);
u32 skb_checksum(const struct sk_buff *skb, int offset, int len, u32 csum);
int skb_copy_bits(const struct sk_buff *skb, int offset, void *to, int len);
void *__skb_put(struct sk_buff *skb, unsigned len);
void *skb_put_zero(struct sk_buff *skb, unsigned len);
void *__skb_put_zero(struct sk_buff *skb, unsigned len);
void *skb_put_data(struct sk_buff *skb, const void *data, unsigned len);
void *__skb_put_data(struct sk_buff *skb, const void *data, unsigned len);
void skb_put_u8(struct sk_buff *skb, u8 val);
void *skb_push(struct sk_buff *skb, unsigned len);
void *__skb_push(struct sk_buff *skb, unsigned len);
void *skb_push_rcsum(struct sk_buff *skb, unsigned len);
void *__skb_pull(struct sk_buff *skb, unsigned len);
void *skb_pull_rcsum(struct sk_buff *skb, unsigned len);
u16 eth_type_trans(struct sk_buff *skb, struct device *dev);
void *skb_header_pointer(const struct sk_buff *skb, int offset, int len, void *buffer);
void *skb_header_pointer_careful(const struct sk_buff *skb, int offset, int len, void *buffer);
void *__skb_header_pointer(const struct sk_buff *skb, int offset, int len, const void *data, int hlen, void *buffer);
void *skb_pointer_if_linear(const struct sk_buff *skb, int offset, int len);
int __nlmsg_parse(const struct nlmsghdr *nlh, int hdrlen, struct nlattr *tb[], int maxtype, const void *policy, unsigned validate, void *extack);
void *nlmsg_data(const struct nlmsghdr *nlh);
struct nlattr *nla_reserve(struct sk_buff *skb, int attrtype, int attrlen);
struct nlattr *__nla_reserve(struct sk_buff *skb, int attrtype, int attrlen);
struct nlmsghdr *__nlmsg_put(struct sk_buff *skb, u32 portid, u32 seq, int type, int len, int flags);
void *memdup_user(const struct user *from, size_t len);
void *vmemdup_user(const struct user *from, size_t len);
void *memdup_user_nul(const struct user *from, size_t len);
void *nvmem_cell_read(struct nvmem_cell *cell, size_t *len);
const void *of_get_property(const void *node, const char *name, int *lenp);
void *early_memremap(u64 phys_addr, unsigned long size);
void *memremap(u64 offset, size_t size, unsigned long flags);
void *devm_memremap(struct device *dev, u64 offset, size_t size, unsigned long flags);
int __usb_get_extra_descriptor(char *buffer, unsigned size, unsigned char type, void **ptr, size_t minsize);
void *dma_alloc_coherent(struct device *dev, size_t size, u64 *dma_handle, unsigned gfp);
void *dma_alloc_attrs(struct device *dev, size_t size, u64 *dma_handle, unsigned flag, unsigned long attrs);
void *usb_alloc_coherent(struct usb_device *dev, size_t size, unsigned mem_flags, u64 *dma);
unsigned long copy_from_iter(void *addr, size_t n, struct iov_iter *i);
ssize_t simple_write_to_buffer(void *to, size_t available, long long *ppos, const void *from, size_t count);
ssize_t kernel_read(void *file, void *buf, size_t count, long long *pos);
int usb_control_msg(struct usb_device *dev, unsigned pipe, u8 request, u8 requesttype, u16 value, u16 index, void *data, u16 size, int timeout);
int usb_get_descriptor(struct usb_device *dev, u8 type, u8 index, void *buf, int size);
int usb_bulk_msg(struct usb_device *usb_dev, unsigned pipe, void *data, int len, int *actual_length, int timeout);
int usb_interrupt_msg(struct usb_device *usb_dev, unsigned pipe, void *data, int len, int *actual_length, int timeout);
int i2c_master_recv(const void *client, char *buf, int count);
int i2c_smbus_read_i2c_block_data(const void *client, u8 command, u8 length, u8 *values);

/* A guard, or a pull that may fail: with enough, with too few. */
#define GUARDS(name, succeeds, enough, too_few)                     \
	u32 name##_enough(struct sk_buff *skb)                      \
	{                                                           \
		const struct hdr *h;                                \
                                                                    \
		if (!(name enough succeeds))                        \
			return 0;                                   \
		h = (const struct hdr *)skb->data;                  \
		return h->id;                                       \
	}                                                           \
	u32 name##_too_few(struct sk_buff *skb)                     \
	{                                                           \
		const struct hdr *h;                                \
                                                                    \
		if (!(name too_few succeeds))                       \
			return 0;                                   \
		h = (const struct hdr *)skb->data;                  \
		return h->id;                                       \
	}

GUARDS(pskb_may_pull, != 0, (skb, 8), (skb, 4)) // warning: needs 8 bytes of 'skb->data'.*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer because pskb_may_pull
GUARDS(pskb_may_pull_reason, == 0, (skb, 8), (skb, 4)) // warning: needs 8 bytes of 'skb->data'.*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer because pskb_may_pull_reason
GUARDS(skb_ensure_writable, == 0, (skb, 8), (skb, 4)) // warning: needs 8 bytes of 'skb->data'.*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer because skb_ensure_writable
GUARDS(skb_put_padto, == 0, (skb, 8), (skb, 4)) // warning: needs 8 bytes of 'skb->data'.*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer because skb_put_padto
GUARDS(__skb_put_padto, == 0, (skb, 8, 1), (skb, 4, 1)) // warning: needs 8 bytes of 'skb->data'.*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer because __skb_put_padto

/* To the least that Ethernet sends. */
u32 padded(struct sk_buff *skb)
{
	if (eth_skb_pad(skb))
		return 0;
	return ((const struct hdr *)(skb->data + 52))->id; // verdict: overlay struct hdr proven lc-short-buffer because eth_skb_pad
}

/* What is pulled was there. */
#define PULLS(name)                                                 \
	u32 name##_enough(struct sk_buff *skb)                      \
	{                                                           \
		const struct hdr *h = (const struct hdr *)skb->data; \
                                                                    \
		return name(skb, 8) ? h->id : 0;                    \
	}                                                           \
	u32 name##_too_few(struct sk_buff *skb)                     \
	{                                                           \
		const struct hdr *h = (const struct hdr *)skb->data; \
                                                                    \
		return name(skb, 4) ? h->id : 0;                    \
	}

PULLS(skb_pull_inline) // warning: needs 8 bytes of 'skb->data'.*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer because skb_pull_inline

/* The number of bytes stays, or changes by so many. */
#define KEEPS(name, before, ...)                                \
	u32 name##_keeps(struct sk_buff *skb, void *other)      \
	{                                                       \
		if (skb->len < (before))                        \
			return 0;                               \
		name(__VA_ARGS__);                              \
		return ((const struct hdr *)skb->data)->id;     \
	}                                                       \
	u32 name##_gives_none(struct sk_buff *skb, void *other) \
	{                                                       \
		if (skb->len < (before) - 1)                    \
			return 0;                               \
		name(__VA_ARGS__);                              \
		return ((const struct hdr *)skb->data)->id;     \
	}

KEEPS(pskb_may_pull, 8, skb, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_linearize, 8, skb) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_linearize_cow, 8, skb) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_cow, 8, skb, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_cow_head, 8, skb, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_unclone, 8, skb, 1) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(pskb_expand_head, 8, skb, 1, 2, 3) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_postpull_rcsum, 8, skb, other, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_reset_mac_header, 8, skb) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_reset_network_header, 8, skb) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_reset_transport_header, 8, skb) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_reset_mac_len, 8, skb) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_set_mac_header, 8, skb, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_set_network_header, 8, skb, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_set_transport_header, 8, skb, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_orphan, 8, skb) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_dst_drop, 8, skb) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_reserve, 8, skb, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(__skb_checksum_complete, 8, skb) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_checksum, 8, skb, 0, 4, 0) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_copy_bits, 8, skb, 0, other, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_header_pointer, 8, skb, 0, 4, other) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_header_pointer_careful, 8, skb, 0, 4, other) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_put_data, 4, skb, other, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(__skb_put_data, 4, skb, other, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_put_u8, 7, skb, 1) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(__skb_put, 4, skb, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_put_zero, 4, skb, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(__skb_put_zero, 4, skb, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_push, 4, skb, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(__skb_push, 4, skb, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_push_rcsum, 4, skb, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(__skb_pull, 12, skb, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(skb_pull_rcsum, 12, skb, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(eth_type_trans, 22, skb, 0) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known
KEEPS(pskb_pull, 12, skb, 4) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 7 known

/* What a call returns has so many bytes, and may have more; what it has copied has not. */
#define RETURNS(name, enough, too_few)                                  \
	u32 name##_returns(struct sk_buff *skb, struct user *from)      \
	{                                                               \
		const struct hdr *h = (const struct hdr *)name enough;  \
                                                                        \
		return h ? h->id : 0;                                   \
	}                                                               \
	u32 name##_returns_too_few(struct sk_buff *skb, struct user *from) \
	{                                                               \
		const struct hdr *h = (const struct hdr *)name too_few; \
                                                                        \
		return h ? h->id : 0;                                   \
	}

RETURNS(skb_header_pointer, (skb, 0, 8, from), (skb, 0, 4, from)) // warning: which has only 4 [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr refuted lc-short-buffer
RETURNS(skb_header_pointer_careful, (skb, 0, 8, from), (skb, 0, 4, from)) // warning: which has only 4 [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr refuted lc-short-buffer
RETURNS(__skb_header_pointer, (skb, 0, 8, 0, 0, from), (skb, 0, 4, 0, 0, from)) // warning: which has only 4 [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr refuted lc-short-buffer
RETURNS(skb_pointer_if_linear, (skb, 0, 8), (skb, 0, 4)) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 4 known
RETURNS(skb_push, (skb, 8), (skb, 4)) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 4 known
RETURNS(memdup_user, (from, 8), (from, 4)) // warning: which has only 4 [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr refuted lc-short-buffer
RETURNS(vmemdup_user, (from, 8), (from, 4)) // warning: which has only 4 [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr refuted lc-short-buffer
RETURNS(memdup_user_nul, (from, 7), (from, 3)) // warning: which has only 4 [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr refuted lc-short-buffer
RETURNS(early_memremap, (0, 8), (0, 4)) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 4 known
RETURNS(memremap, (0, 8, 1), (0, 4, 1)) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 4 known
RETURNS(devm_memremap, (0, 0, 8, 1), (0, 0, 4, 1)) // verdict: overlay struct hdr proven lc-short-buffer; also verdict: overlay struct hdr open lc-short-buffer because 4 known

/* An attribute and a message with so much behind their own headers. */
void reserved(struct sk_buff *skb)
{
	struct nlattr *one = nla_reserve(skb, 1, 8), *two = __nla_reserve(skb, 2, 8);
	struct nlmsghdr *message = __nlmsg_put(skb, 0, 0, 0, 8, 0);

	((struct hdr *)((u8 *)one + 4))->id = 1; // verdict: overlay struct hdr proven lc-short-buffer
	((struct hdr *)((u8 *)two + 4))->id = 1; // verdict: overlay struct hdr proven lc-short-buffer
	((struct hdr *)((u8 *)message + 16))->id = 1; // verdict: overlay struct hdr proven lc-short-buffer
	((struct hdr *)((u8 *)message + 20))->id = 1; // verdict: overlay struct hdr open lc-short-buffer
}

u32 parsed(const struct nlmsghdr *nlh, struct nlattr *tb[])
{
	if (__nlmsg_parse(nlh, 8, tb, 1, 0, 0, 0) < 0)
		return 0;
	return ((const struct hdr *)nlmsg_data(nlh))->id; // verdict: overlay struct hdr proven lc-short-buffer because __nlmsg_parse
}

u32 parsed_too_little(const struct nlmsghdr *nlh, struct nlattr *tb[])
{
	if (__nlmsg_parse(nlh, 4, tb, 1, 0, 0, 0) < 0)
		return 0;
	return ((const struct hdr *)nlmsg_data(nlh))->id; // warning: needs 24 bytes of 'nlh'.*20 known [lc-short-buffer]
}

u32 extra(char *buffer, unsigned size)
{
	void *found;

	if (__usb_get_extra_descriptor(buffer, size, 1, &found, sizeof(struct hdr)))
		return 0;
	return ((struct hdr *)found)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Bytes and their number. */
#define HANDS_OUT(name, type_t, ...)                            \
	u32 name##_enough(const void *from)                     \
	{                                                       \
		type_t n;                                       \
		const u8 *bytes = name(__VA_ARGS__);            \
                                                                \
		if (!bytes || n < (type_t)8)                    \
			return 0;                               \
		return ((const struct hdr *)bytes)->id;         \
	}                                                       \
	u32 name##_too_few(const void *from)                    \
	{                                                       \
		type_t n;                                       \
		const u8 *bytes = name(__VA_ARGS__);            \
                                                                \
		if (!bytes || n < (type_t)4)                    \
			return 0;                               \
		return ((const struct hdr *)bytes)->id;         \
	}

HANDS_OUT(nvmem_cell_read, size_t, (void *)from, &n) // warning: needs 8 bytes of 'bytes'.*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
HANDS_OUT(of_get_property, int, from, "reg", &n) // warning: needs 8 bytes of 'bytes'.*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer

#define GIVES(name, enough, too_few)           \
	void name##_gives(void)                \
	{                                      \
		u8 *bytes = name enough;       \
                                               \
		((struct hdr *)bytes)->id = 1; \
	}                                      \
	void name##_gives_too_few(void)        \
	{                                      \
		u8 *bytes = name too_few;      \
                                               \
		((struct hdr *)bytes)->id = 1; \
	}

GIVES(dma_alloc_coherent, (0, 8, 0, 0), (0, 4, 0, 0)) // warning: needs 8 bytes of 'bytes'.*only 4 [lc-short-buffer]
GIVES(dma_alloc_attrs, (0, 8, 0, 0, 0), (0, 4, 0, 0, 0)) // warning: needs 8 bytes of 'bytes'.*only 4 [lc-short-buffer]
GIVES(usb_alloc_coherent, (0, 8, 0, 0), (0, 4, 0, 0)) // warning: needs 8 bytes of 'bytes'.*only 4 [lc-short-buffer]

/* A buffer that is filled in part. */
#define FILLS(name, ...)                              \
	u32 name##_enough(void *from)                 \
	{                                             \
		u8 buf[64];                           \
                                                      \
		if (name(__VA_ARGS__) < 8)            \
			return 0;                     \
		return ((struct hdr *)buf)->id;       \
	}                                             \
	u32 name##_too_few(void *from)                \
	{                                             \
		u8 buf[64];                           \
                                                      \
		if (name(__VA_ARGS__) < 4)            \
			return 0;                     \
		return ((struct hdr *)buf)->id;       \
	}

FILLS(copy_from_iter, buf, sizeof(buf), from) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
FILLS(simple_write_to_buffer, buf, sizeof(buf), 0, from, 64) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
FILLS(kernel_read, from, buf, sizeof(buf), 0) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
FILLS(usb_control_msg, from, 0, 0, 0, 0, 0, buf, sizeof(buf), 0) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
FILLS(usb_get_descriptor, from, 1, 0, buf, sizeof(buf)) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
FILLS(i2c_master_recv, from, (char *)buf, sizeof(buf)) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
FILLS(i2c_smbus_read_i2c_block_data, from, 1, sizeof(buf), buf) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer

#define TRANSFERS(name)                                            \
	u32 name##_too_few(struct usb_device *dev)                 \
	{                                                          \
		u8 buf[64];                                        \
		int n;                                             \
                                                                   \
		if (name(dev, 0, buf, sizeof(buf), &n, 0) || n < 4) \
			return 0;                                  \
		return ((struct hdr *)buf)->id;                    \
	}

TRANSFERS(usb_bulk_msg) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]
TRANSFERS(usb_interrupt_msg) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]

/* A layer's own area in a socket buffer has 48 bytes. */
struct fits_cb {
	u32 id;
	u8 rest[44];
};

struct fits_not_cb {
	u32 rest[12], id;
};

u32 control_block(struct sk_buff *skb)
{
	return ((struct fits_cb *)skb->cb)->rest[43]; // verdict: overlay struct fits_cb proven lc-short-buffer because 48 bytes
}

u32 control_block_too_large(struct sk_buff *skb)
{
	return ((struct fits_not_cb *)skb->cb)->id; // warning: needs 52 bytes of 'skb->cb'.*which has only 48 [lc-short-buffer]; also verdict: overlay struct fits_not_cb refuted lc-short-buffer
}

u32 start_of_one_too_large(struct sk_buff *skb)
{
	return ((struct fits_not_cb *)skb->cb)->rest[0]; // verdict: overlay struct fits_not_cb proven lc-short-buffer
}

/* Who asks for no bytes wants the pointer. */
u32 asks_for_none(struct sk_buff *skb)
{
	const struct hdr *h = (const struct hdr *)skb_header_pointer(skb, 0, 0, 0); // verdict: overlay struct hdr open lc-short-buffer because 0 known

	return h ? h->id : 0;
}
