"""Something of all that is about placing, in a region with laptops of each role."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.clock import clock_at
from desktop.models.handlers.profiel import profile_id
from desktop.models.store import central_engine
from tests.support import region
from tests.support.databases import PostgresFarm
from tests.support.region import MOMENT, Seat, World, prepare_centre

NAME, SECRET = "Zeldzaamwoord", "vertrouwelijkwoord"
PEOPLE = ("fatima", "herman", "sevda", "noor", "anouk", "karin", "joost")


@dataclass
class Filled:
    """The region with its laptops, and the ids that the tests name."""

    world: World
    seats: dict[str, Seat]
    ids: dict[str, str]
    folder: Path


@contextmanager
def placed_region(farm: PostgresFarm, folder: Path) -> Iterator[Filled]:
    """A region of its own, filled."""
    database = farm.create(prepare_centre)
    world = World(database, folder, farm, clock_at(MOMENT), central_engine(farm.url(database)))
    region.ROLES["noor"] = "bemiddelaar"
    try:
        yield fill(world, folder)
    finally:
        del region.ROLES["noor"]
        world.stop()


def fill(world: World, folder: Path) -> Filled:
    """Fatima holds the regie on the werkgever; Sevda has the candidate, for whom Noor stands in today."""
    world.invite("noor")
    seats = {name: world.laptop(name, anew=name == "noor") for name in PEOPLE}
    fatima, sevda = seats["fatima"], seats["sevda"]
    werkgever = fatima.doe("werkgever.registreer", naam="Houtbouw Eemvallei").id or ""
    fatima.doe("contactpersoon.registreer", werkgever_id=werkgever, naam="Wim Verkerk")
    said: dict[str, Any] = {"werkgever_id": werkgever, "datum": "2026-11-20", "kanaal": "bezoek"}
    fatima.doe("contact.leg_vast", **said, notitie=f"{SECRET} gezegd", vertrouwelijk=True)
    fatima.doe("contact.leg_vast", **said, notitie="Er komt werk")
    vacature = fatima.doe("vacature.registreer", werkgever_id=werkgever, naam="Kok", soort="baan").id
    fatima.doe("regie.neem", werkgever_id=werkgever)
    fatima.sync()
    sevda.sync()
    kandidaat = sevda.doe(
        "kandidaat.registreer", roepnaam=NAME, initiaal="V", beroepen=["Kok"], notitie=f"Over {NAME}"
    ).id or ""  # fmt: skip
    sevda.doe("kandidaat.stel_doelgroep_vast", kandidaat_id=kandidaat, doelgroepen=["wajong"])
    shared = sevda.doe("kandidaat.registreer", roepnaam="Daan", beroepen=["Bakker"]).id or ""
    sevda.doe("kandidaat.geef_toestemming", kandidaat_id=shared, datum="2026-11-20")
    sevda.doe("kandidaat.wijzig", kandidaat_id=kandidaat, notitie=f"{NAME} kookt")
    sevda.doe(
        "voordracht.doe", kandidaat_id=kandidaat, vacature_id=vacature, werkgever_id=werkgever,
        datum="2026-11-20", toestemming="2026-11-19", notitie=f"{NAME} wil graag",
    )  # fmt: skip
    plaatsing = sevda.doe(
        "plaatsing.registreer",
        kandidaat_id=kandidaat,
        werkgever_id=werkgever,
        soort="baan",
        start="2026-11-02",
    ).id
    sevda.doe(
        "instrument.zet_in", kandidaat_id=kandidaat, plaatsing_id=plaatsing, code="no_riskpolis",
        toelichting=f"voor {NAME}",
    )  # fmt: skip
    talk = sevda.doe(
        "nazorg.voeg_toe",
        plaatsing_id=plaatsing,
        spoor="werknemer",
        naam=f"Bel {NAME}",
        gepland_op="2026-12-02",
    ).id
    sevda.doe(
        "nazorg.rond_af", nazorgactie_id=talk, uitgevoerd_op="2026-11-20", resultaat="stabiel",
        notitie=f"{NAME} gaat goed",
    )  # fmt: skip
    sevda.doe("signaal.meld", werkgever_id=werkgever, categorie="kans", tekst="Er is meer werk")
    today = world.today().isoformat()
    sevda.doe("kandidaat.stel_waarneming_in", waarnemer_id=world.person_id("noor"), van=today, tot=today)
    world.settle()
    ids = {
        "profiel_id": profile_id(shared),
        "kandidaat_id": kandidaat,
        "werkgever_id": werkgever,
        "vacature_id": vacature or "",
        "plaatsing_id": plaatsing or "",
    }
    return Filled(world, seats, ids | {"naar_id": world.person_id("noor")}, folder)
