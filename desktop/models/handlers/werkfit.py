"""Bemiddelaar and accountmanager judge werkfit together: what both found stands on the profile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from desktop.models.commands.werkfit import BeoordeelWerkfit, WerkfitRegel, WijzigWerkfitlijst
from desktop.models.context import derive_id
from desktop.models.errors import InputRefused, Weigering
from desktop.models.handlers.fields import change_fields
from desktop.models.handlers.kandidaat import LABEL, own
from desktop.models.handlers.notice import tell
from desktop.models.handlers.profiel import follow, keep_judgement, profile_of
from desktop.models.outcome import TOEGEPAST, Outcome
from desktop.models.rights import may_hold_regie
from desktop.models.rules.werkfit import (
    ACCOUNTMANAGER_SIDE,
    BEMIDDELAAR_SIDE,
    FEWEST,
    QUESTIONS,
    SCALE,
    Value,
    doubled,
    settled,
)
from desktop.models.tables import Codewaarde, Profiel
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


def change_lists(work: Work, command: WijzigWerkfitlijst) -> Outcome:
    """`werkfit.wijzig_lijst`: a label is never changed, so that what was judged keeps its words."""
    wanted = ((SCALE, "schaal", command.schaal), (QUESTIONS, "vragen", command.vragen))
    for _, veld, regels in wanted:
        double = doubled([regel.label for regel in regels])
        if double is not None:
            raise InputRefused({veld: Weigering("werkfit_dubbel", waarde=double)})
    if len(command.schaal) < FEWEST:
        raise InputRefused({"schaal": Weigering("werkfit_schaal_kort")})
    changed = [_settle(work, command, lijst, regels) for lijst, _, regels in wanted]
    return Outcome(
        TOEGEPAST,
        None,
        None,
        {"nieuw": sum(one for one, _ in changed), "geeindigd": sum(n for _, n in changed)},
    )


def _settle(
    work: Work, command: WijzigWerkfitlijst, lijst: str, regels: Sequence[WerkfitRegel]
) -> tuple[int, int]:
    """How many are new or back, and how many ended."""
    region, today = work.context.actor.regio_id, work.context.dag
    current = work.current_codes(lijst)
    rows = {row.code: row for row in work.code_rows(lijst)}
    known = [Value(code, row.label, code in current) for code, row in rows.items()]
    new_code = partial(_new_code, work, lijst)
    values = settled(known, [regel.label for regel in regels], command.gezien, new_code)
    began = 0
    for order, value in enumerate(values):
        row = rows.get(value.code)
        if row is None:
            begins = {"label": value.label, "volgorde": order, "geldig_van": today, "bron": command.bron}
            row_id = derive_id(region, lijst, value.code)
            work.add(Codewaarde(id=row_id, lijst=lijst, code=value.code, **begins))
            began += 1
        else:
            began += value.code not in current
            work.change(row, volgorde=order, geldig_tot=None, verwijderd_op=None, bron=command.bron)
    kept = {value.code for value in values}
    ended = [row for code, row in rows.items() if code in current and code not in kept]
    for row in ended:
        work.change(row, geldig_tot=today)
    work.forget_codes(lijst)
    return began, len(ended)


def _new_code(work: Work, lijst: str, number: int) -> str:
    """The same on both ends."""
    return f"eigen_{work.context.derive_id(lijst, str(number))[-12:]}"
