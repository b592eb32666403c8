"""The directory that both ends have, as it was at first. Never changed again: what differs is a new step."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.models.migrations.first_types import (
    CODE,
    DOCUMENT,
    ID,
    centre_index,
    long_text,
    reference,
    synced_columns,
)


def create() -> None:
    """Makes the tables, parents first."""
    _medewerker()
    _codewaarde()
    _werkgever()
    _betrokkenheid()
    _regie()
    _reservering()
    _vestiging()
    _contactmoment()
    _afspraak()


def _medewerker() -> None:
    op.create_table(
        "medewerker",
        sa.Column("naam", sa.String(70), nullable=False),
        sa.Column("rol", CODE, nullable=False),
        sa.Column("organisatie", sa.String(70), nullable=True),
        sa.Column("functie", sa.String(70), nullable=True),
        sa.Column("werkgebied", sa.String(70), nullable=True),
        sa.Column("email", sa.String(320), nullable=True),
        sa.Column("telefoon", sa.String(14), nullable=True),
        sa.Column("actief", sa.Boolean(), nullable=False),
        *synced_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_medewerker"),
        sa.CheckConstraint(
            "rol IN ('accountmanager', 'bemiddelaar', 'teamleider', 'beheerder')", name="ck_medewerker_rol"
        ),
    )


def _codewaarde() -> None:
    op.create_table(
        "codewaarde",
        sa.Column("lijst", CODE, nullable=False),
        sa.Column("code", CODE, nullable=False),
        sa.Column("label", sa.String(200), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("geldig_van", sa.Date(), nullable=True),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.Column("bron", sa.String(200), nullable=True),
        sa.Column("vum_code", sa.Integer(), nullable=True),
        *synced_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_codewaarde"),
    )
    op.create_index(
        "ix_codewaarde_lijst_codewaarde_volgorde_codewaarde_code", "codewaarde", ["lijst", "volgorde", "code"]
    )


def _werkgever() -> None:
    op.create_table(
        "werkgever",
        sa.Column("nummer", sa.String(10), nullable=True),
        sa.Column("kvk_nummer", sa.String(8), nullable=True),
        sa.Column("rsin", sa.String(9), nullable=True),
        sa.Column("naam", sa.String(500), nullable=False),
        sa.Column("zoeknaam", sa.String(500), nullable=False),
        sa.Column("statutaire_naam", sa.String(500), nullable=True),
        sa.Column("handelsnamen", DOCUMENT, nullable=False),
        sa.Column("rechtsvorm", sa.String(70), nullable=True),
        sa.Column("sbi_code", sa.String(5), nullable=True),
        sa.Column("sbi_versie", sa.Integer(), nullable=True),
        sa.Column("sector", sa.String(70), nullable=True),
        sa.Column("werkzame_personen", sa.Integer(), nullable=True),
        sa.Column("website", sa.String(500), nullable=True),
        sa.Column("segment", CODE, nullable=True),
        sa.Column("kenmerken", DOCUMENT, nullable=False),
        sa.Column("erkend_sbb_leerbedrijf", sa.Integer(), nullable=False),
        sa.Column("ind_non_mailing", sa.Boolean(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("opheffing_datum", sa.Date(), nullable=True),
        sa.Column("landelijk_of_regionaal", CODE, nullable=True),
        sa.Column("concern", sa.String(200), nullable=True),
        sa.Column("niet_benaderen_tot", sa.Date(), nullable=True),
        sa.Column("niet_benaderen_reden", sa.String(200), nullable=True),
        sa.Column("plaats", sa.String(70), nullable=True),
        sa.Column("gemeente_code", CODE, nullable=True),
        sa.Column("samengevoegd_met", ID, nullable=True),
        sa.Column("import_batch", ID, nullable=True),
        sa.Column("bronsysteem", CODE, nullable=True),
        sa.Column("bron_id", sa.String(200), nullable=True),
        *synced_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_werkgever"),
        sa.CheckConstraint("kvk_nummer IS NULL OR length(kvk_nummer) = 8", name="ck_werkgever_kvk"),
    )
    op.create_index("ix_werkgever_batch", "werkgever", ["import_batch"])
    op.create_index("ix_werkgever_concern", "werkgever", ["concern"])
    op.create_index("ix_werkgever_gemeente", "werkgever", ["gemeente_code", "zoeknaam", "id"])
    op.create_index("ix_werkgever_kvk", "werkgever", ["kvk_nummer"])
    op.create_index("ix_werkgever_zoeknaam", "werkgever", ["zoeknaam", "id", "verwijderd_op"])
    centre_index(
        "uq_werkgever_kvk",
        "werkgever",
        ["regio_id", "kvk_nummer"],
        "kvk_nummer IS NOT NULL AND verwijderd_op IS NULL",
    )


def _betrokkenheid() -> None:
    op.create_table(
        "betrokkenheid",
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("medewerker_id", ID, nullable=False),
        sa.Column("reden", long_text(40), nullable=False),
        *synced_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_betrokkenheid"),
        reference("betrokkenheid", "medewerker_id", "medewerker"),
        reference("betrokkenheid", "werkgever_id", "werkgever"),
    )
    op.create_index("ix_betrokkenheid_werkgever_id", "betrokkenheid", ["werkgever_id"])


def _regie() -> None:
    op.create_table(
        "regie",
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("accountmanager_id", ID, nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("reden", sa.String(200), nullable=True),
        *synced_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_regie"),
        reference("regie", "accountmanager_id", "medewerker"),
        reference("regie", "werkgever_id", "werkgever"),
    )
    op.create_index("ix_regie_accountmanager", "regie", ["accountmanager_id", "tot"])
    op.create_index("ix_regie_werkgever", "regie", ["werkgever_id", "tot"])
    centre_index("uq_regie_een", "regie", ["werkgever_id"], "tot IS NULL")


def _reservering() -> None:
    op.create_table(
        "reservering",
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("medewerker_id", ID, nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("reden", sa.String(200), nullable=True),
        *synced_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_reservering"),
        reference("reservering", "medewerker_id", "medewerker"),
        reference("reservering", "werkgever_id", "werkgever"),
    )
    op.create_index("ix_reservering_werkgever_id", "reservering", ["werkgever_id"])


def _vestiging() -> None:
    op.create_table(
        "vestiging",
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("vestigingsnummer", sa.String(12), nullable=True),
        sa.Column("naam", sa.String(500), nullable=True),
        sa.Column("hoofdvestiging", sa.Boolean(), nullable=False),
        sa.Column("straat", sa.String(70), nullable=True),
        sa.Column("huisnummer", sa.Integer(), nullable=True),
        sa.Column("toevoeging", sa.String(6), nullable=True),
        sa.Column("postcode", sa.String(6), nullable=True),
        sa.Column("woonplaats", sa.String(70), nullable=True),
        sa.Column("post_straat", sa.String(70), nullable=True),
        sa.Column("post_huisnummer", sa.Integer(), nullable=True),
        sa.Column("post_toevoeging", sa.String(6), nullable=True),
        sa.Column("post_postcode", sa.String(6), nullable=True),
        sa.Column("post_woonplaats", sa.String(70), nullable=True),
        sa.Column("gemeente_code", CODE, nullable=True),
        sa.Column("werkgebied", sa.String(70), nullable=True),
        sa.Column("adres_afgeschermd", sa.Boolean(), nullable=False),
        *synced_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_vestiging"),
        reference("vestiging", "werkgever_id", "werkgever"),
    )
    op.create_index("ix_vestiging_werkgever_id", "vestiging", ["werkgever_id"])


def _contactmoment() -> None:
    op.create_table(
        "contactmoment",
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("vestiging_id", ID, nullable=True),
        sa.Column("medewerker_id", ID, nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("tijd", sa.String(5), nullable=True),
        sa.Column("kanaal", CODE, nullable=False),
        sa.Column("richting", CODE, nullable=False),
        sa.Column("soort", CODE, nullable=True),
        sa.Column("onderwerp", CODE, nullable=True),
        sa.Column("contact_gelukt", sa.Boolean(), nullable=True),
        sa.Column("buiten_regie", sa.Boolean(), nullable=False),
        sa.Column("aanleiding", CODE, nullable=True),
        sa.Column("vum_code_onderwerp", sa.Integer(), nullable=True),
        sa.Column("vum_code_soort", sa.Integer(), nullable=True),
        sa.Column("vum_code_afspraken", sa.Integer(), nullable=True),
        *synced_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_contactmoment"),
        reference("contactmoment", "medewerker_id", "medewerker"),
        reference("contactmoment", "vestiging_id", "vestiging"),
        reference("contactmoment", "werkgever_id", "werkgever"),
    )
    op.create_index("ix_contactmoment_medewerker", "contactmoment", ["medewerker_id", "datum"])
    op.create_index("ix_contactmoment_werkgever", "contactmoment", ["werkgever_id", "datum"])


def _afspraak() -> None:
    op.create_table(
        "afspraak",
        sa.Column("werkgever_id", ID, nullable=False),
        sa.Column("contactmoment_id", ID, nullable=True),
        sa.Column("soort", CODE, nullable=False),
        sa.Column("inhoud", long_text(1000), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("eigenaar_id", ID, nullable=False),
        sa.Column("status", CODE, nullable=False),
        *synced_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_afspraak"),
        reference("afspraak", "contactmoment_id", "contactmoment"),
        reference("afspraak", "eigenaar_id", "medewerker"),
        reference("afspraak", "werkgever_id", "werkgever"),
    )
    op.create_index("ix_afspraak_werkgever_id", "afspraak", ["werkgever_id"])
