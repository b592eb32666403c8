"""Kept lists: a filter under a name, for one person on all of that person's laptops."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.models.commands.lijst import BewaarLijst, LijstKeuze, VerwijderLijst
from desktop.models.errors import Weigering
from desktop.models.fields import to_plain
from desktop.models.handlers.undo_fields import TakenBack, require_own
from desktop.models.handlers.undo_made import made
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.tables import BewaardeLijst
from desktop.models.values import fold
from desktop.models.work import Work

MOST = 20
BEFORE, STEPS = "hiervoor", 5
"""Beside the fields of a filter: the last command, and the list as it was before; so back for some steps."""


def keep(work: Work, command: BewaarLijst) -> Outcome:
    """`lijst.bewaar`: a new one, or another name or filter for one that is there (or was taken away)."""
    row_id = command.id or work.context.derive_id("lijst")
    row = work.get(BewaardeLijst, row_id)
    if row is not None and row.medewerker_id != work.context.actor.medewerker_id:
        raise Weigering("lijst_onbekend", id=row_id)
    others = _require_free(work, row_id, command.naam)
    kept = set_fields(command.keuze)
    if row is not None:
        _keep_anew(work, row, command.naam, kept)
        return Outcome(TOEGEPAST, row_id)
    work.add(
        BewaardeLijst(
            id=row_id,
            medewerker_id=work.context.actor.medewerker_id,
            naam=command.naam,
            keuze=kept | {BEFORE: {"opdracht": work.context.uuid}},
            volgorde=1 + max((one.volgorde for one in others), default=0),
        )
    )
    return Outcome(TOEGEPAST, row_id)


def _require_free(work: Work, row_id: str, naam: str) -> list[BewaardeLijst]:
    """Room for one more, under a name that no other has; returns the others."""
    mine = work.find(BewaardeLijst, BewaardeLijst.medewerker_id == work.context.actor.medewerker_id)
    others = [one for one in mine if one.id != row_id]
    if any(fold(one.naam) == fold(naam) for one in others):
        raise Weigering("lijst_naam_bestaat", naam=naam)
    if len(others) >= MOST:
        raise Weigering("lijsten_vol", max=MOST)
    return others


def _keep_anew(work: Work, row: BewaardeLijst, naam: str, kept: dict[str, Any]) -> None:
    """How it was stays beside it, so that this can be taken back: a list has no history of its own."""
    before = {name: value for name, value in row.keuze.items() if name != BEFORE}
    if (row.naam, before, row.verwijderd_op) == (naam, kept, None):
        return
    step = {
        "opdracht": work.context.uuid,
        "naam": row.naam,
        "keuze": before,
        "weg": row.verwijderd_op is not None,
        BEFORE: row.keuze.get(BEFORE),
    }
    work.change(row, naam=naam, keuze=kept | {BEFORE: _shortened(step, STEPS)}, verwijderd_op=None)


def _shortened(step: dict[str, Any], steps: int) -> dict[str, Any]:
    """The last steps only: a list that is kept often does not grow."""
    plain = {name: value for name, value in step.items() if name != BEFORE}
    earlier = step.get(BEFORE)
    return plain | ({BEFORE: _shortened(earlier, steps - 1)} if earlier and steps > 1 else {})


def _steps(row: BewaardeLijst) -> Iterator[dict[str, Any]]:
    """From the last one back."""
    step = row.keuze.get(BEFORE)
    while step:
        yield step
        step = step.get(BEFORE)


def set_fields(keuze: LijstKeuze) -> dict[str, Any]:
    """Only what says something: a filter that is not set is not kept."""
    plain: dict[str, Any] = to_plain(keuze)
    nothing = to_plain(LijstKeuze())
    return {name: value for name, value in plain.items() if nothing.get(name) != value}


def remove(work: Work, command: VerwijderLijst) -> Outcome:
    """`lijst.verwijder`: one's own; twice is once."""
    row = work.require(BewaardeLijst, command.lijst_id, "lijst_onbekend")
    if row.medewerker_id != work.context.actor.medewerker_id:
        raise Weigering("lijst_onbekend", id=row.id)
    if row.verwijderd_op is None:
        work.change(row, verwijderd_op=work.context.tijd)
    return Outcome(TOEGEPAST, row.id)


def take_back_kept(work: Work, what: TakenBack) -> None:
    """`lijst.bewaar`: the list as it was before, or no list when there was none."""
    row = made(work, BewaardeLijst, what, "lijst")
    if row is None:
        return
    steps = list(_steps(row))
    if what.uuid is None or (len(steps) == 1 and steps[0]["opdracht"] == what.uuid):
        work.change(row, verwijderd_op=work.context.tijd)
    elif steps and steps[0]["opdracht"] == what.uuid and "keuze" in steps[0]:
        _step_back(work, row, steps[0])
    elif any(step["opdracht"] == what.uuid for step in steps):
        raise Weigering("ongedaan_zelf_gewijzigd", veld="naam")


def _step_back(work: Work, row: BewaardeLijst, step: dict[str, Any]) -> None:
    gone = work.context.tijd if step["weg"] else None
    if gone is None:
        _require_free(work, row.id, step["naam"])
    earlier = {BEFORE: step[BEFORE]} if BEFORE in step else {}
    work.change(row, naam=step["naam"], keuze=step["keuze"] | earlier, verwijderd_op=gone)


def take_back_removed(work: Work, what: TakenBack) -> None:
    """`lijst.verwijder`: it is back, unless its name or its place was taken."""
    row = work.require(BewaardeLijst, what.row_id or "", "lijst_onbekend")
    require_own(work, row.medewerker_id)
    if row.verwijderd_op is not None:
        _require_free(work, row.id, row.naam)
        work.change(row, verwijderd_op=None)
