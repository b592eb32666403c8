"""What is the same in every history, made once per test process: the region and its laptops, filled.

Each history begins from a copy: the tables of the centre are put back, the folders of the laptops copied.
"""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import Engine, event

from central import accounts, setup
from central import app as central_app
from central.settings import Settings
from desktop import compose
from desktop.models.store import central_engine, new_session
from desktop.models.tables import Medewerker
from desktop.sync import engine as sync_engine
from desktop.sync import transport
from tests.support import statements
from tests.support.databases import PostgresFarm
from tests.support.region import MOMENT, ROLES, lay_out
from tests.sync.simulation import first_work
from tests.sync.simulation.inline import InlineExecutor
from tests.sync.simulation.moment import SimulatedClock, Time
from tests.sync.simulation.network import Bridge, Network
from tests.sync.simulation.seat import SimulatedPlace, SimulatedSeat
from tests.sync.simulation.snapshot import Snapshots

PEOPLE = ("fatima", "herman", "sevda", "karin", "fatima", "anouk", "joost")
"""Who sits at which laptop; fatima has two."""
NEW = len(PEOPLE)
"""The first laptop that comes later."""
BASE = "basis"


@dataclass
class Stage:
    """The prepared region. `patch` lets the program meet simulated time and a simulated line."""

    engine: Engine
    url: str
    folder: Path
    patch: pytest.MonkeyPatch
    bridge: Bridge
    people: dict[str, str] = field(default_factory=dict)
    snapshots: Snapshots = field(init=False)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def place(self, folder: Path, number: int, time: Time) -> SimulatedPlace:
        """Where laptop `number` keeps its files in this history."""
        clock = SimulatedClock(time, number)
        return SimulatedPlace(folder / f"laptop-{number}", folder / f"sleutel-{number}.json", watch=clock)

    def app(self, clock: SimulatedClock) -> FastAPI:
        """A fresh service process."""
        return central_app.create_app(Settings(self.url, clock), self.engine)


def scratch() -> Path:
    """Memory when there is some: waiting for the disk at every command is not the point here."""
    memory = Path("/dev/shm")
    within = memory if os.access(memory, os.W_OK) else None
    return Path(tempfile.mkdtemp(prefix="werkregie-simulation-", dir=within))


@contextmanager
def staged(farm: PostgresFarm) -> Iterator[Stage]:
    """The stage, and nothing left of it afterwards."""
    name = farm.create()
    url = farm.url(name)
    patch = pytest.MonkeyPatch()
    patch.setattr("desktop.models.store.create_engine", statements.shared_engine)
    made = Stage(central_engine(url), url, scratch(), patch, Bridge())
    event.listen(made.engine, "connect", _impatient)
    _into_one_thread(made)
    try:
        _prepare(made)
        yield made
    finally:
        made.patch.undo()
        made.bridge.close()
        made.engine.dispose()
        farm.drop(name)
        shutil.rmtree(made.folder)


def _impatient(connection: Any, _record: object) -> None:
    """In one thread nobody gives a lock back while another waits for it."""
    connection.execute("SET lock_timeout = 100")
    connection.commit()


def _into_one_thread(stage: Stage) -> None:
    stage.patch.setattr(central_app, "run_in_threadpool", stage.bridge.inline)
    stage.patch.setattr(sync_engine, "ThreadPoolExecutor", InlineExecutor, raising=False)
    stage.patch.setattr("desktop.profile.os.fsync", lambda _: None)


def _prepare(stage: Stage) -> None:
    """Region, people, filled laptops, and an employer and candidates with something of everything."""
    time = Time(MOMENT - timedelta(days=1))
    clock = SimulatedClock(time, 90)
    setup.initialise(stage.engine, clock, "Gooi en Vechtstreek", "joost", oefen=True)
    with new_session(stage.engine) as session, session.begin():
        for naam, rol in ROLES.items():
            stage.people[naam] = accounts.invite(session, clock, naam, rol)[1]
    app = stage.app(clock)
    network = Network(lambda call: stage.bridge.serve(app, call))
    with stage.patch.context() as patch:
        patch.setattr(transport, "_client", lambda _: network.client(lambda: False))
        seats = [enrolled(stage, patch, stage.folder / "basis", n, time) for n in range(len(PEOPLE))]
        first_work.lay_down(seats)
        for seat in (*seats, *seats):
            seat.sync()
        for seat in seats:
            seat.close()
    stage.snapshots = Snapshots(stage.engine)
    stage.snapshots.take(BASE)


def enrolled(
    stage: Stage,
    patch: pytest.MonkeyPatch,
    folder: Path,
    number: int,
    time: Time,
    person: str | None = None,
    skew: timedelta = timedelta(),
) -> SimulatedSeat:
    """A new laptop with its person signed in; nothing is filled yet. `skew` is that of the centre."""
    naam = person or PEOPLE[number]
    place = stage.place(folder, number, time)
    clock = place.watch
    assert clock is not None
    with new_session(stage.engine) as session, session.begin():
        rol = session.get_one(Medewerker, stage.people[naam]).rol
        inviting = SimulatedClock(time, 500 + number)
        inviting.set(skew=skew)
        code, _ = accounts.invite(session, inviting, naam, rol)
    lay_out(place)
    with patch.context() as inner:
        inner.setattr(compose, "clock_at", lambda _: clock)
        compose.enrol(place, "http://127.0.0.1", code)
    return SimulatedSeat.at(place, naam, stage.people[naam])
