"""A region of real processes that is made to suffer from a seed, then mended and checked.

Two service processes over one PostgreSQL, a laptop process per person, and the faulty line between them.
Processes run as fast as the machine lets them, so a seed gives the same plan but not the same run.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from sqlalchemy import make_url

from desktop import compose
from desktop.clock import clock_at
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.store import central_engine
from tests.support.databases import PostgresFarm
from tests.support.region import MOMENT, Seat, World, lay_out, prepare_centre
from tests.sync.processes.faulty_line import FaultyLine, storm
from tests.sync.processes.findings import Findings
from tests.sync.processes.programs import LaptopProcess, Program, ServiceProcess

PEOPLE = ("fatima", "herman", "sevda", "karin")
QUIET_ROUNDS = 8
LONGER = 40.0
CUT = (
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() "
    "AND pid <> pg_backend_pid()"
)
SAID_BY_A_SERVICE = ("the database did not answer", "De database geeft geen antwoord")
"""When its connection is cut: while it works, and while it starts."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how hard: `beat` is the time between two blows, `chance` that of a fault in a call.

    On a busy machine it takes longer: until `least` commands were done.
    """

    seed: int
    seconds: float
    people: tuple[str, ...] = PEOPLE
    chance: float = 0.35
    beat: tuple[float, float] = (0.2, 0.9)
    slow_bytes: int = 1_000
    least: int = 20


@dataclass
class Region:
    """The processes of one run."""

    world: World
    folder: Path
    plan: Plan
    services: list[ServiceProcess] = field(default_factory=list)
    laptops: list[LaptopProcess] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)

    @property
    def programs(self) -> list[Program]:
        return [*self.services, *self.laptops]

    def set_up(self, line_of: list[FaultyLine]) -> FaultyLine:
        """Services listen, laptops are enrolled (through the line while it is whole) and at work."""
        url = self.world.engine.url.render_as_string(hide_password=False)
        self.services += [ServiceProcess(url, self.folder) for _ in range(2)]
        for service in self.services:
            service.start()
        for service in self.services:
            service.wait_until_it_listens()
        ports = [service.port for service in self.services]
        line = FaultyLine(ports, self.plan.seed, self.plan.slow_bytes)
        line_of.append(line)
        for number, person in enumerate(self.plan.people):
            place = self.world.place(f"{person}-{number}")
            lay_out(place)
            compose.enrol(place, line.url, self.world.invite(person))
            self.laptops.append(LaptopProcess(person, place, self.folder, f"{self.plan.seed}.{number}"))
            self.laptops[-1].start()
        return line

    def suffer(self, line: FaultyLine) -> None:
        """Blow after blow until the time is over."""
        random, pause = Random(self.plan.seed), threading.Event()
        while not all(laptop.at_work for laptop in self.laptops) and all(
            one.running for one in self.programs
        ):
            pause.wait(0.05)
        line.pick = storm(line, self.plan.chance)
        until = time.monotonic() + self.plan.seconds
        while time.monotonic() < until or (not self._enough() and time.monotonic() < until + LONGER):
            pause.wait(random.uniform(*self.plan.beat))
            for program in self.programs:
                if program.still:
                    program.go_on()
            self._blow(random)

    def _enough(self) -> bool:
        return sum(len(laptop.told().done) for laptop in self.laptops) >= self.plan.least

    def _blow(self, random: Random) -> None:
        blow = random.choice(("laptop", "laptop", "service", "still", "still service", "cut", "nothing"))
        if blow == "laptop":
            self._kill(random.choice(self.laptops), "kills of laptops")
        elif blow == "service" and all(service.listens for service in self.services):
            self._kill(random.choice(self.services), "kills of services")
        elif blow in ("still", "still service"):
            among: list[Program] = [*(self.laptops if blow == "still" else self.services)]
            random.choice(among).hold()
            self.counts[f"{'laptops' if blow == 'still' else 'services'} held still"] += 1
        elif blow == "cut":
            self.world.sql(CUT)
            self.counts["database connections cut"] += 1

    def _kill(self, program: Program, name: str) -> None:
        program.kill()
        program.start()
        self.counts[name] += 1

    def mend(self, line: FaultyLine) -> None:
        """Everything is whole again, and everybody goes home."""
        for program in self.programs:
            program.go_on()
        line.mend()
        for laptop in self.laptops:
            laptop.end()
        for service in self.services:
            if not service.running:
                service.start()
            service.wait_until_it_listens()

    def open_all(self, stack: ExitStack) -> None:
        """The laptops in this process, with their rounds done until nothing moves."""
        for laptop in self.laptops:
            opened = stack.enter_context(compose.open_laptop(laptop.place))
            self.world.seats.append(Seat(laptop.person, laptop.place, opened, ExitStack()))
        for _ in range(QUIET_ROUNDS):
            moved = [self._round(seat) for seat in self.world.seats]
            if not any(moved):
                return

    def _round(self, seat: Seat) -> bool:
        try:
            return any(seat.sync().counts().values())
        except EnvironmentFailure as failure:
            # The database hands out a connection that was cut before; the next round has another.
            self.counts[f"round after mending: {failure.code}"] += 1
            return True
        except Weigering as reason:
            self.refused.append(f"{seat.person}: a round was refused: {reason.code} {reason.parameters}")
            return False

    def complaints(self) -> list[str]:
        """What programs said that nobody expects, and ends that are no ends."""
        found = [*self.refused]
        for program in self.programs:
            name = program.errors.stem
            found += [f"{name} ended with {code}" for code in program.bad_ends]
            found += [f"{name} said: {line[:300]}" for line in program.said() if _worth_telling(line)]
        return found

    def end(self) -> None:
        """Nothing goes on running."""
        for laptop in self.laptops:
            laptop.go_on()
            laptop.kill()
        for service in self.services:
            service.end()


def _worth_telling(line: str) -> bool:
    """A service says much; what matters is an error that is not about a connection that was cut."""
    if any(known in line for known in SAID_BY_A_SERVICE):
        return False
    return '"niveau": "ERROR"' in line if line.startswith("{") else bool(line.strip())


@contextmanager
def region(farm: PostgresFarm, folder: Path, plan: Plan) -> Iterator[Region]:
    """A new centre for this run; everything ends with the block."""
    name = farm.create(prepare_centre)
    url = farm.url(name)
    assert make_url(url).database == name
    world = World(name, folder, farm, clock_at(MOMENT), central_engine(url))
    made = Region(world, folder, plan)
    try:
        yield made
    finally:
        made.end()
        world.engine.dispose()
        farm.drop(name)


def run(farm: PostgresFarm, folder: Path, plan: Plan) -> tuple[list[str], Counter[str]]:
    """One run; the violations (none when all is well) and how much happened."""
    lines: list[FaultyLine] = []
    with region(farm, folder, plan) as made, ExitStack() as stack:
        try:
            line = made.set_up(lines)
            made.suffer(line)
            made.mend(line)
            made.open_all(stack)
            pairs = zip(made.world.seats, made.laptops, strict=True)
            told = {seat.laptop.laptop_id: laptop.told() for seat, laptop in pairs}
            findings = Findings(made.world)
            findings.check(told)
        finally:
            for one in lines:
                one.close()
        for service in made.services:
            service.end()
        counts = made.counts + findings.counts
        counts.update({f"line: {kind}": count for kind, count in lines[0].counts.items()})
        for said in told.values():
            counts["rounds"] += said.counts["ronde"]
            counts["rounds that failed"] += said.counts["ronde_mislukt"]
        return findings.violations + made.complaints(), counts
