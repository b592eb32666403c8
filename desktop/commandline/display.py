"""Whether a window can be shown here, asked before Qt is: Qt ends the whole process when it cannot.

Touches environment variables, sockets' names and the dynamic loader; Linux only.
"""

from __future__ import annotations

import ctypes
import os
import re
import sys
from pathlib import Path

from desktop.models.errors import EnvironmentFailure

_LOCAL_DISPLAY = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
_X_SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 (where X servers listen)
_XCB_CURSOR = "libxcb-cursor.so.0"


def require_display() -> None:
    """Raises `EnvironmentFailure('geen_scherm')`; a platform that was chosen by hand is believed."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if _has_wayland() or (_has_x() and _loads(_XCB_CURSOR)):
        return
    raise EnvironmentFailure("geen_scherm")


def _has_wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    return bool(name) and Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name or "").exists()


def _has_x() -> bool:
    display = os.environ.get("DISPLAY", "")
    local = _LOCAL_DISPLAY.fullmatch(display)
    # A display on another machine cannot be looked at from here.
    return (_X_SOCKETS / f"X{local[1]}").exists() if local else bool(display)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
