/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * States what each use of a length out of bytes needs: where it reaches, in
 * which bytes, and what is known of how many there are.
 */
#include "lengths.h"
#include "speakers.h"

#define MAX_TERMS 24
#define MAX_SUMS 8
#define MAX_BACK 12
#define MOST_BITS_AROUND \
	16 /* a walk that is counted in more is not asked whether it comes around */

struct maker {
	struct analysis *a;
	const struct lengths *l;
	auto_vec<struct lc_conversion *> entries; /* by source; NULL: none yet */
	auto_vec<struct root> roots; /* by source: whose bytes it is read from */
};

static struct root root_of_source(struct maker *m, unsigned source)
{
	while (m->l->sources[source].steps_by >= 0)
		source = (unsigned)m->l->sources[source].steps_by;
	return root_of_read(m->a, &m->l->sources[source]);
}

static void set_origin(struct maker *m, struct lc_conversion *c, const struct root *root,
		       const struct length_source *s)
{
	struct analysis *a = m->a;
	struct lc_arena *arena = &a->unit->arena;
	tree var = root->node && TREE_CODE(root->node) == SSA_NAME ? SSA_NAME_VAR(root->node) :
								     NULL_TREE;
	tree base = s->reference ? base_of(s->reference) : NULL_TREE;

	c->origin.kind = root->is_object ? "object" :
			 root->load      ? "load" :
			 root->call      ? "call" :
			 var && TREE_CODE(var) == PARM_DECL && SSA_NAME_IS_DEFAULT_DEF(root->node) ?
				      "parameter" :
				      "value";
	c->origin.name = name_of_root(a, root);
	c->origin.domain = root->pair   ? root->pair->domain :
			   root->header ? root->header->domain :
			   root->source ? root->source->domain :
					  LC_DOMAIN_OTHER;
	if (c->origin.domain == LC_DOMAIN_OTHER && base)
		c->origin.domain = lc_model_domain(a->model, describe_type(arena, TREE_TYPE(base)));
}

static location_t location_of(const struct length_source *s)
{
	return s->argument ? DECL_SOURCE_LOCATION(SSA_NAME_VAR(s->value)) :
			     gimple_location(SSA_NAME_DEF_STMT(s->value));
}

/* The ledger's entry of SOURCE, made where it is first used. */
static struct lc_conversion *entry_of(struct maker *m, unsigned source)
{
	struct analysis *a = m->a;
	const struct length_source *s = &m->l->sources[source], *read = s;
	struct lc_conversion *c = m->entries[source];
	tree name = DECL_NAME(a->fun->decl), type;

	if (c)
		return c;
	/* What is read anew is still one length. */
	for (unsigned i = 0; i < m->entries.length(); i++)
		if (m->entries[i] &&
		    (m->l->sources[i].steps_by < 0) == (m->l->sources[source].steps_by < 0) &&
		    is_same_source(m->l, i, source) &&
		    lc_linear_equal(&m->roots[i].start, &m->roots[source].start))
			return m->entries[source] = m->entries[i];
	while (read->steps_by >= 0)
		read = &m->l->sources[read->steps_by];
	c = lc_unit_add_conversion(a->unit);
	if (!c)
		return NULL;
	type = TREE_TYPE(read->reference ? read->reference : read->value);
	c->kind = LC_LENGTH;
	c->function = name ? lc_arena_strdup(&a->unit->arena, IDENTIFIER_POINTER(name)) : NULL;
	c->cast = place_of(a->unit, location_of(read));
	c->target.type = describe_type(&a->unit->arena, type);
	c->target.size = MAX(int_size_in_bytes(type), 0);
	c->target.alignment = TYPE_ALIGN(type) / BITS_PER_UNIT;
	set_origin(m, c, &m->roots[source], read);
	m->entries[source] = c;
	return c;
}

static void add_term(auto_vec<lc_term> *terms, lc_term t)
{
	if (!terms->contains(t) && terms->length() < MAX_TERMS)
		terms->safe_push(t);
}

