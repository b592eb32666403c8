"""The tables that only the centre has, as they were at first. Never changed again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.models.migrations.first_types import BUCKET_NAME, CODE, DOCUMENT, ID, INSTANT


def create() -> None:
    """Makes them, parents first."""
    _bucket_state()
    _feed_entry()
    _grootboek()
    _laptop()
    _regio()
    _teller()
    _uitnodiging()
    op.execute(sa.schema.CreateSequence(sa.Sequence("wijziging_nr")))


def _bucket_state() -> None:
    op.create_table(
        "bucket_state",
        sa.Column("regio_id", ID, nullable=False),
        sa.Column("bucket", BUCKET_NAME, nullable=False),
        sa.Column("nr", sa.BigInteger(), nullable=False),
        sa.Column("aantal", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("regio_id", "bucket", name="pk_bucket_state"),
    )


def _feed_entry() -> None:
    op.create_table(
        "feed_entry",
        sa.Column("regio_id", ID, nullable=False),
        sa.Column("bucket", BUCKET_NAME, nullable=False),
        sa.Column("tabel", CODE, nullable=False),
        sa.Column("rij_id", ID, nullable=False),
        sa.Column("nr", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column("weg", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("regio_id", "bucket", "tabel", "rij_id", name="pk_feed_entry"),
    )
    op.create_index("ix_feed_entry_nr", "feed_entry", ["regio_id", "bucket", "nr"])
    op.create_index("ix_feed_entry_rij", "feed_entry", ["rij_id"])


def _grootboek() -> None:
    op.create_table(
        "grootboek",
        sa.Column("laptop_id", ID, nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("uuid", ID, nullable=False),
        sa.Column("naam", CODE, nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("medewerker_id", ID, nullable=False),
        sa.Column("ontvangen_op", INSTANT, nullable=False),
        sa.Column("uitkomst", CODE, nullable=False),
        sa.Column("code", CODE, nullable=True),
        sa.Column("parameters", DOCUMENT, nullable=False),
        sa.Column("vervangen", DOCUMENT, nullable=False),
        sa.Column("argumenten", DOCUMENT, nullable=True),
        sa.PrimaryKeyConstraint("laptop_id", "n", name="pk_grootboek"),
        sa.UniqueConstraint("uuid", name="uq_grootboek_uuid"),
    )


def _laptop() -> None:
    op.create_table(
        "laptop",
        sa.Column("id", ID, nullable=False),
        sa.Column("regio_id", ID, nullable=False),
        sa.Column("medewerker_id", ID, nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("aangemeld_op", INSTANT, nullable=False),
        sa.Column("laatst_gezien", INSTANT, nullable=True),
        sa.Column("versie", sa.String(20), nullable=True),
        sa.Column("openstaand", sa.Integer(), nullable=False),
        sa.Column("laatste_n", sa.BigInteger(), nullable=False),
        sa.Column("buckets", DOCUMENT, nullable=False),
        sa.Column("ingetrokken_op", INSTANT, nullable=True),
        sa.Column("gewist_op", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_laptop"),
        sa.UniqueConstraint("token_hash", name="uq_laptop_token_hash"),
    )
    op.create_index("ix_laptop_medewerker_id", "laptop", ["medewerker_id"])


def _regio() -> None:
    op.create_table(
        "regio",
        sa.Column("id", ID, nullable=False),
        sa.Column("naam", sa.String(70), nullable=False),
        sa.Column("epoch", ID, nullable=False),
        sa.Column("oefen", sa.Boolean(), nullable=False),
        sa.Column("aangemaakt_op", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_regio"),
    )


def _teller() -> None:
    op.create_table(
        "teller",
        sa.Column("regio_id", ID, nullable=False),
        sa.Column("soort", CODE, nullable=False),
        sa.Column("laatste", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("regio_id", "soort", name="pk_teller"),
    )


def _uitnodiging() -> None:
    op.create_table(
        "uitnodiging",
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("medewerker_id", ID, nullable=False),
        sa.Column("verloopt_op", INSTANT, nullable=False),
        sa.Column("gebruikt_op", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("code_hash", name="pk_uitnodiging"),
    )
    op.create_index("ix_uitnodiging_medewerker_id", "uitnodiging", ["medewerker_id"])
