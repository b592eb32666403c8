"""Organisations to which an employer can be referred."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.fields import Email, Flag, Id, Many, Telefoon, Text, Text40, Text70, Text200, Text500


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistreerPartner(Command):
    """A partner of the region, with somebody to call there."""

    NAME = "partner.registreer"

    id: Id | None = None
    naam: Text200
    soort: Text40
    contactnaam: Text70 | None = None
    email: Email | None = None
    telefoon: Telefoon | None = None
    website: Text500 | None = None
    toelichting: Text500 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigPartner(Command):
    """Only the fields that change; one that is no longer `actief` stays with what was passed on to it."""

    NAME = "partner.wijzig"

    partner_id: Id
    naam: Text200 | None = None
    soort: Text40 | None = None
    contactnaam: Text70 | None = None
    email: Email | None = None
    telefoon: Telefoon | None = None
    website: Text500 | None = None
    toelichting: Text500 | None = None
    actief: Flag | None = None
    wis: Annotated[tuple[str, ...], Many(Text(40), 20)] = ()
