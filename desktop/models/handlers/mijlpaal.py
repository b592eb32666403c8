"""Whether a placement lasts: its milestones, worked out anew when something about it changes (ADR 0016)."""

from __future__ import annotations

from datetime import date

from desktop.models.commands.plaatsing import BevestigMijlpaal
from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.models.handlers.fields import change_fields, revive, set_fields
from desktop.models.handlers.own_candidate import own_placement
from desktop.models.handlers.regie import holder_of, waarnemers
from desktop.models.outcome import Outcome
from desktop.models.rights import has_candidates
from desktop.models.rules import plaatsing as rules
from desktop.models.tables import Mijlpaal, Onderbreking, Plaatsing
from desktop.models.work import Work

LABEL = "de mijlpaal"


def reckon(work: Work, plaatsing: Plaatsing) -> None:
    """Makes the milestones that are missing, and says of each what follows from the rows.

    Those that this kind of work does not have are there no more, and come back with a kind that has them.
    """
    stills, last_day = stills_of(work, plaatsing), last_day_of(plaatsing)
    _drop_others(work, plaatsing)
    for months in rules.months_of(plaatsing.soort):
        day = rules.milestone_day(plaatsing.start, months, stills)
        row = work.get(Mijlpaal, derive_id(plaatsing.id, "mijlpaal", str(months)))
        if row is None:
            row = _add(work, plaatsing, months, day)
        revive(work, row)
        said = rules.Outcome(row.uitkomst, row.bevestigd_door)
        known = rules.reckoned(said, day, last_day, work.context.dag)
        values = {"datum": day, "uitkomst": known.uitkomst, "bevestigd_door": known.door}
        if known != said:
            values["bevestigd_op"] = work.context.dag if known.door else None
        set_fields(work, row, values, plaatsing.werkgever_id)


def _drop_others(work: Work, plaatsing: Plaatsing) -> None:
    """What somebody saw is not lost because another kind of work was meant: that is said first."""
    months = rules.months_of(plaatsing.soort)
    for row in work.find(Mijlpaal, Mijlpaal.plaatsing_id == plaatsing.id):
        if row.maanden in months:
            continue
        rules.require_not_seen(rules.Outcome(row.uitkomst, row.bevestigd_door), row.maanden)
        work.change(row, verwijderd_op=work.context.tijd)


def _add(work: Work, plaatsing: Plaatsing, months: int, day: date) -> Mijlpaal:
    return work.add(
        Mijlpaal(
            id=derive_id(plaatsing.id, "mijlpaal", str(months)),
            plaatsing_id=plaatsing.id,
            werkgever_id=plaatsing.werkgever_id,
            maanden=months,
            datum=day,
            uitkomst=rules.UNKNOWN,
        )
    )


def stills_of(work: Work, plaatsing: Plaatsing) -> list[rules.Still]:
    """The interruptions of a placement as they count for it."""
    rows = work.find(Onderbreking, Onderbreking.plaatsing_id == plaatsing.id)
    return rules.within((rules.Still(row.van, row.tot) for row in rows), last_day_of(plaatsing))


def last_day_of(plaatsing: Plaatsing) -> date | None:
    """The last day of work; None while it goes on or where it never began."""
    return plaatsing.feitelijke_einddatum if plaatsing.status == rules.ENDED else None


def confirm(work: Work, command: BevestigMijlpaal) -> Outcome:
    """`mijlpaal.bevestig`: never before its day, and never against what the rows prove."""
    plaatsing = _judged(work, command)
    row = work.get(Mijlpaal, derive_id(plaatsing.id, "mijlpaal", str(command.maanden)))
    if row is None or row.verwijderd_op is not None or plaatsing.status == rules.NEVER_BEGAN:
        raise Weigering("mijlpaal_onbekend", maanden=command.maanden)
    said = rules.Outcome(command.uitkomst, command.bevestigd_door)
    stills = stills_of(work, plaatsing)
    rules.require_confirmable(said, row.datum, last_day_of(plaatsing), work.context.dag, stills)
    wanted = {
        "uitkomst": command.uitkomst,
        "bevestigd_door": command.bevestigd_door,
        "bevestigd_op": work.context.dag,
    }
    return change_fields(work, row, wanted, plaatsing.werkgever_id, LABEL)


def _judged(work: Work, command: BevestigMijlpaal) -> Plaatsing:
    """The bemiddelaar of the person asks anybody; the regiehouder or who stands in asks the employer."""
    actor = work.context.actor
    if has_candidates(actor.rol):
        return own_placement(work, command.plaatsing_id)[0]
    row = work.require(Plaatsing, command.plaatsing_id, "plaatsing_onbekend")
    holder = holder_of(work, row.werkgever_id)
    serving = waarnemers(work, row.werkgever_id, work.context.dag_ontvangen)
    if holder is None or actor.medewerker_id not in serving | {holder.accountmanager_id}:
        raise Weigering("mijlpaal_niet_van_jou")
    if command.bevestigd_door == "kandidaat":
        raise Weigering("mijlpaal_kandidaat_vraagt_bemiddelaar")
    return row
