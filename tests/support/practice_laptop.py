"""A real laptop for the window's tests: SQLCipher, the region of the oefenomgeving, and a played centre.

`StagedLaptop` lives at one fixed moment and can be told what goes wrong. The region is made once per
test process and copied; whatever a test needs besides is written with commands, the test's own (`doe`) or a
colleague's (`colleague`).
"""

from __future__ import annotations

import shutil
import threading
import weakref
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

from sqlalchemy import Engine, event, text

from desktop.clock import Clock, clock_at
from desktop.laptop import Progress
from desktop.models import capture
from desktop.models.changes import Changes
from desktop.models.commands import NEWEST
from desktop.models.context import Actor
from desktop.models.errors import EnvironmentFailure
from desktop.models.outcome import GEWEIGERD, Outcome
from desktop.models.store import laptop_engine, new_session
from desktop.practice.authority import Authority, Message
from desktop.practice.holding import keep_what_is_mine
from desktop.practice.laptop import PracticeLaptop
from desktop.practice.region import make
from desktop.profile import Profile
from desktop.reports.whole_file import Stopped
from desktop.sync import facts, rebase
from desktop.sync.lease import Revoked
from desktop.sync.result import SyncRound
from tests.support.region import KEY, empty_database

NOW = datetime(2026, 11, 17, 9, 42, tzinfo=UTC)  # a Tuesday, 10:42 in the region
TODAY = NOW.date()
UPDATED = NOW - timedelta(minutes=4)
SECONDS_TO_GO_ON = 10.0
IMPORT_PART = 100
BAKERY, CARE, TIMBER = "Bakkerij De Lindehof", "Zorggroep Heidezicht", "Houtbouw Eemvallei"
UNHELD = "Jachtwerf Stichtse Kade"
KARIN, FATIMA, YOUSSEF, MARLEEN = "karin", "fatima", "youssef", "marleen"


class StagedClock(Clock):
    """Stands still until it is told to move; its ids still differ."""

    moment = NOW

    def now(self) -> datetime:
        return self.moment


@dataclass(frozen=True, slots=True)
class Template:
    """A database file that tests copy, and whose laptop it is."""

    content: bytes
    identity: facts.Identity


@cache
def template(who: str, empty: bool) -> Template:
    """Made once per test process: filled four minutes before `NOW`, or never filled."""
    if empty:
        return Template(empty_database(), template(who, False).identity)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "werkregie.db"
        path.write_bytes(empty_database())
        engine = laptop_engine(path, KEY, writer=True)
        make(engine, clock_at(UPDATED), clock_at(UPDATED).new_id(), who, oefen=False)
        with engine.begin() as connection:
            identity = facts.identity(connection)
        engine.dispose()
        assert identity is not None
        return Template(path.read_bytes(), identity)


@dataclass(frozen=True, slots=True)
class _Sent:
    """A colleague's command that comes in with the next round."""

    door: str
    naam: str
    argumenten: Mapping[str, Any]
    tijd: datetime


