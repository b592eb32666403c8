"""Who holds the regie on a werkgever, who passes it on or stands in, and who announced an approach.

R1 (one regie at a time) is a unique index at the centre; on a laptop the rules check it.
"""

from datetime import date

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base, CodeText, IdText, Synced, reference


class Regie(Synced, Base):
    """A period of regie of one accountmanager; `tot` is empty while it lasts."""

    __tablename__ = "regie"

    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"))
    accountmanager_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    van: Mapped[date]
    tot: Mapped[date | None]
    reden: Mapped[str | None] = mapped_column(String(200))

    __table_args__ = (
        Index("ix_regie_werkgever", "werkgever_id", "tot", "verwijderd_op", "accountmanager_id"),
        Index("ix_regie_accountmanager", "accountmanager_id", "tot", "verwijderd_op", "werkgever_id"),
    )


class Reservering(Synced, Base):
    """An announced approach of a werkgever that nobody holds (`benadering.meld`); over after `tot`."""

    __tablename__ = "reservering"

    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"), index=True)
    medewerker_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    van: Mapped[date]
    tot: Mapped[date]
    reden: Mapped[str | None] = mapped_column(String(200))


class Overdracht(Synced, Base):
    """The regie passes on warmly (R6): until the receiver accepts, `van_id` holds it.

    `status`: voorgesteld, aanvaard, kennisgemaakt, afgerond, geweigerd or ingetrokken.
    """

    __tablename__ = "overdracht"

    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"), index=True)
    van_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    naar_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    status: Mapped[str] = mapped_column(CodeText, default="voorgesteld")
    toelichting: Mapped[str | None] = mapped_column(String(200))
    antwoord: Mapped[str | None] = mapped_column(String(200))
    aanvaard_op: Mapped[date | None]
    kennisgemaakt_op: Mapped[date | None]
    afgerond_op: Mapped[date | None]

    __table_args__ = (Index("ix_overdracht_naar", "naar_id", "status"),)


class Waarneming(Synced, Base):
    """`waarnemer_id` stands in for `voor_id` from `van` up to and including `tot` (R7).

    Without a werkgever it is for everything that `voor_id` holds. `beeindigd` is set when it ended, early or
    by itself. Why somebody is away is not kept: everybody holds this row, and it may tell of illness.
    """

    __tablename__ = "waarneming"

    voor_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"), index=True)
    waarnemer_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"), index=True)
    werkgever_id: Mapped[str | None] = mapped_column(IdText, reference("werkgever.id"))
    van: Mapped[date]
    tot: Mapped[date]
    beeindigd: Mapped[bool] = mapped_column(default=False)
