"""The list of beroepen that a region loads for itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.fields import Many, Nested, Text, Text40, Text200

ROWS_MAX = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Beroep:
    """One name of a beroep; several names may mean the same work."""

    code: Text40
    naam: Text200


@dataclass(frozen=True, slots=True, kw_only=True)
class ImporteerBeroepen(Command):
    """A part of the list: new names are added, known codes get their new name.

    `vervallen` are codes that a new list has no more: they are not offered from today, and keep their name.
    """

    NAME = "beroepenlijst.importeer"

    bron: Text200
    regels: Annotated[tuple[Beroep, ...], Many(Nested(Beroep), ROWS_MAX)] = ()
    vervallen: Annotated[tuple[str, ...], Many(Text(40), ROWS_MAX)] = ()
