// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * IPv4, TCP and UDP: two headers whose length is in their bytes, and a list of
 * options that each say how long they are.
 */
#include "packet.h"

#define OPTION_END 0
#define OPTION_NOTHING 1
#define OPTION_MSS 2

struct LC_WIRE option {
	uint8_t kind, length; /* of the whole option, in bytes */
};
struct LC_WIRE mss_option {
	uint8_t kind, length;
	lc_be16 mss;
};

/* Looks through the options of a TCP header for the maximum segment size. */
static enum packet_error parse_options(struct packet *packet, const uint8_t *at, size_t left)
{
	while (left > 0 && *at != OPTION_END) {
		const struct option *option;
		const struct mss_option *mss;

		if (*at == OPTION_NOTHING) {
			at++;
			left--;
			continue;
		}
		option = lc_ref_from_prefix(struct option, at, left);
		if (!option || option->length < sizeof(*option) || option->length > left)
			return PACKET_MALFORMED;
		if (option->kind == OPTION_MSS) {
			mss = lc_ref_from_bytes(struct mss_option, at, option->length);
			if (!mss)
				return PACKET_MALFORMED;
			packet->mss = lc_be16_get(mss->mss);
		}
		at += option->length;
		left -= option->length;
	}
	return PACKET_OK;
}

static enum packet_error parse_tcp(struct packet *packet, const uint8_t *bytes, size_t len)
{
	const struct tcp_header *tcp = lc_ref_from_prefix(struct tcp_header, bytes, len);
	size_t header;

	if (!tcp)
		return PACKET_SHORT;
	header = (size_t)(tcp->offset >> 4) * 4;
	if (header < sizeof(*tcp))
		return PACKET_MALFORMED;
	if (header > len)
		return PACKET_SHORT;
	packet->source_port = lc_be16_get(tcp->source);
	packet->destination_port = lc_be16_get(tcp->destination);
	packet->payload = bytes + header;
	packet->payload_length = len - header;
	return parse_options(packet, lc_rest_of_prefix(struct tcp_header, bytes),
			     header - sizeof(*tcp));
}

static enum packet_error parse_udp(struct packet *packet, const uint8_t *bytes, size_t len)
{
	const struct udp_header *udp = lc_take_prefix(struct udp_header, &bytes, &len);
	size_t length;

	if (!udp)
		return PACKET_SHORT;
	length = lc_be16_get(udp->length);
	if (length < sizeof(*udp))
		return PACKET_MALFORMED;
	length -= sizeof(*udp);
	if (length > len)
		return PACKET_SHORT;
	packet->source_port = lc_be16_get(udp->source);
	packet->destination_port = lc_be16_get(udp->destination);
	packet->payload = bytes;
	packet->payload_length = length;
	return PACKET_OK;
}

enum packet_error packet_parse(struct packet *packet, const uint8_t *bytes, size_t len)
{
	const struct ipv4_header *ip = lc_ref_from_prefix(struct ipv4_header, bytes, len);
	struct packet parsed = { 0 };
	enum packet_error error;
	size_t header, total;

	if (!ip)
		return PACKET_SHORT;
	if (ip->version_ihl >> 4 != 4 || lc_be16_get(ip->flags_fragment) & 0x3fff)
		return PACKET_UNSUPPORTED;
	header = (size_t)(ip->version_ihl & 15) * 4;
	total = lc_be16_get(ip->total_length);
	if (header < sizeof(*ip) || total < header)
		return PACKET_MALFORMED;
	if (total > len)
		return PACKET_SHORT;
	parsed.source = lc_be32_get(ip->source);
	parsed.destination = lc_be32_get(ip->destination);
	parsed.protocol = ip->protocol;
	if (ip->protocol == 6)
		error = parse_tcp(&parsed, bytes + header, total - header);
	else if (ip->protocol == 17)
		error = parse_udp(&parsed, bytes + header, total - header);
	else
		error = PACKET_UNSUPPORTED;
	if (error == PACKET_OK)
		*packet = parsed;
	return error;
}
