/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How many bytes a root has: objects, allocations, parameters with a length
 * beside them, structs that hold pointer and length, what the model says.
 */
#include "analysis.h"

static void push(struct analysis *a, lc_term end, struct lc_linear nonnegative, bool exact,
		 location_t where, const char *reason, const char *assumes)
{
	auto_vec<lc_fact *> *facts = a->terms[end].facts;
	lc_fact *fact;

	if (exact) {
		add_equal(a, facts, LC_FACT_EXTENT, nonnegative, where, reason, assumes);
		return;
	}
	fact = new_fact(a, LC_FACT_EXTENT, nonnegative, where, reason);
	if (!fact)
		return;
	fact->assumes = assumes;
	facts->safe_push(fact);
}

/* Argument INDEX of CALL as an expression, invalid if there is none. */
struct lc_linear argument_of(struct analysis *a, gimple *call, int index)
{
	struct lc_linear none = {};

	if (index < 0 || (unsigned)index >= gimple_call_num_args(call) ||
	    !INTEGRAL_TYPE_P(TREE_TYPE(gimple_call_arg(call, index))))
		return none;
	return linear_of(a, gimple_call_arg(call, index));
}

/* Is NAME the sort of name that lengths have? */
static bool is_length_name(const char *name)
{
	static const char *const parts[] = { "len", "size", "sz",    "bytes", "count", "cnt",
					     "Len", "Size", "Count", "Bytes", "LEN",   "SIZE" };

	if (!strcmp(name, "n") || !strcmp(name, "nb") || !strcmp(name, "limit"))
		return true;
	for (const char *part : parts)
		if (strstr(name, part))
			return true;
	return false;
}

static tree parameter_at(tree function, int index)
{
	tree p = DECL_ARGUMENTS(function);

	while (p && index-- > 0)
		p = DECL_CHAIN(p);
	return index >= -1 ? p : NULL_TREE;
}

/* The parameter that an access attribute names as PARAMETER's size, or NULL. */
static tree by_attribute(tree function, tree parameter)
{
	tree attribute, values;
	int position = 0;

	for (tree p = DECL_ARGUMENTS(function); p && p != parameter; p = DECL_CHAIN(p))
		position++;
	/* GCC keeps them in a form of its own as a string: "1r0,2" … "^" for "written". */
	for (attribute = lookup_attribute("access", TYPE_ATTRIBUTES(TREE_TYPE(function)));
	     attribute; attribute = lookup_attribute("access", TREE_CHAIN(attribute))) {
		for (values = TREE_VALUE(attribute); values; values = TREE_CHAIN(values)) {
			const char *text;
			char *next;

			/* Array parameters bring elements of other kinds. */
			if (!TREE_VALUE(values) || TREE_CODE(TREE_VALUE(values)) != STRING_CST)
				continue;
			text = TREE_STRING_POINTER(TREE_VALUE(values));
			while (*text) {
				long pointer, size;

				while (*text && !ISDIGIT(*text))
					text++;
				if (!*text)
					break;
				pointer = strtol(text, &next, 10);
				text = next;
				if (*text != ',')
					continue;
				size = strtol(text + 1, &next, 10);
				text = next;
				if (pointer == position)
					return parameter_at(function, (int)size);
			}
		}
	}
	return NULL_TREE;
}

static const char *name_of(tree parameter)
{
	return DECL_NAME(parameter) ? IDENTIFIER_POINTER(DECL_NAME(parameter)) : "";
}

/* buf_len, buflen, buf_size for buf. */
static bool is_named_after(const char *length, const char *buffer)
{
	size_t n = strlen(buffer);

	return n > 1 && !strncmp(length, buffer, n) && is_length_name(length + n);
}

/*
 * The word that NAME, a length's, says whose length it is: "hdr" of hdr_len and
 * hdrlen, "" of len; *LENGTH: of how many characters.
 */
