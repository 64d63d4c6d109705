/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * lc-address-space: __iomem, __user, __percpu or __rcu is lost on the way to a typed view.
 */
#include <string.h>

#include "names.h"
#include "rules.h"

/* How the mark was lost, as a phrase that ends "is used as T by …". */
static const char *manner(struct lc_arena *arena, const struct sc_path *path)
{
	const struct sc_use *use = &path->lost_by;
	const char *where = "";

	if (path->forced)
		return "a cast that says __force";
	if (!path->implied)
		return path->through_integer ? "a cast through an integer" : "a cast";
	switch (use->kind) { /* the one that lost it, which need not be the last */
	case SC_USE_ASSIGN:
		where = " in this assignment";
		break;
	case SC_USE_INITIALISE:
		where = " in this initialiser";
		break;
	case SC_USE_RETURN:
		where = " in this return";
		break;
	case SC_USE_ARGUMENT:
		where = use->callee ?
				lc_arena_printf(arena, " in argument %u of %s ()", use->argument,
						show_ident(use->callee->ident)) :
				lc_arena_printf(arena, " in argument %u", use->argument);
		break;
	default:
		break;
	}
	return lc_arena_printf(arena, "an implied conversion%s", where);
}

static bool same_position(struct lc_place a, struct lc_place b)
{
	return a.line == b.line && a.column == b.column && !strcmp(a.file, b.file);
}

static void add_steps(struct sc_context *context, struct lc_conversion *conversion,
		      struct lc_judgement *judgement, const struct sc_path *path,
		      const struct sc_use *use, const char *name, struct ident *macro)
{
	struct lc_arena *arena = &context->unit->arena;
	struct lc_place used = sc_place(&context->sources, use->position);
	struct lc_step *steps = lc_arena_alloc(arena, 3 * sizeof(*steps));
	struct symbol *declared;
	size_t n = 0;

	if (!steps)
		return;
	declared = sc_declaration(path->source);
	if (declared && name) {
		steps[n].place = sc_place(&context->sources, declared->pos);
		steps[n++].text = lc_arena_printf(arena, "'%s' is declared here",
						  show_ident(declared->ident));
	}
	if (macro) {
		steps[n].place = conversion->cast;
		steps[n++].text =
			lc_arena_printf(arena, "in the expansion of macro '%s'", show_ident(macro));
	}
	/* Where the view begins, if a reader would not see it from the finding's own line. */
	if (used.line != conversion->cast.line || path->variable) {
		steps[n].place = used;
		steps[n++].text = path->variable ?
					  lc_arena_printf(arena,
							  "by way of '%s' it becomes '%s' here",
							  show_ident(path->variable->ident),
							  sc_type_name(arena, path->view)) :
					  lc_arena_printf(arena, "used as '%s' here",
							  sc_type_name(arena, path->view));
	}
	judgement->steps = steps;
	judgement->n_steps = n;
}

/* One loss is one finding, however many views come of it; without one, each type is noted once. */
static bool known(const struct sc_context *context, const struct lc_place *cast, const char *type,
		  bool finding)
{
	for (size_t i = 0; i < context->unit->n_conversions; i++) {
		const struct lc_conversion *other = context->unit->conversions[i];

		if (!same_position(other->cast, *cast))
			continue;
		if (other->n_judgements && other->judgements[0].level != LC_LEVEL_NONE)
			return true;
		if (!finding && !strcmp(other->target.type, type))
			return true;
	}
	return false;
}

/* States the facts of one conversion. NULL: known already, or out of memory. */
static struct lc_conversion *state(struct sc_context *context, const struct sc_path *path,
				   struct position at, const char *name, bool finding)
{
	struct lc_unit *unit = context->unit;
	struct symbol *target = sc_pointee(path->view);
	struct lc_place cast = sc_place(&context->sources, at);
	const char *type = sc_type_name(&unit->arena, target);
	struct lc_conversion *conversion;

	if (!type || !cast.file || known(context, &cast, type, finding))
		return NULL;
	conversion = lc_unit_add_conversion(unit);
	if (!conversion)
		return NULL;
	conversion->kind = path->space->kind;
	conversion->function =
		context->function && context->function->ident ?
			lc_arena_strdup(&unit->arena, show_ident(context->function->ident)) :
			NULL;
	conversion->cast = cast;
	conversion->origin.kind = sc_origin_kind(path->source);
	conversion->origin.name = name;
	conversion->origin.place = sc_place(&context->sources, path->source->pos);
	conversion->origin.domain = path->space->domain;
	conversion->target.type = type;
	if (target && target->pos.line)
		conversion->target.place = sc_place(&context->sources, target->pos);
	return conversion;
}

