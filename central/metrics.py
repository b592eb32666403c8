"""What the service counts of itself for Prometheus. Off until `switch_on`; then each process adds to files
in one folder, so that two or more processes give one sum. `central.metrics_page` shows it.

Never personal data and nobody's label: no name, no laptop, no werkgever. Labels come from our own lists.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, event

from desktop.models.commands import NEWEST
from desktop.models.outcome import GEWEIGERD
from desktop.sync.protocol import AnswerMessage, CommandMessage

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

FOLDER = "WERKREGIE_CENTRAAL_METINGEN_MAP"
"""Tells the processes of the service where to count."""
_ITS_NAME = "PROMETHEUS_MULTIPROC_DIR"
"""What prometheus_client itself reads, once, when it is imported."""
POISON = "opdracht_fout"
OTHER = "anders"
ROUND_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
LOCK_SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 20.0)
_CODE = re.compile(r"[a-z_]{1,40}")


class Figures:
    """Counts nothing: what the service has while nobody asked for figures."""

    def round_ended(self, seconds: float, rows: int) -> None:
        """A call of `/v1/sync` was answered, with so many rows."""

    def rows_sent(self, count: int) -> None:
        """Rows of a first fill went out."""

    def answered(
        self, commands: Sequence[CommandMessage], answers: Sequence[AnswerMessage], known: int
    ) -> None:
        """Answers to what was sent; up to number `known` they had been given before."""

    def problem(self, code: str) -> None:
        """A call was answered with a problem."""

    def lock_waited(self, seconds: float) -> None:
        """How long a transaction waited for the lock of the region."""

    def watch_pool(self, engine: Engine) -> None:
        """Counts the connections of this process that are in use."""


class PrometheusFigures(Figures):
    """Counts in the folder that `switch_on` named; read by another process."""

    def __init__(self, registry: CollectorRegistry) -> None:
        from prometheus_client import Counter, Gauge, Histogram

        self._rounds = Histogram(
            "werkregie_sync_seconds", "Time of a call of /v1/sync", buckets=ROUND_SECONDS, registry=registry
        )
        self._rows = Counter(
            "werkregie_rows_sent",
            "Rows that went to laptops, also those that left a bucket",
            registry=registry,
        )
        self._commands = Counter(
            "werkregie_commands", "Commands handled", ["command", "outcome"], registry=registry
        )
        self._refusals = Counter("werkregie_refusals", "Commands refused", ["code"], registry=registry)
        self._poison = Counter(
            "werkregie_poison", "Commands that failed on our side and were set apart", registry=registry
        )
        self._problems = Counter(
            "werkregie_problems", "Calls answered with a problem", ["code"], registry=registry
        )
        self._lock = Histogram(
            "werkregie_lock_wait_seconds",
            "Wait for the advisory lock of the region",
            buckets=LOCK_SECONDS,
            registry=registry,
        )
        self._in_use = Gauge(
            "werkregie_db_connections_in_use",
            "Connections in use",
            registry=registry,
            multiprocess_mode="livesum",
        )
        self._limit = Gauge(
            "werkregie_db_connections_limit",
            "Connections that may be open",
            registry=registry,
            multiprocess_mode="livesum",
        )

    def round_ended(self, seconds: float, rows: int) -> None:
        self._rounds.observe(seconds)
        self._rows.inc(rows)

    def rows_sent(self, count: int) -> None:
        self._rows.inc(count)

    def answered(
        self, commands: Sequence[CommandMessage], answers: Sequence[AnswerMessage], known: int
    ) -> None:
        names = {message.n: message.naam for message in commands}
        for answer in answers:
            if answer.n <= known:
                continue
            name = names.get(answer.n, OTHER)
            self._commands.labels(name if name in NEWEST else OTHER, answer.uitkomst).inc()
            if answer.uitkomst == GEWEIGERD:
                self._refusals.labels(_code(answer.code)).inc()
            if answer.code == POISON:
                self._poison.inc()

    def problem(self, code: str) -> None:
        self._problems.labels(_code(code)).inc()

    def lock_waited(self, seconds: float) -> None:
        self._lock.observe(seconds)

    def watch_pool(self, engine: Engine) -> None:
        pool: Any = engine.pool
        self._limit.inc(pool.size() + max(0, pool._max_overflow))  # noqa: SLF001 (there is no other way to ask)
        event.listen(pool, "checkout", self._taken)
        event.listen(pool, "checkin", self._given_back)

    def _taken(self, *_: object) -> None:
        self._in_use.inc()

    def _given_back(self, *_: object) -> None:
        self._in_use.dec()


def _code(code: str | None) -> str:
    """Codes are words of ours; whatever else may stand there becomes one label."""
    return code if code and _CODE.fullmatch(code) else OTHER


_now: Figures = Figures()


def figures() -> Figures:
    """Those of this process."""
    return _now


def switch_on(folder: Path) -> None:
    """From here on this process counts; call it before anything else imports prometheus_client."""
    global _now  # noqa: PLW0603 (one per process, like the files that it writes)
    os.environ[_ITS_NAME] = str(folder)
    from prometheus_client import CollectorRegistry

    _now = PrometheusFigures(CollectorRegistry())


def switch_off() -> None:
    """Nothing is counted any more."""
    global _now  # noqa: PLW0603
    _now = Figures()
    os.environ.pop(_ITS_NAME, None)
