// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-unchecked-length: lengths in what a call has filled from outside, each
 * beside one that was compared: sockets, files, user space, USB, I2C.
 */
#include <stddef.h>
#include <string.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

long recv(int sockfd, void *buf, size_t len, int flags);
long read(int fd, void *buf, size_t count);
unsigned long copy_from_user(void *to, const void *from, unsigned long n);
int usb_control_msg(void *dev, u32 pipe, u8 request, u8 requesttype, u16 value, u16 index,
		    void *data, u16 size, int timeout);
int usb_bulk_msg(void *dev, u32 pipe, void *data, int len, int *actual_length, int timeout);
int i2c_master_recv(void *client, void *buf, int count);
void *kmalloc(size_t size, u32 flags) __attribute__((malloc, alloc_size(1)));
void *malloc(size_t size) __attribute__((malloc, alloc_size(1)));
void kfree(void *);
void free(void *);
void take(const void *bytes, size_t n);
u16 ntohs(u16 x);

struct hdr {
	u8 type;
	u8 len;
	u16 count;
};

struct request {
	u32 op;
	u32 count;
	u64 values;
};

/* A datagram says how long its name is. */
int takes_a_name(int fd, char *name)
{
	u8 buf[128];
	long n = recv(fd, buf, sizeof(buf), 0);

	if (n < 2)
		return -1;
	memcpy(name, buf + 2, buf[1]); // warning: into 'buf' as 'buf\[1\]' says.*not compared [lc-unchecked-length]
	return buf[1];
}

int takes_a_name_that_came(int fd, char *name)
{
	u8 buf[128];
	long n = recv(fd, buf, sizeof(buf), 0);

	if (n < 2 || buf[1] > n - 2)
		return -1;
	memcpy(name, buf + 2, buf[1]);
	return buf[1];
}

/* Compared with the buffer, of which not all was received. */
int takes_a_name_that_fits(int fd, char *name)
{
	u8 buf[128];
	long n = recv(fd, buf, sizeof(buf), 0);

	if (n < 2 || buf[1] > sizeof(buf) - 2)
		return -1;
	memcpy(name, buf + 2, buf[1]); // warning: into 'buf' as 'buf\[1\]' says.*compared with a constant .*, not with 'n' [lc-unchecked-length]
	return buf[1];
}

/* A head first, and then as much as it says: into a body of fixed size. */
long reads_a_body(int fd)
{
	struct hdr h;
	u8 body[64];
	long n;

	if (read(fd, &h, sizeof(h)) != sizeof(h))
		return -1;
	n = read(fd, body, h.len); // warning: into 'body' as 'h.len' says.*not compared [lc-unchecked-length]
	if (n > 0)
		take(body, n);
	return n;
}

long reads_a_body_that_fits(int fd)
{
	struct hdr h;
	u8 body[64];
	long n;

	if (read(fd, &h, sizeof(h)) != sizeof(h) || h.len > sizeof(body))
		return -1;
	n = read(fd, body, h.len);
	if (n > 0)
		take(body, n);
	return n;
}

/* Room for as much as it says. */
long reads_a_body_of_any_length(int fd)
{
	struct hdr h;
	u8 *body;
	long n;

	if (read(fd, &h, sizeof(h)) != sizeof(h))
		return -1;
	body = malloc(h.len);
	if (!body)
		return -1;
	n = read(fd, body, h.len);
	if (n > 0)
		take(body, n);
	free(body);
	return n;
}

/* Turned round in place, and no more trustworthy for it. */
int counts_after_a_swap(int fd)
{
	struct hdr h;
	u16 slots[32];
	int sum = 0;

	if (read(fd, &h, sizeof(h)) != sizeof(h))
		return -1;
	h.count = ntohs(h.count);
	for (u16 i = 0; i < h.count; i++)
		slots[i] = i; // warning: into 'slots' as 'h.count' says [lc-unchecked-length]
	for (int i = 0; i < 32; i++)
		sum += slots[i];
	return sum;
}

int counts_after_a_swap_as_far_as_it_goes(int fd)
{
	struct hdr h;
	u16 slots[32] = { 0 };
	int sum = 0;

	if (read(fd, &h, sizeof(h)) != sizeof(h))
		return -1;
	h.count = ntohs(h.count);
	if (h.count > 32)
		return -1;
	for (u16 i = 0; i < h.count; i++)
		slots[i] = i;
	for (int i = 0; i < 32; i++)
		sum += slots[i];
	return sum;
}

/* What the function wrote itself is its own. */
int writes_the_length_itself(int fd)
{
	struct hdr h;
	u8 body[64] = { 0 };

	if (read(fd, &h, sizeof(h)) != sizeof(h))
		return -1;
	h.len = (u8)fd;
	take(body, 64);
	return body[h.len & 63];
}

/* An ioctl's argument. */
int user_request(const void *arg)
{
	struct request r;
	u32 values[16];

	if (copy_from_user(&r, arg, sizeof(r)))
		return -14;
	if (copy_from_user(values, (const void *)r.values, r.count * sizeof(u32))) // warning: into 'values' as 'r.count' says.*not compared [lc-unchecked-length]
		return -14;
	take(values, sizeof(values));
	return 0;
}

