/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A driver of a 16550 UART whose registers are four bytes apart, on layoutcheck.h:
 * each register is accessed once, at its width.
 */
#ifndef EXAMPLE_UART_H
#define EXAMPLE_UART_H

#include "layoutcheck.h"

struct uart_registers {
	uint32_t data; /* receive and transmit; with DLAB, the low byte of the divisor */
	uint32_t interrupt_enable; /* with DLAB, the high byte of the divisor */
	uint32_t fifo_control;
	uint32_t line_control;
	uint32_t modem_control;
	uint32_t line_status;
	uint32_t modem_status;
	uint32_t scratch;
};
LC_ASSERT_SIZE(struct uart_registers, 32);
LC_ASSERT_FIELD(struct uart_registers, line_status, 20, 4);

/* Is there a UART at BASE? Its scratch register keeps what is written to it. */
bool uart_probe(volatile void *base);

/* Sets 8 data bits, no parity, one stop bit, and the divisor of the clock. */
void uart_set_up(volatile void *base, uint16_t divisor);

/* Sends N bytes, waiting at most PATIENCE looks for each; returns how many were sent. */
size_t uart_send(volatile void *base, const uint8_t *bytes, size_t n, unsigned patience);

/* What was received, or -1: nothing, -2: damaged. */
int uart_receive(volatile void *base);

#endif
