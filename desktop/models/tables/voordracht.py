"""A candidate is put forward to an employer: what came of it is in the dossier, who it is elsewhere."""

from datetime import date

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base, CodeText, IdText, Synced, long_text, reference


class Voordracht(Synced, Base):
    """Without a vacature it is jobhunting. `terugkoppeling` is for the accountmanager, without the person.

    `status`: voorgesteld, gesprek, proefplaatsing, geplaatst, afgewezen_werkgever, afgewezen_kandidaat or
    ingetrokken; `reden` belongs to the three last ones.
    """

    __tablename__ = "voordracht"

    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"))
    vacature_id: Mapped[str | None] = mapped_column(IdText, reference("vacature.id"), index=True)
    bemiddelaar_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    datum: Mapped[date]
    status: Mapped[str] = mapped_column(CodeText, default="voorgesteld")
    status_op: Mapped[date]
    gesprek_op: Mapped[date | None]
    gesprek_tijd: Mapped[str | None] = mapped_column(String(5))
    reden: Mapped[str | None] = mapped_column(CodeText)
    terugkoppeling: Mapped[str | None] = mapped_column(long_text(1000))

    __table_args__ = (
        Index("ix_voordracht_werkgever", "werkgever_id", "status"),
        Index("ix_voordracht_bemiddelaar", "bemiddelaar_id", "status"),
    )


class VoordrachtPersoon(Synced, Base):
    """Who was put forward, and when that person said yes to it."""

    __tablename__ = "voordracht_persoon"

    voordracht_id: Mapped[str] = mapped_column(IdText, index=True)
    kandidaat_id: Mapped[str] = mapped_column(IdText, index=True)
    toestemming: Mapped[date | None]
    notitie: Mapped[str | None] = mapped_column(long_text(1000))
