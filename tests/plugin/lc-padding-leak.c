// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-padding-leak: what nobody has written of an object that leaves, padding or
 * members. Each finding has a near miss beside it.
 */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long size_t;

unsigned long copy_to_user(void *to, const void *from, unsigned long n);
long write(int fd, const void *buf, size_t count);
long send(int sockfd, const void *buf, size_t len, int flags);
size_t fwrite(const void *ptr, size_t size, size_t n, void *stream);
void *memset(void *to, int value, size_t n);
void *memcpy(void *to, const void *from, size_t n);
void *malloc(size_t n);
void *calloc(size_t n, size_t size);
long read(int fd, void *buf, size_t count);
int fill_elsewhere(void *into);
int look_elsewhere(const void *at);
char *strcpy(char *to, const char *from);

struct info {
	u8 type;
	u32 value; /* 3 bytes of padding before it */
};

struct whole {
	u32 type;
	u32 value;
};

struct __attribute__((packed)) tight {
	u8 type;
	u32 value;
};

struct named {
	u8 type;
	u8 reserved[3];
	u32 value;
};

/* Member by member: the padding is what the stack held. */
int local(void *arg, u32 value)
{
	struct info info; // note: 'info' is declared here, and not cleared

	info.type = 1;
	info.value = value;
	return (int)copy_to_user(arg, &info, sizeof(info)); // warning: 'info' goes to user space by 'copy_to_user \(\)' with 3 bytes of padding after 'type', which nobody has written [lc-padding-leak]
}

int local_cleared(void *arg, u32 value)
{
	struct info info;

	memset(&info, 0, sizeof(info));
	info.type = 1;
	info.value = value;
	return (int)copy_to_user(arg, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak because every byte
}

/* Cleared on one way only: not a finding, and no proof. */
int local_perhaps(void *arg, u32 value)
{
	struct info info;

	if (value)
		memset(&info, 0, sizeof(info));
	info.type = 1;
	info.value = value;
	return (int)copy_to_user(arg, &info, sizeof(info)); // verdict: copy-out struct info open lc-padding-leak
}

/* Cleared behind what leaves. */
int cleared_too_late(int s, u32 value)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = value;
	send(s, &info, sizeof(info), 0); // warning: 'info' goes to the network .* 3 bytes of padding [lc-padding-leak]
	memset(&info, 0, sizeof(info));
	return look_elsewhere(&info);
}

