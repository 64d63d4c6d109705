/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Finds accesses to registers: through an integer address, through what a call
 * of the model maps, and through a pointer that was one to volatile.
 */
#include "analysis.h"
#include "registers.h"

#define MAX_BACK 24
#define MAX_NESTED 3
#define PAGE 4096u /* addresses below are NULL and its members, those of the last one errors */

/* Where a pointer to registers comes from. */
struct mapped {
	tree root; /* the address, or who holds the pointer; NULL: none found */
	gimple *call; /* that maps them, or NULL */
	uint64_t size; /* 0: not known */
	HOST_WIDE_INT offset;
	bool placed = true;
	bool was_volatile = false;
	HOST_WIDE_INT register_size = 0; /* of the member whose address was taken; 0: none was */
	HOST_WIDE_INT within = 0; /* what was added to that address */
};

/* Members and variables that the unit keeps mappings in. */
static hash_map<tree, mapped> *kept;

static const struct lc_model_map *map_of_call(const struct lc_model *model, gimple *call)
{
	const char *name = called_name(call);
	tree callee = gimple_call_fndecl(call);
	const struct lc_model_map *map = name ? lc_model_find_map(model, name) : NULL;

	return map && lc_model_fits(&map->signature, gimple_call_num_args(call),
				    callee && !DECL_EXTERNAL(callee) && DECL_INITIAL(callee)) ?
		       map :
		       NULL;
}

static uint64_t size_of_map(const struct lc_model_map *map, gimple *call)
{
	const struct lc_model_operand *bytes = &map->bytes.factors[0];
	tree value = map->bytes.n == 1 && bytes->what == LC_WHAT_ARGUMENT &&
				     (unsigned)bytes->argument < gimple_call_num_args(call) ?
			     gimple_call_arg(call, bytes->argument) :
			     NULL_TREE;

	return value && tree_fits_uhwi_p(value) ? tree_to_uhwi(value) : 0;
}

static bool is_address(const_tree value)
{
	return tree_fits_uhwi_p(value) && tree_to_uhwi(value) >= PAGE &&
	       (POINTER_SIZE > 32 ? tree_to_uhwi(value) < -(uint64_t)PAGE :
				    tree_to_uhwi(value) < 0xfffff000);
}

static void add_offset(struct mapped *m, tree reference)
{
	poly_int64 bytes;
	HOST_WIDE_INT constant;

	if (get_addr_base_and_unit_offset(reference, &bytes) && bytes.is_constant(&constant))
		m->offset += constant;
	else
		m->placed = false;
}

/* The member or the variable that REFERENCE reads or writes as a whole, or NULL. */
static tree holder_of(tree reference)
{
	if (TREE_CODE(reference) == COMPONENT_REF)
		return TREE_OPERAND(reference, 1);
	return VAR_P(reference) ? reference : NULL_TREE;
}

static bool walk_back(const struct lc_model *model, tree pointer, struct mapped *m, unsigned depth);

/* One way must lead to a mapping, and none elsewhere but to NULL or an error. */
static bool walk_merge(const struct lc_model *model, gimple *phi, struct mapped *m, unsigned depth)
{
	bool found = false;

	for (unsigned i = 0; i < gimple_phi_num_args(phi); i++) {
		tree value = gimple_phi_arg_def(phi, i);
		struct mapped other = *m;

		if (TREE_CODE(value) == INTEGER_CST && !is_address(value))
			continue;
		if (!walk_back(model, value, &other, depth + 1) || (found && other.root != m->root))
			return false;
		*m = other;
		found = true;
	}
	return found;
}

static bool walk_load(tree reference, struct mapped *m)
{
	tree holder = holder_of(reference);
	struct mapped *there = kept && holder ? kept->get(holder) : NULL;

	if (!there || !there->root)
		return false;
	m->root = holder;
	m->call = there->call;
	m->size = there->size;
	m->offset += there->offset;
	m->placed &= there->placed;
	return true;
}