static struct lc_judgement *judge(struct sc_context *context, struct lc_conversion *conversion,
				  enum lc_verdict verdict, enum lc_level level, const char *how)
{
	struct lc_judgement *judgement = lc_conversion_add_judgement(context->unit, conversion);

	if (!judgement)
		return NULL;
	judgement->rule = lc_rule_find("lc-address-space");
	judgement->verdict = verdict;
	judgement->level = lc_rule_level(context->unit, judgement->rule, level);
	judgement->place = conversion->cast;
	judgement->how = how;
	return judgement;
}

/*
 * Why a mark that was lost is no finding, or NULL if it is one. A __force is a statement, this one
 * knows better: it takes an access in sight to contradict it.
 */
static const char *excuse(struct sc_context *context, const struct sc_path *path,
			  const struct sc_use *use)
{
	struct lc_arena *arena = &context->unit->arena;
	enum sc_known_use known;

	if (path->forced && (path->space->force_settles || sc_is_opaque(path->view)))
		return lc_arena_printf(arena, "a __force says that %s may go here",
				       path->space->mark);
	known = sc_known_use(context, use);
	if (known == SC_UNUSED)
		return lc_arena_printf(arena, "%s is lost, but nothing is reached without it",
				       path->space->mark);
	if (path->forced && known != SC_ACCESSED)
		return lc_arena_printf(arena,
				       "a __force drops %s, and no access without it is in sight",
				       path->space->mark);
	return NULL;
}

/*
 * Where the mark is about when to look and what was marked is no more bytes than the view, a lock
 * may well be held that makes it right: worth a note, once for each thing that is marked.
 */
static enum lc_level loudness(struct sc_context *context, const struct sc_path *path)
{
	struct symbol *declared = sc_declaration(path->source);
	struct lc_place place;

	if (!path->space->about_order || !sc_is_typed_view(path->source_type))
		return LC_LEVEL_WARNING;
	if (!declared)
		return LC_LEVEL_NOTE;
	place = sc_place(&context->sources, declared->pos);
	for (size_t i = 0; i < context->unit->n_conversions; i++) {
		const struct lc_conversion *other = context->unit->conversions[i];

		if (other->n_judgements && other->judgements[0].n_steps &&
		    other->judgements[0].level == LC_LEVEL_NOTE &&
		    same_position(other->judgements[0].steps[0].place, place))
			return LC_LEVEL_NONE;
	}
	return LC_LEVEL_NOTE;
}

static void lost(struct sc_context *context, const struct sc_path *path, const struct sc_use *use)
{
	struct lc_arena *arena = &context->unit->arena;
	const char *name = sc_expression_name(arena, path->source), *how;
	struct ident *macro = NULL;
	struct lc_conversion *conversion;
	struct lc_judgement *judgement;

	if (path->forced && sc_in_public_header(&context->sources, path->lost_at))
		return;
	if (sc_writer_of(&context->sources, path->implied ? path->lost_site : path->lost_at,
			 path->implied ? NULL : path->view, path->forced,
			 &macro) == SC_WRITER_PUBLIC_MACRO)
		return;
	how = excuse(context, path, use);
	conversion = state(context, path, path->lost_at, name, !how);
	if (!conversion)
		return;
	if (how) {
		judge(context, conversion, LC_OPEN, LC_LEVEL_NONE, how);
		return;
	}
	how = lc_arena_printf(arena, "%s is lost by %s", path->space->mark, manner(arena, path));
	judgement = judge(context, conversion, path->forced ? LC_OPEN : LC_REFUTED,
			  loudness(context, path), how);
	if (!judgement || judgement->level == LC_LEVEL_NONE)
		return;
	judgement->message = lc_arena_printf(
		arena, "%s is lost: %s%s%s of type '%s' is used as '%s' by %s; use %s",
		path->space->mark, name ? "'" : "", name ? name : "a pointer", name ? "'" : "",
		sc_type_name(arena, path->source_type), sc_type_name(arena, path->view),
		manner(arena, path), path->space->accessors);
	add_steps(context, conversion, judgement, path, use, name, macro);
}

void sc_address_space(struct sc_context *context, const struct sc_path *path,
		      const struct sc_use *use)
{
	struct lc_arena *arena = &context->unit->arena;
	struct lc_conversion *conversion;

	if (!path->space || use->kind == SC_USE_NONE || !sc_is_typed_view(path->view))
		return;
	if (path->lost) {
		lost(context, path, use);
	} else if (!sc_same_target(path->source->ctype, path->view)) {
		/* A view that keeps the mark: into the ledger, as proven. */
		conversion = state(context, path, use->position,
				   sc_expression_name(arena, path->source), false);
		if (conversion)
			judge(context, conversion, LC_PROVEN, LC_LEVEL_NONE,
			      lc_arena_printf(arena, "%s is kept", path->space->mark));
	}
}
