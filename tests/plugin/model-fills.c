// SPDX-License-Identifier: GPL-2.0-or-later
// model: model.yaml
/*
 * lc-short-buffer: after n = receive (fd, buf, room) the bytes of buf beyond n
 * are not what was received: a view may rely on n of them.
 */
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long size_t;

struct hdr {
	u32 type, id;
};

long receive(int fd, void *buf, size_t room);
int fetch(void *buf, size_t room, size_t *got);
void *memset(void *to, int c, size_t n);
void *memcpy(void *to, const void *from, size_t n);
void *grab(size_t n);
void touch(void *buf);
void use(u32 value);
u32 total;

u32 enough_was_received(int fd)
{
	u8 buf[64];
	long n = receive(fd, buf, sizeof(buf));

	if (n < (long)sizeof(struct hdr))
		return 0;
	return ((struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer because n >= 8
}

u32 exactly_that_was_received(int fd)
{
	u8 buf[64];

	if (receive(fd, buf, sizeof(struct hdr)) != sizeof(struct hdr))
		return 0;
	return ((struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 only_failure_was_looked_for(int fd)
{
	u8 buf[64];
	long n = receive(fd, buf, sizeof(buf));

	if (n < 0)
		return 0;
	return ((struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' .*'n' is compared with too little: 0 known [lc-short-buffer]
}

u32 too_little_was_looked_for(int fd)
{
	u8 buf[64];
	long n = receive(fd, buf, sizeof(buf));

	if (n < 4)
		return 0;
	return ((struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]
}

/* What the length is compared with later, in a guard of its own, counts. */
u32 compared_in_steps(int fd)
{
	u8 buf[64];
	long n = receive(fd, buf, sizeof(buf));

	if (n <= 0)
		return 0;
	if ((size_t)n < sizeof(struct hdr))
		return 1;
	return ((struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* A loop reads into the same buffer again: what is beyond n is of the datagram before. */
void again_and_again(int fd)
{
	u8 buf[64];
	long n;

	while ((n = receive(fd, buf, sizeof(buf))) > 0)
		total += ((struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' [lc-short-buffer]
}

void again_and_again_with_care(int fd)
{
	u8 buf[64];
	long n;

	while ((n = receive(fd, buf, sizeof(buf))) >= (long)sizeof(struct hdr))
		use(((struct hdr *)buf)->id); // verdict: overlay struct hdr proven lc-short-buffer
}

/* What was there before is meant: the extent is that of the array. */
u32 zeroed_before(int fd)
{
	u8 buf[64];

	memset(buf, 0, sizeof(buf));
	if (receive(fd, buf, sizeof(buf)) < 0)
		return 0;
	return ((struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer because 64 bytes
}

/* What is written afterwards is no longer what was received. */
u32 written_afterwards(int fd)
{
	u8 buf[64];

	if (receive(fd, buf, sizeof(buf)) < 0)
		return 0;
	touch(buf);
	return ((struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer because 64 bytes
}

/* The buffer is the caller's: so may be what it holds. */
u32 of_the_caller(int fd, u8 *buf)
{
	if (receive(fd, buf, 64) < 0)
		return 0;
	return ((struct hdr *)buf)->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* A piece at a time: the last call says nothing of the whole. */
u32 in_two_pieces(int fd)
{
	u8 buf[64];

	if (receive(fd, buf, 4) != 4 || receive(fd, buf + 4, 4) != 4)
		return 0;
	return ((struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer because 64 bytes
}

/* Writing needs room, not what was received. */
void written(int fd)
{
	u8 buf[64];

	if (receive(fd, buf, sizeof(buf)) < 0)
		return;
	((struct hdr *)buf)->id = 1; // verdict: overlay struct hdr proven lc-short-buffer because 64 bytes
	touch(buf);
}

u32 into_memory_from_an_allocator(int fd)
{
	u8 *buf = grab(64);
	long n;

	if (!buf)
		return 0;
	n = receive(fd, buf, 64);
	if (n < 0)
		return 0;
	return ((struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' .*0 known [lc-short-buffer]
}

u32 by_a_pointer_to_the_length(void)
{
	u8 buf[64];
	size_t got;

	if (fetch(buf, sizeof(buf), &got))
		return 0;
	if (got < sizeof(struct hdr))
		return 0;
	return ((struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer because got >= 8
}

u32 by_a_pointer_to_the_length_not_compared(void)
{
	u8 buf[64];
	size_t got;

	if (fetch(buf, sizeof(buf), &got))
		return 0;
	return ((struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' .*'got' is not compared [lc-short-buffer]
}

/* No more is filled than there was room for. */
u32 no_more_than_there_was_room_for(int fd, u8 *out)
{
	u8 buf[16];
	long n = receive(fd, buf, sizeof(buf));

	if (n < 8)
		return 0;
	return *(u32 *)(buf + n - 4); // verdict: overlay u32 proven lc-short-buffer
}
