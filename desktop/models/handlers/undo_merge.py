"""Taking back a merge, by the teamleider (R11): both werkgevers are there again with what was theirs.

What was recorded since with the one that stayed stays there, unless it hangs on something that would go back:
then somebody built on the merge, and it stays. Offers of the regie that ended with it stay ended.
"""

from __future__ import annotations

from typing import Any

from desktop.models.errors import Weigering
from desktop.models.handlers import merge_plan
from desktop.models.handlers.merge_plan import MergePlan
from desktop.models.handlers.notice import tell
from desktop.models.handlers.offers import open_offer
from desktop.models.handlers.regie import pass_on, tell_taken_away
from desktop.models.handlers.undo_fields import TakenBack, name_of
from desktop.models.handlers.werkgever import CHILDREN
from desktop.models.rights import decides_for_others
from desktop.models.rules.regie import may_hold
from desktop.models.tables import Medewerker, Regie, Synced, Veldwijziging, Vestiging, Werkgever
from desktop.models.work import Work

BACK = "teruggedraaid"


def merged(work: Work, what: TakenBack) -> None:
    """`werkgever.voeg_samen`, of the double that is meant."""
    goes = work.require(Werkgever, what.row_id or "", "werkgever_onbekend")
    line = merge_plan.line_of(work, goes)
    if line is None:
        raise Weigering("ongedaan_kan_niet")
    if not decides_for_others(work.context.actor.rol):
        raise Weigering("ongedaan_alleen_teamleider")
    if line.verwijderd_op is not None or goes.samengevoegd_met is None:
        return
    keeps = work.require(Werkgever, goes.samengevoegd_met, "werkgever_onbekend")
    plan = merge_plan.read(line)
    moved = list(merge_plan.rows(work, plan, keeps))
    _require_not_built_on(work, line, plan, keeps, goes)
    _require_nothing_hangs_on(work, keeps, [row for row, _ in moved])
    _separate(work, plan, keeps, goes, moved)
    work.change(line, verwijderd_op=work.context.tijd)
    _part_regie(work, plan, keeps, goes)
    if line.aangemaakt_door != work.context.actor.medewerker_id:
        tell(
            work, line.aangemaakt_door, "samenvoeging_teruggedraaid", keeps.id,
            werkgever=keeps.naam, ander=goes.naam, wie=work.context.actor.naam,
        )  # fmt: skip


def _require_not_built_on(
    work: Work, line: Veldwijziging, plan: MergePlan, keeps: Werkgever, goes: Werkgever
) -> None:
    """Merged once more, a number that went to a third one, or a regie that went further."""
    if keeps.verwijderd_op is not None:
        raise Weigering("ongedaan_samengevoegd", naam=keeps.naam)
    other = work.by_kvk(goes.kvk_nummer) if goes.kvk_nummer else None
    if other is not None and other.id != keeps.id:
        raise Weigering("kvk_van_ander", naam=other.naam, kvk_nummer=other.kvk_nummer)
    now, offer = work.active_regie(keeps.id), open_offer(work, keeps.id)
    offered_since = offer is not None and offer.aangemaakt_op > line.aangemaakt_op
    if (now.id if now else None) != plan.regie["nu"] or offered_since:
        raise Weigering("ongedaan_regie_verder")


def _require_nothing_hangs_on(work: Work, keeps: Werkgever, moved: list[Synced]) -> None:
    """A note, task or placement of later that names a contact, person or place of the double."""
    going = {row.id for row in moved}
    for cls in CHILDREN:
        references = [name for name in _columns(cls) if name.endswith(("_id", "_ids"))]
        for row in work.find(cls, cls.werkgever_id == keeps.id):
            if row.id not in going and any(_names(getattr(row, name), going) for name in references):
                raise Weigering("ongedaan_hangt_aan", wie=name_of(work, row.aangemaakt_door))


def _columns(cls: type[Any]) -> list[str]:
    return [column.name for column in cls.__table__.columns]


def _names(value: Any, ids: set[str]) -> bool:
    return not ids.isdisjoint(value) if isinstance(value, list) else value in ids


def _separate(
    work: Work, plan: MergePlan, keeps: Werkgever, goes: Werkgever, moved: list[tuple[Synced, str]]
) -> None:
    """The fields first: a KvK number is free before the double has it again."""
    work.change(keeps, **_fields_back(plan, keeps))
    work.flush()
    work.change(goes, samengevoegd_met=None, verwijderd_op=None)
    for row, column in moved:
        main = {"hoofdvestiging": True} if isinstance(row, Vestiging) and row.id in plan.hoofd else {}
        work.change(row, **{column: goes.id}, **main)
    going = [row.id for row, _ in moved]
    since = work.find_all(
        Veldwijziging, Veldwijziging.werkgever_id == keeps.id, Veldwijziging.rij_id.in_(going)
    )
    for line in since:
        work.change(line, werkgever_id=goes.id)


def _fields_back(plan: MergePlan, keeps: Werkgever) -> dict[str, Any]:
    """What was written over it since stays; of the names only those go that the double brought."""
    before, after = plan.velden["handelsnamen"]
    brought = [name for name in after if name not in before]
    back: dict[str, Any] = {
        name: values[0] for name, values in plan.velden.items() if getattr(keeps, name) == values[1]
    }
    back["handelsnamen"] = [name for name in keeps.handelsnamen if name not in brought]
    return back


def _part_regie(work: Work, plan: MergePlan, keeps: Werkgever, goes: Werkgever) -> None:
    """Each has the regiehouder again that it had, or nobody (R1)."""
    here, there, now = (merge_plan.regie(work, plan, which) for which in ("hier", "daar", "nu"))
    if now is not None and (here is None or here.id != now.id):
        _give_back(work, keeps, here, now)
    if there is not None:
        person = _holder(work, there)
        work.add(
            Regie(
                id=work.context.derive_id("regie", "dubbel"),
                werkgever_id=goes.id,
                accountmanager_id=person.id,
                van=work.context.dag_ontvangen,
                reden=BACK,
            )
        )
        _assigned(work, goes, person)


def _give_back(work: Work, keeps: Werkgever, here: Regie | None, now: Regie) -> None:
    if here is None:
        work.change(now, tot=work.context.dag_ontvangen, verwijderd_op=work.context.tijd)
        return
    person = _holder(work, here)
    pass_on(work, keeps, person, BACK)
    tell_taken_away(work, now.accountmanager_id, keeps, person)
    _assigned(work, keeps, person)


def _holder(work: Work, period: Regie) -> Medewerker:
    person = work.require(Medewerker, period.accountmanager_id, "medewerker_onbekend")
    may_hold(person.rol, person.naam, person.actief)
    return person


def _assigned(work: Work, werkgever: Werkgever, person: Medewerker) -> None:
    tell(
        work, person.id, "regie_toegewezen", werkgever.id,
        werkgever=werkgever.naam, door=work.context.actor.naam,
    )  # fmt: skip
