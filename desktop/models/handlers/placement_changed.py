"""What follows when a placement is set another way: by its command, by an answer in the inbox, or by an undo.

The milestones, the voordracht, the vacature, the candidate and the nazorg say what the placement says.
"""

from __future__ import annotations

from desktop.models.context import derive_id
from desktop.models.handlers import placement_followers as followers
from desktop.models.handlers.fields import set_fields
from desktop.models.handlers.mijlpaal import reckon
from desktop.models.handlers.own_candidate import follow_candidate
from desktop.models.handlers.voordracht import settle_vacature
from desktop.models.rules import plaatsing as rules
from desktop.models.rules import voordracht as states
from desktop.models.rules.instrument import Said
from desktop.models.tables import Mijlpaal, Plaatsing, PlaatsingPersoon, Veldwijziging, Voordracht
from desktop.models.work import Work


def follow(work: Work, row: Plaatsing) -> tuple[Said, ...]:
    """After its fields changed. Raises `Weigering` where another kind of work does not fit what is known."""
    was_work = bool(work.find(Mijlpaal, Mijlpaal.plaatsing_id == row.id))
    reckon(work, row)
    _follow_voordracht(work, row, became_trial=was_work and row.soort == rules.TRIAL)
    for vacature_id in sorted(_vacatures(work, row)):
        settle_vacature(work, vacature_id)
    person = work.get(PlaatsingPersoon, derive_id(row.id, "persoon"))
    if person is not None:
        follow_candidate(work, person.kandidaat_id)
    return followers.moved(work, row)


def _follow_voordracht(work: Work, row: Plaatsing, *, became_trial: bool) -> None:
    """It led to work, or to a trial of it; what somebody said of it after a trial stays as it was said."""
    proposed = work.get(Voordracht, row.voordracht_id) if row.voordracht_id else None
    if proposed is None or proposed.verwijderd_op is not None:
        return
    placed = work.find(
        Plaatsing, Plaatsing.voordracht_id == proposed.id, Plaatsing.status != rules.NEVER_BEGAN
    )
    if any(one.soort != rules.TRIAL for one in placed):
        status = states.PLACED
    elif became_trial and proposed.status in (*states.RUNNING, states.PLACED):
        status = states.TRIAL
    else:
        return
    if status != proposed.status:
        said = {"status": status, "status_op": work.context.dag, "reden": None}
        set_fields(work, proposed, said, proposed.werkgever_id)


def _vacatures(work: Work, row: Plaatsing) -> set[str]:
    """For which it counts, and for which it did before somebody named another one."""
    lines = work.find(
        Veldwijziging,
        Veldwijziging.rij_id == row.id,
        Veldwijziging.veld == Plaatsing.vacature_id.key,
    )
    named = [row.vacature_id, *(one for line in lines for one in (line.oud, line.nieuw))]
    return {one for one in named if isinstance(one, str)}
