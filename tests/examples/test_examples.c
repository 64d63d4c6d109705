/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The worked examples: what they make of good bytes, and of every shorter piece of
 * them at every alignment. Each piece is a block of its own, so that a sanitizer
 * sees a byte too many.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "packet.h"
#include "tables.h"
#include "uart.h"

/* 10.0.0.1:80 to 10.0.0.2:443, SYN, MSS 1460, a NOP, payload "hi". */
static const uint8_t tcp_packet[] = {
	0x45, 0,   0, 50,   0,    1, 0x40, 0, 64, 6, 0, 0, 10,   0, 0,  1, 10, 0, 0, 2, /* IPv4 */
	0,    80,  1, 187,  0,    0, 0,    1, 0,  0, 0, 0, 0x70, 2, 16, 0, 0,  0, 0, 0, /* TCP */
	1,    2,   4, 0x05, 0xb4, 1, 0,    0, /* options */
	'h',  'i',
};
static const uint8_t udp_packet[] = {
	0x46, 0,   0,   35, 0, 1,  0, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2, /* IPv4 */
	1,    1,   1,   0, /* its options */
	0,    53,  4,   0,  0, 11, 0, 0, /* UDP */
	'a',  'b', 'c',
};

/* The first LEN of BYTES in a block of just that size, SHIFT bytes off alignment. */
static uint8_t *piece(const uint8_t *bytes, size_t len, size_t shift, uint8_t **block)
{
	*block = malloc(len + shift);
	assert_true(*block || !(len + shift));
	if (len)
		memcpy(*block + shift, bytes, len);
	return *block + shift;
}

static enum packet_error parse_piece(struct packet *packet, const uint8_t *bytes, size_t len,
				     size_t shift)
{
	static uint8_t payload[64];
	uint8_t *block, *at = piece(bytes, len, shift, &block);
	enum packet_error error = packet_parse(packet, at, len);

	if (error == PACKET_OK) {
		assert_true(packet->payload >= at && packet->payload_length <= sizeof(payload));
		assert_true(packet->payload + packet->payload_length <= at + len);
		memcpy(payload, packet->payload, packet->payload_length);
		packet->payload = payload;
	}
	free(block);
	return error;
}

static void a_packet_is_parsed_at_any_alignment(void **state)
{
	(void)state;
	for (size_t shift = 0; shift < 8; shift++) {
		struct packet p;

		assert_int_equal(parse_piece(&p, tcp_packet, sizeof(tcp_packet), shift), PACKET_OK);
		assert_int_equal(p.source, 0x0a000001);
		assert_int_equal(p.destination, 0x0a000002);
		assert_int_equal(p.source_port, 80);
		assert_int_equal(p.destination_port, 443);
		assert_int_equal(p.mss, 1460);
		assert_int_equal(p.payload_length, 2);
		assert_memory_equal(p.payload, "hi", 2);
		assert_int_equal(parse_piece(&p, udp_packet, sizeof(udp_packet), shift), PACKET_OK);
		assert_int_equal(p.source_port, 53);
		assert_int_equal(p.payload_length, 3);
		assert_memory_equal(p.payload, "abc", 3);
	}
}

static void a_packet_that_is_cut_off_is_short(void **state)
{
	struct packet p = { .mss = 7 };

	(void)state;
	for (size_t len = 0; len < sizeof(tcp_packet); len++)
		for (size_t shift = 0; shift < 4; shift++)
			assert_int_equal(parse_piece(&p, tcp_packet, len, shift), PACKET_SHORT);
	for (size_t len = 0; len < sizeof(udp_packet); len++)
		assert_int_equal(parse_piece(&p, udp_packet, len, 1), PACKET_SHORT);
	assert_int_equal(p.mss, 7);
}

/* PACKET with byte AT set to VALUE. */
static enum packet_error changed(const uint8_t *packet, size_t len, size_t at, uint8_t value)
{
	uint8_t bytes[64];
	struct packet p;

