// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A flag that is set together with a comparison tells later which way was
 * taken, and what was compared on it.
 */
#include <stdbool.h>
#include <stddef.h>

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

struct common {
	u8 x, y;
	u16 buttons;
	u32 time;
	u16 touches[4];
};

void use(u32);
int value_of(void);

/* Two long reports, and a short one that is left after its buttons. */
int short_reports_end_early(const u8 *data, int size)
{
	const struct common *report;
	bool is_short = false;

	if (size < 1)
		return -1;
	if (data[0] == 1 && size == 64) {
		report = (const struct common *)&data[1]; // verdict: overlay struct common proven lc-short-buffer
	} else if (data[0] == 17 && size == 78) {
		report = (const struct common *)&data[3];
	} else if (data[0] == 1 && size == 10) {
		report = (const struct common *)&data[1];
		is_short = true;
	} else {
		return -1;
	}
	use(report->buttons);
	if (is_short)
		return 0;
	use(report->touches[3]);
	return 0;
}

/* The long ones are left instead. */
int long_reports_end_early(const u8 *data, int size)
{
	const struct common *report;
	bool is_short = false;

	if (size < 1)
		return -1;
	if (data[0] == 1 && size == 64) {
		report = (const struct common *)&data[1];
	} else if (data[0] == 17 && size == 78) {
		report = (const struct common *)&data[3];
	} else if (data[0] == 1 && size == 10) {
		report = (const struct common *)&data[1];
		is_short = true;
	} else {
		return -1;
	}
	use(report->buttons);
	if (!is_short)
		return 0;
	use(report->touches[3]); // warning: needs 16 bytes.*10 known|too little [lc-short-buffer]
	return 0;
}

/* With other merges between the flag's and its test. */
int with_other_things_between(const u8 *data, int size)
{
	const struct common *report;
	bool is_short = false;
	int value;

	if (size < 1)
		return -1;
	if (data[0] == 1 && size == 64) {
		report = (const struct common *)&data[1]; // verdict: overlay struct common proven lc-short-buffer
	} else if (data[0] == 17 && size == 78) {
		report = (const struct common *)&data[3];
	} else if (data[0] == 1 && size == 10) {
		report = (const struct common *)&data[1];
		is_short = true;
	} else {
		return -1;
	}
	value = report->x & 15;
	if (value > 8)
		value = 8;
	use(value);
	value = report->y & 15;
	if (value > 8)
		value = 8;
	use(value);
	if (is_short)
		return 0;
	for (int i = 0; i < 3; i++)
		use(value_of() > 3 ? 1 : value_of());
	if (value_of())
		use(1);
	else
		use(2);
	if (value_of())
		use(3);
	else
		use(4);
	use(report->touches[3]);
	return 0;
}

/* A number that says which of three kinds it is. */
int by_kind(const u8 *data, int size)
{
	int kind;

	if (size >= 32)
		kind = 3;
	else if (size >= 16)
		kind = 2;
	else if (size >= 4)
		kind = 1;
	else
		kind = 0;
	use(kind);
	if (kind >= 2)
		use(((const struct common *)data)->time); // verdict: overlay struct common proven lc-short-buffer
	return 0;
}

int by_kind_of_the_shortest(const u8 *data, int size)
{
	int kind;

	if (size >= 32)
		kind = 3;
	else if (size >= 16)
		kind = 2;
	else if (size >= 4)
		kind = 1;
	else
		kind = 0;
	use(kind);
	if (kind >= 1)
		use(((const struct common *)data)->time); // verdict: overlay struct common open lc-short-buffer because 4 known
	return 0;
}
