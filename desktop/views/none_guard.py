"""Keeps Python 3.11 alive under PySide6 6.12, whose calls do not count the None, True and False that
they return.

Seen here: 1000 calls of `QObject.setObjectName` lower the count of None by 1000, and at zero Python aborts
("none_dealloc", at exit "bool_dealloc"), within seconds of painting. PySide6 6.11.3 does not do it.
Since Python
3.12 these objects are immortal and nothing can happen. For 3.11 their counts are raised once by more than a
program can ever lose. Imported by `desktop.views` before anything of Qt.
"""

from __future__ import annotations

import ctypes
import sys

_PLENTY = 1 << 40
_SINGLETONS: tuple[object, ...] = (None, True, False, NotImplemented, Ellipsis)


def protect() -> bool:
    """True when the counts were raised; does nothing where they are immortal, and nothing twice."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return False
    if sys.getrefcount(None) > _PLENTY // 2:
        return False
    for singleton in _SINGLETONS:
        # The first field of every object of CPython 3.11 is its reference count.
        ctypes.c_ssize_t.from_address(id(singleton)).value += _PLENTY
    return True


protect()
