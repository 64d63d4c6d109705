// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: comparisons of neighbouring members, which the compiler makes one of.
 */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

union acpi_object {
	u32 type;
	struct {
		u32 type;
		u32 length;
		u8 *pointer;
	} buffer;
};

struct time {
	u8 bytes[16];
};

union acpi_object *evaluate(void);

u32 both_compared(void)
{
	const union acpi_object *o = evaluate();
	const struct time *t;

	if (o->type != 3 || o->buffer.length != sizeof(*t))
		return 0;
	t = (const struct time *)o->buffer.pointer; // verdict: overlay struct time proven lc-short-buffer because length == 16
	return t->bytes[15];
}

u32 both_compared_the_other_way(void)
{
	const union acpi_object *o = evaluate();

	if (o->type == 3 && o->buffer.length == sizeof(struct time))
		return ((const struct time *)o->buffer.pointer)->bytes[15]; // verdict: overlay struct time proven lc-short-buffer
	return 0;
}

u32 compared_with_too_little(void)
{
	const union acpi_object *o = evaluate();

	if (o->type == 3 && o->buffer.length == sizeof(struct time) - 1)
		return ((const struct time *)o->buffer.pointer)->bytes[15]; // warning: needs 16 bytes [lc-short-buffer]
	return 0;
}

/* Of what one of two says, neither is known. */
u32 one_of_both(void)
{
	const union acpi_object *o = evaluate();

	if (o->type == 3 || o->buffer.length == sizeof(struct time))
		return ((const struct time *)o->buffer.pointer)->bytes[15]; // verdict: overlay struct time open lc-short-buffer
	return 0;
}

struct output {
	u32 length;
	void *pointer;
};

int evaluate_to(struct output *output);

/* What a function of this unit left in a variable may have been checked there. */
static int evaluate_checked(struct output *output)
{
	union acpi_object *o;

	if (evaluate_to(output))
		return -1;
	o = output->pointer;
	return o->buffer.length < sizeof(struct time) ? -1 : 0;
}

u32 left_by_a_function_of_the_unit(void)
{
	struct output output = { 0, 0 };
	union acpi_object *o;

	if (evaluate_checked(&output))
		return 0;
	o = output.pointer;
	return ((const struct time *)o->buffer.pointer)->bytes[15]; // verdict: overlay struct time open lc-short-buffer
}

u32 left_by_another(void)
{
	struct output output = { 0, 0 };
	union acpi_object *o;

	if (evaluate_to(&output))
		return 0;
	o = output.pointer;
	return ((const struct time *)o->buffer.pointer)->bytes[15]; // warning: needs 16 bytes [lc-short-buffer]
}
