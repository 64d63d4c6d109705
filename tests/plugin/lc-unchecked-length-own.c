// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-unchecked-length is silent on lengths that a function has written itself,
 * that were compared in a form of their own, or that belong to objects of the
 * program. Each stands beside one that is flagged.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef u16 __le16;
typedef u32 __le32;

struct sk_buff {
	u32 len;
	u8 *head;
	u8 *data;
};

struct ndp {
	__le32 signature;
	__le16 length;
	__le16 next;
};

void use(u32);

/* Who builds the chain follows it: what links it stands below. */
struct ndp *appends_to_a_chain(struct sk_buff *skb, u32 signature)
{
	struct ndp *ndp = NULL;
	size_t offset = ((struct ndp *)skb->data)->next;

	while (offset) {
		ndp = (struct ndp *)(skb->data + offset);
		if (ndp->signature == signature)
			return ndp;
		offset = ndp->next;
	}
	if (ndp)
		ndp->next = (u16)skb->len;
	return NULL;
}

/* Who turns the bytes around in place has written nothing of his own. */
void follows_a_chain(struct sk_buff *skb)
{
	struct ndp *ndp = (struct ndp *)skb->data;
	size_t offset;

	if (skb->len < sizeof(*ndp))
		return;
	ndp->next = __builtin_bswap16(ndp->next);
	offset = ndp->next;
	use(*(u8 *)(skb->data + offset)); // warning: as 'ndp->next' says.*not compared [lc-unchecked-length]
}

/* A bound from above and one from below, which the compiler makes one comparison of. */
struct allocation {
	__le32 id;
	__le32 size;
};

u32 sizes[6];

void within_a_range(struct sk_buff *skb)
{
	struct allocation *a = (struct allocation *)skb->data;

	if (skb->len < sizeof(*a))
		return;
	if (a->id == 0 || a->id >= 6)
		return;
	sizes[a->id] = a->size;
}

void within_too_large_a_range(struct sk_buff *skb)
{
	struct allocation *a = (struct allocation *)skb->data;

	if (skb->len < sizeof(*a))
		return;
	if (a->id == 0 || a->id > 6)
		return;
	sizes[a->id] = a->size; // warning: as 'a->id' says.*compared with too much [lc-unchecked-length]
}

/* How far a cursor has come is compared with the size of a ring's buffers. */
struct tlv {
	__le32 header;
};

void as_far_as_the_buffer(struct sk_buff *skb)
{
	u8 *cursor = skb->data;

	if (skb->len < sizeof(struct tlv))
		return;
	do {
		struct tlv *tlv = (struct tlv *)cursor;
		u16 length = tlv->header & 0xffff;

		use(tlv->header >> 16);
		cursor += sizeof(*tlv) + length;
		if (cursor - skb->data >= 2048)
			break;
	} while (1);
}

void as_far_as_the_records_say(struct sk_buff *skb)
{
	u8 *cursor = skb->data;
	struct tlv *tlv;

	if (skb->len < sizeof(*tlv))
		return;
	do {
		tlv = (struct tlv *)cursor;
		use(tlv->header >> 16); // warning: of the records before it says [lc-unchecked-length]
		cursor += sizeof(*tlv) + (tlv->header & 0xffff);
	} while (tlv->header >> 16);
}

/* The same, with what a file holds: short by what a record's header needs, and no more. */
struct firmware {
	size_t size;
	const u8 *data;
};

void as_far_as_the_file(const struct firmware *fw)
{
	const u8 *cursor = fw->data;

	while (cursor - fw->data < fw->size) {
		const struct tlv *tlv = (const struct tlv *)cursor;

		use(tlv->header); // warning: needs 4 bytes [lc-short-buffer]
		cursor += sizeof(*tlv) + (tlv->header & 0xffff);
	}
}

/* What is left is signed, and may go below nothing. */
struct element {
	u8 id;
	u8 length;
	u8 data[];
};

void as_long_as_something_is_left(const u8 *elements, u32 elements_len)
{
	const struct element *element = (const struct element *)elements;
	int left = (int)elements_len;

	if (left <= 2)
		return;
	while (element) {
		use(element->id);
		left -= element->length + 2;
		if (left <= 2)
			element = NULL;
		else
			element = (const struct element *)(element->data + element->length);
	}
}

/* A sum that does not wrap, out of a function. */
static inline size_t size_add(size_t one, size_t other)
{
	size_t sum;

	return __builtin_add_overflow(one, other, &sum) ? ~(size_t)0 : sum;
}

void as_a_function_adds(const u8 *elements, u16 elements_len)
{
	const struct element *element = (const struct element *)elements;
	int left = elements_len;

	while (left > 2) {
		u8 length = element->length;

		if (size_add(sizeof(*element), length) > left)
			return;
		use(element->id);
		left -= sizeof(*element) + length;
		element = (const struct element *)(element->data + length);
	}
}

/* The first member stands for all that follows it. */
struct message {
	u8 protocol[4];
	__le16 data_offset;
	__le16 data_length;
	u8 parameters[26];
};

u32 counted_from_the_first_member(struct message *m, u32 m_len)
{
	u32 offset = m->data_offset;

	if (m_len < sizeof(*m) || offset < 36 || offset > m_len - 4)
		return 0;
	return *(u32 *)((char *)&m->protocol + offset);
}

/* Two arrays of one structure, the first of which is where the structure is. */
struct duplicates {
	u16 sequence[9];
	u8 frame[9];
};

void second_array(struct duplicates *d, struct sk_buff *skb)
{
	u8 tid;

	if (skb->len < 1)
		return;
	tid = skb->data[0];
	memset(d->sequence, 0xff, sizeof(d->sequence));
	if (tid < 9) {
		d->sequence[tid] = 1;
		d->frame[tid] = 1;
	}
}

/* What the program keeps behind a packet is its own: it holds addresses. */
struct kept_behind {
	u16 segments;
	struct kept_behind *more;
};

u32 per_segment[8];

u32 own_object(struct sk_buff *skb)
{
	struct kept_behind *kept = (struct kept_behind *)(skb->head + 128);

	return per_segment[kept->segments];
}

/* Kept in a member before, perhaps after it was looked at. */
struct answer {
	u32 attributes_len;
	u8 attributes[256];
};

struct attribute {
	__le32 next;
	__le32 value;
};

u32 kept_attributes(struct answer *answer)
{
	struct attribute *a = (struct attribute *)answer->attributes;
	u32 next = 0, sum = 0;

	do {
		a = (struct attribute *)((u8 *)a + next);
		next = a->next;
		sum += a->value;
	} while (next);
	return sum;
}

/* An array without bounds is viewed twice. */
struct counted {
	u32 count;
	u8 bytes[];
};

u32 twice(struct counted *c, unsigned which)
{
	u32 sum = ((struct tlv *)c->bytes)->header;

	return which ? sum + ((struct allocation *)c->bytes)->id : sum;
}
