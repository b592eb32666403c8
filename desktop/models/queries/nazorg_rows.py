"""Rows of the care after a placement, of its schedule and of its quality. Frozen data. Touches nothing."""

from __future__ import annotations

from datetime import date

from desktop.frozen import dataclass


@dataclass(frozen=True, slots=True)
class PogingRij:
    """A day on which nobody could be reached; `reden` is a word of the list nazorg_poging."""

    datum: date
    reden: str
    kanaal: str | None
    door: str


@dataclass(frozen=True, slots=True)
class NazorgRij:
    """A planned talk. `naam`, `resultaat`, `notitie`, `pogingen` and the candidate only where held here.

    `spoor`: werknemer, werkgever or relatie. Of the relation `uitvoerder` is who holds the regie now, and
    `steun` (1 to 5) and `toelichting` are the answer of the employer.
    """

    id: str
    plaatsing_id: str
    plaatsing: str | None
    werkgever_id: str
    werkgever: str
    spoor: str
    uitvoerder_id: str | None
    uitvoerder: str | None
    gepland_op: date
    berekend_op: date | None
    aangepast: bool
    status: str
    vervallen_reden: str | None
    uitgevoerd_op: date | None
    uitgevoerd_door_id: str | None
    uitgevoerd_door: str | None
    naam: str | None
    regel: str | None
    resultaat: str | None
    notitie: str | None
    pogingen: tuple[PogingRij, ...]
    steun: int | None
    toelichting: str | None
    kandidaat_id: str | None
    kandidaat: str | None
    versie: int
    wacht: bool


@dataclass(frozen=True, slots=True)
class VoorstelRegel:
    """A talk that the schedule proposes. `voorbij`: its day has been. `bron`: why it is there."""

    regel: str
    spoor: str
    naam: str
    gepland_op: date
    uitvoerder_id: str | None
    uitvoerder: str | None
    bron: str | None
    voorbij: bool


@dataclass(frozen=True, slots=True)
class Nazorgvoorstel:
    """What the schedule proposes for a placement, beside `al_gepland` that are planned or done."""

    plaatsing_id: str
    regels: tuple[VoorstelRegel, ...]
    al_gepland: int


@dataclass(frozen=True, slots=True)
class Nazorgstand:
    """How it stands at a werkgever, without content: counts and days, and when who is next."""

    gedaan: int
    gepland: int
    te_laat: int
    laatste_op: date | None
    laatste_door: str | None
    volgende_op: date | None
    volgende_door: str | None
    laatste_steun: int | None


@dataclass(frozen=True, slots=True)
class TeLaatRij:
    """How many talks of one person are overdue; without a person nobody holds the regie."""

    medewerker_id: str | None
    medewerker: str | None
    plaatsing: int
    relatie: int
    oudste: date


@dataclass(frozen=True, slots=True)
class KwaliteitRij:
    """The SUWI quality figure: does the employer feel supported (1 to 5).

    `groep` is what it is of: a quarter (2026-4), a werkgever, or None for all. Under five answers only
    `onderdrukt` is told. `aandeel_goed` is the share of 4 and 5.
    """

    groep: str | None
    aantal: int | None
    gemiddelde: float | None
    aandeel_goed: float | None
    onderdrukt: bool


@dataclass(frozen=True, slots=True)
class NazorgregelRij:
    """A line of the region's schedule."""

    id: str
    code: str
    spoor: str
    naam: str
    anker: str
    na_regel: str | None
    verschuiving: int
    eenheid: str
    herhaal_maanden: int | None
    soorten: tuple[str, ...]
    contract: tuple[str, ...]
    instrumenten: tuple[str, ...]
    forfait: bool | None
    duur_minimaal: int | None
    actief: bool
    volgorde: int
    bron: str | None
    versie: int
    wacht: bool
