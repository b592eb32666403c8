"""Checks that only make sense where a person types: the words exist, the day is not in the future.

They run on the laptop before a command is accepted into the outbox. The centre never repeats them, so
that nothing that was accepted here can be refused there for such a reason.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from desktop.models import entry_kandidaat, entry_naming
from desktop.models.commands.actie import BeeindigAfspraak, MaakActie, MaakAfspraak, VerzetActie
from desktop.models.commands.base import Command
from desktop.models.commands.contact import LegContactVast, WijzigContact
from desktop.models.commands.kandidaat import RegistreerKandidaat, StelDoelgroepVast, WijzigKandidaat
from desktop.models.commands.regie import MeldKennismaking, StelWaarnemingIn
from desktop.models.commands.werkfit import BeoordeelWerkfit
from desktop.models.commands.werkgever import (
    RegistreerContactpersoon,
    RegistreerVestiging,
    RegistreerWerkgever,
    WijzigContactpersoon,
    WijzigVestiging,
    WijzigWerkgever,
)
from desktop.models.entry_nazorg import CHECKS as NAZORG_CHECKS
from desktop.models.entry_nazorg import CODE_FIELDS as NAZORG_CODES
from desktop.models.entry_placing import CHECKS as PLACING_CHECKS
from desktop.models.entry_placing import CODE_FIELDS as PLACING_CODES
from desktop.models.entry_placing import day_that_was
from desktop.models.entry_vacature import CHECKS as VACATURE_CHECKS
from desktop.models.entry_vacature import CODE_FIELDS as VACATURE_CODES
from desktop.models.errors import InputRefused, Weigering
from desktop.models.rules.waarneming import check_period
from desktop.models.tables import Afspraak, Medewerker
from desktop.models.work import Work

Refused = dict[str, Weigering]

CODE_FIELDS: dict[tuple[type[Command], str], str] = {
    (LegContactVast, "kanaal"): "kanaal",
    (LegContactVast, "onderwerp"): "onderwerp",
    (WijzigContact, "kanaal"): "kanaal",
    (WijzigContact, "onderwerp"): "onderwerp",
    (RegistreerWerkgever, "segment"): "segment",
    (WijzigWerkgever, "segment"): "segment",
    (RegistreerContactpersoon, "rol"): "rol_contactpersoon",
    (WijzigContactpersoon, "rol"): "rol_contactpersoon",
    (MaakAfspraak, "soort"): "afspraak_soort",
    (RegistreerWerkgever, "gemeente_code"): "gemeente",
    (RegistreerVestiging, "gemeente_code"): "gemeente",
    (WijzigVestiging, "gemeente_code"): "gemeente",
    **VACATURE_CODES,
    **PLACING_CODES,
    **NAZORG_CODES,
    (RegistreerKandidaat, "gemeente_code"): "gemeente",
    (WijzigKandidaat, "gemeente_code"): "gemeente",
    (RegistreerKandidaat, "beroepsklasse"): "beroepsklasse",
    (WijzigKandidaat, "beroepsklasse"): "beroepsklasse",
    (StelDoelgroepVast, "uitkeringsgroep"): "uitkeringsgroep",
    (BeoordeelWerkfit, "waarde"): "werkfit_schaal",
}
OPEN_LISTS = frozenset({"gemeente"})
"""A werkgever may be outside the region: a code that is not in the list is fine, one that ended is not."""


def entry_check(work: Work, command: Command) -> None:
    """Raises `Weigering` (`InputRefused` for a field) when a person should look again first."""
    refused = _codes(work, command) | entry_naming.refused_at(work, command)
    refused |= entry_kandidaat.refused_at(work, command)
    checks: dict[type[Command], Callable[[Work, Any], Refused]] = {
        LegContactVast: _day_of_contact,
        WijzigContact: _day_of_contact,
        MeldKennismaking: _day_of_contact,
        StelWaarnemingIn: _standing_in,
        MaakActie: _deadline,
        VerzetActie: _deadline,
        MaakAfspraak: _period,
        BeeindigAfspraak: _end,
        RegistreerWerkgever: _numbers,
        **VACATURE_CHECKS,
        **PLACING_CHECKS,
        **NAZORG_CHECKS,
    }
    check = checks.get(type(command))
    if check:
        refused |= check(work, command)
    if refused:
        raise InputRefused(refused)


def _codes(work: Work, command: Command) -> Refused:
    refused: Refused = {}
    for (cls, veld), lijst in CODE_FIELDS.items():
        value = getattr(command, veld) if type(command) is cls else None
        known = work.codes(lijst) if value is not None else {}
        if value is None or not known:
            continue
        current = work.current_codes(lijst)
        if value in known and value not in current:
            refused[veld] = Weigering("code_geeindigd", waarde=known[value])
        elif value not in known and lijst not in OPEN_LISTS:
            refused[veld] = Weigering("code_onbekend", waarde=value, keuzes=", ".join(current))
    return refused


def _day_of_contact(work: Work, command: LegContactVast | WijzigContact | MeldKennismaking) -> Refused:
    return day_that_was(work, command.datum)


def _deadline(work: Work, command: MaakActie | VerzetActie) -> Refused:
    if command.deadline is None or command.deadline >= work.context.dag:
        return {}
    return {"deadline": Weigering("deadline_geweest", datum=command.deadline.isoformat())}


def _standing_in(work: Work, command: StelWaarnemingIn) -> Refused:
    try:
        check_period(command.van, command.tot)
    except Weigering as reason:
        return {"tot": reason}
    if command.tot < work.context.dag:
        return {"tot": Weigering("deadline_geweest", datum=command.tot.isoformat())}
    return {}


def _period(work: Work, command: MaakAfspraak) -> Refused:
    return _not_before(command.van or work.context.dag, command.tot)


def _end(work: Work, command: BeeindigAfspraak) -> Refused:
    row = work.get(Afspraak, command.afspraak_id)
    return _not_before(row.van, command.tot) if row else {}


def _not_before(van: date, tot: date | None) -> Refused:
    if tot is None or tot >= van:
        return {}
    return {"tot": Weigering("afspraak_eindigt_voor_begin", van=van.isoformat())}


def _numbers(work: Work, command: RegistreerWerkgever) -> Refused:
    if command.kvk_nummer:
        return _new_kvk(work, command.kvk_nummer)
    return {"vestigingsnummer": Weigering("vestigingsnummer_zonder_kvk")} if command.vestigingsnummer else {}


def _new_kvk(work: Work, kvk_nummer: str) -> Refused:
    existing = work.by_kvk(kvk_nummer)
    if existing is None:
        return {}
    regie = work.active_regie(existing.id)
    holder = work.get(Medewerker, regie.accountmanager_id) if regie else None
    reason = Weigering("kvk_bestaat_al", naam=existing.naam, regie=holder.naam if holder else "nog niemand")
    return {"kvk_nummer": reason}
