// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-implicit-padding: bytes that nobody named, between the members of a type
 * that bytes from outside are viewed as, or at its end.
 */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef u16 __be16;
typedef u32 __be32;
typedef u64 __be64;

struct sk_buff {
	unsigned int len;
	u8 *data;
};

void use(const void *view);

/* A function that views a packet as a T. */
#define VIEW(name, T)                              \
	void name(const struct sk_buff *skb)       \
	{                                          \
		const T *view = (const T *)skb->data; \
                                                   \
		if (skb->len >= sizeof(*view))     \
			use(view);                 \
	}

/* Before a member. */
struct gap_hdr { // warning: 'struct gap_hdr': 3 bytes of padding before 'length' [lc-implicit-padding]
	u8 type;
	__be32 length; // note: 3 bytes of padding before 'length'
};
VIEW(gap, struct gap_hdr) // note: 'skb->data' \(packet\) is viewed as 'struct gap_hdr'

struct named_hdr {
	u8 type;
	u8 reserved[3];
	__be32 length;
};
VIEW(named, struct named_hdr)

/* At the end. */
struct tail_hdr { // warning: 'struct tail_hdr': 2 bytes of padding at the end, after 'port' [lc-implicit-padding]
	__be32 address;
	__be16 port;
};
VIEW(tail, struct tail_hdr)

struct whole_hdr {
	__be32 address;
	__be16 port;
	__be16 unused;
};
VIEW(whole, struct whole_hdr)

/* Packed: nothing is left out. */
struct loose_hdr { // warning: 'struct loose_hdr': 1 byte of padding before 'b'; and 2 more [lc-implicit-padding]
	u8 a;
	__be16 b;
	u8 c;
	__be32 d;
	u8 e;
};
VIEW(loose, struct loose_hdr)

struct __attribute__((packed)) packed_hdr {
	u8 a;
	__be16 b;
	u8 c;
	__be32 d;
	u8 e;
};
VIEW(packed, struct packed_hdr)

/* Packed to two: what is left is before what still wants two. */
#pragma pack(push, 2)
struct two_hdr { // warning: 'struct two_hdr': 1 byte of padding before 'b' [lc-implicit-padding]
	u8 a;
	__be32 b;
};
struct two_even_hdr {
	__be16 a;
	__be32 b;
};
#pragma pack(pop)
VIEW(two, struct two_hdr)
VIEW(two_even, struct two_even_hdr)

/* Packed to one, as tables of firmware are, nothing is left out; behind the pop it is as before. */
#pragma pack(push)
#pragma pack(1)
struct one_byte_hdr {
	u8 a;
	__be32 b;
	__be16 c;
};
#pragma pack()
struct unpacked_hdr { // warning: 'struct unpacked_hdr': 3 bytes of padding before 'b' [lc-implicit-padding]
	u8 a;
	__be32 b;
};
#pragma pack(pop)
VIEW(one_byte, struct one_byte_hdr)
VIEW(unpacked, struct unpacked_hdr)

/* A record packed to one holds one that is not: the padding is that one's. */
struct inside_hdr { // warning: 'struct inside_hdr': 2 bytes of padding at the end [lc-implicit-padding]
	__be32 a;
	__be16 b;
};
#pragma pack(push, 1)
struct around_hdr {
	u8 kind;
	struct inside_hdr inside;
};
#pragma pack(pop)
VIEW(around, struct around_hdr)

/* One member packed alone. */
struct one_hdr { // warning: 'struct one_hdr': 1 byte of padding before 'c' [lc-implicit-padding]
	u8 a;
	__be32 b __attribute__((packed));
	__be16 c;
	u8 d;
	u8 e;
};
VIEW(one, struct one_hdr)

/* A flexible array has the bytes at the end, though the size counts them; one that begins behind them has not. */
struct list_hdr {
	__be32 id;
	u8 count;
	u8 items[];
};
VIEW(list, struct list_hdr)

