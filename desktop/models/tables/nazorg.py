"""Looking after a placement: the region's schedule, when who speaks with whom, and what one heard.

When, by whom and whether it was done is in the dossier; what it was about and how it went with the worker
is with the bemiddelaar. Only the relation track of the accountmanager keeps its outcome in the dossier.
"""

from datetime import date
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base, CodeText, IdText, Json, Synced, long_text, reference


class Nazorgregel(Synced, Base):
    """One line of the region's schedule: so long after (or before) an anchor, or after the line before.

    `spoor`: werknemer, werkgever or relatie. `alleen_bij` names what must hold for it (a kind of work, a
    contract for a time, an instrument); `bron` where it comes from.
    """

    __tablename__ = "nazorgregel"

    code: Mapped[str] = mapped_column(CodeText)
    spoor: Mapped[str] = mapped_column(CodeText)
    naam: Mapped[str] = mapped_column(String(120))
    anker: Mapped[str] = mapped_column(CodeText)
    na_regel: Mapped[str | None] = mapped_column(CodeText)
    verschuiving: Mapped[int] = mapped_column(default=0)
    eenheid: Mapped[str] = mapped_column(CodeText, default="maand")
    herhaal_maanden: Mapped[int | None]
    alleen_bij: Mapped[dict[str, Any] | None] = mapped_column(Json)
    actief: Mapped[bool] = mapped_column(default=True)
    volgorde: Mapped[int] = mapped_column(default=0)
    bron: Mapped[str | None] = mapped_column(String(200))


class Nazorgactie(Synced, Base):
    """A planned talk after a placement. `status`: gepland, gedaan or vervallen (with the reason).

    `uitvoerder_id` has the placement track. The relation track has none: it is of who holds the regie on
    the werkgever on that day. `berekend_op` is the day that followed from the schedule; who chose another
    day touched it (`aangepast`), and a moved start leaves it alone. `naam`, `regel`, `steun` (1 to 5) and
    `toelichting` are the relation track's only: whether the employer feels supported.
    """

    __tablename__ = "nazorgactie"

    plaatsing_id: Mapped[str] = mapped_column(IdText, reference("plaatsing.id"), index=True)
    werkgever_id: Mapped[str] = mapped_column(IdText, reference("werkgever.id"))
    spoor: Mapped[str] = mapped_column(CodeText)
    uitvoerder_id: Mapped[str | None] = mapped_column(IdText, reference("medewerker.id"))
    gepland_op: Mapped[date]
    berekend_op: Mapped[date | None]
    aangepast: Mapped[bool] = mapped_column(default=False)
    status: Mapped[str] = mapped_column(CodeText, default="gepland")
    vervallen_reden: Mapped[str | None] = mapped_column(CodeText)
    uitgevoerd_op: Mapped[date | None]
    uitgevoerd_door_id: Mapped[str | None] = mapped_column(IdText, reference("medewerker.id"))
    naam: Mapped[str | None] = mapped_column(String(120))
    regel: Mapped[str | None] = mapped_column(CodeText)
    steun: Mapped[int | None]
    toelichting: Mapped[str | None] = mapped_column(long_text(1000))

    __table_args__ = (
        Index("ix_nazorgactie_uitvoerder", "uitvoerder_id", "status", "gepland_op"),
        Index("ix_nazorgactie_werkgever", "werkgever_id", "status"),
    )


class NazorgPersoon(Synced, Base):
    """What a talk of the placement track is about and how it went.

    `resultaat`: stabiel, aandacht or risico. `pogingen`: days on which nobody could be reached, with why.
    """

    __tablename__ = "nazorg_persoon"

    nazorgactie_id: Mapped[str] = mapped_column(IdText, index=True)
    plaatsing_id: Mapped[str] = mapped_column(IdText, index=True)
    kandidaat_id: Mapped[str] = mapped_column(IdText, index=True)
    regel: Mapped[str | None] = mapped_column(CodeText)
    naam: Mapped[str] = mapped_column(String(120))
    resultaat: Mapped[str | None] = mapped_column(CodeText)
    notitie: Mapped[str | None] = mapped_column(long_text(1000))
    pogingen: Mapped[list[Any]] = mapped_column(Json, default=list)
