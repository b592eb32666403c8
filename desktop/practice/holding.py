"""Which rows a person's laptop holds, decided anew from the rights table: the rest of the region goes.

Writes membership and totals as a round with a centre would leave them, so that everything that looks at
them (Op deze laptop, controle) finds them true. Capturing must be off.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from desktop.models.context import Actor
from desktop.models.rights import LEADS, buckets_of, buckets_of_row
from desktop.models.row_codec import TABLES, column_names, from_sqlite, row_hash


@dataclass(frozen=True, slots=True)
class LocalFacts:
    """`desktop.models.rights.Facts` over the rows that are here."""

    involved: Mapping[str, frozenset[str]]
    holders: Mapping[str, str]
    standing_in: frozenset[tuple[str, str | None, str]]
    leads: frozenset[str]
    candidates: Mapping[str, str]
    candidates_stood_in: frozenset[tuple[str, str | None, str]]

    @classmethod
    def read(cls, connection: Connection, today: date) -> LocalFacts:
        """All of it at once: a region for practice is small."""
        involved: dict[str, set[str]] = {}
        for row in connection.exec_driver_sql(
            "SELECT werkgever_id, medewerker_id FROM betrokkenheid WHERE verwijderd_op IS NULL"
        ):
            involved.setdefault(row.werkgever_id, set()).add(row.medewerker_id)
        held = connection.exec_driver_sql(
            "SELECT werkgever_id, accountmanager_id FROM regie WHERE tot IS NULL AND verwijderd_op IS NULL"
        )
        standing_in = connection.exec_driver_sql(
            "SELECT voor_id, werkgever_id, waarnemer_id FROM waarneming "
            "WHERE verwijderd_op IS NULL AND NOT beeindigd AND ? BETWEEN van AND tot",
            (today.isoformat(),),
        )
        candidates = connection.exec_driver_sql(
            "SELECT kandidaat_id, bemiddelaar_id FROM kandidaatregie WHERE verwijderd_op IS NULL"
        )
        stood_in = connection.exec_driver_sql(
            "SELECT voor_id, kandidaat_id, waarnemer_id FROM kandidaat_waarneming "
            "WHERE verwijderd_op IS NULL AND NOT beeindigd AND ? BETWEEN van AND tot",
            (today.isoformat(),),
        )
        people = connection.exec_driver_sql("SELECT id, rol FROM medewerker WHERE actief")
        return cls(
            {werkgever_id: frozenset(people) for werkgever_id, people in involved.items()},
            {row.werkgever_id: row.accountmanager_id for row in held},
            frozenset((row.voor_id, row.werkgever_id, row.waarnemer_id) for row in standing_in),
            frozenset(row.id for row in people if row.rol in LEADS),
            {row.kandidaat_id: row.bemiddelaar_id for row in candidates},
            frozenset((row.voor_id, row.kandidaat_id, row.waarnemer_id) for row in stood_in),
        )

    def betrokkenen(self, werkgever_id: str) -> frozenset[str]:
        """Bemiddelaars with something at this werkgever."""
        return self.involved.get(werkgever_id, frozenset())

    def regiehouder(self, werkgever_id: str) -> str | None:
        """Who holds the regie now."""
        return self.holders.get(werkgever_id)

    def waarnemers(self, werkgever_id: str) -> frozenset[str]:
        """Who stands in for that person today."""
        holder = self.holders.get(werkgever_id)
        return frozenset(
            who for voor, at, who in self.standing_in if voor == holder and at in (None, werkgever_id)
        )

    def teamleiders(self) -> frozenset[str]:
        """Active teamleiders."""
        return self.leads

    def bemiddelaar(self, kandidaat_id: str) -> str | None:
        """Who holds the regie on this candidate."""
        return self.candidates.get(kandidaat_id)

    def kandidaat_waarnemers(self, kandidaat_id: str) -> frozenset[str]:
        """Who stands in for that bemiddelaar today."""
        holder = self.candidates.get(kandidaat_id)
        return frozenset(
            who for voor, at, who in self.candidates_stood_in if voor == holder and at in (None, kandidaat_id)
        )


def keep_what_is_mine(connection: Connection, actor: Actor, today: date) -> None:
    """Counts anew what this person may hold, and takes away what is in no bucket of this person."""
    mine = frozenset(buckets_of(actor))
    totals = dict.fromkeys(mine, (0, 0))
    members: list[tuple[str, str, str, int]] = []
    for table, row_id, buckets, value in _rows(connection, LocalFacts.read(connection, today)):
        for bucket in buckets & mine:
            members.append((table, row_id, bucket, value))
            count, combined = totals[bucket]
            totals[bucket] = (count + 1, combined ^ value)
    connection.exec_driver_sql("DELETE FROM bucket_row")
    connection.exec_driver_sql("DELETE FROM bucket_cursor")
    if members:
        connection.exec_driver_sql(
            "INSERT INTO bucket_row (tabel, rij_id, bucket, hash) VALUES (?, ?, ?, ?)", members
        )
    connection.exec_driver_sql(
        "INSERT INTO bucket_cursor (bucket, cursor, aantal, hash) VALUES (?, 1, ?, ?)",
        [(bucket, count, combined) for bucket, (count, combined) in totals.items()],
    )
    for table in TABLES:
        connection.exec_driver_sql(
            f"DELETE FROM {table} WHERE NOT EXISTS "  # noqa: S608 (our own names)
            f"(SELECT 1 FROM bucket_row WHERE tabel = '{table}' AND rij_id = {table}.id)"
        )


def _rows(connection: Connection, facts: LocalFacts) -> Iterator[tuple[str, str, frozenset[str], int]]:
    """Table, id, all buckets and hash of every row."""
    for table in TABLES:
        query = f"SELECT {', '.join(column_names(table))} FROM {table}"  # noqa: S608 (our own names)
        for raw in connection.exec_driver_sql(query).mappings().all():
            row: Mapping[str, Any] = dict(raw)
            value = row_hash(table, from_sqlite(table, row))
            yield table, row["id"], buckets_of_row(table, row, facts), value
