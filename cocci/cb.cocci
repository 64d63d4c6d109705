// SPDX-License-Identifier: GPL-2.0-or-later
/// A control buffer that is viewed as a structure of one's own
/// ((struct x *)skb->cb) gets the check of the size that belongs to it:
/// BUILD_BUG_ON () in Linux, static_assert () with -D layoutcheck, once a type
/// and folder. With -D sites=FILE only where FILE names the cast: FILE is a
/// SARIF log of layoutcheck, or holds a line "path:line" a cast.
///
// Confidence: High
// Copyright: (C) layoutcheck developers. License: GPL-2.0-or-later
// URL: https://github.com/layoutcheck/layoutcheck
// Comments: lc_cb.py beside this file judges what SmPL matched
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
import lc_cb
import lc_folder

@initialize:python@
file << virtual.sites;
@@
lc_bytes.load_sites(file)

@initialize:python@
file << virtual.origin;
@@
lc_folder.origin = file

@view@
expression s;
identifier m;
position p : script:python() { lc_cb.here(p) };
@@
\(s->m@p\|s.m@p\)

// A view in a function is checked there, one in a macro where the type is defined.
@script:python checked@
s << view.s;
m << view.m;
p << view.p;
fn;
tag;
held;
viewed;
@@
verdict = lc_cb.judge(p[0], s, m)
if verdict is None:
    cocci.include_match(False)
else:
    coccinelle.fn, coccinelle.tag, held, type = verdict
    coccinelle.held = cocci.make_type(held)
    coccinelle.viewed = cocci.make_type(type)

@depends on patch && !layoutcheck@
identifier checked.fn, view.m;
type checked.held, checked.viewed;
statement S, S1;
@@
  fn(...)
  {
  ... when != S
++ BUILD_BUG_ON(sizeof(viewed) > sizeof_field(held, m));
  S1
  ... when any
  }

@depends on patch && layoutcheck@
identifier checked.fn, view.m;
type checked.held, checked.viewed;
statement S, S1;
@@
  fn(...)
  {
  ... when != S
++ static_assert(sizeof(viewed) <= sizeof(((held *)0)->m), "does not fit");
  S1
  ... when any
  }

@depends on patch && !layoutcheck@
declarer name static_assert;
identifier checked.tag, view.m;
type checked.held;
@@
  struct tag { ... };
++ static_assert(sizeof(struct tag) <= sizeof_field(held, m));

@depends on patch && layoutcheck@
declarer name static_assert;
identifier checked.tag, view.m;
type checked.held;
@@
  struct tag { ... };
++ static_assert(sizeof(struct tag) <= sizeof(((held *)0)->m), "does not fit");

@included@
@@
  #include <assert.h>

@depends on patch && checked && layoutcheck && !included@
@@
  #include <...>
+ #include <assert.h>

@depends on context && checked@
expression view.s;
identifier view.m;
position view.p;
@@
* \(s->m@p\|s.m@p\)

@script:python depends on report@
m << view.m;
p << view.p;
held << checked.held;
viewed << checked.viewed;
@@
coccilib.report.print_report(p[0], lc_cb.message(held, m, viewed))

@script:python depends on org@
m << view.m;
p << view.p;
held << checked.held;
viewed << checked.viewed;
@@
coccilib.org.print_todo(p[0], lc_cb.message(held, m, viewed))
