"""The log of sync: what each round did, whole or failed, kept on this laptop across restarts.

Rounds that follow each other and did nothing, or failed alike, are one line: otherwise a quiet day would
push out the one line that somebody looks for.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Row, delete, insert

from desktop.models.errors import WerkregieError
from desktop.models.tables.base import instant_text
from desktop.models.tables.laptop import Ronde
from desktop.sync.result import SyncRound

KEPT = 5_000
FAULT = "ronde_afgebroken"
_COUNTS = ("verzonden", "toegepast", "aangepast", "geweigerd", "ontvangen")
_LAST = "SELECT * FROM ronde ORDER BY nummer DESC LIMIT 1"
_AGAIN = "UPDATE ronde SET geeindigd_op = ?, keren = keren + 1 WHERE nummer = ?"


def failure_code(error: Exception) -> str:
    """The code of the sentence that says why a round was not whole."""
    return error.code if isinstance(error, WerkregieError) else FAULT


def write(
    connection: Connection, begun: datetime, ended: datetime, result: SyncRound, fout: str | None
) -> None:
    """Adds a line, or one more to the last line when it says the same, and forgets the oldest."""
    counts = {name: getattr(result, name) for name in _COUNTS}
    last = connection.exec_driver_sql(_LAST).first()
    if last is not None and not any(counts.values()) and _says(last, fout):
        connection.exec_driver_sql(_AGAIN, (instant_text(ended), last.nummer))
        return
    number = (last.nummer if last is not None else 0) + 1
    connection.execute(
        insert(Ronde).values(nummer=number, begonnen_op=begun, geeindigd_op=ended, fout=fout, **counts)
    )
    if number > KEPT:
        connection.execute(delete(Ronde).where(Ronde.nummer <= number - KEPT))


def _says(last: Row[tuple[object, ...]], fout: str | None) -> bool:
    """The same as this one: nothing done, for the same reason."""
    return last.fout == fout and not any(getattr(last, name) for name in _COUNTS)
