// SPDX-License-Identifier: GPL-2.0-or-later
/// Read and write scalars at addresses of bytes by helpers that need no
/// alignment: get_unaligned_le32 () and its kin in Linux, lc_get_le32 (),
/// lc_read () and their kin with -D layoutcheck. With -D sites=FILE only the
/// lines that FILE names are looked at: FILE is a SARIF log of layoutcheck,
/// or holds a line "path:line" a place.
///
// Confidence: Moderate
// Copyright: (C) layoutcheck developers. License: GPL-2.0-or-later
// URL: https://github.com/layoutcheck/layoutcheck
// Comments: lc_unaligned.py beside this file judges what SmPL matched
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
    words = stream.read().split("\0")
sys.path[:0] = [os.path.dirname(os.path.abspath(word.split("=")[-1]))
                for word in words if word.endswith(".cocci")]
import lc_bytes
import lc_unaligned

@initialize:python depends on layoutcheck@
@@
lc_unaligned.flavour = lc_unaligned.PLAIN

@initialize:python@
file << virtual.sites;
@@
lc_bytes.load_sites(file)

// A value of a byte order, by a conversion of what stands there.
@swapped@
type T;
expression e;
identifier f =~ "^(_*(le|be)(16|32|64)_to_cpup?|(le|be)(16|32|64)toh|ntohs|ntohl)$";
position p : script:python() { lc_unaligned.here(p) };
@@
\( f@p(*((T *)e)) \| f@p((T *)e) \)

@script:python get@
T << swapped.T;
e << swapped.e;
f << swapped.f;
p << swapped.p;
new;
arg;
@@
name = lc_unaligned.get(p[0], f, T, e)
if name:
    coccinelle.new = cocci.make_ident(name)
    coccinelle.arg = cocci.make_expr(lc_unaligned.argument(e))
else:
    cocci.include_match(False)

@depends on patch@
type swapped.T;
expression swapped.e;
identifier swapped.f, get.new;
expression get.arg;
position swapped.p;
@@
(
- f@p(*((T *)e))
+ new(arg)
|
- f@p((T *)e)
+ new(arg)
)

// A store of a converted value.
@stored@
type T;
expression e, v;
identifier f =~ "^(_*cpu_to_(le|be)(16|32|64)|hto(le|be)(16|32|64)|htons|htonl)$";
position p : script:python() { lc_unaligned.here(p) };
@@
  *@p((T *)e) = f(v);

@script:python put@
T << stored.T;
e << stored.e;
f << stored.f;
p << stored.p;
new;
arg;
@@
name = lc_unaligned.put(p[0], f, T, e)
if name:
    coccinelle.new = cocci.make_ident(name)
    coccinelle.arg = cocci.make_expr(lc_unaligned.argument(e))
else:
    cocci.include_match(False)

@depends on patch && !layoutcheck@
type stored.T;
expression stored.e, stored.v;
identifier stored.f, put.new;
expression put.arg;
position stored.p;
@@
- *@p((T *)e) = f(v)
+ new(v, arg)
  ;

@depends on patch && layoutcheck@
type stored.T;
expression stored.e, stored.v;
identifier stored.f, put.new;
expression put.arg;
position stored.p;
@@
- *@p((T *)e) = f(v)
+ new(arg, v)
  ;

// The rest: in the byte order of the machine, or one that is converted elsewhere.
@plain_stored@
type T;
expression e, v;
position p != stored.p;
@@
  *@p((T *)e) = v;

@script:python plain_put@
T << plain_stored.T;
e << plain_stored.e;
v << plain_stored.v;
p << plain_stored.p;
arg;
@@
if not lc_unaligned.plain(p[0], T, e):
    cocci.include_match(False)
else:
    coccinelle.arg = cocci.make_expr(lc_unaligned.argument(e))

@depends on patch && plain_put && !layoutcheck@
type plain_stored.T;
expression plain_stored.e, plain_stored.v;
position plain_stored.p;
@@
- *@p((T *)e) = v
+ put_unaligned(v, (T *)e)
  ;

