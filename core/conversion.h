/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The ledger: conversions of one unit, what is known of each, and the verdicts.
 *
 * Adapters fill in facts (kind, places, origin, target, accesses); judges add
 * judgements; reporters print. Strings and arrays live in the unit's arena.
 */
#ifndef LC_CONVERSION_H
#define LC_CONVERSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "alignment.h"
#include "place.h"
#include "rules.h"

#ifdef __cplusplus
extern "C" {
#endif

enum lc_verdict { LC_PROVEN, LC_OPEN, LC_REFUTED };

enum lc_conversion_kind {
	LC_OVERLAY, /* a pointer to bytes becomes a pointer to T and is used as T */
	LC_COPY_IN, /* bytes are copied into a T */
	LC_COPY_OUT, /* a T is copied into bytes */
	LC_COMPARE, /* the bytes of a T are compared or hashed */
	LC_PUN, /* a union of bytes and T */
	LC_MAP, /* an integer or an I/O mapping becomes a pointer to T */
	LC_RETYPE, /* an object is accessed as another type than its own */
	LC_LENGTH, /* a length read out of the bytes says how far something reaches */
};

/* The kinds in which bytes are viewed as a type where they are. */
#define LC_VIEWS (1u << LC_OVERLAY | 1u << LC_PUN)

enum lc_domain { LC_DOMAIN_OTHER, LC_DOMAIN_PACKET, LC_DOMAIN_FIRMWARE_TABLE, LC_DOMAIN_REGISTER };

/* What a step of the evidence tells, in the order in which a reader asks. */
enum lc_step_kind {
	LC_STEP_OTHER,
	LC_STEP_CALLER, /* a call through which the bytes come */
	LC_STEP_ORIGIN, /* where they come from */
	LC_STEP_LENGTH, /* how many there are, or which length is theirs */
	LC_STEP_GUARD, /* a comparison, enough or not */
	LC_STEP_CAST,
	LC_STEP_ACCESS,
};

/* One step of the evidence: a place and a short true sentence about it. */
struct lc_step {
	struct lc_place place;
	const char *text;
	enum lc_step_kind kind;
};

struct lc_suppression;

/* The attributes that speak of a conversion or a type: see suppression.h. */
struct lc_allowances {
	struct lc_suppression **by;
	size_t n, capacity;
};

/* What one rule says of one conversion. */
struct lc_judgement {
	const struct lc_rule *rule;
	enum lc_verdict verdict;
	/* NONE: kept in the ledger only. Otherwise this is a finding. */
	enum lc_level level;
	struct lc_place place; /* where the finding stands */
	const char *message; /* of a finding: one sentence; else NULL */
	const char *how; /* how proven, or what is missing: a phrase */
	const char *missing; /* open: what is needed, without why that is no finding; or NULL */
	bool seen_to; /* open: at some call it is proven */
	const char *assumes; /* what the verdict takes on trust, or NULL */
	const struct lc_step *steps;
	size_t n_steps;
	/* Proven: the comparisons that the proof rests on, in the order of the proof. */
	const struct lc_place *guards;
	size_t n_guards;
	/* Of a finding about a type: the conversion that made it one of the wire, and the type. */
	const struct lc_conversion *seen_in;
	const char *type;
	/* What else it is about: places that are no way from cause to effect. */
	const struct lc_step *related;
	size_t n_related;
	/* For who mends it: the bytes and the length that belongs to them, as written in C, or NULL. */
	const char *pointer, *length;
	const struct lc_suppression
		*suppressed; /* what the source says against reporting it, or NULL */
};

/* Where the bytes come from. */
struct lc_origin {
	const char *kind; /* parameter, object, call, load, address, unknown */
	const char *name; /* as an expert would name it: buf, skb->data, kmalloc () */
	struct lc_place place;
	enum lc_domain domain;
	bool domain_by_type; /* the domain is that of the target's name alone */
	bool native; /* what this machine keeps for itself, by the model: a type's ABI does not matter */
	const char *extent; /* bytes known readable, in words: "16 bytes", "len bytes"; or NULL */
	uint64_t alignment; /* bytes known, at least 1 */
};

struct lc_layout;

/* What the bytes are viewed as. Sizes in bytes; 0 if not known. */
struct lc_target {
	const char *type; /* as in C: struct hdr, __le32 */
	struct lc_place place; /* of its definition */
	uint64_t size;
	uint64_t alignment;
	uint64_t handle; /* the adapter's own name for the type, or 0 */
	const struct lc_layout *layout; /* of a record, or NULL */
};

struct lc_need;
struct lc_leaving;
struct lc_mapping;
struct lc_retyped;

/* One access made through the view. */
struct lc_access {
	struct lc_place place;
	const char *what; /* h->len */
	bool write;
	const struct lc_need *need; /* NULL: nothing to judge */
	const char *unlooked; /* the helper whose result was not looked at before; or NULL */
	const char *function; /* in which it stands, if that is another than the one looked at */
	enum lc_verdict verdict; /* whether the bytes are there, once that is judged */
	bool up_to_callers; /* that is open, and a finding if nobody who calls has seen to it */
	const struct lc_rule *spoken_by; /* the rule that has a finding about it, or NULL */
};

struct lc_conversion {
	unsigned id; /* 1-based within the unit */
	enum lc_conversion_kind kind;
	const char *function; /* in which the cast stands */
	bool internal; /* that function is static */
	struct lc_place cast;
	struct lc_origin origin;
	struct lc_target target;
	const char *held_by; /* the helper that holds it, or NULL */
	const struct lc_mapping *mapping; /* of LC_MAP: registers.h */
	const struct lc_retyped *retyped; /* of LC_RETYPE: retyped.h */
	bool escapes; /* the view is handed on: to a call, a caller, an object */
	const struct lc_leaving *leaving; /* LC_COPY_OUT: see leaving.h; or NULL */
	struct lc_alignment alignment; /* of the view as a whole, which is what a conversion needs */
	struct lc_access *accesses;
	size_t n_accesses, accesses_capacity;
	/* Where the view is handed on, judged if nothing is accessed here; no need: how much is not known. */
	struct lc_access *handed_on;
	size_t n_handed_on, handed_on_capacity;
	struct lc_judgement *judgements;
	size_t n_judgements, judgements_capacity;
	struct lc_allowances allowed;
};

const char *lc_verdict_name(enum lc_verdict verdict);
const char *lc_conversion_kind_name(enum lc_conversion_kind kind);
const char *lc_domain_name(enum lc_domain domain);

#ifdef __cplusplus
}
#endif
#endif
