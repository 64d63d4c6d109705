// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-register-access: how registers are accessed, and whether they are mapped.
 */
// options: -fplugin-arg-layoutcheck-level=note
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long size_t;

void *ioremap(unsigned long long offset, size_t size);
void *ioremap_cache(unsigned long long offset, size_t size);
void *ioremap_wc(unsigned long long offset, size_t size);
void *memremap(unsigned long long offset, size_t size, unsigned long flags);
void *memcpy(void *to, const void *from, size_t n);
void *memset(void *to, int value, size_t n);
void *kmalloc(size_t size, unsigned flags);
void memcpy_fromio(void *to, const volatile void *from, size_t n);

struct regs {
	u32 control, status, data;
};

typedef struct {
	volatile u32 control, status, data;
} UART_TypeDef;

struct bits {
	volatile u32 enable : 1, mode : 3;
	u32 : 28;
};

/* Integer addresses, plain and volatile. */
u32 plain_address(void)
{
	return ((struct regs *)0x40013800)->status; // warning: a register at '0x40013800', is accessed as plain memory [lc-register-access]
}

u32 volatile_address(void)
{
	return ((volatile struct regs *)0x40013800)->status;
}

void plain_scalar(void)
{
	*(u32 *)0x40013800 = 1; // warning: is accessed as plain memory [lc-register-access]
}

void volatile_scalar(void)
{
	*(volatile u32 *)0x40013800 = 1;
}

/* A block whose members are volatile. */
void volatile_members(void)
{
	((UART_TypeDef *)0x40013800)->control |= 1;
}

/* One finding a block. */
void polled(void)
{
	struct regs *r = (struct regs *)0x40013800;

	while (!(r->status & 1)) // warning: is accessed as plain memory [lc-register-access]
		;
	r->data = 1;
}

/* What a call maps. */
u32 plain_mapping(void)
{
	struct regs *r = ioremap(0x1000, 0x100);

	return r ? r->status : 0; // warning: 'r->status', a register at 'ioremap \(\)', is accessed as plain memory: the access may be merged, repeated, split or left out [lc-register-access]
}

u32 volatile_mapping(void)
{
	volatile struct regs *r = ioremap(0x1000, 0x100);

	return r ? r->status : 0;
}

u32 plain_memory(void)
{
	struct regs *r = kmalloc(sizeof(*r), 0);

	return r ? r->status : 0;
}

/* What is mapped to be used as memory: what is cached or combined in writes, no registers. */
u32 cached_mapping(void)
{
	struct regs *r = ioremap_cache(0x1000, 0x100);

	return r ? r->status : 0;
}

void combined_mapping(const void *frame)
{
	void *to = ioremap_wc(0x1000, 0x100);

	if (to)
		memcpy(to, frame, 0x100);
}

u32 mapped_memory(void)
{
	struct regs *r = memremap(0x1000, 0x100, 1);

	return r ? r->status : 0;
}

/* Kept in a member, used elsewhere. */
struct device {
	struct regs *plain;
	volatile struct regs *good;
	struct regs *memory;
};

int probe(struct device *d)
{
	d->plain = ioremap(0x1000, 0x100);
	d->good = ioremap(0x2000, 8);
	d->memory = kmalloc(sizeof(*d->memory), 0);
	return d->plain && d->good && d->memory;
}

void use_plain(struct device *d)
{
	d->plain->control = 1; // warning: is accessed as plain memory [lc-register-access]
}

void use_good(struct device *d)
{
	d->good->control = 1; // note: 'struct regs' has 12 bytes, and 8 of 'ioremap \(\)' are mapped [lc-register-access]
}

void use_memory(struct device *d)
{
	d->memory->control = 1;
}

/* A member that holds now a mapping and now memory says nothing. */
struct either {
	struct regs *r;
};

void probe_either(struct either *e, int real)
{
	if (real)
		e->r = ioremap(0x1000, 0x100);
	else
		e->r = kmalloc(sizeof(*e->r), 0);
}

void use_either(struct either *e)
{
	e->r->control = 1;
}

/* Past what is mapped. */
u32 past(struct device *d)
{
	return d->good->data; // warning: 'd->good->data' is at bytes 8 to 11 of 'ioremap \(\)', of which 8 bytes are mapped [lc-register-access]
}

u32 last(struct device *d)
{
	return d->good->status; // note: 'struct regs' has 12 bytes, and 8 of 'ioremap \(\)' are mapped [lc-register-access]
}

