// SPDX-License-Identifier: GPL-2.0-or-later
/// An object that leaves (to user space, the network, a file, a device) with
/// bytes in it that nobody has written is cleared before its members are stored:
/// by memset () behind the declarations, or where its memory comes from. With
/// -D sites=FILE at the calls that FILE names, by which something leaves: FILE is
/// a SARIF log of layoutcheck, or holds a line "path:line" a call. Else with
/// -D layouts=FILE, a record of layoutcheck, for the types that have padding there.
/// With -D layoutcheck, outside of Linux, <string.h> is included.
///
// Confidence: High
// Copyright: (C) layoutcheck developers. License: GPL-2.0-or-later
// URL: https://github.com/layoutcheck/layoutcheck
// Comments: lc_zero_padding.py beside this file judges what SmPL matched
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
import lc_types
import lc_zero_padding

@initialize:python@
file << virtual.sites;
@@
lc_bytes.load_sites(file)

@initialize:python@
file << virtual.layouts;
@@
lc_types.load_layouts(file)

@leaving exists@
type T, T1;
identifier fn, x, f;
position d, p : script:python() { lc_zero_padding.here(p) };
@@
  fn(...)
  {
  ... when any
(
  T x@d;
|
  T x@d = { ... };
)
  ... when any
  f@p(..., \( &x \| (T1)&x \), ...)
  ... when any
  }

@first exists@
type leaving.T;
identifier leaving.x;
position leaving.d, s;
statement S, S1;
@@
(
  T x@d;
|
  T x@d = { ... };
)
  ... when != S
  S1@s

// PLAIN is what is cleared, NAMED what is no longer initialised.
@script:python cleared@
T << leaving.T;
x << leaving.x;
f << leaving.f;
d << leaving.d;
s << first.s;
p << leaving.p;
plain;
named;
@@
verdict = lc_zero_padding.judge(T, x, f, d[0], s[0], p[0])
if verdict is None:
    cocci.include_match(False)
else:
    coccinelle.plain = x if verdict == "plain" else "lc__none"
    coccinelle.named = x if verdict == "named" else "lc__none"

// One match a member; AA_KEY, which nothing is called, puts the stores in order.
@initialised exists@
identifier leaving.fn, cleared.named, member;
type leaving.T;
expression e;
@@
  fn(...)
  {
  ... when any
  T named = { ..., .member = e, ... };
  ... when any
  }

@script:python stored@
d << leaving.d;
member << initialised.member;
e << initialised.e;
aa_key;
ab_name;
value;
@@
coccinelle.aa_key = lc_zero_padding.place(d[0], member)
coccinelle.ab_name = member
coccinelle.value = cocci.make_expr(e)

// Memory that is given away as it was found.
@allocated exists@
type T, T1, T2;
identifier y, f =~ "^(k[vm]*alloc(_node|_array)?|devm_kmalloc|kmem_cache_alloc|vmalloc|malloc)$", g;
expression x, e;
position a, p : script:python() { lc_zero_padding.here(p) };
@@
(
  x = \( f@a(...) \| (T2)f@a(...) \);
  ... when != x = e
  g@p(..., \( x \| (T1)x \), ...)
|
  T y = \( f@a(...) \| (T2)f@a(...) \);
  ... when != y = e
  g@p(..., \( y \| (T1)y \), ...)
)

@script:python zeroed@
f << allocated.f;
same;
clear;
one;
@@
if lc_bytes.wanted is None:
    cocci.include_match(False)  # what it holds is not known
else:
    coccinelle.same, coccinelle.clear, coccinelle.one = lc_zero_padding.clearing(f)

@depends on patch@
identifier zeroed.same, zeroed.clear, zeroed.one;
expression size;
position allocated.a;
@@
(
- same@a
+ clear
  (...)
|
- one@a
+ calloc
  (
+ 1,
  size)
)

// What a later rule adds stands in front: the stores come first.
@depends on patch exists@
identifier leaving.fn, cleared.named, stored.aa_key, stored.ab_name;
type leaving.T;
expression stored.value;
statement S, S1;
@@
  fn(...)
  {
  ... when any
  T named = { ... };
  ... when != S
      when != aa_key
++ named.ab_name = value;
  S1
  ... when any
  }

@depends on patch exists@
identifier leaving.fn, cleared.named;
type leaving.T;
statement S, S1;
@@
  fn(...)
  {
  ... when any
- T named = { ... };
+ T named;
  ... when != S
+ memset(&named, 0, sizeof(named));
  S1
  ... when any
  }

@depends on patch exists@
identifier leaving.fn, cleared.plain;
type leaving.T;
statement S, S1;
@@
  fn(...)
  {
  ... when any
  T plain;
  ... when != S
+ memset(&plain, 0, sizeof(plain));
  S1
  ... when any
  }

@included@
@@
  #include <string.h>

@depends on patch && cleared && layoutcheck && !included@
@@
  #include <...>
+ #include <string.h>

@depends on context && cleared@
identifier leaving.f;
position leaving.p;
@@
* f@p(...)

@depends on context && zeroed@
identifier allocated.f;
position allocated.a;
@@
* f@a(...)

@script:python depends on report && cleared@
x << leaving.x;
d << leaving.d;
@@
coccilib.report.print_report(d[0], lc_zero_padding.message(x))

@script:python depends on report@
f << allocated.f;
clear << zeroed.clear;
a << allocated.a;
@@
coccilib.report.print_report(a[0], lc_zero_padding.message(f))

@script:python depends on org && cleared@
x << leaving.x;
d << leaving.d;
@@
coccilib.org.print_todo(d[0], lc_zero_padding.message(x))

@script:python depends on org@
f << allocated.f;
clear << zeroed.clear;
a << allocated.a;
@@
coccilib.org.print_todo(a[0], lc_zero_padding.message(f))
