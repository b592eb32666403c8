"""What an employer asks, and to whom the region passes a question on.

The register of partners is everybody's; what an employer asked stays in its dossier.
"""

from datetime import date

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base, CodeText, IdText, Synced, long_text, reference


class Partner(Synced, Base):
    """An organisation to which an employer can be referred, with somebody to call there."""

    __tablename__ = "partner"

    naam: Mapped[str] = mapped_column(String(200))
    soort: Mapped[str] = mapped_column(CodeText)
    contactnaam: Mapped[str | None] = mapped_column(String(70))
    email: Mapped[str | None] = mapped_column(String(320))
    telefoon: Mapped[str | None] = mapped_column(String(14))
    website: Mapped[str | None] = mapped_column(String(500))
    toelichting: Mapped[str | None] = mapped_column(long_text(500))
    actief: Mapped[bool] = mapped_column(default=True)


class Werkgeversvraag(Synced, Base):
    """A question of an employer until it has an answer, or somebody else who answers it.

    `status`: open, beantwoord or doorverwezen. `dienst` is the service of the basispakket that it belongs to,
    `strategie` one of the three of the region. Passed on: to whom there (`partner_contact`), and why.
    """

    __tablename__ = "werkgeversvraag"

    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"))
    contactmoment_id: Mapped[str | None] = mapped_column(IdText, reference("contactmoment.id"))
    soort: Mapped[str] = mapped_column(CodeText)
    vraag: Mapped[str] = mapped_column(long_text(1000))
    dienst: Mapped[str | None] = mapped_column(CodeText)
    strategie: Mapped[str | None] = mapped_column(CodeText)
    ontvangen_op: Mapped[date]
    behandelaar_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    status: Mapped[str] = mapped_column(CodeText, default="open")
    antwoord: Mapped[str | None] = mapped_column(long_text(1000))
    partner_id: Mapped[str | None] = mapped_column(IdText, reference("partner.id"))
    partner_contact: Mapped[str | None] = mapped_column(String(70))
    reden: Mapped[str | None] = mapped_column(String(200))
    afgehandeld_op: Mapped[date | None]

    __table_args__ = (
        Index("ix_werkgeversvraag_werkgever", "werkgever_id", "status"),
        Index("ix_werkgeversvraag_behandelaar", "behandelaar_id", "status"),
    )
