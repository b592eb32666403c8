"""Work that an employer offers (a werkpakket): for everybody in the region, but for the people in it.

Field names and limits are those of VUM (domain §1.3), so that a file never has to cut anything off.
"""

from datetime import date
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base, CodeText, IdText, Json, Synced, long_text, reference


class Vacature(Synced, Base):
    """Places for people to work. `werkgever_id` is where the work is; `formele_werkgever_id` who employs
    where that is somebody else (uitzendcontract, detachering).

    `status`: nieuw, overgedragen, voordracht_loopt, vervuld, ingetrokken or verlopen. `eigenaar_id` brought
    it in. `vum` holds what the exchange format knows and no column has, as it came.
    """

    __tablename__ = "vacature"

    nummer: Mapped[str | None] = mapped_column(String(10))
    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"))
    formele_werkgever_id: Mapped[str | None] = mapped_column(IdText, reference("werkgever.id"))
    vestiging_id: Mapped[str | None] = mapped_column(IdText, reference("vestiging.id"))
    contactmoment_id: Mapped[str | None] = mapped_column(IdText, reference("contactmoment.id"))
    eigenaar_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"))
    naam: Mapped[str] = mapped_column(String(120))
    omschrijving: Mapped[str | None] = mapped_column(long_text(2000))
    soort: Mapped[str] = mapped_column(CodeText)
    contract: Mapped[str | None] = mapped_column(String(1))
    aantal_plaatsen: Mapped[int] = mapped_column(default=1)
    status: Mapped[str] = mapped_column(CodeText, default="nieuw")
    status_op: Mapped[date]
    status_reden: Mapped[str | None] = mapped_column(String(200))
    sluitingsdatum: Mapped[date | None]
    beroep: Mapped[str | None] = mapped_column(String(120))
    beroep_code: Mapped[str | None] = mapped_column(String(200))
    beroepsklasse: Mapped[str | None] = mapped_column(CodeText)
    niveau: Mapped[int | None]
    uren_min: Mapped[int | None]
    uren_max: Mapped[int | None]
    kantoortijden: Mapped[int | None]
    onregelmatig: Mapped[int | None]
    aanvang: Mapped[date | None]
    einde: Mapped[date | None]
    salaris: Mapped[str | None] = mapped_column(String(100))
    arbeidsvoorwaarden: Mapped[str | None] = mapped_column(long_text(2000))
    rijbewijs: Mapped[list[str]] = mapped_column(Json, default=list)
    vervoer: Mapped[list[str]] = mapped_column(Json, default=list)
    taal_mondeling: Mapped[int | None]
    taal_schriftelijk: Mapped[int | None]
    postcode: Mapped[str | None] = mapped_column(String(6))
    straat: Mapped[str | None] = mapped_column(String(24))
    huisnummer: Mapped[int | None]
    toevoeging: Mapped[str | None] = mapped_column(String(6))
    plaats: Mapped[str | None] = mapped_column(String(70))
    vum_nummer: Mapped[str | None] = mapped_column(String(11))
    vum: Mapped[dict[str, Any] | None] = mapped_column(Json)
    bronsysteem: Mapped[str | None] = mapped_column(String(40))
    bron_id: Mapped[str | None] = mapped_column(String(200))
    import_batch: Mapped[str | None] = mapped_column(IdText)

    __table_args__ = (
        Index("ix_vacature_werkgever", "werkgever_id", "status", "verwijderd_op"),
        Index("ix_vacature_status", "status", "verwijderd_op", "status_op"),
        Index("ix_vacature_bron", "bronsysteem", "bron_id"),
    )


class VacatureDossier(Synced, Base):
    """The people whom an applicant turns to, and what only the dossier may know of a vacature."""

    __tablename__ = "vacature_dossier"

    vacature_id: Mapped[str] = mapped_column(IdText, reference("vacature.id"), index=True)
    werkgever_id: Mapped[str] = mapped_column(IdText, index=True)
    contactpersoon_ids: Mapped[list[str]] = mapped_column(Json, default=list)
    toelichting: Mapped[str | None] = mapped_column(long_text(1000))
    vum_contactpersonen: Mapped[list[Any] | None] = mapped_column(Json)


class VacatureOverdracht(Synced, Base):
    """A bemiddelaar who is to find people for a vacature, and along which way (matchingroute)."""

    __tablename__ = "vacature_overdracht"

    vacature_id: Mapped[str] = mapped_column(IdText, reference("vacature.id"), index=True)
    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"), index=True)
    bemiddelaar_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"), index=True)
    matchingroute: Mapped[str | None] = mapped_column(CodeText)
    overgedragen_op: Mapped[date]
    teruggegeven_op: Mapped[date | None]
