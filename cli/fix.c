// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * layoutcheck fix: runs the semantic patches on the places that a log names,
 * and shows, applies or stores what they change.
 */
#include <dirent.h>
#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "commands.h"
#include "fix.h"
#include "message.h"
#include "options.h"
#include "output.h"
#include "rules.h"

static const char usage[] =
	"Usage: layoutcheck fix [OPTION]... RESULTS.sarif\n"
	"Rewrites the casts that a log of 'layoutcheck collect' names into checked helpers\n"
	"(layoutcheck.h), and prints one patch; nothing is changed unless asked for.\n"
	"\n"
	"      --migrate           also the proven conversions that no helper holds yet\n"
	"                          (the log must be of 'collect --ledger')\n"
	"      --rule=RULE         only results of that rule\n"
	"      --file=GLOB         only sources whose name in the log matches\n"
	"      --in-place          change the sources\n"
	"      --patch-dir=DIR     write one patch a source into DIR\n"
	"      --source-root=DIR   where the names in the log start (default: here)\n"
	"      --cocci-dir=DIR     where the semantic patches are\n"
	"  -h, --help              show this help\n"
	"\n"
	"Exit code: 0 done, or nothing to do; 1 some findings have no patch; 2 could not do it.\n";

enum {
	OPTION_MIGRATE = 256,
	OPTION_RULE,
	OPTION_FILE,
	OPTION_IN_PLACE,
	OPTION_PATCH_DIR,
	OPTION_ROOT,
	OPTION_COCCI
};

static const struct option long_options[] = {
	{ "migrate", no_argument, NULL, OPTION_MIGRATE },
	{ "rule", required_argument, NULL, OPTION_RULE },
	{ "file", required_argument, NULL, OPTION_FILE },
	{ "in-place", no_argument, NULL, OPTION_IN_PLACE },
	{ "patch-dir", required_argument, NULL, OPTION_PATCH_DIR },
	{ "source-root", required_argument, NULL, OPTION_ROOT },
	{ "cocci-dir", required_argument, NULL, OPTION_COCCI },
	{ "help", no_argument, NULL, 'h' },
	{ NULL, 0, NULL, 0 },
};

static char work[PATH_MAX];

static void remove_work(void)
{
	DIR *folder = work[0] ? opendir(work) : NULL;
	struct dirent *entry;

	while (folder && (entry = readdir(folder)))
		if (entry->d_name[0] != '.')
			unlinkat(dirfd(folder), entry->d_name, 0);
	if (folder)
		closedir(folder);
	if (work[0])
		rmdir(work);
}

static bool on_path(const char *program)
{
	const char *path = getenv("PATH");

	for (const char *p = path ? path : "/usr/bin:/bin"; p;
	     p = strchr(p, ':') ? strchr(p, ':') + 1 : NULL) {
		char *name = cli_format("%.*s/%s", (int)strcspn(p, ":"), p, program);
		bool there = !access(name, X_OK);

		free(name);
		if (there)
			return true;
	}
	return false;
}

/* The installed semantic patches beside the command, or those of the source tree it was built in. */
static char *find_cocci(void)
{
	static const char *const places[] = { "../share/layoutcheck/cocci", "../cocci" };
	char self[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);

	if (n > 0) {
		self[n] = '\0';
		*strrchr(self, '/') = '\0';
		for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
			char *folder = cli_format("%s/%s", self, places[i]);
			char *probe = cli_format("%s/from_bytes.cocci", folder);
			bool there = !access(probe, R_OK);

			free(probe);
			if (there)
				return folder;
			free(folder);
		}
	}
	return cli_strdup("/usr/share/layoutcheck/cocci");
}

/* Whether all that the work needs is there; complains if not. */
static bool prepared(struct fix *fix)
{
	const char *temporary = getenv("TMPDIR");
	char *probe = cli_format("%s/from_bytes.cocci", fix->cocci_dir), *absolute;
	bool there = !access(probe, R_OK);

	if (!there)
		cli_message("%s: expected the semantic patches there: %s (see --cocci-dir)", probe,
			    strerror(errno));
	free(probe);
	if (!there)
		return false;
	if (!on_path("spatch")) {
		cli_message(
			"spatch was not found: it is in the package coccinelle (apt-get install coccinelle)");
		return false;
	}
	if (!on_path("diff")) {
		cli_message("diff was not found: it is in the package diffutils");
		return false;
	}
	absolute = realpath(fix->cocci_dir, NULL);
	fix->cocci_dir = absolute ? absolute : fix->cocci_dir;
	if (fix->patch_dir && mkdir(fix->patch_dir, 0777) && errno != EEXIST) {
		cli_message("%s: expected a folder for patches: %s", fix->patch_dir,
			    strerror(errno));
		return false;
	}
	snprintf(work, sizeof(work), "%s/layoutcheck-XXXXXX",
		 temporary && *temporary ? temporary : "/tmp");
	if (!mkdtemp(work)) {
		cli_message("%s: expected room for copies: %s", work, strerror(errno));
		work[0] = '\0';
		return false;
	}
	atexit(remove_work);
	fix->work = work;
	return true;
}

static bool put(const char *path, const char *text, size_t length, const struct stat *mode)
{
	struct output output;
	struct sarif_sink sink;
	int error = output_open(&output, path);

	if (!error) {
		sink = output_sink(&output);
		error = sink.write(sink.context, text, length);
		if (!error && mode && fchmod(output.file, mode->st_mode & 07777))
			error = errno;
		if (error)
			output_abandon(&output);
		else
			error = output_commit(&output);
	}
	if (error)
		cli_message("%s: could not be written: %s", path, strerror(error));
	return !error;
}

