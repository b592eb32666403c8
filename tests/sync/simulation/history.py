"""One course of events: what may happen to people, laptops, line, disks, clocks and centre.

Every method is one step and may be given in any order. What the program refuses at once is no failure;
`Violation` is raised as soon as an invariant does not hold.
"""

from __future__ import annotations

import logging
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

from fastapi import FastAPI
from sqlalchemy.orm import Session

from central import accounts, daily, retention, setup
from desktop.models import steps
from desktop.models.bus import execute
from desktop.models.errors import EnvironmentFailure, Weigering, WerkregieError
from desktop.models.steps import Step
from desktop.models.store import new_session
from desktop.sync import transport
from desktop.sync.lease import Revoked, Sealed
from tests.support.faults import Killed
from tests.support.region import MOMENT
from tests.sync.simulation import commands, fitting, references
from tests.sync.simulation.moment import SimulatedClock, Time
from tests.sync.simulation.network import Call, CentreDied, Network
from tests.sync.simulation.process import directly
from tests.sync.simulation.record import Record
from tests.sync.simulation.seat import Image, SimulatedSeat
from tests.sync.simulation.stage import BASE, PEOPLE, Stage, enrolled

BACKUP = "bewaard"
MARKED: Mapping[str, int | None] = {"notitie": None, "roepnaam": 40}
"""Texts that few laptops may hold, and how many signs fit in them."""
SERVICES = 2
ROLES = ("accountmanager", "bemiddelaar", "teamleider", "beheerder")


class Violation(AssertionError):
    """An invariant of anchors/sync.md §3 does not hold; `name` is I1 … I8."""

    def __init__(self, name: str, what: object) -> None:
        super().__init__(f"{name}: {what}")
        self.name = name


class Complaints(logging.Handler):
    """What the program itself says is wrong: an error is a fault of ours in every history."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.errors: list[str] = []
        self.different: list[str] = []
        self.expected: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps what counts."""
        text = record.getMessage()
        if record.levelno >= logging.ERROR and text not in self.expected:
            cause = record.exc_info[1] if record.exc_info else ""
            self.errors.append(f"{text} {cause!r}" if cause else text)
        elif "differs" in text:
            self.different.append(text)


