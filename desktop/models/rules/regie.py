"""R1–R5 and R8: who may hold the regie, and what a contact means for it (source 002, bijlage 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.models.errors import Weigering
from desktop.models.rights import decides_for_others, has_candidates, may_hold_regie


@dataclass(frozen=True, slots=True)
class Holder:
    """The active regie of a werkgever."""

    accountmanager_id: str
    naam: str
    van: date


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a contact is under R2: outside the rules or not, and who must be told (R4).

    `inform` gets the notice of `code`; `standing_in` do the work meanwhile and are told beside that person.
    """

    buiten_regie: bool
    inform: str | None
    code: str | None
    standing_in: frozenset[str] = frozenset()


def may_hold(rol: str, naam: str, actief: bool) -> None:
    """R1: only an accountmanager who still works here."""
    if not may_hold_regie(rol):
        raise Weigering("regie_alleen_accountmanager", naam=naam)
    if not actief:
        raise Weigering("medewerker_niet_actief", naam=naam)


def may_take(holder: Holder | None, actor_id: str) -> bool:
    """R5: True when there is something to do, False when the actor holds it; refused when another does."""
    if holder is None:
        return True
    if holder.accountmanager_id == actor_id:
        return False
    raise Weigering("regie_al_bij_ander", wie=holder.naam, sinds=holder.van.isoformat())


def may_approach(holder: Holder | None, standing_in: frozenset[str], actor_id: str) -> None:
    """R2: who announces an approach is the regiehouder or stands in, or nobody holds it."""
    if holder and actor_id not in standing_in | {holder.accountmanager_id}:
        raise Weigering("regie_al_bij_ander", wie=holder.naam, sinds=holder.van.isoformat())


def judge_contact(
    holder_id: str | None,
    reserved_by: str | None,
    actor_id: str,
    rol: str,
    richting: str,
    aanleiding: str | None,
    standing_in: frozenset[str] = frozenset(),
) -> Judgement:
    """R2 and R4: a contact that took place is marked at most, never refused."""
    if holder_id == actor_id or actor_id in standing_in:
        return Judgement(False, None, None)
    if richting == "werkgever":
        return Judgement(False, holder_id, "contact_werkgever_belde" if holder_id else None, standing_in)
    if holder_id is None:
        other = reserved_by if reserved_by not in (None, actor_id) else None
        return Judgement(other is not None, other, "contact_tijdens_reservering" if other else None)
    if has_candidates(rol) and aanleiding == "eigen_kandidaat":
        return Judgement(False, holder_id, "contact_eigen_kandidaat", standing_in)
    return Judgement(True, holder_id, "contact_buiten_regie", standing_in)


def merged_holder(keeps: str | None, goes: str | None, chosen: str | None, rol: str) -> str | None:
    """R8: who holds the regie after a merge; two different regiehouders are for the teamleider to decide."""
    if keeps is None or goes is None or keeps == goes:
        return keeps or goes
    if not decides_for_others(rol):
        raise Weigering("samenvoegen_twee_regies")
    if chosen not in (keeps, goes):
        raise Weigering("samenvoegen_kies_regie")
    return chosen
