// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lc-padding-leak: each call of Linux by which bytes leave, as the built-in model has it.
 */
// options: -fplugin-arg-layoutcheck-level=note
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long size_t;
typedef struct {
	void *user;
} sockptr_t;


struct info {
	u8 type;
	u32 value; /* 3 bytes of padding before it */
};

long copy_to_user(void *to, const void *from, size_t n);
long _copy_to_user(void *to, const void *from, size_t n);
long __copy_to_user(void *to, const void *from, size_t n);
long copy_to_sockptr(sockptr_t dst, const void *src, size_t size);
long copy_to_sockptr_offset(sockptr_t dst, long offset, const void *src, size_t size);
long copy_to_iter(const void *addr, size_t bytes, void *i);
long memcpy_to_msg(void *msg, const void *data, size_t len);
long simple_read_from_buffer(void *to, long count, void *ppos, const void *from, size_t available);
long nla_put(void *skb, long attrtype, size_t attrlen, const void *data);
long nla_put_nohdr(void *skb, size_t attrlen, const void *data);
long nla_put_64bit(void *skb, long attrtype, size_t attrlen, const void *data, long padattr);
long put_cmsg(void *msg, long level, long type, size_t len, const void *data);
long skb_put_data(void *skb, const void *data, size_t len);
long __skb_put_data(void *skb, const void *data, size_t len);
long skb_store_bits(void *skb, long offset, const void *from, size_t len);
long mgmt_cmd_complete(void *sk, long index, long cmd, long status, const void *rp, size_t rp_len);
long __hci_cmd_sync(void *hdev, long opcode, size_t plen, const void *param, long timeout);
long __hci_cmd_sync_status(void *hdev, long opcode, size_t plen, const void *param, long timeout);
long hci_send_cmd(void *hdev, long opcode, size_t plen, const void *param);
long spi_write(void *spi, const void *buf, size_t len);
long memcpy_toio(void *to, const void *from, size_t n);
long kernel_write(void *file, const void *buf, size_t count, void *pos);
long usb_control_msg_send(void *dev, long endpoint, long request, long requesttype, long value, long index, const void *data, size_t size, long timeout, long memflags);
long i2c_master_send(void *client, const void *buf, size_t count);

long by_copy_to_user(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)copy_to_user(there, &info, sizeof(info)); // warning: 'info' goes to user space by 'copy_to_user \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_copy_to_user(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)copy_to_user(there, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

long by__copy_to_user(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)_copy_to_user(there, &info, sizeof(info)); // warning: 'info' goes to user space by '_copy_to_user \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by__copy_to_user(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)_copy_to_user(there, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

long by___copy_to_user(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)__copy_to_user(there, &info, sizeof(info)); // warning: 'info' goes to user space by '__copy_to_user \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by___copy_to_user(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)__copy_to_user(there, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

long by_copy_to_sockptr(sockptr_t user)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)copy_to_sockptr(user, &info, sizeof(info)); // warning: 'info' goes to user space by 'copy_to_sockptr \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_copy_to_sockptr(sockptr_t user)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)copy_to_sockptr(user, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

long by_copy_to_sockptr_offset(sockptr_t user)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)copy_to_sockptr_offset(user, 0, &info, sizeof(info)); // warning: 'info' goes to user space by 'copy_to_sockptr_offset \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_copy_to_sockptr_offset(sockptr_t user)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)copy_to_sockptr_offset(user, 0, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

long by_copy_to_iter(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)copy_to_iter(&info, sizeof(info), there); // warning: 'info' goes to user space by 'copy_to_iter \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_copy_to_iter(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)copy_to_iter(&info, sizeof(info), there); // verdict: copy-out struct info proven lc-padding-leak
}

long by_memcpy_to_msg(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)memcpy_to_msg(there, &info, sizeof(info)); // warning: 'info' goes to user space by 'memcpy_to_msg \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_memcpy_to_msg(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)memcpy_to_msg(there, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

long by_simple_read_from_buffer(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)simple_read_from_buffer(there, 0, there, &info, sizeof(info)); // warning: 'info' goes to user space by 'simple_read_from_buffer \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_simple_read_from_buffer(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)simple_read_from_buffer(there, 0, there, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

long by_nla_put(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)nla_put(there, 0, sizeof(info), &info); // warning: 'info' goes to user space by 'nla_put \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_nla_put(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)nla_put(there, 0, sizeof(info), &info); // verdict: copy-out struct info proven lc-padding-leak
}

