"""The history of fields: who changed what, old → new, as it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.queries import references
from desktop.models.queries.medewerker import names
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.models.tables import Contactnotitie, Veldwijziging


def veldwijzigingen(
    session: Session, werkgever_id: str | None, limiet: int | None = 500
) -> tuple[VeldwijzigingRij, ...]:
    """The history of this werkgever's fields, the newest first; what notes said before is left out.

    None: of all werkgevers, with notes where this person may read what they said.
    """
    query = (
        select(Veldwijziging)
        .where(Veldwijziging.verwijderd_op.is_(None))
        .order_by(Veldwijziging.aangemaakt_op.desc(), Veldwijziging.id)
        .limit(limiet)
    )
    if werkgever_id:
        query = query.where(
            Veldwijziging.werkgever_id == werkgever_id, Veldwijziging.tabel != Contactnotitie.__tablename__
        )
    return as_rows(session, session.scalars(query))


def as_rows(session: Session, changes: Iterable[Veldwijziging]) -> tuple[VeldwijzigingRij, ...]:
    """These changes in their order, with the readable names of what and who they refer to."""
    found = list(changes)
    if not found:
        return ()
    called = _called(session, found)
    employers = references.employers(session, [row.werkgever_id for row in found])
    candidates = references.candidates(session, [row.kandidaat_id for row in found])
    return tuple(
        VeldwijzigingRij(
            id=row.id,
            werkgever_id=row.werkgever_id,
            werkgever=employers.get(row.werkgever_id or ""),
            tabel=row.tabel,
            veld=row.veld,
            oud=_spoken(row.oud, called),
            nieuw=_spoken(row.nieuw, called),
            door=called.get(row.aangemaakt_door, ""),
            op=row.aangemaakt_op,
            rij_id=row.rij_id,
            samen_met=called.get(row.samen_met_id) if row.samen_met_id else None,
            kandidaat_id=row.kandidaat_id,
            kandidaat=candidates.get(row.kandidaat_id or ""),
        )
        for row in found
    )


_REFERS: Mapping[str, Callable[[Session, references.Ids], Mapping[str, str]]] = {
    "formele_werkgever_id": references.employers,
    "vacature_id": references.vacancies,
    "vestiging_id": references.places,
    "contactpersoon_ids": references.persons,
}
"""Field that refers to something → what that is called. Colleagues are known without asking."""


def _called(session: Session, rows: Sequence[Veldwijziging]) -> Mapping[str, str]:
    """Id → name of what the changed fields refer to."""
    found = names(session)
    for veld, called in _REFERS.items():
        values = [value for row in rows if row.veld == veld for value in (row.oud, row.nieuw)]
        ids = [one for value in values for one in (value if isinstance(value, list) else [value])]
        found |= called(session, ids)
    return found


def _spoken(value: Any, called: Mapping[str, str]) -> str | None:
    if value is None:
        return None
    parts = value if isinstance(value, list) else [value]
    return ", ".join(called.get(str(part), str(part)) for part in parts)
