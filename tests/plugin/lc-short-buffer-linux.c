// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: what the built-in model knows of Linux: which field is the
 * length of which, who guards, who hands out bytes.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct hdr {
	u8 type;
	u8 flags;
	u16 length;
	u32 id;
};

struct sk_buff {
	unsigned int len, data_len;
	u8 *head, *data;
};

struct firmware {
	size_t size;
	const u8 *data;
};

struct acpi_subtable_header {
	u8 type;
	u8 length;
};

struct acpi_madt_local_apic {
	struct acpi_subtable_header header;
	u8 processor_id;
	u8 id;
	u32 lapic_flags;
};

_Bool pskb_may_pull(struct sk_buff *skb, unsigned int len);
void *skb_pull_data(struct sk_buff *skb, size_t len);
void *skb_put(struct sk_buff *skb, unsigned int len);
void *skb_pull(struct sk_buff *skb, unsigned int len);
void handle(u32 value);

/* skb->len is the length of skb->data. */
u32 compared(struct sk_buff *skb)
{
	const struct hdr *h = (const struct hdr *)skb->data; // verdict: overlay struct hdr proven lc-short-buffer because skb->len

	if (skb->len < sizeof(*h))
		return 0;
	return h->id;
}

u32 compared_with_too_little(struct sk_buff *skb)
{
	const struct hdr *h = (const struct hdr *)skb->data;

	if (skb->len < 4)
		return 0;
	return h->id; // warning: needs 8 bytes of 'skb->data'.*'skb->len' is compared with too little: 4 known [lc-short-buffer]
}

/* The layer below may have compared what its own layer needs: nothing here says that it has not. */
u32 not_compared(struct sk_buff *skb)
{
	const struct hdr *h = (const struct hdr *)skb->data; // verdict: overlay struct hdr open lc-short-buffer

	return h->id;
}

/* But of what is left once its header is taken off, it knows nothing. */
u32 not_compared_once_pulled(struct sk_buff *skb)
{
	const struct hdr *h;

	skb_pull(skb, 4);
	h = (const struct hdr *)skb->data;
	return h->id; // warning: needs 8 bytes of 'skb->data'.*'skb->len' is not compared [lc-short-buffer]
}

/* By void, and by a variable for the length. */
u32 by_variables(struct sk_buff *skb)
{
	const void *data = skb->data;
	unsigned int len = skb->len;

	if (len < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)data)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A guard of another name. */
u32 pulled(struct sk_buff *skb)
{
	if (!pskb_may_pull(skb, sizeof(struct hdr)))
		return 0;
	return ((const struct hdr *)skb->data)->id; // verdict: overlay struct hdr proven lc-short-buffer because pskb_may_pull
}

u32 pulled_too_little(struct sk_buff *skb)
{
	if (!pskb_may_pull(skb, 4))
		return 0;
	return ((const struct hdr *)skb->data)->id; // warning: needs 8 bytes of 'skb->data' [lc-short-buffer]
}

/* skb_pull() answers with a pointer, or with NULL if there is less. */
u32 pulled_after_the_view(struct sk_buff *skb)
{
	const struct hdr *h = (const struct hdr *)skb->data; // verdict: overlay struct hdr proven lc-short-buffer because skb_pull \(…, 8\)

	if (!skb_pull(skb, sizeof(*h)))
		return 0;
	return h->id;
}

u32 pulled_too_little_after_the_view(struct sk_buff *skb)
{
	const struct hdr *h = (const struct hdr *)skb->data;

	if (!skb_pull(skb, 4))
		return 0;
	return h->id; // warning: needs 8 bytes of 'skb->data' [lc-short-buffer]
}

/* The answer is a view itself, and says that the bytes before it are there. */
u32 both_sides_of_a_pull(struct sk_buff *skb)
{
	const struct hdr *first = (const struct hdr *)skb->data; // verdict: overlay struct hdr proven lc-short-buffer because skb_pull_data \(…, 8\)
	const struct hdr *again = skb_pull_data(skb, sizeof(*again)); // verdict: overlay struct hdr proven lc-short-buffer

	return again ? first->id + again->id : 0;
}

/* What may_pull() has moved is loaded anew; the old pointer is another's. */
u32 pulled_after_the_load(struct sk_buff *skb)
{
	const struct hdr *h = (const struct hdr *)skb->data; // verdict: overlay struct hdr open lc-short-buffer

	if (!pskb_may_pull(skb, sizeof(*h)))
		return 0;
	return h->id;
}

