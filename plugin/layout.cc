/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * GCC's layouts of the types that bytes are viewed as, stated to core: only of
 * those, once a type, when the whole unit has been seen.
 */
#include "analysis.h"
#include "wire.h"

#define MAX_FIELDS 512 /* of one record */
#define MAX_ALL_FIELDS 50000u /* of a unit */
#define MAX_DEPTH 16
#define MAX_VALUES 256 /* of an enum, that are told apart */

/* What has been described so far. */
struct layouts {
	struct lc_unit *unit;
	const struct lc_model *model;
	hash_map<tree, lc_type *> types; /* as named: a typedef is not what it stands for */
	hash_map<tree, lc_layout *> records; /* by main variant */
	unsigned n_fields = 0;
	bool in_template = false; /* members may have lost the names of their types */
};

static struct lc_type *type_of(struct layouts *l, tree type, unsigned depth);

struct lc_place place_of_type(struct lc_unit *unit, tree type)
{
	tree main = TYPE_MAIN_VARIANT(type), name = TYPE_NAME(main);

	if (RECORD_OR_UNION_TYPE_P(main) && TYPE_STUB_DECL(main))
		return place_of(unit, DECL_SOURCE_LOCATION(TYPE_STUB_DECL(main)));
	if (name && TREE_CODE(name) == TYPE_DECL)
		return place_of(unit, DECL_SOURCE_LOCATION(name));
	/* With -flto a record has lost its own declaration by now, but not its fields'. */
	if (RECORD_OR_UNION_TYPE_P(main) && TYPE_FIELDS(main))
		return place_of(unit, DECL_SOURCE_LOCATION(TYPE_FIELDS(main)));
	return (struct lc_place){};
}

static uint64_t bits_of(tree size)
{
	return size && tree_fits_uhwi_p(size) ? tree_to_uhwi(size) : 0;
}

/* What the names say that TYPE was declared by, the outermost first. */
static bool basis_by_name(tree type, struct lc_type *t)
{
	unsigned bits;

	for (unsigned i = 0; type && i < MAX_DEPTH; i++) {
		tree name = TYPE_NAME(type);
		const char *text = type_name_of(type);

		if (text && !strcmp(text, "wchar_t")) {
			t->basis = LC_BASIS_WCHAR;
			return true;
		}
		if (text && lc_type_name_says(text, &bits, &t->order) &&
		    (!bits || bits == t->size)) {
			t->basis = bits ? LC_BASIS_FIXED : LC_BASIS_ADDRESS;
			return true;
		}
		type = name && TREE_CODE(name) == TYPE_DECL ? DECL_ORIGINAL_TYPE(name) : NULL_TREE;
	}
	t->order = LC_ORDER_UNSAID;
	return false;
}

static void describe_integer(struct layouts *l, tree type, struct lc_type *t)
{
	tree main = TYPE_MAIN_VARIANT(type);
	bool is_long = main == long_integer_type_node || main == long_unsigned_type_node;

	t->kind = LC_TYPE_INTEGER;
	t->is_signed = !TYPE_UNSIGNED(type);
	t->spelled = main == long_integer_type_node  ? "long" :
		     main == long_unsigned_type_node ? "unsigned long" :
		     type_name_of(main)              ? describe_type(&l->unit->arena, main) :
						       NULL;
	if (TYPE_NAME(type) == TYPE_NAME(main))
		t->name = t->spelled;
	if (!basis_by_name(type, t))
		t->basis = is_long && !l->in_template ? LC_BASIS_LONG : LC_BASIS_FIXED;
}

/* The least width, in bits, of an integer that holds every value of an enum; 0: not known. */
static uint64_t least_width(tree type)
{
	HOST_WIDE_INT low = 0, high = 0;

	for (tree each = TYPE_VALUES(type); each; each = TREE_CHAIN(each)) {
		tree value = TREE_VALUE(each);

		if (value && TREE_CODE(value) == CONST_DECL)
			value = DECL_INITIAL(value);
		if (!value || TREE_CODE(value) != INTEGER_CST || !tree_fits_shwi_p(value))
			return 0;
		low = MIN(low, tree_to_shwi(value));
		high = MAX(high, tree_to_shwi(value));
	}
	for (unsigned bits = 8; bits < 64; bits *= 2)
		if (low < 0 ? low >= -(HOST_WIDE_INT_1 << (bits - 1)) &&
				      high < HOST_WIDE_INT_1 << (bits - 1) :
			      high < HOST_WIDE_INT_1 << bits)
			return bits;
	return 64;
}

