"""The address where Prometheus reads: what the processes counted, and what the database says of itself.

A socket of its own, asked for by whoever starts the service: a laptop's token opens nothing here, and the
address of the laptops has no such page. Counts and ages only, never a name. PostgreSQL only.
"""

from __future__ import annotations

import logging
import os
import socket
import sys
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sqlalchemy import Engine, func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from central import metrics
from desktop import __version__
from desktop.clock import Clock
from desktop.models import audit
from desktop.models.errors import EnvironmentFailure
from desktop.models.store import new_session
from desktop.models.tables import Afstemming
from desktop.models.tables.centre import BucketState, Laptop

if TYPE_CHECKING:
    from prometheus_client import Metric

log = logging.getLogger(__name__)
CONTENT = "text/plain; version=0.0.4; charset=utf-8"
WAITS_LONG = timedelta(days=5)
LINES_AT_ONCE = 20_000
AUDIT_AGAIN = timedelta(days=1)


class AuditWatch:
    """Reads the chain of the audit log on from where it was, a part at each look; from the start each day."""

    def __init__(self) -> None:
        self._place = audit.BEGIN
        self._begun: datetime | None = None
        self.whole = True

    @property
    def lines(self) -> int:
        """How many were read since the start of the chain."""
        return self._place.nr

    def look(self, session: Session, now: datetime) -> None:
        """Whether what was read so far fits; a break stays a break until it is read anew from the start."""
        if self._begun is None or now - self._begun >= AUDIT_AGAIN:
            self._place, self._begun, self.whole = audit.BEGIN, now, True
        if self.whole:
            place = audit.follow(session, self._place, LINES_AT_ONCE)
            self.whole, self._place = place is not None, place or self._place