/* drivers/foo.c's patch is DIR/drivers#foo.c.patch. */
static bool put_patch(const struct fix *fix, const struct fix_file *file, const char *diff,
		      size_t length)
{
	const char *name = file->name + strspn(file->name, "/");
	char *path = cli_format("%s/%s.patch", fix->patch_dir, name);
	bool well;

	for (char *p = path + strlen(fix->patch_dir) + 1; *p; p++)
		if (*p == '/')
			*p = '#';
	well = put(path, diff, length, NULL);
	free(path);
	return well;
}

static bool put_in_place(const struct fix_file *file)
{
	char *path = realpath(file->path, NULL);
	struct stat status;
	bool well = path && !stat(path, &status) && put(path, file->new, file->new_length, &status);

	if (!path)
		cli_message("%s: could not be written: %s", file->path, strerror(errno));
	free(path);
	return well;
}

static bool deliver(const struct fix *fix, const struct fix_file *file, size_t number)
{
	char *old = cli_format("%zu.old.c", number), *new = cli_format("%zu.c", number);
	size_t length = 0;
	char *diff = fix_diff(fix->work, old, new, file->name, 3, &length);
	bool well = diff != NULL;

	if (!diff)
		cli_message("%s: diff failed", file->name);
	else if (length && fix->patch_dir)
		well = put_patch(fix, file, diff, length);
	else if (length && fix->in_place)
		well = put_in_place(file);
	else if (length)
		well = fwrite(diff, 1, length, stdout) == length;
	free(diff);
	free(old);
	free(new);
	return well;
}

static const char *outcome(const struct fix_site *site)
{
	if (!site->fixed)
		return "no patch for this shape";
	if (site->migrate)
		return "migrated";
	/* A check that was there and did not satisfy may still not: only the plugin can tell. */
	return site->guarded ? "fixed, with the check that was there: check again" : "fixed";
}

/* Says what became of each site; returns how many were not fixed. */
static size_t tell(const struct fix_file *file)
{
	size_t left = 0;

	for (size_t i = 0; i < file->n_sites; i++) {
		const struct fix_site *site = &file->sites[i];

		cli_message("%s:%d: %s [%s]", file->name, site->line, outcome(site), site->rule);
		left += !site->fixed && !site->migrate;
	}
	for (const char *p = file->unparsed; p && *p;) {
		size_t n = strcspn(p, "\n");

		cli_message("%s:%.*s: spatch could not parse this function", file->name, (int)n, p);
		p += n + (p[n] == '\n');
	}
	return left;
}

static int finish(struct fix *fix)
{
	size_t fixed = 0, sites = 0, left = 0;
	bool well = true;

	for (size_t i = 0; i < fix->n_files; i++) {
		struct fix_file *file = &fix->files[i];

		sites += file->n_sites;
		if (!file->trouble && !deliver(fix, file, i))
			file->trouble = cli_strdup("nothing was changed");
		if (file->trouble) {
			cli_message("%s: %s", file->path, file->trouble);
			well = false;
			continue;
		}
		left += tell(file);
		for (size_t k = 0; k < file->n_sites; k++)
			fixed += file->sites[k].fixed;
	}
	if (sites)
		cli_message("%zu of %zu place%s rewritten", fixed, sites, CLI_S(sites));
	else
		cli_message("nothing to do: %s names no place that was asked for", fix->log);
	return option_flush(!well ? CLI_FAILED : left ? CLI_FINDINGS : CLI_OK);
}

static int option_wrong_use(const char *text)
{
	cli_message("fix: %s", text);
	return option_wrong("fix");
}

int cmd_fix(int argc, char **argv)
{
	struct fix fix = { .source_root = "." };
	int option, wrong;

	optind = 1;
	while ((option = getopt_long(argc, argv, "h", long_options, NULL)) != -1) {
		switch (option) {
		case OPTION_MIGRATE:
			fix.migrate = true;
			break;
		case OPTION_RULE:
			fix.rule = optarg;
			break;
		case OPTION_FILE:
			fix.glob = optarg;
			break;
		case OPTION_IN_PLACE:
			fix.in_place = true;
			break;
		case OPTION_PATCH_DIR:
			fix.patch_dir = optarg;
			break;
		case OPTION_ROOT:
			fix.source_root = optarg;
			break;
		case OPTION_COCCI:
			fix.cocci_dir = optarg;
			break;
		case 'h':
			fputs(usage, stdout);
			return option_flush(CLI_OK);
		default:
			return option_wrong("fix");
		}
	}
	if (argc - optind != 1)
		return option_wrong_use("expected one SARIF file");
	if (fix.rule && !lc_rule_find(fix.rule)) {
		cli_message("fix: no rule '%s': 'layoutcheck rules' lists them", fix.rule);
		return CLI_FAILED;
	}
	if (fix.in_place && fix.patch_dir)
		return option_wrong_use("expected --in-place or --patch-dir, not both");
	fix.log = argv[optind];
	if (!fix.cocci_dir)
		fix.cocci_dir = find_cocci();
	wrong = fix_select(&fix);
	if (fix.n_files) {
		if (!prepared(&fix) || fix_rewrite(&fix))
			return CLI_FAILED;
	}
	return wrong ? (finish(&fix), CLI_FAILED) : finish(&fix);
}
