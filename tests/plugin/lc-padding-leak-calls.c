// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-padding-leak: each call of POSIX, lwIP and CMSIS by which bytes leave, as the built-in models
 * have it.
 */
// options: -fplugin-arg-layoutcheck-level=note
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long size_t;

struct info {
	u8 type;
	u32 value; /* 3 bytes of padding before it */
};

long write(long fd, const void *buf, size_t count);
long pwrite(long fd, const void *buf, size_t count, long offset);
long pwrite64(long fd, const void *buf, size_t count, long offset);
long send(long sockfd, const void *buf, size_t len, long flags);
long sendto(long sockfd, const void *buf, size_t len, long flags, void *dest_addr, long addrlen);
size_t fwrite(const void *ptr, size_t size, size_t n, void *stream);
long lwip_send(long s, const void *dataptr, size_t size, long flags);
long lwip_sendto(long s, const void *dataptr, size_t size, long flags, void *to, long tolen);
long lwip_write(long s, const void *dataptr, size_t size);
long tcp_write(void *pcb, const void *dataptr, size_t len, long apiflags);
long iotSocketSend(long socket, const void *buf, size_t len);
long iotSocketSendTo(long socket, const void *buf, size_t len, void *ip, long ip_len, long port);

long by_write(void)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)write(0, &info, sizeof(info)); // note: 'info' goes to a file by 'write \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_write(void)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)write(0, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

long by_pwrite(void)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)pwrite(0, &info, sizeof(info), 0); // note: 'info' goes to a file by 'pwrite \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_pwrite(void)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)pwrite(0, &info, sizeof(info), 0); // verdict: copy-out struct info proven lc-padding-leak
}

long by_pwrite64(void)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)pwrite64(0, &info, sizeof(info), 0); // note: 'info' goes to a file by 'pwrite64 \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_pwrite64(void)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)pwrite64(0, &info, sizeof(info), 0); // verdict: copy-out struct info proven lc-padding-leak
}

long by_send(void)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)send(0, &info, sizeof(info), 0); // warning: 'info' goes to the network by 'send \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_send(void)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)send(0, &info, sizeof(info), 0); // verdict: copy-out struct info proven lc-padding-leak
}

long by_sendto(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)sendto(0, &info, sizeof(info), 0, there, 0); // warning: 'info' goes to the network by 'sendto \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_sendto(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)sendto(0, &info, sizeof(info), 0, there, 0); // verdict: copy-out struct info proven lc-padding-leak
}

long by_fwrite(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)fwrite(&info, sizeof(info), 1, there); // note: 'info' goes to a file by 'fwrite \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_fwrite(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)fwrite(&info, sizeof(info), 1, there); // verdict: copy-out struct info proven lc-padding-leak
}

long by_lwip_send(void)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)lwip_send(0, &info, sizeof(info), 0); // warning: 'info' goes to the network by 'lwip_send \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_lwip_send(void)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)lwip_send(0, &info, sizeof(info), 0); // verdict: copy-out struct info proven lc-padding-leak
}

long by_lwip_sendto(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)lwip_sendto(0, &info, sizeof(info), 0, there, 0); // warning: 'info' goes to the network by 'lwip_sendto \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_lwip_sendto(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)lwip_sendto(0, &info, sizeof(info), 0, there, 0); // verdict: copy-out struct info proven lc-padding-leak
}

long by_lwip_write(void)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)lwip_write(0, &info, sizeof(info)); // warning: 'info' goes to the network by 'lwip_write \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_lwip_write(void)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)lwip_write(0, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

long by_tcp_write(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)tcp_write(there, &info, sizeof(info), 0); // warning: 'info' goes to the network by 'tcp_write \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_tcp_write(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)tcp_write(there, &info, sizeof(info), 0); // verdict: copy-out struct info proven lc-padding-leak
}

long by_iotSocketSend(void)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)iotSocketSend(0, &info, sizeof(info)); // warning: 'info' goes to the network by 'iotSocketSend \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_iotSocketSend(void)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)iotSocketSend(0, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

long by_iotSocketSendTo(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)iotSocketSendTo(0, &info, sizeof(info), there, 0, 0); // warning: 'info' goes to the network by 'iotSocketSendTo \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_iotSocketSendTo(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)iotSocketSendTo(0, &info, sizeof(info), there, 0, 0); // verdict: copy-out struct info proven lc-padding-leak
}
