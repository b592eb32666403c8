"""What a person keeps on this laptop only: drafts, and how the window was left.

Written to the encrypted database through the writer; nothing of it ever travels.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Engine, delete
from sqlalchemy.orm import Session

from desktop.models.queries.rows import Concept
from desktop.models.store import database_errors, new_session
from desktop.models.tables.laptop import ConceptTekst, Vensterstand
from desktop.reading import Reading


class Desk(Reading):
    """Reading, with a desk of one's own. `writer` is the one connection that writes."""

    _writer: Engine

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
        raise NotImplementedError

    # ------------------------------------------------------- how it was left

    def vensterstand(self, naam: str) -> Mapping[str, object] | None:
        """How this part of the window was left; None when it never was."""
        row = self.read(lambda session: session.get(Vensterstand, naam))
        return None if row is None else row.waarde

    def bewaar_vensterstand(self, naam: str, waarde: Mapping[str, object]) -> None:
        """Keeps it over what was there."""
        with database_errors(), new_session(self._writer) as session, session.begin():
            session.merge(Vensterstand(naam=naam, waarde=dict(waarde)))
