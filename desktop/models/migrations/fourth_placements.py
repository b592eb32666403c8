"""Placements, instruments and the care after them, as it was at first. Never changed again."""

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
    _plaatsing()
    _onderbreking()
    _mijlpaal()
    _plaatsing_persoon()
    _signaal()
    _instrument()
    _instrument_inzet()
    _instrument_taak()
    _nazorgregel()
    _nazorgactie()
    _nazorg_persoon()


def _plaatsing() -> None:
    op.create_table(
        "plaatsing",
        *synced_columns(),
        sa.Column("nummer", sa.String(10), nullable=True),
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("formele_werkgever_id", ID, nullable=True),
        sa.Column("vestiging_id", ID, nullable=True),
        sa.Column("vacature_id", ID, nullable=True),
        sa.Column("voordracht_id", ID, nullable=True),
        sa.Column("bemiddelaar_id", ID, nullable=False),
        sa.Column("soort", CODE, nullable=False),
        sa.Column("type_overeenkomst", sa.String(2), nullable=True),
        sa.Column("contract", sa.String(1), nullable=True),
        sa.Column("uren", sa.Integer(), nullable=True),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("verwachte_einddatum", sa.Date(), nullable=True),
        sa.Column("feitelijke_einddatum", sa.Date(), nullable=True),
        sa.Column("duurzaam_verwacht", sa.Boolean(), nullable=True),
        sa.Column("project", sa.String(70), nullable=True),
        sa.Column("sroi", sa.Boolean(), nullable=False),
        sa.Column("status", CODE, nullable=False),
        reference("plaatsing", "werkgever_id", "werkgever"),
        reference("plaatsing", "formele_werkgever_id", "werkgever"),
        reference("plaatsing", "vestiging_id", "vestiging"),
        reference("plaatsing", "vacature_id", "vacature"),
        reference("plaatsing", "bemiddelaar_id", "medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_plaatsing"),
    )
    op.create_index("ix_plaatsing_bemiddelaar", "plaatsing", ["bemiddelaar_id", "status"])
    op.create_index("ix_plaatsing_start", "plaatsing", ["start", "verwijderd_op"])
    op.create_index("ix_plaatsing_vacature_id", "plaatsing", ["vacature_id"])
    op.create_index("ix_plaatsing_werkgever", "plaatsing", ["werkgever_id", "status", "verwijderd_op"])


def _onderbreking() -> None:
    op.create_table(
        "onderbreking",
        *synced_columns(),
        sa.Column("plaatsing_id", ID, nullable=False),
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        reference("onderbreking", "plaatsing_id", "plaatsing"),
        reference("onderbreking", "werkgever_id", "werkgever"),
        sa.PrimaryKeyConstraint("id", name="pk_onderbreking"),
    )
    op.create_index("ix_onderbreking_plaatsing_id", "onderbreking", ["plaatsing_id"])


