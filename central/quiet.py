"""A call that sends nothing, to a laptop that holds everything: one statement, which sees one moment.

Most calls are of this kind. Whatever else a call may be is seen here and left to the transaction that reads
it all. PostgreSQL only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Engine, Row, Text, and_, any_, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.exc import DBAPIError

from central import accounts, failures
from central.accounts import Caller
from desktop.models.tables.centre import BucketState, Laptop

_QUESTION = accounts.OF_TOKEN.outerjoin(
    BucketState,
    and_(
        BucketState.regio_id == Laptop.regio_id,
        BucketState.bucket == any_(bindparam("buckets", type_=ARRAY(Text))),
    ),
).add_columns(
    BucketState.bucket, BucketState.nr, BucketState.aantal, BucketState.hash, BucketState.opgeruimd_tot
)


class Quiet:
    """Asks without a transaction around it: a statement of its own begins and ends one."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")

    def look(self, token: str, buckets: Iterable[str]) -> tuple[Caller, Mapping[str, Row[Any]]] | None:
        """Who asks, and the states of these buckets; None when the connection was gone.

        Raises `Weigering` for an unknown token.
        """
        try:
            with self._engine.connect() as connection:
                asked = {
                    "token": accounts.hashed(token),
                    "buckets": [bucket for bucket in buckets if "\0" not in bucket],
                }
                rows = connection.execute(_QUESTION, asked).all()
        except DBAPIError as error:
            if not failures.lost(error):
                raise
            return None
        caller = accounts.caller(rows)
        return caller, {row.bucket: row for row in rows if row.bucket is not None}
