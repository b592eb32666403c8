"""Whether a connection of the pool still lives, seen without asking the database: its answer takes longer
than what most calls ask. PostgreSQL only.

A server that stopped, or that ended the connection, has closed the line, and that can be read here. What
lies between can have forgotten it without a word, but not within seconds: after a rest it is asked.
"""

from __future__ import annotations

import time
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import DisconnectionError

from desktop.models.store import central_engine

REST_SECONDS = 30.0
_SINCE = "rests_since"


def watched_engine(url: str) -> Engine:
    """An engine whose pool gives out what lives, and opens anew in the place of the rest."""
    engine = central_engine(url, asks_first=False)

    def given_back(_driver: Any, record: Any) -> None:
        record.info[_SINCE] = time.monotonic()

    def taken(driver: Any, record: Any, _proxy: Any) -> None:
        since = record.info.get(_SINCE)
        if since is None:
            return
        try:
            _read_what_came(driver)
            if time.monotonic() - since > REST_SECONDS:
                engine.dialect.do_ping(driver)
        except engine.dialect.loaded_dbapi.Error as error:
            raise DisconnectionError from error

    event.listen(engine, "checkin", given_back)
    event.listen(engine, "checkout", taken)
    return engine


def _read_what_came(driver: Any) -> None:
    """Raises when the other end closed the line. Its last words, if any, come before that."""
    for _ in ("last words", "the end"):
        driver.pgconn.consume_input()
