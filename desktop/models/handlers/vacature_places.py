"""Who looks for people for a vacature, who took its places, and what is said when there are too few.

Two laptops may both fill the last place. Both placements are facts and stand (R4): whoever looks after the
vacature and whoever placed somebody reads it, with what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import ColumnElement

from desktop.models.errors import Parameter
from desktop.models.handlers.notice import tell
from desktop.models.handlers.regie import addressee
from desktop.models.outcome import AANGEPAST, TOEGEPAST, Outcome
from desktop.models.rules import vacature as rules
from desktop.models.rules.plaatsing import NEVER_BEGAN, RUNS, TRIAL
from desktop.models.tables import Plaatsing, Vacature, VacatureOverdracht, Voordracht
from desktop.models.work import Work


def receivers(work: Work, row: Vacature) -> dict[str, VacatureOverdracht]:
    """Bemiddelaars who look for people now."""
    rows = work.find(VacatureOverdracht, VacatureOverdracht.vacature_id == row.id)
    return {one.bemiddelaar_id: one for one in rows if one.teruggegeven_op is None}


def progress(work: Work, row: Vacature) -> rules.Progress:
    """How far it is, as far as this end knows."""
    running = work.find(Voordracht, Voordracht.vacature_id == row.id, Voordracht.status.in_(rules.STILL_RUNS))
    placed = work.find(
        Plaatsing, Plaatsing.vacature_id == row.id, Plaatsing.status != NEVER_BEGAN, *takes_a_place(row)
    )
    return rules.Progress(len(receivers(work, row)), len(running), len(placed))


def takes_a_place(row: Vacature) -> tuple[ColumnElement[bool], ...]:
    """Which placements count: who is on trial fills no place, unless that is the work."""
    return () if row.soort == TRIAL else (Plaatsing.soort != TRIAL,)


def tell_when_crowded(work: Work, vacature_id: str | None, outcome: Outcome) -> Outcome:
    """After a place was taken, or there are fewer; who did it reads it in the outcome, others are told."""
    row = work.get(Vacature, vacature_id) if vacature_id else None
    if row is None or row.verwijderd_op is not None:
        return outcome
    placed = work.find(
        Plaatsing, Plaatsing.vacature_id == row.id, Plaatsing.status == RUNS, *takes_a_place(row)
    )
    if len(placed) <= row.aantal_plaatsen:
        return outcome
    said = _words(work, row, len(placed))
    people = {row.eigenaar_id, *receivers(work, row), *(one.bemiddelaar_id for one in placed)}
    holder = addressee(work, row.werkgever_id)
    for person in sorted(people | ({holder} if holder else set())):
        tell(work, person, "vacature_te_vol", row.werkgever_id, **said)
    if outcome.result != TOEGEPAST:
        return outcome
    return replace(outcome, result=AANGEPAST, code="vacature_te_vol", parameters=said)


def _words(work: Work, row: Vacature, placed: int) -> Mapping[str, Parameter]:
    return {
        "vacature": f"{row.naam} ({row.nummer})" if row.nummer else row.naam,
        "werkgever": work.werkgever(row.werkgever_id).naam,
        "aantal": row.aantal_plaatsen,
        "geplaatst": placed,
    }
