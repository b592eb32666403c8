"""Judging together whether somebody is ready for work, on the region's own scale and questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.fields import Id, Many, Nested, Text40


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkfitAntwoord:
    """One of the region's questions with a value of its scale."""

    vraag: Text40
    waarde: Text40


@dataclass(frozen=True, slots=True, kw_only=True)
class BeoordeelWerkfit(Command):
    """A bemiddelaar judges an own candidate, an accountmanager the anonymous profile. One of the two ids.

    No free text: what an accountmanager writes about a person would be on every laptop.
    """

    NAME = "werkfit.beoordeel"

    kandidaat_id: Id | None = None
    profiel_id: Id | None = None
    waarde: Text40
    antwoorden: Annotated[tuple[WerkfitAntwoord, ...], Many(Nested(WerkfitAntwoord), 30)] = ()
