/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The rule table. A rule is one row here, one judge, one page, one test file.
 */
#include "rules.h"

#include <string.h>

#include "conversion.h"
#include "judges.h"

static const unsigned also_787[] = { 787, 0 };
static const unsigned also_822[] = { 822, 0 };
static const unsigned also_909[] = { 909, 0 };
static const unsigned also_unchecked[] = { 1284, 125, 787, 835, 0 };

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
		.kinds = LC_VIEWS | 1u << LC_COPY_IN,
	},
	{
		.id = "lc-misaligned",
		.name = "Misaligned",
		.short_description =
			"Bytes are viewed as a type whose alignment the address does not have.",
		.full_description =
			"The address of the bytes is certainly not a multiple of the alignment that the type of "
			"the access asks for, and the type is not packed. C leaves the conversion and the access "
			"undefined; compilers use the alignment to merge and vectorise accesses, and some "
			"processors trap. The message says apart what is undefined in C and what traps on this "
			"target. Where the target tolerates the access itself, the finding is a note.",
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
		.id = "lc-invalid-value",
		.name = "InvalidValue",
		.short_description =
			"A type that bytes from outside are viewed as holds a member that is not valid for every value.",
		.full_description =
			"Bytes of a packet, a firmware table or the like are read through a type with a bool, a "
			"pointer or a function pointer in it. Whoever sends the bytes chooses its value: a bool "
			"that is neither 0 nor 1 is undefined in C and may take both branches of a test; a "
			"pointer from outside is one that the sender chose.",
		.bad_example = "struct request {\n"
			       "\tu8 type;\n"
			       "\tbool urgent;\n"
			       "};\n"
			       "const struct request *r = (const struct request *)skb->data;\n",
		.good_example = "struct request {\n"
				"\tu8 type;\n"
				"\tu8 urgent;\n"
				"};\n"
				"const struct request *r = (const struct request *)skb->data;\n",
		.remedy =
			"Give the member an unsigned integer type of fixed width, and test its value where it is "
			"used.",
		.cwe = 843,
		.cwe_also = also_822,
		.default_level = LC_LEVEL_WARNING,
		.precision = "high",
		.security_severity = "7.5",
		.judge_type = lc_judge_invalid_value,
		.of_reads = true,
		.strength = 3,
	},
	{
		.id = "lc-abi-dependent",
		.name = "AbiDependent",
		.short_description =
			"A type that bytes from outside are viewed as has a member whose size or place changes with the ABI.",
		.full_description =
			"The format of a packet, a table or a file is one; the layouts of the type are many: under "
			"ILP32, LP64 and LLP64, with the 4-byte alignment that i386 gives to 64-bit integers, or "
			"where enums are as narrow as their values, a member has another size or stands "
			"elsewhere. The layouts are worked out and compared; the message names the member that "
			"changes.",
		.bad_example = "struct record {\n"
			       "\tunsigned long stamp;\n"
			       "\tu32 value;\n"
			       "};\n",
		.good_example = "struct record {\n"
				"\tu64 stamp;\n"
				"\tu32 value;\n"
				"\tu32 reserved;\n"
				"};\n",
		.remedy =
			"Use types of fixed width, and put members where their alignment is the same everywhere, "
			"with named padding or a packed type.",
		.cwe = 188,
		.default_level = LC_LEVEL_WARNING,
		.precision = "high",
		.security_severity = NULL,
		.judge_type = lc_judge_abi_dependent,
		.strength = 2,
	},
	{
		.id = "lc-implicit-padding",
		.name = "ImplicitPadding",
		.short_description =
			"A type that bytes from outside are viewed as has padding that the compiler put in.",
		.full_description =
			"The members of the type do not follow each other: for their alignment the compiler "
			"leaves out bytes between them or at the end. A format that does not say so is read from "
			"the wrong places, and a whole counts for more than there is; and what is sent carries "
			"bytes that nobody wrote.",
		.bad_example = "struct hdr {\n"
			       "\tu8 type;\n"
			       "\t__be32 length;\n"
			       "};\n",
		.good_example = "struct hdr {\n"
				"\tu8 type;\n"
				"\tu8 reserved[3];\n"
				"\t__be32 length;\n"
				"};\n",
		.remedy =
			"Name the padding if the format has it, or declare the type packed if it has not.",
		.cwe = 188,
		.default_level = LC_LEVEL_WARNING,
		.precision = "high",
		.security_severity = NULL,
		.judge_type = lc_judge_implicit_padding,
		.strength = 1,
	},
	{
		.id = "lc-bitfield-layout",
		.name = "BitfieldLayout",
		.short_description =
			"A type that bytes from outside are viewed as has bit-fields whose order the compiler chooses.",
		.full_description =
			"C leaves it to the compiler whether the first bit-field takes the low or the high bits of "
			"its unit, and compilers go by the byte order of the target: the same declaration reads "
			"other bits on the other kind of machine. A pair of declarations of which a macro for the "
			"byte order chooses one is accepted, and so is scalar_storage_order.",
		.bad_example = "struct hdr {\n"
			       "\tu8 version:4;\n"
			       "\tu8 length:4;\n"
			       "};\n",
		.good_example = "struct hdr {\n"
				"#if defined(__LITTLE_ENDIAN_BITFIELD)\n"
				"\tu8 length:4, version:4;\n"
				"#elif defined(__BIG_ENDIAN_BITFIELD)\n"
				"\tu8 version:4, length:4;\n"
				"#endif\n"
				"};\n",
		.remedy =
			"Declare the whole unit, and take the bits out of it with masks and shifts; or declare both "
			"orders under a macro for the byte order.",
		.cwe = 188,
		.default_level = LC_LEVEL_WARNING,
		.precision = "medium",
		.security_severity = NULL,
		.judge_type = lc_judge_bitfield_layout,
		.strength = 1,
	},
	{
		.id = "lc-host-endian",
		.name = "HostEndian",
		.short_description =
			"A number out of bytes from outside is used in the byte order of the machine.",
		.full_description =
			"A member of more than one byte has no declared byte order, and its value is compared, "
			"added to a pointer or used as an index or a length as it stands, while the format has "
			"an order of its own: the same member passes through a byte-order function elsewhere in "
			"the unit, or another member of the type does, or is declared with one. On a machine of "
			"the other order the number is another one.",
		.bad_example = "struct hdr {\n"
			       "\t__be16 type;\n"
			       "\tu16 length;\n"
			       "};\n"
			       "const struct hdr *h = (const struct hdr *)skb->data;\n"
			       "\n"
			       "if (h->length < sizeof(*h))\n"
			       "\treturn -EINVAL;\n",
		.good_example = "struct hdr {\n"
				"\t__be16 type;\n"
				"\t__be16 length;\n"
				"};\n"
				"const struct hdr *h = (const struct hdr *)skb->data;\n"
				"\n"
				"if (be16_to_cpu(h->length) < sizeof(*h))\n"
				"\treturn -EINVAL;\n",
		.remedy =
			"Declare the member with its byte order (__le16, __be32, scalar_storage_order), and take "
			"its value with the function for it.",
		.cwe = 198,
		.default_level = LC_LEVEL_WARNING,
		.precision = "high",
		.security_severity = NULL,
		.judge_type = lc_judge_host_endian,
		.strength = 1,
	},
	{
		.id = "lc-register-access",
		.name = "RegisterAccess",
		.short_description =
			"Registers are accessed in a way that leaves to the compiler what the device sees.",
		.full_description =
			"A pointer to registers comes from an integer address, a call that maps them, or a "
			"pointer to volatile, and what is there is accessed as plain memory: the compiler may "
			"merge, repeat, split or leave out such accesses. So it is with a volatile access that the "
			"target can only make in pieces, with a copy of a whole block, and with a bit-field whose "
			"write reads and writes its neighbours. An access past the bytes that were mapped is an "
			"error.",
		.bad_example = "struct regs *r = (struct regs *)0x40013800;\n"
			       "\n"
			       "while (!(r->status & READY))\n"
			       "\t;\n",
		.good_example = "volatile struct regs *r = (volatile struct regs *)0x40013800;\n"
				"\n"
				"while (!(r->status & READY))\n"
				"\t;\n",
		.remedy =
			"Use the accessors of the system, readl() and writel(), or declare the registers volatile "
			"and as wide as the bus accesses them.",
		.cwe = 758,
		.cwe_also = also_787,
		.default_level = LC_LEVEL_WARNING,
		.precision = "high",
		.security_severity = NULL,
		.judge = lc_judge_register_access,
		.kinds = 1u << LC_MAP,
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
	{
		.id = "lc-unchecked-length",
		.name = "UncheckedLength",
		.short_description =
			"A length that stands in the bytes themselves is trusted without a comparison.",
		.full_description =
			"A length, count or offset is read out of bytes that somebody else wrote, and then says "
			"how far an access, a copy or a walk reaches; nothing on the way compares it with how many "
			"bytes there are, at the source or at the destination. A walk over records that steps by "
			"such a length may also step by nothing, and never end.",
		.bad_example = "const struct option *o = (const struct option *)p;\n"
			       "\n"
			       "memcpy(value, p + sizeof(*o), o->len);\n"
			       "p += o->len;\n",
		.good_example =
			"const struct option *o = (const struct option *)p;\n"
			"\n"
			"if (o->len < sizeof(*o) || o->len > end - p || o->len > sizeof(value))\n"
			"\treturn -EINVAL;\n"
			"memcpy(value, p + sizeof(*o), o->len - sizeof(*o));\n"
			"p += o->len;\n",
		.remedy =
			"Compare the length with the bytes that are left, and with the size of what it fills, "
			"before it is used; of a walk's step also that it is not too small.",
		.cwe = 130,
		.cwe_also = also_unchecked,
		.default_level = LC_LEVEL_WARNING,
		.precision = "high",
		.security_severity = "8.1",
		.judge = lc_judge_unchecked_length,
		.kinds = 1u << LC_LENGTH,
		.strength = 1,
	},
	{
		.id = "lc-padding-leak",
		.name = "PaddingLeak",
		.short_description =
			"An object leaves with bytes in it that nobody has written: padding, or members.",
		.full_description =
			"An object of the function's own is handed to user space, to the network, to a file or to "
			"a device, and on no way there was every byte of it written: the padding that the compiler "
			"put in, or a member that was left out. What leaves in its place is what the memory held "
			"before: parts of pointers, keys, other people's data. Storing to every member does "
			"not write the padding; clearing the object does.",
		.bad_example =
			"struct info info;\n"
			"\n"
			"info.type = type;          /* u8 */\n"
			"info.value = value;        /* u32: 3 bytes of padding before it */\n"
			"return copy_to_user(arg, &info, sizeof(info));\n",
		.good_example = "struct info info;\n"
				"\n"
				"memset(&info, 0, sizeof(info));\n"
				"info.type = type;\n"
				"info.value = value;\n"
				"return copy_to_user(arg, &info, sizeof(info));\n",
		.remedy =
			"Clear the object with memset() before its members are stored, allocate it cleared, or "
			"name the padding and store to it.",
		.cwe = 200,
		.cwe_also = also_909,
		.default_level = LC_LEVEL_WARNING,
		.precision = "high",
		.security_severity = "5.5",
		.judge = lc_judge_padding_leak,
		.kinds = 1u << LC_COPY_OUT,
	},
	{
		.id = "lc-padding-compare",
		.name = "PaddingCompare",
		.short_description =
			"Objects are compared or hashed byte by byte, with padding that nobody has written.",
		.full_description =
			"memcmp(), a checksum or a hash goes over an object of the function's own, and on no way "
			"there was the padding written that the compiler put between its members. What was in "
			"the memory before decides: two objects whose members are equal compare as different, or "
			"are not found again by their hash. Storing to every member does not write the padding; "
			"clearing the object does.",
		.bad_example =
			"struct key key;\n"
			"\n"
			"key.proto = proto;         /* u8 */\n"
			"key.addr = addr;           /* u32: 3 bytes of padding before it */\n"
			"return !memcmp(&key, &entry->key, sizeof(key));\n",
		.good_example = "return entry->key.proto == proto && entry->key.addr == addr;\n",
		.remedy =
			"Compare member by member, or clear every such object with memset() before its members "
			"are stored, or name the padding and store to it.",
		.cwe = 188,
		.default_level = LC_LEVEL_WARNING,
		.precision = "high",
		.security_severity = NULL,
		.judge = lc_judge_padding_compare,
		.kinds = 1u << LC_COMPARE,
	},
	{
		.id = "lc-aliasing",
		.name = "Aliasing",
		.short_description =
			"An object is accessed as a type that it was not declared with or written as.",
		.full_description =
			"A variable, or a member of one, is read or written through a pointer to another type, or "
			"memory is read as another type than it was just written as, and "
			"the function is compiled with -fstrict-aliasing. The compiler then takes it that the two "
			"accesses are to different objects: it may keep the old value, or move one access across "
			"the other. Character types, types with the attribute may_alias and the members of a "
			"union are admitted, as GCC defines them.",
		.bad_example = "float f = value;\n"
			       "\n"
			       "return *(uint32_t *)&f;\n",
		.good_example = "float f = value;\n"
				"uint32_t bits;\n"
				"\n"
				"memcpy(&bits, &f, sizeof(bits));\n"
				"return bits;\n",
		.remedy =
			"Copy with memcpy(), which costs nothing here; or use a union, or a type with the "
			"attribute may_alias.",
		.cwe = 843,
		.default_level = LC_LEVEL_WARNING,
		.precision = "high",
		.security_severity = NULL,
		.judge = lc_judge_aliasing,
		.kinds = 1u << LC_RETYPE,
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
