// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-host-endian: a number is written in the order of the machine into bytes whose
 * format has an order of its own.
 */
// options: -fplugin-arg-layoutcheck-enable=lc-host-endian
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef u16 __le16;
typedef u16 __be16;

#define cpu_to_le16(x) ((__le16)(u16)(x))
#define htons(x) __builtin_bswap16(x)
#define SET(field, value) ((field) = (value))
#define ORDERED htons(8)

struct sk_buff {
	unsigned int len;
	u8 *data;
};
void use(u32 x);

#define VIEW(T, name)                      \
	struct T *name = (void *)skb->data; \
	if (skb->len < sizeof(*name))      \
		return

struct sum { // warning: 'struct sum': 'length' is used as a number in the byte order of the machine, and 'type' is declared big-endian [lc-host-endian]
	__be16 type; // note: 'type' is declared big-endian
	u16 length;
};
void sum(const struct sk_buff *skb, u16 len)
{
	VIEW(sum, h); // note: 'skb->data' \(packet\) is viewed as 'struct sum'
	h->length = len + 4; // note: 'h->length' is set to 'len \+ 4' as it stands
}

struct sum_right {
	__be16 type;
	u16 length, little;
};
void sum_right(const struct sk_buff *skb, u16 len)
{
	VIEW(sum_right, h);
	h->length = htons(len + 4);
	h->little = cpu_to_le16(len + 4);
}

struct constant { // warning: 'struct constant': 'length' is used as a number [lc-host-endian]
	__be16 type;
	u16 length;
};
void constant(const struct sk_buff *skb)
{
	VIEW(constant, h);
	h->length = sizeof(struct constant) + 0x20u; // note: 'h->length' is set to 36 as it stands
}

/* The same in either order, turned by a macro or behind a name, or by whoever set it. */
struct constant_right {
	__be16 type;
	u16 length;
};
void constant_right(const struct sk_buff *skb)
{
	VIEW(constant_right, h);
	h->length = 0;
	h->length = 0x101;
	h->length = htons(8);
	h->length = cpu_to_le16(8);
	h->length = ORDERED;
	SET(h->length, 8);
}

struct besides { // warning: 'struct besides': 'length' is used as a number [lc-host-endian]
	__be16 type;
	u16 length;
};
void besides(const struct sk_buff *skb, u16 len)
{
	VIEW(besides, h);
	if (len > 1500)
		return;
	h->length = len; // note: 'h->length' is set to 'len' as it stands
}

/* Only handed on: its order is that of who gave it. Or counted: who reads it only gives it back. */
struct handed {
	__be16 type;
	u16 tag, id;
};
void handed(const struct sk_buff *skb, u16 tag, u16 *last)
{
	VIEW(handed, h);
	h->tag = tag;
	h->id = ++*last;
}
void handed_little(const struct sk_buff *skb, u16 tag)
{
	VIEW(handed, h);
	if (tag > 1500)
		return;
	h->tag = cpu_to_le16(tag);
}
