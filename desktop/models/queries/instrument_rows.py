"""Rows of the instrumentengids, and of instruments used for a candidate. Frozen data. Touches nothing."""

from __future__ import annotations

from datetime import date

from desktop.frozen import dataclass


@dataclass(frozen=True, slots=True)
class InstrumentRegel:
    """One line of the guide. `fragment` is where a typed word stands, when that is not in the name."""

    id: str
    code: str
    naam: str
    soort: str
    verstrekker: str | None
    te_kiezen: bool
    geldig_van: date | None
    geldig_tot: date | None
    fragment: str | None


@dataclass(frozen=True, slots=True)
class GrensRij:
    """A limit that warns, in words, and where that stands."""

    code: str
    waarde: int | None
    eenheid: str | None
    zin: str
    bron: str


@dataclass(frozen=True, slots=True)
class TaakRegel:
    """Administration that follows: what, and when counted from which day."""

    code: str
    wat: str
    anker: str
    verschuiving: int
    eenheid: str


@dataclass(frozen=True, slots=True)
class InstrumentRij:
    """A page of the guide. `te_kiezen`: it can be used now. `nagaan`: not all of it was checked.

    `geldig_tot` is the first day on which it does not hold any more. `versies` are the other ones, by day.
    """

    id: str
    code: str
    naam: str
    soort: str
    verstrekker: str | None
    selecteerbaar: bool
    te_kiezen: bool
    geldig_van: date | None
    geldig_tot: date | None
    bron: str | None
    voor_wie: str | None
    levert_op: str | None
    voorwaarden: str | None
    wie_regelt: str | None
    geldig_wanneer: str | None
    nagaan: bool
    grenzen: tuple[GrensRij, ...]
    taken: tuple[TaakRegel, ...]
    volgorde: int
    versies: tuple[InstrumentRegel, ...] = ()


@dataclass(frozen=True, slots=True)
class InzetRij:
    """An instrument used for a candidate. `status`: aangevraagd, toegekend, afgewezen, loopt or beeindigd."""

    id: str
    kandidaat_id: str
    kandidaat: str
    plaatsing_id: str | None
    plaatsing: str | None
    werkgever_id: str | None
    werkgever: str | None
    instrument_id: str
    code: str
    instrument: str
    verstrekker: str | None
    uitvoerder_id: str
    uitvoerder: str
    status: str
    aangevraagd_op: date | None
    toegekend_op: date | None
    start: date | None
    einde: date | None
    loonwaarde_pct: int | None
    forfait: bool
    toelichting: str | None
    versie: int
    wacht: bool


@dataclass(frozen=True, slots=True)
class InstrumentTaakRij:
    """Administration to be done. Without a deadline the day that it hangs on is not known yet."""

    id: str
    inzet_id: str
    inzet: str | None
    kandidaat_id: str
    kandidaat: str
    plaatsing_id: str | None
    plaatsing: str | None
    werkgever_id: str | None
    werkgever: str | None
    instrument: str
    taak: str
    wat: str
    uitvoerder_id: str
    uitvoerder: str
    deadline: date | None
    status: str
    afgerond_op: date | None
    wacht: bool
