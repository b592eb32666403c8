"""Random histories: several people on several laptops who work, lose the line, restart and sync in any order.

Each history begins from the same prepared region: a copy of the centre's database and of the laptops'
folders, and speaks to the centre without HTTP but through the packed messages.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url

from central.app import Centre
from central.settings import Settings
from desktop import compose
from desktop.clock import clock_at
from desktop.models import narrow
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.store import central_engine
from desktop.sync import protocol
from desktop.sync.protocol import SyncRequest, SyncResponse
from desktop.sync.transport import HttpTransport
from tests.support.databases import PostgresFarm
from tests.support.region import MOMENT, Seat, World

PEOPLE = ("fatima", "herman", "sevda", "karin")
KVK = ("69599084", "68750110", None)
Choice = Callable[[int], int]


@dataclass
class Start:
    """The region from which every history begins."""

    farm: PostgresFarm
    database: str
    folder: Path
    places: list[compose.Place]


@dataclass
class History:
    """One course of events, and what must be true at its end."""

    world: World
    centre: Centre
    contacts: dict[str, str] = field(default_factory=dict)
    lose: str = ""

    def step(self, seat: Seat, what: str, a: int, b: int) -> None:
        """One thing that one person does; what the program refuses at once is no failure."""
        with contextlib.suppress(Weigering):
            getattr(self, f"_{what}")(seat, a, b)

    def _pick(self, seat: Seat, a: int, table: str = "werkgever") -> str:
        ids = sorted(seat.rows(table))
        if not ids:
            raise Weigering("werkgever_onbekend")
        return ids[a % len(ids)]

    def _register(self, seat: Seat, a: int, b: int) -> None:
        seat.doe("werkgever.registreer", naam=f"Bakkerij {a} {b}", kvk_nummer=KVK[a % 3])

    def _visit(self, seat: Seat, a: int, b: int) -> None:
        made = seat.doe(
            "contact.leg_vast", werkgever_id=self._pick(seat, a), datum="2026-11-20", kanaal="bezoek",
            notitie=f"notitie {a} {b}", vertrouwelijk=b % 3 == 0,
        )  # fmt: skip
        assert made.id is not None
        self.contacts[made.id] = seat.person

    def _correct(self, seat: Seat, a: int, b: int) -> None:
        contact = self._pick(seat, a, "contactmoment")
        seat.doe(
            "contact.wijzig", contactmoment_id=contact, notitie=f"verbeterd {b}", vertrouwelijk=b % 2 == 0
        )

    def _person(self, seat: Seat, a: int, b: int) -> None:
        seat.doe("contactpersoon.registreer", werkgever_id=self._pick(seat, a), naam=f"Persoon {b}")

    def _person_changes(self, seat: Seat, a: int, b: int) -> None:
        person = self._pick(seat, a, "contactpersoon")
        seat.doe("contactpersoon.wijzig", contactpersoon_id=person, functie=f"functie {b}")

    def _task(self, seat: Seat, a: int, b: int) -> None:
        colleague = sorted(seat.rows("medewerker"))[b % len(seat.rows("medewerker"))]
        seat.doe(
            "actie.maak",
            werkgever_id=self._pick(seat, a),
            gevraagde_handeling=f"doe {b}",
            toegewezen_aan_id=colleague,
        )

    def _task_done(self, seat: Seat, a: int, b: int) -> None:
        seat.doe("actie.rond_af", actie_id=self._pick(seat, a, "actie"))

    def _task_later(self, seat: Seat, a: int, b: int) -> None:
        seat.doe(
            "actie.verzet",
            actie_id=self._pick(seat, a, "actie"),
            deadline=f"2026-12-{1 + b:02}",
            reden="ziek",
        )

    def _ask(self, seat: Seat, a: int, b: int) -> None:
        seat.doe("contactverzoek.doe", werkgever_id=self._pick(seat, a), vraag=f"Mag ik bellen? {b}")

    def _respond(self, seat: Seat, a: int, b: int) -> None:
        asked = self._pick(seat, a, "actie")
        seat.doe("contactverzoek.beantwoord", contactverzoek_id=asked, akkoord=b % 2 == 0)

    def _pin(self, seat: Seat, a: int, b: int) -> None:
        seat.doe("contact.zet_vast", contactmoment_id=self._pick(seat, a, "contactmoment"), vast=b % 3 != 0)

    def _place(self, seat: Seat, a: int, b: int) -> None:
        seat.doe(
            "vestiging.registreer", werkgever_id=self._pick(seat, a), woonplaats=f"Plaats {b}",
            hoofdvestiging=b % 2 == 0,
        )  # fmt: skip

    def _place_changes(self, seat: Seat, a: int, b: int) -> None:
        fields: list[dict[str, Any]] = [{"straat": f"Straat {b}"}, {"hoofdvestiging": True}]
        seat.doe("vestiging.wijzig", vestiging_id=self._pick(seat, a, "vestiging"), **fields[b % 2])

    def _list(self, seat: Seat, a: int, b: int) -> None:
        kept = sorted(seat.rows("bewaarde_lijst"))
        again: dict[str, Any] = {"id": kept[b % len(kept)]} if kept and b % 2 else {}
        seat.doe("lijst.bewaar", naam=f"Lijst {a % 4}", keuze={"tekst": f"zoek {b}"}, **again)

    def _list_goes(self, seat: Seat, a: int, b: int) -> None:
        seat.doe("lijst.verwijder", lijst_id=self._pick(seat, a, "bewaarde_lijst"))

    def _change(self, seat: Seat, a: int, b: int) -> None:
        fields: list[dict[str, Any]] = [
            {"website": f"{seat.person}{b}.nl"},
            {"sector": f"sector {b}"},
            {"naam": f"Naam {b}"},
        ]
        seat.doe("werkgever.wijzig", werkgever_id=self._pick(seat, a), **fields[b % 3])

    def _claim(self, seat: Seat, a: int, b: int) -> None:
        seat.doe("regie.neem", werkgever_id=self._pick(seat, a))

    def _assign(self, seat: Seat, a: int, b: int) -> None:
        who = self.world.person_id(PEOPLE[b % 2])
        seat.doe("regie.wijs_toe", werkgever_id=self._pick(seat, a), accountmanager_id=who)

    def _offer(self, seat: Seat, a: int, b: int) -> None:
        receiver = self.world.person_id(PEOPLE[b % 3])
        seat.doe("regie.stel_overdracht_voor", werkgever_id=self._pick(seat, a), naar_id=receiver)

    def _reply(self, seat: Seat, a: int, b: int) -> None:
        about: dict[str, Any] = {"overdracht_id": self._pick(seat, a, "overdracht")}
        answers: list[tuple[str, dict[str, Any]]] = [
            ("regie.aanvaard_overdracht", {}),
            ("regie.aanvaard_overdracht", {}),
            ("regie.weiger_overdracht", {"reden": f"reden {b}"}),
            ("regie.trek_overdracht_in", {}),
            ("regie.meld_kennismaking", {"datum": "2026-11-20"}),
            ("regie.rond_overdracht_af", {}),
        ]
        naam, more = answers[b % 6]
        seat.doe(naam, **about, **more)

    def _away(self, seat: Seat, a: int, b: int) -> None:
        only: dict[str, Any] = {"werkgever_ids": [self._pick(seat, a)]} if a % 3 == 0 else {}
        seat.doe(
            "regie.stel_waarneming_in", waarnemer_id=self.world.person_id(PEOPLE[b % 3]),
            van="2026-11-20", tot="2026-11-27", **only,
        )  # fmt: skip

    def _back(self, seat: Seat, a: int, b: int) -> None:
        seat.doe("regie.beeindig_waarneming", waarneming_id=self._pick(seat, a, "waarneming"))

    def _undo(self, seat: Seat, a: int, b: int) -> None:
        """One of the last things that this person did."""
        found = seat.sql("SELECT uuid FROM opdracht ORDER BY n DESC LIMIT 6")
        if found:
            seat.doe("ongedaan.maak", opdracht_uuid=found[a % len(found)][0])

    def _merge(self, seat: Seat, a: int, b: int) -> None:
        keeps, goes = self._pick(seat, a), self._pick(seat, b)
        seat.doe("werkgever.voeg_samen", werkgever_id=keeps, dubbel_id=goes)

    def _answer(self, seat: Seat, a: int, b: int) -> None:
        choice = ("mijne", "ander", "beide", "later", "gelezen")[b % 5]
        seat.doe("afstemming.kies", afstemming_id=self._pick(seat, a, "afstemming"), keuze=choice)

    def _role(self, seat: Seat, a: int, b: int) -> None:
        rol = ("bemiddelaar", "accountmanager", "beheerder", "teamleider")[a % 4]
        self.world.change_person("sevda", rol=rol)

    def _restart(self, seat: Seat, a: int, b: int) -> None:
        seat.reopen()

    def _sync(self, seat: Seat, a: int, b: int) -> None:
        seat.sync()

    def _cut(self, seat: Seat, a: int, b: int) -> None:
        """The question or the answer gets lost."""
        self.lose = ("question", "answer")[a % 2]
        with contextlib.suppress(EnvironmentFailure):
            seat.sync()
        self.lose = ""

    def call(self, token: str, request: SyncRequest) -> SyncResponse:
        """What `HttpTransport.sync` does, without a socket."""
        if self.lose == "question":
            raise EnvironmentFailure("centrum_onbereikbaar")
        received: SyncRequest = protocol.unpack(protocol.pack(request), SyncRequest)
        response = protocol.pack(self.centre.sync(token, received))
        if self.lose == "answer":
            raise EnvironmentFailure("centrum_afgebroken")
        answer: SyncResponse = protocol.unpack(response, SyncResponse)
        return answer

    def finish(self) -> None:
        """Everybody syncs until it is quiet; then the invariants of anchors/sync.md §3 hold."""
        for _ in range(3):
            for seat in self.world.seats:
                seat.sync()
        assert all(set(seat.sync().counts().values()) == {0} for seat in self.world.seats)
        self.world.assert_converged()
        made = {row.id: row.naam for row in self.world.sql(
            "SELECT c.id, m.naam FROM contactmoment c JOIN medewerker m ON m.id = c.medewerker_id"
        )}  # fmt: skip
        assert made == self.contacts, "a contact was lost or made twice"
        two = "SELECT 1 FROM regie WHERE tot IS NULL GROUP BY werkgever_id HAVING count(*) > 1"
        assert self.world.sql(two) == []
        lost = (
            "SELECT 1 FROM overdracht o WHERE status = 'voorgesteld' AND NOT EXISTS (SELECT 1 FROM regie r "
        )
        lost += "WHERE r.werkgever_id = o.werkgever_id AND r.tot IS NULL AND r.accountmanager_id = o.van_id)"
        assert self.world.sql(lost) == [], "an offer of a regie that is gone"
        mains = "SELECT 1 FROM vestiging WHERE hoofdvestiging AND verwijderd_op IS NULL "
        assert self.world.sql(mains + "GROUP BY werkgever_id HAVING count(*) > 1") == []
        for seat in self.world.seats:
            self._quiet(seat)

    def _quiet(self, seat: Seat) -> None:
        assert seat.sql("SELECT * FROM before_image") == []
        assert seat.sql("PRAGMA foreign_key_check") == []
        refused = {row[0] for row in seat.sql("SELECT uuid FROM opdracht WHERE status = 'geweigerd'")}
        shown = {
            row["opdracht_uuid"] for row in seat.rows("afstemming").values() if row["soort"] == "weigering"
        }
        assert refused <= shown, "somebody was not told"
        with seat.laptop._writer.begin() as connection:
            assert narrow.differing(connection) == []
        for table in ("werkgever", "contactpersoon", "contactnotitie"):
            seat.sql(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('integrity-check', 1)")  # noqa: S608


STEPS = tuple(
    name.removeprefix("_")
    for name in vars(History)
    if name.startswith("_") and not name.startswith("__") and name not in ("_pick", "_quiet")
)


def prepare(world: World) -> Start:
    """Four laptops, filled, with one employer that all know; closed, so that their folders can be copied."""
    for person in PEOPLE:
        world.laptop(person)
    world.seats[0].doe("werkgever.registreer", naam="Bij iedereen bekend")
    world.settle()
    for seat in world.seats:
        seat.close()
    world.stop_service()
    world.engine.dispose()
    return Start(world.farm, world.database, world.folder, [seat.place for seat in world.seats])


@contextmanager
def history(start: Start, folder: Path, patch: pytest.MonkeyPatch) -> Iterator[History]:
    """A fresh copy of the region; everything is closed and removed afterwards."""
    name = start.farm._new_name("history")
    start.farm._execute(f"CREATE DATABASE {name} TEMPLATE {start.database}")
    shutil.copytree(start.folder, folder)
    url = start.farm.url(name)
    assert make_url(url).database == name
    world = World(name, folder, start.farm, clock_at(MOMENT), central_engine(url))
    course = History(world, Centre(world.engine, Settings(url, world.clock)))
    patch.setattr(HttpTransport, "sync", lambda line, request: course.call(line._token or "", request))
    try:
        for person, old in zip(PEOPLE, start.places, strict=True):
            place = compose.Place(
                folder / old.folder.name, folder / "sleutels" / f"{old.folder.name}.json", MOMENT
            )
            stack = ExitStack()
            world.seats.append(Seat(person, place, stack.enter_context(compose.open_laptop(place)), stack))
        yield course
    finally:
        world.stop()
        start.farm.drop(name)
        shutil.rmtree(folder)


Steps = list[tuple[int, str, int, int]]


def play(course: History, steps: Steps) -> Any:
    """Does it all, and checks the end."""
    for who, what, a, b in steps:
        course.step(course.world.seats[who], what, a, b)
    course.finish()
