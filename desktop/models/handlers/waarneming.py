"""Standing in for a colleague during a period (R7)."""

from __future__ import annotations

from desktop.models.commands.regie import BeeindigWaarneming, StelWaarnemingIn
from desktop.models.outcome import Outcome
from desktop.models.work import Work


def start(work: Work, command: StelWaarnemingIn) -> Outcome:
    raise NotImplementedError


def end(work: Work, command: BeeindigWaarneming) -> Outcome:
    raise NotImplementedError