/* A function that hands out bytes, or NULL. */
u32 handed_out(struct sk_buff *skb)
{
	const struct hdr *h = skb_pull_data(skb, sizeof(*h)); // verdict: overlay struct hdr proven lc-short-buffer

	return h ? h->id : 0;
}

u32 handed_out_for_another(struct sk_buff *skb)
{
	const struct hdr *h = skb_pull_data(skb, sizeof(u32)); // verdict: overlay struct hdr proven lc-short-buffer

	return h ? h->type : 0;
}

void put(struct sk_buff *skb)
{
	struct hdr *h = skb_put(skb, sizeof(*h)); // verdict: overlay struct hdr proven lc-short-buffer

	h->id = 1;
}

/* A call in between may change both. */
u32 a_call_in_between(struct sk_buff *skb)
{
	if (skb->len < sizeof(struct hdr))
		return 0;
	skb_pull(skb, 4);
	return ((const struct hdr *)skb->data)->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 a_call_in_between_that_touches_neither(struct sk_buff *skb, u32 value)
{
	const u8 *data = skb->data;

	if (skb->len < sizeof(struct hdr))
		return 0;
	handle(value);
	return ((const struct hdr *)data)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* Firmware: data and size. */
u32 firmware_compared(const struct firmware *fw)
{
	if (fw->size < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)fw->data)->id; // verdict: overlay struct hdr proven lc-short-buffer because fw->size
}

u32 firmware_not_compared(const struct firmware *fw)
{
	return ((const struct hdr *)fw->data)->id; // warning: needs 8 bytes of 'fw->data'.*'fw->size' is not compared [lc-short-buffer]
}

u32 firmware_records(const struct firmware *fw)
{
	const u8 *p = fw->data;
	size_t left = fw->size;
	u32 sum = 0;

	while (left >= sizeof(struct hdr)) {
		sum += ((const struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
		p += sizeof(struct hdr);
		left -= sizeof(struct hdr);
	}
	return sum;
}

/* A header's larger sub-type: its own length says how much there is. */
u32 subtable_compared(struct acpi_subtable_header *header)
{
	struct acpi_madt_local_apic *p = (struct acpi_madt_local_apic *)header; // verdict: overlay struct acpi_madt_local_apic proven lc-short-buffer because header->length

	if (header->length < sizeof(*p))
		return 0;
	return p->lapic_flags;
}

u32 subtable_not_compared(struct acpi_subtable_header *header)
{
	struct acpi_madt_local_apic *p = (struct acpi_madt_local_apic *)header; // verdict: overlay struct acpi_madt_local_apic open lc-short-buffer

	return p->lapic_flags;
}

/* What only logs writes nothing that the program reads: the length is still the one compared. */
__attribute__((format(printf, 1, 2))) int _printk(const char *format, ...);
void somebody(void);

u32 logged_in_between(struct sk_buff *skb)
{
	const struct hdr *h = (const struct hdr *)skb->data; // verdict: overlay struct hdr proven lc-short-buffer because skb->len >= 8

	if (skb->len < 4)
		return 0;
	_printk("type %u\n", h->type);
	if (skb->len < sizeof(*h))
		return 0;
	return h->id;
}

u32 called_in_between(struct sk_buff *skb)
{
	const struct hdr *h = (const struct hdr *)skb->data; // verdict: overlay struct hdr open lc-short-buffer

	if (skb->len < 4)
		return 0;
	somebody();
	if (skb->len < sizeof(*h))
		return 0;
	return h->id;
}

/* What was kept may have been checked when it was: in an object, or in a queue that a call takes it from. */
struct sk_buff *skb_dequeue(void *queue);
int ask(void *device, struct sk_buff **answer);

struct device {
	struct sk_buff *last;
};

u32 kept_in_an_object(struct device *device)
{
	return ((const struct hdr *)device->last->data)->id; // verdict: overlay struct hdr open lc-short-buffer because when it was kept
}

u32 taken_from_a_queue(void *queue)
{
	struct sk_buff *skb = skb_dequeue(queue);

	return ((const struct hdr *)skb->data)->id; // verdict: overlay struct hdr open lc-short-buffer because when it was kept
}

/* An answer that was asked for here is for us to check. */
u32 answered(void *device)
{
	struct sk_buff *skb;

	if (ask(device, &skb))
		return 0;
	return ((const struct hdr *)skb->data)->id; // warning: needs 8 bytes of 'skb->data' [lc-short-buffer]
}
