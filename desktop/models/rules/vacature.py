"""What a vacature is, in which state it is and who may do what with it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop.frozen import dataclass
from desktop.models.errors import Weigering
from desktop.models.rights import decides_for_others, has_candidates

NEW, HANDED_OVER, RUNS, FILLED, WITHDRAWN, EXPIRED = STATUSES = (
    "nieuw",
    "overgedragen",
    "voordracht_loopt",
    "vervuld",
    "ingetrokken",
    "verlopen",
)
OPEN = frozenset({NEW, HANDED_OVER, RUNS})
"""People are looked for."""
ENDED = frozenset({WITHDRAWN, EXPIRED})
"""Nobody looks any more, whatever becomes of who was put forward."""
STILL_RUNS = ("voorgesteld", "gesprek", "proefplaatsing")
"""A voordracht that may still become a placement."""

REGULIER, LEERBAAN, VRIJWILLIG, ERVARING = "01", "02", "03", "04"
TYPE_OVEREENKOMST: Mapping[str, str] = {
    "baan": REGULIER,
    "leerbaan": LEERBAAN,
    "uitzendcontract": REGULIER,
    "detachering": REGULIER,
    "werkervaringsplaats": ERVARING,
    "proefplaatsing": REGULIER,
    "vrijwilligerswerk": VRIJWILLIG,
}
"""Kind of work → VUM's type overeenkomst. A proefplaatsing is meant to become a job with that employer."""
SOORT_OF_TYPE: Mapping[str, str] = {
    REGULIER: "baan",
    LEERBAAN: "leerbaan",
    VRIJWILLIG: "vrijwilligerswerk",
    ERVARING: "werkervaringsplaats",
}
"""The other way round: what a file of somebody else means here."""
EMPLOYED_BY_ANOTHER = frozenset({"uitzendcontract", "detachering"})
"""Where the formal employer is not where the work is."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: bemiddelaars who look, voordrachten that run, places that somebody took."""

    overgedragen: int
    lopend: int
    geplaatst: int


def status_of(now: str, plaatsen: int, progress: Progress) -> str:
    """The state that follows. What was withdrawn or has passed stays so, until somebody opens it again."""
    if now in ENDED:
        return now
    if progress.geplaatst >= plaatsen:
        return FILLED
    if progress.lopend or progress.geplaatst:
        return RUNS
    return HANDED_OVER if progress.overgedragen else NEW


def has_passed(status: str, sluitingsdatum: date | None, today: date) -> bool:
    """Whether nobody can apply any more; the last day itself still counts."""
    return status in OPEN and sluitingsdatum is not None and sluitingsdatum < today


def reopens(status: str, sluitingsdatum: date | None, today: date) -> bool:
    """A later last day opens what had passed."""
    return status == EXPIRED and (sluitingsdatum is None or sluitingsdatum >= today)


def require_open(status: str, naam: str) -> None:
    """For what only makes sense while people are looked for."""
    if status not in OPEN:
        raise Weigering("vacature_voorbij", naam=naam, toestand=status.replace("_", " "))


def may_hand_over(holder_id: str | None, wie: str, allowed: frozenset[str], actor_id: str, rol: str) -> None:
    """The regiehouder, who stands in or who brought it in; where nobody holds the regie anyone."""
    if decides_for_others(rol) or holder_id is None or actor_id in allowed | {holder_id}:
        return
    raise Weigering("vacature_van_ander", wie=wie)


def may_change(naam: str, mine: bool, rol: str) -> None:
    """Accountmanagers look after every vacature; a bemiddelaar after those that he brought in or got."""
    if has_candidates(rol) and not mine:
        raise Weigering("vacature_niet_van_jou", naam=naam)


def looks_for_people(rol: str) -> bool:
    """Who brings in a vacature and has candidates looks for people at once (jobhunting)."""
    return has_candidates(rol)


def may_receive(rol: str, naam: str, actief: bool) -> None:
    """A vacature goes to a bemiddelaar who still works here."""
    if not has_candidates(rol):
        raise Weigering("vacature_alleen_bemiddelaar", naam=naam)
    if not actief:
        raise Weigering("medewerker_niet_actief", naam=naam)
