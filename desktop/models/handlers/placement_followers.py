"""What follows elsewhere when a placement begins, moves, ends or is taken back: one explicit list of each.

A subject that follows placements adds its function here; it runs in the same transaction.
"""

from __future__ import annotations

from collections.abc import Callable

from desktop.models.handlers import nazorg
from desktop.models.rules.instrument import Said
from desktop.models.tables import Plaatsing
from desktop.models.work import Work

WHEN_MOVED: tuple[Callable[[Work, Plaatsing], tuple[Said, ...]], ...] = (nazorg.shift_for,)
"""The start, the end or the kind of work is another one; what they return warns whoever moved it."""
WHEN_ENDED: tuple[Callable[[Work, Plaatsing], object], ...] = (nazorg.close_for,)
"""It ended or never began: `status` and `feitelijke_einddatum` say which and when."""
WHEN_RESUMED: tuple[Callable[[Work, Plaatsing], object], ...] = (nazorg.reopen_for,)
"""That it ended was taken back."""
IN_THE_WAY: tuple[Callable[[Work, Plaatsing], None], ...] = (nazorg.refuse_if_planned,)
"""Refuse that the placement itself is taken back, because something was built on it."""


def moved(work: Work, row: Plaatsing) -> tuple[Said, ...]:
    """After other days, or another kind of work, were set."""
    return tuple(said for follow in WHEN_MOVED for said in follow(work, row))


def ended(work: Work, row: Plaatsing) -> None:
    """After the end was set."""
    for follow in WHEN_ENDED:
        follow(work, row)


def resumed(work: Work, row: Plaatsing) -> None:
    """After the end was taken back."""
    for follow in WHEN_RESUMED:
        follow(work, row)


def refuse_if_built_on(work: Work, row: Plaatsing) -> None:
    """Before the placement itself is taken back (R11)."""
    for follow in IN_THE_WAY:
        follow(work, row)
