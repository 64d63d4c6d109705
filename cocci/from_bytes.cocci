// SPDX-License-Identifier: GPL-2.0-or-later
/// Turn a cast from bytes that is guarded by a length check into
/// lc_ref_from_prefix (), which makes the check itself. With -D sites=FILE
/// only the casts that FILE names are looked at: FILE is a SARIF log of
/// layoutcheck, or holds a line "path:line" a cast.
///
/// What is left alone: the length comes out of the object itself, the error
/// branch uses the object or does not leave, or something between check and
/// cast may change the buffer or the length.
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
type T, T2, T3;
identifier v, member;
local idexpression T *h;
idexpression id;
expression x, cast, guard, more, more2;
position c : script:python() { lc_bytes.cast_here(c) };
position g : script:python() { lc_bytes.check_here(g) };
position b, gp;
statement S;
@@
(
  T *v@c = \( cast@b \& \( (T3 *)x \| x->member \| x.member \| id \) \);
  ... when != v
  if@g (
    \( <+... \(sizeof(*v)\|sizeof(T2)\|struct_size(v, ...)\) ...+>
    \& \( guard@gp \| guard@gp || more \| guard@gp || more || more2 \|
          \(unlikely\|WARN_ON\|WARN_ON_ONCE\)(guard@gp) \) \)
  ) S
|
  h@c = \( cast@b \& \( (T3 *)x \| x->member \| x.member \| id \) \);
  ... when != h
  if@g (
    \( <+... \(sizeof(*h)\|sizeof(T2)\|struct_size(h, ...)\) ...+>
    \& \( guard@gp \| guard@gp || more \| guard@gp || more || more2 \|
          \(unlikely\|WARN_ON\|WARN_ON_ONCE\)(guard@gp) \) \)
  ) S
|
  if@g (
    \( <+... \(sizeof(*h)\|sizeof(T2)\|struct_size(h, ...)\) ...+>
    \& \( guard@gp \| guard@gp || more \| guard@gp || more || more2 \|
          \(unlikely\|WARN_ON\|WARN_ON_ONCE\)(guard@gp) \) \)
  ) S
  ... when != h
  h@c = \( cast@b \& \( (T3 *)x \| x->member \| x.member \| id \) \);
|
  if@g (
    \( <+... sizeof(T2) ...+>
    \& \( guard@gp \| guard@gp || more \| guard@gp || more || more2 \|
          \(unlikely\|WARN_ON\|WARN_ON_ONCE\)(guard@gp) \) \)
  ) S
  ...
  T *v@c = \( cast@b \& \( (T3 *)x \| x->member \| x.member \| id \) \);
)

// The object's name goes by HERE if the rewrite stands at the cast, by DOWN if
// it moves down to the check, by UP if up to the check; nothing has the others.
@script:python rewrite@
T << candidate.T;
v << candidate.v = "";
h << candidate.h = "";
cast << candidate.cast;
guard << candidate.guard;
c << candidate.c;
b << candidate.b;
g << candidate.g;
gp << candidate.gp;
new;
here;
down;
up;
@@
verdict = lc_bytes.judge(v or h, T, cast, guard, c[0], b[0], g[0], gp[0])
if verdict is None:
    cocci.include_match(False)
else:
    coccinelle.new = cocci.make_expr(verdict[0])
    coccinelle.here = v or h if verdict[1] == "here" else "lc__not_here"
    coccinelle.down = v or h if verdict[1] == "down" else "lc__not_down"
    coccinelle.up = v or h if verdict[1] == "up" else "lc__not_up"

@depends on patch exists@
type candidate.T;
identifier rewrite.here, rewrite.down, rewrite.up;
expression rewrite.new;
expression candidate.cast, candidate.guard;
position candidate.c, candidate.g, candidate.gp;
statement S;
@@
(
  T *here@c =
- cast
+ new
  ;
  ... when any
  if@g (<+...
- guard@gp
+ !here
  ...+>) S
|
  here@c =
- cast
+ new
  ;
  ... when any
  if@g (<+...
- guard@gp
+ !here
  ...+>) S
|
  T *down@c
- = cast
  ;
  ... when any
+ down = new;
  if@g (<+...
- guard@gp
+ !down
  ...+>) S
|
- down@c = cast;
  ... when any
+ down = new;
  if@g (<+...
- guard@gp
+ !down
  ...+>) S
|
+ up = new;
  if@g (<+...
- guard@gp
+ !up
  ...+>) S
  ... when any
- up@c = cast;
|
+ T *up = new;
  if@g (<+...
- guard@gp
+ !up
  ...+>) S
  ... when any
- T *up@c = cast;
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
coccilib.report.print_report(c[0], lc_bytes.message(new))

@script:python depends on org@
new << rewrite.new;
c << candidate.c;
@@
coccilib.org.print_todo(c[0], lc_bytes.message(new))
