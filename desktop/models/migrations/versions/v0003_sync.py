"""What sync that can be trusted needs, one function per subject."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context, op

from desktop.models.migrations.first_types import CODE, DOCUMENT, ID, INSTANT

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Every subject adds its own tables and columns here, on the side where they belong."""
    _conflicts()
    _log_of_rounds()
    _leases()
    _erasure()
    _wire()


def _leases() -> None:
    """The half of a laptop's key that the centre keeps, and how long a laptop does without it."""
    if context.get_context().opts["side"] == "centre":
        op.add_column("laptop", sa.Column("sleutelhelft", sa.String(64), nullable=True))
        op.add_column("regio", sa.Column("lease_dagen", sa.Integer(), nullable=False, server_default="30"))


def _erasure() -> None:
    """People of whom nothing is left but an id, their keys, and what a laptop forgot of its own commands."""
    op.add_column("contactpersoon", sa.Column("gewist_op", INSTANT, nullable=True))
    op.add_column("medewerker", sa.Column("gewist_op", INSTANT, nullable=True))
    if context.get_context().opts["side"] == "laptop":
        op.add_column("opdracht", sa.Column("geleegd_op", INSTANT, nullable=True))
        return
    op.create_table(
        "persoonssleutel",
        sa.Column("persoon_id", ID, nullable=False),
        sa.Column("sleutel", sa.String(64), nullable=True),
        sa.Column("gewist_op", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("persoon_id", name="pk_persoonssleutel"),
    )


def _log_of_rounds() -> None:
    """How many rounds one line stands for."""
    if context.get_context().opts["side"] == "laptop":
        op.add_column("ronde", sa.Column("keren", sa.Integer(), nullable=False, server_default="1"))


def _wire() -> None:
    """A first fill under way, what a newer centre sent, and how far answers are known and removals kept."""
    if context.get_context().opts["side"] == "centre":
        op.add_column("laptop", sa.Column("bevestigd_n", sa.BigInteger(), nullable=False, server_default="0"))
        op.add_column(
            "bucket_state", sa.Column("opgeruimd_tot", sa.BigInteger(), nullable=False, server_default="0")
        )
        op.create_table(
            "feed_dag",
            sa.Column("regio_id", ID, nullable=False),
            sa.Column("dag", sa.Date(), nullable=False),
            sa.Column("nr", sa.BigInteger(), nullable=False),
            sa.PrimaryKeyConstraint("regio_id", "dag", name="pk_feed_dag"),
        )
        return
    op.drop_index("ix_bucket_row_bucket", table_name="bucket_row")
    op.create_table(
        "vulling",
        sa.Column("bucket", sa.String(80), nullable=False),
        sa.Column("hervat", sa.Text(), nullable=True),
        sa.Column("cursor", sa.Integer(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("bucket", name="pk_vulling"),
    )
    op.create_table(
        "geparkeerd",
        sa.Column("tabel", CODE, nullable=False),
        sa.Column("rij_id", ID, nullable=False),
        sa.Column("velden", DOCUMENT, nullable=False),
        sa.PrimaryKeyConstraint("tabel", "rij_id", name="pk_geparkeerd"),
    )


def _conflicts() -> None:
    """What a question follows from, when it was asked and until when it waits; where a field was changed."""
    op.add_column("afstemming", sa.Column("opdracht_versie", sa.Integer(), nullable=True))
    op.add_column("afstemming", sa.Column("hoort_bij_id", ID, nullable=True))
    op.add_column("afstemming", sa.Column("gevraagd_op", INSTANT, nullable=True))
    op.add_column("afstemming", sa.Column("later_tot", sa.Date(), nullable=True))
    op.add_column("veldwijziging", sa.Column("laptop_id", ID, nullable=True))
    op.add_column("veldwijziging", sa.Column("samen_met_id", ID, nullable=True))
