"""The one order of everything that happened at a werkgever, over tables that place it in different ways.

A contact has a day and perhaps a time, an agreement a day only, a change an instant. Each entry has a key;
keys sort as text, and what comes before a key is a condition for each of the three. So a page is read by
key, and rows that arrive meanwhile move nothing. Touches no table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, or_, true

from desktop.models.context import REGION_TIME

SECOND_PASS = "Z"  # noqa: S105 (the mark of the hour that comes twice when summer time ends)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """`clock` is HH:MM:SS in the region, or empty when only the day is known: that sorts lowest."""

    dag: str
    clock: str
    rank: int
    id: str

    def text(self) -> str:
        """As it travels to the screen and back."""
        return f"{self.dag}T{self.clock}|{self.rank}|{self.id}"

    @property
    def day(self) -> date:
        return date.fromisoformat(self.dag)

    @property
    def shown(self) -> str | None:
        """The time as a person reads it."""
        return self.clock.replace(SECOND_PASS, "")[:5] or None


def parse(text: str) -> Key:
    """The key of an entry from its text."""
    moment, rank, row_id = text.split("|", 2)
    day, _, clock = moment.partition("T")
    return Key(day, clock, int(rank), row_id)


def of_day(day: date, tijd: str | None, rank: int, row_id: str) -> Key:
    """An entry with a day, and perhaps a time HH:MM."""
    return Key(day.isoformat(), f"{tijd}:00" if tijd else "", rank, row_id)


def of_instant(moment: datetime, rank: int, row_id: str) -> Key:
    """An entry with an instant. In the hour that comes twice the second pass sorts after the first."""
    local = moment.astimezone(REGION_TIME)
    clock = local.strftime("%H:%M:%S")
    if local.fold:
        clock = f"{clock[:2]}{SECOND_PASS}{clock[2:]}"
    return Key(local.date().isoformat(), clock, rank, row_id)


Rows = Mapping[Key, Any]


def by_id(keys: Sequence[Key], rows: Iterable[Any]) -> Rows:
    """Each key with the row that has its id."""
    found = {row.id: row for row in rows}
    return {key: found[key.id] for key in keys if key.id in found}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which keys of one source: those of this werkgever `below` a key (None: from the newest)."""

    werkgever_id: str
    below: Key | None
    rank: int
    limit: int
    with_contacts: bool


def before_by_day(column: Any, row_id: Any, asked: Asked) -> ColumnElement[bool]:
    """Rows that only have a day."""
    key = asked.below
    if key is None:
        return true()
    tie = true() if key.clock else _tie(row_id, asked.rank, key)
    return or_(column < key.day, and_(column == key.day, tie))


def before_by_time(column: Any, tijd: Any, row_id: Any, asked: Asked) -> ColumnElement[bool]:
    """Rows with a day and a column HH:MM that may be empty."""
    key = asked.below
    if key is None:
        return true()
    clock = func.coalesce(tijd + ":00", "")
    tie = and_(clock == key.clock, _tie(row_id, asked.rank, key))
    return or_(column < key.day, and_(column == key.day, or_(clock < key.clock, tie)))


def before_by_instant(column: Any, row_id: Any, asked: Asked) -> ColumnElement[bool]:
    """Rows with an instant."""
    key = asked.below
    if key is None:
        return true()
    moment = instant_of(key)
    tie = _tie(row_id, asked.rank, key) if key.clock else false()
    return or_(column < moment, and_(column == moment, tie))


def _tie(row_id: Any, rank: int, key: Key) -> ColumnElement[bool]:
    """Among entries of one moment the rank decides, then the id."""
    if rank == key.rank:
        return row_id < key.id  # type: ignore[no-any-return]
    return true() if rank < key.rank else false()


def instant_of(key: Key) -> datetime:
    """The moment of a key; without a time the first one of its day."""
    clock = time.fromisoformat(key.clock.replace(SECOND_PASS, "") or "00:00:00")
    local = datetime.combine(key.day, clock, REGION_TIME).replace(fold=int(SECOND_PASS in key.clock))
    return local.astimezone(UTC)
