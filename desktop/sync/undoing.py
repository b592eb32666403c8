"""What a laptop adds to an undo: which command it was and which row it was about, from its own journal.

The centre believes none of it: it checks whose rows these are and what became of them.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.commands.base import Command
from desktop.models.commands.ongedaan import BY_ROW, UNDOABLE, MaakOngedaan, row_of
from desktop.models.errors import Weigering
from desktop.models.outcome import GEWEIGERD
from desktop.models.tables.laptop import Opdracht

FILLED_IN = frozenset({"opdracht_uuid", "naam", "rij_id"})
"""What a laptop adds to the arguments that were given."""


def is_of_one(command: Command) -> bool:
    """Taking back one command, not an import."""
    return isinstance(command, MaakOngedaan) and command.batch is None


def completed(session: Session, command: Command, regio_id: str) -> Command:
    """The command with what only this laptop knows; refused when there is nothing to take back."""
    if not isinstance(command, MaakOngedaan) or command.batch is not None:
        return command
    row = _journal(session, command)
    if row is None:
        if command.opdracht_uuid is None and command.naam in BY_ROW and command.rij_id:
            return command
        raise Weigering("ongedaan_onbekend")
    if row.naam not in UNDOABLE:
        raise Weigering("ongedaan_kan_niet")
    if row.uitkomst == GEWEIGERD:
        raise Weigering("ongedaan_was_geweigerd")
    if _taken_back(session, row.uuid):
        raise Weigering("ongedaan_al_gedaan")
    about = row_of(row.naam, row.argumenten, regio_id)
    return replace(command, opdracht_uuid=row.uuid, naam=row.naam, rij_id=about)


def is_under_way(session: Session, command: Command) -> bool:
    """What is taken back waits for the centre itself: here there is nothing yet to try it on."""
    if not isinstance(command, MaakOngedaan) or not command.needs_confirmation():
        return False
    row = _journal(session, command)
    return row is not None and row.uitkomst is None


def about(session: Session, command: Command) -> str | None:
    """The werkgever that it is about."""
    row = _journal(session, command) if isinstance(command, MaakOngedaan) else None
    return row.werkgever_id if row else None


def _journal(session: Session, command: MaakOngedaan) -> Opdracht | None:
    """The command that is meant; by its row the last one of that name that made it."""
    if command.opdracht_uuid is not None:
        return session.scalar(select(Opdracht).where(Opdracht.uuid == command.opdracht_uuid))
    argument = UNDOABLE.get(command.naam or "")
    if argument is None or command.rij_id is None:
        return None
    named = func.json_extract(Opdracht.argumenten, f"$.{argument}")
    query = select(Opdracht).where(Opdracht.naam == command.naam, named == command.rij_id)
    return session.scalars(query.order_by(Opdracht.n.desc()).limit(1)).first()


def _taken_back(session: Session, uuid: str) -> bool:
    query = select(Opdracht.uitkomst).where(
        Opdracht.naam == MaakOngedaan.NAME,
        func.json_extract(Opdracht.argumenten, "$.opdracht_uuid") == uuid,
    )
    return any(outcome != GEWEIGERD for outcome in session.scalars(query))
