"""Kept lists: a filter under a name, for one person on all of that person's laptops."""

from __future__ import annotations

from typing import Any

from desktop.models.commands.lijst import BewaarLijst, LijstKeuze, VerwijderLijst
from desktop.models.errors import Weigering
from desktop.models.fields import to_plain
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.tables import BewaardeLijst
from desktop.models.values import fold
from desktop.models.work import Work

MOST = 20


def keep(work: Work, command: BewaarLijst) -> Outcome:
    """`lijst.bewaar`: a new one, or another name or filter for one that is there (or was taken away)."""
    row_id = command.id or work.context.derive_id("lijst")
    row = work.get(BewaardeLijst, row_id)
    if row is not None and row.medewerker_id != work.context.actor.medewerker_id:
        raise Weigering("lijst_onbekend", id=row_id)
    others = [one for one in _mine(work) if one.id != row_id]
    if any(fold(one.naam) == fold(command.naam) for one in others):
        raise Weigering("lijst_naam_bestaat", naam=command.naam)
    if len(others) >= MOST:
        raise Weigering("lijsten_vol", max=MOST)
    kept = set_fields(command.keuze)
    if row is not None:
        work.change(row, naam=command.naam, keuze=kept, verwijderd_op=None)
        return Outcome(TOEGEPAST, row_id)
    work.add(
        BewaardeLijst(
            id=row_id,
            medewerker_id=work.context.actor.medewerker_id,
            naam=command.naam,
            keuze=kept,
            volgorde=1 + max((one.volgorde for one in others), default=0),
        )
    )
    return Outcome(TOEGEPAST, row_id)


def set_fields(keuze: LijstKeuze) -> dict[str, Any]:
    """Only what says something: a filter that is not set is not kept."""
    plain: dict[str, Any] = to_plain(keuze)
    nothing = to_plain(LijstKeuze())
    return {name: value for name, value in plain.items() if nothing.get(name) != value}


def _mine(work: Work) -> list[BewaardeLijst]:
    return list(work.find(BewaardeLijst, BewaardeLijst.medewerker_id == work.context.actor.medewerker_id))


def remove(work: Work, command: VerwijderLijst) -> Outcome:
    """`lijst.verwijder`: one's own; twice is once."""
    row = work.require(BewaardeLijst, command.lijst_id, "lijst_onbekend")
    if row.medewerker_id != work.context.actor.medewerker_id:
        raise Weigering("lijst_onbekend", id=row.id)
    if row.verwijderd_op is None:
        work.change(row, verwijderd_op=work.context.tijd)
    return Outcome(TOEGEPAST, row.id)
