// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-invalid-value: members that not every bit pattern is a value of, in a type
 * that bytes from outside are read as.
 */
#include <stdbool.h>

typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long long u64;

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

/* A bool. */
struct with_bool { // warning: 'struct with_bool': 'urgent' is a bool, which only 0 and 1 are valid for [lc-invalid-value]
	u8 type;
	bool urgent;
};
VIEW(with_bool, struct with_bool)

struct with_byte {
	u8 type;
	u8 urgent;
};
VIEW(with_byte, struct with_byte)

/* Of one bit it is 0 or 1. */
struct __attribute__((packed)) with_bit { // warning: which bits 'urgent:1' has [lc-bitfield-layout]
	u8 type;
	bool urgent : 1;
	u8 : 7;
};
VIEW(with_bit, struct with_bit)

struct with_wide_bit { // warning: 'urgent' is a bool [lc-invalid-value]
	u8 type;
	bool urgent;
	bool late;
};
VIEW(with_wide_bit, struct with_wide_bit)

/* A pointer: a matter of its value first, and of its width only after that. */
struct with_pointer { // warning: 'struct with_pointer': 'next' is a pointer, which these bytes would choose [lc-invalid-value]
	u64 id;
	void *next;
};
VIEW(with_pointer, struct with_pointer)

struct with_address {
	u64 id;
	u64 next;
};
VIEW(with_address, struct with_address)

/* A function. */
struct with_function { // warning: 'done' is a pointer to a function, which these bytes would choose [lc-invalid-value]
	u64 id;
	void (*done)(int);
};
VIEW(with_function, struct with_function)

/* In an array, in a record without a name, in a union. */
struct with_array { // warning: 'flags' is a bool [lc-invalid-value]
	bool flags[4];
};
VIEW(with_array, struct with_array)

struct with_part { // warning: 'part.on' is a bool [lc-invalid-value]
	struct {
		u8 number;
		bool on;
	} part;
};
VIEW(with_part, struct with_part)

struct with_union { // warning: 'on' is a bool [lc-invalid-value]
	union {
		u8 raw;
		bool on;
	};
};
VIEW(with_union, struct with_union)

struct with_bytes {
	union {
		u8 raw;
		signed char small;
	};
};
VIEW(with_bytes, struct with_bytes)

/* An enum is a matter of its width, not of its values. */
enum __attribute__((packed)) kind { FIRST, SECOND };
struct with_enum {
	enum kind kind;
	u8 rest[3];
};
VIEW(with_enum, struct with_enum)

/* What is only written is valid. */
struct written {
	u8 type;
	bool urgent;
};
void written(struct sk_buff *skb)
{
	struct written *w = (struct written *)skb->data;

	if (skb->len < sizeof(*w))
		return;
	w->type = 1;
	w->urgent = true;
}

struct read_back { // warning: 'urgent' is a bool [lc-invalid-value]
	u8 type;
	bool urgent;
};
bool read_back(struct sk_buff *skb)
{
	struct read_back *r = (struct read_back *)skb->data;

	if (skb->len < sizeof(*r))
		return false;
	r->type = 1;
	return r->urgent;
}

/* The program's own bytes: a control block in a buffer that is handed about. */
struct carrier {
	u8 control[48];
};
struct control {
	struct sk_buff *parent;
	bool last;
};
bool control(struct carrier *carrier)
{
	return ((struct control *)carrier->control)->last;
}
