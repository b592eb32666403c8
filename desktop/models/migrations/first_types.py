"""Column types and parts of the first schema, written out: a migration never imports the models.

The models go on changing; what a database looked like at a revision does not.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

INSTANT = sa.String(20).with_variant(postgresql.TIMESTAMP(timezone=True, precision=0), "postgresql")
DOCUMENT = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
ID = sa.String(36).with_variant(sa.String(36, collation="C"), "postgresql")
CODE = sa.String(40)
BUCKET_NAME = sa.String(80, collation="C")
LINE_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def long_text(limit: int) -> sa.types.TypeEngine[Any]:
    """Text that is checked before it comes here; PostgreSQL guards the limit as well."""
    return sa.Text().with_variant(sa.String(limit), "postgresql")


def synced_columns() -> tuple[sa.Column[Any], ...]:
    """What every row has that travels."""
    return (
        sa.Column("id", ID, nullable=False),
        sa.Column("regio_id", ID, nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", INSTANT, nullable=False),
        sa.Column("aangemaakt_door", ID, nullable=False),
        sa.Column("gewijzigd_op", INSTANT, nullable=False),
        sa.Column("gewijzigd_door", ID, nullable=False),
        sa.Column("verwijderd_op", INSTANT, nullable=True),
    )


def reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    """A foreign key that is checked when the transaction ends."""
    return sa.ForeignKeyConstraint(
        [column],
        [f"{target}.id"],
        name=f"fk_{table}_{column}_{target}",
        deferrable=True,
        initially="DEFERRED",
    )


def centre_index(name: str, table: str, columns: list[str], where: str) -> None:
    """A unique index that SQLite cannot defer, so only the centre has it."""
    if op.get_bind().dialect.name == "postgresql":
        op.create_index(name, table, columns, unique=True, postgresql_where=sa.text(where))
