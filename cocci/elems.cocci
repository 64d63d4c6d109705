// SPDX-License-Identifier: GPL-2.0-or-later
/// A length that is compared with the size of a header and of N elements
/// behind it: the sum of the two may wrap. It becomes struct_size () in Linux,
/// and a check by lc_ref_from_prefix_with_elems () with -D layoutcheck. With
/// -D sites=FILE only where FILE names the comparison or the view of the
/// header; and where FILE names a loop over the elements, together with
/// pointer and length, a check that is missing is put before the loop.
///
/// FILE is a SARIF log of layoutcheck, or holds a line "path:line" a place, or
/// "path:line<tab>pointer<tab>length".
///
// Confidence: High
// Copyright: (C) layoutcheck developers. License: GPL-2.0-or-later
// URL: https://github.com/layoutcheck/layoutcheck
// Comments: lc_elems.py beside this file judges what SmPL matched
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
import lc_elems
import lc_types

@initialize:python depends on layoutcheck@
@@
lc_elems.layoutcheck = True

@initialize:python@
file << virtual.sites;
@@
lc_bytes.load_sites(file)

@initialize:python@
file << virtual.layouts;
@@
lc_types.load_layouts(file)

// A comparison: what it compares is read in its text.
@compared disable gtr_lss, gtr_lss_eq@
expression left, right;
binary operator o = {<, >, <=, >=, ==, !=};
position p : script:python() { lc_elems.here(p) };
@@
  left o@p right

@script:python checked@
left << compared.left;
right << compared.right;
o << compared.o;
p << compared.p;
new;
@@
verdict = lc_elems.judge(p[0], left, o.strip(), right)
if verdict is None:
    cocci.include_match(False)
else:
    coccinelle.new = cocci.make_expr(verdict)

@depends on patch@
expression compared.left, compared.right;
binary operator compared.o;
position compared.p;
expression checked.new;
@@
- left o@p right
+ new

// A loop over the elements, behind a check of the header alone.
@unchecked exists@
expression guard, n;
identifier i;
statement S, S1;
position g : script:python() { lc_elems.guard_here(g) };
position p : script:python() { lc_elems.loop_here(p) };
@@
  if@g (guard) S1
  ... when any
  for@p (i = 0; i < n; \(i++\|++i\)) S

@script:python missing@
guard << unchecked.guard;
n << unchecked.n;
i << unchecked.i;
g << unchecked.g;
p << unchecked.p;
new;
@@
verdict = lc_elems.missing(g[0], guard, p[0], i, n)
if verdict is None:
    cocci.include_match(False)
else:
    coccinelle.new = cocci.make_expr(verdict)

@depends on patch exists@
expression unchecked.guard, unchecked.n;
identifier unchecked.i;
position unchecked.g, unchecked.p;
expression missing.new;
statement S, S1;
@@
  if@g (guard) S1
  ... when any
+ if (new) S1
  for@p (i = 0; i < n; \(i++\|++i\)) S

@included@
@@
  #include <layoutcheck.h>

@depends on patch && (checked || missing) && layoutcheck && !included@
@@
  #include <...>
+ #include <layoutcheck.h>

@included_overflow@
@@
  #include <linux/overflow.h>

@depends on patch && (checked || missing) && !layoutcheck && !included_overflow@
@@
  #include <...>
+ #include <linux/overflow.h>

@depends on context && checked@
expression compared.left, compared.right;
binary operator compared.o;
position compared.p;
@@
* left o@p right

@depends on context && missing@
expression unchecked.n;
identifier unchecked.i;
position unchecked.p;
statement S;
@@
* for@p (i = 0; i < n; \(i++\|++i\)) S

@script:python depends on report && checked@
p << compared.p;
new << checked.new;
@@
coccilib.report.print_report(p[0], lc_elems.message(new))

@script:python depends on report && missing@
p << unchecked.p;
new << missing.new;
@@
coccilib.report.print_report(p[0], lc_elems.lacking(new))

@script:python depends on org && checked@
p << compared.p;
new << checked.new;
@@
coccilib.org.print_todo(p[0], lc_elems.message(new))

@script:python depends on org && missing@
p << unchecked.p;
new << missing.new;
@@
coccilib.org.print_todo(p[0], lc_elems.lacking(new))
