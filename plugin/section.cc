/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The record's way out: a section of the object, or a file named after it.
 */
#include "plugin.h"

#include "report/record.h"

/* Options that change what the code means; paths, warnings and how they look do not. */
static bool is_worth_recording(const char *option)
{
	return option[0] == '-' &&
	       (option[1] == 'O' || option[1] == 'm' || option[1] == 'f' ||
		!strncmp(option, "-std=", 5)) &&
	       strncmp(option, "-fplugin", 8) && strncmp(option, "-fdiagnostics-", 14) &&
	       !strstr(option, "-prefix-map=");
}

static void add_options(struct lc_unit *unit)
{
	const char **options = (const char **)lc_arena_alloc(
		&unit->arena, (save_decoded_options_count + 1) * sizeof(*options));
	size_t n = 0;

	for (unsigned i = 1; options && i < save_decoded_options_count; i++) {
		const char *text = save_decoded_options[i].orig_option_with_args_text;

		if (text && is_worth_recording(text))
			options[n++] = text;
	}
	unit->options = options;
	unit->n_options = n;
}

void describe_unit(struct lc_unit *unit, const struct lc_model *model)
{
	unit->adapter = "gcc-plugin";
	unit->compiler = lc_arena_printf(&unit->arena, "GCC %s", gcc_version.basever);
	unit->target = LC_TARGET_NAME;
	unit->language = lang_hooks.name;
	unit->source = mapped_name(main_input_filename);
	unit->real_name = real_name;
	unit->directory = lc_arena_strdup(&unit->arena, lc_remap(get_src_pwd()));
	if (aux_base_name && *aux_base_name)
		unit->object = lc_arena_printf(&unit->arena, "%s.o", aux_base_name);
	unit->model_hash = model->hash;
	add_options(unit);
}

void write_section(const struct lc_unit *unit)
{
	size_t length;
	char *text;

	if (in_lto_p || !asm_out_file || seen_error())
		return;
	text = lc_record_text(unit, &length);
	if (!text) {
		warning_at(UNKNOWN_LOCATION, 0, "layoutcheck: no record of this unit: %s",
			   xstrerror(errno));
		return;
	}
	switch_to_section(get_section(LC_RECORD_SECTION, SECTION_DEBUG | SECTION_EXCLUDE, NULL));
	assemble_string(text, (int)length);
	free(text);
}

bool write_file(const struct lc_unit *unit, const char *directory)
{
	size_t length;
	char *text = lc_record_text(unit, &length);
	char *path = lc_record_path(directory, unit->object ? unit->object : "unit.o", "gcc");
	int error = text && path ? lc_record_save(directory, path, text, length) : errno;

	if (error)
		error_at(UNKNOWN_LOCATION, "layoutcheck: cannot write the record %qs: %s",
			 path ? path : directory, xstrerror(error));
	free(text);
	free(path);
	return !error;
}
