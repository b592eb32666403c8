"""Werkgever, its vestigingen and contactpersonen, and the history of their fields.

`plaats` and `gemeente_code` of a werkgever are those of its hoofdvestiging, kept by the handlers that
write vestigingen, so that a list of 100,000 rows reads one table. The one-KvK rule is a constraint at
the centre only: SQLite cannot defer a UNIQUE index while a rebase is under way.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base, CodeText, IdText, Json, Synced, long_text, reference


class Werkgever(Synced, Base):
    """One KvK number in the region, or a part of a municipality without one."""

    __tablename__ = "werkgever"

    nummer: Mapped[str | None] = mapped_column(String(10))
    kvk_nummer: Mapped[str | None] = mapped_column(String(8))
    rsin: Mapped[str | None] = mapped_column(String(9))
    naam: Mapped[str] = mapped_column(String(500))
    zoeknaam: Mapped[str] = mapped_column(String(500))
    statutaire_naam: Mapped[str | None] = mapped_column(String(500))
    handelsnamen: Mapped[list[str]] = mapped_column(Json, default=list)
    rechtsvorm: Mapped[str | None] = mapped_column(String(70))
    sbi_code: Mapped[str | None] = mapped_column(String(5))
    sbi_versie: Mapped[int | None]
    sector: Mapped[str | None] = mapped_column(String(70))
    werkzame_personen: Mapped[int | None]
    website: Mapped[str | None] = mapped_column(String(500))
    segment: Mapped[str | None] = mapped_column(CodeText)
    kenmerken: Mapped[list[str]] = mapped_column(Json, default=list)
    erkend_sbb_leerbedrijf: Mapped[int] = mapped_column(default=0)
    ind_non_mailing: Mapped[bool] = mapped_column(default=False)
    actief: Mapped[bool] = mapped_column(default=True)
    opheffing_datum: Mapped[date | None]
    landelijk_of_regionaal: Mapped[str | None] = mapped_column(CodeText)
    concern: Mapped[str | None] = mapped_column(String(200))
    niet_benaderen_tot: Mapped[date | None]
    niet_benaderen_reden: Mapped[str | None] = mapped_column(String(200))
    plaats: Mapped[str | None] = mapped_column(String(70))
    gemeente_code: Mapped[str | None] = mapped_column(CodeText)
    samengevoegd_met: Mapped[str | None] = mapped_column(IdText)
    import_batch: Mapped[str | None] = mapped_column(IdText)
    bronsysteem: Mapped[str | None] = mapped_column(String(40))
    bron_id: Mapped[str | None] = mapped_column(String(200))

    __table_args__ = (
        CheckConstraint("kvk_nummer IS NULL OR length(kvk_nummer) = 8", name="kvk"),
        Index("ix_werkgever_kvk", "kvk_nummer"),
        Index("ix_werkgever_zoeknaam", "zoeknaam", "id", "verwijderd_op"),
        Index("ix_werkgever_gemeente", "gemeente_code", "zoeknaam", "id", "verwijderd_op"),
        Index("ix_werkgever_plaats", "plaats", "zoeknaam", "id", "verwijderd_op"),
        Index("ix_werkgever_segment", "segment", "zoeknaam", "id", "verwijderd_op"),
        Index(
            "ix_werkgever_samengevoegd",
            "samengevoegd_met",
            sqlite_where=text("samengevoegd_met IS NOT NULL"),
        ).ddl_if(dialect="sqlite"),
        Index("ix_werkgever_concern", "concern"),
        Index("ix_werkgever_batch", "import_batch"),
    )


class Vestiging(Synced, Base):
    """A place where the werkgever works; a vestigingsnummer exists only under a KvK number."""

    __tablename__ = "vestiging"

    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"), index=True)
    vestigingsnummer: Mapped[str | None] = mapped_column(String(12))
    naam: Mapped[str | None] = mapped_column(String(500))
    hoofdvestiging: Mapped[bool] = mapped_column(default=False)
    straat: Mapped[str | None] = mapped_column(String(70))
    huisnummer: Mapped[int | None]
    toevoeging: Mapped[str | None] = mapped_column(String(6))
    postcode: Mapped[str | None] = mapped_column(String(6))
    woonplaats: Mapped[str | None] = mapped_column(String(70))
    post_straat: Mapped[str | None] = mapped_column(String(70))
    post_huisnummer: Mapped[int | None]
    post_toevoeging: Mapped[str | None] = mapped_column(String(6))
    post_postcode: Mapped[str | None] = mapped_column(String(6))
    post_woonplaats: Mapped[str | None] = mapped_column(String(70))
    gemeente_code: Mapped[str | None] = mapped_column(CodeText)
    werkgebied: Mapped[str | None] = mapped_column(String(70))
    adres_afgeschermd: Mapped[bool] = mapped_column(default=False)


class Contactpersoon(Synced, Base):
    """A person at the werkgever during a period; personal, so in the dossier and not in the directory.

    `gewist_op`: since then nothing of the person is here but the id.
    """

    __tablename__ = "contactpersoon"

    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"), index=True)
    vestiging_id: Mapped[str | None] = mapped_column(IdText, reference("vestiging.id"))
    naam: Mapped[str] = mapped_column(String(70))
    functie: Mapped[str | None] = mapped_column(String(70))
    rol: Mapped[str | None] = mapped_column(CodeText)
    email: Mapped[str | None] = mapped_column(String(320))
    telefoon: Mapped[str | None] = mapped_column(String(14))
    telefoon_2: Mapped[str | None] = mapped_column(String(14))
    voorkeurskanaal: Mapped[str | None] = mapped_column(CodeText)
    van: Mapped[date | None]
    tot: Mapped[date | None]
    niet_benaderen: Mapped[bool] = mapped_column(default=False)
    laatste_controle: Mapped[date | None]
    gewist_op: Mapped[datetime | None]


class Veldwijziging(Synced, Base):
    """One field of one row, old → new, at the version that it made. Personal fields stay in the dossier.

    With a `kandidaat_id` it is about a candidate, and for who holds that candidate only. `laptop_id` is
    where it was typed; `samen_met_id` who changed other fields of the row at the same time.
    """

    __tablename__ = "veldwijziging"

    tabel: Mapped[str] = mapped_column(CodeText)
    rij_id: Mapped[str] = mapped_column(IdText)
    werkgever_id: Mapped[str | None] = mapped_column(IdText, index=True)
    kandidaat_id: Mapped[str | None] = mapped_column(IdText, index=True)
    veld: Mapped[str] = mapped_column(CodeText)
    oud: Mapped[Any | None] = mapped_column(Json)
    nieuw: Mapped[Any | None] = mapped_column(Json)
    rij_versie: Mapped[int]
    import_batch: Mapped[str | None] = mapped_column(IdText)
    laptop_id: Mapped[str | None] = mapped_column(IdText)
    samen_met_id: Mapped[str | None] = mapped_column(IdText)

    __table_args__ = (Index(None, "rij_id", "rij_versie"), Index("ix_veldwijziging_batch", "import_batch"))


class Betrokkenheid(Synced, Base):
    """This medewerker has something with this werkgever: the reason why a bemiddelaar holds its dossier."""

    __tablename__ = "betrokkenheid"

    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"), index=True)
    medewerker_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    reden: Mapped[str] = mapped_column(long_text(40))
