"""Taking back what one did with an own candidate, or decided about who holds the regie on one (R11)."""

from __future__ import annotations

from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.models.handlers.kandidaat import LABEL, follow_regie, own, regie_of
from desktop.models.handlers.kandidaat_running import end_standing_in
from desktop.models.handlers.kandidaatregie import end_offer, open_offer, pass_on, person, tell_assigned
from desktop.models.handlers.notice import tell
from desktop.models.handlers.profiel import follow
from desktop.models.handlers.undo_fields import (
    TakenBack,
    lines_of,
    readers_of,
    require_own,
    require_unchanged,
    restore,
)
from desktop.models.handlers.undo_made import made
from desktop.models.rules.kandidaat import ACCEPTED, OPEN, WITHDRAWN, may_have
from desktop.models.tables import (
    InstrumentInzet,
    Kandidaat,
    KandidaatDoelgroep,
    KandidaatOverdracht,
    Kandidaatregie,
    KandidaatWaarneming,
    PlaatsingPersoon,
    VoordrachtPersoon,
)
from desktop.models.work import Work

HANGS = (VoordrachtPersoon, PlaatsingPersoon, InstrumentInzet, KandidaatOverdracht)


def registered(work: Work, what: TakenBack) -> None:
    """`kandidaat.registreer`: only while nothing hangs on it."""
    row = made(work, Kandidaat, what, "kandidaat")
    if row is None:
        return
    own(work, row.id)
    if any(work.find(cls, cls.kandidaat_id == row.id) for cls in HANGS):
        raise Weigering("ongedaan_kandidaat_in_gebruik")
    require_unchanged(work, row)
    now = work.context.tijd
    work.change(row, verwijderd_op=now)
    follow(work, row)
    for doelgroep in work.find(KandidaatDoelgroep, KandidaatDoelgroep.kandidaat_id == row.id):
        work.change(doelgroep, verwijderd_op=now)
    regie = regie_of(work, row.id)
    if regie is not None:
        work.change(regie, verwijderd_op=now)


def changed(work: Work, what: TakenBack) -> None:
    """Everything that changed fields of the candidate; the profile follows."""
    row = own(work, what.row_id or "")
    if restore(work, what, [row], None, LABEL):
        follow(work, row)
        follow_regie(work, row)


def doelgroep(work: Work, what: TakenBack) -> None:
    """`kandidaat.stel_doelgroep_vast`."""
    kandidaat = own(work, what.row_id or "")
    row = work.get(KandidaatDoelgroep, derive_id(kandidaat.id, "doelgroep"))
    if row is not None:
        restore(work, what, [row], None, "de doelgroep")


def assigned(work: Work, what: TakenBack) -> None:
    """`kandidaat.wijs_toe`: back to who had it before."""
    regie = regie_of(work, what.row_id or "")
    if regie is not None:
        _back(work, what, regie)


def accepted(work: Work, what: TakenBack) -> None:
    """`kandidaat.aanvaard_overdracht`: the offer is open again."""
    row = work.get(KandidaatOverdracht, what.row_id or "")
    regie = regie_of(work, row.kandidaat_id) if row is not None and row.status == ACCEPTED else None
    if row is not None and regie is not None and _back(work, what, regie):
        work.change(row, status=OPEN, beantwoord_op=None)


def _back(work: Work, what: TakenBack, regie: Kandidaatregie) -> bool:
    """To whom it was with, if it is still where that command brought it; False when nothing is left."""
    lines = lines_of(work, what.uuid, [regie]) if what.uuid else []
    line = next((line for _, line in lines if line.veld == "bemiddelaar_id"), None)
    if line is None or regie.bemiddelaar_id == line.oud:
        return False
    require_own(work, line.aangemaakt_door)
    if regie.bemiddelaar_id != line.nieuw or open_offer(work, regie.kandidaat_id) is not None:
        raise Weigering("ongedaan_regie_verder")
    before, old = regie.bemiddelaar_id, person(work, str(line.oud))
    may_have(old.rol, old.naam, old.actief)
    pass_on(work, regie, old)
    tell_assigned(work, regie, before, old)
    return True


def offered(work: Work, what: TakenBack) -> None:
    """`kandidaat.draag_over`: who was asked and read it hears that it is off."""
    row = made(work, KandidaatOverdracht, what, "overdracht")
    if row is None or row.status == WITHDRAWN:
        return
    if row.status != OPEN:
        raise Weigering("ongedaan_regie_verder")
    end_offer(work, row, {row.naar_id} & readers_of(work, what))


def arranged(work: Work, what: TakenBack) -> None:
    """`kandidaat.stel_waarneming_in`: as if it never was."""
    row = made(work, KandidaatWaarneming, what, "waarneming")
    if row is None or row.beeindigd:
        return
    work.change(row, beeindigd=True, verwijderd_op=work.context.tijd)
    end_standing_in(work, row)
    voor, van = person(work, row.voor_id), row.van.isoformat()
    for who in sorted({row.waarnemer_id, voor.id} & readers_of(work, what)):
        tell(work, who, "waarneming_afgezegd", None, voor=voor.naam, van=van)
