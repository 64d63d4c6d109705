// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-abi-dependent: members whose size or place is another under another ABI,
 * in a type that bytes from outside are viewed as.
 */
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef unsigned long long u64;
typedef unsigned long UINT64;
typedef UINT64 UINTN;
typedef u32 __be32;
typedef u64 __be64;

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

/* long has two widths, and uint64_t one, though both may be the same type here. */
struct with_long { // warning: 'struct with_long': 'stamp' \(unsigned long\) has 8 bytes here, but 4 under ILP32, LLP64 [lc-abi-dependent]
	unsigned long stamp;
};
VIEW(with_long, struct with_long)

struct with_fixed {
	uint64_t stamp;
	int64_t delta;
};
VIEW(with_fixed, struct with_fixed)

/* Behind names that say nothing of a width. */
typedef unsigned long counter_t;
struct with_counter { // warning: 'count' \(counter_t, unsigned long here\) has 8 bytes [lc-abi-dependent]
	counter_t count;
};
VIEW(with_counter, struct with_counter)

typedef uint64_t wide_counter_t;
struct with_wide_counter {
	wide_counter_t count;
};
VIEW(with_wide_counter, struct with_wide_counter)

struct with_time { // warning: 'when' \(time_t, long here\) has 8 bytes here, but 4 [lc-abi-dependent]
	time_t when;
};
VIEW(with_time, struct with_time)

/* The width of addresses. LLP64 has long narrower than that. */
struct with_size { // warning: 'size' \(size_t, unsigned long here\) has 8 bytes here, but 4 under ILP32 [lc-abi-dependent]
	size_t size;
};
VIEW(with_size, struct with_size)

struct with_uintn { // warning: 'size' \(UINTN, unsigned long here\) has 8 bytes [lc-abi-dependent]
	UINTN size;
};
VIEW(with_uintn, struct with_uintn)

struct with_uint64 {
	UINT64 size;
};
VIEW(with_uint64, struct with_uint64)

/* Two that change: one finding for the type. */
struct with_both { // warning: 'from' .* and 1 more [lc-abi-dependent]
	unsigned long from; // note: 'from' \(unsigned long\)
	ssize_t length;     // note: 'length' \(ssize_t, long here\)
};
VIEW(with_both, struct with_both)

/* Where a member stands that changes its width follows from that. */
struct with_both_ways { // warning: 'to' \(long\) has 8 bytes here, but 4 under ILP32, LLP64 [lc-abi-dependent]
	u32 from;
	long to;
};
VIEW(with_both_ways, struct with_both_ways)

/* A 64-bit member at a multiple of 4 moves where its alignment is 4. */
struct moves { // warning: 'struct moves': 'address' stands at byte 8 here, but at byte 4 under i386 [lc-abi-dependent]
	u32 flags;
	u64 address;
};
VIEW(moves, struct moves)

struct stays {
	u32 flags;
	u32 reserved;
	u64 address;
};
VIEW(stays, struct stays)

/* The same with a byte order. */
struct be_moves { // warning: 'struct be_moves': 'address' stands at byte 8 here [lc-abi-dependent]
	__be32 flags;
	__be64 address;
};
VIEW(be_moves, struct be_moves)

struct be_stays {
	__be64 address;
	__be32 flags;
	__be32 reserved;
};
VIEW(be_stays, struct be_stays)

/* The end moves. */
struct shrinks { // warning: 'struct shrinks': it has 16 bytes here, but 12 under i386 [lc-abi-dependent]
	u64 address;
	u32 flags;
};
VIEW(shrinks, struct shrinks)

struct __attribute__((packed)) packed_end {
	u64 address;
	u32 flags;
};
VIEW(packed_end, struct packed_end)

/* An alignment that is asked for is the same everywhere. */
typedef u64 __attribute__((aligned(8))) aligned_u64;
struct asked_for {
	aligned_u64 address;
	u32 flags, more;
};
VIEW(asked_for, struct asked_for)

/* Packed keeps places, and not widths. */
struct __attribute__((packed)) packed_long { // warning: 'b' \(long\) has 8 bytes here, but 4 [lc-abi-dependent]
	u8 a;
	long b;
};
VIEW(packed_long, struct packed_long)

struct __attribute__((packed)) packed_wide {
	u8 a;
	u64 b;
	double c;
};
VIEW(packed_wide, struct packed_wide)

