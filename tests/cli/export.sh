#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# layoutcheck export --rust: types of a record as definitions in Rust.
. "$(dirname "$0")/lib/support.sh"

line() { # TEXT of a layout: on one line
	printf '{"kind":"layout","place":{"file":"foo.h","line":3},"verdicts":[],%s}\n' "${1//$'\n'/}"
}
{
	echo '{"kind":"unit","version":1,"tool":"layoutcheck","source":"foo.c","directory":"'$PWD'"}'
	line '"type":"struct item","size":4,"alignment":1,"kindOf":"struct","packed":true,
"fields":[{"name":"id","type":"lc_be16","kind":"struct","offset":0,"width":16},
{"name":"type","type":"u8","kind":"integer","offset":16,"width":8},{"name":"rest","type":"s8","kind":"integer","signed":true,"offset":24,"width":8}]'
	line '"type":"struct list","size":4,"alignment":1,"kindOf":"struct","packed":true,
"contracts":["from-bytes","into-bytes","unaligned","wire"],
"fields":[{"name":"count","type":"__le32","kind":"integer","offset":0,"width":32,"order":"little-endian"},
{"name":"items","type":"struct item","kind":"struct","offset":32,"counts":[0],"each":32}]'
	line '"type":"struct plain","size":24,"alignment":8,"kindOf":"struct","contracts":["try-from-bytes"],
"fields":[{"name":"a","type":"u64","kind":"integer","offset":0,"width":64},
{"name":"v","type":"u8","kind":"integer","offset":64,"width":3,"bitField":true},
{"name":"w","type":"u8","kind":"integer","offset":67,"width":5,"bitField":true},
{"name":"on","type":"bool","kind":"bool","offset":72,"width":8},
{"name":"m","type":"s16","kind":"integer","signed":true,"offset":80,"width":96,"counts":[2,3],"each":16},
{"kind":"union","offset":176,"width":16,"alignment":2,"fields":[{"name":"x","type":"u16","kind":"integer","offset":0,"width":16},
{"name":"y","type":"u8","kind":"integer","offset":0,"width":8}]}]'
	echo '{"kind":"end","results":0,"conversions":0,"requirements":0,"layouts":3}'
} >foo.jsonl

check "a type is exported with the records in it" run 0 export --rust foo.jsonl 'struct list'
check "what it claims becomes derives" prints \
	'#[derive(zerocopy::FromBytes, zerocopy::IntoBytes, zerocopy::Unaligned, zerocopy::KnownLayout, zerocopy::Immutable)]'
check "what it holds derives the same" eval '[ "$(grep -c "derive(zerocopy::FromBytes, zerocopy::IntoBytes, zerocopy::Unaligned" out)" = 2 ]'
check "an integer that is packed has alignment 1, in its byte order" prints 'pub count: zerocopy::little_endian::U32,'
check "lc_be16 is zerocopy's" prints 'pub id: zerocopy::big_endian::U16,'
check "a flexible array is a slice" prints 'pub items: [item],'
check "a keyword is escaped" prints 'pub r#type: u8,'
check "signs are kept" prints 'pub rest: i8,'
check "sizes are asserted" prints 'assert!(core::mem::size_of::<item>() == 4);'
check "and alignments" prints 'assert!(core::mem::align_of::<item>() == 1);'
check "and offsets" prints 'assert!(core::mem::offset_of!(item, r#type) == 2);'
check "but not of what has no size" eval '! prints "size_of::<list>" && ! prints "offset_of!(list, items)"'
check "a name without struct will do" run 0 export --rust foo.jsonl plain
check "bool needs a check, so it is TryFromBytes" prints '#[derive(zerocopy::TryFromBytes, zerocopy::KnownLayout'
check "bit-fields become bytes" eval 'prints "/// bit-fields: v: 3, w: 5" && prints "pub bits_8: [u8; 1],"'
check "arrays keep their dimensions" prints 'pub m: [[i16; 3]; 2],'
check "an anonymous union gets a name" eval 'prints "pub union plain_union {" && prints "pub anonymous_22: plain_union,"'
check "several types at once" eval 'run 0 export --rust foo.jsonl item plain && prints "pub struct item" && prints "pub struct plain"'
check "one that is not there is an answer of exit code 1" run 1 export --rust foo.jsonl nothing
check "and told" says "no layout of 'nothing' in foo.jsonl"
check "without a language it says what it expects" eval 'run 2 export foo.jsonl item && says "expected a language: --rust"'
check "without a type too" eval 'run 2 export --rust foo.jsonl && says "expected the name of an object or record, and that of a type"'
check "what cannot be read is told" eval 'run 2 export --rust nowhere.o item && says "nowhere.o: "'
done_testing
