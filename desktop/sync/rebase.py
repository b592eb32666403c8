"""Taking in what the centre sent: one SQLite transaction, or for a first fill one per answer.

Rows that local commands touched go back to how the centre last sent them, the centre's rows go in, and
what still waits runs again in order, each in a savepoint. A command that cannot run any more keeps
waiting: the centre answers it, and nothing that was typed is lost.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from desktop.models import capture, raw_rows, search
from desktop.models.bus import execute, read_command
from desktop.models.changes import Changes
from desktop.models.context import Actor, Context
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.handlers import lookahead
from desktop.models.row_codec import TABLES, Wire, column_names, row_hash, text_hash, to_sqlite
from desktop.models.steps import Step, reached
from desktop.models.tables.laptop import Opdracht
from desktop.models.work import Work
from desktop.sync import erasing, losing, membership, parking, totals
from desktop.sync.outbox import still_waiting
from desktop.sync.protocol import Page

log = logging.getLogger(__name__)
MANY = 1000
_TEXTS = msgspec.json.Decoder(list[msgspec.Raw])
_WIRE = msgspec.json.Decoder(dict[str, Any])


@dataclass(slots=True)
class Intake:
    """Everything one round brought: the newest version of each row, and what left which bucket."""

    rows: dict[str, dict[str, Wire]] = field(default_factory=dict)
    members: membership.Members = field(default_factory=dict)
    parked: dict[membership.Key, Wire] = field(default_factory=dict)
    buckets_gone: set[str] = field(default_factory=set)
    forgotten: set[str] = field(default_factory=set)
    """Buckets that come whole, because the centre no longer knows what left them."""
    removed: int = 0
    """Rows that went for another reason than that a bucket was taken away."""
    lost: list[losing.Lost] = field(default_factory=list)
    """Rows that are in no bucket of this laptop any more, for whatever reason."""
    erased: list[erasing.Gone] = field(default_factory=list)
    """People of whom nothing may be left."""

    def add(self, pages: Iterable[Page]) -> int:
        """Takes pages in; returns how many rows they held. What only a newer program knows is parked."""
        count = 0
        for page in pages:
            table = page.tabel
            wires = _read(page)
            members = self.members.setdefault((page.bucket, table), {})
            if wires:
                ids = [wire["id"] for wire in wires]
                self.rows.setdefault(table, {}).update(zip(ids, wires, strict=True))
                members.update(zip(ids, _hashes(page, wires), strict=True))
            if not parking.knows(table, page.kolommen):
                self._park(table, wires)
            members.update(dict.fromkeys(page.weg))
            count += len(wires) + len(page.weg)
        return count

    def _park(self, table: str, wires: Iterable[Wire]) -> None:
        for wire in wires:
            rest = parking.left_over(table, wire)
            if rest:
                self.parked[(table, wire["id"])] = rest

    @property
    def count(self) -> int:
        """How many rows came or left."""
        return sum(map(len, self.members.values()))

    @property
    def anything_left(self) -> bool:
        """Whether a row left a bucket."""
        return any(None in rows.values() for rows in self.members.values())

    def clear(self) -> None:
        """Forgets what was stored."""
        self.rows.clear()
        self.members.clear()
        self.parked.clear()


def _read(page: Page) -> list[Wire]:
    try:
        # Row by row: all at once are one call of tens of milliseconds, during which the window stands still.
        wires: list[Wire] = [_WIRE.decode(raw) for raw in _TEXTS.decode(page.rijen)]
    except msgspec.DecodeError as error:
        raise EnvironmentFailure("centrum_afgebroken") from error
    if not all("id" in wire for wire in wires):
        raise EnvironmentFailure("centrum_afgebroken")
    return wires


def _hashes(page: Page, wires: Iterable[Wire]) -> list[int]:
    """This laptop's own: over the bytes that came, where a centre says that they are canonical."""
    if page.kolommen:
        return [text_hash(page.tabel, raw) for raw in _TEXTS.decode(page.rijen)]
    return [row_hash(page.tabel, wire) for wire in wires]


def put_back(connection: Connection, intake: Intake) -> None:
    """Undoes local effects, except on rows that the intake overwrites in the same transaction."""
    capture.switch(connection, False)
    images = connection.execute(text("SELECT tabel, rij_id FROM before_image")).all()
    if not images:
        return
    overwritten = [tuple(image) for image in images if image.rij_id in intake.rows.get(image.tabel, {})]
    if overwritten:
        connection.exec_driver_sql("DELETE FROM before_image WHERE tabel = ? AND rij_id = ?", overwritten)
    capture.put_back(connection)
    reached(Step.PUT_BACK)


