"""Rows of one werkgever for tests of words and layout: builders with defaults, without a laptop."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from desktop.models.queries.actie_rows import ActieRij, AfspraakRij
from desktop.models.queries.contact_rows import ContactmomentRij
from desktop.models.queries.day_rows import Dossier, ReserveringRij, TijdlijnRij
from desktop.models.queries.regie_rows import OverdrachtRij, RegieRij, WaarnemingRij
from desktop.models.queries.veldwijziging_rows import VeldwijzigingRij
from desktop.models.queries.werkgever_rows import ContactpersoonRij, WerkgeverKaart

TODAY = date(2026, 11, 17)
NOW = datetime(2026, 11, 17, 9, 42, tzinfo=UTC)
KARIN, FATIMA, JOOST = "karin", "fatima", "joost"
NAMES = {KARIN: "Karin Smit", FATIMA: "Fatima El Idrissi", JOOST: "Joost van Doorn"}


def card(**more: Any) -> WerkgeverKaart:
    empty = dict.fromkeys(WerkgeverKaart.__dataclass_fields__)
    values: dict[str, Any] = empty | {
        "id": "w1",
        "nummer": "W-00001",
        "naam": "Bakkerij De Lindehof B.V.",
        "handelsnamen": (),
        "kenmerken": (),
        "erkend_sbb_leerbedrijf": 0,
        "ind_non_mailing": False,
        "actief": True,
        "versie": 1,
        "aangemaakt_op": NOW,
        "gewijzigd_op": NOW,
        "regie_gevraagd": False,
        "wacht": False,
    }
    return WerkgeverKaart(**values | more)


def held_by(who: str) -> WerkgeverKaart:
    return card(regiehouder_id=who, regiehouder=NAMES[who], regie_sinds=date(2026, 3, 12))


def dossier(**more: Any) -> Dossier:
    values: dict[str, Any] = {
        "werkgever": held_by(KARIN),
        "vestigingen": (),
        "contactpersonen": (person(),),
        "acties": (),
        "afspraken": (),
        "regies": (),
        "laatste_contact": None,
        "vastgezet": (),
        "waarneming": None,
        "overdracht": None,
        "reservering": None,
        "contacten_90_dagen": 0,
    }
    return Dossier(**values | more)


def person(**more: Any) -> ContactpersoonRij:
    empty = dict.fromkeys(ContactpersoonRij.__dataclass_fields__)
    values: dict[str, Any] = empty | {
        "id": "p1",
        "werkgever_id": "w1",
        "werkgever": "",
        "naam": "Anouk de Vries",
        "functie": "hr",
        "niet_benaderen": False,
        "versie": 1,
        "wacht": False,
    }
    return ContactpersoonRij(**values | more)


def contact(**more: Any) -> ContactmomentRij:
    values: dict[str, Any] = {
        "id": "c1",
        "werkgever_id": "w1",
        "werkgever": "",
        "vestiging_id": None,
        "datum": TODAY,
        "tijd": "09:10",
        "medewerker_id": KARIN,
        "medewerker": NAMES[KARIN],
        "kanaal": "bezoek",
        "richting": "wij",
        "onderwerp": None,
        "contact_gelukt": None,
        "buiten_regie": False,
        "aanleiding": None,
        "reden_buiten_regie": None,
        "notitie": "Rondleiding door de hal.",
        "vertrouwelijk": False,
        "contactpersonen": ("Anouk de Vries",),
        "versie": 1,
        "wacht": False,
    }
    return ContactmomentRij(**values | more)


def actie(**more: Any) -> ActieRij:
    values: dict[str, Any] = {
        "id": "a1",
        "werkgever_id": "w1",
        "werkgever": "",
        "contactmoment_id": None,
        "contactmoment": None,
        "soort": "toezegging",
        "gevraagde_handeling": "Drie profielen sturen",
        "toelichting": None,
        "toegewezen_aan_id": KARIN,
        "toegewezen_aan": NAMES[KARIN],
        "deadline": date(2026, 11, 20),
        "status": "te_verwerken",
        "versie": 1,
        "wacht": False,
        "door_id": KARIN,
        "door": NAMES[KARIN],
    }
    return ActieRij(**values | more)


def afspraak(**more: Any) -> AfspraakRij:
    values: dict[str, Any] = {
        "id": "f1",
        "werkgever_id": "w1",
        "werkgever": "",
        "soort": "samenwerking",
        "inhoud": "Elk kwartaal twee plekken.",
        "van": date(2026, 7, 1),
        "tot": None,
        "eigenaar_id": KARIN,
        "eigenaar": NAMES[KARIN],
        "status": "loopt",
        "wacht": False,
    }
    return AfspraakRij(**values | more)


def regie(number: int, who: str, van: date, tot: date | None = None, reden: str | None = None) -> RegieRij:
    return RegieRij(f"r{number}", "w1", "", who, NAMES[who], van, tot, reden)


def overdracht(van: str, naar: str, status: str = "voorgesteld", **more: Any) -> OverdrachtRij:
    values: dict[str, Any] = {
        "id": "o1",
        "werkgever_id": "w1",
        "werkgever": "",
        "van_id": van,
        "van": NAMES[van],
        "naar_id": naar,
        "naar": NAMES[naar],
        "status": status,
        "toelichting": None,
        "antwoord": None,
        "voorgesteld_op": NOW,
        "aanvaard_op": None,
        "kennisgemaakt_op": None,
        "afgerond_op": None,
        "open_acties": 0,
        "lopende_afspraken": 0,
        "wacht": False,
    }
    return OverdrachtRij(**values | more)


def waarneming(voor: str, waarnemer: str) -> WaarnemingRij:
    tot = date(2026, 11, 30)
    return WaarnemingRij(
        id="n1",
        voor_id=voor,
        voor=NAMES[voor],
        waarnemer_id=waarnemer,
        waarnemer=NAMES[waarnemer],
        werkgever_id=None,
        werkgever=None,
        van=TODAY,
        tot=tot,
        wacht=False,
    )


def reservering(who: str) -> ReserveringRij:
    return ReserveringRij("s1", "w1", who, NAMES[who], TODAY, date(2026, 12, 1), None)


def wijziging(veld: str, oud: str | None, nieuw: str | None, **more: Any) -> VeldwijzigingRij:
    values: dict[str, Any] = {
        "id": f"v-{veld}",
        "werkgever_id": "w1",
        "werkgever": "Bakkerij De Lindehof B.V.",
        "tabel": "werkgever",
        "veld": veld,
        "oud": oud,
        "nieuw": nieuw,
        "door": NAMES[FATIMA],
        "op": NOW,
        "rij_id": "w1",
    }
    return VeldwijzigingRij(**values | more)


def row(soort: str, rij: Any, dag: date = TODAY, tijd: str | None = None, **more: Any) -> TijdlijnRij:
    key = f"{dag}{tijd or ''}{soort}{getattr(rij, 'id', '')}"
    return TijdlijnRij(key, soort, dag, tijd, rij, more.pop("wacht", False), **more)
