"""The anonymous profile of a candidate: there with consent, gone without, and it follows the candidate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.models.context import derive_id
from desktop.models.rules.kandidaat import is_shared
from desktop.models.rules.werkfit import BEMIDDELAAR_SIDE, SIDES, Judged, together
from desktop.models.tables import Kandidaat, Kandidaatregie, Profiel, Werkfitoordeel
from desktop.models.work import Work

FOLLOWED = ("beroepen", "beroepsklasse", "niveau", "uren_min", "uren_max", "pc4")
"""All that a profile says of somebody, besides werkfit and whom to call."""


def profile_id(kandidaat_id: str) -> str:
    """The id of the profile follows from that of the candidate; the other way around nobody comes."""
    return derive_id(kandidaat_id, "profiel")


def profile_of(work: Work, kandidaat_id: str) -> Profiel | None:
    """The profile that colleagues find, if they do."""
    row = work.get(Profiel, profile_id(kandidaat_id))
    return row if row is not None and row.verwijderd_op is None else None


def follow(work: Work, kandidaat: Kandidaat) -> None:
    """After any change of a candidate: the profile says the same, or leaves every laptop."""
    alive = kandidaat.verwijderd_op is None and kandidaat.gewist_op is None
    if not (alive and is_shared(kandidaat.status, kandidaat.toestemming_delen)):
        withdraw(work, kandidaat.id)
        return
    regies = work.find(Kandidaatregie, Kandidaatregie.kandidaat_id == kandidaat.id)
    if not regies:
        return
    said = {name: getattr(kandidaat, name) for name in FOLLOWED}
    said["bemiddelaar_id"] = regies[0].bemiddelaar_id
    row_id = profile_id(kandidaat.id)
    row = work.get(Profiel, row_id)
    if row is None:
        row = work.add(Profiel(id=row_id, **said))
    else:
        work.change(row, verwijderd_op=None, **said)
    _follow_werkfit(work, kandidaat, row)


def withdraw(work: Work, kandidaat_id: str) -> None:
    """The profile and what was judged of it go: off every laptop, and empty at the centre (ADR 0013)."""
    row = work.get(Profiel, profile_id(kandidaat_id))
    if row is None:
        return
    for judged in work.find_all(Werkfitoordeel, Werkfitoordeel.profiel_id == row.id):
        empty_judgement(work, judged)
    gone: dict[str, Any] = {name: [] if name == "beroepen" else None for name in FOLLOWED}
    now = row.verwijderd_op or work.context.tijd
    work.change(row, **gone, werkfit=None, werkfit_op=None, verwijderd_op=now)


def empty_judgement(work: Work, row: Werkfitoordeel) -> None:
    """What somebody thought of a person who is not shared any more; that there was a judgement stays."""
    work.change(row, waarde="", antwoorden={}, verwijderd_op=row.verwijderd_op or work.context.tijd)


def _follow_werkfit(work: Work, kandidaat: Kandidaat, profiel: Profiel) -> None:
    """What the bemiddelaar found before there was consent, or chose among two answers, counts here too."""
    row = _judgement(work, profiel.id, BEMIDDELAAR_SIDE)
    if kandidaat.werkfit is None:
        if row is not None:
            empty_judgement(work, row)
            _agree(work, profiel)
    elif row is None or row.waarde != kandidaat.werkfit:
        keep_judgement(work, profiel, BEMIDDELAAR_SIDE, kandidaat.werkfit, {})


def keep_judgement(work: Work, profiel: Profiel, side: str, waarde: str, answers: Mapping[str, str]) -> None:
    """One row per side, the latest; when both found the same the profile says so."""
    row_id = derive_id(profiel.id, "oordeel", side)
    said = {
        "medewerker_id": work.context.actor.medewerker_id,
        "waarde": waarde,
        "antwoorden": dict(answers),
        "beoordeeld_op": work.context.dag,
    }
    row = work.get(Werkfitoordeel, row_id)
    if row is None:
        work.add(Werkfitoordeel(id=row_id, profiel_id=profiel.id, kant=side, **said))
    else:
        work.change(row, verwijderd_op=None, **said)
    _agree(work, profiel)


def _agree(work: Work, profiel: Profiel) -> None:
    rows = [_judgement(work, profiel.id, side) for side in SIDES]
    both = together(*(Judged(row.waarde, row.beoordeeld_op) if row else None for row in rows))
    work.change(profiel, werkfit=both.waarde if both else None, werkfit_op=both.op if both else None)


def _judgement(work: Work, profiel_id: str, side: str) -> Werkfitoordeel | None:
    row = work.get(Werkfitoordeel, derive_id(profiel_id, "oordeel", side))
    return row if row is not None and row.verwijderd_op is None else None
