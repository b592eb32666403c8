"""What is still to be done at a werkgever, and what was agreed with it."""

from datetime import date, datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base, CodeText, IdText, Synced, long_text, reference


class Actie(Synced, Base):
    """A task, a promise, a request to call back or a planned visit, with one person who does it."""

    __tablename__ = "actie"

    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"))
    contactmoment_id: Mapped[str | None] = mapped_column(IdText, reference("contactmoment.id"))
    soort: Mapped[str] = mapped_column(CodeText)
    gevraagde_handeling: Mapped[str] = mapped_column(String(200))
    toelichting: Mapped[str | None] = mapped_column(long_text(1000))
    toegewezen_aan_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    deadline: Mapped[date | None]
    status: Mapped[str] = mapped_column(CodeText, default="te_verwerken")
    afgerond_op: Mapped[datetime | None]
    tijd: Mapped[str | None] = mapped_column(String(5))

    __table_args__ = (
        Index("ix_actie_werkgever", "werkgever_id", "status", "verwijderd_op"),
        Index("ix_actie_toegewezen", "toegewezen_aan_id", "status", "deadline"),
    )


class Afspraak(Synced, Base):
    """An agreement with the werkgever, such as places for work experience; never a calendar item."""

    __tablename__ = "afspraak"

    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"), index=True)
    contactmoment_id: Mapped[str | None] = mapped_column(IdText, reference("contactmoment.id"))
    soort: Mapped[str] = mapped_column(CodeText)
    inhoud: Mapped[str] = mapped_column(long_text(1000))
    van: Mapped[date]
    tot: Mapped[date | None]
    eigenaar_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    status: Mapped[str] = mapped_column(CodeText, default="loopt")

    __table_args__ = (Index("ix_afspraak_aangemaakt", "aangemaakt_op"),)
