"""Kept lists of one person."""

from __future__ import annotations

from desktop.models.commands.lijst import BewaarLijst, VerwijderLijst
from desktop.models.outcome import Outcome
from desktop.models.work import Work


def keep(work: Work, command: BewaarLijst) -> Outcome:
    raise NotImplementedError


def remove(work: Work, command: VerwijderLijst) -> Outcome:
    raise NotImplementedError
