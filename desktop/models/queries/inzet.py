"""Instruments used for candidates and the administration that follows, as far as this database holds them."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop.models.queries import references
from desktop.models.queries.instrument_rows import InstrumentTaakRij, InzetRij
from desktop.models.queries.medewerker import names
from desktop.models.queries.own_candidates import called, served_by
from desktop.models.queries.pending import touched
from desktop.models.rules.instrument import OPEN
from desktop.models.tables import Instrument, InstrumentInzet, InstrumentTaak, Plaatsing, Werkgever

TO_DO = "te_doen"
SOON = 30


def inzetten(
    session: Session, kandidaat_id: str | None = None, plaatsing_id: str | None = None
) -> tuple[InzetRij, ...]:
    """Instruments of a candidate or of a placement, the newest first."""
    which = [InstrumentInzet.kandidaat_id == kandidaat_id] if kandidaat_id else []
    which += [InstrumentInzet.plaatsing_id == plaatsing_id] if plaatsing_id else []
    return inzetten_where(session, *which)


def aflopend(session: Session, me: str, today: date, dagen: int = SOON) -> tuple[InzetRij, ...]:
    """What runs for candidates of this person and ends within so many days, or ended without a word."""
    found = inzetten_where(
        session,
        InstrumentInzet.kandidaat_id.in_(served_by(me, today)),
        InstrumentInzet.status.in_(sorted(OPEN)),
        InstrumentInzet.einde <= today + timedelta(days=dagen),
    )
    return tuple(sorted(found, key=lambda row: (row.einde or today, row.id)))


def inzetten_where(session: Session, *which: ColumnElement[bool]) -> tuple[InzetRij, ...]:
    """Those that meet all of this."""
    query = (
        select(InstrumentInzet, Instrument.code, Instrument.naam, Werkgever.id, Werkgever.naam)
        .join(Instrument, Instrument.id == InstrumentInzet.instrument_id)
        .outerjoin(Plaatsing, Plaatsing.id == InstrumentInzet.plaatsing_id)
        .outerjoin(Werkgever, Werkgever.id == Plaatsing.werkgever_id)
        .where(InstrumentInzet.verwijderd_op.is_(None), *which)
        .order_by(InstrumentInzet.aangemaakt_op.desc(), InstrumentInzet.id)
    )
    rows = session.execute(query).all()
    who = names(session)
    people = called(session, {row.kandidaat_id for row, *_ in rows})
    waiting = touched(session, "instrument_inzet", [row.id for row, *_ in rows])
    placed = references.placements(session, [row.plaatsing_id for row, *_ in rows])
    return tuple(
        InzetRij(
            id=row.id,
            kandidaat_id=row.kandidaat_id,
            kandidaat=people.get(row.kandidaat_id, ""),
            plaatsing_id=row.plaatsing_id,
            plaatsing=placed.get(row.plaatsing_id or ""),
            werkgever_id=werkgever_id,
            werkgever=werkgever,
            instrument_id=row.instrument_id,
            code=code,
            instrument=naam,
            verstrekker=row.verstrekker,
            uitvoerder_id=row.uitvoerder_id,
            uitvoerder=who.get(row.uitvoerder_id, ""),
            status=row.status,
            aangevraagd_op=row.aangevraagd_op,
            toegekend_op=row.toegekend_op,
            start=row.start,
            einde=row.einde,
            loonwaarde_pct=row.loonwaarde_pct,
            forfait=row.forfait,
            toelichting=row.toelichting,
            versie=row.versie,
            wacht=row.id in waiting,
        )
        for row, code, naam, werkgever_id, werkgever in rows
    )


def taken(
    session: Session,
    kandidaat_id: str | None = None,
    plaatsing_id: str | None = None,
    alleen_open: bool = False,
) -> tuple[InstrumentTaakRij, ...]:
    """Administration of a candidate or of a placement, by deadline."""
    which = [InstrumentTaak.kandidaat_id == kandidaat_id] if kandidaat_id else []
    which += [InstrumentTaak.plaatsing_id == plaatsing_id] if plaatsing_id else []
    which += [InstrumentTaak.status == TO_DO] if alleen_open else []
    return taken_where(session, *which)


def taken_te_doen(session: Session, me: str, today: date, dagen: int = 7) -> tuple[InstrumentTaakRij, ...]:
    """What is to be done for candidates of this person within so many days, overdue first."""
    return taken_where(
        session,
        InstrumentTaak.kandidaat_id.in_(served_by(me, today)),
        InstrumentTaak.status == TO_DO,
        InstrumentTaak.deadline <= today + timedelta(days=dagen),
    )


def taken_where(session: Session, *which: ColumnElement[bool]) -> tuple[InstrumentTaakRij, ...]:
    """Those that meet all of this, by deadline; without one last."""
    query = (
        select(InstrumentTaak, Instrument.naam, Werkgever.id, Werkgever.naam)
        .join(InstrumentInzet, InstrumentInzet.id == InstrumentTaak.inzet_id)
        .join(Instrument, Instrument.id == InstrumentInzet.instrument_id)
        .outerjoin(Plaatsing, Plaatsing.id == InstrumentTaak.plaatsing_id)
        .outerjoin(Werkgever, Werkgever.id == Plaatsing.werkgever_id)
        .where(InstrumentTaak.verwijderd_op.is_(None), InstrumentInzet.verwijderd_op.is_(None), *which)
        .order_by(InstrumentTaak.deadline.asc().nulls_last(), InstrumentTaak.id)
    )
    rows = session.execute(query).all()
    who = names(session)
    people = called(session, {row.kandidaat_id for row, *_ in rows})
    waiting = touched(session, "instrument_taak", [row.id for row, *_ in rows])
    placed = references.placements(session, [row.plaatsing_id for row, *_ in rows])
    used = references.uses(session, [row.inzet_id for row, *_ in rows])
    return tuple(
        InstrumentTaakRij(
            id=row.id,
            inzet_id=row.inzet_id,
            inzet=used.get(row.inzet_id),
            kandidaat_id=row.kandidaat_id,
            kandidaat=people.get(row.kandidaat_id, ""),
            plaatsing_id=row.plaatsing_id,
            plaatsing=placed.get(row.plaatsing_id or ""),
            werkgever_id=werkgever_id,
            werkgever=werkgever,
            instrument=naam,
            taak=row.taak,
            wat=row.wat,
            uitvoerder_id=row.uitvoerder_id,
            uitvoerder=who.get(row.uitvoerder_id, ""),
            deadline=row.deadline,
            status=row.status,
            afgerond_op=row.afgerond_op,
            wacht=row.id in waiting,
        )
        for row, naam, werkgever_id, werkgever in rows
    )