/* Is the term T a value of SOURCE, or worked out from one? */
static bool is_term_of(struct maker *m, lc_term t, unsigned source)
{
	struct term *term = &m->a->terms[t];

	if (term->kind == TERM_SSA)
		return is_worked_out_from(m->l, term->node, source, 0);
	if (term->kind != TERM_LOAD)
		return false;
	for (unsigned i = 0; i < m->l->sources.length(); i++) {
		const struct length_source *s = &m->l->sources[i];
		struct lc_linear value;

		if (!s->reference || !is_part_of(m->l, i, source))
			continue;
		value = linear_of(m->a, s->value);
		if (value.n == 1 && value.terms[0].term == t)
			return true;
	}
	return false;
}

static void add_terms_of(struct maker *m, auto_vec<lc_term> *terms, const struct lc_linear *e,
			 unsigned source)
{
	for (unsigned i = 0; e->valid && i < e->n; i++)
		if (is_term_of(m, e->terms[i].term, source))
			add_term(terms, e->terms[i].term);
}

/* What is compared on the way: its terms, and its sums that could wrap. */
static void look_at_conditions(struct maker *m, unsigned source, auto_vec<lc_term> *terms,
			       auto_vec<lc_fact *> *unwrapped, auto_vec<lc_term> *sums)
{
	for (const struct length_condition &c : m->l->conditions) {
		if (!is_worked_out_from(m->l, c.left, source, 0) &&
		    !is_worked_out_from(m->l, c.right, source, 0))
			continue;
		for (tree side : { c.left, c.right }) {
			struct lc_linear e = linear_of(m->a, side), sum;
			lc_term term = 0;
			unsigned own;

			add_terms_of(m, terms, &e, source);
			/* A walk that is compared does not get far enough to wrap. */
			if (m->l->sources[source].steps_by >= 0 || !is_source(m->l, side, &own) ||
			    unwrapped->length() >= MAX_SUMS)
				continue;
			sum = sum_behind(m->a, side, side == c.left ? c.right : c.left, &term);
			if (!sum.valid)
				continue;
			add_equal(m->a, unwrapped, LC_FACT_VALUE, sum, UNKNOWN_LOCATION, NULL,
				  NULL);
			add_term(sums, term);
		}
	}
}

/* Terms of the lengths that SOURCE is compared with, and that are out of bytes as well. */
static void add_others(struct maker *m, unsigned source, auto_vec<lc_term> *terms,
		       auto_vec<lc_term> *others)
{
	for (const struct length_condition &c : m->l->conditions) {
		if (!is_worked_out_from(m->l, c.left, source, 0) &&
		    !is_worked_out_from(m->l, c.right, source, 0))
			continue;
		for (tree side : { c.left, c.right }) {
			struct lc_linear e = linear_of(m->a, side);
			unsigned own;

			if (!e.valid || !is_source(m->l, side, &own) || m->l->sources[own].amount ||
			    is_same_source(m->l, own, source) || m->l->sources[own].steps_by >= 0)
				continue;
			for (unsigned i = 0; i < e.n; i++)
				if (!terms->contains(e.terms[i].term) &&
				    is_term_of(m, e.terms[i].term, own))
					add_term(others, e.terms[i].term);
		}
	}
}

template <typename T> static const T *kept(struct analysis *a, auto_vec<T> *all)
{
	T *copy = all->is_empty() ? NULL :
				    (T *)lc_arena_alloc(&a->unit->arena, all->length() * sizeof(T));

	for (unsigned i = 0; copy && i < all->length(); i++)
		copy[i] = (*all)[i];
	return copy;
}