	memcpy(bytes, packet, len);
	bytes[at] = value;
	return parse_piece(&p, bytes, len, 0);
}

static void lengths_that_cannot_be_are_malformed(void **state)
{
	const size_t n = sizeof(tcp_packet), m = sizeof(udp_packet);

	(void)state;
	assert_int_equal(changed(tcp_packet, n, 0, 0x44), PACKET_MALFORMED); /* IHL below 5 */
	assert_int_equal(changed(tcp_packet, n, 0, 0x4f), PACKET_MALFORMED); /* beyond the total */
	assert_int_equal(changed(tcp_packet, n, 3, 19), PACKET_MALFORMED);
	assert_int_equal(changed(tcp_packet, n, 3, 39), PACKET_SHORT); /* no room for TCP */
	assert_int_equal(changed(tcp_packet, n, 32, 0x40), PACKET_MALFORMED); /* offset below 5 */
	assert_int_equal(changed(tcp_packet, n, 32, 0xf0), PACKET_SHORT);
	assert_int_equal(changed(tcp_packet, n, 42, 0),
			 PACKET_MALFORMED); /* an option of no length */
	assert_int_equal(changed(tcp_packet, n, 42, 3), PACKET_MALFORMED); /* MSS of 3 bytes */
	assert_int_equal(changed(tcp_packet, n, 42, 200), PACKET_MALFORMED);
	assert_int_equal(changed(udp_packet, m, 29, 7), PACKET_MALFORMED);
	assert_int_equal(changed(udp_packet, m, 29, 12), PACKET_SHORT);
	assert_int_equal(changed(tcp_packet, n, 0, 0x65), PACKET_UNSUPPORTED);
	assert_int_equal(changed(tcp_packet, n, 6, 0x20), PACKET_UNSUPPORTED); /* a fragment */
	assert_int_equal(changed(tcp_packet, n, 9, 1), PACKET_UNSUPPORTED);
}

/* A MADT with two local APICs, one of them disabled, an x2APIC, an I/O APIC and a type not known. */
static size_t make_madt(uint8_t *table)
{
	static const uint8_t records[] = {
		0, 8,  0, 0, 1, 0, 0, 0, /* local APIC, enabled */
		0, 8,  1, 1, 0, 0, 0, 0, /* local APIC */
		9, 16, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, /* local x2APIC, enabled */
		1, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* I/O APIC */
		7, 3,  0,
	};
	const size_t len = sizeof(struct madt) + sizeof(records);
	struct madt *madt = lc_ref_from_prefix(struct madt, table, len);
	uint8_t sum = 0;

	assert_non_null(madt);
	memset(table, 0, len);
	memcpy(madt->header.signature, "APIC", 4);
	lc_le32_set(&madt->header.length, (uint32_t)len);
	memcpy(table + sizeof(*madt), records, sizeof(records));
	for (size_t i = 0; i < len; i++)
		sum = (uint8_t)(sum + table[i]);
	madt->header.checksum = (uint8_t)-sum;
	return len;
}

/* The checksum of TABLE is right again after byte AT became VALUE. */
static void change(uint8_t *table, size_t at, uint8_t value)
{
	table[9] = (uint8_t)(table[9] + table[at] - value);
	table[at] = value;
}

static bool walk_piece(struct processors *found, const uint8_t *table, size_t len, size_t shift)
{
	uint8_t *block, *at = piece(table, len, shift, &block);
	bool whole = madt_walk(found, at, len);

	free(block);
	return whole;
}

static void a_madt_is_walked_to_its_end(void **state)
{
	struct processors found;
	uint8_t table[128];
	size_t len = make_madt(table);

	(void)state;
	for (size_t shift = 0; shift < 4; shift++) {
		assert_true(walk_piece(&found, table, len, shift));
		assert_int_equal(found.enabled, 2);
		assert_int_equal(found.disabled, 1);
		assert_int_equal(found.io_apics, 1);
		assert_int_equal(found.others, 1);
	}
	for (size_t cut = 0; cut < len; cut++)
		assert_false(walk_piece(&found, table, cut, 1));
}

