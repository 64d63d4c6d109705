// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-bitfield-layout: bit-fields whose order the compiler chooses, in a type that
 * bytes from outside are viewed as.
 */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef u16 __be16;

struct sk_buff {
	unsigned int len;
	u8 *data;
};

void use(const void *view);

#define VIEW(name, T)                              \
	void name(const struct sk_buff *skb)       \
	{                                          \
		const T *view = (const T *)skb->data; \
                                                   \
		if (skb->len >= sizeof(*view))     \
			use(view);                 \
	}

struct one_order { // warning: 'struct one_order': the compiler chooses which bits 'length:4' has [lc-bitfield-layout]
	u8 length : 4, version : 4; // note: which bits 'length:4' has
	u8 rest[3];
};
VIEW(one_order, struct one_order) // note: 'skb->data' \(packet\) is viewed as 'struct one_order'

/* A pair that a macro for the byte order chooses from. */
#define __LITTLE_ENDIAN_BITFIELD
struct both_orders {
#if defined(__LITTLE_ENDIAN_BITFIELD)
	u8 length : 4, version : 4;
#elif defined(__BIG_ENDIAN_BITFIELD)
	u8 version : 4, length : 4;
#else
#error "Which byte order?"
#endif
	u8 rest[3];
};
VIEW(both_orders, struct both_orders)

/* In the other branch, with a comment and a continued line. */
struct other_branch {
#if !defined(__LITTLE_ENDIAN_BITFIELD) && \
	__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ /* not here:
#endif
*/
	u8 version : 4, length : 4;
#else
	u8 length : 4, version : 4;
#endif
	u8 rest[3];
};
VIEW(other_branch, struct other_branch)

/* Another condition chooses nothing. */
struct other_condition { // warning: the compiler chooses which bits 'length:4' has [lc-bitfield-layout]
#ifndef NO_LENGTH
	u8 length : 4, version : 4;
#endif
	u8 rest[3];
};
VIEW(other_condition, struct other_condition)

/* After the pair has ended. */
struct after_pair { // warning: the compiler chooses which bits 'c:4' has [lc-bitfield-layout]
#ifdef __LITTLE_ENDIAN_BITFIELD
	u8 a : 4, b : 4;
#else
	u8 b : 4, a : 4;
#endif
	u8 c : 4, d : 4;
};
VIEW(after_pair, struct after_pair)

/* Two units: two things to mend, one finding for the type. */
struct two_units { // warning: which bits 'a:4' has; and 1 more [lc-bitfield-layout]
	u8 a : 4, b : 4;
	u8 c : 2, d : 6;
};
VIEW(two_units, struct two_units)

/* One alone, in a unit of which it is part. */
struct part_of_unit { // warning: which bits 'flag:1' has [lc-bitfield-layout]
	u8 flag : 1;
	u8 rest[3];
};
VIEW(part_of_unit, struct part_of_unit)

/* One that fills its unit has its place. */
struct full_unit {
	u8 type : 8;
	u16 length : 16;
	u8 rest;
} __attribute__((packed));
VIEW(full_unit, struct full_unit)

/* Bits taken out of a whole unit. */
struct masked {
	u8 version_and_length;
	u8 rest[3];
};
VIEW(masked, struct masked)

/* The order of bits goes with the order of bytes that the type asks for. */
struct __attribute__((scalar_storage_order("big-endian"))) ordered {
	u16 a : 4, b : 12;
	u16 c;
};
VIEW(ordered, struct ordered)

/* In a record without a name; in one that has a name of its own. */
struct nested { // warning: 'struct nested': .* 'flags.a:1' has [lc-bitfield-layout]
	u16 id;
	struct {
		u8 a : 1, b : 7;
	} flags;
	u8 rest;
};
VIEW(nested, struct nested)

struct flags { // warning: 'struct flags': .* 'a:1' has [lc-bitfield-layout]
	u8 a : 1, b : 7;
};
struct with_flags {
	u16 id;
	struct flags flags;
	u8 rest;
};
VIEW(with_flags, struct with_flags)

/* The program's own flags. */
struct internal {
	u8 a : 1, b : 7;
};
int internal(const struct internal *own)
{
	return own->a;
}
