"""What every history begins with: employers that all know, and candidates with something of everything.

Ids are the first in every list, so that a small number in a generated command means them.
"""

from __future__ import annotations

from typing import Any

from tests.sync.simulation.seat import SimulatedSeat


def _first(letter: str, count: int = 1) -> list[str]:
    return [f"00000000-0000-7000-8000-0000000000{letter}{n}" for n in range(count)]


EMPLOYERS = _first("a", 2)
"""Fatima holds the regie on the one, nobody on the other."""
CANDIDATES = _first("c", 3)
"""Sevda's are one who consented and is offered to Anouk, and one who works; the last is Anouk's."""
VACANCIES, FORWARD, PLACED, QUESTION = _first("b"), _first("d"), _first("e"), _first("f")
DAY = "2026-11-19"
LONG_AGO = "2026-05-04"
"""So long that every milestone of who began then is due."""
PLAN: list[dict[str, Any]] = [
    {"id": "00000000-0000-7000-8000-000000000101", "spoor": "werknemer", "naam": "week 2"},
    {"id": "00000000-0000-7000-8000-000000000102", "spoor": "werkgever", "naam": "maand 1"},
]


def lay_down(seats: list[SimulatedSeat]) -> None:
    """Everybody does something; what was done last still waits on the laptops."""
    for seat in seats:
        seat.sync()
    _employers(seats)
    _candidates(seats)


def _employers(seats: list[SimulatedSeat]) -> None:
    fatima, herman, sevda, karin, _, anouk, _ = seats
    first, second = EMPLOYERS
    fatima.doe("werkgever.registreer", id=first, naam="Houtbouw Eemvallei", kvk_nummer="69599084")
    fatima.sync()
    fatima.doe("regie.neem", werkgever_id=first)
    fatima.doe(
        "contact.leg_vast", werkgever_id=first, datum=DAY, kanaal="bezoek",
        notitie="kennisgemaakt", vertrouwelijk=True,
    )  # fmt: skip
    fatima.doe("contactpersoon.registreer", werkgever_id=first, naam="Wim Verkerk")
    fatima.doe("vacature.registreer", id=VACANCIES[0], werkgever_id=first, naam="Timmerman", soort="baan")
    for seat in (fatima, herman, sevda, karin, anouk):
        seat.sync()
    herman.doe("werkgever.registreer", id=second, naam="Caf\u00e9 Noord", woonplaats="Huizen")
    herman.doe("actie.maak", werkgever_id=first, gevraagde_handeling="Bel terug")
    herman.doe("partner.registreer", naam="SBB Midden", soort="sbb")
    herman.doe(
        "werkgeversvraag.registreer", id=QUESTION[0], werkgever_id=first, soort="personeel", vraag="Wie?"
    )
    sevda.doe("contact.leg_vast", werkgever_id=first, datum=DAY, kanaal="telefoon", notitie="gebeld")
    fatima.doe("regie.stel_overdracht_voor", werkgever_id=first, naar_id=herman.person_id)
    fatima.doe(
        "vacature.draag_over", vacature_id=VACANCIES[0], bemiddelaar_ids=[sevda.person_id],
        matchingroute="matchtafel",
    )  # fmt: skip


def _candidates(seats: list[SimulatedSeat]) -> None:
    _, _, sevda, _, _, anouk, _ = seats
    shared, works, other = CANDIDATES
    sevda.doe("kandidaat.registreer", id=shared, roepnaam="geheim0x1 Noor", bronsysteem="VUM", bron_id="a1")
    sevda.doe("kandidaat.geef_toestemming", kandidaat_id=shared, datum=DAY)
    sevda.doe("kandidaat.stel_doelgroep_vast", kandidaat_id=shared, doelgroepen=["wajong"])
    sevda.doe("kandidaat.registreer", id=works, roepnaam="geheim0x2 Mila")
    anouk.doe("kandidaat.registreer", id=other, roepnaam="geheim0x3 Idris")
    sevda.doe(
        "voordracht.doe", id=FORWARD[0], kandidaat_id=shared, vacature_id=VACANCIES[0], datum=DAY,
        toestemming=DAY,
    )  # fmt: skip
    sevda.doe(
        "plaatsing.registreer", id=PLACED[0], kandidaat_id=works, werkgever_id=EMPLOYERS[0],
        soort="leerbaan", start=LONG_AGO,
    )  # fmt: skip
    sevda.doe(
        "instrument.zet_in", kandidaat_id=works, plaatsing_id=PLACED[0], code="loonkostensubsidie",
        aangevraagd_op=DAY,
    )  # fmt: skip
    later = [{**line, "gepland_op": "2026-12-03"} for line in PLAN]
    sevda.doe("nazorg.plan", plaatsing_id=PLACED[0], items=later)
    sevda.doe("signaal.meld", werkgever_id=EMPLOYERS[0], categorie="risico_plaatsing", tekst="Let op")
    sevda.sync()
    sevda.doe("kandidaat.draag_over", kandidaat_id=shared, naar_id=anouk.person_id)
