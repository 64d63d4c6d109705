/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Layouts of a record (Documentation/record.md) as definitions in Rust.
 */
#ifndef CLI_EXPORT_RUST_H
#define CLI_EXPORT_RUST_H

#include <stdio.h>

#include <jansson.h>

/*
 * Prints to FILE what WANTED has, and the records that those hold as far as LAYOUTS has them;
 * both are objects of layout lines by type name.
 */
void export_rust(FILE *file, const json_t *layouts, const json_t *wanted);

#endif
