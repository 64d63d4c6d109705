/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Models: what cannot be seen in the code, declared as data.
 *
 * A model is written in YAML (layoutcheck-model(5)); `layoutcheck model compile`
 * checks it and makes lines of it, an entry a line, which is what is read here.
 * core/model_schema.c says which entries there are and what each holds.
 */
#ifndef LC_MODEL_H
#define LC_MODEL_H

#include "arena.h"
#include "conversion.h"

#ifdef __cplusplus
extern "C" {
#endif

enum lc_model_kind {
	LC_MODEL_PAIR,
	LC_MODEL_GUARD,
	LC_MODEL_MOVE,
	LC_MODEL_SOURCE,
	LC_MODEL_ACCESSOR,
	LC_MODEL_FILL,
	LC_MODEL_SINK,
	LC_MODEL_ALLOCATOR,
	LC_MODEL_MAP,
	LC_MODEL_IDIOM,
	LC_MODEL_COPY,
	LC_MODEL_HEADER,
	LC_MODEL_UNTRUSTED_FIELD,
	LC_MODEL_UNTRUSTED_VALUE,
	LC_MODEL_CALLBACK,
	LC_MODEL_TYPE,
	LC_MODEL_QUIET,
	LC_MODEL_NATIVE,
	LC_MODEL_HOST_ORDER,
	LC_MODEL_BYTE_ORDER,
	LC_MODEL_KINDS
};

/* Something that a call or a struct speaks of. */
enum lc_model_what {
	LC_WHAT_NOTHING, /* the entry does not say */
	LC_WHAT_NUMBER, /* VALUE */
	LC_WHAT_ARGUMENT, /* argument number ARGUMENT, as it was passed */
	LC_WHAT_POINTEE, /* what that argument points to once the call has returned: *size */
	LC_WHAT_FIELD, /* FIELD of the record that it points to, once the call has returned: skb->len */
	LC_WHAT_RETURNED, /* what the call returns */
	LC_WHAT_RETURNED_FIELD, /* FIELD of the record that it returns: return->len */
	LC_WHAT_MEMBER, /* FIELD of the struct that the entry is about */
};

struct lc_model_operand {
	enum lc_model_what what;
	int argument; /* 0-based */
	const char *field; /* names joined by dots: len, in.data */
	int64_t value;
};

/* The product of up to two operands, another one, and a number: count * size + at, datalen + 2. */
struct lc_model_amount {
	struct lc_model_operand factors[2];
	unsigned n; /* 0: not said */
	struct lc_model_operand added; /* never a member; NOTHING: none */
	int64_t plus;
};

/* Which calls an entry is about: those with as many arguments as it names. */
struct lc_model_signature {
	unsigned parameters;
	bool more; /* and any number after them */
	bool external; /* only if the unit does not define the function itself */
};

/* What a call must have returned for an entry to hold. */
enum lc_model_when {
	LC_WHEN_ALWAYS,
	LC_WHEN_NONZERO,
	LC_WHEN_ZERO,
	LC_WHEN_POSITIVE,
	LC_WHEN_NONNEGATIVE,
	LC_WHEN_NEGATIVE,
};

/* p->POINTER points to BYTES bytes, or up to p->END. */
struct lc_model_pair {
	const char *record, *pointer;
	struct lc_model_amount bytes;
	const char *length; /* the member that BYTES speaks of, or NULL */
	const char *end; /* or NULL */
	enum lc_domain domain;
	bool untrusted; /* the bytes come from outside: what is read from them may be anything */
	bool layered; /* each layer hands them to the next one when it has compared their number */
};

/* After FUNCTION, if it returned as WHEN says, MORE is at least LESS. */
struct lc_model_guard {
	const char *function;
	struct lc_model_signature signature;
	enum lc_model_when when;
	struct lc_model_amount more, less;
};

enum lc_model_direction {
	LC_MOVE_PULL, /* the pointer goes up, the length down */
	LC_MOVE_PUSH, /* the pointer goes down, the length up */
	LC_MOVE_PUT, /* the length goes up */
	LC_MOVE_KEEP, /* the length stays; where the bytes lie may change */
	LC_MOVE_TRIM, /* the length goes down, to TO if it was more; the bytes stay where they are */
};

/* FUNCTION moves the pointer and the length of a pair by as many bytes, or trims or leaves the length. */
struct lc_model_move {
	const char *function;
	struct lc_model_signature signature;
	enum lc_model_when when; /* otherwise it has changed nothing */
	enum lc_model_direction direction;
	struct lc_model_operand pointer, length; /* skb->data, skb->len */
	struct lc_model_amount by, to;
};

/* FUNCTION returns bytes, or leaves a pointer to them in *ARGUMENT. */
struct lc_model_source {
	const char *function;
	struct lc_model_signature signature;
	struct lc_model_operand pointer; /* returned, or a pointee */
	enum lc_model_when when; /* of a pointee: when there are bytes at all */
	struct lc_model_amount bytes; /* n == 0: nobody knows how many */
	struct lc_model_amount also; /* and so many, if that is more; n == 0: not said */
	struct lc_model_operand aligned; /* a number of bytes or an argument */
	enum lc_domain domain;
	bool null; /* it may return NULL */
	bool exact; /* no more bytes than these are there for who called */
	bool untrusted;
	const char *helper; /* the helper of layoutcheck.h that this is, or NULL */
};

/* FUNCTION returns POINTER + OFFSET: a view of bytes that something else already holds. */
struct lc_model_accessor {
	const char *function;
	struct lc_model_signature signature;
	struct lc_model_operand pointer; /* skb->data, or an argument; nothing: not said */
	struct lc_model_amount offset; /* n == 0: nobody knows */
	struct lc_model_amount bytes; /* at what is returned, as far as it is itself described */
	bool checked; /* that amount was checked before; otherwise it is only claimed */
	enum lc_domain domain;
};

/* FUNCTION writes BYTES bytes from outside to what BUFFER points to, which has room for ROOM. */
struct lc_model_fill {
	const char *function;
	struct lc_model_signature signature;
	struct lc_model_operand buffer;
	struct lc_model_amount bytes, room;
	enum lc_model_when when;
	bool untrusted;
	enum lc_domain domain;
	/* Where FLAGS hold a bit of COUNTING, or there is no room and it is ASKING, BYTES are those that there were. */
	struct lc_model_operand flags, counting;
	bool asking;
};

enum lc_model_exit { LC_TO_USER, LC_TO_NETWORK, LC_TO_FILE, LC_TO_DEVICE };

/* BYTES bytes at POINTER leave by a call of FUNCTION. */
struct lc_model_sink {
	const char *function;
	struct lc_model_signature signature;
	struct lc_model_operand pointer;
	struct lc_model_amount bytes;
	enum lc_model_exit leaves;
};

/* FUNCTION returns NULL or BYTES bytes for the caller to use: a cookie, not bytes from elsewhere. */
struct lc_model_allocator {
	const char *function;
	struct lc_model_signature signature;
	struct lc_model_amount bytes;
	bool zeroed;
	struct lc_model_operand flags, zeroing; /* zeroed if FLAGS hold the bit ZEROING */
	struct lc_model_operand aligned; /* a number of bytes or an argument */
};

/* FUNCTION returns a mapping of BYTES bytes of registers. */
struct lc_model_map {
	const char *function;
	struct lc_model_signature signature;
	struct lc_model_amount bytes;
};

/* FUNCTION accesses BYTES bytes at POINTER in a way that is right at any alignment. */
struct lc_model_idiom {
	const char *function;
	struct lc_model_signature signature;
	struct lc_model_operand pointer;
	struct lc_model_amount bytes;
	bool write;
};

/* FUNCTION accesses BYTES bytes at each of these; what is not said it does not access. */
struct lc_model_copy {
	const char *function;
	struct lc_model_signature signature;
	/* COMPARES is read as well: where it is said, what is read is compared or hashed. */
	struct lc_model_operand writes, reads, compares;
	struct lc_model_amount bytes;
};

/* A header type whose larger sub-types are overlaid on it. */
struct lc_model_header {
	const char *record;
	struct lc_model_amount bytes; /* what it says of its own length; n == 0: nothing */
	const char *length; /* the member that BYTES speaks of, or NULL */
	bool checked; /* who found it has compared that length with what is there */
	enum lc_domain domain;
};

/* FIELD of RECORD holds what the outside wrote there. */
struct lc_model_untrusted_field {
	const char *record, *field;
};

/* VALUE, after a call of FUNCTION, is what the outside wants it to be. */
struct lc_model_untrusted_value {
	const char *function;
	struct lc_model_signature signature;
	struct lc_model_operand value;
};

/* What FIELD of RECORD points to is called with what came from outside, and nobody has compared it. */
struct lc_model_callback {
	const char *record, *field;
};

/* Target types that match GLOB belong to a domain. */
struct lc_model_type {
	const char *glob;
	enum lc_domain domain;
};

/* Functions whose names match GLOB write nothing that the program reads: they log. */
struct lc_model_quiet {
	const char *glob;
};

/*
 * Types whose names match GLOB make up an interface of this machine, in its own byte order and
 * layout: netlink, uapi, the structures that a library hands out. As "struct NAME.MEMBER" it names an
 * area in which the machine keeps what is its own, and as a path the header that defines such types.
 */
struct lc_model_native {
	const char *glob;
};

/*
 * Types whose names match GLOB hold numbers in the order of the machine that reads them: those of
 * an object file of its own, or of tables that only machines of one order have.
 */
struct lc_model_host_order {
	const char *glob;
};

/* Functions and macros whose names match GLOB turn the order of bytes, or would on another machine. */
struct lc_model_byte_order {
	const char *glob;
};

/* All entries of one kind, in their order. */
struct lc_model_table {
	void *entries;
	size_t n, capacity;
};

struct lc_model_slot;
struct lc_model {
	struct lc_model_table tables[LC_MODEL_KINDS];
	struct lc_model_slot *slots; /* entries by name; a power of two */
	size_t n_slots, n_used;
	char hash[65]; /* SHA-256 in hex over the texts read */
};

/* The models that come with layoutcheck, compiled (core/models). */
extern const char lc_model_builtin[];
extern const char lc_model_builtin_hash[65];

/*
 * Adds the entries of TEXT, a compiled model, which NAME names in messages. Strings go to ARENA.
 * Returns NULL, or a message "NAME:LINE: …" in ARENA. What was read before counts less than what
 * is read now: a user's file may correct what is built in.
 */
const char *lc_model_read(struct lc_model *model, struct lc_arena *arena, const char *name,
			  const char *text);
/* The same from a file. */
const char *lc_model_read_file(struct lc_model *model, struct lc_arena *arena, const char *path);

/* The entry of that kind for a function or a struct, and for POINTER or FIELD of it; or NULL. */
const struct lc_model_pair *lc_model_find_pair(const struct lc_model *model, const char *record,
					       const char *pointer);
const struct lc_model_guard *lc_model_find_guard(const struct lc_model *model,
						 const char *function);
const struct lc_model_move *lc_model_find_move(const struct lc_model *model, const char *function);
const struct lc_model_source *lc_model_find_source(const struct lc_model *model,
						   const char *function);
const struct lc_model_accessor *lc_model_find_accessor(const struct lc_model *model,
						       const char *function);
const struct lc_model_fill *lc_model_find_fill(const struct lc_model *model, const char *function);
const struct lc_model_sink *lc_model_find_sink(const struct lc_model *model, const char *function);
const struct lc_model_allocator *lc_model_find_allocator(const struct lc_model *model,
							 const char *function);
const struct lc_model_map *lc_model_find_map(const struct lc_model *model, const char *function);
const struct lc_model_idiom *lc_model_find_idiom(const struct lc_model *model,
						 const char *function);
const struct lc_model_copy *lc_model_find_copy(const struct lc_model *model, const char *function);
const struct lc_model_header *lc_model_find_header(const struct lc_model *model,
						   const char *record);
const struct lc_model_untrusted_value *lc_model_find_untrusted_value(const struct lc_model *model,
								     const char *function);
/*
 * Is FIELD of RECORD under the control of the outside: by an entry that says so, or because it is
 * the length that a header claims of itself and nobody has checked?
 */
/* Does FIELD of RECORD say how many bytes came from outside, whoever handed them over having compared nothing? */
bool lc_model_is_amount_received(const struct lc_model *model, const char *record,
				 const char *field);
bool lc_model_is_untrusted_field(const struct lc_model *model, const char *record,
				 const char *field);
/* Does FIELD of RECORD hold functions that are called with what came from outside? */
bool lc_model_is_callback(const struct lc_model *model, const char *record, const char *field);
/* Does the function write nothing that the program reads? */
bool lc_model_is_quiet(const struct lc_model *model, const char *function);
/* Is the type part of an interface of this machine? */
bool lc_model_is_native(const struct lc_model *model, const char *type);
/* Are numbers in the type in the order of the machine that reads them? */
bool lc_model_is_host_order(const struct lc_model *model, const char *type);
/* Does the function or macro turn the order of bytes, on this machine or on another? */
bool lc_model_turns_bytes(const struct lc_model *model, const char *name);
/* The domain of a type name, LC_DOMAIN_OTHER if no entry matches. */
enum lc_domain lc_model_domain(const struct lc_model *model, const char *type);

/* Is a call with N arguments one that SIGNATURE speaks of? DEFINED: the unit has its body. */
bool lc_model_fits(const struct lc_model_signature *signature, unsigned n, bool defined);

#ifdef __cplusplus
}
#endif
#endif
