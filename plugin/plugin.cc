/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * layoutcheck for GCC: finds where a unit views bytes as a type and the
 * reverse, judges what must hold there, prints findings, and leaves the record
 * in the object file.
 *
 * One simple IPA pass right after build_ssa_passes sees every function in SSA
 * form before any optimisation. To debug: -wrapper gdb,--args, break at
 * analyse_function; the record shows what was seen.
 */
#include "plugin.h"
#include "required.h"
#include "suppression.h"
#include "validates.h"
#include "written.h"

__attribute__((visibility("default"))) extern int plugin_is_GPL_compatible;
int plugin_is_GPL_compatible;

static struct lc_unit unit;
static struct lc_model model;
static struct arguments arguments;

static const pass_data layoutcheck_pass_data = {
	SIMPLE_IPA_PASS, "*layoutcheck", /* a '*' leaves the numbers of dump files alone */
	OPTGROUP_NONE,   TV_NONE,        PROP_ssa, 0, 0, 0, 0,
};

class layoutcheck_pass : public simple_ipa_opt_pass
{
      public:
	layoutcheck_pass(gcc::context *context)
	    : simple_ipa_opt_pass(layoutcheck_pass_data, context)
	{
	}
	unsigned int execute(function *) final override;
};

/* Stops the compiler with what it has found; the object is not wanted. */
static void stop_here(void)
{
	bool written = write_file(&unit, arguments.record_dir);

	/* What the preprocessor owes: the dependencies of -MD, without which make knows of no header. */
	lang_hooks.finish();
	fflush(NULL);
	exit(written && !seen_error() && !werrorcount ? SUCCESS_EXIT_CODE : FATAL_EXIT_CODE);
}

static int in_text_order(const void *left, const void *right)
{
	return (*(cgraph_node *const *)left)->order - (*(cgraph_node *const *)right)->order;
}

/* What a test wants forgotten must be there, or the test says nothing. */
static void forget_guards(const vec<cgraph_node *> &nodes)
{
	for (size_t i = 0; i < arguments.n_forgotten; i++) {
		struct forgotten *what = &arguments.forgotten[i];

		for (cgraph_node *each : nodes)
			what->found |=
				has_body_in_ssa(each->decl) &&
				forget_guard(&unit, &model, DECL_STRUCT_FUNCTION(each->decl), what);
		if (!what->found)
			error_at(UNKNOWN_LOCATION, "layoutcheck: nothing to forget at %s:%d:%d",
				 what->file, what->line, what->column);
	}
}

unsigned int layoutcheck_pass::execute(function *)
{
	auto_vec<cgraph_node *> nodes;
	cgraph_node *node;

	if (in_lto_p || seen_error())
		return 0;
	FOR_EACH_FUNCTION_WITH_GIMPLE_BODY(node)
		nodes.safe_push(node);
	nodes.qsort(in_text_order);
	forget_guards(nodes);
	for (cgraph_node *each : nodes) {
		size_t first = unit.n_conversions;

		if (!has_body_in_ssa(each->decl))
			continue;
		analyse_function(&unit, &model, DECL_STRUCT_FUNCTION(each->decl));
		allow_in_function(&unit, each->decl, first);
	}
	settle_required(&unit, &model);
	unit.source_text = source_text;
	check_validity(&unit, &model);
	find_turned(&unit, &model, nodes);
	state_layouts(&unit, &model);
	forget_uses_of_fields();
	forget_summaries();
	forget_writes();
	forget_written();
	forget_leaks();
	describe_unit(&unit, &model);
	lc_unit_suppress(&unit);
	locate_suppressions(&unit);
	print_findings(&unit, &arguments);
	if (arguments.check_only)
		stop_here();
	return 0;
}

/* Passes before ours that only warn: -fsyntax-only does not run them, check-only need not. */
static void on_gate(void *gate_data, void *)
{
	static const char *const only_warn[] = { "early_uninit", "waccess" };

	for (const char *name : only_warn)
		if (current_pass && !strcmp(current_pass->name, name))
			*(bool *)gate_data = false;
}

static void on_finish_unit(void *, void *)
{
	if (!unit.source || seen_error())
		return;
	if (arguments.record_dir)
		write_file(&unit, arguments.record_dir);
	else
		write_section(&unit);
}

extern "C" __attribute__((visibility("default"))) int
layoutcheck_init(struct plugin_name_args *args, struct plugin_gcc_version *version);

int layoutcheck_init(struct plugin_name_args *args, struct plugin_gcc_version *version)
{
	struct register_pass_info pass = {};
	static struct plugin_info info = { LC_VERSION,
					   "Checks views of bytes as types; see "
					   "layoutcheck(1) and layoutcheck-plugin(7)." };
	const char *message;

	if (lc_unit_init(&unit))
		return 1;
	if (!plugin_default_version_check(version, &gcc_version)) {
		bool strict = false;

		for (int i = 0; i < args->argc; i++)
			strict |= !strcmp(args->argv[i].key, "strict");
		fprintf(stderr,
			"layoutcheck: %s: this is GCC %s (%s), the plugin was built for GCC %s (%s); "
			"rebuild it with: make clean install\n",
			strict ? "error" : "warning", version->basever, version->datestamp,
			gcc_version.basever, gcc_version.datestamp);
		return strict;
	}
	message = lc_model_read(&model, &unit.arena, "built-in model", lc_model_builtin);
	if (message) {
		error_at(UNKNOWN_LOCATION, "layoutcheck: %s", message);
		return 1;
	}
	if (!parse_arguments(&arguments, &unit, &model, args->argc, args->argv))
		return 1;
	pass.pass = new layoutcheck_pass(g);
	pass.reference_pass_name = "build_ssa_passes";
	pass.ref_pass_instance_number = 1;
	pass.pos_op = PASS_POS_INSERT_AFTER;
	register_callback(args->base_name, PLUGIN_PASS_MANAGER_SETUP, NULL, &pass);
	register_callback(args->base_name, PLUGIN_FINISH_UNIT, on_finish_unit, NULL);
	if (arguments.layout)
		ask_for_layout(args->base_name, arguments.layout);
	if (arguments.check_only)
		register_callback(args->base_name, PLUGIN_OVERRIDE_GATE, on_gate, NULL);
	register_callback(args->base_name, PLUGIN_ATTRIBUTES, register_allow, &unit);
	prove_contracts(args->base_name, &unit, &model);
	register_callback(args->base_name, PLUGIN_INFO, NULL, &info);
	return 0;
}
