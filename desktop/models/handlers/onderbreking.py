"""Days on which the work lay still: up to a month together counts as going on (rules/plaatsing.py).

A row says what was reported. Where the placement ended sooner, that is cut off where it is counted or shown.
"""

from __future__ import annotations

from desktop.models.commands.plaatsing import BeeindigOnderbreking, MeldOnderbreking
from desktop.models.errors import Weigering
from desktop.models.handlers.fields import change_fields
from desktop.models.handlers.identity import identify
from desktop.models.handlers.mijlpaal import last_day_of, reckon
from desktop.models.handlers.own_candidate import own_placement
from desktop.models.outcome import Outcome
from desktop.models.rules import plaatsing as rules
from desktop.models.tables import Onderbreking, Plaatsing
from desktop.models.work import Work

LABEL = "de onderbreking"


def report(work: Work, command: MeldOnderbreking) -> Outcome:
    """`plaatsing.meld_onderbreking`: where the placement is over, from a day on which there was work."""
    row, _ = own_placement(work, command.plaatsing_id)
    if row.status == rules.NEVER_BEGAN:
        raise Weigering("plaatsing_loopt_niet", hoe=row.status)
    rules.require_period(row.start, command.van, command.tot, last_day_of(row))
    content = {"plaatsing_id": row.id, "van": command.van}
    identity = identify(work, Onderbreking, command.id, "onderbreking", content)
    if identity.exists:
        return identity.outcome()
    if command.tot is None:
        _require_none_open(work, row)
    work.add(
        Onderbreking(
            id=identity.row_id,
            plaatsing_id=row.id,
            werkgever_id=row.werkgever_id,
            van=command.van,
            tot=command.tot,
        )
    )
    reckon(work, row)
    return identity.outcome()


def _require_none_open(work: Work, row: Plaatsing) -> None:
    for still in work.find(Onderbreking, Onderbreking.plaatsing_id == row.id, Onderbreking.tot.is_(None)):
        raise Weigering("onderbreking_loopt_al", van=still.van.isoformat())


def end(work: Work, command: BeeindigOnderbreking) -> Outcome:
    """`plaatsing.beeindig_onderbreking`: from the day after it the work goes on."""
    still = work.require(Onderbreking, command.onderbreking_id, "onderbreking_onbekend")
    if still.verwijderd_op is not None:
        raise Weigering("onderbreking_onbekend")
    row, _ = own_placement(work, still.plaatsing_id)
    rules.require_period(row.start, still.van, command.tot, last_day_of(row))
    outcome = change_fields(work, still, {"tot": command.tot}, row.werkgever_id, LABEL)
    reckon(work, row)
    return outcome
