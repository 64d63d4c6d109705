// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Models in compiled form: a line an entry, in the order of the files.
 */
#include <stdio.h>
#include <stdlib.h>

#include "message.h"
#include "model_load.h"

char *model_compiled(const struct model_set *set)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		cli_fatal("out of memory");
	fputs(LC_MODEL_MAGIC "\n", out);
	for (size_t f = 0; f < set->n_files; f++) {
		const struct model_file *file = &set->files[f];

		fprintf(out, "model\t%s\t%s\n", file->name, file->external ? "external" : "any");
		for (size_t i = file->first; i < file->first + file->n; i++) {
			const struct model_entry *entry = &set->entries[i];
			const struct lc_model_schema *schema = &lc_model_schemas[entry->kind];

			fputs(schema->word, out);
			for (size_t k = 0; k < schema->n_fields; k++)
				fprintf(out, "\t%s",
					entry->texts[k] ? entry->texts[k] : LC_MODEL_ABSENT);
			fputc('\n', out);
		}
	}
	if (fclose(out))
		cli_fatal("out of memory");
	return text;
}
