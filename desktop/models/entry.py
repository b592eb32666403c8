"""Checks that only make sense where a person types: the words exist, the day is not in the future.

They run on the laptop before a command is accepted into the outbox. The centre never repeats them, so
that nothing that was accepted here can be refused there for such a reason.
"""

from __future__ import annotations

from datetime import timedelta

from desktop.models.commands.actie import MaakActie, MaakAfspraak
from desktop.models.commands.base import Command
from desktop.models.commands.contact import LegContactVast, WijzigContact
from desktop.models.commands.werkgever import RegistreerContactpersoon, RegistreerWerkgever, WijzigWerkgever
from desktop.models.errors import InputRefused, Weigering
from desktop.models.tables import Medewerker
from desktop.models.work import Work

CODE_FIELDS = {
    (LegContactVast, "kanaal"): "kanaal",
    (LegContactVast, "onderwerp"): "onderwerp",
    (WijzigContact, "kanaal"): "kanaal",
    (WijzigContact, "onderwerp"): "onderwerp",
    (RegistreerWerkgever, "segment"): "segment",
    (WijzigWerkgever, "segment"): "segment",
    (RegistreerContactpersoon, "rol"): "rol_contactpersoon",
    (MaakAfspraak, "soort"): "afspraak_soort",
}


def entry_check(work: Work, command: Command) -> None:
    """Raises `Weigering` (`InputRefused` for a field) when a person should look again first."""
    _codes(work, command)
    if isinstance(command, LegContactVast) and command.datum > work.context.dag + timedelta(days=1):
        raise InputRefused({"datum": Weigering("datum_in_toekomst", datum=command.datum.isoformat())})
    if isinstance(command, MaakActie) and command.deadline and command.deadline < work.context.dag:
        raise InputRefused({"deadline": Weigering("deadline_geweest", datum=command.deadline.isoformat())})
    if isinstance(command, RegistreerWerkgever) and command.kvk_nummer:
        _new_kvk(work, command.kvk_nummer)


def _codes(work: Work, command: Command) -> None:
    refused: dict[str, Weigering] = {}
    for (cls, veld), lijst in CODE_FIELDS.items():
        value = getattr(command, veld) if type(command) is cls else None
        known = work.codes(lijst) if value is not None else {}
        if value is not None and known and value not in known:
            refused[veld] = Weigering("code_onbekend", waarde=value, keuzes=", ".join(known))
    if refused:
        raise InputRefused(refused)


def _new_kvk(work: Work, kvk_nummer: str) -> None:
    existing = work.by_kvk(kvk_nummer)
    if existing is None:
        return
    regie = work.active_regie(existing.id)
    holder = work.get(Medewerker, regie.accountmanager_id) if regie else None
    reason = Weigering("kvk_bestaat_al", naam=existing.naam, regie=holder.naam if holder else "nog niemand")
    raise InputRefused({"kvk_nummer": reason})
