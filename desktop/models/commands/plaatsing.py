"""Somebody works: from when, where, for how long, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.commands.vacature import Contract, Soort, Uren
from desktop.models.fields import (
    Choice,
    Date,
    Flag,
    Grade,
    Id,
    Identifier,
    Many,
    Text,
    Text40,
    Text70,
    Text1000,
)

TypeOvereenkomst = Annotated[str, Choice(("01", "02", "03", "04"))]
Maanden = Annotated[int, Grade((1, 3, 6))]
Uitkomst = Annotated[str, Choice(("gerealiseerd", "uitval", "onbekend"))]
Door = Annotated[str, Choice(("werkgever", "kandidaat", "systeem"))]
People = Annotated[tuple[str, ...], Many(Identifier(), 20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistreerPlaatsing(Command):
    """From a voordracht, or at once. The type overeenkomst follows from the kind of work unless it is said.

    With a `kanaal` the employer was spoken to about it, and that is a contact like any other (R2).
    """

    NAME = "plaatsing.registreer"

    id: Id | None = None
    kandidaat_id: Id
    voordracht_id: Id | None = None
    vacature_id: Id | None = None
    werkgever_id: Id | None = None
    formele_werkgever_id: Id | None = None
    vestiging_id: Id | None = None
    soort: Soort
    type_overeenkomst: TypeOvereenkomst | None = None
    contract: Contract | None = None
    uren: Uren | None = None
    start: Date
    verwachte_einddatum: Date | None = None
    duurzaam_verwacht: Flag | None = None
    project: Text70 | None = None
    sroi: Flag = False
    kanaal: Text40 | None = None
    contactpersoon_ids: People = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigPlaatsing(Command):
    """Only the fields that change; another start or another kind of work moves the milestones along.

    Who works there and at which werkgever stay: another person or employer is another placement, so this one
    is taken back or `plaatsing.vervalt`. With a voordracht the vacature is the one of that voordracht.
    """

    NAME = "plaatsing.wijzig"
    VERSION = 2

    plaatsing_id: Id
    soort: Soort | None = None
    vacature_id: Id | None = None
    formele_werkgever_id: Id | None = None
    vestiging_id: Id | None = None
    type_overeenkomst: TypeOvereenkomst | None = None
    contract: Contract | None = None
    uren: Uren | None = None
    start: Date | None = None
    verwachte_einddatum: Date | None = None
    duurzaam_verwacht: Flag | None = None
    project: Text70 | None = None
    sroi: Flag | None = None
    wis: Annotated[tuple[str, ...], Many(Text(40), 20)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BeeindigPlaatsing(Command):
    """`einddatum` is the last day of work. Why is kept with the person, for the bemiddelaar alone."""

    NAME = "plaatsing.beeindig"

    plaatsing_id: Id
    einddatum: Date
    reden: Text40
    toelichting: Text1000 | None = None
    kanaal: Text40 | None = None
    contactpersoon_ids: People = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LaatPlaatsingVervallen(Command):
    """It never began. Why is kept with the person."""

    NAME = "plaatsing.vervalt"

    plaatsing_id: Id
    reden: Text40
    toelichting: Text1000 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldOnderbreking(Command):
    """Days on which the work lay still; why is nobody's business here."""

    NAME = "plaatsing.meld_onderbreking"

    id: Id | None = None
    plaatsing_id: Id
    van: Date
    tot: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BeeindigOnderbreking(Command):
    """`tot` is the last day on which the work lay still."""

    NAME = "plaatsing.beeindig_onderbreking"

    onderbreking_id: Id
    tot: Date


@dataclass(frozen=True, slots=True, kw_only=True)
class BevestigMijlpaal(Command):
    """Whether the work still went on after 1, 3 or 6 months, and who said so. Unknown is never success."""

    NAME = "mijlpaal.bevestig"

    plaatsing_id: Id
    maanden: Maanden
    uitkomst: Uitkomst
    bevestigd_door: Door
