"""Keeps Python 3.11 alive under PySide6 6.12: its calls that return nothing do not count their reference to None.

Seen here: 1000 calls of `QObject.setObjectName` lower the count of None by 1000, and at zero Python aborts
("none_dealloc"), within seconds of painting. Since Python 3.12 None is immortal and nothing can happen. For 3.11 its
count is raised once by more than a program can ever lose. Imported by `desktop.views` before anything of Qt.
"""

from __future__ import annotations

import ctypes
import sys

_PLENTY = 1 << 40


def protect() -> bool:
    """True when the count was raised; does nothing where None is immortal, and nothing twice."""
    if (
        sys.version_info >= (3, 12)
        or sys.implementation.name != "cpython"
        or sys.getrefcount(None) > _PLENTY // 2
    ):
        return False
    # The first field of every object of CPython 3.11 is its reference count.
    ctypes.c_ssize_t.from_address(id(None)).value += _PLENTY
    return True


protect()
