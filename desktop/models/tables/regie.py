"""Who holds the regie on a werkgever, and who announced an approach.

R1 (one regie at a time) is a unique index at the centre; on a laptop the rules check it.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base, IdText, Synced, reference


class Regie(Synced, Base):
    """A period of regie of one accountmanager; `tot` is empty while it lasts."""

    __tablename__ = "regie"

    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"))
    accountmanager_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    van: Mapped[date]
    tot: Mapped[date | None]
    reden: Mapped[str | None] = mapped_column(String(200))

    __table_args__ = (
        Index("uq_regie_een", "werkgever_id", unique=True, postgresql_where=text("tot IS NULL")).ddl_if(
            dialect="postgresql"
        ),
        Index("ix_regie_werkgever", "werkgever_id", "tot"),
        Index("ix_regie_accountmanager", "accountmanager_id", "tot"),
    )


class Reservering(Synced, Base):
    """An announced approach of a werkgever that nobody holds (`benadering.meld`); over after `tot`."""

    __tablename__ = "reservering"

    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"), index=True)
    medewerker_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    van: Mapped[date]
    tot: Mapped[date]
    reden: Mapped[str | None] = mapped_column(String(200))