long by_nla_put_nohdr(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)nla_put_nohdr(there, sizeof(info), &info); // warning: 'info' goes to user space by 'nla_put_nohdr \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_nla_put_nohdr(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)nla_put_nohdr(there, sizeof(info), &info); // verdict: copy-out struct info proven lc-padding-leak
}

long by_nla_put_64bit(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)nla_put_64bit(there, 0, sizeof(info), &info, 0); // warning: 'info' goes to user space by 'nla_put_64bit \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_nla_put_64bit(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)nla_put_64bit(there, 0, sizeof(info), &info, 0); // verdict: copy-out struct info proven lc-padding-leak
}

long by_put_cmsg(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)put_cmsg(there, 0, 0, sizeof(info), &info); // warning: 'info' goes to user space by 'put_cmsg \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_put_cmsg(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)put_cmsg(there, 0, 0, sizeof(info), &info); // verdict: copy-out struct info proven lc-padding-leak
}

long by_skb_put_data(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)skb_put_data(there, &info, sizeof(info)); // warning: 'info' goes to the network by 'skb_put_data \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_skb_put_data(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)skb_put_data(there, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

long by___skb_put_data(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)__skb_put_data(there, &info, sizeof(info)); // warning: 'info' goes to the network by '__skb_put_data \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by___skb_put_data(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)__skb_put_data(there, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

long by_skb_store_bits(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)skb_store_bits(there, 0, &info, sizeof(info)); // warning: 'info' goes to the network by 'skb_store_bits \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_skb_store_bits(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)skb_store_bits(there, 0, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

long by_mgmt_cmd_complete(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)mgmt_cmd_complete(there, 0, 0, 0, &info, sizeof(info)); // warning: 'info' goes to user space by 'mgmt_cmd_complete \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_mgmt_cmd_complete(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)mgmt_cmd_complete(there, 0, 0, 0, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

long by___hci_cmd_sync(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)__hci_cmd_sync(there, 0, sizeof(info), &info, 0); // note: 'info' goes to a device by '__hci_cmd_sync \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by___hci_cmd_sync(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)__hci_cmd_sync(there, 0, sizeof(info), &info, 0); // verdict: copy-out struct info proven lc-padding-leak
}

long by___hci_cmd_sync_status(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)__hci_cmd_sync_status(there, 0, sizeof(info), &info, 0); // note: 'info' goes to a device by '__hci_cmd_sync_status \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by___hci_cmd_sync_status(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)__hci_cmd_sync_status(there, 0, sizeof(info), &info, 0); // verdict: copy-out struct info proven lc-padding-leak
}

long by_hci_send_cmd(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)hci_send_cmd(there, 0, sizeof(info), &info); // note: 'info' goes to a device by 'hci_send_cmd \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_hci_send_cmd(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)hci_send_cmd(there, 0, sizeof(info), &info); // verdict: copy-out struct info proven lc-padding-leak
}

long by_spi_write(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)spi_write(there, &info, sizeof(info)); // note: 'info' goes to a device by 'spi_write \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_spi_write(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)spi_write(there, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

long by_memcpy_toio(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)memcpy_toio(there, &info, sizeof(info)); // note: 'info' goes to a device by 'memcpy_toio \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_memcpy_toio(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)memcpy_toio(there, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}

long by_kernel_write(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)kernel_write(there, &info, sizeof(info), there); // note: 'info' goes to a file by 'kernel_write \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_kernel_write(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)kernel_write(there, &info, sizeof(info), there); // verdict: copy-out struct info proven lc-padding-leak
}

long by_usb_control_msg_send(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)usb_control_msg_send(there, 0, 0, 0, 0, 0, &info, sizeof(info), 0, 0); // note: 'info' goes to a device by 'usb_control_msg_send \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_usb_control_msg_send(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)usb_control_msg_send(there, 0, 0, 0, 0, 0, &info, sizeof(info), 0, 0); // verdict: copy-out struct info proven lc-padding-leak
}

long by_i2c_master_send(void *there)
{
	struct info info; // note: declared here

	info.type = 1;
	info.value = 2;
	return (long)i2c_master_send(there, &info, sizeof(info)); // note: 'info' goes to a device by 'i2c_master_send \(\)' with 3 bytes of padding after 'type' [lc-padding-leak]
}

long cleared_by_i2c_master_send(void *there)
{
	struct info info = { 0 };

	info.type = 1;
	info.value = 2;
	return (long)i2c_master_send(there, &info, sizeof(info)); // verdict: copy-out struct info proven lc-padding-leak
}