static void a_record_that_cannot_be_ends_the_walk(void **state)
{
	struct processors found;
	uint8_t table[128];
	size_t len = make_madt(table), first = sizeof(struct madt);

	(void)state;
	change(table, first + 1, 0); /* no length: it would never end */
	assert_false(walk_piece(&found, table, len, 0));
	change(table, first + 1, 1);
	assert_false(walk_piece(&found, table, len, 0));
	change(table, first + 1, 7); /* too short for a local APIC */
	assert_false(walk_piece(&found, table, len, 0));
	change(table, first + 1, 200);
	assert_false(walk_piece(&found, table, len, 0));
	change(table, first + 1, 8);
	assert_true(walk_piece(&found, table, len, 0));
	table[first + 4] ^= 1;
	assert_false(walk_piece(&found, table, len, 0)); /* the checksum */
}

struct visits {
	unsigned n, strings;
	char first[16];
};

static void note(void *context, const struct smbios_header *header, const char *strings, unsigned n)
{
	struct visits *visits = context;

	(void)header;
	visits->n++;
	visits->strings += n;
	if (n && !*visits->first)
		strncpy(visits->first, strings, sizeof(visits->first) - 1);
}

static bool visit_piece(struct visits *visits, const uint8_t *table, size_t len)
{
	uint8_t *block, *at = piece(table, len, 0, &block);
	bool whole;

	memset(visits, 0, sizeof(*visits));
	whole = smbios_walk(at, len, note, visits);
	free(block);
	return whole;
}

static void smbios_structures_end_with_their_strings(void **state)
{
	static const uint8_t table[] = {
		1,   6, 0, 0, 1, 2, 'M', 'a', 'k', 'e', 'r', 0, 'B', 0, 0, /* two strings */
		127, 4, 1, 0, 0, 0, /* none */
	};
	struct visits visits;

	(void)state;
	assert_true(visit_piece(&visits, table, sizeof(table)));
	assert_int_equal(visits.n, 2);
	assert_int_equal(visits.strings, 2);
	assert_string_equal(visits.first, "Maker");
	for (size_t len = 0; len < sizeof(table); len++)
		assert_int_equal(visit_piece(&visits, table, len), len == 0 || len == 15);
}

static void a_uart_s_registers_are_words(void **state)
{
	static const uint8_t text[] = "ok";
	volatile struct uart_registers uart = { 0 };

	(void)state;
	assert_true(uart_probe(&uart));
	uart_set_up(&uart, 0x1234);
	assert_int_equal(uart.data, 0x34);
	assert_int_equal(uart.interrupt_enable, 0x12);
	assert_int_equal(uart.line_control, 3);
	assert_int_equal(uart_send(&uart, text, 2, 10), 0);
	assert_int_equal(uart_receive(&uart), -1);
	uart.line_status = 0x20;
	assert_int_equal(uart_send(&uart, text, 2, 10), 2);
	assert_int_equal(uart.data, 'k');
	uart.line_status = 0x21;
	assert_int_equal(uart_receive(&uart), 'k');
	uart.line_status = 0x03;
	assert_int_equal(uart_receive(&uart), -2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_packet_is_parsed_at_any_alignment),
		cmocka_unit_test(a_packet_that_is_cut_off_is_short),
		cmocka_unit_test(lengths_that_cannot_be_are_malformed),
		cmocka_unit_test(a_madt_is_walked_to_its_end),
		cmocka_unit_test(a_record_that_cannot_be_ends_the_walk),
		cmocka_unit_test(smbios_structures_end_with_their_strings),
		cmocka_unit_test(a_uart_s_registers_are_words),
	};

	return cmocka_run_group_tests_name("examples", tests, NULL, NULL);
}