class StagedLaptop(PracticeLaptop):
    """`refuse` maps a command's name (or `overzicht`) to what it raises; `done` lists the commands that took.

    `steps` is what a round tells of its progress; after each it waits for `go_on`, and `told` counts them.
    `sheets` does the same for paper. `at_the_centre`: rows there, and how many of them are here.
    `on_call` hears the name of each method in `_HEARD`.
    """

    def __init__(self, who: str = KARIN, *, empty: bool = False, practice: bool = False) -> None:
        made = template(who, empty)
        self.folder = Path(mkdtemp(prefix="werkregie-"))
        path = self.folder / "werkregie.db"
        path.write_bytes(made.content)
        writer, readers = _engine(path, True), _engine(path, False)
        self.staged = StagedClock(NOW - datetime.now(UTC))
        identity = replace(made.identity, oefen=practice)
        laptop_id = self.staged.new_id()
        super().__init__(writer, readers, self.staged, laptop_id, identity, None, lambda: None)
        self.profile = Profile(self.folder)
        self.refuse: dict[str, Exception] = {}
        self.done: list[tuple[str, dict[str, object]]] = []
        self.rounds = 0
        self.steps: list[tuple[int, int, int]] = []
        self.told = 0
        self.at_the_centre = (0, 0)
        self.sheets = 0
        self.go_on = threading.Event()
        self.printed: list[tuple[str | None, str | None, str]] = []
        self.revoked = False
        self.on_call: Callable[[str], object] = str
        self._sent: list[_Sent] = []
        self._tidy = weakref.finalize(self, _tidy, writer, readers, self.folder)

    @property
    def moment(self) -> datetime:
        """The present in which this laptop lives."""
        return self.staged.moment

    @moment.setter
    def moment(self, value: datetime) -> None:
        object.__setattr__(self.staged, "moment", value)  # a Clock is frozen

    def close(self) -> None:
        """Ends all connections and takes the files away."""
        self._tidy()

    # ------------------------------------------------------------- asking

    def id(self, naam: str) -> str:
        """The werkgever whose name begins so."""
        return self._one("SELECT id FROM werkgever WHERE naam LIKE :naam", naam=f"{naam}%")

    def persoon(self, naam: str) -> str:
        """The contactpersoon with this name."""
        return self._one("SELECT id FROM contactpersoon WHERE naam = :naam", naam=naam)

    def medewerker(self, naam: str) -> str:
        """The colleague whose name begins so."""
        return self._one("SELECT id FROM medewerker WHERE naam LIKE :naam", naam=f"{naam}%")

    def actie(self, handeling: str) -> str:
        """The actie whose description begins so."""
        return self._one("SELECT id FROM actie WHERE gevraagde_handeling LIKE :wat", wat=f"{handeling}%")

    def _one(self, query: str, **values: str) -> str:
        with self._readers.connect() as connection:
            return str(connection.execute(text(query), values).scalar_one())

    # ------------------------------------------------------------- doing

    def doe(
        self, naam: str, argumenten: Mapping[str, Any], uuid: str | None = None, tijd: datetime | None = None
    ) -> Outcome:
        if naam in self.refuse:
            raise self.refuse[naam]
        outcome = super().doe(naam, argumenten, uuid, tijd)
        self.done.append((naam, dict(argumenten)))
        return outcome

    def colleague(
        self, door: str, naam: str, argumenten: Mapping[str, Any], op: datetime | None = None
    ) -> None:
        """Somebody else's command, by the beginning of the name; here after the next round."""
        self._sent.append(_Sent(door, naam, argumenten, op or self.moment))

    def arrive(self) -> Changes:
        """What colleagues sent comes in now, beneath what waits here."""
        sent, self._sent = self._sent, []
        with self._writer.begin() as connection, new_session(connection) as session:
            capture.switch(connection, False)
            rebase.put_back(connection, rebase.Intake())
            authority = Authority(session)
            for one in sent:
                outcome = authority.run(self._message(one), self.moment)
                assert outcome.result != GEWEIGERD, f"{one.naam} of {one.door}: {outcome.code}"
            session.flush()
            keep_what_is_mine(connection, self.actor, self.today())
            rebase.run_again(session, self.actor, self.laptop_id)
            session.flush()
        return authority.changes

    def imported(self, names: Iterable[str]) -> None:
        """Werkgevers that a colleague brought in with an import, here already."""
        rows = [{"id": self.staged.new_id(), "naam": naam} for naam in names]
        batch = self.staged.new_id()
        for start in range(0, len(rows), IMPORT_PART):
            part = {"batch": batch, "bestand": "lijst.csv", "regels": rows[start : start + IMPORT_PART]}
            self.colleague("Marleen", "werkgever.importeer", part)
        self.arrive()

    def nothing_to_choose(self) -> None:
        """Everything in Afstemming was read or chosen before."""
        for row in self.afstemming():
            keuze = "ander" if row.soort == "conflict" else "gelezen"
            choice = {"afstemming_id": row.id, "keuze": keuze}
            self.colleague(self.actor.naam, "afstemming.kies", choice)
        self.arrive()

    def _message(self, one: _Sent) -> Message:
        query = "SELECT id, naam, rol, regio_id FROM medewerker WHERE naam LIKE :naam"
        with self._readers.connect() as connection:
            row = connection.execute(text(query), {"naam": f"{one.door}%"}).one()
        actor = Actor(row.id, row.naam, row.rol, row.regio_id)
        uuid, versie = self.staged.new_id(), NEWEST[one.naam].VERSION
        return Message(actor, "elders", uuid, one.naam, versie, one.argumenten, one.tijd)

    def sync(self, progress: Progress | None = None) -> SyncRound:
        self.rounds += 1
        for step in self.steps:
            self.told += 1
            if progress is not None:
                progress(*step)
            self._wait("centrum_te_laat")
        if self.revoked:
            raise Revoked("laptop_ingetrokken")
        came = self.arrive() if self._sent and not self.offline else Changes()
        result = super().sync(progress)
        result.changes = result.changes.merged(came)
        return result

    def nog_op_te_halen(self) -> tuple[int, int]:
        return self.at_the_centre

    def overzicht(
        self,
        pad: Path,
        werkgever_id: str | None,
        accountmanager_id: str | None,
        voor: str = "intern",
        stop: Callable[[], bool] = lambda: False,
        progress: Callable[[int], None] = lambda _done: None,
    ) -> Path:
        if "overzicht" in self.refuse:
            raise self.refuse["overzicht"]
        self.printed.append((werkgever_id, accountmanager_id, voor))
        for done in range(1, self.sheets + 1):
            progress(done)
            self._wait("bestand_niet_te_schrijven")
            if stop():
                raise Stopped
        return super().overzicht(pad, werkgever_id, accountmanager_id, voor, stop, progress)

    def _wait(self, code: str) -> None:
        if not self.go_on.wait(SECONDS_TO_GO_ON):
            raise EnvironmentFailure(code)
        self.go_on.clear()


def _engine(path: Path, writer: bool) -> Engine:
    """Without waiting for the disk: no test cuts the power."""
    engine = laptop_engine(path, KEY, writer=writer, size=1 if writer else 4)
    event.listen(engine, "connect", lambda raw, _record: raw.execute("PRAGMA synchronous = OFF"))
    return engine


def _tidy(writer: Engine, readers: Engine, folder: Path) -> None:
    writer.dispose()
    readers.dispose()
    shutil.rmtree(folder, ignore_errors=True)


_HEARD = (
    "werkgevers",
    "blad",
    "dossier",
    "tijdlijn",
    "vandaag",
    "afstemming",
    "wachtrij",
    "stand",
    "concept",
    "bewaar_concept",
)


def _heard(name: str) -> Callable[..., Any]:
    def call(self: StagedLaptop, *args: Any, **more: Any) -> Any:
        self.on_call(name)
        return getattr(PracticeLaptop, name)(self, *args, **more)

    return call


for _name in _HEARD:
    setattr(StagedLaptop, _name, _heard(_name))
