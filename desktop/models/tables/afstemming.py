"""The inbox Afstemming: what the centre has to say to one person, until that person has read or chosen."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base, CodeText, IdText, Json, Synced, long_text


class Afstemming(Synced, Base):
    """A refusal, a conflict or a notice. `code` and `parameters` make the sentence; nothing typed is lost.

    `opdracht_versie` is the version in which `argumenten` were sent. `hoort_bij_id` is the refusal that this
    one followed from. `gevraagd_op` is when it was asked, also of what was typed long before; `later_tot`
    the day until which its owner does not want to see it.
    """

    __tablename__ = "afstemming"

    medewerker_id: Mapped[str] = mapped_column(IdText)
    soort: Mapped[str] = mapped_column(CodeText)
    code: Mapped[str] = mapped_column(CodeText)
    parameters: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    werkgever_id: Mapped[str | None] = mapped_column(IdText)
    opdracht_uuid: Mapped[str | None] = mapped_column(IdText)
    opdracht: Mapped[str | None] = mapped_column(CodeText)
    argumenten: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    tabel: Mapped[str | None] = mapped_column(CodeText)
    rij_id: Mapped[str | None] = mapped_column(IdText)
    veld: Mapped[str | None] = mapped_column(CodeText)
    van_mij: Mapped[str | None] = mapped_column(long_text(1000))
    van_ander: Mapped[str | None] = mapped_column(long_text(1000))
    ander: Mapped[str | None] = mapped_column(String(70))
    status: Mapped[str] = mapped_column(CodeText, default="open")
    keuze: Mapped[str | None] = mapped_column(CodeText)
    opdracht_versie: Mapped[int | None]
    hoort_bij_id: Mapped[str | None] = mapped_column(IdText)
    gevraagd_op: Mapped[datetime | None]
    later_tot: Mapped[date | None]

    __table_args__ = (
        Index(None, "medewerker_id", "status"),
        Index("ix_afstemming_opdracht", "opdracht_uuid"),
    )
