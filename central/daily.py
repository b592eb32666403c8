"""What begins and ends by itself when a day passes: the centre issues the command that ends it.

Who stands in reads what is confidential from the first day until that command, never by the clock of a
reader. PostgreSQL only.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central import accounts, commit, facts, failures
from desktop.clock import Clock
from desktop.models import audit
from desktop.models.bus import execute
from desktop.models.commands.afstemming import MeldWachtend
from desktop.models.commands.base import Command
from desktop.models.commands.kandidaatregie import BeeindigKandidaatwaarneming
from desktop.models.commands.regie import BeeindigWaarneming
from desktop.models.commands.vacature import VerloopVacature
from desktop.models.context import REGION_TIME
from desktop.models.handlers.kandidaat_running import begin_standing_in
from desktop.models.handlers.waiting_questions import ASKS
from desktop.models.rules.conflict import WAITS_TOO_LONG
from desktop.models.rules.vacature import OPEN
from desktop.models.tables import Afstemming, KandidaatWaarneming, Medewerker, Vacature, Waarneming
from desktop.models.work import Work

log = logging.getLogger(__name__)
PATIENCE = timedelta(minutes=5)


def issue(session: Session, clock: Clock) -> tuple[str, ...]:
    """Which waarnemingen were ended; the caller commits. Nothing when another process is at it."""
    region = accounts.the_region(session)
    if not session.scalar(select(func.pg_try_advisory_xact_lock(commit.lock_key(f"{region.id}/dag")))):
        return ()
    work = Work(session)
    work.begin(accounts.central_context(region, clock))
    today = work.context.dag_ontvangen
    rows, slow = _running(session, region.id, today), _slow(session, region.id, today)
    stood_in = _running_for_candidates(session, region.id, today)
    closed = _closed(session, region.id, today)
    if not (rows or stood_in or slow or closed):  # nobody waits for the lock of the region for nothing
        return ()
    # Touched is enough: who may read what is decided anew for the werkgevers and candidates of each of them.
    work.touched |= {(Waarneming, row.id): row for row in rows}
    work.touched |= {(KandidaatWaarneming, one.id): one for one in stood_in}
    left = _left(session, {row.waarnemer_id for row in rows} | {one.waarnemer_id for one in stood_in})
    lines: list[audit.AuditLine] = []

    def run(command: Command, subject: str) -> None:
        execute(work, command, accounts.central_context(region, clock))
        lines.append(_line(clock, command.NAME, subject))

    over = [row for row in rows if (row.tot < today or row.waarnemer_id in left) and not row.beeindigd]
    for row in over:
        run(BeeindigWaarneming(waarneming_id=row.id), f"waarneming:{row.id}")
    ended = [row for row in stood_in if row.tot < today or row.waarnemer_id in left]
    for one in stood_in:
        if one not in ended:
            begin_standing_in(work, one)
    for one in ended:
        run(BeeindigKandidaatwaarneming(waarneming_id=one.id), f"kandidaat_waarneming:{one.id}")
    for row_id in closed:
        run(VerloopVacature(vacature_id=row_id), f"vacature:{row_id}")
    for person_id in slow:
        run(MeldWachtend(medewerker_id=person_id), f"medewerker:{person_id}")
    commit.finish(session, work, region.id, lines)
    return (*(row.id for row in over), *(one.id for one in ended))


def _running(session: Session, regio_id: str, today: date) -> Sequence[Waarneming]:
    query = select(Waarneming).where(Waarneming.regio_id == regio_id, facts.running(today))
    return session.scalars(query.order_by(Waarneming.id)).all()


def _running_for_candidates(session: Session, regio_id: str, today: date) -> Sequence[KandidaatWaarneming]:
    query = select(KandidaatWaarneming).where(
        KandidaatWaarneming.regio_id == regio_id, facts.running_for_candidates(today)
    )
    return session.scalars(query.order_by(KandidaatWaarneming.id)).all()


def _left(session: Session, people: Collection[str]) -> set[str]:
    """Those who stand in and do not work here any more."""
    query = select(Medewerker.id).where(Medewerker.id.in_(people), ~Medewerker.actief)
    return set(session.scalars(query))


def _slow(session: Session, regio_id: str, today: date) -> list[str]:
    """Whose questions wait so long that the teamleiders hear of it."""
    asked_before = datetime.combine(today - WAITS_TOO_LONG + timedelta(days=1), time(), REGION_TIME)
    query = select(Afstemming.medewerker_id).where(
        Afstemming.regio_id == regio_id,
        Afstemming.status == "open",
        Afstemming.soort.in_(ASKS),
        Afstemming.verwijderd_op.is_(None),
        func.coalesce(Afstemming.gevraagd_op, Afstemming.aangemaakt_op) < asked_before,
    )
    return sorted(session.scalars(query.distinct()))


def _closed(session: Session, regio_id: str, today: date) -> Sequence[str]:
    """Vacatures for which nobody can apply any more."""
    query = select(Vacature.id).where(
        Vacature.regio_id == regio_id,
        Vacature.status.in_(sorted(OPEN)),
        Vacature.sluitingsdatum < today,
        Vacature.verwijderd_op.is_(None),
    )
    return session.scalars(query.order_by(Vacature.id)).all()


def _line(clock: Clock, name: str, subject: str) -> audit.AuditLine:
    return audit.AuditLine(clock.now(), None, name, subject, "toegepast", accounts.ORIGIN)


class Daily:
    """Issues it once a day in this process, with the first call of that day. Nobody waits for another."""

    def __init__(self, sessions: Callable[[], Session], clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock
        self._busy = threading.Lock()
        self._done: date | None = None
        self._not_before: datetime | None = None

    def is_due(self) -> bool:
        """Whether this day has not been seen to yet, as far as this process knows."""
        now = self._clock.now()
        waits = self._not_before is not None and now < self._not_before
        return self._done != now.astimezone(REGION_TIME).date() and not waits

    def run(self) -> None:
        """Whatever goes wrong is logged and tried again later: the call itself goes on."""
        now = self._clock.now()
        today = now.astimezone(REGION_TIME).date()
        if not self.is_due() or not self._busy.acquire(blocking=False):
            return
        try:
            with self._sessions() as session, session.begin():
                issue(session, self._clock)
            self._done = today
        except Exception as error:
            self._not_before = now + PATIENCE
            level = logging.INFO if failures.passes(error) else logging.ERROR
            log.log(level, "what is due today could not be issued", exc_info=error)
        finally:
            self._busy.release()
