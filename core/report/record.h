/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Writes a unit's record (Documentation/record.md) from the ledger.
 * The one reporter that all adapters share; uses core and libsarif-c.
 */
#ifndef LC_RECORD_H
#define LC_RECORD_H

#include "../unit.h"

#ifdef __cplusplus
extern "C" {
#endif

#define LC_RECORD_VERSION 1
#define LC_RECORD_SECTION ".layoutcheck"

/*
 * The whole record of UNIT as text, NUL-terminated, its length in bytes in
 * *LENGTH. Caller frees. NULL if out of memory (errno is set).
 */
char *lc_record_text(const struct lc_unit *unit, size_t *length);

/*
 * The record file's name for OBJECT below DIRECTORY; ADAPTER is "gcc" or
 * "sparse". Caller frees; NULL if out of memory.
 */
char *lc_record_path(const char *directory, const char *object, const char *adapter);

/*
 * Writes TEXT to PATH by way of a temporary file beside it, so that PATH is
 * complete or absent. Creates DIRECTORY if it is missing. Returns 0 or an errno value.
 */
int lc_record_save(const char *directory, const char *path, const char *text, size_t length);

#ifdef __cplusplus
}
#endif
#endif
