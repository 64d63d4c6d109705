// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The rules about types are silent on what a machine keeps for itself or hands
 * to its own programs: private areas, netlink, headers shared with programs.
 */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef u16 __be16;
typedef u32 __be32;

struct sk_buff {
	unsigned int len;
	u8 *data;
	u8 cb[48];
};

struct nlattr {
	u16 nla_len;
	u16 nla_type;
};

struct nlmsghdr {
	u32 nlmsg_len;
	u16 nlmsg_type;
	u16 nlmsg_flags;
	u32 nlmsg_seq;
	u32 nlmsg_pid;
};

struct device {
	int id;
	u8 priv[];
};

void use(const void *view);
void *nla_data(const struct nlattr *nla);
void *nlmsg_data(const struct nlmsghdr *nlh);

/* What a layer keeps in a packet's control block, packed or not. */
struct __attribute__((packed)) kept_cb {
	__be16 port;
	unsigned long stamp;
	u8 first : 1, second : 1;
};

unsigned long control_block(const struct sk_buff *skb)
{
	return ((const struct kept_cb *)skb->cb)->stamp;
}

/* The same over the packet itself. */
struct __attribute__((packed)) sent_cb { // warning: bits 'first:1' [lc-bitfield-layout]; also warning: 'stamp' [lc-abi-dependent]
	__be16 port;
	unsigned long stamp;
	u8 first : 1, second : 1;
};

unsigned long packet(const struct sk_buff *skb)
{
	const struct sent_cb *view = (const struct sent_cb *)skb->data; // note: is viewed as 'struct sent_cb'; also note: is viewed as

	return skb->len >= sizeof(*view) ? view->stamp : 0;
}

/* An object of one's own in a private area: it holds an address. */
struct __attribute__((packed)) station {
	__be32 address;
	struct device *owner;
	unsigned long since;
	u8 alive : 1, dead : 1;
};

unsigned long private_area(const struct device *device)
{
	return ((const struct station *)device->priv)->since;
}

/* The name is that of frames, some members are as in frames, and it is an interface. */
struct ieee80211_interface {
	__be16 protocol;
	u8 up;
	struct device *owner;
	unsigned long since;
};

unsigned long named_like_frames(const struct device *device)
{
	return ((const struct ieee80211_interface *)device->priv)->since;
}

/* Netlink stays on the machine. */
struct port_message {
	u8 family;
	u32 index;
	unsigned long since;
};

unsigned long attribute(const struct nlattr *nla)
{
	return ((const struct port_message *)nla_data(nla))->since;
}

unsigned long message(const struct nlmsghdr *nlh)
{
	return ((const struct port_message *)nlmsg_data(nlh))->since;
}

#include "lib/include/uapi/linux/events.h"

u64 event(const struct sk_buff *skb)
{
	const struct event *view = (const struct event *)skb->data;

	return skb->len >= sizeof(*view) ? view->time : 0;
}

/* Who names an order speaks of the wire. */
u32 frame_tail(const struct sk_buff *skb)
{
	const struct frame_tail *view = (const struct frame_tail *)skb->data;

	return skb->len >= sizeof(*view) ? view->length : 0;
}