def _mijlpaal() -> None:
    op.create_table(
        "mijlpaal",
        *synced_columns(),
        sa.Column("plaatsing_id", ID, nullable=False),
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("maanden", sa.Integer(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("uitkomst", CODE, nullable=False),
        sa.Column("bevestigd_door", CODE, nullable=True),
        sa.Column("bevestigd_op", sa.Date(), nullable=True),
        reference("mijlpaal", "plaatsing_id", "plaatsing"),
        reference("mijlpaal", "werkgever_id", "werkgever"),
        sa.PrimaryKeyConstraint("id", name="pk_mijlpaal"),
    )
    op.create_index("ix_mijlpaal_plaatsing_id", "mijlpaal", ["plaatsing_id"])


def _plaatsing_persoon() -> None:
    op.create_table(
        "plaatsing_persoon",
        *synced_columns(),
        sa.Column("plaatsing_id", ID, nullable=False),
        sa.Column("kandidaat_id", ID, nullable=False),
        sa.Column("reden_einde", CODE, nullable=True),
        sa.Column("toelichting", long_text(1000), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_plaatsing_persoon"),
    )
    op.create_index("ix_plaatsing_persoon_kandidaat_id", "plaatsing_persoon", ["kandidaat_id"])
    op.create_index("ix_plaatsing_persoon_plaatsing_id", "plaatsing_persoon", ["plaatsing_id"])


def _signaal() -> None:
    op.create_table(
        "signaal",
        *synced_columns(),
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("plaatsing_id", ID, nullable=True),
        sa.Column("categorie", CODE, nullable=False),
        sa.Column("ernst", CODE, nullable=False),
        sa.Column("tekst", long_text(1000), nullable=False),
        sa.Column("melder_id", ID, nullable=False),
        sa.Column("voor_id", ID, nullable=True),
        sa.Column("status", CODE, nullable=False),
        sa.Column("antwoord", long_text(1000), nullable=True),
        sa.Column("beantwoord_op", sa.Date(), nullable=True),
        reference("signaal", "werkgever_id", "werkgever"),
        reference("signaal", "plaatsing_id", "plaatsing"),
        reference("signaal", "melder_id", "medewerker"),
        reference("signaal", "voor_id", "medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_signaal"),
    )
    op.create_index("ix_signaal_voor", "signaal", ["voor_id", "status"])
    op.create_index("ix_signaal_werkgever", "signaal", ["werkgever_id", "status"])


def _instrument() -> None:
    op.create_table(
        "instrument",
        *synced_columns(),
        sa.Column("code", CODE, nullable=False),
        sa.Column("naam", sa.String(120), nullable=False),
        sa.Column("soort", CODE, nullable=False),
        sa.Column("verstrekker", sa.String(70), nullable=True),
        sa.Column("selecteerbaar", sa.Boolean(), nullable=False),
        sa.Column("geldig_van", sa.Date(), nullable=True),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.Column("bron", sa.String(500), nullable=True),
        sa.Column("inhoud", DOCUMENT, nullable=False),
        sa.Column("grenzen", DOCUMENT, nullable=False),
        sa.Column("taken", DOCUMENT, nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_instrument"),
    )
    op.create_index("ix_instrument_code", "instrument", ["code", "geldig_van"])


def _instrument_inzet() -> None:
    op.create_table(
        "instrument_inzet",
        *synced_columns(),
        sa.Column("kandidaat_id", ID, nullable=False),
        sa.Column("plaatsing_id", ID, nullable=True),
        sa.Column("instrument_id", ID, nullable=False),
        sa.Column("verstrekker", sa.String(70), nullable=True),
        sa.Column("uitvoerder_id", ID, nullable=False),
        sa.Column("status", CODE, nullable=False),
        sa.Column("aangevraagd_op", sa.Date(), nullable=True),
        sa.Column("toegekend_op", sa.Date(), nullable=True),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("einde", sa.Date(), nullable=True),
        sa.Column("loonwaarde_pct", sa.Integer(), nullable=True),
        sa.Column("forfait", sa.Boolean(), nullable=False),
        sa.Column("toelichting", long_text(1000), nullable=True),
        reference("instrument_inzet", "instrument_id", "instrument"),
        reference("instrument_inzet", "uitvoerder_id", "medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_instrument_inzet"),
    )
    op.create_index("ix_instrument_inzet_kandidaat_id", "instrument_inzet", ["kandidaat_id"])
    op.create_index("ix_instrument_inzet_plaatsing_id", "instrument_inzet", ["plaatsing_id"])


def _instrument_taak() -> None:
    op.create_table(
        "instrument_taak",
        *synced_columns(),
        sa.Column("kandidaat_id", ID, nullable=False),
        sa.Column("inzet_id", ID, nullable=False),
        sa.Column("plaatsing_id", ID, nullable=True),
        sa.Column("taak", CODE, nullable=False),
        sa.Column("wat", sa.String(200), nullable=False),
        sa.Column("uitvoerder_id", ID, nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("status", CODE, nullable=False),
        sa.Column("afgerond_op", sa.Date(), nullable=True),
        reference("instrument_taak", "uitvoerder_id", "medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_instrument_taak"),
    )
    op.create_index("ix_instrument_taak_inzet_id", "instrument_taak", ["inzet_id"])
    op.create_index("ix_instrument_taak_kandidaat_id", "instrument_taak", ["kandidaat_id"])


def _nazorgregel() -> None:
    op.create_table(
        "nazorgregel",
        *synced_columns(),
        sa.Column("code", CODE, nullable=False),
        sa.Column("spoor", CODE, nullable=False),
        sa.Column("naam", sa.String(120), nullable=False),
        sa.Column("anker", CODE, nullable=False),
        sa.Column("na_regel", CODE, nullable=True),
        sa.Column("verschuiving", sa.Integer(), nullable=False),
        sa.Column("eenheid", CODE, nullable=False),
        sa.Column("herhaal_maanden", sa.Integer(), nullable=True),
        sa.Column("alleen_bij", DOCUMENT, nullable=True),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("bron", sa.String(200), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_nazorgregel"),
    )


def _nazorgactie() -> None:
    op.create_table(
        "nazorgactie",
        *synced_columns(),
        sa.Column("plaatsing_id", ID, nullable=False),
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("spoor", CODE, nullable=False),
        sa.Column("uitvoerder_id", ID, nullable=True),
        sa.Column("gepland_op", sa.Date(), nullable=False),
        sa.Column("berekend_op", sa.Date(), nullable=True),
        sa.Column("aangepast", sa.Boolean(), nullable=False),
        sa.Column("status", CODE, nullable=False),
        sa.Column("vervallen_reden", CODE, nullable=True),
        sa.Column("uitgevoerd_op", sa.Date(), nullable=True),
        sa.Column("uitgevoerd_door_id", ID, nullable=True),
        sa.Column("naam", sa.String(120), nullable=True),
        sa.Column("regel", CODE, nullable=True),
        sa.Column("steun", sa.Integer(), nullable=True),
        sa.Column("toelichting", long_text(1000), nullable=True),
        reference("nazorgactie", "plaatsing_id", "plaatsing"),
        reference("nazorgactie", "werkgever_id", "werkgever"),
        reference("nazorgactie", "uitvoerder_id", "medewerker"),
        reference("nazorgactie", "uitgevoerd_door_id", "medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_nazorgactie"),
    )
    op.create_index("ix_nazorgactie_plaatsing_id", "nazorgactie", ["plaatsing_id"])
    op.create_index("ix_nazorgactie_uitvoerder", "nazorgactie", ["uitvoerder_id", "status", "gepland_op"])
    op.create_index("ix_nazorgactie_werkgever", "nazorgactie", ["werkgever_id", "status"])


def _nazorg_persoon() -> None:
    op.create_table(
        "nazorg_persoon",
        *synced_columns(),
        sa.Column("nazorgactie_id", ID, nullable=False),
        sa.Column("plaatsing_id", ID, nullable=False),
        sa.Column("kandidaat_id", ID, nullable=False),
        sa.Column("regel", CODE, nullable=True),
        sa.Column("naam", sa.String(120), nullable=False),
        sa.Column("resultaat", CODE, nullable=True),
        sa.Column("notitie", long_text(1000), nullable=True),
        sa.Column("pogingen", DOCUMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_nazorg_persoon"),
    )
    op.create_index("ix_nazorg_persoon_kandidaat_id", "nazorg_persoon", ["kandidaat_id"])
    op.create_index("ix_nazorg_persoon_nazorgactie_id", "nazorg_persoon", ["nazorgactie_id"])
    op.create_index("ix_nazorg_persoon_plaatsing_id", "nazorg_persoon", ["plaatsing_id"])