static const struct lc_untrusted *untrusted_of(struct maker *m, unsigned source,
					       const struct lc_need *need)
{
	struct analysis *a = m->a;
	struct lc_untrusted *u = (struct lc_untrusted *)lc_arena_alloc(&a->unit->arena, sizeof(*u));
	const struct length_source *s = &m->l->sources[source];
	auto_vec<lc_term> terms, others, sums;
	auto_vec<lc_fact *> unwrapped;
	struct lc_linear value;

	if (!u)
		return NULL;
	u->walks = s->steps_by >= 0;
	while (s->steps_by >= 0)
		s = &m->l->sources[s->steps_by];
	add_terms_of(m, &terms, &need->upto, source);
	add_terms_of(m, &terms, &need->from, source);
	/* What was compared may have been read at another time. */
	for (const struct length_source &other : m->l->sources) {
		value = linear_of(a, other.value);
		add_terms_of(m, &terms, &value, source);
	}
	look_at_conditions(m, source, &terms, &unwrapped, &sums);
	add_others(m, source, &terms, &others);
	u->name = describe(&a->unit->arena, s->reference ? s->reference : s->value);
	u->amount = s->amount;
	u->place = place_of(a->unit, location_of(s));
	u->argument = s->argument;
	u->bytes = m->entries[source]->origin.name;
	u->terms = kept(a, &terms);
	u->n_terms = u->terms ? terms.length() : 0;
	u->others = kept(a, &others);
	u->n_others = u->others ? others.length() : 0;
	u->unwrapped = (const struct lc_fact *const *)kept(a, &unwrapped);
	u->n_unwrapped = u->unwrapped ? unwrapped.length() : 0;
	u->sums = kept(a, &sums);
	u->n_sums = u->sums ? sums.length() : 0;
	return u;
}

static struct lc_need *new_need(struct maker *m, unsigned source, gimple *statement,
				const char *what, bool write)
{
	struct analysis *a = m->a;
	struct lc_conversion *c = entry_of(m, source);
	struct lc_access *access = c ? lc_conversion_add_access(a->unit, c) : NULL;
	struct lc_need *need = (struct lc_need *)lc_arena_alloc(&a->unit->arena, sizeof(*need));

	if (!access || !need)
		return NULL;
	access->place = place_of(a->unit, gimple_location(statement));
	if (!access->place.line)
		access->place = c->cast;
	access->what = what;
	access->write = write;
	access->need = need;
	need->flow = &a->flow;
	need->alignment.needed = need->alignment.modulus = 1;
	return need;
}

static void collect_sources_of(const struct lengths *l, tree reference, auto_vec<unsigned> *sources,
			       unsigned depth);

/* The lengths that VALUE is worked out from. */
static void collect_sources(const struct lengths *l, tree value, auto_vec<unsigned> *sources,
			    unsigned depth)
{
	gimple *statement;
	unsigned own;

	if (TREE_CODE(value) != SSA_NAME || depth > MAX_BACK || !is_source(l, value, &own))
		return;
	statement = SSA_NAME_DEF_STMT(value);
	if (!SSA_NAME_IS_DEFAULT_DEF(value) && is_gimple_assign(statement) &&
	    !gimple_assign_load_p(statement) && gimple_assign_rhs_code(statement) != MIN_EXPR) {
		for (unsigned i = 1; i < gimple_num_ops(statement); i++) {
			tree operand = gimple_op(statement, i);

			if (TREE_CODE(operand) == ADDR_EXPR)
				collect_sources_of(l, TREE_OPERAND(operand, 0), sources, depth + 1);
			else
				collect_sources(l, operand, sources, depth + 1);
		}
		return;
	}
	for (unsigned known : *sources)
		if (known == own || (l->sources[known].steps_by < 0 &&
				     l->sources[own].steps_by < 0 && is_same_source(l, known, own)))
			return;
	sources->safe_push(own);
}

/* Those that say where REFERENCE is. */
static void collect_sources_of(const struct lengths *l, tree reference, auto_vec<unsigned> *sources,
			       unsigned depth)
{
	for (; handled_component_p(reference); reference = TREE_OPERAND(reference, 0))
		if (TREE_CODE(reference) == ARRAY_REF)
			collect_sources(l, TREE_OPERAND(reference, 1), sources, depth);
	if (TREE_CODE(reference) == MEM_REF)
		collect_sources(l, TREE_OPERAND(reference, 0), sources, depth);
}

