/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A parser of IPv4 packets with TCP or UDP in them, on layoutcheck.h: no length is
 * trusted before it was compared, no byte order forgotten, no alignment assumed.
 * RFC 791, RFC 9293, RFC 768.
 */
#ifndef EXAMPLE_PACKET_H
#define EXAMPLE_PACKET_H

#include "layoutcheck.h"

struct LC_WIRE ipv4_header {
	uint8_t version_ihl; /* high four bits: version; low: length in words of 4 bytes */
	uint8_t tos;
	lc_be16 total_length; /* header and what follows, in bytes */
	lc_be16 id;
	lc_be16 flags_fragment;
	uint8_t ttl;
	uint8_t protocol;
	lc_be16 checksum;
	lc_be32 source, destination;
};
LC_ASSERT_SIZE(struct ipv4_header, 20);

struct LC_WIRE tcp_header {
	lc_be16 source, destination;
	lc_be32 sequence, acknowledgment;
	uint8_t offset; /* high four bits: length in words of 4 bytes */
	uint8_t flags;
	lc_be16 window, checksum, urgent;
};
LC_ASSERT_SIZE(struct tcp_header, 20);

struct LC_WIRE udp_header {
	lc_be16 source, destination;
	lc_be16 length; /* header and payload, in bytes */
	lc_be16 checksum;
};
LC_ASSERT_SIZE(struct udp_header, 8);

struct packet {
	uint32_t source, destination; /* host order */
	uint16_t source_port, destination_port;
	uint8_t protocol; /* 6: TCP, 17: UDP */
	uint16_t mss; /* TCP's maximum segment size; 0: not said */
	const uint8_t *payload; /* within the bytes that were parsed */
	size_t payload_length; /* bytes */
};

enum packet_error {
	PACKET_OK,
	PACKET_SHORT, /* fewer bytes than a length says */
	PACKET_MALFORMED, /* a length that cannot be */
	PACKET_UNSUPPORTED, /* not IPv4, a fragment, another protocol */
};

/* Parses the LEN bytes at BYTES; *PACKET is written only with PACKET_OK. */
enum packet_error packet_parse(struct packet *packet, const uint8_t *bytes, size_t len);

#endif
