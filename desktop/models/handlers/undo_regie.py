"""Taking back one's own claim or announcement, at the centre only."""

from __future__ import annotations

from desktop.models.context import derive_id
from desktop.models.errors import Weigering
from desktop.models.handlers.undo_fields import TakenBack, require_own
from desktop.models.rules.overdracht import OPEN
from desktop.models.tables import Overdracht, Regie, Reservering
from desktop.models.work import Work


def claim(work: Work, what: TakenBack) -> None:
    """`regie.neem`: nobody holds it again, unless the regie went further meanwhile."""
    row = work.get(Regie, derive_id(what.uuid, "regie")) if what.uuid else None
    if row is None or row.verwijderd_op is not None:
        return
    require_own(work, row.accountmanager_id)
    offers = work.find(Overdracht, Overdracht.werkgever_id == row.werkgever_id, Overdracht.status == OPEN)
    if row.tot is not None or offers:
        raise Weigering("ongedaan_regie_verder")
    work.change(row, tot=work.context.dag_ontvangen, verwijderd_op=work.context.tijd)


def announcement(work: Work, what: TakenBack) -> None:
    """`benadering.meld`."""
    row = work.get(Reservering, derive_id(what.uuid, "reservering")) if what.uuid else None
    if row is not None and row.verwijderd_op is None:
        require_own(work, row.medewerker_id)
        work.change(row, verwijderd_op=work.context.tijd)
