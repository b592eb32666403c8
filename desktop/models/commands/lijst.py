"""Keeping a filter on the werkgevers under a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.fields import Choice, Flag, Id, Nested, Text40, Text200, Whole

Sortering = Annotated[str, Choice(("naam", "laatste_contact", "langst_geleden", "plaats"))]
Dagen = Annotated[int, Whole(1, 3650)]


@dataclass(frozen=True, slots=True, kw_only=True)
class LijstKeuze:
    """The fields of a filter; days without contact are kept as a number, so that the list moves with time."""

    tekst: Text200 | None = None
    mijn_regie: Flag = False
    zonder_regie: Flag = False
    waargenomen: Flag = False
    regiehouder_id: Id | None = None
    gemeente_code: Text40 | None = None
    segment: Text40 | None = None
    met_open_acties: Flag = False
    dagen_zonder_contact: Dagen | None = None
    sortering: Sortering = "naam"


Keuze = Annotated[LijstKeuze, Nested(LijstKeuze)]


@dataclass(frozen=True, slots=True, kw_only=True)
class BewaarLijst(Command):
    """A new list, or another filter or name for one that exists."""

    NAME = "lijst.bewaar"

    id: Id | None = None
    naam: Text40
    keuze: Keuze


@dataclass(frozen=True, slots=True, kw_only=True)
class VerwijderLijst(Command):
    """The list goes; the werkgevers stay."""

    NAME = "lijst.verwijder"

    lijst_id: Id
