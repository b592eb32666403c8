"""What a bemiddelaar must tell the accountmanager of an employer, and what came of it."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base, CodeText, IdText, Synced, long_text, reference


class Signaal(Synced, Base):
    """`status`: open or beantwoord. Without `voor_id` nobody holds the regie: the teamleiders see to it."""

    __tablename__ = "signaal"

    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"))
    plaatsing_id: Mapped[str | None] = mapped_column(IdText, reference("plaatsing.id"))
    categorie: Mapped[str] = mapped_column(CodeText)
    ernst: Mapped[str] = mapped_column(CodeText)
    tekst: Mapped[str] = mapped_column(long_text(1000))
    melder_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    voor_id: Mapped[str | None] = mapped_column(IdText, reference("medewerker.id"))
    status: Mapped[str] = mapped_column(CodeText, default="open")
    antwoord: Mapped[str | None] = mapped_column(long_text(1000))
    beantwoord_op: Mapped[date | None]

    __table_args__ = (
        Index("ix_signaal_werkgever", "werkgever_id", "status"),
        Index("ix_signaal_voor", "voor_id", "status"),
    )
