"""R4: what is refused about a voordracht, a placement or its nazorg may hold a contact that took place.

A candidate that passed on meanwhile, or a vacature that was filled, is no reason to lose that somebody spoke
with the employer. Asked by whoever judges commands, after the refusal itself was taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.models.commands.base import Command
from desktop.models.commands.contact import LegContactVast
from desktop.models.commands.nazorg import RondNazorgAf
from desktop.models.commands.plaatsing import BeeindigPlaatsing, RegistreerPlaatsing
from desktop.models.commands.voordracht import DoeVoordracht, WerkVoordrachtBij
from desktop.models.handlers import contact
from desktop.models.handlers.notice import put_in_inbox
from desktop.models.tables import Nazorgactie, Plaatsing, Synced, Vacature, Voordracht, Werkgever
from desktop.models.work import Work

OWN_CANDIDATE = "eigen_kandidaat"
SAID = frozenset({"kanaal", "contactpersoon_ids", "contact"})
"""Arguments that say that one spoke with the employer."""


@dataclass(frozen=True, slots=True)
class _Spoken:
    """With whom, when and how; what it was about follows from the command."""

    onderwerp: str
    datum: date | None
    kanaal: str | None
    people: tuple[str, ...] = ()
    tijd: str | None = None
    notitie: str | None = None


def _of_voordracht(command: DoeVoordracht | WerkVoordrachtBij) -> _Spoken:
    return _Spoken("voordracht", command.datum, command.kanaal, command.contactpersoon_ids)


def _of_nazorg(command: RondNazorgAf) -> _Spoken:
    said = command.contact
    if said is None:
        return _Spoken("nazorg", command.uitgevoerd_op, None)
    return _Spoken("nazorg", command.uitgevoerd_op, said.kanaal, (), said.tijd, said.notitie)


_SPOKEN: Mapping[type[Command], Callable[[Any], _Spoken]] = {
    DoeVoordracht: _of_voordracht,
    WerkVoordrachtBij: _of_voordracht,
    RegistreerPlaatsing: lambda one: _Spoken("voordracht", None, one.kanaal, one.contactpersoon_ids),
    BeeindigPlaatsing: lambda one: _Spoken("nazorg", None, one.kanaal, one.contactpersoon_ids),
    RondNazorgAf: _of_nazorg,
}
_NAMED: tuple[tuple[str, type[Synced]], ...] = (
    ("voordracht_id", Voordracht),
    ("plaatsing_id", Plaatsing),
    ("nazorgactie_id", Nazorgactie),
    ("vacature_id", Vacature),
)


def keep(work: Work, command: Command) -> bool:
    """Logs the contact as the one of who gave the command, and says so; False when there was none."""
    spoken = _SPOKEN[type(command)](command) if type(command) in _SPOKEN else None
    werkgever = _werkgever(work, command) if spoken and spoken.kanaal else None
    if spoken is None or spoken.kanaal is None or werkgever is None:
        return False
    day = spoken.datum or work.context.dag
    contact.log(
        work,
        LegContactVast(
            id=work.context.derive_id("contactmoment"),
            werkgever_id=werkgever.id,
            datum=day,
            tijd=spoken.tijd,
            kanaal=spoken.kanaal,
            onderwerp=spoken.onderwerp,
            contact_gelukt=True,
            contactpersoon_ids=spoken.people,
            notitie=spoken.notitie,
            aanleiding=OWN_CANDIDATE,
        ),
    )
    me = work.context.actor.medewerker_id
    put_in_inbox(
        work, me, "contact_wel_bewaard", werkgever.id, werkgever=werkgever.naam, datum=day.isoformat()
    )
    return True


def _werkgever(work: Work, command: Command) -> Werkgever | None:
    """Where it was: the row that the command names says so, or the command itself."""
    for argument, cls in _NAMED:
        row_id = getattr(command, argument, None)
        row: Any = work.own(cls, row_id) if row_id else None
        if row is not None:
            return work.werkgever(row.werkgever_id)
    named = getattr(command, "werkgever_id", None)
    found = work.own(Werkgever, named) if named else None
    return work.werkgever(found.id) if found is not None else None
