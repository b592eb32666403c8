"""The care after placements: what is due for whom, what was done, and how it stands at a werkgever.

What a talk was about comes along only where this database holds it; `zonder_inhoud` leaves it out there too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from desktop.models.queries import references, waarneming
from desktop.models.queries.medewerker import names
from desktop.models.queries.nazorg_rows import NazorgRij, Nazorgstand, PogingRij, TeLaatRij
from desktop.models.queries.own_candidates import called, served_by
from desktop.models.queries.pending import touched
from desktop.models.rules.nazorg import DONE, PLANNED, RELATION
from desktop.models.tables import Nazorgactie, NazorgPersoon, Regie, Werkgever


def nazorgacties(session: Session, werkgever_id: str | None = None) -> tuple[NazorgRij, ...]:
    """All talks, or those at one werkgever, by day."""
    which = [Nazorgactie.werkgever_id == werkgever_id] if werkgever_id else []
    return nazorg_where(session, *which)


def van_plaatsing(session: Session, plaatsing_id: str) -> tuple[NazorgRij, ...]:
    """The talks of a placement by day."""
    return nazorg_where(session, Nazorgactie.plaatsing_id == plaatsing_id)


def te_doen(session: Session, me: str, today: date, dagen: int = 7) -> tuple[NazorgRij, ...]:
    """What this person has to do within so many days, overdue first: of own candidates and own werkgevers.

    Standing in counts on both tracks.
    """
    mine = or_(
        and_(
            Nazorgactie.spoor != RELATION,
            Nazorgactie.id.in_(
                select(NazorgPersoon.nazorgactie_id).where(
                    NazorgPersoon.kandidaat_id.in_(served_by(me, today)),
                    NazorgPersoon.verwijderd_op.is_(None),
                )
            ),
        ),
        and_(Nazorgactie.spoor == RELATION, Nazorgactie.werkgever_id.in_(held(session, me, today))),
    )
    return nazorg_where(
        session, Nazorgactie.status == PLANNED, Nazorgactie.gepland_op <= today + timedelta(days=dagen), mine
    )


def held(session: Session, me: str, today: date) -> Any:
    """Werkgevers of which this person holds the regie, or stands in."""
    in_place_of = waarneming.in_place_of(session, me, today)
    return select(Regie.werkgever_id).where(
        waarneming.held_by(me, in_place_of), Regie.tot.is_(None), Regie.verwijderd_op.is_(None)
    )


def nazorg_where(
    session: Session, *which: ColumnElement[bool], zonder_inhoud: bool = False
) -> tuple[NazorgRij, ...]:
    """Talks that meet all of this, by day."""
    query = (
        select(Nazorgactie, NazorgPersoon, Werkgever.naam)
        .join(Werkgever, Werkgever.id == Nazorgactie.werkgever_id)
        .outerjoin(
            NazorgPersoon,
            (NazorgPersoon.nazorgactie_id == Nazorgactie.id) & NazorgPersoon.verwijderd_op.is_(None),
        )
        .where(Nazorgactie.verwijderd_op.is_(None), *which)
        .order_by(Nazorgactie.gepland_op, Nazorgactie.spoor, Nazorgactie.id)
    )
    found: Sequence[Any] = session.execute(query).all()
    rows = [(row, None if zonder_inhoud else person, naam) for row, person, naam in found]
    who = names(session)
    holders = regiehouders(session, [row.werkgever_id for row, _, _ in rows if row.spoor == RELATION])
    people = called(session, {person.kandidaat_id for _, person, _ in rows if person})
    placed = references.placements(session, [row.plaatsing_id for row, _, _ in rows])
    waiting = touched(session, "nazorgactie", [row.id for row, _, _ in rows])
    personal = {person.id: row.id for row, person, _ in rows if person}
    waiting |= {personal[row_id] for row_id in touched(session, "nazorg_persoon", list(personal))}
    return tuple(
        _row(row, person, naam, who, holders, people, placed.get(row.plaatsing_id), row.id in waiting)
        for row, person, naam in rows
    )


def regiehouders(session: Session, werkgever_ids: Sequence[str]) -> dict[str, str]:
    """Werkgever → who holds the regie now."""
    if not werkgever_ids:
        return {}
    query = select(Regie.werkgever_id, Regie.accountmanager_id).where(
        Regie.werkgever_id.in_(sorted(set(werkgever_ids))),
        Regie.tot.is_(None),
        Regie.verwijderd_op.is_(None),
    )
    return {row.werkgever_id: row.accountmanager_id for row in session.execute(query)}


def _row(
    row: Nazorgactie,
    person: NazorgPersoon | None,
    werkgever: str,
    who: Mapping[str, str],
    holders: Mapping[str, str],
    people: Mapping[str, str],
    plaatsing: str | None,
    waits: bool,
) -> NazorgRij:
    whose = holders.get(row.werkgever_id) if row.spoor == RELATION else row.uitvoerder_id
    return NazorgRij(
        id=row.id,
        plaatsing_id=row.plaatsing_id,
        plaatsing=plaatsing,
        werkgever_id=row.werkgever_id,
        werkgever=werkgever,
        spoor=row.spoor,
        uitvoerder_id=whose,
        uitvoerder=who.get(whose) if whose else None,
        gepland_op=row.gepland_op,
        berekend_op=row.berekend_op,
        aangepast=row.aangepast,
        status=row.status,
        vervallen_reden=row.vervallen_reden,
        uitgevoerd_op=row.uitgevoerd_op,
        uitgevoerd_door_id=row.uitgevoerd_door_id,
        uitgevoerd_door=who.get(row.uitgevoerd_door_id) if row.uitgevoerd_door_id else None,
        naam=person.naam if person else row.naam,
        regel=person.regel if person else row.regel,
        resultaat=person.resultaat if person else None,
        notitie=person.notitie if person else None,
        pogingen=tuple(_attempt(one, who) for one in person.pogingen or ()) if person else (),
        steun=row.steun,
        toelichting=row.toelichting,
        kandidaat_id=person.kandidaat_id if person else None,
        kandidaat=people.get(person.kandidaat_id) if person else None,
        versie=row.versie,
        wacht=waits,
    )


def _attempt(one: Any, who: Mapping[str, str]) -> PogingRij:
    return PogingRij(
        date.fromisoformat(one["datum"]), one["reden"], one.get("kanaal"), who.get(one["door_id"], "")
    )


def stand(session: Session, werkgever_id: str, today: date) -> Nazorgstand:
    """How it stands at a werkgever: for everyone who holds its dossier, without content."""
    rows = nazorg_where(session, Nazorgactie.werkgever_id == werkgever_id, zonder_inhoud=True)
    done = sorted(
        (row for row in rows if row.status == DONE and row.uitgevoerd_op),
        key=lambda row: (row.uitgevoerd_op or today, row.id),
    )
    planned = [row for row in rows if row.status == PLANNED]
    answers = [row.steun for row in done if row.steun is not None]
    return Nazorgstand(
        gedaan=len(done),
        gepland=len(planned),
        te_laat=sum(row.gepland_op < today for row in planned),
        laatste_op=done[-1].uitgevoerd_op if done else None,
        laatste_door=done[-1].uitgevoerd_door if done else None,
        volgende_op=planned[0].gepland_op if planned else None,
        volgende_door=planned[0].uitvoerder if planned else None,
        laatste_steun=answers[-1] if answers else None,
    )


def te_laat_per_persoon(session: Session, today: date) -> tuple[TeLaatRij, ...]:
    """For the teamleider: how many talks are overdue with whom, from rows without content."""
    query = select(
        Nazorgactie.spoor, Nazorgactie.uitvoerder_id, Nazorgactie.werkgever_id, Nazorgactie.gepland_op
    ).where(
        Nazorgactie.status == PLANNED, Nazorgactie.gepland_op < today, Nazorgactie.verwijderd_op.is_(None)
    )
    rows = session.execute(query).all()
    holders = regiehouders(session, [row.werkgever_id for row in rows if row.spoor == RELATION])
    by_person: dict[str | None, list[Any]] = {}
    for row in rows:
        whose = holders.get(row.werkgever_id) if row.spoor == RELATION else row.uitvoerder_id
        by_person.setdefault(whose, []).append(row)
    who = names(session)
    found = [
        TeLaatRij(
            medewerker_id=whose,
            medewerker=who.get(whose) if whose else None,
            plaatsing=sum(row.spoor != RELATION for row in mine),
            relatie=sum(row.spoor == RELATION for row in mine),
            oudste=min(row.gepland_op for row in mine),
        )
        for whose, mine in by_person.items()
    ]
    return tuple(
        sorted(found, key=lambda row: (-row.plaatsing - row.relatie, row.oudste, row.medewerker or ""))
    )
