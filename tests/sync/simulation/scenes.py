"""Short courses in which a step is certainly passed or a fault certainly shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop.models.steps import Step
from tests.sync.simulation.history import History
from tests.sync.simulation.stage import NEW

CONTACT: Mapping[str, Any] = {
    "werkgever_id": 0,
    "datum": "2026-11-20",
    "kanaal": "bezoek",
    "notitie": "gesproken",
}

TASK: Mapping[str, Any] = {"werkgever_id": 0, "gevraagde_handeling": "bel terug"}


def contact(history: History, who: int, **given: Any) -> None:
    """Somebody visited the employer that everybody knows."""
    assert history.command(who, "contact.leg_vast", {**CONTACT, **given})


def both_work(history: History) -> None:
    """Fatima and Herman worked on the same employer; Herman's is at the centre, Fatima's waits."""
    assert history.command(1, "werkgever.wijzig", {"werkgever_id": 0, "sector": "zorg"})
    assert history.command(0, "werkgever.wijzig", {"werkgever_id": 0, "website": "houtbouw.nl"})
    contact(history, 0)
    assert history.sync(1)


def overtaken(history: History) -> None:
    """Herman's command is about to be committed; then Sevda's is handled whole, and Fatima fetches it."""
    assert history.command(1, "werkgever.wijzig", {"werkgever_id": 0, "sector": "zorg"})
    contact(history, 2)
    history.seat(0)

    def others() -> None:
        history.sync(2)
        history.sync(0)

    history.interrupted(1, Step.CENTRE_NUMBERED, others)


def _round(history: History, step: Step) -> bool:
    both_work(history)
    return history.die_in(0, step)


def _typed_meanwhile(history: History, step: Step) -> bool:
    """What is typed while a round is under way still waits when its rows come in."""
    both_work(history)
    return history.die_in(
        0,
        step,
        meanwhile=lambda: history.command(0, "werkgever.wijzig", {"werkgever_id": 0, "sector": "bouw"}),
    )


def _command(history: History, step: Step) -> bool:
    return history.die_in(0, step, naam="contact.leg_vast", **CONTACT)


def _first_fill(history: History, step: Step) -> bool:
    history.new_laptop("anouk")
    return history.die_in(NEW, step)


SCENES: Mapping[Step, Callable[[History, Step], bool]] = {
    **dict.fromkeys(Step, _round),
    Step.LOCAL_BEFORE_COMMIT: _command,
    Step.LOCAL_AFTER_COMMIT: _command,
    Step.RUN_AGAIN: _typed_meanwhile,
    Step.PUT_BACK: _typed_meanwhile,
    Step.PART_BEFORE_COMMIT: _first_fill,
    Step.PART_AFTER_COMMIT: _first_fill,
}
"""In which course each step is passed. A migration has a test of its own."""
