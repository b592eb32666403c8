"""The list of placements: which ones, in which order, how many per status.

There are some ten thousand at most, so that a typed text is compared with each, folded; accents do not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from desktop.models.context import Actor
from desktop.models.queries.plaatsing import plaatsingen_where
from desktop.models.queries.plaatsing_rows import PlaatsingFilter, Plaatsingpagina, PlaatsingRij
from desktop.models.queries.placed_person import shown_name
from desktop.models.rules.plaatsing import NEVER_BEGAN, RUNS, UNKNOWN
from desktop.models.tables import Kandidaat, Mijlpaal, Plaatsing, PlaatsingPersoon, Vacature, Werkgever
from desktop.models.values import fold

CHUNK = 500


def page(
    session: Session,
    keuze: PlaatsingFilter,
    who: Actor,
    today: date,
    limiet: int | None = None,
    vanaf: int = 0,
) -> Plaatsingpagina:
    """A page of the list, with the counts per status."""
    found = _found(session, replace(keuze, statussen=frozenset()), who, today)
    ids = [row_id for row_id, status in found if not keuze.statussen or status in keuze.statussen]
    end = None if limiet is None else vanaf + limiet
    counts = dict(Counter(status for _, status in found))
    return Plaatsingpagina(lines(session, ids[vanaf:end]), len(ids), counts)


def ids(session: Session, keuze: PlaatsingFilter, who: Actor, today: date) -> tuple[str, ...]:
    """All that the filter leaves, in the order of the list."""
    found = _found(session, keuze, who, today)
    return tuple(row_id for row_id, status in found if not keuze.statussen or status in keuze.statussen)


def lines(session: Session, row_ids: Sequence[str]) -> tuple[PlaatsingRij, ...]:
    """These placements in this order; what is gone is left out."""
    found: dict[str, PlaatsingRij] = {}
    for start in range(0, len(row_ids), CHUNK):
        part = row_ids[start : start + CHUNK]
        found |= {row.id: row for row in plaatsingen_where(session, Plaatsing.id.in_(part))}
    return tuple(found[row_id] for row_id in row_ids if row_id in found)


def _found(session: Session, keuze: PlaatsingFilter, who: Actor, today: date) -> list[tuple[str, str]]:
    """(id, status) in order."""
    words = fold(keuze.tekst).split()
    query = (
        select(
            Plaatsing.id,
            Plaatsing.status,
            Plaatsing.nummer,
            Plaatsing.project,
            Werkgever.naam,
            Vacature.naam,
        )
        .join(Werkgever, Werkgever.id == Plaatsing.werkgever_id)
        .outerjoin(Vacature, Vacature.id == Plaatsing.vacature_id)
        .where(Plaatsing.verwijderd_op.is_(None), *_conditions(keuze, who, today))
        .order_by(*_order(keuze.sortering))
    )
    rows = session.execute(query).all()
    people = _people(session) if words else {}
    return [
        (row.id, row.status) for row in rows if not words or _matches((*row[2:], people.get(row.id)), words)
    ]


def _people(session: Session) -> dict[str, str]:
    """Placement → name of the candidate, where this laptop holds it."""
    query = (
        select(PlaatsingPersoon.plaatsing_id, Kandidaat.roepnaam, Kandidaat.initiaal)
        .join(Kandidaat, Kandidaat.id == PlaatsingPersoon.kandidaat_id)
        .where(PlaatsingPersoon.verwijderd_op.is_(None))
    )
    return {row[0]: shown_name(row[1], row[2]) for row in session.execute(query)}


def _matches(texts: Iterable[str | None], words: Sequence[str]) -> bool:
    text = fold(" ".join(one for one in texts if one))
    return all(word in text for word in words)


def _conditions(keuze: PlaatsingFilter, who: Actor, today: date) -> list[ColumnElement[bool]]:
    equal = {
        Plaatsing.werkgever_id: keuze.werkgever_id,
        Plaatsing.bemiddelaar_id: keuze.bemiddelaar_id,
        Plaatsing.soort: keuze.soort,
    }
    found: list[ColumnElement[bool]] = [
        column == value for column, value in equal.items() if value is not None
    ]
    if keuze.mijn:
        found.append(or_(Plaatsing.bemiddelaar_id == who.medewerker_id, Plaatsing.id.in_(_persons())))
    if keuze.kandidaat_id:
        found.append(Plaatsing.id.in_(_persons(PlaatsingPersoon.kandidaat_id == keuze.kandidaat_id)))
    if keuze.eindigt_binnen is not None:
        last = today + timedelta(days=keuze.eindigt_binnen)
        found += [Plaatsing.status == RUNS, Plaatsing.verwachte_einddatum <= last]
    if keuze.mijlpaal_open:
        passed = select(Mijlpaal.plaatsing_id).where(
            Mijlpaal.uitkomst == UNKNOWN, Mijlpaal.datum <= today, Mijlpaal.verwijderd_op.is_(None)
        )
        found += [Plaatsing.id.in_(passed), Plaatsing.status != NEVER_BEGAN]
    return found


def _persons(*which: ColumnElement[bool]) -> Any:
    return select(PlaatsingPersoon.plaatsing_id).where(PlaatsingPersoon.verwijderd_op.is_(None), *which)


def _order(sortering: str) -> tuple[Any, ...]:
    match sortering:
        case "einde":
            ends = Plaatsing.verwachte_einddatum
            return (ends.is_(None), ends, Plaatsing.start.desc(), Plaatsing.id)
        case "werkgever":
            return (Werkgever.zoeknaam, Plaatsing.start.desc(), Plaatsing.id)
        case _:
            return (Plaatsing.start.desc(), Plaatsing.id.desc())