static void add_use(struct maker *m, const struct length_use *use, unsigned source)
{
	struct analysis *a = m->a;
	struct lc_linear address, size;
	struct lc_need *need;
	const struct lc_length *came;
	struct root root = {};
	const char *what;
	lc_term end;

	if (!place_of_use(a, m->l, use, &root, &address, &size, &what))
		return;
	/* The bytes that came have room for what came; what else takes it up need not. */
	if (m->l->sources[source].capped)
		return;
	if (m->l->sources[source].amount && !(use->write && root.is_object))
		return;
	/* How many bytes there are is no number to be compared with how many there are. */
	if (m->l->sources[source].argument &&
	    length_parameter_of(a, &root) == SSA_NAME_VAR(m->l->sources[source].value))
		return;
	need = new_need(m, source, use->statement, what, use->write);
	if (!need)
		return;
	need->point = point_at(a, use->statement);
	need->bytes = name_of_root(a, &root);
	need->from = lc_linear_add(&address, &root.start, -1);
	need->upto = lc_linear_add(&need->from, &size, 1);
	need->flow = flow_of_length(a, m->l, &need->upto);
	need->exact = root.is_object;
	end = term_of_end(a, &root);
	/* Two facts hold of every object; only more say anything of this one. */
	if (a->terms[end].facts && a->terms[end].facts->length() > 2) {
		struct lc_linear e = lc_linear_term(end);

		need->extent = lc_linear_add(&e, &root.start, -1);
	}
	need->length = length_of(a, &root);
	if (!use->write)
		limit_to_filled(a, &root, use->reference, use->statement, need);
	came = m->l->sources[source].argument ? NULL : length_of(a, &m->roots[source]);
	/* How much came may have been compared by who calls this function. */
	if (came && use->write && root.is_object &&
	    !find_speakers(a, &m->roots[source], came)->callers)
		need->came = lc_linear_add(&m->roots[source].start, &came->value, 1);
	need->untrusted = untrusted_of(m, source, need);
	need->silent = why_silent_about(a, m->l, use->statement, source, need);
}

/* A size that USE is given, if it is worked out from SOURCE and could wrap below 0. */
static void add_size(struct maker *m, const struct length_use *use, tree size, unsigned source)
{
	struct analysis *a = m->a;
	struct lc_linear meant = meant_as_size(a, size), zero = lc_linear_constant(0);
	const struct length_source *s = &m->l->sources[source];
	struct lc_need *need;

	/* Who hands over bytes hands over one at least. */
	if (s->argument && meant.constant >= -1 && is_length_of_some(a, s->value))
		return;

	/* What the types and the definitions alone say is enough. */
	if (!meant.valid || holds_at(a, &meant, use->statement))
		return;
	need = new_need(m, source, use->statement, describe(&a->unit->arena, size), use->write);
	if (!need)
		return;
	need->point = point_at(a, use->statement);
	need->bytes = m->entries[source]->origin.name;
	need->is_size = true;
	need->from = linear_of(a, size);
	need->upto = meant;
	if (!need->from.valid)
		need->from = zero;
	need->untrusted = untrusted_of(m, source, need);
	need->silent = why_silent_about(a, m->l, use->statement, source, need);
}

/* Does WALK go through bytes, or does it only add up? */
static bool moves_an_access(const struct lengths *l, unsigned walk)
{
	for (const struct length_use &use : l->uses) {
		auto_vec<unsigned> sources;

		if (use.reference)
			collect_sources_of(l, use.reference, &sources, 0);
		else
			collect_sources(l, gimple_call_arg(use.statement, use.argument), &sources,
					0);
		if (sources.contains(walk))
			return true;
	}
	return false;
}

/* Is STEP nothing but SOURCE and constants, and does it go up? */
static bool is_step_of(struct maker *m, const struct lc_linear *step, unsigned source)
{
	for (unsigned i = 0; i < step->n; i++)
		if (!is_term_of(m, step->terms[i].term, source) || step->terms[i].coefficient < 0)
			return false;
	return step->valid && step->n;
}

