"""Answers in the inbox: which of two values holds. What is not chosen stays in the history."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Date

from desktop.models.commands.afstemming import KiesAfstemming
from desktop.models.errors import Weigering
from desktop.models.handlers.fields import change_fields
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.rules.werkgever import search_name
from desktop.models.tables import SYNCED, Afstemming, Synced, Werkgever
from desktop.models.work import Work

_TABLES: dict[str, type[Synced]] = {cls.__tablename__: cls for cls in SYNCED}  # type: ignore[attr-defined]
_SECOND_PLACE = {("contactpersoon", "telefoon"): "telefoon_2"}


def choose(work: Work, command: KiesAfstemming) -> Outcome:
    """`afstemming.kies`. A conflict stays open on `later`; notices and refusals are simply read."""
    item = work.require(Afstemming, command.afstemming_id, "afstemming_onbekend")
    if item.medewerker_id != work.context.actor.medewerker_id:
        raise Weigering("afstemming_onbekend", id=item.id)
    if item.status != "open":
        return Outcome(TOEGEPAST, item.id)
    if item.soort == "conflict":
        _settle(work, item, command.keuze)
    open_still = item.soort == "conflict" and command.keuze in ("later", "gelezen")
    work.change(item, keuze=command.keuze, status="open" if open_still else "gesloten")
    return Outcome(TOEGEPAST, item.id)


def _settle(work: Work, item: Afstemming, keuze: str) -> None:
    row = work.get(_TABLES[item.tabel or ""], item.rij_id or "") if item.tabel in _TABLES else None
    if row is None or item.veld is None or keuze not in ("mijne", "beide"):
        return
    if keuze == "mijne":
        value = _typed(row, item.veld, item.van_mij)
        change_fields(work, row, {item.veld: value}, item.werkgever_id or row.id, "")
        if isinstance(row, Werkgever) and item.veld == "naam":
            row.zoeknaam = search_name(row.naam)
        return
    second = _SECOND_PLACE.get((item.tabel or "", item.veld))
    if isinstance(row, Werkgever) and item.veld == "naam":
        names = [*row.handelsnamen, *([item.van_mij] if item.van_mij else [])]
        change_fields(work, row, {"handelsnamen": names}, row.id, "")
    elif second:
        change_fields(work, row, {second: item.van_mij}, item.werkgever_id or row.id, "")
    else:
        raise Weigering("afstemming_beide_kan_niet")


def _typed(row: Synced, veld: str, text: str | None) -> Any:
    """The value of a field from the text that the inbox kept."""
    column = type(row).__table__.columns[veld]  # type: ignore[attr-defined]
    if text is None:
        return None
    python_type = column.type.python_type if not isinstance(column.type, Date) else None
    if isinstance(column.type, Date):
        from datetime import date

        return date.fromisoformat(text)
    if python_type is bool:
        return text == "True"
    if python_type is int:
        return int(text)
    return [part.strip() for part in text.split(",")] if isinstance(getattr(row, veld), list) else text
