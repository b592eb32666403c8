"""Answers in the inbox: which of two values holds. What is not chosen stays in the history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.models.commands.afstemming import KiesAfstemming
from desktop.models.errors import Weigering
from desktop.models.handlers.fields import change_fields, typed
from desktop.models.handlers.undo_fields import TakenBack, require_own, restore
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.rules.werkgever import search_name
from desktop.models.tables import SYNCED, Afstemming, Contactpersoon, Synced, Werkgever
from desktop.models.work import Work

_TABLES: dict[str, type[Synced]] = {cls.__tablename__: cls for cls in SYNCED}  # type: ignore[attr-defined]
_SECOND_PLACE: Mapping[tuple[type[Synced], str], str] = {
    (Contactpersoon, "telefoon"): "telefoon_2",
    (Werkgever, "naam"): "handelsnamen",
}


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


def take_back(work: Work, what: TakenBack) -> None:
    """The question is open again, and what the choice wrote goes back where it still stands."""
    item = work.require(Afstemming, what.row_id or "", "afstemming_onbekend")
    require_own(work, item.medewerker_id)
    if item.status == "open":
        return
    row = _row(work, item)
    if row is not None:
        restore(work, what, [row], item.werkgever_id or row.id, "")
    if isinstance(row, Werkgever):
        row.zoeknaam = search_name(row.naam)
    work.change(item, keuze=None, status="open")


def _row(work: Work, item: Afstemming) -> Synced | None:
    return work.get(_TABLES[item.tabel or ""], item.rij_id or "") if item.tabel in _TABLES else None


def _settle(work: Work, item: Afstemming, keuze: str) -> None:
    row = _row(work, item)
    if row is None or item.veld is None or keuze not in ("mijne", "beide"):
        return
    mine = typed(type(row), item.veld, item.argumenten.get("waarde"))
    wanted = {item.veld: mine} if keuze == "mijne" else _beside(row, item.veld, mine)
    change_fields(work, row, wanted, item.werkgever_id or row.id, "")
    if isinstance(row, Werkgever):
        row.zoeknaam = search_name(row.naam)


def _beside(row: Synced, veld: str, mine: Any) -> dict[str, Any]:
    """Where mine goes when theirs stays; nowhere when mine is empty."""
    second = _SECOND_PLACE.get((type(row), veld))
    if second is None:
        raise Weigering("afstemming_beide_kan_niet")
    if mine is None:
        return {}
    there = getattr(row, second)
    return {second: [*there, mine] if isinstance(there, list) else mine}
