/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The rule table. A rule is one row here, one judge, one page, one test file.
 */
#include "rules.h"

#include <string.h>

#include "judges.h"

static const unsigned also_787[] = { 787, 0 };

const struct lc_rule lc_rules[] = {
	{
		.id = "lc-short-buffer",
		.name = "ShortBuffer",
		.short_description =
			"An access through a view of bytes reaches past the bytes that are there.",
		.full_description =
			"Bytes are viewed as a structure, and a field is read or written that the buffer is not "
			"known to hold: its offset and size exceed the extent. What counts is each access made "
			"through the view, not the size of the whole type. An error means that the access is "
			"certainly outside; a warning, that a length of these bytes is in hand but nothing "
			"compares it, or compares it with too little.",
		.bad_example = "int parse(const u8 *buf, size_t len)\n"
			       "{\n"
			       "\tconst struct hdr *h = (const struct hdr *)buf;\n"
			       "\n"
			       "\treturn h->type;\n"
			       "}\n",
		.good_example = "int parse(const u8 *buf, size_t len)\n"
				"{\n"
				"\tconst struct hdr *h = (const struct hdr *)buf;\n"
				"\n"
				"\tif (len < sizeof(*h))\n"
				"\t\treturn -EINVAL;\n"
				"\treturn h->type;\n"
				"}\n",
		.remedy =
			"Compare the length with the size that is accessed before the access, or take the view "
			"with lc_ref_from_prefix() and test its result.",
		.cwe = 125,
		.cwe_also = also_787,
		.default_level = LC_LEVEL_WARNING,
		.precision = "high",
		.security_severity = "8.1",
		.judge = lc_judge_short_buffer,
	},
	{
		.id = "lc-misaligned",
		.name = "Misaligned",
		.short_description =
			"Bytes are viewed as a type whose alignment the address does not have.",
		.full_description =
			"The address of the bytes is certainly not a multiple of the alignment that the type of "
			"the access asks for, and the type is not packed. C leaves the access undefined; "
			"compilers use the alignment to merge and vectorise accesses, and some processors trap. "
			"Where the target tolerates the access itself, the finding is a note.",
		.bad_example = "const u8 frame[64];\n"
			       "u32 seq = *(const u32 *)(frame + 1);\n",
		.good_example = "const u8 frame[64];\n"
				"u32 seq = get_unaligned((const u32 *)(frame + 1));\n",
		.remedy =
			"Read the value with memcpy() or get_unaligned(), or declare the type packed if the "
			"bytes may stand anywhere.",
		.cwe = 704,
		.default_level = LC_LEVEL_WARNING,
		.precision = "high",
		.security_severity = NULL,
		.judge = lc_judge_misaligned,
	},
	{
		.id = "lc-address-space",
		.name = "AddressSpace",
		.short_description = "An address space is lost on the way to a typed view.",
		.full_description =
			"A pointer marked __iomem, __user, __percpu or __rcu loses the mark on the way to a "
			"pointer through which memory is accessed as a type: by a cast, an implied conversion "
			"through void *, or an integer. The access then bypasses the accessor that the space "
			"demands: readl(), copy_from_user(), this_cpu_ptr() or rcu_dereference(). Found by "
			"layoutcheck-sparse, for the compiler does not see the marks.",
		.bad_example = "struct regs *r = (struct regs *)ioremap(addr, size);\n"
			       "u32 id = r->id;\n",
		.good_example = "struct regs __iomem *r = ioremap(addr, size);\n"
				"u32 id = readl(&r->id);\n",
		.remedy = "Keep the mark on the pointer and use the accessors of the space.",
		.cwe = 822,
		.default_level = LC_LEVEL_WARNING,
		.precision = "high",
		.security_severity = "7.0",
		.judge = NULL,
	},
};

const size_t lc_n_rules = sizeof(lc_rules) / sizeof(lc_rules[0]);

const struct lc_rule *lc_rule_find(const char *id)
{
	for (size_t i = 0; i < lc_n_rules; i++)
		if (!strcmp(lc_rules[i].id, id))
			return &lc_rules[i];
	return NULL;
}

const char *lc_rule_uri(const struct lc_rule *rule)
{
	static const char *const base = LC_INFORMATION_URI "/blob/main/Documentation/rules/";
	static char uris[sizeof(lc_rules) / sizeof(lc_rules[0])][160];
	char *uri = uris[rule - lc_rules];

	if (!uri[0]) {
		strcpy(uri, base);
		strncat(uri, rule->id, 64);
		strcat(uri, ".md");
	}
	return uri;
}

static const char *const level_names[] = { "none", "note", "warning", "error" };

const char *lc_level_name(enum lc_level level)
{
	return level_names[level];
}

int lc_level_parse(const char *name, enum lc_level *level)
{
	for (size_t i = 0; i < sizeof(level_names) / sizeof(level_names[0]); i++)
		if (!strcmp(level_names[i], name)) {
			*level = (enum lc_level)i;
			return 0;
		}
	return -1;
}
