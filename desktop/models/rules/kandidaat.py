"""What may happen with a candidate, and who may hold the regie on one or stand in (R10). Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from desktop.models.errors import Weigering
from desktop.models.rights import decides_for_others, ends_for_others, has_candidates

SUBJECTS = frozenset({"kandidaat", "voordracht", "plaatsing", "instrument", "nazorg", "werkfit"})
"""What a command about a candidate is named after."""
ACTIVE, PLACED, CLOSED = "actief", "geplaatst", "afgesloten"
OPEN, ACCEPTED, DECLINED, WITHDRAWN = "voorgesteld", "aanvaard", "geweigerd", "ingetrokken"


class StandIn(Protocol):
    """Somebody stands in for a bemiddelaar; without a kandidaat for everyone."""

    @property
    def kandidaat_id(self) -> str | None: ...
    @property
    def van(self) -> date: ...
    @property
    def tot(self) -> date: ...


S = TypeVar("S", bound=StandIn)


def is_shared(status: str, consent: date | None) -> bool:
    """Whether colleagues find the anonymous profile: with consent, while somebody looks for work for it."""
    return consent is not None and status == ACTIVE


def check_hours(least: int | None, most: int | None) -> None:
    """The fewest hours are not more than the most."""
    if least is not None and most is not None and least > most:
        raise Weigering("uren_omgekeerd", laag=least, hoog=most)


def may_have(rol: str, naam: str, actief: bool) -> None:
    """Only a bemiddelaar who works here holds the regie on a candidate, or stands in."""
    if not has_candidates(rol):
        raise Weigering("kandidaat_alleen_bemiddelaar", naam=naam)
    if not actief:
        raise Weigering("medewerker_niet_actief", naam=naam)


def may_offer(holder_id: str, actor_id: str) -> None:
    """Who holds the regie offers it; a teamleider assigns instead."""
    if holder_id != actor_id:
        raise Weigering("kandidaat_onbekend")


def may_answer(status: str, answer: str, naar_id: str, naar: str, actor_id: str) -> bool:
    """The receiver says yes or no. False when that was said before."""
    if actor_id != naar_id:
        raise Weigering("overdracht_voor_ander", naar=naar)
    return _still_open(status, answer)


def may_withdraw(status: str, offerer_id: str, offerer: str, actor_id: str, rol: str) -> bool:
    """Who offered it, or a teamleider. False when it was taken back before."""
    if actor_id != offerer_id and not decides_for_others(rol):
        raise Weigering("overdracht_van_ander", wie=offerer)
    return _still_open(status, WITHDRAWN)


def _still_open(status: str, wanted: str) -> bool:
    if status == wanted:
        return False
    if status != OPEN:
        raise Weigering("overdracht_voorbij", status=status)
    return True


def may_arrange(voor_id: str, voor_rol: str, voor: str, actor_id: str, rol: str) -> None:
    """Everyone for himself, the teamleider for anyone who has candidates; also for who left meanwhile."""
    if actor_id != voor_id and not decides_for_others(rol):
        raise Weigering("waarneming_alleen_eigen")
    may_have(voor_rol, voor, actief=True)


def may_stand_in(rol: str, naam: str, actief: bool, same: bool) -> None:
    """A waarnemer does the work of a bemiddelaar, so it is one; and another one."""
    if same:
        raise Weigering("waarnemer_zelfde")
    may_have(rol, naam, actief)


def may_end(voor_id: str, waarnemer_id: str, actor_id: str, rol: str) -> None:
    """Both of them, the teamleider, and the centre when the period is over."""
    if actor_id not in (voor_id, waarnemer_id) and not ends_for_others(rol):
        raise Weigering("waarneming_van_ander")


def overlapping(rows: Iterable[S], kandidaat_id: str | None, van: date, tot: date) -> S | None:
    """One of these that is for the same candidate in the same days. No candidate is all of them."""
    for row in rows:
        same_days = row.van <= tot and van <= row.tot
        if same_days and (kandidaat_id is None or row.kandidaat_id in (None, kandidaat_id)):
            return row
    return None
