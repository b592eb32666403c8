"""Taking back an offer, a waarneming, or that the regie passed on; at the centre only.

Only by who decided it, and only while nothing was built on it (R11).
"""

from __future__ import annotations

from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.models.handlers.asking import plain
from desktop.models.handlers.fields import change_fields
from desktop.models.handlers.notice import tell
from desktop.models.handlers.offers import open_offer
from desktop.models.handlers.regie import pass_on, tell_taken_away
from desktop.models.handlers.undo_fields import TakenBack, lines_of, require_own
from desktop.models.handlers.undo_made import made
from desktop.models.handlers.waarneming import together
from desktop.models.rules.overdracht import ACCEPTED, OPEN, WITHDRAWN
from desktop.models.rules.regie import may_hold
from desktop.models.tables import (
    Actie,
    Afspraak,
    Afstemming,
    Medewerker,
    Overdracht,
    Regie,
    Vacature,
    Waarneming,
    Werkgever,
    Werkgeversvraag,
)
from desktop.models.work import Work


def accepted(work: Work, what: TakenBack) -> None:
    """`regie.aanvaard_overdracht`: the offer is open again, and what went along comes back."""
    row, regie = work.get(Overdracht, what.row_id or ""), _made_by(work, what)
    if row is None or regie is None or row.status == OPEN:
        return
    _require_untouched(work, regie)
    if row.status != ACCEPTED:
        raise Weigering("ongedaan_regie_verder")
    werkgever = work.werkgever(regie.werkgever_id)
    old, new = _person(work, row.van_id), _person(work, row.naar_id)
    may_hold(old.rol, old.naam, old.actief)
    work.change(row, status=OPEN, aanvaard_op=None)
    _back_to(work, werkgever, old, new)
    _return(work, what.uuid or "", werkgever, new)


def assigned(work: Work, what: TakenBack) -> None:
    """`regie.wijs_toe`: back to who had it before; when nobody had, to nobody."""
    regie = _made_by(work, what)
    if regie is None or regie.verwijderd_op is not None:
        return
    _require_untouched(work, regie)
    before = _ended_by(work, regie)
    if before is None:
        work.change(regie, tot=work.context.dag_ontvangen, verwijderd_op=work.context.tijd)
        return
    old, new = _person(work, before.accountmanager_id), _person(work, regie.accountmanager_id)
    may_hold(old.rol, old.naam, old.actief)
    _back_to(work, work.werkgever(regie.werkgever_id), old, new)


def offered(work: Work, what: TakenBack) -> None:
    """`regie.stel_overdracht_voor`: who was asked and read it hears that it is off."""
    row = made(work, Overdracht, what, "overdracht")
    if row is None or row.status == WITHDRAWN:
        return
    if row.status != OPEN:
        raise Weigering("ongedaan_regie_verder")
    work.change(row, status=WITHDRAWN)
    werkgever, actor = work.werkgever(row.werkgever_id), work.context.actor
    for person in sorted({row.naar_id, row.van_id} & _read(work, what)):
        tell(
            work, person, "overdracht_ingetrokken", werkgever.id, werkgever=werkgever.naam, wie=actor.naam
        )  # fmt: skip


def arranged(work: Work, what: TakenBack) -> None:
    """`regie.stel_waarneming_in`: as if it never was; what was done meanwhile stays as it was judged then."""
    row = made(work, Waarneming, what, "waarneming")
    if row is None or row.beeindigd:
        return
    for each in [other for other in work.stand_ins(row.voor_id) if together(row, other)]:
        work.change(each, beeindigd=True, verwijderd_op=work.context.tijd)
    voor, van = _person(work, row.voor_id), row.van.isoformat()
    for person in sorted({row.waarnemer_id, voor.id} & _read(work, what)):
        tell(work, person, "waarneming_afgezegd", None, voor=voor.naam, van=van)


def _read(work: Work, what: TakenBack) -> set[str]:
    """Who read the notice of it: what is still unread simply goes."""
    if what.uuid is None:
        return set()
    notices = work.find(Afstemming, Afstemming.opdracht_uuid == what.uuid, Afstemming.status != "open")
    return {notice.medewerker_id for notice in notices}


def _made_by(work: Work, what: TakenBack) -> Regie | None:
    return work.get(Regie, derive_id(what.uuid, "regie")) if what.uuid else None


def _require_untouched(work: Work, regie: Regie) -> None:
    require_own(work, regie.aangemaakt_door)
    if regie.tot is not None or open_offer(work, regie.werkgever_id) is not None:
        raise Weigering("ongedaan_regie_verder")


def _ended_by(work: Work, regie: Regie) -> Regie | None:
    """The period that ended with the command that began this one."""
    rows = work.find(Regie, Regie.werkgever_id == regie.werkgever_id, Regie.tot == regie.van)
    moment = (regie.aangemaakt_op, regie.aangemaakt_door)
    return next((row for row in rows if (row.gewijzigd_op, row.gewijzigd_door) == moment), None)


def _back_to(work: Work, werkgever: Werkgever, old: Medewerker, new: Medewerker) -> None:
    pass_on(work, werkgever, old, "teruggedraaid")
    tell_taken_away(work, new.id, werkgever, old)
    tell(
        work, old.id, "regie_toegewezen", werkgever.id,
        werkgever=werkgever.naam, door=work.context.actor.naam,
    )  # fmt: skip


def _return(work: Work, uuid: str, werkgever: Werkgever, new: Medewerker) -> None:
    """What that command handed over and is still where it went."""
    tasks = work.find(Actie, Actie.werkgever_id == werkgever.id, Actie.toegewezen_aan_id == new.id)
    agreed = work.find(Afspraak, Afspraak.werkgever_id == werkgever.id, Afspraak.eigenaar_id == new.id)
    offered = work.find(Vacature, Vacature.werkgever_id == werkgever.id, Vacature.eigenaar_id == new.id)
    here = Werkgeversvraag.werkgever_id == werkgever.id
    asked = work.find(Werkgeversvraag, here, Werkgeversvraag.behandelaar_id == new.id)
    for row, line in lines_of(work, uuid, [*tasks, *agreed, *offered, *asked]):
        if plain(getattr(row, line.veld)) == line.nieuw:
            change_fields(work, row, {line.veld: line.oud}, werkgever.id, "")


def _person(work: Work, row_id: str) -> Medewerker:
    return work.require(Medewerker, row_id, "medewerker_onbekend")
