"""Offers of the regie that are still open: found, and ended when the regie goes another way (R6)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from desktop.models.handlers.notice import tell
from desktop.models.rules.overdracht import ACCEPTED, DONE, MET, OPEN, WITHDRAWN
from desktop.models.tables import Medewerker, Overdracht, Werkgever
from desktop.models.work import Work


def _of(work: Work, werkgever_id: str, *statuses: str) -> Sequence[Overdracht]:
    return work.find(Overdracht, Overdracht.werkgever_id == werkgever_id, Overdracht.status.in_(statuses))


def open_offer(work: Work, werkgever_id: str) -> Overdracht | None:
    """The offer that waits for an answer; there is one at most."""
    return next(iter(_of(work, werkgever_id, OPEN)), None)


def end_offers(work: Work, werkgever: Werkgever, holder: Medewerker) -> None:
    """`holder` has the regie from now on: what others offered, or had not rounded off, is over."""
    for row in _of(work, werkgever.id, OPEN):
        if row.van_id != holder.id:
            # Who had the regie and who has it now read that in a notice of its own.
            _withdraw(
                work, row, werkgever, holder, {row.naar_id, row.aangemaakt_door} - {holder.id, row.van_id}
            )
    for row in _of(work, werkgever.id, ACCEPTED, MET):
        if row.naar_id != holder.id:
            work.change(row, status=DONE, afgerond_op=work.context.dag_ontvangen)


def end_double(work: Work, keeps: Werkgever, goes: Werkgever, holder: Medewerker) -> None:
    """Two werkgevers become one: of two offers that would then be open, that of the double ends."""
    double = open_offer(work, goes.id)
    if double is not None and open_offer(work, keeps.id) is not None:
        _withdraw(work, double, keeps, holder, {double.naar_id, double.aangemaakt_door, double.van_id})


def _withdraw(
    work: Work, row: Overdracht, werkgever: Werkgever, holder: Medewerker, people: Collection[str]
) -> None:
    """Nobody took it back: it ends because of something else, and these people are told."""
    work.change(row, status=WITHDRAWN)
    receiver = work.require(Medewerker, row.naar_id, "medewerker_onbekend")
    for person in sorted(people):
        tell(
            work, person, "overdracht_vervallen", row.werkgever_id,
            werkgever=werkgever.naam, naar=receiver.naam, wie=holder.naam,
        )  # fmt: skip
