"""From voorgesteld to geplaatst: which states a voordracht has, and which may follow which."""

from __future__ import annotations

from datetime import date

from desktop.models.errors import Weigering

PROPOSED, TALK, TRIAL, PLACED = "voorgesteld", "gesprek", "proefplaatsing", "geplaatst"
DECLINED_BY_EMPLOYER, DECLINED_BY_PERSON = "afgewezen_werkgever", "afgewezen_kandidaat"
WITHDRAWN = "ingetrokken"
RUNNING = (PROPOSED, TALK, TRIAL)
"""In the order in which they come; some may be skipped."""
WITH_REASON = (DECLINED_BY_EMPLOYER, DECLINED_BY_PERSON, WITHDRAWN)
ENDED = (PLACED, *WITH_REASON)
STATES = (*RUNNING, *ENDED)


def require_consent(toestemming: date, datum: date) -> None:
    """The person said yes before it was done, not after."""
    if toestemming > datum:
        raise Weigering("toestemming_na_voordracht", datum=datum.isoformat())


def require_step(now: str, new: str) -> None:
    """Forward only; how it ended may be said better, and an end is never a beginning again."""
    if now in ENDED and new not in ENDED:
        raise Weigering("voordracht_afgelopen", hoe=now)
    if now in RUNNING and new in RUNNING and RUNNING.index(new) < RUNNING.index(now):
        raise Weigering("voordracht_terug", nu=now, nieuw=new)


def require_reason(status: str, reden: str | None) -> None:
    """Why it did not come to a placement is asked; why it did is not."""
    if status in WITH_REASON and not reden:
        raise Weigering("voordracht_reden_nodig")
    if status not in WITH_REASON and reden:
        raise Weigering("voordracht_reden_te_veel", hoe=status)
