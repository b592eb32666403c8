"""The log of sync: one line per round, whole or failed, kept on this laptop across restarts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select

from desktop.models.errors import WerkregieError
from desktop.models.tables.laptop import Ronde
from desktop.sync.result import SyncRound

KEPT = 1_000
FAULT = "ronde_afgebroken"


def failure_code(error: Exception) -> str:
    """The code of the sentence that says why a round was not whole."""
    return error.code if isinstance(error, WerkregieError) else FAULT


def write(
    connection: Connection, begun: datetime, ended: datetime, result: SyncRound, fout: str | None
) -> None:
    """Adds a line and forgets the oldest."""
    number = (connection.scalar(select(func.max(Ronde.nummer))) or 0) + 1
    names = ("verzonden", "toegepast", "aangepast", "geweigerd", "ontvangen")
    counts = {name: getattr(result, name) for name in names}
    connection.execute(
        insert(Ronde).values(nummer=number, begonnen_op=begun, geeindigd_op=ended, fout=fout, **counts)
    )
    if number > KEPT:
        connection.execute(delete(Ronde).where(Ronde.nummer <= number - KEPT))
