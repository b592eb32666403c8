"""One laptop: its store, its person and what can be done with them. The window and the command line use this.

Every method blocks. `doe` and the drafts write through one connection; reads have their own. The network
is used by `sync` and `standen_centrum` only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine, delete, func, select
from sqlalchemy.orm import Session

from desktop import __version__
from desktop.clock import Clock
from desktop.models import audit
from desktop.models.context import REGION_TIME, Actor
from desktop.models.errors import EnvironmentFailure, Weigering
from desktop.models.outcome import Outcome
from desktop.models.queries import afstemming, contact, medewerker, pending, regie, werkgever
from desktop.models.queries.rows import (
    AfstemmingRij,
    CodeRij,
    Concept,
    MedewerkerRij,
    MogelijkDubbel,
    OpdrachtRij,
    Regiestand,
    Stand,
    VeldwijzigingRij,
    WerkgeverFilter,
    WerkgeverRegel,
    Werkgeversblad,
)
from desktop.models.store import database_errors, new_session, reading
from desktop.models.tables import Werkgever
from desktop.models.tables.laptop import ConceptTekst
from desktop.sync import facts, totals
from desktop.sync.engine import SyncEngine
from desktop.sync.outbox import Envelope, accept
from desktop.sync.result import SyncRound
from desktop.sync.transport import HttpTransport, Revoked

T = TypeVar("T")
Progress = Callable[[int, int, int], None]


@dataclass(frozen=True, slots=True)
class Centre:
    """How this laptop reaches the centre."""

    url: str
    token: str


class Laptop:
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
    ) -> None:
        self._writer = writer
        self._readers = readers
        self.clock = clock
        self.laptop_id = laptop_id
        self._identity = identity
        self._centre = centre
        self._wipe = wipe

    @property
    def actor(self) -> Actor:
        """The signed-in person as the centre last said."""
        return self._identity.actor

    @property
    def medewerker_id(self) -> str:
        return self.actor.medewerker_id

    @property
    def rol(self) -> str:
        return self.actor.rol

    def now(self) -> datetime:
        """The present in UTC."""
        return self.clock.now()

    def today(self) -> date:
        """The calendar day in the region."""
        return self.now().astimezone(REGION_TIME).date()

    def read(self, query: Callable[[Session], T]) -> T:
        """Runs a query on a connection for reading."""
        with database_errors(), reading(self._readers) as session:
            return query(session)

    # ------------------------------------------------------------------ doing

    def doe(
        self, naam: str, argumenten: Mapping[str, Any], uuid: str | None = None, tijd: datetime | None = None
    ) -> Outcome:
        """Runs one command as the signed-in person; raises `Weigering` or `EnvironmentFailure`."""
        now = self.now()
        envelope = Envelope(self.actor, self.laptop_id, uuid or self.clock.new_id(), tijd or now, now)
        return accept(self._writer, naam, argumenten, envelope)

    def sync(self, progress: Progress | None = None) -> SyncRound:
        """One full round with the centre. After a revocation everything here is wiped first."""
        if self._centre is None:
            raise Weigering("niet_aangemeld")
        transport = HttpTransport(self._centre.url, self._centre.token)
        engine = SyncEngine(self._writer, transport, self.clock, self.laptop_id, __version__, progress)
        try:
            result = engine.round()
        except Revoked:
            self.close()
            self._wipe()
            transport.wiped()
            raise
        finally:
            transport.close()
        with self._writer.begin() as connection:
            self._identity = facts.identity(connection) or self._identity
        return result

    def close(self) -> None:
        """Ends all connections."""
        self._readers.dispose()
        self._writer.dispose()

    def log(self, actie: str, subject: str | None, resultaat: str = "toegepast") -> None:
        """An audit line for what is no command: printing and exporting."""
        line = audit.AuditLine(
            self.now(), self.medewerker_id, actie, subject, resultaat, f"laptop:{self.laptop_id}"
        )
        with database_errors(), new_session(self._writer) as session, session.begin():
            audit.append(session, [line])

    # ---------------------------------------------------------------- reading

    def werkgevers(
        self, keuze: WerkgeverFilter, limiet: int | None, vanaf: int = 0
    ) -> tuple[WerkgeverRegel, ...]:
        return self.read(
            lambda session: werkgever.werkgevers(session, keuze, self.medewerker_id, limiet, vanaf)
        )

    def aantal_werkgevers(self, keuze: WerkgeverFilter) -> int:
        return self.read(lambda session: werkgever.count(session, keuze, self.medewerker_id))

    def blad(self, werkgever_id: str) -> Werkgeversblad:
        found = self.read(lambda session: regie.sheet(session, werkgever_id))
        if found is None:
            raise Weigering("werkgever_onbekend", id=werkgever_id)
        return found

    def veldwijzigingen(self, werkgever_id: str) -> tuple[VeldwijzigingRij, ...]:
        return self.read(lambda session: contact.veldwijzigingen(session, werkgever_id))

    def regiestand(self, werkgever_id: str) -> Regiestand:
        synced = self.bijgewerkt_op()
        found = self.read(lambda session: regie.standing(session, werkgever_id, self.today(), synced))
        if found is None:
            raise Weigering("werkgever_onbekend", id=werkgever_id)
        return found

    def mogelijk_dubbel(
        self, naam: str, kvk_nummer: str | None, postcode: str | None, woonplaats: str | None
    ) -> tuple[MogelijkDubbel, ...]:
        return self.read(
            lambda session: werkgever.possible_doubles(session, naam, kvk_nummer, postcode, woonplaats)
        )

    def medewerkers(self) -> tuple[MedewerkerRij, ...]:
        return self.read(medewerker.medewerkers)

    def codes(self, lijst: str) -> tuple[CodeRij, ...]:
        return self.read(lambda session: medewerker.codes(session, lijst, self.today()))

    def afstemming(self, alleen_open: bool = True) -> tuple[AfstemmingRij, ...]:
        return self.read(lambda session: afstemming.inbox(session, self.medewerker_id, alleen_open))

    def wachtrij(self) -> tuple[OpdrachtRij, ...]:
        return self.read(pending.commands)

    def bijgewerkt_op(self) -> datetime | None:
        """The end of the last whole round."""
        return self.read(lambda session: facts.last_sync(session.connection()))

    def klok_verschil(self) -> timedelta:
        """How far this clock was ahead of the centre at the last round; no order ever depends on it."""

        def query(session: Session) -> timedelta:
            ours, theirs = (facts.get(session.connection(), name) for name in ("klok_laptop", "klok_centrum"))
            return (
                datetime.fromisoformat(ours) - datetime.fromisoformat(theirs)
                if ours and theirs
                else timedelta()
            )

        return self.read(query)

    def stand(self) -> Stand:
        return self.read(self._stand)

    def _stand(self, session: Session) -> Stand:
        count = select(func.count()).select_from(Werkgever).where(Werkgever.verwijderd_op.is_(None))
        return Stand(
            regio=self._identity.regio,
            medewerker=self.actor.naam,
            rol=self.actor.rol,
            bijgewerkt_op=facts.last_sync(session.connection()),
            wachtend=pending.count_waiting(session),
            afstemming_open=afstemming.count_open(session, self.medewerker_id),
            werkgevers=session.scalar(count) or 0,
            oefen=self._identity.oefen,
        )

    # ----------------------------------------------------------------- drafts

    def concept(self, soort: str, onderwerp_id: str) -> Concept | None:
        def query(session: Session) -> Concept | None:
            row = session.get(ConceptTekst, (soort, onderwerp_id))
            return Concept(row.soort, row.onderwerp_id, row.velden, row.bewaard_op) if row else None

        return self.read(query)

    def bewaar_concept(self, soort: str, onderwerp_id: str, velden: Mapping[str, object]) -> datetime:
        now = self.now()
        with database_errors(), new_session(self._writer) as session, session.begin():
            session.merge(
                ConceptTekst(soort=soort, onderwerp_id=onderwerp_id, velden=dict(velden), bewaard_op=now)
            )
        return now

    def verwijder_concept(self, soort: str, onderwerp_id: str) -> None:
        with database_errors(), new_session(self._writer) as session, session.begin():
            session.execute(
                delete(ConceptTekst).where(
                    ConceptTekst.soort == soort, ConceptTekst.onderwerp_id == onderwerp_id
                )
            )

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

    # ----------------------------------------------------------------- checks

    def bucket_standen(self) -> dict[str, tuple[int, int]]:
        """Count and hash per bucket, recomputed from the rows themselves."""
        with database_errors(), self._readers.connect() as connection:
            return totals.filled(totals.recompute(connection))

    def bucket_boekhouding(self) -> dict[str, tuple[int, int]]:
        """Count and hash per bucket as they were kept with each round."""
        with database_errors(), self._readers.connect() as connection:
            return totals.filled(facts.bucket_totals(connection))

    def vergeet_beschadigd(self) -> list[str]:
        """Counts again and marks damaged buckets, so that the next round reads those anew; which ones."""
        with database_errors(), self._writer.begin() as connection:
            return totals.forget_damaged(connection)

    def standen_centrum(self) -> dict[str, tuple[int, int]]:
        """Count and hash per bucket at the centre now; nothing is sent or taken in."""
        if self._centre is None:
            raise Weigering("niet_aangemeld")
        transport = HttpTransport(self._centre.url, self._centre.token)
        try:
            return SyncEngine(
                self._writer, transport, self.clock, self.laptop_id, __version__
            ).central_totals()
        finally:
            transport.close()

    def integriteit(self) -> None:
        """SQLite's own check of the file; raises `EnvironmentFailure` when it finds damage."""
        with database_errors(), self._readers.connect() as connection:
            found = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
        if found != "ok":
            raise EnvironmentFailure("database_onleesbaar")
