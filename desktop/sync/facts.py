"""Small facts of this laptop, kept in its own database: who, which centre and epoch, the last sync."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

from desktop.frozen import dataclass
from desktop.models.context import Actor
from desktop.models.tables.base import instant_text

if TYPE_CHECKING:
    from desktop.sync.protocol import Who

ENROLLING = "aanmelding"


@dataclass(frozen=True, slots=True)
class Identity:
    """The signed-in person and region as the centre last said."""

    actor: Actor
    regio: str
    oefen: bool


def get(connection: Connection, name: str) -> str | None:
    """One fact as text."""
    row = connection.exec_driver_sql("SELECT waarde FROM eigenschap WHERE naam = ?", (name,)).first()
    return None if row is None else row.waarde


def put(connection: Connection, **facts: str | None) -> None:
    """Writes facts over what was there."""
    connection.exec_driver_sql(
        "INSERT INTO eigenschap (naam, waarde) VALUES (?, ?) "
        "ON CONFLICT (naam) DO UPDATE SET waarde = excluded.waarde WHERE waarde IS NOT excluded.waarde",
        list(facts.items()),
    )


def is_filled(connection: Connection) -> bool:
    """Whether the first fill of this laptop is in, so that what rows refer to is here."""
    here = connection.exec_driver_sql("SELECT 1 FROM bucket_cursor WHERE bucket = 'regio'").first()
    return here is not None and get(connection, "vult") != "1"


def enrolling_as(connection: Connection, code: str, fresh: str) -> str:
    """The id of this laptop for this code: the one it asked with before, when the answer was lost then."""
    signs = "".join(sign for sign in code.upper() if sign.isalnum())
    mark = hashlib.sha256(signs.encode()).hexdigest()
    before, _, laptop_id = (get(connection, ENROLLING) or "").partition("/")
    if before == mark:
        return laptop_id
    put(connection, **{ENROLLING: f"{mark}/{fresh}"})
    return fresh


def everything(connection: Connection) -> dict[str, str]:
    """All facts that have a value."""
    rows = connection.exec_driver_sql("SELECT naam, waarde FROM eigenschap WHERE waarde IS NOT NULL")
    return {row.naam: row.waarde for row in rows}


def of_person(who: Who) -> dict[str, str]:
    """What the centre says of whom this laptop belongs to, by the names under which it is kept."""
    return {
        "medewerker_id": who.medewerker_id,
        "medewerker": who.naam,
        "rol": who.rol,
        "regio_id": who.regio_id,
        "regio": who.regio,
        "oefen": "1" if who.oefen else "0",
    }


def put_identity(connection: Connection, who: Who) -> None:
    """Keeps who this laptop belongs to."""
    put(connection, **of_person(who))


def identity(connection: Connection) -> Identity | None:
    """None before anyone signed in."""
    known = everything(connection)
    medewerker_id = known.get("medewerker_id")
    if not medewerker_id:
        return None
    naam, rol, regio_id = (known.get(name, "") for name in ("medewerker", "rol", "regio_id"))
    actor = Actor(medewerker_id, naam, rol, regio_id)
    return Identity(actor, known.get("regio", ""), known.get("oefen") == "1")


def last_sync(connection: Connection) -> datetime | None:
    """When the last whole round ended."""
    value = get(connection, "bijgewerkt_op")
    return datetime.fromisoformat(value) if value else None


def put_last_sync(connection: Connection, moment: datetime) -> None:
    """A whole round ended."""
    put(connection, bijgewerkt_op=instant_text(moment))


def bucket_totals(connection: Connection) -> dict[str, tuple[int, int]]:
    """Count and hash per bucket as they were kept with each round."""
    rows = connection.execute(text("SELECT bucket, aantal, hash FROM bucket_cursor"))
    return {row.bucket: (row.aantal, row.hash) for row in rows}
