"""The last work of somebody who left: kept without effect for who decides about it.

What is about a candidate is not for a teamleider to read (R10): it is for who has it now. Until somebody does
it stays in the inbox of who left, which no laptop holds any more, and goes with the regie to the next
bemiddelaar. A new candidate has a number from the start, by which it can be assigned. PostgreSQL only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from desktop.models.commands.kandidaat import RegistreerKandidaat
from desktop.models.commands.quarantaine import CODE
from desktop.models.context import derive_id
from desktop.models.handlers import last_work
from desktop.models.handlers.refused import NOTICE, Typed
from desktop.models.rights import has_candidates
from desktop.models.rules.kandidaat import SUBJECTS
from desktop.models.tables import Afstemming, Kandidaat, Kandidaatregie
from desktop.models.work import Work

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
WAITS = "werk_over_kandidaat_wacht"


def keep(work: Work, typed: Typed, deciders: Iterable[str], now: datetime) -> None:
    """An item for each of these; of a candidate one for its next bemiddelaar, of which these hear."""
    actor = work.context.actor
    if has_candidates(actor.rol) and typed.naam.partition(".")[0] in SUBJECTS:
        if typed.naam == RegistreerKandidaat.NAME:
            typed = _numbered(work, typed)
        reader = last_work.receiver(work, typed.argumenten)
        _add(work, typed, reader, now)
        for lead in deciders if reader == actor.medewerker_id else ():
            _say(work, lead, now)
        return
    for lead in deciders:
        _add(work, typed, lead, now)


def _numbered(work: Work, typed: Typed) -> Typed:
    """A candidate of whom nothing is here but that there is one: what it says waits to be read."""
    given = typed.argumenten.get("id")
    row_id = str(given) if _ID.fullmatch(str(given)) else work.context.derive_id("kandidaat")
    regie_id = derive_id(row_id, "kandidaatregie")
    if work.get(Kandidaat, row_id) is None and work.get(Kandidaatregie, regie_id) is None:
        work.add(
            Kandidaatregie(
                id=regie_id,
                kandidaat_id=row_id,
                bemiddelaar_id=work.context.actor.medewerker_id,
                van=work.context.dag,
                actief=True,
            )
        )
    return replace(typed, argumenten={**typed.argumenten, "id": row_id})


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
