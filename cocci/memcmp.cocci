// SPDX-License-Identifier: GPL-2.0-or-later
/// Objects with padding that are compared as bytes, by memcmp (), are compared
/// member by member. With -D sites=FILE at the calls that FILE names: a SARIF log
/// of layoutcheck, or a line "path:line" a call. Else, with -D layouts=FILE, a
/// record of layoutcheck, where a type has padding there. The members come out of
/// the record, or of the source.
///
// Confidence: High
// Copyright: (C) layoutcheck developers. License: GPL-2.0-or-later
// URL: https://github.com/layoutcheck/layoutcheck
// Comments: lc_memcmp.py beside this file judges what SmPL matched
// Options: --no-includes

virtual patch
virtual context
virtual org
virtual report

@initialize:python@
@@
import os
import sys
sys.dont_write_bytecode = True
with open("/proc/self/cmdline") as stream:
    sys.path[:0] = [os.path.dirname(os.path.abspath(word.split("=")[-1]))
                    for word in stream.read().split("\0") if word.endswith(".cocci")]
import lc_bytes
import lc_memcmp
import lc_types

@initialize:python@
file << virtual.sites;
@@
lc_bytes.load_sites(file)

@initialize:python@
file << virtual.layouts;
@@
lc_types.load_layouts(file)

@compared@
expression left, right, size;
position p : script:python() { lc_memcmp.here(p) };
@@
  memcmp@p(left, right, size)

@script:python members@
left << compared.left;
right << compared.right;
size << compared.size;
p << compared.p;
new;
@@
verdict = lc_memcmp.judge(p[0], left, right, size)
if verdict is None:
    cocci.include_match(False)
else:
    coccinelle.new = cocci.make_expr(verdict)

@depends on patch@
expression compared.left, compared.right, compared.size, members.new;
position compared.p;
@@
(
- !memcmp@p(left, right, size)
+ new
|
- memcmp@p(left, right, size) == 0
+ new
|
- memcmp@p(left, right, size) != 0
+ new
|
- memcmp@p(left, right, size)
+ new
)

@depends on context && members@
position compared.p;
@@
* memcmp@p(...)

@script:python depends on report@
p << compared.p;
new << members.new;
@@
coccilib.report.print_report(p[0], lc_memcmp.message(new))

@script:python depends on org@
p << compared.p;
new << members.new;
@@
coccilib.org.print_todo(p[0], lc_memcmp.message(new))
