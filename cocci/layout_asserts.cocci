// SPDX-License-Identifier: GPL-2.0-or-later
/// Types that bytes from outside are viewed as get assertions of their size and
/// of the place of each member, as the compiler lays them out: static_assert ()
/// in Linux; LC_ASSERT_SIZE (), LC_ASSERT_FIELD () and the contract that the type
/// keeps with -D layoutcheck. Only with -D layouts=FILE, the record of layoutcheck
/// that has the layouts. With -D sites=FILE only where FILE names the definition:
/// FILE is a SARIF log of layoutcheck, or holds a line "path:line" a type.
///
// Confidence: High
// Copyright: (C) layoutcheck developers. License: GPL-2.0-or-later
// URL: https://github.com/layoutcheck/layoutcheck
// Comments: lc_layout_asserts.py beside this file reads the layouts
// Options: --no-includes

virtual patch
virtual context
virtual org
virtual report
virtual layoutcheck

@initialize:python@
@@
import os
import sys
sys.dont_write_bytecode = True
with open("/proc/self/cmdline") as stream:
    sys.path[:0] = [os.path.dirname(os.path.abspath(word.split("=")[-1]))
                    for word in stream.read().split("\0") if word.endswith(".cocci")]
import lc_bytes
import lc_folder
import lc_layout_asserts
import lc_types

@initialize:python@
file << virtual.sites;
@@
lc_bytes.load_sites(file)

@initialize:python@
file << virtual.layouts;
@@
lc_types.load_layouts(file)

@initialize:python@
file << virtual.origin;
@@
lc_folder.origin = file

@defined@
identifier tag;
type alias;
position p : script:python() { lc_layout_asserts.here(p) };
@@
(
  struct tag@p { ... };
|
  union tag@p { ... };
|
  typedef struct { ... } alias@p;
)

@script:python asserted@
tag << defined.tag = "";
alias << defined.alias = "";
p << defined.p;
wire;
size;
equal;
@@
verdict = lc_layout_asserts.whole(p[0], tag, alias)
if verdict is None:
    cocci.include_match(False)
else:
    type, size = verdict
    coccinelle.wire = cocci.make_type(type)
    coccinelle.size = cocci.make_expr(size)
    coccinelle.equal = cocci.make_expr("sizeof(%s) == %s" % (type, size))

// One match a member; AA_KEY, which names no type, puts the assertions in order.
@held depends on asserted@
identifier defined.tag, member;
type defined.alias, T;
position defined.p;
@@
(
  struct tag@p { ... T member; ... };
|
  typedef struct { ... T member; ... } alias@p;
)

@script:python placed@
tag << defined.tag = "";
alias << defined.alias = "";
member << held.member;
aa_key;
ab_name;
wire;
equal;
offset;
size;
@@
verdict = lc_layout_asserts.part(tag, alias, member)
if verdict is None:
    cocci.include_match(False)
else:
    type, coccinelle.aa_key, offset, size = verdict
    coccinelle.ab_name = member
    coccinelle.wire = cocci.make_type(type)
    coccinelle.offset = cocci.make_expr(offset)
    coccinelle.size = cocci.make_expr(size)
    coccinelle.equal = cocci.make_expr("offsetof(%s, %s) == %s" % (type, member, offset))

// What a later rule adds stands in front: the members come first.
@depends on patch && !layoutcheck@
declarer name static_assert;
identifier placed.aa_key, defined.tag;
type defined.alias;
expression placed.equal;
@@
(
  struct aa_key { ... };
|
  struct tag { ... };
++ static_assert(equal);
|
  typedef struct { ... } alias;
++ static_assert(equal);
)

@depends on patch && layoutcheck@
declarer name LC_ASSERT_FIELD;
identifier placed.aa_key, placed.ab_name, defined.tag;
type defined.alias, placed.wire;
expression placed.offset, placed.size;
@@
(
  struct aa_key { ... };
|
  struct tag { ... };
++ LC_ASSERT_FIELD(wire, ab_name, offset, size);
|
  typedef struct { ... } alias;
++ LC_ASSERT_FIELD(wire, ab_name, offset, size);
)

@depends on patch && !layoutcheck@
declarer name static_assert;
identifier defined.tag;
type defined.alias;
expression asserted.equal;
@@
(
  struct tag { ... };
++ static_assert(equal);
|
  union tag { ... };
++ static_assert(equal);
|
  typedef struct { ... } alias;
++ static_assert(equal);
)

@depends on patch && layoutcheck@
declarer name LC_ASSERT_SIZE;
identifier defined.tag;
type defined.alias, asserted.wire;
expression asserted.size;
@@
(
  struct tag { ... };
++ LC_ASSERT_SIZE(wire, size);
|
  union tag { ... };
++ LC_ASSERT_SIZE(wire, size);
|
  typedef struct { ... } alias;
++ LC_ASSERT_SIZE(wire, size);
)

@script:python claimed@
wire << asserted.wire;
contract;
@@
verdict = lc_layout_asserts.contract(wire)
if verdict is None:
    cocci.include_match(False)
else:
    coccinelle.contract = cocci.make_expr('"%s"' % verdict)

@depends on patch && layoutcheck@
declarer name LC_CLAIM;
identifier defined.tag;
type defined.alias, asserted.wire;
expression claimed.contract;
@@
(
  struct tag { ... };
++ LC_CLAIM(wire, contract);
|
  union tag { ... };
++ LC_CLAIM(wire, contract);
|
  typedef struct { ... } alias;
++ LC_CLAIM(wire, contract);
)

@included@
@@
  #include <layoutcheck.h>

@depends on patch && asserted && layoutcheck && !included@
@@
  #include <...>
+ #include <layoutcheck.h>

@depends on context && asserted@
identifier defined.tag;
type defined.alias;
position defined.p;
@@
(
* struct tag@p { ... };
|
* union tag@p { ... };
|
* typedef struct { ... } alias@p;
)

@script:python depends on report@
p << defined.p;
wire << asserted.wire;
size << asserted.size;
@@
coccilib.report.print_report(p[0], lc_layout_asserts.message(wire, size))

@script:python depends on org@
p << defined.p;
wire << asserted.wire;
size << asserted.size;
@@
coccilib.org.print_todo(p[0], lc_layout_asserts.message(wire, size))
