"""How a vestiging is called where it is only referred to."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.tables import Vestiging


def place_names(session: Session, ids: Collection[str]) -> dict[str, str]:
    """Id → its own name, or else its address in words."""
    wanted, found = list(ids), dict[str, str]()
    for start in range(0, len(wanted), 500):
        for row in session.scalars(select(Vestiging).where(Vestiging.id.in_(wanted[start : start + 500]))):
            found[row.id] = row.naam or _address(row)
    return found


def _address(row: Vestiging) -> str:
    street = " ".join(str(part) for part in (row.straat, row.huisnummer, row.toevoeging) if part)
    return ", ".join(part for part in (street, row.woonplaats) if part) or "hoofdvestiging"
