"""What a centre would hold to which nothing ever happened: the same transactions again, in order, once each.

No line, no repeats, no deaths, no restores: whatever those did wrong shows as a difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from central import accounts
from central.daily import issue
from central.intake import Intake
from desktop.models import row_codec
from desktop.models.context import Actor
from desktop.models.store import new_session
from desktop.models.tables import Medewerker
from desktop.models.tables.centre import Laptop
from tests.sync.simulation.moment import SimulatedClock
from tests.sync.simulation.record import Event, administer
from tests.sync.simulation.snapshot import Snapshots
from tests.sync.simulation.stage import BASE

Rows = dict[str, dict[str, row_codec.Wire]]


def rows_of(session: Session) -> Rows:
    """Table → id → row as it travels, of everything at the centre."""
    found: Rows = {}
    for name, table in row_codec.TABLES.items():
        rows = session.execute(select(table)).mappings()
        found[name] = {row["id"]: row_codec.to_wire(name, dict(row)) for row in rows}
    return found


def state_of(session: Session) -> tuple[Rows, dict[str, Any]]:
    """All rows, and the totals per bucket."""
    totals = session.execute(text("SELECT bucket, aantal, hash FROM bucket_state")).all()
    return rows_of(session), {row.bucket: (row.aantal, row.hash) for row in totals}


def replay(engine: Engine, snapshots: Snapshots, events: list[Event]) -> tuple[Rows, dict[str, Any]]:
    """Does it all again from the beginning; the database is then the replayed one."""
    snapshots.put_back(BASE)
    for event in events:
        _again(engine, event)
    with new_session(engine) as session:
        return state_of(session)


def _again(engine: Engine, event: Event) -> None:
    clock = _Still(event)
    if isinstance(event.what, dict):
        with _transaction(engine) as session:
            # As new: what it sent and when it was seen comes with the events.
            session.add(Laptop(**event.what | {"laatste_n": 0, "ingetrokken_op": None, "gewist_op": None}))
    elif isinstance(event.what, tuple):
        with _transaction(engine) as session:
            if event.what == ("day",):
                issue(session, clock)
            else:
                administer(session, clock, event.what)
    else:
        account = _account(engine, event.laptop_id)
        Intake(lambda: new_session(engine), clock).receive(account, event.what)


def _account(engine: Engine, laptop_id: str) -> accounts.Account:
    with new_session(engine) as session:
        laptop = session.get_one(Laptop, laptop_id)
        person = session.get_one(Medewerker, laptop.medewerker_id)
    actor = Actor(person.id, person.naam, person.rol, laptop.regio_id)
    revoked = "laptop" if laptop.ingetrokken_op else ("" if person.actief else "medewerker")
    return accounts.Account(laptop.id, actor, revoked)


class _Still(SimulatedClock):
    """The centre's clock as it was at that event."""

    def __init__(self, event: Event) -> None:
        from tests.sync.simulation.moment import Time

        super().__init__(Time(event.moment), 91)
        self.set(made=event.made)


@contextmanager
def _transaction(engine: Engine) -> Iterator[Session]:
    with new_session(engine) as session, session.begin():
        yield session
