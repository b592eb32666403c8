"""The first fill of a laptop: buckets as they are now, in pieces, into staging and swapped in whole.

Every piece and every step of the work after it is a short transaction: a person goes on meanwhile, and a
program that was killed goes on where it was. What is recorded meanwhile is sent between the pieces.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, Row
from sqlalchemy.orm import Session

from desktop.models import capture
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.steps import Step, reached
from desktop.models.store import new_session, without_foreign_keys
from desktop.precedence import by_turns
from desktop.sync import parking, pieces, rebase, staging
from desktop.sync.pieces import Part, Piece
from desktop.sync.transport import Transport

log = logging.getLogger(__name__)
NEEDED = ("medewerker", "codewaarde")
"""Few rows without which nothing can be recorded: they are also put where the window reads them."""
EXPIRED, UNKNOWN_CALL = "momentopname_vervallen", "adres_onbekend"


def due(known: Mapping[str, str], has_read: bool) -> bool:
    """Whether this laptop never held anything, or is in the middle of its first fill; `known` are facts."""
    if known.get(staging.INDEXES):
        return True
    return not has_read and known.get("vult") != "1" and known.get("vegen", "0") == "0"


def received(connection: Connection) -> int:
    """How many rows of a first fill under way are here."""
    return int(connection.exec_driver_sql("SELECT coalesce(sum(aantal), 0) FROM vulling").scalar() or 0)


def abandon(connection: Connection) -> None:
    """Forgets what came of a first fill; what was recorded here stays as it is."""
    if staging.begun(connection):
        staging.abandon(connection)
        for table in ("vulling", "bucket_row", "geparkeerd"):
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 (our own names)


@dataclass(frozen=True, slots=True)
class Filling:
    """`between` is called after each piece: what waits is sent. `heard` hears how many rows came."""

    engine: Engine
    transport: Transport
    between: Callable[[], None]
    heard: Callable[[int], None]
    run_again: Callable[[Connection, Session], object]

    def fill(self, epoch: str, buckets: Sequence[str]) -> bool:
        """Everything up to the cursors that it sets; False when this centre has no such call.

        Raises `EnvironmentFailure` when the rights changed meanwhile: the next round begins anew.
        """
        try:
            self._fetch(epoch, buckets)
        except Weigering as reason:
            if reason.code not in (EXPIRED, UNKNOWN_CALL):
                raise
            self._give_up()
            if reason.code == UNKNOWN_CALL:
                return False
            raise EnvironmentFailure("momentopname_vervallen") from reason
        self._work()
        self._swap()
        return True

    def _give_up(self) -> None:
        log.info("the first fill is given up")
        with self.engine.begin() as connection:
            abandon(connection)

    def _fetch(self, epoch: str, buckets: Sequence[str]) -> None:
        with self.engine.begin() as connection:
            held = {row.bucket for row in connection.exec_driver_sql("SELECT bucket FROM vulling")}
            if not held <= set(buckets):
                abandon(connection)  # the rights changed since the program was last here
            if not staging.begun(connection):
                staging.begin(connection)
        for bucket in buckets:
            with self.engine.begin() as connection:
                begun = connection.exec_driver_sql(
                    "SELECT * FROM vulling WHERE bucket = ?", (bucket,)
                ).first()
            if begun is None or begun.hervat is not None:
                for piece in self._pieces(epoch, bucket, begun):
                    self._store(bucket, piece)
                    self.heard(piece.count)
                    self.between()

    def _pieces(self, epoch: str, bucket: str, begun: Row[tuple[object, ...]] | None) -> Iterator[Piece]:
        """One after the other; the next one is on its way while this one is stored."""
        with ThreadPoolExecutor(1, "fill-ahead") as ahead:
            coming = ahead.submit(self._get, epoch, bucket, begun.hervat if begun else None)
            while True:
                piece = coming.result()
                if piece.hervat is not None:
                    coming = ahead.submit(self._get, epoch, bucket, piece.hervat)
                yield piece
                if piece.hervat is None:
                    return

    def _get(self, epoch: str, bucket: str, resume: str | None) -> Piece:
        piece = pieces.read(self.transport.snapshot(bucket, resume))
        if piece.epoch != epoch:
            raise Weigering("momentopname_vervallen")
        return piece

    def _store(self, bucket: str, piece: Piece) -> None:
        with without_foreign_keys(self.engine) as connection:
            for part in piece.parts:
                _put(connection, bucket, part)
            connection.exec_driver_sql(
                "INSERT INTO vulling (bucket, hervat, cursor, aantal, hash) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (bucket) DO UPDATE SET hervat = excluded.hervat, "
                "aantal = aantal + excluded.aantal, "
                "hash = (hash | excluded.hash) - (hash & excluded.hash)",  # SQLite has no XOR
                (bucket, piece.hervat, piece.cursor, piece.count, piece.hash),
            )
            reached(Step.PART_BEFORE_COMMIT)
        reached(Step.PART_AFTER_COMMIT)

    def _work(self) -> None:
        """Indexes and full text of what came."""
        while True:
            with without_foreign_keys(self.engine) as connection:
                statement = staging.next_work(connection)
                if statement is None:
                    return
                connection.exec_driver_sql(statement)
            self.heard(0)
            self.between()

    def _swap(self) -> None:
        """What was recorded here meanwhile is put back first and runs again on top."""
        with without_foreign_keys(self.engine) as connection, new_session(connection) as session:
            made = capture.made_here(connection)
            rebase.put_back(connection, rebase.Intake())
            staging.swap(connection)
            connection.exec_driver_sql(
                "INSERT INTO bucket_cursor (bucket, cursor, aantal, hash) "
                "SELECT bucket, cursor, aantal, hash FROM vulling"
            )
            connection.exec_driver_sql("DELETE FROM vulling")
            capture.step_aside(connection, made)
            self.run_again(connection, session)
            session.flush()
            reached(Step.PART_BEFORE_COMMIT)
        reached(Step.PART_AFTER_COMMIT)


def _put(connection: Connection, bucket: str, part: Part) -> None:
    for wires in part.wires():
        staging.put(connection, part.tabel, wires)
        if part.tabel in NEEDED:
            staging.show(connection, part.tabel, wires)
    if part.parked:
        parking.keep(connection, part.parked, {})
    for few in by_turns(range(len(part.ids))):
        connection.exec_driver_sql(
            "INSERT INTO bucket_row (tabel, rij_id, bucket, hash) VALUES (?, ?, ?, ?)",
            [(part.tabel, part.ids[number], bucket, part.hashes[number]) for number in few],
        )
