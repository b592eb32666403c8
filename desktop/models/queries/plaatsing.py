"""Placements as rows for `toon` and `export`, and one with all that its page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, aliased

from desktop.models.queries import references
from desktop.models.queries.medewerker import names
from desktop.models.queries.pending import touched
from desktop.models.queries.plaatsing_rows import (
    MijlpaalRij,
    OnderbrekingRij,
    PlaatsingKaart,
    PlaatsingRij,
)
from desktop.models.queries.placed_person import persons
from desktop.models.queries.veldwijziging import as_rows
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.models.queries.voordracht import voordrachten_where
from desktop.models.rules.plaatsing import Still, until
from desktop.models.tables import (
    Mijlpaal,
    Onderbreking,
    Plaatsing,
    PlaatsingPersoon,
    Vacature,
    Veldwijziging,
    Vestiging,
    Voordracht,
    Werkgever,
)

_FORMAL = aliased(Werkgever)
_AS_THEY_ARE = tuple(name for name in PlaatsingRij.__slots__ if name in Plaatsing.__table__.columns)
CHUNK = 500


def plaatsingen(session: Session, werkgever_id: str | None = None) -> tuple[PlaatsingRij, ...]:
    """All of them, or those of one werkgever, the newest start first."""
    which = [Plaatsing.werkgever_id == werkgever_id] if werkgever_id else []
    return plaatsingen_where(session, *which)


def plaatsingen_where(session: Session, *which: ColumnElement[bool]) -> tuple[PlaatsingRij, ...]:
    """Those that meet all of this, the newest start first."""
    query = (
        select(Plaatsing, Werkgever.naam, _FORMAL.naam, Vestiging.naam, Vestiging.woonplaats, Vacature.naam)
        .join(Werkgever, Werkgever.id == Plaatsing.werkgever_id)
        .outerjoin(_FORMAL, _FORMAL.id == Plaatsing.formele_werkgever_id)
        .outerjoin(Vestiging, Vestiging.id == Plaatsing.vestiging_id)
        .outerjoin(Vacature, Vacature.id == Plaatsing.vacature_id)
        .where(Plaatsing.verwijderd_op.is_(None), *which)
        .order_by(Plaatsing.start.desc(), Plaatsing.id.desc())
    )
    rows = session.execute(query).all()
    ids = [row[0].id for row in rows]
    people, waits = names(session) if ids else {}, touched(session, "plaatsing", ids)
    proposed = references.proposals(session, [row[0].voordracht_id for row in rows])
    known, reached = persons(session, PlaatsingPersoon, ids), _reached(session, ids)
    return tuple(
        PlaatsingRij(
            **{name: getattr(row, name) for name in _AS_THEY_ARE},
            werkgever=werkgever,
            formele_werkgever=formal,
            vestiging=place or town,
            vacature=vacature,
            voordracht=proposed.get(row.voordracht_id or ""),
            bemiddelaar=people.get(row.bemiddelaar_id, ""),
            mijlpalen=tuple(reached.get(row.id, ())),
            wacht=row.id in waits,
            kandidaat_id=known[row.id][0].kandidaat_id if row.id in known else None,
            kandidaat=known[row.id][1] if row.id in known else None,
        )
        for row, werkgever, formal, place, town, vacature in rows
    )


def nameless(row: PlaatsingRij) -> PlaatsingRij:
    """The same without the person."""
    return replace(row, kandidaat_id=None, kandidaat=None)


def _reached(session: Session, ids: Sequence[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for start in range(0, len(ids), CHUNK):
        query = (
            select(Mijlpaal.plaatsing_id, Mijlpaal.maanden, Mijlpaal.uitkomst)
            .where(Mijlpaal.plaatsing_id.in_(ids[start : start + CHUNK]), Mijlpaal.verwijderd_op.is_(None))
            .order_by(Mijlpaal.maanden)
        )
        for plaatsing_id, months, outcome in session.execute(query):
            found.setdefault(plaatsing_id, []).append(f"{months}: {outcome}")
    return found


def mijlpalen(session: Session, werkgever_id: str | None = None) -> tuple[MijlpaalRij, ...]:
    """All of them, or those of one werkgever, by day."""
    which = [Mijlpaal.werkgever_id == werkgever_id] if werkgever_id else []
    return mijlpalen_where(session, *which)


def mijlpalen_where(session: Session, *which: ColumnElement[bool]) -> tuple[MijlpaalRij, ...]:
    """Those that meet all of this, by day."""
    rows = _of_placement(session, Mijlpaal, (Mijlpaal.datum, Mijlpaal.maanden, Mijlpaal.id), which)
    waits = touched(session, "mijlpaal", [row.id for row, *_ in rows])
    return tuple(
        MijlpaalRij(
            id=row.id,
            plaatsing_id=row.plaatsing_id,
            plaatsing=nummer or references.PROVISIONAL,
            werkgever_id=row.werkgever_id,
            werkgever=werkgever,
            maanden=row.maanden,
            datum=row.datum,
            uitkomst=row.uitkomst,
            bevestigd_door=row.bevestigd_door,
            bevestigd_op=row.bevestigd_op,
            versie=row.versie,
            wacht=row.id in waits,
        )
        for row, werkgever, nummer, _ in rows
    )


def onderbrekingen(session: Session, werkgever_id: str | None = None) -> tuple[OnderbrekingRij, ...]:
    """All of them, or those of one werkgever, by day."""
    which = [Onderbreking.werkgever_id == werkgever_id] if werkgever_id else []
    return onderbrekingen_where(session, *which)


def onderbrekingen_where(session: Session, *which: ColumnElement[bool]) -> tuple[OnderbrekingRij, ...]:
    """Those that meet all of this, by day; none goes on longer than its placement."""
    rows = _of_placement(session, Onderbreking, (Onderbreking.van, Onderbreking.id), which)
    waits = touched(session, "onderbreking", [row.id for row, *_ in rows])
    return tuple(
        OnderbrekingRij(
            id=row.id,
            plaatsing_id=row.plaatsing_id,
            plaatsing=nummer or references.PROVISIONAL,
            werkgever_id=row.werkgever_id,
            werkgever=werkgever,
            van=row.van,
            tot=until(Still(row.van, row.tot), last_day).tot,
            wacht=row.id in waits,
        )
        for row, werkgever, nummer, last_day in rows
    )


def _of_placement(
    session: Session, cls: Any, order: tuple[Any, ...], which: Sequence[ColumnElement[bool]]
) -> Sequence[Any]:
    query = (
        select(cls, Werkgever.naam, Plaatsing.nummer, Plaatsing.feitelijke_einddatum)
        .join(Werkgever, Werkgever.id == cls.werkgever_id)
        .join(Plaatsing, Plaatsing.id == cls.plaatsing_id)
        .where(cls.verwijderd_op.is_(None), *which)
        .order_by(*order)
    )
    return session.execute(query).all()


def card(session: Session, plaatsing_id: str) -> PlaatsingKaart | None:
    """One placement; who it is and why it ended only where this laptop holds the candidate."""
    rows = plaatsingen_where(session, Plaatsing.id == plaatsing_id)
    if not rows:
        return None
    row = rows[0]
    found = persons(session, PlaatsingPersoon, [row.id]).get(row.id)
    person = found[0] if found else None
    proposed = voordrachten_where(session, Voordracht.id == row.voordracht_id) if row.voordracht_id else ()
    return PlaatsingKaart(
        plaatsing=row,
        mijlpalen=mijlpalen_where(session, Mijlpaal.plaatsing_id == row.id),
        onderbrekingen=onderbrekingen_where(session, Onderbreking.plaatsing_id == row.id),
        voordracht=proposed[0] if proposed else None,
        geschiedenis=_history(session, row.id),
        persoon_hier=person is not None,
        reden_einde=person.reden_einde if person else None,
        toelichting=person.toelichting if person else None,
    )


def _history(session: Session, plaatsing_id: str) -> tuple[VeldwijzigingRij, ...]:
    """What changed in the placement itself, the newest first."""
    query = (
        select(Veldwijziging)
        .where(Veldwijziging.rij_id == plaatsing_id, Veldwijziging.verwijderd_op.is_(None))
        .order_by(Veldwijziging.aangemaakt_op.desc(), Veldwijziging.veld, Veldwijziging.id)
    )
    return as_rows(session, session.scalars(query))
