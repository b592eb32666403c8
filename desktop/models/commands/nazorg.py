"""Looking after a placement: the region's schedule, planning from it, and what came of each talk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.commands.signaal import Ernst
from desktop.models.fields import (
    Choice,
    Date,
    Flag,
    Id,
    Many,
    Nested,
    Text,
    Text40,
    Text200,
    Text1000,
    Time,
    Whole,
)

Naam = Annotated[str, Text(120)]
Spoor = Annotated[str, Choice(("werknemer", "werkgever", "relatie"))]
Anker = Annotated[
    str,
    Choice(
        (
            "start",
            "verwachte_einde",
            "proefplaatsing_helft",
            "proefplaatsing_einde",
            "instrument_start",
            "instrument_einde",
            "na_regel",
        )
    ),
]
Eenheid = Annotated[str, Choice(("dag", "werkdag", "week", "maand"))]
MOST_ITEMS = 40
"""As many talks as are planned at once."""
Codes = Annotated[tuple[str, ...], Many(Text(40), 20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlleenBij:
    """What must hold of a placement for a line of the schedule: any of each list that is not empty."""

    soorten: Codes = ()
    contract: Codes = ()
    instrumenten: Codes = ()
    forfait: Flag | None = None
    duur_minimaal: Annotated[int, Whole(0, 600)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StelNazorgregelVast(Command):
    """A line of the region's schedule: a new one, or this code as it will be from now on."""

    NAME = "nazorgregel.stel_vast"

    code: Text40
    spoor: Spoor
    naam: Naam
    anker: Anker = "start"
    na_regel: Text40 | None = None
    verschuiving: Annotated[int, Whole(-400, 400)] = 0
    eenheid: Eenheid = "maand"
    herhaal_maanden: Annotated[int, Whole(1, 60)] | None = None
    alleen_bij: Annotated[AlleenBij, Nested(AlleenBij)] | None = None
    actief: Flag = True
    volgorde: Annotated[int, Whole(0, 10_000)] = 0
    bron: Text200 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NazorgItem:
    """One planned talk as it was seen and edited; `berekend_op` is the day that the schedule gave."""

    id: Id | None = None
    spoor: Spoor
    regel: Text40 | None = None
    naam: Naam
    gepland_op: Date
    berekend_op: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanNazorg(Command):
    """The schedule of a placement, as the bemiddelaar saw and changed the proposal."""

    NAME = "nazorg.plan"

    plaatsing_id: Id
    items: Annotated[tuple[NazorgItem, ...], Many(Nested(NazorgItem), MOST_ITEMS)]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoegNazorgToe(Command):
    """One more talk than the schedule has."""

    NAME = "nazorg.voeg_toe"

    id: Id | None = None
    plaatsing_id: Id
    spoor: Spoor
    naam: Naam
    gepland_op: Date


@dataclass(frozen=True, slots=True, kw_only=True)
class VerzetNazorg(Command):
    """To another day, with the reason."""

    NAME = "nazorg.verzet"

    nazorgactie_id: Id
    gepland_op: Date
    reden: Text200


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldPoging(Command):
    """Nobody could be reached, and why; perhaps another day at once."""

    NAME = "nazorg.meld_poging"

    nazorgactie_id: Id
    datum: Date
    reden: Text40
    kanaal: Text40 = "telefoon"
    volgende_op: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeeSignaal:
    """A signaal that goes along with what was heard."""

    categorie: Text40
    ernst: Ernst = "midden"
    tekst: Text1000


@dataclass(frozen=True, slots=True, kw_only=True)
class MeeContact:
    """That one spoke with the werkgever: a contact like any other, of which the regiehouder hears (R2)."""

    kanaal: Text40
    tijd: Time | None = None
    notitie: Text1000 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RondNazorgAf(Command):
    """A talk took place. The placement track has a `resultaat`, the relation track `steun` from 1 to 5.

    `geen_naam`: what looks like the name of the candidate in `signaal` or `contact` is another word.
    """

    NAME = "nazorg.rond_af"

    nazorgactie_id: Id
    uitgevoerd_op: Date
    resultaat: Annotated[str, Choice(("stabiel", "aandacht", "risico"))] | None = None
    notitie: Text1000 | None = None
    steun: Annotated[int, Whole(1, 5)] | None = None
    toelichting: Text1000 | None = None
    volgende_op: Date | None = None
    volgende_naam: Naam | None = None
    signaal: Annotated[MeeSignaal, Nested(MeeSignaal)] | None = None
    contact: Annotated[MeeContact, Nested(MeeContact)] | None = None
    geen_naam: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LaatNazorgVervallen(Command):
    """A planned talk is not needed any more: closed with the reason, never deleted."""

    NAME = "nazorg.vervalt"

    nazorgactie_id: Id
    reden: Text40
