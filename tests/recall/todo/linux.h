/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A case that is found moves up a folder as it is.
 */
#include "../linux.h"
