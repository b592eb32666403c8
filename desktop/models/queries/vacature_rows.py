"""Rows of vacatures, questions of employers and partners. Frozen data. Touches nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime

from desktop.frozen import dataclass
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij


@dataclass(frozen=True, slots=True)
class PartnerRij:
    """An organisation to which an employer can be referred, with somebody to call there."""

    id: str
    naam: str
    soort: str
    contactnaam: str | None
    email: str | None
    telefoon: str | None
    website: str | None
    toelichting: str | None
    actief: bool
    versie: int
    wacht: bool


@dataclass(frozen=True, slots=True)
class WerkgeversvraagRij:
    """What an employer asked. `status`: open, beantwoord or doorverwezen."""

    id: str
    werkgever_id: str
    werkgever: str
    contactmoment_id: str | None
    contactmoment: str | None
    soort: str
    vraag: str
    dienst: str | None
    strategie: str | None
    ontvangen_op: date
    behandelaar_id: str
    behandelaar: str
    status: str
    antwoord: str | None
    partner_id: str | None
    partner: str | None
    partner_contact: str | None
    reden: str | None
    afgehandeld_op: date | None
    geregistreerd_door_id: str
    geregistreerd_door: str
    versie: int
    wacht: bool


@dataclass(frozen=True, slots=True)
class VacatureOverdrachtRij:
    """A bemiddelaar who looks for people; `teruggegeven_op` when no longer."""

    id: str
    vacature_id: str
    vacature: str
    werkgever_id: str
    werkgever: str
    bemiddelaar_id: str
    bemiddelaar: str
    matchingroute: str | None
    overgedragen_op: date
    overgedragen_door: str
    teruggegeven_op: date | None
    wacht: bool


@dataclass(frozen=True, slots=True)
class VacatureRegel:
    """One line of the list and one card of the board. `lopend` voordrachten, `geplaatst` of all places.

    Without the dossier of the werkgever `lopend` is unknown (None): its voordrachten are not on this laptop.
    """

    id: str
    nummer: str | None
    naam: str
    soort: str
    status: str
    status_op: date
    werkgever_id: str
    werkgever: str
    regiehouder_id: str | None
    regiehouder: str | None
    plaats: str | None
    postcode: str | None
    beroep: str | None
    beroepsklasse: str | None
    uren_min: int | None
    uren_max: int | None
    sluitingsdatum: date | None
    eigenaar_id: str
    eigenaar: str
    bemiddelaars: tuple[str, ...]
    aantal_plaatsen: int
    lopend: int | None
    geplaatst: int
    wacht: bool


@dataclass(frozen=True, slots=True)
class VacatureRij:
    """Everything of a vacature that the region knows: `toon`, `export` and the head of its page."""

    id: str
    nummer: str | None
    werkgever_id: str
    werkgever: str
    formele_werkgever_id: str | None
    formele_werkgever: str | None
    vestiging_id: str | None
    vestiging: str | None
    contactmoment_id: str | None
    contactmoment: str | None
    eigenaar_id: str
    eigenaar: str
    naam: str
    omschrijving: str | None
    soort: str
    type_overeenkomst: str
    contract: str | None
    aantal_plaatsen: int
    status: str
    status_op: date
    status_reden: str | None
    sluitingsdatum: date | None
    beroep: str | None
    beroep_code: str | None
    beroepsklasse: str | None
    niveau: int | None
    uren_min: int | None
    uren_max: int | None
    kantoortijden: int | None
    onregelmatig: int | None
    aanvang: date | None
    einde: date | None
    salaris: str | None
    arbeidsvoorwaarden: str | None
    rijbewijs: tuple[str, ...]
    vervoer: tuple[str, ...]
    taal_mondeling: int | None
    taal_schriftelijk: int | None
    postcode: str | None
    straat: str | None
    huisnummer: int | None
    toevoeging: str | None
    plaats: str | None
    vum_nummer: str | None
    bronsysteem: str | None
    bron_id: str | None
    bemiddelaar_ids: tuple[str, ...]
    bemiddelaars: tuple[str, ...]
    aangemaakt_op: datetime
    versie: int
    wacht: bool


@dataclass(frozen=True, slots=True)
class VacatureContact:
    """Somebody at the werkgever whom an applicant turns to; `contactpersoon_id` when we know that person."""

    contactpersoon_id: str | None
    naam: str
    functie: str | None
    email: str | None
    telefoon: str | None


@dataclass(frozen=True, slots=True)
class VacatureKaart:
    """The page of one vacature. Without its dossier `contactpersonen` is empty and `met_dossier` false."""

    vacature: VacatureRij
    regiehouder_id: str | None
    regiehouder: str | None
    lopend: int | None
    geplaatst: int
    overdrachten: tuple[VacatureOverdrachtRij, ...]
    met_dossier: bool
    contactpersonen: tuple[VacatureContact, ...]
    toelichting: str | None
    geschiedenis: tuple[VeldwijzigingRij, ...]


@dataclass(frozen=True, slots=True)
class VacatureFilter:
    """Which vacatures: everything given must hold. No `statussen` is all of them.

    `mijn`: brought in by this person or handed over to this person. `sluit_binnen`: open, and the last day
    is within so many days. `sortering`: sluitingsdatum (the first to close first), nieuwste or werkgever.
    """

    tekst: str = ""
    statussen: frozenset[str] = frozenset()
    soort: str | None = None
    beroepsklasse: str | None = None
    werkgever_id: str | None = None
    bemiddelaar_id: str | None = None
    mijn: bool = False
    zonder_bemiddelaar: bool = False
    sluit_binnen: int | None = None
    sortering: str = "nieuwste"


@dataclass(frozen=True, slots=True)
class Vacaturepagina:
    """A page of the list, how many there are in all, and how many per status without that filter."""

    regels: tuple[VacatureRegel, ...]
    aantal: int
    per_status: Mapping[str, int] = field(default_factory=dict)