def apply(connection: Connection, intake: Intake) -> Changes:
    """Writes the rows and who holds them, and drops rows that are in no bucket any more. Capture is off."""
    for bucket in intake.forgotten:
        totals.forget_bucket(connection, bucket)
    intake.forgotten.clear()
    written: dict[str, frozenset[str]] = {}
    intake.erased += erasing.arriving(connection, intake.rows)
    many = [table for table, rows in intake.rows.items() if len(rows) >= MANY and table in TABLES]
    with capture.without_triggers(connection, many):
        for table in TABLES:
            fresh, here = _different(connection, table, intake.rows.get(table, {}))
            if len(fresh) >= MANY:
                with search.together(connection, table, fresh.keys(), here):
                    raw_rows.write(connection, table, list(fresh.values()))
            elif fresh:
                raw_rows.write(connection, table, list(fresh.values()))
            if fresh:
                written[table] = frozenset(fresh)
    parking.keep(connection, intake.parked, intake.rows)
    left = membership.update(connection, intake.members)
    intake.lost += losing.going(connection, left)
    intake.removed += membership.drop(connection, left)
    taken = membership.leave(connection, intake.buckets_gone)
    intake.lost += losing.going(connection, taken)
    membership.drop(connection, taken)
    parking.drop(connection, left + taken)
    reached(Step.ROWS_IN)
    return Changes(written).merged(Changes.of(left + taken))


def _different(
    connection: Connection, table: str, rows: Mapping[str, Wire]
) -> tuple[dict[str, Wire], set[str]]:
    """Rows that differ from what is here, because writing an equal row would only wear index and disk; and
    which of them stand here already.
    """
    fresh, here = dict(rows), set[str]()
    if not fresh or connection.exec_driver_sql(f"SELECT 1 FROM {table} LIMIT 1").first() is None:
        return fresh, here
    names = column_names(table)
    query = f"SELECT {', '.join(names)} FROM {table} WHERE id IN (SELECT value FROM json_each(?))"
    at = names.index("id")
    for row in connection.exec_driver_sql(query, (json.dumps(list(rows)),)):
        if list(row) == to_sqlite(table, rows[row[at]]):
            del fresh[row[at]]
        else:
            here.add(row[at])
    return fresh, here


def set_cursors(connection: Connection, cursors: Mapping[str, int]) -> None:
    """How far each bucket was read; a bucket without rows gets its line too."""
    for bucket, number in cursors.items():
        connection.execute(
            text(
                "INSERT INTO bucket_cursor (bucket, cursor, aantal, hash) VALUES (:b, :c, 0, 0) "
                "ON CONFLICT (bucket) DO UPDATE SET cursor = :c"
            ),
            {"b": bucket, "c": number},
        )


def run_again(session: Session, actor: Actor, laptop_id: str) -> Changes:
    """Runs what still waits on top of the centre's rows, captured again.

    All together first, as the centre runs a batch; when one of them cannot run, each by itself.
    """
    capture.switch(session.connection(), True)
    waiting = still_waiting(session)
    try:
        return _together(session, waiting, actor, laptop_id)
    except OperationalError:
        raise
    except Exception as reason:  # noqa: BLE001 (whichever it was is found and told below)
        log.info("waiting commands are run one by one", extra={"reden": type(reason).__name__})
        session.expunge_all()  # rows of what was undone too, which the session does not know to be new
    return _one_by_one(session, waiting, actor, laptop_id)


def _together(session: Session, waiting: Sequence[Opdracht], actor: Actor, laptop_id: str) -> Changes:
    work = Work(session)
    with session.begin_nested():
        lookahead.prefetch(work, actor, [(row.naam, row.argumenten) for row in waiting])
        for row in waiting:
            _execute(work, row, actor, laptop_id)
        work.flush()
    reached(Step.RUN_AGAIN)
    return work.changes()


def _execute(work: Work, row: Opdracht, actor: Actor, laptop_id: str) -> None:
    context = Context(actor, laptop_id, row.uuid, row.tijd, row.tijd, dict(row.basis))
    execute(work, read_command(row.naam, row.versie, row.argumenten), context)


def _one_by_one(session: Session, waiting: Sequence[Opdracht], actor: Actor, laptop_id: str) -> Changes:
    changes = Changes()
    for row in waiting:
        work = Work(session)
        try:
            with session.begin_nested():
                _execute(work, row, actor, laptop_id)
                work.flush()
            changes = changes.merged(work.changes())
        except Weigering as reason:
            log.info(
                "a waiting command has no local effect now", extra={"naam": row.naam, "code": reason.code}
            )
            session.expunge_all()
        except OperationalError:
            raise
        except IntegrityError as fault:
            # A first fill in parts: of what was answered in between a part may be here.
            level = logging.ERROR if row.uitkomst is None else logging.INFO
            log.log(level, "a waiting command cannot be run here", exc_info=fault, extra={"naam": row.naam})
            session.expunge_all()
        except Exception as fault:
            log.error("a waiting command cannot be run here", exc_info=fault, extra={"naam": row.naam})
            session.expunge_all()
    return changes
