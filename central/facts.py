"""What the buckets of rows depend on, looked up once per transaction. PostgreSQL only by its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from desktop.models.rights import LEADS, LOOKS_AFTER
from desktop.models.tables import (
    Betrokkenheid,
    Kandidaatregie,
    KandidaatWaarneming,
    Medewerker,
    Regie,
    Waarneming,
)
from desktop.models.tables.among import among

CHUNK = 1000


def running(today: date) -> ColumnElement[bool]:
    """A waarneming that has begun. It lasts until a command ends it, whatever its last day (R7)."""
    return and_(Waarneming.van <= today, ~Waarneming.beeindigd, Waarneming.verwijderd_op.is_(None))


def running_for_candidates(today: date) -> ColumnElement[bool]:
    """The same for a bemiddelaar."""
    return and_(
        KandidaatWaarneming.van <= today,
        ~KandidaatWaarneming.beeindigd,
        KandidaatWaarneming.verwijderd_op.is_(None),
    )


class CentralFacts:
    """`desktop.models.rights.Facts` over the centre's own rows, as they are on the day `today`."""

    def __init__(self, session: Session, regio_id: str, today: date) -> None:
        self._session = session
        self._regio_id = regio_id
        self._today = today
        self._involved: dict[str, frozenset[str]] = {}
        self._holder: dict[str, str | None] = {}
        self._leads: frozenset[str] | None = None
        self._stand_ins: list[Waarneming] | None = None
        self._candidates: dict[str, str | None] = {}
        self._stood_in: list[KandidaatWaarneming] | None = None

    def prefetch(self, werkgever_ids: Iterable[str]) -> None:
        """Looks up who is involved with many werkgevers in one query."""
        wanted = list(set(werkgever_ids) - self._involved.keys())
        found: dict[str, set[str]] = {werkgever_id: set() for werkgever_id in wanted}
        for start in range(0, len(wanted), CHUNK):
            query = select(Betrokkenheid.werkgever_id, Betrokkenheid.medewerker_id).where(
                among(self._session, Betrokkenheid.werkgever_id, wanted[start : start + CHUNK]),
                Betrokkenheid.verwijderd_op.is_(None),
            )
            for row in self._session.connection().execute(query):
                found[row.werkgever_id].add(row.medewerker_id)
        self._involved |= {werkgever_id: frozenset(people) for werkgever_id, people in found.items()}

    def betrokkenen(self, werkgever_id: str) -> frozenset[str]:
        """Bemiddelaars with something at this werkgever."""
        if werkgever_id not in self._involved:
            query = select(Betrokkenheid.medewerker_id).where(
                Betrokkenheid.werkgever_id == werkgever_id, Betrokkenheid.verwijderd_op.is_(None)
            )
            self._involved[werkgever_id] = frozenset(self._session.scalars(query))
        return self._involved[werkgever_id]

    def regiehouder(self, werkgever_id: str) -> str | None:
        """Who holds the regie now."""
        if werkgever_id not in self._holder:
            query = select(Regie.accountmanager_id).where(
                Regie.werkgever_id == werkgever_id, Regie.tot.is_(None), Regie.verwijderd_op.is_(None)
            )
            self._holder[werkgever_id] = self._session.scalar(query)
        return self._holder[werkgever_id]

    def waarnemers(self, werkgever_id: str) -> frozenset[str]:
        """Who stands in for the regiehouder now; few do, so all of them are looked up at once."""
        if self._stand_ins is None:
            query = select(Waarneming).where(Waarneming.regio_id == self._regio_id, running(self._today))
            self._stand_ins = list(self._session.scalars(query))
        holder = self.regiehouder(werkgever_id) if self._stand_ins else None
        return frozenset(
            row.waarnemer_id
            for row in self._stand_ins
            if row.voor_id == holder and row.werkgever_id in (None, werkgever_id)
        )

    def prefetch_candidates(self, kandidaat_ids: Iterable[str]) -> None:
        """Looks up who holds the regie on many candidates in one query."""
        wanted = list(set(kandidaat_ids) - self._candidates.keys())
        self._candidates |= dict.fromkeys(wanted)
        for start in range(0, len(wanted), CHUNK):
            query = select(Kandidaatregie.kandidaat_id, Kandidaatregie.bemiddelaar_id).where(
                among(self._session, Kandidaatregie.kandidaat_id, wanted[start : start + CHUNK]),
                Kandidaatregie.verwijderd_op.is_(None),
            )
            self._candidates |= {row.kandidaat_id: row.bemiddelaar_id for row in self._session.execute(query)}

    def bemiddelaar(self, kandidaat_id: str) -> str | None:
        """Who holds the regie on this candidate."""
        if kandidaat_id not in self._candidates:
            self.prefetch_candidates([kandidaat_id])
        return self._candidates[kandidaat_id]

    def kandidaat_waarnemers(self, kandidaat_id: str) -> frozenset[str]:
        """Who stands in for that bemiddelaar now."""
        if self._stood_in is None:
            query = select(KandidaatWaarneming).where(
                KandidaatWaarneming.regio_id == self._regio_id, running_for_candidates(self._today)
            )
            self._stood_in = list(self._session.scalars(query))
        holder = self.bemiddelaar(kandidaat_id) if self._stood_in else None
        return frozenset(
            row.waarnemer_id
            for row in self._stood_in
            if row.voor_id == holder and row.kandidaat_id in (None, kandidaat_id)
        )

    def who_decides(self) -> frozenset[str]:
        """About the work of somebody who left: the teamleiders, and where there are none the beheerders."""
        return self.teamleiders() or self._active(LOOKS_AFTER)

    def teamleiders(self) -> frozenset[str]:
        """Active teamleiders of the region."""
        if self._leads is None:
            self._leads = self._active(LEADS)
        return self._leads

    def _active(self, roles: Collection[str]) -> frozenset[str]:
        query = select(Medewerker.id).where(
            Medewerker.regio_id == self._regio_id, Medewerker.rol.in_(roles), Medewerker.actief
        )
        return frozenset(self._session.scalars(query))
