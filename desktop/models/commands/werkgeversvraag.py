"""What an employer asks, until somebody answers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.fields import Date, Id, Many, Text, Text40, Text70, Text200, Text1000


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistreerWerkgeversvraag(Command):
    """A question, from a contact or apart; without a person the actor sees to it."""

    NAME = "werkgeversvraag.registreer"

    id: Id | None = None
    werkgever_id: Id
    contactmoment_id: Id | None = None
    soort: Text40
    vraag: Text1000
    dienst: Text40 | None = None
    strategie: Text40 | None = None
    ontvangen_op: Date | None = None
    behandelaar_id: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigWerkgeversvraag(Command):
    """Only the fields that change; another `behandelaar_id` gives it to that colleague, who is told."""

    NAME = "werkgeversvraag.wijzig"

    werkgeversvraag_id: Id
    soort: Text40 | None = None
    vraag: Text1000 | None = None
    dienst: Text40 | None = None
    strategie: Text40 | None = None
    behandelaar_id: Id | None = None
    wis: Annotated[tuple[str, ...], Many(Text(40), 20)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BeantwoordWerkgeversvraag(Command):
    """The employer has its answer."""

    NAME = "werkgeversvraag.beantwoord"

    werkgeversvraag_id: Id
    antwoord: Text1000


@dataclass(frozen=True, slots=True, kw_only=True)
class VerwijsWerkgeversvraagDoor(Command):
    """A partner answers it: to whom there, and why. Without a name it is the partner's own contact."""

    NAME = "werkgeversvraag.verwijs_door"

    werkgeversvraag_id: Id
    partner_id: Id
    partner_contact: Text70 | None = None
    reden: Text200
