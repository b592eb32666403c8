"""Intentions about a candidate: only what matching and placing need (docs/adr/0015).

There is no field for a BSN, a date of birth, a diagnosis, debts or leefgebieden, and none is to come.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models import values
from desktop.models.commands.base import Command
from desktop.models.fields import (
    Checked,
    Choice,
    Date,
    Id,
    Many,
    Text,
    Text40,
    Text70,
    Text1000,
    Whole,
)

Roepnaam = Annotated[str, Text(40)]
Initiaal = Annotated[str, Text(10)]
BronId = Annotated[str, Checked(values.bron_id, "^[a-zA-Z0-9_.-]{1,200}$")]
Pc4 = Annotated[str, Checked(values.pc4, "^[1-9][0-9]{3}$")]
Kilometers = Annotated[int, Whole(0, 999)]
Uren = Annotated[int, Whole(0, 99)]
Niveau = Annotated[int, Whole(0, 7)]
Ternary = Annotated[int, Whole(0, 2)]
Beroepen = Annotated[tuple[str, ...], Many(Text(120), 20)]
SOORTEN_WERK = (
    "baan",
    "leerbaan",
    "uitzendcontract",
    "detachering",
    "werkervaringsplaats",
    "proefplaatsing",
    "vrijwilligerswerk",
)
VERVOER = ("1", "2", "3", "4", "5", "9")
RIJBEWIJZEN = (
    *("A", "A1", "A2", "AM", "B", "B+", "BE", "C", "C1", "CE", "C1E", "D", "D1", "DE", "D1E", "T"),
)
SoortenWerk = Annotated[tuple[str, ...], Many(Choice(SOORTEN_WERK), len(SOORTEN_WERK))]
Vervoer = Annotated[tuple[str, ...], Many(Choice(VERVOER), len(VERVOER))]
Rijbewijzen = Annotated[tuple[str, ...], Many(Choice(RIJBEWIJZEN), len(RIJBEWIJZEN))]
Codes = Annotated[tuple[str, ...], Many(Text(40), 30)]
Taal = Annotated[int, Whole(0, 8)]
Wis = Annotated[tuple[str, ...], Many(Text(40), 20)]
Reden = Annotated[str, Choice(("aan_het_werk", "verhuisd", "wil_niet_meer", "geen_contact", "anders"))]
"""Why a candidate is closed. Nothing about health: that would tell more than the program may know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistreerKandidaat(Command):
    """A new candidate; who registers it holds the regie on it (R10)."""

    NAME = "kandidaat.registreer"

    id: Id | None = None
    bronsysteem: Text40 | None = None
    bron_id: BronId | None = None
    roepnaam: Roepnaam
    initiaal: Initiaal | None = None
    organisatie: Text70 | None = None
    gemeente_code: Text40 | None = None
    pc4: Pc4 | None = None
    reisafstand_km: Kilometers | None = None
    beschikbaar_vanaf: Date | None = None
    uren_min: Uren | None = None
    uren_max: Uren | None = None
    onregelmatig: Ternary | None = None
    beroepen: Beroepen = ()
    beroepsklasse: Text40 | None = None
    niveau: Niveau | None = None
    soorten_werk: SoortenWerk = ()
    vervoer: Vervoer = ()
    rijbewijs: Rijbewijzen = ()
    taal_mondeling: Taal | None = None
    taal_schriftelijk: Taal | None = None
    aanpassing_werkomgeving: Ternary = 0
    begeleiding: Ternary = 0
    werkvariatie: Ternary = 0
    notitie: Text1000 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigKandidaat(Command):
    """Only the fields that change; `wis` names fields that become empty."""

    NAME = "kandidaat.wijzig"

    kandidaat_id: Id
    bronsysteem: Text40 | None = None
    bron_id: BronId | None = None
    roepnaam: Roepnaam | None = None
    initiaal: Initiaal | None = None
    organisatie: Text70 | None = None
    gemeente_code: Text40 | None = None
    pc4: Pc4 | None = None
    reisafstand_km: Kilometers | None = None
    beschikbaar_vanaf: Date | None = None
    uren_min: Uren | None = None
    uren_max: Uren | None = None
    onregelmatig: Ternary | None = None
    beroepen: Beroepen | None = None
    beroepsklasse: Text40 | None = None
    niveau: Niveau | None = None
    soorten_werk: SoortenWerk | None = None
    vervoer: Vervoer | None = None
    rijbewijs: Rijbewijzen | None = None
    taal_mondeling: Taal | None = None
    taal_schriftelijk: Taal | None = None
    aanpassing_werkomgeving: Ternary | None = None
    begeleiding: Ternary | None = None
    werkvariatie: Ternary | None = None
    notitie: Text1000 | None = None
    wis: Wis = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SluitKandidaatAf(Command):
    """Nobody looks for work for this person any more; the profile goes with it."""

    NAME = "kandidaat.sluit_af"

    kandidaat_id: Id
    reden: Reden


@dataclass(frozen=True, slots=True, kw_only=True)
class HeropenKandidaat(Command):
    """The person is looking for work again."""

    NAME = "kandidaat.heropen"

    kandidaat_id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class StelDoelgroepVast(Command):
    """The special category: on the laptop of the bemiddelaar alone, and of nobody who stands in.

    What is left out becomes empty: the form shows all of it and is sent whole.
    """

    NAME = "kandidaat.stel_doelgroep_vast"

    kandidaat_id: Id
    doelgroepen: Codes = ()
    uitkeringsgroep: Text40 | None = None
    ldr_registratie: Ternary = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GeefToestemming(Command):
    """The person said yes to sharing the anonymous profile with colleagues, on this day."""

    NAME = "kandidaat.geef_toestemming"

    kandidaat_id: Id
    datum: Date


@dataclass(frozen=True, slots=True, kw_only=True)
class TrekToestemmingIn(Command):
    """The consent is taken back: the profile leaves every laptop."""

    NAME = "kandidaat.trek_toestemming_in"

    kandidaat_id: Id
