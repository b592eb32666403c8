"""Asking a colleague whether contact is all right, and the answer (R3)."""

from __future__ import annotations

from desktop.models.commands.actie import BeantwoordContactverzoek, DoeContactverzoek
from desktop.models.outcome import Outcome
from desktop.models.work import Work


def ask(work: Work, command: DoeContactverzoek) -> Outcome:
    raise NotImplementedError


def answer(work: Work, command: BeantwoordContactverzoek) -> Outcome:
    raise NotImplementedError