static const char *word_beside_length(const char *name, size_t *length)
{
	static const char *const parts[] = { "length", "len",   "size",  "sz",
					     "nbytes", "bytes", "count", "cnt" };
	size_t n = strlen(name);

	for (const char *part : parts) {
		size_t k = strlen(part);

		if (n >= k && !strcasecmp(name + n - k, part)) {
			for (n -= k; n && name[n - 1] == '_';)
				n--;
			break;
		}
		if (n > k && !strncasecmp(name, part, k) && (name[k] == '_' || ISUPPER(name[k]))) {
			name += k + (name[k] == '_');
			n = strlen(name);
			break;
		}
	}
	*length = n;
	return name;
}

static bool is_one_of(const char *word, size_t length, const char *const *words)
{
	for (; *words; words++)
		if (strlen(*words) == length && !strncasecmp(word, *words, length))
			return true;
	return false;
}

/* Do two words share their beginning, or is one the other with letters left out, as pkt is packet? */
static bool is_short_for(const char *word, size_t length, const char *name)
{
	size_t n = 0;

	if (!length || TOLOWER(*word) != TOLOWER(*name))
		return false;
	for (; *name && n < length; name++)
		n += TOLOWER(word[n]) == TOLOWER(*name);
	return n == length;
}

/* Can LENGTH, which stands beside the pointer BUFFER, be its length, going by their names? */
static bool may_belong(const char *length, const char *buffer, bool is_void)
{
	static const char *const of_others[] = { "hdr", "header", "head", "extra",
						 "add", "align",  "step", NULL };
	static const char *const general[] = {
		"",      "n",     "nb",     "limit",  "buf",     "buffer",    "data",
		"msg",   "pkt",   "packet", "frame",  "payload", "in",        "out",
		"total", "tot",   "max",    "rx",     "tx",      "recv",      "resp",
		"rsp",   "req",   "evt",    "event",  "input",   "output",    "src",
		"dst",   "left",  "avail",  "body",   "pdu",     "blob",      "image",
		"fw",    "table", "desc",   "report", "raw",     "remaining", NULL
	};
	static const char *const cookies[] = { "context",  "ctx",       "opaque",  "priv",
					       "private",  "cookie",    "arg",     "closure",
					       "self",     "handle",    "dev",     "user",
					       "userdata", "user_data", "cb_data", NULL };
	size_t n;
	const char *word = word_beside_length(length, &n);

	if (is_void && is_one_of(buffer, strlen(buffer), cookies))
		return false;
	if (is_short_for(word, n, buffer))
		return true;
	return is_void ? is_one_of(word, n, general) : !is_one_of(word, n, of_others);
}

static bool is_length_type(tree type)
{
	return TREE_CODE(type) == INTEGER_TYPE && TYPE_PRECISION(type) >= 8;
}

/* The parameter that is the length of PARAMETER, or NULL; *HOW says why. */
static tree length_parameter(struct analysis *a, tree parameter, const char **how)
{
	tree function = a->fun->decl, next = DECL_CHAIN(parameter), found;
	struct lc_arena *arena = &a->unit->arena;

	found = by_attribute(function, parameter);
	if (found && is_length_type(TREE_TYPE(found))) {
		*how = lc_arena_printf(arena, "attribute access: '%s' is the size of '%s'",
				       name_of(found), name_of(parameter));
		return found;
	}
	for (tree p = DECL_ARGUMENTS(function); p; p = DECL_CHAIN(p))
		if (p != parameter && is_length_type(TREE_TYPE(p)) &&
		    is_named_after(name_of(p), name_of(parameter))) {
			*how = lc_arena_printf(arena, "'%s' is named as the length of '%s'",
					       name_of(p), name_of(parameter));
			return p;
		}
	/* A length that is named after another buffer belongs to that one. */
	for (tree p = DECL_ARGUMENTS(function); next && p; p = DECL_CHAIN(p))
		if (p != next && POINTER_TYPE_P(TREE_TYPE(p)) &&
		    is_named_after(name_of(next), name_of(p)))
			return NULL_TREE;
	if (next && is_length_type(TREE_TYPE(next)) && is_length_name(name_of(next)) &&
	    may_belong(name_of(next), name_of(parameter), points_to_void(TREE_TYPE(parameter)))) {
		*how = lc_arena_printf(arena, "'%s' stands beside '%s' as its length",
				       name_of(next), name_of(parameter));
		return next;
	}
	return NULL_TREE;
}

