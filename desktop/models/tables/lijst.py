"""Lists that somebody keeps: a filter on the werkgevers with a name, on all laptops of that person."""

from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.base import Base, IdText, Json, Synced, reference


class BewaardeLijst(Synced, Base):
    """`keuze` holds the fields of a `WerkgeverFilter` that are set."""

    __tablename__ = "bewaarde_lijst"

    medewerker_id: Mapped[str] = mapped_column(IdText, reference("medewerker.id"), index=True)
    naam: Mapped[str] = mapped_column(String(40))
    keuze: Mapped[dict[str, Any]] = mapped_column(Json)
    volgorde: Mapped[int] = mapped_column(default=0)
