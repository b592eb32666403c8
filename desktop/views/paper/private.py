"""Where a preview lies while it is looked at: a folder of the profile that is for its owner alone.

What is in such a file is personal: it goes when the preview closes, and what a crash left goes at the next
start of the program.
"""

from __future__ import annotations

import itertools
import logging
from contextlib import suppress
from pathlib import Path

_log = logging.getLogger(__name__)
_numbers = itertools.count(1)


def new_file(folder: Path, name: str) -> Path:
    """A place of its own, so that two previews never share a file and the name stays readable."""
    place = folder / str(next(_numbers))
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place / name


def remove(path: Path) -> bool:
    """False when another program still holds it; the next start takes it away then."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        _log.info("a preview is still in use by another program")
        return False
    with suppress(OSError):
        path.parent.rmdir()
    return True
