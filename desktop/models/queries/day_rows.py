"""Rows of the window's own screens: Vandaag, the timeline, the palette, kept lists, the log of rounds.

Frozen data. Touches nothing.
"""

from __future__ import annotations

from datetime import date, datetime

from desktop.frozen import dataclass
from desktop.models.queries.actie_rows import ActieRij, AfspraakRij
from desktop.models.queries.afstemming_rows import OpdrachtRij
from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.instrument_rows import InstrumentTaakRij
from desktop.models.queries.laptop_rows import Concept
from desktop.models.queries.nazorg_rows import NazorgRij
from desktop.models.queries.plaatsing_rows import MijlpaalRij, PlaatsingRij, VoordrachtRij
from desktop.models.queries.regie_rows import OverdrachtRij, RegieRij, WaarnemingRij
from desktop.models.queries.signaal_rows import SignaalRij
from desktop.models.queries.vacature_rows import VacatureOverdrachtRij, VacatureRij, WerkgeversvraagRij
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.models.queries.werkgever_rows import (
    ContactpersoonRij,
    VestigingRij,
    WerkgeverFilter,
    WerkgeverKaart,
    WerkgeverRegel,
)


@dataclass(frozen=True, slots=True)
class ReserveringRij:
    """An announced approach of a werkgever that nobody holds."""

    id: str
    werkgever_id: str
    medewerker_id: str
    medewerker: str
    van: date
    tot: date
    reden: str | None


@dataclass(frozen=True, slots=True)
class NieuwsRij:
    """What a colleague did since yesterday at a werkgever of mine. `soort` as in `TijdlijnRij`."""

    werkgever_id: str
    werkgever: str
    soort: str
    medewerker: str
    kanaal: str | None
    op: datetime


@dataclass(frozen=True, slots=True)
class Vandaag:
    """The working day of one person. Acties are mine and open; `zonder_datum` are those without a deadline.

    `agenda`: planned visits of today and contacts that I logged today, by time. `stil`: at most twenty
    werkgevers of mine (regie or waarneming) without contact for `stil_dagen` days, the longest first;
    `aantal_stil` is how many there are.
    """

    dag: date
    verzoeken: tuple[ActieRij, ...]
    overdrachten: tuple[OverdrachtRij, ...]
    te_laat: tuple[ActieRij, ...]
    vandaag: tuple[ActieRij, ...]
    deze_week: tuple[ActieRij, ...]
    zonder_datum: tuple[ActieRij, ...]
    agenda: tuple[ActieRij | ContactmomentRij, ...]
    stil: tuple[WerkgeverRegel, ...]
    aantal_stil: int
    stil_dagen: int
    nieuw: tuple[NieuwsRij, ...]
    concepten: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class ImportRij:
    """An import that brought this werkgever in or changed it."""

    batch: str
    bestand: str | None
    velden: int
    door: str
    op: datetime


@dataclass(frozen=True, slots=True)
class SamenvoegingRij:
    """Another record that went on in this werkgever. `samengevoegd`: by a merge, which can be taken back."""

    werkgever_id: str
    naam: str
    door: str
    op: datetime
    samengevoegd: bool = False


