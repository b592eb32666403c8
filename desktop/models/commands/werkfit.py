"""Judging together whether somebody is ready for work, on the region's own scale and questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.fields import Id, Many, Nested, Text, Text40, Text200


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


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkfitRegel:
    """A value of the scale, or a question, in words."""

    label: Text200


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigWerkfitlijst(Command):
    """The region's scale and questions as they are from the day of the command on, in this order.

    The same words are the same value; other words are another one, and what was judged before keeps the words
    that it was given with. `gezien` are the codes that the person had in sight: what a colleague added
    meanwhile stays.
    """

    NAME = "werkfit.wijzig_lijst"

    schaal: Annotated[tuple[WerkfitRegel, ...], Many(Nested(WerkfitRegel), 12)]
    vragen: Annotated[tuple[WerkfitRegel, ...], Many(Nested(WerkfitRegel), 30)] = ()
    gezien: Annotated[tuple[str, ...], Many(Text(40), 84)] = ()
    bron: Text200 | None = None
