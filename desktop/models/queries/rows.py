"""The rows that screens, paper, export and the command line show: frozen data, never ORM objects.

Field names are those of the data dictionary; a reference is `<x>_id` with the readable name beside it.
`wacht` says that a change on the row is not yet sent. Touches nothing.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop.models.frozen import dataclass

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
class RegieRij:
    """A period of regie; `tot` is empty while it lasts."""

    id: str
    werkgever_id: str
    werkgever: str
    accountmanager_id: str
    accountmanager: str
    van: date
    tot: date | None
    reden: str | None


@dataclass(frozen=True, slots=True)
class OverdrachtRij:
    """The regie on its way from one accountmanager to another (R6).

    `status`: voorgesteld, aanvaard, kennisgemaakt, afgerond, geweigerd or ingetrokken.
    """

    id: str
    werkgever_id: str
    werkgever: str
    van_id: str
    van: str
    naar_id: str
    naar: str
    status: str
    toelichting: str | None
    antwoord: str | None
    voorgesteld_op: datetime
    aanvaard_op: date | None
    kennisgemaakt_op: date | None
    afgerond_op: date | None
    open_acties: int
    lopende_afspraken: int
    wacht: bool
    open_vacatures: int = 0
    open_vragen: int = 0


@dataclass(frozen=True, slots=True)
class WaarnemingRij:
    """Somebody stands in (R7); without a werkgever for everything that `voor` holds."""

    id: str
    voor_id: str
    voor: str
    waarnemer_id: str
    waarnemer: str
    werkgever_id: str | None
    werkgever: str | None
    van: date
    tot: date
    wacht: bool


@dataclass(frozen=True, slots=True)
class ContactmomentRij:
    """A contact, with its note where this person may read it.

    Without the note `notitie` and `vertrouwelijk` are empty: unknown is not the same as no.
    """

    id: str
    werkgever_id: str
    werkgever: str
    vestiging_id: str | None
    datum: date
    tijd: str | None
    medewerker_id: str
    medewerker: str
    kanaal: str
    richting: str
    onderwerp: str | None
    contact_gelukt: bool | None
    buiten_regie: bool
    aanleiding: str | None
    reden_buiten_regie: str | None
    notitie: str | None
    vertrouwelijk: bool | None
    contactpersonen: tuple[str, ...]
    versie: int
    wacht: bool
    vestiging: str | None = None
    soort: str | None = None
    resultaat: str | None = None
    contactpersoon_ids: tuple[str, ...] = ()
    vum_code_onderwerp: int | None = None
    vum_code_soort: int | None = None
    vum_code_afspraken: int | None = None
    vastgezet: bool = False


@dataclass(frozen=True, slots=True)
class ActieRij:
    """Something to do.

    `soort`: actie, toezegging, contactverzoek or bezoek. `status`: te_verwerken, verwerkt or vervallen.
    """

    id: str
    werkgever_id: str
    werkgever: str
    contactmoment_id: str | None
    contactmoment: str | None
    soort: str
    gevraagde_handeling: str
    toelichting: str | None
    toegewezen_aan_id: str
    toegewezen_aan: str
    deadline: date | None
    status: str
    versie: int
    wacht: bool
    tijd: str | None = None
    door_id: str | None = None
    door: str | None = None
    gemaakt_op: datetime | None = None
    afgerond_op: datetime | None = None


@dataclass(frozen=True, slots=True)
class AfspraakRij:
    """An agreement with the werkgever (never a calendar item)."""

    id: str
    werkgever_id: str
    werkgever: str
    soort: str
    inhoud: str
    van: date
    tot: date | None
    eigenaar_id: str
    eigenaar: str
    status: str
    wacht: bool


@dataclass(frozen=True, slots=True)
class VeldwijzigingRij:
    """One field that changed, old → new, in the form in which it is shown.

    `samen_met`: who changed other fields of the same row meanwhile; the two were merged. A change of a
    candidate has a `kandidaat_id` and no werkgever.
    """

    id: str
    werkgever_id: str | None
    werkgever: str | None
    tabel: str
    veld: str
    oud: str | None
    nieuw: str | None
    door: str
    op: datetime
    rij_id: str = ""
    samen_met: str | None = None
    kandidaat_id: str | None = None
    kandidaat: str | None = None


@dataclass(frozen=True, slots=True)
class MedewerkerRij:
    """A colleague, as in the smoelenboek."""

    id: str
    naam: str
    rol: str
    organisatie: str | None
    functie: str | None
    email: str | None
    telefoon: str | None
    actief: bool


@dataclass(frozen=True, slots=True)
class CodeRij:
    """One value of a code list on a given day."""

    lijst: str
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Regiestand:
    """Everything R3 says before contact starts. `bijgewerkt_op` is the last sync (None: never)."""

    werkgever_id: str
    werkgever: str
    plaats: str | None
    regiehouder_id: str | None
    regiehouder: str | None
    regie_sinds: date | None
    regie_gevraagd: bool
    concern: str | None
    concern_regiehouders: tuple[tuple[str, str], ...]
    reservering_door: str | None
    reservering_tot: date | None
    laatste_contact: ContactmomentRij | None
    gepland: tuple[ActieRij, ...]
    niet_benaderen_tot: date | None
    niet_benaderen_reden: str | None
    bijgewerkt_op: datetime | None
    waarneming: WaarnemingRij | None = None


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
class Stand:
    """How old the facts on this laptop are, what still waits, and how long it opens without the centre.

    `lease_tot`: until then; None where nothing ends (oefenomgeving, a centre that gave no lease).
    `lease_dagen`: whole days that are left. `lease_waarschuwt`: the warning that is due, 7, 3 or 1.
    """

    regio: str
    medewerker: str
    rol: str
    bijgewerkt_op: datetime | None
    wachtend: int
    afstemming_open: int
    werkgevers: int
    oefen: bool
    lease_tot: datetime | None = None
    lease_dagen: int | None = None
    lease_waarschuwt: int | None = None


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


@dataclass(frozen=True, slots=True)
class Concept:
    """A form that was not yet recorded: kept on this laptop only. `velden` is what was typed, as typed."""

    soort: str
    onderwerp_id: str
    velden: dict[str, object]
    bewaard_op: datetime