/* An initialiser that leaves a member out clears the whole with GCC. */
int zero_initialised(void *arg, u32 value)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = value;
	return (int)copy_to_user(arg, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

int empty_initialised(void *arg, u32 value)
{
	struct info info = {};

	info.type = 1;
	info.value = value;
	return (int)copy_to_user(arg, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

int partly_initialised(void *arg)
{
	struct info info = { .type = 1 };

	return (int)copy_to_user(arg, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

/* One that names every member does not. */
int fully_initialised(void *arg, u8 type, u32 value)
{
	struct info info = { .type = type, .value = value }; // note: declared here

	return (int)copy_to_user(arg, &info, sizeof(info)); // warning: 3 bytes of padding after 'type' [lc-padding-leak]
}

int fully_initialised_whole(void *arg, u32 type, u32 value)
{
	struct whole whole = { .type = type, .value = value };

	return (int)copy_to_user(arg, &whole, sizeof(whole)); // verdict: copy-out struct whole proven lc-padding-leak
}

/* Without padding there is nothing to leave out. */
int packed(void *arg, u32 value)
{
	struct tight tight;

	tight.type = 1;
	tight.value = value;
	return (int)copy_to_user(arg, &tight, sizeof(tight)); // verdict: copy-out struct tight proven lc-padding-leak
}

/* A member that was forgotten. */
int reserved(void *arg, u32 value)
{
	struct named named; // note: declared here

	named.type = 1;
	named.value = value;
	return (int)copy_to_user(arg, &named, sizeof(named)); // warning: 'named' goes to user space .* with 'reserved', which nobody has written [lc-padding-leak]
}

int reserved_written(void *arg, u32 value)
{
	struct named named;

	named.type = 1;
	named.reserved[0] = named.reserved[1] = named.reserved[2] = 0;
	named.value = value;
	return (int)copy_to_user(arg, &named, sizeof(named)); // verdict: copy-out struct named proven lc-padding-leak
}

int reserved_in_part(void *arg, u32 value)
{
	struct named named; // note: declared here

	named.type = 1;
	named.reserved[1] = 0;
	named.value = value;
	return (int)copy_to_user(arg, &named, sizeof(named)); // warning: with 2 bytes of 'reserved' [lc-padding-leak]
}

/* A loop over an index writes the whole array, for all that is known. */
int reserved_by_loop(void *arg, u32 value)
{
	struct named named;

	named.type = 1;
	for (int i = 0; i < 3; i++)
		named.reserved[i] = 0;
	named.value = value;
	return (int)copy_to_user(arg, &named, sizeof(named));
}

/* Nothing written at all. */
int nothing(void *arg)
{
	struct whole whole; // note: declared here

	return (int)copy_to_user(arg, &whole, sizeof(whole)); // warning: 'whole' .* with nothing written in it [lc-padding-leak]
}

/* Only what leaves counts. */
int front(void *arg)
{
	struct info info;

	info.type = 1;
	return (int)copy_to_user(arg, &info, 1); // verdict: copy-out struct info proven lc-padding-leak
}

int member(void *arg, u32 value)
{
	struct info info;

	info.value = value;
	return (int)copy_to_user(arg, &info.value, sizeof(info.value)); // verdict: copy-out struct info proven lc-padding-leak
}

/* A copy of a structure copies its holes. */
int copied(void *arg, u32 value)
{
	struct info one, info; // note: declared here

	one.type = 1;
	one.value = value;
	info = one;
	return (int)copy_to_user(arg, &info, sizeof(info)); // warning: 3 bytes of padding after 'type' [lc-padding-leak]
}

int copied_cleared(void *arg, u32 value)
{
	struct info one, info;

	memset(&one, 0, sizeof(one));
	one.value = value;
	info = one;
	return (int)copy_to_user(arg, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

int copied_from_elsewhere(void *arg, const struct info *from)
{
	struct info info = *from;

	return (int)copy_to_user(arg, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

/* The heap. */
int heap(int s, u32 value)
{
	struct info *info = malloc(sizeof(*info)); // note: '\*info' is allocated here

	if (!info)
		return -1;
	info->type = 1;
	info->value = value;
	return (int)send(s, info, sizeof(*info), 0); // warning: '\*info' goes to the network .* 3 bytes of padding after 'type' [lc-padding-leak]
}

int heap_cleared(int s, u32 value)
{
	struct info *info = calloc(1, sizeof(*info));

	if (!info)
		return -1;
	info->type = 1;
	info->value = value;
	return (int)send(s, info, sizeof(*info), 0); // verdict: none
}

int heap_set(int s, u32 value)
{
	struct info *info = malloc(sizeof(*info));

	if (!info)
		return -1;
	memset(info, 0, sizeof(*info));
	info->value = value;
	return (int)send(s, info, sizeof(*info), 0); // verdict: copy-out struct info proven lc-padding-leak
}

/* Through a helper of the unit, which may also be the one that writes. */
static int hand_on(void *arg, const struct info *info)
{
	return (int)copy_to_user(arg, info, sizeof(*info));
}

int through_helper(void *arg, u32 value)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = value;
	return hand_on(arg, &info); // warning: 'info' goes to user space by 'copy_to_user \(\)' with 3 bytes of padding [lc-padding-leak]
}

int through_helper_cleared(void *arg, u32 value)
{
	struct info info;

	memset(&info, 0, sizeof(info));
	info.value = value;
	return hand_on(arg, &info); // verdict: copy-out struct info proven lc-padding-leak
}

static int clear_and_hand_on(void *arg, struct info *info)
{
	memset(info, 0, sizeof(*info));
	info->type = 1;
	return (int)copy_to_user(arg, info, sizeof(*info));
}

int helper_clears(void *arg)
{
	struct info info;

	return clear_and_hand_on(arg, &info); // verdict: copy-out struct info proven lc-padding-leak
}

static void store(struct info *info, u32 value)
{
	info->type = 1;
	info->value = value;
}

int helper_stores(void *arg, u32 value)
{
	struct info info; // note: declared here

	store(&info, value);
	return (int)copy_to_user(arg, &info, sizeof(info)); // warning: 3 bytes of padding after 'type' [lc-padding-leak]
}

static void clear(struct info *info)
{
	memset(info, 0, sizeof(*info));
}

int helper_of_writing_clears(void *arg, u32 value)
{
	struct info info;

	clear(&info);
	store(&info, value);
	return (int)copy_to_user(arg, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

/* Somebody else may have written it. */
int elsewhere(void *arg)
{
	struct info info;

	fill_elsewhere(&info);
	return (int)copy_to_user(arg, &info, sizeof(info)); // verdict: copy-out struct info open lc-padding-leak
}

/* Who only reads has not. */
int looked_at(void *arg)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	look_elsewhere(&info);
	return (int)copy_to_user(arg, &info, sizeof(info)); // warning: 3 bytes of padding [lc-padding-leak]
}

struct info *kept;
int elsewhere_later(void *arg)
{
	struct info info;

	kept = &info;
	info.type = 1;
	fill_elsewhere(0);
	return (int)copy_to_user(arg, &info, sizeof(info)); // verdict: copy-out struct info open lc-padding-leak
}

/* A string into a member writes that member and no more. */
struct name {
	char text[15];
	u32 value;
};

int string(void *arg)
{
	struct name name; // note: declared here

	strcpy(name.text, "text");
	name.value = 1;
	return (int)copy_to_user(arg, &name, sizeof(name)); // warning: 1 byte of padding after 'text' [lc-padding-leak]
}

/* A loop: each turn begins with a variable of its own. */
int loop(int s, u32 n)
{
	for (u32 i = 0; i < n; i++) {
		struct info info; // note: declared here

		info.type = 1;
		info.value = i;
		if (send(s, &info, sizeof(info), 0) < 0) // warning: 3 bytes of padding [lc-padding-leak]
			return -1;
		memset(&info, 0, sizeof(info));
	}
	return 0;
}

int loop_cleared(int s, u32 n)
{
	struct info info;

	memset(&info, 0, sizeof(info));
	for (u32 i = 0; i < n; i++) {
		info.value = i;
		if (send(s, &info, sizeof(info), 0) < 0) // verdict: copy-out struct info proven lc-padding-leak
			return -1;
	}
	return 0;
}

/* An array of them, filled by index. */
int array(void *arg, u32 n)
{
	struct info all[4]; // note: declared here

	for (u32 i = 0; i < 4; i++) {
		all[i].type = 1;
		all[i].value = n;
	}
	return (int)copy_to_user(arg, all, sizeof(all)); // warning: 'all' .* 3 bytes of padding after 'type', .* 2 more [lc-padding-leak]
}

int array_cleared(void *arg, u32 n)
{
	struct info all[4];

	memset(all, 0, sizeof(all));
	for (u32 i = 0; i < 4; i++)
		all[i].value = n;
	return (int)copy_to_user(arg, all, sizeof(all)); // verdict: copy-out struct info proven lc-padding-leak
}

/* A length that is not constant: the padding before what was written. */
int as_much_as_wanted(void *arg, u32 value, size_t n)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = value;
	if (n > sizeof(info))
		n = sizeof(info);
	return (int)copy_to_user(arg, &info, n); // warning: 3 bytes of padding [lc-padding-leak]
}

int as_much_as_wanted_cleared(void *arg, u32 value, size_t n)
{
	struct info info = { 0 };

	info.value = value;
	if (n > sizeof(info))
		n = sizeof(info);
	return (int)copy_to_user(arg, &info, n); // verdict: copy-out struct info proven lc-padding-leak
}

/* A structure inside another one, and one of two members of a union. */
struct outer {
	u32 id;
	struct info inner;
	u16 last;
	u16 end;
};

int nested(void *arg, u32 value)
{
	struct outer outer; // note: declared here

	outer.id = 1;
	outer.inner.type = 2;
	outer.inner.value = value;
	outer.last = outer.end = 0;
	return (int)copy_to_user(arg, &outer, sizeof(outer)); // warning: 3 bytes of padding after 'inner.type' [lc-padding-leak]
}

struct either {
	u32 kind;
	union {
		u32 narrow;
		u8 wide[12];
	} of;
};

int narrow(void *arg, u32 value)
{
	struct either either; // note: declared here

	either.kind = 1;
	either.of.narrow = value;
	return (int)copy_to_user(arg, &either, sizeof(either)); // warning: 8 bytes of 'of' [lc-padding-leak]
}

int wide(void *arg, const u8 *from)
{
	struct either either;

	either.kind = 1;
	memcpy(either.of.wide, from, sizeof(either.of.wide));
	return (int)copy_to_user(arg, &either, sizeof(either)); // verdict: copy-out struct either proven lc-padding-leak
}

/* What a file of one's own gets is a note for padding, and a warning for a member. */
int to_file(int fd, u32 value)
{
	struct info info;

	info.type = 1;
	info.value = value;
	return (int)write(fd, &info, sizeof(info)); // verdict: copy-out struct info refuted lc-padding-leak because 3 bytes of padding
}

int member_to_file(void *stream, u32 value)
{
	struct whole whole; // note: declared here

	whole.value = value;
	return (int)fwrite(&whole, sizeof(whole), 1, stream); // warning: 'whole' goes to a file by 'fwrite \(\)' with 'type' [lc-padding-leak]
}

/* What was read from somewhere is written, as far as is known. */
int received(int s, int fd)
{
	struct info info;

	if (read(fd, &info, sizeof(info)) < 0)
		return -1;
	return (int)send(s, &info, sizeof(info), 0); // verdict: copy-out struct info open lc-padding-leak
}

/* Objects that live longer start with zeros. */
static struct info for_long;
int of_static(int s, u32 value)
{
	for_long.value = value;
	return (int)send(s, &for_long, sizeof(for_long), 0); // verdict: none
}

/* An assembler's instruction may write it. */
int by_assembler(void *arg)
{
	struct info info;

	__asm__("" : "=m"(info));
	return (int)copy_to_user(arg, &info, sizeof(info)); // verdict: copy-out struct info open lc-padding-leak
}
