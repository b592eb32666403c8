"""What waits to be sent, with what each command is about and which fields it changes, old → new.

Only on a laptop: the centre has no outbox.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.context import derive_id
from desktop.models.queries import pending
from desktop.models.queries.afstemming_rows import OpdrachtRij
from desktop.models.queries.day_rows import WachtRegel
from desktop.models.queries.veldwijziging import as_rows
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.models.tables import (
    Actie,
    Afspraak,
    Afstemming,
    Base,
    BewaardeLijst,
    Contactmoment,
    Contactpersoon,
    Onderbreking,
    Overdracht,
    Partner,
    Plaatsing,
    Vacature,
    Veldwijziging,
    Vestiging,
    Voordracht,
    Werkgever,
    Werkgeversvraag,
)
from desktop.models.tables.laptop import BeforeImage

# The argument that names what a command is about: its table, and the column that says it in words.
_SUBJECTS: Mapping[str, tuple[type[Base], str | None]] = {
    "contactpersoon_id": (Contactpersoon, "naam"),
    "actie_id": (Actie, "gevraagde_handeling"),
    "contactverzoek_id": (Actie, "gevraagde_handeling"),
    "afspraak_id": (Afspraak, "inhoud"),
    "contactmoment_id": (Contactmoment, None),
    "vestiging_id": (Vestiging, "naam"),
    "overdracht_id": (Overdracht, None),
    "afstemming_id": (Afstemming, None),
    "lijst_id": (BewaardeLijst, "naam"),
    "partner_id": (Partner, "naam"),
    "vacature_id": (Vacature, "naam"),
    "werkgeversvraag_id": (Werkgeversvraag, None),
    "voordracht_id": (Voordracht, None),
    "plaatsing_id": (Plaatsing, "nummer"),
    "onderbreking_id": (Onderbreking, None),
}


@dataclass(frozen=True, slots=True)
class _About:
    """What the commands are about: words, werkgever and its name, by id of the row."""

    words: Mapping[str, str | None] = field(default_factory=dict)
    werkgevers: Mapping[str, str | None] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


def waiting(session: Session) -> tuple[WachtRegel, ...]:
    """In the order of sending."""
    return lines(session, pending.commands(session), _changes(session))


def lines(
    session: Session, rows: Sequence[OpdrachtRij], changes: Sequence[VeldwijzigingRij]
) -> tuple[WachtRegel, ...]:
    """Each command with what it is about, in the same order."""
    about = _about(session, rows)
    made = {str(row.argumenten["id"]): row.uuid for row in rows if row.argumenten.get("id")}
    return tuple(replace(_line(row, about, changes), bouwt_op=_ground(row, made)) for row in rows)


def _ground(row: OpdrachtRij, made: Mapping[str, str]) -> str | None:
    """The command among these that made a row which this one speaks of."""
    named = (str(value) for name, value in row.argumenten.items() if name != "id" and isinstance(value, str))
    return next((made[value] for value in named if value in made), None)


def _line(row: OpdrachtRij, about: _About, changes: Sequence[VeldwijzigingRij]) -> WachtRegel:
    subject = _subject_id(row)
    werkgever_id = row.werkgever_id or about.werkgevers.get(subject or "")
    own = tuple(one for one in changes if one.id == derive_id(row.uuid, "veld", one.rij_id, one.veld))
    return WachtRegel(
        opdracht=row,
        onderwerp=about.words.get(subject or ""),
        werkgever_id=werkgever_id,
        werkgever=row.werkgever or about.names.get(werkgever_id or ""),
        wijzigingen=own,
    )


def _subject_id(row: OpdrachtRij) -> str | None:
    if "werkgever_id" in row.argumenten:
        return None
    return next((str(row.argumenten[name]) for name in _SUBJECTS if row.argumenten.get(name)), None)


def _about(session: Session, rows: Iterable[OpdrachtRij]) -> _About:
    words: dict[str, str | None] = {}
    werkgevers: dict[str, str | None] = {}
    for name, (cls, column) in _SUBJECTS.items():
        ids = {str(row.argumenten[name]) for row in rows if row.argumenten.get(name)}
        for found in _load(session, cls, ids):
            words[found.id] = getattr(found, column) if column else None
            werkgevers[found.id] = getattr(found, "werkgever_id", None)
    wanted = {one for one in werkgevers.values() if one}
    return _About(words, werkgevers, {one.id: one.naam for one in _load(session, Werkgever, wanted)})


def _load(session: Session, cls: type[Base], ids: set[str]) -> list[Any]:
    wanted = sorted(ids)
    found: list[Any] = []
    for start in range(0, len(wanted), 500):
        query = select(cls).where(cls.id.in_(wanted[start : start + 500]))  # type: ignore[attr-defined]
        found += session.scalars(query)
    return found


def _changes(session: Session) -> tuple[VeldwijzigingRij, ...]:
    """Changes of fields that were made here and that the centre has not confirmed."""
    made_here = select(BeforeImage.rij_id).where(
        BeforeImage.tabel == Veldwijziging.__tablename__, BeforeImage.beeld.is_(None)
    )
    return as_rows(session, session.scalars(select(Veldwijziging).where(Veldwijziging.id.in_(made_here))))