/* Where POINTER comes from; of *M what was passed on the way is right even if that is not known. */
static bool walk_back(const struct lc_model *model, tree pointer, struct mapped *m, unsigned depth)
{
	for (unsigned i = 0; i < MAX_BACK && depth < MAX_NESTED; i++) {
		gimple *statement;
		tree rhs;

		if (POINTER_TYPE_P(TREE_TYPE(pointer)))
			m->was_volatile |= TYPE_VOLATILE(TREE_TYPE(TREE_TYPE(pointer)));
		if (TREE_CODE(pointer) == ADDR_EXPR) {
			tree reference = TREE_OPERAND(pointer, 0), base = base_of(reference);

			if (!base || TREE_CODE(base) != MEM_REF)
				return false;
			m->was_volatile |= TREE_THIS_VOLATILE(reference);
			if (!m->register_size && TREE_THIS_VOLATILE(reference) &&
			    INTEGRAL_TYPE_P(TREE_TYPE(reference))) {
				m->register_size = int_size_in_bytes(TREE_TYPE(reference));
				m->within = m->offset;
			}
			add_offset(m, reference);
			m->offset += tree_to_shwi(TREE_OPERAND(base, 1));
			pointer = TREE_OPERAND(base, 0);
			continue;
		}
		if (TREE_CODE(pointer) == INTEGER_CST) {
			m->root = is_address(pointer) ? pointer : NULL_TREE;
			return m->root;
		}
		if (TREE_CODE(pointer) != SSA_NAME || SSA_NAME_IS_DEFAULT_DEF(pointer))
			return false;
		statement = SSA_NAME_DEF_STMT(pointer);
		if (gimple_code(statement) == GIMPLE_PHI)
			return walk_merge(model, statement, m, depth);
		if (is_gimple_call(statement)) {
			const struct lc_model_map *map = map_of_call(model, statement);

			if (!map)
				return false;
			m->root = pointer;
			m->call = statement;
			m->size = size_of_map(map, statement);
			return true;
		}
		if (!is_gimple_assign(statement))
			return false;
		rhs = gimple_assign_rhs1(statement);
		if (gimple_assign_load_p(statement))
			return walk_load(rhs, m);
		switch (gimple_assign_rhs_code(statement)) {
		CASE_CONVERT:
		case SSA_NAME:
		case ADDR_EXPR:
		case INTEGER_CST:
			break;
		case POINTER_PLUS_EXPR:
			if (tree_fits_shwi_p(gimple_assign_rhs2(statement)))
				m->offset += tree_to_shwi(gimple_assign_rhs2(statement));
			else if (TREE_CODE(gimple_assign_rhs2(statement)) == INTEGER_CST)
				m->offset += (HOST_WIDE_INT)TREE_INT_CST_LOW(
					gimple_assign_rhs2(statement));
			else
				m->placed = false;
			break;
		default:
			return false;
		}
		pointer = rhs;
	}
	return false;
}

/* Keeps what FUN stores of mappings; a holder that holds other things as well keeps none. */
static void keep_stores(const struct lc_model *model, function *fun)
{
	basic_block block;

	FOR_EACH_BB_FN(block, fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *statement = gsi_stmt(gsi);
			tree lhs = gimple_get_lhs(statement), holder = lhs ? holder_of(lhs) : NULL;
			struct mapped m = {}, *there;
			const struct lc_model_map *map;

			if (!holder || !POINTER_TYPE_P(TREE_TYPE(lhs)) ||
			    !gimple_store_p(statement))
				continue;
			map = is_gimple_call(statement) ? map_of_call(model, statement) : NULL;
			if (map) {
				m.root = holder;
				m.call = statement;
				m.size = size_of_map(map, statement);
			} else if (gimple_assign_single_p(statement) &&
				   TREE_CODE(gimple_assign_rhs1(statement)) == INTEGER_CST) {
				continue;
			} else if (!gimple_assign_single_p(statement) ||
				   !walk_back(model, gimple_assign_rhs1(statement), &m, 0)) {
				m = {};
			}
			there = kept->get(holder);
			if (there && !m.root)
				there->root = NULL_TREE;
			else if (!there)
				kept->put(holder, m);
			else if (there->size != m.size)
				there->size = 0;
		}
}

/* Only functions that map anything are looked at, by the call graph. */
static void look_for_kept(const struct lc_model *model)
{
	cgraph_node *node;

	kept = new hash_map<tree, mapped>();
	FOR_EACH_FUNCTION(node) {
		tree name = DECL_NAME(node->decl);

		if (!name || !lc_model_find_map(model, IDENTIFIER_POINTER(name)))
			continue;
		for (cgraph_edge *call = node->callers; call; call = call->next_caller)
			if (has_body_in_ssa(call->caller->decl))
				keep_stores(model, DECL_STRUCT_FUNCTION(call->caller->decl));
	}
}

/* A conversion a root and a type. */
struct block_of_registers {
	tree root, view;
	struct lc_mapping *mapping;
};

struct register_finder {
	struct lc_unit *unit;
	const struct lc_model *model;
	function *fun;
	auto_vec<block_of_registers> blocks;
};