/* The parameter that points one past the bytes of PARAMETER, or NULL. */
static tree end_parameter(tree parameter)
{
	tree next = DECL_CHAIN(parameter);
	const char *name;

	if (!next || !POINTER_TYPE_P(TREE_TYPE(next)) ||
	    TYPE_MAIN_VARIANT(TREE_TYPE(TREE_TYPE(next))) !=
		    TYPE_MAIN_VARIANT(TREE_TYPE(TREE_TYPE(parameter))))
		return NULL_TREE;
	name = name_of(next);
	return strstr(name, "end") || strstr(name, "limit") ? next : NULL_TREE;
}

/* The pointer on whose bytes parameter END is the end, or NULL. */
tree start_of_end(struct analysis *a, tree end)
{
	tree parameter = SSA_NAME_VAR(end);

	if (!parameter || TREE_CODE(parameter) != PARM_DECL)
		return NULL_TREE;
	for (tree p = DECL_ARGUMENTS(a->fun->decl); p; p = DECL_CHAIN(p)) {
		const char *how;

		if (POINTER_TYPE_P(TREE_TYPE(p)) && end_parameter(p) == parameter &&
		    !length_parameter(a, p, &how))
			return ssa_default_def(a->fun, p);
	}
	return NULL_TREE;
}

/* Is the parameter NAME the length of another? */
bool is_length_of_some(struct analysis *a, tree name)
{
	tree parameter = SSA_NAME_VAR(name);
	const char *how;

	for (tree p = DECL_ARGUMENTS(a->fun->decl); parameter && p; p = DECL_CHAIN(p))
		if (POINTER_TYPE_P(TREE_TYPE(p)) && length_parameter(a, p, &how) == parameter)
			return true;
	return false;
}

static tree root_parameter(const struct root *root)
{
	tree var;

	if (!root->node || TREE_CODE(root->node) != SSA_NAME ||
	    !SSA_NAME_IS_DEFAULT_DEF(root->node))
		return NULL_TREE;
	var = SSA_NAME_VAR(root->node);
	return var && TREE_CODE(var) == PARM_DECL ? var : NULL_TREE;
}

/* The parameter that is ROOT's length, or its end; or NULL. */
tree length_parameter_of(struct analysis *a, const struct root *root)
{
	const char *how;
	tree parameter = root_parameter(root), found;

	if (!parameter)
		return NULL_TREE;
	found = length_parameter(a, parameter, &how);
	return found ? found : end_parameter(parameter);
}

bool has_length_beside(struct analysis *a, tree parameter)
{
	const char *how;
	tree var = SSA_NAME_VAR(parameter);

	return var && TREE_CODE(var) == PARM_DECL &&
	       (length_parameter(a, var, &how) || end_parameter(var));
}

/* What PARAMETER holds on entry. */
static struct lc_linear entry_value(struct analysis *a, tree parameter)
{
	tree name = ssa_default_def(a->fun, parameter);

	return name ? linear_of(a, name) : lc_linear_term(term_of_unread(a, parameter));
}

