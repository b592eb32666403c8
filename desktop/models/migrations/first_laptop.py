"""The tables that only a laptop has, as they were at first. Never changed again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.models.migrations.first_types import CODE, DOCUMENT, ID, INSTANT


def create() -> None:
    """Makes them, parents first."""
    _before_image()
    _bucket_cursor()
    _bucket_row()
    _concept()
    _eigenschap()
    _opdracht()


def _before_image() -> None:
    op.create_table(
        "before_image",
        sa.Column("tabel", CODE, nullable=False),
        sa.Column("rij_id", ID, nullable=False),
        sa.Column("beeld", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("tabel", "rij_id", name="pk_before_image"),
        sqlite_with_rowid=False,
    )


def _bucket_cursor() -> None:
    op.create_table(
        "bucket_cursor",
        sa.Column("bucket", sa.String(80), nullable=False),
        sa.Column("cursor", sa.Integer(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("bucket", name="pk_bucket_cursor"),
    )


def _bucket_row() -> None:
    op.create_table(
        "bucket_row",
        sa.Column("tabel", CODE, nullable=False),
        sa.Column("rij_id", ID, nullable=False),
        sa.Column("bucket", sa.String(80), nullable=False),
        sa.Column("hash", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tabel", "rij_id", "bucket", name="pk_bucket_row"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_bucket_row_bucket", "bucket_row", ["bucket"])


def _concept() -> None:
    op.create_table(
        "concept",
        sa.Column("soort", CODE, nullable=False),
        sa.Column("onderwerp_id", ID, nullable=False),
        sa.Column("velden", DOCUMENT, nullable=False),
        sa.Column("bewaard_op", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("soort", "onderwerp_id", name="pk_concept"),
    )


def _eigenschap() -> None:
    op.create_table(
        "eigenschap",
        sa.Column("naam", CODE, nullable=False),
        sa.Column("waarde", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("naam", name="pk_eigenschap"),
    )


def _opdracht() -> None:
    op.create_table(
        "opdracht",
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("uuid", ID, nullable=False),
        sa.Column("naam", CODE, nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("argumenten", DOCUMENT, nullable=False),
        sa.Column("tijd", INSTANT, nullable=False),
        sa.Column("basis", DOCUMENT, nullable=False),
        sa.Column("werkgever_id", ID, nullable=True),
        sa.Column("status", CODE, nullable=False),
        sa.Column("uitkomst", CODE, nullable=True),
        sa.Column("code", CODE, nullable=True),
        sa.Column("parameters", DOCUMENT, nullable=False),
        sa.Column("beantwoord_op", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("n", name="pk_opdracht"),
        sa.UniqueConstraint("uuid", name="uq_opdracht_uuid"),
    )
    op.create_index("ix_opdracht_status", "opdracht", ["status", "n"])
    op.create_index("ix_opdracht_werkgever", "opdracht", ["werkgever_id"])
