"""What a newer centre sends and this program has no place for: kept as it came, and put in place by a newer
program. Count and hash hold with it, so that an old laptop is not read anew for ever. SQLite only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection

from desktop.models import capture
from desktop.models.row_codec import TABLES, Wire, column_names, to_sqlite
from desktop.sync.membership import Key

_HELD = (
    "EXISTS (SELECT 1 FROM bucket_row b WHERE b.tabel = geparkeerd.tabel AND b.rij_id = geparkeerd.rij_id)"
)


@cache
def _known(table: str) -> frozenset[str]:
    return frozenset(column_names(table)) if table in TABLES else frozenset()


def knows(table: str, columns: Sequence[str]) -> bool:
    """Whether there is a place for all of these columns. Of a sender that names none nobody can tell."""
    return bool(columns) and _known(table).issuperset(columns)


def left_over(table: str, wire: Wire) -> Wire | None:
    """What of a row has no place here: all of it for an unknown table; None when everything has."""
    known = _known(table)
    if known and wire.keys() <= known:
        return None
    return {name: value for name, value in wire.items() if name not in known}


def keep(connection: Connection, parked: Mapping[Key, Wire], arrived: Mapping[str, Iterable[str]]) -> None:
    """Parks these; a row that arrived with nothing left over loses what was parked of it before.

    `arrived`: table → ids of the rows that came.
    """
    if connection.exec_driver_sql("SELECT 1 FROM geparkeerd LIMIT 1").first() is not None:
        whole = [(table, row_id) for table, ids in arrived.items() for row_id in ids]
        _run(connection, "DELETE FROM geparkeerd WHERE tabel = ? AND rij_id = ?", whole)
    _run(
        connection,
        "INSERT INTO geparkeerd (tabel, rij_id, velden) VALUES (?, ?, ?) "
        "ON CONFLICT (tabel, rij_id) DO UPDATE SET velden = excluded.velden",
        [(*key, json.dumps(wire, ensure_ascii=False)) for key, wire in parked.items()],
    )


def drop(connection: Connection, left: Sequence[Key]) -> None:
    """Forgets what was parked of rows that no bucket holds."""
    _run(connection, f"DELETE FROM geparkeerd WHERE tabel = ? AND rij_id = ? AND NOT {_HELD}", left)


def sweep(connection: Connection) -> None:
    """Forgets everything that no bucket holds."""
    connection.exec_driver_sql(f"DELETE FROM geparkeerd WHERE NOT {_HELD}")


def everything(connection: Connection) -> dict[str, dict[str, Wire]]:
    """Table → id → what is parked."""
    found: dict[str, dict[str, Wire]] = {}
    for row in connection.exec_driver_sql("SELECT tabel, rij_id, velden FROM geparkeerd"):
        found.setdefault(row.tabel, {})[row.rij_id] = json.loads(row.velden)
    return found


def put_in_place(connection: Connection) -> int:
    """After an upgrade: what this program knows now goes where it belongs; how many rows. Capture is off."""
    placed = 0
    for table, rows in everything(connection).items():
        if table not in TABLES:
            continue
        for row_id, wire in rows.items():
            known = {name: value for name, value in wire.items() if name in _known(table)}
            if known:
                _place(connection, table, row_id, known)
                _keep_rest(connection, (table, row_id), wire, known)
                placed += 1
    return placed


def _place(connection: Connection, table: str, row_id: str, known: Wire) -> None:
    values = dict(zip(column_names(table), to_sqlite(table, known), strict=True))
    if "id" in known:
        connection.exec_driver_sql(capture.upsert_sql(table), values)
        return
    fresh = {name: values[name] for name in known}
    sets = ", ".join(f"{name} = :{name}" for name in fresh)
    connection.exec_driver_sql(f"UPDATE {table} SET {sets} WHERE id = :id", fresh | {"id": row_id})
    connection.exec_driver_sql(
        "UPDATE before_image SET beeld = json_patch(beeld, :fields) WHERE tabel = :table AND rij_id = :id "
        "AND beeld IS NOT NULL",
        {"fields": json.dumps(fresh, ensure_ascii=False), "table": table, "id": row_id},
    )


def _keep_rest(connection: Connection, key: Key, wire: Wire, known: Wire) -> None:
    rest = {name: value for name, value in wire.items() if name not in known}
    connection.exec_driver_sql("DELETE FROM geparkeerd WHERE tabel = ? AND rij_id = ?", key)
    if rest:
        keep(connection, {key: rest}, {})


def _run(connection: Connection, statement: str, values: Sequence[tuple[Any, ...]]) -> None:
    if values:
        connection.exec_driver_sql(statement, list(values))
