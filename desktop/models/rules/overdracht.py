"""R6: who may offer the regie, answer an offer or take it back, and what may follow on what."""

from __future__ import annotations

from desktop.models.errors import Weigering
from desktop.models.rights import decides_for_others
from desktop.models.rules.regie import Holder

OPEN, ACCEPTED, MET, DONE = "voorgesteld", "aanvaard", "kennisgemaakt", "afgerond"
DECLINED, WITHDRAWN = "geweigerd", "ingetrokken"


def may_offer(holder: Holder | None, actor_id: str, rol: str) -> Holder:
    """The regiehouder offers what is his, the teamleider anything that somebody holds; returns the holder."""
    if holder is None:
        raise Weigering("overdracht_geen_regie")
    if not decides_for_others(rol) and holder.accountmanager_id != actor_id:
        raise Weigering("overdracht_alleen_regiehouder", wie=holder.naam)
    return holder


def may_accept(status: str, naar_id: str, naar: str, actor_id: str, rol: str) -> bool:
    """The receiver accepts or the teamleider decides. False when it was accepted before."""
    if actor_id != naar_id and not decides_for_others(rol):
        raise Weigering("overdracht_voor_ander", naar=naar)
    if status in (ACCEPTED, MET, DONE):
        return False
    _still_open(status)
    return True


def may_decline(status: str, naar_id: str, naar: str, actor_id: str) -> bool:
    """Only who was asked can say no. False when that was said before."""
    if actor_id != naar_id:
        raise Weigering("overdracht_voor_ander", naar=naar)
    if status == DECLINED:
        return False
    _still_open(status)
    return True


def may_withdraw(status: str, offerer_id: str, offerer: str, actor_id: str, rol: str) -> bool:
    """Who offered it takes it back, or the teamleider does. False when that was done before."""
    if actor_id != offerer_id and not decides_for_others(rol):
        raise Weigering("overdracht_van_ander", wie=offerer)
    if status == WITHDRAWN:
        return False
    _still_open(status)
    return True


def may_follow_up(status: str, naar_id: str, naar: str, actor_id: str) -> None:
    """What comes after accepting is for the new regiehouder."""
    if actor_id != naar_id:
        raise Weigering("overdracht_voor_ander", naar=naar)
    if status == OPEN:
        raise Weigering("overdracht_niet_aanvaard")
    if status in (DECLINED, WITHDRAWN):
        _still_open(status)


def _still_open(status: str) -> None:
    if status != OPEN:
        raise Weigering("overdracht_voorbij", status=ACCEPTED if status == MET else status)
