"""Rows of signalen. Frozen data. Touches nothing."""

from __future__ import annotations

from datetime import date, datetime

from desktop.frozen import dataclass


@dataclass(frozen=True, slots=True)
class SignaalRij:
    """What was reported, to whom, and the answer. Without `voor` nobody holds the regie on the werkgever."""

    id: str
    werkgever_id: str
    werkgever: str
    plaatsing_id: str | None
    plaatsing: str | None
    categorie: str
    ernst: str
    tekst: str
    melder_id: str
    melder: str
    voor_id: str | None
    voor: str | None
    status: str
    antwoord: str | None
    beantwoord_op: date | None
    beantwoord_door: str | None
    gemeld_op: datetime
    versie: int
    wacht: bool
