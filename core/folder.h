/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Folders for what adapters and commands write.
 */
#ifndef LC_FOLDER_H
#define LC_FOLDER_H

#ifdef __cplusplus
extern "C" {
#endif

/* Makes the folder PATH and those it lies in, as mkdir -p does. Returns 0 or an errno value. */
int lc_make_folder(const char *path);

#ifdef __cplusplus
}
#endif
#endif
