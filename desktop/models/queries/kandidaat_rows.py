"""The rows about candidates: frozen data for screens, export and the command line. Touches nothing.

Those with a name or a doelgroep come from the bemiddelaar's own tables. The rows of regie, overdracht,
waarneming and profiel say nothing of the person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime

from desktop.frozen import dataclass


@dataclass(frozen=True, slots=True)
class KandidaatRegel:
    """One line of the list. `waarneming`: of a colleague for whom one stands in."""

    id: str
    naam: str
    nummer: str | None
    bemiddelaar_id: str
    bemiddelaar: str
    waarneming: bool
    beroep: str | None
    beroepsklasse: str | None
    uren_min: int | None
    uren_max: int | None
    pc4: str | None
    gemeente: str | None
    status: str
    toestemming: bool
    werkfit: str | None
    aangeboden_aan: str | None
    wacht: bool


@dataclass(frozen=True, slots=True)
class DoelgroepRij:
    """Special category data, on the laptop of the bemiddelaar alone. Codes, with labels beside them."""

    doelgroepen: tuple[str, ...]
    doelgroep_namen: tuple[str, ...]
    uitkeringsgroep: str | None
    uitkeringsgroep_naam: str | None
    ldr_registratie: int


@dataclass(frozen=True, slots=True)
class KandidaatKaart:
    """Everything of one candidate. `doelgroep` is None for who stands in, and while it was not stated."""

    id: str
    nummer: str | None
    naam: str
    roepnaam: str
    initiaal: str | None
    bronsysteem: str | None
    bron_id: str | None
    organisatie: str | None
    gemeente_code: str | None
    gemeente: str | None
    pc4: str | None
    reisafstand_km: int | None
    beschikbaar_vanaf: date | None
    uren_min: int | None
    uren_max: int | None
    onregelmatig: int | None
    beroepen: tuple[str, ...]
    beroepsklasse: str | None
    beroepsklasse_naam: str | None
    niveau: int | None
    soorten_werk: tuple[str, ...]
    vervoer: tuple[str, ...]
    rijbewijs: tuple[str, ...]
    taal_mondeling: int | None
    taal_schriftelijk: int | None
    aanpassing_werkomgeving: int
    begeleiding: int
    werkvariatie: int
    werkfit: str | None
    toestemming_delen: date | None
    status: str
    afsluitreden: str | None
    notitie: str | None
    bemiddelaar_id: str
    bemiddelaar: str
    regie_sinds: date
    doelgroep: DoelgroepRij | None
    doelgroep_hier: bool
    profiel: ProfielRij | None
    overdracht: KandidaatOverdrachtRij | None
    waarneming: KandidaatWaarnemingRij | None
    versie: int
    aangemaakt_op: datetime
    gewijzigd_op: datetime
    wacht: bool


@dataclass(frozen=True, slots=True)
class KandidaatregieRij:
    """A candidate by number, and with whom it is: all that a teamleider sees (R10). `actief`: not closed."""

    id: str
    kandidaat_id: str
    kandidaat: str
    nummer: str | None
    bemiddelaar_id: str
    bemiddelaar: str
    werkt_hier: bool
    van: date
    actief: bool
    aangeboden_aan: str | None
    waarnemer: str | None
    wacht: bool


@dataclass(frozen=True, slots=True)
class KandidaatOverdrachtRij:
    """The regie on a candidate is offered. `antwoord`: why it was declined, a word of a fixed list."""

    id: str
    kandidaat_id: str
    kandidaat: str
    nummer: str | None
    van_id: str
    van: str
    naar_id: str
    naar: str
    status: str
    antwoord: str | None
    voorgesteld_op: datetime
    beantwoord_op: date | None
    wacht: bool


@dataclass(frozen=True, slots=True)
class KandidaatWaarnemingRij:
    """Somebody stands in for a bemiddelaar; without a candidate for everyone."""

    id: str
    voor_id: str
    voor: str
    waarnemer_id: str
    waarnemer: str
    kandidaat_id: str | None
    kandidaat: str | None
    nummer: str | None
    van: date
    tot: date
    beeindigd: bool
    wacht: bool


@dataclass(frozen=True, slots=True)
class WerkfitoordeelRij:
    """What one side found. `kant`: kandidaat (the bemiddelaar) or werkgever (an accountmanager)."""

    kant: str
    medewerker_id: str
    medewerker: str
    waarde: str
    waarde_naam: str
    antwoorden: tuple[tuple[str, str], ...]
    beoordeeld_op: date


@dataclass(frozen=True, slots=True)
class ProfielRij:
    """An anonymous profile. `werkfit_stand`: samen, verschilt, een (judged by one side) or geen."""

    id: str
    bemiddelaar_id: str
    bemiddelaar: str
    beroepen: tuple[str, ...]
    beroepsklasse: str | None
    beroepsklasse_naam: str | None
    niveau: int | None
    uren_min: int | None
    uren_max: int | None
    pc4: str | None
    gemeente: str | None
    werkfit: str | None
    werkfit_naam: str | None
    werkfit_op: date | None
    werkfit_stand: str
    oordelen: tuple[WerkfitoordeelRij, ...]
    wacht: bool


@dataclass(frozen=True, slots=True)
class WerkfitLijst:
    """The region's scale and questions: (code, label). `voorlopig`: the shipped example is still in use.

    `woorden` and `vraagwoorden` name every code that was ever given, also what ended.
    """

    schaal: tuple[tuple[str, str], ...]
    vragen: tuple[tuple[str, str], ...]
    voorlopig: bool
    woorden: Mapping[str, str] = field(default_factory=dict)
    vraagwoorden: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WerkfitRegelRij:
    """A value of the scale (`lijst` werkfit_schaal) or a question, as it is or was."""

    id: str
    lijst: str
    code: str
    label: str
    volgorde: int
    geldig_van: date | None
    geldig_tot: date | None
    bron: str | None
    telt: bool
    wacht: bool


@dataclass(frozen=True, slots=True)
class KandidaatFilter:
    """Everything given must hold. `wiens`: alle, eigen or waarneming."""

    tekst: str = ""
    status: str | None = None
    beroepsklasse: str | None = None
    zonder_toestemming: bool = False
    wiens: str = "alle"


@dataclass(frozen=True, slots=True)
class ProfielFilter:
    """Everything given must hold; `uren` is a number of hours a week that the person can work."""

    tekst: str = ""
    beroepsklasse: str | None = None
    niveau_minimaal: int | None = None
    uren: int | None = None
    pc4: str | None = None
    werkfit: str | None = None
    bemiddelaar_id: str | None = None
