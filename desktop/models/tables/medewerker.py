"""Colleagues of the region (the smoelenboek) and the code lists: both in everybody's `regio` bucket."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base, CodeText, Synced

ROLES = ("accountmanager", "bemiddelaar", "teamleider", "beheerder")


class Medewerker(Synced, Base):
    """Someone who works with Werkregie; kept after leaving, because contacts name them.

    `gewist_op`: since then nothing of the person is here but the id.
    """

    __tablename__ = "medewerker"

    naam: Mapped[str] = mapped_column(String(70))
    rol: Mapped[str] = mapped_column(CodeText)
    organisatie: Mapped[str | None] = mapped_column(String(70))
    functie: Mapped[str | None] = mapped_column(String(70))
    werkgebied: Mapped[str | None] = mapped_column(String(70))
    email: Mapped[str | None] = mapped_column(String(320))
    telefoon: Mapped[str | None] = mapped_column(String(14))
    actief: Mapped[bool] = mapped_column(default=True)
    gewist_op: Mapped[datetime | None]

    __table_args__ = (CheckConstraint(f"rol IN {ROLES}", name="rol"),)


class Codewaarde(Synced, Base):
    """One value of a code list; a list is maintained by the region and dated, never compiled in."""

    __tablename__ = "codewaarde"

    lijst: Mapped[str] = mapped_column(CodeText)
    code: Mapped[str] = mapped_column(CodeText)
    label: Mapped[str] = mapped_column(String(200))
    volgorde: Mapped[int] = mapped_column(default=0)
    geldig_van: Mapped[date | None]
    geldig_tot: Mapped[date | None]
    bron: Mapped[str | None] = mapped_column(String(200))
    vum_code: Mapped[int | None]

    __table_args__ = (Index(None, "lijst", "volgorde", "code"),)
