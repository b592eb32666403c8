"""The laptops of the region for whoever looks after the centre. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.tables import Medewerker
from desktop.models.tables.centre import Laptop


@dataclass(frozen=True, slots=True)
class LaptopRij:
    """`openstaand`: commands that waited on the laptop when it was last seen."""

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


def laptops(session: Session) -> tuple[LaptopRij, ...]:
    """By person, then by enrolment."""
    query = (
        select(Laptop, Medewerker)
        .join(Medewerker, Medewerker.id == Laptop.medewerker_id)
        .order_by(Medewerker.naam, Laptop.aangemeld_op, Laptop.id)
    )
    return tuple(
        LaptopRij(
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
        )
        for laptop, person in session.execute(query)
    )
