"""Appending to the audit log (BIO2 8.15): one line per command, print, export or account action.

Lines are chained by hash, so that a changed or removed line shows. The caller holds the transaction and,
at the centre, the lock under which the chain grows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

import msgspec
from sqlalchemy import Table, insert, select
from sqlalchemy.orm import Session

from desktop.models.new_rows import Put
from desktop.models.tables import Auditregel
from desktop.models.tables.base import instant_text
from desktop.models.tables.documents import insert_document, takes_documents

START = "0" * 64
_json_text = json.encoder.encode_basestring_ascii


@dataclass(frozen=True, slots=True)
class AuditLine:
    """`object` is 'table:id' or another name without content; `oorsprong` the laptop or 'centrum'."""

    tijd: datetime
    actor: str | None
    actie: str
    object: str | None
    resultaat: str
    oorsprong: str


def line_hash(previous: str, nr: int, line: AuditLine) -> str:
    """The hash of a line over its fields and the hash of the line before it."""
    moment = instant_text(line.tijd)
    parts = (line.actor, line.actie, line.object, line.resultaat, line.oorsprong)
    # JSON keeps the parts apart whatever is in them, and nothing apart from empty.
    told = ", ".join(["null" if part is None else _json_text(part) for part in parts])
    return hashlib.sha256(
        f"[{_json_text(previous)}, {nr}, {_json_text(moment)}, {told}]".encode()
    ).hexdigest()


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the chain: its number and hash. `BEGIN` is before the first."""

    nr: int
    hash: str


BEGIN = Place(0, START)


def last(session: Session) -> Place:
    """Where the chain ends now."""
    row = session.execute(
        select(Auditregel.nr, Auditregel.hash).order_by(Auditregel.nr.desc()).limit(1)
    ).first()
    return Place(row.nr, row.hash) if row else BEGIN


def append(
    session: Session, lines: Iterable[AuditLine], put: Put | None = None, after: Place | None = None
) -> None:
    """Writes the lines behind the last one, or behind `after` for who asked for that before.

    `put` takes them where somebody else does the writing.
    """
    end = after or last(session)
    nr, previous = end.nr, end.hash
    rows = []
    for line in lines:
        nr += 1
        current = line_hash(previous, nr, line)
        rows.append(
            {
                "nr": nr,
                "tijd": line.tijd,
                "actor": line.actor,
                "actie": line.actie,
                "object": line.object,
                "resultaat": line.resultaat,
                "oorsprong": line.oorsprong,
                "vorige_hash": previous,
                "hash": current,
            }
        )
        previous = current
    if rows:
        _write(session, rows, put)


def _write(session: Session, rows: list[dict[str, Any]], put: Put | None) -> None:
    connection, table = session.connection(), cast(Table, Auditregel.__table__)
    if not takes_documents(connection):
        session.execute(insert(Auditregel), rows)
        return
    for row in rows:
        row["tijd"] = instant_text(row["tijd"])
    document = msgspec.json.encode(rows)
    if put is None:
        insert_document(connection, table, document)
    else:
        put(table, document)


def follow(session: Session, place: Place, limit: int | None = None) -> Place | None:
    """Reads at most `limit` lines on from `place`; the last of them, or None when one does not fit.

    A place that is no longer in the log does not fit either: lines were taken away.
    """
    if place != BEGIN:
        known = session.scalar(select(Auditregel.hash).where(Auditregel.nr == place.nr))
        if known != place.hash:
            return None
    query = select(Auditregel).where(Auditregel.nr > place.nr).order_by(Auditregel.nr).limit(limit)
    for row in session.scalars(query):
        if _broken(row, place):
            return None
        place = Place(row.nr, row.hash)
    return place


def _broken(row: Auditregel, before: Place) -> bool:
    line = AuditLine(row.tijd, row.actor, row.actie, row.object, row.resultaat, row.oorsprong)
    fits = row.nr == before.nr + 1 and row.vorige_hash == before.hash
    return not fits or row.hash != line_hash(before.hash, row.nr, line)


def first_broken(session: Session) -> int | None:
    """The number of the first line that does not fit its chain; None when the log is whole."""
    place = BEGIN
    for row in session.scalars(select(Auditregel).order_by(Auditregel.nr)):
        if _broken(row, place):
            return row.nr
        place = Place(row.nr, row.hash)
    return None
