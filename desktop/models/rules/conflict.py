"""When two people changed the same row: other fields merge, the same field is a question for the later one.

The first to arrive at the centre stays in the dossier; the text of the other is kept in the inbox. Pure.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop import dutch

SECOND_PLACE: Mapping[tuple[str, str], str] = {
    ("contactpersoon", "telefoon"): "telefoon_2",
    ("werkgever", "naam"): "handelsnamen",
}
"""Fields with a second place, so that both values can stay."""
RUNNING_TEXT: Mapping[tuple[str, str], int] = {
    ("contactnotitie", "notitie"): 1000,
    ("actie", "toelichting"): 1000,
}
"""Texts of which both can stay, one under the other, and how long they may be together."""
WAITS_TOO_LONG = timedelta(days=5)


@dataclass(frozen=True, slots=True)
class Merge:
    """`apply` goes into the row; `contested` fields were changed to something else by someone else."""

    apply: dict[str, Any]
    contested: dict[str, Any]


def merge_fields(
    wanted: Mapping[str, Any], current: Mapping[str, Any], changed_by_others: Collection[str]
) -> Merge:
    """Split what one person wants by what others changed since that person looked."""
    apply: dict[str, Any] = {}
    contested: dict[str, Any] = {}
    for name, value in wanted.items():
        if current[name] == value:
            continue
        (contested if name in changed_by_others else apply)[name] = value
    return Merge(apply, contested)


def both_possible(table: str | None, veld: str | None) -> bool:
    """Whether both values can stay: in a second place, or as two texts under each other."""
    return (table, veld) in SECOND_PLACE or (table, veld) in RUNNING_TEXT


def both_texts(theirs: str | None, mine: str, who: str, day: date) -> str:
    """Theirs, and under it mine with my name and the day; no marker when there is nothing to keep apart."""
    if not theirs:
        return mine
    when = dutch.long_date(day).replace(dutch.NO_BREAK, " ")
    return f"{theirs}\n\n{who}, {when}:\n{mine}"


def waits_too_long(asked: date, today: date) -> bool:
    """Whether a teamleider should hear that this question still waits."""
    return today - asked >= WAITS_TOO_LONG