/* What the enumerators of TYPE have in common; of more than MAX_VALUES, too few are counted. */
static void describe_values(tree type, struct lc_type *t)
{
	auto_vec<uint64_t> values;

	t->set_in_all = ~(uint64_t)0;
	for (tree each = TYPE_VALUES(type); each; each = TREE_CHAIN(each)) {
		tree value = TREE_VALUE(each);
		uint64_t bits;

		if (value && TREE_CODE(value) == CONST_DECL)
			value = DECL_INITIAL(value);
		if (!value || TREE_CODE(value) != INTEGER_CST) {
			t->n_values = 0;
			return;
		}
		bits = (uint64_t)TREE_INT_CST_LOW(value);
		t->set_in_some |= bits;
		t->set_in_all &= bits;
		if (values.length() < MAX_VALUES && !values.contains(bits))
			values.safe_push(bits);
	}
	t->n_values = values.length();
}

static void describe_enum(tree type, struct lc_type *t)
{
	tree main = TYPE_MAIN_VARIANT(type);
	/* An enum that names its type, as C++ has it, or that is packed is what it is. */
	bool fixed = TYPE_PACKED(main) || ENUM_IS_SCOPED(main) ||
		     (lang_GNU_CXX() && TYPE_LANG_FLAG_5(main));

	t->kind = LC_TYPE_ENUM;
	describe_values(main, t);
	t->is_signed = !TYPE_UNSIGNED(type);
	t->least = least_width(main);
	if (!t->least || t->least > t->size)
		t->least = t->size;
	t->basis = fixed || t->least == t->size ? LC_BASIS_FIXED : LC_BASIS_ENUM;
}

static void describe_scalar(struct layouts *l, tree type, struct lc_type *t)
{
	switch (TREE_CODE(type)) {
	case BOOLEAN_TYPE:
		t->kind = LC_TYPE_BOOL;
		break;
	case ENUMERAL_TYPE:
		describe_enum(type, t);
		break;
	case INTEGER_TYPE:
		describe_integer(l, type, t);
		break;
	case REAL_TYPE:
		t->kind = LC_TYPE_FLOAT;
		t->spelled = "long double";
		if (TYPE_MAIN_VARIANT(type) == long_double_type_node)
			t->basis = LC_BASIS_LONG_DOUBLE;
		break;
	case POINTER_TYPE:
	case REFERENCE_TYPE:
		t->kind = FUNC_OR_METHOD_TYPE_P(TREE_TYPE(type)) ? LC_TYPE_FUNCTION_POINTER :
								   LC_TYPE_POINTER;
		t->basis = LC_BASIS_ADDRESS;
		break;
	default:
		t->kind = LC_TYPE_OPAQUE;
		break;
	}
}

static void describe_array(struct layouts *l, tree type, struct lc_type *t, unsigned depth)
{
	tree element = TREE_TYPE(type);

	t->kind = LC_TYPE_ARRAY;
	t->element = type_of(l, element, depth);
	if (!t->element)
		t->kind = LC_TYPE_OPAQUE;
	else if (t->element->size)
		t->count = t->size / t->element->size;
}

/* On 32-bit targets whose records align 64-bit members to 4, that is no cap. */
static bool is_capped(tree field, tree type)
{
	if (DECL_ALIGN(field) >= TYPE_ALIGN(type))
		return false;
	return !(POINTER_SIZE == 32 && DECL_ALIGN(field) == 32 && TYPE_ALIGN(type) == 64);
}

static void describe_field(struct layouts *l, tree field, struct lc_field *f, unsigned depth)
{
	tree type = DECL_BIT_FIELD_TYPE(field) ? DECL_BIT_FIELD_TYPE(field) : TREE_TYPE(field);

	f->name = DECL_NAME(field) ?
			  lc_arena_strdup(&l->unit->arena, IDENTIFIER_POINTER(DECL_NAME(field))) :
			  NULL;
	f->type = type_of(l, type, depth);
	f->offset = (uint64_t)int_bit_position(field);
	f->width = bits_of(DECL_SIZE(field));
	f->bit_field = DECL_BIT_FIELD_TYPE(field) != NULL_TREE;
	if (DECL_PACKED(field))
		f->cap = BITS_PER_UNIT;
	else if (!f->bit_field && is_capped(field, type))
		f->cap = DECL_ALIGN(field);
	if (DECL_USER_ALIGN(field))
		f->asked = DECL_ALIGN(field);
	f->place = place_of(l->unit, DECL_SOURCE_LOCATION(field));
	f->uses = uses_of_field(field);
	/* A base class has no name as a member. */
	if (!f->name && f->type && f->type->name && lc_type_is_record(f->type))
		f->name = f->type->name;
}

