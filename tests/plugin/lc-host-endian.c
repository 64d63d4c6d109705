// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-host-endian: a number out of bytes from outside is used in the order of the
 * machine, while the unit shows that the format has an order of its own.
 */
// options: -fplugin-arg-layoutcheck-enable=lc-host-endian
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef u16 __le16;
typedef u32 __le32;
typedef u16 __be16;
typedef u32 __be32;

#define le16_to_cpu(x) ((u16)(__le16)(x))
#define le32_to_cpu(x) ((u32)(__le32)(x))
#define cpu_to_le16(x) ((__le16)(u16)(x))
#define be16_to_cpu(x) __builtin_bswap16(x)
#define be32_to_cpu(x) __builtin_bswap32(x)
#define READ_ONCE(x) (*(const volatile __typeof__(x) *)&(x))
#define unlikely(x) __builtin_expect(!!(x), 0)
#define min(a, b) ((a) < (b) ? (a) : (b))
u16 ntohs(u16 x);
u16 htons(u16 x);
void use(u32 x);

struct sk_buff {
	unsigned int len;
	u8 *data;
};

/* Only what is said of byte order is asked here. */
#define VIEW(T, name)                                  \
	const struct T *name = (const void *)skb->data; \
	if (skb->len < sizeof(*name))                  \
		return 0

/* One member is declared with its order, the other is not, and counts. */
struct mixed { // warning: 'struct mixed': 'length' is used as a number in the byte order of the machine, and 'type' is declared big-endian [lc-host-endian]
	__be16 type; // note: 'type' is declared big-endian
	u16 length; // note: 'length' is used as a number
};
int mixed(const struct sk_buff *skb)
{
	VIEW(mixed, h); // note: 'skb->data' \(packet\) is viewed as 'struct mixed'
	if (h->length > 1500) // note: 'h->length' is compared with 1500 as it stands
		return -1;
	return 0;
}

/* Both are declared: what is done with them is for Sparse to say. */
struct declared {
	__be16 type;
	__be16 length;
};
int declared(const struct sk_buff *skb)
{
	VIEW(declared, h);
	return be16_to_cpu(h->length) > 1500;
}

/* Declared by nobody: turned in one place, and used as it stands in another. */
struct once { // warning: 'struct once': 'length' is used as a number .*, and its bytes are turned elsewhere [lc-host-endian]
	u16 type;
	u16 length;
};
int once_turned(const struct sk_buff *skb)
{
	VIEW(once, h);
	return ntohs(h->length) > 1500; // note: the bytes of 'h->length' are turned
}
int once_not(const struct sk_buff *skb)
{
	VIEW(once, h);
	if (h->length > 1500) // note: 'h->length' is compared with 1500
		return -1;
	return 0;
}

/* Turned wherever it is used. */
struct always {
	u16 type;
	u16 length;
};
int always(const struct sk_buff *skb)
{
	VIEW(always, h);
	if (ntohs(h->type) > 1500 || __builtin_bswap16(h->type) > 100)
		return -1;
	return ntohs(h->length) > 1500;
}

/* The function comes to nothing on this machine; the macro has been there. */
struct little { // warning: 'struct little': 'count' is used as a number .*, and the bytes of 'length' are turned [lc-host-endian]
	u16 length;
	u16 count;
	u32 table[4];
};
int little(const struct sk_buff *skb)
{
	VIEW(little, h);
	u16 length = le16_to_cpu(h->length); // note: the bytes of 'h->length' are turned
	if (length > 1500)
		return -1;
	if (le32_to_cpu(h->table[1]) > 10)
		return -1;
	for (int i = 0; i < h->count; i++) // note: 'h->count' is compared
		use(i);
	return 0;
}

struct little_right {
	u16 length;
	u16 count;
	u32 offset;
};
int little_right(const struct sk_buff *skb)
{
	VIEW(little_right, h);
	const u8 *p = skb->data + le32_to_cpu(h->offset);
	u16 length = le16_to_cpu(h->length);

	if (unlikely(length > 1500) || p[0])
		return -1;
	return min(le16_to_cpu(h->count), 12) + 1 > 4;
}

/* In what a macro compares the value is as bare as outside. */
struct in_macro { // warning: 'struct in_macro': 'length' is used as a number [lc-host-endian]
	u16 type;
	u16 length;
};
int in_macro(const struct sk_buff *skb)
{
	VIEW(in_macro, h);
	use(be16_to_cpu(h->type));
	if (unlikely(h->length > 1500))
		return -1;
	return 0;
}

/* What a macro without a name does to a value is not known. */
#define GET(x) ((x))
struct by_own_macro {
	u16 type;
	u16 length;
};
int by_own_macro(const struct sk_buff *skb)
{
	VIEW(by_own_macro, h);
	use(be16_to_cpu(h->type));
	return GET(h->length) > 1500;
}

/* Added to a pointer, used as an index, as the length of a copy. */
struct offset { // warning: 'struct offset': 'offset' is used as a number .*; and 2 more [lc-host-endian]
	u16 type;
	u16 offset; // note: 'offset' is used
	u16 index; // note: 'index' is used
	u16 length; // note: 'length' is used
};
int offset(const struct sk_buff *skb, const u8 table[static 65536], u8 *out)
{
	VIEW(offset, h);
	use(be16_to_cpu(h->type));
	use(table[h->index]);
	__builtin_memcpy(out, table, h->length);
	return (skb->data + h->offset * 4)[1]; // note: 'h->offset' is added to .* as it stands
}

