"""What the centre took in, transaction by transaction: enough to let a sound centre do it again.

The ledger itself says what was handled and which commands went together; the messages are those that passed
the line. A restore of a backup takes the record back too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from central import accounts, commit
from desktop.models.store import new_session
from desktop.models.tables import Medewerker
from desktop.models.tables.centre import Laptop
from desktop.models.work import Work
from desktop.sync import protocol
from desktop.sync.protocol import CommandMessage, SyncRequest
from tests.sync.simulation.moment import SimulatedClock
from tests.sync.simulation.network import Call

_NEW = text("SELECT laptop_id, n, xmin::text::bigint AS change FROM grootboek ORDER BY 3, 1, 2")
Administration = tuple[str, ...]


@dataclass(frozen=True)
class Event:
    """One transaction: `what` is an act of administration, a row of a laptop, a day, or messages."""

    moment: datetime
    made: int
    what: Any
    laptop_id: str = ""


@dataclass
class Record:
    """`events` in the order in which the centre committed them."""

    engine: Engine
    clock: SimulatedClock
    events: list[Event] = field(default_factory=list)
    seen: set[tuple[str, int]] = field(default_factory=set)

    def start(self) -> None:
        """What the ledger holds already is the past."""
        self.seen = {(row.laptop_id, row.n) for row in self._ledger()}

    def _ledger(self) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.execute(_NEW))

    def handled(self, call: Call) -> None:
        """A call came to its end, whether or not it was answered."""
        if call.path != "/v1/sync":
            return
        try:
            request: SyncRequest = protocol.unpack(call.body, SyncRequest)
        except ValueError:
            return
        if not request.opdrachten:
            return
        by_number = {message.n: message for message in request.opdrachten}
        together: dict[int, list[CommandMessage]] = {}
        for row in self._ledger():
            key = (row.laptop_id, row.n)
            if key not in self.seen:
                self.seen.add(key)
                together.setdefault(row.change, []).append(by_number[row.n])
        for messages in together.values():
            self._add(messages, laptop_id=request.laptop)

    def _add(self, what: Any, made: int | None = None, laptop_id: str = "") -> None:
        self.events.append(
            Event(self.clock.now(), self.clock.made if made is None else made, what, laptop_id)
        )

    def watched(self, issue: Callable[..., tuple[str, ...]]) -> Callable[..., tuple[str, ...]]:
        """What the centre does by itself when a day passes is written down too."""

        def issued(session: Session, clock: Any) -> tuple[str, ...]:
            made = self.clock.made
            done = issue(session, clock)
            self._add(("day",), made)
            return done

        return issued

    def happens(self, what: Administration) -> None:
        """An act of administration, done and written down."""
        self._add(what)
        with new_session(self.engine) as session, session.begin():
            administer(session, self.clock, what)

    def enrolled(self, person_id: str, laptop_id: str, made: int) -> None:
        """A laptop was enrolled; who had left is back with it."""
        with new_session(self.engine) as session:
            laptop = session.get_one(Laptop, laptop_id)
            columns = {column.name: getattr(laptop, column.name) for column in Laptop.__table__.columns}
        self._add(("back", person_id), made)
        self._add(columns)

    def mark(self) -> int:
        """Where the record is now."""
        return len(self.events)

    def back_to(self, mark: int) -> None:
        """A backup of then was put back."""
        del self.events[mark:]
        self.start()


def administer(session: Session, clock: SimulatedClock, event: Administration) -> None:
    """What an administrator does, in the caller's transaction."""
    kind, about, *more = event
    if kind == "revoke laptop":
        accounts.revoke_laptop(session, clock, about)
    elif kind == "revoke person":
        accounts.revoke_medewerker(session, clock, about)
    elif kind == "role" or not session.scalar(select(Medewerker.actief).where(Medewerker.id == about)):
        region = accounts.the_region(session)
        work = Work(session)
        work.begin(accounts.central_context(region, clock))
        person = work.require(Medewerker, about, "medewerker_onbekend")
        work.change(person, **({"rol": more[0]} if kind == "role" else {"actief": True}))
        commit.finish(session, work, region.id, [])
