#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Functions of validity: one that a helper relies on compares each bool and enum field
# of its type, or the unit does not compile.
# shellcheck source=tests/plugin/lib/support.sh disable=SC2154
. "$(dirname "$0")/lib/support.sh"

types='enum mode { OFF, SLOW, FAST };
struct inner { uint8_t id; bool on; uint16_t n; };
struct LC_TRY_FROM_BYTES state { bool on; uint8_t level; enum mode mode; struct inner in; enum mode list[3]; };'
# The fields of a state: on 0, mode 4, in 8, in.on 9, list 12.

source_of() { # DEFINITIONS
	printf '#include "layoutcheck.h"\n#include <string.h>\n%s\n%s\n' "$types" "$1"
	cat <<'C'
int f(const uint8_t *buf, size_t len);
int f(const uint8_t *buf, size_t len)
{
	const struct state *s = lc_try_ref_from_prefix(struct state, valid, buf, len);

	return s ? s->level : -1;
}
C
}
at_each_level() { # STATUS DEFINITIONS
	local level
	source_of "$2" >valid.c
	for level in -O0 -O2; do
		compile "$1" $level -std=c11 -Wall -Wextra -Wno-misleading-indentation -I"$top/include" -c valid.c -o valid.o || return 1
		said=$(cat err)
		[ "$1" = 1 ] || [ -z "$said" ] || return 1
	done
}
accepts() { # DEFINITIONS
	at_each_level 0 "$1"
}
refuses() { # DEFINITIONS REGEX...
	at_each_level 1 "$1" || return 1
	shift
	while [ $# -gt 0 ]; do
		says "$1" || return 1
		shift
	done
}
function_of() { # STATEMENTS
	printf 'static bool valid(const void *from)\n{\n\tconst uint8_t *p = from;\n\n\t%s\n}\n' "$1"
}
# Statements that return false where all but the field they are named by is wrong.
words='uint32_t mode, list[3]; memcpy(&mode, p + 4, 4); memcpy(list, p + 12, 12);'
on='if (p[0] > 1) return false;'
mode='if (mode > 2) return false;'
inner='if (p[9] > 1) return false;'
list='for (int i = 0; i < 3; i++) if (list[i] > 2) return false;'

check "one that compares each of them will do" accepts \
	"$(function_of "$words $on $mode $inner $list return true;")"
check "a bool that is forgotten is named, and the call that relies on it" refuses \
	"$(function_of "$words $mode $inner $list return true;")" \
	"valid.c:6:13: error: .valid. does not check field .on. at byte 0 of .struct state., which is bool: only 0 and 1 are valid" \
	"note: .lc_try_ref_from_prefix. relies on it here"
check "so is an enum" refuses "$(function_of "$words $on (void)mode; $inner $list return true;")" \
	"error: .valid. does not check field .mode. at byte 4 of .struct state., which is enum mode: only its enumerators are valid"
check "and a field of a nested record" refuses "$(function_of "$words $on $mode $list return true;")" \
	"error: .valid. does not check field .in.on. at byte 9"
check "and an element of an array" refuses \
	"$(function_of "$words $on $mode $inner for (int i = 0; i < 2; i++) if (list[i] > 2) return false; return true;")" \
	"error: .valid. does not check field .list\[2\]. at byte 20"
check "and the first one, where the loop starts behind it" refuses \
	"$(function_of "$words $on $mode $inner for (unsigned i = 1; i < 3; i++) if (list[i] > 2) return false; return true;")" \
	"error: .valid. does not check field .list\[0\]. at byte 12"
check "all that are forgotten are told, one as an error" refuses \
	"$(function_of "$words $on $list (void)mode; return true;")" "error: .*field .mode." \
	"note: nor does it check field .in.on. at byte 9, which is bool"
check "a byte of an enum is not the whole of it" refuses \
	"$(function_of "$words $on $inner $list (void)mode; return p[4] <= 2;")" \
	"error: .valid. checks only a part of field .mode. at byte 4 of .struct state., not all of byte 5"
check "nor are the bits that a mask leaves" refuses \
	"$(function_of "$words $mode $inner $list return (p[0] & 3) != 2;")" \
	"error: .valid. checks only a part of field .on. at byte 0"
check "a bool that is read as one is no check" refuses \
	"$(function_of "$words $mode $inner $list const struct state *s = from; return s->on == true || s->level;")" \
	"error: .valid. reads field .on. at byte 0 of .struct state. as .bool., and so can find no value that is not valid"
check "nor is a comparison with zero" refuses \
	"$(function_of "$words $mode $inner $list return p[0] != 0;")" \
	"error: .valid. compares field .on. at byte 0 of .struct state. with zero alone"
check "what is compared and does not bear on the answer is none" refuses \
	"int seen; $(function_of "$words $mode $inner $list if (p[0] > 1) seen++; return true;")" \
	"error: .valid. does not check field .on."
check "one that looks at nothing is told" refuses 'static bool valid(const void *from) { return from != NULL; }' \
	"error: .valid. does not check field .on."

check "a switch over an enum is a check" accepts "$(function_of \
	"$words (void)mode; $on $inner $list switch (((const struct state *)from)->mode) { case OFF: case SLOW: case FAST: return true; } return false;")"
check "a range that starts elsewhere is" accepts \
	"$(function_of "$words $on $inner $list return mode - 1 <= 1 || mode == 0;")"
check "a mask is" accepts "$(function_of "$words $on $inner $list return !(mode & ~3u) && !(p[0] & 0xfe);")"
check "a table of what is valid is" accepts \
	"static const bool known[256] = { true, true }; $(function_of "$words $mode $inner $list return known[p[0]];")"
check "a set of bits is" accepts "$(function_of "$words $on $inner $list return mode < 32 && 0x7u >> mode & 1;")"
check "a flag that is kept until the end is" accepts \
	"$(function_of "$words bool ok = p[0] <= 1; ok &= p[9] <= 1; ok = ok && mode <= 2; for (int i = 0; i < 3; i++) ok &= list[i] <= 2; return ok;")"
check "functions that are called may check" accepts \
	"static bool is_bool(const uint8_t *at) { return *at <= 1; }
	static bool is_mode(uint32_t m) { return m <= FAST; }
	static bool inner_valid(const struct inner *in) { return is_bool((const uint8_t *)&in->on); }
	$(function_of "$words if (!is_bool(p) || !is_mode(mode) || !inner_valid((const void *)(p + 8))) return false;
	for (size_t i = 0; i < 3; i++) { if (!is_mode(list[i])) return false; } return true;")"
check "and are told if they do not" refuses \
	"static bool is_bool(const uint8_t *at) { return at[1] <= 1; }
	$(function_of "$words $mode $inner $list return is_bool(p);")" "error: .valid. does not check field .on."
check "a loop by pointer is followed" accepts \
	"$(function_of "$words (void)list; $on $mode $inner for (const uint8_t *q = p + 12; q < p + 24; q += 4) { uint32_t m; memcpy(&m, q, 4); if (m > 2) return false; } return true;")"
check "and ends where it ends" refuses \
	"$(function_of "$words (void)list; $on $mode $inner for (const uint8_t *q = p + 12; q < p + 20; q += 4) { uint32_t m; memcpy(&m, q, 4); if (m > 2) return false; } return true;")" \
	"error: .valid. does not check field .list\[2\]."
each='static bool each(const uint8_t *at, size_t n, uint8_t most)
	{
		for (size_t i = 0; i < n; i++)
			if (at[4 * i] > most || at[4 * i + 1] || at[4 * i + 2] || at[4 * i + 3])
				return false;
		return true;
	}'
check "one in a function that is told how far to go" accepts \
	"$each $(function_of "$on $inner return each(p + 4, 1, 2) && each(p + 12, 3, 2);")"
check "goes no farther" refuses "$each $(function_of "$on $inner return each(p + 4, 1, 2) && each(p + 12, 2, 2);")" \
	"error: .valid. does not check field .list\[2\]."
check "fields may be named, and ways out be many" accepts \
	"static bool valid(const void *from)
	{
		const struct state *s = from;
		int bad = 0;

		for (unsigned i = 0; i < 3; i++)
			bad |= s->list[i] > FAST;
		if (*(const uint8_t *)&s->in.on > 1)
			goto out;
		switch (*(const uint8_t *)&s->on) { case 0: case 1: break; default: return false; }
		return !bad && (s->mode == OFF || s->mode == SLOW || s->mode == FAST);
	out:
		return false;
	}"
check "a copy of raw fields is looked through" accepts \
	"struct raw { uint8_t on, level; uint32_t mode; uint8_t id, inner_on; uint16_t n; uint32_t list[3]; };
	static bool valid(const void *from) { struct raw r; memcpy(&r, from, sizeof(r));
	return r.on <= 1 && r.mode <= 2 && r.inner_on <= 1 && r.list[0] <= 2 && r.list[1] <= 2 && r.list[2] <= 2; }"
check "field by field" refuses \
	"struct raw { uint8_t on, level; uint32_t mode; uint8_t id, inner_on; uint16_t n; uint32_t list[3]; };
	static bool valid(const void *from) { struct raw r; memcpy(&r, from, sizeof(r));
	return r.on <= 1 && r.mode <= 2 && r.inner_on <= 1 && r.list[0] <= 2 && r.list[2] <= 2; }" \
	"error: .valid. does not check field .list\[1\]. at byte 16"
check "a result by pointer is followed" accepts \
	"static void look(const uint8_t *at, bool *ok) { if (*at > 1) *ok = false; }
	$(function_of "$words bool ok = true; look(p, &ok); look(p + 9, &ok); $mode $list return ok;")"
check "a function that is not in sight is taken at its word" accepts \
	"bool elsewhere(const struct state *s); $(function_of "return elsewhere((const struct state *)p);")"

generated='LC_BOOL(on) LC_RANGE(mode, OFF, FAST) LC_BOOL(in.on) LC_ONE_OF(list[0], OFF, SLOW, FAST) LC_RANGE(list[1], OFF, FAST)'
check "LC_DEFINE_VALID is looked through" accepts \
	"LC_DEFINE_VALID(valid, struct state, $generated LC_RANGE(list[2], OFF, FAST))"
check "and a field that it was not told of is named" refuses "LC_DEFINE_VALID(valid, struct state, $generated)" \
	"valid.c:6:17: error: .valid. does not check field .list\[2\]. at byte 20"
wide='typedef struct LC_TRY_FROM_BYTES narrow { int8_t level; bool on, off; uint8_t r; } narrow;
int g(const uint8_t *buf, size_t len); int g(const uint8_t *buf, size_t len) { narrow n; return lc_try_read_from_prefix(narrow, narrow_valid, buf, len, &n); }'
check "a field beside one of the widths that it can read is not counted as read" refuses \
	"LC_DEFINE_VALID(valid, struct state, $generated LC_RANGE(list[2], OFF, FAST))
	struct narrow; static bool narrow_valid(const void *);
	$wide
	LC_DEFINE_VALID(narrow_valid, narrow, LC_RANGE(level, -3, 3) LC_BOOL(off))" \
	"error: .narrow_valid. does not check field .on. at byte 1 of .struct narrow." "note: .lc_try_read_from_prefix. relies on it here"

all="$(function_of "$words $on $mode $inner $list return true;")"
check "one of another unit must be marked" refuses 'bool valid(const void *from);' \
	"valid.c:[0-9]+:[0-9]+: error: .lc_try_ref_from_prefix. relies on .valid., which is not defined here: declare it .LC_VALIDATES\(struct state\)."
check "marked, it is believed" accepts 'LC_VALIDATES(struct state) bool valid(const void *from);'
check "but not for another type" refuses 'struct other { bool on; }; LC_VALIDATES(struct other) bool valid(const void *from);' \
	"relies on .valid., which is not defined here"
check "where it is defined the mark is proven" refuses \
	"LC_VALIDATES(struct state) bool others(const void *from); bool others(const void *from) { return *(const uint8_t *)from <= 1; } $all" \
	"error: .others. does not check field .mode."
check "a pointer to a function is taken at its word" accepts \
	"static bool (*valid)(const void *) = NULL; void set(bool (*to)(const void *)); void set(bool (*to)(const void *)) { valid = to; }"
union_of() { # STATEMENT
	printf '%s\n' "union LC_TRY_FROM_BYTES either { bool on; enum mode mode; };
	static bool either_valid(const void *from) { const uint8_t *p = from; uint32_t m; memcpy(&m, p, 4); $1 }
	int g(const uint8_t *buf, size_t len); int g(const uint8_t *buf, size_t len) { return lc_try_ref_from_prefix(union either, either_valid, buf, len) != NULL; }
	$all"
}
check "of a union one member is enough" accepts "$(union_of 'return m <= 2;')"
check "no member is too few" refuses "$(union_of '(void)m; return true;')" "error: .either_valid. does not check field .on."
check "a function of a header that nothing calls asks for nothing" accepts "$all
	static inline bool none(const void *from) { return from != NULL; }
	static inline int unused(const uint8_t *buf, size_t len) { return lc_try_ref_from_prefix(struct state, none, buf, len) != NULL; }"
same_code() {
	source_of "$all" >valid.c
	compile 0 -std=c11 -O2 -I"$top/include" -c valid.c -o with.o &&
		"${cc[@]}" -std=c11 -O2 -I"$top/include" -c valid.c -o without.o &&
		objdump -d with.o | tail -n +4 >with.s && objdump -d without.o | tail -n +4 >without.s &&
		cmp -s with.s without.s
}
check "the code is the same with and without the plugin" same_code
done_testing
