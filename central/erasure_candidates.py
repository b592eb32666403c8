"""Erasing a candidate: the row stays as a tombstone, everything personal that hangs on it is emptied.

That somebody was put forward, placed or spoken to stays for the region's figures, without a person behind it.
PostgreSQL only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.handlers.profiel import withdraw
from desktop.models.redacting import GONE
from desktop.models.rules.kandidaat import CLOSED, OPEN, WITHDRAWN
from desktop.models.tables import (
    InstrumentInzet,
    InstrumentTaak,
    Kandidaat,
    KandidaatDoelgroep,
    KandidaatOverdracht,
    Kandidaatregie,
    NazorgPersoon,
    PlaatsingPersoon,
    Synced,
    Veldwijziging,
    VoordrachtPersoon,
)
from desktop.models.work import Work

NAMELESS = "Gewiste kandidaat"
KEPT = frozenset({"roepnaam", "status", "gewist_op"})
EMPTIED: Mapping[type[Any], Mapping[str, Any]] = {
    KandidaatDoelgroep: {"doelgroepen": [], "uitkeringsgroep": None, "ldr_registratie": 0},
    VoordrachtPersoon: {"toestemming": None, "notitie": None},
    PlaatsingPersoon: {"reden_einde": None, "toelichting": None},
    NazorgPersoon: {"naam": GONE, "regel": None, "resultaat": None, "notitie": None, "pogingen": []},
    InstrumentInzet: {"verstrekker": None, "loonwaarde_pct": None, "forfait": False, "toelichting": None},
    InstrumentTaak: {"wat": GONE},
}
"""What the personal rows of a candidate say afterwards."""
GOES = frozenset({InstrumentInzet, InstrumentTaak})
"""Which of them are taken away whole: that there was one says something by itself."""


def words(session: Session, person: Kandidaat) -> Iterator[str | None]:
    """By what the candidate is recognised, now and before: a first name alone is not enough."""
    names, initials = {person.roepnaam}, {person.initiaal}
    yield person.bron_id
    query = select(Veldwijziging).where(Veldwijziging.rij_id == person.id)
    for line in session.scalars(query):
        values = [value for value in (line.oud, line.nieuw) if isinstance(value, str)]
        if line.veld == "bron_id":
            yield from values
        names.update(values if line.veld == "roepnaam" else ())
        initials.update(values if line.veld == "initiaal" else ())
    yield from (f"{name} {initial}" for name in names for initial in initials if name and initial)


def authors(session: Session, person: Kandidaat) -> set[str]:
    """Who may have written about the candidate: everyone who registered it or held the regie."""
    found = {person.aangemaakt_door}
    for regie in session.scalars(select(Kandidaatregie).where(Kandidaatregie.kandidaat_id == person.id)):
        found.add(regie.bemiddelaar_id)
        lines = select(Veldwijziging).where(Veldwijziging.rij_id == regie.id)
        for line in session.scalars(lines.where(Veldwijziging.veld == "bemiddelaar_id")):
            found.update(value for value in (line.oud, line.nieuw) if isinstance(value, str))
    return found


def empty(work: Work, person: Kandidaat) -> None:
    """The candidate, its profile and all that is personal of it."""
    now = work.context.tijd
    withdraw(work, person.id)
    work.change(
        person, **_empty(Kandidaat), roepnaam=NAMELESS, status=CLOSED, gewist_op=person.gewist_op or now
    )
    for cls, said in EMPTIED.items():
        for row in work.find_all(cls, cls.kandidaat_id == person.id):
            gone = {"verwijderd_op": row.verwijderd_op or now} if cls in GOES else {}
            work.change(row, **said, **gone)
    for regie in work.find_all(Kandidaatregie, Kandidaatregie.kandidaat_id == person.id):
        work.change(regie, actief=False)
    for offer in work.find_all(
        KandidaatOverdracht,
        KandidaatOverdracht.kandidaat_id == person.id,
        KandidaatOverdracht.status == OPEN,
    ):
        work.change(offer, status=WITHDRAWN)


def _empty(cls: type[Synced]) -> dict[str, Any]:
    """Every column of its own: nothing, no list or nought, as its kind is."""
    found: dict[str, Any] = {}
    for column in cls.__table__.columns:  # type: ignore[attr-defined]
        if column.name in Synced.__annotations__ or column.name in KEPT:
            continue
        if column.nullable:
            found[column.name] = None
        else:
            found[column.name] = 0 if column.type.python_type is int else []
    return found