/* The length that ROOT's pair gives it. Returns false if the record has no such member. */
static bool length_of_pair(struct analysis *a, const struct root *root, struct lc_length *length)
{
	struct lc_arena *arena = &a->unit->arena;
	const struct lc_model_pair *pair = root->pair;
	gimple *statement = root->at;
	tree found = pair_reference(root, pair->length ? pair->length : pair->end);
	const char *pointer = describe(arena, root->load);

	if (!found)
		return false;
	length->name = describe(arena, found);
	if (pair->length) {
		length->name = text_of_members(arena, length->name, &pair->bytes);
		length->how =
			lc_arena_printf(arena, "'%s' is the length of '%s'", length->name, pointer);
		length->value = amount_of_members(a, pair_reference(root, ""), &pair->bytes,
						  gimple_vuse(statement));
	} else {
		lc_term t = POINTER_TYPE_P(TREE_TYPE(found)) ?
				    term_of_field_at(a, found, gimple_vuse(statement)) :
				    0;

		length->how =
			lc_arena_printf(arena, "'%s' is the end of '%s'", length->name, pointer);
		length->name = lc_arena_printf(arena, "%s - %s", length->name, pointer);
		if (t) {
			length->value = lc_linear_term(t);
			length->value = lc_linear_add(&length->value, &root->start, -1);
		}
	}
	length->place = place_of(a->unit, gimple_location(statement));
	return true;
}

/* The length that belongs to ROOT as a term of the code, or NULL. */
const struct lc_length *length_of(struct analysis *a, const struct root *root)
{
	struct lc_arena *arena = &a->unit->arena;
	struct lc_length length = {}, *kept;
	tree parameter = root_parameter(root), found;

	for (unsigned i = 0; i < root->n_ways; i++) {
		const struct lc_length *way = length_of(a, &root->ways[i]);

		if (way)
			return way;
	}

	if (parameter) {
		found = length_parameter(a, parameter, &length.how);
		/* What has its address taken is no longer what came in. */
		if (found && TREE_ADDRESSABLE(found))
			return NULL;
		if (found) {
			length.name = name_of(found);
			length.by_name = found != by_attribute(a->fun->decl, parameter);
			length.value = entry_value(a, found);
		} else {
			struct lc_linear start = entry_value(a, parameter), last;

			found = end_parameter(parameter);
			if (!found)
				return NULL;
			length.name = lc_arena_printf(arena, "%s - %s", name_of(found),
						      name_of(parameter));
			length.how = lc_arena_printf(arena, "'%s' stands beside '%s' as its end",
						     name_of(found), name_of(parameter));
			last = entry_value(a, found);
			length.value = lc_linear_add(&last, &start, -1);
		}
		length.place = place_of(a->unit, DECL_SOURCE_LOCATION(found));
	} else if (root->load && root->pair) {
		if (!length_of_pair(a, root, &length))
			return NULL;
	} else {
		return NULL;
	}
	kept = (struct lc_length *)lc_arena_alloc(arena, sizeof(*kept));
	if (kept)
		*kept = length;
	return kept;
}

/* Could the array that ARRAY refers to go on past its declared size? */
bool may_go_on(tree array)
{
	tree size = TYPE_SIZE_UNIT(TREE_TYPE(array)), field;
	bool behind_pointer = false;

	if (!size || !tree_fits_shwi_p(size))
		return true;
	for (tree r = array; TREE_CODE(r) == COMPONENT_REF; r = TREE_OPERAND(r, 0)) {
		field = TREE_OPERAND(r, 1);
		do
			field = DECL_CHAIN(field);
		while (field && TREE_CODE(field) != FIELD_DECL);
		if (field && TREE_CODE(TREE_TYPE(TREE_OPERAND(r, 0))) == RECORD_TYPE)
			return false;
		behind_pointer = true;
	}
	return behind_pointer;
}

/* The declared object that REFERENCE is part of, if its size is known here, or NULL. */
static tree declared_whole(tree reference)
{
	tree base = get_base_address(reference), size;

	if (!base || TREE_CODE(base) != VAR_DECL)
		return NULL_TREE;
	/* An array declared without bounds elsewhere has no size here. */
	size = DECL_SIZE_UNIT(base);
	return size && tree_fits_shwi_p(size) ? base : NULL_TREE;
}

static void define_object(struct analysis *a, lc_term end, const struct root *root,
			  struct lc_linear extent)
{
	struct lc_arena *arena = &a->unit->arena;
	tree size = TYPE_SIZE_UNIT(TREE_TYPE(root->node)), whole = declared_whole(root->node);
	struct lc_linear e = lc_linear_term(end), start;
	location_t where = DECL_P(root->node) ? DECL_SOURCE_LOCATION(root->node) :
			   TREE_CODE(root->node) == COMPONENT_REF ?
						DECL_SOURCE_LOCATION(TREE_OPERAND(root->node, 1)) :
						UNKNOWN_LOCATION;