/* Is TYPE made from a template of C++? There int64_t as an argument is long, or whatever it stands for. */
static bool is_instance(tree type)
{
	tree name = TYPE_NAME(type);

	const char *text = lang_GNU_CXX() && name && TREE_CODE(name) == TYPE_DECL ?
				   lang_hooks.dwarf_name(name, 2) :
				   NULL;

	/* A class that is still being defined has no name here. */
	return text && strchr(text, '<');
}

/* Members of TYPE; 0 if there is one that has no constant place. */
static unsigned count_fields(tree type)
{
	unsigned n = 0;

	for (tree field = TYPE_FIELDS(type); field; field = DECL_CHAIN(field)) {
		if (TREE_CODE(field) != FIELD_DECL)
			continue;
		if (!DECL_FIELD_OFFSET(field) || !tree_fits_uhwi_p(bit_position(field)) ||
		    TREE_TYPE(field) == error_mark_node)
			return 0;
		n++;
	}
	return n;
}

static enum lc_byte_order storage_order(tree type)
{
	bool reversed = TYPE_REVERSE_STORAGE_ORDER(type);

	if (!reversed && !lookup_attribute("scalar_storage_order", TYPE_ATTRIBUTES(type)))
		return LC_ORDER_UNSAID;
	return reversed == !!BYTES_BIG_ENDIAN ? LC_ORDER_LITTLE : LC_ORDER_BIG;
}

static void describe_record(struct layouts *l, tree type, struct lc_type *t, unsigned depth)
{
	tree main = TYPE_MAIN_VARIANT(type);
	unsigned n = count_fields(main), i = 0;
	struct lc_field *fields;
	uint64_t alignment = BITS_PER_UNIT;
	bool outer = l->in_template;

	t->kind = TREE_CODE(type) == UNION_TYPE ? LC_TYPE_UNION : LC_TYPE_RECORD;
	t->place = place_of_type(l->unit, type);
	t->system_header = t->place.line && in_system_header_at((location_t)t->place.handle);
	t->packed = TYPE_PACKED(main);
	t->storage_order = storage_order(main);
	t->unread = !COMPLETE_TYPE_P(main) || (!n && TYPE_FIELDS(main)) || n > MAX_FIELDS ||
		    l->n_fields > MAX_ALL_FIELDS || depth > MAX_DEPTH;
	if (t->unread || !n)
		return;
	fields = (struct lc_field *)lc_arena_alloc(&l->unit->arena, n * sizeof(*fields));
	if (!fields) {
		t->unread = true;
		return;
	}
	l->n_fields += n;
	l->in_template |= is_instance(main);
	for (tree field = TYPE_FIELDS(main); field; field = DECL_CHAIN(field)) {
		if (TREE_CODE(field) != FIELD_DECL)
			continue;
		describe_field(l, field, &fields[i], depth + 1);
		if (!fields[i].type)
			break;
		alignment = MAX(alignment, fields[i].bit_field ? fields[i].type->alignment :
								 DECL_ALIGN(field));
		i++;
	}
	l->in_template = outer;
	t->unread = i != n;
	if (t->unread)
		return;
	t->fields = fields;
	t->n_fields = n;
	/* A member's own alignment makes its record's; only more was asked of the record. */
	if (TYPE_USER_ALIGN(main) && (t->packed || TYPE_ALIGN(main) > alignment))
		t->asked = TYPE_ALIGN(main);
}

/* The variant of TYPE that has a name; of a record without a tag that is the one of its typedef. */
tree named_variant(tree type)
{
	tree variant = type;

	if (!type_name_of(type) && RECORD_OR_UNION_TYPE_P(type))
		for (variant = TYPE_MAIN_VARIANT(type); variant && !type_name_of(variant);)
			variant = TYPE_NEXT_VARIANT(variant);
	return variant && type_name_of(variant) ? variant : NULL_TREE;
}

/* As it stands in C; NULL if nobody gave it a name. */
static const char *name_of(struct layouts *l, tree type)
{
	tree variant = named_variant(type);
	const char *name = variant ? type_name_of(variant) : NULL;

	/* C++ makes up names with a dot for those that have none. */
	if (!name || strchr(name, '.') || *name == '<')
		return NULL;
	return describe_type(&l->unit->arena, variant);
}

static struct lc_type *type_of(struct layouts *l, tree type, unsigned depth)
{
	struct lc_type **known = l->types.get(type), *t;

