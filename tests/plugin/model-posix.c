// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-short-buffer: what the built-in models say of POSIX's descriptors and CMSIS's IoT sockets.
 */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long size_t;
typedef long ssize_t;
struct sockaddr;
struct FILE;

struct hdr {
	u32 type, id;
};

void *mmap(void *addr, size_t length, int prot, int flags, int fd, long offset);
void *mmap64(void *addr, size_t length, int prot, int flags, int fd, long offset);
ssize_t read(int fd, void *buf, size_t count);
ssize_t pread(int fd, void *buf, size_t count, long offset);
ssize_t pread64(int fd, void *buf, size_t count, long offset);
ssize_t recv(int sockfd, void *buf, size_t len, int flags);
ssize_t recvfrom(int sockfd, void *buf, size_t len, int flags, struct sockaddr *src_addr, u32 *addrlen);
size_t fread(void *ptr, size_t size, size_t n, struct FILE *stream);
ssize_t readlink(const char *path, char *buf, size_t bufsiz);
ssize_t readlinkat(int dirfd, const char *path, char *buf, size_t bufsiz);
ssize_t getxattr(const char *path, const char *name, void *value, size_t size);
ssize_t fgetxattr(int fd, const char *name, void *value, size_t size);
ssize_t mq_receive(int mqdes, char *msg_ptr, size_t msg_len, unsigned *msg_prio);
int iotSocketRecv(int socket, void *buf, u32 len);
int iotSocketRecvFrom(int socket, void *buf, u32 len, u8 *ip, u32 *ip_len, u16 *port);

/* As _FORTIFY_SOURCE has it: a definition for inlining only, of what is external. */
ssize_t read_alias(int fd, void *buf, size_t count) __asm__("write");
extern inline __attribute__((gnu_inline, always_inline)) ssize_t pread(int fd, void *buf, size_t count, long offset)
{
	return read_alias(fd + !!offset, buf, count);
}

/* A call that fills a buffer in part: enough of it was compared with, or too little. */
#define FILLS(name, ...)                              \
	u32 name##_compared(int fd)                   \
	{                                             \
		u8 buf[64];                           \
                                                      \
		if (name(__VA_ARGS__) < 8)            \
			return 0;                     \
		return ((struct hdr *)buf)->id;       \
	}                                             \
	u32 name##_too_short(int fd)                  \
	{                                             \
		u8 buf[64];                           \
                                                      \
		if (name(__VA_ARGS__) < 4)            \
			return 0;                     \
		return ((struct hdr *)buf)->id;       \
	}

FILLS(read, fd, buf, sizeof(buf)) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
FILLS(pread64, fd, buf, sizeof(buf), 0) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
FILLS(recv, fd, buf, sizeof(buf), 0) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
FILLS(recvfrom, fd, buf, sizeof(buf), 0, 0, 0) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
FILLS(fread, buf, 1, sizeof(buf), 0) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
FILLS(readlink, "/", (char *)buf, sizeof(buf)) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
FILLS(readlinkat, fd, "/", (char *)buf, sizeof(buf)) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
FILLS(getxattr, "/", "user.x", buf, sizeof(buf)) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
FILLS(fgetxattr, fd, "user.x", buf, sizeof(buf)) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
FILLS(mq_receive, fd, (char *)buf, sizeof(buf), 0) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
FILLS(iotSocketRecv, fd, buf, sizeof(buf)) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer
FILLS(iotSocketRecvFrom, fd, buf, sizeof(buf), 0, 0, 0) // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]; also verdict: overlay struct hdr proven lc-short-buffer

u32 inlined_compared(int fd)
{
	u8 buf[64];
	ssize_t n = pread(fd, buf, sizeof(buf), 0);

	if (n < 8)
		return 0;
	return ((struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer because n >= 8
}

u32 inlined_too_short(int fd)
{
	u8 buf[64];
	ssize_t n = pread(fd, buf, sizeof(buf), 0);

	if (n < 4)
		return 0;
	return ((struct hdr *)buf)->id; // warning: needs 8 bytes of 'buf' .*4 known [lc-short-buffer]
}

/* No more is filled than there is room for. */
u32 last_of_what_came(int fd)
{
	u8 buf[64];
	ssize_t n = recv(fd, buf, sizeof(buf), 0);

	if (n < 8)
		return 0;
	return ((struct hdr *)(buf + n - 8))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

/* With MSG_TRUNC it is how long the datagram was, whether or not it fits. */
u32 last_of_what_was_sent(int fd)
{
	u8 buf[64];
	ssize_t n = recv(fd, buf, sizeof(buf), 0x20);

	if (n < 8)
		return 0;
	return ((struct hdr *)(buf + n - 8))->id; // verdict: overlay struct hdr open lc-short-buffer
}

u32 last_of_who_knows(int fd, int flags)
{
	u8 buf[64];
	ssize_t n = recv(fd, buf, sizeof(buf), flags);

	if (n < 8)
		return 0;
	return ((struct hdr *)(buf + n - 8))->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* Without room it is how long the attribute is. */
u32 last_of_an_attribute(size_t size)
{
	u8 buf[64];
	ssize_t n;

	if (!size || size > sizeof(buf))
		return 0;
	n = getxattr("/", "user.x", buf, size);
	if (n < 8)
		return 0;
	return ((struct hdr *)(buf + n - 8))->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 last_of_an_attribute_asked_for(size_t size)
{
	u8 buf[64];
	ssize_t n;

	if (size > sizeof(buf))
		return 0;
	n = getxattr("/", "user.x", buf, size);
	if (n < 8)
		return 0;
	return ((struct hdr *)(buf + n - 8))->id; // verdict: overlay struct hdr open lc-short-buffer
}

/* fread () counts records, not bytes. */
u32 records(struct FILE *stream)
{
	u8 buf[64];

	if (fread(buf, 4, 16, stream) < 2)
		return 0;
	return ((struct hdr *)buf)->id; // verdict: overlay struct hdr proven lc-short-buffer
}

u32 mapped(int fd)
{
	const struct hdr *h = mmap(0, 8, 1, 2, fd, 0), *other = mmap64(0, 8, 1, 2, fd, 0); // verdict: overlay struct hdr proven lc-short-buffer

	return h->id + other->id;
}

u32 mapped_too_little(int fd)
{
	const struct hdr *h = mmap(0, 4, 1, 2, fd, 0); // verdict: overlay struct hdr open lc-short-buffer because 4 known

	return h->id;
}
