"""What both ends have besides the directory, as it was at first. Never changed again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.models.migrations.first_types import (
    CODE,
    DOCUMENT,
    ID,
    INSTANT,
    LINE_NUMBER,
    long_text,
    reference,
    synced_columns,
)


def create() -> None:
    """Makes the tables, parents first."""
    _auditregel()
    _afstemming()
    _veldwijziging()
    _contactpersoon()
    _contactnotitie()
    _actie()


def _auditregel() -> None:
    op.create_table(
        "auditregel",
        sa.Column("nr", LINE_NUMBER, nullable=False),
        sa.Column("tijd", INSTANT, nullable=False),
        sa.Column("actor", ID, nullable=True),
        sa.Column("actie", CODE, nullable=False),
        sa.Column("object", sa.String(80), nullable=True),
        sa.Column("resultaat", CODE, nullable=False),
        sa.Column("oorsprong", sa.String(80), nullable=False),
        sa.Column("vorige_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("nr", name="pk_auditregel"),
    )
    op.create_index("ix_auditregel_tijd", "auditregel", ["tijd"])


def _afstemming() -> None:
    op.create_table(
        "afstemming",
        sa.Column("medewerker_id", ID, nullable=False),
        sa.Column("soort", CODE, nullable=False),
        sa.Column("code", CODE, nullable=False),
        sa.Column("parameters", DOCUMENT, nullable=False),
        sa.Column("werkgever_id", ID, nullable=True),
        sa.Column("opdracht_uuid", ID, nullable=True),
        sa.Column("opdracht", CODE, nullable=True),
        sa.Column("argumenten", DOCUMENT, nullable=False),
        sa.Column("tabel", CODE, nullable=True),
        sa.Column("rij_id", ID, nullable=True),
        sa.Column("veld", CODE, nullable=True),
        sa.Column("van_mij", long_text(1000), nullable=True),
        sa.Column("van_ander", long_text(1000), nullable=True),
        sa.Column("ander", sa.String(70), nullable=True),
        sa.Column("status", CODE, nullable=False),
        sa.Column("keuze", CODE, nullable=True),
        *synced_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_afstemming"),
    )
    op.create_index(
        "ix_afstemming_medewerker_id_afstemming_status", "afstemming", ["medewerker_id", "status"]
    )


def _veldwijziging() -> None:
    op.create_table(
        "veldwijziging",
        sa.Column("tabel", CODE, nullable=False),
        sa.Column("rij_id", ID, nullable=False),
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("veld", CODE, nullable=False),
        sa.Column("oud", DOCUMENT, nullable=True),
        sa.Column("nieuw", DOCUMENT, nullable=True),
        sa.Column("rij_versie", sa.Integer(), nullable=False),
        sa.Column("import_batch", ID, nullable=True),
        *synced_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_veldwijziging"),
    )
    op.create_index("ix_veldwijziging_batch", "veldwijziging", ["import_batch"])
    op.create_index(
        "ix_veldwijziging_rij_id_veldwijziging_rij_versie", "veldwijziging", ["rij_id", "rij_versie"]
    )
    op.create_index("ix_veldwijziging_werkgever_id", "veldwijziging", ["werkgever_id"])


def _contactpersoon() -> None:
    op.create_table(
        "contactpersoon",
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("vestiging_id", ID, nullable=True),
        sa.Column("naam", sa.String(70), nullable=False),
        sa.Column("functie", sa.String(70), nullable=True),
        sa.Column("rol", CODE, nullable=True),
        sa.Column("email", sa.String(320), nullable=True),
        sa.Column("telefoon", sa.String(14), nullable=True),
        sa.Column("telefoon_2", sa.String(14), nullable=True),
        sa.Column("voorkeurskanaal", CODE, nullable=True),
        sa.Column("van", sa.Date(), nullable=True),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("niet_benaderen", sa.Boolean(), nullable=False),
        sa.Column("laatste_controle", sa.Date(), nullable=True),
        *synced_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_contactpersoon"),
        reference("contactpersoon", "vestiging_id", "vestiging"),
        reference("contactpersoon", "werkgever_id", "werkgever"),
    )
    op.create_index("ix_contactpersoon_werkgever_id", "contactpersoon", ["werkgever_id"])


def _contactnotitie() -> None:
    op.create_table(
        "contactnotitie",
        sa.Column("contactmoment_id", ID, nullable=False),
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("notitie", long_text(1000), nullable=True),
        sa.Column("vertrouwelijk", sa.Boolean(), nullable=False),
        sa.Column("contactpersoon_ids", DOCUMENT, nullable=False),
        sa.Column("resultaat", CODE, nullable=True),
        sa.Column("reden_buiten_regie", sa.String(200), nullable=True),
        *synced_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_contactnotitie"),
        reference("contactnotitie", "contactmoment_id", "contactmoment"),
    )
    op.create_index("ix_contactnotitie_contactmoment_id", "contactnotitie", ["contactmoment_id"])
    op.create_index("ix_contactnotitie_werkgever_id", "contactnotitie", ["werkgever_id"])


def _actie() -> None:
    op.create_table(
        "actie",
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("contactmoment_id", ID, nullable=True),
        sa.Column("soort", CODE, nullable=False),
        sa.Column("gevraagde_handeling", sa.String(200), nullable=False),
        sa.Column("toelichting", long_text(1000), nullable=True),
        sa.Column("toegewezen_aan_id", ID, nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("status", CODE, nullable=False),
        sa.Column("afgerond_op", INSTANT, nullable=True),
        *synced_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_actie"),
        reference("actie", "contactmoment_id", "contactmoment"),
        reference("actie", "toegewezen_aan_id", "medewerker"),
        reference("actie", "werkgever_id", "werkgever"),
    )
    op.create_index("ix_actie_toegewezen", "actie", ["toegewezen_aan_id", "status", "deadline"])
    op.create_index("ix_actie_werkgever", "actie", ["werkgever_id", "status"])
