"""Rows of werkgevers, their places and people, the list and the paper. Frozen data. Touches nothing."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop.frozen import dataclass
from desktop.models.queries.actie_rows import ActieRij, AfspraakRij
from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.regie_rows import RegieRij

if TYPE_CHECKING:
    from desktop.models.queries.plaatsing_rows import PlaatsingRij
    from desktop.models.queries.vacature_rows import VacatureRij, WerkgeversvraagRij

MOST_FOUND = 1_000
"""So many werkgevers are counted for a typed text. One more stands for more than that."""


@dataclass(frozen=True, slots=True)
class WerkgeverRegel:
    """One line of the list: enough to paint two lines, nothing more."""

    id: str
    naam: str
    kvk_nummer: str | None
    plaats: str | None
    gemeente: str | None
    segment: str | None
    regiehouder_id: str | None
    regiehouder: str | None
    regie_gevraagd: bool
    laatste_contact: date | None
    open_acties: int
    wacht: bool
    waarnemer: str | None = None


@dataclass(frozen=True, slots=True)
class EerstePagina:
    """The beginning of the list. `geheel`: these are all there are, and nothing was left unseen."""

    regels: tuple[WerkgeverRegel, ...]
    geheel: bool


@dataclass(frozen=True, slots=True)
class WerkgeverKaart:
    """Everything of the werkgever itself, with the regie in data (the screen puts it in words)."""

    id: str
    nummer: str | None
    naam: str
    kvk_nummer: str | None
    rsin: str | None
    statutaire_naam: str | None
    handelsnamen: tuple[str, ...]
    rechtsvorm: str | None
    sbi_code: str | None
    sbi_versie: int | None
    sector: str | None
    werkzame_personen: int | None
    website: str | None
    segment: str | None
    kenmerken: tuple[str, ...]
    erkend_sbb_leerbedrijf: int
    ind_non_mailing: bool
    actief: bool
    opheffing_datum: date | None
    landelijk_of_regionaal: str | None
    concern: str | None
    niet_benaderen_tot: date | None
    niet_benaderen_reden: str | None
    plaats: str | None
    gemeente_code: str | None
    gemeente: str | None
    samengevoegd_met: str | None
    bronsysteem: str | None
    bron_id: str | None
    versie: int
    aangemaakt_op: datetime
    gewijzigd_op: datetime
    regiehouder_id: str | None
    regiehouder: str | None
    regie_sinds: date | None
    regie_gevraagd: bool
    wacht: bool


@dataclass(frozen=True, slots=True)
class VestigingRij:
    """A place where the werkgever works."""

    id: str
    werkgever_id: str
    werkgever: str
    vestigingsnummer: str | None
    naam: str | None
    hoofdvestiging: bool
    straat: str | None
    huisnummer: int | None
    toevoeging: str | None
    postcode: str | None
    woonplaats: str | None
    gemeente_code: str | None
    gemeente: str | None
    adres_afgeschermd: bool
    wacht: bool


@dataclass(frozen=True, slots=True)
class ContactpersoonRij:
    """A person at the werkgever, with the period in which that was so."""

    id: str
    werkgever_id: str
    werkgever: str
    vestiging_id: str | None
    naam: str
    functie: str | None
    rol: str | None
    email: str | None
    telefoon: str | None
    telefoon_2: str | None
    voorkeurskanaal: str | None
    van: date | None
    tot: date | None
    niet_benaderen: bool
    laatste_controle: date | None
    versie: int
    wacht: bool
    vestiging: str | None = None


@dataclass(frozen=True, slots=True)
class MogelijkDubbel:
    """A werkgever of the region that looks like the one that is being entered.

    `zeker`: the same KvK number; otherwise name and postcode or place resemble each other.
    """

    werkgever_id: str
    naam: str
    kvk_nummer: str | None
    plaats: str | None
    regiehouder: str | None
    zeker: bool
    gelijkenis: int


@dataclass(frozen=True, slots=True)
class Werkgeversblad:
    """All that one werkgever's overview prints; lists are complete and in printing order.

    Of vacatures those for which people are looked, of vragen those that are open.
    """

    werkgever: WerkgeverKaart
    vestigingen: tuple[VestigingRij, ...]
    contactpersonen: tuple[ContactpersoonRij, ...]
    contacten: tuple[ContactmomentRij, ...]
    acties: tuple[ActieRij, ...]
    afspraken: tuple[AfspraakRij, ...]
    regies: tuple[RegieRij, ...]
    plaatsingen: tuple[PlaatsingRij, ...] = ()
    """Without the person, also where this laptop holds it."""
    vacatures: tuple[VacatureRij, ...] = ()
    vragen: tuple[WerkgeversvraagRij, ...] = ()


@dataclass(frozen=True, slots=True)
class WerkgeverFilter:
    """Which werkgevers a list shows; everything given must hold.

    `waargenomen`: those for which I stand in. `sortering`: naam, laatste_contact (the latest first),
    langst_geleden (never or longest ago first) or plaats.
    """

    tekst: str = ""
    mijn_regie: bool = False
    zonder_regie: bool = False
    regiehouder_id: str | None = None
    gemeente_code: str | None = None
    geen_contact_sinds: date | None = None
    segment: str | None = None
    met_open_acties: bool = False
    waargenomen: bool = False
    sortering: str = "naam"
