"""What may never come back with a backup: people who were erased, and whose access was taken away.

A file of its own, beside the backups and not in them: one line of JSON each, with ids and nothing else. It
is written before the database is, and read when a backup was put back.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from central.envelope import is_id
from desktop.models.errors import EnvironmentFailure
from desktop.models.tables.base import instant_text

CONTACTPERSOON, MEDEWERKER, KANDIDAAT, LAPTOP_REVOKED, PERSON_REVOKED = (
    "contactpersoon",
    "medewerker",
    "kandidaat",
    "laptop_ingetrokken",
    "medewerker_ingetrokken",
)
KINDS = (CONTACTPERSOON, MEDEWERKER, KANDIDAAT, LAPTOP_REVOKED, PERSON_REVOKED)


@dataclass(frozen=True, slots=True)
class Entry:
    """`soort`: one of `KINDS`. `op`: an instant as text."""

    soort: str
    id: str
    op: str


def add(path: Path, kind: str, subject_id: str, now: datetime) -> None:
    """Adds a line that is on the disk when this returns; raises `EnvironmentFailure` when it cannot be."""
    line = json.dumps(asdict(Entry(kind, subject_id, instant_text(now)))) + "\n"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, line.encode())
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        raise EnvironmentFailure("wislijst_niet_te_schrijven", pad=str(path)) from error


def read(path: Path) -> tuple[Entry, ...]:
    """All lines in their order; raises `EnvironmentFailure` when one cannot be read: none may be missed."""
    try:
        return tuple(_entries(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise EnvironmentFailure("wislijst_onleesbaar", pad=str(path)) from error


def _entries(text: str) -> Iterator[Entry]:
    for line in text.splitlines():
        if line.strip():
            entry = Entry(**json.loads(line))
            if entry.soort not in KINDS or not is_id(entry.id):
                raise ValueError(line)
            datetime.fromisoformat(entry.op)
            yield entry
