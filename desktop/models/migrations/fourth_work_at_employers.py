"""What employers ask and offer, as it was at first. Never changed again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.models.migrations.first_types import (
    CODE,
    DOCUMENT,
    ID,
    long_text,
    reference,
    synced_columns,
)


def create() -> None:
    """Makes the tables, parents first."""
    _partner()
    _werkgeversvraag()
    _vacature()
    _vacature_dossier()
    _vacature_overdracht()


def _partner() -> None:
    op.create_table(
        "partner",
        *synced_columns(),
        sa.Column("naam", sa.String(200), nullable=False),
        sa.Column("soort", CODE, nullable=False),
        sa.Column("contactnaam", sa.String(70), nullable=True),
        sa.Column("email", sa.String(320), nullable=True),
        sa.Column("telefoon", sa.String(14), nullable=True),
        sa.Column("website", sa.String(500), nullable=True),
        sa.Column("toelichting", long_text(500), nullable=True),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_partner"),
    )


def _werkgeversvraag() -> None:
    op.create_table(
        "werkgeversvraag",
        *synced_columns(),
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("contactmoment_id", ID, nullable=True),
        sa.Column("soort", CODE, nullable=False),
        sa.Column("vraag", long_text(1000), nullable=False),
        sa.Column("dienst", CODE, nullable=True),
        sa.Column("strategie", CODE, nullable=True),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        sa.Column("behandelaar_id", ID, nullable=False),
        sa.Column("status", CODE, nullable=False),
        sa.Column("antwoord", long_text(1000), nullable=True),
        sa.Column("partner_id", ID, nullable=True),
        sa.Column("partner_contact", sa.String(70), nullable=True),
        sa.Column("reden", sa.String(200), nullable=True),
        sa.Column("afgehandeld_op", sa.Date(), nullable=True),
        reference("werkgeversvraag", "werkgever_id", "werkgever"),
        reference("werkgeversvraag", "contactmoment_id", "contactmoment"),
        reference("werkgeversvraag", "behandelaar_id", "medewerker"),
        reference("werkgeversvraag", "partner_id", "partner"),
        sa.PrimaryKeyConstraint("id", name="pk_werkgeversvraag"),
    )
    op.create_index("ix_werkgeversvraag_behandelaar", "werkgeversvraag", ["behandelaar_id", "status"])
    op.create_index("ix_werkgeversvraag_werkgever", "werkgeversvraag", ["werkgever_id", "status"])


def _vacature() -> None:
    op.create_table(
        "vacature",
        *synced_columns(),
        sa.Column("nummer", sa.String(10), nullable=True),
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("formele_werkgever_id", ID, nullable=True),
        sa.Column("vestiging_id", ID, nullable=True),
        sa.Column("contactmoment_id", ID, nullable=True),
        sa.Column("eigenaar_id", ID, nullable=False),
        sa.Column("naam", sa.String(120), nullable=False),
        sa.Column("omschrijving", long_text(2000), nullable=True),
        sa.Column("soort", CODE, nullable=False),
        sa.Column("contract", sa.String(1), nullable=True),
        sa.Column("aantal_plaatsen", sa.Integer(), nullable=False),
        sa.Column("status", CODE, nullable=False),
        sa.Column("status_op", sa.Date(), nullable=False),
        sa.Column("status_reden", sa.String(200), nullable=True),
        sa.Column("sluitingsdatum", sa.Date(), nullable=True),
        sa.Column("beroep", sa.String(120), nullable=True),
        sa.Column("beroep_code", sa.String(200), nullable=True),
        sa.Column("beroepsklasse", CODE, nullable=True),
        sa.Column("niveau", sa.Integer(), nullable=True),
        sa.Column("uren_min", sa.Integer(), nullable=True),
        sa.Column("uren_max", sa.Integer(), nullable=True),
        sa.Column("kantoortijden", sa.Integer(), nullable=True),
        sa.Column("onregelmatig", sa.Integer(), nullable=True),
        sa.Column("aanvang", sa.Date(), nullable=True),
        sa.Column("einde", sa.Date(), nullable=True),
        sa.Column("salaris", sa.String(100), nullable=True),
        sa.Column("arbeidsvoorwaarden", long_text(2000), nullable=True),
        sa.Column("rijbewijs", DOCUMENT, nullable=False),
        sa.Column("vervoer", DOCUMENT, nullable=False),
        sa.Column("taal_mondeling", sa.Integer(), nullable=True),
        sa.Column("taal_schriftelijk", sa.Integer(), nullable=True),
        sa.Column("postcode", sa.String(6), nullable=True),
        sa.Column("straat", sa.String(24), nullable=True),
        sa.Column("huisnummer", sa.Integer(), nullable=True),
        sa.Column("toevoeging", sa.String(6), nullable=True),
        sa.Column("plaats", sa.String(70), nullable=True),
        sa.Column("vum_nummer", sa.String(11), nullable=True),
        sa.Column("vum", DOCUMENT, nullable=True),
        sa.Column("bronsysteem", CODE, nullable=True),
        sa.Column("bron_id", sa.String(200), nullable=True),
        sa.Column("import_batch", ID, nullable=True),
        reference("vacature", "werkgever_id", "werkgever"),
        reference("vacature", "formele_werkgever_id", "werkgever"),
        reference("vacature", "vestiging_id", "vestiging"),
        reference("vacature", "contactmoment_id", "contactmoment"),
        reference("vacature", "eigenaar_id", "medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_vacature"),
    )
    op.create_index("ix_vacature_bron", "vacature", ["bronsysteem", "bron_id"])
    op.create_index("ix_vacature_status", "vacature", ["status", "verwijderd_op", "status_op"])
    op.create_index("ix_vacature_werkgever", "vacature", ["werkgever_id", "status", "verwijderd_op"])


def _vacature_dossier() -> None:
    op.create_table(
        "vacature_dossier",
        *synced_columns(),
        sa.Column("vacature_id", ID, nullable=False),
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("contactpersoon_ids", DOCUMENT, nullable=False),
        sa.Column("toelichting", long_text(1000), nullable=True),
        sa.Column("vum_contactpersonen", DOCUMENT, nullable=True),
        reference("vacature_dossier", "vacature_id", "vacature"),
        sa.PrimaryKeyConstraint("id", name="pk_vacature_dossier"),
    )
    op.create_index("ix_vacature_dossier_vacature_id", "vacature_dossier", ["vacature_id"])
    op.create_index("ix_vacature_dossier_werkgever_id", "vacature_dossier", ["werkgever_id"])


def _vacature_overdracht() -> None:
    op.create_table(
        "vacature_overdracht",
        *synced_columns(),
        sa.Column("vacature_id", ID, nullable=False),
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("bemiddelaar_id", ID, nullable=False),
        sa.Column("matchingroute", CODE, nullable=True),
        sa.Column("overgedragen_op", sa.Date(), nullable=False),
        sa.Column("teruggegeven_op", sa.Date(), nullable=True),
        reference("vacature_overdracht", "vacature_id", "vacature"),
        reference("vacature_overdracht", "werkgever_id", "werkgever"),
        reference("vacature_overdracht", "bemiddelaar_id", "medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_vacature_overdracht"),
    )
    op.create_index("ix_vacature_overdracht_bemiddelaar_id", "vacature_overdracht", ["bemiddelaar_id"])
    op.create_index("ix_vacature_overdracht_vacature_id", "vacature_overdracht", ["vacature_id"])
    op.create_index("ix_vacature_overdracht_werkgever_id", "vacature_overdracht", ["werkgever_id"])
