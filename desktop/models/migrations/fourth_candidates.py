"""Candidates and where they are put forward, as it was at first. Never changed again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.models.migrations.first_types import (
    CODE,
    DOCUMENT,
    ID,
    INSTANT,
    centre_index,
    long_text,
    reference,
    synced_columns,
)


def create() -> None:
    """Makes the tables, parents first."""
    _kandidaat()
    _kandidaat_doelgroep()
    _kandidaatregie()
    _kandidaat_overdracht()
    _kandidaat_waarneming()
    _profiel()
    _werkfitoordeel()
    _voordracht()
    _voordracht_persoon()


def _kandidaat() -> None:
    op.create_table(
        "kandidaat",
        *synced_columns(),
        sa.Column("bron_id", sa.String(200), nullable=True),
        sa.Column("bronsysteem", CODE, nullable=True),
        sa.Column("roepnaam", CODE, nullable=False),
        sa.Column("initiaal", sa.String(10), nullable=True),
        sa.Column("organisatie", sa.String(70), nullable=True),
        sa.Column("gemeente_code", CODE, nullable=True),
        sa.Column("pc4", sa.String(4), nullable=True),
        sa.Column("reisafstand_km", sa.Integer(), nullable=True),
        sa.Column("beschikbaar_vanaf", sa.Date(), nullable=True),
        sa.Column("uren_min", sa.Integer(), nullable=True),
        sa.Column("uren_max", sa.Integer(), nullable=True),
        sa.Column("onregelmatig", sa.Integer(), nullable=True),
        sa.Column("beroepen", DOCUMENT, nullable=False),
        sa.Column("beroepsklasse", CODE, nullable=True),
        sa.Column("niveau", sa.Integer(), nullable=True),
        sa.Column("soorten_werk", DOCUMENT, nullable=False),
        sa.Column("vervoer", DOCUMENT, nullable=False),
        sa.Column("rijbewijs", DOCUMENT, nullable=False),
        sa.Column("taal_mondeling", sa.Integer(), nullable=True),
        sa.Column("taal_schriftelijk", sa.Integer(), nullable=True),
        sa.Column("aanpassing_werkomgeving", sa.Integer(), nullable=False),
        sa.Column("begeleiding", sa.Integer(), nullable=False),
        sa.Column("werkvariatie", sa.Integer(), nullable=False),
        sa.Column("werkfit", CODE, nullable=True),
        sa.Column("toestemming_delen", sa.Date(), nullable=True),
        sa.Column("status", CODE, nullable=False),
        sa.Column("afsluitreden", CODE, nullable=True),
        sa.Column("notitie", long_text(1000), nullable=True),
        sa.Column("gewist_op", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_kandidaat"),
    )
    op.create_index("ix_kandidaat_bron", "kandidaat", ["bronsysteem", "bron_id"])


def _kandidaat_doelgroep() -> None:
    op.create_table(
        "kandidaat_doelgroep",
        *synced_columns(),
        sa.Column("kandidaat_id", ID, nullable=False),
        sa.Column("doelgroepen", DOCUMENT, nullable=False),
        sa.Column("uitkeringsgroep", CODE, nullable=True),
        sa.Column("ldr_registratie", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_kandidaat_doelgroep"),
    )
    op.create_index("ix_kandidaat_doelgroep_kandidaat_id", "kandidaat_doelgroep", ["kandidaat_id"])


def _kandidaatregie() -> None:
    op.create_table(
        "kandidaatregie",
        *synced_columns(),
        sa.Column("kandidaat_id", ID, nullable=False),
        sa.Column("nummer", sa.String(10), nullable=True),
        sa.Column("bemiddelaar_id", ID, nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        reference("kandidaatregie", "bemiddelaar_id", "medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_kandidaatregie"),
    )
    op.create_index("ix_kandidaatregie_bemiddelaar_id", "kandidaatregie", ["bemiddelaar_id"])
    op.create_index("ix_kandidaatregie_kandidaat", "kandidaatregie", ["kandidaat_id"])
    centre_index("uq_kandidaatregie_een", "kandidaatregie", ["kandidaat_id"], "verwijderd_op IS NULL")


def _kandidaat_overdracht() -> None:
    op.create_table(
        "kandidaat_overdracht",
        *synced_columns(),
        sa.Column("kandidaat_id", ID, nullable=False),
        sa.Column("nummer", sa.String(10), nullable=True),
        sa.Column("van_id", ID, nullable=False),
        sa.Column("naar_id", ID, nullable=False),
        sa.Column("status", CODE, nullable=False),
        sa.Column("antwoord", CODE, nullable=True),
        sa.Column("beantwoord_op", sa.Date(), nullable=True),
        reference("kandidaat_overdracht", "van_id", "medewerker"),
        reference("kandidaat_overdracht", "naar_id", "medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_kandidaat_overdracht"),
    )
    op.create_index("ix_kandidaat_overdracht_kandidaat_id", "kandidaat_overdracht", ["kandidaat_id"])
    op.create_index("ix_kandidaat_overdracht_naar", "kandidaat_overdracht", ["naar_id", "status"])
    centre_index(
        "uq_kandidaat_overdracht_open", "kandidaat_overdracht", ["kandidaat_id"], "status = 'voorgesteld'"
    )


def _kandidaat_waarneming() -> None:
    op.create_table(
        "kandidaat_waarneming",
        *synced_columns(),
        sa.Column("voor_id", ID, nullable=False),
        sa.Column("waarnemer_id", ID, nullable=False),
        sa.Column("kandidaat_id", ID, nullable=True),
        sa.Column("nummer", sa.String(10), nullable=True),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("beeindigd", sa.Boolean(), nullable=False),
        reference("kandidaat_waarneming", "voor_id", "medewerker"),
        reference("kandidaat_waarneming", "waarnemer_id", "medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_kandidaat_waarneming"),
    )
    op.create_index("ix_kandidaat_waarneming_voor_id", "kandidaat_waarneming", ["voor_id"])
    op.create_index("ix_kandidaat_waarneming_waarnemer_id", "kandidaat_waarneming", ["waarnemer_id"])


def _profiel() -> None:
    op.create_table(
        "profiel",
        *synced_columns(),
        sa.Column("bemiddelaar_id", ID, nullable=False),
        sa.Column("beroepen", DOCUMENT, nullable=False),
        sa.Column("beroepsklasse", CODE, nullable=True),
        sa.Column("niveau", sa.Integer(), nullable=True),
        sa.Column("uren_min", sa.Integer(), nullable=True),
        sa.Column("uren_max", sa.Integer(), nullable=True),
        sa.Column("pc4", sa.String(4), nullable=True),
        sa.Column("werkfit", CODE, nullable=True),
        sa.Column("werkfit_op", sa.Date(), nullable=True),
        reference("profiel", "bemiddelaar_id", "medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_profiel"),
    )
    op.create_index("ix_profiel_bemiddelaar_id", "profiel", ["bemiddelaar_id"])


def _werkfitoordeel() -> None:
    op.create_table(
        "werkfitoordeel",
        *synced_columns(),
        sa.Column("profiel_id", ID, nullable=False),
        sa.Column("kant", CODE, nullable=False),
        sa.Column("medewerker_id", ID, nullable=False),
        sa.Column("waarde", CODE, nullable=False),
        sa.Column("antwoorden", DOCUMENT, nullable=False),
        sa.Column("beoordeeld_op", sa.Date(), nullable=False),
        reference("werkfitoordeel", "medewerker_id", "medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_werkfitoordeel"),
    )
    op.create_index("ix_werkfitoordeel_profiel_id", "werkfitoordeel", ["profiel_id"])


def _voordracht() -> None:
    op.create_table(
        "voordracht",
        *synced_columns(),
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("vacature_id", ID, nullable=True),
        sa.Column("bemiddelaar_id", ID, nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("status", CODE, nullable=False),
        sa.Column("status_op", sa.Date(), nullable=False),
        sa.Column("gesprek_op", sa.Date(), nullable=True),
        sa.Column("gesprek_tijd", sa.String(5), nullable=True),
        sa.Column("reden", CODE, nullable=True),
        sa.Column("terugkoppeling", long_text(1000), nullable=True),
        reference("voordracht", "werkgever_id", "werkgever"),
        reference("voordracht", "vacature_id", "vacature"),
        reference("voordracht", "bemiddelaar_id", "medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_voordracht"),
    )
    op.create_index("ix_voordracht_bemiddelaar", "voordracht", ["bemiddelaar_id", "status"])
    op.create_index("ix_voordracht_vacature_id", "voordracht", ["vacature_id"])
    op.create_index("ix_voordracht_werkgever", "voordracht", ["werkgever_id", "status"])


def _voordracht_persoon() -> None:
    op.create_table(
        "voordracht_persoon",
        *synced_columns(),
        sa.Column("voordracht_id", ID, nullable=False),
        sa.Column("kandidaat_id", ID, nullable=False),
        sa.Column("toestemming", sa.Date(), nullable=True),
        sa.Column("notitie", long_text(1000), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_voordracht_persoon"),
    )
    op.create_index("ix_voordracht_persoon_kandidaat_id", "voordracht_persoon", ["kandidaat_id"])
    op.create_index("ix_voordracht_persoon_voordracht_id", "voordracht_persoon", ["voordracht_id"])