static struct lc_mapping *mapping_of(struct register_finder *f, gimple *statement,
				     const struct mapped *m, tree root, tree view)
{
	struct lc_arena *arena = &f->unit->arena;
	struct lc_conversion *c;
	struct lc_mapping *mapping;
	tree name = DECL_NAME(f->fun->decl);

	view = TYPE_MAIN_VARIANT(view);
	for (const block_of_registers &each : f->blocks)
		if (each.view == view && (each.root == root || operand_equal_p(each.root, root, 0)))
			return each.mapping;
	mapping = (struct lc_mapping *)lc_arena_alloc(arena, sizeof(*mapping));
	c = mapping ? lc_unit_add_conversion(f->unit) : NULL;
	if (!c)
		return NULL;
	mapping->size = m->size;
	c->kind = LC_MAP;
	c->mapping = mapping;
	c->function = name ? lc_arena_strdup(arena, IDENTIFIER_POINTER(name)) : NULL;
	c->cast = place_of(f->unit, gimple_location(statement));
	c->origin.kind = m->call ? "call" : TREE_CODE(root) == INTEGER_CST ? "address" : "value";
	c->origin.name =
		TREE_CODE(root) == INTEGER_CST ?
			lc_arena_printf(arena, "0x%llx", (unsigned long long)tree_to_uhwi(root)) :
		m->call && called_name(m->call) ?
			lc_arena_printf(arena, "%s ()", called_name(m->call)) :
			describe(arena, root);
	if (m->call)
		c->origin.place = place_of(f->unit, gimple_location(m->call));
	if (m->size)
		c->origin.extent =
			lc_arena_printf(arena, "%llu bytes", (unsigned long long)m->size);
	c->origin.domain = LC_DOMAIN_REGISTER;
	c->target.type = describe_type(arena, view);
	c->target.size = MAX(int_size_in_bytes(view), 0);
	c->target.alignment = TYPE_ALIGN(view) / BITS_PER_UNIT;
	c->target.place = place_of_type(f->unit, view);
	allow_by_type(f->unit, view, &c->allowed);
	f->blocks.safe_push({ root, view, mapping });
	return mapping;
}

static struct lc_register_access *add_access(struct register_finder *f, gimple *statement,
					     const struct mapped *m, tree root, tree view)
{
	struct lc_mapping *mapping = mapping_of(f, statement, m, root, view);
	struct lc_register_access *r;

	if (!mapping || lc_arena_grow(&f->unit->arena, &mapping->accesses, mapping->n_accesses,
				      &mapping->accesses_capacity, sizeof(*r)))
		return NULL;
	r = &mapping->accesses[mapping->n_accesses++];
	memset(r, 0, sizeof(*r));
	r->place = place_of(f->unit, gimple_location(statement));
	r->was_volatile = m->was_volatile;
	r->placed = m->placed;
	r->offset = m->offset;
	return r;
}

/* Instructions that an access to REFERENCE takes at least. */
static unsigned pieces_of(tree reference)
{
	HOST_WIDE_INT size = int_size_in_bytes(TREE_TYPE(reference));
	unsigned piece = UNITS_PER_WORD;

	if (size <= 0 || !INTEGRAL_TYPE_P(TREE_TYPE(reference)))
		return 1;
	if (STRICT_ALIGNMENT && TREE_CODE(reference) == COMPONENT_REF)
		piece = MIN(piece, DECL_ALIGN(TREE_OPERAND(reference, 1)) / BITS_PER_UNIT);
	return piece ? (unsigned)((size + piece - 1) / piece) : 1;
}

/* The pointer behind REFERENCE if that may be one to registers at all, or NULL. */
static tree pointer_of(tree reference)
{
	tree base = base_of(reference);

	if (!base || TREE_CODE(base) != MEM_REF || TYPE_ADDR_SPACE(TREE_TYPE(base)))
		return NULL_TREE;
	return TREE_OPERAND(base, 0);
}

/* Who drops volatile on the way, if it is one of registers: of a record, as those of devices are. */
static bool drops_volatile(tree pointer, tree *root)
{
	for (unsigned i = 0; i < MAX_BACK && TREE_CODE(pointer) == SSA_NAME; i++) {
		tree type = TREE_TYPE(pointer);
		gimple *statement = SSA_NAME_DEF_STMT(pointer);

		if (POINTER_TYPE_P(type) && TYPE_VOLATILE(TREE_TYPE(type)) &&
		    RECORD_OR_UNION_TYPE_P(TREE_TYPE(type))) {
			*root = pointer;
			return true;
		}
		if (SSA_NAME_IS_DEFAULT_DEF(pointer) || !is_gimple_assign(statement) ||
		    gimple_assign_load_p(statement))
			return false;
		pointer = gimple_assign_rhs1(statement);
		if (TREE_CODE(pointer) == ADDR_EXPR) {
			tree base = base_of(TREE_OPERAND(pointer, 0));

			if (!base || TREE_CODE(base) != MEM_REF)
				return false;
			if (TREE_THIS_VOLATILE(TREE_OPERAND(pointer, 0))) {
				*root = TREE_OPERAND(base, 0);
				return true;
			}
			pointer = TREE_OPERAND(base, 0);
		}
	}
	return false;
}

