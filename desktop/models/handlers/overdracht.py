"""The regie passes on warmly: offered, accepted or not, met, taken over (R6)."""

from __future__ import annotations

from desktop.models.commands.regie import (
    AanvaardOverdracht,
    MeldKennismaking,
    RondOverdrachtAf,
    StelOverdrachtVoor,
    TrekOverdrachtIn,
    WeigerOverdracht,
)
from desktop.models.outcome import Outcome
from desktop.models.work import Work


def offer(work: Work, command: StelOverdrachtVoor) -> Outcome:
    raise NotImplementedError


def accept(work: Work, command: AanvaardOverdracht) -> Outcome:
    raise NotImplementedError


def decline(work: Work, command: WeigerOverdracht) -> Outcome:
    raise NotImplementedError


def withdraw(work: Work, command: TrekOverdrachtIn) -> Outcome:
    raise NotImplementedError


def introduce(work: Work, command: MeldKennismaking) -> Outcome:
    raise NotImplementedError


def complete(work: Work, command: RondOverdrachtAf) -> Outcome:
    raise NotImplementedError
