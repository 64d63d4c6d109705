// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A finding about a type is suppressed where the type is defined, by a comment or
 * by an attribute of it.
 */
typedef unsigned char u8;
typedef unsigned int u32;

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

/* layoutcheck: allow(lc-implicit-padding) the device has these three bytes as well */
struct by_comment {
	u8 type;
	u32 length;
};
VIEW(by_comment, struct by_comment)

struct __attribute__((lc_allow("lc-implicit-padding", "so does this one"))) by_attribute {
	u8 type;
	u32 length;
};
VIEW(by_attribute, struct by_attribute)

typedef struct by_typedef {
	u8 type;
	u32 length;
} __attribute__((lc_allow("lc-implicit-padding", "and this one"))) by_typedef;
VIEW(view_by_typedef, by_typedef)

// layoutcheck: allow(lc-misaligned) that is another rule
struct another_rule { // warning: 3 bytes of padding before 'length' [lc-implicit-padding]
	u8 type;
	u32 length;
};
VIEW(another_rule, struct another_rule)

/* Where it is viewed says nothing of the type. */
struct at_the_cast { // warning: 3 bytes of padding before 'length' [lc-implicit-padding]
	u8 type;
	u32 length;
};
/* layoutcheck: allow(lc-implicit-padding) a type is not what a cast makes of it */
VIEW(at_the_cast, struct at_the_cast)
