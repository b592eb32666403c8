"""The storyline of the contract: real processes play each step, then it is checked. More in placing.py.

Offline means that the centre's process is stopped: nothing answers on its port. A step that does not hold
raises; what it then says is what was expected and not found.
"""

from __future__ import annotations

import http.client
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from central.embedded import server_version
from desktop.commandline.demo import region
from desktop.commandline.demo.placing import Placing
from desktop.commandline.demo.telling import Camera, check
from desktop.commandline.demo.world import HOST, DemoLaptop, World
from desktop.models.context import REGION_TIME

OVERVIEW = "werkgeversoverzicht.pdf"
BAKERY = "Bakkerij De Lindehof"
UNHELD = "Jachtwerf Stichtse Kade"
NEW_KVK = "68750110"
OLDEST_POSTGRES = 15
NOTE = (
    "Rondleiding door de nieuwe productiehal. Vanaf januari zoeken ze twee mensen voor de inpak, "
    "vroege dienst. Ervaring is niet nodig. Ze staan open voor een proefplaatsing."
)
PEOPLE = ("karin", "fatima", "youssef")


@dataclass(slots=True)
class Story:
    """One telling: what a step learns, later steps need."""

    world: World
    now: datetime
    imported: int
    camera: Camera
    kept: dict[str, Any] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    placing: Placing = field(init=False)

    def __post_init__(self) -> None:
        self.placing = Placing(self.world, self.now, self._equals, self.camera)

    @property
    def today(self) -> date:
        return self.now.astimezone(REGION_TIME).date()

    @property
    def karin(self) -> DemoLaptop:
        return self.world.laptop("karin")

    @property
    def fatima(self) -> DemoLaptop:
        return self.world.laptop("fatima")

    @property
    def youssef(self) -> DemoLaptop:
        return self.world.laptop("youssef")

    def steps(self) -> tuple[tuple[str, Callable[[], str]], ...]:
        """Title and action; an action returns what it saw."""
        return (
            ("het werkcentrum draait op PostgreSQL", self._centre_runs),
            ("de laptops melden zich aan en worden gevuld", self._laptops_fill),
            ("beide gaan zonder netwerk verder", self._go_offline),
            ("een bezoek met een afspraak en een vervolgactie", self._visit),
            ("een collega doet tegelijk hetzelfde", self._collision),
            ("samen weer verbonden, niets is weg", self._online),
            ("elke laptop is gelijk aan het werkcentrum", self._equal),
            ("het werkgeversoverzicht is afgedrukt", self._print),
            ("een laptop is ingetrokken en gewist", self._revoke),
            ("een vacature gaat naar de bemiddelaar", self._vacature),
            ("een kandidaat wordt voorgedragen", self.placing.voordracht),
            ("een proefplaatsing en een plaatsing", self.placing.plaatsing),
            ("nazorg zonder netwerk", self.placing.nazorg),
            ("een signaal en het antwoord", self.placing.signaal),
            ("zes maanden later duurzaam", self.placing.duurzaam),
        )

    # ---------------------------------------------------------------- 1–3

    def _centre_runs(self) -> str:
        self.world.centre.start()
        version = server_version(self.world.centre.database)
        check(int(version.split(".")[0]) >= OLDEST_POSTGRES, f"PostgreSQL {version} is te oud")
        check(_status(self.world.centre.port) == http.client.OK, "het werkcentrum is niet gezond")
        return f"PostgreSQL {version}, poort {self.world.centre.port}"

    def _laptops_fill(self) -> str:
        rows = {name: region.enrol(self.world, name)["ontvangen"] for name in PEOPLE}
        region.write_history(self.world, PEOPLE, self.today)
        for name in PEOPLE:
            self.world.laptop(name).run("sync")
            found = self._checked(name)["werkgevers"]
            check(found == self.imported, f"{name} heeft {found} werkgevers en niet {self.imported}")
        check(
            not self.youssef.show("contactpersoon", "--werkgever", self._id("Zorggroep")), "dossier te ruim"
        )
        return f"{self.imported} werkgevers, {rows['karin']} rijen voor karin, {rows['youssef']} voor youssef"

    def _go_offline(self) -> str:
        code = self.world.centre.stop()
        check(code == 0, f"het werkcentrum stopte met code {code}")
        for laptop in (self.karin, self.fatima):
            answer = laptop.run("sync", "--json", expect=3)
            check(answer.out == "" and "niet te bereiken" in answer.err, f"sync zei: {answer.err}")
        return "sync zegt dat het werkcentrum niet te bereiken is"

    # ---------------------------------------------------------------- 4–5

    def _visit(self) -> str:
        bakery = self._id(BAKERY)
        people = self.karin.show("contactpersoon", "--werkgever", bakery)
        anouk = next(row["id"] for row in people if row["naam"] == "Anouk de Vries")
        visit = self.karin.do(
            "contact.leg_vast",
            werkgever_id=bakery,
            datum=self.today.isoformat(),
            tijd="09:10",
            kanaal="bezoek",
            onderwerp="nieuw_talent",
            contactpersoon_ids=[anouk],
            notitie=NOTE,
        )
        about = {"werkgever_id": bakery, "contactmoment_id": visit["id"]}
        agreed = self.karin.do(
            "afspraak.maak",
            **about,
            soort="matchingroute",
            inhoud="Nieuwe mensen draaien eerst twee ochtenden mee in de inpak.",
        )
        promised = self.karin.do(
            "actie.maak",
            **about,
            soort="toezegging",
            gevraagde_handeling="Drie profielen sturen van mensen die vroeg kunnen beginnen",
            deadline=(self.today + timedelta(days=5)).isoformat(),
        )
        self.kept |= {"visit": visit["id"], "agreed": agreed["id"], "promised": promised["id"]}
        check(len(self.karin.show("wachtrij")) == 3, "er wachten geen drie opdrachten")
        shown = self.karin.show("contactmoment", "--id", visit["id"])[0]
        check(
            shown["wacht"] and shown["contactpersonen"] == ["Anouk de Vries"], "het bezoek staat er niet goed"
        )
        self.camera(self.karin, "bezoek-nog-niet-verzonden", bakery)
        self.camera(self.karin, "bezoek-vastleggen", self._id("Houtbouw Eemvallei"))
        return "vastgelegd zonder netwerk, 3 wachten"

    def _collision(self) -> str:
        other = self.fatima.do(
            "contact.leg_vast",
            werkgever_id=self._id(BAKERY),
            datum=self.today.isoformat(),
            tijd="11:40",
            kanaal="telefoon",
            richting="werkgever",
            notitie="Anouk belde over een monteur voor de ovens. Doorgegeven aan Karin.",
        )
        wanted = self._id(UNHELD)
        for laptop in (self.karin, self.fatima):
            asked = laptop.do("regie.neem", werkgever_id=wanted)
            check(asked["uitkomst"] == "aangevraagd", f"de regie is {asked['uitkomst']}")
            check(self._holder(laptop, wanted) is None, "een gevraagde regie telt al mee")
        first = self._register(self.karin, "Pizzeria Bella Vista")
        second = self._register(self.fatima, "Bella Vista Hilversum B.V.")
        own = self.fatima.do(
            "contact.leg_vast",
            werkgever_id=second["id"],
            datum=self.today.isoformat(),
            kanaal="telefoon",
            notitie="Opening in december, zoeken vier mensen voor de keuken.",
        )
        self.kept |= {"other": other["id"], "first": first["id"], "second": second["id"], "own": own["id"]}
        return "beide vroegen dezelfde regie en registreerden hetzelfde KvK-nummer"

    def _register(self, laptop: DemoLaptop, naam: str) -> dict[str, Any]:
        return laptop.do(
            "werkgever.registreer",
            naam=naam,
            kvk_nummer=NEW_KVK,
            straat="Groest",
            huisnummer=44,
            postcode="1211 EA",
            woonplaats="Hilversum",
            sector="Horeca",
        )

    # ---------------------------------------------------------------- 6–9

    def _online(self) -> str:
        self.world.centre.start()
        sent = [self.karin.ask("sync"), self.fatima.ask("sync")]
        for laptop in (self.karin, self.fatima, self.youssef):
            laptop.run("sync")
        check(sent[0]["geweigerd"] == 0 and sent[1]["geweigerd"] == 1, f"geweigerd: {sent}")
        for laptop in (self.karin, self.fatima):
            self._nothing_lost(laptop)
            check(not laptop.show("wachtrij"), f"bij {laptop.naam} wacht nog iets")
        inbox = self.fatima.show("afstemming")
        said = next((row["tekst"] for row in inbox if row["soort"] == "weigering"), "")
        check(said.startswith("Karin Smit heeft de regie"), f"Fatima leest: {said}")
        told = [row["tekst"] for row in self.karin.show("afstemming")]
        check(
            any("Fatima El Idrissi" in text for text in told), "Karin leest niets over het contact van Fatima"
        )
        self.camera(self.fatima, "afstemming")
        self.camera(self.youssef, "regie-bij-een-ander", self._id(BAKERY))
        return f"Fatima leest: {said}"

    def _nothing_lost(self, laptop: DemoLaptop) -> None:
        contacts = {row["id"]: row for row in laptop.show("contactmoment")}
        for key in ("visit", "other", "own"):
            row = contacts.get(self.kept[key])
            check(row is not None and bool(row["notitie"]), f"{laptop.naam} mist een contact ({key})")
        check(bool(laptop.show("actie", "--id", self.kept["promised"])), f"{laptop.naam} mist de toezegging")
        check(bool(laptop.show("afspraak", "--id", self.kept["agreed"])), f"{laptop.naam} mist de afspraak")
        same = [row for row in laptop.show("werkgever") if row["kvk_nummer"] == NEW_KVK]
        check([row["id"] for row in same] == [self.kept["first"]], f"{laptop.naam}: {len(same)} werkgevers")
        check(contacts[self.kept["own"]]["werkgever_id"] == self.kept["first"], "het contact volgde niet")
        holder = self._holder(laptop, self._id(UNHELD))
        check(holder == "Karin Smit", f"de regie is bij {holder}")

    def _equal(self) -> str:
        totals = [self._checked(name)["buckets"] for name in PEOPLE]
        check(all(one["regio"] == totals[0]["regio"] for one in totals), "de laptops verschillen onderling")
        found = self.world.centre.run("onderhoud", "--json").object()
        check(found["klopt"], f"het werkcentrum telt anders: {found}")
        self.camera(self.karin, "werkgevers", self._id(BAKERY))
        return f"{totals[0]['regio']['aantal']} rijen in regio, controlegetal {totals[0]['regio']['hash']}"

    def _checked(self, name: str) -> Mapping[str, Any]:
        return self._equals(self.world.laptop(name))

    @staticmethod
    def _equals(laptop: DemoLaptop) -> Mapping[str, Any]:
        """What `controle` says of a laptop that equals the centre."""
        found = laptop.ask("controle", "--centrum")
        check(found["klopt"] and found["centrum"] is True, f"controle bij {laptop.naam}: {found}")
        return found

    def _print(self) -> str:
        target = self.world.folder / OVERVIEW
        people = {row["naam"]: row["id"] for row in self.karin.show("medewerker")}
        karin = people["Karin Smit"]
        made = self.karin.ask("overzicht", "--accountmanager", karin, "--uit", str(target))
        regies = self.karin.show("regie")
        held = sum(1 for row in regies if row["accountmanager_id"] == karin and row["tot"] is None)
        check(made["werkgevers"] == held, f"{made['werkgevers']} werkgevers afgedrukt en niet {held}")
        check(_is_pdf(target), "het overzicht is geen PDF")
        return f"{held} werkgevers in {target.name}"

    def _revoke(self) -> str:
        rows = self.world.centre.run("laptops", "--json").lines()
        stolen = next(row["id"] for row in rows if row["medewerker"] == "Fatima El Idrissi")
        self.world.centre.run("trek-in", "--laptop", stolen)
        laptop = self.fatima
        answer = laptop.run("sync", expect=1)
        check("ingetrokken" in answer.err, f"sync zei: {answer.err}")
        check(not laptop.place.profile.database.exists(), "de database staat er nog")
        check(not laptop.key_file.exists(), "de sleutel staat er nog")
        laptop.run("toon", "werkgever", "--json", expect=1)
        rows = self.world.centre.run("laptops", "--json").lines()
        row = next(row for row in rows if row["id"] == stolen)
        check(row["gewist_op"] is not None, "het werkcentrum weet niet dat de laptop gewist is")
        check(self.karin.ask("sync")["openstaand"] == 0, "de laptop van Karin werkt niet meer")
        return "de gegevens en de sleutel van Fatima's laptop zijn weg"

    # ---------------------------------------------------------------- 10–15

    def _vacature(self) -> str:
        return self.placing.vacature(self._id(BAKERY), self.kept["visit"])

    # ---------------------------------------------------------------- asking

    def _id(self, name: str) -> str:
        if not self.ids:
            self.ids = {row["naam"]: row["id"] for row in self.karin.show("werkgever")}
        return next(row_id for naam, row_id in self.ids.items() if naam.startswith(name))

    def _holder(self, laptop: DemoLaptop, werkgever_id: str) -> str | None:
        found: str | None = laptop.show("werkgever", "--id", werkgever_id)[0]["regiehouder"]
        return found


def _status(port: int) -> int:
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", "/gezond")
        return connection.getresponse().status
    finally:
        connection.close()


def _is_pdf(path: Path) -> bool:
    content = path.read_bytes()
    return content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