struct full_list_hdr { // warning: 'struct full_list_hdr': 3 bytes of padding before 'items' [lc-implicit-padding]
	__be32 id;
	u8 count;
	__be32 items[];
};
VIEW(full_list, struct full_list_hdr)

/* The record that holds the padding is the one that is named. */
struct inner { // warning: 'struct inner': 3 bytes of padding before 'b' [lc-implicit-padding]
	u8 a;
	u32 b; // note: 3 bytes
};
struct outer {
	u32 id;
	struct inner items[2];
};
VIEW(outer, struct outer) // note: is viewed as 'struct outer', which holds it

/* A record may have its name by a typedef alone, and then it is not anonymous. */
typedef struct { // warning: 'typedef_hdr': 3 bytes of padding before 'length' [lc-implicit-padding]
	u8 type;
	u32 length;
} typedef_hdr;
VIEW(by_typedef, typedef_hdr)

typedef struct { // warning: 'typedef_part': 1 byte of padding before 'b' [lc-implicit-padding]
	u8 a;
	u16 b;
} typedef_part;
typedef struct {
	u16 id, number;
	typedef_part parts[2];
} typedef_whole;
VIEW(of_typedefs, typedef_whole)

/* An anonymous record is its holder's own. */
struct holder { // warning: 'struct holder': 1 byte of padding before 'part.b' [lc-implicit-padding]
	u16 id;
	struct {
		u8 a;
		u16 b;
	} part;
};
VIEW(holder, struct holder)

/* What one member of a union leaves out, another one covers. */
struct covered {
	u32 id;
	union {
		u8 raw[8];
		struct {
			u8 a;
			u32 b;
		} parts;
	};
};
VIEW(covered, struct covered)

union both { // warning: 'union both': 3 bytes of padding at the end [lc-implicit-padding]
	u8 bytes[5];
	u32 word;
};
VIEW(both, union both)

/* Unnamed bit-fields are padding that somebody named; zero-width ones are not. */
struct bits {
	u32 first : 8;
	u32 : 8;
	u32 last : 16;
};
VIEW(bits, struct bits)

struct closed_bits { // warning: 'struct closed_bits': 3 bytes of padding before 'second' [lc-implicit-padding]
	u32 first : 8;
	u32 : 0;
	u32 second;
};
VIEW(closed_bits, struct closed_bits)

/* An alignment that the type asks for is no accident. */
struct asked_for {
	u8 bytes[12];
	u8 last;
} __attribute__((aligned(8)));
VIEW(asked_for, struct asked_for)

struct asked_member {
	u8 first;
	u32 words[4] __attribute__((aligned(16)));
};
VIEW(asked_member, struct asked_member)

/* The same type, never viewed over bytes: an object of the program's own. */
struct internal {
	u8 type;
	u32 length;
};
u32 internal(const struct internal *own)
{
	return own->length + own->type;
}

/* Viewed over bytes of which nothing says that they are from outside. */
struct unknown {
	u8 type;
	u32 length;
};
u32 unknown(const u8 *bytes)
{
	return ((const struct unknown *)bytes)->length;
}

/* But a type whose members all say their byte order says by itself that it is for the wire. */
struct declared { // warning: 'struct declared': 2 bytes of padding before 'length' [lc-implicit-padding]
	__be16 type;
	__be32 length; // note: 2 bytes
};
u32 declared(const u8 *bytes)
{
	return ((const struct declared *)bytes)->length; // note: 'bytes' is viewed as 'struct declared'
}

/* Written into a packet: the padding is sent. */
struct reply { // warning: 'struct reply': 3 bytes of padding before 'value' [lc-implicit-padding]
	u8 type;
	u32 value;
};
void reply(struct sk_buff *skb)
{
	struct reply *r = (struct reply *)skb->data;

	if (skb->len < sizeof(*r))
		return;
	r->type = 1;
	r->value = 2;
}
