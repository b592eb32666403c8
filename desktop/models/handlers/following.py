"""What follows from a row follows too when a field of it is set apart from its own command.

An answer in the inbox, or taking one back, sets one field: milestones, nazorg, the profile and the state of a
vacature must say the same afterwards, as they do after the command itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop.models.handlers import inzet, placement_changed, profiel, vacature
from desktop.models.handlers.mijlpaal import last_day_of, reckon
from desktop.models.handlers.voordracht import settle_vacature
from desktop.models.rules.plaatsing import Still, require_end, require_period, until
from desktop.models.rules.werkgever import search_name
from desktop.models.tables import (
    InstrumentInzet,
    Kandidaat,
    Mijlpaal,
    Onderbreking,
    Plaatsing,
    Synced,
    Vacature,
    Voordracht,
    Werkgever,
)
from desktop.models.work import Work


def follow(work: Work, row: Synced) -> None:
    """Raises `Weigering` where the field does not fit the rest of the row."""
    after = _AFTER.get(type(row))
    if after is not None:
        after(work, row)


def _werkgever(_work: Work, row: Werkgever) -> None:
    row.zoeknaam = search_name(row.naam)


def _placement(work: Work, row: Plaatsing) -> None:
    for last_day in filter(None, (row.verwachte_einddatum, last_day_of(row))):
        require_end(row.start, last_day)
    placement_changed.follow(work, row)


def _milestone(work: Work, row: Mijlpaal) -> None:
    """What the rows prove goes before an answer too: unknown is never success."""
    placement = work.get(Plaatsing, row.plaatsing_id)
    if placement is not None:
        reckon(work, placement)


def _still(work: Work, row: Onderbreking) -> None:
    placement = work.get(Plaatsing, row.plaatsing_id)
    if placement is not None:
        last_day = last_day_of(placement)
        require_period(placement.start, row.van, until(Still(row.van, row.tot), last_day).tot, last_day)
        reckon(work, placement)


_AFTER: Mapping[type[Synced], Callable[[Work, Any], object]] = {
    Werkgever: _werkgever,
    Kandidaat: profiel.follow,
    Plaatsing: _placement,
    Mijlpaal: _milestone,
    Onderbreking: _still,
    Voordracht: lambda work, row: settle_vacature(work, row.vacature_id),
    Vacature: vacature.follow,
    InstrumentInzet: inzet.follow_days,
}
