"""Whether the actor may hold a row: the one table of rights, asked inside a handler.

On a laptop it is enough that the row is there; the centre has every row and must ask.
"""

from __future__ import annotations

from typing import Any

from desktop.models.handlers.regie import holder_of, waarnemers
from desktop.models.rights import LEADS, buckets_of, buckets_of_row
from desktop.models.tables import Betrokkenheid, Kandidaatregie, KandidaatWaarneming, Medewerker, Synced
from desktop.models.work import Work


class _Facts:
    """`desktop.models.rights.Facts` over the rows of this end."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def betrokkenen(self, werkgever_id: str) -> frozenset[str]:
        """Bemiddelaars with something at this werkgever."""
        rows = self._work.find(Betrokkenheid, Betrokkenheid.werkgever_id == werkgever_id)
        return frozenset(row.medewerker_id for row in rows)

    def regiehouder(self, werkgever_id: str) -> str | None:
        """Who holds the regie now."""
        holder = holder_of(self._work, werkgever_id)
        return holder.accountmanager_id if holder else None

    def waarnemers(self, werkgever_id: str) -> frozenset[str]:
        """Who stands in for that person on the day of the command."""
        return waarnemers(self._work, werkgever_id, self._work.context.dag_ontvangen)

    def teamleiders(self) -> frozenset[str]:
        """Active teamleiders of the region."""
        rows = self._work.find(Medewerker, Medewerker.rol.in_(LEADS), Medewerker.actief.is_(True))
        return frozenset(row.id for row in rows)

    def bemiddelaar(self, kandidaat_id: str) -> str | None:
        """Who holds the regie on this candidate."""
        rows = self._work.find(Kandidaatregie, Kandidaatregie.kandidaat_id == kandidaat_id)
        return rows[0].bemiddelaar_id if rows else None

    def kandidaat_waarnemers(self, kandidaat_id: str) -> frozenset[str]:
        """Who stands in on the day of the command."""
        holder = self.bemiddelaar(kandidaat_id)
        if holder is None:
            return frozenset()
        rows = self._work.find(
            KandidaatWaarneming,
            KandidaatWaarneming.voor_id == holder,
            KandidaatWaarneming.van <= self._work.context.dag_ontvangen,
            KandidaatWaarneming.beeindigd.is_(False),
        )
        return frozenset(row.waarnemer_id for row in rows if row.kandidaat_id in (None, kandidaat_id))


def holders_of_candidate(work: Work, kandidaat_id: str) -> frozenset[str]:
    """The bemiddelaar and who stands in now: nobody else works with this candidate (R10)."""
    facts = _Facts(work)
    holder = facts.bemiddelaar(kandidaat_id)
    return frozenset({holder, *facts.kandidaat_waarnemers(kandidaat_id)}) if holder else frozenset()


class _Row(dict[str, Any]):
    def __init__(self, row: Synced) -> None:
        super().__init__()
        self._row = row

    def __missing__(self, key: str) -> Any:
        return getattr(self._row, key)


def may_read(work: Work, row: Synced) -> bool:
    """Whether this row belongs on a laptop of the actor."""
    table: str = type(row).__tablename__  # type: ignore[attr-defined]
    return bool(buckets_of_row(table, _Row(row), _Facts(work)) & set(buckets_of(work.context.actor)))
