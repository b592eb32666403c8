"""Which placements of the region lasted, per milestone.

Figures over persons come from the centre (ADR 0015). These are figures over placements, which every laptop
holds whole and without the person, so they may be counted here. What is under five is left out, and one more
number beside it where it would follow from the total.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.queries.plaatsing_rows import DuurzaamheidRij
from desktop.models.rules.plaatsing import DROPPED, MONTHS, NEVER_BEGAN, REACHED, UNKNOWN, standing
from desktop.models.rules.plaatsing import NOT_YET as LATER
from desktop.models.tables import Mijlpaal, Plaatsing

PAID, UNPAID = "betaald", "onbetaald"
PAID_TYPES = ("01", "02")
FEW = 5
STANDS = (REACHED, DROPPED, UNKNOWN, LATER)


def duurzaamheid(session: Session, van: date, tot: date, today: date) -> tuple[DuurzaamheidRij, ...]:
    """Of placements that began in this period, both days included; what never began does not count.

    Unknown and not yet are counted apart from both success and dropout.
    """
    query = (
        select(Plaatsing.type_overeenkomst, Mijlpaal.maanden, Mijlpaal.uitkomst, Mijlpaal.datum)
        .join(Mijlpaal, Mijlpaal.plaatsing_id == Plaatsing.id)
        .where(
            Plaatsing.start.between(van, tot),
            Plaatsing.status != NEVER_BEGAN,
            Plaatsing.verwijderd_op.is_(None),
            Mijlpaal.verwijderd_op.is_(None),
        )
    )
    counts: dict[tuple[str, int], Counter[str]] = {
        (group, months): Counter() for group in (PAID, UNPAID) for months in MONTHS
    }
    for kind, months, outcome, day in session.execute(query):
        group = PAID if kind in PAID_TYPES else UNPAID
        counts[group, months][standing(outcome, day, today)] += 1
    return tuple(_row(group, months, found) for (group, months), found in counts.items())


def _row(group: str, months: int, found: Counter[str]) -> DuurzaamheidRij:
    shown = suppressed({stand: found[stand] for stand in STANDS})
    total = found.total()
    return DuurzaamheidRij(
        groep=group,
        maanden=months,
        totaal=None if 0 < total < FEW else total,
        gerealiseerd=shown[REACHED],
        uitval=shown[DROPPED],
        onbekend=shown[UNKNOWN],
        nog_niet=shown[LATER],
    )


def suppressed(counts: Mapping[str, int]) -> dict[str, int | None]:
    """Without what is under five; a single gap is hidden by a second one, or the total would tell it."""
    shown: dict[str, int | None] = {
        name: None if 0 < number < FEW else number for name, number in counts.items()
    }
    hidden = [name for name, number in shown.items() if number is None]
    if len(hidden) == 1:
        others = [name for name in shown if name not in hidden and counts[name]]
        if others:
            shown[min(others, key=lambda name: (counts[name], name))] = None
    return shown
