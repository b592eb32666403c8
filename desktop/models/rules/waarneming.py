"""R7: who may stand in for whom, how long, and who did on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from desktop.models.errors import Weigering
from desktop.models.rights import decides_for_others, ends_for_others, may_hold_regie


class StandIn(Protocol):
    """Somebody stands in from `van` up to and including `tot` (R7); without a werkgever for everything."""

    @property
    def voor_id(self) -> str: ...
    @property
    def waarnemer_id(self) -> str: ...
    @property
    def werkgever_id(self) -> str | None: ...
    @property
    def van(self) -> date: ...
    @property
    def tot(self) -> date: ...


S = TypeVar("S", bound=StandIn)


def may_arrange(voor_id: str, voor_rol: str, voor: str, actor_id: str, rol: str) -> None:
    """Everyone for himself, the teamleider for anyone; only an accountmanager has a regie to look after."""
    if actor_id != voor_id and not decides_for_others(rol):
        raise Weigering("waarneming_alleen_eigen")
    if not may_hold_regie(voor_rol):
        raise Weigering("regie_alleen_accountmanager", naam=voor)


def may_stand_in(rol: str, naam: str, actief: bool, same: bool) -> None:
    """A waarnemer does the work of an accountmanager, so it is one; and another one."""
    if same:
        raise Weigering("waarnemer_zelfde")
    if not may_hold_regie(rol):
        raise Weigering("waarnemer_geen_accountmanager", naam=naam)
    if not actief:
        raise Weigering("medewerker_niet_actief", naam=naam)


def may_end(voor_id: str, waarnemer_id: str, actor_id: str, rol: str) -> None:
    """Both of them, the teamleider, and the centre when the period is over."""
    if actor_id not in (voor_id, waarnemer_id) and not ends_for_others(rol):
        raise Weigering("waarneming_van_ander")


def check_period(van: date, tot: date) -> None:
    """It has an end, and that is within a year."""
    if tot < van:
        raise Weigering("waarneming_eindigt_voor_begin", van=van.isoformat())
    if tot > (last := a_year_after(van)):
        raise Weigering("waarneming_te_lang", laatste=last.isoformat())


def a_year_after(day: date) -> date:
    """The same day a year later; of 29 February the 28th, and in the last year of all its end."""
    if day.year == date.max.year:
        return date.max
    day = day.replace(day=28) if (day.month, day.day) == (2, 29) else day
    return day.replace(year=day.year + 1)


def overlapping(rows: Iterable[S], werkgever_ids: frozenset[str], van: date, tot: date) -> S | None:
    """One of these that is for the same werkgevers in the same days. No werkgevers is all of them."""
    for row in rows:
        same_days = row.van <= tot and van <= row.tot
        if same_days and (not werkgever_ids or row.werkgever_id is None or row.werkgever_id in werkgever_ids):
            return row
    return None


def standing_in(rows: Iterable[StandIn], holder_id: str, werkgever_id: str, day: date) -> frozenset[str]:
    """Who stood in for this regiehouder at this werkgever on this day."""
    return frozenset(
        row.waarnemer_id
        for row in rows
        if row.voor_id == holder_id and row.werkgever_id in (None, werkgever_id) and row.van <= day <= row.tot
    )
