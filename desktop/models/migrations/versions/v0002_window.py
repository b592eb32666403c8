"""What the window needs: passing the regie on, standing in, kept lists, pinned notes, the log of rounds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context, op

from desktop.models.migrations.first_types import (
    CODE,
    DOCUMENT,
    ID,
    INSTANT,
    centre_index,
    reference,
    synced_columns,
)

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Tables that both ends have, two new columns, and what is this end's own."""
    _overdracht()
    _waarneming()
    _bewaarde_lijst()
    op.add_column("actie", sa.Column("tijd", sa.String(5), nullable=True))
    op.add_column("contactnotitie", sa.Column("vastgezet", sa.Boolean(), nullable=True))
    _indexes()
    if context.get_context().opts["side"] == "laptop":
        _ronde()
        _vensterstand()


def _indexes() -> None:
    """Lists that are sorted or filtered read an index only, also for whether a row is deleted."""
    for name, table, columns in (
        ("ix_contactmoment_werkgever", "contactmoment", ["werkgever_id", "datum"]),
        ("ix_actie_werkgever", "actie", ["werkgever_id", "status"]),
        ("ix_regie_werkgever", "regie", ["werkgever_id", "tot"]),
        ("ix_regie_accountmanager", "regie", ["accountmanager_id", "tot"]),
        ("ix_werkgever_gemeente", "werkgever", ["gemeente_code", "zoeknaam", "id"]),
    ):
        op.drop_index(name, table_name=table)
        other = {"ix_regie_werkgever": ["accountmanager_id"], "ix_regie_accountmanager": ["werkgever_id"]}
        op.create_index(name, table, [*columns, "verwijderd_op", *other.get(name, [])])
    for column in ("plaats", "segment"):
        op.create_index(f"ix_werkgever_{column}", "werkgever", [column, "zoeknaam", "id", "verwijderd_op"])
    op.create_index("ix_afspraak_aangemaakt", "afspraak", ["aangemaakt_op"])
    op.create_index("ix_afstemming_opdracht", "afstemming", ["opdracht_uuid"])
    merged = sa.text("samengevoegd_met IS NOT NULL")
    op.create_index(
        "ix_werkgever_samengevoegd",
        "werkgever",
        ["samengevoegd_met"],
        postgresql_where=merged,
        sqlite_where=merged,
    )


def _overdracht() -> None:
    op.create_table(
        "overdracht",
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("van_id", ID, nullable=False),
        sa.Column("naar_id", ID, nullable=False),
        sa.Column("status", CODE, nullable=False),
        sa.Column("toelichting", sa.String(200), nullable=True),
        sa.Column("antwoord", sa.String(200), nullable=True),
        sa.Column("aanvaard_op", sa.Date(), nullable=True),
        sa.Column("kennisgemaakt_op", sa.Date(), nullable=True),
        sa.Column("afgerond_op", sa.Date(), nullable=True),
        *synced_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_overdracht"),
        reference("overdracht", "werkgever_id", "werkgever"),
        reference("overdracht", "van_id", "medewerker"),
        reference("overdracht", "naar_id", "medewerker"),
    )
    op.create_index("ix_overdracht_werkgever_id", "overdracht", ["werkgever_id"])
    op.create_index("ix_overdracht_naar", "overdracht", ["naar_id", "status"])
    centre_index("uq_overdracht_open", "overdracht", ["werkgever_id"], "status = 'voorgesteld'")


def _waarneming() -> None:
    op.create_table(
        "waarneming",
        sa.Column("voor_id", ID, nullable=False),
        sa.Column("waarnemer_id", ID, nullable=False),
        sa.Column("werkgever_id", ID, nullable=True),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("beeindigd", sa.Boolean(), nullable=False),
        *synced_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_waarneming"),
        reference("waarneming", "voor_id", "medewerker"),
        reference("waarneming", "waarnemer_id", "medewerker"),
        reference("waarneming", "werkgever_id", "werkgever"),
    )
    op.create_index("ix_waarneming_voor_id", "waarneming", ["voor_id"])
    op.create_index("ix_waarneming_waarnemer_id", "waarneming", ["waarnemer_id"])


def _bewaarde_lijst() -> None:
    op.create_table(
        "bewaarde_lijst",
        sa.Column("medewerker_id", ID, nullable=False),
        sa.Column("naam", sa.String(40), nullable=False),
        sa.Column("keuze", DOCUMENT, nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        *synced_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_bewaarde_lijst"),
        reference("bewaarde_lijst", "medewerker_id", "medewerker"),
    )
    op.create_index("ix_bewaarde_lijst_medewerker_id", "bewaarde_lijst", ["medewerker_id"])


def _ronde() -> None:
    numbers = ("verzonden", "toegepast", "aangepast", "geweigerd", "ontvangen")
    op.create_table(
        "ronde",
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("begonnen_op", INSTANT, nullable=False),
        sa.Column("geeindigd_op", INSTANT, nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in numbers),
        sa.Column("fout", CODE, nullable=True),
        sa.PrimaryKeyConstraint("nummer", name="pk_ronde"),
    )


def _vensterstand() -> None:
    op.create_table(
        "vensterstand",
        sa.Column("naam", CODE, nullable=False),
        sa.Column("waarde", DOCUMENT, nullable=False),
        sa.PrimaryKeyConstraint("naam", name="pk_vensterstand"),
    )
