"""What a person keeps on this laptop only: drafts, and how the window was left.

Written to the encrypted database through the writer; nothing of it ever travels.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, select
from sqlalchemy.orm import Session

from desktop import lock_code
from desktop.models.errors import Weigering
from desktop.models.queries import concept, recent
from desktop.models.queries.day_rows import Treffer, WachtRegel
from desktop.models.queries.laptop_rows import Concept
from desktop.models.store import database_errors, new_session
from desktop.models.tables.base import instant_text
from desktop.models.tables.laptop import ConceptTekst, Vensterstand
from desktop.preferences import Preferences
from desktop.profile import Profile
from desktop.reading import Reading
from desktop.sync import facts

RECENT, RECENT_KEPT = "recent", 30
EMPLOYER = "werkgever"


class Desk(Reading):
    """Reading, with a desk of one's own. `writer` is the one connection that writes."""

    _writer: Engine
    profile: Profile

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

    def concepten(self) -> tuple[Concept, ...]:
        """All drafts that were left behind, the newest first."""
        return self.read(concept.concepten)

    def wachtlijst(self) -> tuple[WachtRegel, ...]:
        """What waits to be sent, in the words of the form: what it is about and what it changes."""
        from desktop.models.queries import waiting_list

        return self.read(waiting_list.waiting)

    # --------------------------------------------------------- instellingen

    def voorkeuren(self) -> Preferences:
        """What was set in Instellingen, from the profile's settings file."""
        return self.profile.settings(self.clock).voorkeuren

    def bewaar_voorkeuren(self, voorkeuren: Preferences) -> None:
        self.profile.change(self.clock, voorkeuren=voorkeuren)

    def logmap(self) -> Path:
        """The folder with the logs; made when it is not there."""
        self.profile.make()
        return self.profile.logs

    # ------------------------------------------------------- how it was left

    def vensterstand(self, naam: str) -> Mapping[str, object] | None:
        """How this part of the window was left; None when it never was."""
        return self.read(
            lambda session: session.scalar(select(Vensterstand.waarde).where(Vensterstand.naam == naam))
        )

    def bewaar_vensterstand(self, naam: str, waarde: Mapping[str, object]) -> None:
        """Keeps it over what was there."""
        with database_errors(), new_session(self._writer) as session, session.begin():
            session.merge(Vensterstand(naam=naam, waarde=dict(waarde)))

    def recent(self, limiet: int = 8) -> tuple[Treffer, ...]:
        """The rows that were opened last, the latest first; those that are gone are left out."""
        keys = _keys(self.vensterstand(RECENT))[: limiet + 4]
        return self.read(lambda session: recent.opened(session, keys, self.medewerker_id, self.today()))[
            :limiet
        ]

    def geopend(self, row_id: str, soort: str = EMPLOYER) -> None:
        """This one was opened last; `soort` as in `Treffer`."""
        key = (soort, row_id)
        keys = [key, *(one for one in _keys(self.vensterstand(RECENT)) if one != key)]
        self.bewaar_vensterstand(RECENT, {"rijen": [list(one) for one in keys[:RECENT_KEPT]]})

    # --------------------------------------------------------------- the lock

    def slot_ingesteld(self) -> bool:
        """Whether a code was chosen for the lock."""
        return self.read(lambda session: facts.get(session.connection(), "slot_code")) is not None

    def stel_slot_in(self, code: str | None) -> None:
        """A new code for the lock; None takes it away. A code that is too short is refused."""
        kept = None if code is None else lock_code.made(code)
        with database_errors(), self._writer.begin() as connection:
            facts.put(connection, slot_code=kept, slot_fout="0", slot_fout_op=None)

    def slot_wacht(self) -> int:
        """Seconds until the next code may be tried, after wrong ones; also after a restart."""
        return self.read(lambda session: self._lock_wait(session.connection()))

    def ontgrendel(self, code: str) -> bool:
        """Whether this is the code. Each wrong one makes the next try wait longer; too early is refused."""
        with database_errors(), self._writer.begin() as connection:
            seconds, kept = self._lock_wait(connection), facts.get(connection, "slot_code")
        if kept is None:
            return True
        if seconds:
            raise Weigering("slot_wacht", aantal=seconds)
        fits = lock_code.fits(code, kept)
        with database_errors(), self._writer.begin() as connection:
            wrong = 0 if fits else _wrong(connection) + 1
            facts.put(connection, slot_fout=str(wrong), slot_fout_op=instant_text(self.now()))
        return fits

    def _lock_wait(self, connection: Connection) -> int:
        longest, since = lock_code.wait_after(_wrong(connection)), facts.get(connection, "slot_fout_op")
        if not longest or since is None:
            return 0
        passed = (self.now() - datetime.fromisoformat(since)).total_seconds()
        # A clock that was set back must not keep anybody out for longer than the wait itself.
        return max(0, min(longest, round(longest - passed)))


def _wrong(connection: Connection) -> int:
    return int(facts.get(connection, "slot_fout") or 0)


def _keys(kept: Mapping[str, object] | None) -> list[recent.Key]:
    """What was kept may be of another version: only what reads as kinds with ids counts."""
    rows, older = (kept or {}).get("rijen"), (kept or {}).get("werkgevers")
    if isinstance(rows, list):
        pairs = (one for one in rows if isinstance(one, list) and len(one) == 2)
        return [(kind, row_id) for kind, row_id in pairs if isinstance(kind, str) and isinstance(row_id, str)]
    return [(EMPLOYER, one) for one in older if isinstance(one, str)] if isinstance(older, list) else []