int user_request_that_fits(const void *arg)
{
	struct request r;
	u32 values[16];

	if (copy_from_user(&r, arg, sizeof(r)))
		return -14;
	if (r.count > 16)
		return -22;
	if (copy_from_user(values, (const void *)r.values, r.count * sizeof(u32)))
		return -14;
	take(values, sizeof(values));
	return 0;
}

/* The product comes round in 32 bits: too little room, and then all of them. */
int user_request_in_memory(const void *arg)
{
	struct request r;
	u32 *values, size;

	if (copy_from_user(&r, arg, sizeof(r)))
		return -14;
	size = r.count * sizeof(u32);
	values = kmalloc(size, 0);
	if (!values)
		return -12;
	for (u32 i = 0; i < r.count; i++)
		values[i] = 0; // warning: as 'r.count' says [lc-unchecked-length]
	take(values, size);
	kfree(values);
	return 0;
}

int user_request_in_enough_memory(const void *arg)
{
	struct request r;
	u32 *values;

	if (copy_from_user(&r, arg, sizeof(r)))
		return -14;
	values = kmalloc((size_t)r.count * sizeof(u32), 0);
	if (!values)
		return -12;
	for (u32 i = 0; i < r.count; i++)
		values[i] = 0;
	take(values, 4);
	kfree(values);
	return 0;
}

/* A device answers a control request. */
int asks_a_device(void *dev, u8 *out)
{
	u8 *buf = kmalloc(64, 0);
	int n;

	if (!buf)
		return -12;
	n = usb_control_msg(dev, 0, 1, 0x80, 0, 0, buf, 64, 100);
	if (n < 2) {
		kfree(buf);
		return -5;
	}
	memcpy(out, buf + 2, buf[0]); // warning: into 'buf'.*says.*not compared [lc-unchecked-length]
	kfree(buf);
	return 0;
}

int asks_a_device_for_what_it_sent(void *dev, u8 *out)
{
	u8 *buf = kmalloc(64, 0);
	int n;

	if (!buf)
		return -12;
	n = usb_control_msg(dev, 0, 1, 0x80, 0, 0, buf, 64, 100);
	if (n < 2 || buf[0] > n - 2) {
		kfree(buf);
		return -5;
	}
	memcpy(out, buf + 2, buf[0]);
	kfree(buf);
	return 0;
}

/* How many bytes came is another matter than how many there are. */
int bulk_answer(void *dev, u8 *out)
{
	u8 buf[512];
	int n;

	if (usb_bulk_msg(dev, 1, buf, sizeof(buf), &n, 100))
		return -5;
	if (n < 4)
		return -5;
	memcpy(out, buf + 4, buf[2] | buf[3] << 8); // warning: into 'buf' as .* says.*not compared [lc-unchecked-length]
	return 0;
}

int bulk_answer_that_came(void *dev, u8 *out)
{
	u8 buf[512];
	int n, len;

	if (usb_bulk_msg(dev, 1, buf, sizeof(buf), &n, 100))
		return -5;
	if (n < 4)
		return -5;
	len = buf[2] | buf[3] << 8;
	if (len > n - 4)
		return -5;
	memcpy(out, buf + 4, len);
	return 0;
}

/* A touch controller says how many fingers it saw. */
int touches(void *client, u16 *x)
{
	u8 buf[1 + 5 * 2];
	int n = i2c_master_recv(client, buf, sizeof(buf));

	if (n != sizeof(buf))
		return -5;
	for (int i = 0; i < buf[0]; i++)
		x[i] = (u16)(buf[1 + i * 2] | buf[2 + i * 2] << 8); // warning: into 'buf' as 'buf\[0\]' says [lc-unchecked-length]
	return 0;
}

int touches_of_one_hand(void *client, u16 *x)
{
	u8 buf[1 + 5 * 2];
	int n = i2c_master_recv(client, buf, sizeof(buf));

	if (n != sizeof(buf) || buf[0] > 5)
		return -5;
	for (int i = 0; i < buf[0]; i++)
		x[i] = (u16)(buf[1 + i * 2] | buf[2 + i * 2] << 8);
	return 0;
}

/* Into what the caller handed over: nobody can have compared it before. */
int fills_the_callers_buffer(void *dev, u8 *buf, u8 *out)
{
	u8 copy[16];

	if (usb_control_msg(dev, 0, 1, 0x80, 0, 0, buf, 64, 100) != 64)
		return -5;
	memcpy(copy, out, buf[0]); // warning: into 'copy' as '\*buf' says.*not compared [lc-unchecked-length]
	return copy[0];
}

int fills_the_callers_buffer_and_compares(void *dev, u8 *buf, u8 *out)
{
	u8 copy[16];

	if (usb_control_msg(dev, 0, 1, 0x80, 0, 0, buf, 64, 100) != 64 || buf[0] > sizeof(copy))
		return -5;
	memcpy(copy, out, buf[0]);
	return copy[0];
}
