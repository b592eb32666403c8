"""Where the program's own files lie, from source, installed or frozen. Touches names of files only."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """A file or folder below `resources/`."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root.joinpath("resources", *parts)
