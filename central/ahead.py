"""What the database writes while this process decides what comes next.

Deciding a batch takes Python about as long as writing it takes PostgreSQL: one after the other the laptop
would wait for both. Statements go out in their order over the connection of the transaction, whose own lock
keeps them apart from what is read meanwhile; who needs to see them calls `settle` first. PostgreSQL only.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Any

import psycopg
from sqlalchemy import Table
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from desktop.models.tables.documents import insertion

WORTH_A_THREAD = 20_000
"""Signs: what is shorter is written before another thread would have begun."""


class Ahead:
    """One transaction's line. It is closed before that transaction ends, however it ends."""

    def __init__(self, session: Session) -> None:
        self._connection = session.connection()
        self._line = ThreadPoolExecutor(1, "ahead")
        self._under_way: list[Future[None]] = []

    def __enter__(self) -> Ahead:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._line.shutdown(cancel_futures=True)

    def put(self, table: Table, document: bytes) -> None:
        """Rows of one table, as a JSON list of objects."""
        self.run(insertion(table), document.decode())

    def run(self, statement: str, *words: str) -> None:
        """A statement with %s for each of the words, that returns nothing."""
        if not self._under_way and sum(map(len, words)) < WORTH_A_THREAD:
            self._run(statement, words)
        else:
            self._under_way.append(self._line.submit(self._run, statement, words))

    def settle(self) -> None:
        """Waits until all of it is written; raises what a statement raised."""
        under_way, self._under_way = self._under_way, []
        for one in under_way:
            one.result()

    def _run(self, statement: str, words: tuple[str, ...]) -> None:
        driver: Any = self._connection.connection.driver_connection
        try:
            driver.execute(statement, words or None)
        except psycopg.Error as error:
            # As SQLAlchemy would have told it: failures are known by that (central.failures).
            raise DBAPIError.instance(
                statement,
                None,
                error,
                psycopg.Error,
                hide_parameters=True,
                connection_invalidated=bool(driver.closed),
                dialect=self._connection.dialect,
            ) from error
