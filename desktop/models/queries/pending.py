"""What waits on this laptop: commands not yet answered and rows that they touched. Empty at the centre."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.queries.afstemming_rows import OpdrachtRij
from desktop.models.tables import Werkgever
from desktop.models.tables.laptop import BeforeImage, Opdracht

WAITS = ("wacht", "aangevraagd")
# Put together once: a list asks these at every keystroke.
_WAITING = (
    select(Opdracht.werkgever_id)
    .where(Opdracht.status.in_(WAITS), Opdracht.werkgever_id.is_not(None))
    .distinct()
)
_ASKED = select(Opdracht.naam, Opdracht.uuid, Opdracht.werkgever_id, Opdracht.argumenten).where(
    Opdracht.status == "aangevraagd", Opdracht.naam.in_(("regie.neem", "ongedaan.maak"))
)


def is_laptop(session: Session) -> bool:
    """True on a laptop's database."""
    return session.get_bind().dialect.name == "sqlite"


def touched(session: Session, table: str, ids: Collection[str]) -> set[str]:
    """Which of these rows carry a change that the centre has not yet confirmed."""
    if not is_laptop(session) or not ids:
        return set()
    found: set[str] = set()
    wanted = list(ids)
    for start in range(0, len(wanted), 500):
        query = select(BeforeImage.rij_id).where(
            BeforeImage.tabel == table, BeforeImage.rij_id.in_(wanted[start : start + 500])
        )
        found |= set(session.scalars(query))
    return found


def waiting_werkgevers(session: Session) -> set[str]:
    """Werkgevers about which something waits."""
    if not is_laptop(session):
        return set()
    return {row_id for row_id in session.connection().scalars(_WAITING) if row_id}


def asked_regie(session: Session) -> set[str]:
    """Werkgevers whose regie was asked for, is not yet confirmed and was not taken back."""
    if not is_laptop(session):
        return set()
    rows = session.connection().execute(_ASKED).all()
    taken_back = {row.argumenten.get("opdracht_uuid") for row in rows if row.naam == "ongedaan.maak"}
    return {row.werkgever_id for row in rows if row.naam == "regie.neem" and row.uuid not in taken_back}


def count_waiting(session: Session) -> int:
    """How many commands wait to be sent."""
    if not is_laptop(session):
        return 0
    return session.scalar(select(func.count()).select_from(Opdracht).where(Opdracht.status.in_(WAITS))) or 0


def commands(session: Session, uuid: str | None = None, only_waiting: bool = True) -> tuple[OpdrachtRij, ...]:
    """The outbox in the order of sending, or one command with its final answer."""
    query = select(Opdracht, Werkgever.naam).outerjoin(Werkgever, Werkgever.id == Opdracht.werkgever_id)
    if uuid is not None:
        query = query.where(Opdracht.uuid == uuid)
    elif only_waiting:
        query = query.where(Opdracht.status.in_(WAITS))
    rows = session.execute(query.order_by(Opdracht.n)).all()
    return tuple(_row(opdracht, naam) for opdracht, naam in rows)


def answered(session: Session, limit: int, before: int | None = None) -> tuple[OpdrachtRij, ...]:
    """What was sent and has its final answer, the newest first; those before number `before`."""
    query = select(Opdracht, Werkgever.naam).outerjoin(Werkgever, Werkgever.id == Opdracht.werkgever_id)
    query = query.where(Opdracht.status.not_in(WAITS)).order_by(Opdracht.n.desc()).limit(limit)
    if before is not None:
        query = query.where(Opdracht.n < before)
    return tuple(_row(opdracht, naam) for opdracht, naam in session.execute(query))


def _row(row: Opdracht, werkgever: str | None) -> OpdrachtRij:
    return OpdrachtRij(
        uuid=row.uuid,
        n=row.n,
        naam=row.naam,
        versie=row.versie,
        argumenten=row.argumenten,
        tijd=row.tijd,
        status=row.status,
        reden=row.code,
        werkgever_id=row.werkgever_id,
        werkgever=werkgever,
        beantwoord_op=row.beantwoord_op,
        parameters=row.parameters or {},
    )
