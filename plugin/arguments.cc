/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The arguments -fplugin-arg-layoutcheck-KEY[=VALUE]. What is not known is an
 * error that lists what is.
 */
#include "plugin.h"

static const char valid_arguments[] =
	"record-dir=DIR, enable=RULE[,RULE], disable=RULE[,RULE], level=[RULE:]LEVEL, model=FILE, "
	"layout=TYPE, werror, check-only, strict; "
	"for tests, with check-only: forget=FILE:LINE:COLUMN";

static const char *rule_names(struct lc_arena *arena)
{
	const char *names = NULL;

	for (size_t i = 0; i < lc_n_rules; i++)
		names = names ? lc_arena_printf(arena, "%s, %s", names, lc_rules[i].id) :
				lc_rules[i].id;
	return names;
}

/* The rule of LENGTH bytes at NAME; reports an error if there is none. */
static const struct lc_rule *rule_named(struct lc_arena *arena, const char *key, const char *name,
					size_t length)
{
	const char *id = lc_arena_printf(arena, "%.*s", (int)length, name);
	const struct lc_rule *rule = lc_rule_find(id);

	if (!rule)
		error_at(
			UNKNOWN_LOCATION,
			"layoutcheck: %qs is no rule in %<-fplugin-arg-layoutcheck-%s=%>; rules: %s",
			id, key, rule_names(arena));
	return rule;
}

static bool choose_rules(struct lc_unit *unit, const char *key, const char *value, bool enabled)
{
	static bool chosen;

	/* The first enable= means: these and no others. */
	if (enabled && !chosen)
		for (size_t i = 0; i < lc_n_rules; i++)
			unit->rule_choice[i].enabled = false;
	chosen |= enabled;
	while (*value) {
		size_t length = strcspn(value, ",");
		const struct lc_rule *rule = rule_named(&unit->arena, key, value, length);

		if (!rule)
			return false;
		unit->rule_choice[rule - lc_rules].enabled = enabled;
		value += length + (value[length] == ',');
	}
	return true;
}

static bool choose_level(struct arguments *arguments, struct lc_unit *unit, const char *value)
{
	const char *colon = strchr(value, ':'), *name = colon ? colon + 1 : value;
	const struct lc_rule *rule;
	enum lc_level level;

	if (lc_level_parse(name, &level) || level == LC_LEVEL_NONE) {
		error_at(
			UNKNOWN_LOCATION,
			"layoutcheck: %qs is no level in %<-fplugin-arg-layoutcheck-level=%>; levels: "
			"note, warning, error",
			name);
		return false;
	}
	if (!colon) {
		arguments->level = level;
		return true;
	}
	rule = rule_named(&unit->arena, "level", value, (size_t)(colon - value));
	if (rule)
		unit->rule_choice[rule - lc_rules].level = level;
	return rule != NULL;
}

/* Does KEY stand with a value exactly if it WANTS one? Reports an error if not. */
static bool check_value(const char *key, const char *value, bool wants)
{
	if (wants == (value && *value))
		return true;
	error_at(UNKNOWN_LOCATION,
		 wants ? "layoutcheck: %<-fplugin-arg-layoutcheck-%s%> needs a value" :
			 "layoutcheck: %<-fplugin-arg-layoutcheck-%s%> takes no value",
		 key);
	return false;
}

/* FILE:LINE:COLUMN of a comparison that is to be forgotten. */
static bool add_forgotten(struct arguments *arguments, struct lc_unit *unit, const char *value)
{
	char *text = lc_arena_strdup(&unit->arena, value), *column, *line;
	struct forgotten *what;

	column = text ? strrchr(text, ':') : NULL;
	if (column)
		*column++ = '\0';
	line = column ? strrchr(text, ':') : NULL;
	if (line)
		*line++ = '\0';
	if (!line || atoi(line) <= 0 || atoi(column) <= 0) {
		error_at(UNKNOWN_LOCATION,
			 "layoutcheck: %<-fplugin-arg-layoutcheck-forget=%s%>: expected "
			 "FILE:LINE:COLUMN",
			 value);
		return false;
	}
	if (lc_arena_grow(&unit->arena, &arguments->forgotten, arguments->n_forgotten,
			  &arguments->forgotten_capacity, sizeof(*arguments->forgotten)))
		return false;
	what = &arguments->forgotten[arguments->n_forgotten++];
	*what = { text, atoi(line), atoi(column), false };
	return true;
}

static bool parse_one(struct arguments *arguments, struct lc_unit *unit, struct lc_model *model,
		      const struct plugin_argument *argument)
{
	const struct {
		const char *key;
		bool *flag;
	} flags[] = { { "werror", &arguments->werror },
		      { "check-only", &arguments->check_only },
		      { "strict", &arguments->strict } };
	const char *key = argument->key, *value = argument->value, *message;

	for (const auto &flag : flags)
		if (!strcmp(key, flag.key))
			return check_value(key, value, false) && (*flag.flag = true);
	if (strcmp(key, "record-dir") && strcmp(key, "enable") && strcmp(key, "disable") &&
	    strcmp(key, "level") && strcmp(key, "model") && strcmp(key, "layout") &&
	    strcmp(key, "forget")) {
		error_at(UNKNOWN_LOCATION,
			 "layoutcheck: %<-fplugin-arg-layoutcheck-%s%> is not known; valid: %s",
			 key, valid_arguments);
		return false;
	}
	if (!check_value(key, value, true))
		return false;
	if (!strcmp(key, "record-dir"))
		arguments->record_dir = value;
	else if (!strcmp(key, "layout"))
		arguments->layout = value;
	else if (!strcmp(key, "enable") || !strcmp(key, "disable"))
		return choose_rules(unit, key, value, *key == 'e');
	else if (!strcmp(key, "level"))
		return choose_level(arguments, unit, value);
	else if (!strcmp(key, "forget"))
		return add_forgotten(arguments, unit, value);
	else {
		message = lc_model_read_file(model, &unit->arena, value);
		if (message)
			error_at(UNKNOWN_LOCATION, "layoutcheck: model %s", message);
		return !message;
	}
	return true;
}

bool parse_arguments(struct arguments *arguments, struct lc_unit *unit, struct lc_model *model,
		     int argc, struct plugin_argument *argv)
{
	bool fine = true;

	arguments->level = LC_LEVEL_WARNING;
	for (int i = 0; i < argc; i++)
		fine &= parse_one(arguments, unit, model, &argv[i]);
	if (arguments->n_forgotten && !arguments->check_only) {
		error_at(
			UNKNOWN_LOCATION,
			"layoutcheck: %<-fplugin-arg-layoutcheck-forget=%> changes what the code does: "
			"it needs %<-fplugin-arg-layoutcheck-check-only%>");
		return false;
	}
	/* Without an object to travel in, the record goes to the working directory. */
	if (arguments->check_only && !arguments->record_dir)
		arguments->record_dir = ".";
	return fine;
}
