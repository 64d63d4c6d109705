# SPDX-License-Identifier: GPL-2.0-or-later
# Reads Kconfig files; prints a line that turns on each of their drivers: m for tristate, y for bool.
/^(config|menuconfig)[ \t]/ { name = $2 }
name != "" && /^[ \t]+(tristate|def_tristate)([ \t]|$)/ { print "CONFIG_" name "=m"; name = "" }
name != "" && /^[ \t]+bool([ \t]|$)/ { print "CONFIG_" name "=y"; name = "" }
