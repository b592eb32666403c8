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
from desktop.models.tables import Voordracht
from desktop.models.work import Work

Refused = dict[str, Weigering]

OLDEST_CONTACT = date(1950, 1, 1)
FURTHEST_START = timedelta(days=2 * 366)
FURTHEST_END = timedelta(days=10 * 366)
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


def _days(work: Work, command: RegistreerPlaatsing | WijzigPlaatsing) -> Refused:
    """Agreed for later is common, for years later a slip; so is a day before anybody here worked."""
    refused: Refused = {}
    if _is_slip(work, command.start, FURTHEST_START):
        refused["start"] = Weigering("plaatsing_start_onwaarschijnlijk", datum=str(command.start))
    if _is_slip(work, command.verwachte_einddatum, FURTHEST_END):
        said = str(command.verwachte_einddatum)
        refused["verwachte_einddatum"] = Weigering("plaatsing_einde_onwaarschijnlijk", datum=said)
    return refused


def _is_slip(work: Work, day: date | None, furthest: timedelta) -> bool:
    return day is not None and not OLDEST_CONTACT <= day <= work.context.dag + furthest


def _of_voordracht(work: Work, command: WerkVoordrachtBij) -> Refused:
    """The talk comes of the voordracht, so it is not before it."""
    refused = day_that_was(work, command.datum)
    row = work.get(Voordracht, command.voordracht_id)
    if row is None or command.gesprek_op is None or command.gesprek_op >= row.datum:
        return refused
    return refused | {"gesprek_op": Weigering("voordracht_gesprek_te_vroeg", datum=row.datum.isoformat())}


CHECKS: Mapping[type[Command], Callable[[Work, Any], Refused]] = {
    DoeVoordracht: lambda work, command: day_that_was(work, command.datum),
    WerkVoordrachtBij: _of_voordracht,
    RegistreerPlaatsing: _days,
    WijzigPlaatsing: _days,
    BeeindigPlaatsing: _last_day,
}
