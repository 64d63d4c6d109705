// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * spatch on a copy of each source, under a plain name in a private folder: what
 * the source is called never meets a shell. Two sources at a time, each in a
 * process of its own that leaves its outcome in files.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files.h"
#include "fix.h"
#include "message.h"
#include "progress.h"

#define JOBS 2

/* One source in the making. */
struct job {
	struct fix *fix;
	struct fix_file *file;
	size_t number;
	char *name; /* of the copy, within fix->work */
};

static char *inside(const struct job *job, const char *suffix)
{
	return cli_format("%s/%zu%s", job->fix->work, job->number, suffix);
}

static bool save(const struct job *job, const char *suffix, const char *text, size_t length)
{
	char *path = inside(job, suffix);
	int error = file_write(path, text, length);

	free(path);
	return !error;
}

static char *load(const struct job *job, const char *suffix, size_t *length)
{
	char *path = inside(job, suffix), *text = file_read(path, length);

	free(path);
	return text;
}

/* The hunks between the copies SUFFIX and what the copy is now. */
static struct fix_hunk *hunks_since(const struct job *job, const char *suffix, size_t *n)
{
	char *before = cli_format("%zu%s", job->number, suffix);
	size_t length;
	char *diff = fix_diff(job->fix->work, before, job->name, "x", 0, &length);
	struct fix_hunk *hunks;

	free(before);
	if (!diff)
		return NULL;
	hunks = fix_hunks(diff, n);
	free(diff);
	return hunks ? hunks : cli_alloc(sizeof(*hunks));
}

/* Names what spatch said last as the trouble. */
static void complain(const struct job *job, const char *patch, int status)
{
	size_t length;
	char *log = load(job, ".log", &length), *last = log, *trouble;

	while (log && length && strchr("\r\n ", log[length - 1]))
		log[--length] = '\0';
	if (log && strrchr(log, '\n'))
		last = strrchr(log, '\n') + 1;
	if (status == 127)
		trouble = cli_format("spatch was not found");
	else
		trouble = cli_format("spatch with %s failed (status %d)%s%s", patch, status,
				     last && *last ? ": " : "", last ? last : "");
	save(job, ".trouble", trouble, strlen(trouble));
	free(trouble);
	free(log);
}

/* Runs one semantic patch on the copy; LINES are where the sites are now. */
static bool run_patch(const struct job *job, const char *patch, const int *lines, bool unguarded)
{
	char *script = cli_format("%s/%s", job->fix->cocci_dir, patch);
	char *sites = inside(job, ".sites"), *define = cli_format("sites=%s", sites);
	char *out = cli_format("%zu.out", job->number), *log = cli_format("%zu.log", job->number);
	char *const argv[] = { "spatch",
			       "--very-quiet",
			       "--no-includes",
			       "--no-show-diff",
			       "--in-place",
			       "--timeout",
			       "120",
			       "--sp-file",
			       script,
			       "-D",
			       "patch",
			       "-D",
			       define,
			       (char *)job->name,
			       NULL };
	FILE *file = fopen(sites, "wb");
	size_t asked = 0;
	int status = 0;

	for (size_t i = 0; file && i < job->file->n_sites; i++) {
		const struct fix_site *site = &job->file->sites[i];

		if (!lines[i] || site->refuted ||
		    (unguarded && (!site->pointer || !site->length || site->migrate)))
			continue;
		asked++;
		fprintf(file, "%s:%d", job->name, lines[i]);
		if (site->pointer && site->length && !strpbrk(site->pointer, "\t\n") &&
		    !strpbrk(site->length, "\t\n"))
			fprintf(file, "\t%s\t%s", site->pointer, site->length);
		fputc('\n', file);
	}
	if (!file || fclose(file))
		status = 126;
	else if (asked)
		status = fix_run(job->fix->work, argv, out, log);
	if (status)
		complain(job, patch, status);
	free(script);
	free(sites);
	free(define);
	free(out);
	free(log);
	return !status;
}

/* "LINE: NAME" of each function that spatch could not parse, out of what --parse-c says. */
static void list_unparsed(const struct job *job)
{
	char *out = cli_format("%zu.parse", job->number), *log = cli_format("%zu.log", job->number);
	char *original = cli_format("%zu.old.c", job->number), *text, *found = cli_strdup("");
	char *const argv[] = { "spatch", "--no-includes", "--parse-c", original, NULL };
	size_t length;
	int line = 0;

	fix_run(job->fix->work, argv, out, log);
	text = load(job, ".log", &length);
	for (char *p = text; p && *p; p = strchr(p, '\n') ? strchr(p, '\n') + 1 : NULL) {
		const char *at = "= File \"";

		if (!strncmp(p, " ", 1) && !strncmp(p + 1, at, strlen(at))) {
			const char *number = strstr(p, ", line ");

			line = number ? (int)strtol(number + 7, NULL, 10) : 0;
		} else if (line && !strncmp(p, "bad: ", 5) &&
			   strchr("_abcdefghijklmnopqrstuvwxyz"
				  "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
				  p[5])) {
			size_t end = strcspn(p, "("), start;
			char *more;

			if (memchr(p, '\n', end) || p[end] != '(')
				continue;
			for (start = end; p[start - 1] == '_' ||
					  (p[start - 1] > ' ' && !strchr("*()", p[start - 1]));)
				start--;
			more = cli_format("%s%d: %.*s\n", found, line, (int)(end - start),
					  p + start);
			free(found);
			found = more;
			line = 0;
		}
	}
	if (*found)
		save(job, ".unparsed", found, strlen(found));
	free(found);
	free(text);
	free(original);
	free(out);
	free(log);
}

