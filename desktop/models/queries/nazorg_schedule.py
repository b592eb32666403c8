"""The region's schedule, what it proposes for a placement, and the quality figure of what employers said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.queries.medewerker import names
from desktop.models.queries.nazorg import regiehouders, van_plaatsing
from desktop.models.queries.nazorg_rows import (
    KwaliteitRij,
    NazorgregelRij,
    NazorgRij,
    Nazorgvoorstel,
    VoorstelRegel,
)
from desktop.models.queries.pending import touched
from desktop.models.rules.instrument import OPEN
from desktop.models.rules.nazorg import (
    DONE,
    DROPPED,
    PLANNED,
    RELATION,
    Placement,
    Used,
    line_of,
    propose,
)
from desktop.models.tables import (
    Instrument,
    InstrumentInzet,
    Nazorgactie,
    Nazorgregel,
    Plaatsing,
    Werkgever,
)

FEWEST = 5
"""Under so many answers a figure is not told."""
GOOD = 4


def regels(session: Session) -> tuple[NazorgregelRij, ...]:
    """The schedule in its own order."""
    query = select(Nazorgregel).where(Nazorgregel.verwijderd_op.is_(None))
    rows = session.scalars(query.order_by(Nazorgregel.volgorde, Nazorgregel.code)).all()
    waiting = touched(session, "nazorgregel", [row.id for row in rows])
    return tuple(_line(row, row.id in waiting) for row in rows)


def _line(row: Nazorgregel, waits: bool) -> NazorgregelRij:
    only = row.alleen_bij or {}
    return NazorgregelRij(
        id=row.id,
        code=row.code,
        spoor=row.spoor,
        naam=row.naam,
        anker=row.anker,
        na_regel=row.na_regel,
        verschuiving=row.verschuiving,
        eenheid=row.eenheid,
        herhaal_maanden=row.herhaal_maanden,
        soorten=tuple(only.get("soorten", ())),
        contract=tuple(only.get("contract", ())),
        instrumenten=tuple(only.get("instrumenten", ())),
        forfait=only.get("forfait"),
        duur_minimaal=only.get("duur_minimaal"),
        actief=row.actief,
        volgorde=row.volgorde,
        bron=row.bron,
        versie=row.versie,
        wacht=waits,
    )


def voorstel(session: Session, plaatsing_id: str, today: date) -> Nazorgvoorstel | None:
    """What the schedule proposes that is not planned or done yet; None for a placement that is not here."""
    plaatsing = session.get(Plaatsing, plaatsing_id)
    if plaatsing is None or plaatsing.verwijderd_op is not None:
        return None
    known = [row for row in van_plaatsing(session, plaatsing_id) if row.status != DROPPED]
    planned = {row.regel for row in known if row.regel}
    lines = session.scalars(
        select(Nazorgregel).where(Nazorgregel.actief, Nazorgregel.verwijderd_op.is_(None))
    )
    placement = Placement(plaatsing.start, plaatsing.soort, plaatsing.contract, plaatsing.verwachte_einddatum)
    found = propose(placement, _used(session, plaatsing_id), map(line_of, lines), _fixed(known))
    holder = regiehouders(session, [plaatsing.werkgever_id]).get(plaatsing.werkgever_id)
    who = names(session)
    proposed = []
    for one in found:
        if one.regel not in planned:
            whose = holder if one.spoor == RELATION else plaatsing.bemiddelaar_id
            name = who.get(whose) if whose else None
            proposed.append(
                VoorstelRegel(
                    one.regel, one.spoor, one.naam, one.datum, whose, name, one.bron, one.datum < today
                )
            )
    return Nazorgvoorstel(plaatsing_id, tuple(proposed), len(known))


def _fixed(known: Sequence[NazorgRij]) -> dict[str, date]:
    touched_ones = [
        row for row in known if row.regel and (row.status != PLANNED or row.aangepast or row.pogingen)
    ]
    return {row.regel or "": row.gepland_op for row in touched_ones}


def _used(session: Session, plaatsing_id: str) -> list[Used]:
    query = (
        select(InstrumentInzet, Instrument.code)
        .join(Instrument, Instrument.id == InstrumentInzet.instrument_id)
        .where(
            InstrumentInzet.plaatsing_id == plaatsing_id,
            InstrumentInzet.verwijderd_op.is_(None),
            InstrumentInzet.status.in_(sorted(OPEN | {"beeindigd"})),
        )
        .order_by(InstrumentInzet.id)
    )
    return [Used(code, row.start, row.einde, row.forfait) for row, code in session.execute(query)]


def kwaliteit(
    session: Session, van: date, tot: date, per: str | None = None, werkgever_id: str | None = None
) -> tuple[KwaliteitRij, ...]:
    """Whether employers feel supported, of talks done in a period (both days included).

    `per`: None for one figure of all, kwartaal, or werkgever.
    """
    query = (
        select(Nazorgactie.steun, Nazorgactie.uitgevoerd_op, Werkgever.naam, Werkgever.id)
        .join(Werkgever, Werkgever.id == Nazorgactie.werkgever_id)
        .where(
            Nazorgactie.spoor == RELATION,
            Nazorgactie.status == DONE,
            Nazorgactie.steun.is_not(None),
            Nazorgactie.uitgevoerd_op.between(van, tot),
            Nazorgactie.verwijderd_op.is_(None),
        )
    )
    if werkgever_id is not None:
        query = query.where(Nazorgactie.werkgever_id == werkgever_id)
    groups: dict[tuple[str, str], list[int]] = {} if per else {("", ""): []}
    for row in session.execute(query):
        key = ("", "")
        if per == "kwartaal":
            key = (f"{row.uitgevoerd_op.year}-{(row.uitgevoerd_op.month + 2) // 3}", "")
        elif per == "werkgever":
            key = (row.naam, row.id)
        groups.setdefault(key, []).append(row.steun)
    return tuple(_figure(key[0] or None, answers) for key, answers in sorted(groups.items()))


def _figure(group: str | None, answers: Sequence[int]) -> KwaliteitRij:
    if len(answers) < FEWEST:
        return KwaliteitRij(group, None, None, None, onderdrukt=True)
    good = sum(answer >= GOOD for answer in answers)
    return KwaliteitRij(
        group,
        len(answers),
        round(sum(answers) / len(answers), 2),
        round(good / len(answers), 3),
        onderdrukt=False,
    )
