"""Bemiddelaar and accountmanager judge werkfit together: what both found stands on the profile."""

from __future__ import annotations

from dataclasses import replace

from desktop.models.commands.werkfit import BeoordeelWerkfit
from desktop.models.errors import Weigering
from desktop.models.handlers.fields import change_fields
from desktop.models.handlers.kandidaat import LABEL, own
from desktop.models.handlers.notice import tell
from desktop.models.handlers.profiel import follow, keep_judgement, profile_of
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.rights import may_hold_regie
from desktop.models.rules.werkfit import ACCOUNTMANAGER_SIDE, BEMIDDELAAR_SIDE
from desktop.models.tables import Profiel
from desktop.models.work import Work


def judge(work: Work, command: BeoordeelWerkfit) -> Outcome:
    """`werkfit.beoordeel`: of an own candidate, also without consent; or of a profile, by who has no name."""
    if (command.kandidaat_id is None) == (command.profiel_id is None):
        raise Weigering("werkfit_wie")
    if command.kandidaat_id is not None:
        return _of_candidate(work, command, command.kandidaat_id)
    return _of_profile(work, command, command.profiel_id or "")


def _of_candidate(work: Work, command: BeoordeelWerkfit, kandidaat_id: str) -> Outcome:
    row = own(work, kandidaat_id)
    outcome = change_fields(work, row, {"werkfit": command.waarde}, None, LABEL)
    follow(work, row)
    profiel = profile_of(work, row.id)
    if profiel is not None and row.werkfit == command.waarde:
        keep_judgement(work, profiel, BEMIDDELAAR_SIDE, command.waarde, _answers(command))
    return replace(outcome, id=row.id)


def _of_profile(work: Work, command: BeoordeelWerkfit, profiel_id: str) -> Outcome:
    row = work.get(Profiel, profiel_id)
    if row is None or row.regio_id != work.context.actor.regio_id or row.verwijderd_op is not None:
        raise Weigering("profiel_onbekend", id=profiel_id)
    if not may_hold_regie(work.context.actor.rol):
        raise Weigering("werkfit_eigen_kandidaat")
    keep_judgement(work, row, ACCOUNTMANAGER_SIDE, command.waarde, _answers(command))
    beroep = ", ".join(row.beroepen[:2]) or None
    tell(work, row.bemiddelaar_id, "werkfit_beoordeeld", None, wie=work.context.actor.naam, beroep=beroep)
    return Outcome(TOEGEPAST, row.id)


def _answers(command: BeoordeelWerkfit) -> dict[str, str]:
    return {one.vraag: one.waarde for one in command.antwoorden}