static bool on_access(gimple *statement, tree reference, bool write, struct register_finder *f)
{
	tree pointer = pointer_of(reference), base = base_of(reference), root;
	struct mapped m = {};
	struct lc_register_access *r;
	bool is_volatile = TREE_THIS_VOLATILE(reference) || (base && TREE_THIS_VOLATILE(base));
	HOST_WIDE_INT size = int_size_in_bytes(TREE_TYPE(reference));

	if (!pointer)
		return false;
	if (walk_back(f->model, pointer, &m, 0)) {
		root = m.root;
	} else if (is_volatile || !drops_volatile(pointer, &root)) {
		return false;
	} else {
		m = {};
		m.was_volatile = true;
		m.placed = false;
	}
	add_offset(&m, reference);
	m.offset += tree_to_shwi(TREE_OPERAND(base, 1));
	r = add_access(f, statement, &m, root, TREE_TYPE(base));
	if (!r)
		return false;
	r->what = describe(&f->unit->arena, reference);
	r->write = write;
	r->is_volatile = is_volatile;
	r->size = MAX(size, 0);
	r->whole = AGGREGATE_TYPE_P(TREE_TYPE(reference));
	r->bit_field = TREE_CODE(reference) == COMPONENT_REF &&
		       DECL_BIT_FIELD_TYPE(TREE_OPERAND(reference, 1));
	if (r->bit_field)
		r->size = 0;
	if (INTEGRAL_TYPE_P(TREE_TYPE(reference)) && TREE_CODE(reference) == MEM_REF &&
	    m.within + tree_to_shwi(TREE_OPERAND(base, 1)) < m.register_size)
		r->register_size = MAX(m.register_size, 0);
	r->pieces = r->bit_field ? 1 : pieces_of(reference);
	return false;
}

static bool on_load(gimple *statement, tree, tree reference, void *data)
{
	return on_access(statement, reference, false, (struct register_finder *)data);
}

static bool on_store(gimple *statement, tree, tree reference, void *data)
{
	return on_access(statement, reference, true, (struct register_finder *)data);
}

/* memcpy() and its kin access as the library likes. */
static void on_copy(struct register_finder *f, gimple *call)
{
	static const enum built_in_function copies[] = { BUILT_IN_MEMCPY, BUILT_IN_MEMMOVE,
							 BUILT_IN_MEMSET };

	for (enum built_in_function which : copies)
		for (unsigned i = 0;
		     gimple_call_builtin_p(call, which) && i < (which == BUILT_IN_MEMSET ? 1u : 2u);
		     i++) {
			tree pointer = gimple_call_arg(call, i), size = gimple_call_arg(call, 2);
			struct lc_register_access *r;
			struct mapped m = {};

			/* What has a fixed address and is copied may well be memory. */
			if (!walk_back(f->model, pointer, &m, 0) ||
			    (TREE_CODE(m.root) == INTEGER_CST && !m.was_volatile))
				continue;
			r = add_access(f, call, &m, m.root, TREE_TYPE(TREE_TYPE(pointer)));
			if (!r)
				return;
			r->what = describe(&f->unit->arena, pointer);
			r->write = !i;
			r->whole = true;
			r->size = tree_fits_uhwi_p(size) ? tree_to_uhwi(size) : 0;
		}
}

void find_registers(struct lc_unit *unit, const struct lc_model *model, function *fun)
{
	struct register_finder f;
	basic_block block;

	f.unit = unit;
	f.model = model;
	f.fun = fun;
	if (!kept)
		look_for_kept(model);
	FOR_EACH_BB_FN(block, fun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(block); !gsi_end_p(gsi);
		     gsi_next(&gsi)) {
			gimple *statement = gsi_stmt(gsi);

			if (is_gimple_debug(statement) || gimple_clobber_p(statement) ||
			    !gimple_vuse(statement))
				continue;
			walk_stmt_load_store_ops(statement, &f, on_load, on_store);
			if (is_gimple_call(statement))
				on_copy(&f, statement);
		}
}