	if (size && integer_zerop(size) && DECL_P(root->node))
		return; /* it only marks a place, such as where a linker puts what follows */
	if (!may_go_on(root->node)) {
		push(a, end, lc_linear_plus(&extent, -tree_to_shwi(size)), true, where,
		     lc_arena_printf(arena, "'%s' has %lld bytes", describe(arena, root->node),
				     (long long)tree_to_shwi(size)),
		     NULL);
	} else if (whole) {
		/* A trailing array may go on, but not past its object. */
		start = lc_linear_term(term_of_address(a, whole));
		e = lc_linear_add(&e, &start, -1);
		push(a, end, lc_linear_plus(&e, -tree_to_shwi(DECL_SIZE_UNIT(whole))), true,
		     DECL_SOURCE_LOCATION(whole),
		     lc_arena_printf(arena, "'%s' has %lld bytes", describe(arena, whole),
				     (long long)tree_to_shwi(DECL_SIZE_UNIT(whole))),
		     NULL);
	} else if (size && tree_fits_shwi_p(size) && tree_to_shwi(size) > 1) {
		push(a, end, lc_linear_plus(&extent, -tree_to_shwi(size)), false, where,
		     lc_arena_printf(arena, "'%s' has %lld bytes", describe(arena, root->node),
				     (long long)tree_to_shwi(size)),
		     NULL);
	}
}

/* What attribute alloc_size says of CALL's result, invalid if nothing. */
static struct lc_linear allocated(struct analysis *a, gimple *call)
{
	struct lc_linear none = {}, one, two;
	tree attribute, values;
	tree type = gimple_call_fntype(call);

	attribute = type ? lookup_attribute("alloc_size", TYPE_ATTRIBUTES(type)) : NULL_TREE;
	if (!attribute)
		return none;
	values = TREE_VALUE(attribute);
	if (!values || !tree_fits_shwi_p(TREE_VALUE(values)))
		return none;
	one = argument_of(a, call, (int)tree_to_shwi(TREE_VALUE(values)) - 1);
	values = TREE_CHAIN(values);
	if (!values)
		return one;
	if (!tree_fits_shwi_p(TREE_VALUE(values)))
		return none;
	two = argument_of(a, call, (int)tree_to_shwi(TREE_VALUE(values)) - 1);
	if (lc_linear_is_constant(&one))
		return lc_linear_scale(&two, one.constant);
	return lc_linear_is_constant(&two) ? lc_linear_scale(&one, two.constant) : none;
}

static void define_call(struct analysis *a, lc_term end, const struct root *root,
			struct lc_linear extent)
{
	struct lc_arena *arena = &a->unit->arena;
	const struct lc_model_allocator *allocator = allocator_of_call(a, root->call);
	const struct lc_model_accessor *accessor = accessor_of_call(a, root->call);
	struct lc_linear size = allocated(a, root->call);

	if (!size.valid && allocator)
		size = amount_of_call(a, root->call, &allocator->bytes);
	if (size.valid)
		push(a, end, lc_linear_add(&extent, &size, -1), true, gimple_location(root->call),
		     lc_arena_printf(arena, "%s gives the bytes it is asked for",
				     describe(arena, root->node)),
		     NULL);
	size = accessor && accessor->checked ? amount_of_call(a, root->call, &accessor->bytes) :
					       (struct lc_linear){};
	if (size.valid)
		push(a, end, lc_linear_add(&extent, &size, -1), false, gimple_location(root->call),
		     lc_arena_printf(arena, "'%s' is the length of what %s returns",
				     text_of_amount(a, root->call, &accessor->bytes),
				     accessor->function),
		     lc_arena_printf(arena, "'%s' was checked before",
				     text_of_amount(a, root->call, &accessor->bytes)));
	if (!root->source)
		return;
	size = amount_of_call(a, root->call, &root->source->bytes);
	if (!size.valid)
		return;
	push(a, end, lc_linear_add(&extent, &size, -1), false, gimple_location(root->call),
	     root->source->helper ?
		     lc_arena_printf(arena, "%s checked the length", root->source->helper) :
		     lc_arena_printf(arena, "'%s ()' gives at least %s bytes",
				     root->source->function,
				     text_of_amount(a, root->call, &root->source->bytes)),
	     NULL);
}

