"""Contact with a werkgever: who, when and how for the whole region; what was said for the dossier only.

The note is a table of its own because no foreign key may lead to a narrower bucket (architecture §5).
"""

from datetime import date

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base, CodeText, IdText, Json, Synced, long_text, reference


class Contactmoment(Synced, Base):
    """A contact that took place. `buiten_regie` marks one outside rule R2; it is never refused (R4)."""

    __tablename__ = "contactmoment"

    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"))
    vestiging_id: Mapped[str | None] = mapped_column(IdText, reference("vestiging.id"))
    medewerker_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    datum: Mapped[date]
    tijd: Mapped[str | None] = mapped_column(String(5))
    kanaal: Mapped[str] = mapped_column(CodeText)
    richting: Mapped[str] = mapped_column(CodeText)
    soort: Mapped[str | None] = mapped_column(CodeText)
    onderwerp: Mapped[str | None] = mapped_column(CodeText)
    contact_gelukt: Mapped[bool | None]
    buiten_regie: Mapped[bool] = mapped_column(default=False)
    aanleiding: Mapped[str | None] = mapped_column(CodeText)
    vum_code_onderwerp: Mapped[int | None]
    vum_code_soort: Mapped[int | None]
    vum_code_afspraken: Mapped[int | None]

    __table_args__ = (
        Index("ix_contactmoment_werkgever", "werkgever_id", "datum", "verwijderd_op"),
        Index("ix_contactmoment_medewerker", "medewerker_id", "datum"),
    )


class Contactnotitie(Synced, Base):
    """What was said and with whom, and why outside the regie: free text stays in the dossier.

    Confidential notes have a bucket of their own.
    """

    __tablename__ = "contactnotitie"

    contactmoment_id: Mapped[str] = mapped_column(IdText, reference("contactmoment.id"), index=True)
    werkgever_id: Mapped[str] = mapped_column(IdText, index=True)
    notitie: Mapped[str | None] = mapped_column(long_text(1000))
    vertrouwelijk: Mapped[bool] = mapped_column(default=False)
    contactpersoon_ids: Mapped[list[str]] = mapped_column(Json, default=list)
    resultaat: Mapped[str | None] = mapped_column(CodeText)
    reden_buiten_regie: Mapped[str | None] = mapped_column(String(200))
    vastgezet: Mapped[bool | None]
