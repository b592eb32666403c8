"""Somebody works: that, where and how long is for the region; who and why it ended for the bemiddelaar."""

from datetime import date

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base, CodeText, IdText, Synced, long_text, reference


class Plaatsing(Synced, Base):
    """A placement without the person. `status`: loopt, beeindigd or vervallen (it never began).

    `type_overeenkomst` is VUM's code (01 to 04), `contract` B or O. `voordracht_id` has no key: a voordracht
    is in a narrower bucket.
    """

    __tablename__ = "plaatsing"

    nummer: Mapped[str | None] = mapped_column(String(10))
    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"))
    formele_werkgever_id: Mapped[str | None] = mapped_column(IdText, reference("werkgever.id"))
    vestiging_id: Mapped[str | None] = mapped_column(IdText, reference("vestiging.id"))
    vacature_id: Mapped[str | None] = mapped_column(IdText, reference("vacature.id"), index=True)
    voordracht_id: Mapped[str | None] = mapped_column(IdText)
    bemiddelaar_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    soort: Mapped[str] = mapped_column(CodeText)
    type_overeenkomst: Mapped[str | None] = mapped_column(String(2))
    contract: Mapped[str | None] = mapped_column(String(1))
    uren: Mapped[int | None]
    start: Mapped[date]
    verwachte_einddatum: Mapped[date | None]
    feitelijke_einddatum: Mapped[date | None]
    duurzaam_verwacht: Mapped[bool | None]
    project: Mapped[str | None] = mapped_column(String(70))
    sroi: Mapped[bool] = mapped_column(default=False)
    status: Mapped[str] = mapped_column(CodeText, default="loopt")

    __table_args__ = (
        Index("ix_plaatsing_werkgever", "werkgever_id", "status", "verwijderd_op"),
        Index("ix_plaatsing_bemiddelaar", "bemiddelaar_id", "status"),
        Index("ix_plaatsing_start", "start", "verwijderd_op"),
    )


class Onderbreking(Synced, Base):
    """Days on which the work lay still; why is nobody's business here, it may tell of illness."""

    __tablename__ = "onderbreking"

    plaatsing_id: Mapped[str] = mapped_column(IdText, reference("plaatsing.id"), index=True)
    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"))
    van: Mapped[date]
    tot: Mapped[date | None]


class Mijlpaal(Synced, Base):
    """Whether the work still lasted after so many months, and who said so. Unknown is never success.

    `uitkomst`: onbekend, gerealiseerd or uitval. `bevestigd_door`: werkgever, kandidaat or systeem.
    """

    __tablename__ = "mijlpaal"

    plaatsing_id: Mapped[str] = mapped_column(IdText, reference("plaatsing.id"), index=True)
    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"))
    maanden: Mapped[int]
    datum: Mapped[date]
    uitkomst: Mapped[str] = mapped_column(CodeText, default="onbekend")
    bevestigd_door: Mapped[str | None] = mapped_column(CodeText)
    bevestigd_op: Mapped[date | None]


class PlaatsingPersoon(Synced, Base):
    """Who works there, and why it ended."""

    __tablename__ = "plaatsing_persoon"

    plaatsing_id: Mapped[str] = mapped_column(IdText, index=True)
    kandidaat_id: Mapped[str] = mapped_column(IdText, index=True)
    reden_einde: Mapped[str | None] = mapped_column(CodeText)
    toelichting: Mapped[str | None] = mapped_column(long_text(1000))
