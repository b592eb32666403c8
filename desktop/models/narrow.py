"""Narrow tables of a laptop's lists: what is asked of very many rows at once. SQLite only.

Reading whole rows costs a page to decrypt for each: a thousand hits of a search took 60 ms, and take 2 from
a table that holds a row number and an id. They are kept by triggers, hold only what is not deleted, and can
be filled anew at any time: `zoek_werkgever` with name, last contact and place as it is sorted, `zoek_<table>`
with whose a row is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Boolean, Column, Connection, Date, Integer, MetaData, String, Table

from desktop.models.values import APOSTROPHES

EMPLOYER, CONTACT = "werkgever", "contactmoment"
OWNED = ("contactpersoon", "contactnotitie")
_metadata = MetaData()
EMPLOYERS = Table(
    "zoek_werkgever",
    _metadata,
    Column("rij", Integer, primary_key=True),
    Column("zoeknaam", String),
    Column("id", String),
    Column("laatst", Date),
    Column("actief", Boolean),
    Column("plaats", String),
)
_INDEXES = {
    "ix_zoek_laatst": "laatst, zoeknaam, id",
    "ix_zoek_laatst_eerst": "laatst DESC, zoeknaam, id",
    "ix_zoek_plaats": "plaats IS NULL, plaats, zoeknaam, id",
}
"""One for each order of the list: without one every page sorts all werkgevers."""
OWNERS = {
    name: Table(
        f"zoek_{name}", _metadata, Column("rij", Integer, primary_key=True), Column("werkgever_id", String)
    )
    for name in OWNED
}
_GONE = "OLD.verwijderd_op IS NOT NEW.verwijderd_op"
_EMPLOYER_IS_THERE = (
    "NOT EXISTS (SELECT 1 FROM werkgever w WHERE w.id = r.werkgever_id AND w.verwijderd_op IS NOT NULL)"
)
_AMONG = "IN (SELECT value FROM json_each(?))"
Trigger = tuple[str, str, str]
"""Its name, how to make it, and the table that it watches."""


def install(connection: Connection) -> None:
    """Makes the tables that are not there yet, and anew those of an older program."""
    for table in (EMPLOYER, *OWNED):
        found = [row.name for row in connection.exec_driver_sql(f"PRAGMA table_info(zoek_{table})")]
        if found != (EMPLOYERS if table == EMPLOYER else OWNERS[table]).columns.keys():
            _make(connection, table)


def suspend(connection: Connection) -> None:
    """Drops the triggers during a first fill."""
    for table in (EMPLOYER, *OWNED):
        for name, _, _ in _triggers(table):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")


@contextmanager
def together(connection: Connection, table: str, ids: str, here: str) -> Iterator[None]:
    """Many rows of one table are written at once; what is kept of them follows then.

    Two JSON lists: all of their `ids`, and those that are `here` before.
    """
    if table not in (EMPLOYER, CONTACT, *OWNED):
        yield
        return
    triggers = [made for kept in (EMPLOYER, *OWNED) for made in _triggers(kept) if made[2] == table]
    for name, _, _ in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
    if table == CONTACT:
        yield from _contacts_together(connection, ids, here)
    elif table == EMPLOYER:
        yield from _employers_together(connection, ids, here)
    else:
        yield from _owned_together(connection, table, ids, here)
    for _, statement, _ in triggers:
        connection.exec_driver_sql(statement)


def _contacts_together(connection: Connection, ids: str, here: str) -> Iterator[None]:
    asked = f"SELECT DISTINCT werkgever_id FROM contactmoment WHERE id {_AMONG}"  # noqa: S608 (our own names)
    about = _ids(connection, asked, here)
    yield
    about |= _ids(connection, asked, ids)
    connection.exec_driver_sql(
        f"UPDATE zoek_werkgever SET laatst = {_latest('zoek_werkgever.id')} "  # noqa: S608 (our own names)
        f"WHERE rij IN (SELECT rowid FROM werkgever WHERE id {_AMONG})",
        (json.dumps(list(about)),),
    )


def _employers_together(connection: Connection, ids: str, here: str) -> Iterator[None]:
    gone = f"SELECT id FROM werkgever WHERE verwijderd_op IS NOT NULL AND id {_AMONG}"  # noqa: S608
    were_gone = _ids(connection, gone, here)
    _take_out(connection, EMPLOYER, here)
    yield
    _put(connection, EMPLOYER, f"r.id {_AMONG}", ids)
    turned = were_gone ^ _ids(connection, gone, here)
    for owned in OWNED if turned else ():
        _turn(connection, owned, json.dumps(list(turned)))


def _owned_together(connection: Connection, table: str, ids: str, here: str) -> Iterator[None]:
    hidden = _ids(connection, f"{_hidden(table)} AND r.id {_AMONG}", here)
    _take_out(connection, table, here)
    yield
    shown = json.dumps(list(set(json.loads(ids)) - hidden)) if hidden else ids
    _put(connection, table, f"r.id {_AMONG}", shown)
    if hidden:
        _put(connection, table, f"r.id {_AMONG} AND {_EMPLOYER_IS_THERE}", json.dumps(list(hidden)))


def _take_out(connection: Connection, table: str, ids: str) -> None:
    theirs = f"SELECT rowid FROM {table} WHERE id {_AMONG}"  # noqa: S608 (our own names)
    connection.exec_driver_sql(f"DELETE FROM zoek_{table} WHERE rij IN ({theirs})", (ids,))  # noqa: S608


def _turn(connection: Connection, owned: str, werkgevers: str) -> None:
    """What hangs on these goes or returns with them."""
    theirs = f"SELECT rowid FROM {owned} WHERE werkgever_id {_AMONG}"  # noqa: S608 (our own names)
    connection.exec_driver_sql(f"DELETE FROM zoek_{owned} WHERE rij IN ({theirs})", (werkgevers,))  # noqa: S608
    _put(connection, owned, f"r.werkgever_id {_AMONG} AND {_EMPLOYER_IS_THERE}", werkgevers)


def _hidden(table: str) -> str:
    """Rows that are not kept although they are there: their werkgever is not."""
    kept = f"EXISTS (SELECT 1 FROM zoek_{table} z WHERE z.rij = r.rowid)"  # noqa: S608 (our own names)
    return f"SELECT r.id FROM {table} r WHERE r.verwijderd_op IS NULL AND NOT {kept}"  # noqa: S608


def _put(connection: Connection, table: str, which: str, ids: str) -> None:
    connection.exec_driver_sql(f"INSERT OR REPLACE INTO zoek_{table} {_rows(table, which)}", (ids,))


def _ids(connection: Connection, query: str, ids: str) -> set[str]:
    return {row[0] for row in connection.exec_driver_sql(query, (ids,))}


def rebuild(connection: Connection) -> None:
    """Fills the tables anew and puts the triggers back."""
    for table in (EMPLOYER, *OWNED):
        _make(connection, table)


def differing(connection: Connection) -> list[str]:
    """Tables that are not what filling them anew would make of them: none, if all is well."""
    return [table for table in (EMPLOYER, *OWNED) if _differs(connection, table)]


def _differs(connection: Connection, table: str) -> bool:
    kept, meant = f"SELECT * FROM zoek_{table}", _meant(table)  # noqa: S608 (our own names)
    either = f"SELECT 1 FROM ({kept} EXCEPT {meant}) UNION ALL SELECT 1 FROM ({meant} EXCEPT {kept})"  # noqa: S608
    return connection.exec_driver_sql(f"{either} LIMIT 1").first() is not None


def _make(connection: Connection, table: str) -> None:
    own = "zoeknaam TEXT, id TEXT, laatst TEXT, actief INTEGER, plaats TEXT"
    kept = own if table == EMPLOYER else "werkgever_id TEXT"
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS zoek_{table}")
    connection.exec_driver_sql(f"CREATE TABLE zoek_{table} (rij INTEGER PRIMARY KEY, {kept})")
    connection.exec_driver_sql(f"INSERT INTO zoek_{table} {_meant(table)}")
    if table == EMPLOYER:
        for name, columns in _INDEXES.items():
            connection.exec_driver_sql(f"CREATE INDEX {name} ON zoek_werkgever ({columns})")
    for name, statement, _ in _triggers(table):
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(statement)


def _meant(table: str) -> str:
    """Everything that the table is to hold."""
    gone = "(SELECT id FROM werkgever WHERE verwijderd_op IS NOT NULL)"
    return _rows(table, f"r.werkgever_id NOT IN {gone}" if table in OWNED else "1")


def _rows(table: str, which: str) -> str:
    kept = _kept_of("r") if table == EMPLOYER else "r.werkgever_id"
    return f"SELECT r.rowid, {kept} FROM {table} r WHERE r.verwijderd_op IS NULL AND {which}"  # noqa: S608


def _kept_of(row: str) -> str:
    """Place as `queries.alphabet.place` sorts it."""
    apostrophes = APOSTROPHES.replace("'", "''")
    place = f"lower(ltrim({row}.plaats, '{apostrophes}'))"
    return f"{row}.zoeknaam, {row}.id, {_latest(f'{row}.id')}, {row}.actief, {place}"


def _latest(werkgever_id: str) -> str:
    which = f"werkgever_id = {werkgever_id} AND verwijderd_op IS NULL"
    return f"(SELECT max(datum) FROM contactmoment WHERE {which})"  # noqa: S608


def _triggers(table: str) -> Iterator[Trigger]:
    yield from _follow_rows(table)
    if table == EMPLOYER:
        yield from _follow_contacts()
    else:
        yield from _follow_employers(table)


def _follow_rows(table: str) -> Iterator[Trigger]:
    """Only from what is at hand: looking the werkgever up would cost a page for each note that comes in."""
    own = table == EMPLOYER
    kept = _kept_of("NEW") if own else "NEW.werkgever_id"
    followed = ("zoeknaam", "actief", "plaats") if own else ("werkgever_id",)
    differs = [f"OLD.{name} IS NOT NEW.{name}" for name in followed]
    again = f"INSERT OR REPLACE INTO zoek_{table} SELECT NEW.rowid, {kept} WHERE NEW.verwijderd_op IS NULL"
    forget = f"DELETE FROM zoek_{table} WHERE rij"  # noqa: S608
    changed = f"WHEN {' OR '.join([*differs, _GONE])}"
    yield _trigger(f"{table}_zi", "INSERT", table, again)
    yield _trigger(f"{table}_zd", "DELETE", table, f"{forget} = OLD.rowid")
    yield _trigger(f"{table}_zu", "UPDATE", table, f"{forget} = NEW.rowid; {again}", changed)


def _follow_employers(table: str) -> Iterator[Trigger]:
    """What hangs on a werkgever goes and returns with it."""
    theirs = f"IN (SELECT rowid FROM {table} WHERE werkgever_id = NEW.id)"  # noqa: S608
    returned = _rows(table, "r.werkgever_id = NEW.id AND NEW.verwijderd_op IS NULL")
    back = f"INSERT OR REPLACE INTO zoek_{table} {returned}"
    forget = f"DELETE FROM zoek_{table} WHERE rij {theirs}"  # noqa: S608
    yield _trigger(f"{table}_zw", "UPDATE", EMPLOYER, f"{forget}; {back}", f"WHEN {_GONE}")


def _follow_contacts() -> Iterator[Trigger]:
    """The last contact of a werkgever is looked up anew in an index whenever one comes, moves or goes."""
    moved = f"OLD.datum IS NOT NEW.datum OR OLD.werkgever_id IS NOT NEW.werkgever_id OR {_GONE}"
    yield _trigger("contactmoment_zi", "INSERT", CONTACT, _count_anew("NEW"))
    yield _trigger("contactmoment_zd", "DELETE", CONTACT, _count_anew("OLD"))
    both = f"{_count_anew('OLD')}; {_count_anew('NEW')}"
    yield _trigger("contactmoment_zu", "UPDATE", CONTACT, both, f"WHEN {moved}")


def _count_anew(row: str) -> str:
    of = f"{row}.werkgever_id"
    return (
        f"UPDATE zoek_werkgever SET laatst = {_latest(of)} "  # noqa: S608
        f"WHERE rij = (SELECT rowid FROM werkgever WHERE id = {of})"
    )


def _trigger(name: str, event: str, table: str, body: str, when: str = "") -> Trigger:
    return name, f"CREATE TRIGGER {name} AFTER {event} ON {table} {when} BEGIN {body}; END", table
