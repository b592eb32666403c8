"""A bucket as it is now, in pieces by key: what a laptop begins with. Everything newer comes with the feed.

The cursor is taken under the region's lock before the first piece and travels in the token that asks for the
next: what changes while the pieces are read has a higher number, and comes afterwards. PostgreSQL only.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from functools import cache

import msgspec
from sqlalchemy.orm import Session

from central import commit, feed, metrics
from central.accounts import Account
from desktop.models.errors import Weigering
from desktop.models.rights import buckets_of
from desktop.models.row_codec import TABLES, canonical, column_names
from desktop.models.tables.centre import BucketState, Regio
from desktop.sync import protocol
from desktop.sync.protocol import Snapshot, SnapshotPart

LONGEST_TOKEN = 1000
CHUNK = 2_000


class _Place(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """Where the next piece begins: after row `na` of `tabel`. It gives no right that its bearer lacks."""

    epoch: str
    bucket: str
    cursor: int
    tabel: str
    na: str


def piece(sessions: Callable[[], Session], account: Account, bucket: str, token: str | None) -> Snapshot:
    """The first piece, or the one that `token` asks for.

    Raises `Weigering('momentopname_vervallen')` when it is no longer this person's, or no longer of this
    centre: the laptop begins anew with what it may hold then.
    """
    if bucket not in buckets_of(account.actor):
        raise Weigering("momentopname_vervallen")
    with sessions() as session, session.begin():
        place = _read(token) if token else _begin(session, account, bucket)
    with sessions() as session, session.begin():
        _require_valid(session, account, bucket, place)
        return _piece(session, account.actor.regio_id, place)


def _begin(session: Session, account: Account, bucket: str) -> _Place:
    """Under the lock nobody holds a number that is not yet visible."""
    regio_id = account.actor.regio_id
    commit.take_lock(session, regio_id)
    state = session.get(BucketState, (regio_id, bucket))
    region = session.get_one(Regio, regio_id)
    return _Place(region.epoch, bucket, state.nr if state else 0, next(iter(TABLES)), "")


def _read(token: str) -> _Place:
    try:
        if len(token) > LONGEST_TOKEN:
            raise ValueError("too long")
        return msgspec.json.decode(base64.urlsafe_b64decode(token), type=_Place)
    except (ValueError, msgspec.DecodeError) as error:
        raise Weigering("bericht_onleesbaar") from error


def _require_valid(session: Session, account: Account, bucket: str, place: _Place) -> None:
    state = session.get(BucketState, (account.actor.regio_id, bucket))
    kept = state is None or place.cursor >= state.opgeruimd_tot
    epoch = session.get_one(Regio, account.actor.regio_id).epoch
    if (place.epoch, place.bucket) != (epoch, bucket) or place.tabel not in TABLES or not kept:
        raise Weigering("momentopname_vervallen")


def _piece(session: Session, regio_id: str, place: _Place) -> Snapshot:
    found = Snapshot(place.epoch, place.bucket, place.cursor)
    rows, size = protocol.ROWS_PER_PIECE, protocol.BYTES_PER_PIECE
    after = place.na
    for table in _from(place.tabel):
        while rows > 0 and size > 0:
            texts, last = _rows(session, regio_id, place.bucket, table, after, min(rows, CHUNK))
            if last is None:
                break
            after = last
            rows -= len(texts)
            size -= sum(map(len, texts))
            _append(found, table, texts)
            metrics.figures().rows_sent(len(texts))
        if rows <= 0 or size <= 0:
            found.hervat = _token(msgspec.structs.replace(place, tabel=table, na=after))
            return _closed(found)
        after = ""
    return _closed(found)


def _from(table: str) -> Iterator[str]:
    names = list(TABLES)
    yield from names[names.index(table) :]


def _append(found: Snapshot, table: str, texts: list[bytes]) -> None:
    if not found.delen or found.delen[-1].tabel != table:
        found.delen.append(SnapshotPart(table, list(column_names(table)), msgspec.Raw(b"")))
    part = found.delen[-1]
    part.rijen = msgspec.Raw(b",".join([bytes(part.rijen), *texts] if bytes(part.rijen) else texts))


def _closed(found: Snapshot) -> Snapshot:
    for part in found.delen:
        part.rijen = msgspec.Raw(b"[" + bytes(part.rijen) + b"]")
    return found


def _rows(
    session: Session, regio_id: str, bucket: str, table: str, after: str, count: int
) -> tuple[list[bytes], str | None]:
    """Canonical texts of the rows after this id, and the last id; None when there is none."""
    names = column_names(table)
    values = (regio_id, bucket, table, after, count)
    found = session.connection().exec_driver_sql(_query(table), values).all()
    texts = [
        canonical({name: value for name, value in zip(names, row, strict=True) if value is not None})
        for row in found
    ]
    return texts, found[-1][names.index("id")] if found else None


@cache
def _query(table: str) -> str:
    columns = ", ".join(feed.as_wire(column, "t.") for column in TABLES[table].columns)
    return (
        f"SELECT {columns} FROM feed_entry f JOIN {table} t ON t.id = f.rij_id "  # noqa: S608 (our own names)
        "WHERE f.regio_id = %s AND f.bucket = %s AND f.tabel = %s AND f.rij_id > %s AND NOT f.weg "
        "ORDER BY f.rij_id LIMIT %s"
    )


def _token(place: _Place) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode()
