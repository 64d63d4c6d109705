# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands beside a source in its folder: does somebody assert the size of a type there?"""
import os
import re

import lc_bytes

origin = None  # what the source is a copy of
folders = {}  # name to the texts in it

CHECK = re.compile(r"\b(BUILD_BUG_ON\w*|static_assert|_Static_assert|compiletime_assert|"
                   r"sock_skb_cb_check_size|LC_ASSERT_SIZE)\s*\(")


def folder(file):
    """The folder of FILE, as the source spells it."""
    return os.path.dirname(origin or file)


def neighbours(file):
    """The texts of the C files in the folder of FILE."""
    name = os.path.dirname(os.path.realpath(origin or file))
    if name not in folders:
        files = [os.path.join(name, entry) for entry in os.listdir(name)
                 if entry.endswith((".c", ".h"))]
        folders[name] = [lc_bytes.source(file).text for file in files]
    return folders[name]


def assertions(text):
    """What TEXT asserts when it is compiled: each with its arguments."""
    for match in CHECK.finditer(text):
        yield text[match.start():lc_bytes.balanced(text, match.end() - 1)]


def sizes(assertion, names):
    """Does ASSERTION speak of the size of one of NAMES, a regular expression?"""
    return re.search(r"\bsizeof\s*\(\s*(?:struct\s+|union\s+|\*\s*)?(?:%s)\b" % names,
                     assertion) is not None