	if (known && !l->in_template)
		return *known;
	t = (struct lc_type *)lc_arena_alloc(&l->unit->arena, sizeof(*t));
	if (!t)
		return NULL;
	if (!l->in_template)
		l->types.put(type, t);
	t->name = name_of(l, type);
	t->size = bits_of(TYPE_SIZE(type));
	t->alignment = TYPE_ALIGN(type);
	if (RECORD_OR_UNION_TYPE_P(type)) {
		describe_record(l, type, t, depth);
		return t;
	}
	t->asked = TYPE_USER_ALIGN(type) ? TYPE_ALIGN(type) : 0;
	if (TREE_CODE(type) == ARRAY_TYPE)
		describe_array(l, type, t, depth);
	else
		describe_scalar(l, type, t);
	if (!t->name && (t->kind == LC_TYPE_POINTER || t->kind == LC_TYPE_FUNCTION_POINTER))
		t->name = t->kind == LC_TYPE_POINTER ? describe_type(&l->unit->arena, type) :
						       "function *";
	return t;
}

static struct lc_layout *layout_of(struct layouts *l, tree type)
{
	tree main = TYPE_MAIN_VARIANT(type);
	struct lc_layout **known = l->records.get(main), *layout;

	if (known)
		return *known;
	layout = lc_unit_add_layout(l->unit);
	if (!layout)
		return NULL;
	layout->type = type_of(l, main, 0);
	if (!layout->type) {
		l->unit->n_layouts--;
		return NULL;
	}
	layout->native = layout->type->name && lc_model_is_native(l->model, layout->type->name);
	/* Where programs and the system share headers, some are for the wire all the same. */
	if (layout->type->place.file && !lc_type_names_order(layout->type))
		layout->native |= lc_model_is_native(l->model, layout->type->place.file);
	layout->host_order = layout->type->name &&
			     lc_model_is_host_order(l->model, layout->type->name);
	layout->contracts = claims_of_type(main);
	allow_by_type(l->unit, main, &layout->allowed);
	l->records.put(main, layout);
	return layout;
}

/* CONVERSION views bytes as TYPE, or as OUTER, which holds it: so it does the records in it. */
static void add_views(struct layouts *l, tree type, const struct lc_conversion *c,
		      const struct lc_type *outer, unsigned depth)
{
	tree main = TYPE_MAIN_VARIANT(type);
	struct lc_view *view;
	struct lc_layout *layout;
	const struct lc_type *named = outer;

	if (name_of(l, main) || !outer) {
		layout = layout_of(l, main);
		if (!layout || layout->type->unread)
			return;
		/* Held twice, or in two ways: once is enough. */
		if (layout->n_views && layout->views[layout->n_views - 1].conversion == c)
			return;
		view = lc_layout_add_view(l->unit, layout);
		if (!view)
			return;
		view->conversion = c;
		view->outer = outer;
		named = outer ? outer : layout->type;
	}
	for (tree field = TYPE_FIELDS(main); field && depth < MAX_DEPTH;
	     field = DECL_CHAIN(field)) {
		tree inner = TREE_CODE(field) == FIELD_DECL ? TREE_TYPE(field) : NULL_TREE;

		while (inner && TREE_CODE(inner) == ARRAY_TYPE)
			inner = TREE_TYPE(inner);
		if (inner && RECORD_OR_UNION_TYPE_P(inner))
			add_views(l, inner, c, named, depth + 1);
	}
}

const struct lc_type *describe_layout(struct lc_unit *unit, const struct lc_model *model, tree type)
{
	struct layouts l;

	l.unit = unit;
	l.model = model;
	return type_of(&l, type, 0);
}

void state_layouts(struct lc_unit *unit, const struct lc_model *model)
{
	struct layouts l;

	l.unit = unit;
	l.model = model;
	for (size_t i = 0; i < unit->n_conversions; i++) {
		struct lc_conversion *c = unit->conversions[i];
		tree type = (tree)(uintptr_t)c->target.handle;
		struct lc_layout *layout;

		while (type && TREE_CODE(type) == ARRAY_TYPE)
			type = TREE_TYPE(type);
		if (!type || !RECORD_OR_UNION_TYPE_P(type))
			continue;
		add_views(&l, type, c, NULL, 0);
		layout = layout_of(&l, type);
		c->target.layout = layout;
		if (layout) { /* the attribute may be that of a typedef */
			layout->contracts |= claims_of_type(type);
			allow_by_type(unit, type, &layout->allowed);
		}
	}
	for (tree type = next_asked(unit, true); type; type = next_asked(unit, false))
		layout_of(&l, type);
	lc_unit_judge_types(unit);
}
