// SPDX-License-Identifier: GPL-2.0-or-later
// model: model.yaml
/*
 * lc-short-buffer: what a model says of calls: guards of each sort, moves,
 * sources that leave a pointer, accessors, allocators.
 */
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long size_t;

struct hdr {
	u32 type, id;
};

struct holder {
	u8 *bytes;
	size_t held;
};

struct frame {
	struct {
		u8 *words;
		u32 n;
	} in;
};

struct span {
	u8 *data, *data_end;
};

struct attribute {
	u32 size;
};

int ensure(struct holder *f, size_t n);
long at_least(struct holder *f, size_t n);
_Bool fits(size_t have, size_t want);
int lacks(size_t have, size_t want);
int count_fits(size_t have, size_t n);
int advance(struct holder *f, size_t n);
void skip(struct holder *f, size_t n);
int flatten(struct holder *f);
void cut(struct holder *f, size_t n);
void *table(size_t n, size_t size);
int load(const char *name, void **to, size_t *size);
void *peek(int from);
void *body(struct holder *f);
void *after_head(void *p);
void *claimed(struct attribute *a);
void *grab(size_t n);
void touch(void);

/* Zero is success. */
u32 zero_is_success(struct holder *f)
{
	if (ensure(f, sizeof(struct hdr)))
		return 0;
	return ((struct hdr *)f->bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer because ensure \(…, 8\)
}

u32 zero_is_success_kept_in_a_variable(struct holder *f)
{
	int error = ensure(f, 8);

	if (error != 0)
		return 0;
	return ((struct hdr *)f->bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 failure_proves_nothing(struct holder *f)
{
	if (ensure(f, 8))
		return ((struct hdr *)f->bytes)->id; // verdict: overlay struct hdr open lc-short-buffer
	return 0;
}

u32 too_little_ensured(struct holder *f)
{
	if (ensure(f, 4))
		return 0;
	return ((struct hdr *)f->bytes)->id; // warning: needs 8 bytes of 'f->bytes' .*4 known [lc-short-buffer]
}

/* What is cut off may be all that was not zero. */
u32 a_narrowed_result_is_not_the_result(struct holder *f)
{
	if ((u8)ensure(f, 8))
		return 0;
	return ((struct hdr *)f->bytes)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* Not negative is success. */
u32 not_negative_is_success(struct holder *f)
{
	long got = at_least(f, 8);

	if (got < 0)
		return 0;
	return ((struct hdr *)f->bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 more_than_not_negative(struct holder *f)
{
	if (at_least(f, 8) > 3)
		return ((struct hdr *)f->bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer
	return 0;
}

u32 nonzero_may_be_negative(struct holder *f)
{
	if (at_least(f, 8))
		return ((struct hdr *)f->bytes)->id; // verdict: overlay struct hdr open lc-short-buffer
	return 0;
}

/* Guards that compare arguments. */
u32 arguments_compared(const u8 *buf, size_t len)
{
	if (!fits(len, 8))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer because fits
}

u32 arguments_the_wrong_way_round(const u8 *buf, size_t len)
{
	if (!fits(8, len))
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 negative_says_so(const u8 *buf, size_t len)
{
	if (lacks(len, 8) >= 0)
		return 0;
	return ((const struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 a_count_of_eight_bytes_each(const u8 *buf, size_t len)
{
	if (count_fits(len, 2) < 1)
		return 0;
	return ((const struct hdr *)buf)[1].id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 a_count_that_is_too_small(const u8 *buf, size_t len)
{
	if (count_fits(len, 1) <= 0)
		return 0;
	return ((const struct hdr *)buf)[1].id; // warning: needs 16 bytes of 'buf' .*8 known [lc-short-buffer]
}

/* What is pulled is gone, what was there before is there after. */
u32 pulled_and_enough_left(struct holder *f)
{
	if (f->held < 12)
		return 0;
	skip(f, 4);
	return ((struct hdr *)f->bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 pulled_and_too_little_left(struct holder *f)
{
	if (f->held < 11)
		return 0;
	skip(f, 4);
	return ((struct hdr *)f->bytes)->id; // verdict: overlay struct hdr open lc-short-buffer because 7 known
}

u32 pulling_compares(struct holder *f)
{
	const struct hdr *h = (const struct hdr *)f->bytes; // verdict: overlay struct hdr proven lc-short-buffer because advance

	if (advance(f, sizeof(*h)))
		return 0;
	return h->id;
}

u32 pulling_that_failed(struct holder *f)
{
	const struct hdr *h = (const struct hdr *)f->bytes; // verdict: overlay struct hdr open lc-short-buffer

	if (advance(f, sizeof(*h)))
		return h->id; // warning: needs 8 bytes of 'f->bytes' [lc-short-buffer]
	return 0;
}

u32 kept_where_it_succeeded(struct holder *f)
{
	if (f->held < 8 || flatten(f))
		return 0;
	return ((struct hdr *)f->bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* What is cut off is no longer counted, and still there. */
u32 behind_what_is_left(struct holder *f)
{
	if (f->held < 8)
		return 0;
	cut(f, f->held - 8);
	return ((struct hdr *)(f->bytes + f->held))->id; // verdict: overlay struct hdr proven lc-short-buffer because cut
}

u32 too_little_cut_off(struct holder *f)
{
	if (f->held < 8)
		return 0;
	cut(f, f->held - 7);
	return ((struct hdr *)(f->bytes + f->held))->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 compared_after_the_cut(struct holder *f, size_t n)
{
	cut(f, n);
	if (f->held < 8)
		return 0;
	return ((struct hdr *)f->bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* There may be less than what it is cut to. */
u32 only_cut(struct holder *f)
{
	cut(f, 8);
	return ((struct hdr *)f->bytes)->id; // warning: its length 'f->held' is not compared with anything before [lc-short-buffer]
}

u32 an_unknown_call_keeps_nothing(struct holder *f)
{
	if (f->held < 8)
		return 0;
	touch();
	return ((struct hdr *)f->bytes)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* Bytes by a product, and by a pointer that is left somewhere. */
u32 a_product(void)
{
	return ((struct hdr *)table(4, 4))[1].id; // verdict: overlay struct hdr proven lc-short-buffer because 4 \* 4 bytes
}

u32 past_a_product(void)
{
	return ((struct hdr *)table(3, 4))[1].id; // verdict: overlay struct hdr open lc-short-buffer because 12 known
}

u32 left_in_a_variable(void)
{
	size_t size;
	void *bytes;

	if (load("a", &bytes, &size))
		return 0;
	if (size < 8)
		return 0;
	return ((struct hdr *)bytes)->id; // verdict: overlay struct hdr proven lc-short-buffer because load gives 'size' bytes
}

u32 left_in_a_variable_but_too_few(void)
{
	size_t size;
	void *bytes;

	if (load("a", &bytes, &size))
		return 0;
	if (size < 7)
		return 0;
	return ((struct hdr *)bytes)->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 left_in_a_variable_if_at_all(void)
{
	size_t size;
	void *bytes;

	load("a", &bytes, &size);
	if (size < 8)
		return 0;
	return ((struct hdr *)bytes)->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 a_size_of_its_own(void)
{
	return ((struct hdr *)peek(1))[1].id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 past_a_size_of_its_own(void)
{
	return ((struct hdr *)peek(1))[2].id; // verdict: overlay struct hdr open lc-short-buffer
}

/* Accessors: a view of what something else holds. */
u32 a_view_of_a_pair(struct holder *f)
{
	const struct hdr *h = body(f); // verdict: overlay struct hdr proven lc-short-buffer because f->held

	if (f->held < sizeof(*h))
		return 0;
	return h->id;
}

u32 a_view_of_a_pair_compared_before(struct holder *f)
{
	if (f->held < sizeof(struct hdr))
		return 0;
	return ((const struct hdr *)body(f))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 a_view_that_nothing_guards(struct holder *f)
{
	return ((const struct hdr *)body(f))->id; // warning: needs 8 bytes of 'f->bytes' [lc-short-buffer]
}

u32 a_view_of_an_argument(u8 *buf, size_t len)
{
	if (len < 12)
		return 0;
	return ((const struct hdr *)after_head(buf))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 a_view_past_an_argument(u8 *buf, size_t len)
{
	if (len < 11)
		return 0;
	return ((const struct hdr *)after_head(buf))->id; // warning: needs 12 bytes of 'buf' .*11 known [lc-short-buffer]
}

u32 what_it_claims_was_checked(struct attribute *a)
{
	if (a->size < 12)
		return 0;
	return ((const struct hdr *)claimed(a))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A product of members, one of them within another; an end. */
u32 words_within(struct frame *f)
{
	if (f->in.n < 2)
		return 0;
	return ((const struct hdr *)f->in.words)->id; // verdict: overlay struct hdr proven lc-short-buffer because f->in.n \* 4
}

u32 too_few_words_within(struct frame *f)
{
	if (f->in.n < 1)
		return 0;
	return ((const struct hdr *)f->in.words)->id; // warning: needs 8 bytes of 'f->in.words' .*4 known [lc-short-buffer]
}

u32 up_to_an_end(struct span *s)
{
	const struct hdr *h = (const struct hdr *)s->data; // verdict: overlay struct hdr proven lc-short-buffer

	if (s->data_end - s->data < (long)sizeof(*h))
		return 0;
	return h->id;
}

u32 up_to_an_end_by_pointers(struct span *s)
{
	const struct hdr *h = (const struct hdr *)s->data; // verdict: overlay struct hdr proven lc-short-buffer

	if ((u8 *)(h + 1) > s->data_end)
		return 0;
	return h->id;
}

/* What an allocator gives is no byte buffer until it is used as one. */
u32 allocated(void)
{
	u8 *p = grab(8);

	p[0] = 1;
	return ((struct hdr *)p)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 too_few_allocated(void)
{
	u8 *p = grab(4);

	p[0] = 1;
	return ((struct hdr *)p)->id; // warning: needs 8 bytes of 'p' .*only 4 [lc-short-buffer]
}

struct hdr *a_cookie(void)
{
	struct hdr *h = grab(sizeof(*h)); // verdict: none

	h->id = 1;
	return h;
}

/* What an allocator gives is aligned as the model says. */
void *grab_pages(size_t n);
void *grab_aligned(size_t n, size_t to);

u32 aligned_as_the_model_says(void)
{
	u8 *p = grab_pages(64);

	return *(u32 *)(p + 60); // verdict: overlay u32 proven lc-misaligned because what 'grab_pages' returns is known to be aligned to 4096
}

u32 aligned_as_the_call_says(void)
{
	u8 *p = grab_aligned(64, 4);

	return *(u32 *)(p + 60); // verdict: overlay u32 proven lc-misaligned
}

u32 aligned_for_less(void)
{
	u8 *p = grab_aligned(64, 2);

	return *(u32 *)(p + 60); // verdict: overlay u32 open lc-misaligned because 2 known
}

u32 aligned_as_nobody_says(void)
{
	u8 *p = grab(64);

	return *(u32 *)(p + 60); // verdict: overlay u32 open lc-misaligned because 1 known
}
