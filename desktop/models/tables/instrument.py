"""Instruments: a dated catalogue that is data, and their use for one person, which tells of that person."""

from datetime import date
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base, CodeText, IdText, Json, Synced, long_text, reference


class Instrument(Synced, Base):
    """One version of an instrument: the guide's page, the limits that warn and the tasks that follow.

    `inhoud` holds the sections of the page, `grenzen` numbers with the sentence and the source of each,
    `taken` what is to be done for it. What ended stays as history and is not `selecteerbaar`.
    """

    __tablename__ = "instrument"

    code: Mapped[str] = mapped_column(CodeText)
    naam: Mapped[str] = mapped_column(String(120))
    soort: Mapped[str] = mapped_column(CodeText)
    verstrekker: Mapped[str | None] = mapped_column(String(70))
    selecteerbaar: Mapped[bool] = mapped_column(default=True)
    geldig_van: Mapped[date | None]
    geldig_tot: Mapped[date | None]
    bron: Mapped[str | None] = mapped_column(String(500))
    inhoud: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    grenzen: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    taken: Mapped[list[Any]] = mapped_column(Json, default=list)
    volgorde: Mapped[int] = mapped_column(default=0)

    __table_args__ = (Index("ix_instrument_code", "code", "geldig_van"),)


class InstrumentInzet(Synced, Base):
    """An instrument used for one person. `status`: aangevraagd, toegekend, afgewezen, loopt or beeindigd."""

    __tablename__ = "instrument_inzet"

    kandidaat_id: Mapped[str] = mapped_column(IdText, index=True)
    plaatsing_id: Mapped[str | None] = mapped_column(IdText, index=True)
    instrument_id: Mapped[str] = mapped_column(IdText, reference("instrument.id"))
    verstrekker: Mapped[str | None] = mapped_column(String(70))
    uitvoerder_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    status: Mapped[str] = mapped_column(CodeText, default="aangevraagd")
    aangevraagd_op: Mapped[date | None]
    toegekend_op: Mapped[date | None]
    start: Mapped[date | None]
    einde: Mapped[date | None]
    loonwaarde_pct: Mapped[int | None]
    forfait: Mapped[bool] = mapped_column(default=False)
    toelichting: Mapped[str | None] = mapped_column(long_text(1000))


class InstrumentTaak(Synced, Base):
    """Administration that an instrument brings along. `status`: te_doen, gedaan or vervallen."""

    __tablename__ = "instrument_taak"

    kandidaat_id: Mapped[str] = mapped_column(IdText, index=True)
    inzet_id: Mapped[str] = mapped_column(IdText, index=True)
    plaatsing_id: Mapped[str | None] = mapped_column(IdText)
    taak: Mapped[str] = mapped_column(CodeText)
    wat: Mapped[str] = mapped_column(String(200))
    uitvoerder_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    deadline: Mapped[date | None]
    status: Mapped[str] = mapped_column(CodeText, default="te_doen")
    afgerond_op: Mapped[date | None]
