"""Rows with defaults for the tests of paper and files: name only what the test is about."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from desktop.models.queries.actie_rows import ActieRij, AfspraakRij
from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.laptop_rows import Stand
from desktop.models.queries.plaatsing_rows import PlaatsingRij
from desktop.models.queries.regie_rows import RegieRij
from desktop.models.queries.vacature_rows import VacatureRij, WerkgeversvraagRij
from desktop.models.queries.werkgever_rows import (
    ContactpersoonRij,
    VestigingRij,
    WerkgeverKaart,
    Werkgeversblad,
)
from desktop.reports.werkgeversoverzicht import Order

NOW = datetime(2026, 11, 17, 9, 50, tzinfo=UTC)
KNOWN = datetime(2026, 11, 17, 9, 44, tzinfo=UTC)
NAME = "Bakkerij De Lindehof B.V."


def stand(**changes: Any) -> Stand:
    values: dict[str, Any] = {
        "regio": "Gooi en Vechtstreek",
        "medewerker": "Karin Smit",
        "rol": "accountmanager",
        "bijgewerkt_op": KNOWN,
        "wachtend": 1,
        "afstemming_open": 0,
        "werkgevers": 1,
        "oefen": False,
    }
    return Stand(**values | changes)


def order(**changes: Any) -> Order:
    values: dict[str, Any] = {"voor": "intern", "printed_by": "Karin Smit", "printed_at": NOW}
    return Order(**values | changes)


def werkgever(**changes: Any) -> WerkgeverKaart:
    values: dict[str, Any] = dict.fromkeys(WerkgeverKaart.__dataclass_fields__) | {
        "id": "w1",
        "naam": NAME,
        "kvk_nummer": "69599084",
        "handelsnamen": (),
        "sector": "bakkerij",
        "werkzame_personen": 46,
        "segment": "smaakmaker",
        "kenmerken": (),
        "erkend_sbb_leerbedrijf": 0,
        "ind_non_mailing": False,
        "actief": True,
        "plaats": "Hilversum",
        "gemeente_code": "0402",
        "gemeente": "Hilversum",
        "versie": 1,
        "aangemaakt_op": KNOWN,
        "gewijzigd_op": KNOWN,
        "regiehouder_id": "m1",
        "regiehouder": "Karin Smit",
        "regie_sinds": date(2026, 3, 12),
        "regie_gevraagd": False,
        "wacht": False,
    }
    return WerkgeverKaart(**values | changes)


def _row(kind: type[Any], defaults: dict[str, Any], changes: dict[str, Any]) -> Any:
    base = dict.fromkeys(kind.__dataclass_fields__) | {
        "id": "x",
        "werkgever_id": "w1",
        "werkgever": NAME,
        "wacht": False,
    }
    known = {name: value for name, value in base.items() if name in kind.__dataclass_fields__}
    return kind(**known | defaults | changes)


def vestiging(**changes: Any) -> VestigingRij:
    defaults = {
        "naam": "Bakkerij De Lindehof",
        "hoofdvestiging": True,
        "straat": "Larenseweg",
        "huisnummer": 12,
        "postcode": "1221CN",
        "woonplaats": "Hilversum",
        "gemeente_code": "0402",
        "gemeente": "Hilversum",
        "adres_afgeschermd": False,
    }
    row: VestigingRij = _row(VestigingRij, defaults, changes)
    return row


def contactpersoon(**changes: Any) -> ContactpersoonRij:
    defaults = {
        "naam": "Anouk de Vries",
        "functie": "hr",
        "telefoon": "0350000123",
        "niet_benaderen": False,
        "versie": 1,
    }
    row: ContactpersoonRij = _row(ContactpersoonRij, defaults, changes)
    return row


def contactmoment(**changes: Any) -> ContactmomentRij:
    defaults = {
        "datum": date(2026, 9, 21),
        "medewerker_id": "m2",
        "medewerker": "Youssef Amrani",
        "kanaal": "telefoon",
        "richting": "wij",
        "contact_gelukt": True,
        "buiten_regie": False,
        "notitie": "Nazorg na drie maanden: het gaat goed. Contract wordt verlengd tot maart.",
        "vertrouwelijk": False,
        "contactpersonen": ("Anouk de Vries",),
        "versie": 1,
    }
    row: ContactmomentRij = _row(ContactmomentRij, defaults, changes)
    return row


def actie(**changes: Any) -> ActieRij:
    defaults = {
        "soort": "toezegging",
        "gevraagde_handeling": "Uitleg no-riskpolis mailen",
        "toegewezen_aan_id": "m1",
        "toegewezen_aan": "Karin Smit",
        "deadline": date(2026, 11, 13),
        "status": "te_verwerken",
        "versie": 1,
    }
    row: ActieRij = _row(ActieRij, defaults, changes)
    return row


def afspraak(**changes: Any) -> AfspraakRij:
    defaults = {
        "soort": "werkervaringsplekken",
        "inhoud": "Twee plekken per halfjaar op de expeditie, telkens zes weken.",
        "van": date(2026, 1, 1),
        "tot": date(2027, 7, 1),
        "eigenaar_id": "m1",
        "eigenaar": "Karin Smit",
        "status": "loopt",
    }
    row: AfspraakRij = _row(AfspraakRij, defaults, changes)
    return row


def regie(**changes: Any) -> RegieRij:
    defaults = {
        "accountmanager_id": "m3",
        "accountmanager": "Joost van Doorn",
        "van": date(2024, 5, 1),
        "tot": date(2026, 3, 12),
        "reden": "overdracht",
    }
    row: RegieRij = _row(RegieRij, defaults, changes)
    return row


def plaatsing(**changes: Any) -> PlaatsingRij:
    defaults = {
        "soort": "baan",
        "bemiddelaar_id": "m4",
        "bemiddelaar": "Sevda Yıldız",
        "start": date(2026, 10, 1),
        "status": "loopt",
        "sroi": False,
        "mijlpalen": (),
        "versie": 1,
    }
    row: PlaatsingRij = _row(PlaatsingRij, defaults, changes)
    return row


def vacature(**changes: Any) -> VacatureRij:
    defaults = {
        "naam": "Bakker in opleiding",
        "soort": "leerbaan",
        "aantal_plaatsen": 2,
        "bemiddelaars": ("Youssef Amrani",),
        "sluitingsdatum": date(2026, 12, 1),
    }
    row: VacatureRij = _row(VacatureRij, defaults, changes)
    return row


def werkgeversvraag(**changes: Any) -> WerkgeversvraagRij:
    defaults = {
        "vraag": "Hoe vind ik een bakker voor de nacht?",
        "soort": "personeel",
        "ontvangen_op": date(2026, 11, 12),
        "behandelaar": "Karin Smit",
    }
    row: WerkgeversvraagRij = _row(WerkgeversvraagRij, defaults, changes)
    return row


def sheet(**changes: Any) -> Werkgeversblad:
    """An empty werkgever unless told otherwise; `naam` names the werkgever."""
    card = changes.pop("werkgever", None) or werkgever(naam=changes.pop("naam", NAME))
    values: dict[str, Any] = dict.fromkeys(Werkgeversblad.__dataclass_fields__, ()) | {"werkgever": card}
    return Werkgeversblad(**values | changes)


def full_sheet(naam: str = NAME) -> Werkgeversblad:
    """The werkgever of the design's picture."""
    return sheet(
        werkgever=werkgever(naam=naam, handelsnamen=("De Lindehof", "Brood & Zo")),
        vestigingen=(
            vestiging(vestigingsnummer="000012345678"),
            vestiging(
                naam="Winkel Huizen",
                hoofdvestiging=False,
                straat="Havenstraat",
                huisnummer=3,
                toevoeging="a",
                postcode="1271AC",
                woonplaats="Huizen",
                gemeente="Huizen",
            ),
        ),
        contactpersonen=(
            contactpersoon(email="anouk@lindehof.example"),
            contactpersoon(naam="Herman Post", functie="directeur, belt liever zelf", telefoon="0600001230"),
            contactpersoon(
                naam="Sevda Yıldız",
                functie="teamleider expeditie",
                telefoon="0350000127",
                niet_benaderen=True,
            ),
        ),
        acties=(
            actie(
                gevraagde_handeling="Drie profielen sturen van mensen die vroeg kunnen beginnen",
                deadline=date(2026, 11, 20),
                wacht=True,
            ),
            actie(),
            actie(soort="bezoek", gevraagde_handeling="Bezoek", deadline=date(2026, 12, 3)),
        ),
        afspraken=(afspraak(),),
        contacten=(
            contactmoment(
                datum=date(2026, 11, 17),
                medewerker="Karin Smit",
                kanaal="bezoek",
                wacht=True,
                onderwerp="kennismaking",
                notitie="Rondleiding nieuwe productiehal. Vanaf januari twee mensen voor de inpak. "
                "Staan open voor proefplaatsing.",
            ),
            contactmoment(),
            contactmoment(
                datum=date(2026, 6, 3),
                medewerker="Karin Smit",
                kanaal="bezoek",
                contactpersonen=("Anouk de Vries", "Herman Post"),
                notitie="Werk anders organiseren: dozen vouwen apart. Eerst één proef op de expeditie.",
            ),
            contactmoment(
                datum=date(2026, 5, 4),
                medewerker="Sander Vos",
                vertrouwelijk=True,
                notitie="GEHEIM",
                buiten_regie=True,
            ),
            contactmoment(
                datum=date(2026, 3, 19),
                medewerker="Joost van Doorn",
                kanaal="bezoek",
                contactpersonen=(),
                notitie=None,
                contact_gelukt=False,
            ),
        ),
        regies=(regie(accountmanager="Karin Smit", van=date(2026, 3, 12), tot=None, reden=None), regie()),
    )