/* Each by itself. */
struct index { // warning: 'struct index': 'index' is used as a number [lc-host-endian]
	__be16 type;
	u16 index;
};
extern const u8 names[65536];
int in_table(const struct sk_buff *skb)
{
	VIEW(index, h);
	return names[h->index]; // note: 'h->index' is used as an index as it stands
}
struct copy { // warning: 'struct copy': 'length' is used as a number [lc-host-endian]
	__be16 type;
	u16 length;
};
int copy(const struct sk_buff *skb, u8 *out)
{
	VIEW(copy, h);
	__builtin_memcpy(out, skb->data, h->length); // note: 'h->length' is used as a length as it stands
	return 0;
}
struct offset_right {
	u16 type;
	u16 offset;
	u16 index;
	u16 length;
};
int offset_right(const struct sk_buff *skb, const u8 table[static 65536], u8 *out)
{
	VIEW(offset_right, h);
	use(be16_to_cpu(h->type));
	use(table[be16_to_cpu(h->index)]);
	__builtin_memcpy(out, table, ntohs(h->length));
	return (skb->data + ntohs(h->offset) * 4)[1];
}

/* By hand, in three ways. */
struct by_hand {
	u16 type;
	u16 length;
	u32 size;
	u32 count;
};
int by_hand(const struct sk_buff *skb)
{
	VIEW(by_hand, h);
	u16 length = (u16)(h->length << 8 | h->length >> 8), value = h->type;
	u32 size = h->size;

	size = (size & 0xff) << 24 | (size & 0xff00) << 8 | (size >> 8 & 0xff00) | size >> 24;
	value = (u16)((value & 0xff) << 8 | (value >> 8 & 0xff));
	if (length > 1500 || value > 100 || size > 100)
		return -1;
	return be32_to_cpu(h->count) > 5;
}

/* The same that the program keeps has no order of its own: it was turned where it is. */
struct in_place {
	u16 type;
	u16 length;
};
int in_place(const struct sk_buff *skb)
{
	struct in_place *h = (void *)skb->data;

	if (skb->len < sizeof(*h))
		return 0;
	h->length = ntohs(h->length);
	h->type = ntohs(h->type);
	return h->length > 1500;
}

/* The program's own record, of the same type as on the wire. */
struct own {
	u16 type;
	u16 length;
};
int own_turned(const struct sk_buff *skb, struct own *to)
{
	VIEW(own, h);
	to->length = ntohs(h->length);
	to->type = ntohs(h->type);
	return 0;
}
int own_used(const struct own *o)
{
	return o->length > 1500 || o->type > 3;
}

/* Nothing shows that the format is not the machine's. */
struct native {
	u16 type;
	u16 length;
	u32 id;
};
int native(const struct sk_buff *skb)
{
	VIEW(native, h);
	return h->length > 1500 || h->id > 100 || h->type > 10;
}

/* No number: compared for being the same, masked, copied, ordered among each other. */
struct no_number {
	__be16 type;
	u16 cookie;
	u16 flags;
	u32 key;
};
int no_number(const struct sk_buff *skb, struct no_number *out, u32 key)
{
	VIEW(no_number, h);
	out->cookie = h->cookie;
	if (h->cookie == 0x1234 || h->cookie > 0)
		return 1;
	if (h->key < out->key)
		return 2;
	return h->flags & 0x10;
}

/* The order of the fields' bytes is the type's. */
struct __attribute__((scalar_storage_order("big-endian"))) ordered {
	u16 type;
	u16 length;
};
int ordered(const struct sk_buff *skb)
{
	VIEW(ordered, h);
	use(be16_to_cpu(h->type));
	return h->length > 1500;
}

/* What is stored to it shows the order as well. */
struct stored { // warning: 'struct stored': 'length' is used as a number .*, and its bytes are turned elsewhere [lc-host-endian]
	u16 type;
	u16 length;
};
void store(struct stored *h, u16 n)
{
	h->length = htons(n); // note: what is stored to 'h->length' has its bytes turned
}
int stored(const struct sk_buff *skb)
{
	VIEW(stored, h);
	return h->length > 1500; // note: 'h->length' is compared
}

/* Through a pointer to it. */
u16 get_unaligned_be16(const void *p);
u16 le16_to_cpup(const __le16 *p);
struct by_pointer {
	u16 type;
	u16 length;
};
int by_pointer(const struct sk_buff *skb)
{
	VIEW(by_pointer, h);
	return get_unaligned_be16(&h->length) > 1500 || le16_to_cpup(&h->type) > 5;
}

/* In a record without a name; the first of an array stands for all. */
struct nested { // warning: 'struct nested': 'u.request.length' is used as a number .*, and 'type' is declared little-endian [lc-host-endian]
	__le16 type;
	union {
		struct {
			u16 length;
		} request;
		__le16 status;
	} u;
};
int nested(const struct sk_buff *skb)
{
	VIEW(nested, h);
	return h->u.request.length > 1500;
}