@dataclass(frozen=True, slots=True)
class TijdlijnRij:
    """One entry. `soort`: contact, actie, afspraak, regie, overdracht, wijziging, import, samenvoeging,
    vacature, vacature_overdracht, vacature_einde (the same vacature where it ended), werkgeversvraag,
    voordracht, plaatsing, mijlpaal, nazorg or signaal; none of these with the person.

    `dag` and `tijd` (HH:MM in the region, None when only the day is known) place it; `sleutel` orders it
    and is unique; `rij` is what it is about. Field changes of one person at one moment are one entry.
    `acties`: what came of this contact; they are no entries of their own, unless no contacts are asked.
    An actie stands where it was done, or else made; an afspraak and a regie where they began.
    """

    sleutel: str
    soort: str
    dag: date
    tijd: str | None
    rij: (
        ContactmomentRij
        | ActieRij
        | AfspraakRij
        | RegieRij
        | OverdrachtRij
        | ImportRij
        | SamenvoegingRij
        | NazorgRij
        | SignaalRij
        | VoordrachtRij
        | PlaatsingRij
        | MijlpaalRij
        | VacatureRij
        | VacatureOverdrachtRij
        | WerkgeversvraagRij
        | tuple[VeldwijzigingRij, ...]
    )
    wacht: bool
    acties: tuple[ActieRij, ...] = ()


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    """A page, the newest first. `volgende` asks for the next one; None when this was the last."""

    regels: tuple[TijdlijnRij, ...]
    volgende: str | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One werkgever as the screen shows it, without its timeline. `acties` are the open ones."""

    werkgever: WerkgeverKaart
    vestigingen: tuple[VestigingRij, ...]
    contactpersonen: tuple[ContactpersoonRij, ...]
    acties: tuple[ActieRij, ...]
    afspraken: tuple[AfspraakRij, ...]
    regies: tuple[RegieRij, ...]
    laatste_contact: ContactmomentRij | None
    vastgezet: tuple[ContactmomentRij, ...]
    waarneming: WaarnemingRij | None
    overdracht: OverdrachtRij | None
    reservering: ReserveringRij | None
    contacten_90_dagen: int


@dataclass(frozen=True, slots=True)
class GedaanRij:
    """Finished today: the row, and the command by which it can be taken back."""

    row: ActieRij | NazorgRij | InstrumentTaakRij
    uuid: str


@dataclass(frozen=True, slots=True)
class Treffer:
    """A hit of the palette. `soort`: werkgever, contactpersoon, vacature, kandidaat, plaatsing or instrument.

    `bij` is what tells it from others, such as place and regie. `voorbij`: it ended, so others come first.
    """

    soort: str
    id: str
    werkgever_id: str
    titel: str
    bij: str
    regiehouder_id: str | None
    voorbij: bool = False


@dataclass(frozen=True, slots=True)
class LijstRij:
    """A kept list: a name and its filter."""

    id: str
    naam: str
    keuze: WerkgeverFilter
    wacht: bool


@dataclass(frozen=True, slots=True)
class RondeRij:
    """A line of the log of sync. `fout` is a code for a sentence; None when the round was whole.

    `keren` rounds that did nothing or failed alike are one line, from the first that began to the last.
    """

    nummer: int
    begonnen_op: datetime
    geeindigd_op: datetime
    verzonden: int
    toegepast: int
    aangepast: int
    geweigerd: int
    ontvangen: int
    fout: str | None
    keren: int = 1


@dataclass(frozen=True, slots=True)
class RondeKeuze:
    """Which lines of the log: `soort` is alles, fouten or wijzigingen; those that ended since `sinds`; older
    than line `voor`, for the next page.
    """

    soort: str = "alles"
    sinds: datetime | None = None
    voor: int | None = None


@dataclass(frozen=True, slots=True)
class WachtRegel:
    """A command, with what it is about. `onderwerp` is the person, actie or list by name; `wijzigingen` are
    the fields that it changes, old and new; `bouwt_op` is the uuid of one that waits and that it builds on.
    """

    opdracht: OpdrachtRij
    onderwerp: str | None
    werkgever_id: str | None
    werkgever: str | None
    wijzigingen: tuple[VeldwijzigingRij, ...]
    bouwt_op: str | None = None


@dataclass(frozen=True, slots=True)
class HierStaat:
    """How many rows of one kind are on this laptop, and why (`regio`, `dossiers`, `dossier`, …)."""

    soort: str
    aantal: int
    waarom: str


@dataclass(frozen=True, slots=True)
class Verwijdervraag:
    """A round would remove `aantal` of `totaal` rows and stopped first. `akkoord`: None until answered."""

    aantal: int
    totaal: int
    sinds: datetime
    akkoord: bool | None


@dataclass(frozen=True, slots=True)
class OpDezeLaptop:
    """What is here, for whom, how large, since when, and how it is kept. `grootte` in bytes.

    `toegang` is a fingerprint of the token, never the token; `lease_tot` as in `Stand`.
    """

    aantallen: tuple[HierStaat, ...]
    grootte: int
    bijgewerkt_op: datetime | None
    laptop_id: str
    centrum: str | None
    versie: str
    wachtend: int
    oudste_wachtend: datetime | None
    medewerker: str = ""
    rol: str = ""
    schema: str = ""
    toegang: str | None = None
    lease_tot: datetime | None = None
    lease_dagen: int | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """What counting again found: how many rows, and the buckets that did not fit and are fetched anew."""

    rijen: int
    beschadigd: tuple[str, ...]
