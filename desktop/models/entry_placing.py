"""Entry checks of voordrachten and placements: see `entry`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from desktop.models.commands.base import Command
from desktop.models.commands.plaatsing import (
    BeeindigPlaatsing,
    LaatPlaatsingVervallen,
    RegistreerPlaatsing,
    WijzigPlaatsing,
)
from desktop.models.commands.voordracht import DoeVoordracht, WerkVoordrachtBij
from desktop.models.errors import Weigering
from desktop.models.work import Work

Refused = dict[str, Weigering]

OLDEST_CONTACT = date(1950, 1, 1)
FURTHEST_START = timedelta(days=2 * 366)
CODE_FIELDS: Mapping[tuple[type[Command], str], str] = {
    **{
        (cls, "kanaal"): "kanaal"
        for cls in (DoeVoordracht, WerkVoordrachtBij, RegistreerPlaatsing, BeeindigPlaatsing)
    },
    (WerkVoordrachtBij, "reden"): "voordracht_reden",
    (BeeindigPlaatsing, "reden"): "plaatsing_einde",
    (LaatPlaatsingVervallen, "reden"): "plaatsing_einde",
}


def day_that_was(work: Work, day: date | None) -> Refused:
    """A clock may be a day wrong; a contact in the future, or before anybody here worked, is a slip."""
    if day is None:
        return {}
    if day < OLDEST_CONTACT:
        return {"datum": Weigering("datum_te_lang_geleden", datum=day.isoformat())}
    if day <= work.context.dag + timedelta(days=1):
        return {}
    return {"datum": Weigering("datum_in_toekomst", datum=day.isoformat())}


def _last_day(work: Work, command: BeeindigPlaatsing) -> Refused:
    """The real end is a day that was; one that is agreed for later is the expected end."""
    if command.einddatum <= work.context.dag + timedelta(days=1):
        return {}
    return {"einddatum": Weigering("plaatsing_einde_nog_niet", datum=command.einddatum.isoformat())}


def _start(work: Work, command: RegistreerPlaatsing | WijzigPlaatsing) -> Refused:
    """Agreed for later is common, for years later a slip; so is a day before anybody here worked."""
    day, today = command.start, work.context.dag
    if day is None or OLDEST_CONTACT <= day <= today + FURTHEST_START:
        return {}
    return {"start": Weigering("plaatsing_start_onwaarschijnlijk", datum=day.isoformat())}


CHECKS: Mapping[type[Command], Callable[[Work, Any], Refused]] = {
    DoeVoordracht: lambda work, command: day_that_was(work, command.datum),
    WerkVoordrachtBij: lambda work, command: day_that_was(work, command.datum),
    RegistreerPlaatsing: _start,
    WijzigPlaatsing: _start,
    BeeindigPlaatsing: _last_day,
}
