"""The laptops of the region for whoever looks after the centre. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.models.context import Actor
from desktop.models.rights import buckets_of
from desktop.models.tables import Medewerker
from desktop.models.tables.centre import Laptop, Regio

ACTIVE, REVOKED, WIPED = STATES = ("actief", "ingetrokken", "gewist")


@dataclass(frozen=True, slots=True)
class LaptopRij:
    """`openstaand`: commands that waited on the laptop when it was last seen. `toestand` is one of `STATES`.

    `toegang` tells its token from others, as its own screen does. `lease_tot`: it opens without the centre
    until then at the latest; None when it has no lease. `buckets`: what it may hold.
    """

    id: str
    medewerker_id: str
    medewerker: str
    rol: str
    actief: bool
    versie: str | None
    openstaand: int
    aangemeld_op: datetime
    laatst_gezien: datetime | None
    ingetrokken_op: datetime | None
    gewist_op: datetime | None
    toestand: str
    toegang: str
    lease_tot: datetime | None
    buckets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which laptops; everything given must hold. `stil`: not seen for so many days."""

    toestand: str | None = None
    medewerker_id: str | None = None
    stil: int | None = None
    wachtend: bool = False


EVERY = Choice()


def laptops(session: Session, now: datetime, choice: Choice = EVERY) -> tuple[LaptopRij, ...]:
    """By person, then by enrolment."""
    query = (
        select(Laptop, Medewerker, Regio.lease_dagen)
        .join(Medewerker, Medewerker.id == Laptop.medewerker_id)
        .join(Regio, Regio.id == Laptop.regio_id)
        .order_by(Medewerker.naam, Laptop.aangemeld_op, Laptop.id)
    )
    if choice.medewerker_id is not None:
        query = query.where(Laptop.medewerker_id == choice.medewerker_id)
    if choice.stil is not None:
        since = now - timedelta(days=choice.stil)
        query = query.where(or_(Laptop.laatst_gezien.is_(None), Laptop.laatst_gezien < since))
    if choice.wachtend:
        query = query.where(Laptop.openstaand > 0)
    found = (_row(laptop, person, days) for laptop, person, days in session.execute(query))
    return tuple(row for row in found if choice.toestand in (None, row.toestand))


def _row(laptop: Laptop, person: Medewerker, lease_days: int) -> LaptopRij:
    state = _state(laptop, person)
    actor = Actor(person.id, person.naam, person.rol, person.regio_id)
    leased = laptop.laatst_gezien if laptop.sleutelhelft is not None else None
    return LaptopRij(
        id=laptop.id,
        medewerker_id=person.id,
        medewerker=person.naam,
        rol=person.rol,
        actief=person.actief,
        versie=laptop.versie,
        openstaand=laptop.openstaand,
        aangemeld_op=laptop.aangemeld_op,
        laatst_gezien=laptop.laatst_gezien,
        ingetrokken_op=laptop.ingetrokken_op,
        gewist_op=laptop.gewist_op,
        toestand=state,
        toegang=laptop.token_hash[:8],
        lease_tot=leased + timedelta(days=lease_days) if leased and state == ACTIVE else None,
        buckets=buckets_of(actor) if state == ACTIVE else (),
    )


def _state(laptop: Laptop, person: Medewerker) -> str:
    if laptop.gewist_op is not None:
        return WIPED
    return REVOKED if laptop.ingetrokken_op is not None or not person.actief else ACTIVE
