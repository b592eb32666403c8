"""What is to be done and what was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.fields import Choice, Date, Flag, Id, Text40, Text200, Text1000, Time

Soort = Annotated[str, Choice(("actie", "toezegging", "contactverzoek", "bezoek"))]
Afloop = Annotated[str, Choice(("verwerkt", "vervallen"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class MaakActie(Command):
    """A task, promise, request to call back or planned visit; without a person it is the actor's own."""

    NAME = "actie.maak"

    id: Id | None = None
    werkgever_id: Id
    contactmoment_id: Id | None = None
    soort: Soort = "actie"
    gevraagde_handeling: Text200
    toelichting: Text1000 | None = None
    toegewezen_aan_id: Id | None = None
    deadline: Date | None = None
    tijd: Time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VerzetActie(Command):
    """To another day, with the reason; both days stay in the history."""

    NAME = "actie.verzet"

    actie_id: Id
    deadline: Date
    tijd: Time | None = None
    reden: Text200


@dataclass(frozen=True, slots=True, kw_only=True)
class DoeContactverzoek(Command):
    """Asks the regiehouder, or another colleague, whether contact is all right (R3)."""

    NAME = "contactverzoek.doe"

    id: Id | None = None
    werkgever_id: Id
    aan_id: Id | None = None
    vraag: Text200
    toelichting: Text1000 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BeantwoordContactverzoek(Command):
    """Yes or rather not, with a word; the colleague who asked reads it."""

    NAME = "contactverzoek.beantwoord"

    contactverzoek_id: Id
    akkoord: Flag
    toelichting: Text1000 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RondActieAf(Command):
    """Done, or no longer needed."""

    NAME = "actie.rond_af"

    actie_id: Id
    status: Afloop = "verwerkt"
    toelichting: Text1000 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MaakAfspraak(Command):
    """An agreement with the werkgever."""

    NAME = "afspraak.maak"

    id: Id | None = None
    werkgever_id: Id
    contactmoment_id: Id | None = None
    soort: Text40
    inhoud: Text1000
    van: Date | None = None
    tot: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BeeindigAfspraak(Command):
    """The agreement ends on a day. Until version 2 the reason was a toelichting of 40 characters."""

    NAME = "afspraak.beeindig"
    VERSION = 2

    afspraak_id: Id
    tot: Date
    reden: Text200 | None = None
