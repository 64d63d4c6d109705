/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What -fplugin=layoutcheck loads: looks at the compiler's version and loads
 * the plugin that was built for it. Uses no symbol of GCC, so that it loads
 * into any; where nothing fits, it says so and the build goes on unchecked.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* As gcc-plugin.h and plugin.h declare them, unchanged since GCC 4.5. */
struct plugin_argument {
	char *key, *value;
};
struct plugin_name_args {
	char *base_name;
	const char *full_name;
	int argc;
	struct plugin_argument *argv;
	const char *version, *help;
};
struct plugin_gcc_version {
	const char *basever, *datestamp, *devphase, *revision, *configuration_arguments;
};

#define EXPORT __attribute__((visibility("default")))

EXPORT extern int plugin_is_GPL_compatible;
int plugin_is_GPL_compatible;

EXPORT int plugin_init(struct plugin_name_args *args, struct plugin_gcc_version *version);

typedef int init_function(struct plugin_name_args *, struct plugin_gcc_version *);

static int is_strict(const struct plugin_name_args *args)
{
	for (int i = 0; i < args->argc; i++)
		if (!strcmp(args->argv[i].key, "strict"))
			return 1;
	return 0;
}

/* "12, 15": the versions of GCC that DIRECTORY holds a plugin for. */
static void list_built(const char *directory, char *text, size_t size)
{
	DIR *dir = opendir(directory);
	struct dirent *entry;
	size_t used = 0;

	text[0] = '\0';
	while (dir && (entry = readdir(dir))) {
		int major, length = 0;

		if (sscanf(entry->d_name, "layoutcheck-gcc%d.so%n", &major, &length) == 1 &&
		    length && !entry->d_name[length] && used + 16 < size)
			used += (size_t)snprintf(text + used, size - used, "%s%d", used ? ", " : "",
						 major);
	}
	if (dir)
		closedir(dir);
	if (!used)
		snprintf(text, size, "none");
}

static int give_up(const struct plugin_name_args *args, const char *reason)
{
	int strict = is_strict(args);

	fprintf(stderr, "layoutcheck: %s: %s\n", strict ? "error" : "warning", reason);
	if (!strict)
		fprintf(stderr, "layoutcheck: this unit is compiled, but not checked\n");
	return strict;
}

EXPORT int plugin_init(struct plugin_name_args *args, struct plugin_gcc_version *version)
{
	char path[4096], built[128], reason[6144];
	int major = atoi(version->basever);
	init_function *init;
	const char *slash;
	Dl_info self;
	void *handle;

	if (!dladdr(&plugin_is_GPL_compatible, &self) || !self.dli_fname)
		return give_up(args, "cannot tell the folder that the plugin is in");
	slash = strrchr(self.dli_fname, '/');
	if (snprintf(path, sizeof(path), "%.*s", slash ? (int)(slash - self.dli_fname) : 1,
		     slash ? self.dli_fname : ".") >= (int)sizeof(path) - 32)
		return give_up(args, "the name of the plugin's folder is too long");
	list_built(path, built, sizeof(built));
	sprintf(path + strlen(path), "/layoutcheck-gcc%d.so", major);
	handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	if (!handle) {
		const char *error = dlerror();

		snprintf(reason, sizeof(reason),
			 "this is GCC %s, the plugin was built for GCC %s (%s); rebuild it with: "
			 "make CC=gcc-%d install",
			 version->basever, built, error ? error : "cannot load it", major);
		return give_up(args, reason);
	}
	/* ISO C has no cast from an object pointer to a function pointer. */
	*(void **)&init = dlsym(handle, "layoutcheck_init");
	if (!init)
		return give_up(args,
			       "the plugin beside the stub is of another version of layoutcheck");
	return init(args, version);
}
