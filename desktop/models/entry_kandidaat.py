"""What is checked where a person types something about a candidate; asked by `entry`.

A number that may be a BSN is refused at its field: what was typed stays there, and is nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from desktop.models.commands.base import Command
from desktop.models.commands.kandidaat import (
    GeefToestemming,
    RegistreerKandidaat,
    StelDoelgroepVast,
    WijzigKandidaat,
)
from desktop.models.commands.kandidaatregie import StelKandidaatwaarnemingIn
from desktop.models.commands.werkfit import BeoordeelWerkfit
from desktop.models.errors import Weigering
from desktop.models.rules.bsn import fields_with_bsn
from desktop.models.rules.kandidaat import SUBJECTS, check_hours
from desktop.models.rules.waarneming import check_period
from desktop.models.work import Work

Refused = dict[str, Weigering]
NO_BSN = SUBJECTS | {"signaal"}
"""Subjects of commands in which texts are about people. A contact took place: there it is a warning (R4)."""


def refused_at(work: Work, command: Command) -> Refused:
    """Field → why it is refused; nothing for commands that are not about a candidate."""
    refused: Refused = {}
    if command.NAME.partition(".")[0] in NO_BSN:
        refused |= {name: Weigering("bsn_in_tekst") for name in fields_with_bsn(command)}
    if isinstance(command, RegistreerKandidaat | WijzigKandidaat):
        refused |= _hours(command)
    elif isinstance(command, StelDoelgroepVast):
        refused |= _unknown(work, "doelgroepen", "doelgroep", command.doelgroepen)
    elif isinstance(command, GeefToestemming):
        refused |= _not_to_come(work, command.datum)
    elif isinstance(command, StelKandidaatwaarnemingIn):
        refused |= _period(work, command)
    elif isinstance(command, BeoordeelWerkfit):
        refused |= _answers(work, command)
    return refused


def _hours(command: RegistreerKandidaat | WijzigKandidaat) -> Refused:
    try:
        check_hours(command.uren_min, command.uren_max)
    except Weigering as reason:
        return {"uren_max": reason}
    return {}


def _unknown(work: Work, veld: str, lijst: str, values: Iterable[str]) -> Refused:
    """The first value that does not hold now; a list that nobody filled allows anything."""
    known = work.current_codes(lijst)
    wrong = next((value for value in values if known and value not in known), None)
    if wrong is None:
        return {}
    return {veld: Weigering("code_onbekend", waarde=wrong, keuzes=", ".join(known))}


def _not_to_come(work: Work, day: date) -> Refused:
    if day <= work.context.dag + timedelta(days=1):
        return {}
    return {"datum": Weigering("toestemming_in_toekomst", datum=day.isoformat())}


def _period(work: Work, command: StelKandidaatwaarnemingIn) -> Refused:
    try:
        check_period(command.van, command.tot)
    except Weigering as reason:
        return {"tot": reason}
    if command.tot < work.context.dag:
        return {"tot": Weigering("deadline_geweest", datum=command.tot.isoformat())}
    return {}


def _answers(work: Work, command: BeoordeelWerkfit) -> Refused:
    """Questions and scale are the region's own."""
    given = command.antwoorden
    return _unknown(work, "antwoorden", "werkfit_vraag", (one.vraag for one in given)) or _unknown(
        work, "antwoorden", "werkfit_schaal", (one.waarde for one in given)
    )