/*
 * In the job's own process: leaves N.c rewritten, N.trouble, and N.fixed with a
 * character a site: '-' not fixed, 'g' fixed with the check that guarded it, '+' without.
 */
static bool rewrite(const struct job *job)
{
	const struct fix_file *file = job->file;
	int *lines = cli_alloc(file->n_sites * sizeof(*lines));
	char *fixed = cli_alloc(file->n_sites + 1), *text, *tidy;
	struct fix_hunk *hunks;
	size_t n, length, tidy_length, done = 0;

	for (size_t i = 0; i < file->n_sites; i++)
		lines[i] = file->sites[i].line;
	memset(fixed, '-', file->n_sites);
	if (!save(job, ".old.c", file->old, file->old_length) ||
	    !save(job, ".c", file->old, file->old_length))
		return false;
	for (int pass = 0; pass < 2; pass++) {
		const char *patch = pass ? "unguarded.cocci" : "from_bytes.cocci";

		if (!run_patch(job, patch, lines, pass))
			return true;
		hunks = hunks_since(job, ".old.c", &n);
		if (!hunks)
			return false;
		for (size_t i = 0; i < file->n_sites; i++) {
			lines[i] = fixed[i] == '-' ? fix_line_after(hunks, n, file->sites[i].line) :
						     0;
			if (!lines[i] && fixed[i] == '-' && !file->sites[i].refuted)
				fixed[i] = pass ? '+' : 'g';
		}
		if (pass) {
			text = load(job, ".c", &length);
			tidy = text ? fix_tidy(text, length, hunks, n, &tidy_length) : NULL;
			if (!tidy || !save(job, ".c", tidy, tidy_length))
				return false;
			free(text);
			free(tidy);
		}
		free(hunks);
	}
	for (size_t i = 0; i < file->n_sites; i++)
		done += fixed[i] != '-';
	if (done < file->n_sites)
		list_unparsed(job);
	return save(job, ".fixed", fixed, file->n_sites);
}

static void collect(const struct job *job, bool well)
{
	struct fix_file *file = job->file;
	size_t length, n = 0;
	char *fixed = load(job, ".fixed", &n);

	file->trouble = load(job, ".trouble", &length);
	file->unparsed = load(job, ".unparsed", &length);
	if (!file->trouble && (!well || !fixed || n != file->n_sites))
		file->trouble =
			cli_format("cannot work in %s: expected room for a copy", job->fix->work);
	for (size_t i = 0; !file->trouble && i < n; i++) {
		file->sites[i].fixed = fixed[i] != '-';
		file->sites[i].guarded = fixed[i] == 'g';
	}
	if (!file->trouble)
		file->new = load(job, ".c", &file->new_length);
	free(fixed);
}

int fix_rewrite(struct fix *fix)
{
	struct job *jobs = cli_alloc(fix->n_files * sizeof(*jobs));
	pid_t *pids = cli_alloc(fix->n_files * sizeof(*pids));
	size_t running = 0, started = 0, ended = 0;

	progress_start("fixing", fix->n_files);
	while (ended < fix->n_files) {
		int status;
		pid_t pid;

		if (started < fix->n_files && running < JOBS) {
			struct job *job = &jobs[started];

			*job = (struct job){ .fix = fix,
					     .file = &fix->files[started],
					     .number = started };
			job->name = cli_format("%zu.c", started);
			started++;
			job->file->old = file_read(job->file->path, &job->file->old_length);
			if (!job->file->old) {
				job->file->trouble = cli_format("expected a source to read: %s",
								strerror(errno));
				ended++;
				continue;
			}
			pid = fork();
			if (!pid)
				_exit(rewrite(job) ? 0 : 1);
			if (pid < 0) {
				job->file->trouble =
					cli_format("no process to be had: %s", strerror(errno));
				ended++;
				continue;
			}
			pids[started - 1] = pid;
			running++;
			continue;
		}
		pid = waitpid(-1, &status, 0);
		if (pid < 0) {
			if (errno == EINTR)
				continue;
			break;
		}
		for (size_t i = 0; i < started; i++)
			if (pids[i] == pid) {
				collect(&jobs[i], WIFEXITED(status) && !WEXITSTATUS(status));
				running--;
				progress_step(++ended);
			}
	}
	progress_end();
	for (size_t i = 0; i < started; i++)
		free(jobs[i].name);
	free(jobs);
	free(pids);
	return 0;
}
