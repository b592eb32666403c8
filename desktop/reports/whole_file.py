"""A file that is there whole or not at all: half a PDF looks like a PDF until somebody opens it.

Touches the folder of the file only.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from desktop.models.errors import EnvironmentFailure


class Stopped(Exception):  # not an error: the person asked for it
    """The person stopped the making; there is no file."""


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Write into a temporary file beside `path`, which takes its place only when the block ends well.

    A file system that refuses (no rights, full, open in another program) becomes
    `EnvironmentFailure('bestand_niet_te_schrijven')`; whatever the reason, an older file stays as it was.
    The new file is readable for its owner alone, as tempfile makes it: it holds personal data.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".werkregie-", suffix=".deel", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        raise EnvironmentFailure("bestand_niet_te_schrijven", pad=str(path)) from error