/* #pragma pack caps alignments: at 4 a 64-bit member is where i386 has it, at 8 it is as without. */
#pragma pack(push, 4)
struct packed_to_four {
	u32 flags;
	u64 address;
};
#pragma pack(push, 8)
struct packed_to_eight { // warning: 'address' stands at byte 8 here, but at byte 4 under i386 [lc-abi-dependent]
	u32 flags;
	u64 address;
};
#pragma pack(pop)
/* What the inner pair of pragmas put aside holds again. */
struct packed_again {
	u64 address;
	u32 flags;
};
struct packed_but_long { // warning: 'stamp' \(unsigned long\) has 8 bytes here, but 4 [lc-abi-dependent]
	u32 flags;
	unsigned long stamp;
};
#pragma pack(pop)
VIEW(packed_to_four, struct packed_to_four)
VIEW(packed_to_eight, struct packed_to_eight)
VIEW(packed_again, struct packed_again)
VIEW(packed_but_long, struct packed_but_long)

/* A double is like a 64-bit integer. */
struct with_double { // warning: 'y' stands at byte 8 here, but at byte 4 under i386 [lc-abi-dependent]
	float x;
	double y;
};
VIEW(with_double, struct with_double)

struct with_floats {
	float x, y;
	double z;
};
VIEW(with_floats, struct with_floats)

struct with_long_double { // warning: 'x' \(long double\) has 16 bytes here [lc-abi-dependent]
	long double x;
};
VIEW(with_long_double, struct with_long_double)

struct with_wchar { // warning: 'text' \(wchar_t, int here\) has 4 bytes here, but 2 under LLP64 [lc-abi-dependent]
	wchar_t text[8];
};
VIEW(with_wchar, struct with_wchar)

/* An enum is as wide as the compiler likes, unless its values or its declaration say. */
enum kind { FIRST, SECOND };
struct with_enum { // warning: 'kind' \(enum kind\) has 4 bytes here, but 1 under ILP32 with short enums [lc-abi-dependent]
	enum kind kind;
};
VIEW(with_enum, struct with_enum)

enum wide_kind { WIDE_FIRST, WIDE_SECOND, WIDE_LAST = 0x7fffffff };
struct with_wide_enum {
	enum wide_kind kind;
};
VIEW(with_wide_enum, struct with_wide_enum)

enum __attribute__((packed)) narrow_kind { NARROW_FIRST, NARROW_SECOND };
struct with_narrow_enum {
	enum narrow_kind kind;
};
VIEW(with_narrow_enum, struct with_narrow_enum)

/* In a record inside, the record inside is named, and its holder is not. */
struct part { // warning: 'struct part': 'b' \(long\) has 8 bytes here [lc-abi-dependent]
	long b;
};
struct parts {
	struct part part;
	u64 last;
};
VIEW(parts, struct parts)

/* But where the holder puts it is the holder's. */
struct wide_part {
	u64 b;
};
struct misplaced { // warning: 'struct misplaced': 'part' stands at byte 8 here, but at byte 4 under i386 [lc-abi-dependent]
	u32 a;
	struct wide_part part;
};
VIEW(misplaced, struct misplaced)

/* Members of arrays and unions. */
struct in_array { // warning: 'entry\[\].start' \(unsigned long\) has 8 bytes here [lc-abi-dependent]
	struct {
		unsigned long start;
		u64 end;
	} entry[4];
};
VIEW(in_array, struct in_array)

struct in_union { // warning: 'u.word' \(long\) has 8 bytes here [lc-abi-dependent]
	union {
		u8 raw[8];
		long word;
	} u;
};
VIEW(in_union, struct in_union)

/* A width in bits is a width, whatever type it is declared with. */
struct in_bits {
	unsigned long low : 32;
	unsigned long high : 32;
};
VIEW(in_bits, struct in_bits)

/* The model says that the kernel and its programs share this one, on one machine. */
struct tpacket_hdr {
	unsigned long status;
	u32 length;
};
VIEW(native, struct tpacket_hdr)

/* So are the structures that the system's headers define. */
VIEW(system, struct timespec)

/* An object of the program's own may be as it likes. */
struct internal {
	long value;
	void *next;
};
long internal(const struct internal *own)
{
	return own->value;
}
