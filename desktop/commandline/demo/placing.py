"""The second half of the storyline: from a vacature to a placement that lasts half a year.

Time passes: the centre and the laptops are given another present (`--nu`), because the region is one for
practice. What is personal is looked for on the laptop of a colleague, where it may not be.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from desktop.commandline.demo.telling import Camera, check
from desktop.commandline.demo.world import DemoLaptop, World
from desktop.models.context import REGION_TIME

CANDIDATE, SOURCE = "Yarosz", "SO-77120-demo"
"""Names that nothing else in the region has, so that finding one is finding this candidate."""
TRIAL_DAYS, FIRST_TALK, HALF_A_YEAR = 62, 10, 190
WHERE = ("werkgever", "contactmoment", "voordracht", "plaatsing", "nazorgactie", "signaal", "afstemming")


@dataclass(slots=True)
class Placing:
    """`equal` checks a laptop against the centre; `kept` are the ids of what was made."""

    world: World
    now: datetime
    equal: Callable[[DemoLaptop], Mapping[str, Any]]
    camera: Camera
    kept: dict[str, str] = field(default_factory=dict)
    days: int = 0

    @property
    def today(self) -> date:
        return self.moment.astimezone(REGION_TIME).date()

    @property
    def moment(self) -> datetime:
        return self.now + timedelta(days=self.days)

    @property
    def karin(self) -> DemoLaptop:
        return self.world.laptop("karin", self.moment if self.days else None)

    @property
    def youssef(self) -> DemoLaptop:
        return self.world.laptop("youssef", self.moment if self.days else None)

    def _later(self, days: int) -> None:
        """Everybody lives so many days later; laptops that were away for long are let in again."""
        self.world.centre.stop()
        self.days = days
        self.world.centre.start(self.moment)
        self._exchange()

    def _exchange(self) -> None:
        """Youssef's laptop sends first, so that Karin's has what he did."""
        for laptop in (self.youssef, self.karin, self.youssef):
            laptop.run("sync")

    def vacature(self, bakery: str, visit: str) -> str:
        """Step 10: what came up in the visit to the bakery."""
        people = {row["naam"]: row["id"] for row in self.karin.show("medewerker")}
        made = self.karin.do(
            "vacature.registreer",
            werkgever_id=bakery,
            contactmoment_id=visit,
            naam="Medewerker inpak, januari",
            soort="baan",
            contract="B",
            aantal_plaatsen=1,
            beroep="Productiemedewerker inpak",
            beroepsklasse="technisch",
            niveau=2,
            uren_min=24,
            uren_max=32,
            onregelmatig=1,
            postcode="1217ZA",
        )
        self.kept["vacature"] = made["id"]
        self.karin.do(
            "vacature.draag_over",
            vacature_id=made["id"],
            bemiddelaar_ids=[people["Youssef Amrani"]],
            matchingroute="rechtstreeks",
        )
        self.karin.run("sync")
        self.youssef.run("sync")
        row = self._one(self.youssef, "vacature", "vacature")
        check(row["status"] == "overgedragen", f"de vacature is {row['status']}")
        check(bool(row["nummer"]), "de vacature heeft geen nummer")
        told = [item["code"] for item in self.youssef.show("afstemming") if item["status"] == "open"]
        check("vacature_gekregen" in told, "Youssef hoort niets van de vacature")
        self.camera(self.karin, "vacatures")
        return f"{row['nummer']} staat bij Youssef"

    def voordracht(self) -> str:
        """Step 11."""
        made = self.youssef.do(
            "kandidaat.registreer",
            roepnaam=CANDIDATE,
            initiaal="M.",
            bronsysteem="Sonar",
            bron_id=SOURCE,
            pc4="1222",
            uren_min=24,
            uren_max=32,
            beroepen=["Productiemedewerker inpak"],
            beroepsklasse="technisch",
            niveau=2,
            soorten_werk=["baan", "proefplaatsing"],
        )
        self.kept["kandidaat"] = made["id"]
        self.youssef.do(
            "kandidaat.stel_doelgroep_vast", kandidaat_id=made["id"], doelgroepen=["doelgroepregister"]
        )
        done = self.youssef.do(
            "voordracht.doe",
            kandidaat_id=made["id"],
            vacature_id=self.kept["vacature"],
            datum=self.today.isoformat(),
            toestemming=self.today.isoformat(),
            kanaal="telefoon",
        )
        self.kept["voordracht"] = done["id"]
        self._exchange()
        own = self._one(self.youssef, "voordracht", "voordracht")
        check(CANDIDATE in str(own), "Youssef ziet zijn eigen kandidaat niet")
        told = [item["code"] for item in self.karin.show("afstemming") if item["status"] == "open"]
        check("voordracht_gedaan" in told, "Karin hoort niets van de voordracht")
        status = self._one(self.karin, "vacature", "vacature")["status"]
        check(status == "voordracht_loopt", f"de vacature is {status}")
        self._unknown_to_karin()
        return "Karin leest dat er een voordracht is, en niet van wie"

    def plaatsing(self) -> str:
        """Step 12."""
        begin = self.today + timedelta(days=1)
        self.youssef.do("voordracht.werk_bij", voordracht_id=self.kept["voordracht"], status="proefplaatsing")
        trial = self._place(soort="proefplaatsing", start=begin, end=begin + timedelta(days=TRIAL_DAYS - 3))
        self._exchange()
        self._later(TRIAL_DAYS)
        last = self.today - timedelta(days=1)
        self.youssef.do(
            "plaatsing.beeindig",
            plaatsing_id=trial,
            einddatum=last.isoformat(),
            reden="vervolg_zelfde_werkgever",
        )
        self.youssef.do(
            "voordracht.werk_bij",
            voordracht_id=self.kept["voordracht"],
            status="geplaatst",
            terugkoppeling="De proef ging goed. Ze gaan samen verder.",
        )
        self.kept["plaatsing"] = self._place(soort="baan", start=self.today, end=None)
        self.youssef.do(
            "instrument.zet_in",
            kandidaat_id=self.kept["kandidaat"],
            plaatsing_id=self.kept["plaatsing"],
            code="loonkostensubsidie",
            forfait=True,
            aangevraagd_op=self.today.isoformat(),
            start=self.today.isoformat(),
            verstrekker="Gemeente Hilversum",
        )
        planned = self._plan()
        self._exchange()
        check(bool(self._one(self.karin, "plaatsing", "plaatsing")["nummer"]), "geen nummer")
        check(not self.karin.show("instrument_inzet"), "Karin ziet een instrument van een kandidaat")
        self.camera(self.youssef, "plaatsingen")
        self._unknown_to_karin()
        return f"proefplaatsing, baan met loonkostensubsidie, {planned} keer nazorg gepland"

    def _place(self, soort: str, start: date, end: date | None) -> str:
        made = self.youssef.do(
            "plaatsing.registreer",
            kandidaat_id=self.kept["kandidaat"],
            voordracht_id=self.kept["voordracht"],
            vacature_id=self.kept["vacature"],
            soort=soort,
            contract="B" if soort == "baan" else None,
            uren=28,
            start=start.isoformat(),
            **({"verwachte_einddatum": end.isoformat()} if end else {}),
        )
        row_id: str = made["id"]
        return row_id

    def _plan(self) -> int:
        """The proposal of the schedule, taken over as it is."""
        named = ("regel", "spoor", "naam", "gepland_op")
        found = self.youssef.show("nazorgvoorstel", "--id", self.kept["plaatsing"])
        items = [
            {name: row[name] for name in named} | {"berekend_op": row["gepland_op"]}
            for row in found
            if not row["voorbij"]
        ]
        tracks = {row["spoor"] for row in items}
        check(tracks == {"werknemer", "werkgever", "relatie"}, f"het voorstel kent alleen {sorted(tracks)}")
        self.youssef.do("nazorg.plan", plaatsing_id=self.kept["plaatsing"], items=items)
        return len(items)

    def nazorg(self) -> str:
        """Step 13."""
        self._later(TRIAL_DAYS + FIRST_TALK)
        self.world.centre.stop()
        talk = self._planned("werknemer")
        self.youssef.do(
            "nazorg.rond_af",
            nazorgactie_id=talk["id"],
            uitgevoerd_op=self.today.isoformat(),
            resultaat="aandacht",
            notitie="Het tempo is hoog. De begeleider is deze week vrij.",
            signaal={
                "categorie": "risico_plaatsing",
                "ernst": "midden",
                "tekst": "De begeleider in de inpak is er deze week niet. Kun jij vragen wie het overneemt?",
            },
        )
        self.kept["talk"] = talk["id"]
        waits = len(self.youssef.show("wachtrij"))
        check(waits == 1, f"er wachten {waits} opdrachten")
        return "het gesprek staat vast zonder netwerk, met een signaal voor Karin"

    def signaal(self) -> str:
        """Step 14."""
        self.world.centre.start(self.moment)
        self._exchange()
        found = [row for row in self.karin.show("signaal") if row["plaatsing_id"] == self.kept["plaatsing"]]
        check(len(found) == 1 and found[0]["status"] == "open", f"Karin ziet {len(found)} signalen")
        self.karin.do(
            "signaal.beantwoord",
            signaal_id=found[0]["id"],
            antwoord="Anouk neemt het over tot vrijdag. Ze belt jou als het niet lukt.",
        )
        self.karin.run("sync")
        self.youssef.run("sync")
        inbox = self.youssef.show("afstemming")
        told = [item["tekst"] for item in inbox if item["code"] == "signaal_antwoord"]
        check(bool(told), "Youssef leest het antwoord niet")
        shown = self._one(self.karin, "nazorgactie", "talk")
        check(shown["status"] == "gedaan" and shown["resultaat"] is None, "Karin leest hoe het gesprek ging")
        self._unknown_to_karin()
        return f"Youssef leest: {told[-1]}"

    def duurzaam(self) -> str:
        """Step 15."""
        self._later(TRIAL_DAYS + HALF_A_YEAR)
        before = self._milestones(self.karin)
        check(before == {1: "onbekend", 3: "onbekend", 6: "onbekend"}, f"mijlpalen: {before}")
        for months in before:
            self.youssef.do(
                "mijlpaal.bevestig",
                plaatsing_id=self.kept["plaatsing"],
                maanden=months,
                uitkomst="gerealiseerd",
                bevestigd_door="werkgever",
            )
        self._exchange()
        after = self._milestones(self.karin)
        check(set(after.values()) == {"gerealiseerd"}, f"mijlpalen: {after}")
        for laptop in (self.karin, self.youssef):
            self.equal(laptop)
        self._unknown_to_karin()
        return "na zes maanden werkt de kandidaat er nog, bevestigd door de werkgever"

    def _milestones(self, laptop: DemoLaptop) -> dict[int, str]:
        rows = [row for row in laptop.show("mijlpaal") if row["plaatsing_id"] == self.kept["plaatsing"]]
        return {row["maanden"]: row["uitkomst"] for row in sorted(rows, key=lambda row: row["maanden"])}

    def _planned(self, track: str) -> dict[str, Any]:
        """The next talk of this track."""
        wanted = {"plaatsing_id": self.kept["plaatsing"], "spoor": track, "status": "gepland"}
        rows = [row for row in self.youssef.show("nazorgactie") if wanted.items() <= row.items()]
        check(bool(rows), f"er is geen nazorg gepland ({track})")
        return min(rows, key=lambda row: str(row["gepland_op"]))

    def _one(self, laptop: DemoLaptop, soort: str, key: str) -> dict[str, Any]:
        rows = laptop.show(soort, "--id", self.kept[key])
        check(bool(rows), f"{laptop.naam} heeft {soort} niet")
        return rows[0]

    def _unknown_to_karin(self) -> None:
        """Neither who it is nor what it says is on the laptop of the accountmanager."""
        for soort in ("kandidaat", "kandidaatregie", "instrument_inzet", "instrument_taak"):
            check(not self.karin.show(soort), f"Karin heeft {soort}")
        said = json.dumps([self.karin.show(soort) for soort in WHERE], ensure_ascii=False)
        for word in (CANDIDATE, SOURCE, self.kept["kandidaat"], "doelgroepregister"):
            check(word not in said, f"op de laptop van Karin staat {word}")