u32 past_by_offset(void)
{
	u8 *base = ioremap(0x1000, 16);

	return *(volatile u32 *)(base + 16); // warning: of which 16 bytes are mapped [lc-register-access]
}

u32 last_by_offset(void)
{
	u8 *base = ioremap(0x1000, 16);

	return *(volatile u32 *)(base + 12);
}

/* volatile that gets lost. */
u32 dropped(volatile struct regs *r)
{
	struct regs *plain = (struct regs *)r;

	return plain->status; // warning: without the volatile that 'r' was declared with [lc-register-access]
}

u32 kept_volatile(volatile struct regs *r)
{
	volatile u32 *status = &r->status;

	return *status;
}

u32 dropped_by_caller(UART_TypeDef *uart)
{
	u32 *status = (u32 *)&uart->status;

	return *status; // warning: without the volatile that 'uart' was declared with [lc-register-access]
}

u32 dropped_of_member(void)
{
	u32 *status = (u32 *)&((UART_TypeDef *)0x40013800)->status;

	return *status; // warning: is accessed as plain memory [lc-register-access]
}

u32 kept_of_member(void)
{
	volatile u32 *status = &((UART_TypeDef *)0x40013800)->status;

	return *status;
}

/* Not volatile for being a register, but for being shared: one word is no block. */
u32 shared_word(volatile u32 *flag)
{
	return *(u32 *)flag;
}

/* Wider than what the target accesses at once. */
struct wide {
	volatile unsigned __int128 counter;
	volatile unsigned long long half;
};

unsigned long long wide(void)
{
	return (unsigned long long)((struct wide *)0x40013800)->counter; // warning: is accessed in 2 pieces on this target [lc-register-access]
}

unsigned long long half(void)
{
	return ((struct wide *)0x40013800)->half;
}

/* A write to a bit-field is a read and a write of its neighbours. */
void write_bit(void)
{
	((struct bits *)0x40013800)->enable = 1; // note: a write to the bit-field '.*->enable' of a register [lc-register-access]
}

u32 read_bit(void)
{
	return ((struct bits *)0x40013800)->enable;
}

/* Narrower than the register: the bus may not know how, or do it as a whole. */
void narrow(u8 value)
{
	UART_TypeDef *uart = (UART_TypeDef *)0x40013800;

	*(volatile u8 *)&uart->data = value; // note: accesses 1 of the 4 bytes of a register at '0x40013800' [lc-register-access]
}

void full(u32 value)
{
	UART_TypeDef *uart = (UART_TypeDef *)0x40013800;

	*(volatile u32 *)&uart->data = value;
}

struct byte_registers {
	volatile u8 control, status;
};

u8 byte_register(void)
{
	volatile u8 *status = &((struct byte_registers *)0x40013800)->status;

	return *status;
}

/* A block of which not all is mapped, though what is accessed is. */
u32 larger_block(void)
{
	volatile struct regs *r = ioremap(0x1000, 8);

	return r ? r->status : 0; // note: 'struct regs' has 12 bytes, and 8 of 'ioremap \(\)' are mapped [lc-register-access]
}

u32 whole_block(void)
{
	volatile struct regs *r = ioremap(0x1000, sizeof(*r));

	return r ? r->status : 0;
}

/* Copies. */
void copy_block(void *to)
{
	memcpy(to, ioremap(0x1000, 0x100), 64); // warning: is accessed as plain memory [lc-register-access]
}

/* Memory may have a fixed address as well: a table of vectors that is moved. */
void move_vectors(const void *vectors)
{
	memcpy((void *)0x20000000, vectors, 64);
}

/* But no memory is volatile. */
void copy_volatile(void *to)
{
	volatile struct regs *r = (volatile struct regs *)0x40013800;

	memcpy(to, (void *)r, 12); // warning: is accessed without the volatile [lc-register-access]
}

void copy_by_accessor(void *to)
{
	memcpy_fromio(to, ioremap(0x1000, 0x100), 64);
}

void copy_struct(struct regs *to)
{
	*to = *(volatile struct regs *)0x40013800; // warning: are copied as a whole [lc-register-access]
}

void copy_each(struct regs *to)
{
	volatile struct regs *r = (volatile struct regs *)0x40013800;

	to->control = r->control;
	to->status = r->status;
}

/* NULL on purpose, errors as pointers, and members of NULL. */
void stop(void)
{
	*(int *)0 = 0;
}

void *error(int failed)
{
	struct regs *r = ioremap(0x1000, 0x100);

	return failed ? (void *)-12L : r;
}
