"""Entry checks of instruments, the care after a placement and signalen: see `entry`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from desktop.models.commands.base import Command
from desktop.models.commands.instrument import LegInstrumentVast, RondTaakAf, WerkInzetBij, ZetInstrumentIn
from desktop.models.commands.nazorg import (
    LaatNazorgVervallen,
    MeldPoging,
    PlanNazorg,
    RondNazorgAf,
    VerzetNazorg,
    VoegNazorgToe,
)
from desktop.models.commands.signaal import MeldSignaal
from desktop.models.entry_placing import OLDEST_CONTACT, day_that_was
from desktop.models.errors import Weigering
from desktop.models.handlers import naming
from desktop.models.handlers.instrument import require_holding
from desktop.models.tables import Instrument, InstrumentInzet, Nazorgactie
from desktop.models.work import Work

Refused = dict[str, Weigering]

FURTHEST = timedelta(days=10 * 366)
"""Further ahead nobody plans: the year is a slip."""
CODE_FIELDS: Mapping[tuple[type[Command], str], str] = {
    (LegInstrumentVast, "soort"): "instrument_soort",
    (MeldPoging, "reden"): "nazorg_poging",
    (MeldPoging, "kanaal"): "kanaal",
    (LaatNazorgVervallen, "reden"): "nazorg_vervallen",
    (MeldSignaal, "categorie"): "signaal_categorie",
}


def _in_list(work: Work, veld: str, lijst: str, value: str | None) -> Refused:
    """A word of a list in a part of a command, as `entry` looks at those of the command itself."""
    known = work.current_codes(lijst)
    if value is None or not known or value in known:
        return {}
    return {veld: Weigering("code_onbekend", waarde=value, keuzes=", ".join(known))}


def _from_today(work: Work, veld: str, day: date | None) -> Refused:
    if day is None:
        return {}
    if day < work.context.dag:
        return {veld: Weigering("deadline_geweest", datum=day.isoformat())}
    return _not_far(work, veld, day)


def _not_far(work: Work, veld: str, day: date | None) -> Refused:
    if day is None or OLDEST_CONTACT <= day <= work.context.dag + FURTHEST:
        return {}
    return {veld: Weigering("nazorg_dag_te_ver", datum=day.isoformat())}


def _plan(work: Work, command: PlanNazorg) -> Refused:
    """A day that the schedule gave may be over: the talk is late, and is seen as such."""
    refused: Refused = {}
    for item in command.items:
        given = item.gepland_op == item.berekend_op
        check = _not_far if given else _from_today
        refused |= check(work, "items", item.gepland_op)
    return refused


def _that_was(work: Work, veld: str, day: date | None) -> Refused:
    reason = next(iter(day_that_was(work, day).values()), None)
    return {veld: reason} if reason else {}


def _talk(work: Work, command: RondNazorgAf) -> Refused:
    refused = _that_was(work, "uitgevoerd_op", command.uitgevoerd_op)
    refused |= _from_today(work, "volgende_op", command.volgende_op)
    row = work.get(Nazorgactie, command.nazorgactie_id)
    people = naming.of_placement(work, row.plaatsing_id) if row else []
    said: list[tuple[str, str | None]] = []
    if command.contact is not None:
        refused |= _in_list(work, "contact", "kanaal", command.contact.kanaal)
        said.append(("contact", command.contact.notitie))
    if command.signaal is not None:
        refused |= _in_list(work, "signaal", "signaal_categorie", command.signaal.categorie)
        said.append(("signaal", command.signaal.tekst))
    for veld, text in said:
        reason = naming.refused(text, people, command.geen_naam)
        refused |= {veld: reason} if reason else {}
    return refused


def _attempt(work: Work, command: MeldPoging) -> Refused:
    return _that_was(work, "datum", command.datum) | _from_today(work, "volgende_op", command.volgende_op)


def _use(work: Work, command: ZetInstrumentIn) -> Refused:
    return _days_of_use(work, command) | _order(command.start, command.einde)


def _update(work: Work, command: WerkInzetBij) -> Refused:
    """With the days that stay as they are; on a new first day the version that was used must hold."""
    row = work.get(InstrumentInzet, command.inzet_id)
    refused = _days_of_use(work, command) | _that_was(work, "toegekend_op", command.toegekend_op)
    if row is None:
        return refused
    kept = {veld: None if veld in command.wis else getattr(row, veld) for veld in ("start", "einde")}
    instrument = work.get(Instrument, row.instrument_id)
    if command.start is not None and instrument is not None:
        try:
            require_holding(instrument, command.start)
        except Weigering as reason:
            refused |= {"start": reason}
    if command.start is None and command.einde is None:
        return refused
    typed = "start" if command.einde is None else "einde"
    return _order(command.start or kept["start"], command.einde or kept["einde"], typed) | refused


def _days_of_use(work: Work, command: ZetInstrumentIn | WerkInzetBij) -> Refused:
    """Asked for is something that was; the days themselves may be to come."""
    refused = _that_was(work, "aangevraagd_op", command.aangevraagd_op)
    for veld, day in (("start", command.start), ("einde", command.einde)):
        refused |= _not_far(work, veld, day)
    return refused


def _order(start: date | None, einde: date | None, typed: str = "einde") -> Refused:
    if start is None or einde is None or einde >= start:
        return {}
    return {typed: Weigering("instrument_eindigt_te_vroeg")}


CHECKS: Mapping[type[Command], Callable[[Work, Any], Refused]] = {
    ZetInstrumentIn: _use,
    WerkInzetBij: _update,
    RondTaakAf: lambda work, command: _that_was(work, "afgerond_op", command.afgerond_op),
    PlanNazorg: _plan,
    VoegNazorgToe: lambda work, command: _from_today(work, "gepland_op", command.gepland_op),
    VerzetNazorg: lambda work, command: _from_today(work, "gepland_op", command.gepland_op),
    MeldPoging: _attempt,
    RondNazorgAf: _talk,
}
