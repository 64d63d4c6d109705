/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Shared with programs: host order, native layout. */
struct event {
	u16 type;
	u32 length;
	u64 time;
};

/* Shared with them too, and named as what is on the wire. */
struct frame_tail { // warning: 2 bytes of padding before .length. [lc-implicit-padding]
	__be16 type;
	__be32 length; // note: padding before
};