/* A header says how long its own table is. */
static void define_header(struct analysis *a, lc_term end, const struct root *root,
			  struct lc_linear extent)
{
	struct lc_arena *arena = &a->unit->arena;
	tree reference, memory = NULL_TREE;
	gimple *statement = SSA_NAME_DEF_STMT(root->node);
	HOST_WIDE_INT size = points_to_record(TREE_TYPE(root->node)) ?
				     int_size_in_bytes(TREE_TYPE(TREE_TYPE(root->node))) :
				     -1;
	struct lc_linear length;
	const char *text;

	if (size > 0)
		push(a, end, lc_linear_plus(&extent, -size), false, UNKNOWN_LOCATION,
		     lc_arena_printf(arena, "'%s' points to a whole '%s'",
				     describe(arena, root->node),
				     describe_type(arena, TREE_TYPE(TREE_TYPE(root->node)))),
		     NULL);
	if (!root->header->length || !root->header->checked)
		return;
	reference = field_reference(a, root->node, root->header->length);
	if (!reference)
		return;
	if (SSA_NAME_IS_DEFAULT_DEF(root->node))
		memory = ssa_default_def(a->fun, gimple_vop(a->fun));
	else if (is_gimple_call(statement))
		memory = gimple_vdef(statement);
	else
		memory = gimple_vuse(statement);
	if (!memory)
		return;
	length = amount_of_members(a, build_simple_mem_ref(root->node), &root->header->bytes,
				   memory);
	text = text_of_members(arena, describe(arena, reference), &root->header->bytes);
	push(a, end, lc_linear_add(&extent, &length, -1), false, UNKNOWN_LOCATION,
	     lc_arena_printf(arena, "'%s' is the length of '%s'", text,
			     describe(arena, root->node)),
	     lc_arena_printf(arena, "'%s' was checked where the table was found",
			     describe(arena, reference)));
}

/* States what is known of END, one past the last byte of ROOT. */
void define_end(struct analysis *a, lc_term end, const struct root *root)
{
	struct lc_linear e = lc_linear_term(end), extent = lc_linear_add(&e, &root->start, -1),
			 most;
	const struct lc_length *length;

	a->terms[end].facts = new auto_vec<lc_fact *>();
	if (!extent.valid)
		return;
	/* C11 6.5.6: no object is larger than the difference of two pointers can say. */
	push(a, end, extent, false, UNKNOWN_LOCATION, NULL, NULL);
	most = lc_linear_scale(&extent, -1);
	push(a, end, lc_linear_plus(&most, HOST_WIDE_INT_MAX / 2), false, UNKNOWN_LOCATION, NULL,
	     NULL);
	if (root->is_object)
		define_object(a, end, root, extent);
	if (root->call)
		define_call(a, end, root, extent);
	if (root->header && root->node && TREE_CODE(root->node) == SSA_NAME)
		define_header(a, end, root, extent);
	/* Which of several buffers it is, and so how long, each way there says. */
	if (root->n_ways)
		return;
	length = length_of(a, root);
	if (length && length->value.valid)
		push(a, end, lc_linear_add(&extent, &length->value, -1), true, UNKNOWN_LOCATION,
		     length->how,
		     lc_arena_printf(
			     &a->unit->arena, "'%s' is the number of bytes at '%s'%s", length->name,
			     describe(&a->unit->arena, root->load ? root->load : root->node),
			     root->load && is_read_as_const(root->load) ?
				     ", and nobody changes the two meanwhile" :
				     ""));
}