@depends on patch && plain_put && layoutcheck@
expression plain_put.arg;
type plain_stored.T;
expression plain_stored.e, plain_stored.v;
position plain_stored.p;
@@
- *@p((T *)e) = v
+ lc_write(T, arg, v)
  ;

// What is an lvalue, or is not evaluated, is not read.
@no_read@
type T;
expression e, v;
assignment operator a;
identifier f =~ "^(_*(le|be)(16|32|64)_to_cpu|(le|be)(16|32|64)toh|ntohs|ntohl)$";
position p;
@@
(
  (*@p((T *)e)) a v
|
  (*@p((T *)e))++
|
  (*@p((T *)e))--
|
  ++(*@p((T *)e))
|
  --(*@p((T *)e))
|
  &(*@p((T *)e))
|
  sizeof(*@p((T *)e))
|
  f(*@p((T *)e))
)

@plain_read@
type T;
expression e;
position p != no_read.p;
@@
  *@p((T *)e)

@script:python plain_get@
T << plain_read.T;
e << plain_read.e;
p << plain_read.p;
arg;
@@
if not lc_unaligned.plain(p[0], T, e):
    cocci.include_match(False)
else:
    coccinelle.arg = cocci.make_expr(lc_unaligned.argument(e))

@depends on patch && plain_get && !layoutcheck@
type plain_read.T;
expression plain_read.e;
position plain_read.p;
@@
- *@p((T *)e)
+ get_unaligned((T *)e)

@depends on patch && plain_get && layoutcheck@
expression plain_get.arg;
type plain_read.T;
expression plain_read.e;
position plain_read.p;
@@
- *@p((T *)e)
+ lc_read(T, arg)

@included@
@@
(
  #include <linux/unaligned.h>
|
  #include <asm/unaligned.h>
)

@depends on patch && (get || put || plain_put || plain_get) && !layoutcheck && !included@
@@
  #include <...>
+ #include <linux/unaligned.h>

@included_too@
@@
  #include <layoutcheck.h>

@depends on patch && (get || put || plain_put || plain_get) && layoutcheck && !included_too@
@@
  #include <...>
+ #include <layoutcheck.h>

@depends on context && get@
identifier swapped.f;
position swapped.p;
@@
* f@p(...)

@depends on context && put@
expression stored.e, stored.v;
identifier stored.f;
type stored.T;
position stored.p;
@@
* *@p((T *)e) = f(v)

@depends on context && plain_put@
expression plain_stored.e, plain_stored.v;
type plain_stored.T;
position plain_stored.p;
@@
* *@p((T *)e) = v

@depends on context && plain_get@
expression plain_read.e;
type plain_read.T;
position plain_read.p;
@@
* *@p((T *)e)

@script:python depends on report && get@
p << swapped.p;
new << get.new;
@@
coccilib.report.print_report(p[0], lc_unaligned.message(new))

@script:python depends on report && put@
p << stored.p;
new << put.new;
@@
coccilib.report.print_report(p[0], lc_unaligned.message(new))

@script:python depends on report && plain_put@
p << plain_stored.p;
@@
coccilib.report.print_report(p[0], lc_unaligned.message(lc_unaligned.flavour["write"]))

@script:python depends on report && plain_get@
p << plain_read.p;
@@
coccilib.report.print_report(p[0], lc_unaligned.message(lc_unaligned.flavour["read"]))

@script:python depends on org && get@
p << swapped.p;
new << get.new;
@@
coccilib.org.print_todo(p[0], lc_unaligned.message(new))

@script:python depends on org && put@
p << stored.p;
new << put.new;
@@
coccilib.org.print_todo(p[0], lc_unaligned.message(new))

@script:python depends on org && plain_put@
p << plain_stored.p;
@@
coccilib.org.print_todo(p[0], lc_unaligned.message(lc_unaligned.flavour["write"]))

@script:python depends on org && plain_get@
p << plain_read.p;
@@
coccilib.org.print_todo(p[0], lc_unaligned.message(lc_unaligned.flavour["read"]))
