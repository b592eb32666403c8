"""Which werkgevers a filter leaves, and in which order: conditions that both databases understand.

What many werkgevers share is asked as a set (`IN`), because SQLite then reads one index from end to end
instead of looking each of 100,000 werkgevers up.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, and_, case, exists, func, select
from sqlalchemy.orm import Session

from desktop.frozen import dataclass
from desktop.models.queries import alphabet, waarneming
from desktop.models.queries.actie import OPEN
from desktop.models.queries.werkgever_rows import WerkgeverFilter
from desktop.models.tables import Actie, Contactmoment, Regie, Werkgever
from desktop.models.values import behind

ACTIVE = and_(Regie.werkgever_id == Werkgever.id, Regie.tot.is_(None), Regie.verwijderd_op.is_(None))
BY_NAME = "naam"


@dataclass(frozen=True, slots=True)
class Asked:
    """A filter, and who asks on which day (None: nobody stands in for anybody)."""

    keuze: WerkgeverFilter
    me: str | None
    today: date | None = None

    @property
    def is_plain(self) -> bool:
        """Nothing but a text and the order of names."""
        return replace(self.keuze, tekst="") == WerkgeverFilter()


def conditions(session: Session, asked: Asked) -> list[ColumnElement[bool]]:
    """Everything but the text; all must hold."""
    found = [Werkgever.verwijderd_op.is_(None), *by_id(session, asked, Werkgever.id), *of_row(asked.keuze)]
    if asked.keuze.geen_contact_sinds:
        found.append(~_contact_since(asked.keuze.geen_contact_sinds))
    return found


def of_each(session: Session, asked: Asked, row_id: Any) -> ColumnElement[bool]:
    """Whether one werkgever passes, asked of each apart: a few of them do not need a set of all that do."""
    keuze = asked.keuze
    found = [Werkgever.id == row_id, *of_row(keuze)]
    if keuze.mijn_regie and asked.me:
        found.append(_is_held(Regie.accountmanager_id == asked.me))
    if keuze.regiehouder_id:
        found.append(_is_held(Regie.accountmanager_id == keuze.regiehouder_id))
    if keuze.zonder_regie:
        found.append(~_is_held())
    if keuze.waargenomen:
        found.append(_is_held(waarneming.observed(_in_place_of(session, asked))))
    if keuze.met_open_acties:
        found.append(_open_tasks().where(Actie.werkgever_id == Werkgever.id).exists())
    if keuze.geen_contact_sinds:
        found.append(~_contact_since(keuze.geen_contact_sinds))
    return exists().where(*found)


def of_row(keuze: WerkgeverFilter) -> list[ColumnElement[bool]]:
    """What the werkgever's own row says."""
    found: list[ColumnElement[bool]] = []
    if keuze.gemeente_code:
        found.append(Werkgever.gemeente_code == keuze.gemeente_code)
    if keuze.segment:
        found.append(Werkgever.segment == keuze.segment)
    return found


def by_id(session: Session, asked: Asked, row_id: Any) -> list[ColumnElement[bool]]:
    """What other tables say of a werkgever with this id."""
    keuze = asked.keuze
    found: list[ColumnElement[bool]] = []
    if keuze.mijn_regie and asked.me:
        found.append(row_id.in_(_held(Regie.accountmanager_id == asked.me)))
    if keuze.regiehouder_id:
        found.append(row_id.in_(_held(Regie.accountmanager_id == keuze.regiehouder_id)))
    if keuze.zonder_regie:
        found.append(~_is_held(row_id=row_id))
    if keuze.waargenomen:
        found.append(row_id.in_(_held(waarneming.observed(_in_place_of(session, asked)))))
    if keuze.met_open_acties:
        found.append(row_id.in_(_open_tasks()))
    return found


def _held(by: ColumnElement[bool]) -> Any:
    return select(Regie.werkgever_id).where(by, Regie.tot.is_(None), Regie.verwijderd_op.is_(None))


def _is_held(*by: ColumnElement[bool], row_id: Any = Werkgever.id) -> ColumnElement[bool]:
    running = (Regie.werkgever_id == row_id, Regie.tot.is_(None), Regie.verwijderd_op.is_(None))
    return exists().where(*running, *by)


def _in_place_of(session: Session, asked: Asked) -> list[tuple[str, str | None]]:
    if asked.me is None or asked.today is None:
        return []
    return waarneming.in_place_of(session, asked.me, asked.today)


def _open_tasks() -> Any:
    return select(Actie.werkgever_id).where(Actie.status == OPEN, Actie.verwijderd_op.is_(None))


def _contact_since(day: date) -> ColumnElement[bool]:
    return exists().where(
        Contactmoment.werkgever_id == Werkgever.id,
        Contactmoment.datum >= day,
        Contactmoment.verwijderd_op.is_(None),
    )


def latest_contact() -> ScalarSelect[Any]:
    """The day of the last contact with a werkgever, by anybody."""
    return (
        select(func.max(Contactmoment.datum))
        .where(Contactmoment.werkgever_id == Werkgever.id, Contactmoment.verwijderd_op.is_(None))
        .scalar_subquery()
    )


def order(sortering: str) -> tuple[Any, ...]:
    """By name unless something else was asked; what is unknown stands last, never contacted longest ago."""
    by_name = (alphabet.by_bytes(Werkgever.zoeknaam), Werkgever.id)
    match sortering:
        case "plaats":
            return (Werkgever.plaats.is_(None), alphabet.place(Werkgever.plaats), *by_name)
        case "laatste_contact":
            return (latest_contact().desc().nulls_last(), *by_name)
        case "langst_geleden":
            return (latest_contact().asc().nulls_first(), *by_name)
        case _:
            return by_name


def begins_with(typed: str, column: Any = Werkgever.zoeknaam) -> ColumnElement[bool]:
    """Names that begin with what was typed, as a range that an index knows."""
    return and_(column >= typed, column < behind(typed))


def first_by_beginning(typed: str) -> Any:
    """Names that begin with what was typed before the others."""
    return case((Werkgever.zoeknaam.startswith(typed), 0), else_=1)