class DatabaseFigures:
    """Asked anew at each look; when the database does not answer only that is told."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine, self._clock = engine, clock
        self._audit = AuditWatch()

    def collect(self) -> Iterator[Metric]:
        """What prometheus_client calls."""
        from prometheus_client.core import GaugeMetricFamily

        program = GaugeMetricFamily("werkregie_program", "The version that runs", labels=["version"])
        program.add_metric([__version__], 1)
        yield program
        try:
            with new_session(self._engine) as session:
                found = self._found(session)
        except SQLAlchemyError as error:
            log.warning(
                "the figures of the database could not be read", extra={"reden": type(error).__name__}
            )
            yield GaugeMetricFamily("werkregie_database_up", "Whether PostgreSQL answers", value=0)
            return
        yield GaugeMetricFamily("werkregie_database_up", "Whether PostgreSQL answers", value=1)
        yield from found

    def _found(self, session: Session) -> list[Metric]:
        from prometheus_client.core import GaugeMetricFamily

        now = self._clock.now()
        self._audit.look(session, now)
        laptops = GaugeMetricFamily("werkregie_laptops", "Laptops by state", labels=["state"])
        for state, count in _laptops(session).items():
            laptops.add_metric([state], count)
        rows, last = session.execute(select(func.sum(BucketState.aantal), func.max(BucketState.nr))).one()
        return [
            laptops,
            GaugeMetricFamily(
                "werkregie_oldest_waiting_laptop_seconds",
                "Since the laptop with unsent work that was away longest was last seen",
                value=_oldest(session, now),
            ),
            GaugeMetricFamily(
                "werkregie_waiting_commands",
                "Unsent commands on laptops, as they last told",
                value=_waiting(session),
            ),
            GaugeMetricFamily(
                "werkregie_afstemming_open_over_5_days",
                "Conflicts and refusals that wait for a choice for more than five days",
                value=_open_long(session, now),
            ),
            GaugeMetricFamily("werkregie_feed_rows", "Rows in all buckets together", value=int(rows or 0)),
            GaugeMetricFamily("werkregie_feed_last_number", "The last change number", value=int(last or 0)),
            GaugeMetricFamily(
                "werkregie_audit_chain_ok", "1 while the audit log fits its chain", value=self._audit.whole
            ),
            GaugeMetricFamily(
                "werkregie_audit_lines_read", "Lines of the audit log read so far", value=self._audit.lines
            ),
        ]


def _laptops(session: Session) -> dict[str, int]:
    counts = dict.fromkeys(("active", "revoked", "wiped"), 0)
    revoked_too, wiped_too = Laptop.ingetrokken_op.is_not(None), Laptop.gewist_op.is_not(None)
    query = select(revoked_too, wiped_too, func.count()).group_by(revoked_too, wiped_too)
    for revoked, wiped, count in session.execute(query):
        counts["wiped" if wiped else "revoked" if revoked else "active"] += count
    return counts


def _oldest(session: Session, now: datetime) -> float:
    waits = (Laptop.openstaand > 0, Laptop.ingetrokken_op.is_(None), Laptop.gewist_op.is_(None))
    seen = session.scalar(select(func.min(Laptop.laatst_gezien)).where(*waits))
    return max(0.0, (now - seen).total_seconds()) if seen is not None else 0.0


def _waiting(session: Session) -> int:
    query = select(func.sum(Laptop.openstaand)).where(Laptop.ingetrokken_op.is_(None))
    return int(session.scalar(query) or 0)


def _open_long(session: Session, now: datetime) -> int:
    query = select(func.count()).select_from(Afstemming)
    query = query.where(Afstemming.status == "open", Afstemming.soort.in_(("conflict", "weigering")))
    return session.scalar(query.where(Afstemming.aangemaakt_op < now - WAITS_LONG)) or 0


def page(folder: Path, database: DatabaseFigures) -> bytes:
    """Everything in the text format of Prometheus (0.0.4)."""
    from prometheus_client import CollectorRegistry, generate_latest
    from prometheus_client.multiprocess import MultiProcessCollector

    forget_dead(folder)
    registry = CollectorRegistry()
    MultiProcessCollector(registry, str(folder))  # type: ignore[no-untyped-call]
    registry.register(database)
    return generate_latest(registry)


def forget_dead(folder: Path) -> None:
    """A process that was killed has no connections any more. On Windows nobody can ask without a risk."""
    if sys.platform == "win32":
        return
    for path in folder.glob("gauge_live*_*.db"):
        try:
            os.kill(int(path.stem.rpartition("_")[2]), 0)
        except ProcessLookupError:
            path.unlink(missing_ok=True)
        except PermissionError:
            continue


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], folder: Path, database: DatabaseFigures) -> None:
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, _Handler)
        self.folder, self.database = folder, database
        self.one_at_a_time = threading.Lock()


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version, sys_version = "werkregie", ""

    def do_GET(self) -> None:
        """One page, and no other."""
        if self.path.partition("?")[0] != "/metrics":
            self.send_error(404)
            return
        with self.server.one_at_a_time:
            body = page(self.server.folder, self.server.database)
        self.send_response(200)
        self.send_header("content-type", CONTENT)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name of the base class)
        """A look every few seconds is no event."""


class MetricsPage:
    """`start` before the processes do: they inherit the folder. `address` is where it really listens."""

    def __init__(self, host: str, port: int, engine: Engine, clock: Clock) -> None:
        self._folder = TemporaryDirectory(prefix="werkregie-metingen-")
        self._engine = engine
        folder = Path(self._folder.name)
        try:
            self._server = _Server((host, port), folder, DatabaseFigures(engine, clock))
        except (OSError, OverflowError) as error:
            self._folder.cleanup()
            raise EnvironmentFailure("poort_bezet", host=host, poort=port) from error
        self.address: tuple[str, int] = self._server.server_address[:2]  # type: ignore[assignment]
        os.environ[metrics.FOLDER] = str(folder)
        self._thread = threading.Thread(target=self._server.serve_forever, name="metingen", daemon=True)

    def start(self) -> None:
        """Answers from here on."""
        self._thread.start()

    def stop(self) -> None:
        """No more looks; what was counted goes."""
        self._server.shutdown()
        self._thread.join(5)
        self._server.server_close()
        self._engine.dispose()
        os.environ.pop(metrics.FOLDER, None)
        self._folder.cleanup()
