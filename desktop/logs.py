"""The program's own log: a rotating file in the profile, without personal data.

Messages of ours hold ids, codes and counts. The text of an exception may hold what somebody typed, so
only its type and the places in our source are written. Touches the logs folder of the profile.
"""

from __future__ import annotations

import json
import logging
import os
import tempfile
import traceback
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

NAME = "werkregie.log"
MAX_BYTES, KEPT = 1_000_000, 5
_EXTRAS = ("bucket", "code", "naam", "n", "reden")
log = logging.getLogger(__name__)


class SafeLines(logging.Formatter):
    """One JSON object per event."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "tijd": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname,
            "bron": record.name,
            "melding": record.getMessage(),
        }
        line |= {key: value for key in _EXTRAS if (value := getattr(record, key, None)) is not None}
        if record.exc_info and record.exc_info[1]:
            line["uitzondering"] = describe(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def describe(error: BaseException) -> list[dict[str, object]]:
    """The chain of errors, the outermost first: type and where, never the text."""
    found: list[dict[str, object]] = []
    current: BaseException | None = error
    while current is not None and len(found) < 10:
        frames = traceback.extract_tb(current.__traceback__)
        places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        found.append({"soort": type(current).__qualname__, "plaatsen": places})
        current = current.__cause__ or current.__context__
    return found


class _QuietFile(RotatingFileHandler):
    """Makes its folder when there is something to write; a full disk costs a log line, not the work."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802
        return


def start(folder: Path) -> Path:
    """Logs of this process go to `folder` from here on; returns the file."""
    stop()
    path = folder / NAME
    handler = _QuietFile(path, maxBytes=MAX_BYTES, backupCount=KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(SafeLines())
    handler.setLevel(logging.INFO)
    logging.getLogger().addHandler(handler)
    logging.getLogger("desktop").setLevel(logging.INFO)
    return path


def stop() -> None:
    """Closes the file."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, _QuietFile)]:
        root.removeHandler(handler)
        handler.close()


def report(error: BaseException, path: Path | None) -> Path:
    """Writes the details of a fault of ours and returns where they are.

    Without a profile, or when the file cannot be written, that is a new file in the temporary folder, for
    its owner alone and with a name that nobody can have put there before.
    """
    line = json.dumps(
        {"tijd": datetime.now(UTC).isoformat(timespec="seconds"), "uitzondering": describe(error)},
        ensure_ascii=False,
    )
    if path is not None and path.parent.parent.is_dir():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8") as file:
                file.write(line + "\n")
        except OSError:
            return _apart(line)
        return path
    return _apart(line)


def _apart(line: str) -> Path:
    try:
        number, made = tempfile.mkstemp(prefix="werkregie-", suffix=".log")
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(line + "\n")
    except OSError:  # no room anywhere: the sentence still has to come
        return Path(tempfile.gettempdir())
    return Path(made)
