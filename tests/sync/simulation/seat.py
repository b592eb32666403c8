"""One simulated laptop: its clock, its files, and how it is killed.

A kill keeps exactly the bytes that are in the files at that moment, the log of an open transaction included;
closing the connections afterwards changes nothing any more, because the bytes are put back.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from desktop import compose
from desktop.clock import Clock
from desktop.models import row_codec
from desktop.models.context import REGION_TIME
from desktop.profile import Settings
from desktop.sync.lease import Revoked
from desktop.sync.pace import Pace
from tests.support.region import Seat
from tests.sync.simulation.moment import SimulatedClock

Image = dict[Path, bytes]


_known: dict[tuple[str, tuple[Any, ...]], dict[str, Any]] = {}
MOST_KNOWN = 20_000


def _decoded(table: str, columns: list[str], raw: tuple[Any, ...]) -> dict[str, Any]:
    """The code lists and the first work are the same on all laptops of all histories."""
    row = _known.get((table, raw))
    if row is None:
        if len(_known) > MOST_KNOWN:
            _known.clear()
        row = _known[table, raw] = row_codec.from_sqlite(table, dict(zip(columns, raw, strict=True)))
    return row


@dataclass(frozen=True, slots=True)
class SimulatedPlace(compose.Place):
    """A place that lives in simulated time."""

    watch: SimulatedClock | None = None

    def clock(self, settings: Settings | None) -> Clock:
        """The one of this laptop."""
        assert self.watch is not None
        return self.watch


@dataclass
class SimulatedSeat(Seat):
    """`gone`: revoked and emptied, nothing happens here any more."""

    person_id: str = ""
    clock: SimulatedClock = field(kw_only=True)
    pace: Pace = field(kw_only=True)
    offline: bool = False
    gone: bool = False
    restored: bool = False
    kept: Image = field(default_factory=dict)
    accepted: dict[str, str] = field(default_factory=dict)
    typed: dict[str, list[str]] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    last: dict[str, int] = field(default_factory=dict)

    @classmethod
    def at(cls, place: SimulatedPlace, person: str, person_id: str) -> SimulatedSeat:
        """Opens the laptop that lies there."""
        assert place.watch is not None
        stack = ExitStack()
        laptop = stack.enter_context(compose.open_laptop(place, contact=True))
        pace = Pace(random.Random(place.watch.number))
        return cls(person, place, laptop, stack, person_id, clock=place.watch, pace=pace)

    def look(self, statement: str, named: Mapping[str, Any] | None = None) -> tuple[list[str], list[Any]]:
        """Columns and rows as they are on the disk now, by a reader without a transaction: that is cheap."""
        with self.laptop._readers.connect() as connection:
            driver: Any = connection.connection.driver_connection
            cursor = driver.execute(statement, named or {})
            return [column[0] for column in cursor.description], cursor.fetchall()

    def rows(self, table: str) -> dict[str, dict[str, Any]]:
        """Every row of a table as it travels, by id; what was read before is not decoded anew."""
        columns, found = self.look(f"SELECT {', '.join(row_codec.column_names(table))} FROM {table}")  # noqa: S608
        return {row["id"]: row for row in (_decoded(table, columns, raw) for raw in found)}

    def today(self) -> date:
        """The day on this laptop's calendar."""
        return self.clock.now().astimezone(REGION_TIME).date()

    def image(self) -> Image:
        """The database and its log as they are on the disk now."""
        database = self.place.profile.database
        paths = (database, database.with_name(database.name + "-wal"))
        return {path: path.read_bytes() for path in paths if path.exists()}

    def die(self, image: Image | None = None, torn: int = 0) -> None:
        """The program stops at once; `torn` bytes of the next write reached the disk. It is started again."""
        left = self.image() if image is None else image
        self._shut()
        database = self.place.profile.database
        for path in database.parent.glob(database.name + "*"):
            path.unlink()
        for path, content in left.items():
            path.write_bytes(content)
        if torn:
            with database.with_name(database.name + "-wal").open("ab") as log:
                log.write(b"\x7f" * torn)
        self._open()

    def reopen(self) -> None:
        """As after a restart of the program; when its lease is over it asks the centre first."""
        self._shut()
        self._open()

    def _open(self) -> None:
        try:
            self.laptop = self.stack.enter_context(compose.open_laptop(self.place, contact=True))
        except Revoked:
            self.gone = True

    def _shut(self) -> None:
        with suppress(Exception):  # the program is dead: what closing says is not heard
            self.stack.close()

    def leave(self) -> None:
        """Revoked and emptied."""
        self.gone = True
        self._shut()

    def fill_disk(self) -> None:
        """From now on the database cannot grow."""
        self.sql(f"PRAGMA max_page_count = {self.sql('PRAGMA page_count')[0][0]}")

    def free_disk(self) -> None:
        """There is room again."""
        self.sql("PRAGMA max_page_count = 1073741823")