@dataclass
class History:
    """Begins as the stage was prepared. `counts` tells afterwards how much happened."""

    stage: Stage
    number: int
    counts: Counter[str] = field(default_factory=Counter)
    time: Time = field(default_factory=lambda: Time(MOMENT))
    seats: dict[int, SimulatedSeat] = field(default_factory=dict)
    spare: Iterator[int] = field(default_factory=lambda: iter(range(len(PEOPLE), 99)))
    busy: SimulatedSeat | None = None
    apps: list[FastAPI] = field(default_factory=list)
    beside: bool = False
    damaged: bool = False
    backup: int | None = None
    notes: int = 0
    touched: set[int] = field(default_factory=set)
    """Laptops on which something may have changed since the last look."""
    centre_touched: bool = True

    def __post_init__(self) -> None:
        self.folder = self.stage.folder / f"history-{self.number}"
        self.clock = SimulatedClock(self.time, 91)
        self.record = Record(self.stage.engine, self.clock)
        self.network = Network(self._serve)
        self.complaints = Complaints()
        self.stage.snapshots.put_back(BASE)
        self.record.start()
        self.apps = [self.stage.app(self.clock) for _ in range(SERVICES)]
        shutil.copytree(self.stage.folder / BASE, self.folder)

    # ------------------------------------------------------------------ beginning and end

    @contextmanager
    def open(self) -> Iterator[History]:
        """Inside, the program meets this history's line, clock and log."""
        patch = self.stage.patch
        with patch.context() as inner:
            self.patch = inner
            inner.setattr(transport, "_client", lambda _: self.network.client(self._is_offline))
            inner.setattr(daily, "issue", self.record.watched(daily.issue))
            inner.setattr(daily, "execute", self._given)
            logging.getLogger().addHandler(self.complaints)
            try:
                yield self
            finally:
                logging.getLogger().removeHandler(self.complaints)
                for seat in self.seats.values():
                    with suppress(Exception):
                        seat.close()
                shutil.rmtree(self.folder, ignore_errors=True)

    def seat(self, who: int) -> SimulatedSeat | None:
        """The laptop with this number, opened when it is used for the first time; None when it is gone."""
        numbers = [*range(len(PEOPLE)), *(n for n in self.seats if n >= len(PEOPLE))]
        number = numbers[who % len(numbers)]
        if number not in self.seats:
            place = self.stage.place(self.folder, number, self.time)
            person = PEOPLE[number]
            self.seats[number] = SimulatedSeat.at(place, person, self.stage.people[person])
        self.touched.add(number)
        seat = self.seats[number]
        return None if seat.gone else seat

    def open_seats(self) -> list[SimulatedSeat]:
        """Laptops that took part and still work."""
        return [seat for seat in self.seats.values() if not seat.gone]

    def looked(self) -> tuple[list[SimulatedSeat], bool]:
        """Laptops that may have changed since this was asked, and whether the centre may have."""
        seats = [seat for number in sorted(self.touched) if not (seat := self.seats[number]).gone]
        changed, self.centre_touched = self.centre_touched, False
        self.touched.clear()
        return seats, changed

    def session(self) -> Session:
        """A session on the centre's database."""
        return new_session(self.stage.engine)

    def _given(self, work: Any, command: Any, context: Any) -> Any:
        """What the centre gives by itself counts as given."""
        self.counts[f"done: {command.NAME}"] += 1
        return execute(work, command, context)

    # ------------------------------------------------------------------ the centre's side of a call

    def _is_offline(self) -> bool:
        return self.busy is not None and self.busy.offline

    def _serve(self, call: Call) -> Any:
        which = self.network.calls % len(self.apps)
        self.centre_touched = True
        try:
            if self.beside:
                return directly(self.stage, self.clock, call)
            return self.stage.bridge.serve(self.apps[which], call)
        except CentreDied:
            self.apps[which] = self.stage.app(self.clock)
            raise
        finally:
            self.record.handled(call)

    # ------------------------------------------------------------------ people

    def possible(self, who: int, naam: str) -> list[references.Arguments]:
        """What this command can be about now; one without arguments when it always fits."""
        seat, asked = self.seat(who), fitting.question(naam)
        if seat is None:
            return []
        if asked is None:
            return [{}]
        actor = seat.laptop.actor
        named = {"me": actor.medewerker_id, "rol": actor.rol, "today": seat.today().isoformat()}
        columns, rows = seat.look(asked, named)
        return [fitting.chosen(columns, row) for row in rows]

    def fitting(self, who: int, naam: str, given: references.Arguments, which: int = 0) -> str | None:
        """`command` about one of the things that it can be about now."""
        seat, can = self.seat(who), self.possible(who, naam)
        if seat is None or not can:
            self.counts["nothing that fits"] += seat is not None
            return None
        chosen = can[which % len(can)]
        kept = references.left_out(naam, given, partial(self._ids, seat), commands.needed(naam))
        return self.command(who, naam, {**kept, **chosen})

    def command(self, who: int, naam: str, given: references.Arguments) -> str | None:
        """Somebody does something; its uuid when it was accepted."""
        seat = self.seat(who)
        if seat is None:
            return None
        self.time.pass_by(7)
        uuid = seat.clock.new_id()
        try:
            rows = partial(self._ids, seat)
            arguments = references.resolve(naam, given, rows, seat.clock.new_id, seat.today())
            seat.typed[uuid] = self._mark(arguments)
            seat.doubtful.add(uuid)
            seat.laptop.doe(naam, arguments, uuid=uuid)
        except Sealed:
            seat.reopen()
            return None
        except WerkregieError as reason:
            seat.doubtful.discard(uuid)
            self.counts[f"refused: {reason.code}"] += 1
            self.counts[f"in vain: {naam} {reason.code}"] += 1
            return None
        seat.doubtful.discard(uuid)
        seat.accepted[uuid] = naam
        seat.pace.on_command(self._monotonic())
        self.counts["commands"] += 1
        self.counts[f"done: {naam}"] += 1
        return uuid

    def _mark(self, given: references.Arguments) -> list[str]:
        """What may be on few laptops only begins with a word that is nowhere else; these words."""
        marks = []
        for name in sorted(MARKED.keys() & given.keys()):
            self.notes += 1
            marks.append(f"geheim{self.number}x{self.notes}")
            given[name] = f"{marks[-1]} {given[name]}"[: MARKED[name]]
        return marks

    @staticmethod
    def _ids(seat: SimulatedSeat, table: str) -> list[str]:
        if table == "opdracht":
            return [row[0] for row in seat.look("SELECT uuid FROM opdracht ORDER BY n DESC LIMIT 4")[1]]
        return [row[0] for row in seat.look(references.query_of(table))[1]]

    def sync(self, who: int, faults: Sequence[str] = ()) -> bool:
        """One round over a line on which these faults come, in order; true when it was whole."""
        seat = self.seat(who)
        return seat is not None and self._round(seat, faults)

    def _round(self, seat: SimulatedSeat, faults: Sequence[str] = ()) -> bool:
        self.time.pass_by(1)
        self.counts["rounds"] += 1
        self.network.faults = list(faults)
        self.busy, seat.last = seat, {}
        try:
            seat.last = seat.sync().counts()
            seat.pace.on_success(self._monotonic())
            return True
        except Revoked:
            seat.leave()
        except Weigering as reason:
            if not faults:
                raise Violation("I7", f"a round on a good line was refused: {reason.code}") from reason
            seat.pace.on_failure(self._monotonic())
        except Sealed:
            self.busy, self.network.faults = None, []
            seat.reopen()
        except EnvironmentFailure:
            seat.pace.on_failure(self._monotonic())
        except Exception as fault:
            raise Violation("I7", f"a round failed by a fault of ours: {fault!r}") from fault
        finally:
            self.busy = None
            self.network.faults.clear()
            self.counts["faults"] += self.network.injected
            self.network.injected = 0
        return False

    def is_long_ago(self) -> bool:
        """Whether laptops may have cleared their journals since this history began."""
        return self.time.now - MOMENT > timedelta(days=29)

    def timed_round(self, number: int) -> bool:
        """A round because its timer ran out; true when it was whole and nothing is left to do."""
        seat = self.seats[number]
        if not self._round(seat):
            return False
        healing = seat.sql("SELECT 1 FROM eigenschap WHERE naam = 'herstelt' AND waarde <> ''")
        return seat.last["openstaand"] == 0 and not healing

    def _monotonic(self) -> float:
        return self.time.now.timestamp()

    # ------------------------------------------------------------------ line, clock and disk

    def partition(self, who: int, away: bool) -> None:
        """A laptop is out of reach, or back."""
        if seat := self.seat(who):
            seat.offline = away
            self.counts["faults"] += away

    def late(self, which: int) -> None:
        """A question of long ago arrives at the centre."""
        self.network.calls += 1
        with suppress(CentreDied):
            self.network.deliver_late(which)

    def die_in(
        self,
        who: int,
        step: Step,
        nth: int = 0,
        torn: int = 0,
        naam: str = "",
        meanwhile: Callable[[], object] | None = None,
        **given: Any,
    ) -> bool:
        """A round (or a command) in which laptop or centre dies when it comes to `step` for the nth time.

        `meanwhile` happens once, while the first question is on its way. False when that step did not come.
        """
        seat = self.seat(who)
        if seat is None:
            return False
        at_centre = step.startswith("centre")
        passed = 0
        image: Image = {}

        def hook(reached: Step) -> None:
            nonlocal passed, image, meanwhile
            if reached is Step.AFTER_SEND and meanwhile is not None:
                first, meanwhile = meanwhile, None
                first()
            if reached is not step:
                return
            passed += 1
            if passed == nth + 1:
                image = {} if at_centre else seat.image()
                raise Killed(step)

        steps.hook = hook
        try:
            self.command(who, naam, given) if naam else self._round(seat)
        except Killed:
            seat.die(image, torn)
            self.counts["crashes"] += 1
            return True
        finally:
            steps.hook = None
            self.busy = None
        self.counts["crashes"] += passed > nth
        return passed > nth

    def meanwhile(self, who: int, others: Callable[[], object], step: Step = Step.AFTER_SEND) -> bool:
        """A round in which something happens when it comes to `step` for the first time."""
        waiting = [others]

        def hook(reached: Step) -> None:
            if reached is step and waiting:
                waiting.pop()()

        steps.hook = hook
        try:
            return self.sync(who)
        finally:
            steps.hook = None

    def interrupted(self, who: int, step: Step, others: Callable[[], object]) -> bool:
        """A round in which at `step` of the centre others come first, as with several service processes."""

        def hook(reached: Step) -> None:
            if reached is step:
                steps.hook = None
                busy, self.busy, self.beside = self.busy, None, True
                try:
                    others()
                finally:
                    self.busy, self.beside = busy, False

        steps.hook = hook
        self.complaints.expected.add("the database did not answer")  # whoever must wait is told so
        try:
            return self.sync(who)
        finally:
            steps.hook = None

    def power_cut(self, who: int, torn: int) -> None:
        """The laptop goes off between two steps, in the middle of a write."""
        if seat := self.seat(who):
            seat.die(torn=torn)
            self.counts["crashes"] += 1

    def keep_image(self, who: int) -> None:
        """A copy of the whole laptop is made."""
        if seat := self.seat(who):
            seat.kept = seat.image()

    def put_image_back(self, who: int) -> None:
        """The laptop goes on from that copy: what it did since is known to the centre only, or to nobody."""
        seat = self.seat(who)
        if seat is None or not seat.kept:
            return
        seat.die(seat.kept)
        left = {row[0] for row in seat.sql("SELECT uuid FROM opdracht")}
        seat.accepted = {uuid: naam for uuid, naam in seat.accepted.items() if uuid in left}
        seat.restored = True
        self.counts["restores"] += 1

    def restart(self, who: int) -> None:
        """The program is closed and opened."""
        if seat := self.seat(who):
            seat.reopen()

    def disk(self, who: int, full: bool) -> None:
        """The disk is full, or there is room again."""
        if seat := self.seat(who):
            seat.fill_disk() if full else seat.free_disk()
            self.counts["faults"] += full

    def skew(self, who: int, seconds: int) -> None:
        """The clock of a laptop (or, with 99, of the centre) jumps."""
        self.counts["faults"] += 1
        clock = self.clock if who == 99 else getattr(self.seat(who), "clock", None)
        if clock is not None:
            clock.set(skew=timedelta(seconds=seconds))

    def day_passes(self, days: int) -> None:
        """Later."""
        self.time.pass_by(days * 86_400)

    # ------------------------------------------------------------------ administration

    def change_role(self, person: str, rol: str) -> None:
        """An administrator gives somebody another role."""
        self.centre_touched = True
        self.record.happens(("role", self.stage.people[person], rol))

    def revoke_laptop(self, who: int) -> None:
        """A stolen laptop."""
        if seat := self.seat(who):
            self.centre_touched = True
            self.record.happens(("revoke laptop", seat.laptop.laptop_id))

    def revoke_person(self, person: str) -> None:
        """Somebody leaves."""
        self.centre_touched = True
        self.record.happens(("revoke person", self.stage.people[person]))

    def new_laptop(self, person: str) -> None:
        """Somebody gets one more laptop, or comes back."""
        number = next(self.spare)
        self.backup = None
        made = self.clock.made
        patch, skew = self.stage.patch, self.clock.skew
        seat = enrolled(self.stage, patch, self.folder, number, self.time, person, skew)
        self.record.enrolled(self.stage.people[person], seat.laptop.laptop_id, made)
        self.seats[number] = seat
        self.touched.add(number)
        self.centre_touched = True
        self.counts["first fills"] += 1

    def maintain(self) -> None:
        """What `centraal onderhoud` forgets when it is old enough."""
        self.centre_touched = True
        with self.session() as session, session.begin():
            retention.forget(session, accounts.the_region(session).id, self.clock.now())

    def keep_backup(self) -> None:
        """A backup of the centre is made."""
        self.stage.snapshots.take(BACKUP)
        self.backup = self.record.mark()

    def restore(self) -> None:
        """The centre goes on from its backup, with a new epoch."""
        if self.backup is None:
            return
        self.centre_touched = True
        self.stage.snapshots.put_back(BACKUP)
        self.record.back_to(self.backup)
        with self.session() as session, session.begin():
            setup.put_back(session, self.clock)
        self.apps = [self.stage.app(self.clock) for _ in range(SERVICES)]
        self.counts["restores"] += 1
