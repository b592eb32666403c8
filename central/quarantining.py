"""The last work of somebody who left: kept without effect for who decides about it.

What is about a candidate is not for a teamleider to read (R10): it stays in the inbox of who left, which no
laptop holds any more, and goes with the regie on that candidate to the next bemiddelaar. PostgreSQL only.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from desktop.models.context import derive_id
from desktop.models.handlers.quarantaine import CODE
from desktop.models.handlers.refused import NOTICE, Typed
from desktop.models.rights import has_candidates
from desktop.models.rules.kandidaat import SUBJECTS
from desktop.models.tables import Afstemming
from desktop.models.work import Work

WAITS = "werk_over_kandidaat_wacht"


def keep(work: Work, typed: Typed, deciders: Iterable[str], now: datetime) -> None:
    """An item for each of these; of a candidate one for its next bemiddelaar, of which these hear."""
    actor = work.context.actor
    if has_candidates(actor.rol) and typed.naam.partition(".")[0] in SUBJECTS:
        _add(work, typed, actor.medewerker_id, now)
        for lead in deciders:
            _say(work, lead, now)
        return
    for lead in deciders:
        _add(work, typed, lead, now)


def _add(work: Work, typed: Typed, medewerker_id: str, now: datetime) -> None:
    work.add(
        Afstemming(
            id=work.context.derive_id("quarantaine", medewerker_id),
            medewerker_id=medewerker_id,
            soort=NOTICE,
            code=CODE,
            parameters={"wie": work.context.actor.naam, "versie": typed.versie},
            opdracht_versie=typed.versie,
            gevraagd_op=now,
            opdracht_uuid=work.context.uuid,
            opdracht=typed.naam,
            argumenten=dict(typed.argumenten),
            status="open",
        )
    )


def _say(work: Work, medewerker_id: str, now: datetime) -> None:
    """Once for all work of one person: how much waits, and never about whom."""
    actor = work.context.actor
    row_id = derive_id(medewerker_id, WAITS, actor.medewerker_id)
    told = work.get(Afstemming, row_id)
    count = 1 + (int(told.parameters.get("aantal") or 0) if told else 0)
    words = {"wie": actor.naam, "aantal": count}
    if told is not None:
        work.change(told, parameters=words, status="open", keuze=None)
        return
    work.add(
        Afstemming(
            id=row_id,
            medewerker_id=medewerker_id,
            soort=NOTICE,
            code=WAITS,
            parameters=words,
            argumenten={},
            gevraagd_op=now,
            status="open",
        )
    )
