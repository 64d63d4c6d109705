/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What sparse itself would print. Its warnings are not ours to repeat; what it cannot read
 * makes the file unchecked; what it cannot evaluate is kept for the record.
 */
#ifndef SC_DIAGNOSTICS_H
#define SC_DIAGNOSTICS_H

#include <stdbool.h>

#include "unit.h"

/*
 * From here on until sc_diagnostics_end(), what sparse complains of belongs to UNIT. With
 * GO_ON what it cannot read is a note, and the rest of the file is checked.
 */
void sc_diagnostics_begin(struct lc_unit *unit, bool go_on);
void sc_diagnostics_end(void);
/* Could sparse not make sense of the source, and should that end it? It was printed, with its place. */
bool sc_diagnostics_unreadable(void);

#endif
