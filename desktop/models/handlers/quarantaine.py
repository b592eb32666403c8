"""Letting the last work of somebody who left out of quarantine: taken over as one's own, or left undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop.models.commands.kandidaat import RegistreerKandidaat
from desktop.models.commands.quarantaine import CODE, TAKE_OVER, GeefVrij
from desktop.models.errors import Weigering
from desktop.models.handlers.kandidaat import drop_number
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.tables import Afstemming
from desktop.models.work import Work

CLOSED = "gesloten"
Run = Callable[[Work, str, int, Mapping[str, Any]], Outcome]


def release(work: Work, command: GeefVrij, run: Run) -> Outcome:
    """`quarantaine.geef_vrij`. Who decides first decides for all who were asked; later ones change nothing.

    `run` gives another command as the same person, with the rights of that person.
    """
    item = work.require(Afstemming, command.afstemming_id, "quarantaine_onbekend")
    if item.medewerker_id != work.context.actor.medewerker_id or item.code != CODE:
        raise Weigering("quarantaine_onbekend", id=item.id)
    if item.status == CLOSED:
        return Outcome(TOEGEPAST, item.id)
    outcome = Outcome(TOEGEPAST, item.id)
    if command.besluit == TAKE_OVER:
        if item.opdracht == GeefVrij.NAME:  # it would let another item free that nobody looked at
            raise Weigering("quarantaine_onbekend", id=item.id)
        version = item.parameters.get("versie")
        outcome = run(work, item.opdracht or "", version if isinstance(version, int) else 1, item.argumenten)
    elif item.opdracht == RegistreerKandidaat.NAME:
        drop_number(work, item.argumenten.get("id"))
    same = work.find(Afstemming, Afstemming.opdracht_uuid == item.opdracht_uuid, Afstemming.code == CODE)
    for row in same:
        work.change(row, keuze=command.besluit, status=CLOSED)
    return outcome
