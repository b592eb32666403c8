"""What a colleague must know about an employer now, and the answer to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.models.commands.base import Command
from desktop.models.fields import Choice, Flag, Id, Text40, Text1000

Ernst = Annotated[str, Choice(("laag", "midden", "hoog"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldSignaal(Command):
    """To the regiehouder, or who stands in; where nobody holds the regie to the teamleiders.

    `geen_naam`: what looks like the name of the candidate in the text is another word.
    """

    NAME = "signaal.meld"

    id: Id | None = None
    werkgever_id: Id
    plaatsing_id: Id | None = None
    categorie: Text40
    ernst: Ernst = "midden"
    tekst: Text1000
    geen_naam: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BeantwoordSignaal(Command):
    """What is done with it; who reported it reads the answer."""

    NAME = "signaal.beantwoord"

    signaal_id: Id
    antwoord: Text1000
