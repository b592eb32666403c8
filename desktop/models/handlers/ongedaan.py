"""Taking back one command, or one import whole (R11)."""

from __future__ import annotations

from desktop.models.commands.ongedaan import MaakOngedaan
from desktop.models.handlers import importing
from desktop.models.outcome import Outcome
from desktop.models.work import Work


def undo(work: Work, command: MaakOngedaan) -> Outcome:
    """`ongedaan.maak`."""
    if command.batch is not None:
        return importing.take_back(work, command.batch)
    raise NotImplementedError
