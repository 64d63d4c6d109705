// SPDX-License-Identifier: GPL-2.0-or-later
/// Turn a reported cast from bytes that nothing guards into
/// lc_ref_from_prefix () and a check of its result. Only with -D sites=FILE,
/// and only where FILE says which length belongs to the pointer: FILE is a
/// SARIF log whose results have the properties pointer and length, or holds a
/// line "path:line<tab>pointer<tab>length" a cast.
///
/// The error that is returned is one that the function returns already, with
/// nothing in between that would have to be undone; where there is none, the
/// cast is left alone.
///
// Confidence: Moderate
// Copyright: (C) layoutcheck developers. License: GPL-2.0-or-later
// URL: https://github.com/layoutcheck/layoutcheck
// Comments: lc_bytes.py beside this file judges what SmPL matched
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

@initialize:python@
file << virtual.sites;
@@
lc_bytes.load_sites(file)

@candidate exists@
type T, T3;
identifier v, member;
local idexpression T *h;
idexpression id;
expression x, cast;
position c : script:python() { lc_bytes.cast_here(c) };
position b;
statement S;
@@
(
  T *v@c = \( cast@b \& \( (T3 *)x \| x->member \| x.member \| id \) \);
  ... when != v
      when != S
  S
|
  h@c = \( cast@b \& \( (T3 *)x \| x->member \| x.member \| id \) \);
)

// VALUE goes where the function returns one, NOTHING where it returns none.
@script:python rewrite@
T << candidate.T;
v << candidate.v = "";
h << candidate.h = "";
cast << candidate.cast;
c << candidate.c;
b << candidate.b;
new;
value;
with_value;
without;
@@
verdict = lc_bytes.unguarded(v or h, T, cast, c[0], b[0])
if verdict is None:
    cocci.include_match(False)
else:
    coccinelle.new = cocci.make_expr(verdict[0])
    coccinelle.value = cocci.make_expr(verdict[1] or "0")
    coccinelle.with_value = v or h if verdict[1] else "lc__no_value"
    coccinelle.without = v or h if not verdict[1] else "lc__value"

@depends on patch exists@
type candidate.T;
identifier rewrite.with_value, rewrite.without;
expression rewrite.new, rewrite.value;
expression candidate.cast;
position candidate.c;
statement S, S1;
@@
(
  T *with_value@c =
- cast
+ new
  ;
  ... when != S
+ if (!with_value)
+ 	return value;
  S1
|
  T *without@c =
- cast
+ new
  ;
  ... when != S
+ if (!without)
+ 	return;
  S1
|
  with_value@c =
- cast
+ new
  ;
+ if (!with_value)
+ 	return value;
|
  without@c =
- cast
+ new
  ;
+ if (!without)
+ 	return;
)

@included@
@@
  #include <layoutcheck.h>

@depends on patch && rewrite && !included@
@@
  #include <...>
+ #include <layoutcheck.h>

@depends on context && rewrite@
expression candidate.cast;
position candidate.b;
@@
* cast@b

@script:python depends on report@
new << rewrite.new;
c << candidate.c;
@@
coccilib.report.print_report(c[0], "a cast that nothing guards: %s" % lc_bytes.compact(new))

@script:python depends on org@
new << rewrite.new;
c << candidate.c;
@@
coccilib.org.print_todo(c[0], "a cast that nothing guards: %s" % lc_bytes.compact(new))
