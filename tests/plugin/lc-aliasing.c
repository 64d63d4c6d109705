// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-aliasing: declared objects that are accessed as another type.
 */
// options: -fstrict-aliasing
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef u32 __attribute__((may_alias)) u32_alias;

void *memcpy(void *to, const void *from, unsigned long n);
void look(void *at);
void *malloc(unsigned long size);
void free(void *memory);

struct pair {
	u16 low, high;
	u8 bytes[4];
	float f;
};

struct id {
	u32 id;
};

union either {
	float f;
	u32 bits;
};

u32 as_integer(float value)
{
	float f = value; // note: 'f' is declared here

	return *(u32 *)&f; // warning: 'f', declared as float, is read as u32: under -fstrict-aliasing .* different objects [lc-aliasing]
}

/* A parameter is an object as well. */
u32 of_parameter(float value) // note: 'value' is declared here
{
	return *(u32 *)&value; // warning: 'value', declared as float, is read as u32 [lc-aliasing]
}

u32 as_bytes(float value)
{
	float f = value;

	return ((u8 *)&f)[0]; // verdict: none
}

u32 as_alias(float value)
{
	float f = value;

	return *(u32_alias *)&f; // verdict: none
}

u32 copied(float value)
{
	float f = value;
	u32 bits;

	memcpy(&bits, &f, sizeof(bits)); // verdict: none
	return bits;
}

u32 in_union(float value)
{
	union either e;

	e.f = value;
	return e.bits; // verdict: none
}

u32 union_by_pointer(float value)
{
	union either e;

	e.f = value;
	look(&e);
	return *(u32 *)&e; // verdict: retype u32 proven lc-aliasing
}

u16 union_as_another(float value)
{
	union either e; // note: declared here

	e.f = value;
	look(&e);
	return *(u16 *)&e; // warning: 'e', declared as union either, is read as u16 [lc-aliasing]
}

/* The other sign is the same type. */
int as_signed(u32 value)
{
	u32 u = value;

	look(&u);
	return *(int *)&u; // verdict: retype int proven lc-aliasing
}

/* So are long and long long of one width to what is asked here, though not to C. */
long long as_long_long(long value)
{
	long l = value;

	look(&l);
	return *(long long *)&l; // verdict: none
}

/* A member: of shorts, of characters, of the type itself. */
void two_shorts(u32 value)
{
	struct pair pair; // note: declared here

	*(u32 *)&pair = value; // warning: 'pair', declared as u16, is written as u32 [lc-aliasing]
	look(&pair);
}

void characters(u32 value)
{
	struct pair pair;

	*(u32 *)pair.bytes = value;
	look(&pair);
}

void itself(float value)
{
	struct pair pair;

	*(float *)((u8 *)&pair + 8) = value;
	look(&pair);
}

/* A record over a scalar of its member's type, and over another one. */
u32 by_record(u32 value)
{
	u32 u = value;

	look(&u);
	return ((struct id *)&u)->id;
}

u32 by_record_of_another(float value)
{
	float f = value; // note: declared here

	look(&f);
	return ((struct id *)&f)->id; // warning: 'f', declared as float, is read as u32 [lc-aliasing]
}

/* A buffer of words, a buffer of bytes, a global one. */
u16 words(void)
{
	u32 buf[4]; // note: declared here

	look(buf);
	return ((u16 *)buf)[2]; // warning: 'buf', declared as u32, is read as u16 [lc-aliasing]
}

static float table[4]; // note: declared here

u32 global(void)
{
	return *(u32 *)&table[1]; // warning: 'table', declared as float, is read as u32 [lc-aliasing]
}

/* What was allocated, or is somebody else's, has no declared type in sight. */
u32 elsewhere(float *f)
{
	return *(u32 *)f; // verdict: none
}

/* Memory has the type that it was last written as: a store of another type changes it, a read does not. */
u32 written_and_read(void *memory, float value)
{
	*(float *)memory = value; // note: is written here
	return *(u32 *)memory; // warning: written as float, is read as u32 [lc-aliasing]
}

u32 allocated(float value)
{
	struct pair *pair = malloc(sizeof(*pair));
	u32 bits;

	if (!pair)
		return 0;
	pair->low = 1;
	pair->f = value; // note: is written here
	pair->high = 2;
	bits = *(u32 *)&pair->f; // warning: written as float, is read as u32 [lc-aliasing]
	free(pair);
	return bits;
}

u32 used_again(void *memory, float value)
{
	*(float *)memory = value;
	*(u32 *)memory = 1;
	return *(u32 *)memory; // verdict: none
}

u32 beside(void *memory, float value)
{
	*(u32 *)memory = 1;
	*(float *)(memory + 4) = value;
	return *(u32 *)memory; // verdict: none
}

/* What somebody else may have written since, or where another pointer may point to. */
u32 handed_out(void *memory, float value)
{
	*(float *)memory = value;
	look(memory);
	return *(u32 *)memory; // verdict: none
}

u32 by_another(float *f, u32 *bits, float value)
{
	*f = value;
	*bits = 1;
	return *(u32 *)f; // verdict: none
}

u32 copied_in(void *memory, float value)
{
	memcpy(memory, &value, sizeof(value));
	return *(u32 *)memory; // verdict: none
}

u32 union_behind(union either *e, float value)
{
	e->f = value;
	return e->bits; // verdict: none
}

u32 written_as_alias(void *memory, u32 value)
{
	*(u32_alias *)memory = value;
	return *(float *)memory > 0; // verdict: none
}

__attribute__((optimize("no-strict-aliasing"))) u32 not_strict(float value)
{
	float f = value;

	return *(u32 *)&f; // verdict: none
}
