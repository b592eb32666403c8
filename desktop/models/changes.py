"""What a transaction touched, so that open screens can decide for themselves whether to refresh.

Touches nothing; the unit of work fills it, the gateway hands it to the screens.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from desktop.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """Table name → ids of the rows that were added, changed or removed."""

    rows: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(self.rows.values())

    def touches(self, *tables: str) -> bool:
        """True when a row of one of these tables is among them."""
        return any(self.rows.get(table) for table in tables)

    def merged(self, other: Changes) -> Changes:
        """Both together."""
        tables = self.rows.keys() | other.rows.keys()
        empty: frozenset[str] = frozenset()
        return Changes(
            {table: self.rows.get(table, empty) | other.rows.get(table, empty) for table in tables}
        )

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Changes:
        """From (table name, row id) pairs."""
        collected: dict[str, set[str]] = {}
        for table, row_id in pairs:
            collected.setdefault(table, set()).add(row_id)
        return cls({table: frozenset(ids) for table, ids in collected.items()})


NONE = Changes()
ALL = Changes({"*": frozenset({"*"})})
"""Every row of every table may be another."""
