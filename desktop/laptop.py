"""One laptop: its store, its person and what can be done with them. The window and the command line use this.

Every method blocks. `doe` and the drafts write through one connection; reads have their own. The network
is used by `sync` and `standen_centrum` only. What only commands or rounds need is imported when the first one
comes: a window that starts shows its rows before that.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Engine, event

from desktop import __version__
from desktop.clock import Clock
from desktop.desk import Desk
from desktop.frozen import dataclass
from desktop.models.context import derive_id
from desktop.models.errors import EnvironmentFailure, Weigering, WerkregieError
from desktop.models.outcome import Outcome
from desktop.models.queries.actie_rows import ActieRij
from desktop.models.queries.day_rows import Telling, Verwijdervraag
from desktop.models.queries.kandidaat_rows import KandidaatKaart
from desktop.models.queries.laptop_rows import Stand
from desktop.models.rights import buckets_of
from desktop.models.store import database_errors, new_session
from desktop.sync import facts
from desktop.sync.credentials import fingerprint
from desktop.sync.lease import Lease, Revoked, Sealed
from desktop.sync.result import SyncRound

if TYPE_CHECKING:
    from desktop.sync.outbox import Envelope
    from desktop.sync.scrub import Scrub
    from desktop.sync.transport import HttpTransport

log = logging.getLogger(__name__)
T = TypeVar("T")
Progress = Callable[[int, int, int], None]
READS = "kandidaat.lees"


@dataclass(frozen=True, slots=True)
class Centre:
    """How this laptop reaches the centre."""

    url: str
    token: str


def _refuse(_: Connection) -> None:
    raise Sealed


class Laptop(Desk):
    """Opened by `desktop.compose`, which also closes it."""

    def __init__(
        self,
        writer: Engine,
        readers: Engine,
        clock: Clock,
        laptop_id: str,
        identity: facts.Identity,
        centre: Centre | None,
        wipe: Callable[[], None],
        lease: Lease | None = None,
    ) -> None:
        super().__init__(readers, clock, identity)
        self._writer = writer
        self._scrub: Scrub | None = None
        self.laptop_id = laptop_id
        self._centre = centre
        self.centre_url = centre.url if centre else None
        self.access = fingerprint(centre.token) if centre else None
        self._wipe = wipe
        self._line: HttpTransport | None = None
        """What the last round used, if it went well: the next one may come soon."""
        self._looked_through = False
        self._lease = lease

    def stand(self) -> Stand:
        found, lease, now = super().stand(), self._lease, self.now()
        if lease is None:
            return found
        return replace(
            found, lease_tot=lease.tot, lease_dagen=lease.dagen(now), lease_waarschuwt=lease.warns(now)
        )

    # ------------------------------------------------------------------ doing

    def doe(
        self, naam: str, argumenten: Mapping[str, Any], uuid: str | None = None, tijd: datetime | None = None
    ) -> Outcome:
        """Runs one command as the signed-in person; raises `Weigering` or `EnvironmentFailure`."""
        from desktop.sync.outbox import Envelope, accept

        now = self.now()
        envelope = Envelope(self.actor, self.laptop_id, uuid or self.clock.new_id(), tijd or now, now)
        return accept(self._writer, naam, argumenten, envelope)

    def sync(self, progress: Progress | None = None) -> SyncRound:
        """One full round with the centre. After a revocation everything here is wiped first."""
        from desktop.sync import again
        from desktop.sync.engine import SyncEngine
        from desktop.sync.transport import HttpTransport

        if self._centre is None:
            raise Weigering("niet_aangemeld")
        transport = self._line or HttpTransport(self._centre.url, self._centre.token)
        self._line = None
        engine = SyncEngine(self._writer, transport, self.clock, self.laptop_id, __version__, progress)
        try:
            result = engine.round()
            self._renew_lease(transport)
            self._line = transport
        except Revoked:
            self.close()
            self._wipe()
            transport.wiped()
            raise
        except EnvironmentFailure:
            self._seal_when_over()
            raise
        finally:
            if self._line is None:
                transport.close()
        if not result.stil or not self._looked_through:
            with self._writer.begin() as connection:
                self._identity = facts.identity(connection) or self._identity
            again.offer_what_was_unknown(self._writer, self._fresh)
            self._looked_through = True
        return result

    def _fresh(self) -> Envelope:
        from desktop.sync.outbox import Envelope

        now = self.now()
        return Envelope(self.actor, self.laptop_id, self.clock.new_id(), now, now)

    def _renew_lease(self, transport: HttpTransport) -> None:
        """The round itself is whole: whatever else goes wrong here is tried again with a later one."""
        if self._lease is None or not self._lease.is_due(self.now()):
            return
        try:
            self._lease.keep(transport.lease(), self.now())
        except Revoked:
            raise
        except WerkregieError as reason:
            log.info("the lease could not be renewed", extra={"reden": reason.code})

    def _seal_when_over(self) -> None:
        """Without the centre, after the end of the lease: nothing here can be read or written any more."""
        try:
            if self._lease is not None:
                self._lease.look(self.now())
        except Sealed:
            for engine in (self._readers, self._writer):
                event.listen(engine, "begin", _refuse)
            self.close()
            raise

    def herstel_slot(self, aanmeldcode: str) -> None:
        """A forgotten code: a fresh aanmeldcode of this same person takes the lock away.

        The centre is asked whose code it is; the laptop stays signed in as it was and nothing on it changes.
        """
        from desktop.sync.protocol import EnrolRequest
        from desktop.sync.transport import HttpTransport

        if self._centre is None:
            raise Weigering("niet_aangemeld")
        transport = HttpTransport(self._centre.url, None)
        try:
            # The same code asks under the same id, so that a lost answer is given again.
            asker = derive_id(self.laptop_id, "slot", aanmeldcode)
            answer = transport.enrol(EnrolRequest(aanmeldcode, asker, __version__))
        finally:
            transport.close()
        if answer.wie.medewerker_id != self.medewerker_id:
            raise Weigering("slot_code_van_ander")
        self.stel_slot_in(None)

    def close(self) -> None:
        """Ends all connections."""
        if self._line is not None:
            self._line.close()
        self._readers.dispose()
        self._writer.dispose()

    def log(self, actie: str, subject: str | None, resultaat: str = "toegepast") -> None:
        """An audit line for what is no command: printing and exporting."""
        from desktop.models import audit

        line = audit.AuditLine(
            self.now(), self.medewerker_id, actie, subject, resultaat, f"laptop:{self.laptop_id}"
        )
        with database_errors(), new_session(self._writer) as session, session.begin():
            audit.append(session, [line])

    def kandidaat(self, kandidaat_id: str) -> KandidaatKaart:
        """Opens one candidate: reading what is personal is an audit line too (architecture §5)."""
        found = self.kandidaatkaart(kandidaat_id)
        self.log(READS, f"kandidaat:{kandidaat_id}")
        return found

    # ------------------------------------------------------------------ paper

    def overzicht(
        self,
        pad: Path,
        werkgever_id: str | None,
        accountmanager_id: str | None,
        voor: str = "intern",
        stop: Callable[[], bool] = lambda: False,
        progress: Callable[[int], None] = lambda _done: None,
    ) -> Path:
        """Writes the werkgeversoverzicht of one werkgever, one portfolio, or (both None) of all.

        `progress` hears how many werkgevers are on paper; once `stop` is true `Stopped` comes, and no file.
        """
        from desktop.overview import write

        return write(self, pad, werkgever_id, accountmanager_id, voor, stop, progress)

    def afdrukmap(self) -> Path:
        """Where paper lies while it is looked at, for its owner alone; emptied at each start."""
        folder = self.profile.prints
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise EnvironmentFailure("map_niet_te_maken", pad=str(folder)) from error
        return folder

    def bezoeken(self, van: date, tot: date | None = None) -> tuple[ActieRij, ...]:
        """My planned visits in a period, by day and time; without `tot` all that are to come."""
        from desktop.dagmap import visits

        return visits(self, van, tot)

    def dagmap(
        self,
        pad: Path,
        dag: date | None,
        werkgever_id: str | None = None,
        stop: Callable[[], bool] = lambda: False,
        progress: Callable[[int], None] = lambda _done: None,
    ) -> Path:
        """Writes the preparation of my visits on a day (None: the first with any), or of one werkgever."""
        from desktop.dagmap import write

        return write(self, pad, dag, werkgever_id, stop, progress)

    def overzicht_van(
        self,
        pad: Path,
        werkgever_ids: Sequence[str],
        voor: str = "intern",
        stop: Callable[[], bool] = lambda: False,
        progress: Callable[[int], None] = lambda _done: None,
    ) -> Path:
        """Writes the werkgeversoverzicht of these werkgevers, as `overzicht`."""
        from desktop.overview import write_chosen

        return write_chosen(self, pad, werkgever_ids, voor, stop, progress)

    def exporteer_werkgevers(
        self, pad: Path, werkgever_ids: Sequence[str], stop: Callable[[], bool] = lambda: False
    ) -> int:
        """Writes these werkgevers as a file, as `exporteer`."""
        from desktop.exporting import employers, write

        return write(self, "werkgever", pad, employers(self, werkgever_ids), stop)

    def exporteer(self, soort: str, pad: Path, stop: Callable[[], bool] = lambda: False) -> int:
        """Writes every row of a kind as csv, xlsx or json, by the ending of the name; returns how many."""
        from desktop.exporting import all_rows, write

        return write(self, soort, pad, all_rows(self, soort), stop)

    # ----------------------------------------------------------------- checks

    def verwijdervraag(self) -> Verwijdervraag | None:
        """What a round would remove and did not, because it is much; None when nothing is asked."""
        from desktop.sync import mass_delete

        with database_errors(), self._readers.connect() as connection:
            return mass_delete.question(connection)

    def mag_verwijderen(self, akkoord: bool) -> None:
        """The person's answer: with True the next round removes it, with False rounds go on asking nobody.

        Raises `Weigering('niets_te_verwijderen')` when nothing is asked.
        """
        from desktop.sync import mass_delete

        with database_errors(), self._writer.begin() as connection:
            if not mass_delete.answer(connection, akkoord):
                raise Weigering("niets_te_verwijderen")
        self.log("laptop.mag_verwijderen", None, "toegepast" if akkoord else "geweigerd")

    def bucket_standen(self) -> dict[str, tuple[int, int]]:
        """Count and hash per bucket, recomputed from the rows themselves."""
        from desktop.sync import totals

        with database_errors(), self._readers.connect() as connection:
            return totals.filled(totals.recompute(connection))

    def bucket_boekhouding(self) -> dict[str, tuple[int, int]]:
        """Count and hash per bucket as they were kept with each round."""
        from desktop.sync import totals

        with database_errors(), self._readers.connect() as connection:
            return totals.filled(facts.bucket_totals(connection))

    def loop_na(self) -> list[str]:
        """Counts a little further; buckets that do not fit are marked and read anew with the next round.

        Called after each round: in some hours everything was looked at once. Takes some tenths of a second.
        """
        from desktop.sync.scrub import Scrub

        self._scrub = self._scrub or Scrub(self._readers, self._writer)
        return self._scrub.go_on(self.now())

    def vergeet_beschadigd(self) -> list[str]:
        """Counts again and marks damaged buckets, so that the next round reads those anew; which ones."""
        from desktop.sync import totals

        with database_errors(), self._writer.begin() as connection:
            return totals.forget_damaged(connection)

    def tel_opnieuw(self) -> Telling:
        """Counts the rows themselves; a bucket that does not fit is marked, and the next round fetches it.

        Reads beside the work; only what does not fit is looked at again by the writer.
        """
        self.integriteit()
        counted = self.bucket_standen()
        damaged = self.vergeet_beschadigd() if counted != self.bucket_boekhouding() else []
        return Telling(sum(count for count, _ in counted.values()), tuple(damaged))

    def nog_op_te_halen(self) -> tuple[int, int]:
        """Rows that this laptop will hold, and how many of them are here already; asks the centre."""
        from desktop.sync import filling

        there = sum(count for count, _ in self.standen_centrum().values())
        with database_errors(), self._readers.connect() as connection:
            coming = filling.received(connection)
        return there, coming + sum(count for count, _ in self.bucket_boekhouding().values())

    def standen_centrum(self) -> dict[str, tuple[int, int]]:
        """Count and hash per bucket at the centre now; nothing is sent or taken in."""
        from desktop.sync.engine import SyncEngine
        from desktop.sync.transport import HttpTransport

        if self._centre is None:
            raise Weigering("niet_aangemeld")
        transport = HttpTransport(self._centre.url, self._centre.token)
        try:
            return SyncEngine(
                self._writer, transport, self.clock, self.laptop_id, __version__
            ).central_totals(buckets_of(self.actor))
        finally:
            transport.close()

    def integriteit(self) -> None:
        """SQLite's own check of the file; raises `EnvironmentFailure` when it finds damage."""
        with database_errors(), self._readers.connect() as connection:
            found = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
        if found != "ok":
            raise EnvironmentFailure("database_onleesbaar")