/* A need of WALK's step, which is to be at least 1. */
static struct lc_need *new_step(struct maker *m, unsigned walk, const struct lc_linear *step)
{
	struct analysis *a = m->a;
	const struct length_source *s = &m->l->sources[walk];
	gimple *phi = SSA_NAME_DEF_STMT(s->value), *last = lc_last_stmt(s->back->src);
	unsigned source = (unsigned)s->steps_by;
	const char *silent = why_it_ends(a, m->l, walk);
	struct lc_need *need = new_need(
		m, source, SSA_NAME_DEF_STMT(PHI_ARG_DEF_FROM_EDGE(as_a<gphi *>(phi), s->back)),
		describe(&a->unit->arena, s->value), false);

	if (!need)
		return NULL;
	need->point = point_at_end(a, s->back->src);
	need->bytes = m->entries[source]->origin.name;
	need->is_step = true;
	need->from = lc_linear_constant(0);
	need->upto = *step;
	need->untrusted = untrusted_of(m, source, need);
	need->silent = why_silent_about(a, m->l, last ? last : phi, source, need);
	if (silent)
		need->silent = silent;
	return need;
}

/* A walk's step, if it is the length itself that says how far: it must not be 0, nor once around. */
static void add_step(struct maker *m, unsigned walk)
{
	struct analysis *a = m->a;
	const struct length_source *s = &m->l->sources[walk];
	tree next = PHI_ARG_DEF_FROM_EDGE(as_a<gphi *>(SSA_NAME_DEF_STMT(s->value)), s->back);
	unsigned source = (unsigned)s->steps_by;
	struct lc_linear to = linear_of(a, next);
	struct lc_linear from = lc_linear_term(term_of_ssa(a, s->value)), step;
	HOST_WIDE_INT low, high;
	lc_term sum;

	if (!moves_an_access(m->l, walk))
		return;
	/* Whether it wraps is of no concern here. */
	step = sum_behind(a, next, integer_zero_node, &sum);
	if (step.valid)
		to = lc_linear_add(&to, &step, -1);
	step = lc_linear_add(&to, &from, -1);
	if (is_step_of(m, &step, source))
		new_step(m, walk, &step);
	if (!INTEGRAL_TYPE_P(TREE_TYPE(next)) || !TYPE_UNSIGNED(TREE_TYPE(next)) ||
	    TYPE_PRECISION(TREE_TYPE(next)) > MOST_BITS_AROUND)
		return;
	if (!is_step_of(m, &step, source)) {
		to = before_narrowing(a, next);
		step = lc_linear_add(&to, &from, -1);
	}
	if (!is_step_of(m, &step, source))
		return;
	type_bounds(TREE_TYPE(next), &low, &high);
	step = lc_linear_scale(&step, -1);
	step = lc_linear_plus(&step, high + 1);
	if (struct lc_need *need = new_step(m, walk, &step))
		need->is_turn = true;
}

void find_lengths(struct analysis *a, const struct lengths *l)
{
	struct maker m;

	m.a = a;
	m.l = l;
	m.entries.safe_grow_cleared(l->sources.length());
	for (unsigned i = 0; i < l->sources.length(); i++)
		m.roots.safe_push(root_of_source(&m, i));
	for (const struct length_use &use : l->uses) {
		auto_vec<unsigned> sources;

		if (use.reference) {
			collect_sources_of(l, use.reference, &sources, 0);
		} else {
			tree sizes[2];
			unsigned n = sizes_of_use(&use, sizes);

			collect_sources(l, gimple_call_arg(use.statement, use.argument), &sources,
					0);
			for (unsigned i = 0; i < n; i++) {
				auto_vec<unsigned> own;

				collect_sources(l, sizes[i], &sources, 0);
				collect_sources(l, sizes[i], &own, 0);
				for (unsigned source : own)
					if (m.roots[source].start.valid &&
					    !l->sources[source].amount)
						add_size(&m, &use, sizes[i], source);
			}
		}
		for (unsigned source : sources)
			if (m.roots[source].start.valid)
				add_use(&m, &use, source);
	}
	for (unsigned i = 0; i < l->sources.length(); i++)
		if (l->sources[i].steps_by >= 0 && m.roots[i].start.valid &&
		    !l->sources[l->sources[i].steps_by].amount)
			add_step(&m, i);
}
