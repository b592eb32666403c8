"""A person who was erased at the centre: what this laptop says of the person beside the row itself goes too.

The row comes as a tombstone without content, and the search index follows it. The journal of one's own
commands, drafts and how the window was left lose the person's words. SQLite only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from desktop.models.redacting import Redactor, telling
from desktop.models.row_codec import Wire
from desktop.sync.losing import write_emptied

PEOPLE = ("contactpersoon", "medewerker", "kandidaat")
_TELLING = {
    "contactpersoon": ("naam", "email", "telefoon", "telefoon_2"),
    "medewerker": ("naam", "email", "telefoon"),
    "kandidaat": ("roepnaam || ' ' || initiaal", "bron_id"),
}
_TEXTS = (
    ("opdracht", "n", ("argumenten", "parameters")),
    ("concept", "rowid", ("velden",)),
    ("vensterstand", "rowid", ("waarde",)),
)
"""Where this laptop alone keeps what somebody wrote, as JSON."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A person who was erased, and the words by which this laptop knew the person."""

    rij_id: str
    woorden: tuple[str, ...]


def arriving(connection: Connection, rows: Mapping[str, Mapping[str, Wire]]) -> list[Gone]:
    """The people whom these rows erase; asked before they are written."""
    return [
        Gone(row_id, _words(connection, table, row_id))
        for table in PEOPLE
        for row_id, wire in rows.get(table, {}).items()
        if wire.get("gewist_op")
    ]


def _words(connection: Connection, table: str, row_id: str) -> tuple[str, ...]:
    names = ", ".join(_TELLING[table])
    query = f"SELECT {names} FROM {table} WHERE id = ? AND gewist_op IS NULL"  # noqa: S608 (our own names)
    row = connection.exec_driver_sql(query, (row_id,)).first()
    return telling(row) if row else ()


def forget(connection: Connection, gone: Sequence[Gone], now: datetime) -> None:
    """After the tombstones came: the words of these people go, and what commands said about them."""
    for table, key, columns in _TEXTS if gone else ():
        for one in gone:
            _clean(connection, table, key, columns, Redactor(one.woorden))
    empty_journal(connection, now)


def empty_journal(connection: Connection, now: datetime) -> None:
    """Of a command about an erased person nothing is left but ids once it was answered, refused or not."""
    rows = connection.exec_driver_sql(
        "SELECT n, argumenten FROM opdracht o WHERE geleegd_op IS NULL "  # noqa: S608 (our own names)
        f"AND status NOT IN ('wacht', 'aangevraagd') AND ({' OR '.join(_erased())})"
    ).all()
    write_emptied(connection, ((row.n, row.argumenten) for row in rows), frozenset(), now)


_NAMES_CANDIDATE = (
    ("voordracht_persoon", "voordracht_id", "voordracht_id"),
    ("plaatsing_persoon", "plaatsing_id", "plaatsing_id"),
    ("nazorg_persoon", "nazorgactie_id", "nazorgactie_id"),
    ("instrument_inzet", "id", "inzet_id"),
    ("instrument_taak", "id", "taak_id"),
)
"""Personal table, what it is about, and the argument that names that."""


def _erased() -> Iterator[str]:
    """Conditions on a command of the journal: it is about somebody who was erased."""
    yield (
        "naam LIKE 'contactpersoon.%' AND EXISTS (SELECT 1 FROM contactpersoon p "  # noqa: S608
        f"WHERE p.gewist_op IS NOT NULL AND p.id IN ({_argument('id')}, {_argument('contactpersoon_id')}))"
    )
    gone = "SELECT k.id FROM kandidaat k WHERE k.gewist_op IS NOT NULL"
    yield f"{_argument('id')} IN ({gone}) OR {_argument('kandidaat_id')} IN ({gone})"
    for table, subject, argument in _NAMES_CANDIDATE:
        yield (
            f"EXISTS (SELECT 1 FROM {table} p WHERE p.kandidaat_id IN ({gone}) "  # noqa: S608 (our own names)
            f"AND p.{subject} = {_argument(argument)})"
        )


def _argument(name: str) -> str:
    return f"json_extract(o.argumenten, '$.{name}')"


def _clean(connection: Connection, table: str, key: str, columns: Sequence[str], redactor: Redactor) -> None:
    if not redactor.words:
        return
    # What waits is sent as it was typed: the centre refuses what is about this person, and keeps none of it.
    sent = "WHERE status NOT IN ('wacht', 'aangevraagd')" if table == "opdracht" else ""
    query = f"SELECT {key}, {', '.join(columns)} FROM {table} {sent}"  # noqa: S608 (our own names)
    for row in connection.exec_driver_sql(query).all():
        before = [json.loads(text or "{}") for text in row[1:]]
        if redactor.finds(before):
            after = [json.dumps(redactor.clean(value), ensure_ascii=False) for value in before]
            sets = ", ".join(f"{name} = ?" for name in columns)
            connection.exec_driver_sql(
                f"UPDATE {table} SET {sets} WHERE {key} = ?",  # noqa: S608 (our own names)
                (*after, row[0]),
            )
