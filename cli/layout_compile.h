/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Has a compiler leave the record of one source file in a folder of our own.
 */
#ifndef CLI_LAYOUT_COMPILE_H
#define CLI_LAYOUT_COMPILE_H

/*
 * Runs COMMAND (NULL-terminated), which compiles a source file, so that it is only checked and
 * leaves the record with the layout of TYPE in a new folder. Returns the folder's name, which
 * layout_forget() removes and frees; or NULL after a message.
 */
char *layout_compile(char *const *command, const char *type);
void layout_forget(char *folder);

#endif
